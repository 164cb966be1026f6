"""HTML among the blocks of Pandoc's own Markdown: what is stepped over as a whole, and what is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from rlfix.source.labels_model import Leaf

_BLOCK_TAGS = (
    "address|article|aside|blockquote|body|canvas|caption|center|col|colgroup|dd|details|dir|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|head|header|hgroup|hr|html|isindex|main|menu|meta|noframes|nav"
    "|ol|output|p|pre|section|summary|table|tbody|textarea|thead|tfoot|ul|frameset|li|td|th|tr|script|style"
)
_TAG = re.compile(rf"</?(?P<name>{_BLOCK_TAGS})\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_VERBATIM = re.compile(r"<(pre|style|script|textarea)\b[^<>]*>", re.IGNORECASE)
_STACKED = re.compile(r"<(/?)(div|details|section|aside|article|table|td|figure|main|nav|center)\b", re.IGNORECASE)
_CODE_OR_TAG = re.compile(
    rf"\\.|(?P<ticks>`+)|(?P<comment><!--)|(?P<tag></?(?:{_BLOCK_TAGS})\b)", re.DOTALL | re.IGNORECASE
)


class Elements:
    """The HTML of one text: finds where elements end and counts those that are open."""

    def __init__(self, source: str, extensions: Collection[str]) -> None:
        self.source = source
        self.extensions = extensions
        self.unclosed: dict[str, int] = {}
        """Closers that were looked for in vain, and from where."""
        self.depth = 0
        """How many elements and fenced divs are open."""

    def end(self, start: int, limit: int) -> int | None:
        """Return where the HTML that starts at `start` ends and text or blocks go on."""
        if self.source.startswith("<!--", start):
            return self.closer("-->", start, limit)
        verbatim = _VERBATIM.match(self.source, start, limit)
        if verbatim:
            return self.closer(f"</{verbatim[1].lower()}>", verbatim.end(), limit)
        tag = _TAG.match(self.source, start, limit)
        if tag is None:
            return None
        if "markdown_in_html_blocks" not in self.extensions and not tag[0].startswith("</"):
            return self._balanced(tag, limit)
        self._stack(tag[0])
        return tag.end()

    def closer(self, closer: str, start: int, limit: int) -> int | None:
        """Return the end of the next `closer` between the offsets `start` and `limit`."""
        if self.unclosed.get(closer, len(self.source) + 1) <= start:
            return None
        found = re.compile(re.escape(closer), re.IGNORECASE).search(self.source, start, limit)
        if found is None and limit == len(self.source):
            self.unclosed[closer] = start
        return found.end() if found else None

    def _balanced(self, tag: re.Match[str], limit: int) -> int:
        """Return the end of a whole element; these readers look for no Markdown inside."""
        name = tag["name"].lower()
        if name in {"hr", "meta", "col"} or tag[0].endswith("/>") or name in self.unclosed:
            return tag.end()
        depth = 0
        for found in re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE).finditer(self.source, tag.start(), limit):
            depth += -1 if found[1] else 1
            if depth == 0:
                return found.end()
        self.unclosed[name] = tag.start()
        return tag.end()

    def _stack(self, tag: str) -> None:
        found = _STACKED.match(tag)
        if found and not tag.endswith("/>"):
            self.depth = max(0, self.depth - 1) if found[1] else self.depth + 1

    def first_tag(self, leaf: Leaf) -> int | None:
        """Return the offset of the first block-level tag in a paragraph's text."""
        start, end = leaf[0][0], leaf[-1][1]
        if self.source.find("<", start, end) < 0:
            return None
        at = start
        unclosed: set[str] = set()
        while found := _CODE_OR_TAG.search(self.source, at, end):
            at = found.end()
            if found["tag"] and _TAG.match(self.source, found.start(), end):
                return found.start() if found.start() > start else None
            if found["comment"] and "-->" not in unclosed:
                close = self.source.find("-->", at, end)
                at = close + 3 if close >= 0 else at
                unclosed |= {"-->"} if close < 0 else set()
            ticks = found["ticks"]
            if ticks and ticks not in unclosed:
                partner = re.compile(rf"(?<!`){ticks}(?!`)").search(self.source, at, end)
                at = partner.end() if partner else at
                unclosed |= set() if partner else {ticks}
        return None
