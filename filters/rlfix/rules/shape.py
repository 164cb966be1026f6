"""The phrases of conditions: matched along the text with all their choices at once.

A phrase is a tree of nodes that refer to one another by number: sets of words, marks, rows (0, parts...)
and choices (1, branches...). Matching carries the set of places that the parts read so far can end at, so
that no choice is tried twice and none is multiplied out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rlfix.rules.view import UP_TO, joined, squeezed, touches

if TYPE_CHECKING:
    from rlfix.rules.view import View

State = tuple[int, str]
"""The token to read next, and the punctuation read since the one before it."""
AT_START = "^"
"""Instead of punctuation: whatever stands before the first word."""
BESIDE = "~"
"""Instead of punctuation: the first word stands right beside a match, or only a quotation mark between them."""
COUNT = 4
"""Bytes that tell how many nodes there are."""
_ROW = 0


class _Sets(dict[int, frozenset[str]]):
    """Sets of words by number, of each those that the document has; read when first asked for."""

    __slots__ = ("_nodes", "_view")

    def __init__(self, nodes: Nodes, view: View) -> None:
        super().__init__()
        self._nodes = nodes
        self._view = view

    def __missing__(self, number: int) -> frozenset[str]:
        found = self[number] = self._view.those_of(self._nodes.cut(number))
        return found


class _Parts(dict[int, Any]):
    """Parts of phrases by number: a mark, a blank for a set of words, or the kind of another and its parts."""

    __slots__ = ("_nodes",)

    def __init__(self, nodes: Nodes) -> None:
        super().__init__()
        self._nodes = nodes

    def __missing__(self, number: int) -> Any:
        data = self._nodes.cut(number)
        if data[0] <= 1:
            found: Any = (data[0], *memoryview(data)[1:].cast("I"))
        else:
            found = " " if data[:1] == b" " else data.decode()
        self[number] = found
        return found


class Nodes:
    """The sets of words and the phrases of a pack, for one document: of each set only the words it has."""

    __slots__ = ("_chosen", "_data", "_known", "_parts", "_possible", "_spellings", "_stops", "here", "view")

    def __init__(self, data: bytes | memoryview, view: View) -> None:
        whole = memoryview(data)
        start = COUNT + 4 * int.from_bytes(whole[:COUNT], "big")
        self._stops = whole[COUNT:start].cast("I")
        self._data = whole[start:]
        self.view = view
        self.here = _Sets(self, view)
        """Those words of a set that the document has, by its number."""
        self._parts = _Parts(self)
        self._known: dict[tuple[int, int, int], bool] = {}
        self._spellings: dict[int, frozenset[str]] = {}
        self._chosen: dict[int, list[int]] = {}
        self._possible: dict[int, bool] = {}

    def cut(self, number: int) -> bytes:
        """Return the node `number` as it was packed."""
        return bytes(self._data[self._stops[number - 1] if number else 0 : self._stops[number]])

    def spellings(self, number: int) -> frozenset[str]:
        """Return a set of spellings."""
        if number not in self._spellings:
            self._spellings[number] = frozenset(self.cut(number)[1:].decode().split())
        return self._spellings[number]

    def stands_in(self, view: View, number: int, start: int, end: int) -> bool:
        """Tell whether a phrase stands somewhere among the tokens of `view` from `start` up to `end`."""
        return any(self.starts_at(view, number, index, end) for index in range(start, end))

    def starts_at(self, view: View, number: int, index: int, end: int) -> bool:
        """Tell whether a phrase starts with token `index` and ends before token `end`."""
        return any(
            place > index and (not stop or squeezed(view.gap(place)).startswith(stop))
            for place, stop in self._ends(view, number, {(index, AT_START)}, end)
        )

    def ends_before(self, view: View, number: int, first: int, place: int) -> bool:
        """Tell whether a phrase ends right before token `place`, in the words from token `first` on.

        Rules share phrases and match at the same places, so the answer is kept, as is that of `starts_after`.
        """
        key = (number, place, -1)
        if key not in self._known:
            self._known[key] = any(
                (at < place - 1 and (not stop or squeezed(view.gap(at + 1)).endswith(stop)))
                or (at == place - 1 and len(stop) > 1 and squeezed(view.gap(place)).endswith(stop[:-1]))
                for at, stop in self._begins(view, number, {(place - 1, BESIDE)}, first)
            )
        return self._known[key]

    def starts_after(self, view: View, number: int, place: int, last: int) -> bool:
        """Tell whether a phrase starts right at token `place`, in the words up to token `last`."""
        key = (number, place, last)
        if key not in self._known:
            self._known[key] = any(
                (at > place and (not stop or squeezed(view.gap(at)).startswith(stop)))
                or (at == place and len(stop) > 1 and squeezed(view.gap(place)).startswith(stop[1:]))
                for at, stop in self._ends(view, number, {(place, BESIDE)}, last)
            )
        return self._known[key]

    def _ends(self, view: View, number: int, states: set[State], last: int) -> set[State]:
        """Return where a node can end that starts at one of `states`, in the words up to token `last`."""
        node = self._parts[number]
        if node == " ":
            words, bare, here = view.words, view.bare, self.here[number]
            return {
                (at + 1, "")
                for at, stop in states
                if at < last and (bare[at] in here or words[at] in here) and _follows(view, at, stop)
            }
        if node.__class__ is str:
            return _mark_ends(view, node, states, last)
        if node[0] == _ROW:
            for part in node[1:]:
                states = self._ends(view, part, states, last)
                if not states:
                    break
            return states
        return set().union(*[self._ends(view, part, states, last) for part in self._branches(number, node)])

    def _begins(self, view: View, number: int, states: set[State], first: int) -> set[State]:
        """Return before which tokens a node can begin that ends at one of `states`, from token `first` on.

        As `_ends`, the other way: a state is the token to read next, to the left, and the punctuation after it.
        """
        node = self._parts[number]
        if node == " ":
            words, bare, here = view.words, view.bare, self.here[number]
            return {
                (at - 1, "")
                for at, stop in states
                if at >= first and (bare[at] in here or words[at] in here) and _precedes(view, at, stop)
            }
        if node.__class__ is str:
            return _mark_begins(view, node, states, first)
        if node[0] == _ROW:
            for part in node[:0:-1]:
                states = self._begins(view, part, states, first)
                if not states:
                    break
            return states
        return set().union(*[self._begins(view, part, states, first) for part in self._branches(number, node)])

    def _branches(self, number: int, node: Any) -> list[int]:
        """Return the branches of a choice that the document has the words for."""
        if number not in self._chosen:
            self._chosen[number] = [branch for branch in node[1:] if self.is_possible(branch)]
        return self._chosen[number]

    def is_possible(self, number: int) -> bool:
        """Tell whether the document has the words for a phrase."""
        if number not in self._possible:
            node = self._parts[number]
            if node.__class__ is str:
                self._possible[number] = node != " " or bool(self.here[number])
            elif node[0] == _ROW:
                self._possible[number] = all(map(self.is_possible, node[1:]))
            else:
                self._possible[number] = bool(self._branches(number, node))
        return self._possible[number]


def _mark_ends(view: View, mark: str, states: set[State], last: int) -> set[State]:
    if mark.startswith("'"):
        return {(at, stop + mark[1:]) for at, stop in states}
    if mark == "**":
        found = set(states)
        for _ in range(UP_TO):
            states = _mark_ends(view, "*", states, last)
            found |= states
        return found
    found = {
        (at + 1, "") for at, stop in states if at < last and view.marked(mark, at) and _follows(view, at, stop, mark)
    }
    if mark == "#":
        fractions = [at for at, _ in found if at < last and view.gap(at) in (".", ",")]
        found |= {(at + 1, "") for at in fractions if view.marked(mark, at)}
    return found


def _follows(view: View, at: int, stop: str, mark: str = "") -> bool:
    """Tell whether what stands before token `at` is what the phrase has there."""
    if stop == AT_START:
        return True
    gap = view.gap(at)
    if stop == BESIDE:
        return touches(gap) or (mark == "#" and joined(gap, "", mark))
    if stop[:1] == AT_START:
        return squeezed(gap).endswith(stop[1:])
    return joined(gap, stop.removeprefix(BESIDE), mark)


def _mark_begins(view: View, mark: str, states: set[State], first: int) -> set[State]:
    if mark.startswith("'"):
        return {(at, mark[1:] + stop) for at, stop in states}
    if mark == "**":
        found = set(states)
        for _ in range(UP_TO):
            states = _mark_begins(view, "*", states, first)
            found |= states
        return found
    found = {(at - 1, "") for at, stop in states if at >= first and view.marked(mark, at) and _precedes(view, at, stop)}
    if mark == "#":
        fractions = [at for at, _ in found if at >= first and view.gap(at + 1) in (".", ",")]
        found |= {(at - 1, "") for at in fractions if view.marked(mark, at)}
    return found


def _precedes(view: View, at: int, stop: str) -> bool:
    """Tell whether what stands after token `at` is what the phrase has there."""
    gap = view.gap(at + 1)
    if stop == BESIDE:
        return touches(gap)
    if stop[-1:] == BESIDE:
        return squeezed(gap) == stop[:-1]
    return joined(gap, stop)
