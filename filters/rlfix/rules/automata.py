"""The phrases of a condition as one automaton.

A phrase is read word by word: each word of the text that is in one of the sets a state has a step for leads on.
States are built from a phrase's end: `build` is given what follows, and what several phrases go on with is built
once. Steps by the same set are drawn together, so that a hundred phrases cost a text hardly more than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.rules.nodes import State
from rlfix.rules.phrase import Choice, Mark, Stop, Words
from rlfix.rules.view import EXACTLY, UP_TO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rlfix.rules.phrase import Node

_Step = tuple[str, "int | str", int]
_Content = tuple[tuple[_Step, ...], tuple[str, ...]]


class Automata:
    """Builds states; `number_of` numbers the set of words that some words of a phrase stand for."""

    def __init__(self, number_of: Callable[[Words], int]) -> None:
        self._number_of = number_of
        self._numbers: dict[_Content, int] = {}
        self._contents: list[_Content] = []
        self._merged: dict[frozenset[int], int] = {}

    def states(self) -> Iterable[State]:
        """Yield all states in the order of their numbers."""
        for steps, ends in self._contents:
            plain = {what: follows for stop, what, follows in steps if not stop and isinstance(what, int)}
            others = tuple(step for step in steps if step[0] or isinstance(step[1], str))
            yield State(plain, others, ends)

    def start(self, phrases: Iterable[Node], *, backward: bool = False) -> int:
        """Return the state from which any of `phrases` is read, from its last word to its first if `backward`."""
        end = self._state((), ("",))
        return self._merge(self._build(phrase, end, backward=backward) for phrase in phrases)

    def first_words(self, state: int) -> Iterable[int]:
        """Yield the sets of words that `state` has steps for."""
        steps, _ = self._contents[state]
        return (what for _, what, _ in steps if isinstance(what, int))

    def _build(self, node: Node, follows: int, *, backward: bool) -> int:
        """Return the state from which `node` is read, and then what the state `follows` reads."""
        if isinstance(node, Words):
            return self._state([("", self._number_of(node), follows)])
        if isinstance(node, Mark):
            return self._marked(node.name, follows)
        if isinstance(node, Stop):
            return self._stopped(node.mark, follows, backward=backward)
        if isinstance(node, Choice):
            return self._merge(self._build(branch, follows, backward=backward) for branch in node.branches)
        parts = [part for part in node.parts if part != Stop("-")]  # a blank is as good
        for part in parts if backward else reversed(parts):
            follows = self._build(part, follows, backward=backward)
        return follows

    def _marked(self, mark: str, follows: int) -> int:
        if mark == "**":
            found = follows
            for _ in range(UP_TO):
                found = self._merge([follows, self._state([("", "*", found)])])
            return found
        if mark == "#":
            fraction = self._state([(f"{EXACTLY}.", "#", follows), (f"{EXACTLY},", "#", follows)])
            follows = self._merge([follows, fraction])
        return self._state([("", mark, follows)])

    def _stopped(self, mark: str, follows: int, *, backward: bool) -> int:
        """Return the state that reads `mark` before what `follows` reads."""

        def put(stop: str) -> str:
            return stop + mark if backward else mark + stop

        steps, ends = self._contents[follows]
        return self._state([(put(stop), what, after) for stop, what, after in steps], [put(stop) for stop in ends])

    def _merge(self, states: Iterable[int]) -> int:
        """Return the state that reads what any of `states` reads."""
        several = frozenset(states)
        if len(several) == 1:
            return next(iter(several))
        found = self._merged.get(several)
        if found is None:
            by_word: dict[tuple[str, int | str], set[int]] = {}
            ends: set[str] = set()
            for state in sorted(several):
                steps, more = self._contents[state]
                ends.update(more)
                for stop, what, after in steps:
                    by_word.setdefault((stop, what), set()).add(after)
            found = self._state([(*key, self._merge(after)) for key, after in by_word.items()], ends)
            self._merged[several] = found
        return found

    def _state(self, steps: Iterable[_Step], ends: Iterable[str] = ()) -> int:
        content = (tuple(sorted(steps, key=repr)), tuple(sorted(ends)))
        if content not in self._numbers:
            self._numbers[content] = len(self._contents)
            self._contents.append(content)
        return self._numbers[content]
