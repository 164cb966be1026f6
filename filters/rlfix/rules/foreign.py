"""Other tools' lists of terms, read as packs: Vale's styles and vocabularies, prh's rules, textlint's terminology.

    extends: substitution          Vale: one file, a folder of them, or a vocabulary (accept.txt, reject.txt)
    rules: [{expected: ...}]       prh: patterns, specs, imports
    ["JavaScript", ["a", "b"]]     textlint-rule-terminology: JSON, a list or {"terms": [...]}

Their rules bring no reasons; the name of the file stands for one. What cannot be taken over is told.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from rlfix.rules.model import Pack, Rule, Spec
from rlfix.rules.source import Map, SourceError
from rlfix.rules.source import read as read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_DEEPEST = 10
"""How far prh files may import one another."""


class Foreign:
    """What was found in a file or folder of another tool: a pack, and what is wrong, a line each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rules: list[Rule] = []
        self.problems: list[str] = []

    @property
    def pack(self) -> Pack:
        """The rules as a pack, called after its file."""
        name = re.sub(r"[^\w-]+", "-", self.path.stem).strip("-_") or "terms"
        return Pack(name, str(self.path), tuple(self.rules), foreign=True)

    def complain(self, line: int, message: str, path: Path | None = None) -> None:
        """Note what is wrong in `line` of the file, or of `path`."""
        self.problems.append(f"{path or self.path}:{line}: {message}")

    def add(self, line: int, pattern: str, to: str, why: str, **more: Any) -> None:
        """Add a rule; a pattern that cannot be compiled is told about."""
        try:
            re.compile(pattern.removeprefix("re:"))
        except (re.error, OverflowError, RecursionError) as error:
            self.complain(line, f"bad regex `{pattern.removeprefix('re:')}`: {error}; not used")
            return
        name = re.sub(r"[^a-z0-9]+", "-", to.lower()).strip("-") or "term"
        taken = sum(rule.id == name or rule.id.startswith(f"{name}--") for rule in self.rules)
        name = f"{name}--{taken + 1}" if taken else name
        self.rules.append(
            Rule(name, line, (pattern,), tuple(to.split("|")), why, self.path.name, inflect="none", **more)
        )


def read(path: Path, string: str) -> Foreign | None:
    """Return what the file `path`, which holds `string`, says; None where it is no other tool's.

    Raises SourceError where it is neither YAML nor JSON.
    """
    found = Foreign(path)
    if path.name in ("accept.txt", "reject.txt"):
        _vocabulary(found, string, accepted=path.name == "accept.txt")
        return found
    data = json_data(string) if path.suffix == ".json" else read_yaml(string)
    if isinstance(data, Map) and "extends" in data:
        _vale(found, data)
    elif _is_prh(data):
        _prh(found, data, path, 0)
    elif _is_terminology(data):
        _terminology(found, data["terms"] if isinstance(data, dict) else data)
    else:
        return None
    return found


def json_data(string: str) -> Any:
    """Return the JSON in `string`. Raises SourceError."""
    try:
        return json.loads(string)
    except json.JSONDecodeError as error:
        raise SourceError(error.lineno, f"is no JSON: {error.msg}") from error


def _is_prh(data: Any) -> bool:
    if not isinstance(data, Map):
        return False
    rules = data.get("rules")
    listed = isinstance(rules, list) and any(
        isinstance(rule, str) or (isinstance(rule, Map) and {"expected", "pattern", "patterns"} & rule.keys())
        for rule in rules
    )
    return listed or ("imports" in data and not rules) or ("version" in data and "rules" in data)


def _is_terminology(data: Any) -> bool:
    terms = data.get("terms") if isinstance(data, dict) else data
    return isinstance(terms, list) and all(
        isinstance(term, str) or (isinstance(term, list) and len(term) == 2) for term in terms
    )


def _truth(data: Map, key: str) -> bool:
    return str(data.get(key) or "false").lower() in ("true", "yes", "on")


# Vale


def _vale(found: Foreign, data: Map) -> None:
    """Take over a style that extends `substitution`; other kinds of style look at other things than terms."""
    if data["extends"] != "substitution":
        found.complain(data.lines["extends"], f"extends {data['extends']}: only substitution is a list of terms")
        return
    swap = data.get("swap")
    if not isinstance(swap, Map):
        found.complain(data.line, "swap is missing: a map of what is found and what is written")
        return
    safety = (
        "safe" if (data.get("action") or {}).get("name") == "replace" or data.get("level") == "error" else "suggest"
    )
    for pattern, to in swap.items():
        if not isinstance(to, str) or not to:
            found.complain(swap.lines[pattern], f"`{pattern}` has nothing to write; not used")
            continue
        why = _message(data, pattern, to)
        regex = pattern if _truth(data, "nonword") else rf"\b(?:{pattern})\b"
        found.add(swap.lines[pattern], f"re:{regex}", to, why, safety=safety, cased=not _truth(data, "ignorecase"))


def _message(data: Map, pattern: str, to: str) -> str:
    """Return the message of a style with its `%s` filled in, in Vale's order: what to write, what was found."""
    message = str(data.get("message") or f"Use `{to}`.")
    for word in (to.replace("|", "` or `"), pattern):
        message = message.replace("%s", word, 1)
    return " ".join(message.split())


