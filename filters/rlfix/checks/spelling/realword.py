"""Right words that are not the ones meant: form for from, think for thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_content import CONTENT_WORDS
from rlfix.checks.spelling.realword_grammar import GRAMMAR_WORDS
from rlfix.checks.spelling.realword_place import Place
from rlfix.checks.spelling.realword_rare import RARE_WORDS
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rlfix.settings import Settings
    from rlfix.text import Text


def _found(text: Text, frames: Mapping[str, Callable[[Place], str]], rule: str) -> Iterator[Edit]:
    for index, word in enumerate(text.tokens.words):
        if word in frames:
            place = Place(text, index)
            meant = frames[word](place)
            if meant and _is_plain(place):
                yield _edit(place, meant, rule)


def _is_plain(place: Place) -> bool:
    """Tell whether the word is written as an ordinary word: in lower case, or first in its sentence."""
    start, end = place.text.tokens.starts[place.index], place.text.tokens.ends[place.index]
    written = place.text.string[start:end]
    if place.text.string[end : end + 1] in {"_", "/", "=", "("} or place.text.string[start - 1 : start] in {"/", ".", "@", "\\", "_"}:
        return False
    return written.islower() or (written[1:].islower() and place.starts_sentence)


def _edit(place: Place, meant: str, rule: str) -> Edit:
    start, end = place.text.tokens.starts[place.index], place.text.tokens.ends[place.index]
    written = place.text.string[start:end]
    word = meant.rstrip("?")
    new = word[:1].upper() + word[1:] if written[0].isupper() else word
    safety = Safety.SUGGEST if meant.endswith("?") else Safety.SAFE
    return Edit(start, end, written, new, rule, f"“{written}” is a word, but here “{word}” is meant.", safety)


def word_of_grammar(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write the word of grammar that is meant.

    Bad: This is larger then the other one.
    Good: This is larger than the other one.

    Fine: It is larger, then smaller.
    """
    return _found(text, GRAMMAR_WORDS, "spelling.word-of-grammar")


def confused_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write the noun, verb or adjective that is meant.

    Bad: That isn't a think for us.
    Good: That isn't a thing for us.

    Fine: I think so.
    """
    return _found(text, CONTENT_WORDS, "spelling.confused-word")


def unlikely_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Replace a word that hardly anybody means by the frequent one beside it on the keyboard.

    Bad: You go trough each of them.
    Good: You go through each of them.

    Fine: The peak and the trough of the wave.
    """
    return _found(text, RARE_WORDS, "spelling.unlikely-word")


RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (word_of_grammar, confused_word, unlikely_word)
