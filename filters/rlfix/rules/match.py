"""Where the rules of some packs match in a document, and what they want written there."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix.rules.conditions import Condition, Judge, Place
from rlfix.rules.regexes import Search
from rlfix.rules.replacement import Found, Match, Rule, replacement
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
    view.note(word for rule in rules for one in rule.sequences for word in one.elements[one.trigger][1])
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
    if rule.conditional and not any(judge.holds_all(group, match.place) for group in rule.when):
        return False
    return not any(judge.holds(judge.vetoes(one, rule.nodes), match.place) for one in rule.unless)


def _told(rules: list[Rule], regex: str) -> str:
    """Return the name of the rule that has `regex`, which may be part of what was compiled."""
    return next((rule.name for rule in rules if any(one in regex for one in _regexes(rule))), "a rule")


def _regexes(rule: Rule) -> Iterator[str]:
    yield from (regex for regex, _, _ in rule.regexes)
    yield from (one.regex for group in rule.when for condition in group for one in condition.regexes)
    yield from (regex for *_, regexes, _ in rule.unless for regex, _, _ in regexes)


def _triggered(view: View, pack: Header, number: int, runs: Callable[[str], bool], search: Search) -> Iterator[Rule]:
    """Yield the rules of `pack` that may match: the document has a trigger, and the words that their `when` needs."""
    index = pack.triggers
    wanted = {one for word in index.keys() & view.distinct for one in index[word]}.union(index.get("", ()))
    named = ((one, f"terms.{pack.name}.{pack.names[one]}") for one in sorted(wanted))
    asked = [(one, name) for one, name in named if runs(name)]
    nodes = Nodes(pack.nodes, view) if asked else None
    for one, name in asked:
        rule = unpacked(pack.rules[one], nodes, name, (number, one), search)  # type: ignore[arg-type]
        if rule.sequences or rule.regexes:
            yield rule


def unpacked(data: bytes, nodes: Nodes, name: str, order: tuple[int, int], search: Search) -> Rule:
    """Return the rule that `data` holds, without the alternatives that the document has not the words for."""
    why, source, safe, inflect, tos, preferred, tags, sequences, regexes, when, unless = marshal.loads(data)  # noqa: S302
    groups = ([Condition(one, nodes) for one in group] for group in when)
    possible = [group for group in groups if not any(one.is_impossible for one in group)]
    alive = possible or not when
    return Rule(
        name,
        order,
        f"{why} ({source})" if source else why,
        safe,
        inflect,
        tos,
        preferred,
        tags,
        [one for one in (_ready(nodes, given) for given in sequences) if one] if alive else [],
        regexes if alive else (),
        possible,
        bool(when),
        unless,
        nodes,
        search,
    )


def _ready(nodes: Nodes, given: Any) -> Sequence | None:
    elements = []
    for gap, what, exact in given[0]:
        words = what if isinstance(what, str) else nodes.here(what)
        if not words:
            return None
        elements.append((gap, words, None if exact < 0 else nodes.spellings(exact)))
    return Sequence(tuple(elements), given[1], given[2], given[3])


def _matches(view: View, rule: Rule) -> Iterator[Match]:
    beside = _beside(rule)
    for sequence in rule.sequences:
        length = len(sequence.elements)
        starts = view.occurrences(sequence)
        for start in starts:
            if not beside or _is_beside(view, beside, start - 1, start + length):
                yield Match(_place(view, sequence, start), rule, sequence)
    for regex, ignores_case, needle in rule.regexes:
        if not view.contains(needle):
            continue
        for found in rule.search.all(regex, ignores_case, view.string):
            place = _regex_place(view, found)
            if place:
                yield Match(place, rule, None, found)


_Gates = tuple[frozenset[str] | None, frozenset[str] | None]
"""Words of which one stands right before a match, and right after it; None where it may be anything."""


def _beside(rule: Rule) -> list[_Gates]:
    """Return for each group of conditions of `when` what it wants beside a match; nothing where one wants nothing."""
    found = []
    for group in rule.when:
        before = next((one.gate for one in group if one.key == "before"), None)
        after = next((one.gate for one in group if one.key == "after"), None)
        if before is None and after is None:
            return []
        found.append((before, after))
    return found


def _is_beside(view: View, gates: list[_Gates], start: int, end: int) -> bool:
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
    return bool(rule.when) and all(any(one.key == key for one in group) for group in rule.when)


def _has_preferred(view: View, match: Match) -> bool:
    """Tell whether the match stands in the preferred term already: `reward` in `reward model`."""
    place = match.place
    length = place.end - place.start
    return any(
        _reads(view, place.start - at, words)
        for words in match.rule.preferred
        if len(words) > length
        for at in range(len(words) - length + 1)
    )


def _reads(view: View, start: int, words: tuple[str, ...]) -> bool:
    end = start + len(words)
    if start < 0 or end > len(view.words) or view.bare[start] != words[0] or view.bare[start:end] != list(words):
        return False
    return all(view.gap(index) in JOINTS or squeezed(view.gap(index)) in "()" for index in range(start + 1, end))
