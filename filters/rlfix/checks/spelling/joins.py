"""Words run together (alongwith) and words torn apart (environm ent).

Both leave something that is no word. What it was is told by the words it consists of, by how often those
stand side by side, and by how they go with the words around. Coinages of two nouns (userland, framestacking)
are left alone: one of the words run together is always one of grammar. So are the names that programs
give to things (alist, startswith), which look just the same; where a document shows code, its words are known.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rlfix import lexicon
from rlfix.checks.spelling.candidates import one_slip
from rlfix.checks.spelling.places import UNKNOWN, affinity, beside, is_free, starts_sentence
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text

_LITTLE = frozenset(
    "a an the of to in on for with from by at as and or but if that this these those is are was were be been has have "  # noqa: SIM905
    "had it its we you they he she not no which when where who what can will would should could may might must do does "
    "did so than then into about only also their our your all any each some after before because through between "
    "using".split()
)
"""Words of grammar: of two words that were run together, one is such a word."""
_LISTED = {
    "abit": "a bit", "afew": "a few", "aslong": "as long", "assoon": "as soon", "atonce": "at once", "bythe": "by the",
    "eachother": "each other", "evenif": "even if", "eventhough": "even though", "infront": "in front",
    "inorder": "in order", "inspite": "in spite", "inthe": "in the", "isnot": "is not", "noone": "no one",
    "ofcourse": "of course", "thesame": "the same", "uptill": "up till", "upto": "up to", "wellknown": "well-known",
}  # fmt: skip
"""Words often run together that no list of misspellings has."""
_ONLY_BEFORE = {"inorder": frozenset({"to", "that"}), "infront": frozenset({"of"}), "inspite": frozenset({"of"})}
"""What has to follow: an inorder traversal is none in order to do something."""
_CODE = frozenset(
    "addto andthen asarray asis atexit beforeall copyin copyto dosomething endif endswith fillin foreach forall fromkeys "  # noqa: SIM905
    "groupby inout inplace isalpha isclose isdigit isequal isfinite isin isinf isinstance isnan isset lookin noop notin "
    "onclick onload orderby orelse passthrough readonly runas setof sortby startswith todo tofile tolist typeof whileloop"
    " wordof writeonly".split()
)
"""Names that programming languages and libraries give, and that are two words run together on purpose."""
_FITS, _CLEAR = 1.3, 1.5
"""How well the two words have to go together, and one of them with its neighbour (log10)."""
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
    words = text.tokens.words
    unknown = {word for word in set(words) if len(word) > 2 and not lexicon.is_word(word) and word.isalpha()}
    options = {word: pairs for word in unknown if word.isascii() and (pairs := list(_pairs(word)))}
    if not options:
        return
    vocabulary = Vocabulary(text)
    for index, word in enumerate(words):
        if word not in options or vocabulary.has(word) or not _is_ordinary(text, index):
            continue
        parted = _listed(text, index) if not options[word][0].affinity else _parted(text, index, options[word])
        if parted is not None:
            yield _edit(text, index, index, parted[0], "run-together", "These are two words.", parted[1])


def _pairs(word: str) -> Iterable[Pair]:
    """Return what `word` may be two words of; with affinity 0 what a list says it is."""
    if word in _CODE:
        return []
    if word in _LISTED:
        return [Pair(*_LISTED[word].replace("-", " ").split(), 0.0)]
    meant = lexicon.meant(word)
    if meant:
        first, _, second = meant[0].partition(" ")
        little = second and " " not in second and _LITTLE & {first, second}
        return [Pair(first, second, 0.0)] if little and not meant[1:] or word == "alot" else []
    cuts = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
    pairs = [(one, two) for one, two in cuts if (one in _LITTLE and _is_plain(two)) or (two in _LITTLE and _is_plain(one))]
    return sorted((Pair(*pair, affinity(*pair)) for pair in pairs), key=lambda pair: -pair.affinity)[:1]


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


def _listed(text: Text, index: int) -> tuple[str, Safety] | None:
    word = text.tokens.words[index]
    _, after = beside(text, index)
    if word in _ONLY_BEFORE and after not in _ONLY_BEFORE[word]:
        return None
    safety = Safety.SUGGEST if word == "upto" else Safety.SAFE
    return _LISTED.get(word) or lexicon.meant(word)[0], safety


def _parted(text: Text, index: int, pairs: list[Pair]) -> tuple[str, Safety] | None:
    """Return the two words that token `index` is, by what they and their neighbours are; None where that is not clear."""
    before, after = beside(text, index)
    pair, word = pairs[0], text.tokens.words[index]
    sides = [affinity(one, two) for one, two in ((before, pair.first), (pair.second, after)) if one and two]
    known = all(not one or not one.isalpha() or lexicon.is_word(one) for one in (before, after))
    clear = [side for side in sides if side >= _CLEAR]
    if not known or not clear or any(UNKNOWN < side < 0 for side in sides) or lexicon.frequency(word) >= _SUSPECT:
        return None
    both = len(clear) == 2
    counted = pair.affinity >= _FITS and (both or len(word) > 4)
    if not counted and not (both and len(word) > 7 and min(map(len, pair[:2])) > 2):
        return None
    if _better(word, before, after, sum(max(side, 0.0) for side in sides)):
        return None
    noun = pair.first == "a" and not both and _is_noun(pair.second)
    return f"{pair.first} {pair.second}", Safety.SUGGEST if noun else Safety.SAFE


def _is_noun(word: str) -> bool:
    """Tell whether `word` is mostly a noun: `alist` and `atime` are names that programs give."""
    found = lexicon.find(word)
    return found is not None and found.is_tagged("NN", "NNS") and not word.endswith(("ed", "ing"))


def _better(word: str, before: str, after: str, score: float) -> bool:
    """Tell whether a frequent word at one slip from `word` goes with its neighbours as well as the two words do."""
    near = [one for one in one_slip(word) if lexicon.frequency(one) >= lexicon.FREQUENT]
    return any(max(affinity(before, one), 0.0) + max(affinity(one, after), 0.0) >= score for one in near)


def _edit(text: Text, first: int, last: int, new: str, name: str, why: str, safety: Safety) -> Edit:
    """Return an edit of the tokens from `first` to `last`, with a capital where they have one."""
    start, end = text.tokens.starts[first], text.tokens.ends[last]
    old = text.string[start:end]
    new = new[0].upper() + new[1:] if old[0].isupper() else new
    return Edit(start, end, old, new, f"spelling.{name}", why, safety)


def torn_apart(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Join a word that a blank tore apart.

    At least one half is no word, or is a word that never stands alone there.

    Bad: Copy the environm ent and some thing o therwise lost.
    Good: Copy the environment and some thing otherwise lost.

    Bad: Use an other one.
    Good: Use another one.

    Fine: Pass it with out parameters, can not only read, some how and why, log in to it, and pre and post steps.
    Fine: A ws server, prec is the precedence, how to boot xen on it, an Other.
    """
    words = text.tokens.words
    unknown = {word for word in set(words) if word.isalpha() and not lexicon.is_word(word) and word.isascii()}
    for index, word in enumerate(words[:-1]):
        if word in unknown or words[index + 1] in unknown:
            yield from _rejoined(text, index, unknown)
        elif word in _HALVES:
            yield from _HALVES[word](text, index)


