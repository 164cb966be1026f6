"""Linked text that is its own target: `[Pandoc]` in Markdown, `` `Pandoc`_ `` in RST, `[[Pandoc]]` in Org.

To change such a text is to change where it leads. It is written with its old self as the target
instead: `[Pando][Pandoc]`, `` `Pando <Pandoc_>`_ ``, `[[Pandoc][Pando]]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix.source.splice import Splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.source.splice import Way

_LONGEST = 300
"""Characters of linked text."""
_MARKDOWN = re.compile(r"\[(?P<text>(?:\\.|[^\[\]\\])+)\](?:(?P<empty>\[\])|(?![\[(:{]))")
_RST = re.compile(r"(?<![:`])`(?P<text>[^`<>]+)(?P<end>)`__?(?!\w)")
_RST_WORD = re.compile(r"(?<![\w`])(?P<text>\w+(?:[.+-]\w+)*)(?P<end>)_(?!\w)")
_ORG = re.compile(r"\[\[(?P<text>[^\[\]]+)(?P<end>)\]\]")


def keeping_target(source: str, reader: str, way: Way) -> Iterator[Way]:
    """Yield `way` with the target of the link around it kept, if it changes linked text that is its own target."""
    first, last = way[0].start, way[-1].end
    for pattern in {"rst": (_RST, _RST_WORD), "org": (_ORG,)}.get(reader, (_MARKDOWN,)):
        for found in pattern.finditer(source, max(0, first - _LONGEST), last + _LONGEST):
            start, end = found.span("text")
            if start <= first and last <= end:
                yield _kept(pattern, found, way)


def _kept(pattern: re.Pattern[str], found: re.Match[str], way: Way) -> Way:
    label, end = found["text"], found.end("text")
    if pattern is _RST:
        return (*way, Splice(end, end, f" <{' '.join(label.split())}_>"))
    if pattern is _RST_WORD:
        return (Splice(found.start(), end + 1, f"`{_changed(found, way)} <{label}_>`_"),)
    if pattern is _ORG:
        return (Splice(end, end, f"][{_changed(found, way)}"),)
    if found["empty"]:
        return (*way, Splice(end + 2, end + 2, label))
    return (*way, Splice(end + 1, end + 1, f"[{label}]"))


def _changed(found: re.Match[str], way: Way) -> str:
    """Return the linked text with `way` made in it."""
    parts, at = [], found.start("text")
    for splice in way:
        parts += [found.string[at : splice.start], splice.new]
        at = splice.end
    return "".join([*parts, found.string[at : found.end("text")]])