def _vocabulary(found: Foreign, string: str, *, accepted: bool) -> None:
    """Take over a vocabulary: an accepted word is written as it stands there. Rejected words say nothing to write."""
    if not accepted:
        return
    for number, line in enumerate(string.splitlines(), 1):
        word = line.strip()
        if not word or word.startswith("#") or word == word.lower() or not re.fullmatch(r"[\w .+-]+", word):
            continue  # a regex, or a word in lower case, which a sentence's start may change
        if len(word) > 2:
            why = f"The vocabulary writes it “{word}”."
            found.add(number, rf"re:\b{re.escape(word)}\b", word, why, safety="suggest", cased=False)


# prh


def _prh(found: Foreign, data: Map, path: Path, depth: int) -> None:
    """Take over a file of prh's and those that it imports."""
    for imported in _imports(data):
        other = path.parent / imported
        if depth == _DEEPEST:
            found.complain(data.line, "imports itself", path)
            return
        try:
            more = read_yaml(other.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            found.complain(data.lines["imports"], f"imports {imported}, which cannot be read ({error})", path)
            continue
        except SourceError as error:
            found.complain(error.line, str(error), other)
            continue
        if isinstance(more, Map):
            _prh(found, more, other, depth + 1)
    for rule in data.get("rules") or []:
        _prh_rule(found, Map(data.line) | {"expected": rule} if isinstance(rule, str) else rule)


def _imports(data: Map) -> Iterator[str]:
    given = data.get("imports") or []
    for one in given if isinstance(given, list) else [given]:
        path = one.get("path") if isinstance(one, Map) else one
        if isinstance(path, str):
            yield path


def _prh_rule(found: Foreign, rule: Any) -> None:
    if not isinstance(rule, dict) or not isinstance(rule.get("expected"), str):
        found.complain(getattr(rule, "line", 1), "a rule without expected; not used")
        return
    to = rule["expected"]
    line = getattr(rule, "line", 1)
    options = rule.get("options")
    given = rule.get("patterns") or rule.get("pattern") or to
    patterns = given if isinstance(given, list) else [given]
    empty = rule.get("regexpMustEmpty")
    why = " ".join((rule.get("prh") or f"The list says “{to}”.").split())
    specs = tuple(_prh_specs(rule))
    for number, pattern in enumerate(patterns):
        regex, cased = _prh_regex(pattern, to, boundary=isinstance(options, Map) and _truth(options, "wordBoundary"))
        if empty:
            regex = _must_be_empty(regex, str(empty))
        found.add(line, f"re:{regex}", _prh_to(to), why, cased=cased, specs=specs if number == 0 else ())


def _prh_regex(pattern: str, to: str, *, boundary: bool) -> tuple[str, bool]:
    """Return the regex of a pattern, and whether its case matters: `/.../i` tells, words are looked for in any case."""
    slashed = re.fullmatch(r"/(?P<regex>.*)/(?P<flags>[a-z]*)", pattern, re.DOTALL)
    regex, cased = (slashed["regex"], "i" not in slashed["flags"]) if slashed else (re.escape(pattern), pattern != to)
    regex = re.sub(r"(?<!\\)\$(?=\d)", r"\\$", regex) if slashed is None else regex
    return (rf"\b(?:{regex})\b" if boundary else regex), cased


def _must_be_empty(regex: str, group: str) -> str:
    """Return `regex` matching only where its group `$1` has nothing in it."""
    number = group.lstrip("$")
    return f"{regex}(?({number})(?!))" if number.isdecimal() else regex


def _prh_to(to: str) -> str:
    return re.sub(r"\$(\d)", r"\\\1", to.replace("\\", "\\\\"))


def _prh_specs(rule: dict[str, Any]) -> Iterator[Spec]:
    for spec in rule.get("specs") or []:
        if isinstance(spec, Map) and isinstance(spec.get("from"), str) and isinstance(spec.get("to"), str):
            yield Spec(spec.line, spec["from"], spec["to"])


# textlint


def _terminology(found: Foreign, terms: Iterable[Any]) -> None:
    """Take over a list of terms: each a word as it is written, or what is found and what to write."""
    for number, term in enumerate(terms, 1):
        given, to = (term, term) if isinstance(term, str) else term
        patterns = given if isinstance(given, list) else [given]
        for pattern in patterns:
            if not isinstance(pattern, str) or not isinstance(to, str) or not to:
                found.complain(number, f"term {number} is not words; not used")
                continue
            regex = re.escape(pattern) if pattern == to else re.sub(r"(?<!\\)\$(\d)", r"\\\1", pattern)
            why = f"The list says “{to}”."
            found.add(number, rf"re:(?<![\w-]){_whole(regex)}(?![\w-])", _prh_to(to), why, cased=False)


def _whole(regex: str) -> str:
    return regex if re.search(r"\\b|\(\?[<!=]", regex) else f"(?:{regex})"


def folder(path: Path) -> list[Path]:
    """Return the files of a folder that may be lists of terms: packs, a style's files, a vocabulary."""
    return sorted(one for one in path.iterdir() if one.suffix in (".yml", ".yaml", ".json") or one.name == "accept.txt")
