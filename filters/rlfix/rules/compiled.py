"""From a pack as its author wrote it to its compiled form."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from rlfix.rules.header import ANY, Header, as_bytes
from rlfix.rules.inflect import NOUN_TAGS, VERB_TAGS
from rlfix.rules.literals import edge, needle, required
from rlfix.rules.model import PHRASE_CONDITIONS, SENTENCE, Condition, Pack, Rule, regex_of
from rlfix.rules.phrase import Node, Sequence, Words, conjuncts, expanded, is_regex, parse, sequences
from rlfix.rules.table import Table, forms_of, union

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rlfix.rules.inflect import Inflector

COST = {"start": 0, "kind": 0, "quoted": 1, "document": 2, "before": 3, "after": 3, "section": 4}
"""Conditions in the order of what they cost; the others look at more words."""


def compile_pack(pack: Pack, inflector: Inflector, *, own: bool = False) -> Header:
    """Return `pack` compiled; `inflector` knows the forms of words."""
    return compile_packs([pack], inflector, own=own)[0]


def compile_packs(packs: Iterable[Pack], inflector: Inflector, *, own: bool = False) -> list[Header]:
    """Return `packs` compiled, with what their rules share kept once for all of them."""
    table = Table(inflector)
    compiled = [
        (pack, [_Compiler(rule, one, table).rule() for one in [_phrases(pack)] for rule in pack.rules])
        for pack in packs
    ]
    common = Counter(word for _, rules in compiled for _, needs in rules for word in needs[0])
    heads = []
    for pack, rules in compiled:
        index: dict[int, list[int]] = {}
        wanted = []
        for number, (_, needs) in enumerate(rules):
            ordered = sorted(needs, key=lambda need: _commonness(need, common, inflector))
            known = [table.wanted(need) for need in ordered if "" not in need]
            index.setdefault(known[0] if known else ANY, []).append(number)
            wanted.append(known[1:])
        signs = (tuple(_signs(phrases, pack.define, inflector)) for phrases in (pack.sure, pack.hints))
        names = tuple(rule.id for rule in pack.rules)
        head = (pack.name, *signs, pack.needed, own, {one: tuple(index[one]) for one in sorted(index)}, wanted, names)
        heads.append((*_fresh(head), tuple(as_bytes(_fresh(rule)) for rule, _ in rules)))
    nodes = table.packed()
    return [Header._make((*head, nodes)) for head in heads]


def _phrases(pack: Pack) -> Callable[[str], Node]:
    """Return what reads a phrase of `pack`, of which many stand in several rules."""
    return cache(lambda phrase: parse(phrase, pack.define))


def _commonness(need: Iterable[str], common: Counter[str], inflector: Inflector) -> float:
    """Return how likely a document on the pack's topic has one of the words `need`: less is a better trigger.

    What many rules look for is what such documents are about; the empty word stands for every document.
    """
    return sum(min(1, inflector.frequency(word)) + common[word] / 5 if word else 1000 for word in need)


def _fresh(value: Any) -> Any:
    """Return a copy of `value` whose strings are no other object's: marshal writes interned ones differently."""
    if isinstance(value, str):
        return json.loads(json.dumps(value))
    if isinstance(value, (list, tuple)):
        return tuple(map(_fresh, value))
    return {_fresh(key): _fresh(value[key]) for key in sorted(value)} if isinstance(value, dict) else value


def _signs(phrases: Iterable[str], define: Mapping[str, list[str]], inflector: Inflector) -> Iterable[Any]:
    """Yield each sign of a topic: the words its last word may be, and the words before it."""
    for phrase in phrases:
        for sequence in sequences(phrase, define):
            yield tuple(tuple(sorted(forms_of(Words(one.words, one.exact), inflector))) for one in sequence.elements)


