"""The words of a document twice over: as they stand in the source, and as they stand in the tree.

Both are sequences of maximal stretches of letters and digits; what stands between words (blanks,
punctuation, escapes, markup) differs between source and tree and is looked at only near an edit.
`align` lays the two sequences beside each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import panflute as pf

from rlfix.tree import child_lists, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.text import Text

WORD = re.compile(r"[^\W_]+")


class SourceWord(NamedTuple):
    """A word of the source."""

    word: str
    start: int
    markup: bool
    """True where it looks like markup: an attribute, a target, a command; it may still be prose."""


_TAGS = r"<!--.*?-->|</?[A-Za-z][^<>]*>"
_MARKDOWN = _TAGS + r"|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\]\[[^\]\n]*\]|\{[^{}\n]*\}|^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*"
_LATEX = (
    r"(?<!\\)%[^\n]*"
    r"|\\(?:begin|end|label|ref|eqref|cite\w*|input|include\w*|usepackage)\*?(?:\[[^\]]*\])?\{[^{}]*\}"
    r"|\\[A-Za-z]+\*?"
)
_RST = r"^ *\.\. [^\n]*|:[\w:+.-]+:(?=`)|<[^<>\n]*>`__?|^ *:[\w -]+:"
_ORG = r"^[ \t]*#\+[^\n]*|\[\[[^\]\n]*\](?=\[)|^[ \t]*:[\w-]+:.*$|^# [^\n]*"
MARKUP = {"html": _TAGS, "latex": _LATEX, "rst": _RST, "org": _ORG}
"""For a reader: what looks like markup though it holds words; Markdown's for all others."""


_UNREAD = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
"""What HTML's reader passes over."""


def source_words(source: str, reader: str) -> list[SourceWord]:
    """Return the words of `source`, in order; offsets in code points."""
    if reader == "html":
        source = _UNREAD.sub(lambda found: " " * len(found[0]), source)
    pattern = re.compile(MARKUP.get(reader, _MARKDOWN), re.MULTILINE | re.DOTALL)
    ends = [found.span() for found in pattern.finditer(source)] + [(len(source) + 1, len(source) + 1)]
    words: list[SourceWord] = []
    number = 0
    for found in WORD.finditer(source):
        while ends[number][1] <= found.start():
            number += 1
        words.append(SourceWord(found[0], found.start(), ends[number][0] <= found.start()))
    return words


class TreeWord(NamedTuple):
    """A word of the tree."""

    word: str
    at: int
    """Its place in `Text.string`; -1 for a word of code, math or raw text, which is only there to find the way."""


@dataclass(slots=True)
class Stream:
    """Words that follow one another in the source as they do in the tree."""

    kind: str
    """body, note, caption or meta."""
    words: list[TreeWord] = field(default_factory=list)
    notes: list[tuple[int, Stream]] = field(default_factory=list)
    """Notes by their place: how many words stand before the mark."""
    captions: list[tuple[int, Stream]] = field(default_factory=list)
    """Captions that may stand before or behind their table."""
    twins: list[tuple[int, Stream]] = field(default_factory=list)
    """Text that the tree has once more than the source: a figure's caption beside its image's alternative text."""


def tree_words(doc: pf.Doc, text: Text) -> tuple[Stream, list[Stream]]:
    """Return the words of `doc` in the order of the source: the body, and each piece of metadata."""
    collector = _Collector(dict(zip(map(id, text.nodes), text.starts, strict=True)))
    body = Stream("body")
    collector.collect(doc.content.list, body)
    metadata = []
    for value in doc.metadata.content.dict.values():
        stream = Stream("meta")
        collector.collect([value], stream)
        metadata.append(stream)
    return body, metadata


class _Collector:
    """Walks the tree in the order in which a source would write it."""

    def __init__(self, starts: dict[int, int]) -> None:
        self.starts = starts

    def collect(self, nodes: list[Any], stream: Stream) -> None:
        for node in nodes:
            tag = type(node)
            if tag is pf.Str or tag is pf.MetaString:
                stream.words += self.words(node)
            elif tag in _OPAQUE:
                stream.words += [TreeWord(word, -1) for word in WORD.findall(node.text)]
            elif tag is pf.Note:
                note = Stream("note")
                self.collect(node.content.list, note)
                stream.notes.append((len(stream.words), note))
            elif tag is pf.Figure:
                self.figure(node, stream)
            elif tag is pf.Table:
                self.table(node, stream)
            else:
                for children in child_lists(node):
                    self.collect(children, stream)

    def words(self, node: Any) -> Iterator[TreeWord]:
        start = self.starts.get(id(node), -1)
        for found in WORD.finditer(node.text):
            yield TreeWord(found[0], start + found.start() if start >= 0 else -1)

    def figure(self, node: Any, stream: Stream) -> None:
        caption = Stream("caption")
        self.collect(node.caption.content.list, caption)
        if plain_text(node.caption.content.list) == _alt(node):
            stream.twins.append((len(stream.words), caption))
            self.collect(node.content.list, stream)
        else:
            self.collect(node.content.list, stream)
            stream.captions.append((len(stream.words), caption))

    def table(self, node: Any, stream: Stream) -> None:
        caption = Stream("caption")
        content, *rest = child_lists(node)
        self.collect(content, caption)
        stream.captions.append((len(stream.words), caption))
        for children in rest:
            self.collect(children, stream)


_OPAQUE = frozenset({pf.Code, pf.CodeBlock, pf.Math, pf.RawInline, pf.RawBlock})


def _alt(figure: Any) -> str:
    images = [
        image for block in figure.content.list for image in getattr(block, "content", ()) if isinstance(image, pf.Image)
    ]
    return plain_text(images[0].content.list) if len(images) == 1 else ""
