"""Where the rules of some packs match in a document, and what they want written there."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix.rules.conditions import Judge
from rlfix.rules.header import ANY
from rlfix.rules.nodes import Nodes
from rlfix.rules.reading import Place, Reading, Sequence
from rlfix.rules.regexes import Search
from rlfix.rules.replacement import Found, Match, Rule, replacement
from rlfix.rules.view import HYPHENS, JOINTS, View, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.rules.header import Header


class Result(NamedTuple):
    """What a document's packs found, and expressions that had to be given up."""

    found: list[Found]
    problems: list[str]


def find(view: View, packs: Iterable[Header], runs: Callable[[str], bool]) -> Result:
    """Return what the rules of `packs` want changed in `view`; `runs` tells by its name whether a rule is wanted."""
    searches = {True: Search(own=True), False: Search(own=False)}
    judges: dict[int, Judge] = {}
    rules: list[Rule] = []
    for number, pack in enumerate(packs):
        judge = judges.get(id(pack.nodes))
        if judge is None:
            judge = judges[id(pack.nodes)] = Judge(Reading(Nodes(pack.nodes), view), searches[pack.own])
        rules += _triggered(pack, number, runs, judge)
    matches = [match for rule in rules for match in _matches(view, rule)]
    matches.sort(key=lambda match: (match.place.first, -match.place.last, match.rule.order))
    found: list[Found] = []
    last: Place | None = None
    for match in matches:
        again = match.place == last and not found[-1].safe  # a safe rule comes before a suggestion for the same words
        if (last and match.place.first < last.last and not again) or not _is_whole(view, match):
            continue
        if not _is_wanted(match) or _has_preferred(view, match):
            continue
        one = replacement(view, match)
        if one and not (again and not one.safe):
            found[len(found) - again :] = [one]
            last = match.place
    problems = [
        f"{_told(rules, regex)}: regex `{regex}` {why}; not used" for regex, why in searches[False].problems.items()
    ]
    return Result(found, problems)


def _is_wanted(match: Match) -> bool:
    """Tell whether the conditions of a match's rule hold."""
    rule, place, judge = match.rule, match.place, match.rule.judge
    if rule.groups and not any(judge.holds_all(rule.when[group], place) for group in match.groups):
        return False
    return not any(judge.holds(one, place) for one in rule.unless)


def _told(rules: list[Rule], regex: str) -> str:
    """Return the name of the rule that has `regex`, which may be part of what was compiled."""
    return next((rule.name for rule in rules if any(one in regex for one in _regexes(rule))), "a rule")


def _regexes(rule: Rule) -> Iterator[str]:
    yield from (regex for regex, _, _ in rule.regexes)
    yield from (one.regex for group in rule.when.values() for condition in group for one in condition.regexes)
    yield from (one.regex for condition in rule.unless for one in condition.regexes)


def _triggered(pack: Header, number: int, runs: Callable[[str], bool], judge: Judge) -> Iterator[Rule]:
    """Yield the rules of `pack` that may match: the document has the words that they need."""
    index, said = pack.triggers, judge.reading.said
    for one in sorted(rule for key, rules in index.items() if key in said or key == ANY for rule in rules):
        if said.issuperset(pack.needs[one]):
            rule = unpacked(pack.rules[one], judge, f"terms.{pack.name}.{pack.names[one]}", (number, one))
            if rule and runs(rule.name):
                yield rule


def unpacked(data: bytes, judge: Judge, name: str, order: tuple[int, int]) -> Rule | None:
    """Return the rule that `data` holds; None where the document has not the words for it."""
    wants, sequences, regexes, *rest = marshal.loads(data)  # noqa: S302 -- from a file of our own
    said = judge.reading.said
    groups = [(number, *gates) for number, (needs, *gates) in enumerate(wants) if said.issuperset(needs)]
    if wants and not groups:
        return None
    ready = [Sequence(*one) for one in sequences if _has_words(said, one[0])]
    return Rule(name, order, groups, judge, (ready, regexes, *rest)) if ready or regexes else None


def _has_words(said: frozenset[int], elements: Any) -> bool:
    return all(what.__class__ is str or what in said for _, what, _ in elements)


def _matches(view: View, rule: Rule) -> Iterator[Match]:
    reading, groups = rule.judge.reading, rule.groups
    for sequence in rule.sequences:
        for place, left, right in reading.occurrences(sequence):
            held = [
                number
                for number, near, (before, starts), (after, ends) in groups
                if (before < 0 or before in left or (starts and reading.character_before(place) in starts))
                and (after < 0 or after in right or (ends and reading.character_after(place) in ends))
                and (not near or reading.near(place.start).issuperset(near))
            ]
            if held or not groups:
                yield Match(place, rule, held, sequence)
    for regex, ignores_case, needle in rule.regexes:
        if not view.contains(needle):
            continue
        for found in rule.judge.search.all(regex, ignores_case, view.string):
            where = _regex_place(view, found)
            if where:
                yield Match(where, rule, [group[0] for group in groups], None, found)


def _regex_place(view: View, found: Any) -> Place | None:
    """Return the place of a regex's match; None where it is empty or starts or ends within a word."""
    first, last = found.span()
    tokens = view.text.tokens
    start, end = tokens.at(first), tokens.at(last - 1)
    if first == last or start >= len(view.words) or "\n\n" in found[0]:
        return None
    end = end + 1 if end < len(view.words) and view.starts[end] < last else end
    cut = view.starts[start] < first or (view.ends[end - 1] > last and view.string[last : view.ends[end - 1]] != "'s")
    return None if cut or end <= start else Place(start, end, first, last)


_GLUED_BEFORE = frozenset("-\u2010\u2011/\\@#$&_~=+")
_GLUED_AFTER = frozenset("-\u2010\u2011/\\@&=+(")


def _is_whole(view: View, match: Match) -> bool:
    """Tell whether a match is no part of something longer: `model` in `model-based`, `reward` in `reward.py`.

    A hyphen is seen through by a rule that says what stands on its other side: `before: lambda` and
    `reward` find the lambda-reward.
    """
    place = match.place
    before = view.string[max(0, place.first - 2) : place.first].rjust(2)
    after = view.string[place.last : place.last + 2].ljust(2)
    if before[1] in _GLUED_BEFORE and not (before[1] in HYPHENS and _asks(match.rule, "before")):
        return False
    if after[0] in _GLUED_AFTER and not (after[0] in HYPHENS and _asks(match.rule, "after")):
        return False
    if before[1] in ".:" and before[0].isalnum():
        return False
    return not (after[0] in ".:" and (after[1].isalnum() or after[1] == "_"))


def _asks(rule: Rule, key: str) -> bool:
    """Tell whether `rule` always has a condition `key` that must hold."""
    return bool(rule.groups) and all(any(one.key == key for one in group) for group in rule.when.values())


def _has_preferred(view: View, match: Match) -> bool:
    """Tell whether the match stands in the preferred term already: `reward` in `reward model`."""
    place = match.place
    length = place.end - place.start
    return any(
        _reads(view, place.start - at, words)
        for words in match.rule.report.preferred
        if len(words) > length
        for at in range(len(words) - length + 1)
    )


def _reads(view: View, start: int, words: tuple[str, ...]) -> bool:
    end = start + len(words)
    if start < 0 or end > len(view.words) or view.bare[start] != words[0] or view.bare[start:end] != list(words):
        return False
    return all(view.gap(index) in JOINTS or squeezed(view.gap(index)) in "()" for index in range(start + 1, end))
