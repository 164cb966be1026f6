"""The files in which other tools keep the words they accept; each reader returns what one file says.

    cspell      words, ignoreWords, dictionaryDefinitions, import: cspell.org/docs/Configuration
    VS Code     cSpell.words in .vscode/settings.json, of the extension Code Spell Checker
    codespell   ignore-words-list, ignore-words: github.com/codespell-project/codespell, “Using a config file”
    typos       default.extend-words and its kin: github.com/crate-ci/typos, docs/reference.md
    Vale        Vocab and its accept.txt: vale.sh/docs/topics/vocab

What another tool does not accept (flagWords, reject.txt) is its own business. A file that cannot be read is told
of in a line and passed over.
"""

from __future__ import annotations

import json
import re
import sys
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

_PLAIN = r"[\w'’ -]+"


class Told(NamedTuple):
    """What lists say about words."""

    words: frozenset[str] = frozenset()
    """In lower case, apostrophes straight."""
    patterns: tuple[re.Pattern[str], ...] = ()
    corrections: Mapping[str, str] = MappingProxyType({})
    """What is meant by a misspelling, both in lower case."""
    problems: tuple[str, ...] = ()

    @staticmethod
    def of(words: Iterable[str]) -> Told:
        """Return that `words` are right; of several words in one string each is."""
        return Told(frozenset(part for word in words for part in word.lower().replace("’", "'").split()))

    def plus(self, other: Told) -> Told:
        """Return what both say."""
        return Told(
            self.words | other.words,
            self.patterns + other.patterns,
            {**self.corrections, **other.corrections},
            self.problems + other.problems,
        )


def read(path: Path) -> Told:
    """Return what the file at `path`, whose name is one of `READERS`, says; a problem when it cannot be read."""
    name = next(name for name in READERS if path.as_posix().endswith(f"/{name}"))
    return _guarded(path, READERS[name])


def from_text(path: Path) -> Told:
    """Return the words of a list: one a line, what stands after # is a comment."""
    return _guarded(path, _text)


def _guarded(path: Path, reader: Callable[[Path], Told]) -> Told:
    try:
        return reader(path)
    except (OSError, ValueError, ModuleNotFoundError, RecursionError) as error:
        return Told(problems=(f"{path}: cannot be read ({' '.join(str(error).split())}); ignored",))


def _text(path: Path) -> Told:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return Told.of(re.sub(r"(?:\A|\s)#.*", "", line) for line in lines)


