"""The participle after have and be: we have run, it was built, it can be installed."""

from __future__ import annotations

from rlfix.checks.grammar.complements import heads_main_clause
from rlfix.checks.grammar.noun_phrases import after_adverbs, is_adverb, is_plural
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.verbs import CLOSED, INTRANSITIVE, PASSIVE
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, VB, VBG, VBZ, View, bits, words
from rlfix.edit import Safety
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

_HAVE = ("have", "has", "had", "having", "haven't", "hasn't", "hadn't", "i've", "we've", "you've", "they've")


@on(*_HAVE)
def have_and_participle(view: View, at: int) -> Fix | None:
    """Use the participle after have.

    Bad: We have ran it, it has began, and they had already wrote the paper.
    Good: We have run it, it has begun, and they had already written the paper.

    Fine: What we have was good; all I have did not help; he had rose bushes.
    Fine: Everything I had went into it; the only copy the team has went missing; what the team had went to tests.
    """
    verb = after_adverbs(view, at + 1)
    new = _PARTICIPLES.get(view.words[verb], "") if verb > 0 else ""
    if not new or view.words[verb] in ("was", "did", "rose"):  # what we have was good; it had rose petals
        return None
    if view.has_capital(verb):
        return None
    safety = Safety.SAFE if _is_auxiliary(view, at) else Safety.SUGGEST
    return Fix(verb, verb, new, f"The participle is “{new}”: “{view.written(at)} {new}”.", safety)


def _is_auxiliary(view: View, at: int) -> bool:
    """Tell whether have at `at` owns nothing: no “the data we have came from it”, “all the team had went into it”."""
    if "'" in view.words[at] or view.opens(at) or view.before(at) in ("which", "who"):
        return True
    if heads_main_clause(view, at):
        return True
    if view.before(at) in ("and", "but"):
        return _ASKED.isdisjoint(view.words[max(0, at - 10) : at])
    noun = at - 1
    while noun > at - 4 and view.joined(noun + 1) and (is_adverb(view, noun) or view.tags(noun) & bits("MD")):
        noun -= 1
    if not view.joined(noun + 1) or not view.tags(noun) & NOUN or view.tags(noun) & ADJECTIVE:
        return False
    return view.joined(noun) and view.words[noun - 1] in _ARTICLES and view.opens(noun - 1)


_ARTICLES = words("the a an this our your my their his her its")


_BE = ("be", "been", "being", "is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't")


@on(*_BE)
def be_and_participle(view: View, at: int) -> Fix | None:
    """Use the participle after be: is verified by, can be installed, was built by.

    Bad: It is verify by one, can be install by us, was build by you, has been wrote.
    Good: It is verified by one, can be installed by us, was built by you, has been written.

    Fine: All it does is verify; the goal is build speed; to be set; be welcome; it is force majeure.
    Fine: The trick is divide by two; the policy can be allow or deny; I used to be broke; all it does is sort by name.
    Fine: My advice would be avoid globals; it can be deny by default; what it can be depends on you.
    """
    verb = after_adverbs(view, at + 1)
    if verb < 0 or view.has_capital(verb) or view.gap(verb + 1)[:1] in "-/":
        return None
    word = view.words[verb]
    certain = view.words[at] in ("be", "been", "being")
    if view.words[at] == "being" and view.tags(verb) & VBZ:
        return None  # breaks being continues
    new = _PARTICIPLES.get(word, "")
    if new and view.words[at] != "being" and word not in _NO_PASSIVE:
        fits = certain or view.next(verb) in ("by", "from", "as", "to", "out", "up")
    else:
        new, fits = _participle_for(view, at, verb, certain=certain)
    if not fits or not new:
        return None
    safe = word in _PARTICIPLES or _is_done_to(view, at, verb)
    safety = Safety.SAFE if safe else Safety.SUGGEST
    return Fix(verb, verb, new, f"The participle is “{new}”: “{view.written(at)} {new}”.", safety)


_NO_PASSIVE = words("was did rose fell saw came became broke")


def _is_done_to(view: View, at: int, verb: int) -> bool:
    """Tell whether the subject is a thing to which something is done, and no mode, trick or rule that says what."""
    following = view.next(verb)
    if view.tags(verb) & VBZ:  # it can be replaces with; not: what it can be depends on you
        return bool(following) and _ASKED.isdisjoint(view.words[max(0, at - 10) : at])
    if (
        view.words[verb] in ("allow", "deny", "append")
        or following not in PASSIVE
        or (following == "by" and not _is_doer(view, verb))
        or _do_before(view, at)
    ):
        return False
    if view.words[at] == "being" and view.tags_of(view.before(at)) & bits("IN"):
        return True  # without being force to do it
    subject = at - 1
    while view.joined(subject + 1) and (
        view.tags(subject) & bits("MD", "BE", "HAVE") or view.word(subject) in ("not", "to") or is_adverb(view, subject)
    ):
        subject -= 1
    if view.joined(subject + 1) and view.word(subject) in _SAYING:
        return False
    if not _ASKED.isdisjoint(view.words[max(0, at - 10) : at]):
        return False
    return not view.joined(subject + 1) or view.word(subject) in _PRONOUNS or is_plural(view, subject)


def _is_doer(view: View, verb: int) -> bool:
    """Tell whether “by” names who does it: not divide by two, learn by doing, deny by default."""
    doer = verb + 2
    small = view.tags(doer) & (VBG | bits("CD")) and view.word(doer) != "one"
    return view.word(doer) not in ("default", "") and not small and view.words[verb] not in _BY_NATURE


_BY_NATURE = words("divide multiply sort search learn group order filter increase decrease reduce start begin end lead")
_PRONOUNS = words("it they this these those that which who we you he she i them")
_ASKED = words("what how whatever however whose")
_SAYING = words(
    "steps rules tips defaults modes policies actions options values verbs methods choices answers commands keys"
)


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
        fits = (not tags & NOUN or word in _VERBAL_NOUNS) and not _do_before(view, at)
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
    new = _REGULAR.get(new, new)
    return "" if new == base else new


_REGULAR = {
    "learnt": "learned", "spelt": "spelled", "burnt": "burned", "dreamt": "dreamed", "leant": "leaned",
    "leapt": "leaped", "spilt": "spilled", "spoilt": "spoiled",
}  # fmt: skip
"""British participles, and those that every English knows."""

_VERBAL_NOUNS = words("build use force install design change produce cause compile approach support sort return")


def _do_before(view: View, at: int) -> bool:
    """Tell whether a form of do stands before: all you need to do is install, what it does will be install."""
    return any(word in ("do", "does", "did", "done", "doing") for word in view.words[max(0, at - 12) : at])


RULES: tuple[Rule, ...] = (have_and_participle, be_and_participle)
