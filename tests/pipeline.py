"""Documents in and out of the pipeline, for tests that are about its result."""

from __future__ import annotations

import json

import pypandoc

from rlfix import document
from rlfix.pipeline import proofread
from rlfix.settings import Settings


def pandoc(data: bytes, *arguments: str) -> bytes:
    import subprocess

    command = [pypandoc.get_pandoc_path(), *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=True, timeout=60).stdout


def read(source: str, reader: str = "markdown", extensions: tuple[str, ...] = ("auto_identifiers", "smart")):
    """Return the document that Pandoc's `reader` makes of `source`, as the filter gets it."""
    doc = document.load(pandoc(source.encode(), "-f", reader, "-t", "json"), "markdown")
    doc.pandoc_reader_options = {"extensions": list(extensions)}
    return doc


def write(doc, writer: str = "markdown") -> str:
    return pandoc(document.dump(doc), "-f", "json", "-t", writer, "--wrap=none").decode()


def markdown(source: str) -> str:
    """Return `source` as Pandoc itself writes it back."""
    return pandoc(source.encode(), "-t", "markdown", "--wrap=none").decode()


def proofread_markdown(source: str, settings: Settings | None = None, **reading) -> str:
    """Return `source` proofread, as Pandoc writes it."""
    doc = read(source, **reading)
    proofread(doc, settings)
    return write(doc)


def words(*inlines) -> dict:
    """Return a document of one paragraph as Pandoc's JSON; a plain string is a `Str`."""
    content = [{"t": "Str", "c": inline} if isinstance(inline, str) else inline for inline in inlines]
    return {"pandoc-api-version": [1, 23, 1, 1], "meta": {}, "blocks": [{"t": "Para", "c": content}]}


def load(tree: dict):
    return document.load(json.dumps(tree))
