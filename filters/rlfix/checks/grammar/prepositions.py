"""The small word that a word takes: according to, depends on, instead of, as well as.

A preposition is set where it is missing, changed where the word takes another one, and taken away where the
verb takes none (discuss about). Where British and American usage part (different to, cater to, at the weekend),
nothing is said.
"""

from __future__ import annotations

from rlfix.checks.grammar.rows import by_trigger, inserted, is_row, rephrased, row_at
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import NOUN, VB, VBN, View, bits
from rlfix.edit import Safety
from rlfix.lexicon import inflect

_POINTING = frozenset("the this that these those a an our your its their my his her".split())  # noqa: SIM905
"""What starts a noun phrase for sure."""
_TAKES = {
    "according": "to", "adjacent": "to", "analogous": "to", "belong": "to", "belongs": "to", "due": "to",
    "equivalent": "to", "identical": "to", "orthogonal": "to", "prior": "to", "proportional": "to",
    "relative": "to", "similar": "to", "corresponding": "to", "capable": "of", "consist": "of",
    "consisting": "of", "consists": "of", "regardless": "of", "dependent": "on", "depending": "on",
    "depends": "on", "relies": "on", "rely": "on", "relying": "on", "interact": "with", "interacting": "with",
    "interacts": "with", "differs": "from",
}  # fmt: skip
"""What these words take, right before a noun phrase."""
_AS_VERBS = frozenset({"corresponding", "similar", "relative", "equivalent", "adjacent", "prior"})


@on(*_TAKES)
def missing_preposition(view: View, at: int) -> Fix | None:
    """Set the preposition that a word takes before a noun phrase.

    Bad: According the paper, this depends the reward, regardless the size.
    Good: According to the paper, this depends on the reward, regardless of the size.

    Fine: In due time; it depends; relative, the same; similar to the others; refer the reader to it.
    """
    word, after = view.words[at], view.next(at)
    if (
        after not in _POINTING
        or not is_row(view, at, at + 1)
        or (word == "due" and after not in ("the", "this", "its"))
    ):
        return None
    if word in ("regardless", "depending", "depends") and after in ("this", "that", "a"):
        return None
    safety = Safety.SUGGEST if word in _AS_VERBS else Safety.SAFE
    return inserted(view, at, _TAKES[word], f"It is “{word} {_TAKES[word]}”.", safety)


_OTHERWISE = {
    "analogous with": "analogous to",
    "besides of": "besides",
    "complied to": "complied with",
    "complies to": "complies with",
    "comply to": "comply with",
    "complying to": "complying with",
    "comprise of": "comprise",
    "comprises of": "comprises",
    "comprising of": "comprising",
    "consist from": "consist of",
    "consist on": "consist of",
    "consisted on": "consisted of",
    "consisting from": "consisting of",
    "consisting on": "consisting of",
    "consists from": "consists of",
    "consists on": "consists of",
    "depend of": "depend on",
    "depending from": "depending on",
    "depending of": "depending on",
    "depends of": "depends on",
    "despite of": "despite",
    "discuss about": "discuss",
    "discussed about": "discussed",
    "discusses about": "discusses",
    "discussing about": "discussing",
    "emphasize on": "emphasize",
    "emphasized on": "emphasized",
    "emphasizes on": "emphasizes",
    "emphasizing on": "emphasizing",
    "equivalent with": "equivalent to",
    "identical than": "identical to",
    "inferior than": "inferior to",
    "interested on": "interested in",
    "lacked of": "lacked",
    "opposed of": "opposed to",
    "participate on": "participate in",
    "participate to": "participate in",
    "participated to": "participated in",
    "participates to": "participates in",
    "participating to": "participating in",
    "preferable than": "preferable to",
    "regardless on": "regardless of",
    "irrespective on": "irrespective of",
    "irrespective to": "irrespective of",
    "regarding of": "regarding",
    "regarding to": "regarding",
    "relied of": "relied on",
    "relies of": "relies on",
    "rely of": "rely on",
    "relying of": "relying on",
    "resemble to": "resemble",
    "resembles to": "resembles",
    "responsible of": "responsible for",
    "same than": "same as",
    "similar than": "similar to",
    "superior than": "superior to",
}
_MAYBE = {
    "based off": "based on",
    "comprised of": "composed of",
    "consist in": "consist of",
    "consists in": "consists of",
    "contribute for": "contribute to",
    "different than": "different from",
    "divided in": "divided into",
    "equal as": "equal to",
    "focus in": "focus on",
    "independent from": "independent of",
    "independent on": "independent of",
    "interested about": "interested in",
    "lack of": "lack",
    "related with": "related to",
    "similar as": "similar to",
}
"""What many say, or what is right now and then."""
_ROWS = by_trigger(_OTHERWISE | _MAYBE)
_GOES_ON = frozenset("far long well late which whom".split())  # noqa: SIM905
_SUBJECTS = frozenset("i you we they he she it which that who".split())  # noqa: SIM905


_NUMBER, _BE = bits("CD"), bits("BE")


@on(*_ROWS)
def wrong_preposition(view: View, at: int) -> Fix | None:
    """Write the preposition that a word takes, or none after a verb that takes none.

    Bad: It consists on two parts, participates to the game, and depends of the size.
    Good: It consists of two parts, participates in the game, and depends on the size.

    Bad: We discussed about models that are superior than ours, despite of the cost.
    Good: We discussed models that are superior to ours, despite the cost.

    Fine: To participate to the full; one consists, of course, of two; comply to the letter.
    Fine: A lack of data, different to ours, based in Oslo.
    """
    found = row_at(view, at, _ROWS[view.words[at]])
    if found is None:
        return None
    first, row = found
    old, after = " ".join(row.words), view.next(first + 1)
    if after in ("the", "a") and view.next(first + 2) in ("full", "letter", "degree", "extent", "point"):
        return None
    counted = row.words[1] == "about" and (
        after in ("a", "half") or after[:1].isdigit() or view.tags_of(after) & _NUMBER
    )
    if counted or (row.words[0] == "emphasized" and view.tags_of(view.before(first)) & _BE):
        return None
    if after in _GOES_ON or (old == "lack of" and view.before(first) not in _SUBJECTS):
        return None
    safety = Safety.SUGGEST if old in _MAYBE else Safety.SAFE
    return rephrased(view, first, first + 1, row.new, f"It is “{row.new}”.", safety)


