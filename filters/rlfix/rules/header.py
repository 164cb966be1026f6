"""The compiled form of a pack: plain tuples, found by the words that its rules need.

A rule is found by its triggers: sets of words of which the text must have one for the rule to match anywhere.
Rules are bytes, unpacked only then, so that a rule nobody needs costs nothing but its place in the
index. What is asked for last, the conditions and then the words of the report, is bytes within these
bytes. No sets and no shared objects inside: the bytes are the same for the same packs.
"""

from __future__ import annotations

import marshal
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGINE = "5"
"""Changes when the compiled form or the matching does; a file of another is compiled again."""
ANY = -1
"""In an index of rules, instead of a set of words: those that have to be tried in every document."""
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
    triggers: dict[int, tuple[int, ...]]
    """For a set of words, by number, the rules that need one of them; under ANY those that have to be tried always."""
    needs: tuple[tuple[int, ...], ...]
    """For each rule the other sets of which a document must have a word."""
    names: tuple[str, ...]
    """The rules' ids, in their order."""
    rules: Sequence[Any]
    """Each rule as bytes."""
    nodes: Any
    """As bytes, the sets of words and the parts of phrases that rules refer to by number (`nodes.Nodes`).

    Packs that were compiled together share one object.
    """


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


def dump(packs: Sequence[Header]) -> bytes:
    """Return `packs`, which were compiled together, as bytes, the same for the same packs in every run."""
    heads = [(*pack[:_FIELDS], tuple(accumulate(map(len, pack.rules)))) for pack in packs]
    rules = b"".join(rule for pack in packs for rule in pack.rules)
    nodes = packs[0].nodes if packs else b""
    head = as_bytes((len(rules) + len(nodes), heads))
    return b"".join([len(head).to_bytes(_LENGTH, "big"), head, rules, nodes])


_FIELDS = Header._fields.index("rules")


def load(data: bytes | memoryview) -> list[Header]:
    """Return the packs that `dump` made bytes of. Raises ValueError, EOFError or TypeError where it did not."""
    view = memoryview(data)
    start = _LENGTH + int.from_bytes(view[:_LENGTH], "big")
    length, heads = marshal.loads(view[_LENGTH:start])  # noqa: S302 -- a file of our own
    if len(view) != start + length:
        raise ValueError("cut short")
    nodes = view[start + sum(ends[-1] for *_, ends in heads if ends) :]
    packs = []
    for *fields, ends in heads:
        body = view[start : start + (ends[-1] if ends else 0)]
        packs.append(Header._make((*fields, _Slices(body, ends), nodes)))
        start += len(body)
    return packs


def as_bytes(value: Any) -> bytes:
    """Return `value` as bytes of marshal's version 2, which has no references: sharing depends on the run."""
    return marshal.dumps(value, 2)
