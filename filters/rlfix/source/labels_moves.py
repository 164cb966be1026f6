"""Definitions in the order of their numbers, each in a place where a definition stood before.

The places ("slots") and everything between them stay as they are, blank lines and link definitions
included; whole definitions change places. One that stands in a quote, a list item or an HTML element
keeps its place, and so does one that is followed by anything but a blank line or another definition:
there the line below would read differently under another text (a rule under one line is a heading).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from rlfix.source.labels_model import RST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rlfix.source.labels_model import Definition, Footnotes
    from rlfix.source.labels_numbers import Edit, Names

_INDENTED_BELOW = re.compile(r"\s*\n[ \t]+\S")
_TERM_BELOW = re.compile(r"\s*\n {0,3}[:~][ \t]")


class Placing(NamedTuple):
    """Which definition goes where, all by their numbers in the old order."""

    into: dict[int, int]
    """For each place that changes hands, the definition that comes to stand there."""
    dropped: tuple[int, ...]
    """Definitions left out, since another one says the same under the same label."""
    final: tuple[int, ...]
    """All the definitions that stay, in their new order."""


def unmoved(names: Names) -> Placing:
    """Leave every definition where it is."""
    return Placing({}, (), tuple(range(len(names.definitions))))


def place(source: str, names: Names) -> Placing:
    """Put the definitions in the order in which their notes are referred to, unused ones last."""
    definitions = names.notes.definitions
    slots = [number for number in range(len(definitions)) if _is_slot(source, names.notes, number)]
    dropped = tuple(
        number for number in slots if _is_copy(source, names, number) and _has_neighbour(source, names, number)
    )
    slots = [number for number in slots if number not in dropped]
    last = len(names.order)
    wanted = sorted(slots, key=lambda number: (names.rank.get(names.definitions[number], last), number))
    into = {slot: number for slot, number in zip(slots, wanted, strict=True) if slot != number}
    final = tuple(into.get(number, number) for number in range(len(definitions)) if number not in dropped)
    copies = any(_is_copy(source, names, number) for number in slots)
    if copies or not _keeps_effective(names, final):
        into, final = {}, tuple(number for number in range(len(definitions)) if number not in dropped)
    return Placing(into, dropped, final)


def _is_slot(source: str, notes: Footnotes, number: int) -> bool:
    """Tell whether any definition could stand where definition `number` stands."""
    definitions = notes.definitions
    definition = definitions[number]
    if not definition.movable or (notes.syntax is RST and _INDENTED_BELOW.match(source, definition.end)):
        return False
    end = definition.end
    if number + 1 < len(definitions) and definitions[number + 1].start == end + 1:
        return True
    line_end = source.find("\n", end + 1)
    below = source[end + 1 : line_end if line_end >= 0 else len(source)]
    return not below.strip() and not _TERM_BELOW.match(source, end)


def _is_copy(source: str, names: Names, number: int) -> bool:
    """Tell whether definition `number` says the same as the one of its label that counts."""
    effective = names.effective[names.definitions[number]]
    return effective != number and _body(source, names, effective) == _body(source, names, number)


def _body(source: str, names: Names, number: int) -> str:
    definition = names.notes.definitions[number]
    return source[definition.body_start : definition.end].strip()


def _has_neighbour(source: str, names: Names, number: int) -> bool:
    """Tell whether the definition above or below is next to definition `number`, so that one of the two remains."""
    return _gap(source, names, number - 1) or _gap(source, names, number)


def _gap(source: str, names: Names, number: int) -> bool:
    """Tell whether nothing but blanks lies between definition `number` and the next one."""
    definitions = names.notes.definitions
    if not 0 <= number < len(definitions) - 1:
        return False
    return not source[definitions[number].end : definitions[number + 1].start].strip()


def _keeps_effective(names: Names, final: Sequence[int]) -> bool:
    """Tell whether of all definitions of a label still the same one counts."""
    counting: dict[str, int] = {}
    for number in final:
        key = names.definitions[number]
        if key not in counting or not names.notes.syntax.first_wins:
            counting[key] = number
    return all(names.effective[key] == number for key, number in counting.items())


def write(source: str, notes: Footnotes, placing: Placing, edits: Sequence[Edit]) -> str:
    """Return `source` with `edits` (sorted) made and its definitions placed."""
    definitions = notes.definitions
    parts: list[str] = []
    at = 0
    for number, definition in enumerate(definitions):
        if number in placing.dropped:
            start, end = _cut(source, definitions, number)
            parts.append(_edited(source, at, max(at, start), edits))
            at = max(at, end)
        elif number in placing.into:
            moved = definitions[placing.into[number]]
            parts += [_edited(source, at, definition.start, edits), _edited(source, moved.start, moved.end, edits)]
            at = definition.end
    parts.append(_edited(source, at, len(source), edits))
    return "".join(parts)


def _cut(source: str, definitions: Sequence[Definition], number: int) -> tuple[int, int]:
    """Return the stretch to take out with a definition: with the blanks below it, else those above it."""
    definition = definitions[number]
    if number + 1 < len(definitions) and not source[definition.end : definitions[number + 1].start].strip():
        return definition.start, definitions[number + 1].start
    return definitions[number - 1].end, definition.end


def _edited(source: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return `source[start:end]` with the edits inside it made."""
    parts: list[str] = []
    for edit in edits[bisect_left(edits, (start,)) : bisect_left(edits, (end,))]:
        parts += [source[start : edit.start], edit.new]
        start = edit.end
    return "".join([*parts, source[start:end]])
