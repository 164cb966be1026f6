"""Footnotes that a Markdown reader without footnotes left in the text.

    A[^b].            Para [Str "A[^b]."]
                 ->                            Para [Str "A", Note [...], Str "."]
    [^b]: body        Para [Str "[^b]:", ...]

`commonmark`, `gfm-footnotes` and `ipynb` read them so; `markdown_strict` and a body of one word
become a link, `Link [Str "^b"] ("one%20body", "")`, whose address is the text of the note.

Only a reference and its definition together become a note. A definition that goes on in a block
which these readers take for code stays as it is, for its text could not be told from code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

import panflute as pf

from rlfix.notes.survey import Place, copied, counted, holder, notice, position, survey

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rlfix.notes.survey import Run
    from rlfix.report import Notice

_DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:(.*)", re.DOTALL)
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\](?!:$)")


class Definition(NamedTuple):
    """One definition: a stretch of a paragraph's inlines, from its label to the next one."""

    label: str
    place: Place
    """Where its first string, the label, stands; `siblings` are the paragraph's inlines."""
    inlines: list[Any]
    """The whole stretch, with the label and without the line break before the next one."""
    continued: bool
    """Whether a code block follows that may belong to it."""

    def blocks(self) -> list[Any]:
        """Return the body of a new note."""
        rest = _DEFINITION.fullmatch(self.inlines[0].text)[2]  # type: ignore[index]
        body = ([pf.Str(rest)] if rest else []) + self.inlines[1:]
        while body and type(body[0]) in {pf.Space, pf.SoftBreak}:
            body.pop(0)
        return copied([pf.Para(*body)])


def recover(run: Run) -> Iterator[Notice]:
    """Make notes of references and definitions in the text, and of links that are notes."""
    if not _reads_no_footnotes(run):
        return
    yield from _recover_links(run)
    defined: dict[str, Definition] = {}
    spare: list[Definition] = []
    for definition in _definitions(run):
        if definition.label in defined:
            spare.append(definition)
        else:
            defined[definition.label] = definition
    if defined:
        yield from _connect(run, defined, spare)


def _reads_no_footnotes(run: Run) -> bool:
    """Tell a Markdown reader without footnotes from the rest: of all readers these alone have raw HTML."""
    return "footnotes" not in run.extensions and "raw_html" in run.extensions


def _definitions(run: Run) -> Iterator[Definition]:
    for place in run.survey.texts:
        if _opens_line(place) and (found := _DEFINITION.fullmatch(place.node.text)):
            at = place.position()
            end = next((index for index in range(at + 1, len(place.siblings)) if _starts(place.siblings, index)), None)
            stretch = place.siblings[at : len(place.siblings) if end is None else end - 1]
            yield Definition(found[1], place, stretch, end is None and _code_follows(run, place))


def _opens_line(place: Place) -> bool:
    if not place.path or type(place.path[-1]) not in {pf.Para, pf.Plain}:
        return False
    at = place.position()
    return at == 0 or type(place.siblings[at - 1]) is pf.SoftBreak


def _starts(siblings: list[Any], index: int) -> bool:
    node = siblings[index]
    after_break = type(siblings[index - 1]) is pf.SoftBreak
    return after_break and type(node) is pf.Str and _DEFINITION.fullmatch(node.text) is not None


def _code_follows(run: Run, place: Place) -> bool:
    around = holder(run.doc, place.path)
    after = around[position(around, place.path[-1]) + 1 :]
    return bool(after) and type(after[0]) is pf.CodeBlock and not (after[0].classes or after[0].identifier)


def _connect(run: Run, defined: Mapping[str, Definition], spare: list[Definition]) -> Iterator[Notice]:
    """Replace the references, remove the definitions used, and report the others."""
    bodies = {id(node) for one in (*defined.values(), *spare) for node in one.inlines}
    usable = {label: one for label, one in defined.items() if not one.continued}
    texts = [place for place in run.survey.texts if not any(id(node) in bodies for node in (place.node, *place.path))]
    first = next((place for place in texts if any(f[1] in usable for f in _REFERENCE.finditer(place.node.text))), None)
    if first is not None:
        yield notice("recovered", "footnotes in the text made into notes", first, fixed=True)
    used = _replace(texts, usable)
    for label in used:
        _remove(run, usable[label])
    run.changed()
    run.told.update(defined)
    for one in (*defined.values(), *spare):
        if reason := _left(one, used, second=any(one is other for other in spare)):
            yield notice("recovered", f"[^{one.label}]: is left as text: {reason}", one.place, fixed=False)


def _replace(texts: list[Place], usable: Mapping[str, Definition]) -> set[str]:
    """Make notes of the references in `texts` and in the new notes, and return the labels met."""
    new = [note for place in texts for note in _refer(place, usable)]
    used = {label for label, _ in new}
    for _, note in new:  # grows while it is walked
        for place in survey(note).texts:
            inner = _refer(place, {label: one for label, one in usable.items() if label not in used})
            used |= {label for label, _ in inner}
            new += inner
    return used


def _refer(place: Place, usable: Mapping[str, Definition]) -> list[tuple[str, Any]]:
    """Turn the references in one string into notes and return these with their labels."""
    text, start, new, notes = place.node.text, 0, [], []
    for found in _REFERENCE.finditer(text):
        if found[1] in usable:
            note = pf.Note(*usable[found[1]].blocks())
            new += [pf.Str(text[start : found.start()]), note]
            start = found.end()
            notes.append((found[1], note))
    if notes:
        new.append(pf.Str(text[start:]))
        place.replace([node for node in new if type(node) is pf.Note or node.text])
    return notes


def _remove(run: Run, definition: Definition) -> None:
    """Take a definition out of its paragraph, and the paragraph out when nothing is left of it."""
    siblings = definition.place.siblings
    at = definition.place.position()
    del siblings[at : at + len(definition.inlines)]
    if at and type(siblings[at - 1]) is pf.SoftBreak:
        del siblings[at - 1]
    elif siblings and type(siblings[0]) is pf.SoftBreak:
        del siblings[0]
    if not siblings:
        around = holder(run.doc, definition.place.path)
        del around[position(around, definition.place.path[-1])]


def _left(definition: Definition, used: set[str], *, second: bool) -> str:
    """Return why a definition stays in the text, or nothing for one that has become a note."""
    if second and definition.label in used:
        return "a second definition, the first one is used"
    if definition.continued:
        return "it goes on in a code block; read with the footnotes extension"
    return "" if definition.label in used else "nothing refers to it"


def _recover_links(run: Run) -> Iterator[Notice]:
    """Make notes of links whose text is a label and whose address is the body."""
    found = [place for place in run.survey.links if _is_note(place)]
    if found:
        message = f"{counted(len(found), 'note')} read as a link made a note again; formatting inside is lost"
        yield notice("recovered", message, found[0], fixed=True)
    for place in found:
        place.replace([pf.Note(pf.Para(*_body(place.node)))])
        run.changed()


def _is_note(place: Place) -> bool:
    content = place.node.content.list
    return len(content) == 1 and re.fullmatch(r"\^[^\s^]+", getattr(content[0], "text", "")) is not None


def _body(link: Any) -> list[Any]:
    """Return the words of the address, or the address as a link where it is one, and the title in quotes."""
    text = unquote(link.url)
    title = [pf.Space(), pf.Str(f'"{link.title}"')] if link.title else []
    if urlsplit(link.url).scheme and not re.search(r"\s", text):
        return [pf.Link(pf.Str(link.url.removeprefix("mailto:")), url=link.url), *title]
    return [node for word in text.split() for node in (pf.Str(word), pf.Space())][:-1] + title
