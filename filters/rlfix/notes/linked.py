"""Footnotes that arrive as links, as HTML has them from GitHub, Wikipedia, Substack and by hand.

    A<sup><a href="#fn1" id="ref1">1</a></sup>   ...   <li id="fn1">Body <a href="#ref1">back</a></li>

A reference is a short mark in running text that links to a later block, and that block links
back to it. Only then does it become a note: tables of contents, "see section 2" and glossaries
with links both ways stay as they are. Pandoc's HTML reader drops the identifiers of some
elements (`<p id>`, `<sup id>`); then the link from the side that kept its identifier is the proof.

Start reading at `convert`; what a definition is, is in `_definition` and `_container`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import panflute as pf

from rlfix.notes.survey import Place, counted, holder, notice, places, position, survey, unbracket
from rlfix.notes.unlinked import body_of, remove
from rlfix.tree import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.notes.survey import Run
    from rlfix.report import Notice

_MARK = re.compile(r"[\[(]?(\d{1,4}|[*†‡§¶]{1,4}|[A-Za-z]|[ivx]{1,6})[\])]?[.:]?")
_NAMED_LIKE_A_NOTE = re.compile(
    r"#(?:user-content-)?_?(?:s?df|e|f)?(?:foot|end|cite_?)?(?:n|fn|ftn|edn|note)[-_:.]?\w*"
)
_LONGEST = 4000
"""Characters of a definition; more is a section of the text, whatever links to it."""
_LARGEST = 400
"""Elements of a definition that are not plain text."""


class Reference(NamedTuple):
    """A mark in running text that links to something in the document."""

    place: Place
    mark: str
    names: frozenset[str]
    """Identifiers by which a definition can link back; empty when the reader dropped them."""

    @property
    def target(self) -> str:
        """The identifier it links to."""
        return str(self.place.node.url[1:])


class Web(NamedTuple):
    """The identifiers and links of a document, and the order in which everything comes."""

    targets: dict[str, Place]
    order: dict[int, int]
    backs: dict[str, list[Place]]
    """The links to each identifier."""

    @classmethod
    def of(cls, run: Run) -> Web:
        """Gather them in one walk."""
        targets: dict[str, Place] = {}
        order: dict[int, int] = {}
        for number, place in enumerate(places(run.doc)):
            order[id(place.node)] = number
            if name := getattr(place.node, "identifier", ""):
                targets.setdefault(name, place)
        backs: dict[str, list[Place]] = {}
        for link in run.survey.links:
            backs.setdefault(link.node.url[1:], []).append(link)
        return cls(targets, order, backs)


def convert(run: Run) -> Iterator[Notice]:
    """Make notes of linked footnotes and remove their list; report notes whose text is lost."""
    references = list(_references(run))
    if not references:
        return
    web = Web.of(run)
    paired = _pair(run, references, web)
    if not run.survey.notes:  # or the writer may make what the link points to
        yield from _report_lost(references, paired, web)
    if not paired:
        return
    first = references[next(iter(paired))]
    yield notice("linked", f"{counted(len(paired), 'linked footnote')} made into notes", first.place, fixed=True)
    _make_notes(run, references, paired)
    run.changed()


def _references(run: Run) -> Iterator[Reference]:
    for place in run.survey.links:
        found = _MARK.fullmatch(plain_text([place.node]))
        if found and place.node.url.startswith("#") and len(place.node.url) > 1 and _in_running_text(place):
            wrappers = [node for node in place.path[-2:] if type(node) is pf.Span]
            names = {node.identifier for node in (place.node, *wrappers)} - {""}
            yield Reference(place, found[1], frozenset(names))


def _in_running_text(place: Place) -> bool:
    """Tell whether words of the same paragraph stand before it: a list of links has none."""
    nodes = (*place.path, place.node)
    at = next((index for index, node in enumerate(place.path) if type(node) in _PARAGRAPHS), None)
    if at is None or any(type(node) is pf.Note for node in place.path):
        return False
    pairs = zip(nodes[at:], nodes[at + 1 :], strict=False)
    return any(plain_text(parent.content.list[: position(parent.content.list, node)]) for parent, node in pairs)


def _pair(run: Run, references: list[Reference], web: Web) -> dict[int, tuple[Any, ...]]:
    """Return the path of the definition of each reference that has one, by the reference's index."""
    paired: dict[int, tuple[Any, ...]] = {}
    marks: dict[int, str] = {}
    for index, reference in enumerate(references):
        path = _definition(run, reference, web)
        if path is not None:
            paired[index] = path
            marks[id(path[-1])] = reference.mark
    for index, reference in enumerate(references):
        target = web.targets.get(reference.target)
        path = _container(run, target) if index not in paired and target else None
        if path and marks.get(id(path[-1])) == reference.mark:
            paired[index] = path
    return dict(sorted(paired.items()))


