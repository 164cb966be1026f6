"""Settings: one schema for the document's metadata, files and flags.

    ---
    rlfix:
      ignore: [grammar.doubled-word]
      repeated-notes: keep
    ---

A setting that is unknown or of the wrong type never stops a document: it is reported, with what
would be right, and the default holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Settings(NamedTuple):
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
    footnotes: str = "number"
    """In a source: `number` gives every note a number, `keep-names` leaves names, `off` leaves all labels."""
    drop_sections: tuple[str, ...] = ()
    """Headings whose sections are left out of the result."""
    packs: tuple[str, ...] = ()
    """Rule packs for terms: names of ours, paths of files and folders; empty means those of the document's topic."""
    topic: tuple[str, ...] = ()
    """What the document is about (`rl`, `llm`), where its words do not tell."""
    engines: tuple[str, ...] = ()
    """Other checkers to ask for a second opinion, which is only suggested: `harper`."""
    words: tuple[str, ...] = ()
    """Words that are right: names, coinages."""
    words_files: tuple[str, ...] = ()
    """Files of such words, one a line."""
    enabled: bool = True
    """False (`rlfix: false`) passes the document on as it came."""
    folder: Path | None = None
    """Where relative paths start and lists of words are looked for; None is the working directory.

    Nobody sets this one: it is where the document is.
    """

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
    "footnotes": ("number", "keep-names", "off"),
}
"""Settings that take one word of a few, and the words."""


FILE = ".rlfix.yaml"
"""The settings of a folder and all below it."""


class Given(NamedTuple):
    """A setting as somebody gave it."""

    value: Any
    origin: str
    """Who: a file's path, `document`, `RLFIX_VERBOSITY` or `flag`."""


def gather(
    doc: Any, environ: Mapping[str, str], folder: Path | None = None, flags: Mapping[str, Any] | None = None
) -> tuple[dict[str, Given], list[str]]:
    """Return the settings given for `doc` (a `panflute.Doc` or None), by name, and what was wrong, one line each.

    Of several the later wins: the nearest `.rlfix.yaml` in `folder` or above it, the document's
    metadata `rlfix`, the environment (`RLFIX_VERBOSITY`), `flags`.
    """
    given: dict[str, Given] = {}
    in_file, problems = _from_file(folder)
    in_document, more = _from_metadata(doc)
    for origin, values in ((in_file.pop("", FILE), in_file), ("document", in_document)):
        given |= {name: Given(value, origin) for name, value in values.items()}
    if environ.get("RLFIX_VERBOSITY"):
        given["verbosity"] = Given(environ["RLFIX_VERBOSITY"], "RLFIX_VERBOSITY")
    given |= {name: Given(value, "flag") for name, value in (flags or {}).items()}
    return given, problems + more


def _from_file(folder: Path | None) -> tuple[dict[str, Any], list[str]]:
    """Return the settings of the nearest file, under the empty name its path, and what is wrong with it."""
    path = (
        next((above / FILE for above in (folder, *folder.parents) if (above / FILE).is_file()), None)
        if folder
        else None
    )
    if path is None:
        return {}, []
    import yaml  # noqa: PLC0415 -- few need it

    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return {}, [f"{path}: cannot be read ({' '.join(str(error).split())}); ignored"]
    if found is not None and not isinstance(found, dict):
        return {}, [f"{path}: takes a map of settings; ignored"]
    values = {str(name): value for name, value in (found or {}).items()}
    return {"": str(path), **{name: _placed(name, value, path.parent) for name, value in values.items()}}, []


def _placed(name: str, value: Any, folder: Path) -> Any:
    """Return a setting with the paths in it made absolute: those in a settings file start where the file is."""
    if name not in ("packs", "words-files") or not isinstance(value, (list, str)):
        return value
    items = value if isinstance(value, list) else [value]
    return [str(folder / item) if _is_path(item, folder) else item for item in items]


def _is_path(item: Any, folder: Path) -> bool:
    """Tell whether an entry names a file or folder, and not one of our packs."""
    return isinstance(item, str) and (any(mark in item for mark in "/\\.") or (folder / item).exists())


def _from_metadata(doc: Any) -> tuple[dict[str, Any], list[str]]:
    value = doc.metadata.content.dict.get("rlfix") if doc is not None else None
    if value is not None and type(value).__name__ == "MetaMap":
        return {key: _plain(item) for key, item in value.content.dict.items()}, []
    if value is None or isinstance(_plain(value), bool):
        return ({} if value is None else {"enabled": _plain(value)}), []
    return {}, ["metadata `rlfix` takes a map of settings (or false to turn it off); ignored"]


def from_metadata(doc: Any, environ: Mapping[str, str]) -> tuple[Settings, list[str]]:
    """Return the settings of `doc` (a `panflute.Doc`) and `environ` alone, and what was wrong with them."""
    return settled(*gather(doc, environ))


def settled(given: Mapping[str, Given], problems: list[str], folder: Path | None = None) -> tuple[Settings, list[str]]:
    """Return the settings `given` for a document in `folder`, and `problems` with what is wrong with them."""
    settings, wrong = parse({name: one.value for name, one in given.items()})
    if settings.select or settings.ignore:
        from rlfix import explain  # noqa: PLC0415 -- it knows the checks, which know the settings

        wrong += explain.unknown((*settings.select, *settings.ignore), house=bool(settings.packs))
    return settings._replace(folder=folder), problems + wrong


def setting_names() -> list[str]:
    """Return the names of all settings, as they are written."""
    return [name.replace("_", "-") for name in Settings._fields if name != "folder"]


def parse(given: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """Check `given` (setting name to plain value) against the schema; return settings and problems."""
    known = setting_names()
    defaults = Settings()
    accepted: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in given.items():
        if name not in known:
            import difflib  # noqa: PLC0415 -- only for a slip

            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
            problems.append(f"unknown setting `{name}`: {hint}")
            continue
        try:
            field = name.replace("-", "_")
            accepted[field] = _checked(name, value, getattr(defaults, field))
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
    import panflute as pf  # noqa: PLC0415 -- loaded by whoever made the value

    from rlfix.tree import plain_text  # noqa: PLC0415

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
