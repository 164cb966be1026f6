"""What a match comes to: the words to write there, or nothing where they stand there already."""

from __future__ import annotations

import marshal
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix import lexicon
from rlfix.rules.conditions import Condition
from rlfix.rules.view import HYPHENS, JOINTS, View
from rlfix.rules.write import SMALL, article_before, recased, verb_tag

if TYPE_CHECKING:
    from rlfix.rules.conditions import Judge
    from rlfix.rules.reading import Place, Sequence


Gates = tuple[int, tuple[int, ...], tuple[int, str], tuple[int, str]]
"""What the group of conditions of a number wants around a match.

Sets of words in the sentence; a set right before or characters that will do as well; the same right after. Sets
are numbers, -1 where it may be anything.
"""


class Report(NamedTuple):
    """What a rule writes and why: asked for only where it matches and its conditions hold."""

    reason: str
    source: str
    safe: bool
    inflect: str
    tos: tuple[dict[str, str], ...]
    """What to write, in every form that may be asked for, by its tag."""
    preferred: tuple[tuple[str, ...], ...]
    """The words of preferred terms that a match may be a part of."""
    tags: dict[str, tuple[str, ...]]

    @property
    def why(self) -> str:
        """The reason, and who says so."""
        return f"{self.reason} ({self.source})" if self.source else self.reason


class Rule:
    """A rule unpacked for one document: first what finds its matches, the rest once there is one."""

    def __init__(self, name: str, order: tuple[int, int], groups: list[Gates], judge: Judge, rest: Any) -> None:
        self.name = name
        """`terms.pack.id`."""
        self.order = order
        self.groups = groups
        """What the groups of `when` that can hold in this document want around a match; empty without a `when`."""
        self.judge = judge
        self.sequences: list[Sequence]
        self.regexes: tuple[tuple[str, bool, str], ...]
        self.sequences, self.regexes, self._conditions, self._report = rest

    @cached_property
    def _unpacked(self) -> tuple[list[list[Any]], list[Any]]:
        return marshal.loads(self._conditions)  # type: ignore[no-any-return]  # noqa: S302 -- from a file of our own

    @cached_property
    def when(self) -> dict[int, list[Condition]]:
        """The groups of conditions that can hold in this document, by number."""
        given = self._unpacked[0]
        return {number: [Condition(one, self.judge.view) for one in given[number]] for number, *_ in self.groups}

    @cached_property
    def unless(self) -> list[Condition]:
        """The vetoes that can hold in this document."""
        vetoes = (Condition(one, self.judge.view) for one in self._unpacked[1])
        return [one for one in vetoes if one.is_possible(self.judge.reading)]

    @cached_property
    def report(self) -> Report:
        """What to write and why."""
        return Report(*marshal.loads(self._report))  # noqa: S302 -- from a file of our own


class Found(NamedTuple):
    """One place where a rule wants something else written."""

    start: int
    end: int
    new: str
    rule: str
    why: str
    safe: bool


class Match(NamedTuple):
    """A place that a rule's pattern matches, before its conditions are asked."""

    place: Place
    rule: Rule
    groups: list[int]
    """The groups of its conditions for which the words are there."""
    sequence: Sequence | None
    """None where a regex matched."""
    regex: Any = None


def replacement(view: View, match: Match) -> Found | None:
    """Return what to write at `match`; None where it stands there already."""
    place, report = match.place, match.rule.report
    first, rest = _written(view, match, report.tos[0]), report.tos[1:]
    old = view.string[place.first : place.last]
    if " ".join(old.split()) == first or not first:
        return None
    others = [_written(view, match, forms) for forms in rest]
    if old in others:
        return None
    start, new = place.first, first
    article = article_before(view, place, new)
    if article:
        start = article[0]
        gap = view.string[view.ends[place.start - 1] : place.first]
        new = article[1] + gap + new
    why = f"{report.why} Or: {', '.join(others)}." if others else report.why
    kept = _in_title(view, place) or _is_spelt_out(view, place, first) or _is_surname(view, place, first)
    safe = report.safe and not kept
    return Found(start, place.last, new, match.rule.name, why, safe)


def _is_spelt_out(view: View, place: Place, new: str) -> bool:
    """Tell whether capitals show of which letters an acronym is made: BAyesian Model-Building Interface (BAMBI)."""
    old = view.string[place.first : place.last]
    end = view.ends[view.sentence(place.start)[1] - 1]
    return old.lower() == new.lower() and old[:2].isupper() and f"({old[:2]}" in view.string[place.last : end]


def _is_surname(view: View, place: Place, new: str) -> bool:
    """Tell whether a match that is to be another name comes after somebody's first name: Sergey Lyskov, A. Markof."""
    old = view.string[place.first : place.last]
    if not (old.istitle() and new.istitle() and old.lower() != new.lower()) or place.end != place.start + 1:
        return False
    before = view.written(place.start - 1) if place.start else ""
    if view.gap(place.start) == ". ":
        return len(before) == 1 and before.isupper()
    return view.gap(place.start) in JOINTS and before.istitle() and not lexicon.is_ordinary(before.lower())


