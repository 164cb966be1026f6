"""What the rules of some packs share, as bytes of which a document reads little: sets of words and automata.

Words lead to the sets that have them: what is asked all the time, whether a word is in a set, is then whether a
number is among the word's. The phrases of a condition are one automaton, a state of which leads on by the sets
that the next word may be in (`automata`). Layout: `_COUNTS`, then 4-byte integers: for each word where its sets
end (in `_PARTS`), these sets, where each set of spellings ends, where the steps of
each state end, their sets, their targets, and where the rest of each state ends; then the spellings, the rest
of the states, and the trie that numbers the words.
"""

from __future__ import annotations

import marshal
import struct
from array import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNTS = struct.Struct("=7I")
"""How many words, sets of words, sets of spellings, states and steps there are, and how long the strings and rests."""
_INTEGER = 4
_PARTS = 5
"""Parts that the sets of a word come in: sought, sought and near, near, wanted, others (see `Uses`)."""


class State(NamedTuple):
    """A state of an automaton."""

    steps: dict[int, int]
    """For a set of words that the next word may be in, the state that follows."""
    others: tuple[tuple[str, int | str, int], ...] = ()
    """Other steps: the punctuation before the word, its set or mark, and the state that follows."""
    ends: tuple[str, ...] = ()
    """Punctuation before which a phrase may end here; the empty string stands for any, and for none."""


class Nodes:
    """Reads what `packed` wrote."""

    def __init__(self, data: bytes | memoryview) -> None:
        import marisa_trie  # noqa: PLC0415 -- only where a document is looked at

        whole = memoryview(data)
        words, sets, spelled, states, steps, strings, rests = _COUNTS.unpack_from(whole)
        at = _COUNTS.size
        found = []
        for count in (_PARTS * words, sets, spelled, states, steps, steps, states):
            found.append(whole[at : at + _INTEGER * count].cast("I"))
            at += _INTEGER * count
        self._stops, self._sets, self._spelled, self._state_ends, self._labels, self._targets, self._rest_ends = found
        self._strings = whole[at : at + strings]
        self._rests = whole[at + strings : at + strings + rests]
        self._number_of = marisa_trie.Trie().map(whole[at + strings + rests :]).get
        self._ids: dict[str, frozenset[int]] = {}
        self._near: dict[str, frozenset[int]] = {}
        self._spellings: dict[int, frozenset[str]] = {}
        self._states: dict[int, State] = {}

    def ids(self, word: str) -> frozenset[int]:
        """Return the numbers of the sets that have `word`."""
        found = self._ids.get(word)
        if found is None:
            found = self._ids[word] = frozenset(self._sets_of(word, 0, _PARTS))
        return found

    def sought(self, word: str) -> Iterable[int]:
        """Return the numbers of those sets that have `word` and are of what rules look for."""
        return self._sets_of(word, 0, 2)

    def wanted(self, word: str) -> Iterable[int]:
        """Return the numbers of those sets that have `word` and are of what rules need."""
        return self._sets_of(word, 0, 4)

    def near(self, word: str) -> frozenset[int]:
        """Return the numbers of those sets that have `word` and are of what conditions want in a sentence."""
        found = self._near.get(word)
        if found is None:
            found = self._near[word] = frozenset(self._sets_of(word, 1, 3))
        return found

    def _sets_of(self, word: str, first: int, last: int) -> Iterable[int]:
        """Return the sets of `word`, of their `_PARTS` those from `first` up to `last`."""
        number = self._number_of(word)
        if number is None:
            return ()
        stop = _PARTS * number + first - 1
        return self._sets[self._stops[stop] if stop >= 0 else 0 : self._stops[_PARTS * number + last - 1]]

    def spellings(self, number: int) -> frozenset[str]:
        """Return a set of spellings, in which case matters."""
        if number not in self._spellings:
            found = _cut(self._strings, self._spelled, number)
            self._spellings[number] = frozenset(bytes(found).decode().split())
        return self._spellings[number]

    def state(self, number: int) -> State:
        """Return a state of an automaton."""
        found = self._states.get(number)
        if found is None:
            labels, targets = (_cut(data, self._state_ends, number) for data in (self._labels, self._targets))
            steps = dict(zip(labels, targets, strict=True))
            rest = _cut(self._rests, self._rest_ends, number)
            found = self._states[number] = State(steps, *(marshal.loads(rest) if rest else ()))  # noqa: S302 -- ours
        return found


def _cut(data: memoryview, ends: memoryview, number: int) -> memoryview:
    return data[ends[number - 1] if number else 0 : ends[number]]


class Uses(NamedTuple):
    """The numbers of sets of words that are used for more than steps."""

    sought: set[int]
    """Sets that rules look for."""
    near: set[int]
    """Sets that conditions want in a sentence."""
    wanted: set[int]
    """Sets that rules and their conditions want somewhere in a document."""

    def part(self, number: int) -> int:
        """Return which of the parts of a word's sets a set belongs to."""
        if number in self.sought:
            return 1 if number in self.near else 0
        return 2 if number in self.near else 3 if number in self.wanted else 4


def packed(sets: Iterable[Iterable[str]], uses: Uses, spellings: Iterable[str], states: Iterable[State]) -> bytes:
    """Return sets of words, of spellings and states as bytes that `Nodes` reads; the same for the same ones."""
    import marisa_trie  # noqa: PLC0415

    having: dict[str, list[int]] = {}
    for number, words in enumerate(sets):
        for word in words:
            having.setdefault(word, []).append(number)
    trie = marisa_trie.Trie(sorted(having))
    rows = [having[trie.restore_key(number)] for number in range(len(having))]
    stops, spelled, state_ends, labels, targets, rest_ends = (array("I") for _ in range(6))
    flat = array("I")
    for row in rows:
        for part in range(_PARTS):
            flat.extend(one for one in row if uses.part(one) == part)
            stops.append(len(flat))
    strings, rests = bytearray(), bytearray()
    for one in spellings:
        strings += one.encode()
        spelled.append(len(strings))
    for steps, others, ends in states:
        labels.extend(steps)
        targets.extend(steps.values())
        state_ends.append(len(labels))
        rests += marshal.dumps((others, ends), 2) if others or ends else b""
        rest_ends.append(len(rests))
    counts = (len(rows), len(flat), len(spelled), len(state_ends), len(labels), len(strings), len(rests))
    arrays = (stops, flat, spelled, state_ends, labels, targets, rest_ends)
    return b"".join([_COUNTS.pack(*counts), *(one.tobytes() for one in arrays), strings, rests, trie.tobytes()])
