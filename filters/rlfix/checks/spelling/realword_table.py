"""Confused words whose place tells: what stands before, what stands after, which word is meant.

A row is read *between `before` and `after`, the word is a slip for `meant`*. Both sides list alternatives, separated
by blanks; `_` joins two words that must both stand there; a `!` before an alternative vetoes; an empty side, or one of
vetoes only, takes anything. A question mark after `meant` makes it a suggestion. Capitals name classes:

| ARTICLE DET POSS SUBJ PREP BE DO MODAL COND | the sets of `realword_place`; MODAL has the negated ones, too |
| NOUN PLURAL VERB PAST JJ | what the word can only be: a noun, …, a participle, an adjective |
| BASE NUMBER CODE ANY | can be a verb's base; a number; code, math or a citation; some word |
| START COMMA END | first in the sentence; right after a comma; right before a stop or a comma |
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_place import (
    ARTICLES,
    BE,
    CONDITIONS,
    DETERMINERS,
    DO,
    MODALS,
    NEGATED,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
    Place,
    can_be,
    is_noun,
    is_only,
    is_verb,
)
from rlfix.checks.spelling.realword_rows import ROWS
from rlfix.text import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Callable

_SETS = {
    "ARTICLE": ARTICLES, "DET": DETERMINERS, "POSS": POSSESSIVES, "SUBJ": SUBJECTS, "PREP": PREPOSITIONS, "BE": BE,
    "DO": DO, "MODAL": MODALS | NEGATED, "COND": CONDITIONS, "CODE": frozenset({OPAQUE}),
}  # fmt: skip
_TESTS: dict[str, Callable[[str], bool]] = {
    "NOUN": is_noun,
    "PLURAL": lambda word: is_only(word, "NNS"),
    "VERB": lambda word: is_only(word, "VB"),
    "PAST": lambda word: is_only(word, "VBN", "VBD"),
    "JJ": lambda word: is_only(word, "JJ"),
    "BASE": is_verb,
    "NUMBER": lambda word: word.isdigit() or can_be(word, "CD"),
    "ANY": bool,
}
_SPOTS: dict[str, Callable[[Place], bool]] = {
    "START": lambda place: place.starts_sentence,
    "COMMA": lambda place: place.follows_comma,
    "END": lambda place: place.ends_clause,
}


def by_table(place: Place) -> str:
    """Return what a word means by the first row of the table that holds for its place."""
    for before, after, meant in ROWS[place.word]:
        if _holds(place, before, is_before=True) and _holds(place, after, is_before=False):
            return meant
    return ""


@lru_cache(maxsize=1024)
def _parsed(side: str) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return the alternatives of one side of a row and its vetoes, each as its words."""
    words = side.split()
    wanted = tuple(tuple(one.split("_")) for one in words if not one.startswith("!"))
    return wanted, tuple(tuple(one[1:].split("_")) for one in words if one.startswith("!"))


def _holds(place: Place, side: str, *, is_before: bool) -> bool:
    wanted, vetoes = _parsed(side)
    if any(_stands(place, one, is_before=is_before) for one in vetoes):
        return False
    return not wanted or any(_stands(place, one, is_before=is_before) for one in wanted)


def _stands(place: Place, words: tuple[str, ...], *, is_before: bool) -> bool:
    """Tell whether `words` stand before, or after, the word at `place`."""
    near = place.before if is_before else place.after
    if len(words) == 1:
        return _matches(place, near, words[0])
    if is_before:
        return _matches(place, near, words[1]) and _matches(place, place.before2, words[0])
    return _matches(place, near, words[0]) and _matches(place, place.after2, words[1])


def _matches(place: Place, word: str, wanted: str) -> bool:
    if not wanted.isupper():
        return word == wanted
    if wanted in _SPOTS:
        return _SPOTS[wanted](place)
    return word in _SETS[wanted] if wanted in _SETS else _TESTS[wanted](word)
