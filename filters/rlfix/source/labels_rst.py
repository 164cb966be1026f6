"""Footnotes in reStructuredText, as Pandoc reads it.

    A fact [5]_, and another [#]_.

    .. [5] Its source,
       on two lines.
    .. [#] And the other one's.

A definition stands at the left margin, below a blank line or another explicit block; what is indented
below it is its text. References are found in all text that is not literal, interpreted or emphasised.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rlfix.source.labels_model import Definition, Leaf, Line, Reference, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[^\W_]+(?:[-_.:+][^\W_]+)*"
_DEFINITION = re.compile(rf"\.\.[ \t]+\[([0-9]+|\#{_NAME}|[\#*])\](?=[ \t]|$)")
_CITATION = re.compile(rf"\.\.[ \t]+\[{_NAME}\](?=[ \t]|$)")
_TARGET = re.compile(r"\.\.[ \t]+_(?:`[^`]+`|[^:\\]|\\.)+:(?=[ \t]|$)|__[ \t]")
_SUBSTITUTION = re.compile(r"\.\.[ \t]+\|[^|]+\|[ \t]+([\w-]+)::")
_DIRECTIVE = re.compile(r"\.\.[ \t]+([\w:.+-]+?)::(?=[ \t]|$)")
_EXPLICIT = re.compile(r"\.\.(?=[ \t]|$)")
_LITERAL = frozenset(
    ("code", "code-block", "sourcecode", "highlight", "math", "raw", "image", "include", "literalinclude", "role")
)
"""Directives without any text of the document."""
_UNDERLINE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*$")
_INLINE = re.compile(
    r"\\."
    r"|``.{1,2000}?``"
    r"|(?<![\w`])`[^`\s](?:\\.|[^`\\])*`"
    r"|(?<![\w*])\*\*(?=\S).{1,2000}?(?<=\S)\*\*|(?<![\w*])\*(?=[^\s*])(?:\\.|[^*\\])*?(?<=\S)\*(?!\w)"
    r"|(?<![\w|])\|(?=\S)[^|\n]+(?<=\S)\|"
    r"|\b(?:https?|ftp|mailto):[^\s<>\"]+"
    rf"|(?P<note>\[(?P<label>[0-9]+|\#{_NAME}|[\#*])\]_)",
    re.DOTALL,
)


class Found(NamedTuple):
    """Everything of one text, in no particular order."""

    references: list[Reference]
    definitions: list[Definition]
    prose: list[Leaf]


def scan(source: str) -> Found:
    """Return all references and definitions of `source`."""
    scanner = _Scanner(source)
    scanner.margin(lines_of(source))
    references = [reference for leaf in scanner.leaves for reference in _references(source, leaf)]
    return Found(references, scanner.definitions, scanner.leaves)


def _references(source: str, leaf: Leaf) -> Iterator[Reference]:
    """Read a paragraph; its lines lie side by side in the source but for their indentation."""
    start, end = leaf[0][0], leaf[-1][1]
    if source.find("]_", start, end) < 0:
        return
    for found in _INLINE.finditer(source, start, end):
        if found["note"]:
            yield Reference(*found.span("note"), found["label"], *found.span("label"))


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.leaves: list[Leaf] = []
        self.definitions: list[Definition] = []

    def text(self, line: Line) -> str:
        return self.source[line[0] : line[1]]

    def margin(self, lines: list[Line]) -> None:
        """Read the document: definitions count where a chunk of lines starts at the left margin."""
        at = 0
        start = 0
        while at < len(lines):
            found = _DEFINITION.match(self.text(lines[at]))
            if found is None:
                at = self._chunk_end(lines, at)
                continue
            self.blocks(lines[start:at])
            start = at = self._define(lines, at, found)
        self.blocks(lines[start:])

    def _chunk_end(self, lines: list[Line], at: int) -> int:
        """Return the number of the first line after the explicit block, heading or paragraph at line `at`."""
        text = self.text(lines[at])
        explicit = _CITATION.match(text) or _TARGET.match(text)
        if explicit or (_EXPLICIT.match(text) and not _DIRECTIVE.match(text) and not _SUBSTITUTION.match(text)):
            return self._indented_end(lines, at + 1, 1)
        if at + 1 < len(lines) and text.strip() and _UNDERLINE.match(self.text(lines[at + 1])):
            return at + 2
        at += 1
        while text.strip() and at < len(lines) and self.text(lines[at]).strip():
            at += 1
        return at

    def _define(self, lines: list[Line], at: int, found: re.Match[str]) -> int:
        first = lines[at]
        below = next((line for line in lines[at + 1 :] if self.text(line).strip()), None)
        end = self._indented_end(lines, at + 1, max(1, self._indent(below) if below else 1))
        start = first[0]
        label = (start + found.start(1), start + found.end(1))
        body = start + found.end()
        self.definitions.append(Definition(start, lines[end - 1][1], found[1], *label, body))
        self.blocks([(body, first[1]), *lines[at + 1 : end]])
        return end

    def _indent(self, line: Line) -> int:
        text = self.text(line)
        return len(text) - len(text.lstrip(" \t"))

    def _indented_end(self, lines: list[Line], at: int, indent: int) -> int:
        """Return the number of the line below the lines from `at` that are indented, without blank ones at the end."""
        end = at
        while at < len(lines):
            if self.text(lines[at]).strip():
                if self._indent(lines[at]) < indent:
                    break
                end = at + 1
            at += 1
        return end

    def blocks(self, lines: list[Line]) -> None:
        """Collect the paragraphs of `lines`, stepping over what is literal."""
        at = 0
        while at < len(lines):
            text = self.text(lines[at])
            at = self._block(lines, at, text) if text.strip() else at + 1

    def _block(self, lines: list[Line], at: int, text: str) -> int:
        indent = self._indent(lines[at])
        markup = text[indent:]
        if _EXPLICIT.match(markup) or _TARGET.match(markup):
            return self._explicit(lines, at, markup)
        end = at + 1
        while end < len(lines) and self.text(lines[end]).strip() and not self._interrupts(lines, end):
            end += 1
        self.leaves.append(lines[at:end])
        if not self.text(lines[end - 1]).rstrip().endswith("::"):
            return end
        return self._literal_end(lines, end, self._indent(lines[end - 1]))

    def _interrupts(self, lines: list[Line], at: int) -> bool:
        text = self.text(lines[at]).lstrip(" \t")
        return bool(_EXPLICIT.match(text)) and self._indent(lines[at]) > 0 and bool(_DIRECTIVE.match(text))

    def _explicit(self, lines: list[Line], at: int, markup: str) -> int:
        """Step over a comment, a target or a directive without text; of others, read the arguments and go on."""
        indent = self._indent(lines[at])
        directive = _DIRECTIVE.match(markup) or _SUBSTITUTION.match(markup)
        readable = directive is not None and directive[1].lower() not in _LITERAL
        if not readable and not _CITATION.match(markup):
            return self._indented_end(lines, at + 1, indent + 1)
        start = lines[at][0] + indent
        begin = start + (directive.end() if directive else 0)
        self.leaves.append([(begin, lines[at][1])])
        at += 1
        while at < len(lines) and re.match(r"[ \t]+:[\w-]+:", self.text(lines[at])):
            at += 1
        return at

    def _literal_end(self, lines: list[Line], at: int, indent: int) -> int:
        """Return the number of the line below a literal block, which is indented or quoted."""
        below = next((number for number in range(at, len(lines)) if self.text(lines[number]).strip()), len(lines))
        if below == len(lines):
            return below
        if self._indent(lines[below]) > indent:
            return self._indented_end(lines, below, indent + 1)
        return at
