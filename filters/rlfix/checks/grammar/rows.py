"""Rows of words: what the rules that know a wrong turn of words share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rlfix.checks.grammar.rule import Fix
from rlfix.checks.grammar.view import recased
from rlfix.edit import Safety

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rlfix.checks.grammar.view import View

_BEFORE_NAMES = frozenset("-'/\\.@#$_&=+~%")
_AFTER_NAMES = frozenset("-/\\@_&=+~([{<")
_INSIDE_NAMES = frozenset(".:'")


class Row(NamedTuple):
    """A row of words and what to write instead."""

    words: tuple[str, ...]
    new: str
    trigger: int
    """Which of its words is looked for: the longest, which is the rarest."""


def by_trigger(table: Mapping[str, str]) -> dict[str, list[Row]]:
    """Return the rows of `table` (old to new) by the word that is looked for, the longest rows first."""
    found: dict[str, list[Row]] = {}
    for old in sorted(table, key=len, reverse=True):
        words = tuple(old.split())
        trigger = max(range(len(words)), key=lambda number: len(words[number]))
        found.setdefault(words[trigger], []).append(Row(words, table[old], trigger))
    return found


def row_at(view: View, at: int, rows: list[Row]) -> tuple[int, Row] | None:
    """Return which of `rows` has token `at` as its trigger, and where it starts."""
    for row in rows:
        first = at - row.trigger
        last = first + len(row.words) - 1
        if first >= 0 and tuple(view.words[first : last + 1]) == row.words and is_row(view, first, last):
            return first, row
    return None


def is_row(view: View, first: int, last: int) -> bool:
    """Tell whether the tokens `first` to `last` are words of prose with nothing but blanks between them."""
    if last >= len(view.words) or not all(view.joined(at) for at in range(first + 1, last + 1)):
        return False
    before, after = view.gap(first)[-1:], view.gap(last + 1)
    if before in _BEFORE_NAMES or after[:1] in _AFTER_NAMES:
        return False
    return not (after in _INSIDE_NAMES and last + 1 < len(view.words))


def rephrased(  # noqa: PLR0913, PLR0917 -- the fields of a fix
    view: View, first: int, last: int, new: str, why: str, safety: Safety = Safety.SAFE
) -> Fix:
    """Return the fix that writes `new`, in lower case, for a row of tokens, with their capitals."""
    old = view.span(first, last)
    if old.isupper() and len(old) > 4:
        return Fix(first, last, new.upper(), why, safety)
    rest = old.split()[1:]
    written = {word.lower(): word for word in rest}
    new = " ".join(written.get(word, word) for word in new.split(" "))
    named = any(word != word.lower() for word in rest)
    return Fix(first, last, recased(new, old[:1]), why, Safety.SUGGEST if named else safety)


def inserted(view: View, at: int, new: str, why: str, safety: Safety = Safety.SAFE) -> Fix:
    """Return the fix that puts `new` after token `at`."""
    return Fix(at, at, f"{view.written(at)} {new}", why, safety)
