"""Headings keep working when their text is mended.

Pandoc's readers derive a heading's identifier from its text, so a heading that was misspelled leaves
its misspelling in the identifier: `# Reward Propagation {#reward-propogation}`. An identifier that
is what the reader would have derived from the old text is derived again from the new one, and every
link to it follows. An identifier that is anything else was given on purpose and stays.

The algorithm is that of Pandoc's `textToIdentifier` and `uniqueIdent` (manual, “Extension:
auto_identifiers”).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

import panflute as pf

from rlfix.tree import child_lists, markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DERIVING = {"auto_identifiers", "gfm_auto_identifiers"}
NOTE = "ʘ"
"""Stands for a footnote mark; a letter, so that it passes for a part of a name."""
_KEPT_BY_GFM = {"Mn", "Mc", "Me", "Pc"}


class Style(NamedTuple):
    """How a reader derives identifiers, from its extensions."""

    derives: bool
    gfm: bool
    ascii: bool


def style(doc: pf.Doc) -> Style:
    """Return how the reader of `doc` derived identifiers; Pandoc's own way where nothing is known."""
    options = getattr(doc, "pandoc_reader_options", None) or {}
    extensions = set(options.get("extensions", ["auto_identifiers"]))
    return Style(
        not _DERIVING.isdisjoint(extensions),
        "gfm_auto_identifiers" in extensions,
        "ascii_identifiers" in extensions,
    )


def identifier(inlines: list[Any], how: Style) -> str:
    """Return the identifier that a reader derives from a heading's `inlines`, before it is made unique.

    A footnote mark counts as NOTE: Pandoc's markdown reader derives identifiers while a mark still
    is its label, which the tree no longer knows.
    """
    words = "".join(_spoken(inlines, emoji_names=how.gfm or how.ascii)).lower()
    if how.gfm:
        kept = "".join(c for c in words if c.isspace() or c.isalnum() or c in "-_" or _is_kept_by_gfm(c))
        name = re.sub(r"\s", "-", kept)
    else:
        name = "-".join("".join(c for c in words if c.isspace() or c.isalnum() or c in "-_.").split())
    if how.ascii:
        name = "".join(c for c in unicodedata.normalize("NFD", name) if ord(c) < 128 or c == NOTE)
    if not how.gfm:
        name = re.sub(r"^[\W\d_]+", "", name)
    return name or "section"


def _is_kept_by_gfm(character: str) -> bool:
    return unicodedata.category(character) in _KEPT_BY_GFM


def _spoken(nodes: list[Any], *, emoji_names: bool) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, pf.Span) and "emoji" in node.classes and emoji_names:
            yield node.attributes.get("data-emoji", "")
        elif isinstance(node, (pf.Str, pf.Code, pf.Math)):
            yield node.text
        elif isinstance(node, (pf.Space, pf.SoftBreak, pf.LineBreak)):
            yield " "
        elif isinstance(node, pf.Note):
            yield NOTE
        else:
            for children in child_lists(node):
                yield from _spoken(children, emoji_names=emoji_names)


class Derived(NamedTuple):
    """A heading whose identifier the reader derived from its text."""

    header: Any
    base: str
    """The identifier before it was made unique."""
    labels: tuple[str, ...]
    """What its footnote marks were when it was derived."""

    def again(self, how: Style) -> str:
        """Return the identifier that the heading's text now gives, before it is made unique."""
        return _filled(identifier(self.header.content.list, how), self.labels)


def derived(doc: pf.Doc, headers: Iterable[Any]) -> list[Derived]:
    """Return those of `headers` (elements of `doc`) whose identifier follows from their text as it is now."""
    how = style(doc)
    return [one for header in headers for one in _derived(header, how)] if how.derives else []


def _derived(header: Any, how: Style) -> Iterator[Derived]:
    base = identifier(header.content.list, how)
    found = re.fullmatch(re.escape(base).replace(NOTE, r"([\w.-]*?)") + r"(?:-\d+)?", header.identifier)
    if found:
        yield Derived(header, _filled(base, found.groups()), found.groups())


def _filled(base: str, labels: Iterable[str]) -> str:
    for label in labels:
        base = base.replace(NOTE, label, 1)
    return base


def derive_again(doc: pf.Doc, headings: Iterable[Derived]) -> list[tuple[str, str]]:
    """Give all `headings`, in order, the identifiers that the reader would give them now; links in `doc` go along.

    This is what comes of reading a changed source: a name that has become free is taken by the next heading
    of that name. Returns the changes, (old, new).
    """
    how = style(doc)
    headings = list(headings)
    steady = _reproduced(doc, {id(one.header): one.base for one in headings})
    again = {id(one.header): one.again(how) for one in headings if id(one.header) in steady}
    used: set[str] = set()
    renamed: dict[str, str] = {}
    elements = list(markup(doc))
    for node in elements:
        if isinstance(node, pf.Header):
            if id(node) in again:
                old, node.identifier = node.identifier, _unique(again[id(node)], used)
                renamed.update({old: node.identifier} if old != node.identifier else {})
            used.add(node.identifier)
    _redirect(elements, renamed)
    return list(renamed.items())


def _reproduced(doc: pf.Doc, bases: dict[int, str]) -> set[int]:
    """Return those headings of `bases` whose identifier comes out as it is; the others' names clash with more."""
    used: set[str] = set()
    found: set[int] = set()
    for node in markup(doc):
        if isinstance(node, pf.Header):
            if id(node) in bases and _unique(bases[id(node)], used) == node.identifier:
                found.add(id(node))
            used.add(node.identifier)
    return found


def follow(doc: pf.Doc, headings: Iterable[Derived]) -> list[tuple[str, str]]:
    """Derive the identifiers of `headings` again from their text; links in `doc` go along.

    A heading keeps its identifier when raw text of the document names it, where no link can be
    changed for sure. Returns the changes, (old, new).
    """
    how = style(doc)
    moving = [one for one in headings if one.again(how) != one.base]
    if not moving:
        return []
    elements = list(markup(doc))
    raw = raw_text(elements)
    moving = [one for one in moving if not is_named(one.header.identifier, raw)]
    staying = {one.header.identifier for one in moving}
    used = {node.identifier for node in elements if getattr(node, "identifier", "")} - staying
    renamed: dict[str, str] = {}
    for one in moving:
        new = _unique(one.again(how), used)
        used.add(new)
        renamed[one.header.identifier] = one.header.identifier = new
    _redirect(elements, renamed)
    return list(renamed.items())


def raw_text(elements: Iterable[Any]) -> str:
    """Return all raw text among `elements`."""
    return "\n".join(node.text for node in elements if isinstance(node, (pf.RawInline, pf.RawBlock)))


def is_named(name: str, raw: str) -> bool:
    """Tell whether `raw` text names the identifier `name`."""
    return re.search(rf"[#\"'{{]{re.escape(name)}(?![\w-])", raw) is not None


def _unique(base: str, used: set[str]) -> str:
    """Return `base`, with the first number that makes it a name of its own where it is taken."""
    name, number = base, 0
    while name in used:
        number += 1
        name = f"{base}-{number}"
    return name


def _redirect(elements: Iterable[Any], renamed: dict[str, str]) -> None:
    for node in elements:
        if isinstance(node, pf.Link) and node.url.startswith("#"):
            target = node.url[1:]
            new = renamed.get(target) or renamed.get(unquote(target))
            if new:
                node.url = f"#{new}"
