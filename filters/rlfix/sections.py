"""Sections of the author's own, such as a list of things to do, that are to be left out of the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panflute as pf

from rlfix.report import Notice
from rlfix.tree import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def drop(doc: pf.Doc, titles: tuple[str, ...]) -> Iterator[Notice]:
    """Take every section whose heading reads as one of `titles` out of `doc`, up to the next heading of its rank.

    Case does not count. Only headings that stand in no other block are looked at. A title that no
    heading has is told in a notice.
    """
    wanted = {" ".join(title.split()).casefold(): title for title in titles}
    dropped: set[str] = set()
    kept = []
    rank = None
    for block in doc.content.list if wanted else []:
        if isinstance(block, pf.Header) and (rank is None or block.level <= rank):
            title = plain_text(block.content.list).casefold()
            rank = block.level if title in wanted else None
            dropped |= {title} & wanted.keys()
        if rank is None:
            kept.append(block)
    if dropped:
        doc.content.list[:] = kept
    for key, title in wanted.items():
        if key in dropped:
            yield Notice("sections.dropped", f"left out the section “{title}”", fixed=True)
        else:
            yield Notice("sections.missing", f"no section “{title}” to leave out")