_SHORTEST = 6
"""Letters of a word that is put together; two halves of a shorter one may be anything."""


def _rejoined(text: Text, index: int, unknown: set[str]) -> Iterator[Edit]:
    """Yield an edit where token `index` and the next one, one of which is no word, are one together."""
    halves = text.tokens.words[index], text.tokens.words[index + 1]
    joined = "".join(halves)
    found = lexicon.find(joined) if len(joined) >= _SHORTEST and text.tokens.gap(index) == " " else None
    if found is None or found.frequency < lexicon.FREQUENT or not found.kinds & lexicon.LOWER:
        return
    odd = max((half for half in halves if half in unknown), key=len)
    other = halves[1] if odd == halves[0] else halves[0]
    if len(odd) < 3 or not _is_between(text, index, index + 1) or not _are_english(text, index):
        return
    sure = other not in _LITTLE and other != "i" and found.frequency > lexicon.frequency(odd) - 10
    why = f"A blank tears “{joined}” apart."
    yield _edit(text, index, index + 1, joined, "torn-apart", why, Safety.SAFE if sure else Safety.SUGGEST)


def _is_between(text: Text, first: int, last: int) -> bool:
    """Tell whether the tokens from `first` to `last` stand by themselves, all but the first in small letters."""
    start, end = text.tokens.starts[first], text.tokens.ends[last]
    written = text.string[start:end]
    return written[1:].islower() and is_free(text, start, end)


def _are_english(text: Text, index: int) -> bool:
    """Tell whether the words around tokens `index` and the next are known: two odd halves are no foreign sentence."""
    words = text.tokens.words
    around = [*words[max(0, index - 2) : index], *words[index + 2 : index + 4]]
    return all(lexicon.is_word(word) or not word.isalpha() for word in around)


