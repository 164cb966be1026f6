"""Which packs a document is for: one sure sign of the topic is enough, or several different hints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rlfix.rules.view import JOINTS

if TYPE_CHECKING:
    from rlfix.rules.header import Header
    from rlfix.rules.view import View


def has_topic(view: View, pack: Header) -> bool:
    """Tell whether the document of `view` is about what `pack` is for; every document is for one without a topic."""
    if not pack.sure and not pack.hints:
        return True
    if any(_has(view, sign) for sign in pack.sure):
        return True
    return pack.needed > 0 and sum(_has(view, sign) for sign in pack.hints) >= pack.needed


def _has(view: View, sign: tuple[Any, ...]) -> bool:
    """Tell whether the words of `sign`, each in one of its forms, stand in a row somewhere."""
    if any(view.distinct.isdisjoint(words) for words in sign):
        return False
    return len(sign) == 1 or any(_reads(view, sign, at) for at, word in enumerate(view.bare) if word in sign[0])


def _reads(view: View, sign: tuple[Any, ...], start: int) -> bool:
    if start + len(sign) > len(view.bare):
        return False
    return all(
        view.bare[index] in words and (index == start or view.gap(index) in JOINTS)
        for index, words in enumerate(sign, start)
    )
