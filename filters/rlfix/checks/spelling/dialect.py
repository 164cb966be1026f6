"""British, American, Australian and Canadian spelling: a document keeps to one.

Which one is told by `lang` (en-GB, en-US, …); without it by the document's own words, where those are clear.
Nothing is wrong in itself, so everything here is a suggestion. A word belongs to the dialects in whose
dictionaries it stands: organize stands in the British one too, where Oxford writes it so, organise not in
the American one. Names and quotations keep their spelling, and so does what the document shows as code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.checks.spelling.places import is_free, starts_sentence
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Block, Text

_REGIONS = {"us": "US", "gb": "GB", "uk": "GB", "ie": "GB", "au": "AU", "nz": "AU", "ca": "CA"}
"""The dialect of a region, by its code; Ireland and New Zealand spell as their neighbours do."""
_NAMES = {"US": "American", "GB": "British", "AU": "Australian", "CA": "Canadian"}
_CLEAR, _LEAST = 3, 4
"""How many times as often one spelling has to stand there as the other, and how often both."""
_EVERYWHERE = frozenset(
    "analog artifact artifacts catalog catalogs dialog dialogs disk disks judgement judgements program programs".split()  # noqa: SIM905
)
"""Spellings that are used everywhere: in computing, or though the dictionaries of a dialect prefer another."""


def other_dialect(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Spell a word as the document's `lang` or its other words ask: British, American, Australian or Canadian.

    This is only ever a suggestion.

    Bad: The the colour is a colour.
    Good: The colour is a colour.

    Fine: The color, the colour and the behaviour of neighbors.
    """
    marked = _marked(text)
    if not marked:
        return
    explicit = {block.lang: dialect_of(block.lang) for block in text.blocks}
    usual = "" if all(explicit.values()) else _majority(text, marked, _CLEAR, _LEAST)
    if not usual and not any(explicit.values()):
        return
    named = Vocabulary(text).named
    for index in [index for index, word in enumerate(text.tokens.words) if word in marked and word not in named]:
        lang = text.block_at(text.tokens.starts[index]).lang
        dialect = explicit[lang] or ("" if lang.lower() == "none" else usual)
        new = _respelt(text.tokens.words[index], dialect) if dialect else ""
        if new and _is_own(text, index):
            yield _edit(text, index, new, dialect)


def dialect_of(lang: str) -> str:
    """Return the dialect that a BCP 47 tag names: US, GB, AU, CA; empty for en, for none and for other languages."""
    parts = re.split(r"[-_]", lang.lower())
    return next((_REGIONS[part] for part in parts[1:] if part in _REGIONS), "") if parts[0] == "en" else ""


def _marked(text: Text) -> dict[str, str]:
    """Return the words of `text` that only the British or only the American dictionary has, and which of the two."""
    marked: dict[str, str] = {}
    for word in set(text.tokens.words):
        if len(word) > 3 and lexicon.respelt(word) and word not in _EVERYWHERE:
            dialects = _dialects(word) & {"US", "GB"}
            if len(dialects) == 1:
                marked[word] = dialects.pop()
    return marked


def _dialects(word: str) -> set[str]:
    found = lexicon.find(word)
    return {name for name, bit in lexicon.DIALECT_BITS.items() if found is not None and found.dialects & bit}


def _majority(text: Text, marked: dict[str, str], clear: int, least: int) -> str:
    """Return the dialect that `text` mostly uses; empty where none is `clear` times as frequent, or few words tell."""
    counts = {"US": 0, "GB": 0}
    for word in text.tokens.words:
        if word in marked:
            counts[marked[word]] += 1
    usual, other = sorted(counts, key=lambda dialect: -counts[dialect])
    enough = sum(counts.values()) >= least and counts[usual] > counts[other]
    return usual if enough and counts[usual] >= clear * counts[other] else ""


def _respelt(word: str, dialect: str) -> str:
    """Return how `dialect` spells `word`; empty where that is right there, or no other spelling is."""
    pair = lexicon.respelt(word)
    if pair is None or dialect in _dialects(word) or dialect not in _dialects(pair[1]):
        return ""
    return pair[1]


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
    if lexicon.respelt(word) is None:
        return word
    dialect = dialect_of(block.lang) or _majority(text, _marked(text), 1, 1) or "US"
    return _respelt(word, dialect) or word


def spellings(words: Iterable[str]) -> Iterator[str]:
    """Yield each of `words` in its other spelling, where it has one."""
    return (pair[1] for word in words if (pair := lexicon.respelt(word)))


RULES = (other_dialect,)
