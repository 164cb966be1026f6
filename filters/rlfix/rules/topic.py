"""Which packs a document is for: a few sure signs of the topic are enough, or several different hints.

How many depends on the length: a word or two of reinforcement learning in a book about something else do not
make it the book's topic, nor do words such as state, action and return that every field has.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from rlfix.rules.view import JOINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.rules.header import Header
    from rlfix.rules.view import View

WORDS_A_SIGN = 1500
"""A sure sign is wanted for every so many words of the document."""
WORDS_A_HINT = 40
"""A hint is wanted for every so many."""


def has_topic(view: View, pack: Header) -> bool:
    """Tell whether the document of `view` is about what `pack` is for; every document is for one without a topic."""
    if not pack.sure and not pack.hints:
        return True
    length = len(view.words)
    if _stands(view, pack.sure, 1 + length // WORDS_A_SIGN):
        return True
    if not pack.needed:
        return False
    found = [sign for sign in pack.hints if any(_places(view, sign))]
    return len(found) >= pack.needed and _stands(view, found, 1 + length // WORDS_A_HINT)


def _stands(view: View, signs: Iterable[tuple[Any, ...]], often: int) -> bool:
    """Tell whether `signs` stand in the text so often, all together."""
    places = chain.from_iterable(_places(view, sign) for sign in signs)
    return sum(1 for _, _ in zip(places, range(often), strict=False)) >= often


def _places(view: View, sign: tuple[Any, ...]) -> Iterator[bool]:
    """Yield True for each place where the words of `sign`, each in one of its forms, stand in a row."""
    if any(view.distinct.isdisjoint(words) for words in sign):
        return
    for word in sign[0]:
        for at in view.places.get(word, ()):
            if len(sign) == 1 or _reads(view, sign, at):
                yield True


def _reads(view: View, sign: tuple[Any, ...], start: int) -> bool:
    if start + len(sign) > len(view.bare):
        return False
    return all(
        view.bare[index] in words and (index == start or view.gap(index) in JOINTS)
        for index, words in enumerate(sign, start)
    )
