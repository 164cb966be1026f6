"""A document as the rules of some packs see it: of each word the sets that have it, and phrases along the words."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rlfix.rules.view import JOINTS, joined, squeezed, touches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rlfix.rules.nodes import Nodes
    from rlfix.rules.view import View


class Sequence(NamedTuple):
    """Words in a row that a rule looks for."""

    elements: tuple[tuple[str, int | str, int], ...]
    """Of each: the gap before it, its set of words or its mark, and its spellings (-1: any case)."""
    tail: str
    """Punctuation after the last word."""
    group: tuple[int, int] | None


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


class Occurrence(NamedTuple):
    """A place where a sequence stands, and the sets that have the words right before and right after it."""

    place: Place
    before: frozenset[int]
    after: frozenset[int]


_NOTHING: frozenset[int] = frozenset()
_GAP = 6
"""How many characters beside a place are looked at."""


class _Ids(dict[int, frozenset[int]]):
    """For each token the sets that have it, with a possessive 's or without; looked up when first asked for."""

    __slots__ = ("_nodes", "_view")

    def __init__(self, nodes: Nodes, view: View) -> None:
        super().__init__()
        self._nodes = nodes
        self._view = view

    def __missing__(self, index: int) -> frozenset[int]:
        word, bare = self._view.words[index], self._view.bare[index]
        found = self._nodes.ids(word)
        if word != bare:
            found |= self._nodes.ids(bare)
        self[index] = found
        return found


