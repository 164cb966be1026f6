"""Notes spelled out: for the few writers that print some of them twice whatever the tree says.

    org    notes in table cells        [fn:1] in the text and its definition at the end, as raw Org
    djot   notes in headings           [^1] and [^1]: likewise

All notes of the document are spelled out, so that one hand numbers them: in the order of reading,
which for a table with its caption below is cells first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import panflute as pf

from rlfix.notes.order import captions_last
from rlfix.notes.repeated import identity
from rlfix.notes.survey import METADATA, is_description, notice
from rlfix.notes.writers import TWICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.notes.survey import Place, Run
    from rlfix.report import Notice

_REFERENCE = {"org": "[fn:{}]", "djot": "[^{}]"}
_DEFINITION = {"org": "[fn:{}] ", "djot": "[^{}]: "}


def spell_out(run: Run) -> Iterator[Notice]:
    """Write the notes as raw text where the writer would print some twice, or say that it will."""
    kinds = TWICE.get(run.writer)
    notes = run.survey.notes
    twice = next((place for place in notes if place.innermost(*kinds)), None) if kinds else None
    if twice is None:
        return
    if reason := _unsafe(run, notes):
        yield notice("printed-twice", f"the {run.writer} writer prints this note twice ({reason})", twice, fixed=False)
        return
    message = f"a note that the {run.writer} writer prints twice is printed once"
    yield notice("printed-twice", message, twice, fixed=True)
    numbers: dict[str, int] = {}
    for place in captions_last(notes):
        if is_description(place):
            place.replace([])
            continue
        name = (identity(place) if _merges(run) else None) or f"only {len(numbers)}"
        if name not in numbers:
            numbers[name] = len(numbers) + 1
            opening = _DEFINITION[run.writer].format(numbers[name])
            run.doc.content.list.extend(_definition(opening, place.node.content.list, run.writer))
        place.replace([pf.RawInline(_REFERENCE[run.writer].format(numbers[name]), run.writer)])
    run.changed()


def _merges(run: Run) -> bool:
    return run.settings.repeated_notes == "merge" and run.settings.runs("footnotes.repeated")


def _unsafe(run: Run, notes: list[Place]) -> str:
    """Return why the notes cannot be spelled out, or nothing."""
    if any(place.innermost(pf.Cite, *METADATA) for place in notes):
        return "it cannot be rewritten beside notes in metadata or citations"
    if any(place.innermost(pf.Image) and not is_description(place) for place in notes):
        return "it cannot be rewritten beside notes in images"
    if run.writer == "djot" and any(len(place.node.content.list) > 1 for place in notes):
        return "it cannot be rewritten beside notes of several paragraphs"
    return ""


def _definition(opening: str, body: list[Any], writer: str) -> list[Any]:
    inlines = body[0].content.list if body and type(body[0]) in {pf.Para, pf.Plain} else []
    return [pf.Para(pf.RawInline(opening, writer), *inlines), *(body[1:] if inlines else body)]
