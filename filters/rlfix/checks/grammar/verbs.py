"""Forms of verbs that cannot stand after a modal, do, to, have and be."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import after_adverbs
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, VB, VBD, VBG, VBN, VBZ, View, bits, words
from rlfix.lexicon import inflect

_MODALS = words(
    "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't mustn't mightn't"
)

_NOUNS_TOO = words("can will may might must")

_DO = words("do does did don't doesn't didn't")

_NOMINATIVE = words("i we you they he she it this that which who there these those")

_ASKING = words("what which how when where why who whom whose neither nor only so such as than")

_OBJECTS = bits("DT", "PRP", "PRP$")

_CLOSED = bits("DT", "IN", "TO", "CC", "PRP", "PRP$", "MD", "BE", "HAVE", "DO", "WH", "EX", "CD")


def _base(view: View, at: int, *tags: str) -> str:
    """Return the base of the verb at `at`, when it is a form with one of `tags` and can be no base itself."""
    if view.tags(at) & (VB | _CLOSED) or view.has_capital(at):
        return ""
    return view.base(view.words[at], *tags)


@on(*_MODALS)
def modal_and_base(view: View, at: int) -> Fix | None:
    """Use the base form after can, will, must and their like.

    Bad: It can helps you, you may used the theme, and they will automatically generated it.
    Good: It can help you, you may use the theme, and they will automatically generate it.

    Bad: NaN can occurs, and the flag can used to set it.
    Good: NaN can occur, and the flag can be used to set it.

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
    if view.next(verb) in _PASSIVE and not tags & ADJECTIVE:
        return _passive(view, at, verb)
    return None


def _passive(view: View, at: int, verb: int) -> Fix:
    new = f"be {view.written(verb)}"
    return Fix(verb, verb, new, f"“be” is missing: “{view.written(at)} {new}”.")


_TOLD = words("allowed used required supposed permitted expected forced asked told advised")

_PASSIVE = words("by to in with for as from on using via")


@on(*_DO)
def do_and_base(view: View, at: int) -> Fix | None:
    """Use the base form after do, does, did and their negations.

    Bad: It doesn't works, does not directly necessitates it, didn't rendered the draft, and it did went.
    Good: It doesn't work, does not directly necessitate it, didn't render the draft, and it did go.

    Fine: What it does works; don't results count; do needs matter; he did, used to it.
    """
    negated = view.words[at].endswith("n't") or view.next(at) == "not"
    verb = after_adverbs(view, at + 1)
    if verb < 0:
        return None
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


