"""Where the notes are: one fast walk that tells every step whether there is anything for it to do.

A `Place` is an element, the list of the tree that holds it and its ancestors, so that a step can
replace it without searching the tree again. `Run` is what the steps share: the document, its
writer, and a survey that is made anew only after a step has changed the tree.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import panflute as pf

from rlfix.document import load
from rlfix.report import Notice
from rlfix.tree import child_lists, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.settings import Settings


class Place(NamedTuple):
    """An element where it stands."""

    node: Any
    siblings: list[Any]
    """The tree's own list that holds `node`."""
    path: tuple[Any, ...]
    """The ancestors of `node`, outermost first, without the document."""

    def position(self) -> int:
        """Return where `node` is among its siblings, found by identity."""
        return position(self.siblings, self.node)

    def replace(self, nodes: Iterable[Any]) -> None:
        """Put `nodes` where `node` is."""
        at = self.position()
        self.siblings[at : at + 1] = nodes

    def innermost(self, *kinds: type) -> Any:
        """Return the nearest ancestor of one of `kinds`, or None."""
        return next((node for node in reversed(self.path) if isinstance(node, kinds)), None)

    def words(self) -> str:
        """Return a few words of the text that stands before the element, or else around it."""
        at = self.position()
        before = plain_text(self.siblings[max(0, at - 16) : at])
        around = before or plain_text([self.innermost(pf.Para, pf.Plain, pf.Header, *METADATA) or self.node])
        return before[-40:].partition(" ")[2] if len(before) > 40 else around[:40]


class Survey(NamedTuple):
    """What a document holds that concerns notes, in the order in which Pandoc stores it."""

    notes: list[Place]
    texts: list[Place]
    """Strings that hold `[^` or `[fn:`, and empty ones."""
    links: list[Place]
    """Links into the document, and those whose text starts with `^`."""
    citations: list[Place]

    def __bool__(self) -> bool:
        return bool(self.notes or self.texts or self.links)


METADATA = (pf.MetaInlines, pf.MetaBlocks)
_LEAVES = frozenset(
    {
        *(pf.Space, pf.SoftBreak, pf.LineBreak, pf.Code, pf.Math, pf.RawInline),
        *(pf.CodeBlock, pf.RawBlock, pf.HorizontalRule, pf.MetaString, pf.MetaBool),
    },
)
_MET = frozenset({pf.Note, pf.Link, pf.Cite})


def survey(root: Any) -> Survey:
    """Walk `root` (a document or an element) once, in order, and return what was met.

    The loop is the whole cost of the notes on a book, so it looks at each kind of element at
    most twice and calls nothing for text.
    """
    found = Survey([], [], [], [])
    stack = _frames(root, ())
    while stack:
        nodes, siblings, path = stack[-1]
        for node in nodes:
            kind = type(node)
            if kind is pf.Str:
                text = node.text
                if not text or ("[" in text and ("[^" in text or "[fn:" in text)):
                    found.texts.append(Place(node, siblings, path))
            elif kind not in _LEAVES:
                if kind in _MET:
                    _meet(found, kind, Place(node, siblings, path))
                stack += _frames(node, (*path, node))
                break
        else:
            stack.pop()
    return found


def _frames(node: Any, path: tuple[Any, ...]) -> list[tuple[Iterator[Any], list[Any], tuple[Any, ...]]]:
    return [(iter(children), children, path) for children in reversed(_lists(node))]


def _lists(node: Any) -> list[list[Any]]:
    """Return the lists below `node`, with a caption as an element of its own, which a path can show."""
    kind = type(node)
    if kind is pf.Table:
        return [[node.caption], [node.head], node.content.list, [node.foot]]
    if kind is pf.Figure:
        return [[node.caption], node.content.list]
    return child_lists(node)


def _meet(found: Survey, kind: type, place: Place) -> None:
    if kind is pf.Note:
        found.notes.append(place)
    elif kind is pf.Link and _concerns_notes(place.node):
        found.links.append(place)
    elif kind is pf.Cite:
        found.citations.append(place)


def _concerns_notes(link: Any) -> bool:
    if link.url.startswith("#"):
        return True
    words = link.content.list
    return bool(words) and type(words[0]) is pf.Str and words[0].text.startswith("^")


