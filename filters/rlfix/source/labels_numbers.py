"""Who gets which number.

    A[^c] B[^a] C[^c]        c is 1, a is 2
    [^a]: one, see[^n]       n is 3: it is named only inside a note
    [^u]: nobody asks        u is 4: it is never referred to
    [^n]: two
    [^c]: three

Only notes that are defined count. A reference to nothing stays as it is; where a number would give it
a meaning it gets a backslash (Markdown), which shows the same text, or the number is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from rlfix.source.labels_model import NUMBER, RST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rlfix.source.labels_model import Definition, Footnotes, Reference

_AUTOMATIC = frozenset({"#", "*"})
"""reStructuredText's labels that are numbered or marked when the document is printed."""


@dataclass(frozen=True)
class Names:
    """The footnotes of a text with the keys by which references and definitions find each other."""

    notes: Footnotes
    references: tuple[str, ...]
    """The key of each reference of the text."""
    nested: tuple[str, ...]
    """The key of each reference inside a definition."""
    definitions: tuple[str, ...]
    """The key of each definition."""

    @classmethod
    def of(cls, notes: Footnotes) -> Names:
        """Give every reference and definition of `notes` its key."""
        references = _keys(notes, [reference.label for reference in notes.references])
        definitions = _keys(notes, [definition.label for definition in notes.definitions])
        nested = tuple(map(notes.syntax.key, (reference.label for reference in notes.nested)))
        return cls(notes, references, nested, definitions)

    @cached_property
    def effective(self) -> dict[str, int]:
        """The number of the definition that counts, by key."""
        found: dict[str, int] = {}
        for number, key in enumerate(self.definitions):
            if key not in found or not self.notes.syntax.first_wins:
                found[key] = number
        return found

    @cached_property
    def defined(self) -> frozenset[str]:
        """The keys of notes that have a text."""
        places = (*self.text_pairs(), *self.nested_pairs())
        return frozenset(self.definitions) | {key for reference, key in places if reference.defines}

    def text_pairs(self) -> Iterable[tuple[Reference, str]]:
        """Return the references of the text with their keys."""
        return zip(self.notes.references, self.references, strict=True)

    def nested_pairs(self) -> Iterable[tuple[Reference, str]]:
        """Return the references inside definitions with their keys."""
        return zip(self.notes.nested, self.nested, strict=True)

    def places(self) -> Iterator[tuple[Reference | Definition, str]]:
        """Yield all references and definitions with their keys."""
        yield from self.text_pairs()
        yield from self.nested_pairs()
        yield from zip(self.notes.definitions, self.definitions, strict=True)

    @cached_property
    def inner(self) -> dict[int, list[str]]:
        """The keys that each definition refers to, by its number."""
        found: dict[int, list[str]] = defaultdict(list)
        for reference, key in self.nested_pairs():
            owner = self.notes.owner(reference.start)
            if owner is not None:
                found[owner].append(key)
        return found

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The keys of the notes that are referred to: from the text, then from those notes, and so on."""
        queue = [key for key in dict.fromkeys(self.references) if key in self.defined]
        seen = set(queue)
        for key in queue:  # grows while it is walked
            for inner in self.inner.get(self.effective.get(key, -1), ()):
                if inner in self.defined and inner not in seen:
                    seen.add(inner)
                    queue.append(inner)
        return tuple(queue)

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each key in `order`."""
        return {key: number for number, key in enumerate(self.order)}

    @cached_property
    def duplicated(self) -> frozenset[str]:
        """The keys that more than one definition has."""
        return frozenset(key for key, number in Counter(self.definitions).items() if number > 1)

    def is_stuck(self, reference: Reference) -> bool:
        """Tell whether a backslash before `reference` would change more than the reference.

        Not all formats have it. In brackets it might end a link's text early; first in a line it may
        be what ends the definition above.
        """
        if not self.notes.syntax.backslashes or reference.enclosed:
            return True
        return any(one.end < reference.start <= one.end + 4 for one in self._above(reference))

    def _above(self, reference: Reference) -> Sequence[Definition]:
        at = bisect_left(self.notes.definitions, reference.start, key=lambda definition: definition.start)
        return self.notes.definitions[max(0, at - 1) : at]

    @cached_property
    def endless(self) -> bool:
        """Whether some note refers to itself, perhaps by way of others."""
        waiting = {key: self.effective.keys() & set(self.inner.get(at, ())) for key, at in self.effective.items()}
        done: set[str] = set()
        while ready := {key for key, inner in waiting.items() if inner <= done}:
            done |= ready
            waiting = {key: inner for key, inner in waiting.items() if key not in ready}
        return bool(waiting)


