"""The blocks of CommonMark with footnotes, as Pandoc's `gfm` and `commonmark_x` read them.

Each line is first matched against the open containers (quotes, list items, definitions, divs), then
may open new ones, and what is left of it belongs to a paragraph, code or HTML, as the CommonMark
specification (0.31, "Appendix: A parsing strategy") has it. A definition is a container whose lines are
indented by four columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rlfix.source.labels_model import Blocks, Leaf, Line, Mark, lines_of

if TYPE_CHECKING:
    from collections.abc import Collection

_NOTE = re.compile(r"\[\^((?:\\.|[^\[\]\\\n]){1,999})\]:")
_ATX = re.compile(r"#{1,6}(?:[ \t]|$)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*$")
_BULLET = re.compile(r"[-+*](?=[ \t]|$)")
_NUMBER = re.compile(r"([0-9]{1,9})[.)](?=[ \t]|$)")
_FANCY = re.compile(r"\(?(?:([0-9]{1,9})|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|\#)[.)](?=[ \t]|$)")
_FENCE = re.compile(r"(?:(`{3,})[^`]*|(~{3,}).*)$")
_DIV = re.compile(r"(:{3,})[ \t]*(?:\{[^\n]*\}|[^\s:{]+)[ \t]*:*[ \t]*$")
_TERM = re.compile(r"[:~](?=[ \t])")
_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link"
    "|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    "|title|tr|track|ul"
)
_HTML = (
    (re.compile(r"<(?:pre|script|style|textarea)(?:[\s>]|$)", re.IGNORECASE), "</(?:pre|script|style|textarea)>"),
    (re.compile(r"<!--"), "-->"),
    (re.compile(r"<\?"), r"\?>"),
    (re.compile(r"<![A-Za-z]"), ">"),
    (re.compile(r"<!\[CDATA\["), r"\]\]>"),
    (re.compile(rf"</?(?:{_TAGS})(?:\s|/?>|$)", re.IGNORECASE), ""),
)
"""How an HTML block starts, and what is in its last line; it ends before a blank line where that is empty."""
_LONE_TAG = re.compile(
    r"(?:<[A-Za-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>|</[A-Za-z][\w-]*\s*>)\s*$"
)
_STACKED = re.compile(
    r"<(/?)(?:div|details|section|aside|article|table|td|figure|main|nav|center)\b[^>]*>", re.IGNORECASE
)


@dataclass(slots=True)
class _Container:
    """A block that holds blocks."""

    kind: str
    """`quote`, `item`, `note` or `div`."""
    indent: int = 0
    """Columns by which its lines are indented; for a div the length of its fence."""
    mark: int = -1
    """Definitions: the number of its entry in the list of definitions."""
    empty: bool = False
    """Whether an item has had no text yet, so that a blank line ends it."""


@dataclass(slots=True)
class _Open:
    """The leaf that the next line may belong to."""

    kind: str = ""
    """`paragraph`, `fence`, `html` or nothing."""
    lines: Leaf = field(default_factory=list)
    fence: str = ""
    closer: re.Pattern[str] | None = None


def scan(source: str, extensions: Collection[str]) -> Blocks:
    """Return the paragraphs and the definitions of `source`."""
    scanner = _Scanner(source, extensions)
    lines = lines_of(source)
    for line in lines[_front_matter(source, lines) :]:
        scanner.line(line)
    scanner.close(0)
    marks = [mark._replace(movable=mark.movable and mark.end > mark.body_start) for mark in scanner.marks]
    return Blocks(scanner.leaves, marks)


def _front_matter(source: str, lines: list[Line]) -> int:
    """Return the number of the first line below a block of YAML or TOML."""
    fence = source[slice(*lines[0])].rstrip()
    if fence not in {"---", "+++"} or (fence == "---" and not (len(lines) > 1 and source[slice(*lines[1])].strip())):
        return 0
    closers = {"---", "..."} if fence == "---" else {"+++"}
    ends = (number for number, line in enumerate(lines) if number and source[slice(*line)].rstrip() in closers)
    return next(ends, -1) + 1


class _Scanner:
    """The open blocks, and the place in the line being read: offset and column, and a tab's rest."""

    def __init__(self, source: str, extensions: Collection[str]) -> None:
        self.source = source
        self.extensions = extensions
        self.leaves: list[Leaf] = []
        self.marks: list[Mark] = []
        self.containers: list[_Container] = []
        self.open = _Open()
        self.depth = 0
        """How many HTML elements are open."""
        self.at = self.end = self.column = 0

    def line(self, line: Line) -> None:
        """Read one line."""
        self.at, self.end = line
        self.column = 0
        matched = self._matched()
        everything = matched == len(self.containers)
        if everything and self.open.kind in {"fence", "html"}:
            self._verbatim()
        elif everything and self._ends_div():
            pass
        else:
            self._new_blocks(matched)
        self._extend_notes(line[1])

    def rest(self) -> str:
        return self.source[self.at : self.end]

    def _blank(self) -> bool:
        return not self.rest().strip()

    def _indent(self) -> int:
        """Return how many columns of blanks come next."""
        column = self.column
        for char in self.rest():
            if char == "\t":
                column += 4 - column % 4
            elif char == " ":
                column += 1
            else:
                break
        return column - self.column

    def _skip(self, columns: int) -> None:
        """Go `columns` of blanks on; a tab is left behind as a whole once it is entered."""
        target = self.column + columns
        while self.column < target and self.at < self.end and self.source[self.at] in " \t":
            self.column += 4 - self.column % 4 if self.source[self.at] == "\t" else 1
            self.at += 1

    def _matched(self) -> int:
        """Return how many of the open containers this line continues."""
        for number, container in enumerate(self.containers):
            if not self._continues(container):
                return number
        return len(self.containers)

    def _continues(self, container: _Container) -> bool:
        if container.kind == "div":
            return True
        if container.kind == "quote":
            if self._indent() > 3 or not self.rest().lstrip(" \t").startswith(">"):
                return False
            self._enter_quote()
            return True
        if self._blank():
            return not container.empty
        if self._indent() < container.indent:
            return False
        container.empty = False
        self._skip(container.indent)
        return True

    def _enter_quote(self) -> None:
        self._skip(self._indent())
        self.at += 1
        self.column += 1
        if self.rest()[:1] in {" ", "\t"}:
            self._skip(1)

    def _verbatim(self) -> None:
        text = self.rest()
        if self.open.kind == "fence":
            closing = text.strip()
            fenced = closing and set(closing) == {self.open.fence[0]} and len(closing) >= len(self.open.fence)
            if fenced and self._indent() <= 3:
                self.open = _Open()
            return
        self._count_tags(text)
        if self.open.closer is None:
            if self._blank():
                self.open = _Open()
        elif self.open.closer.search(text):
            self.open = _Open()

    def _count_tags(self, text: str) -> None:
        for tag in _STACKED.finditer(text):
            self.depth = max(0, self.depth - 1) if tag[1] else self.depth + 1

    def _ends_div(self) -> bool:
        innermost = next((n for n in reversed(range(len(self.containers))) if self.containers[n].kind == "div"), None)
        closing = self.rest().strip()
        if innermost is None or set(closing) != {":"} or len(closing) < self.containers[innermost].indent:
            return False
        self.close(innermost)
        return True

    def _new_blocks(self, matched: int) -> None:
        """Open what this line opens below the containers it continues, then give the rest of it to a leaf."""
        lazy = matched < len(self.containers)
        paragraph = self.open.kind == "paragraph"
        while True:
            if self._blank():
                self.close(matched)
                self._end_leaf()
                return
            if self._indent() > 3:
                if not paragraph:
                    self.close(matched)
                    return
                break
            start = self._start(paragraph=paragraph, lazy=lazy, matched=matched)
            if start == "leaf":
                return
            if not start:
                break
            paragraph = lazy = False
            matched = len(self.containers)
        if not paragraph:
            self.close(matched)
            self.open = _Open("paragraph")
        self.open.lines.append((self.at + len(self.rest()) - len(self.rest().lstrip(" \t")), self.end))

    def _start(self, *, paragraph: bool, lazy: bool, matched: int) -> str:
        """Open the block that starts here. Returns `leaf` when the line is used up, `container`, or nothing."""
        text = self.rest().lstrip(" \t")
        char = text[0]
        if paragraph and not lazy and char in "=-" and _SETEXT.match(text):
            self._end_leaf()
            return "leaf"
        if char == "<" and self._html(text, matched, paragraph=paragraph and not lazy):
            return "leaf"
        if (char == "#" and _ATX.match(text)) or (char in "-*_" and _RULE.match(text)):
            self.close(matched)
            self.leaves.append([(self.at, self.end)])
            return "leaf"
        if char in "`~" and (fence := _FENCE.match(text)):
            self.close(matched)
            self.open = _Open("fence", fence=fence[1] or fence[2])
            return "leaf"
        return self._container(text, matched, paragraph=paragraph and not lazy)

    def _container(self, text: str, matched: int, *, paragraph: bool) -> str:
        if text[0] == ">":
            self.close(matched)
            self._enter_quote()
            self.containers.append(_Container("quote"))
            return "container"
        if text[0] == "[" and (note := _NOTE.match(text)) and note[1].strip():
            self.close(matched)
            self._open_note(note)
            return "container"
        if "fenced_divs" in self.extensions and (div := _DIV.match(text)):
            self.close(matched)
            self.containers.append(_Container("div", len(div[1])))
            return "leaf"
        return self._item(text, matched, paragraph=paragraph)

    def _open_note(self, note: re.Match[str]) -> None:
        line = self.source.rfind("\n", 0, self.at) + 1
        movable = not self.containers and not self.depth
        self._skip(self._indent())
        label = (self.at + note.start(1), self.at + note.end(1))
        self.at += note.end()
        self.column += note.end()
        self.marks.append(Mark(line if movable else self.at - note.end(), self.at, *label, self.at, movable))
        self.containers.append(_Container("note", 4, len(self.marks) - 1))
        self._skip(self._indent() if self._indent() < 4 else 1)

    def _item(self, text: str, matched: int, *, paragraph: bool) -> str:
        number = (_FANCY if "fancy_lists" in self.extensions else _NUMBER).match(text)
        term = _TERM.match(text) if "definition_lists" in self.extensions and self._after_text() else None
        marker = _BULLET.match(text) or number or term
        if marker is None:
            return ""
        empty = not text[marker.end() :].strip()
        in_item = any(container.kind == "item" for container in self.containers[matched:])
        if paragraph and not in_item and (empty or (number and number[1] != "1")):
            return ""
        self.close(matched)
        outer = self._indent()
        self._skip(outer)
        self.at += marker.end()
        self.column += marker.end()
        space = self._indent()
        width = space if 1 <= space <= 4 and not empty else 1
        self._skip(width)
        self.containers.append(_Container("item", outer + marker.end() + width, empty=empty))
        return "container"

    def _after_text(self) -> bool:
        """Tell whether a paragraph ends right here or above one blank line, so that it can be a term."""
        if self.open.kind == "paragraph":
            return True
        last = self.leaves[-1][-1][1] if self.leaves else -1
        ended = max([last, *(mark.end for mark in self.marks[-1:])])
        return ended == last >= 0 and self.source.count("\n", last, self.at) <= 2

    def _html(self, text: str, matched: int, *, paragraph: bool) -> bool:
        closer = next((end for start, end in _HTML if start.match(text)), None)
        if closer is None and (paragraph or not _LONE_TAG.match(text)):
            return False
        self.close(matched)
        self._count_tags(text)
        pattern = re.compile(closer, re.IGNORECASE) if closer else None
        if pattern is None or not pattern.search(text):
            self.open = _Open("html", closer=pattern)
        return True

    def close(self, matched: int) -> None:
        """Close the open leaf and the containers from number `matched` on."""
        self._end_leaf()
        del self.containers[matched:]

    def _end_leaf(self) -> None:
        if self.open.lines:
            self.leaves.append(self.open.lines)
        self.open = _Open()

    def _extend_notes(self, end: int) -> None:
        """Let the open definitions reach to the end of this line, unless it is blank."""
        if self._blank_line(end):
            return
        for container in self.containers:
            if container.kind == "note":
                self.marks[container.mark] = self.marks[container.mark]._replace(end=end)

    def _blank_line(self, end: int) -> bool:
        return not self.source[self.source.rfind("\n", 0, end) + 1 : end].strip()
