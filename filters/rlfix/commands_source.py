"""The commands that proofread files in place: `rlfix fix` and `rlfix check`, and what they say."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rlfix import pandoc
from rlfix.commands import rlfix as rlfix  # noqa: PLC0414 -- the whole group, for the command line
from rlfix.document import dump, load
from rlfix.proofread import proofread
from rlfix.settings import CHOICES, gather, settled
from rlfix.source.batch import Outcome, Task, find_files, work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.source.fix import Located

FINDINGS = 1
BAD_INPUT = 2
STDIN = Path("-")
FEW = 3
"""Files for which there is no progress bar."""


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what `fix` and `check` have in common."""
    options: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
        click.argument("paths", nargs=-1, metavar="[FILE|FOLDER|-]…", type=click.Path(path_type=Path)),
        click.option("-f", "--from", "reader", default="", metavar="FORMAT", help="Pandoc's name of the input format."),
        click.option("--apply", type=click.Choice(CHOICES["apply"]), help="Which edits to make."),
        click.option("--select", multiple=True, metavar="RULE", help="Run only this rule or group; may be repeated."),
        click.option("--ignore", multiple=True, metavar="RULE", help="Do not run this rule or group."),
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

    `-` reads standard input and writes standard output.
    """
    if output is not None and len(paths) != 1:
        raise click.UsageError("-o takes one file")
    if output is not None and _is_other_format(paths[0], output):
        _convert(paths[0], reader, output, _flags(flags))
        return
    tasks = _tasks(paths, reader, _flags(flags), write=not diff and output is None)
    failed = False
    for task, outcome in _work(tasks, jobs):
        failed |= bool(outcome.error)
        _say_all(outcome)
        if outcome.error:
            continue
        if diff:
            click.echo("".join(_diff(outcome)), nl=False)
        elif output is not None:
            output.write_bytes(outcome.result)
        elif task.data is not None:
            sys.stdout.buffer.write(outcome.result)
    sys.exit(BAD_INPUT if failed else 0)


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
        found = list(_rows(outcome))
        rows += found
        if not statistics and form != "json":
            for row in found:
                click.echo(_PRINTED[form](row))
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif statistics:
        for rule, number in sorted(Counter(row["rule"] for row in rows).items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"{number}\t{rule}")
    sys.exit(BAD_INPUT if failed else FINDINGS if rows else 0)


def _flags(given: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items() if value}


def _tasks(paths: tuple[Path, ...], reader: str, flags: dict[str, Any], *, write: bool) -> list[Task]:
    if not paths:
        raise click.UsageError("no file given; `-` reads standard input")
    if STDIN in paths:
        data = sys.stdin.buffer.read()
        return [Task(STDIN, reader or "markdown", flags, data)]
    return [Task(path, reader, flags, None, write) for path in find_files(list(paths))]


def _work(tasks: list[Task], jobs: int) -> Iterator[tuple[Task, Outcome]]:
    """Yield each task with its outcome, in the order of the tasks; on a terminal with a bar for more than a few."""
    with ProcessPoolExecutor(jobs) if jobs > 1 and len(tasks) > 1 else nullcontext() as pool:
        outcomes: Iterable[Outcome] = pool.map(work, tasks) if pool else map(work, tasks)
        if len(tasks) > FEW and sys.stderr.isatty():
            from rich.progress import track  # noqa: PLC0415 -- slow to load, and for people only

            outcomes = track(outcomes, "Proofreading", len(tasks), console=_console())
        yield from zip(tasks, outcomes, strict=True)


def _console() -> Any:
    from rich.console import Console  # noqa: PLC0415

    return Console(stderr=True)


def _say_all(outcome: Outcome) -> None:
    for line in (*_complaints(outcome), *_summary(outcome)):
        click.echo(line, err=True)


def _complaints(outcome: Outcome) -> Iterator[str]:
    if outcome.error:
        yield f"[ERROR] rlfix: {outcome.error}"
    if outcome.verbosity != "quiet":
        yield from (f"[WARNING] rlfix: {outcome.path}: {problem}" for problem in outcome.problems)


def _summary(outcome: Outcome) -> Iterator[str]:
    """Yield what became of a file: what needs the author's eye, and one line that counts the rest."""
    if outcome.fixed is None or outcome.verbosity == "quiet":
        return
    fixed = outcome.fixed
    for notice in fixed.notices:
        yield f"[{'INFO' if notice.fixed else 'WARNING'}] rlfix: {outcome.path}: {notice}"
    for one in fixed.unproved:
        yield f"[WARNING] rlfix: {_place(outcome, one)}: could not be written safely: {one.finding}"
    if outcome.verbosity == "verbose":
        yield from (f"[INFO] rlfix: {_place(outcome, one)}: fixed {one.finding}" for one in fixed.made)
        yield from (f"[INFO] rlfix: {_place(outcome, one)}: left {one.finding}" for one in fixed.left)
    counted = [f"{len(fixed.made)} fixed"] * bool(fixed.made) + [f"{len(fixed.left)} left to you"] * bool(fixed.left)
    if counted:
        yield f"[INFO] rlfix: {outcome.path}: {', '.join(counted)}"


