"""Footnotes in Org, as Pandoc reads it.

    A fact[fn:1], another[fn:source], a remark[fn:: written in place].

    [fn:1] Its source.

    [fn:source] The other one's. It ends at the next definition, at a heading,
    or at two blank lines.

A definition starts at the left margin. `[fn:name: text]` both refers and defines.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rlfix.source.labels_model import Definition, InlineNote, Leaf, Line, Reference, lines_of

_MARKER = re.compile(r"\[(?:fn:(?P<name>[^\]\s]+)|(?P<number>[0-9]+))\]")
"""What opens a definition; `[1]` is Org's old way and is left alone, but ends the one before it."""
_OPENER = re.compile(r"\[fn:(?P<inline>[^\W_]*):")
_BLOCK = re.compile(r"[ \t]*#\+begin_(\S+)", re.IGNORECASE)
_DRAWER = re.compile(r"[ \t]*:[^\s:]+:[ \t]*$")
_DRAWER_END = re.compile(r"[ \t]*:end:[ \t]*$", re.IGNORECASE)
_KEYWORD = re.compile(r"[ \t]*#\+(\w+):", re.IGNORECASE)
_SHOWN = frozenset({"title", "subtitle", "author", "date", "description", "caption"})
"""Keywords whose values are read as text."""
_OPAQUE_LINE = re.compile(r"[ \t]*#(?: |$)|[ \t]*#\+|[ \t]*:(?: |$)")
_ITEM = re.compile(r"[ \t]*(?:[-+]|[0-9]+[.)])(?:[ \t]|$)")
_HEADLINE = re.compile(r"(\*+) +(.*)$")
_HIDDEN = re.compile(r"COMMENT\b|.*[ \t]:(?:[\w@#%]+:)*noexport:(?:[\w@#%]+:)*[ \t]*$")
_VERBATIM = frozenset({"src", "example", "export", "comment"})
_INLINE = re.compile(
    r"(?<![\w\\])(?P<mark>[=~])(?=\S).{1,300}?(?<=\S)(?P=mark)(?![\w=~])"
    r"|\$\$.{1,999}?\$\$|\$(?=\S)[^$\n]{1,999}?(?<=\S)\$(?![\w])|\\\(.{1,999}?\\\)|\\\[.{1,999}?\\\]"
    r"|@@\w+:.{0,999}?@@|\bsrc_\w+(?:\[[^\]]*\])?\{[^}]*\}"
    r"|\[\[[^\[\]\n]*\](?=[\[\]])|<<[^<>\n]+>>|\b(?:https?|ftp|file|mailto):[^\s<>\]]+"
    r"|(?P<note>\[fn:(?P<name>[^\]\s]+)\])"
    r"|(?P<open>\[fn:(?P<inline>[^\W_]*):)|(?P<bracket>\[)|(?P<close>\])",
    re.DOTALL,
)


class Found(NamedTuple):
    """Everything of one text, in no particular order."""

    references: list[Reference]
    definitions: list[Definition]
    inline: list[InlineNote]
    prose: list[Leaf]


def scan(source: str) -> Found:
    """Return the references, definitions and notes in place of `source`."""
    scanner = _Scanner(source)
    scanner.run(lines_of(source))
    for leaf in scanner.found.prose:
        if source.find("[", leaf[0][0], leaf[-1][1]) >= 0:
            _read(source, leaf[0][0], leaf[-1][1], scanner.found)
    return scanner.found


def _read(source: str, start: int, end: int, found: Found) -> None:
    """Read a paragraph's inline markup."""
    opened: list[re.Match[str] | None] = []
    for token in _INLINE.finditer(source, start, end):
        if token["note"]:
            _marker(token, found)
        elif token["open"] or token["bracket"]:
            opened.append(token if token["open"] else None)
        elif token["close"] and opened:
            opener = opened.pop()
            if opener is not None:
                _add_inline(opener, token.end(), found)


def _marker(token: re.Match[str], found: Found) -> None:
    """Take `[fn:a]` as a reference, but `[fn:a:b]` and `[fn::b]`, whose text is one word, as notes in place."""
    inline = _OPENER.match(token.string, token.start(), token.end())
    if inline is None:
        found.references.append(Reference(*token.span(), token["name"], *token.span("name")))
    else:
        _add_inline(inline, token.end(), found)


