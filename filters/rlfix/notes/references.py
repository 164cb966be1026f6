r"""A second reference to a note, as each format writes it.

    markdown   [^1]              html     a link to #fn1        typst      #footnote(<note-1>)
    org        [fn:1]            latex    \footref{note-1}       docx       a NOTEREF field
    rst        [1]_              odt      text:note-ref         asciidoc   footnote:note-1[]
    plain      [1]                                              mediawiki  <ref name="note-1" />

The left column and HTML and ODT take the number that the writer will give the first note
(`LITERAL`), the others refer to a label put on it (`LABELLED`). Word's field shows the number
until Word brings it up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import panflute as pf

from rlfix.notes.writers import ASCIIDOC, HTML, HTML5, LATEX, WITH_LABELS, WITHOUT_NOTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from rlfix.notes.survey import Place, Run

_RAW = {
    **dict.fromkeys(WITH_LABELS, ("markdown", "[^{}]")),
    **dict.fromkeys(WITHOUT_NOTES, ("markdown", "[{}]")),
    "plain": ("plain", "[{}]"),
    "djot": ("djot", "[^{}]"),
    "org": ("org", "[fn:{}]"),
}
_ODT = frozenset({"odt", "opendocument"})
LITERAL = HTML | _ODT | {*_RAW, "rst"}
"""Writers whose second reference holds the first note's number."""
SPLICED = ASCIIDOC | {"mediawiki"}
"""Writers for which the first note becomes raw text too, to carry a name; so it is one paragraph."""
LABELLED = LATEX | SPLICED | {"typst", "docx"}
"""Writers whose second reference holds a label of the first note."""
LIVE = HTML | _ODT | LATEX | {"typst", "docx"}
"""Writers in whose headings and links a second reference would be copied or nested."""


class First(NamedTuple):
    """The note that keeps the text."""

    place: Place
    number: int
    """The number that the writer will print."""


def mark_first(run: Run, first: First, label: str) -> None:
    """Put `label` on the first note, for the writers that refer to labels."""
    mark = _MARKS.get(run.writer)
    if mark is not None:
        first.place.replace(mark(first, label))


def list_named(run: Run) -> None:
    """Give a wiki page whose notes all carry names their list, which Pandoc prints for its own notes only."""
    if run.writer == "mediawiki" and not run.survey.notes:
        run.doc.content.list.append(pf.RawBlock("<references />", "mediawiki"))


def refer_again(writer: str, place: Place, first: First, label: str) -> None:
    """Replace the note at `place` by a second reference to `first`."""
    if writer in _RAW:
        raw, form = _RAW[writer]
        place.replace([pf.RawInline(form.format(first.number), raw)])
    else:
        place.replace([_AGAIN[writer](place, first.number, label)])


def _rst(place: Place, number: int, _label: str) -> Any:
    """Return a reference set off from the words around it, as reStructuredText wants it."""
    at = place.position()
    before = place.siblings[at - 1] if at else None
    after = place.siblings[at + 1 : at + 2]
    opening = "" if before is None or type(before) in {pf.Space, pf.SoftBreak, pf.LineBreak} else " "
    closing = "\\ " if after and type(after[0]) is pf.Str and after[0].text[:1].isalnum() else ""
    return pf.RawInline(f"{opening}[{number}]_{closing}", "rst")


def _html(_place: Place, number: int, _label: str) -> Any:
    """Return a link rather than raw HTML: so Pandoc adds what --id-prefix and slides need."""
    mark = pf.Superscript(pf.Str(str(number)))
    return pf.Link(mark, url=f"#fn{number}", classes=["footnote-ref"])


def _html5(place: Place, number: int, label: str) -> Any:
    link = _html(place, number, label)
    link.attributes["role"] = "doc-noteref"
    return link


def _epub(place: Place, number: int, label: str) -> Any:
    """Return a link whose mark the book's style sheet raises."""
    link = _html(place, number, label)
    link.content = [pf.Str(str(number))]
    return link


