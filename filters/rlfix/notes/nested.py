"""Notes inside notes: Pandoc keeps them, no writer prints them as they should be.

    A^[outer^[inner]]   ->   A^[outer]^[inner]

The inner note becomes a sibling of the outer one, directly after its marker, at any depth and in
reading order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import panflute as pf

from rlfix.notes.survey import Place, notice, position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.notes.survey import Run
    from rlfix.report import Notice


def flatten(run: Run) -> Iterator[Notice]:
    """Move every note that stands inside another one behind it; a citation's notes stay."""
    last: dict[int, Place] = {}
    for place in run.survey.notes:
        outer = next((node for node in place.path if type(node) is pf.Note), None)
        if outer is None:
            last[id(place.node)] = place
        elif not place.innermost(pf.Cite):
            yield from _lift(place, outer, last)
            run.changed()


def _lift(place: Place, outer: pf.Note, last: dict[int, Place]) -> Iterator[Notice]:
    """Put the note at `place` after what already stands behind `outer`."""
    after = last[id(outer)]
    place.siblings.pop(place.position())
    after.siblings.insert(position(after.siblings, after.node) + 1, place.node)
    last[id(outer)] = moved = Place(place.node, after.siblings, after.path)
    yield notice("nested", "a note inside a note now stands beside it", moved, fixed=True)
