"""A source proofread: footnotes numbered, words mended, and all of it proved."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rlfix import document, readers
from rlfix.flatten import flatten
from rlfix.proofread import look
from rlfix.report import Finding, Notice
from rlfix.source.labels import find, relabel
from rlfix.source.places import find_places
from rlfix.source.prove import Original, Proof, differing, prove
from rlfix.source.splice import ways, with_copies

if TYPE_CHECKING:
    from collections.abc import Callable

    import panflute as pf

    from rlfix.edit import Choice, Edit
    from rlfix.settings import Settings
    from rlfix.source.splice import Way
    from rlfix.text import Text


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and where it stands in the source as it was given."""

    finding: Finding
    offset: int | None
    """In code points; None where its place is not known."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of proofreading a source."""

    source: str
    made: tuple[Located, ...]
    left: tuple[Located, ...]
    """Suggestions."""
    unproved: tuple[Located, ...]
    """Edits that would be made if they could be written into this source and nothing else changed."""
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a source is read."""

    reader: str
    """Pandoc's name of the format, with extensions."""
    read: Callable[[str], bytes]
    """Returns Pandoc's JSON for a source."""


def fix(source: str, reading: Reading, settings_for: Callable[[pf.Doc], Settings]) -> Fixed:
    """Return `source` (lines ended by a line feed) proofread.

    `settings_for` tells the settings of the document. Raises what `reading.read` raises.
    """
    tree = reading.read(source)
    options = {"extensions": readers.extensions(reading.reader)}
    doc = document.load(tree)
    doc.pandoc_reader_options = options
    settings = settings_for(doc)
    if not settings.enabled:
        return Fixed(source, (), (), (), ())
    numbered, notices = _numbered(source, reading, settings, tree)
    text = flatten(doc)
    made, left = choice = look(text, settings)
    found = _ways(numbered, reading, doc, text, choice)
    here = found if numbered is source else _ways(source, reading, doc, text, choice)
    keep_ids = settings.heading_ids == "keep"
    original = Original(numbered, readers.base(reading.reader), reading.read, tree, options, keep_ids)
    proof = Proof(numbered, [], [])
    if made:
        proof = prove(original, {edit: way for edit, way in found.items() if edit not in left})

    def located(edits: list[Edit]) -> tuple[Located, ...]:
        return tuple(Located(Finding.of(text, edit), _offset(here[edit])) for edit in edits)

    return Fixed(proof.source, located(proof.made), located(left), located(proof.unproved), tuple(notices))


def _offset(found: list[Way]) -> int | None:
    return found[0][0].start if found and found[0] else None


def _numbered(source: str, reading: Reading, settings: Settings, tree: bytes) -> tuple[str, list[Notice]]:
    """Return `source` with its footnotes in order, if it then reads as before."""
    if not settings.runs("footnotes.order") or settings.footnotes == "off" or settings.apply == "none":
        return source, []
    relabelled = relabel(source, reading.reader, settings.footnotes)
    if relabelled.source == source:
        return source, list(relabelled.notices)
    if differing(json.loads(tree), json.loads(reading.read(relabelled.source))):
        return source, [Notice("footnotes.order", "left alone: with other labels the document would read otherwise")]
    return relabelled.source, list(relabelled.notices)


def _ways(source: str, reading: Reading, doc: pf.Doc, text: Text, choice: Choice) -> dict[Edit, list[Way]]:
    """Return how to write the edits to make, and the same in copies of their text, and where those left stand."""
    made, left = choice
    if not made and not left:
        return {}
    places = find_places(source, readers.base(reading.reader), doc, text, find(source, reading.reader))
    edits = [*with_copies(text, places, made), *left]
    return {edit: ways(source, text, places, edit) for edit in edits}