def _epub3(place: Place, number: int, label: str) -> Any:
    link = _epub(place, number, label)
    link.attributes |= {"role": "doc-noteref", "epub:type": "noteref"}
    return link


def _odt(_place: Place, number: int, _label: str) -> Any:
    """Return a reference by the identifier that Pandoc gives the note, counted from 0."""
    opening = '<text:note-ref text:note-class="footnote" text:reference-format="text"'
    return pf.RawInline(f'{opening} text:ref-name="ftn{number - 1}">{number}</text:note-ref>', "opendocument")


def _docx(_place: Place, number: int, label: str) -> Any:
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    code = f'<w:instrText xml:space="preserve"> NOTEREF {_bookmark(label)} \\f \\h </w:instrText>'
    parts = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    runs = [parts[0], code, parts[1], f"<w:t>{number}</w:t>", parts[2]]
    return pf.RawInline("".join(f"<w:r>{style}{part}</w:r>" for part in runs), "openxml")


def _bookmark(label: str) -> str:
    return f"_Ref{label.replace('-', '_')}"


def _mark_docx(first: First, label: str) -> list[Any]:
    """Put a bookmark around the note; its number is above those that Pandoc gives out."""
    number = 900_000_000 + first.number
    start = f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark(label)}"/>'
    end = f'<w:bookmarkEnd w:id="{number}"/>'
    return [pf.RawInline(start, "openxml"), first.place.node, pf.RawInline(end, "openxml")]


def _mark_latex(first: First, label: str) -> list[Any]:
    first.place.node.content.list[0].content.list.insert(0, pf.RawInline(f"\\label{{{label}}}", "latex"))
    return [first.place.node]


def _mark_typst(first: First, label: str) -> list[Any]:
    return [first.place.node, pf.RawInline(f"<{label}>", "typst")]


def _splice(raw: str, opening: str, closing: str) -> Callable[[First, str], list[Any]]:
    """Return what writes a note of one paragraph as its inlines between raw text."""

    def spliced(first: First, label: str) -> list[Any]:
        inlines = first.place.node.content.list[0].content.list
        return [pf.RawInline(opening.format(label), raw), *inlines, pf.RawInline(closing, raw)]

    return spliced


def _raw(raw: str, form: str) -> Callable[[Place, int, str], Any]:
    return lambda _place, _number, label: pf.RawInline(form.format(label), raw)


_MARKS: dict[str, Callable[[First, str], list[Any]]] = {
    **dict.fromkeys(LATEX, _mark_latex),
    "typst": _mark_typst,
    "docx": _mark_docx,
    "mediawiki": _splice("mediawiki", '<ref name="{}">', "</ref>"),
    "asciidoc": _splice("asciidoc", "footnote:{}[", "]"),
    "asciidoctor": _splice("asciidoc", "footnote:{}[", "]"),
    "asciidoc_legacy": _splice("asciidoc", "footnoteref:[{},", "]"),
}
_AGAIN: dict[str, Callable[[Place, int, str], Any]] = {
    **dict.fromkeys(HTML - HTML5, _html),
    **dict.fromkeys(HTML5, _html5),
    **dict.fromkeys(("epub", "epub3"), _epub3),
    "epub2": _epub,
    **dict.fromkeys(_ODT, _odt),
    **dict.fromkeys(LATEX, _raw("latex", "\\footref{{{}}}")),
    "rst": _rst,
    "docx": _docx,
    "typst": _raw("typst", "#footnote(<{}>)"),
    "mediawiki": _raw("mediawiki", '<ref name="{}" />'),
    "asciidoc": _raw("asciidoc", "footnote:{}[]"),
    "asciidoctor": _raw("asciidoc", "footnote:{}[]"),
    "asciidoc_legacy": _raw("asciidoc", "footnoteref:[{}]"),
}
