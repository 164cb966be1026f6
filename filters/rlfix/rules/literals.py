"""What a text must have for a regular expression to match in it, told from the expression itself.

Only what is sure counts: words and characters outside of brackets, choices and everything that may be
missing. It need not be much; it spares most documents the expression.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_parse as parser

_LITERAL = re.compile(r"(?:(?<=\\b)|(?<=[ -])|\A)(?P<word>[A-Za-z][A-Za-z0-9]+)(?=\\b|[ -](?![?*{])|\Z)")
_CLASS = re.compile(r"(?<!\\)\[(?P<inner>\^?\]?(?:[^\]\\]|\\.)*)\](?P<times>[?*{]?)")
_INNERMOST = re.compile(r"(?<!\\)\((?:[^()\\]|\\.)*\)")


def required(regex: str) -> set[str]:
    r"""Return words of which every text that `regex` matches has one; empty where none can be told for sure.

    \bvalue[- ]functions? needs `value`; \b(mujoco|Mu JoCo)\b needs `mujoco` or `mu`.
    """
    flat = _flattened(regex)
    if flat is None:
        return set()
    found = [one["word"].lower() for one in _LITERAL.finditer(flat)]
    return {max(found, key=len)} if found else _alternatives(regex)


_LIST = re.compile(r"(?:\A|(?<=\\b))\((?:\?:)?(?P<list>[^()]*)\)(?:\\b|\(\?!\\w\))")
"""A choice between whole words."""


def _alternatives(regex: str) -> set[str]:
    """Return a word of each branch of the first choice between whole words in `regex`; empty where there is none."""
    found = _LIST.search(regex)
    if not found or regex[: found.start()].count("(") != regex[: found.start()].count(")"):
        return set()
    words = set()
    for branch in found["list"].split("|"):
        literal = [one["word"].lower() for one in _LITERAL.finditer(rf"\b{branch}\b")]
        if not literal:
            return set()
        words.add(max(literal, key=len))
    return words


def _flattened(regex: str) -> str | None:
    """Return `regex` with a NUL for each bracket and class; None where it has a choice or is not simple."""
    flat = _CLASS.sub(
        lambda found: " " if found["inner"] in _BLANK_CLASSES and not found["times"] else "\0" + found["times"], regex
    )
    while _INNERMOST.search(flat):
        flat = _INNERMOST.sub("\0", flat)
    return None if re.search(r"(?<!\\)[()|]", flat) or re.match(r"\(\?[a-zA-Z]*x", regex) else flat


_BLANK_CLASSES = ("- ", " -", "-\\s", "\\s-")


def needle(regex: str) -> str:
    """Return characters that are in every text that `regex` matches, in lower case; empty where none are sure."""
    try:
        parsed = parser.parse(regex)
    except re.error:
        return ""
    return max("".join(_runs(parsed)).split("\0"), key=len).lower()


def _runs(items: Any) -> Iterator[str]:
    """Yield the characters that parsed `items` have for sure one after the other, and NUL where they may not."""
    for operation, value in items:
        name = str(operation)
        if name == "LITERAL" and value < 128:
            yield chr(value)
        elif name == "SUBPATTERN":
            yield from _runs(value[-1])
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0]:
            yield from _runs(value[2])
            yield "\0"
        elif name != "AT":
            yield "\0"


def edge(regex: str, place: int) -> str:
    r"""Return the characters of which what `regex` matches has one first (`place` 0) or last (-1).

    Blanks and hyphens do not count: `\s+(?:on|J)` has `Jo` first. Empty where it may be anything.
    """
    if re.search(r"\(\?[a-zA-Z-]+[:)]", regex):
        return ""
    try:
        found = _edge(parser.parse(regex), place)
    except re.error:
        return ""
    return "" if not found or "" in found else "".join(sorted(found))


def _edge(items: Any, place: int) -> set[str] | None:
    """Return the characters at the edge of parsed `items`, the empty one if they may be missing; None: anything."""
    found: set[str] = set()
    for operation, value in list(items) if place == 0 else reversed(list(items)):
        more = _edge_of(str(operation), value, place)
        if more is None:
            return None
        found |= more - {""}
        if "" not in more:
            return found
    return found | {""}


def _edge_of(operation: str, value: Any, place: int) -> set[str] | None:
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}
    if operation in ("LITERAL", "RANGE", "CATEGORY"):
        return _characters(operation, value)
    if operation == "SUBPATTERN":
        return _edge(value[-1], place)
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        found = _edge(value[2], place)
        return found if found is None or value[0] else found | {""}
    if operation not in ("IN", "BRANCH"):
        return None
    every = [_edge(one, place) for one in (value[1] if operation == "BRANCH" else [[one] for one in value])]
    return None if None in every else set().union(*every)  # type: ignore[arg-type]


def _characters(operation: str, value: Any) -> set[str] | None:
    """Return the characters that an atom stands for, the empty one for a blank or a hyphen; None for too many."""
    if operation == "CATEGORY":
        return {"CATEGORY_SPACE": {""}, "CATEGORY_DIGIT": set("0123456789")}.get(str(value))
    first, last = value if operation == "RANGE" else (value, value)
    if last - first > 100:
        return None
    return {"" if chr(one) == "-" or chr(one).isspace() else chr(one) for one in range(first, last + 1)}
