"""Kinds of slips: how a misspelt word came from the word that was meant.

The kinds are those by which studies of typing and spelling errors count them (Kukich 1992, Techniques for
automatically correcting words in text, §1.2): a letter missing, extra, changed, two swapped; and, within these,
whether the hand slipped to the next key, or the ear heard the same sound.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Slip = Literal[
    "swapped", "doubled", "single", "missing-vowel", "missing-consonant", "extra-vowel", "extra-consonant",
    "extra-key", "vowel", "sound", "key", "other",
]  # fmt: skip

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ({"c", "k"}, {"c", "s"}, {"s", "z"}, {"g", "j"}, {"f", "v"}, {"m", "n"}, {"q", "k"}, {"d", "t"}, {"c", "t"})


@lru_cache(maxsize=1)
def _neighbours() -> frozenset[tuple[str, str]]:
    """Return the pairs of keys that lie side by side, in a row or in two."""
    places = {key: (row, column + row / 2) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
    return frozenset(
        (one, other)
        for one, (row, column) in places.items()
        for other, (row2, column2) in places.items()
        if one != other and abs(row - row2) <= 1 and abs(column - column2) <= 1
    )


def slips(wrong: str, right: str) -> list[Slip]:
    """Return the slips that make `wrong` of `right`, fewest first found (Damerau-Levenshtein with its alignment)."""
    table = _table(wrong, right)
    found: list[Slip] = []
    i, j = len(wrong), len(right)
    while i or j:
        cost = table[i][j]
        if i and j and wrong[i - 1] == right[j - 1] and cost == table[i - 1][j - 1]:
            i, j = i - 1, j - 1
        elif _swapped(wrong, right, i, j) and cost == table[i - 2][j - 2] + 1:
            found.append("swapped")
            i, j = i - 2, j - 2
        elif j and cost == table[i][j - 1] + 1:
            found.append(_missing(right, j - 1))
            j -= 1
        elif i and cost == table[i - 1][j] + 1:
            found.append(_extra(wrong, i - 1))
            i -= 1
        else:
            found.append(_changed(wrong[i - 1], right[j - 1]))
            i, j = i - 1, j - 1
    return found


def _swapped(wrong: str, right: str, i: int, j: int) -> bool:
    return i > 1 and j > 1 and wrong[i - 1] == right[j - 2] and wrong[i - 2] == right[j - 1] != wrong[i - 1]


def _table(wrong: str, right: str) -> list[list[int]]:
    table = [list(range(len(right) + 1))]
    for i, letter in enumerate(wrong, 1):
        row = [i]
        for j, other in enumerate(right, 1):
            cost = min(table[i - 1][j - 1] + (letter != other), table[i - 1][j] + 1, row[j - 1] + 1)
            if _swapped(wrong, right, i, j):
                cost = min(cost, table[i - 2][j - 2] + 1)
            row.append(cost)
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
    if any((wrong[place], key) in _neighbours() for key in beside):
        return "extra-key"
    return "extra-vowel" if wrong[place] in _VOWELS else "extra-consonant"


def _changed(wrong: str, right: str) -> Slip:
    if wrong in _VOWELS and right in _VOWELS:
        return "vowel"
    if (wrong, right) in _neighbours():
        return "key"
    return "sound" if {wrong, right} in _SOUNDS else "other"
