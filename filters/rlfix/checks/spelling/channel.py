"""The noisy channel: which word somebody meant, and how sure that is.

Every candidate gets a score: the sum of its features, each times a weight. The features are how frequent
the word is, how well it goes with its neighbours, whether the document uses it, and which slips would
have made the misspelling of it. The scores become probabilities (softmax), which says how likely the
best candidate is *given that it is a misspelling*. Whether it is one at all is weighed by a second,
logistic, model, from that probability and from what speaks for the word as it stands.

`tests/bench/weights.py` learns both sets of weights; `weights.py` holds them.
After Kernighan, Church & Gale 1990, A spelling correction program based on a noisy channel model.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rlfix import lexicon
from rlfix.checks.spelling import candidates
from rlfix.checks.spelling.slips import slips
from rlfix.checks.spelling.weights import CANDIDATE, MISSPELT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

LONG = 6
"""From more letters on, what one thing is known to be meant by is not looked for elsewhere."""
Features = dict[str, float]


class Place(NamedTuple):
    """A word and what stands around it."""

    word: str
    """In lower case."""
    before: str = ""
    """The word before it, in lower case; empty at the start of a sentence or after punctuation."""
    after: str = ""
    capital: bool = False
    """Written with a capital where no sentence or title starts."""


class Guess(NamedTuple):
    """What a misspelling may mean."""

    words: list[str]
    """The candidates, likeliest first."""
    sure: float
    """How likely it is that the word is a misspelling and the first candidate is meant, 0 to 1."""
    ahead: float
    """How likely the first candidate is among the candidates; its British and American spelling are one word."""


def guess(place: Place, used: Mapping[str, int], allowed: Collection[str] = ()) -> Guess:
    """Return what `place.word`, which is no known word, may mean.

    `used` tells how often the document uses a word; `allowed` are words of the document that the lexicon lacks.
    """
    known = lexicon.meant(place.word)
    scored = ranked(place, used, known, allowed)
    if not scored:
        return Guess(known[:1], 0.0, 0.0)
    words = [one for _, one in scored]
    scores = [score for score, _ in scored]
    evidence = doubts(place, scores, words, used, known)
    spellings = {words[0], (lexicon.respelt(words[0]) or ("", words[0]))[1]}
    ahead = sum(share for word, share in zip(words, _softmax(scores), strict=True) if word in spellings)
    return Guess(words, sigmoid(weighed(evidence, MISSPELT)), ahead)


def ranked(
    place: Place, used: Mapping[str, int], known: Collection[str], allowed: Collection[str] = ()
) -> list[tuple[float, str]]:
    """Return the candidates for `place.word` with their scores, best first; `known` is what it is known to mean."""
    found = tries(place.word, known, allowed, far=not place.capital)
    scored = ((weighed(features(place, one, used, known), CANDIDATE), one) for one in found)
    return sorted(scored, key=lambda pair: (-pair[0], pair[1]))


def tries(word: str, known: Iterable[str], allowed: Iterable[str] = (), *, far: bool = True) -> set[str]:
    """Return what `word` may be a slip of: what it is `known` to mean, near words of lexicon and document.

    Words that are two slips away are looked for only where `far` is asked for and nothing is nearer.
    """
    found = {one for one in known if one.isalpha()}
    if len(found) == 1 and len(word) > LONG:
        return found
    found |= _near(word, far=far and not known)
    lengths, letters = range(len(word) - 1, len(word) + 2), set(word)
    own = (one for one in allowed if len(one) in lengths and len(letters.symmetric_difference(one)) < 3)
    return found | {one for one in own if one != word and candidates.is_within(word, one, 1)}


@lru_cache(maxsize=1024)
def _near(word: str, *, far: bool) -> frozenset[str]:
    found = {one for one in candidates.one_slip(word) if len(one) > 1}
    if far and not any(lexicon.frequency(one) >= lexicon.FREQUENT for one in found):
        found |= candidates.two_slips(word)
    return frozenset(found)


def features(place: Place, candidate: str, used: Mapping[str, int], known: Collection[str] = ()) -> Features:
    """Return what speaks for `candidate`, by the names of the weights."""
    found = lexicon.find(candidate.lower())
    named: Features = {
        "frequency": (found.frequency if found else 25) / 25,
        "before": _together(place.before, candidate),
        "after": _together(candidate, place.after),
        "fits after": lexicon.fits_after(place.before, candidate),
        "fits before": lexicon.fits_before(candidate, place.after),
        "used": math.log1p(used.get(candidate, 0)),
        "listed": float(candidate in known),
        "listed first": float(candidate in list(known)[:1]),
        "first": float(candidate[:1] != place.word[:1]),
        "last": float(candidate[-1:] != place.word[-1:]),
        "name": float(found is not None and not found.kinds & lexicon.LOWER and not place.capital),
    }
    made = slips(place.word, candidate.lower())
    named["slips"] = len(made) / len(candidate)
    named["two"] = float(len(made) > 1)
    for slip in made:
        named[slip] = named.get(slip, 0.0) + 1
    return named


def _together(first: str, second: str) -> float:
    """Return how well two neighbours go together: 0 when nothing is known of them, about 1 to 4 when they do."""
    count = lexicon.together(first, second) if first and second else 0
    return max(0.0, count / 10 - 5)


def doubts(
    place: Place, scores: list[float], words: list[str], used: Mapping[str, int], known: Collection[str]
) -> Features:
    """Return what speaks for and against `place.word` being a slip of the first of `words`."""
    best = words[0]
    made = slips(place.word, best.lower())
    written = lexicon.frequency(place.word)
    length = min(len(place.word), 14) / 4
    named: Features = {
        "bias": 1.0,
        "likely": math.log(max(1e-6, _softmax(scores)[0])),
        "score": scores[0],
        "listed": float(best in known),
        "listed alone": float([best] == list(known)),
        "frequency": lexicon.frequency(best) / 25,
        "before": _together(place.before, best),
        "after": _together(best, place.after),
        "fits": lexicon.fits_after(place.before, best) + lexicon.fits_before(best, place.after),
        "written": written / 25,
        "never written": float(written == 0),
        "never written, long": length * (written == 0),
        "repeated": math.log(used.get(place.word, 1)),
        "capital": float(place.capital),
        "length": length,
        "short": float(len(place.word) < 5),
        "two": float(len(made) > 1),
        "two, long": length * (len(made) > 1),
        "made": float(is_made(place.word)),
        "joined": float(any(True for _ in candidates.two_words(place.word, 3))),
        "first": float(best[:1] != place.word[:1]),
        "last": float(best[-1:] != place.word[-1:]),
        "plural": float(place.word == best + "s"),
        "used": math.log1p(used.get(best, 0)),
    }
    for slip in made:
        named[slip] = named.get(slip, 0.0) + 1
    return named


@lru_cache(maxsize=4096)
def is_made(word: str) -> bool:
    """Tell whether `word` looks made of a known word with a prefix or a suffix that makes new words."""
    prefixes, suffixes = lexicon.listed("prefixes"), lexicon.listed("suffixes")
    return any(_has_prefix(word, prefix) for prefix in prefixes if word.startswith(prefix)) or any(
        _has_suffix(word, suffix) for suffix in suffixes if word.endswith(suffix)
    )


_PREFIXES = ("co", "de", "dis", "in", "inter", "pro", "trans")
"""Prefixes with which misspellings are made as often as words; before a long word it is rather a word."""
_LONG_BASE = 7


def is_coined(word: str) -> bool:
    """Tell whether `word` may be made of a known word on purpose, as inexhaustive is; inpossible is a slip."""
    if is_made(word):
        return True
    for prefix in _PREFIXES:
        base = word.removeprefix(prefix)
        assimilated = prefix == "in" and base[:1] in "bmplr"
        if len(base) >= _LONG_BASE and base != word and not assimilated and _is_common(base):
            return True
    return False


def _is_common(word: str) -> bool:
    return lexicon.frequency(word) >= lexicon.FREQUENT and lexicon.is_word(word)


def _has_prefix(word: str, prefix: str) -> bool:
    base = word.removeprefix(prefix)
    if len(base) < (5 if len(prefix) < 4 else 4):
        return False
    return _is_common(base)


def _has_suffix(word: str, suffix: str) -> bool:
    """Tell whether `word` is a known word with `suffix`, the end of its base changed as the suffix needs it."""
    base = word.removesuffix(suffix)
    if len(base) < 4:
        return False
    bases = {base, re.sub(r"i\Z", "y", base)}
    if suffix[0] in "aeiouy":
        bases |= {base + "e", base[:-1] if base[-1] == base[-2] else base}
        if suffix.startswith("ab") and not base.endswith(("ce", "ge")) and base.endswith("e"):
            return False
    return any(lexicon.is_word(one) for one in bases)


def weighed(named: Features, weights: Mapping[str, float]) -> float:
    """Return the sum of what `named` tells, each times its weight."""
    return sum([weights.get(name, 0.0) * value for name, value in named.items()])


def _softmax(scores: list[float]) -> list[float]:
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    return [share / sum(shares) for share in shares]


def sigmoid(value: float) -> float:
    """Return the probability whose log-odds are `value`."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, value))))
