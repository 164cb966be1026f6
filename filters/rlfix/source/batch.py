"""Many files: which there are, and each of them proofread so that one bad file stops no other."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pathspec

from rlfix import pandoc, readers
from rlfix.document import NotPandocError, UnsupportedVersionError
from rlfix.settings import Settings, gather, settled
from rlfix.source.files import FileError, SourceFile
from rlfix.source.fix import Fixed, Reading, fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    import panflute as pf


@dataclass(frozen=True, slots=True)
class Task:
    """One file to proofread, and how."""

    path: Path
    reader: str = ""
    """Pandoc's name of the format; empty to tell by the file's suffix."""
    flags: dict[str, Any] = field(default_factory=dict)
    """Settings of the command line."""
    data: bytes | None = None
    """The contents, where they do not come from the file (standard input)."""
    write: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task."""

    path: Path
    before: str = ""
    fixed: Fixed | None = None
    result: bytes = b""
    """The file as it is to be."""
    problems: tuple[str, ...] = ()
    """What was wrong with the settings."""
    error: str = ""
    """Why the file was not proofread; one line."""
    verbosity: str = "normal"
    changed: bool = False


def find_files(paths: list[Path]) -> Iterator[Path]:
    """Yield the files among `paths` and, in order, those of a known format in its folders.

    Hidden files and what a `.gitignore` in the folder or below it names are passed over.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path, [])
        else:
            yield path


def _walk(folder: Path, ignoring: list[tuple[Path, pathspec.PathSpec[Any]]]) -> Iterator[Path]:
    listed = folder / ".gitignore"
    if listed.is_file():
        lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()
        ignoring = [*ignoring, (folder, pathspec.PathSpec.from_lines("gitignore", lines))]
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = Path(entry.path)
        if entry.name.startswith(".") or _is_ignored(path, ignoring, folder=entry.is_dir()):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, ignoring)
        elif path.suffix.lower() in readers.FORMATS:
            yield path


def _is_ignored(path: Path, ignoring: list[tuple[Path, pathspec.PathSpec[Any]]], *, folder: bool) -> bool:
    names = ((path.relative_to(root).as_posix() + "/" * folder, spec) for root, spec in ignoring)
    return any(spec.match_file(name) for name, spec in names)


def work(task: Task) -> Outcome:
    """Proofread one file; what goes wrong is in the outcome."""
    try:
        file = SourceFile.read(task.path) if task.data is None else SourceFile.of(task.path, task.data)
        return _proofread(task, file, _reader(task))
    except (FileError, pandoc.PandocError, NotPandocError, UnsupportedVersionError) as error:
        told = " ".join(str(error).split())
        return Outcome(task.path, error=told if told.startswith(f"{task.path}") else f"{task.path}: {told}")
    except Exception as error:  # noqa: BLE001 -- the next file goes on, whatever a check or a library does
        return Outcome(task.path, error=f"{task.path}: internal error, {type(error).__name__}: {error}")


def _reader(task: Task) -> str:
    reader = task.reader or readers.FORMATS.get(task.path.suffix.lower(), "")
    if not reader:
        raise FileError(f"{task.path}: no format is known for {task.path.suffix or 'this name'}; give it with -f")
    return reader


def _proofread(task: Task, file: SourceFile, reader: str) -> Outcome:
    folder = task.path.absolute().parent
    told: list[tuple[Settings, list[str]]] = []

    def settings_for(doc: pf.Doc) -> Settings:
        told.append(settled(*gather(doc, os.environ, folder, task.flags)))
        return told[0][0]

    read = partial(_read, reader=reader, folder=folder)
    fixed = fix(file.text, Reading(reader, read), settings_for)
    settings, problems = told[0]
    if task.write:
        file.write(fixed.source)
    changed = fixed.source != file.text
    result = file.encoded(fixed.source) if changed else file.data
    return Outcome(task.path, file.text, fixed, result, tuple(problems), "", settings.verbosity, changed)


def _read(source: str, *, reader: str, folder: Path) -> bytes:
    return pandoc.run(["-f", reader, "-t", "json"], source.encode(), folder)
