"""The compiled form of a pack: plain tuples, found by the words that its rules need.

A rule is found by its triggers: words of which the text must have one for the rule to match anywhere.
Rules are bytes, unpacked only then, so that a rule nobody needs costs nothing but its place in the
index. What is asked for last, the conditions and then the words of the report, is bytes within these
bytes. No sets and no shared objects inside: the bytes are the same for the same packs.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENGINE = "3"
"""Changes when the compiled form or the matching does; a file of another is compiled again."""
_LENGTH = 4
"""Bytes that tell how long the part before the rules is."""


class Header(NamedTuple):
    """One compiled pack."""

    name: str
    sure: tuple[Any, ...]
    hints: tuple[Any, ...]
    needed: int
    own: bool
    """True for a pack that comes with rlfix, whose regexes are known to be harmless."""
    triggers: dict[str, tuple[int, ...]]
    """The rules that a word may trigger; under the empty word those that have to be tried always."""
    names: tuple[str, ...]
    """The rules' ids, in their order."""
    rules: Sequence[Any]
    """Each rule as bytes."""
    nodes: Any
    """As bytes, the sets of words and the parts of phrases that the rules refer to by number (`table.packed`)."""


class _Slices:
    """Some bytes that stand one after the other, cut out when they are asked for."""

    __slots__ = ("_data", "_ends")

    def __init__(self, data: memoryview, ends: tuple[int, ...]) -> None:
        self._data = data
        self._ends = ends

    def __getitem__(self, index: int) -> memoryview:
        return self._data[self._ends[index - 1] if index else 0 : self._ends[index]]

    def __len__(self) -> int:
        return len(self._ends)


def dump(packs: Iterable[Header]) -> bytes:
    """Return `packs` as bytes, the same for the same packs in every run of one Python."""
    heads, bodies = [], []
    for pack in packs:
        ends, end = [], 0
        for rule in pack.rules:
            end += len(rule)
            ends.append(end)
        heads.append((*pack[:7], tuple(ends), end + len(pack.nodes)))
        bodies += [*pack.rules, pack.nodes]
    head = as_bytes(heads)
    return b"".join([len(head).to_bytes(_LENGTH, "big"), head, *bodies])


def load(data: bytes | memoryview) -> list[Header]:
    """Return the packs that `dump` made bytes of. Raises ValueError, EOFError or TypeError where it did not."""
    view = memoryview(data)
    start = _LENGTH + int.from_bytes(view[:_LENGTH], "big")
    packs = []
    for *fields, ends, length in marshal.loads(view[_LENGTH:start]):  # noqa: S302 -- a file of our own
        body = view[start : start + length]
        if len(body) != length:
            raise ValueError("cut short")
        packs.append(Header._make((*fields, _Slices(body, ends), body[ends[-1] if ends else 0 :])))
        start += length
    return packs


def as_bytes(value: Any) -> bytes:
    """Return `value` as bytes of marshal's version 2, which has no references: sharing depends on the run."""
    return marshal.dumps(value, 2)
