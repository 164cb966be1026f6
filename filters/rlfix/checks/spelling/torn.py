"""Words torn apart: environm ent, an other, pre processing.

Where one half is no word and both together are a frequent one, a blank slipped in. Where both halves are
words, only a few pairs can be told: by what follows (`a cross the`), or because a prefix does not stand
alone. Most of these are suggestions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rlfix import lexicon
from rlfix.checks.spelling.joins import LITTLE, edit_of
from rlfix.checks.spelling.places import beside, is_among_english, is_free, odd_words
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.settings import Settings
    from rlfix.text import Text


def torn_apart(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Join a word that a blank tore apart.

    At least one half is no word, or is a word that never stands alone there.

    Bad: Copy the environm ent and some thing o therwise lost.
    Good: Copy the environment and some thing otherwise lost.

    Bad: Use an other one.
    Good: Use another one.

    Fine: Pass it with out parameters, can not only read, some how and why, log in to it, and pre and post steps.
    Fine: A ws server, prec is the precedence, how to boot xen on it, an Other.
    """
    odd = odd_words(text.tokens)
    halves = odd | _FIRSTS | _PREFIXES
    for index in [index for index, word in enumerate(text.tokens.words) if word in halves]:
        word = text.tokens.words[index]
        if word in odd:
            yield from _rejoined(text, index, odd)
        elif word in _FIRSTS:
            yield from _listed(text, index)
        elif index + 1 < len(text.tokens):
            yield from _prefixed(text, index)


_SHORTEST = 6
"""Letters of a word that is put together; two halves of a shorter one may be anything."""


def _rejoined(text: Text, index: int, odd: frozenset[str]) -> Iterator[Edit]:
    """Yield an edit where token `index`, which is no word, is one together with the next or the one before."""
    words, half = text.tokens.words, text.tokens.words[index]
    if len(half) < 3:
        return
    for first in (index, index - 1):
        if first < 0 or text.tokens.gap(first) != " ":
            continue
        joined, other = words[first] + words[first + 1], words[2 * first + 1 - index]
        found = lexicon.find(joined) if len(joined) >= _SHORTEST and (first == index or other not in odd) else None
        if not found or found.frequency < lexicon.FREQUENT or words.count(half) > 1:
            continue
        if _is_plain(text, first) and is_among_english(text, first, first + 1):
            sure = other not in LITTLE and other != "i" and found.frequency > lexicon.frequency(half) - 10
            yield _edit(text, first, joined, Safety.SAFE if sure else Safety.SUGGEST)
            return


def _edit(text: Text, index: int, new: str, safety: Safety = Safety.SUGGEST) -> Edit:
    return edit_of(text, (index, index + 1), new, "spelling.torn-apart", safety)


def _is_plain(text: Text, index: int) -> bool:
    """Tell whether token `index` and the next stand by themselves, all but the first letter small."""
    start, end = text.tokens.starts[index], text.tokens.ends[index + 1]
    return text.string[start + 1 : end].islower() and is_free(text, start, end)


_INTO = frozenset(
    "break breaking breaks broke broken convert converted converting converts copied copy divide divided divides "  # noqa: SIM905
    "dividing fed feed feeding grouped import imported insert inserted inserting load loaded loading parsed put "
    "puts putting run runs split splits splitting take taken takes taking transform transformed transforms "
    "translate translated translates turn turned turning turns went".split()
)
"""Words after which something goes into something; after others `in` may be the end of a verb: log in to."""
_ONTO = frozenset({"copied", "copy", "load", "loaded", "map", "mapped", "maps", "project", "projected", "projects"})


_NOUN_FOLLOWS = frozenset("a all an any different its many multiple our several the these this those".split())  # noqa: SIM905


class Torn(NamedTuple):
    """What two words are together, and where."""

    joined: str
    before: frozenset[str] = frozenset()
    """One of these has to stand before them."""
    after: frozenset[str] = frozenset()
    """One of these has to follow."""
    never_after: frozenset[str] = frozenset()
    """None of these may follow."""
    safety: Safety = Safety.SUGGEST

    def fits(self, before: str, after: str) -> bool:
        """Tell whether the two words are one between `before` and `after`."""
        asked = (not self.before or before in self.before) and (not self.after or after in self.after)
        return asked and after not in self.never_after


_TORN = {
    "a cross": Torn("across", after=_NOUN_FOLLOWS),  # else a cross on the hill
    "an other": Torn("another", safety=Safety.SAFE),
    "can not": Torn("cannot", never_after=frozenset({"only", "just", "merely", "simply", "but"})),
    "in to": Torn("into", before=_INTO),
    "mean while": Torn("meanwhile"),
    "on to": Torn("onto", before=_ONTO),
    "some how": Torn("somehow", never_after=frozenset({"and", "or"})),
    "through out": Torn("throughout"),
    "when ever": Torn("whenever"),
    "where as": Torn("whereas"),
    "where ever": Torn("wherever"),
    "with out": Torn(
        "without", after=_NOUN_FOLLOWS | {"being", "having", "it", "loss", "them", "using"}
    ),  # or with out edges
}
_FIRSTS = frozenset(pair.partition(" ")[0] for pair in _TORN)


def _listed(text: Text, index: int) -> Iterator[Edit]:
    """Yield an edit where token `index` and the next are one of the pairs that are listed."""
    torn = _TORN.get(" ".join(text.tokens.words[index : index + 2]))
    if torn and text.tokens.gap(index) == " " and _is_plain(text, index) and torn.fits(*beside(text, index, index + 1)):
        yield _edit(text, index, torn.joined, torn.safety)


_HYPHENED = frozenset({"anti", "inter", "intra", "multi", "non", "pre", "quasi", "semi"})
"""Prefixes that take a hyphen before any word."""
_PREFIXES = _HYPHENED | {"hyper", "micro", "mis", "re", "un"}


def _prefixed(text: Text, index: int) -> Iterator[Edit]:
    """Yield a suggestion for a prefix that stands alone: joined where that is a word, with a hyphen where not."""
    prefix, base = text.tokens.words[index : index + 2]
    found = lexicon.find(base)
    if found is None or found.tags & lexicon.CLOSED or len(base) < 4 or text.tokens.gap(index) != " ":
        return
    if not text.string[text.tokens.starts[index]].islower() or not _is_plain(text, index):
        return
    joined = lexicon.is_word(prefix + base) and lexicon.frequency(prefix + base) >= lexicon.FREQUENT
    if (joined or prefix in _HYPHENED) and is_among_english(text, index, index + 1):
        yield _edit(text, index, prefix + ("" if joined else "-") + base)


RULES: tuple[Rule, ...] = (torn_apart,)
