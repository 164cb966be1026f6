"""Apostrophes in contractions and pronouns: doesn', dont, does'nt, your's, its'.

Most of these are no words at all and can mean one thing only; they stand in a table. Those that are words
too (cant, wont, lets) or names (Ive) are changed only where their neighbours leave no other reading. A mark
after a word may also close a quotation ('as he who doesn'), so it counts as an apostrophe only where none
is open. A text has the straight mark for both; the document's own curly one comes back when it is written.

What a noun with 's stands for is told in `plurals`; its and it's are a matter of grammar.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.checks.spelling.candidates import is_within
from rlfix.checks.spelling.places import beside, is_among_english, is_free, places_of, starts_sentence
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.checks.rule import Rule
    from rlfix.settings import Settings
    from rlfix.text import Text

_VERBS = (
    "do does did is are was were has have had could should would must need might ai".split()  # noqa: SIM905
)
_NEGATED = {verb: f"{verb}n't" for verb in _VERBS}
_NOT = (*_NEGATED.values(), "can't", "won't", "shan't")
"""The contractions of not."""
_OTHERS = (
    "you're you've you'll they're they've they'll we've it'll that'll that's there's here's where's what's who's how's "  # noqa: SIM905
    "he's she's i've i'm".split()
)
_CONTRACTED = {
    **{right.replace("'", ""): right for right in (*_NOT, *_OTHERS) if right != "shan't"},
    **{f"{verb}'nt": right for verb, right in _NEGATED.items()},
    **{f"{verb}'t": right for verb, right in _NEGATED.items()},
    "ca'nt": "can't", "can'nt": "can't", "cann't": "can't", "wo'nt": "won't", "i'am": "I am", "your'e": "you're",
    "they'r": "they're", "your're": "you're", "theyr'e": "they're",
}  # fmt: skip
"""Contractions with the apostrophe left out or misplaced, and what they are."""
_CUT = {right[:-2]: right for right in _NOT if right not in {"can't", "ain't"}}
"""Contractions without their end: `doesn`, before a lone mark, a lone t, or the verb."""
_PERSONS = frozenset({"i", "they", "we", "you"})
_ENDS = {"ll": _PERSONS, "ve": _PERSONS, "n't": frozenset({*_NEGATED, "ca", "wo"})}
"""Ends of contractions, and the words that they were torn from."""
_PRONOUNS = {
    "your's": "yours", "yours'": "yours", "her's": "hers", "hers'": "hers", "our's": "ours", "ours'": "ours",
    "their's": "theirs", "theirs'": "theirs", "its'": "its", "his'": "his",
}  # fmt: skip
"""Possessive pronouns, none of which has an apostrophe."""

_DETERMINERS = frozenset("a an another any each his her its my no our some the their this your".split())  # noqa: SIM905
_SUBJECTS = frozenset("he i it one she that there these they this those we which who you".split())  # noqa: SIM905
_BEFORE_NOUN = frozenset("a an another how my not our some the this what where why your".split())  # noqa: SIM905
_AFTER_WHATS = _BEFORE_NOUN | {"going", "happening", "in", "it", "left", "more", "new", "next", "really", "up", "wrong"}
_AFTER_HAVE = frozenset("already always been got had just never only seen".split())  # noqa: SIM905
_AFTER_BE = _BEFORE_NOUN | frozenset(
    "afraid also as at confident curious glad going happy in just on only sorry still sure very".split()  # noqa: SIM905
)
_INVITING = frozenset(
    "assume begin consider define dive examine explore find first go have imagine look make move not now return say "  # noqa: SIM905
    "see start suppose take talk think try turn walk".split()
)
"""Words after let's; lets you and lets users are right as they are."""


