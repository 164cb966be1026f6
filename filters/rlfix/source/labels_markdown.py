"""The blocks of Pandoc's own Markdown, as far as they decide where a footnote's definition stands.

Follows Pandoc's `Readers/Markdown.hs`: a definition opens a block, so it wants a blank line, a heading,
a rule, an HTML tag or another definition above it; its text goes on as long as lines do, and in every
chunk below that is indented. Blocks inside quotes, list items and definitions are read the same way,
from their lines without the marker.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix.source.labels_html import Elements
from rlfix.source.labels_lines import (
    ATX,
    BULLET,
    CAPTION,
    DASHES,
    DEFINED,
    DIV,
    DIV_END,
    ENVIRONMENT,
    FENCE,
    INDENT,
    KEY,
    NOTE,
    NOTE_MARKER,
    ORDERED,
    PIPES,
    PLAIN_ORDERED,
    QUOTE,
    RULE,
    SETEXT,
    TICKS,
    chunks,
    columns,
    resume,
)
from rlfix.source.labels_model import Blocks, Leaf, Line, Mark, lines_of

if TYPE_CHECKING:
    from collections.abc import Collection

DEEPEST = 100
"""Blocks inside more blocks than this are read as text."""


def scan(source: str, extensions: Collection[str]) -> Blocks:
    """Return the paragraphs and the definitions of `source`."""
    scanner = _Scanner(source, extensions)
    lines = lines_of(source)
    scanner.blocks(lines[scanner.front_matter(lines) :], outer=True)
    return Blocks(scanner.leaves, scanner.marks)


class _Scanner:
    """One pass over a text. Each method takes the lines around it and returns the number of the next one."""

    def __init__(self, source: str, extensions: Collection[str]) -> None:
        self.source = source
        self.extensions = extensions
        self.leaves: list[Leaf] = []
        self.marks: list[Mark] = []
        self.unclosed: dict[str, int] = {}
        """Openers whose closers were looked for in vain, and from where: fences, YAML's rule, tables."""
        self.html = Elements(source, extensions)
        self.level = 0
        """How many blocks hold the lines being read."""
        self.readers = (
            *(self._fence, self._metadata, self._bullets, self._markup, self._heading, self._dashed, self._piped),
            *(self._line, self._environment, self._quote, self._numbers, self._terms),
        )
        """What may start at a line, in Pandoc's order."""

    def text(self, line: Line) -> str:
        return self.source[line[0] : line[1]]

    def front_matter(self, lines: list[Line]) -> int:
        """Return the number of the first line below a TOML block or MultiMarkdown's `key: value` lines."""
        if self.text(lines[0]).rstrip() == "+++":
            ends = (number for number, line in enumerate(lines) if number and self.text(line).rstrip() == "+++")
            return next(ends, -1) + 1
        if "mmd_title_block" in self.extensions and re.match(r"[^\W_][\w -]*:[ \t]*\S", self.text(lines[0])):
            return next((number for number, line in enumerate(lines) if not self.text(line).strip()), len(lines))
        return 0

    def blocks(self, lines: list[Line], *, outer: bool, in_list: bool = False) -> None:
        """Read `lines` as blocks; `outer` unless they are those of a quote, an item or a definition."""
        if self.level == DEEPEST:
            self.leaves += chunks(self.source, lines)
            return
        depth = self.html.depth
        self.level += 1
        at = 0
        while at < len(lines):
            blank = not self.text(lines[at]).strip()
            at = at + 1 if blank else self.block(lines, at, outer=outer, in_list=in_list)
        self.html.depth = depth
        self.level -= 1

    def block(self, lines: list[Line], at: int, *, outer: bool, in_list: bool) -> int:
        """Read the block that starts at line `at`."""
        text = self.text(lines[at])
        starts = (reader(lines, at, text) for reader in self.readers)
        end = next((end for end in starts if end is not None), None)
        if end is not None:
            return end
        note = NOTE.match(text)
        if note:
            return self._note(lines, at, note, movable=outer and not self.html.depth)
        return at + 1 if KEY.match(text) else self._paragraph(lines, at, in_list=in_list)

    def _line(self, lines: list[Line], at: int, text: str) -> int | None:
        """Step over a line of indented code, or a rule, which is no list item."""
        code = INDENT.match(text) and not (self.html.depth and self._follows_tag(lines[at]))
        return at + 1 if code or RULE.match(text) else None

    def _follows_tag(self, line: Line) -> bool:
        """Tell whether the line above ends with a tag: what is indented below it is text."""
        return self.source[max(0, line[0] - 2) : line[0]] == ">\n"

    def _fence(self, lines: list[Line], at: int, text: str) -> int | None:
        """Step over fenced code; a fence without an end is no fence."""
        found = FENCE.match(text)
        if found is None:
            return None
        mark = found["mark"] or found["tilde"]
        if mark[0] == "~" and "fenced_code_blocks" not in self.extensions:
            return None
        if mark[0] == "`" and "backtick_code_blocks" not in self.extensions:
            return None
        if self.unclosed.get(mark, len(self.source) + 1) <= lines[at][0]:
            return None
        end = re.compile(rf"[ ]{{0,3}}{mark}{mark[0]}*[ \t]*$")
        for number in range(at + 1, len(lines)):
            if end.match(self.text(lines[number])):
                return number + 1
        if lines[-1][1] == len(self.source):
            self.unclosed[mark] = min(lines[at][0], self.unclosed.get(mark, lines[at][0]))
        return None

    def _metadata(self, lines: list[Line], at: int, text: str) -> int | None:
        """Read a YAML block: each of its strings is Markdown."""
        if "yaml_metadata_block" not in self.extensions or text.rstrip() != "---":
            return None
        if at + 1 >= len(lines) or not self.text(lines[at + 1]).strip():
            return None
        ends = (n for n in range(at + 1, len(lines)) if self.text(lines[n]).rstrip() in {"---", "..."})
        end = next(ends, None) if "---" not in self.unclosed else None
        if end is None:
            self.unclosed["---"] = lines[at][0]
            return None
        for line in lines[at + 1 : end]:
            key = re.match(r"[ \t]*(?:- +)*(?:[^\s#:\[\]{}\"'][^:\n]*:(?:[ \t]+|$))?", self.text(line))
            value = line[0] + (key.end() if key else 0)
            if self.source[value : value + 1] not in {"#", "[", "{", "&", "!"}:
                self.leaves.append([(value, line[1])])
        return end + 1

    def _bullets(self, lines: list[Line], at: int, text: str) -> int | None:
        marker = BULLET.match(text)
        if marker is None or RULE.match(text):
            return None
        return self._item(lines, at, marker.end())

    def _numbers(self, lines: list[Line], at: int, text: str) -> int | None:
        marker = self._number(text)
        return self._item(lines, at, marker.end()) if marker else None

    def _number(self, text: str) -> re.Match[str] | None:
        return (ORDERED if "fancy_lists" in self.extensions else PLAIN_ORDERED).match(text)

    def _starts_item(self, text: str) -> bool:
        return bool((BULLET.match(text) and not RULE.match(text)) or self._number(text))

    def _item(self, lines: list[Line], at: int, marker: int) -> int:
        """Read one list item: its lines, those that go on lazily, and indented chunks below blank lines."""
        text = self.text(lines[at])
        space = len(text[marker:]) - len(text[marker:].lstrip(" \t"))
        indent = marker + (space if 1 <= space <= 4 and text[marker : marker + 1] != "\t" else 1)
        inside = [(min(lines[at][0] + indent, lines[at][1]), lines[at][1])]
        at += 1
        blank = chunks = False
        while at < len(lines):
            text = self.text(lines[at])
            if not text.strip():
                blank = chunks = True
                inside.append((lines[at][1], lines[at][1]))
                at += 1
                continue
            width = columns(text, indent)
            if width is not None:
                inside.append((lines[at][0] + width, lines[at][1]))
            elif blank or self._ends_item(lines, at, text, fences=not chunks):
                break
            else:
                inside.append(lines[at])
            blank = False
            at += 1
        self.blocks(inside, outer=False, in_list=True)
        return at

    def _ends_item(self, lines: list[Line], at: int, text: str, *, fences: bool) -> bool:
        if self._starts_item(text) or self._closes(text):
            return True
        return fences and self._fence(lines, at, text) is not None

    def _closes(self, text: str) -> bool:
        return self.html.depth > 0 and bool(DIV_END.match(text) or re.match(r"[ ]{0,3}</\w+>", text))

    def _markup(self, lines: list[Line], at: int, text: str) -> int | None:
        """Step over an HTML comment, an element whose text is verbatim, or a tag; enter and leave divs."""
        if "fenced_divs" in self.extensions and DIV.match(text):
            self.html.depth += 1
            return at + 1
        if "fenced_divs" in self.extensions and DIV_END.match(text) and self.html.depth:
            self.html.depth -= 1
            return at + 1
        start = lines[at][0] + len(text) - len(text.lstrip(" "))
        if self.source[start : start + 1] != "<" or start - lines[at][0] > 3:
            return None
        end = self.html.end(start, lines[-1][1])
        return None if end is None else resume(lines, at, end)

    def _heading(self, lines: list[Line], at: int, text: str) -> int | None:
        if at + 1 < len(lines) and SETEXT.match(self.text(lines[at + 1])):
            self.leaves.append([lines[at]])
            return at + 2
        if ATX.match(text):
            self.leaves.append([lines[at]])
            return at + 1
        return None

    def _dashed(self, lines: list[Line], at: int, text: str) -> int | None:
        """Read a table drawn with dashes, whose rows may have blank lines between them."""
        if "multiline_tables" not in self.extensions:
            return None
        if not DASHES.match(text) or at + 1 >= len(lines) or not self.text(lines[at + 1]).strip():
            return None
        if self.unclosed.get("table", len(self.source) + 1) <= lines[at][0]:
            return None
        for end in range(at + 1, len(lines)):
            last = end + 1 == len(lines) or not self.text(lines[end + 1]).strip()
            if last and DASHES.match(self.text(lines[end])):
                self.leaves += chunks(self.source, lines[at : end + 1])
                return end + 1
        if lines[-1][1] == len(self.source):
            self.unclosed["table"] = lines[at][0]
        return None

    def _piped(self, lines: list[Line], at: int, text: str) -> int | None:
        """Read a pipe table or a line block, which end with the first line that has no bar."""
        if "|" not in text:
            return None
        table = at + 1 < len(lines) and PIPES.match(self.text(lines[at + 1]))
        if not table and not ("line_blocks" in self.extensions and text.startswith("| ")):
            return None
        end = at + 1
        while end < len(lines) and self._is_row(self.text(lines[end]), table=bool(table)):
            end += 1
        self.leaves += [[line] for line in lines[at:end]]
        return end

    def _is_row(self, text: str, *, table: bool) -> bool:
        return ("|" in text) if table else text.startswith(("|", " ")) and bool(text.strip())

    def _environment(self, lines: list[Line], at: int, text: str) -> int | None:
        found = ENVIRONMENT.match(text.lstrip(" ")) if "raw_tex" in self.extensions else None
        if found is None:
            return None
        end = self.html.closer(f"\\end{{{found[1]}}}", lines[at][0], lines[-1][1])
        return None if end is None else resume(lines, at, end)

    def _quote(self, lines: list[Line], at: int, text: str) -> int | None:
        if not QUOTE.match(text):
            return None
        inside: list[Line] = []
        while at < len(lines) and self.text(lines[at]).strip():
            marker = QUOTE.match(self.text(lines[at]))
            inside.append((lines[at][0] + (marker.end() if marker else 0), lines[at][1]))
            at += 1
        self.blocks(inside, outer=False)
        return at

    def _terms(self, lines: list[Line], at: int, text: str) -> int | None:
        """Read a term and its definitions (`:   text`), each a block of its own."""
        first = self._definition(lines, at + 1)
        if first is None or "definition_lists" not in self.extensions or CAPTION.match(text):
            return None
        self.leaves.append([lines[at]])
        start: int | None = first
        while start is not None:
            at = self._define(lines, start)
            start = self._definition(lines, at)
        return at

    def _definition(self, lines: list[Line], at: int) -> int | None:
        if at + 1 < len(lines) and not self.text(lines[at]).strip():
            at += 1
        return at if at < len(lines) and DEFINED.match(self.text(lines[at])) else None

    def _define(self, lines: list[Line], at: int) -> int:
        marker = re.match(r"[ ]{0,2}[:~][ \t]+", self.text(lines[at]))
        inside = [(lines[at][0] + (marker.end() if marker else 0), lines[at][1])]
        at += 1
        while at < len(lines):
            text = self.text(lines[at])
            indent = INDENT.match(text)
            after_blank = not self.text(lines[at - 1]).strip()
            if text.strip() and not indent and (after_blank or DEFINED.match(text) or self._closes(text)):
                break
            inside.append((lines[at][0] + (indent.end() if indent and text.strip() else 0), lines[at][1]))
            at += 1
        while not self.text(lines[at - 1]).strip():
            at -= 1
        self.blocks(inside, outer=False)
        return at

    def _note(self, lines: list[Line], at: int, note: re.Match[str], *, movable: bool) -> int:
        """Read a definition. Lines go on until a blank one or a marker; indented chunks below belong to it."""
        first = lines[at]
        inside = [(first[0] + note.end(), first[1])]
        empty = not self.text(inside[0]).strip()
        greedy = empty and self._swallows(lines, at + 1)
        end = self._chunk(lines, at + 1 + greedy, inside)
        while (chunk := self._next_chunk(lines, end)) is not None:
            inside += [(line[1], line[1]) for line in lines[end:chunk]]
            end = self._chunk(lines, chunk, inside)
        movable = movable and not greedy and not (empty and end == at + 1)
        label = (first[0] + note.start(1), first[0] + note.end(1))
        self.marks.append(Mark(first[0], lines[end - 1][1], *label, inside[0][0], movable, greedy))
        self.blocks(inside, outer=False)
        return end

    def _swallows(self, lines: list[Line], at: int) -> bool:
        """Tell whether an empty definition above line `at`, which is blank, takes the paragraph below it."""
        if at + 1 >= len(lines) or self.text(lines[at]).strip():
            return False
        below = self.text(lines[at + 1])
        return bool(below.strip()) and not NOTE_MARKER.match(below) and not INDENT.match(below)

    def _chunk(self, lines: list[Line], at: int, inside: list[Line]) -> int:
        """Take the lines of a definition from `at` to the next blank line or marker."""
        while at < len(lines):
            text = self.text(lines[at])
            if not text.strip() or NOTE_MARKER.match(text):
                break
            indent = INDENT.match(text)
            inside.append((lines[at][0] + (indent.end() if indent else 0), lines[at][1]))
            at += 1
        return at

    def _next_chunk(self, lines: list[Line], at: int) -> int | None:
        start = at
        while at < len(lines) and not self.text(lines[at]).strip():
            at += 1
        indented = at < len(lines) and at > start and INDENT.match(self.text(lines[at]))
        return at if indented else None

    def _paragraph(self, lines: list[Line], at: int, *, in_list: bool) -> int:
        """Read a paragraph: to a blank line, fenced code or a tag that opens or closes an HTML block."""
        end = at + 1
        while end < len(lines) and not self._interrupts(lines, at, end, in_list=in_list):
            end += 1
        leaf = lines[at:end]
        cut = self.html.first_tag(leaf)
        if cut is None:
            self.leaves.append(leaf)
            return end
        return self._cut(lines, at, cut)

    def _interrupts(self, lines: list[Line], start: int, at: int, *, in_list: bool) -> bool:
        """Tell whether the paragraph that begins with line `start` ends above line `at`."""
        text = self.text(lines[at])
        if not text.strip() or self._closes(text) or (in_list and self._starts_item(text)):
            return True
        if text.lstrip(" ").startswith("```") and self._fence(lines, at, text) is not None:
            return not self._ends_code(lines[start][0], lines[at])
        strict = "blank_before_header" in self.extensions
        return not strict and bool(ATX.match(text) or QUOTE.match(text) or self._underlined(lines, at))

    def _ends_code(self, start: int, line: Line) -> bool:
        """Tell whether the backticks that open `line` close inline code of the paragraph that begins at `start`."""
        at = start
        while ticks := TICKS.search(self.source, at, line[0]):
            partner = re.compile(rf"(?<!`){ticks[0]}(?!`)").search(self.source, ticks.end(), line[1])
            if partner and partner.start() >= line[0]:
                return True
            at = partner.end() if partner else ticks.end()
        return False

    def _underlined(self, lines: list[Line], at: int) -> bool:
        return at + 1 < len(lines) and bool(SETEXT.match(self.text(lines[at + 1])))

    def _cut(self, lines: list[Line], at: int, cut: int) -> int:
        """End the paragraph at `cut` and let the rest of that line start a new block."""
        number = next(n for n in range(at, len(lines)) if lines[n][1] >= cut)
        start, end = lines[number]
        self.leaves.append([*lines[at:number], (start, cut)])
        lines[number] = (cut, end)
        return number
