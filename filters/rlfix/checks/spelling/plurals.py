"""Plurals written with an apostrophe: researcher's have, many researcher's, First thing's first.

A noun with 's may own what is left out: the model's are fine, but the agent's are not. That takes a
determiner (the, a, our). Without one, a singular noun that can be counted cannot own anything, and before
a plural verb only the plural is left. After these, many or three the plural is certain too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.checks.spelling.places import beside, is_free, places_of, starts_sentence
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.settings import Settings
    from rlfix.text import Text

_VERBS = frozenset("are aren't don't have haven't were weren't".split())  # noqa: SIM905
_MANY = frozenset(
    "eight few five four many multiple nine numerous several seven six ten these those three two various".split()  # noqa: SIM905
)
_STOPS = frozenset("about are at but by can for from have if in into of on so than that to were when will with".split())  # noqa: SIM905
"""Words before which a noun phrase ends."""
_OWNERS = frozenset(
    "bachelor child day doctor else evening everybody everyone god lady master month morning mother father nobody "  # noqa: SIM905
    "night nature other somebody someone spring summer today tomorrow week weekend winter year yesterday".split()
)
"""Nouns that own something without a determiner, or mean a degree, a shop or a day of theirs."""
_COUNTED = frozenset(
    "api app cd cpu csv dataset dvd faq gpu gui id ide ip llm mdp nn os pc pdf rnn cnn sdk tpu tv ui url vm".split()  # noqa: SIM905
)
"""Acronyms that are counted; others may be names, which own things without a determiner."""
_LONGEST_PHRASE = 4


def plural_apostrophe(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Take the apostrophe out of a plural.

    Bad: Recently researcher's have found that API's are slow.
    Good: Recently researchers have found that APIs are slow.

    Bad: There are many researcher's. First thing's first: these model's are small.
    Good: There are many researchers. First things first: these models are small.

    Fine: My model's weights are fine, the agent's are not, today's are. Many a researcher's have. A bachelor's.
    Fine: He has two bachelor's and three master's degrees, NASA's are better, Anna's have it.
    """
    for index in places_of(text, "'s"):
        word = text.tokens.words[index]
        safety = _safety(text, index) if word.endswith("'s") and len(word) > 3 else None
        if safety is not None:
            start, end = text.tokens.starts[index], text.tokens.ends[index]
            yield _edit(text, start, end, lexicon.inflect(word[:-2], "NNS"), safety)


def _safety(text: Text, index: int) -> Safety | None:
    """Return how sure it is that the noun with 's at token `index` is a plural; None where it is not."""
    stem = text.tokens.words[index][:-2]
    before, after = beside(text, index)
    if after not in _VERBS and before not in _MANY:
        return Safety.SAFE if (before, stem, after) == ("first", "thing", "first") else None
    start = text.tokens.starts[index]
    written = text.string[start : start + len(stem)]
    if stem in _OWNERS or not _is_counted(text, index, written) or not is_free(text, start, text.tokens.ends[index]):
        return None
    opener = _opener(text, index)
    if opener in _MANY:
        return Safety.SAFE if after in _VERBS or after in _STOPS or _ends(text, index) else None
    if after not in _VERBS:
        return None
    return Safety.SAFE if opener == "" else Safety.SUGGEST if opener == "the" else None


def _is_counted(text: Text, index: int, written: str) -> bool:
    """Tell whether `written` is a noun that can be counted: no name, no substance, no other sort of word."""
    stem = written.lower()
    if written[-1].isupper():
        return stem in _COUNTED
    if not written.islower() and not starts_sentence(text, index):
        return False
    found, plural = lexicon.find(stem), lexicon.find(lexicon.inflect(stem, "NNS"))
    if found is None or plural is None or not found.kinds & lexicon.LOWER or found.kinds & lexicon.NAME:
        return False
    return found.is_tagged("NN") and plural.is_tagged("NNS") and plural.frequency + 25 > found.frequency


def _opener(text: Text, index: int) -> str:
    """Return what opens the noun phrase that ends in token `index`: a determiner, a plural word, "" when nothing does.

    `?` where that cannot be told.
    """
    tokens = text.tokens
    for place in range(index - 1, max(-1, index - 1 - _LONGEST_PHRASE), -1):
        word = tokens.words[place]
        if tokens.gap(place) != " " or starts_sentence(text, place + 1):
            return ""
        if word in _MANY or word in {"a", "the"}:
            return word
        if "'" in word:
            return "?"
        found = lexicon.find(word)
        if found is not None and found.tags & lexicon.CLOSED:
            joining = word == "that" and _is_verb(tokens.words[place - 1])
            return "?" if found.is_tagged("DT", "PRP$", "WH", "CD") and not joining else ""
    return "" if index <= _LONGEST_PHRASE else "?"


def _is_verb(word: str) -> bool:
    """Tell whether `word` is a full verb: they found that researcher's, where that opens a clause."""
    found = lexicon.find(word)
    return found is not None and not found.tags & lexicon.CLOSED and found.is_tagged("VB", "VBD", "VBN", "VBZ", "VBG")


def _ends(text: Text, index: int) -> bool:
    """Tell whether a clause ends after token `index`."""
    return text.tokens.gap(index)[:1] in {".", ",", ";", ":", "?", "!", ")", ""} or "\n\n" in text.tokens.gap(index)


def _edit(text: Text, start: int, end: int, plural: str, safety: Safety) -> Edit:
    old = text.string[start:end]
    stem = old[:-2]
    new = f"{stem}s" if plural == f"{stem.lower()}s" or stem[-1].isupper() else stem[0] + plural[1:]
    why = f"“{new}” is the plural; “{old}” owns something."
    return Edit(start, end, old, new, "spelling.plural-apostrophe", why, safety)


RULES: tuple[Rule, ...] = (plural_apostrophe,)
