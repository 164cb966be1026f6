"""From the tree to the text: which parts of a document are prose, and in which order they stand.

A plain recursion over panflute's lists, the fastest way through a book. Notes and alternative texts
follow the block that holds their mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import panflute as pf

from rlfix.languages import foreign_passages
from rlfix.text import FORMATTING, OPAQUE, SEPARATOR, Block, Text, is_english
from rlfix.tree import plain_text
from rlfix.zones import Kind, Switches, Zone, Zones, is_field, open_code, sic_words

if TYPE_CHECKING:
    from collections.abc import Callable

PROSE_METADATA = ("title", "subtitle", "abstract", "description")
"""The metadata that a reader of the document reads."""


def flatten(doc: pf.Doc) -> Text:
    """Return the text of `doc`, whose tree it shares and leaves as it is."""
    flattener = _Flattener(_language(doc))
    flattener.metadata(doc)
    flattener.blocks(doc.content.list, "para")
    return flattener.text(curly=_is_curly(doc))


def _language(doc: pf.Doc) -> str:
    value = doc.metadata.content.dict.get("lang")
    if isinstance(value, pf.MetaString):
        return str(value.text)
    return plain_text(value.content.list) if isinstance(value, pf.MetaInlines) else ""


def _is_curly(doc: pf.Doc) -> bool:
    """Tell whether the reader turned ' into ’; asked only where the text at hand does not show it."""
    options = getattr(doc, "pandoc_reader_options", None) or {}
    return "smart" in options.get("extensions", ())


_LEAVES = frozenset({pf.Code, pf.Math, pf.Cite, pf.Strikeout})
_OPAQUE_CLASSES = frozenset({"emoji", "kbd", "deletion", "comment-start", "comment-end", "math", "citation"})
_CODE_DIRECTIVES = (
    "testcode testsetup testcleanup testoutput doctest ipython jupyter-execute plot bokeh-plot altair-plot graphviz "
    "digraph mermaid plantuml uml tikz blockdiag seqdiag actdiag nwdiag prompt program-output command-output "
    "parsed-literal productionlist code-cell exec_code pyscript autofunction autoclass automodule automethod "
    "autoattribute autoexception autodata autosummary"
)
"""Directives of Sphinx and its extensions that hold code or names; to Pandoc they are Divs of that class."""
_IGNORED_CLASSES = frozenset(["rlfix-ignore", "references", "csl-bib-body", "csl-entry", *_CODE_DIRECTIVES.split()])


