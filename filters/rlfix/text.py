"""The document as one string, and the way back from a place in it to the tree.

`rlfix.flatten` makes it. What an author would call the text (paragraphs, headings, notes, cells,
captions, alt texts, the title) becomes one string with a blank line between blocks. Whatever is no
prose (code, math, raw text, citations, images, note marks, autolinks, struck or deleted text) is one
U+FFFC. Every other character belongs to a run: the `Str`, `Space` or `SoftBreak` that writes it. A
place without a run cannot be edited, so no check can reach into code or join two blocks.

    "Give [it](x)  to `f`'s *rec*ieve"  ->  Give it to \ufffc's recieve
                                            Str-Sp-Str-Sp-(no run)-Str-Sp-Str Str

All offsets are code points of `Text.string`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import panflute as pf

from rlfix.tokens import Tokens
from rlfix.zones import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.zones import Zones

OPAQUE = "\ufffc"
"""Stands for one thing that is no prose."""
SEPARATOR = "\n\n"
"""Stands between two blocks."""


class Run(NamedTuple):
    """One node and the stretch of `Text.string` it writes."""

    start: int
    end: int
    node: Any


class Block(NamedTuple):
    """One stretch of running text: a paragraph, a heading, a table cell's paragraph, a note's."""

    start: int
    end: int
    kind: str
    """para, header, item, definition, term, cell, caption, alt, line, note or meta: the innermost that holds it."""
    headings: tuple[str, ...]
    """The headings above it, outermost first; a heading stands under itself."""
    lang: str
    """BCP 47 tag in force, empty when nothing tells."""
    quoted: bool
    """True inside a block quotation."""
    node: Any
    """The element whose text it is."""


class Text:
    """A whole document as one string, with what is needed to look around in it and to change it."""

    def __init__(  # noqa: PLR0913, PLR0917 -- what `flatten` gathers, in its order
        self,
        string: str,
        blocks: list[Block],
        zones: Zones,
        curly: bool,
        starts: list[int],
        ends: list[int],
        nodes: list[Any],
        homes: list[list[Any]],
        owners: dict[int, tuple[Any, list[Any]]],
        asides: list[tuple[int, Any]],
    ) -> None:
        self.string = string
        self.blocks = blocks
        self.zones = zones
        """Where edits are off, are suggestions only, or must leave something."""
        self.curly = curly
        """True where the document writes an apostrophe as U+2019; `string` has ' for it in any case."""
        self.starts = starts
        """Where each run starts, rising."""
        self.ends = ends
        self.nodes = nodes
        """The node of each run."""
        self.homes = homes
        """The list in the tree that holds each run's node."""
        self.owners = owners
        """For the id of a home inside formatting: the formatting element and the list that holds that."""
        self.asides = asides
        """What is no prose but tells about it, and where: code, math, raw text, citations, links, images, notes."""
        self._quotations: dict[int, Zones] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the whole text."""
        return Tokens(self.string)

    @property
    def runs(self) -> Iterator[Run]:
        """Every run, in order."""
        return (self.run(index) for index in range(len(self.starts)))

    def run(self, index: int) -> Run:
        """Return the run numbered `index`."""
        return Run(self.starts[index], self.ends[index], self.nodes[index])

    def runs_in(self, start: int, end: int) -> range:
        """Return the numbers of the runs that share a character with [start, end)."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def block_at(self, offset: int) -> Block:
        """Return the block that holds `offset`, or the last one before it. Raises IndexError in an empty text."""
        return self.blocks[max(0, bisect_right(self.blocks, offset, key=lambda block: block.start) - 1)]

    def aside_at(self, offset: int) -> Any:
        """Return the node for which the U+FFFC at `offset` stands, or None."""
        index = bisect_left(self.asides, offset, key=lambda aside: aside[0])
        found = (node for place, node in self.asides[index : index + 4] if place == offset)
        return next(found, None)

    def is_quoted(self, start: int, end: int) -> bool:
        """Tell whether [start, end) stands in somebody else's words: a block quotation or quotation marks."""
        block = self.block_at(start)
        if block.quoted or any(self.zones.touching("quoted", start, end)):
            return True
        if block.start not in self._quotations:
            self._quotations[block.start] = quotations(self.string[block.start : block.end], block.start)
        return any(self._quotations[block.start].touching("quoted", start, end))


def is_english(lang: str) -> bool:
    """Tell whether a BCP 47 tag (or a babel name) means English; an absent one does."""
    return not lang or re.split(r"[-_]", lang.strip().lower())[0] in {"en", "eng", "english", "none"}


FORMATTING = frozenset({pf.Emph, pf.Strong, pf.Underline, pf.SmallCaps, pf.Superscript, pf.Subscript})
"""Inline elements that only change how their text looks."""
