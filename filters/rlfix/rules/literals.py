"""What a text must have for a regular expression to match in it, told from the expression itself.

Only what is sure counts: words and characters outside of brackets, choices and everything that may be
missing. It need not be much; it spares most documents the expression.
"""

from __future__ import annotations

import re

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
    flat = _flattened(regex)
    if flat is None:
        return ""
    run, runs = "", []
    for found in _ATOM.finditer(flat):
        literal = _literal(found["atom"])
        if not literal or found["times"] not in ("", "+"):
            runs.append(run)
            run = ""
            continue
        run += literal
        if found["times"]:
            runs.append(run)
            run = ""
    return max([*runs, run], key=len).lower()


_ATOM = re.compile(r"(?P<atom>\\.|[^\\])(?P<times>[?*+]|\{\d*,?\d*\}|)", re.DOTALL)


def _literal(atom: str) -> str:
    """Return the character that an atom of a regex stands for; empty where it may be any of some."""
    if atom[0] == "\\":
        return "" if atom[1].isalnum() else atom[1]
    return "" if atom in ".^$\0" or not atom.isascii() else atom
