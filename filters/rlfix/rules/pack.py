"""What a pack file says, checked: `read` turns its words into a `Pack`, or tells what is wrong and where.

Every complaint is one line: `house.yaml:12: rule x: why is missing`. All of them are collected, so
that an author mends a pack in one go; a pack with one is not used.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from rlfix.rules.model import (
    CONDITIONS,
    FLAG_CONDITIONS,
    INFLECTIONS,
    KINDS,
    PACK_KEYS,
    RULE_KEYS,
    SAFETIES,
    SPEC_KEYS,
    TOPIC_KEYS,
    Condition,
    Definitions,
    Pack,
    PackError,
    Rule,
    Spec,
    regex_of,
)
from rlfix.rules.phrase import PhraseError, conjuncts, is_regex, parse, sequences
from rlfix.rules.source import Map, SourceError
from rlfix.rules.source import read as read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TRUTH = {"true": True, "yes": True, "false": False, "no": False}
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")


def read(string: str, path: str, name: str) -> tuple[Pack | None, list[str]]:
    """Return the pack in `string`, called `name` unless it says another, or None; and what is wrong, a line each."""
    try:
        data = read_yaml(string)
    except SourceError as error:
        return None, [f"{path}:{error.line}: {error}"]
    reader = _Reader(path)
    pack = reader.pack(data, name)
    return (None if reader.problems else pack), reader.problems


class _Reader:
    """Reads the parts of one pack and collects what is wrong."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[str] = []
        self.source = ""

    def attempt(self, work: Callable[[], Any], about: str, default: Any) -> Any:
        """Return `work()`; where it raises PackError, note that and return `default`."""
        try:
            return work()
        except PackError as error:
            self.problems.append(f"{self.path}:{error.line}: {about}{error}")
            return default

    def pack(self, data: Any, name: str) -> Pack | None:
        if isinstance(data, list):
            data, rules = Map(1), data
            data["rules"] = rules
            data.lines["rules"] = 1
        return self.attempt(lambda: self._pack(data, name), "", None)  # type: ignore[no-any-return]

    def _pack(self, data: Any, name: str) -> Pack:
        if not isinstance(data, Map) or not data.get("rules"):
            raise PackError(1, "a pack is a list of rules, or a map with `rules:`")
        _known(data, PACK_KEYS)
        self.source = _words(data, "source")
        topic = data.get("topic") or Map(data.line)
        if not isinstance(topic, Map):
            raise PackError(data.lines["topic"], "topic takes a map of sure, hints and hints-needed")
        _known(topic, TOPIC_KEYS)
        name = _words(data, "pack") or name
        if not _NAME.fullmatch(name):
            raise PackError(data.line, f"pack takes a name of letters, digits and hyphens, not `{name}`")
        define = self.attempt(lambda: self.defined(data), "", Definitions())
        return Pack(
            name,
            self.path,
            self.rules(data, define),
            _words(data, "about"),
            _phrases(topic, "sure", define),
            _phrases(topic, "hints", define),
            _number(topic, "hints-needed", 3) if "hints" in topic else 0,
            define.phrases,
        )

    def defined(self, data: Map) -> Definitions:
        define = _defined(data)
        for name in (*define.phrases,):
            for pattern in (*define.phrases[name], *define.regexes[name]):
                line = data["define"].lines[name]
                self.attempt(lambda: _prove(pattern, define, line, f"define {name}"), "", None)  # noqa: B023 -- called at once
        return define

    def rules(self, data: Map, define: Definitions) -> tuple[Rule, ...]:
        if not isinstance(data["rules"], list):
            raise PackError(data.lines["rules"], "rules takes a list")
        seen: set[str] = set()
        found = []
        for number, item in enumerate(data["rules"], 1):
            name = item.get("id") if isinstance(item, Map) else None
            about = f"rule {name or number}: "
            rule = self.attempt(lambda item=item: self.rule(item, define, data.line), about, None)  # type: ignore[misc]
            if rule and rule.id in seen:
                self.problems.append(f"{self.path}:{rule.line}: {about}another rule has this id")
            if rule:
                seen.add(rule.id)
                found.append(rule)
        return tuple(found)

    def rule(self, item: Any, define: Definitions, line: int) -> Rule:
        """Return one rule. Raises PackError with what is wrong first."""
        if not isinstance(item, Map):
            raise PackError(line, f"a rule is a map with {', '.join(RULE_KEYS[:4])} ..., not `{_short(item)}`")
        _known(item, RULE_KEYS)
        for key in ("id", "from", "to", "why"):
            if not item.get(key):
                raise PackError(item.line, f"{key} is missing")
        name = _words(item, "id")
        if not _NAME.fullmatch(name):
            raise PackError(item.lines["id"], f"id takes a name of letters, digits and hyphens, not `{name}`")
        source = _words(item, "source") or self.source
        if not source:
            raise PackError(item.line, "source is missing, here or for the whole pack")
        rule = Rule(
            name,
            item.line,
            _phrases(item, "from", define),
            tuple(_list(item, "to")),
            _words(item, "why"),
            source,
            _one_of(item, "safety", SAFETIES),
            _one_of(item, "inflect", INFLECTIONS, "noun"),
            tuple(tuple(group) for group in _groups(item, "when", define)),
            tuple(condition for group in _groups(item, "unless", define) for condition in group),
            tuple(_specs(item)),
        )
        _check_groups(rule, item)
        return rule


