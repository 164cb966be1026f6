"""Settings: one schema for the document's metadata and, later, files and flags.

    ---
    rlfix:
      ignore: [grammar.doubled-word]
      repeated-notes: keep
    ---

A setting that is unknown or of the wrong type never stops a document: it is reported, with what
would be right, and the default holds.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import panflute as pf

from rlfix.tree import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Settings:
    """What rlfix does and how much it says. Field names are the setting names with `_` for `-`."""

    select: tuple[str, ...] = ()
    """Rules or groups of rules to run (`grammar`, `footnotes.nested`); empty means all."""
    ignore: tuple[str, ...] = ()
    """Rules or groups of rules not to run; stronger than `select`."""
    apply: str = "safe"
    """`safe`: make the safe edits; `all`: the suggestions too; `none`: only report."""
    verbosity: str = "normal"
    """`quiet`: errors only; `normal`: warnings and one summary line; `verbose`: every finding."""
    strict: bool = False
    """Fail the run on an internal error instead of passing the document on unchanged."""
    heading_ids: str = "follow"
    """`follow`: a derived identifier follows its heading's fixed text; `keep`: identifiers stay."""
    repeated_notes: str = "merge"
    """`merge`: a note referred to twice keeps one number and one body; `keep`: as Pandoc prints it."""
    drop_sections: tuple[str, ...] = ()
    """Headings whose sections are left out of the result."""
    enabled: bool = True
    """False (`rlfix: false`) passes the document on as it came."""

    def runs(self, rule: str) -> bool:
        """Tell whether `rule` (`group.name`) is to run."""
        return (not self.select or _listed(rule, self.select)) and not _listed(rule, self.ignore)


def _listed(rule: str, names: tuple[str, ...]) -> bool:
    return any(rule == name or rule.startswith(f"{name}.") for name in names)


CHOICES = {
    "apply": ("safe", "all", "none"),
    "verbosity": ("quiet", "normal", "verbose"),
    "heading-ids": ("follow", "keep"),
    "repeated-notes": ("merge", "keep"),
}
"""Settings that take one word of a few, and the words."""


def from_metadata(doc: Any, environ: Mapping[str, str]) -> tuple[Settings, list[str]]:
    """Read the settings of `doc` (a `panflute.Doc`) and `environ` (`RLFIX_VERBOSITY`).

    Returns the settings and what was wrong with them, one line each. The environment wins over the
    document, so that a build can turn rlfix down or up without touching the post.
    """
    given: dict[str, Any] = {}
    problems: list[str] = []
    value = doc.metadata.content.dict.get("rlfix")
    if isinstance(value, pf.MetaMap):
        given = {key: _plain(item) for key, item in value.content.dict.items()}
    elif value is not None and _plain(value) is False:
        return replace(Settings(), enabled=False), []
    elif value is not None and _plain(value) is not True:
        problems.append("metadata `rlfix` takes a map of settings (or false to turn it off); ignored")
    if environ.get("RLFIX_VERBOSITY"):
        given["verbosity"] = environ["RLFIX_VERBOSITY"]
    settings, wrong = parse(given)
    return settings, problems + wrong


def parse(given: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """Check `given` (setting name to plain value) against the schema; return settings and problems."""
    known = {field.name.replace("_", "-"): field for field in fields(Settings) if field.name != "enabled"}
    accepted: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in given.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
            problems.append(f"unknown setting `{name}`: {hint}")
            continue
        try:
            accepted[known[name].name] = _checked(name, value, getattr(Settings(), known[name].name))
        except ValueError as error:
            problems.append(f"setting `{name}`: {error}; the default holds")
    return Settings(**accepted), problems


def _checked(name: str, value: Any, default: Any) -> Any:
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise ValueError(f"takes true or false, not {value!r}")  # noqa: TRY004 -- a wrong word in a file
        return value
    if isinstance(default, tuple):
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) and item for item in items):
            raise ValueError(f"takes a list of words, not {value!r}")
        return tuple(items)
    if value not in CHOICES[name]:
        raise ValueError(f"takes one of {', '.join(CHOICES[name])}, not {value!r}")
    return value


def _plain(value: Any) -> Any:
    """Return a metadata value as plain Python; formatted text as its words (`true` as written, True as bool)."""
    if isinstance(value, pf.MetaBool):
        return value.boolean
    if isinstance(value, pf.MetaString):
        return value.text
    if isinstance(value, pf.MetaList):
        return [_plain(item) for item in value.content.list]
    if isinstance(value, pf.MetaMap):
        return {key: _plain(item) for key, item in value.content.dict.items()}
    if isinstance(value, (pf.MetaInlines, pf.MetaBlocks)):
        return plain_text(value.content.list)
    return value
