"""Edits written into a source, and proved there.

The source with the edits in it is read again by the same reader. What comes out has to be the tree with
the edits in it, block by block. A block that differs is written again with one edit at a time, each in
the ways there are; an edit that proves in none of them is not made.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix import document, headings
from rlfix.edit import apply, shares
from rlfix.flatten import flatten
from rlfix.source.columns import keeping_columns
from rlfix.source.splice import Splice
from rlfix.source.targets import keeping_target
from rlfix.tree import markup, walk_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import panflute as pf

    from rlfix.edit import Edit
    from rlfix.source.splice import Way
    from rlfix.text import Text


class Proof(NamedTuple):
    """A source that reads as it should."""

    source: str
    made: list[Edit]
    unproved: list[Edit]
    """Edits that have no place in the source, or change more than they should wherever they are written."""


@dataclass(slots=True)
class Original:
    """What is to be edited: the source, how it is read, and its tree."""

    source: str
    reader: str
    read: Callable[[str], bytes]
    tree: bytes
    """The tree of the source as Pandoc's JSON."""
    options: dict[str, Any]
    """What the reader was told, as a filter gets it."""
    keep_ids: bool = False
    """Whether headings keep the identifiers of their old text."""

    def document(self) -> pf.Doc:
        """Return a fresh copy of the tree."""
        doc = document.load(self.tree)
        doc.pandoc_reader_options = self.options
        return doc


Unit = tuple["Edit", ...]
"""Edits that change the same stretch of the source: a figure's caption is its image's alternative text as well."""


class Edited(NamedTuple):
    """The tree with edits made in it."""

    tree: dict[str, Any]
    renamed: list[tuple[str, str]]
    """Identifiers of headings that followed their text."""
    named: dict[Edit, str]
    """Edits of headings that keep the identifier of their old text, which they have to be given now."""


def edited(original: Original, edits: list[Edit]) -> Edited:
    """Return the tree of `original` with `edits` made in it."""
    doc = original.document()
    text = flatten(doc)
    heading_of = {edit: block.node for edit in edits if (block := text.block_at(edit.start)).kind == "header"}
    derived = headings.derived(doc, [block.node for block in text.blocks if block.kind == "header"])
    apply(text, edits)
    kept = _kept(original, doc, derived)
    renamed = headings.derive_again(doc, [one for one in derived if id(one.header) not in kept])
    named = {edit: heading.identifier for edit, heading in heading_of.items() if id(heading) in kept}
    return Edited(json.loads(document.dump(doc)), renamed, named)


def _kept(original: Original, doc: pf.Doc, derived: list[headings.Derived]) -> set[int]:
    """Return which headings (by identity) keep the identifier of their old text, as settings or raw links want it."""
    how, raw = headings.style(doc), headings.raw_text(markup(doc))
    changed = [one.header for one in derived if one.again(how) != one.base]
    return {id(one) for one in changed if original.keep_ids or headings.is_named(one.identifier, raw)}


@dataclass(slots=True)
class _Queue:
    """The edits of one top-level block, tried one after another."""

    waiting: deque[tuple[Unit, tuple[Way, ...]]]
    made: list[tuple[Unit, Way]] = field(default_factory=list)
    way: int = 0

    def current(self) -> list[tuple[Unit, Way]]:
        return [(self.waiting[0][0], self.waiting[0][1][self.way])] if self.waiting else []


def prove(original: Original, ways: dict[Edit, list[Way]]) -> Proof:
    """Return the source of `original` with as many of the edits in `ways` as prove right."""
    alike: dict[Way, list[Edit]] = {}
    for edit, found in ways.items():
        for way in found[:1]:
            alike.setdefault(way, []).append(edit)
    units: dict[Unit, tuple[Way, ...]] = {}
    for way, edits in alike.items():
        kept = keeping_target(original.source, original.reader, way)
        units[tuple(edits)] = (way, *kept, *keeping_columns(original.source, way), *ways[edits[0]][1:])
    made = _without_overlaps((unit, found[0]) for unit, found in units.items())
    source, wrong = _attempt(original, made)
    if wrong:
        source, made = _one_by_one(original, units, wrong)
    proved = {edit for unit, _ in made for edit in unit}
    return Proof(source, [edit for edit in ways if edit in proved], [edit for edit in ways if edit not in proved])