def _check_groups(rule: Rule, item: Map) -> None:
    """Raise PackError where `to` refers to a bracket that `from` has not."""
    wanted = {int(number) for to in rule.tos for number in re.findall(r"\\(\d+)", to)}
    for pattern in rule.froms:
        has = re.compile(regex_of(pattern)).groups if is_regex(pattern) else min(1, pattern.count("("))
        if wanted and max(wanted) > has:
            raise PackError(item.lines["to"], f"`\\{max(wanted)}` in to, but `{pattern}` has no such bracket")


def _known(data: Map, keys: tuple[str, ...]) -> None:
    for key in data:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(keys)}"
            raise PackError(data.lines[key], f"unknown key `{key}`: {hint}")


def _words(data: Map, key: str) -> str:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise PackError(data.lines[key], f"{key} takes words")
    return " ".join((value or "").split())


def _number(data: Map, key: str, default: int) -> int:
    value = data.get(key, str(default))
    if not isinstance(value, str) or not value.isdecimal() or value == "0":
        raise PackError(data.lines[key], f"{key} takes a number from 1, not `{_short(value)}`")
    return int(value)


def _one_of(data: Map, key: str, choices: tuple[str, ...], default: str = "") -> str:
    value = data.get(key, default or choices[0])
    if value not in choices:
        raise PackError(data.lines[key], f"{key} takes one of {', '.join(choices)}, not `{_short(value)}`")
    return str(value)


def _list(data: Map, key: str) -> list[str]:
    value = data.get(key)
    items = value if isinstance(value, list) else [value] if value is not None else []
    if not all(isinstance(item, str) and item.strip() for item in items):
        raise PackError(data.lines[key], f"{key} takes words or a list of them")
    return [" ".join(item.replace("’", "'").split()) for item in items]


def _phrases(data: Map, key: str, define: Definitions) -> tuple[str, ...]:
    """Return the patterns under `key`, each of which can be read; `{name}` that stands alone is written out."""
    patterns = [one for item in _list(data, key) for one in _spread(item, define)]
    for pattern in patterns:
        _prove(pattern, define, data.lines[key], key)
    return tuple(patterns)


def _spread(pattern: str, define: Definitions) -> Iterable[str]:
    """Return what a `{name}` alone stands for, which may be regexes, and any other pattern as it is."""
    name = pattern[1:-1]
    if not (pattern[:1] == "{" and pattern[-1:] == "}" and name in define.phrases):
        return [pattern]
    return [*define.regexes[name], *([pattern] if define.phrases[name] else [])]


