"""A document as the rules see it: its words, where they stand, and what stands between them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rlfix.text import Block, Text

OPAQUE = "\ufffc"
UP_TO = 4
"""How many words `**` stands for at most."""
EXACTLY = "\0"
"""Before the punctuation that a phrase has between two words: there is nothing else, not even a blank."""
JOINTS = frozenset({" ", "-", "\n", "\u00a0", "\u2010", "\u2011", "  ", " \n", "\n "})
"""What may stand between two words of a phrase."""
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_SIGNED = frozenset({" -", " \u2212", " +", " $", " ~", " \u2248", " ±", " <", " >", " ="})
"""What may stand before a number in place of a blank."""
_QUOTES = str.maketrans("", "", "\"'“”‘*_")


class View:
    """The words of a text, with everything that is asked of them often."""

    __slots__ = (
        "_cached_places",
        "_contained",
        "_lower",
        "_sentences",
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
        self._sentences: list[tuple[int, int]] = []
        self._lower = ""
        self._contained: dict[str, bool] = {"": True}

    def contains(self, characters: str) -> bool:
        """Tell whether the text has `characters`, given in lower case, anywhere."""
        if characters not in self._contained:
            self._lower = self._lower or self.string.lower()
            self._contained[characters] = characters in self._lower
        return self._contained[characters]

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

    def gap(self, index: int) -> str:
        """Return what stands before token `index`; after the last one, what the text ends with."""
        end = self.starts[index] if index < len(self.starts) else len(self.string)
        return self.string[self.ends[index - 1] if index else 0 : end]

    def written(self, index: int) -> str:
        """Return token `index` as it is written."""
        return self.string[self.starts[index] : self.ends[index]]

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
        if not self._sentences:
            self._sentences = self._all_sentences()
        return self._sentences[index]

    def _all_sentences(self) -> list[tuple[int, int]]:
        """Return for each token its sentence."""
        tokens = self.text.tokens
        found = [(0, 0)] * len(self.words)
        for block in self.text.blocks:
            for start, end in tokens.sentences(block):
                within = tokens.within(start, end)
                found[within.start : within.stop] = [(within.start, within.stop)] * len(within)
        return [one if one[1] else (index, index + 1) for index, one in enumerate(found)]


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
    return gap == wanted[1:] if wanted[0] == EXACTLY else squeezed(gap) == wanted


def squeezed(gap: str) -> str:
    """Return the punctuation in `gap`, without blanks and quotation marks."""
    return "".join(gap.translate(_QUOTES).split()) if "\n\n" not in gap else "\n"


def touches(gap: str) -> bool:
    """Tell whether `gap` keeps what stands on both sides together, as blanks do, with a quotation mark or without."""
    return gap in JOINTS or gap.translate(_QUOTES) in JOINTS
