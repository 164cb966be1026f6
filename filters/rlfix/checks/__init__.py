"""The checks: each looks at a text and yields edits; none changes anything, none knows another.

A check is a module with a function `check(text, settings)` and its rules in `RULES`. A rule is a
function whose docstring explains it, with pairs of `Bad:` and `Good:` lines (a line `Fine:` shows
what it leaves alone); its name is `group.name`, from the module and the function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rlfix.checks import grammar, spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.edit import Edit
    from rlfix.report import Notice
    from rlfix.settings import Settings
    from rlfix.text import Text


class Check(Protocol):
    """What a module has to offer to be a check."""

    @property
    def RULES(self) -> tuple[Callable[[Text, Settings], Iterator[Edit]], ...]:  # noqa: N802 -- a constant of a module
        """The rules, in the order in which they run."""

    def check(self, text: Text, settings: Settings) -> Iterator[Edit | Notice]:
        """Yield the edits that `text` needs, and what else there is to tell; pure and deterministic."""


CHECKS: tuple[Check, ...] = (spelling, grammar)
"""All checks, in the order in which they win over one another at the same place."""


def group_of(check: Check) -> str:
    """Return the group of the rules of `check`, the first part of their names."""
    return str(getattr(check, "__name__", "")).rpartition(".")[2]