def _add_inline(opener: re.Match[str], end: int, found: Found) -> None:
    if opener["inline"]:
        found.references.append(Reference(opener.start(), end, opener["inline"], *opener.span("inline"), defines=True))
    found.inline.append(InlineNote(opener.start(), end))


class _Scanner:
    """One pass over the lines."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found = Found([], [], [], [])
        self.definition: re.Match[str] | None = None
        """The marker of the definition that is open."""
        self.last = 0
        """Where the last line with text ended."""
        self.depth = 0
        """How many blocks such as quotes are open."""
        self.hollow = False
        """Whether the definition before has no text, so that the next one counts as its text."""
        self.in_list = self.had_list = False
        """Whether the last text was a list's, which swallows the blank lines below it; and in this definition."""

    def text(self, line: Line) -> str:
        return self.source[line[0] : line[1]]

    def run(self, lines: list[Line]) -> None:
        at = 0
        blanks = 0
        while at < len(lines):
            if not self.text(lines[at]).strip():
                blanks += 1
                if blanks == 2 and not self.in_list:
                    self._end_definition()
                at += 1
                continue
            blanks = 0
            at = self._block(lines, at)
            self.last = lines[at - 1][1]
        self._end_definition(at_end=True)

    def _block(self, lines: list[Line], at: int) -> int:
        text = self.text(lines[at])
        headline = _HEADLINE.match(text)
        if headline:
            return self._headline(lines, at, headline)
        block = _BLOCK.match(text)
        if block:
            return self._enter(lines, at, block[1].lower())
        if re.match(r"[ \t]*#\+end_", text, re.IGNORECASE):
            self.depth = max(0, self.depth - 1)
            return at + 1
        if _DRAWER.match(text):
            ends = (number for number in range(at + 1, len(lines)) if _DRAWER_END.match(self.text(lines[number])))
            return next(ends, at) + 1
        keyword = _KEYWORD.match(text)
        if keyword and keyword[1].lower() in _SHOWN:
            self.found.prose.append([lines[at]])
        if _OPAQUE_LINE.match(text):
            return at + 1
        return self._paragraph(lines, at)

    def _headline(self, lines: list[Line], at: int, headline: re.Match[str]) -> int:
        """Read a headline; step over the whole section when it is not printed."""
        self._end_definition()
        if not _HIDDEN.match(headline[2]):
            self.found.prose.append([lines[at]])
            return at + 1
        level = len(headline[1])
        for number in range(at + 1, len(lines)):
            below = _HEADLINE.match(self.text(lines[number]))
            if below and len(below[1]) <= level:
                return number
        return len(lines)

    def _enter(self, lines: list[Line], at: int, kind: str) -> int:
        if kind not in _VERBATIM:
            self.depth += 1
            return at + 1
        end = re.compile(rf"[ \t]*#\+end_{re.escape(kind)}[ \t]*$", re.IGNORECASE)
        ends = (number for number in range(at + 1, len(lines)) if end.match(self.text(lines[number])))
        return next(ends, at) + 1

    def _paragraph(self, lines: list[Line], at: int) -> int:
        start = lines[at][0]
        marker = _MARKER.match(self.text(lines[at]))
        if marker:
            self._end_definition()
            self.definition = _MARKER.match(self.source, start)
            self.had_list = False
            start += marker.end()
        end = at + 1
        while end < len(lines) and not self._ends_paragraph(self.text(lines[end])):
            end += 1
        leaf = [(start, lines[at][1]), *lines[at + 1 : end]]
        self.found.prose.append(leaf)
        self.in_list = any(_ITEM.match(self.text(line)) for line in leaf)
        self.had_list = self.had_list or self.in_list
        return end

    def _ends_paragraph(self, text: str) -> bool:
        patterns = (_MARKER, _HEADLINE, _BLOCK, _OPAQUE_LINE, _DRAWER)
        return not text.strip() or any(pattern.match(text) for pattern in patterns)

    def _end_definition(self, *, at_end: bool = False) -> None:
        marker, self.definition = self.definition, None
        if marker is None:
            return
        if marker["name"]:
            end = max(self.last, marker.end())
            label = (marker["name"], *marker.span("name"))
            hollow = not self.source[marker.end() : end].strip()
            if hollow and at_end:
                self.found.references.append(Reference(*marker.span(), marker["name"], *marker.span("name")))
                return
            movable = not (self.depth or self.had_list or hollow or self.hollow)
            self.found.definitions.append(Definition(marker.start(), end, *label, marker.end(), movable))
            self.hollow = hollow