@on("capable", "responsible")
def capable_of(view: View, at: int) -> Fix | None:
    """Write “capable of doing” and “responsible for doing”.

    Bad: The agent is capable to learn it and responsible to explain the rest.
    Good: The agent is capable of learning it and responsible for explaining the rest.

    Fine: The capable to the front; it is able to learn; responsible to act utilities, to the user, to control.
    """
    small = "of" if view.words[at] == "capable" else "for"
    if small == "for" and (view.next(at + 2) not in _POINTING or view.before(at) in ("a", "the")):
        return None
    if view.word(at + 1) != "to" or not is_row(view, at, at + 2) or not view.tags(at + 2) & VB:
        return None
    doing = view.words[at + 2]
    doing = "being" if doing == "be" else inflect(doing, "VBG")
    return Fix(at, at + 2, f"{view.written(at)} {small} {doing}", f"It is “{view.words[at]} {small} {doing}”.")


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SMALL_WORD = bits("CC", "IN", "DT", "PRP", "TO", "WH")
_TIMES = frozenset("morning afternoon evening night".split())  # noqa: SIM905
_WHICH_DAY = frozenset("last first second third fourth next same following".split())  # noqa: SIM905
_SITUATIONS = frozenset("situation situations circumstances place places".split())  # noqa: SIM905
_MANY = frozenset(
    "multiple several many different various other some certain most all both two three".split()  # noqa: SIM905
)
_KEPT = frozenset(
    "run running runs ran install installed installs installing file files folder folders directory "  # noqa: SIM905
    "directories it them program programs script scripts game games app apps locally stored saved "
    "up this these that".split()
)
_STORED = frozenset(
    "stored saved written kept cached located store save keep hold held loaded storing keeping".split()  # noqa: SIM905
)
_MACHINES = frozenset("computer laptop pc".split())  # noqa: SIM905


@on(*_DAYS, *_SITUATIONS, *_MACHINES, "disk", "memory")
def place_and_time(view: View, at: int) -> Fix | None:
    """Write in or on as places, days and machines take it.

    Bad: Run it in your computer in Monday, on certain situations; stored in disk, on multiple places.
    Good: Run it on your computer on Monday, in certain situations; stored on disk, in multiple places.

    Fine: The cores in your computer; in place; on site, on all fours; in Sunday school; a file in disk images.
    Fine: It depends on certain situations; a bet on two places.
    """
    word, last = view.words[at], view.gap(at + 1)
    if word in _DAYS and view.before(at) in _WHICH_DAY and view.word(at - 2) == "the":
        return _instead(view, at - 3, "in", "on")
    if word in _DAYS:
        alone = not view.joined(at + 1) or view.tags(at + 1) & _SMALL_WORD or view.word(at + 1) in _TIMES
        return _instead(view, at - 1, "in", "on") if view.has_capital(at) and alone and last[:1] != "-" else None
    if word == "memory":
        stored = view.before(at - 1) in _STORED or (view.before(at - 1) == "things" and view.word(at - 3) in _STORED)
        return _instead(view, at - 1, "on", "in") if stored and not view.joined(at + 1) else None
    if word == "disk":
        stored = view.before(at - 1) in (
            "stored",
            "saved",
            "written",
            "kept",
            "cached",
            "located",
            "stores",
            "save",
            "store",
        )
        return _instead(view, at - 1, "in", "on") if stored and not view.joined(at + 1) else None
    if word in _MACHINES:
        owned = view.before(at) in ("your", "my") and view.before(at - 2) in _KEPT and last[:1] != "-"
        return _instead(view, at - 2, "in", "on") if owned else None
    first = at - 1
    while view.before(first) in _MANY and first > at - 3:
        first -= 1
    many = view.word(first) in _MANY and view.tags_of(view.before(first - 1)) & NOUN == 0
    return _instead(view, first - 1, "on", "in") if many and view.before(first - 1) not in _ON else None


_ON = frozenset(
    "depend depends depending based rely relies relying focus focuses focusing bet agreed work "  # noqa: SIM905
    "works working".split()
)


def _instead(view: View, at: int, old: str, new: str) -> Fix | None:
    if view.word(at) != old or not is_row(view, at, at + 1):
        return None
    return rephrased(view, at, at, new, f"It is “{new}” here, not “{old}”.")


_OWNERS = frozenset("your my our their his her".split())  # noqa: SIM905


@on("own")
def on_your_own(view: View, at: int) -> Fix | None:
    """Write “on your own” for “by your own”: one is alone by oneself, but on one's own.

    Bad: Try things by your own.
    Good: Try things on your own.

    Fine: Replaced by your own, by your own functions, on your own.
    """
    by = view.word(at - 2) == "by" and view.before(at) in _OWNERS and is_row(view, at - 2, at)
    if not by or view.joined(at + 1) or view.tags_of(view.before(at - 2)) & _DONE:
        return None
    return rephrased(view, at - 2, at, f"on {view.words[at - 1]} own", "One does it by oneself, or on one's own.")


_DONE = VBN

RULES: tuple[Rule, ...] = (missing_preposition, wrong_preposition, capable_of, place_and_time, on_your_own)
