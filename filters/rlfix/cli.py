"""The way in: a Pandoc filter, and a few commands.

    pandoc post.md --filter rlfix       the filter: JSON on standard input, JSON on standard output
    rlfix text post.md                  a command, when the first argument is the name of one

Only this module and the commands read files, print or exit. The filter's promise: it writes the whole document, or
it exits with an error having written nothing. Standard output belongs to the JSON; while the filter
runs, whatever else is printed there goes to standard error.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rlfix import startup
from rlfix.errors import NotPandocError, UnsupportedVersionError
from rlfix.settings import Settings, gather, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COMMANDS = ("check", "config", "explain", "fix", "pack", "pandoc", "rules", "text", "--help", "-h", "--version")
"""First arguments that make rlfix a command; any other is the name of a writer."""
BAD_INPUT = 2
INTERNAL_ERROR = 1
DEEP = 256 * 2**20
"""Bytes of stack for documents nested too deeply for the ordinary one."""


def main() -> None:
    """Run rlfix as `sys.argv` asks."""
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    if asked in COMMANDS or _by_hand():
        from rlfix import commands_packs, commands_source  # noqa: PLC0415 -- the filter does without

        commands_source.rlfix.add_command(commands_packs.pack)
        try:
            commands_source.rlfix(sys.argv[1:] if asked in COMMANDS else ["--help"], prog_name="rlfix")
        except SystemExit as end:
            sys.stdout.flush()
            _leave(end.code if isinstance(end.code, int) else int(bool(end.code)))
    else:
        _leave(run_filter())


def run_filter(only: str = "") -> int:
    """Proofread the document on standard input for the writer named in `sys.argv`; return the exit code.

    `only` restricts the run to one group of rules, for pipelines that put the steps together themselves.
    """
    if _by_hand():
        _say(f"[ERROR] rlfix: a filter for Pandoc: pandoc FILE --filter {Path(sys.argv[0]).name}")
        return BAD_INPUT
    gc.disable()  # a tree is built once and never freed: collecting would only cost time
    writer = sys.argv[1] if len(sys.argv) > 1 else "html"
    with _guarded_stdout() as write:
        data = sys.stdin.buffer.read() if sys.stdin else b""
        try:
            result = _deeply(partial(_proofread, data, writer, only), data)
        except RefusalError as refusal:
            _say(f"[ERROR] rlfix: {refusal}")
            return refusal.code
        write(result)
    return 0


def footnotes() -> None:
    """Run the filter `rlfix-footnotes`."""
    _leave(run_filter("footnotes"))


def grammar() -> None:
    """Run the filter `rlfix-grammar`."""
    _leave(run_filter("grammar"))


def spelling() -> None:
    """Run the filter `rlfix-spelling`."""
    _leave(run_filter("spelling"))


def terms() -> None:
    """Run the filter `rlfix-terms`."""
    _leave(run_filter("terms"))


def _leave(code: int) -> None:
    """End the process without taking the tree apart first, which on a book takes as long as reading it."""
    if sys.stderr is not None:
        sys.stderr.flush()
    os._exit(code)


class RefusalError(Exception):
    """The run ends without a document."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def _proofread(data: bytes, writer: str, only: str) -> bytes:
    """Return the proofread document of `data` as Pandoc's JSON; `data` itself where nothing changed.

    What goes wrong inside never loses the document: it comes back as it was, with a warning.
    Raises RefusalError when `data` is no Pandoc document or `strict` is set, RecursionError when the
    document is nested too deeply for this stack.
    """
    settings = Settings()
    try:
        startup.lighten()
        from rlfix import document  # noqa: PLC0415 -- the commands come through this module too, and start Pandoc first
        from rlfix.pipeline import proofread  # noqa: PLC0415

        doc = document.load(data, writer)
        settings, problems = settled(*gather(doc, os.environ, Path.cwd()), Path.cwd())
        report = proofread(doc, _only(settings, only))
        result = document.dump(doc) if report.changed else data
    except NotPandocError as error:
        message = f"standard input is no Pandoc document in JSON ({error}); run `pandoc FILE --filter rlfix`"
        raise RefusalError(message, BAD_INPUT) from error
    except UnsupportedVersionError as error:
        _say(f"[WARNING] rlfix: passed on unchanged: {error}")
        return data
    except RecursionError:
        raise
    except Exception as error:  # noqa: BLE001 -- the post comes first, whatever a check or a library does
        return _survive(f"internal error, {type(error).__name__}: {error}", error, data, strict=settings.strict)
    for line in [*_complaints(problems, settings), *report.lines()]:
        _say(line)
    return result


def _only(settings: Settings, group: str) -> Settings:
    if not group:
        return settings
    narrower = tuple(name for name in settings.select if name.startswith(f"{group}."))
    return settings._replace(select=narrower or (group,), drop_sections=())


def _complaints(problems: list[str], settings: Settings) -> list[str]:
    return [] if settings.verbosity == "quiet" else [f"[WARNING] rlfix: {problem}" for problem in problems]


def _survive(told: str, error: BaseException, data: bytes, *, strict: bool) -> bytes:
    """Pass `data` on in spite of `error`, loudly; raise RefusalError when `strict` or the document says so."""
    told = " ".join(told.split())[:300]
    if os.environ.get("RLFIX_VERBOSITY") == "verbose":
        import traceback  # noqa: PLC0415 -- only where something went wrong

        told += "\n" + "".join(traceback.format_exception(error)).rstrip()
    if strict or _STRICT.search(data):
        raise RefusalError(told, INTERNAL_ERROR) from error
    _say(f"[WARNING] rlfix: {told}")
    _say("[WARNING] rlfix: the document was passed on UNCHANGED (RLFIX_VERBOSITY=verbose shows where it failed)")
    return data


_STRICT = re.compile(rb'"strict":\s*\{\s*"t":\s*"MetaBool",\s*"c":\s*true')
"""The setting in a document whose settings could not be read because of what went wrong."""


def _deeply(work: Callable[[], bytes], data: bytes) -> bytes:
    """Return `work()`; with a stack of its own where the ordinary one is too small, and `data` where that is too."""
    with contextlib.suppress(RecursionError):
        return work()
    outcome: list[bytes | BaseException] = []

    def attempt() -> None:
        try:
            outcome.append(work())
        except BaseException as error:  # noqa: BLE001 -- told in the thread that waits
            outcome.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(DEEP)
    sys.setrecursionlimit(DEEP // 1024)
    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join()
    sys.setrecursionlimit(limit)
    threading.stack_size(size)
    if isinstance(outcome[0], RecursionError):
        return _survive("the document is nested too deeply for Python", outcome[0], data, strict=False)
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _by_hand() -> bool:
    """Tell whether somebody typed the command, with nothing to read."""
    return sys.stdin is not None and sys.stdin.isatty()


@contextlib.contextmanager
def _guarded_stdout() -> Iterator[Callable[[bytes], None]]:
    """Yield a function that writes to standard output; what others print there meanwhile goes to standard error.

    A standard error that is closed is opened on nothing first, or its number would be the next to be given out.
    """
    if sys.stderr is None:
        os.open(os.devnull, os.O_WRONLY)
    sys.stdout.flush()
    ours = os.dup(1)
    os.dup2(2, 1)

    def write(data: bytes) -> None:
        with open(ours, "wb", closefd=False) as stream:
            stream.write(data)

    try:
        yield write
    finally:
        sys.stdout.flush()
        os.dup2(ours, 1)
        os.close(ours)


def _say(line: str) -> None:
    if sys.stderr is not None:  # print would take standard output instead
        print(line, file=sys.stderr)  # noqa: T201 -- the one place that prints
