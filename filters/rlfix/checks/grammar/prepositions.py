"""The small word that a word takes: according to, depends on, instead of, as well as.

A preposition is set where it is missing, changed where the word takes another one, and taken away where the
verb takes none (discuss about). Where British and American usage part (different to, cater to, at the weekend),
nothing is said.
"""

from __future__ import annotations

from rlfix.checks.grammar.rows import by_trigger, inserted, is_row, rephrased, row_at
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import VB, View, bits
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
    "according with": "according to",
    "accordingly to": "according to",
    "aware about": "aware of",
    "capable for": "capable of",
    "contains of": "consists of",
    "depend from": "depend on",
    "depended of": "depended on",
    "depends from": "depends on",
    "describe about": "describe",
    "describes about": "describes",
    "familiar about": "familiar with",
    "mention about": "mention",
    "mentions about": "mentions",
    "rely in": "rely on",
    "relies in": "relies on",
    "suffer of": "suffer from",
    "suffers of": "suffers from",
    "unaware about": "unaware of",
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
    "associated to": "associated with",
    "compatible to": "compatible with",
    "composed from": "composed of",
    "different with": "different from",
    "inspired from": "inspired by",
    "same like": "same as",
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


_ASKING = frozenset("what that which everything anything all topics things".split())  # noqa: SIM905
_NUMBER, _BE = bits("CD"), bits("BE")


@on(*_ROWS)
def wrong_preposition(view: View, at: int) -> Fix | None:
    """Write the preposition that a word takes, or none after a verb that takes none.

    Bad: It consists on two parts, participates to the game, and depends of the size.
    Good: It consists of two parts, participates in the game, and depends on the size.

    Bad: We discussed about models that are superior than ours, despite of the cost.
    Good: We discussed models that are superior to ours, despite the cost.

    Fine: To participate to the full; one consists, of course, of two; comply to the letter.
    Fine: A lack of data, different to ours, based in Oslo. Recap what we have discussed about it.
    """
    found = row_at(view, at, _ROWS[view.words[at]])
    if found is None:
        return None
    first, row = found
    old, after = " ".join(row.words), view.next(first + 1)
    if after in ("the", "a") and view.next(first + 2) in ("full", "letter", "degree", "extent", "point"):
        return None
    if _is_right(view, first, old):
        return None
    safety = Safety.SUGGEST if old in _MAYBE else Safety.SAFE
    return rephrased(view, first, first + 1, row.new, f"It is “{row.new}”.", safety)


def _is_right(view: View, first: int, old: str) -> bool:
    """Tell whether what stands around makes `old`, two words at `first`, right."""
    verb, small = old.split()
    after = view.next(first + 1)
    if small == "about":
        counted = after in ("a", "half") or after[:1].isdigit() or view.tags_of(after) & _NUMBER
        asked = not _ASKING.isdisjoint(view.words[max(0, first - 6) : first])  # what we discussed about it
        return bool(counted) or asked
    if verb == "emphasized" and view.tags_of(view.before(first)) & _BE:
        return True
    if old == "accordingly to":
        return after not in _POINTING  # to preserve it
    return after in _GOES_ON or (old == "lack of" and view.before(first) not in _SUBJECTS)


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


RULES: tuple[Rule, ...] = (missing_preposition, wrong_preposition, capable_of)