def _definition(run: Run, reference: Reference, web: Web) -> tuple[Any, ...] | None:
    """Return the path of the block that defines `reference`, or None when there is no proof."""
    target = web.targets.get(reference.target)
    if target is not None:
        path = _container(run, target)
        return path if _is_after(reference, path, web) and _links_back(reference, path, web) else None
    for link in (link for name in sorted(reference.names) for link in web.backs.get(name, ())):
        path = _container(run, link)
        if _is_after(reference, path, web) and _leads(path, reference.mark):
            return path
    return None


def _container(run: Run, place: Place) -> tuple[Any, ...]:
    """Return the path of the block that an anchor or a link back stands for: its item, division or paragraph."""
    path = (*place.path, place.node)
    while len(path) > 1 and not isinstance(path[-1], pf.Block | pf.ListItem):
        path = path[:-1]
    if type(path[-1]) in _PARAGRAPHS and type(path[-2] if len(path) > 1 else None) is pf.Div:
        words = plain_text([path[-1]])
        alone = _MARK.fullmatch(words) and holder(run.doc, path)[0] is path[-1]
        named = any("footnote" in name or name in {"fn", "note"} for name in path[-2].classes)
        path = path[:-1] if alone or named else path
    item = len(path) > 1 and type(path[-2]) is pf.ListItem and len(path[-2].content.list) == 1
    return path[:-1] if item else path


def _is_after(reference: Reference, path: tuple[Any, ...], web: Web) -> bool:
    """Tell whether a definition at `path` comes after the reference and is no part of the text itself."""
    node = path[-1]
    early = web.order[id(node)] < web.order[id(reference.place.node)]
    if early or type(node) not in _CONTAINERS or any(type(one) is pf.TableCell for one in path):
        return False
    for number, place in enumerate(places(node)):
        if type(place.node) in {pf.Header, pf.Note} or number > _LARGEST:
            return False
    return len(plain_text([node])) < _LONGEST


def _links_back(reference: Reference, path: tuple[Any, ...], web: Web) -> bool:
    """Tell whether a link at `path` points at the reference, or at an identifier that the reader dropped."""
    back = [link.node.url[1:] for link in survey(path[-1]).links]
    if reference.names:
        return any(name in reference.names for name in back)
    return _leads(path, reference.mark) and any(name not in web.targets for name in back)


def _leads(path: tuple[Any, ...], mark: str) -> bool:
    """Tell whether the block at `path` is an item of a list or starts with `mark`."""
    words = plain_text([path[-1]]).split(" ", 1)[0]
    return type(path[-1]) is pf.ListItem or words.strip("[]().:") == mark


def _report_lost(references: list[Reference], paired: dict[int, Any], web: Web) -> Iterator[Notice]:
    for index, one in enumerate(references):
        link = one.place.node
        marked = type(one.place.path[-1]) is pf.Superscript or any("footnote" in name for name in link.classes)
        named = _NAMED_LIKE_A_NOTE.fullmatch(link.url) and "reference-type" not in link.attributes
        if index not in paired and one.target not in web.targets and marked and named:
            message = f"the note that {link.url} points to is not in the document; Pandoc's reader lost its text"
            yield notice("linked", message, one.place, fixed=False)


def _make_notes(run: Run, references: list[Reference], paired: dict[int, tuple[Any, ...]]) -> None:
    """Replace the references by notes, then take the definitions out."""
    paths = {id(path[-1]): path for path in paired.values()}
    names = {id(path[-1]): {references[index].target} for index, path in paired.items()}
    for index, path in paired.items():
        names[id(path[-1])] |= references[index].names
    for index, path in paired.items():
        body = body_of(path[-1], references[index].mark, frozenset(names[id(path[-1])]), bool(references[index].names))
        _replace(run, references[index], pf.Note(*body))
    for path in paths.values():
        remove(run.doc, path)


def _replace(run: Run, reference: Reference, note: pf.Note) -> None:
    """Put `note` in the place of a reference and of the superscript and brackets around it."""
    path = (*reference.place.path, reference.place.node)
    while type(path[-2]) in _WRAPPERS and _MARK.fullmatch(plain_text([path[-2]])):
        path = path[:-1]
    siblings = holder(run.doc, path)
    at = position(siblings, path[-1])
    siblings[at] = note
    unbracket(siblings, at)


_PARAGRAPHS = (pf.Para, pf.Plain)
_CONTAINERS = (pf.Para, pf.Plain, pf.Div, pf.ListItem)
_WRAPPERS = (pf.Superscript, pf.Span, pf.Strong, pf.Emph)
