"""Which words of a text are looked at: those that no list knows and that look like words.

Left alone from the start: names, acronyms, CamelCase, anything with a digit or an underscore, anything
joined to a sign that words are not joined to (`np.arange`, `--flag`, `a/b.md`), foreign letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import panflute as pf

from rlfix import lexicon
from rlfix.checks.spelling.channel import Place
from rlfix.checks.spelling.places import OPERATORS
from rlfix.checks.spelling.vocabulary import ENDINGS
from rlfix.inflection import bases
from rlfix.text import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.spelling.vocabulary import Vocabulary
    from rlfix.text import Block, Text

_JOINED_BEFORE = frozenset("/\\.@#$~_=&%:<>^*+|`{}[")
_JOINED_AFTER = frozenset("/\\@#$~_=&%<>^*+|`{}(")
_SHORT = 5
"""Letters below which a part of a hyphenated word is left alone."""
_PARTS = frozenset({pf.Code, pf.Math, pf.Image})
"""What makes one word with the letters right beside it."""
_SUFFIX = re.compile(r"'(?:s|re|ve|ll|d)\Z")
_FLAG = re.compile(r"(?<![^\s(\[\"'“‘/|])[-–][\w-]*\Z")
"""A command's option up to the word in question; Pandoc's reader makes `–` of `--`."""
_LONGEST_FLAG = 40
_TITLE = re.compile(r"\b(?:[A-Z]\.[ ]?[A-Z]|Mr|Mrs|Ms|Miss|Dr|Prof|St|Sir|Lord|Lady|Mx)\.?[ \u00a0]\Z")


_SHOUTED = 2
"""Words of capitals that may be names of things still; more of them are shouted."""
_SHORTENED = re.compile(r"(?:\b[A-Z][a-z]{1,4}\. )+\Z")
"""Words cut short: Proc. Intl. Soc. Mag. Reson."""
LONGEST = 45
"""Letters of the longest word that is looked at; what is longer is no word of a language that people type."""


class Unknown(NamedTuple):
    """An unknown word at its place."""

    start: int
    end: int
    """Of the word without a `'s`."""
    written: str
    place: Place
    heading: bool
    """In a heading, a title or a term, where ordinary words have capitals."""
    listed: bool = False
    """Joined by and, or or a comma to another word that is unknown, and no known misspelling: ccache and sccache."""


def unknown_words(text: Text, vocabulary: Vocabulary) -> Iterator[Unknown]:
    """Yield the words of `text` that `vocabulary` and the lexicon do not know, in order."""
    words = text.tokens.words
    distinct = set(words)
    known = lexicon.words_among(distinct)
    doubtful = (distinct - known) | lexicon.misspelt_among(known)
    strange = {word for word in doubtful if _is_strange(word) and not vocabulary.has(_stem(word))}
    if not strange:
        return
    for index, word in enumerate(words):
        if word in strange and not _is_foreign(words, index, strange):
            found = _looked_at(text, index)
            if found is not None:
                yield found._replace(listed=any(one in strange for one in _joined_with(text, index)))


def _joined_with(text: Text, index: int) -> Iterator[str]:
    """Yield the words to which and, or or a comma joins token `index`, but for known misspellings."""
    words, gap = text.tokens.words, text.tokens.gap
    for step in (-1, 1):
        beside, comma = index + step, gap(min(index, index + step)).strip()
        if 0 < beside < len(words) - 1 and (comma == "," or words[beside] in ("and", "or")):
            other = words[beside] if comma == "," else words[beside + step]
            if other not in ("and", "or") and not lexicon.meant(other):
                yield other


_AROUND = 5
"""Words to each side that tell whether a passage is English."""


def _is_foreign(words: list[str], index: int, strange: set[str]) -> bool:
    """Tell whether a word stands among many that are strange and no known misspellings: another language, a listing."""
    around = words[max(0, index - _AROUND) : index + _AROUND + 1]
    unexplained = sum(word in strange and not lexicon.meant(word) for word in around)
    return unexplained > 2 and 3 * unexplained > len(around)


def _stem(word: str) -> str:
    return _SUFFIX.sub("", word)


def _is_strange(word: str) -> bool:
    """Tell whether `word`, in lower case, is unknown and could be a misspelt word."""
    found = lexicon.find(word)
    if found is not None and (found.kinds & lexicon.LOWER or not lexicon.meant(word)):
        return False
    stem = _stem(word) if "'" in word else word
    if not 1 < len(stem) <= LONGEST or not (stem.isascii() and stem.replace("'", "").isalpha()):
        return False
    if stem != word and lexicon.is_word(stem) and not _is_doubtful(stem):
        return False
    return bool(lexicon.meant(stem)) or not _is_inflected(stem)


_LONG = 6
"""Letters from which on a noun that is known in the plural only is no word that lost its last letters."""


def _is_inflected(word: str) -> bool:
    """Tell whether `word` is a regular form of a word that no table inflects: a noun's plural, a verb of our lists."""
    for ending, tag in ENDINGS:
        for base in bases(word, tag) if word.endswith(ending) else ():
            found = lexicon.find(base)
            if found and (not found.tags or (tag == "NNS" and found.is_tagged("NN", "VBG") and len(base) > 3)):
                return True
    plural = lexicon.find(word + "s")
    long = len(word) >= _LONG and plural is not None and plural.kinds & lexicon.LOWER and plural.is_tagged("NNS")
    return plural is not None and bool(long or plural.kinds & lexicon.OURS)


