"""Footnotes in the text of a file: where they are, and how their labels become 1, 2, 3.

`find` reads a text the way Pandoc's reader of that name does, as far as footnotes go; `relabel` numbers
the notes in the order in which the text first refers to them and puts the definitions in that order.
Neither runs Pandoc: who writes the result should read it again and compare.

Start with `labels_model` for the words used, `labels_numbers` for who gets which number and
`labels_moves` for what becomes of the definitions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rlfix.source import (
    labels_commonmark,
    labels_inline,
    labels_markdown,
    labels_mentions,
    labels_moves,
    labels_numbers,
    labels_org,
    labels_reports,
    labels_rst,
)
from rlfix.source.labels_inline import Dialect
from rlfix.source.labels_model import (
    COMMONMARK,
    MARKDOWN,
    ORG,
    PHPEXTRA,
    RST,
    Blocks,
    Definition,
    Footnotes,
    InlineNote,
    Leaf,
    Reference,
    Syntax,
)

if TYPE_CHECKING:
    from rlfix.report import Notice

__all__ = ["Definition", "Footnotes", "InlineNote", "Reference", "Relabelled", "find", "relabel"]

_COMMON = frozenset({"footnotes", "raw_html", "superscript", "pipe_tables"})
_PANDOC = _COMMON | {"backtick_code_blocks", "definition_lists", "raw_attribute", "tex_math_dollars"}
EXTENSIONS = {
    "markdown": _PANDOC
    | {"blank_before_header", "bracketed_spans", "fancy_lists", "fenced_code_blocks", "fenced_divs"}
    | {"header_attributes", "inline_code_attributes", "inline_notes", "markdown_in_html_blocks", "multiline_tables"}
    | {"line_blocks", "raw_tex", "yaml_metadata_block"},
    "markdown_mmd": _PANDOC | {"mmd_title_block", "tex_math_double_backslash"},
    "markdown_phpextra": _COMMON - {"superscript"} | {"definition_lists", "fenced_code_blocks", "header_attributes"},
    "gfm": _COMMON - {"superscript"} | {"autolink_bare_uris", "tex_math_dollars", "tex_math_gfm"},
    "commonmark_x": _PANDOC | {"attributes", "bracketed_spans", "fancy_lists", "fenced_divs"},
}
"""The extensions of the readers that have footnotes, as far as they matter here."""
SYNTAXES = {
    "markdown": MARKDOWN,
    "markdown_mmd": MARKDOWN,
    "markdown_phpextra": PHPEXTRA,
    "gfm": COMMONMARK,
    "commonmark_x": COMMONMARK,
    "rst": RST,
    "org": ORG,
}


_HEADING = re.compile(r"(?!.*\{[^}\n]*#)(?:#{1,6}[ \t].*|.+\n(?:=+|-+)[ \t]*(?:\n|$))")


def find(source: str, reader: str) -> Footnotes:
    """Return the footnotes of `source` (lines end in LF) as Pandoc's `reader` sees them.

    `reader` is a name of Pandoc's with or without extensions, `markdown+smart`. Readers without
    footnotes find none.
    """
    name, *changes = re.split(r"(?=[+-])", reader)
    syntax = SYNTAXES.get(name, MARKDOWN)
    if syntax is ORG:
        return _sorted(*labels_org.scan(source), syntax)
    if syntax is RST:
        found = labels_rst.scan(source)
        return _sorted(found.references, found.definitions, [], found.prose, syntax)
    extensions = set(EXTENSIONS.get(name, ()))
    for change in changes:
        (extensions.add if change[0] == "+" else extensions.discard)(change[1:])
    if "footnotes" not in extensions:
        return Footnotes((), (), (), (), (), syntax)
    return _markdown(source, syntax, extensions)


def _markdown(source: str, syntax: Syntax, extensions: set[str]) -> Footnotes:
    scan = labels_commonmark.scan if syntax.folds else labels_markdown.scan
    blocks: Blocks = scan(source, extensions)
    definitions = [
        Definition(
            mark.start,
            mark.end,
            source[mark.label_start : mark.label_end],
            mark.label_start,
            mark.label_end,
            mark.body_start,
            mark.movable,
            mark.greedy,
        )
        for mark in blocks.marks
    ]
    defined = {syntax.key(definition.label) for definition in definitions}
    inlines = labels_inline.read(source, blocks.leaves, Dialect(syntax, extensions, defined))
    return _sorted(inlines.references, definitions, inlines.notes, blocks.leaves, syntax)


def _sorted(
    references: list[Reference],
    definitions: list[Definition],
    inline: list[InlineNote],
    prose: list[Leaf],
    syntax: Syntax,
) -> Footnotes:
    """Put everything in the order of the text, and references inside definitions apart."""
    definitions.sort(key=lambda definition: definition.start)
    references.sort(key=lambda reference: reference.start)
    inline.sort(key=lambda note: note.start)
    found = Footnotes((), (), tuple(definitions), tuple(inline), tuple(prose), syntax)
    inside = [found.owner(reference.start) is not None for reference in references]
    text = tuple(reference for reference, nested in zip(references, inside, strict=True) if not nested)
    nested = tuple(reference for reference, nested in zip(references, inside, strict=True) if nested)
    return replace(found, references=text, nested=nested)


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A text whose footnotes are numbered, and what to tell its author."""

    source: str
    notices: tuple[Notice, ...]
    shown: tuple[tuple[str, str], ...] = ()
    """What reads differently to a reader of the document, old and new, in the order of the old text:
    prose that names a note, and references inside notes, which Pandoc shows as they are spelled."""
    headings: tuple[int, ...] = ()
    """Lines of the new text, from 1: headings whose automatic identifier Pandoc makes from the label too."""
    endless: bool = False
    """Whether a note refers to itself, so that Pandoc's `gfm` and `commonmark_x` never come to an end."""


