"""Notes in tables, where writers number the caption before the cells and print it after them.

    markdown, plain   the caption becomes a paragraph below the table, which Pandoc reads as one
    gfm               a table with blocks in its cells is written as tags with Markdown between them,
                      for Pandoc's own HTML has a list of notes of its own

Org's tables are the concern of `spelled`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import panflute as pf

from rlfix.notes.figures import tag_attributes
from rlfix.notes.survey import enclosing, holder, notice, position, survey
from rlfix.notes.writers import CAPTION_BELOW, WITHOUT_NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.notes.survey import Place, Run
    from rlfix.report import Notice

_ALIGN = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}


def open_tables(run: Run) -> Iterator[Notice]:
    """Write tables with notes so that their notes are numbered in the order of reading."""
    if run.writer not in CAPTION_BELOW | WITHOUT_NOTES:
        return
    for place, path in enclosing(run.survey.notes, pf.Table):
        yield from _open(run, place, path)


def _open(run: Run, place: Place, path: tuple[Any, ...]) -> Iterator[Notice]:
    siblings, table = holder(run.doc, path), path[-1]
    at = position(siblings, table)
    html = run.writer in WITHOUT_NOTES or (run.writer not in {"markdown", "plain"} and not _fits_pipes(table))
    if html:
        message = "the table is written as HTML tags around Markdown, so that its notes are those of the text"
        yield notice("table", message, place, fixed=True)
        siblings[at : at + 1] = _joined(_tagged(table))
        run.changed()
    elif _caption_comes_early(table) and (paragraph := _caption(run.writer, table)):
        message = "the caption is written below the table, so that its note is numbered after those of the cells"
        yield notice("table", message, place, fixed=True)
        siblings.insert(at + 1, paragraph)
        run.changed()


def _cells(table: pf.Table) -> Iterator[Any]:
    for row in _rows(table):
        yield from row.content.list


def _rows(table: pf.Table) -> Iterator[Any]:
    yield from table.head.content.list
    for body in table.content.list:
        yield from body.head.list
        yield from body.content.list
    yield from table.foot.content.list


def _fits_pipes(table: pf.Table) -> bool:
    """Tell whether Pandoc can write `table` with pipes: one line of text in each cell, none spanning."""
    return all(_is_line(cell) and cell.colspan == cell.rowspan == 1 for cell in _cells(table))


def _is_line(cell: Any) -> bool:
    blocks = cell.content.list
    if len(blocks) > 1 or not all(type(block) in {pf.Plain, pf.Para} for block in blocks):
        return False
    return not any(type(node) is pf.LineBreak for block in blocks for node in block.content.list)


def _caption_comes_early(table: pf.Table) -> bool:
    return bool(survey(table.caption).notes) and any(survey(cell).notes for cell in _cells(table))


def _caption(writer: str, table: pf.Table) -> pf.Para | None:
    """Take the caption of `table` and return it as the paragraph that the writer would print below."""
    blocks = table.caption.content.list
    if len(blocks) != 1 or type(blocks[0]) not in {pf.Plain, pf.Para}:
        return None
    inlines = list(blocks[0].content.list)
    raw = "plain" if writer == "plain" else "markdown"
    if writer in {"markdown", "plain"}:
        inlines.insert(0, pf.RawInline(": ", raw))
    if attributes := _attributes(table):
        inlines.append(pf.RawInline(attributes, raw))
    table.identifier, table.classes, table.attributes = "", [], {}
    table.caption.content.list.clear()
    return pf.Para(*inlines)


def _attributes(table: pf.Table) -> str:
    parts = [f"#{table.identifier}"] if table.identifier else []
    parts += [f".{name}" for name in table.classes]
    parts += [f'{key}="{value}"' for key, value in table.attributes.items()]
    return f" {{{' '.join(parts)}}}" if parts else ""


def _tagged(table: pf.Table) -> Iterator[Any]:
    """Yield `table` as HTML tags with the blocks of its caption and cells between them."""
    yield pf.RawBlock(f"<table{tag_attributes(table)}>", "html")
    if table.caption.content.list:
        yield pf.RawBlock("<caption>", "html")
        yield from _spaced(table.caption.content.list)
        yield pf.RawBlock("</caption>", "html")
    for row in _rows(table):
        heading = any(row is one for one in table.head.content.list)
        yield pf.RawBlock("<tr>", "html")
        for cell, (align, _) in zip(row.content.list, table.colspec, strict=False):
            yield from _tagged_cell("th" if heading else "td", cell, align)
        yield pf.RawBlock("</tr>", "html")
    yield pf.RawBlock("</table>", "html")


def _joined(blocks: Iterable[Any]) -> list[Any]:
    """Return `blocks` with tags that follow each other in one."""
    joined: list[Any] = []
    for block in blocks:
        if joined and type(block) is type(joined[-1]) is pf.RawBlock and joined[-1].format == block.format == "html":
            joined[-1].text += f"\n{block.text}"
        else:
            joined.append(block)
    return joined


def _tagged_cell(tag: str, cell: Any, align: str) -> Iterator[Any]:
    own = cell.alignment if cell.alignment != "AlignDefault" else align
    attributes = tag_attributes(cell)
    attributes += f' align="{_ALIGN[own]}"' if own in _ALIGN else ""
    spans = (("rowspan", cell.rowspan), ("colspan", cell.colspan))
    attributes += "".join(f' {name}="{span}"' for name, span in spans if span > 1)
    yield pf.RawBlock(f"<{tag}{attributes}>", "html")
    yield from _spaced(cell.content.list)
    yield pf.RawBlock(f"</{tag}>", "html")


def _spaced(blocks: list[Any]) -> list[Any]:
    return [pf.Para(*block.content.list) if type(block) is pf.Plain else block for block in blocks]
