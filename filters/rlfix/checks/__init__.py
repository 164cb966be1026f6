"""The checks: each looks at a text and yields edits; none changes anything, none knows another.

A check is a module with a function `check(text, settings)`, its rules in `RULES` and the name of its
`GROUP`. What a rule is, `rule.py` tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rlfix.checks import consistency, engines, grammar, spelling, terms
from rlfix.checks.rule import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.edit import Edit
    from rlfix.report import Notice
    from rlfix.settings import Settings
    from rlfix.text import Text


class Check(Protocol):
    """What a module has to offer to be a check."""

    @property
    def GROUP(self) -> str:  # noqa: N802 -- a constant of a module
        """The first part of the names of the rules."""

    @property
    def RULES(self) -> tuple[Rule, ...]:  # noqa: N802
        """The rules, in the order in which they run."""

    def check(self, text: Text, settings: Settings) -> Iterator[Edit | Notice]:
        """Yield the edits that `text` needs, and what else there is to tell; pure and deterministic."""


CHECKS: tuple[Check, ...] = (terms, consistency, spelling, grammar, engines)
"""All checks, in the order in which they win over one another at the same place."""


def rules() -> Iterator[tuple[str, Rule]]:
    """Yield every rule that is a function, with its name; the rules of packs are data and no part of these."""
    for check in CHECKS:
        yield from ((name_of(check.GROUP, rule), rule) for rule in check.RULES)
