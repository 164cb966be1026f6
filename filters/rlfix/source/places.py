"""The place in the source of every word of a document: its body, notes, captions and metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.source.align import Aligner, Place, Places, Region
from rlfix.source.words import Stream, source_words, tree_words

if TYPE_CHECKING:
    import panflute as pf

    from rlfix.source.labels import Footnotes
    from rlfix.text import Text


def find_places(source: str, reader: str, doc: pf.Doc, text: Text, footnotes: Footnotes) -> Places:
    """Return where the words of `text`, the flattened `doc`, stand in `source`, which `reader` read."""
    body, metadata = tree_words(doc, text)
    finder = _Finder(source, reader, footnotes)
    for definition in footnotes.definitions:
        finder.aligner.hide(definition.start, definition.end)
    for reference in footnotes.references:
        finder.aligner.hide(reference.label_start, reference.label_end)
    whole = Region(0, len(finder.aligner.words))
    for stream in metadata:
        finder.seek(stream, whole)
    finder.lay(body, whole)
    return Places(finder.places)


class _Finder:
    """Lays one stream after another and keeps the places found."""

    def __init__(self, source: str, reader: str, footnotes: Footnotes) -> None:
        self.aligner = Aligner(source_words(source, reader))
        self.footnotes = footnotes
        self.definitions = {definition.label: definition for definition in footnotes.definitions}
        self.places: list[Place] = []
        self.marks = iter(())

    def lay(self, stream: Stream, region: Region) -> None:
        """Find the places of `stream`, which stands in `region`, and of what belongs to it."""
        found = self.aligner.align(stream.words, region)
        self.keep(stream, found)
        for count, twin in stream.twins:
            self.keep(twin, found[count : count + len(twin.words)])
        for count, caption in stream.captions:
            self.seek(caption, Region(_last(found, count) + 1, region.end))
        used = 0
        for count, note in stream.notes:
            gap = Region(max(_last(found, count) + 1, region.start), _next(found, count, region.end))
            used = self.note(note, gap, used)

    def keep(self, stream: Stream, found: list[int]) -> None:
        for word, number in zip(stream.words, found, strict=False):
            if word.at >= 0 and number >= 0:
                self.places.append(Place(word.at, word.at + len(word.word), self.aligner.words[number].start))

    def seek(self, stream: Stream, region: Region) -> None:
        if stream.words:
            self.lay(stream, self.aligner.seek(stream.words, region))

    def note(self, note: Stream, gap: Region, used: int) -> int:
        """Find the places of `note`, whose mark stands in `gap`: at its definition, or right there.

        `used` is the offset behind the last mark; returns the same for the next one.
        """
        low = max(used, self.offset(gap.start - 1))
        high = self.offset(gap.end)
        mark = next((one for one in self.footnotes.references if low <= one.start < high), None)
        definition = self.definitions.get(mark.label) if mark else None
        if mark is None or definition is None:
            self.lay(note, gap)
            return used
        region = Region(self.aligner.number_at(definition.body_start), self.aligner.number_at(definition.end))
        self.aligner.release(region)
        self.lay(note, region)
        return mark.end

    def offset(self, number: int) -> int:
        """Return where the word numbered `number` starts; the end of the source behind the last."""
        words = self.aligner.words
        if number < 0:
            return 0
        return words[number].start if number < len(words) else words[-1].start + 10**6 if words else 10**6


def _last(found: list[int], count: int) -> int:
    return next((number for number in reversed(found[:count]) if number >= 0), -1)


def _next(found: list[int], count: int, otherwise: int) -> int:
    return next((number for number in found[count:] if number >= 0), otherwise)