def _strings(value: Any) -> list[str]:
    """Return the strings of a list, or of a string with commas between; nothing for anything else."""
    if isinstance(value, str):
        return [part.strip() for part in value.replace("\n", ",").split(",") if part.strip()]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _table(value: Any, *names: str) -> dict[str, Any]:
    """Return the table under `names` in nested tables; an empty one where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


_COMMENT = r'(?s)("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/|,(?=\s*(?:(?://[^\n]*|/\*.*?\*/)\s*)*[}\]])'


def _json(path: Path) -> Any:
    """Return what a JSON file holds that may have comments and commas before a closing bracket."""
    return json.loads(re.sub(_COMMENT, lambda found: found[1] or "", path.read_text(encoding="utf-8-sig")))


def _yaml(path: Path) -> Any:
    import yaml  # noqa: PLC0415 -- few need it

    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _ini(text: str, *, allow_no_value: bool = False) -> dict[str, dict[str, Any]]:
    """Return the sections of an INI file, names of options in lower case. Raises ValueError where it is none."""
    import configparser  # noqa: PLC0415 -- few need it

    parser = configparser.ConfigParser(interpolation=None, strict=False, allow_no_value=allow_no_value)
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise ValueError(str(error)) from error
    return {name: dict(parser[name]) for name in parser.sections()}


def _toml(path: Path) -> Any:
    """Return what a TOML file holds, through the standard library or, before Python 3.11, the package tomli."""
    return import_module("tomllib" if sys.version_info >= (3, 11) else "tomli").loads(path.read_text(encoding="utf-8"))


_CSPELL_MARKS = "+*~"
"""Around a word of cspell: it may be part of a compound, it is right in any case."""


def _cspell(path: Path) -> Told:
    return _from_cspell(path, frozenset())


def _from_cspell(path: Path, seen: frozenset[Path]) -> Told:
    """Return what a configuration of cspell says, and the local ones that it imports."""
    found = _yaml(path) if path.suffix in {".yaml", ".yml"} else _json(path)
    found = _table(found, "cspell") if path.name == "package.json" else _table(found)
    listed = [word for name in ("words", "userWords", "ignoreWords") for word in _strings_of(found, name)]
    definitions = [one for one in _items(found.get("dictionaryDefinitions")) if isinstance(one, dict)]
    listed += [word for one in definitions for word in _strings_of(one, "words")]
    told = Told.of(word.strip(_CSPELL_MARKS) for word in listed if not word.startswith("!"))
    for one in definitions:
        dictionary = _beside(path, str(one.get("path", "")))
        if dictionary.suffix in {".txt", ".dic"} and dictionary.is_file():
            told = told.plus(_guarded(dictionary, _text))
    for name in _strings(found.get("import")):
        other = _beside(path, name)
        if other.suffix in {".json", ".jsonc", ".yaml", ".yml"} and other not in seen and other.is_file():
            told = told.plus(_guarded(other, partial(_from_cspell, seen=seen | {path.resolve()})))
    return told


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings_of(table: Mapping[str, Any], name: str) -> Iterator[str]:
    return (item for item in _items(table.get(name)) if isinstance(item, str))


def _beside(path: Path, name: str) -> Path:
    """Return the path `name` as a file at `path` means it."""
    return (path.parent / re.sub(r"\A\$\{(?:workspaceFolder|workspaceRoot)[^}]*\}/", "", name)).resolve()


def _vscode(path: Path) -> Told:
    found = _table(_json(path))
    return Told.of(
        word for name in ("words", "userWords", "ignoreWords") for word in _strings_of(found, f"cSpell.{name}")
    )


def _codespell(path: Path) -> Told:
    return _from_codespell(path, _ini(path.read_text(encoding="utf-8")).get("codespell", {}))


def _from_codespell(path: Path, table: Mapping[str, Any]) -> Told:
    table = {name.replace("_", "-"): value for name, value in table.items()}
    told = Told.of(_strings(table.get("ignore-words-list")))
    for name in _strings(table.get("ignore-words")):
        told = told.plus(_guarded(_beside(path, name), _text))
    return told


def _typos(path: Path) -> Told:
    return _from_typos(path, _table(_toml(path)))


def _from_typos(path: Path, table: Mapping[str, Any]) -> Told:
    """Return what a configuration of typos says: a word that means itself is right, another is a misspelling."""
    told = Told()
    for part in (_table(table, "default"), *map(_table, _table(table, "type").values())):
        for name in ("extend-words", "extend-identifiers"):
            told = told.plus(
                _meanings({wrong: right for wrong, right in _table(part, name).items() if isinstance(right, str)})
            )
        for name in ("extend-ignore-words-re", "extend-ignore-identifiers-re"):
            told = told.plus(_patterns(path, _strings_of(part, name)))
    return told


def _meanings(meant: Mapping[str, str]) -> Told:
    same = {wrong for wrong, right in meant.items() if wrong.lower() == right.lower()}
    corrections = {wrong.lower(): right.lower() for wrong, right in meant.items() if wrong not in same and right}
    return Told.of([*same, *meant.values()]).plus(Told(corrections=corrections))


def _patterns(path: Path, expressions: Iterable[str]) -> Told:
    told = Told()
    for expression in expressions:
        told = told.plus(_pattern(path, expression))
    return told


def _pattern(path: Path, expression: str) -> Told:
    """Return what a regular expression accepts; one that Python does not understand is a problem."""
    try:
        return Told(patterns=(re.compile(expression, re.IGNORECASE),))
    except re.error as error:
        return Told(problems=(f"{path}: {expression} cannot be understood ({error}); ignored",))


def _pyproject(path: Path) -> Told:
    if not re.search(rb"\[\s*tool\s*\.\s*(?:codespell|typos)", path.read_bytes()):
        return Told()
    tool = _table(_toml(path), "tool")
    return _from_codespell(path, _table(tool, "codespell")).plus(_from_typos(path, _table(tool, "typos")))


def _package_json(path: Path) -> Told:
    return _cspell(path) if b'"cspell"' in path.read_bytes() else Told()


def _vale(path: Path) -> Told:
    """Return what the vocabularies of Vale accept; its settings stand before the first section of the file."""
    table = _ini("[vale]\n" + path.read_text(encoding="utf-8-sig"), allow_no_value=True)["vale"]
    styles = _beside(path, table.get("stylespath", "styles"))
    told = Told()
    for name in _strings(table.get("vocab", "")):
        for folder in (styles / "config" / "vocabularies", styles / "Vocab"):
            accepted = folder / name / "accept.txt"
            told = told.plus(_guarded(accepted, _accepted)) if accepted.is_file() else told
    return told


def _accepted(path: Path) -> Told:
    """Return what a vocabulary of Vale accepts: a word a line, or a regular expression."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    entries = [line for line in lines if line and not line.startswith("# ")]
    told = Told.of(entry for entry in entries if re.fullmatch(_PLAIN, entry))
    return told.plus(_patterns(path, (entry for entry in entries if not re.fullmatch(_PLAIN, entry))))


READERS: dict[str, Callable[[Path], Told]] = {
    **{
        f"{dot}{name}": _cspell
        for dot in ("", ".")
        for name in (
            *("cspell.json", "cspell.jsonc", "cspell.yaml", "cspell.yml", "cspell.config.json", "cspell.config.jsonc"),
            *("cspell.config.yaml", "cspell.config.yml"),
        )
    },
    "cSpell.json": _cspell,
    ".config/cspell.json": _cspell,
    ".vscode/cspell.json": _cspell,
    "package.json": _package_json,
    ".vscode/settings.json": _vscode,
    ".codespellrc": _codespell,
    "setup.cfg": _codespell,
    "pyproject.toml": _pyproject,
    **dict.fromkeys(("typos.toml", "_typos.toml", ".typos.toml"), _typos),
    **dict.fromkeys((".vale.ini", "_vale.ini", "vale.ini"), _vale),
}
"""The names of the files, below the folder they speak for, and how each is read."""
