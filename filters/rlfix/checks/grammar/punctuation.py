"""Blanks and marks that stand where they should not, or do not stand where they should.

A mark is changed only between words of prose: what looks like a list of symbols, a path, a call or an
option is left alone, and so is what a document does again and again, which is its style.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix import lexicon
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Block, Text

_STYLE = 3
"""From so many times on, what a document does is its style."""


def _is_ordinary(word: str) -> bool:
    """Tell whether `word`, in lower case, is an ordinary word and none of grammar."""
    known = lexicon.find(word)
    return known is not None and bool(known.kinds & lexicon.LOWER) and not known.tags & lexicon.CLOSED


_NEAR = 12
_BEFORE_WORD = frozenset("\ufffc \n\"'“‘(")
_BLANK_BEFORE = re.compile(r" [,.?!](?=[ \n]+(?P<next>\S)|\Z)")


def blank_before_mark(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Take away a blank before a comma, a stop, a question mark.

    Bad: This works , but it is slow . That helps.
    Good: This works, but it is slow. That helps.

    Fine: The characters , and . and then ; are marks; pip install -e . and then; Pourquoi ? Parce que !
    Fine: `x` , `y` and `z` . Files like .profile and word .NET; one , two , three , four .
    """
    if not any(mark in text.string for mark in (" ,", " .", " ?", " !")):
        return
    found = [one for one in _BLANK_BEFORE.finditer(text.string) if _ends_before(text, one)]
    for one in found:
        alike = sum(other[0] == one[0] for other in found)
        safety = Safety.SUGGEST if alike >= _STYLE else Safety.SAFE
        yield Edit(
            *one.span(),
            one[0],
            one[0][1],
            "grammar.blank-before-mark",
            f"No blank stands before “{one[0][1]}”.",
            safety,
        )


def _ends_before(text: Text, found: re.Match[str]) -> bool:
    """Tell whether the mark after a blank ends what stands before it, which is an ordinary word."""
    following, mark = found["next"] or "", found[0][1]
    goes_on = following.isalpha() and (following.isupper() or mark == ",")
    around = text.string[max(0, found.start() - _NEAR) : found.start()] + text.string[found.end() : found.end() + _NEAR]
    if any(f" {other} " in around for other in ",.;:"):
        return False  # marks are spoken of
    if not goes_on and (mark == "," or following):
        return False
    start = _word_before(text, found.start())
    word = text.string[start : found.start()].lower()
    known = lexicon.find(word)
    return bool(known and known.tags) if mark in "?!" else len(word) > 2 and _is_ordinary(word)


def _word_before(text: Text, end: int) -> int:
    """Return where the word of prose that ends at `end` starts; `end` itself where there is none."""
    tokens = text.tokens
    number = tokens.at(end - 1)
    if number >= len(tokens) or tokens.ends[number] != end:
        return end
    start = tokens.starts[number]
    return start if not start or text.string[start - 1] in _BEFORE_WORD else end


_NO_BLANK = re.compile(r"[,.?!;](?=(?P<right>[A-Za-z][a-z]*)(?:[ \n\ufffc]|[,.](?:\s|\Z)))(?<=[a-z][,.?!;])")


