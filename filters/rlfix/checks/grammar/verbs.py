"""Forms of verbs that cannot stand after a modal, do, to, have and be."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import after_adverbs, is_singular
from rlfix.checks.grammar.repeated import strands
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, VB, VBD, VBG, VBN, VBZ, View, bits, words

_MODALS = words(
    "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't mustn't mightn't"
)

_NOUNS_TOO = words("can will may might must")

_DO = words("do does did don't doesn't didn't")

_NOMINATIVE = words("i we you they he she it this that which who there these those")

_ASKING = words("what which how when where why who whom whose neither nor only so such as than")

_OBJECTS = bits("DT", "PRP", "PRP$")

CLOSED = bits("DT", "IN", "TO", "CC", "PRP", "PRP$", "MD", "BE", "HAVE", "DO", "WH", "EX", "CD")


def _base(view: View, at: int, *tags: str) -> str:
    """Return the base of the verb at `at`, when it is a form with one of `tags` and can be no base itself."""
    if view.tags(at) & (VB | CLOSED) or view.has_capital(at):
        return ""
    return view.base(view.words[at], *tags)


@on(*_MODALS)
def modal_and_base(view: View, at: int) -> Fix | None:
    """Use the base form after can, will, must and their like.

    Bad: It can helps you, you may used the theme, and they will automatically generated it.
    Good: It can help you, you may use the theme, and they will automatically generate it.

    Bad: NaN can occurs, and the flag can used to set it: a path cannot substituted.
    Good: NaN can occur, and the flag can be used to set it: a path cannot be substituted.

    Fine: The can contains beans; what can agents do; a will says so; in May results came; it must have helped.
    """
    verb = after_adverbs(view, at + 1)
    if verb < 0 or (view.words[at] in _NOUNS_TOO and not _has_subject(view, at)):
        return None
    if view.tags(verb) & VBZ:
        return _after_modal_third(view, at, verb)
    if view.tags(verb) & VBG:
        return _after_modal_gerund(view, at, verb)
    return _after_modal_past(view, at, verb)


def _has_subject(view: View, at: int) -> bool:
    """Tell whether the word before token `at` shows that it is a verb: a pronoun or a noun in small letters."""
    before = view.before(at)
    if view.written(at) != view.words[at]:
        return False
    tags = view.tags_of(before)
    return (
        before in _NOMINATIVE
        or (bool(tags & NOUN) and not tags & ADJECTIVE)
        or (not tags and before not in ("", OPAQUE))
    )


def _after_modal_third(view: View, at: int, verb: int) -> Fix | None:
    base = _base(view, verb, "VBZ")
    if not base or (view.tags(verb) & NOUN and not _acts_on(view, at, verb)):
        return None
    return Fix(verb, verb, base, f"After “{view.written(at)}” stands the base form: “{base}”.")


def _acts_on(view: View, at: int, verb: int) -> bool:
    """Tell whether a word that may be a noun is a verb there: no question, and its object follows."""
    if view.joined(verb + 1) and not view.tags(verb + 1) & _OBJECTS:
        return False
    return view.before(at) in ("it", "he", "she", "this", "that", "which", "we", "they", "you") and not any(
        word in _ASKING for word in view.words[max(0, at - 6) : at - 1]
    )


def _after_modal_gerund(view: View, at: int, verb: int) -> Fix | None:
    """Return the fix of `you may adding it`; after will, `be` may be missing."""
    if view.before(at) not in _FIRM or view.words[at] not in (
        "can",
        "may",
        "might",
        "should",
        "must",
        "could",
        "can't",
        "cannot",
    ):
        return None
    base = view.base(view.words[verb], "VBG")
    acts = view.joined(verb + 1) and (view.tags(verb + 1) & _OBJECTS or view.word(verb + 1) == OPAQUE)
    if not base or view.tags(verb) & ADJECTIVE or not acts:
        return None
    return Fix(verb, verb, base, f"After “{view.written(at)}” stands the base form: “{base}”.")


_FIRM = words("i we you he she")


def _after_modal_past(view: View, at: int, verb: int) -> Fix | None:
    base = _base(view, verb, "VBD", "VBN")
    tags = view.tags(verb)
    if not base or not tags & (VBD | VBN) or tags & NOUN:
        return None
    subject = view.before(at)
    if view.next(verb) == "to" and view.words[verb] in _TOLD:
        return _passive(view, at, verb)
    if subject in _FIRM or not tags & VBN or (view.joined(verb + 1) and view.tags(verb + 1) & _OBJECTS):
        if tags & ADJECTIVE and not (view.joined(verb + 1) and view.tags(verb + 1) & _OBJECTS):
            return None
        return Fix(verb, verb, base, f"After “{view.written(at)}” stands the base form: “{base}”.")
    ends = not view.joined(verb + 1) and view.gap(verb + 1)[:1] in ".,;:\n" and base not in INTRANSITIVE
    if (view.next(verb) in PASSIVE or (ends and tags & VBN)) and not tags & ADJECTIVE and subject:
        return _passive(view, at, verb)
    return None


def _passive(view: View, at: int, verb: int) -> Fix:
    new = f"be {view.written(verb)}"
    return Fix(verb, verb, new, f"“be” is missing: “{view.written(at)} {new}”.")


_TOLD = words("allowed used required supposed permitted expected forced asked told advised")

INTRANSITIVE = words(
    "seem appear happen exist occur become remain belong depend arise fall sit live die let cease consist agree go come"
)
"""Verbs that have no passive."""
PASSIVE = words("by to in with for as from on using via")
"""What follows a passive."""


@on(*_DO)
def do_and_base(view: View, at: int) -> Fix | None:
    """Use the base form after do, does, did and their negations.

    Bad: It doesn't works, does not directly necessitates it, didn't rendered the draft, and it did went.
    Good: It doesn't work, does not directly necessitate it, didn't render the draft, and it did go.

    Bad: If the folder does contains it, wait.
    Good: If the folder does contain it, wait.

    Fine: What it does works; don't results count; do needs matter; he did, used to it.
    """
    negated = view.words[at].endswith("n't") or view.next(at) == "not"
    verb = after_adverbs(view, at + 1)
    if verb < 0 or (negated and view.words[verb - 1] == "then"):
        return None  # what the client does not then streams
    if not negated:
        return _plain_do(view, at, verb)
    base = _base(view, verb, "VBZ", "VBD", "VBN")
    tags = view.tags(verb)
    if not base or (tags & NOUN and not _negated_verb(view, at, verb)) or (tags & ADJECTIVE and not tags & VBD):
        return None
    return Fix(verb, verb, base, f"After “{view.span(at, verb - 1)}” stands the base form: “{base}”.")


def _negated_verb(view: View, at: int, verb: int) -> bool:
    """Tell whether a word that may be a plural noun is a verb after the negation before it: it doesn't works."""
    return view.before(at) in _NOMINATIVE or bool(view.joined(verb + 1) and view.tags(verb + 1) & _OBJECTS)


