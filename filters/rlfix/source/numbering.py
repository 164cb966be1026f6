"""Footnotes numbered in a source, and proved: it reads as before but for what has to change."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix.report import Notice
from rlfix.source.labels import relabel
from rlfix.source.prove import differing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.settings import Settings
    from rlfix.source.fix import Reading
    from rlfix.source.labels import Relabelled


class Numbered(NamedTuple):
    """A source whose footnotes are in order."""

    source: str
    tree: bytes
    """Its tree as Pandoc's JSON; while it is not `proved`, the tree that it ought to have."""
    notices: tuple[Notice, ...] = ()
    proved: bool = True


def number(source: str, reading: Reading, settings: Settings, tree: bytes) -> Numbered:
    """Return `source`, whose tree is `tree`, with its footnotes in order.

    Where nothing but labels changes, the proof is left to the caller, who reads the result anyway.
    """
    if not settings.runs("footnotes.order") or settings.footnotes == "off":
        return Numbered(source, tree)
    relabelled = relabel(source, reading.reader, settings.footnotes)
    notices = tuple(notice for notice in relabelled.notices if settings.runs(notice.rule))
    if settings.apply == "none":
        notices = tuple(notice._replace(fixed=False) for notice in notices)
    if relabelled.source == source or settings.apply == "none":
        return Numbered(source, tree, notices)
    if relabelled.endless:
        return refused(source, tree)
    if not relabelled.shown and not relabelled.headings:
        return Numbered(relabelled.source, tree, notices, proved=False)
    numbered = _with_identifiers(relabelled, reading, tree)
    result = reading.read(numbered)
    words = {word for pair in relabelled.shown for word in pair}
    same = not differing(_masked(json.loads(tree), words), _masked(json.loads(result), words))
    return Numbered(numbered, result, notices) if same else refused(source, tree)


def refused(source: str, tree: bytes) -> Numbered:
    """Return `source` as it is, with the reason."""
    message = "left alone: with other labels the document would read otherwise"
    return Numbered(source, tree, (Notice("footnotes.order", message),))


def _with_identifiers(relabelled: Relabelled, reading: Reading, tree: bytes) -> str:
    """Return the new source with the identifiers that its headings had from the labels written behind them."""
    if not relabelled.headings:
        return relabelled.source
    before, after = (list(_identifiers(json.loads(one))) for one in (tree, reading.read(relabelled.source)))
    kept = [old for old, new in zip(before, after, strict=False) if old != new]
    if len(before) != len(after) or len(kept) != len(relabelled.headings):
        return relabelled.source
    lines = relabelled.source.split("\n")
    for line, name in zip(relabelled.headings, kept, strict=True):
        lines[line - 1] += f" {{#{name}}}"
    return "\n".join(lines)


def _identifiers(node: Any) -> Iterator[str]:
    """Yield the identifiers of all headings in a tree, in order."""
    if isinstance(node, list):
        for child in node:
            yield from _identifiers(child)
    elif isinstance(node, dict):
        if node.get("t") == "Header":
            yield node["c"][1][0]
        for child in node.values():
            yield from _identifiers(child)


def _masked(node: Any, words: set[str]) -> Any:
    """Return a tree without `words`, the labels and numbers that its reader sees change, old and new."""
    if isinstance(node, dict):
        return {key: _masked(value, words) for key, value in node.items()}
    if isinstance(node, list):
        return [_masked(child, words) for child in node]
    if isinstance(node, str) and words:
        return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)", "#", node)
    return node
