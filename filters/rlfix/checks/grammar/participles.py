"""The participle after have and be: we have run, it was built, it can be installed."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import after_adverbs
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.verbs import CLOSED, INTRANSITIVE, PASSIVE
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, VB, VBZ, View, bits, words
from rlfix.lexicon import inflect

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
    if view.words[at] == "being" and view.tags(verb) & VBZ:
        return None  # breaks being continues
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
    if certain and tags & VBZ and not tags & (NOUN | CLOSED):
        return _participle(view.base(word, "VBZ")), True
    if not tags & VB or tags & (_NO_BASE | ADJECTIVE):
        return "", False
    following = view.next(verb)
    if word == "build" and following in PASSIVE:
        fits = not _do_before(view, at)
    elif following == "by":
        fits = not tags & NOUN or word in _VERBAL_NOUNS
    elif word == "use" and following == "to":
        fits = view.word(at - 1) not in ("of", "no") and view.words[at] != "being"
    elif word in _VERBAL_NOUNS:
        fits = certain and (following in PASSIVE or following in ("", "and", "or"))
    else:
        fits = certain and not tags & NOUN and not _do_before(view, at)
    return _participle(word), fits


_NO_BASE = CLOSED | bits("VBN", "VBD", "VBZ", "VBG", "RB", "UH")


def _participle(base: str) -> str:
    """Return the participle of a verb that can have a passive."""
    new = inflect(base, "VBN") if base and base not in INTRANSITIVE else ""
    return "" if new == base else new


_VERBAL_NOUNS = words("build use force install design change produce cause compile approach support sort return")


def _do_before(view: View, at: int) -> bool:
    """Tell whether a form of do stands before: all you need to do is install, what it does will be install."""
    return any(word in ("do", "does", "did", "done", "doing") for word in view.words[max(0, at - 12) : at])


RULES: tuple[Rule, ...] = (have_and_participle, be_and_participle)
