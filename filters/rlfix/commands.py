"""The commands, apart from the filter so that it need not load what they need."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import click
import yaml

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
    """Run Pandoc with the filter added; brings its own Pandoc where PATH has none of version 3.

    The filter is not added where ARGUMENTS or a defaults file among them name it.
    """
    script = Path(sys.argv[0]).resolve()
    path = os.pathsep.join([str(script.parent), os.environ.get("PATH", "")])
    ours = [] if _names_filter(arguments) else ["--filter", str(script)]
    try:
        done = subprocess.run([pandoc.find(), *ours, *arguments], check=False, env={**os.environ, "PATH": path})  # noqa: S603
    except pandoc.PandocError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(done.returncode)


_OPTION = re.compile(r"(?:-F|--filter=|-d|--defaults=)(?P<value>.+)")


def _names_filter(arguments: tuple[str, ...]) -> bool:
    """Tell whether Pandoc's `arguments` bring a filter of ours along, themselves or in a defaults file."""
    values = [found["value"] for found in map(_OPTION.fullmatch, arguments) if found]
    values += [value for option, value in pairwise(arguments) if option in ("-F", "--filter", "-d", "--defaults")]
    return any(
        (Path(value).stem.startswith("rlfix") and not _is_defaults(value)) or _asks_for_us(value) for value in values
    )


def _is_defaults(value: str) -> bool:
    return Path(value).suffix in (".yaml", ".yml")


def _asks_for_us(value: str) -> bool:
    """Tell whether `value` is a defaults file with a filter of ours."""
    if not (_is_defaults(value) and Path(value).is_file()):
        return False
    try:
        defaults = yaml.safe_load(Path(value).read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        return False  # for Pandoc to complain about
    filters = defaults.get("filters") if isinstance(defaults, dict) else None
    named = [entry.get("path") if isinstance(entry, dict) else entry for entry in filters or []]
    return any(isinstance(name, str) and Path(name).stem.startswith("rlfix") for name in named)


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
