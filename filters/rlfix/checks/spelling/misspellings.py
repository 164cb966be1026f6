"""Words that no list knows: what they mean, by a noisy channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.checks.spelling.channel import guess
from rlfix.checks.spelling.dialect import in_dialect
from rlfix.checks.spelling.unknown import unknown_words
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.checks.spelling.unknown import Unknown
    from rlfix.settings import Settings
    from rlfix.text import Text

SURE = 0.6
"""From which probability on a correction is made; below it, it is suggested."""
AHEAD = 0.7
"""How likely the best candidate has to be among the candidates."""
LIKELY = 0.15
"""From which probability on it is suggested."""


def misspelling(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Correct a misspelt word.

    A word is misspelt when no list knows it, the document does not vouch for it (in its code, in an address,
    or by using it three times), and a word is near from which it came by a slip that people make. What is
    meant is told by how frequent that word is, by its neighbours and by the document itself. Where that
    leaves a doubt, up to three words are suggested.

    Bad: The agent recieves its reward imediately.
    Good: The agent receives its reward immediately.

    Bad: ## Reward Propogation
    Good: ## Reward Propagation

    Bad: It was *rec*ieved, and **seperate**.
    Good: It was *rec*eived, and **separate**.

    Fine: Ms. Teh of the Teh Institute saw np.arange, `recieve`, CartPole-v1, a `teh`, and kinda liked it.
    Fine: The colour and the color, agenticness, an unvectorized codegen, A is good, and B is gooder.
    """
    vocabulary = Vocabulary(text)
    for found in unknown_words(text, vocabulary):
        guessed = guess(found.place, vocabulary.used, vocabulary.own(found.place.word[0]))
        if not guessed.words or guessed.sure < LIKELY:
            continue
        sure = guessed.sure >= SURE and guessed.ahead >= AHEAD and not _may_be_name(found, guessed.words[0])
        sure = sure and (bool(found.place.before or found.place.after) or len(lexicon.meant(found.place.word)) < 2)
        safety = Safety.SAFE if sure else Safety.SUGGEST
        words = [in_dialect(text, text.block_at(found.start), word) for word in guessed.words[:3]]
        new = recased(found.written, words[0])
        if new != found.written:
            yield Edit(found.start, found.end, found.written, new, "spelling.misspelling", _why(found, words), safety)


def _may_be_name(found: Unknown, meant: str) -> bool:
    """Tell whether a word has a capital for no reason that shows: it is neither misspelt by many nor a known name."""
    if not found.place.capital or len(found.written) < 7:
        return found.place.capital
    known = lexicon.find(meant.lower())
    return not lexicon.meant(found.place.word) and (known is None or bool(known.kinds & lexicon.LOWER))


def _why(found: Unknown, words: list[str]) -> str:
    return f"“{found.written}” is misspelt; meant is {' or '.join(f'“{word}”' for word in dict.fromkeys(words))}."


def recased(written: str, word: str) -> str:
    """Return `word` with the capitals of `written`."""
    if written.isupper() and len(written) > 1:
        return word.upper()
    if written.islower():
        return word.lower()
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


RULES: tuple[Rule, ...] = (misspelling,)
