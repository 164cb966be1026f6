"""The words of a text, its sentences and clauses: what the checks look at.

A token is a run of letters, digits and underscores with apostrophes inside it (`don't`, `snake_case`,
`GPT`, `4`), or one U+FFFC, which stands for something that is no prose. Everything between two tokens
is blanks and punctuation. Sentences are found only where somebody asks for one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.text import Block

_TOKEN = re.compile(r"([\w\u0300-\u036f]+(?:'[\w\u0300-\u036f]+)*|\ufffc)")
_SENTENCE_END = re.compile(r"(?:[.!?…]+[\"'”’)\]]*|\ufffc)(?P<gap>[ \n]+)(?=[\"'“‘(\[]*(?P<next>[^\W_]|\ufffc))")
_ABBREVIATED = frozenset(
    "e.g i.e eg ie cf vs viz resp approx ca al Fig Figs Eq Eqs Sec Secs Ch Tab Thm Def Prop Alg No Nos pp vol "  # noqa: SIM905
    "Dr Mr Mrs Ms Prof St Jr Sr Inc Ltd Co Corp Univ Dept Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
"""Words whose stop ends no sentence, like a capital that stands alone."""
_LAST_WORD = re.compile(r"(?:\b[ei]\.)?\w+\Z")
_CLAUSE_END = re.compile(
    r"[,;:()\[\]\u2014\u2013]| --? "
    r"|\b(?:but|while|whereas|although|though|because|since|unless|which|so|yet|where|when)\b",
    re.IGNORECASE,
)


class Tokens:
    """The tokens of one string, as parallel lists. Offsets are code points of that string."""

    __slots__ = ("_sentences", "_string", "ends", "gaps", "raws", "starts", "words")

    def __init__(self, string: str) -> None:
        parts = _TOKEN.split(string)  # what is between tokens, and the tokens, in turn
        offsets = list(accumulate(map(len, parts)))
        self._string = string
        self.starts = offsets[:-1:2]
        self.ends = offsets[1::2]
        self.raws = parts[1::2]
        """Each token as it is written."""
        self.words = [raw.lower() for raw in self.raws]
        """Each token in lower case."""
        self.gaps = ["", *parts[2:-1:2], ""]
        """What stands before each token, back to the one before; and, last, what the text ends with, which is empty."""
        self._sentences: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """Return the number of the first token that ends after `offset`; `len(self)` where there is none."""
        return bisect_right(self.ends, offset)

    def within(self, start: int, end: int) -> range:
        """Return the numbers of the tokens that lie wholly in [start, end)."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def gap(self, index: int) -> str:
        """Return what stands between token `index` and the next one; empty after the last."""
        return self.gaps[index + 1] if index < len(self.starts) else ""

    def sentence(self, block: Block, offset: int) -> tuple[int, int]:
        """Return where the sentence at `offset`, a place in `block`, starts and ends (the stop included)."""
        bounds = self._bounds(block)
        index = max(0, min(bisect_right(bounds, offset) - 1, len(bounds) - 2))
        return bounds[index], bounds[index + 1]

    def sentences(self, block: Block) -> Iterator[tuple[int, int]]:
        """Yield where each sentence of `block` starts and ends."""
        bounds = self._bounds(block)
        return pairwise(bounds)

    def clause(self, block: Block, start: int, end: int) -> tuple[int, int]:
        """Return the clause around [start, end): up to the next comma, colon, bracket, dash or joining word."""
        first, last = self.sentence(block, start)
        before = [found.end() for found in _CLAUSE_END.finditer(self._string, first, start)]
        after = _CLAUSE_END.search(self._string, end, last)
        return (before[-1] if before else first), (after.start() if after else max(last, end))

    def _bounds(self, block: Block) -> list[int]:
        """Return the starts of the sentences of `block` and, last, its end."""
        if block.start not in self._sentences:
            self._sentences[block.start] = [block.start, *self._starts(block), block.end]
        return self._sentences[block.start]

    def _starts(self, block: Block) -> Iterator[int]:
        string = self._string
        for found in _SENTENCE_END.finditer(string, block.start, block.end):
            following = found["next"]
            ended = string[found.start()] != "\ufffc" or _stop_before(string, found.start())
            if not ended or following.islower():
                continue
            if string[found.start()] != "." or not _is_abbreviated(
                string[max(block.start, found.start() - 12) : found.start()]
            ):
                yield found.end("gap")


def _is_abbreviated(string: str) -> bool:
    """Tell whether `string` ends in a word whose stop ends no sentence."""
    found = _LAST_WORD.search(string)
    word = found[0] if found else ""
    return word in _ABBREVIATED or (len(word) == 1 and word.isupper())


def _stop_before(string: str, offset: int) -> bool:
    """Tell whether a stop stands right before `offset`: a note mark after it belongs to the sentence that ended."""
    return string[max(0, offset - 1) : offset] in {".", "!", "?"}
