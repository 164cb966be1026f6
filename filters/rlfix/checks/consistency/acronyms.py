"""What a document says its acronyms stand for.

Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text
(PSB 2003): an acronym in brackets stands for the shortest run of words before the bracket in which its
letters occur in order, the first of them at the start of a word. The same is done with the words in
brackets after an acronym, and with those after "short for" and the like.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rlfix.checks.consistency.letters import is_near
from rlfix.edit import Edit, Safety
from rlfix.lexicon import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text

_SAYS = (" short for ", " stands for ", ", or ")
"""What stands between an acronym and its words where no bracket does."""
_MINOR = frozenset("a an and by for from in of on or the to with".split())  # noqa: SIM905
"""Words that an acronym may pass over."""


class Mention(NamedTuple):
    """An acronym with words at its side that may be what it stands for."""

    short: str
    tokens: range
    """The words next to it, no more than it can stand for."""
    before: bool
    """True where they stand before it: the last of them belong to it, else the first."""


def acronym_expansion(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Give an acronym the words that it stands for elsewhere in the document.

    A slip in one letter of the words is mended; where they differ in more, one is suggested.

    Bad: A Markov Decision Process (MDP) is an MDP (Markov decision process). Two Markov Decicion Processes (MDPs).
    Good: A Markov Decision Process (MDP) is an MDP (Markov decision process). Two Markov Decision Processes (MDPs).

    Fine: Chain-of-Thought (CoT) helps. So does a chain of thoughts (CoT).
    Fine: Phasic Policy Gradient (PPG) is new. A photoplethysmogram (PPG) is old. PPG (phasic policy gradient) wins.
    """
    by_short: dict[str, list[Mention]] = {}
    for mention in _mentions(text):
        by_short.setdefault(mention.short, []).append(mention)
    for mentions in by_short.values():
        if len(mentions) > 1:
            yield from _conflicts(text, mentions)


def is_explained(text: Text, acronym: str) -> bool:
    """Tell whether `acronym` stands in brackets of its own or right before some: the author says what it is."""
    ways = (f"({acronym})", f"({acronym}s)", f"{acronym} (", f"{acronym}s (")
    return any(way in text.string for way in ways)


def _mentions(text: Text) -> Iterator[Mention]:
    """Yield the places where an acronym may be given its words."""
    string, tokens = text.string, text.tokens
    for offset in _places(string, " ("):
        last = tokens.at(offset) - 1
        if last < 0 or tokens.ends[last] != offset:
            continue
        inside, closing, _ = string[offset + 2 : offset + 14].partition(")")
        if closing and _is_short(inside):
            yield _mention(text, inside, last, -1)
        elif tokens.starts[last + 1 : last + 2] == [offset + 2]:
            yield from _said(text, last, last + 1)
    for phrase in _SAYS:
        for offset in _places(string, phrase):
            first = tokens.at(offset + len(phrase) - 1)
            last = tokens.at(offset) - 1
            while last > 0 and tokens.words[last] in {"is", "which"}:
                last -= 1
            yield from _said(text, last, first + (tokens.words[first : first + 1] == ["the"]))


def _places(string: str, part: str) -> Iterator[int]:
    offset = string.find(part)
    while offset >= 0:
        yield offset
        offset = string.find(part, offset + 1)


def _said(text: Text, acronym: int, first: int) -> Iterator[Mention]:
    """Yield what token `acronym`, if it is one, is said to stand for by token `first` and those after it."""
    short = text.string[text.tokens.starts[acronym] : text.tokens.ends[acronym]] if acronym >= 0 else ""
    if _is_short(short) and first < len(text.tokens):
        yield _mention(text, short, first, 1)


def _mention(text: Text, short: str, number: int, step: int) -> Mention:
    """Return the mention of `short` whose words start at token `number` and go on, or back, by `step`."""
    short = short.removesuffix("s")
    other = number
    longest = min(len(short) + 5, len(short) * 2)
    while abs(other - number) + 1 < longest and _is_run_on(text, min(other, other + step)):
        other += step
    return Mention(short, range(min(number, other), max(number, other) + 1), before=step < 0)


def _is_short(form: str) -> bool:
    """Tell whether `form` looks like an acronym: two capitals or more in two to ten letters, digits and hyphens."""
    return 1 < len(form) < 12 and sum(map(str.isupper, form)) > 1 and form.replace("-", "").isalnum()


def _is_run_on(text: Text, index: int) -> bool:
    """Tell whether nothing but a blank or a hyphen stands between token `index` and the next word."""
    return index >= 0 and text.tokens.gap(index) in {" ", "-", "–"} and text.tokens.words[index + 1] != "\ufffc"