def _prove(pattern: str, define: Definitions, line: int, key: str) -> None:
    if is_regex(pattern):
        try:
            re.compile(regex_of(pattern))
        except (re.error, OverflowError, RecursionError) as error:
            raise PackError(line, f"{key}: bad regex `{pattern}`: {error}") from error
        return
    try:
        for part in [pattern] if key in ("from", "sure", "hints") else conjuncts(pattern):
            parse(part, define.phrases)
            if key == "from" and not all(_has_word(one.elements) for one in sequences(part, define.phrases)):
                raise PackError(line, f"from: `{pattern}` could match without any of its words")
            if key == "from" and any(one.elements[0].gap for one in sequences(part, define.phrases)):
                raise PackError(line, f"from: `{pattern}` starts with punctuation, which takes a regex: `re:...`")
    except PhraseError as error:
        raise PackError(line, f"{key}: {error}") from error


def _has_word(elements: Iterable[Any]) -> bool:
    return any(element.words for element in elements)


def _defined(data: Map) -> Definitions:
    value = data.get("define")
    if value is None:
        return Definitions()
    if not isinstance(value, Map):
        raise PackError(data.lines["define"], "define takes a map of names and phrases")
    lists = {name: _list(value, name) for name in value}
    return Definitions(
        {name: [one for one in given if not is_regex(one)] for name, given in lists.items()},
        {name: [one for one in given if is_regex(one)] for name, given in lists.items()},
    )


def _groups(data: Map, key: str, define: Definitions) -> Iterator[list[Condition]]:
    """Yield the maps of conditions under `key`."""
    value = data.get(key)
    for group in value if isinstance(value, list) else [value] if value is not None else []:
        if not isinstance(group, Map) or not group:
            raise PackError(data.lines[key], f"{key} takes a map of conditions, or a list of maps")
        _known(group, CONDITIONS)
        yield [_condition(group, name, define) for name in group]


def _condition(group: Map, key: str, define: Definitions) -> Condition:
    if key in FLAG_CONDITIONS:
        if group[key] not in _TRUTH:
            raise PackError(group.lines[key], f"{key} takes true or false, not `{_short(group[key])}`")
        return Condition(key, flag=_TRUTH[group[key]])
    if key == "kind":
        kinds = _list(group, key)
        for kind in kinds:
            if kind not in KINDS:
                raise PackError(group.lines[key], f"kind takes some of {', '.join(KINDS)}, not `{kind}`")
        return Condition(key, tuple(kinds))
    phrases = _phrases(group, key, define)
    if key in ("before", "after") and any("&" in one and not is_regex(one) for one in phrases):
        raise PackError(group.lines[key], f"{key} takes no `&`: two phrases cannot both stand there")
    if not phrases:
        raise PackError(group.lines[key], f"{key} takes a phrase or a list of them")
    return Condition(key, phrases)


def _specs(item: Map) -> Iterator[Spec]:
    """Yield the specs of a rule. Raises PackError unless they show both what it mends and what it leaves."""
    value = item.get("specs")
    if not isinstance(value, list):
        raise PackError(item.line, "specs are missing: at least one from/to and one keep")
    kinds = set()
    for spec in value:
        if not isinstance(spec, Map):
            raise PackError(item.lines["specs"], "a spec is a map: {from: ..., to: ...} or {keep: ...}")
        _known(spec, SPEC_KEYS)
        kinds.add("keep" in spec)
        yield _spec(spec)
    if kinds != {True, False}:
        missing = "no keep, which shows" if True not in kinds else "no from and to, which show"
        raise PackError(item.lines["specs"], f"specs have {missing} what the rule {_DOES[True not in kinds]}")


_DOES = {True: "leaves alone", False: "mends"}


def _spec(spec: Map) -> Spec:
    section, previous = _words(spec, "section"), _words(spec, "previous")
    if "keep" in spec:
        if {"from", "to", "suggest"} & spec.keys():
            raise PackError(spec.line, "a spec with keep takes no from, to or suggest")
        keep = _words(spec, "keep")
        return Spec(spec.line, keep, keep, section=section, previous=previous)
    if "from" not in spec or ("to" in spec) == ("suggest" in spec):
        raise PackError(spec.line, "a spec takes keep, or from and one of to and suggest")
    key = "to" if "to" in spec else "suggest"
    return Spec(spec.line, _words(spec, "from"), _words(spec, key), key == "suggest", section, previous)


def _short(value: Any) -> str:
    shown = " ".join(str(value).split())
    return shown if len(shown) <= 40 else shown[:39] + "…"