def contraction(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Put the apostrophe of a contraction where it belongs.

    Bad: It doesnt matter, it does'nt matter, it doesn' matter, and it dosen't matter.
    Good: It doesn't matter, it doesn't matter, it doesn't matter, and it doesn't matter.

    Bad: Thats what we cant see. Lets see what we ve got.
    Good: That's what we can't see. Let's see what we've got.

    Fine: Thieves' cant is a jargon, as is his wont. It lets you see. Jony Ive was the one. Im z is real.
    Fine: It doesn't, they're, the agents' rewards, 'it don', rock 'n' roll, the '90s, f' and `dont`, dont-care.
    """
    words = text.tokens.words
    distinct = set(words)
    wrong = {word: right for word, right in _CONTRACTED.items() if word in distinct}
    if "'t" in text.string:
        wrong |= {word: right for word in distinct if word.endswith("'t") and (right := _misspelt(word))}
    cut = {word for word in (*_CUT, *_ENDS) if word in distinct}
    if not wrong and not cut:
        return
    named = Vocabulary(text).named
    for index in [index for index, word in enumerate(words) if (word in wrong or word in cut) and word not in named]:
        found = _whole(text, index, wrong[words[index]]) if words[index] in wrong else _cut(text, index)
        if found is not None and is_among_english(text, index, known=wrong):
            yield found


def _misspelt(word: str) -> str:
    """Return the contraction of not that `word`, which ends in 't, is a misspelling of: dosen't."""
    stem = word[:-2]
    if word in _NOT or len(stem) < 4 or lexicon.is_word(stem) or stem in _CUT:
        return ""
    near = [right for right in _NOT if is_within(word, right, 1)]
    return near[0] if len(near) == 1 else ""


def _whole(text: Text, index: int, right: str) -> Edit | None:
    """Return an edit of token `index` to `right`; of a mark after it too."""
    start, end = text.tokens.starts[index], text.tokens.ends[index]
    word, written = text.tokens.words[index], text.string[start:end]
    marked = text.string[end : end + 1] == "'" and not is_quoting(text, end)
    if not is_free(text, start, end + marked) or not _is_written_so(text, index, written):
        return None
    safety = _GUARDS[word](text, index) if word in _GUARDS else Safety.SAFE
    return _edit(text, (start, end + marked), right, "contraction", safety) if safety else None


def _is_written_so(text: Text, index: int, written: str) -> bool:
    """Tell whether the capitals of token `index` are those of an ordinary word; Dont may be a name."""
    if written.islower() or (written.isupper() and len(written) > 3) or "'" in written:
        return True
    return starts_sentence(text, index) or text.block_at(text.tokens.starts[index]).kind in {"header", "meta"}


def _cut(text: Text, index: int) -> Edit | None:
    """Return an edit that completes a contraction of which token `index` is one half."""
    tokens, word = text.tokens, text.tokens.words[index]
    start, end, gap = tokens.starts[index], tokens.ends[index], tokens.gap(index)
    before, after = beside(text, index)
    if word in _ENDS:
        return _rejoined(text, index) if before in _ENDS[word] else None
    if gap in {" ", "'", "' "} and text.string[end + len(gap) : end + len(gap) + 2].rstrip() == "t":
        return _edit(text, (start, tokens.ends[index + 1]), _CUT[word], "contraction", Safety.SAFE)
    if text.string[end : end + 1] == "'":
        apostrophe = not is_quoting(text, end) and is_free(text, start, end + 1)
        return _edit(text, (start, end + 1), _CUT[word], "contraction", Safety.SAFE) if apostrophe else None
    if word in {"don", "won"} or before in _DETERMINERS or not before or not is_free(text, start, end):
        return None
    return _edit(text, (start, end), _CUT[word], "contraction", Safety.SAFE) if _may_be(after, "VB", "RB") else None


def _rejoined(text: Text, index: int) -> Edit | None:
    """Return an edit that joins the end of a contraction with the word before: we ve; did n't is how corpora write."""
    start, end = text.tokens.starts[index - 1], text.tokens.ends[index]
    end_of_not = text.tokens.words[index] == "n't"
    right = text.tokens.words[index - 1] + "'" * (not end_of_not) + text.tokens.words[index]
    safety = Safety.SUGGEST if end_of_not else Safety.SAFE
    return _edit(text, (start, end), right, "contraction", safety) if is_free(text, start, end) else None


def is_quoting(text: Text, mark: int) -> bool:
    """Tell whether the ' at `mark` may close a quotation: one was opened before it in its block and not closed."""
    block = text.block_at(mark)
    before = text.string[block.start : mark]
    if "'" not in before and "‘" not in before:
        return False
    return len(_OPENING.findall(before)) > len(_CLOSING.findall(before))


_OPENING = re.compile(r"(?<![\w'])'(?=[^\s'\d])|‘")
_CLOSING = re.compile(r"(?<=[^\s'])'(?![\w'])")


def _may_be(word: str, *tags: str) -> bool:
    found = lexicon.find(word) if word else None
    return found is not None and found.is_tagged(*tags)


def _edit(text: Text, span: tuple[int, int], new: str, name: str, safety: Safety) -> Edit:
    start, end = span
    old = text.string[start:end]
    if old.isupper() and len(old) > 3:
        new = new.upper()
    elif old[0].isupper() or new.startswith("i'"):
        new = new[0].upper() + new[1:]
    return Edit(start, end, old, new, f"spelling.{name}", f"It is written “{new}”.", safety)


def _next(*tags: str, words: frozenset[str] = frozenset()) -> Callable[[Text, int], Safety | None]:
    """Return a guard that lets pass where the next word is one of `words` or can be one of `tags`."""

    def guard(text: Text, index: int) -> Safety | None:
        before, after = beside(text, index)
        fits = after in words or (_may_be(after, *tags) and before not in _DETERMINERS)
        return Safety.SAFE if fits else None

    return guard


def _cant(text: Text, index: int) -> Safety | None:
    """Let pass after a subject, or where a verb follows: we cant see; not thieves' cant."""
    before, after = beside(text, index)
    verb = _may_be(after, "VB", "RB") and after not in {"to", "of", "is"}
    return Safety.SAFE if before in _SUBJECTS or (verb and before and before not in _NO_SUBJECT) else None


_NO_SUBJECT = _DETERMINERS | {"and", "are", "is", "of", "or", "was", "were", "with"}


def _ive(text: Text, index: int) -> Safety | None:
    _, after = beside(text, index)
    lower = text.string[text.tokens.starts[index]].islower()
    return Safety.SAFE if after in _AFTER_HAVE or (lower and _may_be(after, "VBN")) else None


def _lets(text: Text, index: int) -> Safety | None:
    before, after = beside(text, index)
    if after not in _INVITING or (before and before not in {"so", "now", "then", "but", "first", "next"}):
        return None
    return Safety.SAFE if starts_sentence(text, index) else Safety.SUGGEST


def _is_not_noun(text: Text, index: int) -> Safety | None:
    """Let pass where the next word is no noun: youre right; youre code and theyre own are slips of your and their."""
    _, after = beside(text, index)
    noun = after == "own" or (_may_be(after, "NN", "NNS") and not _may_be(after, "VBG", "RB", "JJ"))
    return None if noun or not after else Safety.SAFE


def _is_not_french(text: Text, index: int) -> Safety | None:
    _, after = beside(text, index)
    return (
        None
        if after in {"elle", "il", "ils", "je", "l", "la", "le", "les", "nous", "un", "une", "vous"}
        else Safety.SAFE
    )


_GUARDS: dict[str, Callable[[Text, int], Safety | None]] = {
    "cant": _cant,
    "wont": _cant,
    "ive": _ive,
    "im": _next("VBG", words=_AFTER_BE),
    "lets": _lets,
    **dict.fromkeys(("theyre", "youre"), _is_not_noun),
    "dont": _is_not_french,
    **dict.fromkeys(("heres", "wheres", "hows"), _next(words=_BEFORE_NOUN)),
    "whats": _next(words=_AFTER_WHATS),
    **dict.fromkeys(("whos", "hes", "shes"), _next("VBG", words=_AFTER_BE)),
}
"""For what may be something else: how sure it is at its place; None where it is left alone."""
_CONTRACTED["lets"] = "let's"


def possessive_pronoun(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Take the apostrophe out of a possessive pronoun.

    Bad: The fault is your's, not their's, and the agent knows its' limits.
    Good: The fault is yours, not theirs, and the agent knows its limits.

    Fine: It's the agents' fault, 'not its', and one's own.
    """
    for index in chain(places_of(text, "r's"), places_of(text, "s'")):
        start, end = text.tokens.starts[index], text.tokens.ends[index]
        marked = text.string[end : end + 1] == "'" and not is_quoting(text, end)
        right = _PRONOUNS.get(text.tokens.words[index] + "'" * marked)
        if right and is_free(text, start, end + marked) and not _means_there(text, index):
            yield _edit(text, (start, end + marked), right, "possessive-pronoun", Safety.SAFE)


def _means_there(text: Text, index: int) -> bool:
    """Tell whether token `index` is their's where a noun phrase follows: their's a way."""
    _, after = beside(text, index)
    return text.tokens.words[index] == "their's" and bool(after) and after not in _AFTER_PRONOUN


_AFTER_PRONOUN = frozenset("and are as but by for from if in is of on or than to too was were when will with".split())  # noqa: SIM905

RULES: tuple[Rule, ...] = (contraction, possessive_pronoun)
