"""Notes in images and figures, which Pandoc holds twice or writers print twice.

A description (`alt`) is no place for a note: in an inline image the note moves behind it. A
figure has its caption in the tree a second time as the description of its image; there the note
goes. Markdown writers need the figure in another form, for they print the note once too often
or write the figure as HTML with a list of notes of its own, whose `fn1` is the text's first note:

    markdown    ![Caption[^1]](a.png)       as before, but the note is counted once
    gfm         <figure>                    Markdown between the tags, which GitHub reads as such

"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import panflute as pf

from rlfix.notes.survey import as_json, enclosing, holder, notice, position, survey
from rlfix.notes.writers import ALT_PRINTED, MARKDOWN
from rlfix.tree import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.notes.survey import Run
    from rlfix.report import Notice


_REWRITTEN = MARKDOWN | {"plain"}
_ONCE = "a note that would be printed for a figure's caption and again for its description is printed once"


def clear_descriptions(run: Run) -> Iterator[Notice]:
    """Move notes out of the descriptions of images, or drop them where a caption has them too."""
    behind: dict[int, Any] = {}
    for place in run.survey.notes:
        image = next((node for node in place.path if type(node) is pf.Image), None)
        figure = place.innermost(pf.Figure)
        if image is None or place.innermost(pf.Cite):
            continue
        if figure is not None and _in_caption(figure, place.node):
            if run.writer in ALT_PRINTED:
                if run.writer not in _REWRITTEN:
                    yield notice("figure", _ONCE, place, fixed=True)
                place.siblings.pop(place.position())
                run.changed()
            continue
        yield notice("image", "a note in an image's description now stands behind the image", place, fixed=True)
        place.siblings.pop(place.position())
        siblings = holder(run.doc, place.path[: position(list(place.path), image) + 1])
        siblings.insert(position(siblings, behind.get(id(image), image)) + 1, place.node)
        behind[id(image)] = place.node
        run.changed()


def _in_caption(figure: pf.Figure, note: pf.Note) -> bool:
    same = as_json(note.to_json())
    return any(as_json(place.node.to_json()) == same for place in survey(figure.caption).notes)


def open_figures(run: Run) -> Iterator[Notice]:
    """Write figures with notes in a form that Markdown and plain text print right."""
    if run.writer not in _REWRITTEN:
        return
    for place, path in enclosing(run.survey.notes, pf.Figure):
        siblings = holder(run.doc, path)
        at = position(siblings, path[-1])
        blocks, done = _opened(run.writer, path[-1])
        yield notice("figure", done, place, fixed=True)
        siblings[at : at + 1] = blocks
        run.changed()


def _opened(writer: str, figure: pf.Figure) -> tuple[list[Any], str]:
    """Return the blocks that take the place of `figure`, and what the author should know about it."""
    if writer == "plain":
        return _bracketed(figure), _ONCE
    if writer in {"markdown", "markdown_mmd"} and (inlines := _as_image(figure, writer)):
        return [pf.Para(*inlines)], _ONCE
    return _tagged(figure), "the figure is written as HTML tags around Markdown, so that its note is one of the text"


def _as_image(figure: pf.Figure, writer: str) -> list[Any]:
    """Return `![caption](url){attributes}` for a figure that Pandoc would write so, else nothing."""
    blocks, caption = figure.content.list, figure.caption.content.list
    image = blocks[0].content.list[0] if len(blocks) == 1 and _is_lone_image(blocks[0]) else None
    plain = len(caption) == 1 and type(caption[0]) in {pf.Plain, pf.Para}
    if image is None or not plain or figure.classes or figure.attributes or image.identifier:
        return []
    described = plain_text([image])
    other = {"alt": described} if described not in {"", plain_text(caption)} else {}
    attributes = _attributes(figure.identifier, image.classes, {**image.attributes, **other})
    if attributes and writer != "markdown":
        return []
    tail = pf.RawInline(f"]({_destination(image)}){attributes}", "markdown")
    return [pf.RawInline("![", "markdown"), *caption[0].content.list, tail]


def _is_lone_image(block: Any) -> bool:
    return type(block) is pf.Plain and len(block.content.list) == 1 and type(block.content.list[0]) is pf.Image


def _destination(image: pf.Image) -> str:
    url = re.sub(r"[\s()<>]", lambda found: f"%{ord(found[0]):02X}", image.url)
    title = image.title.replace("\\", "\\\\").replace('"', '\\"')
    return f'{url} "{title}"' if title else url


def _attributes(identifier: str, classes: list[str], attributes: dict[str, str]) -> str:
    parts = [f"#{identifier}"] if identifier else []
    parts += [f".{name}" for name in classes]
    for key, value in attributes.items():
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        parts.append(f'{key}="{quoted}"')
    return f"{{{' '.join(parts)}}}" if parts else ""


def _bracketed(figure: pf.Figure) -> list[Any]:
    """Return the caption in brackets, as the plain writer has it for an image, or below what is no image."""
    blocks = figure.caption.content.list
    if not (len(figure.content.list) == 1 and _is_lone_image(figure.content.list[0])):
        return [*figure.content.list, *_paragraphs(blocks)]
    inlines = blocks[0].content.list if blocks and type(blocks[0]) in {pf.Plain, pf.Para} else []
    return [pf.Para(pf.RawInline("[", "plain"), *inlines, pf.RawInline("]", "plain")), *blocks[1:]]


def _tagged(figure: pf.Figure) -> list[Any]:
    caption = [pf.RawBlock("<figcaption>", "html"), *_paragraphs(figure.caption.content.list)]
    return [
        pf.RawBlock(f"<figure{tag_attributes(figure)}>", "html"),
        *_paragraphs(figure.content.list),
        *caption,
        pf.RawBlock("</figcaption>\n</figure>", "html"),
    ]


def tag_attributes(node: Any) -> str:
    """Return identifier, classes and attributes of `node` as HTML has them, with a leading space."""
    pairs = [("id", node.identifier), ("class", " ".join(node.classes)), *node.attributes.items()]
    import html  # noqa: PLC0415 -- few documents need it

    return "".join(f' {key}="{html.escape(value)}"' for key, value in pairs if value)


def _paragraphs(blocks: list[Any]) -> list[Any]:
    """Return `blocks` with paragraphs for loose lines, which need blank lines around them here."""
    return [pf.Para(*block.content.list) if type(block) is pf.Plain else block for block in blocks]
