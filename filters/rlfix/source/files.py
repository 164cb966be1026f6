"""Files read and written so that nothing but the text changes: line ends, byte order mark and mode stay."""

from __future__ import annotations

import codecs
import os
import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from errno import EACCES
from pathlib import Path
from stat import S_ISREG


class FileError(Exception):
    """A file cannot be read or written; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file as it was read."""

    path: Path
    data: bytes
    text: str
    """The text with lines ended by a line feed, without byte order mark."""

    @classmethod
    def read(cls, path: Path) -> SourceFile:
        """Read the UTF-8 file at `path`. Raises FileError."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise FileError(f"{path}: {error.strerror}") from error
        return cls.of(path, data)

    @classmethod
    def of(cls, path: Path, data: bytes) -> SourceFile:
        """Return the file whose contents are `data`. Raises FileError when they are no UTF-8 text."""
        try:
            text = data.removeprefix(codecs.BOM_UTF8).decode()
        except UnicodeDecodeError as error:
            raise FileError(f"{path}: not UTF-8 text ({error.reason} at byte {error.start})") from error
        if "\0" in text:
            raise FileError(f"{path}: not a text file")
        return cls(path, data, text.replace("\r\n", "\n"))

    def encoded(self, text: str) -> bytes:
        """Return `text` as the file's bytes, with its line ends and byte order mark."""
        both, feeds = self.data.count(b"\r\n"), self.data.count(b"\n")
        if both and both == feeds:
            text = text.replace("\n", "\r\n")
        elif both:
            text = _with_ends_of(self.data.decode(), text)
        mark = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        return mark + text.encode()

    def write(self, text: str) -> bool:
        """Put `text` in the place of the file's, at once or not at all; tell whether that was a change.

        Raises FileError when the file changed since it was read, or cannot be written.
        """
        data = self.encoded(text)
        if data == self.data:
            return False
        try:
            now = self.path.read_bytes()
        except OSError as error:
            raise FileError(f"{self.path}: {error.strerror}; nothing was written") from error
        if now != self.data:
            raise FileError(f"{self.path}: changed while it was proofread; nothing was written, run rlfix again")
        replace_file(self.path, data)
        return True


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of what `path` holds, if anything, at once or not at all.

    It is written beside the file and renamed over it. The mode stays, the owner where that is allowed,
    and a link stays a link. Raises FileError.
    """
    try:
        _replace(path.resolve(), data)
    except OSError as error:
        raise FileError(f"{path}: {error.strerror}; nothing was written") from error


def _replace(path: Path, data: bytes) -> None:
    old = path.stat() if path.exists() else None
    if old and not os.access(path, os.W_OK):
        raise PermissionError(EACCES, "write-protected")
    if old and not S_ISREG(old.st_mode):
        path.write_bytes(data)  # a device or a pipe, which holds nothing that could be lost
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".rlfix")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if old:
            with suppress(OSError):
                shutil.chown(name, old.st_uid, old.st_gid)
        Path(name).chmod(old.st_mode if old else 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return which permissions new files are not given."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _with_ends_of(old: str, new: str) -> str:
    """Return the lines of `new` with the line ends that the same lines of `old`, or those in their place, have."""
    from difflib import SequenceMatcher  # noqa: PLC0415 -- only files of mixed line ends need it

    before, after = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (old.removeprefix("\ufeff"), new))
    stripped = [line.replace("\r\n", "\n") for line in before]
    ended: list[str] = []
    for _, i, j, k, m in SequenceMatcher(None, stripped, after, autojunk=False).get_opcodes():
        for number in range(k, m):
            model = before[min(i + number - k, max(i, j - 1))] if i < len(before) else ""
            line = after[number]
            ended.append(line[:-1] + "\r\n" if model.endswith("\r\n") and line.endswith("\n") else line)
    return "".join(ended)
