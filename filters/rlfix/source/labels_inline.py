"""Inline markup of the Markdown family, as far as it decides what is a footnote reference.

One paragraph is read from left to right; whatever Pandoc would take as a whole (code, math, HTML, a
link's address) is stepped over as a whole, so a `[^1]` in it is never seen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from rlfix.source.labels_model import InlineNote, Leaf, Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from rlfix.source.labels_model import Syntax


class Inlines(NamedTuple):
    """What one pass over the leaves of a text finds."""

    references: list[Reference]
    notes: list[InlineNote]


def read(source: str, leaves: Iterable[Leaf], dialect: Dialect) -> Inlines:
    """Return the references and inline notes in `leaves`, in no particular order."""
    found = Inlines([], [])
    for leaf in leaves:
        if any(source.find("[^", *line) >= 0 or source.find("^[", *line) >= 0 for line in leaf):
            _Reading(source, leaf, dialect, found).run()
    return found


class Dialect(NamedTuple):
    """Which inline markup a reader knows."""

    syntax: Syntax
    extensions: Collection[str]
    defined: Collection[str] = ()
    """CommonMark: the keys of the labels that are defined; others are no notes but perhaps links."""

    def has(self, extension: str) -> bool:
        """Tell whether the reader knows `extension`."""
        return extension in self.extensions


_MARKDOWN_LABEL = re.compile(r"\[\^([^\s^\[\]]+)\]")
_COMMONMARK_LABEL = re.compile(r"\[\^((?:\\.|[^\[\]\\]){1,999})\]", re.DOTALL)
_TICKS = re.compile(r"`+")
_DOLLARS = re.compile(r"\$\$(?:\\.|[^\\$]|\$(?!\$))+?\$\$|\$(?=\S)(?:\\.|[^\\$])*?(?<!\s)\$(?![0-9])", re.DOTALL)
_GITHUB_MATH = re.compile(r"\$`[^`]*`\$")
_BRACKETED_MATH = re.compile(r"\\\\\((?:(?!\\\\\)).)+\\\\\)|\\\\\[(?:(?!\\\\\]).)+\\\\\]", re.DOTALL)
_HTML = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>"
    r"|</?[A-Za-z][\w:-]*(?:\s+[\w:.@-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>",
    re.DOTALL,
)
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]+@[\w.-]+>")
_BARE = re.compile(r"(?:(?:https?|ftp)://[\w-]+|www)(?:\.[\w-]+)+[^\s<]*")
_ATTRIBUTES = re.compile(r"\{(?:[#.=-]|[\w:-]+=)[^{}\n]*\}")
_LOOSE_TARGET = re.compile(r"\((?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*\)", re.DOTALL)
_STRICT_TARGET = re.compile(
    r"\(\s*(?:<(?:\\.|[^<>\n\\])*>|(?:\\.|[^\s()<\\]|\((?:\\.|[^\s()\\])*\))(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*)?"
    r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)",
    re.DOTALL,
)
_TEX = re.compile(
    r"\\[A-Za-z]+\*?(?:\[(?:[^\[\]{}]|\{[^{}]*\})*\]|\{(?:[^{}]|\{[^{}]*\})*\})+",
    re.DOTALL,
)
_BEGIN = re.compile(r"\\begin(\{\w+\*?\})")
_KNOWN_TEX_TEXT = re.compile(r"\\(?:cite|ref|label)\w*\{")
_KEY_BEFORE = re.compile(r"@[\w:.#$%&+?<>~/-]+\s?$")
_SUPERSCRIPT = re.compile(r"\^[^\s^]+\^")
_KEY_LINES = re.compile(r" {0,3}\[(?!\^)((?:\\.|[^\[\]\\])+)\]:[ \t]*\n?[ \t]*[^\s\[]\S*[^\n]*")
_STRICT_KEY_LINES = re.compile(
    r" {0,3}\[(?!\^)((?:\\.|[^\[\]\\])+)\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]*\n?[ \t]+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?[ \t]*(?=\n|$)"
)
_SPECIAL = re.compile(r"[\\`$<\[\]^{]")
_SPECIAL_OR_ADDRESS = re.compile(r"[\\`$<\[\]^{]|\b[hfw](?=ttps?://|tp://|ww\.)")


class _Reading:
    """One leaf being read: its lines as one string, and the way back to the source."""

    def __init__(self, source: str, leaf: Leaf, dialect: Dialect, found: Inlines) -> None:
        self.text = "\n".join(source[start:end] for start, end in leaf)
        self.leaf = leaf
        self.starts = list(accumulate((end - start + 1 for start, end in leaf), initial=0))
        self.dialect = dialect
        self.found = found
        self.brackets: list[tuple[int, bool]] = []
        """Open brackets: where each starts, and whether it is that of an inline note."""
        self.unclosed: set[int] = set()
        """Lengths of backtick runs known to have no partner in the rest of the leaf."""
        self.hopeless: set[str] = set()
        """Openers that have no closer in the rest of the leaf; tried once, not for each occurrence."""

    def run(self) -> None:
        at = self._keys()
        special = _SPECIAL_OR_ADDRESS if self.dialect.has("autolink_bare_uris") else _SPECIAL
        while found := special.search(self.text, at):
            at = self.STEPS.get(found[0], _Reading._bare)(self, found.start())

    def _keys(self) -> int:
        """Step over the link definitions at the start of a paragraph."""
        at = 0
        pattern = _STRICT_KEY_LINES if self.dialect.syntax.folds else _KEY_LINES
        while found := pattern.match(self.text, at):
            at = found.end() + 1
        return at

    def _escape(self, at: int) -> int:
        if self.dialect.has("tex_math_double_backslash") and (math := _BRACKETED_MATH.match(self.text, at)):
            return math.end()
        if self.dialect.has("raw_tex") and not _KNOWN_TEX_TEXT.match(self.text, at):
            end = self._environment(at) or _TEX.match(self.text, at)
            if end:
                return end.end()
        return at + 2

    def _environment(self, at: int) -> re.Match[str] | None:
        found = _BEGIN.match(self.text, at)
        if found is None or found[0] in self.hopeless:
            return None
        end = re.compile(re.escape(f"\\end{found[1]}")).search(self.text, at)
        if end is None:
            self.hopeless.add(found[0])
        return end

    def _closed(self, pattern: re.Pattern[str], at: int, opener: str) -> re.Match[str] | None:
        """Match `pattern`; where it searches for a closer in vain, remember that for `opener`."""
        if opener and opener in self.hopeless:
            return None
        found = pattern.match(self.text, at)
        if found is None and opener:
            self.hopeless.add(opener)
        return found

    def _code(self, at: int) -> int:
        ticks = _TICKS.match(self.text, at)
        assert ticks is not None  # noqa: S101 -- a backtick stands at `at`
        length = len(ticks[0])
        alone = ticks.end() if self.dialect.syntax.folds else at + 1
        if length in self.unclosed:
            return alone
        for other in _TICKS.finditer(self.text, ticks.end()):
            if len(other[0]) == length:
                return self._attributes(other.end())
        self.unclosed.add(length)
        return alone

    def _attributes(self, at: int) -> int:
        wanted = self.dialect.has("attributes") or self.dialect.has("inline_code_attributes")
        found = _ATTRIBUTES.match(self.text, at) if wanted or self.dialect.has("raw_attribute") else None
        return found.end() if found else at

    def _braces(self, at: int) -> int:
        known = any(map(self.dialect.has, ("attributes", "header_attributes", "bracketed_spans")))
        found = _ATTRIBUTES.match(self.text, at) if known else None
        return found.end() if found and (at == 0 or self.text[at - 1] in "] \t)") else at + 1

    def _math(self, at: int) -> int:
        if self.dialect.has("tex_math_gfm") and (math := _GITHUB_MATH.match(self.text, at)):
            return math.end()
        if not self.dialect.has("tex_math_dollars"):
            return at + 1
        opener = "$$" if self.text.startswith("$$", at) else "$"
        if opener == "$" and self.text[at + 1 : at + 2].isspace():
            return at + 1
        math = _DOLLARS.match(self.text, at)
        return math.end() if math else at + len(opener)

    def _html(self, at: int) -> int:
        opener = next((opener for opener in ("<!--", "<?", "<![CDATA[") if self.text.startswith(opener, at)), "")
        found = _AUTOLINK.match(self.text, at) or self._closed(_HTML, at, opener)
        return found.end() if found else at + 1

    def _bare(self, at: int) -> int:
        """Step over an address that is a link without being marked as one."""
        found = _BARE.match(self.text, at)
        if found is None:
            return at + 1
        return at + len(found[0].rstrip("?!.,:*_~'\")];"))

    def _open(self, at: int) -> int:
        pattern = _COMMONMARK_LABEL if self.dialect.syntax.folds else _MARKDOWN_LABEL
        found = pattern.match(self.text, at)
        if found is None or not found[1].strip():
            self.brackets.append((at, False))
            return at + 1
        undefined = self.dialect.syntax.folds and self.dialect.syntax.key(found[1]) not in self.dialect.defined
        target = self._target(found.end()) if undefined else None
        linked = target is not None or (undefined and self.text.startswith("[", found.end()))
        start, end, label_start, label_end = map(self._offset, (*found.span(), *found.span(1)))
        reference = Reference(start, end, found[1], label_start, label_end)
        if linked or self.brackets:
            reference = replace(reference, enclosed=True, cited=self._in_citation(at))
        self.found.references.append(reference)
        return found.end() if target is None else target

    def _in_citation(self, at: int) -> bool:
        if self.dialect.syntax.folds or not self.brackets or self.brackets[0][1]:
            return False
        start = self.brackets[0][0]
        return (
            self.text.find("@", start, at) >= 0 or _KEY_BEFORE.search(self.text, max(0, start - 99), start) is not None
        )

    def _close(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        start, is_note = self.brackets.pop()
        if is_note:
            self.found.notes.append(InlineNote(self._offset(start), self._offset(at) + 1))
            return at + 1
        return self._target(at + 1) or at + 1

    def _target(self, at: int) -> int | None:
        """Return the end of the link's address and attributes at `at`; None where there is none."""
        if self.text[at : at + 1] != "(":
            return None
        loose = self.dialect.syntax.family == "markdown"
        found = (_LOOSE_TARGET if loose else _STRICT_TARGET).match(self.text, at)
        return self._attributes(found.end()) if found else None

    def _caret(self, at: int) -> int:
        if self.dialect.has("inline_notes") and self.text.startswith("[", at + 1):
            self.brackets.append((at, True))
            return at + 2
        known = self.dialect.has("superscript") and not self.dialect.has("inline_notes")
        found = _SUPERSCRIPT.match(self.text, at) if known and self.dialect.syntax.family == "markdown" else None
        return found.end() if found else at + 1

    def _offset(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return self.leaf[number][0] + at - self.starts[number]

    STEPS: ClassVar[dict[str, Callable[[Any, int], int]]] = {
        "\\": _escape,
        "`": _code,
        "$": _math,
        "<": _html,
        "[": _open,
        "]": _close,
        "^": _caret,
        "{": _braces,
    }
    """What to do at each character that may open something; any other may start a bare address."""
