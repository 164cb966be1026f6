"""Documents through Pandoc, `repair` and Pandoc again, and what is printed in the end.

The tests name things so that a wrong number cannot hide: the note of the word `Ant` says
"body of Ant", so `right` can tell for each marker whether it leads to its own note.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypandoc

from rlfix.document import dump, load
from rlfix.notes import repair
from rlfix.settings import Settings

PANDOC = pypandoc.get_pandoc_path()


@dataclass(frozen=True, slots=True)
class Result:
    text: str
    notices: list
    changed: bool

    def rules(self) -> list[str]:
        return [notice.rule.removeprefix("footnotes.") for notice in self.notices]


def pandoc(data: bytes, *args: str) -> bytes:
    return subprocess.run([PANDOC, *args], input=data, capture_output=True, check=True).stdout


@cache
def read(text: str | bytes, reader: str, *args: str) -> bytes:
    """Return Pandoc's JSON of `text`."""
    data = text.encode() if isinstance(text, str) else text
    return pandoc(data, "-f", reader, "-t", "json", *args)


@cache
def extensions(reader: str) -> list[str]:
    """Return what Pandoc tells a filter of the reader's extensions."""
    name, *changes = re.split(r"(?=[+-])", reader)
    listed = pandoc(b"", f"--list-extensions={name}").decode().split()
    on = {line[1:] for line in listed if line[0] == "+"}
    for change in changes:
        (on.add if change[0] == "+" else on.discard)(change[1:])
    return sorted(on)


def repaired(text: str | bytes, reader: str = "markdown", writer: str = "markdown", **settings):
    """Return the repaired document, the notices, and whether the tree changed."""
    source = read(text, reader)
    doc = load(source, re.split(r"[+-]", writer)[0])
    doc.pandoc_reader_options = {"extensions": extensions(reader)}
    notices = repair(doc, Settings(**settings))
    after = dump(doc)
    changed = after != dump(load(source, writer))
    assert changed == any(notice.fixed for notice in notices), notices
    return after, notices, changed


def convert(text: str | bytes, reader: str = "markdown", writer: str = "markdown", *args: str, **settings) -> Result:
    """Return what Pandoc prints with `repair` between reader and writer; binary formats as Markdown."""
    tree, notices, changed = repaired(text, reader, writer, **settings)
    if writer in {"docx", "odt", "epub"}:
        printed = through_file(tree, writer)
    else:
        printed = pandoc(tree, "-f", "json", "-t", writer, "--wrap=none", *args)
    return Result(printed.decode(), notices, changed)


def through_file(tree: bytes, writer: str) -> bytes:
    return pandoc(packed(tree, writer), "-f", writer, "-t", "markdown", "--wrap=none")


def packed(tree: bytes, writer: str) -> bytes:
    """Return the file that Pandoc makes of `tree`, for formats that are archives."""
    handle, name = tempfile.mkstemp(suffix=f".{writer}")
    os.close(handle)
    path = Path(name)
    try:
        pandoc(tree, "-f", "json", "-t", writer, "-o", name)
        return path.read_bytes()
    finally:
        path.unlink()


def member(archive: bytes, ending: str) -> str:
    """Return the text of the first file of a docx, odt or epub whose name ends so."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read(next(name for name in sorted(opened.namelist()) if name.endswith(ending))).decode()


@dataclass(frozen=True, slots=True)
class Printed:
    """The markers and notes of a printed text, in the order in which they stand there."""

    markers: list[tuple[str, str]]
    """The word before each marker, and the marker's label."""
    bodies: list[tuple[str, str]]
    """The label and the text of each note."""


_MARKER = {
    "markdown": r"([A-Za-z]*)[*_\]]*\[\^([^\]]+)\](?!:)",
    "org": r"([A-Za-z]*)[*/]*(?<!^)\[fn:(\d+)\]",
    "rst": r"([A-Za-z]*)\*?(?:\\ )? ?\[(\d+)\]_",
    "html": r'([A-Za-z]*)(?:</\w+>)?<a href="#fn(\d+)" class="footnote-ref"',
    "plain": r"([A-Za-z]*)\]?\[(\d+)\]",
}
_BODY = {
    "markdown": r"^\[\^([^\]]+)\]: +(.*)$",
    "org": r"^\[fn:(\d+)\] (.*)$",
    "rst": r"^\.\. \[(\d+)\]\n   (.*)$",
    "html": r'<li id="fn(\d+)">(?:<p>)?(.*?)(?:<a href|</p>)',
    "plain": r"^\[(\d+)\] (.*)$",
}
_KIND = {
    **dict.fromkeys(("gfm", "commonmark_x", "djot", "markdown_mmd", "markdown_phpextra", "markua"), "markdown"),
    **dict.fromkeys(("docx", "odt", "epub"), "markdown"),
    **dict.fromkeys(("commonmark", "markdown_strict"), "plain"),
}


def printed(text: str, writer: str) -> Printed:
    kind = _KIND.get(writer, writer)
    if kind in {"latex", "typst"}:
        return _in_place(text, kind)
    bodies = re.findall(_BODY[kind], text, re.MULTILINE)
    rest = re.sub(_BODY[kind], "", text, flags=re.MULTILINE)
    return Printed([(word, label) for word, label in re.findall(_MARKER[kind], rest)], bodies)


_IN_PLACE = {
    "latex": r"([A-Za-z]*)(?:\\footnote(?:\{(?:\\label\{([\w-]+)\})?\{?(body[^}]*)\})|\\footref\{([\w-]+)\})",
    "typst": r"([A-Za-z]*)#footnote(?:()\[(body(?:\\.|#emph\[\w*\]|[^\]\\])*)\](?:<([\w-]+)>)?|\(<([\w-]+)>\))",
}


def _in_place(text: str, kind: str) -> Printed:
    """Number the notes that stand in the text, and give references the number of their label."""
    text = re.sub(
        r"\\footnotemark\{\}(.*?)\\footnotetext(\{(?:\\label\{[\w-]+\})?body[^}]*\})",
        r"\\footnote\2\1",
        text,
        flags=re.DOTALL,
    )
    markers, bodies, numbers = [], [], {}
    for found in re.finditer(_IN_PLACE[kind], text):
        word, *groups = found.groups()
        body = groups[1]
        label = next((group for group in (groups[0], *groups[2:]) if group), None)
        if body is None and label in numbers:
            markers.append((word, numbers[label]))
            continue
        assert body is not None, found[0]
        number = str(len(bodies) + 1)
        bodies.append((number, body))
        markers.append((word, number))
        if label:
            numbers[label] = number
    return Printed(markers, bodies)


def right(text: str, writer: str, notes: int, *, copies: bool = False) -> None:
    """Assert that the markers are 1 to `notes`, each first met in that order, and lead to their own notes.

    `copies` allows bodies that are there twice, for text that Pandoc has read back.
    """
    found = printed(text, writer)
    expected = [str(number) for number in range(1, notes + 1)]
    assert list(dict.fromkeys(label for _, label in found.markers)) == expected, text
    labels = [label for label, _ in found.bodies]
    assert (sorted(labels, key=int) if writer == "djot" else labels) == expected, text
    bodies = dict(found.bodies)
    for word, label in found.markers:
        assert f"body of {word}" in bodies[label], (word, bodies[label], text)
    assert copies or len(set(bodies.values())) == notes, text
