"""Tables drawn with characters: what a cell gains or loses, the blanks behind it make up for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix.source.splice import Splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.source.splice import Way

_GAP = re.compile(r" {2,}(?=\S)| +(?=\|)")
"""Blanks between two columns."""


def keeping_columns(source: str, way: Way) -> Iterator[Way]:
    """Yield `way` with the columns to the right of it kept in their places, if there are any."""
    padded = [part for splice in way for part in _padded(source, splice)]
    if len(padded) > len(way):
        yield tuple(sorted(padded))


def _padded(source: str, splice: Splice) -> Iterator[Splice]:
    yield splice
    grown = len(splice.new) - (splice.end - splice.start)
    line_end = source.find("\n", splice.end)
    gap = _GAP.search(source, splice.end, line_end if line_end >= 0 else len(source))
    if gap and grown < 0:
        yield Splice(gap.start(), gap.start(), " " * -grown)
    elif gap and 0 < grown < gap.end() - gap.start():
        yield Splice(gap.start(), gap.start() + grown, "")
