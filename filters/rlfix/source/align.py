"""Where in the source each word of the tree stands.

The words of the tree are laid beside those of the source in one pass. Where they differ, the source
has markup that the tree does not show (skipped), or the reader wrote a word otherwise (left without a
place), and a few words further on they agree again. A mistake made here costs an edit, never the
file: what is spliced is proved by reading it again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rlfix.source.words import SourceWord, TreeWord

AHEAD = 60
"""How many words of the source may be passed over before the far search begins."""
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
        self.grams: dict[tuple[str, ...], list[int]] = {}
        for index in range(len(words) - GRAM + 1):
            self.grams.setdefault(tuple(word.word for word in words[index : index + GRAM]), []).append(index)

    def number_at(self, offset: int) -> int:
        """Return the number of the first word that starts at or after `offset` of the source."""
        return bisect_left(self.words, offset, key=lambda word: word.start)

    def hide(self, start: int, end: int) -> None:
        """Keep the words between two offsets of the source for streams that ask for them by region."""
        for index in range(self.number_at(start), self.number_at(end)):
            self.taken[index] = 1

    def align(self, stream: list[TreeWord], region: Region) -> list[int]:
        """Return for each word of `stream` the number of its word in the source, -1 where it has none."""
        free = [index for index in range(region.start, region.end) if not self.taken[index]]
        found = _lay([word.word for word in stream], free, self)
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


def _lay(tree: list[str], free: list[int], aligner: Aligner) -> list[int]:
    """Lay the words `tree` beside the source's words numbered `free`, from left to right."""
    words = aligner.words
    found = [-1] * len(tree)
    i = j = 0
    while i < len(tree) and j < len(free):
        j = _past_markup(tree[i], free, j, words)
        if j < len(free) and words[free[j]].word == tree[i]:
            found[i] = free[j]
            i, j = i + 1, j + 1
            continue
        i, j = _meet(tree, i, free, j, aligner)
    return found


def _past_markup(word: str, free: list[int], j: int, words: list[SourceWord]) -> int:
    """Step over words that look like markup, unless `word` is among them and not the first one behind them."""
    end = j
    while end < len(free) and words[free[end]].markup:
        end += 1
    if end == j or (end < len(free) and words[free[end]].word == word):
        return end
    return next((k for k in range(j, end) if words[free[k]].word == word), end)


def _meet(tree: list[str], i: int, free: list[int], j: int, aligner: Aligner) -> tuple[int, int]:
    """Return where, after a difference at (i, j), tree and source agree again."""
    words = aligner.words
    for aside in range(ASIDE + 1):
        if i + aside >= len(tree):
            break
        word = tree[i + aside]
        reach = AHEAD if aside == 0 else AHEAD // 4
        for k in range(j, min(j + reach, len(free))):
            if words[free[k]].word == word and _agree(tree, i + aside, free, k, words):
                return i + aside, k
    return _meet_far(tree, i, free, j, aligner)


def _meet_far(tree: list[str], i: int, free: list[int], j: int, aligner: Aligner) -> tuple[int, int]:
    """Return the nearest place where some words in a row agree; a word of the tree passed over if there is none."""
    best: tuple[int, int, int] | None = None
    for aside in range(ASIDE * 4 if j < len(free) else 0):
        places = aligner.grams.get(tuple(tree[i + aside : i + aside + GRAM]), [])
        for index in places[bisect_left(places, free[j]) :][:1]:
            k = bisect_left(free, index)
            if k < len(free) and free[k] == index and (best is None or k - j + aside < best[0]):
                best = (k - j + aside, i + aside, k)
    return best[1:] if best else (i + 1, j)


def _agree(tree: list[str], i: int, free: list[int], j: int, words: list[SourceWord]) -> bool:
    """Tell whether the next words agree, markup between them left out: all that are left, or enough of them."""
    good = 0
    for step in range(GRAM):
        if i + step >= len(tree):
            return good == step
        j = _past_markup(tree[i + step], free, j, words)
        if j >= len(free) or words[free[j]].word != tree[i + step]:
            break
        good, j = good + 1, j + 1
    return good >= GRAM - 1
