"""Footnotes: repair what the reader left broken and what the writer would get wrong.

Pandoc's tree has no labels and no numbers: a `Note` holds its text where it is referred to, and
the writer numbers notes as it meets them. So the order is right by itself. `repair` mends the rest;
`STEPS` is the table of contents, and each module tells what it finds and what becomes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.notes.definitions import recover
from rlfix.notes.figures import clear_descriptions, open_figures
from rlfix.notes.limits import join_paragraphs, report_metadata, report_no_notes
from rlfix.notes.linked import convert
from rlfix.notes.lost import drop_empty, guard_org, report_lost_references, report_undefined, restore_undefined
from rlfix.notes.nested import flatten
from rlfix.notes.repeated import merge
from rlfix.notes.spelled import spell_out
from rlfix.notes.survey import Run
from rlfix.notes.tables import open_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import panflute as pf

    from rlfix.report import Notice
    from rlfix.settings import Settings

STEPS: tuple[tuple[str, Callable[[Run], Iterator[Notice]]], ...] = (
    ("recovered", recover),
    ("linked", convert),
    ("undefined", restore_undefined),
    ("lost-reference", report_lost_references),
    ("nested", flatten),
    ("image", clear_descriptions),
    ("empty", drop_empty),
    ("undefined", report_undefined),
    ("undefined", guard_org),
    ("figure", open_figures),
    ("table", open_tables),
    ("several-paragraphs", join_paragraphs),
    ("no-notes", report_no_notes),
    ("metadata", report_metadata),
    ("printed-twice", spell_out),
    ("repeated", merge),
)
"""The rules, as settings name them after `footnotes.`, in the order in which they run: what makes
notes comes first, then what moves them, and last what depends on their number."""


def repair(doc: pf.Doc, settings: Settings) -> list[Notice]:
    """Repair the notes of `doc` for the writer `doc.format`, in place, and return what there is to say.

    A document without notes, links into itself or what looks like a reference is not touched.
    """
    run = Run(doc, settings)
    if not run.survey:
        return []
    steps = [step for rule, step in STEPS if settings.runs(f"footnotes.{rule}")]
    return [notice for step in steps for notice in step(run)]


__all__ = ["STEPS", "repair"]
