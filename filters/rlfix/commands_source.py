"""The commands that proofread files in place: `rlfix fix` and `rlfix check`, and what they say."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rlfix import pandoc, readers
from rlfix.commands import InputError
from rlfix.commands import rlfix as rlfix  # noqa: PLC0414 -- the whole group, for the command line
from rlfix.settings import CHOICES, gather, settled
from rlfix.source.batch import Outcome, Task, find_files, work
from rlfix.source.files import FileError, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.report import Notice
    from rlfix.source.fix import Located

FINDINGS = 1
BAD_INPUT = 2
STANDARD = Path("-")
"""Standard input or output."""
FEW = 3
"""Files for which there is no progress bar."""


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what `fix` and `check` have in common."""
    options: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
        click.argument("paths", nargs=-1, metavar="[FILE|FOLDER|-]…", type=click.Path(path_type=Path)),
        click.option("-f", "--from", "reader", default="", metavar="FORMAT", help="Pandoc's name of the input format."),
        click.option("--apply", type=click.Choice(CHOICES["apply"]), help="Which edits to make."),
        click.option("--select", multiple=True, metavar="RULES", help="Run only these rules or groups: a,b."),
        click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules or groups."),
        click.option("-j", "--jobs", default=1, type=click.IntRange(1), help="Files proofread at the same time."),
    )
    for option in options:
        command = option(command)
    return command


@rlfix.command("fix")
@_options
@click.option("--diff", is_flag=True, help="Print what would change as a unified diff and write nothing.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write here; a file of another format is converted with Pandoc.",
)
def fix_command(
    paths: tuple[Path, ...], reader: str, jobs: int, output: Path | None, *, diff: bool, **flags: Any
) -> None:
    """Mend files in place, with the smallest change of their text, proved by reading them again.

    `-` reads standard input and writes standard output. Exit status 0, whether anything was mended or
    not; 2 when a file cannot be proofread.
    """
    if output is not None:
        _check_output(paths, diff=diff)
        if _is_other_format(paths[0], reader, output):
            _convert(paths[0], reader, output, _flags(flags))
            return
    tasks = _tasks(paths, reader, _flags(flags), write=not diff and output is None)
    failed = False
    for task, outcome in _work(tasks, jobs):
        error = outcome.error or _put(task, outcome, output, diff=diff)
        failed |= bool(error)
        for line in (*_complaints(outcome), *([f"[ERROR] rlfix: {error}"] if error else _summary(outcome))):
            click.echo(line, err=True)
    sys.exit(BAD_INPUT if failed else 0)


def _check_output(paths: tuple[Path, ...], *, diff: bool) -> None:
    if len(paths) != 1 or paths[0].is_dir():
        raise click.UsageError("-o takes one file")
    if diff:
        raise click.UsageError("--diff writes nothing, so it takes no -o")


def _put(task: Task, outcome: Outcome, output: Path | None, *, diff: bool) -> str:
    """Write what came of a task to where it was asked for, if that is not the file itself; return what went wrong."""
    if diff:
        click.echo("".join(_diff(outcome)), nl=False)
    elif output == STANDARD or (output is None and task.data is not None):
        sys.stdout.buffer.write(outcome.result)
    elif output is not None:
        try:
            replace_file(output, outcome.result)
        except FileError as error:
            return str(error)
    return ""


@rlfix.command("check")
@_options
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
def check_command(
    paths: tuple[Path, ...], reader: str, jobs: int, form: str, *, statistics: bool, **flags: Any
) -> None:
    """Say what `fix` would change and what it would only suggest; change nothing.

    Exit status 0 when there is nothing to say, 1 when there is, 2 when a file cannot be proofread.
    """
    rows: list[dict[str, Any]] = []
    failed = False
    for _, outcome in _work(_tasks(paths, reader, _flags(flags), write=False), jobs):
        failed |= bool(outcome.error)
        for line in _complaints(outcome):
            click.echo(line, err=True)
        if outcome.error:
            click.echo(f"[ERROR] rlfix: {outcome.error}", err=True)
        found = sorted(_rows(outcome), key=lambda row: (row["line"], row["column"]))
        rows += found
        if not statistics and form != "json":
            for row in found:
                click.echo(_PRINTED[form](row))
    counts = sorted(Counter(row["rule"] for row in rows).items(), key=lambda item: (-item[1], item[0]))
    if form == "json":
        click.echo(json.dumps(dict(counts) if statistics else rows, ensure_ascii=False, indent=2))
    elif statistics:
        for rule, number in counts:
            click.echo(f"{number}\t{rule}")
    sys.exit(BAD_INPUT if failed else FINDINGS if rows else 0)