def _is_pronoun(word: str) -> bool:
    return word in ("i", "we", "you", "they", "he", "she", "it")


def _plain_do(view: View, at: int, verb: int) -> Fix | None:
    if view.words[at] not in ("did", "does") or not (_is_pronoun(view.before(at)) or is_singular(view, at - 1)):
        return None
    if any(word in _ASKING or word in ("all", "that", "thing") for word in view.words[max(0, at - 6) : at - 1]):
        return None
    tags = view.tags(verb)
    base = _base(view, verb, "VBD", "VBZ")
    if not base or tags & (NOUN | ADJECTIVE | VBN):
        return None
    return Fix(verb, verb, base, f"After “{view.words[at]}” stands the base form: “{base}”.")


@on("to")
def to_and_base(view: View, at: int) -> Fix | None:
    """Use the base form after to.

    Bad: It lets you to chose, needs to knows the rest, and tries to performs more.
    Good: It lets you to choose, needs to know the rest, and tries to perform more.

    Fine: Access to works of art; to do; led to used cars; what it refers to exists; related to retries.
    Fine: What they evaluate to depends on it; the library you pass the object to accepts it.
    """
    verb = after_adverbs(view, at + 1)
    if verb < 0 or view.gap(verb + 1)[:1] in "-/" or not view.before(at) or view.next(at) in ("all", "both"):
        return None
    tags = view.tags(verb)
    base = _base(view, verb, "VBZ", "VBD")
    acts = view.joined(verb + 1) and (view.tags(verb + 1) & _OBJECTS or view.word(verb + 1) == OPAQUE)
    if tags & VBN and not (acts and view.before(at) in _WANTING and verb == at + 1):
        return None
    if (
        not base
        or tags & (NOUN | ADJECTIVE | VBG)
        or _ends_phrase(view, at)
        or (not _wants(view, at) and strands(view, at))
        or (verb > at + 1 and not _wants(view, at))
    ):
        return None
    return Fix(verb, verb, base, f"After “to” stands the base form: “{base}”.")


def _ends_phrase(view: View, at: int) -> bool:
    """Tell whether “to” may be the end of what goes before: the object it refers to exists, related to retries."""
    before = view.before(at)
    if _wants(view, at):
        return False
    return (
        bool(view.tags_of(before) & VBN)
        or any(lemma in _TAKING_TO for lemma, _ in view.lemmas(before))
        or (before in _TAKING_TO)
    )


def _wants(view: View, at: int) -> bool:
    return view.before(at) in _WANTING


_WANTING = words(
    "need needs needed want wants wanted able unable order how forced try tries tried trying going have has used "
    "allowed required supposed expected asked told likely possible possibility ability easy hard necessary "
    "designed  known seem seems tend tends appear appears intended meant configured enabled failed fails attempt "
    "attempts attempted decide decided"
)
_TAKING_TO = words(
    "refer belong point relate correspond link map connect apply lead listen respond subscribe go come attach bind "
    "write convert talk speak compare add set equal according due access close prior next key"
)
"""What takes “to” as a preposition."""

RULES: tuple[Rule, ...] = (modal_and_base, do_and_base, to_and_base)
