"""Noun phrases: how far one goes from a place on, and what its words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, RB, VB, VBD, VBG, VBN, bits, words

if TYPE_CHECKING:
    from rlfix.checks.grammar.view import View

_CLOSED = bits("DT", "IN", "TO", "CC", "PRP", "PRP$", "MD", "BE", "HAVE", "DO", "WH", "EX")
_MODIFYING = NOUN | ADJECTIVE | VBG | VBN
_LONGEST = 6
_ADVERBS = words(
    "also still only just always often usually generally now currently already really even never "
    "sometimes then therefore thus typically probably actually simply basically almost indeed not "
    "automatically normally both all"
)
COLLECTIVE = words(
    "team family group staff crew public committee company government majority minority number rest "
    "variety lot half percent remainder set range series total handful dozen couple pair combination "
    "collection list bunch plethora multitude host ton myriad mix wealth crowd community audience police "
    "army band board club council department faculty firm press population minimum maximum average plenty "
    "class generation jury union university party fraction portion part bulk cluster following former "
    "latter other first second last next same none most many more few all any some"
)
"""Nouns that go with a verb of either number, or stand for a quantity of things."""
AMOUNTS = words(
    "seconds minutes hours days weeks months years decades dollars euros percent miles meters metres "
    "kilometers bytes bits megabytes gigabytes points times cents pounds degrees pixels lines words "
    "dozens hundreds thousands millions billions tons lots"
)
"""Plural nouns that may be one amount."""


def nominal(view: View, at: int) -> bool:
    """Tell whether token `at` can be part of a noun phrase after its determiner; an unknown word can."""
    word = view.word(at)
    if not word or word == OPAQUE or not word[0].isalpha():
        return False
    tags = view.tags_of(word)
    if tags & _CLOSED:
        return False
    return not tags or bool(tags & _MODIFYING)


def chain(view: View, at: int) -> int:
    """Return the last token of the words from `at` on that can be one noun phrase; `at` - 1 where there is none."""
    last = at - 1
    while last - at < _LONGEST and nominal(view, last + 1) and (last < at or _linked(view, last + 1)):
        last += 1
    return last


def _linked(view: View, at: int) -> bool:
    return view.joined(at) or view.gap(at) == "-"


def ends_at(view: View, at: int) -> bool:
    """Tell whether no word after token `at` can belong to the noun phrase that ends there."""
    if not view.joined(at + 1):
        gap = view.gap(at + 1)
        return gap[:1] not in "-/'’(" and gap != "." and gap.strip() != "/"
    return not nominal(view, at + 1) and view.word(at + 1) != OPAQUE and not view.word(at + 1)[0].isdigit()


def is_plural(view: View, at: int) -> bool:
    """Tell whether token `at` is a noun that can only be plural, an acronym's plural included."""
    written = view.written(at)
    if (
        len(written) > 2
        and written[-1] == "s"
        and written[:-1].isalpha()
        and written[:-1].isupper()
        and written[-2] not in "SI"
    ):
        return True
    return view.is_plural(view.word(at)) and not view.has_capital(at)


def is_singular(view: View, at: int) -> bool:
    """Tell whether token `at` is a noun in the singular that is counted."""
    return view.is_singular(view.word(at)) and not view.has_capital(at) and view.word(at) not in COLLECTIVE


def after_adverbs(view: View, at: int) -> int:
    """Return the first token from `at` on that is no adverb; -1 where something stands in between."""
    for index in range(at, at + 3):
        if not view.joined(index):
            return -1
        if not is_adverb(view, index):
            return index
    return -1


def is_adverb(view: View, at: int) -> bool:
    """Tell whether token `at` is an adverb that may stand before a verb."""
    word = view.word(at)
    tags = view.tags(at)
    return word in _ADVERBS or (bool(tags & RB) and word.endswith("ly") and not tags & (NOUN | VB | VBD))