def _conflicts(text: Text, mentions: list[Mention]) -> Iterator[Edit]:
    """Yield edits where one of `mentions`, all of one acronym, gives it other words than most of them."""
    longs = [long for long in (_long_form(text, mention) for mention in mentions) if long]
    counts = Counter("".join(_key(text, long)) for long in longs)
    if not counts:
        return
    (most, count), *_ = counts.most_common(1)
    usual = next(long for long in longs if "".join(_key(text, long)) == most)
    for mention in mentions:
        one_word = _one_word_off(text, mention, usual)
        if one_word:
            yield from _mended(text, mention, one_word, often=count > 1)
        else:
            yield from _replaced(text, mention, usual)


def _long_form(text: Text, mention: Mention) -> range:
    """Return the tokens that `mention` gives as the meaning of its acronym; none where they do not fit."""
    numbers = mention.tokens
    if mention.before:
        first = _first_fitting(mention.short, [text.tokens.words[i] for i in numbers])
        return numbers[first:] if first is not None and len(numbers) - first > 1 else range(0)
    for length in range(2, len(numbers) + 1):
        if _initials(text, numbers[:length]) == mention.short.lower().replace("-", ""):
            return numbers[:length]
    return range(0)


def _first_fitting(short: str, words: list[str]) -> int | None:
    """Return the number of the word from which on `words` hold the letters of `short` (Schwartz and Hearst, fig. 1)."""
    letters = [letter for letter in short.lower() if letter.isalnum()]
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        for place in range(len(word) - 1, -1, -1):
            if letters and word[place] == letters[-1] and (len(letters) > 1 or place == 0):
                letters.pop()
        if not letters:
            return number
    return None


def _initials(text: Text, numbers: Iterable[int]) -> str:
    return "".join(word[0] for word in _key(text, numbers))


def _key(text: Text, numbers: Iterable[int]) -> tuple[str, ...]:
    """Return the words that count, in singular and with -ize: what two ways of writing one term have in common."""
    words = (text.tokens.words[number] for number in numbers)
    return tuple(_singular(word).replace("isation", "ization") for word in words if word not in _MINOR)


def _singular(word: str) -> str:
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word if len(word) < 4 or word.endswith("ss") else word.removesuffix("s")


def _one_word_off(text: Text, mention: Mention, usual: range) -> tuple[int, int] | None:
    """Return the one token at `mention` that the `usual` words have another for, and that; None where more differ."""
    wanted = [number for number in usual if text.tokens.words[number] not in _MINOR]
    numbers = [number for number in mention.tokens if text.tokens.words[number] not in _MINOR]
    window = numbers[-len(wanted) :] if mention.before else numbers[: len(wanted)]
    if len(wanted) != len(window) or len(wanted) < 3:
        return None
    differing = [two for two in zip(window, wanted, strict=True) if _key(text, two[:1]) != _key(text, two[1:])]
    return differing[0] if len(differing) == 1 else None


def _mended(text: Text, mention: Mention, differing: tuple[int, int], *, often: bool) -> Iterator[Edit]:
    """Yield an edit that writes the usual word; sure where the odd one is none, and one letter away."""
    tokens = text.tokens
    wrong, right = (tokens.words[number] for number in differing)
    if wrong[:4] == right[:4] and find(wrong):
        return  # optimization, optimizer
    start, end = tokens.starts[differing[0]], tokens.ends[differing[0]]
    old, new = text.string[start:end], text.string[tokens.starts[differing[1]] : tokens.ends[differing[1]]]
    new = new.lower() if old.islower() else new.capitalize() if old.istitle() else new
    sure = often and len(right) > 5 and wrong[0] == right[0] and is_near(wrong, right) and not find(wrong)
    yield _edit(mention, start, old, new, sure=sure)


def _replaced(text: Text, mention: Mention, usual: range) -> Iterator[Edit]:
    """Yield a suggestion to write the `usual` words where others stand whose first letters make the acronym too."""
    long, letters = _long_form(text, mention), mention.short.lower().replace("-", "")
    if "".join(_key(text, long)) != "".join(_key(text, usual)) and _initials(text, long) == letters:
        (start, end), (first, last) = _span(text, long), _span(text, usual)
        yield _edit(mention, start, text.string[start:end], text.string[first:last], sure=False)


def _edit(mention: Mention, start: int, old: str, new: str, *, sure: bool) -> Edit:
    why = f"Elsewhere in the document “{new}” is what “{mention.short}” stands for."
    safety = Safety.SAFE if sure else Safety.SUGGEST
    return Edit(start, start + len(old), old, new, "terms.acronym-expansion", why, safety)


def _span(text: Text, numbers: range) -> tuple[int, int]:
    return text.tokens.starts[numbers[0]], text.tokens.ends[numbers[-1]]
