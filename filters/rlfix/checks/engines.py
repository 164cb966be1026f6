"""A second opinion: other grammar checkers, which the author asks for by name; what they find is only suggested.

    rlfix:
      engines: [harper]

[Harper](https://github.com/Automattic/harper) comes with the extra `rlfix[harper]`. Applied blindly half of
its edits would be wrong, and it takes over a second to start: hence off unless asked for.
"""

from __future__ import annotations

import contextlib
import os
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rlfix.checks.rule import name_of
from rlfix.edit import Edit, Safety
from rlfix.report import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.settings import Settings
    from rlfix.text import Block, Text

GROUP = "engines"
_OPAQUE = "\ufffc"
_OURS = frozenset({"Spelling", "Typo"})
"""Kinds of finding that are left out: a dictionary knows neither the document nor its field, and rlfix does."""


def harper(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Ask Harper (`engines: [harper]`), and suggest what it finds, but for spelling."""
    engine, language = linter()
    for block in text.blocks:
        with silence():
            found = engine.lint(text.string[block.start : block.end], language=language)
        yield from (edit for lint in found if (edit := _edit(text, block, lint)))


def _edit(text: Text, block: Block, lint: Any) -> Edit | None:
    """Return what Harper would change, None where it has nothing to put there or it is about no words."""
    start, end = block.start + lint.span.start, block.start + lint.span.end
    old = text.string[start:end]
    news = [replaced(old, suggestion) for suggestion in lint.suggestions]
    if lint.lint_kind in _OURS or not news or _OPAQUE in old or news[0] == old:
        return None
    others = f" Or: {', '.join(repr(new) for new in news[1:])}." if news[1:] else ""
    why = f"{' '.join(lint.message.split())} (Harper: {lint.lint_kind}){others}"
    return Edit(start, end, old, news[0], "engines.harper", why, Safety.SUGGEST)


def replaced(old: str, suggestion: Any) -> str:
    """Return what a suggestion makes of `old`."""
    kind = suggestion.kind.name
    if kind == "REMOVE":
        return ""
    return old + suggestion.replacement_text if kind == "INSERT_AFTER" else str(suggestion.replacement_text)


@lru_cache(maxsize=1)
def linter() -> tuple[Any, Any]:
    """Return Harper's linter and its name for plain text. Raises ImportError where it is not installed."""
    with silence():
        import harper as engine  # noqa: PLC0415 -- an extra

        return engine.Linter(), next(one for one in engine.Language if one.name.startswith("PLAIN"))


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Send what is printed meanwhile, by whatever language, nowhere: standard output may belong to the document."""
    sys.stdout.flush()
    kept = os.dup(1)
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 -- a descriptor is wanted
            os.dup2(nowhere.fileno(), 1)
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)


RULES: tuple[Rule, ...] = (harper,)
_ENGINES = {"harper": harper}


def check(text: Text, settings: Settings) -> Iterator[Edit | Notice]:
    """Yield what the engines of `settings` suggest for `text`, and which of them there are not."""
    for name in settings.engines:
        engine = _ENGINES.get(name)
        if engine is None:
            yield Notice("settings", f"no engine `{name}`: there is {', '.join(_ENGINES)}")
        elif settings.runs(name_of(GROUP, engine)):
            try:
                yield from engine(text, settings)
            except ImportError:
                yield Notice("engines.harper", "Harper is not installed: pip install 'rlfix[harper]'")