def _place(outcome: Outcome, one: Located) -> str:
    line, column = _line_and_column(outcome.before, one.offset)
    return f"{outcome.path}:{line}:{column}"


def _line_and_column(text: str, offset: int | None) -> tuple[int, int]:
    """Return the line and the column of `offset`, both from 1; the first of the file where the place is not known."""
    if offset is None:
        return 1, 1
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _rows(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Yield each finding of a file as it is printed."""
    if outcome.fixed is None:
        return
    fixed = outcome.fixed
    found = [(one, kind) for kind in ("made", "left", "unproved") for one in getattr(fixed, kind)]
    for one, kind in sorted(found, key=lambda pair: pair[0].offset or 0):
        edit = one.finding.edit
        line, column = _line_and_column(outcome.before, one.offset)
        yield {
            "path": str(outcome.path),
            "line": line,
            "column": column,
            "rule": edit.rule,
            "old": edit.old,
            "new": edit.new,
            "message": edit.why,
            "fixable": kind == "made",
        }
    for notice in fixed.notices:
        row = {"path": str(outcome.path), "line": 1, "column": 1, "rule": notice.rule, "old": "", "new": ""}
        yield {**row, "message": notice.message, "fixable": notice.fixed}
    if outcome.changed and not fixed.made and not fixed.notices:
        row = {"path": str(outcome.path), "line": 1, "column": 1, "rule": "footnotes.order", "old": "", "new": ""}
        yield {**row, "message": "the footnotes are not numbered in order", "fixable": True}


def _as_text(row: dict[str, Any]) -> str:
    change = f"{row['old']!r} → {row['new']!r}: " if row["old"] or row["new"] else ""
    hint = "" if row["fixable"] else " (suggestion)"
    return f"{row['path']}:{row['line']}:{row['column']}: {row['rule']} {change}{row['message']}{hint}"


def _as_annotation(row: dict[str, Any]) -> str:
    change = f"{row['old']} → {row['new']}: " if row["old"] or row["new"] else ""
    message = f"{change}{row['message']}".replace("%", "%25").replace("\n", "%0A")
    kind = "warning" if row["fixable"] else "notice"
    return f"::{kind} file={row['path']},line={row['line']},col={row['column']},title={row['rule']}::{message}"


_PRINTED: dict[str, Callable[[dict[str, Any]], str]] = {"text": _as_text, "github": _as_annotation}


def _diff(outcome: Outcome) -> Iterator[str]:
    after = outcome.fixed.source if outcome.fixed else outcome.before
    before = outcome.before.splitlines(keepends=True)
    for line in unified_diff(before, after.splitlines(keepends=True), f"a/{outcome.path}", f"b/{outcome.path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _is_other_format(source: Path, output: Path) -> bool:
    return source.suffix.lower() != output.suffix.lower()


def _convert(source: Path, reader: str, output: Path, flags: dict[str, Any]) -> None:
    """Convert `source` to `output` with Pandoc, proofread on the way."""
    try:
        data = sys.stdin.buffer.read() if source == STDIN else None
        files = [] if data is not None else [str(source)]
        reading = ["-f", reader] if reader else []
        tree = pandoc.run([*files, *reading, "-s", "-t", "json"], data)
        doc = load(tree, output.suffix.lstrip("."))
        settings, problems = settled(*gather(doc, os.environ, source.absolute().parent, flags))
        report = proofread(doc, settings)
        pandoc.run(["-f", "json", "-s", "-o", str(output)], dump(doc))
    except (pandoc.PandocError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    for line in [*problems, *report.lines()]:
        click.echo(line, err=True)
