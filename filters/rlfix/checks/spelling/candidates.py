"""Words near a misspelt one: everything in the lexicon within Damerau-Levenshtein distance 2.

Distance 1 is tried letter by letter (Norvig 2007, How to write a spelling corrector). For distance 2 the
lexicon has an index (Garbe 2012, symmetric delete): two strings that differ by two slips become equal when
each loses at most two letters, and so do their first six letters; words with such a beginning are
measured one by one. Frequent words only: a rare word two slips away is a guess.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from rlfix import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 5
"""Letters of a word that is looked for at distance 2; almost anything is two slips from a shorter one."""


def one_slip(word: str) -> set[str]:
    """Return the words of the lexicon at distance 1 from `word`: a letter missing, extra, changed, or two swapped."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    tries = {head + tail[1:] for head, tail in splits[:-1]}
    tries.update(head + tail[1] + tail[0] + tail[2:] for head, tail in splits[:-2])
    tries.update(head + letter + rest for head, tail in splits for letter in _LETTERS for rest in {tail, tail[1:]})
    tries.discard(word)
    return lexicon.words_among(tries)


def two_slips(word: str) -> set[str]:
    """Return the frequent words at distance 2 from `word`, and some at distance 1."""
    if len(word) < _SHORTEST:
        return set()
    beginnings = {found for variant in _deletions(word[: lexicon.BEGINNING]) for found in lexicon.near(variant)}
    lengths, letters = range(len(word) - 2, len(word) + 3), set(word)
    return {
        near
        for beginning in beginnings
        for near in lexicon.starting(beginning)
        if len(near) in lengths
        and len(letters.symmetric_difference(near)) <= 4
        and lexicon.frequency(near) >= lexicon.FREQUENT
        and is_within(word, near, 2)
        and near != word
    }


def _deletions(word: str) -> set[str]:
    """Return `word` and what comes of leaving out one or two of its letters."""
    places = range(len(word))
    return {word} | {
        "".join(letter for place, letter in enumerate(word) if place not in left_out)
        for count in (1, 2)
        for left_out in combinations(places, count)
    }


def is_within(one: str, other: str, most: int) -> bool:
    """Tell whether two strings are at most so many slips apart (Damerau-Levenshtein, optimal string alignment)."""
    if abs(len(one) - len(other)) > most:
        return False
    place = _alike(one, other)
    one, other = one[place:], other[place:]
    if not one or not other:
        return True
    swapped = one[:2] == other[1::-1]
    if most < 2:
        rests = one[1:] == other[1:] or one[1:] == other or one == other[1:]
        return most == 1 and (rests or (swapped and one[2:] == other[2:]))
    return (
        is_within(one[1:], other[1:], most - 1)
        or is_within(one[1:], other, most - 1)
        or is_within(one, other[1:], most - 1)
        or (swapped and is_within(one[2:], other[2:], most - 1))
    )


def _alike(one: str, other: str) -> int:
    """Return how many letters two strings have in common at their start."""
    place = 0
    for letter, another in zip(one, other, strict=False):
        if letter != another:
            return place
        place += 1
    return place


def two_words(word: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that `word` may be without the blank between them."""
    for place in range(1, len(word)):
        first, second = word[:place], word[place:]
        if lexicon.is_word(first) and lexicon.is_word(second):
            yield first, second
