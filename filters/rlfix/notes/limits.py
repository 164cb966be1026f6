"""What a writer does to notes that no tree can prevent, or only in part.

asciidoc                     a note of several paragraphs is printed as "[multiblock footnote omitted]"
commonmark, markdown_strict  notes become the text `[1]`
html, rst, djot              notes in title and abstract are numbered by the names of the fields
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import panflute as pf

from rlfix.notes.survey import METADATA, notice
from rlfix.notes.writers import ASCIIDOC, HTML, WITHOUT_NOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.notes.survey import Place, Run
    from rlfix.report import Notice


def join_paragraphs(run: Run) -> Iterator[Notice]:
    """Make one paragraph with hard breaks of the notes that AsciiDoc's writer would leave out."""
    if run.writer not in ASCIIDOC:
        return
    for place in run.survey.notes:
        blocks = place.node.content.list
        if all(type(block) in {pf.Para, pf.Plain} for block in blocks):
            if len(blocks) > 1:
                _join(place)
                yield notice(
                    "several-paragraphs", "the paragraphs of this note are now lines of one", place, fixed=True
                )
        else:
            message = "AsciiDoc leaves this note out, for it is more than paragraphs"
            yield notice("several-paragraphs", message, place, fixed=False)


def _join(place: Place) -> None:
    first, *rest = place.node.content.list
    for block in rest:
        first.content.list += [pf.LineBreak(), *block.content.list]
    place.node.content.list[:] = [first]


def report_no_notes(run: Run) -> Iterator[Notice]:
    """Report formats that have no notes."""
    if run.writer in WITHOUT_NOTES and run.survey.notes:
        message = f"{run.writer} has no notes; they become the text [1], [2] and so on"
        yield notice("no-notes", message, run.survey.notes[0], fixed=False)


def report_metadata(run: Run) -> Iterator[Notice]:
    """Report notes of the metadata whose numbers will not be in the order of reading."""
    inside = [place for place in run.survey.notes if place.innermost(*METADATA)]
    fields = {id(place.path[0]) for place in inside}
    if (run.writer in HTML and len(fields) > 1) or (run.writer in {"rst", "djot"} and inside):
        message = f"the {run.writer} writer gives notes in the metadata (title, abstract) numbers out of order"
        yield notice("metadata", message, inside[0], fixed=False)
