"""Prose that names a note: "see footnote 6", "footnotes 6 and 7", "(note 6)".

Followed only where it can mean nothing but a label of this text: the number is one, and the word
"footnote" is right before it; before "note" something must say that a note is referred to. "Footnote 6
of the report" is somebody else's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rlfix.source.labels_numbers import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rlfix.source.labels_model import Leaf
    from rlfix.source.labels_numbers import Names, Numbers

_LIST = r"[0-9]+(?:(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)[0-9]+)*"
_MENTION = re.compile(
    r"(?P<ticks>`+).+?(?P=ticks)(?!`)|\$[^$\n]+\$|<[^<>]*>|\]\([^()\n]*\)|(?:=|~)\S[^=~\n]*(?:=|~)|https?://\S+"
    rf"|(?:\b[Ff]ootnotes?|(?:\b(?:[Ss]ee(?:\s+also)?|[Cc]f\.?|[Ii]n|[Aa]lso)\s+|\()notes?)\s+(?P<list>{_LIST})"
    r"(?![\w%°]|[.,:/–—-][0-9]|\s+(?:of|in|on|from|to)\s)",
    re.DOTALL,
)
_CANDIDATE = re.compile(r"[Nn]otes?\s+[0-9]|ootnotes?\s+[0-9]")


class Mention(NamedTuple):
    """Prose that names notes."""

    start: int
    old: str
    new: str
    edits: tuple[Edit, ...]


def follow(source: str, names: Names, numbers: Numbers) -> list[Mention]:
    """Return the mentions whose numbers change."""
    changed = {key: label for key, label in numbers.labels.items() if key.isdigit() and key in names.defined}
    if all(key == label for key, label in changed.items()) or not _CANDIDATE.search(source):
        return []
    return sorted(mention for leaf in names.notes.prose for mention in _mentions(source, leaf, changed))


def _mentions(source: str, leaf: Leaf, changed: Mapping[str, str]) -> Iterator[Mention]:
    start, end = leaf[0][0], leaf[-1][1]
    if not _CANDIDATE.search(source, start, end):
        return
    for found in _MENTION.finditer(source, start, end):
        old = re.findall(r"[0-9]+", found["list"] or "")
        if not old or not all(number in changed for number in old):
            continue
        digits = re.compile(r"[0-9]+").finditer(source, *found.span("list"))
        edits = tuple(Edit(*one.span(), changed[one[0]]) for one in digits if changed[one[0]] != one[0])
        if edits:
            yield Mention(found.start(), ", ".join(old), ", ".join(changed[number] for number in old), edits)
