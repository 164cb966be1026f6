"""A document as the rules see it: its words, where they stand, and what a sequence of words matches."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rlfix.text import Block, Text

OPAQUE = "\ufffc"
UP_TO = 4
"""How many words `**` stands for at most."""
JOINTS = frozenset({" ", "-", "\n", "\u00a0", "\u2010", "\u2011", "  ", " \n", "\n "})
"""What may stand between two words of a phrase."""
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_SIGNED = frozenset({" -", " \u2212", " +", " $", " ~", " \u2248", " ±", " <", " >", " ="})
"""What may stand before a number in place of a blank."""
_QUOTES = str.maketrans("", "", "\"'“”‘*_")


class Sequence(NamedTuple):
    """A sequence of words, ready to be matched."""

    elements: tuple[tuple[str, Any, frozenset[str] | None], ...]
    """Of each: the gap before it, its words or its mark, and the spellings where case matters."""
    tail: str
    group: tuple[int, int] | None


class View:
    """The words of a text, with everything that is asked of them often."""

    __slots__ = (
        "_cached_places",
        "_contained",
        "_lower",
        "_occurrences",
        "_said",
        "_sentences",
        "_sets",
        "bare",
        "distinct",
        "ends",
        "starts",
        "string",
        "text",
        "words",
    )

    def __init__(self, text: Text) -> None:
        tokens = text.tokens
        self.text = text
        self.string = text.string
        self.words = tokens.words
        self.bare = [word[:-2] if word[-2:] == "'s" else word for word in tokens.words]
        """The words without a possessive 's."""
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.distinct = {*self.words, *self.bare}
        self._cached_places: dict[str, list[int]] = {}
        self._sets: dict[bytes, frozenset[str]] = {}
        self._sentences: dict[int, tuple[int, int]] = {}
        self._said: dict[tuple[int, int], frozenset[str]] = {}
        self._occurrences: dict[Sequence, list[int]] = {}
        self._lower = ""
        self._contained: dict[str, bool] = {"": True}

    def contains(self, characters: str) -> bool:
        """Tell whether the text has `characters`, given in lower case, anywhere."""
        if characters not in self._contained:
            self._lower = self._lower or self.string.lower()
            self._contained[characters] = characters in self._lower
        return self._contained[characters]

    def those_of(self, words: bytes) -> frozenset[str]:
        """Return those of `words`, with blanks between them, that the text has; packs share many such sets."""
        found = self._sets.get(words)
        if found is None:
            found = self._sets[words] = frozenset(self.distinct.intersection(words.decode().split()))
        return found

    @property
    def places(self) -> dict[str, list[int]]:
        """For each word, with a possessive 's and without, the tokens that are it."""
        if not self._cached_places:
            found: defaultdict[str, list[int]] = defaultdict(list)
            for index, word in enumerate(self.bare):
                found[word].append(index)
            for index, word in enumerate(self.words):
                if word[-2:] == "'s":
                    found[word].append(index)
            self._cached_places = dict(found)
        return self._cached_places

    def occurrences(self, sequence: Sequence) -> list[int]:
        """Return the tokens at which `sequence` starts, found by its rarest word; many rules ask for the same one."""
        found = self._occurrences.get(sequence)
        if found is None:
            candidates = self._candidates(sequence)
            found = self._occurrences[sequence] = [at for at in candidates if self.fits(sequence, at, strict=True)]
        return found

    def _candidates(self, sequence: Sequence) -> Iterable[int]:
        """Return where `sequence` would start for each place of that element of it that stands in the fewest."""
        places, fewest, rarest, offset = self.places, 2 * len(self.words) + 1, frozenset[str](), 0
        for index, (_, words, _) in enumerate(sequence.elements):
            if words.__class__ is not str:
                number = sum([len(places[word]) for word in words])
                if number < fewest:
                    fewest, rarest, offset = number, words, index
        return {at - offset for word in rarest for at in places[word]}

    def gap(self, index: int) -> str:
        """Return what stands before token `index`."""
        return (
            self.string[self.ends[index - 1] if index else 0 : self.starts[index]] if index < len(self.starts) else ""
        )

    def written(self, index: int) -> str:
        """Return token `index` as it is written."""
        return self.string[self.starts[index] : self.ends[index]]

    def fits(self, sequence: Sequence, start: int, *, strict: bool = False) -> bool:
        """Tell whether the words from token `start` on are those of `sequence`.

        `strict` is for what will be replaced: only its last word may have a possessive 's.
        """
        elements = sequence.elements
        last = start + len(elements) - 1
        if start < 0 or last >= len(self.words):
            return False
        for index, (gap, what, exact) in enumerate(elements, start):
            if what.__class__ is str:
                if not self.marked(what, index):
                    return False
            elif self.words[index] not in what and (self.bare[index] not in what or (strict and index < last)):
                return False
            if index > start and not joined(self.gap(index), gap, what):
                return False
            if exact is not None and not {self.written(index), self.written(index)[:-2]} & exact:
                return False
        return not sequence.tail or squeezed(self.gap(last + 1)).startswith(sequence.tail)

    def marked(self, mark: str, index: int) -> bool:
        """Tell whether token `index` is what `mark` stands for: `*`, `#`, `@` or a code span."""
        word = self.words[index]
        if mark == "*":
            return word != OPAQUE
        if mark == "#":
            return word[0].isdigit()
        return word == OPAQUE and (mark == "@" or self._has_code(mark[1:], index))

    def _has_code(self, content: str, index: int) -> bool:
        """Tell whether the block around token `index` has a code span that is `content`."""
        return _holds_code(self.block(index).node, content)

    def block(self, index: int) -> Block:
        """Return the block that holds token `index`."""
        return self.text.block_at(self.starts[index])

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the first token of the sentence that holds token `index`, and the one after its last."""
        found = self._sentences.get(index)
        if found is None:
            start, end = self.text.tokens.sentence(self.block(index), self.starts[index])
            within = self.text.tokens.within(start, end)
            found = (min(within.start, index), max(within.stop, index + 1))
            self._sentences.update(dict.fromkeys(range(*found), found))
        return found

    def said(self, sentence: tuple[int, int]) -> frozenset[str]:
        """Return the words of a sentence, with a possessive 's and without."""
        found = self._said.get(sentence)
        if found is None:
            start, end = sentence
            found = self._said[sentence] = frozenset(self.words[start:end]).union(self.bare[start:end])
        return found


def _holds_code(node: Any, content: str) -> bool:
    """Tell whether `node`, an element of the tree, has a code span that is `content`."""
    if type(node).__name__ == "Code":
        return bool(node.text == content)
    children = getattr(node, "content", None)
    return children is not None and any(_holds_code(child, content) for child in getattr(children, "list", ()))


def joined(gap: str, wanted: str, what: Any = None) -> bool:
    """Tell whether `gap`, which stands in the text, is what a phrase has `wanted` between two words."""
    if not wanted:
        return gap in JOINTS or (what == "#" and gap in _SIGNED)
    if wanted == "-":
        return gap in HYPHENS
    if wanted == ".":
        return gap == "."
    return squeezed(gap) == wanted


def squeezed(gap: str) -> str:
    """Return the punctuation in `gap`, without blanks and quotation marks."""
    return "".join(gap.translate(_QUOTES).split()) if "\n\n" not in gap else "\n"


def touches(gap: str) -> bool:
    """Tell whether `gap` keeps what stands on both sides together, as blanks do, with a quotation mark or without."""
    return gap.translate(_QUOTES) in JOINTS
