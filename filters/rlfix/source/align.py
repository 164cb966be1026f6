"""Where in the source each word of the tree stands.

The words of the tree are laid beside those of the source. Where they differ, the source has markup
that the tree does not show (skipped), or the reader wrote a word otherwise (left without a place), and a
few words further on they agree again. A mistake made here costs an edit, never the
file: what is spliced is proved by reading it again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rlfix.source.words import SourceWord, TreeWord

AHEAD = 60
"""How many words of the source may be passed over at once."""
ASIDE = 8
"""How many words of the tree may be passed over at once."""
GRAM = 4
"""Words in a row that make a place sure."""


class Place(NamedTuple):
    """A word with a place in both."""

    at: int
    """Where it starts in `Text.string`."""
    end: int
    start: int
    """Where it starts in the source; it is as long there."""


class Places:
    """The words whose place in the source is known, in order of the text. A word may stand in the text twice."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.list = sorted(set(places))
        self.ats = [place.at for place in self.list]
        self.ends = [place.end for place in self.list]
        self._same: dict[int, list[int]] | None = None

    def copies(self, offset: int) -> list[int]:
        """Return how far from the word at or after `offset` the text has the same stretch of the source again."""
        index = bisect_left(self.ends, offset + 1)
        if index == len(self.list):
            return []
        if self._same is None:
            self._same = {}
            for place in self.list:
                self._same.setdefault(place.start, []).append(place.at)
        word = self.list[index]
        return [at - word.at for at in self._same[word.start] if at != word.at]

    def before(self, offset: int) -> Place | None:
        """Return the last word that ends at or before `offset` of the text."""
        index = bisect_right(self.ends, offset) - 1
        return self.list[index] if index >= 0 else None

    def after(self, offset: int) -> Place | None:
        """Return the first word that starts at or after `offset` of the text."""
        index = bisect_left(self.ats, offset)
        return self.list[index] if index < len(self.list) else None

    def around(self, offset: int) -> Place | None:
        """Return the word that has `offset` of the text inside it, not at its ends."""
        index = bisect_left(self.ats, offset) - 1
        return self.list[index] if index >= 0 and self.ends[index] > offset else None


class Region(NamedTuple):
    """A stretch of the source's words, by number."""

    start: int
    end: int


class Aligner:
    """Lays streams of the tree's words beside the source's words."""

    def __init__(self, words: list[SourceWord]) -> None:
        self.words = words
        self.taken = bytearray(len(words))
        """1 for a word that a stream has been given, or that none may have."""

    def number_at(self, offset: int) -> int:
        """Return the number of the first word that starts at or after `offset` of the source."""
        return bisect_left(self.words, offset, key=lambda word: word.start)

    def hide(self, start: int, end: int) -> None:
        """Keep the words between two offsets of the source for streams that ask for them by region."""
        for index in range(self.number_at(start), self.number_at(end)):
            self.taken[index] = 1

    def align(self, stream: list[TreeWord], region: Region) -> list[int]:
        """Return for each word of `stream` the number of its word in the source, -1 where it has none.

        What a region begins with is no markup, whatever it looks like: the title behind `#+title:`.
        """
        free = [index for index in range(region.start, region.end) if not self.taken[index]]
        same = (word.word == self.words[number].word for word, number in zip(stream, free, strict=False))
        found = free[: len(list(takewhile(bool, same)))]
        found += _lay([word.word for word in stream[len(found) :]], free[len(found) :], self.words)
        for index in found:
            if index >= 0:
                self.taken[index] = 1
        return found

    def release(self, region: Region) -> None:
        """Let the words of `region` be given once more."""
        self.taken[region.start : region.end] = bytes(region.end - region.start)

    def seek(self, stream: list[TreeWord], region: Region) -> Region:
        """Return the part of `region` that begins where the first words of `stream` stand, still free."""
        first = [word.word for word in stream[:GRAM]]
        for index in range(region.start, region.end - len(first) + 1):
            if self.words[index].word == first[0] and not self.taken[index]:
                free = [i for i in range(index, min(region.end, index + AHEAD)) if not self.taken[i]][: len(first)]
                if [self.words[i].word for i in free] == first:
                    return Region(index, region.end)
        return Region(region.start, region.start)


