"""Edits: what a check wants changed, which of them are made, and the one function that makes them.

Checks yield `Edit`s and change nothing. `choose` decides; `apply` writes, from the last edit to the
first, so that no offset goes stale. An edit is cut down to the characters that differ before it is
written, which keeps formatting, line breaks and curly apostrophes that the edit does not concern.
"""

from __future__ import annotations

import enum
import re
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import panflute as pf

from rlfix.text import FORMATTING, is_english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.text import Text


FOREIGN = "spelling.foreign-word"
"""The one rule that looks at text that is not English."""


class Safety(enum.IntEnum):
    """How sure an edit is: what is SAFE is applied, what is SUGGEST is reported."""

    SUGGEST = 1
    SAFE = 2


class Edit(NamedTuple):
    """One change of words; `string[start:end] == old`, in code points of `Text.string`."""

    start: int
    end: int
    old: str
    new: str
    rule: str
    """`group.name` of the rule that asks for it."""
    why: str
    """One sentence for the author."""
    safety: Safety = Safety.SAFE


class Piece(NamedTuple):
    """The part of an edit that really changes."""

    start: int
    end: int
    new: str


_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


def pieces(edit: Edit) -> list[Piece]:
    """Return what `edit` changes, first to last: the letters that differ in a word, or words that differ."""
    cut = _trimmed(Piece(edit.start, edit.end, edit.new), edit.old)
    old = edit.old[cut.start - edit.start : cut.end - edit.start]
    if len(_TOKEN.findall(old)) < 2:
        return [] if cut.start == cut.end and not cut.new else [cut]
    return list(_words(cut.start, _TOKEN.findall(old), _TOKEN.findall(cut.new)))


def _words(start: int, old: list[str], new: list[str]) -> Iterator[Piece]:
    at = list(accumulate(map(len, old), initial=start))
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _trimmed(Piece(at[i], at[j], "".join(new[k:m])), "".join(old[i:j]))


def _trimmed(piece: Piece, old: str) -> Piece:
    """Take off what `old`, the text that `piece` replaces, has in common with the new text at both ends."""
    head = _alike(old, piece.new)
    tail = _alike(old[head:][::-1], piece.new[head:][::-1])
    return Piece(piece.start + head, piece.end - tail, piece.new[head : len(piece.new) - tail])


def _alike(one: str, other: str) -> int:
    """Return how many characters two strings have in common at their start."""
    differing = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


class Choice(NamedTuple):
    """Edits to make and edits to report, each in order of place."""

    made: list[Edit]
    left: list[Edit]


def choose(text: Text, edits: Iterable[Edit], least: Safety | None = Safety.SAFE) -> Choice:
    """Decide about `edits`, given in the order of the checks.

    Made is what is at least as sure as `least` (None makes nothing), stands in prose of the
    document's own words, can be written and does not overlap an edit made before it: the earliest
    start wins, then the earlier check. What is turned off at its place, or asks for what is made anyhow, is
    dropped; the rest is left.
    """
    made: list[Edit] = []
    left: list[Edit] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        if _is_off(text, edit):
            continue
        wanted = least is not None and _safety(text, edit) >= least
        if wanted and edit.start >= end and is_writable(text, edit):
            made.append(edit)
            end = max(edit.end, edit.start + 1)
        else:
            left.append(edit)
    done = {(edit.start, edit.end, edit.new) for edit in made}
    return Choice(made, [edit for edit in left if (edit.start, edit.end, edit.new) not in done])


def _is_off(text: Text, edit: Edit) -> bool:
    silenced = any(zone.silences(edit.rule) for zone in text.zones.touching("off", edit.start, edit.end))
    return silenced or (edit.rule != FOREIGN and not is_english(text.block_at(edit.start).lang))


def _safety(text: Text, edit: Edit) -> Safety:
    return Safety.SUGGEST if text.is_quoted(edit.start, edit.end) else edit.safety


def is_writable(text: Text, edit: Edit) -> bool:
    """Tell whether every character that `edit` changes belongs to a run, and no link or span would be emptied."""
    return all(_has_runs(text, piece) and _leaves_anchors(text, piece) for piece in _placed(text, edit))


def _placed(text: Text, edit: Edit) -> Iterator[Piece]:
    """Yield the pieces of `edit`; of two blanks that it could take away with a word, the one that ends no line."""
    for piece in pieces(edit):
        start, end, new = piece
        if new == "" and text.string[start] == text.string[end : end + 1] == " " and _ends_line(text, start):
            yield Piece(start + 1, end + 1, new)
        else:
            yield piece


def _ends_line(text: Text, offset: int) -> bool:
    return any(type(text.nodes[index]) is pf.SoftBreak for index in text.runs_in(offset, offset + 1))


def _has_runs(text: Text, piece: Piece) -> bool:
    if piece.start == piece.end:
        return _host(text, piece) is not None
    covered = sum(_overlap(text, index, piece) for index in _overlapped(text, piece))
    return covered == piece.end - piece.start


def _leaves_anchors(text: Text, piece: Piece) -> bool:
    for anchor in text.zones.touching("anchor", piece.start, piece.end):
        if piece.start <= anchor.start and anchor.end <= piece.end and anchor.start < anchor.end:
            host = _host(text, piece) if piece.new.strip() else None
            if host is None or not anchor.start <= text.starts[host] < anchor.end:
                return False
    return True