def _keys(notes: Footnotes, labels: list[str]) -> tuple[str, ...]:
    """Return the keys of `labels`; reStructuredText's `#` and `*` belong together one by one, in their order."""
    if notes.syntax is not RST:
        return tuple(map(notes.syntax.key, labels))
    seen = {label: count() for label in _AUTOMATIC}
    return tuple(f"{label} {next(seen[label])}" if label in seen else label for label in labels)


class Numbers(NamedTuple):
    """The new labels."""

    labels: Mapping[str, str]
    """By key; labels that stay what they are, are not in it."""
    revived: frozenset[str]
    """Keys of undefined references that a new label would give a meaning."""
    skipped: tuple[str, ...]
    """Numbers left out for the sake of undefined references that cannot take a backslash."""


def number(names: Names, final: Sequence[int], policy: str) -> Numbers:
    """Return the new labels; `final` is the order in which the definitions will stand, by their numbers."""
    unused = (names.definitions[at] for at in final if names.definitions[at] not in names.rank)
    keys = [key for key in dict.fromkeys((*names.order, *unused)) if takes_number(names, key, policy)]
    if policy == "off" or not keys:
        return Numbers({}, frozenset(), ())
    undefined = undefined_references(names)
    barred = {key for key, found in undefined.items() if any(map(names.is_stuck, found))}
    if policy == "keep-names":
        barred |= {key for key in names.defined if key not in set(keys)}
    labels: dict[str, str] = {}
    skipped: list[str] = []
    numbers = map(str, count(1))
    for key in keys:
        label = next(numbers)
        while label in barred:
            skipped.append(label)
            label = next(numbers)
        labels[key] = label
    revived = frozenset(label for label in labels.values() if label in undefined)
    return Numbers(labels, revived, tuple(skipped))


def takes_number(names: Names, key: str, policy: str) -> bool:
    """Tell whether the note `key` is to be numbered under `policy`."""
    if names.notes.syntax is not RST:
        return policy == "number" or NUMBER.fullmatch(key) is not None
    numbered = any(label.isdigit() for label in names.defined)
    return key.isdigit() or (policy == "number" and numbered and _is_paired(names, key))


def is_free(names: Names, policy: str) -> bool:
    """Tell whether definitions may change their order; reStructuredText counts the automatic ones where they stand."""
    if policy == "off":
        return False
    return names.notes.syntax is not RST or all(takes_number(names, key, policy) for key in names.definitions)


def _is_paired(names: Names, key: str) -> bool:
    """Tell whether every `#` has its definition, so that numbers lead to the same notes."""
    sign = key.split(" ", maxsplit=1)[0]
    if sign not in _AUTOMATIC:
        return True
    return {one for one in names.references if one.startswith(f"{sign} ")} == {
        one for one in names.definitions if one.startswith(f"{sign} ")
    }


def undefined_references(names: Names) -> dict[str, list[Reference]]:
    """Return the references to nothing, by key."""
    found: dict[str, list[Reference]] = defaultdict(list)
    for reference, key in (*names.text_pairs(), *names.nested_pairs()):
        if key not in names.defined:
            found[key].append(reference)
    return found


class Edit(NamedTuple):
    """Characters of the source to replace."""

    start: int
    end: int
    new: str


def edits(names: Names, numbers: Numbers) -> list[Edit]:
    """Return what writes the new labels, and backslashes before references that must stay text."""
    found: list[Edit] = []
    for place, key in names.places():
        label = numbers.labels.get(key, place.label)
        if label != place.label:
            found.append(Edit(place.label_start, place.label_end, label))
        if key in numbers.revived and key not in names.defined:
            found += _guards(names, place)
    return found


def _guards(names: Names, place: Reference | Definition) -> Iterable[Edit]:
    """Yield the backslashes that keep a reference to nothing what it is, the text that it shows."""
    for char, at in zip("[^]", (place.start, place.label_start - 1, place.end - 1), strict=True):
        if char in names.notes.syntax.backslashes:
            yield Edit(at, at, "\\")


def shown(names: Names, numbers: Numbers) -> list[tuple[str, str]]:
    """Return the references whose spelling the document shows, since the reader does not follow them: old and new."""
    if names.notes.syntax.family == "commonmark":
        return []
    spelled = [*names.nested_pairs(), *(pair for pair in names.text_pairs() if pair[0].cited)]
    changed = ((place, numbers.labels.get(key, place.label)) for place, key in spelled)
    return [(place.label, label) for place, label in changed if label != place.label]