class _Compiler:
    """Compiles one rule; `parse` reads a phrase of its pack, `table` has what rules share."""

    def __init__(self, rule: Rule, parse: Callable[[str], Node], table: Table) -> None:
        self.given = rule
        self.parse = parse
        self.table = table
        self.inflector = table.inflector
        self.tagged: dict[str, set[str]] = {}

    def rule(self) -> tuple[Any, list[set[str]]]:
        """Return the rule as tuples, and sets of words; of each a document must have one for the rule to match.

        The first set is of the words it looks for (the empty one: any).
        """
        rule = self.given
        triggers: set[str] = set()
        phrases = [one for one in rule.froms if not is_regex(one)]
        found = [self.matched(sequence, triggers) for one in phrases for sequence in expanded(self.parse(one), one)]
        regexes = [regex_of(one) for one in rule.froms if is_regex(one)]
        for regex in regexes:
            triggers |= required(regex) or {""}
        when = [[self.condition(one) for one in sorted(group, key=_cost)] for group in rule.when]
        unless = [self.condition(one) for one in sorted(rule.unless, key=_cost)]
        safety = rule.safety == "safe" and len(rule.tos) == 1 and not _sees_code(rule)
        report = (
            rule.why, rule.source, safety, rule.inflect, [self.written(to) for to in rule.tos], self.preferred(),
            self.tags(),
        )  # fmt: skip
        patterns = [(regex, self.ignores_case(regex), needle(regex)) for regex in regexes]
        conditions = as_bytes(_fresh((when, unless)))
        compiled = ([_wants(group) for group in when], found, patterns, conditions, as_bytes(_fresh(report)))
        return compiled, [triggers, *self.gates()]

    def gates(self) -> Iterator[set[str]]:
        """Yield sets of words of each of which the document must have one for `when` to hold.

        Of several groups of conditions one is enough, so their sets are put together.
        """
        groups = [list(self.group_gates(group)) for group in self.given.when]
        if len(groups) == 1:
            yield from groups[0]
        elif groups and all(groups):
            yield set().union(*(min(gates, key=len) for gates in groups))

    def group_gates(self, group: Iterable[Condition]) -> Iterator[set[str]]:
        for condition in group:
            gate = self.gate(condition) if condition.key in PHRASE_CONDITIONS and condition.key != "section" else None
            if gate:
                yield gate

    def gate(self, condition: Condition) -> set[str] | None:
        """Return words without one of which `condition` cannot hold: where it looks, right before or right after."""
        if not condition.phrases:
            return set()
        place = {"before": -1, "after": 0}.get(condition.key)
        gates: list[set[str] | None] = []
        for phrase in condition.phrases:
            if is_regex(phrase):
                gates.append((required(regex_of(phrase)) or None) if place is None else None)
                continue
            node = self.parse(conjuncts(phrase)[0])
            gates.append(self.table.needed(node) if place is None else self.table.edge(node, place))
        return union(gates)

    def preferred(self) -> list[list[str]]:
        """Return the words of the preferred terms that a match may be a part of."""
        forms = {form.lower() for to in self.given.tos for form in self.written(to).values() if "\\" not in form}
        return sorted(words for words in map(_WORDS.findall, forms) if len(words) > 1)

    def ignores_case(self, regex: str) -> bool:
        if self.given.cased is not None:
            return not self.given.cased
        return not re.search(r"(?<!\\)[A-Z]", regex)

    def matched(self, sequence: Sequence, triggers: set[str]) -> Any:
        """Return a sequence of `from`: its elements, tail and group; the words of its rarest element are `triggers`."""
        elements = list(sequence.elements)
        place = -1 if self.given.inflect == "noun" else 0
        variants = [element.words for element in elements]
        if self.given.inflect != "none" and elements[place].words and not elements[place].exact:
            variants[place] = tuple(self.inflected(elements[place].words))
        lowered = [sorted({word.lower() for word in words}) for words in variants]
        worded = [at for at, words in enumerate(lowered) if words]
        trigger = min(worded, key=lambda at: (self.table.rarity(lowered[at]), -at))
        triggers.update(lowered[trigger])
        parts = [
            (element.gap, element.mark or self.table.sought(low), self.exact(words))
            for element, words, low in zip(elements, variants, lowered, strict=True)
        ]
        return parts, sequence.tail, sequence.group

    def exact(self, words: Iterable[str]) -> int:
        """Return the number of the spellings that `words` with capitals allow; -1 where case is free."""
        cased = self.given.cased
        words = list(words)
        if cased is False or (cased is None and not any(word != word.lower() for word in words)):
            return -1
        # a set of words of which some have capitals: those without are free
        free = [] if cased else [word for word in words if word == word.lower()]
        return self.table.spellings([*words, *(word.capitalize() for word in free), *(word.upper() for word in free)])

    def inflected(self, words: Iterable[str]) -> Iterable[str]:
        """Yield all forms of `words` and note the tags of each; the empty tag is that of a noun as it is written."""
        noun = self.given.inflect == "noun"
        for word in words:
            yield word
            for tag in NOUN_TAGS if noun else VERB_TAGS:
                form = self.inflector.inflect(word, tag)
                self.tagged.setdefault(form.lower(), set()).add("" if noun and form == word else tag)
                yield form
            self.tagged.setdefault(word.lower(), {""})

    def tags(self) -> dict[str, list[str]]:
        """Return the tags of each form; a plural that is written beside its singular counts as a plural."""
        return {form: ["NNS"] if tags == {"", "NNS"} else sorted(tags) for form, tags in sorted(self.tagged.items())}

    def written(self, to: str) -> Any:
        """Return `to` in every form that may be asked for, by tag; as it stands under the empty tag."""
        result = {"": to}
        if self.given.inflect == "none":
            return result
        tags = NOUN_TAGS if self.given.inflect == "noun" else VERB_TAGS
        place = _LAST_WORD if self.given.inflect == "noun" else _FIRST_WORD
        found = place.search(to)
        for tag in tags if found else ():
            word = self.inflector.inflect(found["word"], tag)  # type: ignore[index]
            result[tag] = to[: found.start("word")] + word + to[found.end("word") :]  # type: ignore[union-attr]
        return result

    def condition(self, given: Condition) -> Any:
        """Return a condition: key, flag, kinds, the number of its phrases' gate (-1: none), regexes, phrases."""
        if given.key not in PHRASE_CONDITIONS:
            return given.key, given.flag, given.phrases, -1, [], ()
        regexes = [regex_of(one) for one in given.phrases if is_regex(one)]
        phrases = replace(given, phrases=tuple(one for one in given.phrases if not is_regex(one)))
        gate = self.gate(phrases)
        number = -1 if gate is None else self.table.wanted(gate)
        if number >= 0 and given.key in SENTENCE:
            self.table.uses.near.add(number)
        found = [self.pattern(regex, given.key) for regex in regexes]
        return given.key, True, [], number, found, self.patterns(phrases)

    def pattern(self, regex: str, key: str) -> Any:
        """Return a regex of a condition: whether it ignores case, its needle, and the characters at its edge."""
        ignores = self.ignores_case(regex)
        characters = edge(regex, -1 if key == "before" else 0) if key in ("before", "after") else ""
        return regex, ignores, needle(regex), characters.lower() if ignores else characters

    def patterns(self, given: Condition) -> Any:
        """Return the start of the automaton that reads any phrase of a condition, and those of `a & b`; -1: none."""
        backward = given.key == "before"
        split = [[self.parse(part) for part in conjuncts(phrase)] for phrase in given.phrases]
        start = self.table.automata.start
        if given.key == "document":
            self.table.seek(node for nodes in split for node in nodes)
        single = [nodes[0] for nodes in split if len(nodes) == 1]
        both = [[start([node], backward=backward) for node in nodes] for nodes in split if len(nodes) > 1]
        return start(single, backward=backward) if single else -1, both


