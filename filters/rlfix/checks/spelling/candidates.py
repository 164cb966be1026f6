"""Words near a misspelt one: everything in the lexicon within Damerau-Levenshtein distance 2.

Distance 1 is tried letter by letter (Norvig 2007, How to write a spelling corrector). For distance 2 the
lexicon has an index (Garbe 2012, symmetric delete): two strings that differ by two slips become equal when
each loses at most two letters, and so do their first six letters. Where such a beginning has used up both
slips, the rest of the word is as it is written, and a look-up tells whether that is one; after the few that
leave a slip, all words with that beginning are measured. Frequent words only: a rare word two slips away is
a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 5
"""Letters of a word that is looked for at distance 2; almost anything is two slips from a shorter one."""


def one_slip(word: str) -> set[str]:
    """Return the words of the lexicon at distance 1 from `word`: a letter missing, extra, changed, or two swapped."""
    tries = []
    for place in range(lexicon.begun(word) + 1):  # up to the first letter that no word goes on with, thus to a slip
        head, tail = word[:place], word[place:]
        rest = tail[1:]
        tries += [head + rest, head + rest[:1] + tail[:1] + rest[1:], *_between(head, tail), *_between(head, rest)]
    found = lexicon.words_among(tries)
    found.discard(word)
    return found


def _between(head: str, tail: str) -> list[str]:
    """Return every letter between `head` and `tail`; one string that is taken apart is quicker than 26."""
    return f"{head}{f'{tail} {head}'.join(_LETTERS)}{tail}".split(" ")


def two_slips(word: str) -> set[str]:
    """Return the frequent words at distance 2 from `word`, and some at distance 1."""
    if len(word) < _SHORTEST:
        return set()
    start = word[: lexicon.BEGINNING]
    fewer = _shortened([start])
    close = {beginning for variant in (start, *fewer) for beginning in lexicon.near(variant)}
    tries = [one for beginning in close for one in _with_rest(beginning, word)] + _two_away(_shortened(fewer), word)
    open_ended = (one for one in close if len(one) == lexicon.BEGINNING and _leaves_a_slip(one, word))
    found = lexicon.words_among(tries).union(*map(lexicon.starting, open_ended))
    return {near for near in found if _is_near(near, word) and lexicon.frequency(near) >= lexicon.FREQUENT}


def _shortened(words: Iterable[str]) -> set[str]:
    """Return what comes of leaving out one letter of each of `words`."""
    return {word[:place] + word[place + 1 :] for word in words for place in range(len(word))}


def _is_near(near: str, word: str) -> bool:
    """Tell whether `near` is another word within two slips: each makes a letter of it another, or one less or more."""
    different = len(set(word).symmetric_difference(near))  # a quick look first
    return different + abs(len(word) - len(near)) <= 4 and near != word and is_within(word, near, 2)


def _two_away(variants: set[str], word: str) -> list[str]:
    """Return what the beginnings go on to be that have only one of `variants`, two letters less, in common with `word`.

    Both slips are in them, so the rest is that of `word`; from where on, tells what was left out.
    """
    last = lexicon.BEGINNING
    found = {variant: lexicon.near(variant) for variant in variants}
    every = {beginning for beginnings in found.values() for beginning in beginnings}
    tries = [*every, *(beginning + word[last:] for beginning in every)]
    for place, left in ((last - 2, {word[: last - 2]}), (last - 1, _shortened([word[: last - 1]]))):
        tries += [beginning + word[place:] for variant in variants & left for beginning in found[variant]]
    for place in range(last, min(last + 2, len(word))):
        ending = [beginning for beginning in every if beginning[-1] == word[place]]
        tries += [beginning + word[place + 1 :] for beginning in ending]
        tries += [beginning + word[place - 1] + word[place + 1 :] for beginning in ending]
    return tries


def _with_rest(beginning: str, word: str) -> Iterator[str]:
    """Yield what `beginning` may go on to be: the rest of `word`, its first letter maybe swapped with the last one."""
    for place in range(len(beginning) - 2, min(len(beginning) + 3, len(word) + 1)):
        yield beginning + word[place:]
        if word[place : place + 1] == beginning[-1:]:
            yield beginning + word[place - 1] + word[place + 1 :]


def _leaves_a_slip(beginning: str, word: str) -> bool:
    """Tell whether `word` starts with `beginning`, or with what one slip makes of it."""
    if word.startswith(beginning):
        return True
    place = _alike(beginning, word)
    rest = beginning[place + 1 :]
    return (
        word.startswith(rest, place + 1)
        or word.startswith(rest, place)
        or word.startswith(beginning[place:], place + 1)
        or (
            beginning[place : place + 2] == word[place : place + 2][::-1]
            and word.startswith(beginning[place + 2 :], place + 2)
        )
    )


def is_within(one: str, other: str, most: int) -> bool:
    """Tell whether two strings are at most so many slips apart, which are two at the very most.

    Damerau-Levenshtein, optimal string alignment.
    """
    if len(one) < len(other):
        one, other = other, one
    more = len(one) - len(other)
    if more > most:
        return False
    start = _alike(one, other)
    one, other = one[start:], other[start:]
    end = _alike(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    if len(one) <= most:
        return True
    if most == 2:
        return _are_two_slips(one, other, more)
    return most == 1 and len(one) == 2 and one == other[::-1]


def _are_two_slips(one: str, other: str, more: int) -> bool:
    """Tell whether two slips make `other` of `one`, which has `more` letters; they differ in their first and last one.

    So one of the slips is at the start, the other one at the end, and between them they are alike.
    """
    if more == 2:
        return one[1:-1] == other
    first, last = one[1::-1] == other[:2], one[:-3:-1] == other[-2:]
    """True where letters are swapped there."""
    if more:
        found = one[1:-1] in {other[1:], other[:-1]}
        return found or (first and one[2:-1] == other[2:]) or (last and one[1:-2] == other[:-2])
    if one[1:-1] == other[1:-1] or one[1:] == other[:-1] or one[:-1] == other[1:]:
        return True
    if first and last:
        return one[2:-2] == other[2:-2]
    return (first and one[2:-1] == other[2:-1]) or (last and one[1:-2] == other[1:-2])


def _alike(one: str, other: str) -> int:
    """Return how many letters two strings have in common at their start."""
    place = 0
    for letter, another in zip(one, other, strict=False):
        if letter != another:
            return place
        place += 1
    return place


def two_words(word: str, shortest: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words, none shorter than `shortest`, that `word` may be without the blank between them."""
    for place in range(shortest, len(word) - shortest + 1):
        first, second = word[:place], word[place:]
        if lexicon.is_word(first) and lexicon.is_word(second):
            yield first, second
