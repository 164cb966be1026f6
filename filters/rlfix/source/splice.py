"""Edits of the text as changes of the source.

An edit is taken apart as it is for the tree (`edit.shares`): so many characters of one run give way to
others. For each share the place in the source is looked up from the words around it, so that markup
between runs stays where it is. Where more than one place would do (before or behind the markup), the
others are kept as second choices for when the first does not prove right.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from rlfix.edit import is_writable, pieces, shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.edit import Edit, Share
    from rlfix.source.align import Place, Places
    from rlfix.text import Text

MOST_WAYS = 8
"""How many ways to write one edit are tried."""


class Splice(NamedTuple):
    """`source[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


Way = tuple[Splice, ...]
"""All that one edit changes in the source."""


def with_copies(text: Text, places: Places, edits: Iterable[Edit]) -> list[Edit]:
    """Return `edits` and the same for text that the source has once and the tree more often.

    So it is with a note that is referred to twice, and with the caption that is an image's description.
    """
    found: dict[int, Edit] = {edit.start: edit for edit in edits}
    for edit in list(found.values()):
        for distance in places.copies(edit.start):
            start, end = edit.start + distance, edit.end + distance
            if start not in found and text.string[start:end] == edit.old:
                found[start] = edit._replace(start=start, end=end)
    return [found[start] for start in sorted(found)]


def ways(source: str, text: Text, places: Places, edit: Edit) -> list[Way]:
    """Return the ways to make `edit` in `source`, likeliest first; none where its place is not known."""
    found: list[Way] = []
    for alike in (edit, *_slid(text, edit)):
        choices = [list(dict.fromkeys(_splices(source, text, places, share))) for share in shares(text, alike)]
        for combination in islice(product(*choices), MOST_WAYS):
            way = tuple(sorted(combination))
            if way not in found and all(one.end <= two.start for one, two in pairwise(way)):
                found.append(way)
    return found


def _slid(text: Text, edit: Edit) -> Iterator[Edit]:
    """Yield the removal of a word and the blank behind it for that of a blank and the word behind that."""
    for piece in pieces(edit)[:1]:
        if not piece.new and text.string[piece.start] == text.string[piece.end : piece.end + 1] == " ":
            start, end = piece.start + 1, piece.end + 1
            slid = edit._replace(start=start, end=end, old=text.string[start:end], new="")
            if len(pieces(edit)) == 1 and is_writable(text, slid):
                yield slid


def offset(source: str, text: Text, places: Places, edit: Edit) -> int | None:
    """Return where `edit` begins in `source`; the nearest known place before it where that is not known."""
    before = places.before(edit.start)
    return next(_starts(source, text, places, edit.start), before.start if before else None)


def _splices(source: str, text: Text, places: Places, share: Share) -> Iterator[Splice]:
    start, end = share.start, share.end
    if start == end:
        near = [*_ends(source, text, places, start), *_starts(source, text, places, start)]
        outside = share.new[:1] == " " or share.new[-1:] != " "
        for place in near if outside else [*map(partial(_word_start, source), near[::-1]), *near]:
            yield Splice(place, place, share.new)
    elif text.string[start:end] == " ":
        for low, high in _blanks(source, text, places, start):
            yield Splice(low, high, share.new)
    else:
        for low, high in product(_starts(source, text, places, start), _ends(source, text, places, end)):
            if share.empties and not share.new:
                yield _with_markup(source, low, high)
            if low <= high:
                yield Splice(low, high, share.new)


def _starts(source: str, text: Text, places: Places, offset: int) -> Iterator[int]:
    """Yield places in the source for the character at `offset`, with what stands before it left out."""
    word, after, before = places.around(offset), places.after(offset), places.before(offset)
    if word:
        yield word.start + offset - word.at
    elif after:
        found = _walked(text.string[offset : after.at], source[max(0, after.start - _FAR) : after.start], r"(?:{})\Z")
        if found:
            yield after.start - (found.end() - found.start())
    if not word and before:
        yield from _over(source, text, before, offset)


def _ends(source: str, text: Text, places: Places, offset: int) -> Iterator[int]:
    """Yield places in the source for the end of the character before `offset`."""
    word, before, after = places.around(offset), places.before(offset), places.after(offset)
    if word:
        yield word.start + offset - word.at
    elif before:
        yield from _over(source, text, before, offset)
    if not word and after and after.at == offset:
        yield after.start


def _over(source: str, text: Text, before: Place, offset: int) -> Iterator[int]:
    """Yield the place behind the characters between the word `before` and `offset`, if they stand there."""
    start = before.start + before.end - before.at
    found = _walked(text.string[before.end : offset], source[start : start + _FAR], r"\A(?:{})")
    if found:
        yield start + found.end()


_LONGEST_GAP = 20
"""Characters between two words that are looked at; more than that means that a word between has no place."""
_FAR = 200
"""Characters of the source that are looked through beside a word."""
_BLANK = r"(?:[ \t]*\n[ \t>|]*|[ \t]+)"
_WRITTEN = {
    " ": _BLANK,
    "'": r"(?:\\?['\u2018\u2019]|&rsquo;|&#39;|&apos;)",
    '"': r"(?:\\?[\"\u201c\u201d]|``|\'\'|&quot;|&[lr]dquo;)",
    "\u2026": r"(?:\u2026|\.\.\.|&hellip;|\\[dl]?dots\b)",
    "\u2013": r"(?:\u2013|--|&ndash;)",
    "\u2014": r"(?:\u2014|---|&mdash;)",
    "\u00a0": r"(?:\u00a0|~|\\? |\n|&nbsp;)",
    "&": r"(?:\\?&|&amp;)",
    "<": r"(?:\\?<|&lt;)",
    ">": r"(?:\\?>|&gt;)",
}
"""How a source may write a character of the tree; others stand for themselves, with a backslash at most."""


def _walked(gap: str, source: str, where: str) -> re.Match[str] | None:
    if len(gap) > _LONGEST_GAP:
        return None
    written = "".join(_WRITTEN.get(character) or r"\\?" + re.escape(character) for character in gap)
    return re.search(where.format(written), source)


def _blanks(source: str, text: Text, places: Places, offset: int) -> Iterator[tuple[int, int]]:
    """Yield where the blank at `offset` may stand: of those between two words the one counted out, then the others."""
    before, after = places.before(offset), places.after(offset + 1)
    if before and after:
        start = before.start + before.end - before.at
        spans = [found.span() for found in re.compile(_BLANK).finditer(source, start, after.start)]
        number = text.string.count(" ", before.end, offset)
        yield from spans[number : number + 1]
        yield from spans


_OPENING = re.compile(r"(?:[*_~^+=/`]+|<\w[^<>]*>|\\\w+\{)\Z")
_CLOSING = re.compile(r"\A(?:[*_~^+=/`]+|</\w[^<>]*>|\})")


def _with_markup(source: str, start: int, end: int) -> Splice:
    """Return the removal of [start, end) together with the markup that encloses just that."""
    before, after = source[max(0, start - _FAR) : start], source[end : end + _FAR]
    while (opening := _OPENING.search(before)) and (closing := _CLOSING.search(after)):
        start, end = start - len(opening[0]), end + len(closing[0])
        before, after = before[: opening.start()], after[closing.end() :]
    return Splice(start, end, "")


def _word_start(source: str, place: int) -> int:
    """Return the start of what is written without a blank up to `place`, markup and all."""
    while place and not source[place - 1].isspace():
        place -= 1
    return place