def _lay(tree: list[str], free: list[int], words: list[SourceWord]) -> list[int]:
    """Lay the words `tree` beside the source's words numbered `free`.

    Rows of words that stand once in each of both, in the same order, are sure: the anchors (as in patience
    diff, B. Cohen). From one anchor to the next the words are laid from left to right.
    """
    found = [-1] * len(tree)
    prose = [place for place, number in enumerate(free) if not words[number].markup]
    anchors = _anchors(tree, [words[free[place]].word for place in prose])
    bounds = [(0, 0), *((i, prose[j]) for i, j in anchors), (len(tree), len(free))]
    for (i, j), (end_i, end_j) in pairwise(bounds):
        window = _Window(tree[i:end_i], free[j:end_j], words)
        found[i:end_i] = window.lay()
    return found


def _anchors(tree: list[str], source: list[str]) -> list[tuple[int, int]]:
    """Return places (in the tree, in the source) where the same row of words begins that stands nowhere else."""
    once = _rows_that_stand_once(source)
    pairs = sorted((i, once[row]) for row, i in _rows_that_stand_once(tree).items() if row in once)
    return _rising(pairs)


def _rows_that_stand_once(words: list[str]) -> dict[tuple[str, ...], int]:
    """Return each row of words that `words` has once, with its place."""
    rows = list(zip(*(words[start:] for start in range(GRAM)), strict=False))
    counted = Counter(rows)
    return {row: place for place, row in enumerate(rows) if counted[row] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of `pairs`, sorted by the first, in which the second rises too (patience sorting)."""
    tops: list[int] = []
    numbers: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(numbers[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        numbers[pile : pile + 1] = [number]
    chain = []
    number = numbers[-1] if numbers else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch between two anchors."""

    tree: list[str]
    free: list[int]
    words: list[SourceWord]

    def lay(self) -> list[int]:
        """Return for each word of the tree the number of its word in the source, -1 where it has none."""
        found = [-1] * len(self.tree)
        i = j = 0
        while i < len(self.tree) and j < len(self.free):
            j = self.past_markup(self.tree[i], j)
            if j < len(self.free) and self.word(j) == self.tree[i]:
                found[i] = self.free[j]
                i, j = i + 1, j + 1
            else:
                i, j = self.meet(i, j)
        return found

    def word(self, j: int) -> str:
        return self.words[self.free[j]].word

    def past_markup(self, word: str, j: int) -> int:
        """Step over words that look like markup, unless `word` is among them and not the first one behind them."""
        end = j
        while end < len(self.free) and self.words[self.free[end]].markup:
            end += 1
        if end == j or (end < len(self.free) and self.word(end) == word):
            return end
        return next((k for k in range(j, end) if self.word(k) == word), end)

    def meet(self, i: int, j: int) -> tuple[int, int]:
        """Return where, after a difference at (i, j), tree and source agree again; a word passed over if nowhere."""
        for aside in range(min(ASIDE, len(self.tree) - i)):
            reach = min(len(self.free), j + (AHEAD if aside == 0 else AHEAD // 4))
            for k in range(j, reach):
                if self.word(k) == self.tree[i + aside] and self.agree(i + aside, k):
                    return i + aside, k
        return i + 1, j

    def agree(self, i: int, j: int) -> bool:
        """Tell whether the next words agree, markup between them left out: all that are left, or enough of them."""
        good = 0
        for word in self.tree[i : i + GRAM]:
            j = self.past_markup(word, j)
            if j >= len(self.free) or self.word(j) != word:
                break
            good, j = good + 1, j + 1
        return good >= min(GRAM - 1, len(self.tree) - i)
