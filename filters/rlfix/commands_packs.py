"""The commands for rule packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rlfix.rules.model import Pack


@click.group("pack")
def pack() -> None:
    """Prove rule packs, or turn another tool's list of terms into one."""


@pack.command("test")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def test_packs(files: tuple[Path, ...]) -> None:
    """Prove the specs of the packs FILES: our own format, Vale's, prh's or textlint's, or a folder of them."""
    rules = specs = failed = 0
    for file in _files(files):
        found, problems = _proved(file)
        for problem in problems:
            click.echo(problem)
        rules += len(found.rules) if found else 0
        specs += sum(len(rule.specs) for rule in found.rules) if found else 0
        failed += len(problems)
    click.echo(f"{_count(rules, 'rule')}, {_count(specs, 'spec')}, {failed or 'none'} failed")
    if failed:
        raise SystemExit(1)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _files(given: tuple[Path, ...]) -> list[Path]:
    from rlfix.rules.foreign import folder

    return [file for path in given for file in (folder(path) if path.is_dir() else [path])]


def _proved(file: Path) -> tuple[Pack | None, list[str]]:
    """Return the pack in `file` and what is wrong with it; its specs are run even where some rules were left out."""
    from rlfix.rules import compiled, prove, store

    found, problems = store.parsed(file, file.read_bytes())
    if found is None:
        return None, problems or [f"{file}:1: no list of terms"]
    header = compiled.compile_pack(found, store.inflector())
    return found, [*problems, *prove.failures(found, header)]


@pack.command("convert")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def convert_pack(file: Path) -> None:
    """Print FILE, a list of terms of Vale's, prh's or textlint's, as a rule pack.

    Specs come along where FILE has some; the rest is for you to add, and `why` to be said.
    """
    from rlfix.rules import store, write_pack

    found, problems = store.parsed(file, file.read_bytes())
    for problem in problems:
        click.echo(f"[WARNING] rlfix: {problem}", err=True)
    if found is None or not found.foreign:
        raise click.ClickException(f"{file}: {'a rule pack already' if found else 'no list of terms'}")
    click.echo(write_pack.as_yaml(found), nl=False)