def apply(text: Text, edits: Iterable[Edit]) -> None:
    """Make `edits` in the tree of `text`; `text` itself is stale afterwards.

    Raises ValueError, before anything is changed, when an edit does not fit the text, cannot be
    written or overlaps another.
    """
    ordered = sorted(edits, key=lambda edit: edit.start)
    end = 0
    for edit in ordered:
        if edit.start < end or text.string[edit.start : edit.end] != edit.old or not is_writable(text, edit):
            raise ValueError(f"edit does not fit: {edit}")
        end = max(end, edit.end)
    changes: dict[int, list[Share]] = {}
    for edit in ordered:
        for share in shares(text, edit):
            changes.setdefault(share.run, []).append(share)
    _write(text, {index: _changed(text, index, changes[index]) for index in changes})


class Share(NamedTuple):
    """What an edit does to one run: `Text.string[start:end]`, within the run, becomes `new`."""

    run: int
    """The run's number."""
    start: int
    end: int
    new: str
    empties: bool
    """True where formatting around the run has nothing else in it."""


def shares(text: Text, edit: Edit) -> list[Share]:
    """Return what `edit` does to each run, first to last: what it takes away there, and what its host gets."""
    return [share for piece in _placed(text, edit) for share in _shares(text, piece)]


def _shares(text: Text, piece: Piece) -> Iterator[Share]:
    host = _host(text, piece)
    hosts = range(0) if host is None else range(host, host + 1)
    for index in sorted({*_overlapped(text, piece), *hosts}):
        run = text.run(index)
        start = min(max(piece.start, run.start), run.end)
        end = max(start, min(piece.end, run.end))
        home = text.homes[index]
        empties = (start, end) == run[:2] and len(home) == 1 and id(home) in text.owners
        yield Share(index, start, end, piece.new if index == host else "", empties)


def _changed(text: Text, index: int, changes: list[Share]) -> str:
    ours, origin = _written(text.nodes[index]), text.starts[index]
    parts, end = [], 0
    for share in changes:
        parts += [ours[end : share.start - origin], _curled(text, ours, share.new)]
        end = share.end - origin
    return "".join([*parts, ours[end:]])


def _curled(text: Text, ours: str, new: str) -> str:
    curly = "\u2019" in ours or (text.curly and "'" not in ours)
    return new.replace("'", "\u2019") if curly else new


def _written(node: Any) -> str:
    return str(node.text) if isinstance(node, (pf.Str, pf.MetaString)) else " "


def _write(text: Text, strings: dict[int, str]) -> None:
    """Make the runs numbered in `strings` write those strings instead."""
    nodes = {id(text.nodes[index]): string for index, string in strings.items()}
    homes = {id(text.homes[index]): text.homes[index] for index in strings}
    for home in homes.values():
        if isinstance(home[0], pf.MetaString):
            home[0].text = nodes[id(home[0])]
            continue
        home[:] = _joined(home, nodes)
        _settle(text, home)


def _settle(text: Text, home: list[Any]) -> None:
    """Take away the formatting around `home` when no word is left in it, and move blanks at its ends outside."""
    owner, outer = text.owners.get(id(home), (None, home))
    words = [number for number, node in enumerate(home) if type(node) not in _BLANKS]
    first, end = (words[0], words[-1] + 1) if words else (0, 0)
    if type(owner) not in (_HUGGING if words else FORMATTING) or (first, end) == (0, len(home)) != (0, 0):
        return
    at = next(number for number, node in enumerate(outer) if node is owner)
    outer[at : at + 1] = [*home[:first], *([owner] if words else []), *home[end:]]
    home[:] = home[first:end]
    _settle(text, outer)


_BLANKS = frozenset({pf.Space, pf.SoftBreak})
_HUGGING = FORMATTING | {pf.Link, pf.Span}


def _joined(home: list[Any], strings: dict[int, str]) -> list[Any]:
    """Return the nodes of `home` with those in `strings` written anew, and no two `Str` side by side there."""
    new: list[Any] = []
    touched = False
    for node in home:
        string = strings.get(id(node))
        for part in [node] if string is None else _nodes(node, string):
            if (touched or string is not None) and new and type(part) is type(new[-1]) is pf.Str:
                new[-1].text += part.text
            else:
                new.append(part)
        touched = string is not None
    return new


def _nodes(node: Any, string: str) -> Iterator[Any]:
    """Yield nodes that write `string`, a `Space` for each blank; `node` itself where it need not change."""
    if string == _written(node):
        yield node
        return
    for part in re.findall(r" |[^ ]+", string):
        yield pf.Space() if part == " " else pf.Str(part)


def _host(text: Text, piece: Piece) -> int | None:
    """Return the number of the run that takes the new characters of `piece`; None where no run is near.

    Of the runs it changes the one that loses most, a word before a blank. Where nothing is taken
    away: for new letters the word beside the place, for new words the blank beside it, so that
    they stay outside of formatting; of two, the earlier.
    """
    if piece.start < piece.end:
        candidates = _overlapped(text, piece)
        return max(candidates, key=lambda index: (_is_word(text, index), _overlap(text, index, piece)), default=None)
    block = text.block_at(piece.start)
    if not block.start <= piece.start <= block.end:
        return None
    near = text.runs_in(max(block.start, piece.start - 1), min(block.end, piece.start + 1))
    words = piece.new.strip(" ") == piece.new
    return max(near, key=lambda index: (_is_word(text, index) == words, -index), default=None)


def _overlapped(text: Text, piece: Piece) -> range:
    return text.runs_in(piece.start, piece.end) if piece.start < piece.end else range(0)


def _is_word(text: Text, index: int) -> bool:
    return type(text.nodes[index]) not in _BLANKS


def _overlap(text: Text, index: int, piece: Piece) -> int:
    run = text.run(index)
    return min(run.end, piece.end) - max(run.start, piece.start)
