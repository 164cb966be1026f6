"""`when` and `unless`: what has to stand, or must not stand, around a match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix.rules.view import View, touches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.rules.regexes import Search
    from rlfix.rules.shape import Nodes


class Place(NamedTuple):
    """A match, as conditions see it."""

    start: int
    """Its first token."""
    end: int
    """The token after its last."""
    first: int
    """Where it starts in the string."""
    last: int
    """Where it ends there."""


class Regex(NamedTuple):
    """A regular expression of a condition."""

    regex: str
    ignores_case: bool
    needle: str
    """Characters that must be there for it to match."""
    edge: str
    """Of `before` and `after`: the characters of which one stands beside the match; empty where it may be any."""

    def may_touch(self, rest: str, place: int) -> bool:
        """Tell whether it may match at the start (`place` 0) or end (-1) of `rest`, by the character there."""
        beside = rest.replace("-", " ").strip()
        character = beside[place] if beside else ""
        if not self.edge or not character.isascii():
            return True
        return (character.lower() if self.ignores_case else character) in self.edge


class Condition:
    """One key of `when` or `unless`; its phrases are sorted by word when a look at its gate does not settle it."""

    __slots__ = ("_loose", "_phrases", "_sorted", "_words", "both", "flag", "gate", "key", "kinds", "nodes", "regexes")

    def __init__(self, given: Any, nodes: Nodes) -> None:
        self.key, self.flag, self.kinds, gate, regexes, phrases = given
        self.nodes = nodes
        self._words: int
        self._phrases: tuple[tuple[int, int], ...]
        self.both: tuple[tuple[int, ...], ...]
        self._words, self._phrases, self.both = phrases or (-1, (), ())
        self.regexes = [Regex(*one) for one in regexes if self.key == "section" or nodes.view.contains(one[2])]
        """The regexes that may match somewhere in the document."""
        self.gate: frozenset[str] | None = None if gate < 0 else nodes.here[gate]
        """Words of which one must be where the condition looks for a phrase to be there; None where any may do."""
        self._sorted: dict[str, list[int]] | None = None
        self._loose: list[int] = []

    @property
    def is_impossible(self) -> bool:
        """True where the document has not the words for it."""
        return self.gate is not None and not self.gate and not self.regexes

    @property
    def words(self) -> frozenset[str]:
        """Single words, any of which will do."""
        return self.nodes.here[self._words] if self._words >= 0 else _NOTHING

    @property
    def by_word(self) -> dict[str, list[int]]:
        """The phrases, by number, for a word that they end (`before`) or start with."""
        if self._sorted is None:
            self._sorted = {}
            for edge, number in self._phrases:
                if edge < 0:
                    self._loose.append(number)
                for word in self.nodes.here[edge] if edge >= 0 else ():
                    self._sorted.setdefault(word, []).append(number)
        return self._sorted

    @property
    def loose(self) -> list[int]:
        """The phrases that may have anything at that edge."""
        return self._loose if self.by_word is not None else []

    def phrases(self, view: View, index: int) -> list[int]:
        """Return the phrases that may start, or end, with token `index`."""
        by_word, word, bare = self.by_word, view.words[index], view.bare[index]
        found = [*by_word.get(bare, ()), *(by_word.get(word, ()) if word != bare else ()), *self._loose]
        return [number for number in found if self.nodes.is_possible(number)]

    def may_touch(self, view: View, index: int) -> bool:
        """Tell whether the gate lets a phrase of `before` end, or one of `after` start, with token `index`."""
        gate = self.gate
        return gate is None or (0 <= index < len(view.bare) and (view.bare[index] in gate or view.words[index] in gate))


_NOTHING: frozenset[str] = frozenset()


class Judge:
    """Answers conditions for one document; what holds for the whole of it is asked once."""

    def __init__(self, view: View, search: Search) -> None:
        self.view = view
        self.search = search
        self._headings: dict[str, View] = {}
        self._document: dict[int, bool] = {}

    def holds_all(self, group: list[Condition], place: Place) -> bool:
        """Tell whether every condition of `group` holds at `place`; first whether the sentence has the words for it."""
        said = self.view.said(self.view.sentence(place.start))
        for one in group:
            if one.gate is not None and one.key in _SENTENCE and not one.regexes and one.gate.isdisjoint(said):
                return False
        return all(_KEYS[one.key](self, one, place) for one in group)

    def holds(self, condition: Condition, place: Place) -> bool:
        """Tell whether `condition` holds at `place`."""
        return _KEYS[condition.key](self, condition, place)

    def start(self, condition: Condition, place: Place) -> bool:
        """Tell whether the match starts its sentence, or does not, as asked."""
        return bool((self.view.sentence(place.start)[0] == place.start) == condition.flag)

    def quoted(self, condition: Condition, place: Place) -> bool:
        """Tell whether the match is quoted, or is not, as asked."""
        return bool(self.view.text.is_quoted(place.first, place.last) == condition.flag)

    def kind(self, condition: Condition, place: Place) -> bool:
        """Tell whether the match stands in one of the kinds of block."""
        return self.view.block(place.start).kind in condition.kinds

    def document(self, condition: Condition, _place: Place) -> bool:
        """Tell whether a pattern stands anywhere in the document."""
        key = id(condition)
        if key not in self._document:
            self._document[key] = self.anywhere(condition)
        return self._document[key]

    def anywhere(self, condition: Condition) -> bool:
        """Tell whether one of the patterns of `condition` stands anywhere in the document."""
        view, nodes, end = self.view, condition.nodes, len(self.view.words)
        if condition.words:
            return True
        for word, numbers in condition.by_word.items():
            possible = [number for number in numbers if nodes.is_possible(number)]
            if any(nodes.starts_at(view, number, at, end) for number in possible for at in view.places[word]):
                return True
        if any(nodes.stands_in(view, number, 0, end) for number in condition.loose if nodes.is_possible(number)):
            return True
        return self.otherwise(view, condition, [(0, end)])

    def section(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern stands in one of the headings above the match."""
        headings = self.view.block(place.start).headings
        views = [self.heading(heading) for heading in headings]
        return any(self.within(view, condition, [(0, len(view.words))]) for view in views)

    def heading(self, heading: str) -> View:
        """Return a heading as the rules see it."""
        if heading not in self._headings:
            self._headings[heading] = View(_Line(heading))  # type: ignore[arg-type]
        return self._headings[heading]

    def before(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern ends right before the match."""
        view, first = self.view, self.view.sentence(place.start)[0]
        if condition.may_touch(view, place.start - 1) and self.phrase_before(condition, place, first):
            return True
        start = view.starts[first]
        return any(
            self.matches(rf"(?:{one.regex})[\s\-]*\Z", one, view.string, (start, place.first))
            for one in condition.regexes
            if one.may_touch(view.string[start : place.first], -1)
        )

    def phrase_before(self, condition: Condition, place: Place, first: int) -> bool:
        """Tell whether one of the phrases ends right before the match, in the words from token `first` on."""
        at, view, nodes, words = place.start - 1, self.view, condition.nodes, condition.words
        if at >= first and (view.bare[at] in words or view.words[at] in words) and touches(view.gap(place.start)):
            return True
        found = condition.phrases(view, max(at, 0))
        return any(nodes.ends_before(view, one, first, place.start) for one in found)

    def after(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern starts right after the match."""
        view, last = self.view, self.view.sentence(place.start)[1]
        if condition.may_touch(view, place.end) and self.phrase_after(condition, place, last):
            return True
        end = max(view.ends[last - 1], place.last)
        return any(
            self.matches(rf"[\s\-]*(?:{one.regex})", one, view.string, (place.last, end), anchored=True)
            for one in condition.regexes
            if one.may_touch(view.string[place.last : end], 0)
        )

    def phrase_after(self, condition: Condition, place: Place, last: int) -> bool:
        """Tell whether one of the phrases starts right after the match, in the words up to token `last`."""
        at, view, nodes, words = place.end, self.view, condition.nodes, condition.words
        if at < last and (view.bare[at] in words or view.words[at] in words) and touches(view.gap(at)):
            return True
        found = condition.phrases(view, min(at, len(view.words) - 1))
        return any(nodes.starts_after(view, one, at, last) for one in found)

    def matches(
        self, regex: str, pattern: Regex, string: str, span: tuple[int, int], *, anchored: bool = False
    ) -> bool:
        """Tell whether `regex`, made of `pattern`, matches in `span` of `string`; the needle is looked for first."""
        if pattern.needle not in string[span[0] : span[1]].lower():
            return False
        return bool(self.search(regex, pattern.ignores_case, string, *span, anchored=anchored))

    def clause(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern stands in the clause of the match."""
        start, end = self.view.text.tokens.clause(self.view.block(place.start), place.first, place.last)
        tokens = self.view.text.tokens.within(start, end)
        return self.within(self.view, condition, [(tokens.start, place.start), (place.end, tokens.stop)])

    def near(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern stands in the sentence of the match."""
        first, last = self.view.sentence(place.start)
        return self.within(self.view, condition, [(first, place.start), (place.end, last)])

    def around(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern stands in the sentence of the match, the one before or the one after."""
        return self.within(self.view, condition, list(self.spans_around(place)))

    def spans_around(self, place: Place) -> Iterator[tuple[int, int]]:
        """Yield the sentence of `place` without it, the next one of its block, and the one before it."""
        first, last = self.view.sentence(place.start)
        yield first, place.start
        yield place.end, last
        block = self.view.block(place.start)
        if last < len(self.view.words) and self.view.starts[last] < block.end:
            yield self.view.sentence(last)
        if first > 0 and self.previous(first, block.start):
            yield self.view.sentence(first - 1)

    def previous(self, first: int, start: int) -> bool:
        """Tell whether the sentence before token `first` counts: one of the same block, or of a paragraph before."""
        return self.view.starts[first - 1] >= start or self.view.block(first - 1).kind not in ("header", "meta")

    def within(self, view: View, condition: Condition, spans: list[tuple[int, int]]) -> bool:
        """Tell whether one of the patterns of `condition` stands in one of `spans`, given in tokens of `view`."""
        spans = [span for span in spans if span[0] < span[1]]
        if condition.gate is None or _any_of(view, condition.gate, spans):
            if condition.words and _any_of(view, condition.words, spans):
                return True
            if self.phrase_within(view, condition, spans):
                return True
        elif not condition.regexes:
            return False
        return bool(condition.both or condition.regexes) and self.otherwise(view, condition, spans)

    def phrase_within(self, view: View, condition: Condition, spans: list[tuple[int, int]]) -> bool:
        """Tell whether one of the phrases of `condition` stands in one of `spans`."""
        by_word, nodes, loose = condition.by_word, condition.nodes, bool(condition.loose)
        for start, end in spans if by_word or loose else ():
            for index in range(start, end):
                if (loose or view.bare[index] in by_word or view.words[index] in by_word) and any(
                    nodes.starts_at(view, number, index, end) for number in condition.phrases(view, index)
                ):
                    return True
        return False

    def otherwise(self, view: View, condition: Condition, spans: list[tuple[int, int]]) -> bool:
        """Tell whether one of the pairs of phrases, or of the regexes, of `condition` stands in `spans`."""
        nodes = condition.nodes
        for numbers in condition.both:
            if all(any(nodes.stands_in(view, number, *span) for span in spans) for number in numbers):
                return True
        return any(
            self.matches(one.regex, one, view.string, (view.starts[start], view.ends[end - 1]))
            for one in condition.regexes
            for start, end in spans
        )


def _any_of(view: View, words: frozenset[str], spans: list[tuple[int, int]]) -> bool:
    """Tell whether one of `words` is among the tokens of `spans`."""
    return any(
        not words.isdisjoint(view.bare[start:end]) or not words.isdisjoint(view.words[start:end])
        for start, end in spans
    )


class _Line:
    """A heading, with as much of a `Text` as its words need."""

    def __init__(self, string: str) -> None:
        from rlfix.tokens import Tokens  # noqa: PLC0415

        self.string = string.replace("’", "'")
        self.tokens = Tokens(self.string)


_SENTENCE = frozenset({"near", "clause"})
"""Conditions that look at nothing but the sentence."""

_KEYS: dict[str, Callable[[Judge, Condition, Place], bool]] = {
    "start": Judge.start,
    "quoted": Judge.quoted,
    "kind": Judge.kind,
    "document": Judge.document,
    "section": Judge.section,
    "before": Judge.before,
    "after": Judge.after,
    "clause": Judge.clause,
    "near": Judge.near,
    "around": Judge.around,
}