_WORDS = re.compile(r"[\w']+")
_LAST_WORD = re.compile(r"(?<![\w\\])(?P<word>[^\W\d_][\w']*)[^\w]*\Z")
_FIRST_WORD = re.compile(r"\A(?P<word>[^\W\d_][\w']*)")


def _wants(group: list[Any]) -> Any:
    """Return what a group of conditions wants for sure; sets of words are numbers.

    The sets of which the document must have a word each, those of which the sentence must, then what stands right
    before a match and what stands right after it.
    """
    gates = [(key, gate) for key, _, _, gate, regexes, _ in group if gate >= 0 and not regexes]
    beside = {key: _wants_beside(gate, regexes) for key, _, _, gate, regexes, _ in group}
    near = [gate for key, gate in gates if key in SENTENCE]
    return [gate for _, gate in gates], near, *(beside.get(key, (-1, "")) for key in ("before", "after"))


def _wants_beside(gate: int, regexes: list[Any]) -> tuple[int, str]:
    """Return the set that a condition wants a word of beside a match, and the characters that will do as well.

    The set is -1 where it may be anything.
    """
    edges = [(characters, ignores) for _, ignores, _, characters in regexes]
    if gate < 0 or not all(characters for characters, _ in edges):
        return -1, ""
    return gate, "".join(one + one.upper() if ignores else one for one, ignores in edges)


def _cost(condition: Condition) -> int:
    return COST.get(condition.key, 5)


def _sees_code(rule: Rule) -> bool:
    """Tell whether a condition looks at a code span; what stands there is only known to be in the paragraph."""
    conditions = [*rule.unless, *(one for group in rule.when for one in group)]
    return any("`" in phrase and not is_regex(phrase) for one in conditions for phrase in one.phrases)
