"""A word that stands twice."""

from __future__ import annotations

import re
from itertools import compress
from operator import eq
from typing import TYPE_CHECKING

from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text

_ONCE = "the|an|of|to|for|with|from|at|by|and|or|if|than|into|we|be|our|your|their|its"
_SHORT = frozenset(_ONCE.split("|")) | {"a"}
_WORD_BEFORE = r"(?<![\w'’/.@#$\\-])"
_WORD_AFTER = r"(?![\w'’/&+-]|[.@:]\w)"
_DOUBLED = re.compile(rf"{_WORD_BEFORE}({_ONCE})((?: \1)+){_WORD_AFTER}", re.IGNORECASE)
_DOUBLED_A = re.compile(r"(?<=[a-z]{2} )(a)((?: a)+)(?= \.?[a-z]{2})")


def doubled_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write a short word once that slipped in twice.

    Only words that no sentence needs twice in a row: articles, most prepositions, conjunctions and
    possessives. What may be meant (had had, that that, is is, log in in, very very) is left alone.

    Bad: The agent gets the the reward.
    Good: The agent gets the reward.

    Bad: It has to learn from *from* experience.
    Good: It has to learn from experience.

    Bad: The the policy of the the old model is a a mess.
    Good: The policy of the old model is a mess.

    Fine: He had had a very very good point, and what it is is that that was so.
    Fine: Pass `the the` to it; x the-the y; A a, a a b.
    Fine: Listen to "The The" or "the the".
    """
    words = text.tokens.words
    end = 0
    for at in compress(range(len(words)), map(eq, words, words[1:])):
        if words[at] not in _SHORT or text.tokens.starts[at] < end:
            continue
        pattern = _DOUBLED_A if words[at] == "a" else _DOUBLED
        found = pattern.match(text.string, text.tokens.starts[at])
        if found:
            end = found.end()
            yield from _once(found)


def _once(found: re.Match[str]) -> Iterator[Edit]:
    """Yield the edit that writes the word of `found` once, unless one of its two is a name."""
    first, rest = found[1], found[2]
    if not {*rest.split()} <= {first, first.lower()} or (first.isupper() and rest.islower() and len(first) > 1):
        return  # at AT, OR or: another word, or the word itself is spoken of
    safety = Safety.SUGGEST if rest.istitle() and len(first) > 1 else Safety.SAFE  # The The, a band
    why = f"“{first.lower()}” stands here twice."
    yield Edit(found.start(), found.end(), found[0], first, "grammar.doubled-word", why, safety)


RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (doubled_word,)
