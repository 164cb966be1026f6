"""What a rule is, and how the rules of a group are run.

A rule is a function of a text and the settings that yields edits. Its docstring explains it, with pairs
of `Bad:` and `Good:` lines (a line `Fine:` shows what it leaves alone); its name comes from the function's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rlfix.edit import Edit
from rlfix.settings import Settings
from rlfix.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

Rule = Callable[[Text, Settings], Iterator[Edit]]


def name_of(group: str, rule: Rule) -> str:
    """Return the name by which settings call `rule`: `group.name`."""
    return f"{group}.{rule.__name__.replace('_', '-')}"


def run(group: str, rules: Iterable[Rule], text: Text, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of every rule of `group` that `settings` lets run."""
    for rule in rules:
        if settings.runs(name_of(group, rule)):
            yield from rule(text, settings)
