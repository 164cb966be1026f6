"""What to tell the author about the footnotes of a file, with all its wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from rlfix.report import Notice
from rlfix.source.labels_numbers import undefined_references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rlfix.source.labels_mentions import Mention
    from rlfix.source.labels_model import Reference
    from rlfix.source.labels_moves import Placing
    from rlfix.source.labels_numbers import Names, Numbers

_SET_OF_CHARACTERS = re.compile(r"(?:[A-Za-z]-[A-Za-z]|[0-9]-[0-9]|\\.|[^\w\s])+_?|(?:[A-Za-z0-9]-[A-Za-z0-9])+\S*|\W+")
"""Labels such as `a-z` and `/`: what stands in the brackets is a regular expression, not a note."""
_SPELLED = {"markdown": "[^{}]", "commonmark": "[^{}]", "rst": "[{}]_", "org": "[fn:{}]"}


class _Lines:
    """Line numbers from offsets."""

    def __init__(self, source: str) -> None:
        self.starts = list(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))

    def at(self, offset: int) -> int:
        return bisect_right(self.starts, offset)


def reports(source: str, names: Names, numbers: Numbers) -> Iterator[Notice]:
    """Yield what is wrong with the notes and is left to the author."""
    lines = _Lines(source)
    yield from _undefined(source, names, numbers, lines)
    yield from _definitions(names, lines)
    yield from _duplicates(names, lines)
    yield from _nested(names, lines)


def _notice(rule: str, line: int, message: str, *, fixed: bool = False) -> Notice:
    return Notice(f"footnotes.{rule}", f"line {line}: {message}", fixed=fixed)


def _spelled(names: Names, label: str) -> str:
    return _SPELLED[names.notes.syntax.family].format(label)


def _undefined(source: str, names: Names, numbers: Numbers, lines: _Lines) -> Iterator[Notice]:
    other = {key.casefold(): key for key in names.definitions}
    for key, references in undefined_references(names).items():
        pretenders = [reference for reference in references if _opens_line(source, reference)]
        for reference in pretenders:
            message = f"{_spelled(names, key)}: stands right below other text, so it defines no note"
            yield _notice("blank-line", lines.at(reference.start), f"{message}; put a blank line above it")
        rest = [reference for reference in references if reference not in pretenders]
        if rest and not _SET_OF_CHARACTERS.fullmatch(rest[0].label):
            near = other.get(key.casefold())
            yield _notice("undefined", lines.at(rest[0].start), _undefined_message(names, key, numbers, near))


def _undefined_message(names: Names, key: str, numbers: Numbers, near: str | None) -> str:
    message = f"{_spelled(names, key)} has no definition"
    if near is not None:
        message += f" ({_spelled(names, near)} has one, but case counts)"
    if key in numbers.revived:
        return f"{message}; a backslash keeps it from becoming the note that is now number {key}"
    if key in numbers.skipped:
        return f"{message}; no note is numbered {key}, so that it does not become that one"
    return f"{message}; left as it is"


def _opens_line(source: str, reference: Reference) -> bool:
    """Tell whether a reference looks like a definition: first in its line, with a colon behind it."""
    if not source.startswith(":", reference.end):
        return False
    line = source[source.rfind("\n", 0, reference.start) + 1 : reference.start]
    return not line.strip(" >")


def _definitions(names: Names, lines: _Lines) -> Iterator[Notice]:
    for definition, key in zip(names.notes.definitions, names.definitions, strict=True):
        line = lines.at(definition.label_start)
        if definition.greedy:
            message = (
                f"the definition of {_spelled(names, definition.label)} is empty, so it takes the paragraph below it"
            )
            yield _notice("empty", line, message)
        if key not in names.rank:
            yield _notice("unused", line, f"nothing refers to {_spelled(names, definition.label)}; its text is kept")


def _duplicates(names: Names, lines: _Lines) -> Iterator[Notice]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(names.definitions):
        if key in names.duplicated:
            found[key].append(number)
    for key, numbers in found.items():
        definitions = [names.notes.definitions[number] for number in numbers]
        counts = names.notes.definitions[names.effective[key]]
        where = ", ".join(str(lines.at(definition.label_start)) for definition in definitions)
        message = (
            f"{_spelled(names, counts.label)} is defined {len(definitions)} times (lines {where}); "
            f"the text of line {lines.at(counts.label_start)} is the one that shows"
        )
        yield _notice("duplicate", lines.at(definitions[0].label_start), message)


def _nested(names: Names, lines: _Lines) -> Iterator[Notice]:
    fate = "is lost" if names.notes.syntax.family == "commonmark" else "shows as text"
    for reference, key in names.nested_pairs():
        if key in names.defined and not reference.defines:
            message = f"{_spelled(names, reference.label)} stands inside a note, where Pandoc follows none; it {fate}"
            yield _notice("nested", lines.at(reference.start), message)


def done(
    source: str, names: Names, numbers: Numbers, placing: Placing, mentions: Sequence[Mention]
) -> Iterator[Notice]:
    """Yield what was changed."""
    lines = _Lines(source)
    moved = [(place, key) for place, key in names.places() if numbers.labels.get(key, place.label) != place.label]
    if moved:
        changed = {key for _, key in moved}
        first = min(place.start for place, _ in moved)
        message = f"{len(changed)} of {len(numbers.labels)} notes renumbered in the order of their references"
        yield _notice("order", lines.at(first), message, fixed=True)
    if placing.into:
        first = min(names.notes.definitions[number].start for number in placing.into)
        message = f"{len(placing.into)} definitions put in the order of their notes"
        yield _notice("order", lines.at(first), message, fixed=True)
    for number in placing.dropped:
        definition = names.notes.definitions[number]
        message = f"a second definition of {_spelled(names, definition.label)} with the same text removed"
        yield _notice("duplicate", lines.at(definition.start), message, fixed=True)
    for mention in mentions:
        message = f"the text names note {mention.old}, now {mention.new}"
        yield _notice("mention", lines.at(mention.start), message, fixed=True)
