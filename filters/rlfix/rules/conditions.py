"""`when` and `unless`: what has to stand, or must not stand, around a match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix.rules.reading import Place, Reading
from rlfix.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.rules.regexes import Search


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
    """One key of `when` or `unless`; sets of words and phrases are numbers."""

    __slots__ = ("both", "flag", "gate", "key", "kinds", "regexes", "start")

    def __init__(self, given: Any, view: View) -> None:
        self.key, self.flag, self.kinds, gate, regexes, phrases = given
        self.gate: int = gate
        """A set of which a word must be where the condition looks for a phrase to be there; -1 where any may do."""
        self.start: int
        """Where the automaton of its phrases starts, which for `before` reads backwards; -1 where there are none."""
        self.both: tuple[tuple[int, ...], ...]
        """The same for phrases that must all be there."""
        self.start, self.both = phrases or (-1, ())
        self.regexes = [Regex(*one) for one in regexes if self.key == "section" or view.contains(one[2])]
        """The regexes that may match somewhere in the document."""

    def is_possible(self, reading: Reading) -> bool:
        """Tell whether the document has the words for it."""
        return self.gate < 0 or self.gate in reading.said or bool(self.regexes)


class Judge:
    """Answers the conditions of packs that share nodes; what holds for the whole document is asked once."""

    def __init__(self, reading: Reading, search: Search) -> None:
        self.reading = reading
        self.view = reading.view
        self.search = search
        self._headings: dict[str, Reading] = {}
        self._document: dict[int, bool] = {}

    def holds_all(self, conditions: Iterable[Condition], place: Place) -> bool:
        """Tell whether every one of `conditions` holds at `place`."""
        for one in conditions:  # noqa: SIM110 -- asked so often that a generator tells
            if not _KEYS[one.key](self, one, place):
                return False
        return True

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
        reading = self.reading
        if condition.start >= 0 and reading.stands_anywhere(condition.start):
            return True
        return self.otherwise(reading, condition, [(0, len(self.view.words))])

    def section(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern stands in one of the headings above the match."""
        readings = [self.heading(heading) for heading in self.view.block(place.start).headings]
        return any(self.within(reading, condition, [(0, reading.length)]) for reading in readings)

    def heading(self, heading: str) -> Reading:
        """Return a heading as the rules see it."""
        if heading not in self._headings:
            view = View(_Line(heading))  # type: ignore[arg-type]
            self._headings[heading] = Reading(self.reading.nodes, view)
        return self._headings[heading]

    def before(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern ends right before the match."""
        view, gate = self.view, condition.gate
        if condition.start >= 0 and (gate < 0 or self.reading.has(gate, place.start - 1)):
            first = view.sentence(place.start)[0]
            if self.reading.ends_before(condition.start, first, place.start):
                return True
        if not condition.regexes:
            return False
        start = view.starts[view.sentence(place.start)[0]]
        return any(
            self.matches(rf"(?:{one.regex})[\s\-]*\Z", one, view.string, (start, place.first))
            for one in condition.regexes
            if one.may_touch(view.string[start : place.first], -1)
        )

    def after(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern starts right after the match."""
        view, gate = self.view, condition.gate
        if condition.start >= 0 and (gate < 0 or self.reading.has(gate, place.end)):
            last = view.sentence(place.start)[1]
            if self.reading.starts_after(condition.start, place.end, last):
                return True
        if not condition.regexes:
            return False
        end = max(view.ends[view.sentence(place.start)[1] - 1], place.last)
        return any(
            self.matches(rf"[\s\-]*(?:{one.regex})", one, view.string, (place.last, end), anchored=True)
            for one in condition.regexes
            if one.may_touch(view.string[place.last : end], 0)
        )

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
        return self.within(self.reading, condition, [(tokens.start, place.start), (place.end, tokens.stop)])

    def near(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern stands in the sentence of the match."""
        first, last = self.view.sentence(place.start)
        return self.within(self.reading, condition, [(first, place.start), (place.end, last)])

    def around(self, condition: Condition, place: Place) -> bool:
        """Tell whether a pattern stands in the sentence of the match, the one before or the one after."""
        return self.within(self.reading, condition, list(self.spans_around(place)))

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

    def within(self, reading: Reading, condition: Condition, spans: list[tuple[int, int]]) -> bool:
        """Tell whether one of the patterns of `condition` stands in one of `spans`, given in tokens of `reading`."""
        spans = [span for span in spans if span[0] < span[1]]
        if condition.gate < 0 or any(reading.among(condition.gate, *span) for span in spans):
            if condition.start >= 0 and any(reading.stands_in(condition.start, *span) for span in spans):
                return True
        elif not condition.regexes:
            return False
        return bool(condition.both or condition.regexes) and self.otherwise(reading, condition, spans)

    def otherwise(self, reading: Reading, condition: Condition, spans: list[tuple[int, int]]) -> bool:
        """Tell whether one of the pairs of phrases, or of the regexes, of `condition` stands in `spans`."""
        view = reading.view
        for numbers in condition.both:
            if all(any(reading.stands_in(number, *span) for span in spans) for number in numbers):
                return True
        return any(
            self.matches(one.regex, one, view.string, (view.starts[start], view.ends[end - 1]))
            for one in condition.regexes
            for start, end in spans
        )


class _Line:
    """A heading, with as much of a `Text` as its words need."""

    def __init__(self, string: str) -> None:
        from rlfix.tokens import Tokens  # noqa: PLC0415

        self.string = string.replace("’", "'")
        self.tokens = Tokens(self.string)


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
