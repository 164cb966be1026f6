"""Forms of verbs that set phrases, prepositions and other verbs do not take; and a verb that is missing."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import is_plural, nominal
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, VB, VBD, VBG, VBN, VBZ, View, bits, words
from rlfix.edit import Safety
from rlfix.lexicon import inflect

_OBJECTS = bits("DT", "PRP", "PRP$")

_CLOSED = bits("DT", "IN", "TO", "CC", "PRP", "PRP$", "MD", "BE", "HAVE", "DO", "WH", "EX", "CD")


@on("why")
def why_not(view: View, at: int) -> Fix | None:
    """Use the base form in a proposal with “why not”.

    Bad: Why not trying another environment?
    Good: Why not try another environment?

    Fine: Why not training it is bad; why not?
    """
    if view.next(at) != "not" or not (view.opens(at) or view.gap(at)[:1] == ",") or not view.joined(at + 2):
        return None
    base = view.base(view.word(at + 2), "VBG") if view.tags(at + 2) & VBG else ""
    if not base or not (view.tags(at + 3) & _OBJECTS or view.word(at + 3) == OPAQUE or base in ("try", "use")):
        return None
    later = view.words[at + 3 : at + 12]
    if any(word in ("is", "was", "will", "can", "would", "leads", "means") for word in later):
        return None
    return Fix(at + 2, at + 2, base, f"A proposal takes the base form: “why not {base}”.")


_ACCUSATIVE = words("me you us him her it them")


@on("let", "lets", "letting", "make", "makes", "help", "helps", "helping")
def let_and_base(view: View, at: int) -> Fix | None:
    """Use the base form after let you, help us.

    Bad: It lets you to choose, lets us creating worlds, and will help you detecting errors.
    Good: It lets you choose, lets us create worlds, and will help you detect errors.

    Fine: It helps you to choose; it makes you a winning team; let it, to be safe, go.
    """
    if view.next(at) not in _ACCUSATIVE:
        return None
    verb = at + 2
    if view.words[at].startswith("let") and view.next(at + 1) == "to" and view.next(verb) and view.tags(at + 3) & VB:
        return Fix(verb, verb + 1, view.written(at + 3), f"“{view.words[at]}” takes no “to”.")
    if not view.joined(verb) or view.words[at].startswith("make") or view.words[at + 1] in ("it", "her"):
        return None
    tags = view.tags(verb)
    base = view.base(view.words[verb], "VBG") if tags & VBG and not tags & ADJECTIVE else ""
    if not base or not (
        view.joined(verb + 1) and (view.tags(verb + 1) & bits("DT", "PRP$") or nominal(view, verb + 1))
    ):
        return None
    return Fix(verb, verb, base, f"After “{view.words[at]} {view.words[at + 1]}” stands the base form: “{base}”.")


@on("allow", "allows", "allowed", "allowing", "enables", "permits")
def allows_to(view: View, at: int) -> Fix | None:
    """Name who is allowed, or what: “allows to do” says neither.

    Bad: This allows to test it.
    Better: This allows testing it.

    Fine: It allows you to do it; it allows access to files; you are allowed to do it.
    """
    if view.next(at) != "to" or view.words[at] == "allowed" or not view.joined(at + 2) or not view.tags(at + 2) & VB:
        return None
    if view.tags(at + 2) & _CLOSED and view.word(at + 2) not in ("be", "have", "do"):
        return None
    verb = view.word(at + 2)
    gerund = inflect(verb, "VBG")
    why = f"Who is allowed? “{view.words[at]} you to {verb}” or “{view.words[at]} {gerund}”."
    return Fix(at + 1, at + 2, gerund, why, Safety.SUGGEST)


@on("by", "without", "of", "for", "via", "after", "about", "before", "when", "while", "from", "through")
def gerund_after_preposition(view: View, at: int) -> Fix | None:
    """Use the -ing form after a preposition.

    Bad: Improve it by create a test, without explain the package, instead of ignore it.
    Good: Improve it by creating a test, without explaining the package, instead of ignoring it.

    Bad: Before explain the package, prevent it from create a file.
    Good: Before explaining the package, prevent it from creating a file.

    Fine: By default; for example; sort by create date; a matter of use; for let bindings; via pip your system has it.
    """
    verb = at + 1
    if not view.joined(verb) or view.has_capital(verb) or not view.joined(verb + 1) or view.words[verb] in _PROGRAMS:
        return None
    tags = view.tags(verb)
    if not tags & VB or tags & ~(VB | bits("VBG")) & (NOUN | ADJECTIVE | VBD | VBN | VBZ | _CLOSED | bits("RB", "UH")):
        return None
    if (
        not (view.tags(verb + 1) & bits("DT", "PRP$") or view.word(verb + 1) in ("it", "them"))
        or view.word(verb + 1) == "that"
        or (view.word(verb + 1) == "it" and view.joined(verb + 2) and view.tags(verb + 2) & (VBZ | bits("BE", "MD")))
    ):
        return None
    new = inflect(view.words[verb], "VBG")
    return Fix(verb, verb, new, f"After “{view.words[at]}” stands the -ing form: “{new}”.")


_PROGRAMS = words("pip git grep curl make sed awk cat tar find sort diff patch apt brew mount ping kill exec eval")
"""Commands, which have the names of verbs: through pip your system has it."""

_SAID = {
    "show": "shown", "mention": "mentioned", "describe": "described", "discuss": "discussed", "explain": "explained",
    "define": "defined", "specify": "specified", "illustrate": "illustrated", "see": "seen", "expect": "expected",
}  # fmt: skip

_WHERE = words("in on by below above here earlier before previously at with")


@on("as")
def as_shown(view: View, at: int) -> Fix | None:
    """Use the participle in “as shown in”, “as mentioned above”.

    Bad: As show in the figure, and as mention earlier.
    Good: As shown in the figure, and as mentioned earlier.

    Fine: As shows go, as see-saws; as define macros; as show business.
    """
    new = _SAID.get(view.next(at), "")
    if not new or view.next(at + 1) not in _WHERE or view.has_capital(at + 1):
        return None
    return Fix(at + 1, at + 1, new, f"The participle is “{new}”: “as {new} {view.next(at + 1)}”.")


@on("to")
def gerund_after_to(view: View, at: int) -> Fix | None:
    """Use the -ing form after “in addition to”, “prior to”.

    Bad: In addition to import the library, prior to explain the tests, we look forward to see the result.
    Good: In addition to importing the library, prior to explaining the tests, we look forward to seeing the result.

    Fine: In addition to use cases; an addition to make; prior to release; forward to the end.
    """
    before = view.before(at)
    governed = (before == "addition" and view.word(at - 2) == "in") or before == "prior"
    governed = governed or (before == "forward" and view.word(at - 2).startswith("look"))
    verb = at + 1
    if not governed or not view.joined(verb) or not view.tags(verb) & VB or view.tags(verb) & (_CLOSED | VBG):
        return None
    acts = view.joined(verb + 1) and bool(view.tags(verb + 1) & _OBJECTS)
    noun = bool(view.tags(verb) & NOUN)
    if before != "forward":  # prior to launch the team tested
        fits = acts and not (noun and "," not in "".join(map(view.gap, range(verb + 2, verb + 7))))
    else:
        fits = acts or not noun
    if not fits:
        return None
    new = inflect(view.words[verb], "VBG")
    return Fix(verb, verb, new, f"Here “to” is a preposition: “{before} to {new}”.")


@on("as")
def as_follows(view: View, at: int) -> Fix | None:
    """Write “as follows” with its s, whatever the subject.

    Bad: The steps are as follow:
    Good: The steps are as follows:

    Fine: As followed by us, as follow-up.
    """
    if view.next(at) not in ("follow", "following") or (
        view.gap(at + 2)[:1] not in ":.,;\n" and view.gap(at + 2)[:2] != " ("
    ):
        return None
    if view.next(at) == "following" and view.gap(at + 2)[:1] != ":":
        return None
    return Fix(at + 1, at + 1, "follows", "The phrase is “as follows”.")


@on("also")
def missing_copula(view: View, at: int) -> Fix | None:
    """Set the verb that a short sentence has lost before “also”.

    Bad: Reward distribution also different - it has steps.
    Good: Reward distribution is also different - it has steps.

    Fine: Also different. Rewards also count. The reward also decreases. See also different views.
    """
    last = at + 1
    if not view.joined(last) or not view.joined(at) or view.next(last) or not _is_plain_adjective(view, last):
        return None
    if not view.opens(at + 2) and view.gap(at + 2)[:2] not in (" -", " –", " —", ", "):
        return None
    if not _is_subject(view, at - 1):
        return None
    verb = "are" if is_plural(view, at - 1) else "is"
    return Fix(at, at, f"{verb} also", f"The verb is missing: “{verb} also {view.words[last]}”.")


def _is_subject(view: View, noun: int) -> bool:
    """Tell whether `noun` ends a short noun phrase with which a sentence starts."""
    first = noun
    while not view.opens(first) and nominal(view, first - 1) and view.joined(first):
        first -= 1
    if not view.opens_sentence(first) or noun - first > 2 or not view.tags(noun) & NOUN:
        return False
    return view.words[first] != "see" and (noun > first or not view.tags(first) & (VBG | VB | VBD))


def _is_plain_adjective(view: View, at: int) -> bool:
    return bool(view.tags(at) & ADJECTIVE) and not view.tags(at) & (
        NOUN | VB | VBD | VBN | VBG | VBZ | bits("RB", "IN", "DT")
    )


RULES: tuple[Rule, ...] = (
    why_not,
    let_and_base,
    allows_to,
    gerund_after_preposition,
    gerund_after_to,
    as_shown,
    as_follows,
    missing_copula,
)
