"""Misspelt words, real words in the place of others, words run together or torn apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.checks.rule import Rule, run
from rlfix.checks.spelling.channel import guess
from rlfix.checks.spelling.unknown import unknown_words
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.spelling.unknown import Unknown
    from rlfix.settings import Settings
    from rlfix.text import Text

SURE = 0.45
"""From which probability on a correction is made; below it, it is suggested."""
AHEAD = 0.7
"""How likely the best candidate has to be among the candidates."""
LIKELY = 0.15
"""From which probability on it is suggested."""


def misspelling(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Correct a misspelt word.

    Bad: The agent recieves the reward.
    Good: The agent receives the reward.

    Fine: Ms. Teh forked gnvlib; the maxxing of np.recieve is kinda gooder.
    """
    vocabulary = Vocabulary(text)
    for found in unknown_words(text, vocabulary):
        guessed = guess(found.place, vocabulary.used, vocabulary.own)
        if guessed.words and guessed.sure > LIKELY:
            new = recased(found.written, guessed.words[0])
            sure = guessed.sure >= SURE and guessed.ahead >= AHEAD and not _may_be_name(found, guessed.words[0])
            safety = Safety.SAFE if sure else Safety.SUGGEST
            why = _why(found, guessed.words[:3])
            yield Edit(found.start, found.end, found.written, new, "spelling.misspelling", why, safety)


def _may_be_name(found: Unknown, meant: str) -> bool:
    """Tell whether a word has a capital for no reason that shows: it is neither misspelt by many nor a known name."""
    if not found.place.capital or len(found.written) < 7:
        return found.place.capital
    known = lexicon.find(meant.lower())
    return not lexicon.meant(found.place.word) and (known is None or bool(known.kinds & lexicon.LOWER))


def _why(found: Unknown, words: list[str]) -> str:
    return f"“{found.written}” is misspelt; meant is {' or '.join(f'“{word}”' for word in words)}."


def recased(written: str, word: str) -> str:
    """Return `word` with the capitals of `written`."""
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


GROUP = "spelling"
RULES: tuple[Rule, ...] = (misspelling,)


def check(text: Text, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of every rule that `settings` lets run."""
    yield from run(GROUP, RULES, text, settings)