_Half = "Callable[[Text, int], Iterator[Edit]]"


def _halves(text: Text, index: int, *, seconds: dict[str, str], safety: Safety = Safety.SUGGEST) -> Iterator[Edit]:
    """Yield an edit where the word after token `index` is one of `seconds`, which tell what both are together."""
    tokens = text.tokens
    second = tokens.words[index + 1]
    if second in seconds and tokens.gap(index) == " " and _is_between(text, index, index + 1):
        new = seconds[second]
        yield _edit(text, index, index + 1, new, "torn-apart", f"“{new}” is one word.", safety)


def _can_not(text: Text, index: int) -> Iterator[Edit]:
    """Yield a suggestion for `can not`, unless it is not only, not just or not … but."""
    _, after = beside(text, index, index + 1)
    if after not in {"only", "just", "merely", "simply", "but"}:
        yield from _halves(text, index, seconds={"not": "cannot"})


_INTO = frozenset(
    "break breaking breaks broken broke converted convert converting converts copied copy divide divided divides dividing "  # noqa: SIM905
    "fed feed feeding grouped import imported insert inserted inserting load loaded loading parsed put puts putting run "
    "runs split splits splitting take taken takes taking transform transformed transforms translate translated "
    "translates turn turned turning turns went".split()
)
"""Words after which something goes into something; after others `in` may be the end of a verb: log in to."""


def _in_to(text: Text, index: int) -> Iterator[Edit]:
    """Yield a suggestion for `in to` and `on to` after a verb that asks for `into`."""
    before, _ = beside(text, index)
    if before in _INTO:
        word = text.tokens.words[index]
        yield from _halves(text, index, seconds={"to": f"{word}to"})


def _across(text: Text, index: int) -> Iterator[Edit]:
    """Yield a suggestion for `a cross the`: no noun stands before an article."""
    _, after = beside(text, index, index + 1)
    if after in {"the", "all", "different", "many", "multiple", "several", "these", "this", "those", "our", "its"}:
        yield from _halves(text, index, seconds={"cross": "across"})


def _somehow(text: Text, index: int) -> Iterator[Edit]:
    _, after = beside(text, index, index + 1)
    if after not in {"and", "or"}:
        yield from _halves(text, index, seconds={"how": "somehow"})


def _without(text: Text, index: int) -> Iterator[Edit]:
    """Yield a suggestion for `with out`; out parameters and out edges are things."""
    _, after = beside(text, index, index + 1)
    if after in {"a", "an", "any", "the", "having", "it", "them", "this", "that", "using", "being", "loss", "need"}:
        yield from _halves(text, index, seconds={"out": "without"})


def _prefix(text: Text, index: int) -> Iterator[Edit]:
    """Yield a suggestion for a prefix that stands alone: joined where that is a word, with a hyphen where not."""
    prefix, base = text.tokens.words[index], text.tokens.words[index + 1]
    found = lexicon.find(base)
    if text.tokens.gap(index) != " " or found is None or len(base) < 4 or not _is_between(text, index, index + 1):
        return
    if not text.string[text.tokens.starts[index]].islower() or found.tags & lexicon.CLOSED:
        return
    joined = lexicon.is_word(prefix + base)
    if joined or prefix in _HYPHENED:
        new = prefix + ("" if joined else "-") + base
        yield _edit(text, index, index + 1, new, "torn-apart", f"“{prefix}-” is no word.", Safety.SUGGEST)


_HYPHENED = frozenset("anti inter intra multi non pre quasi semi".split())  # noqa: SIM905
"""Prefixes that take a hyphen before any word."""
_HALVES: dict[str, Callable[[Text, int], Iterator[Edit]]] = {
    **dict.fromkeys((*_HYPHENED, "hyper", "micro", "mis", "re", "un"), _prefix),
    "a": _across,
    "an": partial(_halves, seconds={"other": "another"}, safety=Safety.SAFE),
    "can": _can_not,
    "in": _in_to,
    "on": _in_to,
    "mean": partial(_halves, seconds={"while": "meanwhile"}),
    "some": _somehow,
    "through": partial(_halves, seconds={"out": "throughout"}),
    "when": partial(_halves, seconds={"ever": "whenever"}),
    "where": partial(_halves, seconds={"as": "whereas", "ever": "wherever"}),
    "with": _without,
}
"""Words that may be the first half of another, and what looks whether they are."""

RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (run_together, torn_apart)