def _plain_do(view: View, at: int, verb: int) -> Fix | None:
    if view.before(at) not in ("i", "we", "you", "they", "he", "she", "it") or view.words[at] not in ("did", "does"):
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

    Fine: Access to works of art; according to needs; from rags to riches; to do; led to used cars.
    """
    verb = after_adverbs(view, at + 1)
    if verb < 0 or view.gap(verb + 1)[:1] in "-/" or not view.before(at) or view.next(at) in ("all", "both"):
        return None
    tags = view.tags(verb)
    base = _base(view, verb, "VBZ", "VBD")
    acts = view.joined(verb + 1) and (view.tags(verb + 1) & _OBJECTS or view.word(verb + 1) == OPAQUE)
    if tags & VBN and not (acts and view.before(at) in _WANTING and verb == at + 1):
        return None
    if not base or tags & (NOUN | ADJECTIVE | VBG) or view.before(at) in ("set", "equal", "according", "due"):
        return None
    return Fix(verb, verb, base, f"After “to” stands the base form: “{base}”.")


_WANTING = words("need needs want wants able order how forced try trying going")
_PARTICIPLES = {
    "went": "gone", "began": "begun", "wrote": "written", "took": "taken", "gave": "given", "saw": "seen",
    "ate": "eaten",
    "drove": "driven", "spoke": "spoken", "chose": "chosen", "broke": "broken", "froze": "frozen", "stole": "stolen",
    "fell": "fallen", "grew": "grown", "knew": "known", "threw": "thrown", "drew": "drawn", "flew": "flown",
    "shook": "shaken",
    "became": "become", "overrode": "overridden", "sang": "sung", "swam": "swum", "drank": "drunk", "sank": "sunk",
    "rose": "risen", "rode": "ridden", "ran": "run", "came": "come", "overcame": "overcome", "undertook": "undertaken",
    "rewrote": "rewritten", "oversaw": "overseen", "mistook": "mistaken", "underwent": "undergone",
    "withdrew": "withdrawn",
    "overtook": "overtaken", "arose": "arisen", "forgot": "forgotten", "did": "done", "was": "been",
}  # fmt: skip
"""Pasts that many write for the participle."""

_PERSONS = words("i we you they he she it")
_HAVE = ("have", "has", "had", "having", "haven't", "hasn't", "hadn't", "i've", "we've", "you've", "they've")


@on(*_HAVE)
def have_and_participle(view: View, at: int) -> Fix | None:
    """Use the participle after have.

    Bad: We have ran it, it has began, and they had already wrote the paper.
    Good: We have run it, it has begun, and they had already written the paper.

    Fine: What we have was good; all I have did not help; he had rose bushes.
    """
    verb = after_adverbs(view, at + 1)
    new = _PARTICIPLES.get(view.words[verb], "") if verb > 0 else ""
    if not new or view.words[verb] in ("was", "did", "rose"):  # what we have was good; it had rose petals
        return None
    if view.has_capital(verb) or (view.before(at) in _PERSONS and view.tags(at - 2) & bits("NN", "NNS", "WH", "DT")):
        return None  # the data we have came from it
    return Fix(verb, verb, new, f"The participle is “{new}”: “{view.written(at)} {new}”.")


_BE = ("be", "been", "being", "is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't")


@on(*_BE)
def be_and_participle(view: View, at: int) -> Fix | None:
    """Use the participle after be: is verified by, can be installed, was built by.

    Bad: It is verify by one, can be install, was build by us, has been wrote and is use to it.
    Good: It is verified by one, can be installed, was built by us, has been written and is used to it.

    Fine: All it does is verify; the goal is build speed; to be set; be welcome; it is force majeure.
    """
    verb = after_adverbs(view, at + 1)
    if verb < 0 or view.has_capital(verb) or view.gap(verb + 1)[:1] in "-/":
        return None
    word = view.words[verb]
    certain = view.words[at] in ("be", "been", "being")
    new = _PARTICIPLES.get(word, "")
    if new and view.words[at] != "being" and word not in ("was", "did", "rose", "fell", "saw", "came", "became"):
        fits = certain or view.next(verb) in ("by", "from", "as", "to", "out", "up")
    else:
        new, fits = _participle_for(view, at, verb, certain=certain)
    if not fits or not new:
        return None
    return Fix(verb, verb, new, f"The participle is “{new}”: “{view.written(at)} {new}”.")


def _participle_for(view: View, at: int, verb: int, *, certain: bool) -> tuple[str, bool]:
    """Return the participle for a base form after a form of be, and whether it is certain that one is meant."""
    word, tags = view.words[verb], view.tags(verb)
    if certain and tags & VBZ and not tags & (NOUN | _CLOSED):
        return _participle(view.base(word, "VBZ")), True
    if not tags & VB or tags & (_NO_BASE | ADJECTIVE):
        return "", False
    following = view.next(verb)
    if word == "build" and following in _PASSIVE:
        fits = not _do_before(view, at)
    elif following == "by":
        fits = not tags & NOUN or word in _VERBAL_NOUNS
    elif word == "use" and following == "to":
        fits = view.word(at - 1) not in ("of", "no") and view.words[at] != "being"
    elif word in _VERBAL_NOUNS:
        fits = certain and (following in _PASSIVE or following in ("", "and", "or"))
    else:
        fits = certain and not tags & NOUN and not _do_before(view, at)
    return _participle(word), fits


_NO_BASE = _CLOSED | bits("VBN", "VBD", "VBZ", "VBG", "RB", "UH")


def _participle(base: str) -> str:
    """Return the participle of a verb that can have a passive."""
    new = inflect(base, "VBN") if base and base not in _INTRANSITIVE else ""
    return "" if new == base else new


_INTRANSITIVE = words(
    "seem appear happen exist occur become remain belong depend arise fall sit live die let cease consist agree go come"
)

_VERBAL_NOUNS = words("build use force install design change produce cause compile approach support sort return")


def _do_before(view: View, at: int) -> bool:
    """Tell whether a form of do stands before: all you need to do is install, what it does will be install."""
    return any(word in ("do", "does", "did", "done", "doing") for word in view.words[max(0, at - 12) : at])


RULES: tuple[Rule, ...] = (
    modal_and_base,
    do_and_base,
    to_and_base,
    have_and_participle,
    be_and_participle,
)