class _Flattener:
    """Walks a document by plain recursion; `pos` is the length of the string so far."""

    def __init__(self, lang: str) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.nodes: list[Any] = []
        self.homes: list[list[Any]] = []
        self.owners: dict[int, tuple[Any, list[Any]]] = {}
        self.asides: list[tuple[int, Any]] = []
        self.found: list[Block] = []
        self.zones: list[Zone] = []
        self.pos = 0
        self.lang = lang
        self.quoted = False
        self.silent = False
        """Inside a span that is turned off, whose notes and images are too."""
        self.headings: list[tuple[int, str]] = []
        self.pending: list[tuple[Any, tuple[str, ...]]] = []
        self.off = Switches()

    def text(self, *, curly: bool) -> Text:
        raw = "".join(self.parts)
        string = raw.replace("’", "'")
        code = [at for at, node in self.asides if type(node) is pf.CodeBlock]
        zones = Zones([
            *self.zones, *self.off.closed(self.pos), *sic_words(string), *open_code(string, code),
            *foreign_passages(string, self.found),
        ])  # fmt: skip
        curly = curly or raw.count("’") > raw.count("'")
        return Text(
            string, self.found, zones, curly, self.starts, self.ends, self.nodes, self.homes, self.owners, self.asides
        )

    def metadata(self, doc: pf.Doc) -> None:
        for key in PROSE_METADATA:
            value = doc.metadata.content.dict.get(key)
            if isinstance(value, pf.MetaInlines):
                self.block(value, value.content.list, "meta")
            elif isinstance(value, pf.MetaBlocks):
                self.blocks(value.content.list, "meta")
            elif isinstance(value, pf.MetaString):
                self.block(value, [value], "meta")

    def blocks(self, blocks: list[Any], kind: str) -> None:
        """Flatten `blocks`, whose paragraphs are of `kind`."""
        for node in blocks:
            visit = _VISITS.get(type(node))
            if visit:
                visit(self, node, kind)

    def paragraph(self, node: Any, kind: str) -> None:
        self.block(node, node.content.list, kind)

    def code_block(self, node: Any, _kind: str) -> None:
        self.asides.append((self.pos, node))

    def raw_block(self, node: Any, _kind: str) -> None:
        self.asides.append((self.pos, node))
        self.off.read(node.text, self.pos + (len(SEPARATOR) if self.found else 0))

    def items(self, node: Any, _kind: str) -> None:
        for item in node.content.list:
            self.blocks(item.content.list, "item")

    def figure(self, node: Any, kind: str) -> None:
        start = self.pos
        self.blocks(node.content.list, kind)
        self.blocks(node.caption.content.list, "caption")
        images = (one for block in node.content.list for one in getattr(block, "content", ()) if type(one) is pf.Image)
        if _is_ignored(node) or any(map(_is_ignored, images)):
            self.zones.append(Zone(start, self.pos, "off"))

    def div(self, node: Any, kind: str) -> None:
        lang, start = self.lang, self.pos
        self.lang = _lang(node) or lang
        self.blocks(node.content.list, kind)
        self.lang = lang
        if _is_ignored(node):
            self.zones.append(Zone(start, self.pos, "off"))

    def quotation(self, node: Any, kind: str) -> None:
        quoted, self.quoted = self.quoted, True
        self.blocks(node.content.list, kind)
        self.quoted = quoted

    def header(self, node: Any, _kind: str) -> None:
        self.headings = [entry for entry in self.headings if entry[0] < node.level]
        self.headings.append((node.level, plain_text(node.content.list)))
        lang = self.lang
        self.lang = _lang(node) or lang
        self.block(node, node.content.list, "header", ignored=_is_ignored(node))
        self.lang = lang

    def line_block(self, node: Any, _kind: str) -> None:
        start = self.open()
        for number, line in enumerate(node.content.list):
            if number:
                self.off.end_of_line(self.pos)
                self.put("\n")
            self.inlines(line.content.list)
        self.close(node, start, "line")

    def table(self, node: Any, _kind: str) -> None:
        self.blocks(node.caption.content.list, "caption")
        rows = [*node.head.content.list]
        for body in node.content.list:
            rows += [*body.head.list, *body.content.list]
        for row in [*rows, *node.foot.content.list]:
            for cell in row.content.list:
                self.blocks(cell.content.list, "cell")

    def definitions(self, node: Any, _kind: str) -> None:
        for item in node.content.list:
            self.block(item, item.term.list, "term", ignored=is_field(plain_text(item.term.list)))
            for definition in item.definitions.list:
                self.blocks(definition.content.list, "definition")

    def block(self, node: Any, inlines: list[Any], kind: str, *, ignored: bool = False) -> None:
        start = self.open()
        self.inlines(inlines)
        if ignored:
            self.zones.append(Zone(start, self.pos, "off"))
        self.close(node, start, kind)

    def open(self) -> int:
        if self.found:
            self.put(SEPARATOR)
        return self.pos

    def close(self, node: Any, start: int, kind: str) -> None:
        """End the block begun at `start`; the notes and alt texts met in it follow as blocks of their own."""
        self.off.end_of_line(self.pos)
        headings = tuple(title for _, title in self.headings)
        self.found.append(Block(start, self.pos, kind, headings, self.lang, self.quoted, node))
        pending, self.pending = self.pending, []
        for inner, off in pending:
            begin = self.pos
            if type(inner) is pf.Note:
                self.blocks(inner.content.list, "note")
            else:
                self.block(inner, inner.content.list, "alt")
            self.zones += [Zone(begin, self.pos, "off", rule) for rule in off]

    def put(self, string: str) -> None:
        self.parts.append(string)
        self.pos += len(string)

    def inlines(self, nodes: list[Any]) -> None:
        """Flatten `nodes`, a list of the tree."""
        parts, starts, ends, runs, homes = self.parts, self.starts, self.ends, self.nodes, self.homes
        for node in nodes:
            tag = type(node)
            if tag is pf.Str or tag is pf.MetaString:
                if node.text:
                    starts.append(self.pos)
                    runs.append(node)
                    homes.append(nodes)
                    parts.append(node.text)
                    self.pos += len(node.text)
                    ends.append(self.pos)
            elif tag is pf.Space or tag is pf.SoftBreak:
                if tag is pf.SoftBreak:
                    self.off.end_of_line(self.pos)
                starts.append(self.pos)
                runs.append(node)
                homes.append(nodes)
                parts.append(" ")
                self.pos += 1
                ends.append(self.pos)
            elif tag in FORMATTING:
                self.owners[id(node.content.list)] = (node, nodes)
                self.inlines(node.content.list)
            else:
                self.other_inline(node, tag, nodes)

    def other_inline(self, node: Any, tag: Any, home: list[Any]) -> None:
        if tag is pf.LineBreak:
            self.off.end_of_line(self.pos)
            self.put("\n")
        elif tag is pf.Quoted:
            mark = "'" if node.quote_type == "SingleQuote" else '"'
            start = self.pos
            self.put(mark)
            self.inside(node, home)
            self.put(mark)
            self.zones.append(Zone(start, self.pos, "quoted"))
        elif tag is pf.Note or tag is pf.Image:
            self.asides.append((self.pos, node))
            self.put(OPAQUE)
            silent = self.silent or (tag is pf.Image and _is_ignored(node))
            self.pending.append((node, ("",) if silent else self.off.now()))
        elif tag is pf.RawInline:
            self.off.read(node.text, self.pos)
            self.asides.append((self.pos, node))
            self.put(OPAQUE)
        elif tag in _LEAVES or _is_opaque(node):
            self.asides.append((self.pos, node))
            self.put(OPAQUE)
        else:
            if tag is pf.Link:
                self.asides.append((self.pos, node))
            start, silent = self.pos, self.silent
            self.silent = silent or _is_ignored(node) or _is_foreign(node)
            self.inside(node, home)
            kind: Kind = "off" if self.silent else "anchor"
            self.silent = silent
            self.zones.append(Zone(start, self.pos, kind))

    def inside(self, node: Any, home: list[Any]) -> None:
        self.owners[id(node.content.list)] = (node, home)
        self.inlines(node.content.list)