class Run:
    """One document on its way through the steps."""

    def __init__(self, doc: Any, settings: Settings) -> None:
        self.doc = doc
        self.settings = settings
        self.told: set[str] = set()
        """Labels in the text of which a step has spoken."""
        self._survey: Survey | None = None

    @property
    def survey(self) -> Survey:
        """The survey of the document as it is now."""
        if self._survey is None:
            self._survey = survey(self.doc)
        return self._survey

    @property
    def writer(self) -> str:
        """The output format's name."""
        return str(self.doc.format)

    @property
    def extensions(self) -> frozenset[str]:
        """The reader's extensions; empty when Pandoc did not tell."""
        return frozenset((self.doc.pandoc_reader_options or {}).get("extensions") or ())

    def changed(self) -> None:
        """Say that the tree is not as it was."""
        self._survey = None


def position(siblings: list[Any], node: Any) -> int:
    """Return the index of `node` itself in `siblings`; raises ValueError when it is not there."""
    for index, sibling in enumerate(siblings):
        if sibling is node:
            return index
    raise ValueError("the element has left its list")


def enclosing(notes: Iterable[Place], kind: type) -> list[tuple[Place, tuple[Any, ...]]]:
    """Return the path of each element of `kind` that has notes in it, with its first note, the deepest first."""
    found: dict[int, tuple[Place, tuple[Any, ...]]] = {}
    for place in notes:
        for depth, node in enumerate(place.path, 1):
            if type(node) is kind:
                found.setdefault(id(node), (place, place.path[:depth]))
    return sorted(found.values(), key=lambda one: -len(one[1]))


def holder(doc: Any, path: tuple[Any, ...]) -> list[Any]:
    """Return the tree's list that holds the last element of `path`."""
    node = path[-1]
    parent = path[-2] if len(path) > 1 else doc
    return next(children for children in child_lists(parent) if any(child is node for child in children))


def copied(blocks: list[Any]) -> list[Any]:
    """Return copies of `blocks` that share nothing with them."""
    data = {"pandoc-api-version": [1, 23], "meta": {}, "blocks": [block.to_json() for block in blocks]}
    return list(load(as_json(data)).content.list)


def as_json(tree: Any) -> str:
    """Return JSON for `tree`, plain data as `to_json` gives it."""
    return json.dumps(tree, separators=(",", ":"))


def is_description(place: Place) -> bool:
    """Tell whether a note is the copy that a figure's image has of its caption's note; most writers print none."""
    return place.innermost(pf.Figure) is not None and place.innermost(pf.Image) is not None


def is_empty(note: Any) -> bool:
    """Tell whether a note has nothing to show."""
    return all(type(block) in {pf.Para, pf.Plain} and _blank(block.content.list) for block in note.content.list)


def _blank(inlines: list[Any]) -> bool:
    return all(type(node) in {pf.Space, pf.SoftBreak} or (type(node) is pf.Str and not node.text) for node in inlines)


def counted(number: int, noun: str) -> str:
    """Return `1 note`, `2 notes`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def notice(rule: str, message: str, place: Place | None, *, fixed: bool) -> Notice:
    """Return a notice of the group `footnotes`."""
    return Notice(f"footnotes.{rule}", message, place.words() if place else "", fixed)


def places(root: Any) -> Iterator[Place]:
    """Yield the place of every element below `root` that is not plain text, parents first."""
    stack = _frames(root, ())
    while stack:
        nodes, siblings, path = stack[-1]
        for node in nodes:
            if type(node) is not pf.Str and type(node) not in _LEAVES:
                yield Place(node, siblings, path)
                stack += _frames(node, (*path, node))
                break
        else:
            stack.pop()


def unbracket(siblings: list[Any], at: int) -> None:
    """Take away the brackets that stand around the element at index `at`."""
    around = siblings[max(at - 1, 0) : at] + siblings[at + 1 : at + 2]
    if [type(node) for node in around] != [pf.Str, pf.Str]:
        return
    before, after = around
    if before.text.endswith("[") and after.text.startswith("]"):
        before.text, after.text = before.text[:-1], after.text[1:]
        for node in (before, after):
            if not node.text:
                siblings.pop(position(siblings, node))
