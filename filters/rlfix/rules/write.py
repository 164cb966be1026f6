"""What is written where a rule matches: the preferred term in the number, form and case of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.sounds import article_for

if TYPE_CHECKING:
    from rlfix.rules.reading import Place
    from rlfix.rules.view import View

_SMALL_WORDS = "a an and as at by for from in of on or over per the to under via vs with"
SMALL = frozenset(_SMALL_WORDS.split())
"""Words that a title in Title Case leaves in lower case."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_HAVE_WORDS = "am are be been being get gets getting got had has have having is was were 've 're 's"
_HAVE = frozenset(_HAVE_WORDS.split())
_NEGATIONS_WORDS = "also already always just never not often only then"
_NEGATIONS = frozenset(_NEGATIONS_WORDS.split())


def recased(new: str, old: list[str], *, start: bool, lonely: bool = True) -> str:
    """Return `new` in the case of `old`, the words of the text whose case is free.

    `start` tells that a sentence starts there with a capital; a lone capitalised word is not title case
    then unless `lonely` is false. Words of `new` with capitals of their own stay as they are.
    """
    words = [word for word in old if any(map(str.isalpha, word))]
    if not words:
        return _first(new) if start else new
    if all(word.isupper() for word in words) and any(len(word) > 1 for word in words):
        return new.upper()
    content = [word for word in words if word.lower() not in SMALL] or words
    if all(word[0].isupper() for word in content) and (len(content) > 1 or not start or not lonely):
        return _titled(new)
    return _first(new) if start or words[0][0].isupper() else new


def _first(new: str) -> str:
    return new[:1].upper() + new[1:] if _leads_lower(new) else new


def _leads_lower(new: str) -> bool:
    found = _WORD.match(new)
    return bool(found) and found[0].islower()  # type: ignore[index]


def _titled(new: str) -> str:
    """Return `new` in title case; words with capitals of their own stay."""

    def capital(found: re.Match[str]) -> str:
        word = found[0]
        if word != word.lower() or (word in SMALL and found.start() > 0):
            return word
        return word[0].upper() + word[1:]

    return _WORD.sub(capital, new)


def verb_tag(tags: tuple[str, ...], view: View, place: Place) -> str:
    """Return which of `tags` the first word of a match has: `trained` is a participle after `was`, else a past."""
    if len(tags) == 1:
        return tags[0]
    before = view.words[max(0, place.start - 3) : place.start]
    while before and (before[-1] in _NEGATIONS or before[-1].endswith("ly")):
        before = before[:-1]
    if "VBN" in tags and before and (before[-1] in _HAVE or before[-1].endswith(("'ve", "n't", "'s", "'re"))):
        return "VBN"
    return "VB" if "VB" in tags else "VBD" if "VBD" in tags else tags[0]


def article_before(view: View, place: Place, new: str) -> tuple[int, str] | None:
    """Return where the article before a match starts, and the one that `new` needs; None where it need not change."""
    index = place.start - 1
    if index < 0 or view.words[index] not in ("a", "an") or view.gap(place.start) not in (" ", "\n"):
        return None
    written = view.written(index)
    if written == "A" and view.sentence(place.start)[0] != index and not _shouts(view, place):
        return None  # the letter: vitamin A
    first = new.split(maxsplit=1)[0]
    if _shouts(view, place) and lexicon.is_word(first.lower()):
        first = first.lower()
    right = article_for(first, known=lexicon.is_word(first.lower()))
    if not right or right == written.lower():
        return None
    return view.starts[index], _like(written, right, shouts=_shouts(view, place))


def _like(written: str, right: str, *, shouts: bool) -> str:
    if shouts and written.isupper():
        return right.upper()
    return right.capitalize() if written[0].isupper() else right


def _shouts(view: View, place: Place) -> bool:
    return place.last - place.first > 3 and view.string[place.first : place.last].isupper()
