"""Terms: what rule packs say a thing is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.edit import Edit, Safety
from rlfix.report import Notice
from rlfix.rules import store
from rlfix.rules.match import find
from rlfix.rules.topic import has_topic
from rlfix.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from rlfix.checks.rule import Rule
    from rlfix.rules.header import Header
    from rlfix.settings import Settings
    from rlfix.text import Text

GROUP = "terms"
RULES: tuple[Rule, ...] = ()
"""The rules are data: `rlfix pack` and the packs themselves show them."""


def check(text: Text, settings: Settings) -> Iterator[Edit | Notice]:
    """Yield the edits that the packs of `settings` ask for in `text`."""
    edits, problems = look(text, settings)
    yield from edits
    yield from (Notice("terms", problem) for problem in problems)


def look(text: Text, settings: Settings, folder: Path | None = None) -> tuple[list[Edit], list[str]]:
    """Return the edits for `text`, and what was wrong with the packs that `settings` names, a line each.

    Relative names of pack files start at `folder`, else at the working directory.
    """
    named: tuple[str, ...] = getattr(settings, "packs", ())
    topics: tuple[str, ...] = getattr(settings, "topic", ())
    choices, problems = store.choices(named, folder)
    view = View(text)
    packs = [one.pack for one in choices if one.always or is_wanted(view, one.pack, topics)]
    edits, more = edits_of(text, packs, settings.runs, view)
    return edits, problems + more


def is_wanted(view: View, pack: Header, topics: tuple[str, ...]) -> bool:
    """Tell whether `pack` is for the document: by its topics if the author names some, else by its words."""
    if topics and (pack.sure or pack.hints):
        return any(topic == pack.name or pack.name.startswith(f"{topic}-") for topic in topics)
    return has_topic(view, pack)


def edits_of(
    text: Text, packs: Iterable[Header], runs: Callable[[str], bool] = bool, view: View | None = None
) -> tuple[list[Edit], list[str]]:
    """Return the edits that `packs` ask for in `text`, whatever its topic, and what was wrong with them."""
    result = find(view or View(text), packs, runs)
    edits = [
        Edit(
            one.start, one.end, text.string[one.start : one.end], one.new, one.rule, one.why,
            Safety.SAFE if one.safe else Safety.SUGGEST,
        )
        for one in result.found
    ]  # fmt: skip
    return edits, result.problems