@lru_cache(maxsize=1)
def relabel(source: str, reader: str, policy: str = "number") -> Relabelled:
    """Return `source` (lines end in LF) with its footnotes numbered in the order of their first references.

    `policy` is `number`; `keep-names`, which numbers only labels that are numbers already; or `off`,
    which changes nothing and only reports. Labels and the order of definitions are all that changes,
    and prose that names a note by its number. A text that needs no change comes back as it is.
    """
    notes = find(source, reader)
    if not notes.references and not notes.definitions:
        return Relabelled(source, ())
    names = labels_numbers.Names.of(notes)
    free = labels_numbers.is_free(names, policy)
    placing = labels_moves.place(source, names) if free else labels_moves.unmoved(names)
    numbers = labels_numbers.number(names, placing.final, policy)
    notices = list(labels_reports.reports(source, names, numbers))
    mentions = labels_mentions.follow(source, names, numbers)
    edits = [*labels_numbers.edits(names, numbers), *(edit for mention in mentions for edit in mention.edits)]
    result = labels_moves.write(source, notes, placing, sorted(edits))
    if result == source:
        return Relabelled(source, tuple(notices), endless=names.endless)
    notices += labels_reports.done(source, names, numbers, placing, mentions)
    shown = [*labels_numbers.shown(names, numbers), *((mention.old, mention.new) for mention in mentions)]
    headings = _headings(source, notes) and _headings(result, find(result, reader))
    return Relabelled(result, tuple(notices), tuple(shown), headings, names.endless)


def _headings(source: str, notes: Footnotes) -> tuple[int, ...]:
    """Return the lines, from 1, of headings with a reference and no identifier of their own."""
    if notes.syntax is not MARKDOWN:
        return ()
    starts = {source.rfind("\n", 0, reference.start) + 1 for reference in notes.references}
    found = sorted(start for start in starts if _HEADING.match(source, start))
    return tuple(source.count("\n", 0, start) + 1 for start in found)
