"""Where Pandoc is, and how the commands run it."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OLDEST = (3, 0)
"""The first version of Pandoc whose documents rlfix reads."""
TIMEOUT = 120
"""Seconds; Pandoc's gfm reader runs for ever on a note that refers to itself."""


class PandocError(Exception):
    """Pandoc is missing, failed or did not come to an end; the message is one line for the user."""


@cache
def find() -> str:
    """Return the path of a Pandoc of version 3 or later: the one on PATH, else the one that pypandoc_binary brings.

    Raises PandocError when there is none.
    """
    on_path = shutil.which("pandoc")
    if on_path and _version(on_path) >= OLDEST:
        return on_path
    try:
        import pypandoc  # noqa: PLC0415 -- looks for files when it is imported

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise PandocError("no Pandoc 3.0 or later: install one, or `pip install pypandoc_binary`") from error


def _version(path: str) -> tuple[int, ...]:
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=TIMEOUT)  # noqa: S603
    found = re.match(r"pandoc\S* (\d+)\.(\d+)", told.stdout)
    return tuple(map(int, found.groups())) if found else (0,)


def run(arguments: list[str], data: bytes | None = None, folder: Path | None = None) -> bytes:
    """Return what Pandoc, run in `folder`, writes to standard output. Raises PandocError with what Pandoc said."""
    try:
        done = subprocess.run(  # noqa: S603
            [find(), *arguments], input=data, capture_output=True, check=False, timeout=TIMEOUT, cwd=folder
        )
    except subprocess.TimeoutExpired as error:
        raise PandocError(
            f"pandoc did not come to an end in {TIMEOUT} seconds: pandoc {' '.join(arguments)}"
        ) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise PandocError(f"pandoc failed: {' '.join(said.split()) or f'exit status {done.returncode}'}")
    return done.stdout
