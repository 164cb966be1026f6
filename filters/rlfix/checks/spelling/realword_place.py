"""Where a word stands: its neighbours, and what they can be.

A neighbour counts only where nothing but one blank lies between; across punctuation, code or the end of a
block it is the empty string, and code itself is U+FFFC. So a frame like *then after a comparative* needs no
thought for commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.text import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from rlfix.text import Text

    Frame = Callable[["Place"], str]

ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their"})
DETERMINERS = (
    ARTICLES
    | POSSESSIVES
    | {"this", "that", "these", "those", "each", "every", "any", "some", "all", "both", "another"}
)
SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't"})
DO = frozenset({"do", "does", "did"})
MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would", "cannot"})
NEGATED = frozenset(
    {"don't", "doesn't", "didn't", "can't", "couldn't", "won't", "wouldn't", "shouldn't", "mustn't"}
)  # fmt: skip
PREPOSITIONS = frozenset(
    {"of", "in", "on", "at", "to", "from", "for", "with", "by", "into", "onto", "inside", "under", "via", "through",
     "within", "without", "between", "over", "across", "during", "against"}
)  # fmt: skip
CONDITIONS = frozenset({"if", "when", "once", "unless", "until", "since", "because", "whenever", "while", "after"})
"""What may start a clause beside another."""


class Place:
    """One word and its neighbours, all in lower case."""

    __slots__ = ("after", "before", "index", "text", "word")

    def __init__(self, text: Text, index: int) -> None:
        self.text = text
        self.index = index
        tokens = text.tokens
        words, gaps = tokens.words, tokens.gaps
        self.word = words[index]
        self.before = words[index - 1] if gaps[index] == " " else ""
        self.after = words[index + 1] if gaps[index + 1] == " " else ""

    @property
    def start(self) -> int:
        """Where the word starts, in code points of the text."""
        return self.text.tokens.starts[self.index]

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.text.tokens.ends[self.index]

    @property
    def before2(self) -> str:
        """The word before the one before; empty when one of them is."""
        return Place(self.text, self.index - 1).before if self.before else ""

    @property
    def after2(self) -> str:
        """The word after the one after; empty when one of them is."""
        return Place(self.text, self.index + 1).after if self.after else ""

    @property
    def ends_clause(self) -> bool:
        """True before a stop or a comma."""
        stop, after = self.text.string[self.end : self.end + 1], self.text.string[self.end + 1 : self.end + 2]
        return stop != "" and stop in ".,;!?)" and not after.isalnum()

    @property
    def follows_comma(self) -> bool:
        """True after a comma, a semicolon or a dash."""
        return self.text.string[max(0, self.start - 2) : self.start] in {", ", "; ", "— "}

    @property
    def starts_sentence(self) -> bool:
        """True for the first word of a sentence."""
        block = self.text.block_at(self.start)
        return self.start == self.text.tokens.sentence(block, self.start)[0]

    @property
    def earlier(self) -> list[str]:
        """The words of the sentence that stand before this one."""
        block = self.text.block_at(self.start)
        first = self.text.tokens.sentence(block, self.start)[0]
        return self.text.tokens.words[self.text.tokens.at(first) : self.index]


def can_be(word: str, *tags: str) -> bool:
    """Tell whether `word` can be one of `tags`."""
    found = lexicon.find(word)
    return found is not None and found.is_tagged(*tags)


def is_only(word: str, *tags: str) -> bool:
    """Tell whether `word` can be one of `tags` and nothing else."""
    found = lexicon.find(word)
    if found is None or not found.tags:
        return False
    return not found.tags & ~sum(lexicon.TAG_BITS[tag] for tag in tags)


def is_noun(word: str) -> bool:
    """Tell whether `word` can only be a noun."""
    return is_only(word, "NN", "NNS")


def is_verb(word: str) -> bool:
    """Tell whether `word` can be the base form of a verb."""
    return word in {"be", "have", "do"} or can_be(word, "VB")


def is_comparative(word: str) -> bool:
    """Tell whether `word` asks for a `than`: more, larger; not the noun `number`."""
    return word in {"more", "less", "fewer", "better", "worse", "lower", "rather", "other"} or is_only(
        word, "JJR", "RBR"
    )


def sits(first: str, second: str) -> int:
    """Return how well two neighbours go together, as `lexicon.together`; 0 beside code or punctuation."""
    return lexicon.together(first, second) if first and second and OPAQUE not in (first, second) else 0
