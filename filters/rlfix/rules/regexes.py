"""Regular expressions of packs: our own by `re`, those of users with a limit on time.

`Search` compiles each expression when it is first needed. A user's may take ever longer on an
unlucky text; after `LIMIT` seconds in one call, or `BUDGET` in all, it is given up and told about.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 0.25
"""Seconds that one search with a user's expression may take."""
BUDGET = 1.0
"""Seconds that all searches with users' expressions may take in one document."""


class Search:
    """Searches with expressions of one pack or more; `own` ones are known to be harmless."""

    def __init__(self, *, own: bool) -> None:
        self.own = own
        self.problems: dict[str, str] = {}
        """For an expression that was given up: why."""
        self.spent = 0.0
        self._compiled: dict[tuple[str, bool], Any] = {}

    def __call__(  # noqa: PLR0913 -- a regex and where to look
        self, regex: str, ignores_case: bool, string: str, start: int, end: int, *, anchored: bool = False
    ) -> Any:
        """Return the first match in `string[start:end]`, or None; with `anchored` only one right at `start`."""
        pattern = self.pattern(regex, ignores_case)
        if pattern is None:
            return None
        method = pattern.match if anchored else pattern.search
        if self.own:
            return method(string, start, end)
        return self._timed(regex, lambda limit: method(string, start, end, timeout=limit))

    def all(self, regex: str, ignores_case: bool, string: str) -> Iterator[Any]:
        """Yield every match in `string`."""
        pattern = self.pattern(regex, ignores_case)
        if pattern is None:
            return
        if self.own:
            yield from pattern.finditer(string)
            return
        yield from self._timed(regex, lambda limit: list(pattern.finditer(string, timeout=limit))) or ()

    def pattern(self, regex: str, ignores_case: bool) -> Any:
        """Return `regex` compiled, None where it was given up."""
        if regex in self.problems:
            return None
        key = (regex, ignores_case)
        if key not in self._compiled:
            self._compiled[key] = self._compile(regex, re.IGNORECASE if ignores_case else 0)
        return self._compiled[key]

    def _compile(self, regex: str, flags: int) -> Any:
        if self.own:
            return re.compile(regex, flags)
        import regex as timed  # type: ignore[import-untyped]  # noqa: PLC0415 -- only packs of users need it

        try:
            return timed.compile(regex, timed.IGNORECASE if flags else 0)
        except timed.error as error:
            self.problems[regex] = f"bad regex: {error}"
            return None

    def _timed(self, regex: str, work: Any) -> Any:
        before = time.perf_counter()
        try:
            return work(max(0.001, min(LIMIT, BUDGET - self.spent)))
        except TimeoutError:
            self.problems[regex] = f"took longer than {LIMIT} s"
            return None
        finally:
            self.spent += time.perf_counter() - before
