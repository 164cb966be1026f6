"""A source proofread: footnotes numbered, words mended, and all of it proved."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rlfix import document, readers
from rlfix.flatten import flatten
from rlfix.pipeline import look
from rlfix.report import Finding
from rlfix.source.align import Places
from rlfix.source.labels import find
from rlfix.source.numbering import number, refused
from rlfix.source.places import find_places
from rlfix.source.prove import Original, Proof, differing, prove
from rlfix.source.splice import offset, ways, with_copies

if TYPE_CHECKING:
    from collections.abc import Callable

    import panflute as pf

    from rlfix.edit import Edit
    from rlfix.report import Notice
    from rlfix.settings import Settings
    from rlfix.source.numbering import Numbered
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
    doc = document.load(tree)
    settings = settings_for(doc)
    if not settings.enabled:
        return Fixed(source, (), (), (), ())
    numbered = number(source, reading, settings, tree)
    if numbered.tree is not tree:
        doc = document.load(numbered.tree)
    doc.pandoc_reader_options = {"extensions": readers.extensions(reading.reader)}
    return _mended(source, reading, settings, numbered, doc)


def _mended(source: str, reading: Reading, settings: Settings, numbered: Numbered, doc: pf.Doc) -> Fixed:
    """Return the `numbered` source, whose tree is `doc`, with its words mended."""
    text = flatten(doc)
    (made, left), told = look(text, settings)
    places = _places(numbered.source, reading, doc, text) if made or left else Places([])
    here = places if numbered.source is source or not (made or left) else _places(source, reading, doc, text)
    proof = Proof(numbered.source, [], [])
    if made:
        reader, options = readers.base(reading.reader), {"extensions": readers.extensions(reading.reader)}
        keep_ids = settings.heading_ids == "keep"
        original = Original(numbered.source, reader, reading.read, numbered.tree, options, keep_ids)
        edits = with_copies(text, places, made)
        proof = prove(original, {edit: ways(numbered.source, text, places, edit) for edit in edits})
    if not numbered.proved and (proof.unproved or not proof.made) and _reads_otherwise(numbered, reading):
        return _mended(source, reading, settings, refused(source, numbered.tree), doc)

    def located(edits: list[Edit]) -> tuple[Located, ...]:
        return tuple(Located(Finding.of(text, edit), offset(source, text, here, edit)) for edit in edits)

    return Fixed(proof.source, located(proof.made), located(left), located(proof.unproved), (*numbered.notices, *told))


def _reads_otherwise(numbered: Numbered, reading: Reading) -> bool:
    got = reading.read(numbered.source)
    return got != numbered.tree and bool(differing(json.loads(numbered.tree), json.loads(got)))


def _places(source: str, reading: Reading, doc: pf.Doc, text: Text) -> Places:
    return find_places(source, readers.base(reading.reader), doc, text, find(source, reading.reader))
