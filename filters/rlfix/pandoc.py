"""Where Pandoc is, and how the commands run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

OLDEST = (3, 0)
"""The first version of Pandoc whose documents rlfix reads."""
TIMEOUT = 120
"""Seconds that Pandoc may take, if RLFIX_TIMEOUT does not say otherwise."""
_PIPE = 2**20
"""Bytes that Pandoc may have written before anybody reads them."""


class PandocError(Exception):
    """Pandoc is missing, failed or did not come to an end; the message is one line for the user."""


@cache
def find() -> str:
    """Return the path of a Pandoc of version 3 or later: the one on PATH, else the one that pypandoc_binary brings.

    Raises PandocError when there is none.
    """
    on_path = shutil.which("pandoc")
    if on_path and _version(on_path) >= OLDEST:
        return str(Path(on_path).absolute())
    package = find_spec("pypandoc")
    brought = Path(package.origin or "").parent / "files" / "pandoc" if package else Path()
    if brought.is_file():
        return str(brought)
    try:
        import pypandoc  # noqa: PLC0415 -- takes a while to import, and knows more places

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise PandocError("no Pandoc 3.0 or later: install one, or `pip install pypandoc_binary`") from error


def _version(path: str) -> tuple[int, ...]:
    try:
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=TIMEOUT).stdout  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return (0,)
    found = re.match(r"pandoc\S* (\d+)\.(\d+)", told)
    return tuple(map(int, found.groups())) if found else (0,)


def run(arguments: list[str], data: bytes | None = None, folder: Path | None = None) -> bytes:
    """Return what Pandoc, run in `folder`, writes to standard output. Raises PandocError with what Pandoc said."""
    return Running(arguments, data, folder).result()


class Running:
    """Pandoc at work while the caller does something else; in the end to be asked for its result, or stopped."""

    def __init__(self, arguments: list[str], data: bytes | None = None, folder: Path | None = None) -> None:
        self.arguments = arguments
        self.timeout = _timeout()
        with tempfile.TemporaryFile() as given:
            given.write(data or b"")
            given.seek(0)
            self.process = subprocess.Popen(  # noqa: S603
                [find(), *arguments],
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder,
                pipesize=_PIPE,
            )

    def result(self) -> bytes:
        """Return what Pandoc wrote to standard output. Raises PandocError with what Pandoc said."""
        try:
            written, told = self.process.communicate(timeout=self.timeout)
        except subprocess.TimeoutExpired as error:
            self.stop()
            raise PandocError(
                f"pandoc did not come to an end in {self.timeout:g} seconds (RLFIX_TIMEOUT): "
                f"pandoc {' '.join(self.arguments)}"
            ) from error
        except BaseException:
            self.stop()
            raise
        if self.process.returncode:
            said = " ".join(told.decode(errors="replace").split())
            raise PandocError(f"pandoc failed: {said or f'exit status {self.process.returncode}'}")
        return written

    def stop(self) -> None:
        """End Pandoc, whatever it is doing."""
        self.process.kill()
        self.process.communicate()


def _timeout() -> float:
    given = os.environ.get("RLFIX_TIMEOUT") or TIMEOUT
    try:
        return float(given)
    except ValueError as error:
        raise PandocError(f"RLFIX_TIMEOUT takes a number of seconds, not {given!r}") from error
