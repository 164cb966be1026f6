"""Where a word stands: by itself or as part of something longer, and what stands beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rlfix import lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from rlfix.text import Text
    from rlfix.tokens import Tokens

_BEFORE = frozenset(" \n(\"“‘—–'*")
_AFTER = frozenset(" \n,;!?)\"”'—–…*")
_STOPS = frozenset(".:")
OPERATORS = frozenset(f" {sign} " for sign in "=+*^<>×·")
"""What stands between the parts of a formula that nobody marked as one."""
LONGEST = 45
"""Letters of the longest word that is looked at."""
UNKNOWN = -9.0
"""How well two words go together that were never counted side by side."""


@lru_cache(maxsize=1)
def odd_words(tokens: Tokens) -> frozenset[str]:
    """Return the tokens that are plain letters and no word of the lexicon; for all rules at once."""
    distinct = set(tokens.words)
    odd = distinct - lexicon.words_among(distinct)
    return frozenset(word for word in odd if len(word) <= LONGEST and word.isascii() and word.isalpha())


def is_free(text: Text, start: int, end: int) -> bool:
    """Tell whether [start, end) is a word by itself, and no part of `a.b`, `--flag`, `a/b`, `@name`, `a * b`."""
    string = text.string
    if start and string[start - 1] not in _BEFORE:
        return False
    if string[max(0, start - 3) : start] in OPERATORS or string[end : end + 3] in OPERATORS:
        return False
    after = string[end : end + 2]
    return after[:1] in _AFTER or not after or (after[0] in _STOPS and not after[1:].isalnum())


def beside(text: Text, index: int, last: int | None = None) -> tuple[str, str]:
    """Return the words before token `index` and after token `last`; empty where more than a blank is between."""
    tokens = text.tokens
    last = index if last is None else last
    before = tokens.words[index - 1] if tokens.gaps[index] in {" ", "\n"} else ""
    after = tokens.words[last + 1] if tokens.gaps[last + 1] in {" ", "\n"} else ""
    return before, after


def is_among_english(text: Text, index: int, last: int | None = None, known: Container[str] = ()) -> bool:
    """Tell whether the two words on each side of the tokens from `index` to `last` are no foreign ones.

    `known` are misspellings that are known as such, beside those that the lexicon knows.
    """
    words = text.tokens.words
    last = index if last is None else last
    around = [*words[max(0, index - 2) : index], *words[last + 1 : last + 3]]
    return all(lexicon.is_word(word) or not word.isalpha() or word in known or lexicon.meant(word) for word in around)


def places_of(text: Text, needle: str) -> Iterator[int]:
    """Yield the number of each token that `needle` starts in or follows, which is quick where there are few."""
    offset = text.string.find(needle)
    while offset >= 0:
        index = text.tokens.at(offset)
        if index < len(text.tokens):
            yield index
        offset = text.string.find(needle, offset + 1)


def starts_sentence(text: Text, index: int) -> bool:
    """Tell whether a sentence, a block or a quotation may start at token `index`."""
    before = text.string[: text.tokens.starts[index]][-3:].rstrip(" \n\"'(“‘*")
    return not before or before[-1] in ".!?:" or "\n\n" in text.string[: text.tokens.starts[index]][-3:]


def affinity(first: str, second: str) -> float:
    """Return how much likelier `second` is after `first` than anywhere, as log10 (pointwise mutual information).

    The counts are SymSpell's, of a million million words; 6 makes up for their unit and that of the frequencies.
    """
    count = lexicon.together(first, second)
    if not count:
        return UNKNOWN
    return count / 10 + 6 - (lexicon.frequency(first) + lexicon.frequency(second)) / 25