def _written(view: View, match: Match, forms: dict[str, str]) -> str:
    """Return the preferred term in the number or form, and in the case, of the text."""
    place = match.place
    old = [view.written(index) for index in range(place.start, place.end)]
    if match.sequence is None:
        old = old if match.regex.re.flags & re.IGNORECASE else []
        new = match.regex.expand(forms[""])
    else:
        free = [exact < 0 and what.__class__ is not str for _, what, exact in match.sequence.elements]
        old = [word for word, is_free in zip(old, free, strict=True) if is_free]
        new = _expanded(view, match, forms[_tag(view, match)])
    start = view.sentence(place.start)[0] == place.start and view.string[place.first].isupper()
    return _hyphened(view, match, recased(new, old, start=start, lonely=not _titled_around(view, place)))


def _hyphened(view: View, match: Match, new: str) -> str:
    """Return `new` with the hyphens of the text, where it only has other words: trail-and-error, trial-and-error.

    Not where the rule asks for the hyphen, and so speaks of it.
    """
    place = match.place
    if match.sequence is None or any(gap == "-" for gap, _, _ in match.sequence.elements):
        return new
    words, old = new.split(" "), [view.written(index) for index in range(place.start, place.end - 1)]
    old.append(view.string[view.starts[place.end - 1] : place.last])
    gaps = [view.gap(index) for index in range(place.start + 1, place.end)]
    if len(words) != len(old) or not HYPHENS.intersection(gaps) or [one.lower() for one in old] == new.lower().split():
        return new
    joints = [gap if gap in HYPHENS else " " for gap in gaps]
    return "".join(part for pair in zip(words, [*joints, ""], strict=True) for part in pair)


def _tag(view: View, match: Match) -> str:
    report, place = match.rule.report, match.place
    if report.inflect == "none":
        return ""
    index = place.end - 1 if report.inflect == "noun" else place.start
    known = report.tags.get(view.words[index]) or report.tags.get(view.bare[index]) or ("",)
    tag = verb_tag(known, view, place) if report.inflect == "verb" else known[0]
    return tag if tag in report.tos[0] else ""


def _expanded(view: View, match: Match, to: str) -> str:
    r"""Return `to` with the words of the first bracket for `\1`."""
    if "\\" not in to or match.sequence is None:
        return to
    group = match.sequence.group
    start = match.place.start
    words = (
        view.string[view.starts[start + group[0]] : view.ends[start + group[1] - 1]]
        if group and group[1] > group[0]
        else ""
    )
    return " ".join(re.sub(r"\\1", lambda _: words, to).split())


def _titled_around(view: View, place: Place) -> bool:
    """Tell whether the words beside a match are capitalised too, as in a heading in Title Case."""
    first, last = view.sentence(place.start)
    beside = [view.written(index) for index in (*range(first, place.start), *range(place.end, last))]
    content = [word for word in beside if word.lower() not in SMALL and word[0].isalpha()]
    return bool(content) and all(word[0].isupper() for word in content)


_RUN = 4
"""Words in Title Case that make the title of a paper."""


def _in_title(view: View, place: Place) -> bool:
    """Tell whether a match may stand in the title of somebody's paper, which is no text to mend."""
    if not view.string[place.first].isupper():
        return False
    home = _home(view, place.start)
    start, end = place.start, place.end
    first, last = view.sentence(place.start)
    while start > first and _may_title(view, start - 1, home) and view.gap(start) in _TITLE_GAPS:
        start -= 1
    while end < last and _may_title(view, end, home) and view.gap(end) in _TITLE_GAPS:
        end += 1
    capitals = sum(view.written(index)[0].isupper() for index in range(start, end))
    set_off = home is not None or view.text.is_quoted(place.first, place.last) or _is_cited(view, start, end)
    return end - start >= _RUN and capitals >= 3 and set_off


_TITLE_GAPS = JOINTS | {": ", ", "}


def _may_title(view: View, index: int, home: int | None) -> bool:
    """Tell whether token `index` can go on with a title in the formatting `home`, or in none."""
    word = view.written(index)
    capital = word[0].isupper() or word[0].isdigit() or word in SMALL
    return capital and (home is None or _home(view, index) == home)


def _home(view: View, index: int) -> int | None:
    """Return which formatting or link holds token `index`; None where none does."""
    text = view.text
    runs = text.runs_in(view.starts[index], view.ends[index])
    home = id(text.homes[runs.start]) if runs else None
    return home if home in text.owners else None


def _is_cited(view: View, start: int, end: int) -> bool:
    beside = view.words[max(0, start - 2) : start] + view.words[end : end + 2]
    return "\ufffc" in beside
