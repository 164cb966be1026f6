"""Kinds of slips: how a misspelt word came from the word that was meant.

The kinds are those by which studies of typing and spelling errors count them (Kukich 1992, Techniques for
automatically correcting words in text, §1.2): a letter missing, extra, changed, two swapped; and, within these,
whether the hand slipped to the next key, or the ear heard the same sound.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Slip = Literal[
    "swapped", "doubled", "single", "missing-vowel", "missing-consonant", "extra-vowel", "extra-consonant",
    "extra-key", "vowel", "sound", "key", "other",
]  # fmt: skip

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ({"c", "k"}, {"c", "s"}, {"s", "z"}, {"g", "j"}, {"f", "v"}, {"m", "n"}, {"q", "k"}, {"d", "t"}, {"c", "t"})


_PLACES = {key: (row, column + row / 2) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
"""Where a key is: its row, and how far to the right."""


def _are_neighbours(one: str, other: str) -> bool:
    """Tell whether two keys lie side by side, in a row or in two."""
    if one not in _PLACES or other not in _PLACES or one == other:
        return False
    (row, column), (below, place) = _PLACES[one], _PLACES[other]
    return abs(row - below) <= 1 and abs(column - place) <= 1


@lru_cache(maxsize=16384)
def slips(wrong: str, right: str) -> tuple[Slip, ...]:
    """Return the slips that make `wrong` of `right`, last one first (Damerau-Levenshtein with its alignment)."""
    i, j = len(wrong), len(right)
    while i and j and wrong[i - 1] == right[j - 1]:
        i, j = i - 1, j - 1
    one = _one_slip(wrong, right, i, j)
    return (one,) if one else tuple(_traced(wrong, right, i, j))


def _one_slip(wrong: str, right: str, i: int, j: int) -> Slip | None:
    """Return the one slip in the first `i` letters of `wrong`, of `j` of `right`, which end differently; None if more.

    This is how nearly all misspellings come about, and needs no table.
    """
    if i == j and _swapped(wrong, right, i, j) and wrong[: i - 2] == right[: j - 2]:
        return "swapped"
    if i + 1 == j and wrong[:i] == right[:i]:
        return _missing(right, i)
    if i == j + 1 and wrong[:j] == right[:j]:
        return _extra(wrong, j)
    if i == j > 0 and wrong[: i - 1] == right[: i - 1]:
        return _changed(wrong[i - 1], right[i - 1])
    return None


def _traced(wrong: str, right: str, i: int, j: int) -> Iterator[Slip]:
    """Yield the slips in the first `i` and `j` letters, from the last to the first."""
    table = _table(wrong[:i], right[:j])
    while i or j:
        cost = table[i][j]
        if i and j and wrong[i - 1] == right[j - 1] and cost == table[i - 1][j - 1]:
            i, j = i - 1, j - 1
        elif _swapped(wrong, right, i, j) and cost == table[i - 2][j - 2] + 1:
            yield "swapped"
            i, j = i - 2, j - 2
        elif j and cost == table[i][j - 1] + 1:
            yield _missing(right, j - 1)
            j -= 1
        elif i and cost == table[i - 1][j] + 1:
            yield _extra(wrong, i - 1)
            i -= 1
        else:
            yield _changed(wrong[i - 1], right[j - 1])
            i, j = i - 1, j - 1


def _swapped(wrong: str, right: str, i: int, j: int) -> bool:
    return i > 1 and j > 1 and wrong[i - 1] == right[j - 2] and wrong[i - 2] == right[j - 1] != wrong[i - 1]


def _table(wrong: str, right: str) -> list[list[int]]:
    """Return how many slips apart the beginnings of both are, in a row for each of `wrong`."""
    row = list(range(len(right) + 1))
    table = [row]
    for i, letter in enumerate(wrong, 1):
        above, row, left = row, [i], i
        for j, other in enumerate(right, 1):
            left = above[j - 1] if letter == other else 1 + min(above[j - 1], above[j], left)
            if letter != other and _swapped(wrong, right, i, j):
                left = min(left, table[i - 2][j - 2] + 1)
            row.append(left)
        table.append(row)
    return table


def _missing(right: str, place: int) -> Slip:
    if right[place] in (right[place - 1 : place], right[place + 1 : place + 2]):
        return "single"
    return "missing-vowel" if right[place] in _VOWELS else "missing-consonant"


def _extra(wrong: str, place: int) -> Slip:
    beside = (wrong[place - 1 : place], wrong[place + 1 : place + 2])
    if wrong[place] in beside:
        return "doubled"
    if any(_are_neighbours(wrong[place], key) for key in beside):
        return "extra-key"
    return "extra-vowel" if wrong[place] in _VOWELS else "extra-consonant"


def _changed(wrong: str, right: str) -> Slip:
    if wrong in _VOWELS and right in _VOWELS:
        return "vowel"
    if _are_neighbours(wrong, right):
        return "key"
    return "sound" if {wrong, right} in _SOUNDS else "other"
