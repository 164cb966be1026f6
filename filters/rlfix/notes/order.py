"""The order in which a writer numbers notes, where that is not the order of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panflute as pf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rlfix.notes.survey import Place


def captions_last(notes: Iterable[Place]) -> list[Place]:
    """Return `notes` with those of a table's caption behind those of its cells.

    Pandoc's tree has the caption first; Djot's writer numbers it last, and readers meet it last
    wherever it is printed below.
    """
    ordered: list[Place] = []
    waiting: list[Place] = []
    for place in notes:
        if waiting and not _same_table(waiting[0], place):
            ordered += waiting
            waiting = []
        (waiting if _in_caption(place) else ordered).append(place)
    return ordered + waiting


def _in_caption(place: Place) -> bool:
    table = place.innermost(pf.Table)
    return table is not None and any(node is table.caption for node in place.path)


def _same_table(one: Place, other: Place) -> bool:
    table = one.innermost(pf.Table)
    return any(node is table for node in other.path)
