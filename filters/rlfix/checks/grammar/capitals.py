"""Capitals that English asks for: I, the names of days, months and languages, the start of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.checks.grammar.rows import is_row
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.checks.grammar.view import View
    from rlfix.settings import Settings
    from rlfix.text import Text

_PROSE = frozenset({"para", "note", "item", "definition", "cell"})
"""Kinds of blocks in which a capital is missed; headings and captions have their own ways."""
_SAY = frozenset(
    "am think thought believe believed guess hope mean wrote tried want wanted know knew wish "  # noqa: SIM905
    "wonder don't didn't couldn't wasn't haven't suppose suspect remember forgot feel felt learned "
    "started decided like love".split()
)
"""What I do, and a running index i does not."""


@on("i", "i'm", "i've", "i'll", "i'd")
def pronoun_i(view: View, at: int) -> Fix | None:
    """Write the pronoun I as a capital.

    Bad: Well, i think i'm right.
    Good: Well, I think I'm right.

    Fine: For each i in x; the i think tank; i, j; `i` am; i.e. and i have no idea.
    """
    word = view.written(at)
    if word[0] != "i" or (len(word) == 1 and view.next(at) not in _SAY) or not is_row(view, at, at):
        return None
    if view.before(at) in ("the", "index", "an") or view.text.block_at(view.starts[at]).kind not in _PROSE:
        return None
    style = view.string.count(" i ") >= _STYLE and not any(sign in view.string for sign in (" I ", " I'", "\nI "))
    return Fix(at, at, f"I{word[1:]}", "The pronoun I is a capital.", Safety.SUGGEST if style else Safety.SAFE)


_STYLE = 4
"""A document that writes i so often and never I does so on purpose."""
_CAPITAL = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june", "july", "september", "october", "november", "december", "english", "french", "german", "spanish",
    "chinese", "japanese", "korean", "russian", "portuguese", "italian", "arabic", "hindi", "european", "american",
    "african", "asian", "british", "canadian", "australian",
)  # fmt: skip


@on(*_CAPITAL)
def proper_name(view: View, at: int) -> Fix | None:
    """Write the names of days, months, languages and nations with a capital.

    Bad: On monday we trained it on english text from european sources.
    Good: On Monday we trained it on English text from European sources.

    Fine: The `english` option, english.txt, debian-english; {french, italian}; May and march; a lang=english tag.
    """
    word = view.words[at]
    if view.written(at) != word or not is_row(view, at, at) or view.gap(at)[-1:] not in (" ", "\n", "("):
        return None
    block = view.text.block_at(view.starts[at])
    alone = not view.before(at) and not view.next(at)
    if block.kind not in _PROSE or alone or (view.gap(at + 1)[:1] == "," and view.word(at + 1) in _CAPITAL):
        return None
    if view.word(at + 1) in ("fries", "toast") or (not view.tags(at - 1) and not view.tags(at + 1)):
        return None
    return Fix(at, at, word.title(), f"It is a name: {word.title()}.")


_LOWER_START = re.compile(r"\. (?=(?P<next>[a-z]+)[ ,])")
_STARTS = frozenset(
    "a also an and as at because both but by each finally first for from he hence here how however "  # noqa: SIM905
    "if in it its many most next no note now of on once one our she since so some such that the "
    "their then there therefore these they this those thus to we what when where while with you "
    "your".split()
)
_ABBREVIATIONS = frozenset(
    "prof gen sen rep capt esp cont sect chap par pop pts univ mag ser inst res ops app apps lib "  # noqa: SIM905
    "libs repo etc vs approx resp incl excl max min fig figs eq eqs sec ref refs vol no nos est "
    "dept misc avg std param params def cf viz al ca art abs col cols corp inc ltd max para tel "
    "dev temp ver version rev pos neg diff orig".split()
)


def sentence_capital(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Start a sentence with a capital where the one before it has ended.

    Bad: It was given by the user. the other one was not. this is it.
    Good: It was given by the user. The other one was not. This is it.

    Fine: Use it etc. and so on; approx. the same; install stable. period; e.g. the one; 3 min. a day.
    Fine: no capitals here. in this line. there are none.
    """
    for found in _LOWER_START.finditer(text.string):
        word = found["next"]
        if word in _STARTS and _has_ended(text, found.start()):
            start = found.end()
            new = word.capitalize()
            yield Edit(
                start, start + len(word), word, new, "grammar.sentence-capital", "A sentence starts with a capital."
            )


def _has_ended(text: Text, stop: int) -> bool:
    """Tell whether a sentence ends with the stop at `stop`: in running prose, after an ordinary word."""
    tokens = text.tokens
    number = tokens.at(stop - 1)
    word = tokens.words[number] if number < len(tokens) and tokens.ends[number] == stop else ""
    known = lexicon.find(word)
    ordinary = known is not None and known.kinds & lexicon.LOWER and len(word) > 2 and word not in _ABBREVIATIONS
    block = text.block_at(stop)
    if not ordinary or block.kind not in ("para", "note") or not text.string[tokens.starts[number]].islower():
        return False
    return (
        text.string[tokens.starts[number] - 1 : tokens.starts[number]] in (" ", "\n", "(")
        and text.string[block.start].isupper()
    )


RULES: tuple[Rule | Callable[[Text, Settings], Iterator[Edit]], ...] = (pronoun_i, proper_name, sentence_capital)
