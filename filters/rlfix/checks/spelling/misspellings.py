"""Words that no list knows: what they mean, by a noisy channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.checks.spelling.channel import guess, is_coined
from rlfix.checks.spelling.dialect import in_dialect
from rlfix.checks.spelling.unknown import unknown_words
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.checks.spelling.channel import Guess
    from rlfix.checks.spelling.unknown import Unknown
    from rlfix.settings import Settings
    from rlfix.text import Text

SURE = 0.6
"""From which probability on a correction is made; below it, it is suggested."""
AHEAD = 0.75
"""How likely the best candidate has to be among the candidates: three times as likely as all others together."""
LIKELY = 0.15
"""From which probability on it is suggested."""


def misspelling(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Correct a misspelt word.

    A word is misspelt when no list knows it, the document does not vouch for it (in its code, in an address,
    or by using it three times), and a word is near from which it came by a slip that people make. What is
    meant is told by how frequent that word is, by its neighbours and by the document itself. Where that
    leaves a doubt, or the word may be a name or a coinage, up to three words are suggested.

    Bad: The agent recieves its reward imediately.
    Good: The agent receives its reward immediately.

    Bad: ## Reward Propogation
    Good: ## Reward Propagation

    Bad: It was *rec*ieved, and **seperate**.
    Good: It was *rec*eived, and **separate**.

    Fine: Ms. Teh of the Teh Institute saw np.arange, `recieve`, CartPole-v1, a `teh`, and kinda liked it.
    Fine: Kueue reads the zrange of a vhost. Ege Akmanov wrote a possibly inexhaustive list.
    Fine: The colour and the color, agenticness, an unvectorized codegen, A is good, and B is gooder.
    """
    vocabulary = Vocabulary(text)
    for found in unknown_words(text, vocabulary):
        guessed = guess(found.place, vocabulary.used, vocabulary.own(found.place.word[0]))
        if not guessed.words or guessed.sure < LIKELY:
            continue
        safety = Safety.SAFE if _is_sure(found, guessed) else Safety.SUGGEST
        words = [in_dialect(text, text.block_at(found.start), word) for word in guessed.words[:3]]
        new = recased(found.written, words[0])
        if new != found.written:
            yield Edit(found.start, found.end, found.written, new, "spelling.misspelling", _why(found, words), safety)


def _is_sure(found: Unknown, guessed: Guess) -> bool:
    """Tell whether a word is surely misspelt, and surely the first that is guessed."""
    if guessed.sure < SURE or guessed.ahead < AHEAD or _may_be_name(found, guessed):
        return False
    if found.listed and found.written[0].isupper():
        return False  # Valkey and Redict
    listed = lexicon.meant(found.place.word)
    if listed:
        return len(listed) == 1 or bool(found.place.before or found.place.after)
    return not _may_be_own(found, guessed.words[0])


def _may_be_own(found: Unknown, best: str) -> bool:
    """Tell whether a word that no list calls misspelt may be one of somebody's own: inexhaustive, Kueue, vhost, itk.

    It is made of a word, is short with a capital or very short, or has a letter before a word of content.
    """
    word, known = found.place.word, lexicon.find(best.lower())
    if is_coined(word) or len(word) < _SHORTEST or _is_derived(word, best) or found.listed:
        return True
    small = known is not None and known.tags & lexicon.CLOSED
    if len(word) < _SHORT and found.written[0].isupper():
        return not small or lexicon.frequency(word) > 0
    return word[1:] == best and word[0] != best[0] and len(best) <= _SHORT and not small


def _is_derived(word: str, best: str) -> bool:
    """Tell whether `word` is the best guess with an ending: two awaitables, the systemd kind of name, debuggee."""
    ending = word.removeprefix(best)
    if ending in _ENDINGS and ending != best[-1]:
        return True
    return word.endswith("ee") and any(map(lexicon.is_word, (word[:-2], word[:-3])))


_ENDINGS = ("s", "d", "r", "er")
_SHORTEST, _SHORT, _LONG = 4, 7, 10
"""Letters below which anything, or a name, may look like a misspelling by chance; from which on nothing does."""
_CLEAR = 0.9
"""From which probability on such a long word is misspelt, whatever its capital."""


def _may_be_name(found: Unknown, guessed: Guess) -> bool:
    """Tell whether a word has a capital for no reason that shows: it is neither misspelt by many nor a known name."""
    if not found.place.capital:
        return False
    known = lexicon.find(guessed.words[0].lower())
    if len(found.written) < _SHORT:
        return known is None or not known.kinds & lexicon.NAME or not _is_nobodys(found.place.word)
    if lexicon.meant(found.place.word) or (len(found.written) >= _LONG and guessed.sure >= _CLEAR):
        return False
    return known is None or bool(known.kinds & lexicon.LOWER)


def _is_nobodys(word: str) -> bool:
    """Tell whether `word` is known as a misspelling only: Pyhton, but not Teh."""
    return len(word) > _SHORT - 3 and len(lexicon.meant(word)) == 1 and not lexicon.frequency(word)


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