def _one_by_one(
    original: Original, ways: dict[Unit, tuple[Way, ...]], wrong: set[int]
) -> tuple[str, list[tuple[Unit, Way]]]:
    """Prove the edits of the top-level blocks `wrong` one at a time, all blocks side by side."""
    block_of = _blocks(original, ways)
    good = _without_overlaps((unit, found[0]) for unit, found in ways.items() if not block_of[unit] & wrong)
    queues: dict[int, _Queue] = {}
    for unit, found in ways.items():
        if block_of[unit] & wrong:
            queues.setdefault(min(block_of[unit] & wrong), _Queue(deque())).waiting.append((unit, found))
    while any(queue.waiting for queue in queues.values()):
        made = [*good, *(one for queue in queues.values() for one in (*queue.made, *queue.current()))]
        _, wrong = _attempt(original, _without_overlaps(made))
        for queue in queues.values():
            _advance(queue, failed=any(block_of[unit] & wrong for unit, _ in queue.current()))
    made = _without_overlaps([*good, *(one for queue in queues.values() for one in queue.made)])
    source, wrong = _attempt(original, made)
    if wrong:
        made = _halves(original, made, [MOST_ATTEMPTS])
        source, _ = _attempt(original, made)
    return source, made


MOST_ATTEMPTS = 100
"""How often a source is read again to find out which edits break it, when that cannot be told from where it differs."""


def _halves(original: Original, made: list[tuple[Unit, Way]], left: list[int]) -> list[tuple[Unit, Way]]:
    """Return a part of `made` that proves, by trying halves, and halves of what does not; `left` counts attempts."""
    left[0] -= 1
    if left[0] < 0:
        return []
    if not made or not _attempt(original, made)[1]:
        return made
    if len(made) == 1:
        return []
    half = len(made) // 2
    first = _halves(original, made[:half], left)
    both = [*first, *_halves(original, made[half:], left)]
    return first if _attempt(original, both)[1] else both


def _advance(queue: _Queue, *, failed: bool) -> None:
    if not queue.waiting:
        return
    if not failed:
        queue.made += queue.current()
    if failed and queue.way + 1 < len(queue.waiting[0][1]):
        queue.way += 1
    else:
        queue.waiting.popleft()
        queue.way = 0


def _without_overlaps(made: Iterable[tuple[Unit, Way]]) -> list[tuple[Unit, Way]]:
    """Leave out what would change a stretch of the source which one before it changes otherwise."""
    kept: list[tuple[Unit, Way]] = []
    taken: list[Splice] = []
    for unit, way in made:
        if not any(_clashes(splice, taken) for splice in way):
            kept.append((unit, way))
            for splice in way:
                at = bisect_left(taken, splice)
                if taken[at : at + 1] != [splice]:
                    taken.insert(at, splice)
    return kept


def _clashes(splice: Splice, taken: list[Splice]) -> bool:
    """Tell whether `splice` overlaps another one of `taken`, which is sorted and without overlaps."""
    at = bisect_left(taken, splice)
    near = taken[max(0, at - 1) : at + 2]
    return any(other != splice and splice.start < other.end and other.start < splice.end for other in near)


def _attempt(original: Original, made: list[tuple[Unit, Way]]) -> tuple[str, set[int]]:
    """Return the source with `made` in it and the numbers of the top-level blocks that read otherwise."""
    expected = edited(original, [edit for unit, _ in made for edit in unit])
    splices = {splice for _, way in made for splice in way}
    splices |= {*_links(original.source, expected.renamed), *_names(original.source, made, expected.named)}
    source = spliced(original, splices)
    return source, differing(expected.tree, json.loads(original.read(source)))


def spliced(original: Original, splices: Iterable[Splice]) -> str:
    """Return the source with `splices` made, and RST's headings underlined to their full length."""
    splices = sorted(splices)
    if original.reader == "rst":
        splices = sorted({*splices, *_underlines(original.source, splices)})
    parts: list[str] = []
    end = 0
    for splice in splices:
        parts += [original.source[end : splice.start], splice.new]
        end = splice.end
    return "".join([*parts, original.source[end:]])


