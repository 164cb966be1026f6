"""What a pack is, as its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

PACK_KEYS = ("pack", "about", "source", "topic", "define", "rules")
TOPIC_KEYS = ("sure", "hints", "hints-needed")
RULE_KEYS = ("id", "from", "to", "why", "source", "safety", "inflect", "when", "unless", "specs")
SPEC_KEYS = ("from", "to", "suggest", "keep", "section", "previous")
PHRASE_CONDITIONS = ("section", "before", "after", "clause", "near", "around", "document")
SENTENCE = ("clause", "near")
"""Conditions that look at nothing but the sentence."""
FLAG_CONDITIONS = ("start", "quoted")
CONDITIONS = (*PHRASE_CONDITIONS, *FLAG_CONDITIONS, "kind")
KINDS = ("para", "header", "item", "definition", "term", "cell", "caption", "alt", "line", "note", "meta")
SAFETIES = ("safe", "suggest")
INFLECTIONS = ("noun", "verb", "none")


class PackError(ValueError):
    """Something a pack may not say; the message is one line without file and line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Definitions(NamedTuple):
    """What `define` names."""

    phrases: Mapping[str, list[str]] = MappingProxyType({})
    regexes: Mapping[str, list[str]] = MappingProxyType({})
    """The regexes among them, which can only stand alone."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One key of `when` or `unless`."""

    key: str
    phrases: tuple[str, ...] = ()
    """What may stand there (or the kinds of block, for `kind`)."""
    flag: bool = True
    """For `start` and `quoted`: what it must be."""


@dataclass(frozen=True, slots=True)
class Spec:
    """An example that proves a rule."""

    line: int
    text: str
    """What is proofread."""
    to: str
    """What has to come out; equal to `text` for what is left alone."""
    suggested: bool = False
    """True where the change is only suggested."""
    section: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its author wrote it."""

    id: str
    line: int
    froms: tuple[str, ...]
    tos: tuple[str, ...]
    why: str
    source: str
    safety: str = "safe"
    inflect: str = "noun"
    when: tuple[tuple[Condition, ...], ...] = ()
    """Of these one must hold, with all its conditions; none at all always hold."""
    unless: tuple[Condition, ...] = ()
    """None of these may hold."""
    specs: tuple[Spec, ...] = ()
    cased: bool | None = None
    """Whether the case of `froms` matters; None where capitals in them decide."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack as its author wrote it."""

    name: str
    path: str
    """Shown in complaints."""
    rules: tuple[Rule, ...]
    about: str = ""
    sure: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    needed: int = 0
    """How many different hints do without a sure sign; 0 where they never do."""
    define: Mapping[str, list[str]] = field(default_factory=dict)
    """The phrases that `{name}` stands for, without regexes, which cannot be part of a phrase."""
    foreign: bool = False
    """True for another tool's list, whose rules bring no specs and no reasons."""


def regex_of(pattern: str) -> str:
    """Return the regular expression that `pattern` writes."""
    return pattern.removeprefix("re:").strip() if pattern.startswith("re:") else pattern
