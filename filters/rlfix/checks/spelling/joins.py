"""Words run together: alongwith, influencedby, alot.

What is no word may be two without the blank between them. That is told by how often those stand side by
side, and by how they go with the words around. Coinages of two nouns (userland, framestacking)
are left alone: one of the words run together is always one of grammar. So are the names that programs
give to things (alist, startswith), which look just the same; where a document shows code, its words are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rlfix import lexicon
from rlfix.checks.spelling.candidates import one_slip
from rlfix.checks.spelling.places import (
    UNKNOWN,
    affinity,
    beside,
    is_among_english,
    is_free,
    odd_words,
    starts_sentence,
)
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.settings import Settings
    from rlfix.text import Text

LITTLE = frozenset(
    "a about after all also an and any are as at be because been before between but by can could did do does each "  # noqa: SIM905
    "for from had has have he if in into is it its may might must no not of on only or our she should so some "
    "than that the their then these they this those through to using was we were what when where which who will "
    "with would you your".split()
)
"""Words of grammar: of two words that were run together, one is such a word."""
_LISTED = {
    "abit": "a bit", "afew": "a few", "alot": "a lot", "aslong": "as long", "assoon": "as soon", "atonce": "at once",
    "bythe": "by the",
    "eachother": "each other", "evenif": "even if", "eventhough": "even though", "infront": "in front",
    "inorder": "in order", "inspite": "in spite", "inthe": "in the", "isnot": "is not", "noone": "no one",
    "ofcourse": "of course", "thesame": "the same",
}  # fmt: skip
"""Words often run together that no list of misspellings has."""
_ONLY_BEFORE = {"inorder": frozenset({"to", "that"}), "infront": frozenset({"of"}), "inspite": frozenset({"of"})}
"""What has to follow: an inorder traversal is none in order to do something."""
_CODE = frozenset(
    "addto andthen asarray asis atexit beforeall copyin copyto dosomething endif endswith fillin forall foreach "  # noqa: SIM905
    "fromkeys groupby inout inplace isalpha isclose isdigit isequal isfinite isin isinf isinstance isnan isset "
    "lookin nodata noop notin onclick onload orderby orelse passthrough readonly runas setof sortby startswith todo "
    "tofile tolist typeof whileloop wordof writeonly".split()
)
"""Names that programming languages and libraries give, and that are two words run together on purpose."""
_FITS, _FITS_LONG, _CLEAR = 1.3, 0.7, 1.5
"""How well the two words have to go together, also where they are long, and one of them with its neighbour (log10)."""
_ENDINGS = frozenset({"a", "an", "as", "in", "on", "or", "to", "us"})
"""Words that are endings too, of English (representor) or of other languages (programas)."""
_SUSPECT = 55
"""A frequency from which on the string is something that people write: a name, a word of another language."""


class Pair(NamedTuple):
    """Two words that may have been run together."""

    first: str
    second: str
    affinity: float


def run_together(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Part two words that were run together, one of which is a word of grammar.

    Bad: Ship it alongwith the manual, it was influencedby other work.
    Good: Ship it along with the manual, it was influenced by other work.

    Bad: There are alot of models. Ofcourse, we know that.
    Good: There are a lot of models. Of course, we know that.

    Fine: The userland part of framestacking is an alist; string startswith and inorder traversal too.
    Fine: See alongwith.example.com, `alot` and --alongwith.
    """
    pairs = {word: pair for word in odd_words(text.tokens) if (pair := _pair(word))}
    if not pairs:
        return
    vocabulary = Vocabulary(text)
    for index, word in enumerate(text.tokens.words):
        if word not in pairs or vocabulary.has(word) or not _is_ordinary(text, index):
            continue
        parted = _parted(text, index, pairs[word]) if pairs[word].affinity else _listed(text, index, pairs[word])
        if parted is not None:
            yield edit_of(text, (index, index), parted[0], "spelling.run-together", parted[1])


def _pair(word: str) -> Pair | None:
    """Return the two words that `word` may be, those that go together best; with affinity 0 those that a list has."""
    if word in _CODE or len(word) < 3:
        return None
    meant = lexicon.meant(word)
    if word in _LISTED or meant:
        first, _, second = _LISTED.get(word, meant[0] if meant else "").partition(" ")
        clear = word in _LISTED or (len(meant) == 1 and second and not LITTLE.isdisjoint((first, second)))
        return Pair(first, second, 0.0) if clear else None
    cuts = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
    plain = [pair for pair in cuts if not LITTLE.isdisjoint(pair) and all(map(_is_plain, pair))]
    return max((Pair(*pair, affinity(*pair)) for pair in plain), key=lambda pair: pair.affinity, default=None)