class Reading:
    """The words of a text with the sets that have them; `said` are the sets that rules want and the text has."""

    __slots__ = (
        "_alone",
        "_among",
        "_here",
        "_known",
        "_occurrences",
        "_sentences",
        "ids",
        "length",
        "nodes",
        "said",
        "view",
    )

    def __init__(self, nodes: Nodes, view: View) -> None:
        self.nodes = nodes
        self.view = view
        self.length = len(view.words)
        self.ids = _Ids(nodes, view)
        self.said = frozenset(chain.from_iterable(map(nodes.wanted, view.distinct)))
        self._here: dict[int, list[str]] = {}
        self._occurrences: dict[Sequence, list[Occurrence]] = {}
        self._known: dict[tuple[int, int, int], bool] = {}
        self._sentences: dict[int, frozenset[int]] = {}
        self._alone: dict[int, frozenset[int]] = {}
        self._among: dict[tuple[int, int, int], bool] = {}

    def among(self, number: int, first: int, last: int) -> bool:
        """Tell whether a word of a set is among the tokens from `first` up to `last`."""
        key = (number, first, last)
        found = self._among.get(key)
        if found is None:
            found = self._among[key] = any(number in self.ids[index] for index in range(first, last))
        return found

    def near(self, index: int) -> frozenset[int]:
        """Return those sets that conditions want in a sentence of which that of token `index` has a word."""
        first, last = self.view.sentence(index)
        found = self._sentences.get(first)
        if found is None:
            words = {*self.view.words[first:last], *self.view.bare[first:last]}
            found = self._sentences[first] = frozenset[int]().union(*map(self.nodes.near, words))
        return found

    def has(self, number: int, index: int) -> bool:
        """Tell whether token `index` is there and is in a set."""
        return 0 <= index < self.length and number in self.ids[index]

    def has_bare(self, number: int, index: int) -> bool:
        """Tell whether token `index` as it stands, a possessive 's included, is in a set."""
        return number in self.nodes.ids(self.view.words[index])

    def occurrences(self, sequence: Sequence) -> list[Occurrence]:
        """Return where `sequence` stands, found by its rarest word; many rules ask for the same one."""
        found = self._occurrences.get(sequence)
        if found is None:
            starts = self._candidates(sequence)
            if len(sequence.elements) > 1 or sequence.tail or sequence.elements[0][2] >= 0:
                starts = [at for at in starts if self.fits(sequence, at)]
            places = [self._place(sequence, at) for at in starts]
            found = [Occurrence(place, self._sets(place.start - 1), self._sets(place.end)) for place in places]
            self._occurrences[sequence] = found
        return found

    def _sets(self, index: int) -> frozenset[int]:
        return self.ids[index] if 0 <= index < self.length else _NOTHING

    def character_before(self, place: Place) -> str:
        """Return the character before a match, but for blanks and hyphens; empty where it is not of ASCII."""
        found = self.view.string[max(0, place.first - _GAP) : place.first].replace("-", " ").rstrip()[-1:]
        return found if found.isascii() else ""

    def character_after(self, place: Place) -> str:
        """Return the character after a match, as `character_before`."""
        found = self.view.string[place.last : place.last + _GAP].replace("-", " ").lstrip()[:1]
        return found if found.isascii() else ""

    def _place(self, sequence: Sequence, start: int) -> Place:
        view, what = self.view, sequence.elements[-1][1]
        end = start + len(sequence.elements)
        last = view.ends[end - 1]
        if view.words[end - 1] != view.bare[end - 1] and not isinstance(what, str) and not self.has_bare(what, end - 1):
            last -= 2  # a possessive 's
        if sequence.tail:
            for mark in sequence.tail:
                last = view.string.index(mark, last) + 1
        return Place(start, end, view.starts[start], last)

    def _candidates(self, sequence: Sequence) -> Iterable[int]:
        """Return where `sequence` would start for each place of that element of it that stands in the fewest."""
        here, places = self._words_here(), self.view.places
        fewest, rarest, offset = 2 * self.length + 1, list[str](), 0
        for index, (_, what, _) in enumerate(sequence.elements):
            if what.__class__ is not str:
                words = here[what]  # type: ignore[index]
                number = sum([len(places[word]) for word in words])
                if number < fewest:
                    fewest, rarest, offset = number, words, index
        return {at - offset for word in rarest for at in places[word]}

    def _words_here(self) -> dict[int, list[str]]:
        """Return, for the sets that rules look for, those of their words that the text has."""
        if not self._here:
            found: defaultdict[int, list[str]] = defaultdict(list)
            for word in sorted(self.view.distinct):
                for number in self.nodes.sought(word):
                    found[number].append(word)
            self._here = found
        return self._here

    def fits(self, sequence: Sequence, start: int) -> bool:
        """Tell whether the words from token `start` on are those of `sequence`; only the last may be a possessive."""
        elements, view, ids = sequence.elements, self.view, self.ids
        last = start + len(elements) - 1
        if start < 0 or last >= self.length:
            return False
        for index, (gap, what, exact) in enumerate(elements, start):
            if what.__class__ is str:
                if not view.marked(what, index):
                    return False
            elif what not in ids[index] or (
                index < last and view.words[index] != view.bare[index] and not self.has_bare(what, index)
            ):
                return False
            if index > start and not joined(view.gap(index), gap, what):
                return False
            if exact >= 0 and not self._is_spelt(exact, index):
                return False
        return not sequence.tail or _borders(view.gap(last + 1), sequence.tail, 1)

    def _is_spelt(self, exact: int, index: int) -> bool:
        """Tell whether token `index`, with its possessive 's or without, is written as one of some spellings."""
        written, spellings = self.view.written(index), self.nodes.spellings(exact)
        return written in spellings or (written[-2:] in ("'s", "'S") and written[:-2] in spellings)

    def stands_in(self, start: int, first: int, end: int) -> bool:
        """Tell whether a phrase stands somewhere among the tokens from `first` up to `end`; `start` reads it."""
        steps, others, _ = self.nodes.state(start)
        alone, ids = self._alone_in(start), self.ids
        for index in range(first, end):
            here = ids[index]
            if not here.isdisjoint(alone):
                return True
            if (others or not here.isdisjoint(steps)) and self._reads(start, index, 1, end, free=True):
                return True
        return False

    def _alone_in(self, start: int) -> frozenset[int]:
        """Return the sets a word of which is all of one of the phrases that `start` reads."""
        found = self._alone.get(start)
        if found is None:
            steps = self.nodes.state(start).steps.items()
            found = self._alone[start] = frozenset(one for one, after in steps if "" in self.nodes.state(after).ends)
        return found

    def stands_anywhere(self, start: int) -> bool:
        """Tell whether a phrase stands anywhere in the text; `start` reads it, by sets of words that are sought."""
        steps, others, _ = self.nodes.state(start)
        end = self.length
        if others:
            return self.stands_in(start, 0, end)
        here, places = self._words_here(), self.view.places
        words = {word for one in steps for word in here.get(one, ())}
        return any(self._reads(start, at, 1, end, free=True) for word in words for at in places[word])

    def ends_before(self, start: int, first: int, place: int) -> bool:
        """Tell whether a phrase ends right before token `place`, in the words from token `first` on.

        `start` reads it backwards. Rules share phrases and match at the same places, so the answer is kept,
        as is that of `starts_after`.
        """
        key = (start, place, -1)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._reads(start, place - 1, -1, first - 1)
        return found

    def starts_after(self, start: int, place: int, last: int) -> bool:
        """Tell whether a phrase starts right at token `place`, in the words up to token `last`; `start` reads it."""
        key = (start, place, last)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._reads(start, place, 1, last)
        return found

    def _reads(self, start: int, at: int, step: int, bound: int, *, free: bool = False) -> bool:
        """Tell whether the automaton `start` reads a phrase from token `at` on, in the direction `step`, up to `bound`.

        Its first word stands right beside a match, or only quotation marks between; with `free` after anything.
        """
        view, ids, state_of = self.view, self.ids, self.nodes.state
        steps, others, ends = state_of(start)
        gap = view.gap(at if step > 0 else at + 1)
        if not free and any(stop and _borders(gap, stop, step) for stop in ends):
            return True
        if at == bound:
            return False
        here = ids[at]  # asking for each step is much quicker than `steps.keys() & here`
        states = [steps[one] for one in steps if one in here] if free or touches(gap) else []
        states += [
            follows for stop, what, follows in others if self._is(what, at) and _opens(gap, stop, what, step, free=free)
        ]
        todo = [(state, at + step) for state in states]
        while todo:
            number, at = todo.pop()
            steps, others, ends = state_of(number)
            gap = view.gap(at if step > 0 else at + 1)
            if ends and ("" in ends or any(_borders(gap, stop, step) for stop in ends)):
                return True
            if at == bound:
                continue
            if steps and gap in JOINTS and not ids[at].isdisjoint(steps):  # in C: most words lead nowhere
                here = ids[at]
                todo += [(steps[one], at + step) for one in steps if one in here]
            for stop, what, follows in others:
                if self._is(what, at) and joined(gap, stop, what):
                    todo.append((follows, at + step))
        return False

    def _is(self, what: int | str, index: int) -> bool:
        """Tell whether token `index` is in a set, or is what a mark stands for."""
        return self.view.marked(what, index) if isinstance(what, str) else what in self.ids[index]


def _borders(gap: str, stop: str, step: int) -> bool:
    """Tell whether the punctuation of `gap` starts with `stop`, seen from the left (`step` 1), or ends with it."""
    if step > 0:
        return squeezed(gap.partition("\n\n")[0]).startswith(stop)
    return squeezed(gap.rpartition("\n\n")[2]).endswith(stop)


def _opens(gap: str, stop: str, what: int | str, step: int, *, free: bool) -> bool:
    """Tell whether `gap`, before the first word of a phrase, is what the phrase has there."""
    if free:
        return squeezed(gap).endswith(stop)
    if not stop:
        return touches(gap) or (what == "#" and joined(gap, "", "#"))
    return squeezed(gap) == stop if step < 0 else joined(gap, stop, what)