_VISITS: dict[type, Callable[[_Flattener, Any, str], None]] = {
    pf.Para: _Flattener.paragraph,
    pf.Plain: _Flattener.paragraph,
    pf.Header: _Flattener.header,
    pf.BulletList: _Flattener.items,
    pf.OrderedList: _Flattener.items,
    pf.DefinitionList: _Flattener.definitions,
    pf.LineBlock: _Flattener.line_block,
    pf.BlockQuote: _Flattener.quotation,
    pf.Div: _Flattener.div,
    pf.Figure: _Flattener.figure,
    pf.Table: _Flattener.table,
    pf.RawBlock: _Flattener.raw_block,
    pf.CodeBlock: _Flattener.code_block,
}
"""What holds prose, or says something about it."""


def _is_opaque(node: Any) -> bool:
    """Tell whether a Link or Span shows no prose: an address, a key, an emoji, deleted text."""
    if not _OPAQUE_CLASSES.isdisjoint(node.classes):
        return True
    if type(node) is not pf.Link:
        return False
    if not _OPAQUE_LINK_CLASSES.isdisjoint(node.classes) or "reference" in node.attributes:
        return True
    shown = plain_text(node.content.list)
    return unquote(shown) == unquote(node.url).removeprefix("mailto:") or unquote(shown) == unquote(node.url)


_OPAQUE_LINK_CLASSES = frozenset({"uri", "email"})


def _is_ignored(node: Any) -> bool:
    return (
        not _IGNORED_CLASSES.isdisjoint(node.classes)
        or node.attributes.get("rlfix") == "off"
        or node.identifier == "refs"
    )


def _is_foreign(node: Any) -> bool:
    return not is_english(_lang(node))


def _lang(node: Any) -> str:
    return str(node.attributes.get("lang") or node.attributes.get("xml:lang") or "")
