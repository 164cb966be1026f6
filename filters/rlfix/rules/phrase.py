"""The phrase language of rule packs.

    (give|hand out)? the =reward ** #

`parse` reads a phrase into a tree of words, marks, rows and choices. What a rule looks for in a text
(`from`) is multiplied out into `sequences` of a fixed number of words, which are found fast; what its
conditions look for stays a tree, because it may be rich and is asked for only around a match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from rlfix.rules.view import EXACTLY, UP_TO

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_SEQUENCES = 4000
"""Sequences that one phrase of `from` may come to; more is a slip (`** ** **`) and would cost memory."""
_DEEPEST = 8
"""How deep defined phrases may stand in one another."""


class PhraseError(ValueError):
    """A phrase that cannot be read; the message is one line."""


@dataclass(frozen=True, slots=True)
class Words:
    """Any of some words."""

    words: tuple[str, ...]
    """As the phrase writes them."""
    exact: bool = False
    """True for `=word`: no other form of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Instead of a word: `*` one, `**` up to four, `#` a number, `@` no prose, `` `name `` a code span with that."""

    name: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A punctuation mark."""

    mark: str


@dataclass(frozen=True, slots=True)
class Row:
    """Parts one after the other; none at all for what may be missing."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some rows."""

    branches: tuple[Node, ...]
    first: bool = False
    """True for the first round bracket of a phrase, which `\\1` means."""


Node = Words | Mark | Stop | Row | Choice


class Element(NamedTuple):
    """One word of a sequence."""

    gap: str = ""
    """What stands between the word before and this one: empty for a blank or a hyphen, else `,` or `-` and the like."""
    words: tuple[str, ...] = ()
    mark: str = ""
    exact: bool = False


class Sequence(NamedTuple):
    """Words in a row; a phrase comes to one or more of these."""

    elements: tuple[Element, ...] = ()
    tail: str = ""
    """Punctuation after the last word."""
    group: tuple[int, int] | None = None
    """The elements that the first round bracket of the phrase came to."""


def is_regex(pattern: str) -> bool:
    """Tell whether a pattern is meant as a regular expression and not as a phrase."""
    return pattern.startswith("re:") or _REGEX.search(pattern) is not None


_REGEX = re.compile(r"[\\\[\]^$]|\.[*+]")


def conjuncts(phrase: str) -> list[str]:
    """Return the phrases of `a & b`."""
    return [part.strip() for part in phrase.split("&")] if "&" in phrase else [phrase]


def parse(phrase: str, define: Mapping[str, list[str]] | None = None, depth: int = 0) -> Node:
    """Return the tree of `phrase`; `define` holds the phrases that `{name}` stands for. Raises PhraseError."""
    parser = _Parser(phrase, define or {}, depth)
    found = parser.choice()
    if parser.rest:
        raise PhraseError(f"`{parser.rest[0]}` is not expected in `{phrase}`")
    if found == Row():
        raise PhraseError(f"no words in `{phrase}`")
    return found


_PART = re.compile(r"\s*(?:(?P<bracket>\((?=\s))|(?P<part>`[^`]+`|\{[\w-]+\}|\*\*|=?[^\W_](?:[\w']*\w)?|\S))")
_WORD = re.compile(r"=?[^\W_][\w']*")


def _part(found: re.Match[str]) -> str:
    """Return one part of a phrase; an opening bracket with a blank after it is the text's, written `'(`."""
    return found["part"] or "'("


class _Parser:
    """Reads one phrase from left to right; `rest` are the parts still to be read."""

    def __init__(self, phrase: str, define: Mapping[str, list[str]], depth: int) -> None:
        self.phrase = phrase
        self.define = define
        self.depth = depth
        self.rest = [_part(found) for found in _PART.finditer(phrase.strip().replace("’", "'"))]
        self.open = 0
        """How many brackets are open; a closing one beyond is the text's."""
        self.grouped = depth > 0
        """True once the bracket that `\\1` means is open; brackets of defined phrases do not count."""

    def choice(self) -> Node:
        """Read `a|b|c`."""
        branches = [self.row()]
        while self.rest and self.rest[0] == "|":
            self.rest.pop(0)
            branches.append(self.row())
        return _chosen(branches)

    def row(self) -> Node:
        """Read items in a row."""
        parts: list[Node] = []
        while self.rest and self.rest[0] not in (("|", ")") if self.open else ("|",)):
            parts.append(self.item())
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def item(self) -> Node:
        """Read one atom and the `?` that may follow it."""
        found = self.atom()
        if not (self.rest and self.rest[0] == "?"):
            return found
        self.rest.pop(0)
        if isinstance(found, Choice):
            return Choice((*found.branches, Row()), found.first)
        return Choice((found, Row()))

    def atom(self) -> Node:  # noqa: PLR0911 -- one for each kind of part
        part = self.rest.pop(0)
        if part == "(":
            return self.bracket()
        if part in ("*", "**", "#", "@"):
            return Mark(part)
        if part.startswith("`") and len(part) > 1:
            return Mark(part.removesuffix("`"))
        if part.startswith("{") and len(part) > 1:
            return self.defined(part[1:-1])
        if _WORD.fullmatch(part):
            return Words((part.lstrip("="),), part.startswith("="))
        if part == "'(":
            return Stop("(")
        if part in "?{}`_":
            raise PhraseError(f"`{part}` is not expected in `{self.phrase}`")
        return Stop(part)

    def bracket(self) -> Node:
        first = not self.grouped
        self.grouped = True
        self.open += 1
        found = self.choice()
        self.open -= 1
        if not self.rest:
            raise PhraseError(
                f"a bracket is not closed in `{self.phrase}` (one that the text has is written with a blank after it)"
            )
        self.rest.pop(0)
        if first:
            return Choice(found.branches if isinstance(found, Choice) else (found,), first=True)
        return found

    def defined(self, name: str) -> Node:
        if name not in self.define:
            raise PhraseError(f"`{{{name}}}` is not defined in the pack")
        if self.depth == _DEEPEST:
            raise PhraseError(f"`{{{name}}}` is defined by itself")
        return _chosen([parse(phrase, self.define, self.depth + 1) for phrase in self.define[name]])


def _chosen(branches: list[Node]) -> Node:
    """Return a choice of `branches`, the single words among them put together."""
    flat = [
        one
        for branch in branches
        for one in (branch.branches if isinstance(branch, Choice) and not branch.first else (branch,))
    ]
    words: dict[bool, list[str]] = {}
    for branch in flat:
        if isinstance(branch, Words):
            words.setdefault(branch.exact, []).extend(branch.words)
    single: list[Node] = [Words(tuple(dict.fromkeys(group)), exact) for exact, group in words.items()]
    rest = [branch for branch in dict.fromkeys(flat) if not isinstance(branch, Words)]
    found = (*single, *rest)
    return found[0] if len(found) == 1 else Choice(found)


def sequences(phrase: str, define: Mapping[str, list[str]] | None = None) -> list[Sequence]:
    """Return the sequences of words that `phrase` comes to. Raises PhraseError."""
    return expanded(parse(phrase, define), phrase)


def expanded(node: Node, phrase: str) -> list[Sequence]:
    """Return the sequences of words that `node`, the tree of `phrase`, comes to. Raises PhraseError."""
    if isinstance(node, Words):
        return [Sequence((Element(words=node.words, exact=node.exact),))]
    if isinstance(node, Stop):
        return [Sequence(tail=node.mark)]
    if isinstance(node, Mark):
        return _marked(node.name)
    found: list[Sequence] = [Sequence()] if isinstance(node, Row) else []
    for part in node.parts if isinstance(node, Row) else node.branches:
        more = expanded(part, phrase)
        found = [_joined(*pair) for pair in product(found, more)] if isinstance(node, Row) else [*found, *more]
        if len(found) > MOST_SEQUENCES:
            raise PhraseError(f"`{phrase}` comes to more than {MOST_SEQUENCES} word sequences")
    if isinstance(node, Choice) and node.first:
        return [sequence._replace(group=(0, len(sequence.elements))) for sequence in found]
    return found


def _marked(name: str) -> list[Sequence]:
    if name == "**":
        return [Sequence((Element(mark="*"),) * number) for number in range(UP_TO + 1)]
    if name == "#":
        number = Element(mark="#")
        fractions = [Element(gap=f"{EXACTLY}{point}", mark="#") for point in ".,"]
        return [Sequence((number,)), *(Sequence((number, fraction)) for fraction in fractions)]
    return [Sequence((Element(mark=name),))]


def _joined(one: Sequence, other: Sequence) -> Sequence:
    """Return `one` followed by `other`; punctuation between them stands in the gap of the first word of `other`."""
    group = one.group
    if other.group and not group:
        group = (other.group[0] + len(one.elements), other.group[1] + len(one.elements))
    if not other.elements:
        return Sequence(one.elements, one.tail + other.tail, group)
    first = other.elements[0]._replace(gap=one.tail + other.elements[0].gap)
    return Sequence((*one.elements, first, *other.elements[1:]), other.tail, group)
