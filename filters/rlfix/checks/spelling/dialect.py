"""British, American, Australian and Canadian spelling: a document keeps to one.

Which one is told by `lang` (en-GB, en-US, …); without it by the document's own words, where those are clear.
Nothing is wrong in itself, so everything here is a suggestion. A word belongs to the dialects in whose
dictionaries it stands: organize stands in the British one too, where Oxford writes it so, organise not in
the American one. Names and quotations keep their spelling, and so does what the document shows as code.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rlfix import lexicon
from rlfix.checks.spelling.places import is_free, starts_sentence
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.settings import Settings
    from rlfix.text import Block, Text
    from rlfix.tokens import Tokens

_REGIONS = {
    **dict.fromkeys(("gb", "uk", "ie", "in", "za"), "GB"), **dict.fromkeys(("au", "nz"), "AU"), "ca": "CA", "us": "US"
}  # fmt: skip
"""The dialect of a region, by its code; regions without a dictionary here spell as a larger one does."""
_NAMES = {"US": "American", "GB": "British", "AU": "Australian", "CA": "Canadian"}
_CLEAR, _LEAST = 3, 4
"""How many times as often one spelling has to stand there as the other, and how often both."""
_EVERYWHERE = frozenset(
    "acknowledgement acknowledgements analog artifact artifacts catalog catalogs dialog dialogs disk disks "  # noqa: SIM905
    "journaling judgement judgements judgment judgments prepend prepended prepending prepends program "
    "programs writable".split()
)
"""Spellings that are used everywhere: in computing, or though the dictionaries of a dialect prefer another."""


def other_dialect(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Spell a word as the document's `lang` or its other words ask: British, American, Australian or Canadian.

    This is only ever a suggestion.

    Bad: The color, the flavor and the behavior of the colour.
    Better: The color, the flavor and the behavior of the color.

    Fine: The color, the colour and the behaviour of neighbors.
    """
    spellings = _spellings(text.tokens)
    explicit = {block.lang: dialect_of(block.lang) for block in text.blocks}
    usual = "" if all(explicit.values()) else _majority(text.tokens, spellings, _CLEAR, _LEAST)
    wrong = {
        dialect: {word: new for word, spelling in spellings.items() if (new := _respelt(spelling, dialect))}
        for dialect in {usual, *explicit.values()} - {""}
    }
    if not any(wrong.values()):
        return
    named = Vocabulary(text).named
    everywhere = {word for words in wrong.values() for word in words} - named
    for index in [index for index, word in enumerate(text.tokens.words) if word in everywhere]:
        word, lang = text.tokens.words[index], text.block_at(text.tokens.starts[index]).lang
        dialect = explicit[lang] or ("" if lang.lower() == "none" or not spellings[word].tells else usual)
        if word in wrong.get(dialect, {}) and _is_own(text, index):
            yield _edit(text, index, wrong[dialect][word], dialect)


def dialect_of(lang: str) -> str:
    """Return the dialect that a BCP 47 tag names: US, GB, AU, CA; empty for en, for none and for other languages."""
    parts = re.split(r"[-_]", lang.lower())
    return next((_REGIONS[part] for part in parts[1:] if part in _REGIONS), "") if parts[0] == "en" else ""


class Spelling(NamedTuple):
    """One of the two spellings of a word."""

    dialects: int
    """Where it is right, as bits of `lexicon.DIALECT_BITS`."""
    other: str
    tells: str
    """US or GB, where a text that has it is American or British; empty where that does not follow."""


def _spelling(word: str) -> Spelling | None:
    """Return what is known of `word` as one of two spellings; None for all words that are spelt alike everywhere.

    The British dictionary has some of the -or of others too, which are not British. A doubled letter tells
    nothing, since few Americans mind it: labelled.
    """
    pair = lexicon.respelt(word)
    found = lexicon.find(word) if pair is not None else None
    if pair is None or found is None:
        return None
    other, dialects = pair[1], found.dialects
    if other != word and other.replace("our", "or") == word:
        dialects &= ~_BITS["GB"]
    sides = dialects & (_BITS["US"] | _BITS["GB"])
    doubled = abs(len(word) - len(other)) == 1 and _DOUBLE.sub(r"\1", word) == _DOUBLE.sub(r"\1", other)
    return Spelling(dialects, other, "" if doubled else _TELLS.get(sides, ""))


_BITS = lexicon.DIALECT_BITS
_TELLS = {_BITS["US"]: "US", _BITS["GB"]: "GB"}
_DOUBLE = re.compile(r"(.)\1")


@lru_cache(maxsize=1)
def _spellings(tokens: Tokens) -> dict[str, Spelling]:
    """Return the words of a text that are spelt in two ways; asked again for each word that is corrected."""
    words = {word for word in lexicon.respelt_among(set(tokens.words)) if len(word) > 3} - _EVERYWHERE
    return {word: spelling for word in words if (spelling := _spelling(word))}


def _majority(tokens: Tokens, spellings: dict[str, Spelling], clear: int, least: int) -> str:
    """Return the dialect that a text mostly uses; empty where none is `clear` times as frequent, or few words tell."""
    tell = {word: spelling.tells for word, spelling in spellings.items() if spelling.tells}
    counts = Counter(tell[word] for word in tokens.words if word in tell)
    usual, other = ("US", "GB") if counts["US"] > counts["GB"] else ("GB", "US")
    clearly = counts[usual] > counts[other] and counts[usual] >= clear * counts[other]
    return usual if clearly and sum(counts.values()) >= least else ""


@lru_cache(maxsize=1)
def _usual(tokens: Tokens) -> str:
    return _majority(tokens, _spellings(tokens), 1, 1)


def _respelt(spelling: Spelling, dialect: str) -> str:
    """Return how `dialect` spells a word; empty where it is right there as it is, or no other spelling is."""
    other = _spelling(spelling.other)
    bit = _BITS[dialect]
    return "" if spelling.dialects & bit or other is None or not other.dialects & bit else spelling.other


def _is_own(text: Text, index: int) -> bool:
    """Tell whether token `index` is the author's ordinary word: no name, no quotation, no part of an identifier."""
    start, end = text.tokens.starts[index], text.tokens.ends[index]
    capital = not text.string[start:end].islower()
    ordinary = not capital or starts_sentence(text, index) or text.block_at(start).kind in {"header", "meta"}
    return ordinary and is_free(text, start, end) and not text.is_quoted(start, end)


def _edit(text: Text, index: int, new: str, dialect: str) -> Edit:
    start, end = text.tokens.starts[index], text.tokens.ends[index]
    old = text.string[start:end]
    if old.isupper():
        new = new.upper()
    elif old[0].isupper():
        new = new[0].upper() + new[1:]
    why = f"“{new}” is the {_NAMES[dialect]} spelling, which this document uses."
    return Edit(start, end, old, new, "spelling.other-dialect", why, Safety.SUGGEST)


def in_dialect(text: Text, block: Block, word: str) -> str:
    """Return `word` (in lower case) as `block` of `text` would spell it: by its lang, else as the text mostly does.

    Where nothing tells, in American. A word that all spell alike, as most, costs one look-up.
    """
    spelling = _spelling(word)
    if spelling is None:
        return word
    dialect = dialect_of(block.lang) or _usual(text.tokens) or "US"
    return _respelt(spelling, dialect) or word


RULES: tuple[Rule, ...] = (other_dialect,)