def _is_plain(word: str) -> bool:
    found = lexicon.find(word)
    if found is None or not found.kinds & lexicon.LOWER or (len(word) == 1 and word != "a"):
        return False
    return found.frequency >= 2 * lexicon.FREQUENT or len(word) > 6


def _is_ordinary(text: Text, index: int) -> bool:
    """Tell whether token `index` is written like an ordinary word: a capital only where a sentence starts."""
    start, end = text.tokens.starts[index], text.tokens.ends[index]
    written = text.string[start:end]
    ordinary = written.islower() or (written[1:].islower() and starts_sentence(text, index))
    return ordinary and is_free(text, start, end)


def _listed(text: Text, index: int, pair: Pair) -> tuple[str, Safety] | None:
    word = text.tokens.words[index]
    _, after = beside(text, index)
    if not is_among_english(text, index) or (word in _ONLY_BEFORE and after not in _ONLY_BEFORE[word]):
        return None
    return f"{pair.first} {pair.second}", Safety.SAFE


def _parted(text: Text, index: int, pair: Pair) -> tuple[str, Safety] | None:
    """Return the two words that token `index` is, and how sure that is; None where its neighbours do not fit."""
    before, after = beside(text, index)
    known = all(lexicon.is_word(one) for one in (before, after) if one.isalpha())
    sides = [affinity(one, two) for one, two in ((before, pair.first), (pair.second, after)) if one and two]
    clear = sum(side >= _CLEAR for side in sides)
    if not known or not clear or any(UNKNOWN < side < 0 for side in sides) or not _is_likely(pair, clear > 1):
        return None
    if _is_better(pair, before, after, sum(max(side, 0.0) for side in sides)):
        return None
    noun = pair.first == "a" and clear < 2 and _is_noun(pair.second)
    return f"{pair.first} {pair.second}", Safety.SUGGEST if noun else Safety.SAFE


def _is_likely(pair: Pair, both: bool) -> bool:
    """Tell whether two words are likely to be meant, by themselves; `both` go with their neighbours, or one.

    The longer they are together, and if nobody ever writes them so, the less it takes.
    """
    written, lengths = lexicon.frequency(pair.first + pair.second), (len(pair.first), len(pair.second))
    if written >= _SUSPECT:
        return False
    never = not written and sum(lengths) > 6
    if pair.affinity < (_FITS_LONG if never else _FITS):
        return both and min(lengths) > 2 and sum(lengths) > 7
    return both or (sum(lengths) > 4 and pair.second not in (_ENDINGS - {"as", "to"} if never else _ENDINGS))


def _is_noun(word: str) -> bool:
    """Tell whether `word` is a short noun: `alist` and `atime` are names that programs give."""
    found = lexicon.find(word)
    noun = found is not None and found.is_tagged("NN", "NNS") and not word.endswith(("ed", "ing"))
    return noun and (len(word) < 6 or lexicon.frequency(f"a{word}") > 0)


def _is_better(pair: Pair, before: str, after: str, score: float) -> bool:
    """Tell whether a frequent word at one slip from the two goes with their neighbours as well as they do."""
    tries = one_slip(pair.first + pair.second) - {pair.first, pair.second}
    near = [one for one in tries if lexicon.frequency(one) >= lexicon.FREQUENT]
    return any(max(affinity(before, one), 0.0) + max(affinity(one, after), 0.0) >= score for one in near)


def edit_of(text: Text, tokens: tuple[int, int], new: str, rule: str, safety: Safety) -> Edit:
    """Return an edit of the tokens from the first to the last of `tokens`, with a capital where they have one."""
    start, end = text.tokens.starts[tokens[0]], text.tokens.ends[tokens[1]]
    old = text.string[start:end]
    new = new[0].upper() + new[1:] if old[0].isupper() else new
    why = f"“{old}” is “{new}”: " + ("one word." if " " in old else "two words.")
    return Edit(start, end, old, new, rule, why, safety)


RULES: tuple[Rule, ...] = (run_together,)