def _flags(given: dict[str, Any]) -> dict[str, Any]:
    """Return the settings among the options of the command line; `a,b` and `--select a --select b` are the same."""
    return {
        name: [part for one in value for part in re.split(r"[,\s]+", one) if part]
        if isinstance(value, tuple)
        else value
        for name, value in given.items()
        if value
    }


def _tasks(paths: tuple[Path, ...], reader: str, flags: dict[str, Any], *, write: bool) -> list[Task]:
    if not paths:
        raise click.UsageError("no file given; `-` reads standard input")
    if STANDARD not in paths:
        return [Task(path, reader, flags, None, write) for path in find_files(paths)]
    if len(paths) > 1:
        raise click.UsageError("`-` stands alone")
    return [Task(STANDARD, reader or "markdown", flags, sys.stdin.buffer.read())]


def _work(tasks: list[Task], jobs: int) -> Iterator[tuple[Task, Outcome]]:
    """Yield each task with its outcome, in the order of the tasks; on a terminal with a bar for more than a few."""
    with _pool(min(jobs, len(tasks))) as pool:
        outcomes: Iterable[Outcome] = pool.map(work, tasks) if pool else map(work, tasks)
        if len(tasks) > FEW and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import track

            outcomes = track(outcomes, "Proofreading", len(tasks), console=Console(stderr=True), transient=True)
        yield from zip(tasks, outcomes, strict=True)


def _pool(jobs: int) -> Any:
    if jobs < 2:
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)


def _complaints(outcome: Outcome) -> Iterator[str]:
    """Yield what is wrong with the settings."""
    if outcome.verbosity != "quiet":
        yield from (f"[WARNING] rlfix: {outcome.path}: {problem}" for problem in outcome.problems)


def _summary(outcome: Outcome) -> Iterator[str]:
    """Yield what became of a file: what needs the author's eye, and one line that counts the rest."""
    if outcome.fixed is None or outcome.verbosity == "quiet":
        return
    fixed = outcome.fixed
    for notice in fixed.notices:
        line, message = _told(notice)
        place = f"{outcome.path}:{line}" if line else outcome.path
        yield f"[{'INFO' if notice.fixed else 'WARNING'}] rlfix: {place}: {notice.rule}: {message}"
    for one in fixed.unproved:
        yield f"[WARNING] rlfix: {_place(outcome, one)}: could not be written safely: {one.finding}"
    if outcome.verbosity == "verbose":
        yield from (f"[INFO] rlfix: {_place(outcome, one)}: fixed {one.finding}" for one in fixed.made)
        yield from (f"[INFO] rlfix: {_place(outcome, one)}: left {one.finding}" for one in fixed.left)
    counted = [f"{len(fixed.made)} fixed"] * bool(fixed.made) + [f"{len(fixed.left)} left to you"] * bool(fixed.left)
    if counted:
        yield f"[INFO] rlfix: {outcome.path}: {', '.join(counted)}"


def _told(notice: Notice) -> tuple[int, str]:
    """Return the line that `notice` is about, 0 where it is not known, and what it says."""
    found = re.match(r"line (\d+): ", notice.message)
    message = notice.message[found.end() if found else 0 :]
    return int(found[1]) if found else 0, message + (f" (near “{notice.place}”)" if notice.place else "")


def _place(outcome: Outcome, one: Located) -> str:
    line, column = _line_and_column(outcome.before, one.offset)
    return f"{outcome.path}:{line}:{column}"


def _line_and_column(text: str, offset: int | None) -> tuple[int, int]:
    """Return the line and the column of `offset`, both from 1; the first of the file where the place is not known."""
    if offset is None:
        return 1, 1
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


_HINTS = {"made": "", "left": " (suggestion)", "unproved": " (could not be written safely)"}