_UNDERLINED = re.compile(
    r"^(?:(?P<over>([^\w\s])\2{2,})\n)?(?P<title>[^\n]*\S[^\n]*)\n(?P<under>([^\w\s])\5{2,})$", re.MULTILINE
)


def _underlines(source: str, splices: list[Splice]) -> Iterator[Splice]:
    """Yield what makes the lines above and below the titles that `splices` lengthen long enough."""
    starts = [splice.start for splice in splices]
    for found in _UNDERLINED.finditer(source):
        first, last = found.span("title")
        inside = splices[bisect_left(starts, first) : bisect_right(starts, last)]
        length = len(found["title"].rstrip()) + sum(len(one.new) - (one.end - one.start) for one in inside)
        for line in ("under", "over") if inside else ():
            if found[line] and length > len(found[line]) >= last - first:
                yield Splice(found.end(line), found.end(line), found[line][0] * (length - len(found[line])))


def _links(source: str, renamed: list[tuple[str, str]]) -> list[Splice]:
    """Return the changes of links in `source` to identifiers that were renamed."""
    return [
        Splice(found.start(1), found.end(1), new)
        for old, new in renamed
        for found in re.finditer(rf"(?:\]\(|\[\[|\]:\s*<?|<)#({re.escape(old)})(?![\w-])", source)
    ]


def _names(source: str, made: list[tuple[Unit, Way]], named: dict[Edit, str]) -> Iterator[Splice]:
    """Yield the attributes that give headings the identifiers they keep."""
    for unit, way in made:
        if unit[0] in named:
            end = source.find("\n", way[-1].end)
            end = len(source) if end < 0 else end
            yield Splice(end, end, f" {{#{named[unit[0]]}}}")


def _blocks(original: Original, units: Iterable[Unit]) -> dict[Unit, set[int]]:
    """Return the numbers of the top-level blocks in which each unit stands; -1 for metadata."""
    doc = original.document()
    text = flatten(doc)
    homes = {id(home): number for number, block in enumerate(doc.content.list) for home in walk_lists(block)}
    return {unit: {homes.get(id(_home(text, edit)), -1) for edit in unit} for unit in units}


def _home(text: Text, edit: Edit) -> list[Any]:
    return text.homes[shares(text, edit)[0].run]


def differing(expected: dict[str, Any], got: dict[str, Any]) -> set[int]:
    """Return the numbers of the blocks of `expected` that `got` does not have at their place; -1 for metadata."""
    wrong = set() if same(expected["meta"], got["meta"]) else {-1}
    one, other = expected["blocks"], got["blocks"]
    if len(one) == len(other):
        return wrong | {number for number, pair in enumerate(zip(one, other, strict=True)) if not same(*pair)}
    ahead = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if not same(*pair)), min(len(one), len(other))
    )
    behind = next((n for n, pair in enumerate(zip(one[::-1], other[::-1], strict=False)) if not same(*pair)), 0)
    return wrong | set(range(min(ahead, len(one) - 1), max(ahead + 1, len(one) - behind)))


def same(one: Any, other: Any) -> bool:
    """Tell whether two parts of trees say the same.

    How words are cut into `Str`s, no-break spaces and the running numbers of citations do not count.
    """
    return bool(one == other or _plain(one) == _plain(other))


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items() if key != "citationNoteNum"}
    if not isinstance(node, list):
        return node
    parts: list[Any] = []
    for child in map(_plain, node):
        for part in _cut(child):
            if _is_str(part) and parts and _is_str(parts[-1]):
                parts[-1] = {"t": "Str", "c": parts[-1]["c"] + part["c"]}
            else:
                parts.append(part)
    return parts


def _is_str(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") == "Str"


def _cut(node: Any) -> list[Any]:
    """Return a `Str` as `Str`s and `Space`s, cut at no-break spaces."""
    if not _is_str(node) or "\u00a0" not in node["c"]:
        return [node]
    parts = [part for word in node["c"].split("\u00a0") for part in ({"t": "Space"}, {"t": "Str", "c": word})][1:]
    return [part for part in parts if part.get("c") != ""]
