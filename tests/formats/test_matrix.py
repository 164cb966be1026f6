"""The filter between every reader and every writer that Pandoc has.

| left alone                                   | shown by                                            |
| -------------------------------------------- | --------------------------------------------------- |
| code, math, raw text, targets, titles,       | for every reader, the tree without its words is     |
| attributes, identifiers, citation keys,      | equal before and after the filter                   |
| metadata but the title                       |                                                     |
| all else                                     | for every writer, the result is, byte for byte,     |
|                                              | that of the source mended by hand                   |
| lists of references                          | the readers of bibliographies: nothing changes      |

In the source, `the the` stands where nobody may touch it and every other doubled word in prose.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pypandoc
import pytest

from formats.inputs import INPUTS, REFERENCES, workbook
from formats.skeleton import prose, skeleton

PANDOC = pypandoc.get_pandoc_path()
FILTER = Path(sys.executable).with_name("rlfix")
SOURCE = Path(__file__).with_name("source.md").read_text(encoding="utf-8")
PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
DOUBLED = re.compile(r"\b(and|for|from|of|to|with)([* \n]+)\1\b")
UNTOUCHABLE = re.compile(r"\bthe the\b")
"""Where a format has no code or math, this comes out of it as prose."""
PLAIN_CODE = "--syntax-highlighting=none"
SAME_TIME = {"SOURCE_DATE_EPOCH": "1714953600"}
UNREADABLE = {"muse": r" \{#[^}]+\}$", "typst": r"^\*\*\*$"}
"""What Pandoc writes in a format and cannot read again (nor what `--standalone` adds there): anchors, rules."""
REREAD = {
    **dict.fromkeys(("asciidoc_legacy", "asciidoctor"), "asciidoc"),
    **dict.fromkeys(("docbook4", "docbook5"), "docbook"),
    **dict.fromkeys(("dzslides", "html4", "html5", "revealjs", "s5", "slideous", "slidy"), "html"),
    **dict.fromkeys(("epub2", "epub3"), "epub"),
    **dict.fromkeys(("jats_archiving", "jats_articleauthoring", "jats_publishing"), "jats"),
    "beamer": "latex",
}
"""The reader of a writer whose name is not its own."""


def ask(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [PANDOC, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **SAME_TIME}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done


@cache
def formats(which: str) -> tuple[str, ...]:
    return tuple(ask(f"--list-{which}-formats").stdout.decode().split())


READERS, WRITERS = formats("input"), tuple(name for name in formats("output") if name != "pdf")


@pytest.fixture(scope="module")
def garden(tmp_path_factory):
    """A folder with the source, the source mended by hand and the image they show."""
    folder = tmp_path_factory.mktemp("garden")
    (folder / "source.md").write_text(SOURCE, encoding="utf-8")
    (folder / "mended.md").write_text(DOUBLED.sub(r"\1", SOURCE), encoding="utf-8")
    (folder / "the the.png").write_bytes(PNG)
    (folder / ".rlfix.yaml").write_text("select: [grammar.doubled-word, footnotes]\n", encoding="utf-8")
    return folder


def written(garden: Path, reader: str) -> Path:
    """Return a document in the format of `reader`: written by Pandoc where it can, else by hand."""
    path = garden / f"input.{reader}"
    by_hand = {**INPUTS, **REFERENCES}.get(reader)
    if reader == "xlsx":
        path.write_bytes(workbook())
    elif by_hand:
        path.write_text(by_hand, encoding="utf-8")
    else:
        source = garden / f"for-{reader}.md"
        source.write_text(re.sub(UNREADABLE.get(reader, r"\Z"), "", SOURCE, flags=re.MULTILINE), encoding="utf-8")
        standalone = [] if reader in UNREADABLE else ["--standalone"]
        ask(source, "-t", reader, "--wrap=none", PLAIN_CODE, *standalone, "-o", path, cwd=garden)
    return path


def test_lists_are_whole():
    assert len(READERS) >= 45
    assert len(WRITERS) >= 70


@pytest.mark.parametrize("reader", [name for name in READERS if name not in REFERENCES])
def test_reader(garden, reader):
    path = written(garden, reader)
    before = json.loads(ask("-f", reader, "-t", "json", path, cwd=garden).stdout)
    after = json.loads(ask("-f", reader, "-t", "json", path, "--filter", FILTER, cwd=garden).stdout)
    assert skeleton(after) == skeleton(before)
    assert DOUBLED.search(prose(before))
    assert UNTOUCHABLE.sub("the", prose(after)) == UNTOUCHABLE.sub("the", DOUBLED.sub(r"\1", prose(before)))


@pytest.mark.parametrize("reader", REFERENCES)
def test_references_stay_as_they_are(garden, reader):
    path = written(garden, reader)
    before = ask("-f", reader, "-t", "json", path)
    after = ask("-f", reader, "-t", "json", path, "--filter", FILTER)
    assert b"of of" in before.stdout or b'"of"},{"t":"Space"},{"t":"Str","c":"of"' in before.stdout
    assert json.loads(after.stdout) == json.loads(before.stdout)
    assert after.stderr == before.stderr


@pytest.mark.parametrize("writer", WRITERS)
def test_writer(garden, writer):
    filtered, mended = (garden / f"{name}-{writer}.{suffix(writer)}" for name in ("filtered", "mended"))
    runs = [
        ("source.md", "--filter", FILTER, "-t", writer, "--wrap=none", "--standalone", "-o", filtered),
        ("mended.md", "-t", writer, "--wrap=none", "--standalone", "-o", mended),
    ]
    with ThreadPoolExecutor(len(runs)) as pool:
        list(pool.map(lambda run: ask(*run, cwd=garden), runs))
    assert contents(filtered) == contents(mended)
    reader = REREAD.get(writer, writer)
    if reader in READERS and reader not in UNREADABLE:
        again = json.loads(ask("-f", reader, "-t", "json", filtered).stdout)
        assert not DOUBLED.search(prose(again))


def suffix(writer: str) -> str:
    return "zip" if writer == "chunkedhtml" else writer


def contents(path: Path) -> object:
    if not zipfile.is_zipfile(path):
        return re.sub(r'"id": "[-0-9a-f]{36}"', "", path.read_text(encoding="utf-8"))  # a notebook's cells get any
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