def _rows(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Yield each finding of a file as it is printed."""
    if outcome.fixed is None:
        return
    for kind, hint in _HINTS.items():
        for one in getattr(outcome.fixed, kind):
            edit = one.finding.edit
            row = _row(outcome.path, edit.rule, edit.why + hint, kind == "made")
            line, column = _line_and_column(outcome.before, one.offset)
            yield {**row, "line": line, "column": column, "old": edit.old, "new": edit.new}
    for notice in outcome.fixed.notices:
        line, message = _told(notice)
        yield {**_row(outcome.path, notice.rule, message, notice.fixed), "line": line or 1}


def _row(path: Path, rule: str, message: str, fixable: bool) -> dict[str, Any]:
    return {
        "path": str(path),
        "line": 1,
        "column": 1,
        "rule": rule,
        "old": "",
        "new": "",
        "message": message,
        "fixable": fixable,
    }


def _change(row: dict[str, Any]) -> str:
    return f"“{row['old']}” → “{row['new']}”: " if row["old"] or row["new"] else ""


def _as_text(row: dict[str, Any]) -> str:
    return f"{row['path']}:{row['line']}:{row['column']}: {row['rule']} {_change(row)}{row['message']}"


def _as_annotation(row: dict[str, Any]) -> str:
    """Return a line that GitHub's runners show beside the code (“Workflow commands for GitHub Actions”)."""
    path, rule = (re.sub("[%\r\n:,]", _percent, row[name]) for name in ("path", "rule"))
    message = re.sub("[%\r\n]", _percent, _change(row) + row["message"])
    kind = "warning" if row["fixable"] else "notice"
    return f"::{kind} file={path},line={row['line']},col={row['column']},title={rule}::{message}"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


_PRINTED: dict[str, Callable[[dict[str, Any]], str]] = {"text": _as_text, "github": _as_annotation}


def _diff(outcome: Outcome) -> Iterator[str]:
    """Yield the lines of a diff that `patch -p1` takes."""
    if not outcome.changed or outcome.fixed is None:
        return
    from difflib import unified_diff

    before, after = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (outcome.before, outcome.fixed.source))
    for line in unified_diff(before, after, f"a/{outcome.path}", f"b/{outcome.path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


_MARKDOWN = ("gfm", "commonmark", "commonmark_x", "markdown_mmd", "markdown_phpextra", "markdown_strict")
_WRITERS = {
    **readers.FORMATS,
    ".adoc": "asciidoc",
    ".latex": "latex",
    ".pdf": "latex",
    ".texi": "texinfo",
    ".txt": "markdown",
    ".wiki": "mediawiki",
    ".xhtml": "html",
}
"""The writer that Pandoc chooses for a suffix, where that is not called so itself."""


def _is_other_format(source: Path, reader: str, output: Path) -> bool:
    """Tell whether `output` is not to hold the text of `source` itself."""
    if output == STANDARD or source.suffix.lower() == output.suffix.lower():
        return False
    name = readers.base(reader or readers.FORMATS.get(source.suffix.lower(), "markdown" if source == STANDARD else ""))
    return not name or readers.FORMATS.get(output.suffix.lower()) != ("markdown" if name in _MARKDOWN else name)


def _convert(source: Path, reader: str, output: Path, flags: dict[str, Any]) -> None:
    """Convert `source` to `output` with Pandoc, proofread on the way."""
    from rlfix.document import dump, load
    from rlfix.pipeline import proofread

    reader = reader or readers.FORMATS.get(source.suffix.lower(), "markdown" if source == STANDARD else "")
    given = ["-f", reader] if reader else []
    data = sys.stdin.buffer.read() if source == STANDARD else None
    suffix = output.suffix.lower()
    try:
        tree = pandoc.run([*given, *([] if source == STANDARD else [str(source)]), "-s", "-t", "json"], data)
        doc = load(tree, _WRITERS.get(suffix, suffix[1:]))
        doc.pandoc_reader_options = {"extensions": _extensions(reader)}
        settings, problems = settled(
            *gather(doc, os.environ, source.absolute().parent, flags), source.absolute().parent
        )
        report = proofread(doc, settings)
        pandoc.run(["-f", "json", "-s", "-o", str(output)], dump(doc))
    except (pandoc.PandocError, ValueError) as error:
        raise InputError(f"{source}: {error}") from error
    complaints = [f"[WARNING] rlfix: {problem}" for problem in problems if settings.verbosity != "quiet"]
    for line in [*complaints, *report.lines()]:
        click.echo(line, err=True)


def _extensions(reader: str) -> list[str]:
    """Return all extensions that are on for `reader`, as Pandoc tells them to a filter."""
    if not reader:
        return readers.extensions(reader)
    listed = pandoc.run([f"--list-extensions={readers.base(reader)}"]).decode().split()
    off = {name for sign, name in re.findall(r"([+-])(\w+)", reader) if sign == "-"}
    return [one[1:] for one in listed if one[0] == "+" and one[1:] not in off] + re.findall(r"\+(\w+)", reader)