def _is_doubtful(word: str) -> bool:
    """Tell whether `word` is known as a name only, and as a misspelling: Teh, Hsi."""
    found = lexicon.find(word)
    return found is not None and not found.kinds & lexicon.LOWER and bool(lexicon.meant(word))


def _looked_at(text: Text, index: int) -> Unknown | None:
    tokens, string, words = text.tokens, text.string, text.tokens.words
    start, end = tokens.starts[index], tokens.starts[index] + len(_stem(tokens.words[index]))
    if _is_joined(text, start, end):
        return None
    written = string[start:end]
    capital = written[0].isupper()
    made_up = len(written) < _SHORT and "-" in (string[start - 1 : start], string[end : end + 1])
    made_up = made_up or (string[start - 1 : start] == "-" and lexicon.is_word(words[index - 1] + words[index]))
    if made_up or (capital and _is_double_name(text, index)):
        return None  # a user's handle, a compound of somebody's own, pre-empted
    block = text.block_at(start)
    if start == block.start and written.islower() and string[end : end + 1] == ":":
        return None  # the name of an option, explained after it
    if not written.islower() and not (capital and _is_plain(text, block, written)):
        return None
    first = _starts_sentence(text, block, start)
    heading = _is_title(text, block)
    titled = capital and not first and _TITLE.search(string, max(block.start, start - 8), start)
    if titled or (string[end : end + 1] == "." and _SHORTENED.search(string, max(block.start, start - 40), start)):
        return None
    before, after = _neighbours(text, index)
    plain = (first or heading) and not _is_before_name(text, index)
    place = Place(written.lower(), before, after, capital=capital and not plain)
    return Unknown(start, end, written, place, heading)


def _is_double_name(text: Text, index: int) -> bool:
    """Tell whether a hyphen joins the word to one written like a name and no ordinary word: Abdur-Rahmaan."""
    tokens = text.tokens
    beside = [at for at, gap in ((index - 1, index - 1), (index + 1, index)) if gap >= 0 and tokens.gap(gap) == "-"]
    words = [tokens.raws[at] for at in beside if 0 <= at < len(tokens.words)]
    return any(word.istitle() and not lexicon.is_ordinary(word.lower()) for word in words)


def _is_joined(text: Text, start: int, end: int) -> bool:
    """Tell whether the word at [start, end) is part of something longer: `np.arange`, `a/b`, `$n$th`."""
    string = text.string
    before, after = start, end
    while string[before - 1 : before] == OPAQUE:
        before -= 1
    while string[after : after + 1] == OPAQUE:
        after += 1
    if before < start or after > end:
        if any(type(text.aside_at(place)) in _PARTS for place in (*range(before, start), *range(end, after))):
            return True
        if (before < start and string[before - 1 : before].isalnum()) or string[after : after + 1].isalnum():
            return True
    if (start and string[start - 1] in _JOINED_BEFORE) or string[end : end + 1] in _JOINED_AFTER:
        return True
    if string[max(0, start - 3) : start] in OPERATORS or string[end : end + 3] in OPERATORS:
        return True
    if string[end : end + 1] in {".", ":"} and string[end + 1 : end + 2].isalnum():
        return True
    return bool(_FLAG.search(string, max(0, start - _LONGEST_FLAG), start))


def _is_plain(text: Text, block: Block, written: str) -> bool:
    """Tell whether `written`, which has a capital, may be an ordinary word: one capital, or all in shouted text."""
    if written[1:].islower():
        found = lexicon.find(written.lower())
        return found is None or bool(found.kinds & lexicon.LOWER)
    shouted = text.string[block.start : block.end]
    return written.isupper() and len(written) > 3 and shouted.isupper() and len(shouted.split()) > _SHOUTED


def _starts_sentence(text: Text, block: Block, start: int) -> bool:
    first, _ = text.tokens.sentence(block, start)
    return not any(character.isalnum() for character in text.string[first:start])


def _is_before_name(text: Text, index: int) -> bool:
    """Tell whether the next word is written like a name and no ordinary word, and so this one may be a first name."""
    tokens = text.tokens
    following = tokens.raws[index + 1] if tokens.gaps[index + 1] == " " else ""
    return following.istitle() and not lexicon.is_ordinary(following.lower())


def _is_title(text: Text, block: Block) -> bool:
    """Tell whether `block` is written with title-case capitals: a heading, or a short paragraph like one."""
    if block.kind in ("header", "meta"):
        return True
    numbers = text.tokens.within(block.start, block.end)
    if len(numbers) > 12 or text.string[block.start : block.end].endswith((".", "!", ";", ",")):
        return False
    long = [text.string[text.tokens.starts[number]] for number in numbers if len(text.tokens.words[number]) > 3]
    return len(long) > 1 and all(letter.isupper() or not letter.isalpha() for letter in long)


def _neighbours(text: Text, index: int) -> tuple[str, str]:
    """Return the words before and after, where nothing but a blank stands between."""
    tokens = text.tokens
    before = tokens.words[index - 1] if index and tokens.gap(index - 1) == " " else ""
    after = tokens.words[index + 1] if tokens.gap(index) == " " else ""
    return before, after
