"""Notes that are referred to twice: the reader copied them, here they become one again.

    A[^a] B[^b] C[^a]   ->   A[^1] B[^2] C[^1]

Pandoc's tree has no note that is shared, so the first of equal notes keeps the text and the later
ones become what the writer's format has for a second reference (`references`). Equal means equal with
all formatting. "Ibid." and its like are never merged: they point at what stands before each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import panflute as pf

from rlfix.notes.order import captions_last
from rlfix.notes.references import LABELLED, LITERAL, LIVE, SPLICED, First, list_named, mark_first, refer_again
from rlfix.notes.survey import METADATA, as_json, counted, is_description, notice, places
from rlfix.notes.writers import LATEX, PER_CHAPTER, TWICE
from rlfix.tree import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.notes.survey import Place, Run
    from rlfix.report import Notice

_BACK_WORD = r"(?i)\b(?:ibid(?:em)?|idem|eadem|op\. ?cit|loc\. ?cit|supra|infra|ebd|ebenda|a\. ?a\. ?O)\b"
_PAGES = r"(?:(?:at|pp?\.?|pages?|S\.|n\.|ch\.|chapters?|§|sect?\.?)\s?[\divxlc]+(?:[-–,\s]*[\divxlc]+)*)"
_BACK_PHRASE = (
    r"(?is)(?:cf\.?|see|same|as|compare|siehe|s\.|vgl\.?|voir|ver|véase)\b.{0,24}"
    r"\b(?:above|below|before|previous\w*|preceding|earlier|later|last|notes?|footnotes?|oben|unten|arriba)\b.*"
    rf"|(?:(?:ditto|dito|id\.?|do\.|same|see (?:there|here|it|this|that))[\s,]*)?{_PAGES}?\W*"
)
"""Short notes that mean something else in each place: "See above", "Same as note 3", "Id.", "p. 12"."""
_SHORT = 60


class Numbering:
    """The running count of one file: a book, or for some writers a chapter."""

    def __init__(self) -> None:
        self.count = 0
        self.firsts: dict[str, First] = {}


def merge(run: Run) -> Iterator[Notice]:
    """Merge repeated notes where the writer's format has a second reference that is surely right."""
    if run.settings.repeated_notes != "merge" or run.writer not in LITERAL | LABELLED:
        return
    again = list(_repeated(run))
    if not again:
        return
    if run.writer in LITERAL and (reason := _unsure(run)):
        message = f"{counted(len(again), 'repeated note')} not merged with the first of the kind, for {reason}"
        yield notice("repeated", message, again[0][0], fixed=False)
        return
    message = f"{counted(len(again), 'repeated note')} merged with the first of the kind"
    yield notice("repeated", message, again[0][0], fixed=True)
    _write(run, again)
    run.changed()
    list_named(run)


def identity(place: Place) -> str | None:
    """Return what makes a note equal to another, or None for one that is never merged."""
    if any(_keeps_apart(node) for node in place.path):
        return None
    words = plain_text(place.node.content.list)
    if len(words) < _SHORT and (re.search(_BACK_WORD, words) or re.fullmatch(_BACK_PHRASE, words)):
        return None
    return as_json(place.node.to_json())


def _keeps_apart(node: Any) -> bool:
    kind = type(node)
    return kind in {pf.Cite, pf.Image, *METADATA} or (kind is pf.Span and "deletion" in node.classes)


def _repeated(run: Run) -> Iterator[tuple[Place, First]]:
    """Yield each note that repeats an earlier one, with the earlier one and its number."""
    chapters = _chapters(run) if run.writer in PER_CHAPTER else {}
    numbering, chapter = Numbering(), 0
    notes = run.survey.notes
    for place in captions_last(notes) if run.writer == "djot" else notes:
        if chapters.get(id(place.node), 0) != chapter:
            numbering, chapter = Numbering(), chapters[id(place.node)]
        if is_description(place):
            continue
        name = identity(place)
        first = numbering.firsts.get(name) if name is not None else None
        if first is not None and _can_refer(run.writer, place):
            yield place, first
            continue
        numbering.count += 1
        if name is not None and first is None and _can_be_first(run.writer, place):
            numbering.firsts[name] = First(place, numbering.count)


def _chapters(run: Run) -> dict[int, int]:
    """Return for each note (by identity) how many headings of level 1 stand before it."""
    chapters: dict[int, int] = {}
    count = 0
    for place in places(run.doc):
        if type(place.node) is pf.Note:
            chapters[id(place.node)] = count
        elif type(place.node) is pf.Header and place.node.level == 1:
            count += all(type(node) is pf.Div for node in place.path)
    return chapters


def _can_refer(writer: str, place: Place) -> bool:
    """Tell whether a second reference may stand here: headings are copied to contents, links hold no links."""
    barred = (pf.Header, pf.Link, pf.Caption) if writer in LATEX else (pf.Header, pf.Link)
    return writer not in LIVE or place.innermost(*barred) is None


def _can_be_first(writer: str, place: Place) -> bool:
    blocks = place.node.content.list
    if writer not in LABELLED or not blocks:
        return True
    opens = type(blocks[0]) in {pf.Para, pf.Plain}
    spliced = writer in SPLICED
    return opens and (len(blocks) == 1 or not spliced) and place.innermost(pf.Header, pf.TableHead) is None


def _unsure(run: Run) -> str:
    """Return why the writer's numbers cannot be foretold, or nothing."""
    if any(place.innermost(*METADATA) for place in run.survey.notes):
        return "notes in the metadata shift the numbers"
    if any(place.innermost(*TWICE.get(run.writer, (pf.Doc,))) for place in run.survey.notes):
        return f"the {run.writer} writer prints some notes twice"
    rules = ("image", "figure", "table")
    if not all(run.settings.runs(f"footnotes.{rule}") for rule in rules) and any(map(_is_placed, run.survey.notes)):
        return f"the rules that repair their places ({', '.join(rules)}) are off"
    if any(place.innermost(pf.Figure) and not place.innermost(pf.Caption, pf.Image) for place in run.survey.notes):
        return "notes beside the image of a figure may be numbered before or after its caption"
    metadata = run.doc.metadata.content.dict
    if ("bibliography" in metadata or "references" in metadata) and any(map(_is_unresolved, run.survey.citations)):
        return "citations that are still to come may add notes; run rlfix after citeproc"
    return ""


def _is_placed(place: Place) -> bool:
    return place.innermost(pf.Image, pf.Figure, pf.Table) is not None


def _is_unresolved(place: Place) -> bool:
    words = plain_text([place.node])
    return any(f"@{citation.id}" in words or f"@{{{citation.id}" in words for citation in place.node.citations)


def _write(run: Run, again: list[tuple[Place, First]]) -> None:
    for place in filter(is_description, run.survey.notes):
        place.replace([])  # or it would no longer be the copy of what stands in the caption
    names = _names_in_use(run)
    labels: dict[int, str] = {}
    for place, first in again:
        if first.number not in labels:
            labels[first.number] = label = _unused(first.number, names)
            names.add(label)
            mark_first(run, first, label)
        refer_again(run.writer, place, first, labels[first.number])


def _names_in_use(run: Run) -> set[str]:
    if run.writer not in LABELLED:
        return set()
    return {getattr(place.node, "identifier", "") for place in places(run.doc)}


def _unused(number: int, names: set[str]) -> str:
    label = f"note-{number}"
    while label in names:
        label += "a"
    return label
