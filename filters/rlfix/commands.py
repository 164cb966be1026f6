"""The commands, apart from the filter so that it need not load what they need."""

from __future__ import annotations

import difflib
import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rlfix import __version__, explain, pandoc
from rlfix.readers import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator


class InputError(click.ClickException):
    """What was given cannot be used; the message is one line."""

    exit_code = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rlfix")
def rlfix() -> None:
    """Proofread what Pandoc reads: footnotes, grammar, and nothing that is not prose.

    \b
    rlfix fix post.md                           mends the file itself
    pandoc post.md --filter rlfix -o post.html  mends on the way to another format

    Settings stand in the document's metadata under `rlfix:` or in .rlfix.yaml; RLFIX_VERBOSITY is quiet,
    normal or verbose.
    """  # noqa: D301 -- click wants a backspace where lines are not to be joined


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
        raise InputError(str(error)) from error
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
    import yaml

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
    from rlfix import document
    from rlfix.flatten import flatten

    data = sys.stdin.buffer.read() if file == "-" else None
    source = [] if file == "-" else [file]
    try:
        tree = pandoc.run([*source, "-t", "json", *_from(Path(file), reader)], data)
        text = flatten(document.load(tree))
    except (pandoc.PandocError, ValueError) as error:
        raise InputError(str(error)) from error
    if not runs:
        click.echo(text.string)
        return
    for run in text.runs:
        click.echo(f"{run.start}\t{run.end}\t{type(run.node).__name__}\t{text.string[run.start : run.end]!r}")


@rlfix.command("rules")
@click.argument("group", default="")
@click.option(
    "--measured", is_flag=True, help="How often each rule of grammar was right on text that people corrected."
)
def show_rules(group: str, *, measured: bool) -> None:
    """List the rules, each with its first line; with GROUP (`grammar`, `terms.llm`) those of one."""
    if measured:
        click.echo("\n".join(_measured(group)))
        return
    explanations = {**explain.rules(), **explain.packs(), **explain.terms(group)}
    for name in _asked(group, explanations):
        click.echo(f"{name:32} {explanations[name].splitlines()[0]}")


@rlfix.command("explain")
@click.argument("rule")
def explain_rule(rule: str) -> None:
    """Explain RULE, or every rule of a group, with examples."""
    explanations = {**explain.rules(), **explain.terms(rule)}
    click.echo("\n\n".join(f"{name}\n\n{explanations[name]}" for name in _asked(rule, explanations)))


def _measured(group: str) -> Iterator[str]:
    """Yield the table that `tests/bench/grammar.py --write` made: of each rule what its edits were."""
    found = json.loads((Path(__file__).parent / "data" / "measured.json").read_text(encoding="utf-8"))
    yield f"{'rule':36} right wrong clean suggested"
    for name, (right, wrong, clean, suggested) in found["rules"].items():
        if f"{name}.".startswith(f"{group}." if group else ""):
            yield f"{name:36} {right:5} {wrong:5} {clean:5} {suggested:9}"
    yield (
        f"right, wrong: as the authors of {found['records']:,} sentences corrected them, or otherwise; "
        f"clean: in {found['words']:,} words of published text, slips that it has included"
    )


def _asked(group: str, explanations: dict[str, str]) -> list[str]:
    """Return the names in `explanations` that are `group` or in it. Raises InputError where there is none."""
    asked = sorted(name for name in explanations if not group or f"{name}.".startswith(f"{group}."))
    if not asked:
        near = difflib.get_close_matches(group, {*explanations, *explain.packs()}, 1)
        hint = f"did you mean {near[0]}?" if near else "`rlfix rules` lists them"
        raise InputError(f"no rule {group}; {hint}")
    return asked


@rlfix.command("config")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-f", "--from", "reader", metavar="FORMAT", help="Pandoc's name of the input format.")
def show_config(file: Path, reader: str | None) -> None:
    """Show the settings in force for FILE, and where each comes from."""
    from rlfix import document
    from rlfix.settings import gather, setting_names, settled

    try:
        doc = document.load(pandoc.run([str(file), "-s", "-t", "json", *_from(file, reader)]))
    except (pandoc.PandocError, ValueError) as error:
        raise InputError(f"{file}: {error}") from error
    given, problems = gather(doc, os.environ, file.absolute().parent)
    settings, problems = settled(given, problems)
    for name in setting_names():
        value = getattr(settings, name.replace("-", "_"))
        shown = json.dumps(list(value) if isinstance(value, tuple) else value)
        click.echo(f"{name}: {shown}  # {given[name].origin if name in given else 'default'}")
    for problem in problems:
        click.echo(f"[WARNING] rlfix: {problem}", err=True)


def _from(file: Path, reader: str | None) -> list[str]:
    """Return the arguments that tell Pandoc how to read `file`; none where Pandoc knows best."""
    name = reader or FORMATS.get(file.suffix.lower())
    return ["-f", name] if name else []
