"""What a scan for footnotes finds: references, definitions and notes written in place.

All offsets are code points of the scanned text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

Line: TypeAlias = tuple[int, int]
"""Start and end of a line in the text, without its newline and without the markers of the blocks around it."""
Leaf: TypeAlias = list[Line]
"""The lines of one paragraph, heading, row or the like, whose inline markup is read as a whole."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A marker that refers to a note, or would if the note were defined: `[^a]`, `[5]_`, `[fn:a]`."""

    start: int
    end: int
    label: str
    label_start: int
    label_end: int
    defines: bool = False
    """Whether it brings the note's text with it, as Org's `[fn:a: text]` does."""
    enclosed: bool = False
    """Whether it stands in brackets, or would be a link if it were no note: `[see [^a]](url)`, `[^a](url)`."""
    cited: bool = False
    """Whether it stands in a citation, `[@key, p. 3[^a]]`, whose text Pandoc also keeps as it is spelled."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A note's text with its label: the whole stretch of lines, without the newline at its end."""

    start: int
    end: int
    label: str
    label_start: int
    label_end: int
    body_start: int
    movable: bool = True
    """Whether it stands by itself: in no quote, list, HTML element or other note, and with text of its own."""
    greedy: bool = False
    """Whether the reader took it to be empty and swallowed the paragraph below it."""


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A note written where it is referred to: `^[text]`, `[fn::text]`."""

    start: int
    end: int


class Mark(NamedTuple):
    """A definition as a block scanner finds it: where its lines go and where its label is."""

    start: int
    end: int
    label_start: int
    label_end: int
    body_start: int
    movable: bool
    greedy: bool = False


class Blocks(NamedTuple):
    """What a block scanner makes of a text."""

    leaves: list[Leaf]
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of one text, each list in the order of the text."""

    references: tuple[Reference, ...]
    """Those of the text itself."""
    nested: tuple[Reference, ...]
    """Those that stand inside a definition or an inline note."""
    definitions: tuple[Definition, ...]
    inline: tuple[InlineNote, ...]
    prose: tuple[Leaf, ...]
    """The paragraphs and the like, in no particular order."""
    syntax: Syntax

    def owner(self, at: int) -> int | None:
        """Return the number of the innermost definition whose stretch holds offset `at`; None where there is none."""
        number = bisect_right(self.definitions, at, key=lambda definition: definition.start) - 1
        while number >= 0 and not self.definitions[number].start <= at < self.definitions[number].end:
            number = -1 if self.definitions[number].movable else number - 1
        return number if number >= 0 else None


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a family of readers understands labels."""

    family: str
    """`markdown` (Pandoc's own), `commonmark`, `rst` or `org`."""
    first_wins: bool
    """Whether the first of two definitions of one label counts; otherwise the last one does."""
    folds: bool
    """Whether `[^A B]` and `[^a  b]` are the same label."""
    backslashes: str
    """The characters of a reference to nothing that take a backslash to keep it text; none where none can."""

    def key(self, label: str) -> str:
        """Return what two spellings of the same label have in common."""
        return " ".join(label.split()).casefold() if self.folds else label


MARKDOWN = Syntax("markdown", first_wins=False, folds=False, backslashes="[^]")
PHPEXTRA = Syntax("markdown", first_wins=False, folds=False, backslashes="[]")
COMMONMARK = Syntax("commonmark", first_wins=True, folds=True, backslashes="[")
RST = Syntax("rst", first_wins=True, folds=False, backslashes="")
ORG = Syntax("org", first_wins=False, folds=False, backslashes="")

NUMBER = re.compile(r"[-+−]?[0-9]+(?:\.[0-9]+)?")
"""A label that is a number: `3`, `-2`, `0.5`, `01`."""


def lines_of(source: str) -> list[Line]:
    """Return the lines of `source`."""
    lines: list[Line] = []
    start = 0
    while start <= len(source):
        end = source.find("\n", start)
        end = len(source) if end < 0 else end
        lines.append((start, end))
        start = end + 1
    return lines
