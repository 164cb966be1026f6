"""Where the rules of some packs match in a document, and what they want written there."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix.rules.conditions import Judge, Place
from rlfix.rules.regexes import Search
from rlfix.rules.replacement import Found, Gates, Match, Rule, replacement
from rlfix.rules.shape import Nodes
from rlfix.rules.view import HYPHENS, JOINTS, Sequence, View, squeezed

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
    rules = [
        rule for number, pack in enumerate(packs) for rule in _triggered(view, pack, number, runs, searches[pack.own])
    ]
    matches = [match for rule in rules for match in _matches(view, rule)]
    matches.sort(key=lambda match: (match.place.first, -match.place.last, match.rule.order))
    judges = {own: Judge(view, search) for own, search in searches.items()}
    found, end = [], 0
    for match in matches:
        if match.place.first < end or not _is_whole(view, match):
            continue
        judge = judges[match.rule.search.own]
        if not _is_wanted(match, judge) or _has_preferred(view, match):
            continue
        one = replacement(view, match)
        if one:
            found.append(one)
            end = match.place.last
    problems = [
        f"{_told(rules, regex)}: regex `{regex}` {why}; not used" for regex, why in searches[False].problems.items()
    ]
    return Result(found, problems)


def _is_wanted(match: Match, judge: Judge) -> bool:
    """Tell whether the conditions of a match's rule hold."""
    rule = match.rule
    if rule.groups and not any(judge.holds_all(group, match.place) for group in rule.when):
        return False
    return not any(judge.holds(one, match.place) for one in rule.unless)


def _told(rules: list[Rule], regex: str) -> str:
    """Return the name of the rule that has `regex`, which may be part of what was compiled."""
    return next((rule.name for rule in rules if any(one in regex for one in _regexes(rule))), "a rule")


def _regexes(rule: Rule) -> Iterator[str]:
    yield from (regex for regex, _, _ in rule.regexes)
    yield from (one.regex for group in rule.when for condition in group for one in condition.regexes)
    yield from (one.regex for condition in rule.unless for one in condition.regexes)


def _triggered(view: View, pack: Header, number: int, runs: Callable[[str], bool], search: Search) -> Iterator[Rule]:
    """Yield the rules of `pack` that may match: the document has a trigger, and the words that their `when` needs."""
    index = pack.triggers
    wanted = {one for word in index.keys() & view.distinct for one in index[word]}.union(index.get("", ()))
    nodes = Nodes(pack.nodes, view)
    for one in sorted(wanted):
        rule = unpacked(pack.rules[one], nodes, f"terms.{pack.name}.{pack.names[one]}", (number, one), search)
        if rule and runs(rule.name):
            yield rule


def unpacked(data: bytes, nodes: Nodes, name: str, order: tuple[int, int], search: Search) -> Rule | None:
    """Return the rule that `data` holds; None where the document has not the words for it."""
    wants, sequences, regexes, conditions, report = marshal.loads(data)  # noqa: S302 -- from a file of our own
    here = nodes.here
    groups = [one for one in wants if all(map(here.__getitem__, one[0]))]
    if wants and not groups:
        return None
    ready = [_ready(nodes, one) for one in sequences if here[one[0][one[3]][1]] and _has_words(nodes, one[0])]
    if not ready and not regexes:
        return None
    beside = [(_words(nodes, before), _words(nodes, after)) for _, before, after in groups]
    return Rule(name, order, beside, ready, regexes, conditions, report, nodes, search)


def _words(nodes: Nodes, number: int) -> frozenset[str] | None:
    return nodes.here[number] if number >= 0 else None


def _has_words(nodes: Nodes, parts: Any) -> bool:
    here = nodes.here
    return all(what.__class__ is str or here[what] for _, what, _ in parts)


def _ready(nodes: Nodes, given: Any) -> Sequence:
    """Return a sequence, all of whose words the document has, with these words."""
    parts, tail, group, _ = given
    elements = [
        (gap, what if what.__class__ is str else nodes.here[what], None if exact < 0 else nodes.spellings(exact))
        for gap, what, exact in parts
    ]
    return Sequence(tuple(elements), tail, group)


def _matches(view: View, rule: Rule) -> Iterator[Match]:
    gates = [] if (None, None) in rule.groups else rule.groups
    for sequence in rule.sequences:
        length = len(sequence.elements)
        for start in view.occurrences(sequence):
            if not gates or _is_beside(view, gates, start - 1, start + length):
                yield Match(_place(view, sequence, start), rule, sequence)
    for regex, ignores_case, needle in rule.regexes:
        if not view.contains(needle):
            continue
        for found in rule.search.all(regex, ignores_case, view.string):
            place = _regex_place(view, found)
            if place:
                yield Match(place, rule, None, found)


def _is_beside(view: View, gates: list[Gates], start: int, end: int) -> bool:
    """Tell whether tokens `start` and `end` are what one of `gates` wants; true where there are none."""
    bare, words = view.bare, view.words
    for before, after in gates:
        if before is not None and (start < 0 or (bare[start] not in before and words[start] not in before)):
            continue
        if after is None or (end < len(bare) and (bare[end] in after or words[end] in after)):
            return True
    return not gates


def _place(view: View, sequence: Sequence, start: int) -> Place:
    end = start + len(sequence.elements)
    what = sequence.elements[-1][1]
    last = view.ends[end - 1]
    if not isinstance(what, str) and view.words[end - 1] not in what:
        last -= 2  # a possessive 's
    if sequence.tail:
        last = view.string.index(sequence.tail[-1], last) + 1
    return Place(start, end, view.starts[start], last)


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
    return bool(rule.groups) and all(any(one.key == key for one in group) for group in rule.when)


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
