"""The commands, apart from the filter so that it need not load what they need."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click

from rlfix import __version__, document, pandoc
from rlfix.flatten import flatten


@click.group()
@click.version_option(__version__, prog_name="rlfix")
def rlfix() -> None:
    """Proofread what Pandoc converts: footnotes, grammar, and nothing that is not prose.

    As a filter:  pandoc post.md --filter rlfix -o post.html

    Settings stand in the document's metadata under `rlfix:`; RLFIX_VERBOSITY is quiet, normal or verbose.
    """


@rlfix.command("pandoc", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def run_pandoc(arguments: tuple[str, ...]) -> None:
    """Run Pandoc with the filter added; brings its own Pandoc where PATH has none of version 3."""
    beside = Path(sys.argv[0]).resolve()
    itself = str(beside) if beside.is_file() else shutil.which("rlfix")
    if itself is None:
        raise click.ClickException("the script `rlfix` is not to be found; install rlfix with pip")
    try:
        done = subprocess.run([pandoc.find(), "--filter", itself, *arguments], check=False)  # noqa: S603
    except pandoc.PandocError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(done.returncode)


@rlfix.command("text")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("-f", "--from", "reader", metavar="FORMAT", help="Pandoc's name of the input format.")
@click.option("--runs", is_flag=True, help="One line for each run: start, end, element, text.")
def show_text(file: str, reader: str | None, *, runs: bool) -> None:
    """Print the text of FILE as the checks see it."""
    data = sys.stdin.buffer.read() if file == "-" else None
    source = [] if file == "-" else [file]
    try:
        tree = pandoc.run([*source, "-t", "json", *(["-f", reader] if reader else [])], data)
        text = flatten(document.load(tree))
    except (pandoc.PandocError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    if not runs:
        click.echo(text.string)
        return
    for run in text.runs:
        click.echo(f"{run.start}\t{run.end}\t{type(run.node).__name__}\t{text.string[run.start : run.end]!r}")
