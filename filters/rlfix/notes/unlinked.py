"""Taking a linked footnote apart: its body without the links, and the document without its list.

What was only there to hold the notes goes with them: back-links, the numbers typed before them,
emptied lists, their "Footnotes" heading and the rule above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import panflute as pf

from rlfix.notes.survey import copied, holder, places, position, survey, unbracket
from rlfix.tree import plain_text

if TYPE_CHECKING:
    from rlfix.notes.survey import Place

_HEADINGS = frozenset(
    {
        *("footnotes", "footnote", "notes", "note", "endnotes", "references", "fußnoten", "anmerkungen"),
        *("einzelnachweise", "notes de bas de page", "remarques", "références", "notas", "referencias"),
        *("note a piè di pagina", "voetnoten", "fotnoter", "przypisy", "сноски", "примечания", "脚注", "注释"),
    },
)
"""Headings of lists of notes."""


def body_of(container: Any, mark: str, names: frozenset[str], sure: bool) -> list[Any]:
    """Return copies of the blocks of `container` without links back and the leading `mark`.

    `names` are the identifiers that its reference and the definition go by. Unless `sure`, the
    reference's own is unknown, and a link that is only an arrow or a mark counts as a link back.
    """
    inside = [container] if type(container) in {pf.Para, pf.Plain} else container.content.list
    body = pf.Div(*_unwrapped(copied(list(inside))))
    _unwrap_spans(body, names)
    for place in survey(body).links:
        link = place.node
        arrow = not plain_text([link]).strip("[]()").isalpha() or len(plain_text([link])) < 2
        if link.url[1:] in names or link.identifier in names or (not sure and arrow):
            _take_out(body, place)
    _strip_mark(body, mark)
    return list(body.content.list)


def _unwrapped(blocks: list[Any]) -> list[Any]:
    """Return `blocks` with the contents of divisions in their place."""
    unwrapped: list[Any] = []
    for block in blocks:
        unwrapped += _unwrapped(block.content.list) if type(block) is pf.Div else [block]
    return unwrapped


def _unwrap_spans(body: pf.Div, names: frozenset[str]) -> None:
    """Put the contents of spans that only named the note in their place."""
    for place in places(body):
        if type(place.node) is pf.Span and (place.node.identifier in names or "reference-text" in place.node.classes):
            place.node.identifier, place.node.classes = "", []
    spans = [place for place in places(body) if type(place.node) is pf.Span and not _says_something(place.node)]
    for place in reversed(spans):
        place.replace(place.node.content.list)


def _says_something(span: pf.Span) -> bool:
    return bool(span.identifier or span.classes or span.attributes)


def _take_out(body: pf.Div, place: Place) -> None:
    """Remove a link, what only wrapped it, and the space that set it off."""
    path = (*place.path, place.node)
    while path:
        siblings = holder(body, path)
        node = path[-1]
        unbracket(siblings, position(siblings, node))
        siblings.pop(position(siblings, node))
        while siblings and _is_blank(siblings[-1]):
            siblings.pop()
        while siblings and _is_blank(siblings[0]):
            siblings.pop(0)
        if siblings:
            return
        path = path[:-1]


def _is_blank(node: Any) -> bool:
    return type(node) in {pf.Space, pf.SoftBreak, pf.LineBreak} or (type(node) is pf.Str and not node.text.strip())


def _strip_mark(body: pf.Div, mark: str) -> None:
    """Remove `1.`, `[1]` or a raised 1 from the start, when it is the reference's own mark."""
    blocks = body.content.list
    if not blocks or type(blocks[0]) not in {pf.Para, pf.Plain}:
        return
    inlines = blocks[0].content.list
    marks = {pf.Str, pf.Superscript, pf.Strong, pf.Span}
    if inlines and type(inlines[0]) in marks and plain_text(inlines[:1]).strip("[]().:") == mark:
        del inlines[0]
        while inlines and _is_blank(inlines[0]):
            del inlines[0]


def remove(doc: Any, path: tuple[Any, ...]) -> None:
    """Remove the last element of `path` from `doc`, and what was only there to hold it."""
    while path:
        siblings = holder(doc, path)
        at = position(siblings, path[-1])
        del siblings[at]
        _tidy(siblings, at)
        path = path[:-1]
        if siblings and not all(_holds_nothing(node) for node in siblings):
            return
        if path and type(path[-1]) not in {pf.Div, pf.ListItem, pf.OrderedList, pf.BulletList, pf.BlockQuote}:
            return


def _tidy(siblings: list[Any], at: int) -> None:
    """Remove the heading and the rule directly above index `at` when nothing of their section is left."""
    if at < len(siblings) and type(siblings[at]) not in {pf.Header, pf.HorizontalRule}:
        return
    for kind in (pf.Header, pf.HorizontalRule):
        if at and type(siblings[at - 1]) is kind and _holds_nothing(siblings[at - 1]):
            at -= 1
            del siblings[at]


def _holds_nothing(node: Any) -> bool:
    """Tell whether a block is only the furniture of a list of notes."""
    if type(node) is pf.Header:
        return plain_text([node]).strip(" :").lower() in _HEADINGS
    return type(node) is pf.HorizontalRule
