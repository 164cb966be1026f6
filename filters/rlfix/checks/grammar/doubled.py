"""A word that stands twice."""

from __future__ import annotations

import re
from itertools import compress
from operator import eq
from typing import TYPE_CHECKING

from rlfix.checks.grammar.repeated import strands
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, VB, VBG, View, bits, words
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

    Articles, possessives, and most prepositions and conjunctions. What may be meant (had had, that that,
    is is, log in in, very very) is left alone, and a preposition only pointed out where a clause may end with it.

    Bad: The agent gets the the reward.
    Good: The agent gets the reward.

    Bad: It has to learn from *from* experience.
    Good: It has to learn from experience.

    Bad: The the policy of the the old model is a a mess.
    Good: The policy of the old model is a mess.

    Fine: He had had a very very good point, and what it is is that that was so.
    Fine: Pass `the the` to it; x the-the y; A a, a a b.
    Fine: Listen to "The The" or "the the".
    Fine: The server you connect to to run it; what is it good for for us?; join them with and and or; for for loops.
    """
    places = list(_doubled(text))
    view = View(text) if any(text.tokens.words[at] in _LOOSE for at, _ in places) else None
    for at, found in places:
        loose = view is not None and view.words[at] in _LOOSE
        yield from _once(found, meant=loose and _may_be_meant(view, at))  # type: ignore[arg-type]


def _doubled(text: Text) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the number of each token that stands twice and may do so only by a slip, and all of its repetition."""
    tokens, starts = text.tokens.words, text.tokens.starts
    end = 0
    for at in compress(range(len(tokens)), map(eq, tokens, tokens[1:])):
        if tokens[at] not in _SHORT or starts[at] < end:
            continue
        found = (_DOUBLED_A if tokens[at] == "a" else _DOUBLED).match(text.string, starts[at])
        if found:
            end = found.end()
            yield at, found


_LOOSE = words("of to for with from at by into and or if than be")
"""Those that a sentence can need twice: where a relative clause ends, or where the word itself is spoken of."""
_MENTIONING = words("use using write type keyword word operator called call say")
_MENTIONED = words("loop loops statement statements clause clauses block blocks expression expressions and or not xor")
_HAVING = words("have has had want wants need needs try tries trying going wanting used")
_PASSING = words("get gets got getting stand stands stood go goes went going stop stops drop pass passes passed come")
"""Before “by” these are whole: those who stand by by chance."""
_GOVERNED = {
    "of": words("thought spoken heard disposed dreamt dreamed made"),
    "to": words("referred listened spoken talked attended agreed adhered responded replied subscribed catered written"),
    "for": words("looked paid asked accounted called cared sent hoped waited searched provided prayed allowed planned"),
    "with": words("dealt tampered messed agreed coped interfered reckoned worked played experimented"),
    "at": words("looked arrived laughed stared aimed shouted"),
    "by": words("abided stood"),
    "into": words("looked gone broken delved tapped run baked built"),
}
"""Participles that a preposition may end: the file looked at at the start."""


def _may_be_meant(view: View, at: int) -> bool:
    """Tell whether the first may end a clause, or one is a name: the port it listens to to answer, for for loops."""
    before, word = view.before(at), view.words[at]
    tags = view.tags_of(before)
    if (before in _MENTIONING and word != "to") or view.next(at + 1) in _MENTIONED:
        return True
    if word in ("and", "or") or not view.joined(at + 2):
        return bool(tags & bits("IN")) and view.joined(at + 2)
    if (word == "by" and before in _PASSING) or strands(view, at):
        return True
    if tags & VB and view.before(at - 1) == "to":
        earlier = view.before(at - 2)
        return earlier not in _HAVING and bool(view.tags_of(earlier) & (ADJECTIVE | NOUN))  # hard to work with with it
    if tags & VBG and view.before(at - 1) in ("worth", "need", "needs", "needed"):
        return True
    governed = before in _GOVERNED.get(word, ())
    return governed and not view.tags_of(view.before(at - 1)) & bits("PRP", "HAVE")


def _once(found: re.Match[str], *, meant: bool) -> Iterator[Edit]:
    """Yield the edit that writes the word of `found` once, unless one of its two is a name."""
    first, rest = found[1], found[2]
    if not {*rest.split()} <= {first, first.lower()} or (first.isupper() and rest.islower() and len(first) > 1):
        return  # at AT, OR or: another word, or the word itself is spoken of
    safety = Safety.SUGGEST if meant or (rest.istitle() and len(first) > 1) else Safety.SAFE  # The The, a band
    why = f"“{first.lower()}” stands here twice."
    yield Edit(found.start(), found.end(), found[0], first, "grammar.doubled-word", why, safety)


RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (doubled_word,)
