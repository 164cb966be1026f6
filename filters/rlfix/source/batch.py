"""Many files: which there are, and each of them proofread so that one bad file stops no other."""

from __future__ import annotations

import gc
import os
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rlfix import pandoc, readers
from rlfix.errors import NotPandocError, UnsupportedVersionError
from rlfix.settings import Settings, gather, settled
from rlfix.source.files import FileError, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import panflute as pf
    from pathspec import GitIgnoreSpec

    from rlfix.source.fix import Fixed


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


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files among `paths` and, in order, those of a known format in its folders; each once.

    In folders, hidden files are passed over, and what git ignores: by a `.gitignore` beside or above
    them in the same repository. A folder that cannot be read is yielded itself.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _walk(path, _ignored_above(path.absolute())) if path.is_dir() else [path]:
            absolute = file.absolute()
            if absolute not in seen:
                seen.add(absolute)
                yield file


Ignoring = tuple[tuple[Path, "GitIgnoreSpec"], ...]
"""Folders, outermost first, with what their `.gitignore` names."""


def _walk(folder: Path, ignoring: Ignoring) -> Iterator[Path]:
    ignoring += _ignored_by(folder.absolute())
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or _is_ignored(path.absolute(), ignoring, folder=entry.is_dir()):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, ignoring)
        elif path.suffix.lower() in readers.FORMATS and entry.is_file():
            yield path


def _ignored_above(folder: Path) -> Ignoring:
    """Return what is ignored in the folders above `folder`, up to the root of its git repository; nothing outside."""
    above = [folder, *folder.parents]
    root = next((number for number, one in enumerate(above) if (one / ".git").exists()), 0)
    return tuple(one for parent in above[root:0:-1] for one in _ignored_by(parent))


def _ignored_by(folder: Path) -> Ignoring:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 -- few need it

    patterns: list[Any] = []
    for line in lines:
        with suppress(ValueError):  # git passes over what is no pattern, too
            patterns += GitIgnoreSpec.from_lines([line]).patterns
    return ((folder, GitIgnoreSpec(patterns)),)


def _is_ignored(path: Path, ignoring: Ignoring, *, folder: bool) -> bool:
    """Tell whether git ignores `path` (absolute); the innermost `.gitignore` that speaks of it has the last word."""
    for root, spec in reversed(ignoring):
        told = spec.check_file(path.relative_to(root).as_posix() + "/" * folder).include
        if told is not None:
            return told
    return False


def work(task: Task) -> Outcome:
    """Proofread one file; what goes wrong is in the outcome."""
    gc.disable()  # a tree is no garbage before the file is done
    try:
        file = SourceFile.read(task.path) if task.data is None else SourceFile.of(task.path, task.data)
        return _proofread(task, file, _reader(task))
    except (FileError, pandoc.PandocError, NotPandocError, UnsupportedVersionError) as error:
        told = " ".join(str(error).split())
        return Outcome(task.path, error=told if told.startswith(f"{task.path}") else f"{task.path}: {told}")
    except Exception as error:  # noqa: BLE001 -- the next file goes on, whatever a check or a library does
        return Outcome(task.path, error=f"{task.path}: internal error, {type(error).__name__}: {error}")
    finally:
        gc.enable()


def _reader(task: Task) -> str:
    reader = task.reader or readers.FORMATS.get(task.path.suffix.lower(), "")
    if not reader:
        raise FileError(f"{task.path}: no format is known for {task.path.suffix or 'this name'}; give it with -f")
    return reader


def _proofread(task: Task, file: SourceFile, reader: str) -> Outcome:
    folder = task.path.absolute().parent
    told: list[tuple[Settings, list[str]]] = []

    def settings_for(doc: pf.Doc) -> Settings:
        told.append(settled(*gather(doc, os.environ, folder, task.flags), folder))
        return told[0][0]

    with closing(_Readings(reader, folder)) as readings:
        readings.begin(file.text)
        from rlfix.source.labels import relabel  # noqa: PLC0415 -- loaded while Pandoc reads

        relabelled = relabel(file.text, reader, "number")  # kept, for the proofreading asks for the same
        if relabelled.endless and readers.base(reader) in _ENDLESS:
            raise FileError(f"{task.path}: a footnote refers to itself, and Pandoc would never finish reading it")
        readings.begin(relabelled.source)
        from rlfix.source.fix import Reading, fix  # noqa: PLC0415 -- brings panflute, which takes longest

        fixed = fix(file.text, Reading(reader, readings.read), settings_for)
    settings, problems = told[0]
    if task.write:
        file.write(fixed.source)
    changed = fixed.source != file.text
    result = file.encoded(fixed.source) if changed else file.data
    return Outcome(task.path, file.text, fixed, result, tuple(problems), "", settings.verbosity, changed)


_ENDLESS = ("gfm", "commonmark_x", "commonmark")
"""Readers that put each note into the place of its reference, and so on for ever."""


class _Readings:
    """Pandoc's readings of sources, of which those that will be asked for can be begun ahead."""

    def __init__(self, reader: str, folder: Path) -> None:
        self.reader = reader
        self.folder = folder
        self.begun: dict[str, pandoc.Running] = {}

    def begin(self, source: str) -> None:
        if source not in self.begun:
            self.begun[source] = pandoc.Running(["-f", self.reader, "-t", "json"], source.encode(), self.folder)

    def read(self, source: str) -> bytes:
        self.begin(source)
        return self.begun.pop(source).result()

    def close(self) -> None:
        for running in self.begun.values():
            running.stop()