def blank_after_mark(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Set the blank after a comma or a stop.

    Bad: Take one step,then look.The next one is longer,which helps.
    Good: Take one step, then look. The next one is longer, which helps.

    Fine: Use read,write and Node.tick or key,value; x,y; e.g.The; file.this; in,out; and,or; torch.Tensor; `a,then`.
    """
    for found in _NO_BLANK.finditer(text.string):
        mark, right = found[0], found["right"]
        if _starts(mark, right):
            start = _word_before(text, found.start())
            if found.start() - start > 2 and _is_ordinary(text.string[start : found.start()].lower()):
                yield Edit(
                    *found.span(), mark, f"{mark} ", "grammar.blank-after-mark", f"A blank stands after “{mark}”."
                )


def _starts(mark: str, right: str) -> bool:
    """Tell whether `right` is a word with which a clause (after a comma) or a sentence (after a stop) starts."""
    if mark in ",;":
        return right in _CLAUSE_STARTS
    return right.istitle() and right.lower() in _SENTENCE_STARTS


_CLAUSE_STARTS = frozenset(
    "a an and as because before but by can for from how however if in into is it its of on or our "  # noqa: SIM905
    "since so that the their then there these they this those though to we when where whereas which "
    "while who will with you your using".split()
)
_SENTENCE_STARTS = frozenset(
    "a all an and as at because but by each for how however if in it its many most no now on once "  # noqa: SIM905
    "our some such that the their then there therefore these they this those thus to we what when "
    "where while with you your".split()
)
_TWO_MARKS = re.compile(r"(?:(?P<comma>,,|,\.)|(?P<stop>\.\.))(?<=[\w)\ufffc]..)(?=[ \n]+(?P<next>\S)|\Z)")


_DOMAIN = 40


def two_marks(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write one comma or stop where two slipped in.

    Bad: One,, two,. And etc..
    Good: One, two. And etc.

    Fine: Well.. maybe; 1..n and a .. b; ../x; f(a,,b); wait...
    """
    if not any(marks in text.string for marks in (",,", ",.", "..")):
        return
    stops = text.string.count(".. ")
    for found in _TWO_MARKS.finditer(text.string):
        following = found["next"] or ""
        if found["stop"] and following and not following.isupper():
            continue
        if found["stop"] and "." in text.string[max(0, found.start() - _DOMAIN) : found.start()].split(" ")[-1]:
            continue  # the root of a domain: in-addr.arpa.
        etc = text.string[max(0, found.start() - 3) : found.start()] == "etc"
        safety = Safety.SAFE if found["comma"] or etc or stops < _STYLE else Safety.SUGGEST
        yield Edit(*found.span(), found[0], found[0][1], "grammar.two-marks", "One mark is enough.", safety)


_LY = re.compile(r"ly-(?=(?P<participle>[a-z]+(?:ed|ing|en|wn))(?P<after>[ \n.,;)]|\Z))")


def ly_hyphen(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Take the hyphen after an adverb in -ly away after the noun; before it, where many write it, only suggest that.

    Bad: The model is specially-trained, and was carefully-chosen.
    Good: The model is specially trained, and was carefully chosen.

    Fine: It is a fully-connected layer, an early-stopped run; it is family-owned, is friendly-looking.
    """
    if "ly-" not in text.string:
        return
    for found in _LY.finditer(text.string):
        start = _word_before(text, found.end() - 1)
        adverb = lexicon.find(text.string[start : found.end() - 1].lower())
        if adverb is None or not adverb.is_tagged("RB") or adverb.is_tagged("JJ", "NN", "VB"):
            continue
        before = text.tokens.words[max(0, text.tokens.at(start) - 1)]
        known = lexicon.find(before)
        sure = found["after"] != " " and known is not None and known.is_tagged("BE")
        why = "An adverb in -ly takes no hyphen."
        yield Edit(
            found.end() - 1, found.end(), "-", " ", "grammar.ly-hyphen", why, Safety.SAFE if sure else Safety.SUGGEST
        )


_LONG, _SHORTEST, _FEW, _SOME = 50, 15, 4, 0.2
_INNER_END = re.compile(r"[a-z)][.!?][\"'”’)]* +[\"'“‘(]?[A-Z]")


def missing_stop(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Set the stop at the end of a paragraph of sentences, where the paragraphs around have theirs.

    Before a note mark the stop is sure to be missing; else code or a formula may follow, so it is suggested.

    Bad: The reward depends on preference data. So the model can learn *online* in deployment^[Or so.]
    Good: The reward depends on preference data. So the model can learn *online* in deployment.^[Or so.]

    Fine: To show how it works on this very line, run the code^[Or not.]
    Fine: There are two ways of it, said the author. You can get the first one of them with^[Or so.]
    """
    blocks = [block for block in text.blocks if block.kind == "para" and block.end - block.start > _LONG]
    ends = [_end(text, block) for block in blocks]
    without = [(block, end) for block, end in zip(blocks, ends, strict=True) if text.string[end - 1].isalnum()]
    if not without or len(without) - 1 > _SOME * (len(blocks) - 1):
        return
    for block, end in without:
        sure = end < block.end
        if (sure or (len(blocks) > _FEW and _is_followed_by_prose(text, block))) and _ends_sentence(text, block, end):
            start = text.tokens.starts[text.tokens.at(end - 1)]
            old = text.string[start:end]
            safety = Safety.SAFE if sure else Safety.SUGGEST
            yield Edit(start, end, old, f"{old}.", "grammar.missing-stop", "The sentence has no stop.", safety)


def _is_followed_by_prose(text: Text, block: Block) -> bool:
    return text.string[block.end + 2 : block.end + 3].isupper()


def _ends_sentence(text: Text, block: Block, end: int) -> bool:
    """Tell whether the words of `block` up to `end` are sentences; the last has to end with a noun or an adjective."""
    number = text.tokens.at(end - 1)
    word = lexicon.find(text.tokens.words[number])
    if word is None or word.tags & lexicon.CLOSED or not word.is_tagged("NN", "NNS", "JJ"):
        return False
    return bool(_INNER_END.search(text.string, block.start, max(block.start, text.tokens.starts[number] - _SHORTEST)))


def _end(text: Text, block: Block) -> int:
    """Return where the words of `block` end, before note marks and blanks."""
    end = block.end
    while end > block.start + 1 and (text.string[end - 1] == " " or type(text.aside_at(end - 1)).__name__ == "Note"):
        end -= 1
    return end


RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (
    blank_before_mark,
    blank_after_mark,
    two_marks,
    ly_hyphen,
    missing_stop,
)
