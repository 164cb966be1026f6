"""Comparisons that compare twice, or with the wrong word: more better, same than, as fast than."""

from __future__ import annotations

from rlfix.checks.grammar.rows import is_row, rephrased
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import JJ, NOUN, VB, View, bits, recased
from rlfix.edit import Safety

_COMPARATIVE = bits("JJR", "RBR")
_SUPERLATIVE = bits("JJS", "RBS")
_CLOSED = bits("IN", "CC", "DT", "TO", "PRP", "MD", "BE", "HAVE", "DO", "WH")
_NONE = frozenset(
    "more less most least further later latter lower upper inner outer other rather under over "  # noqa: SIM905
    "former".split()
)
"""What is compared no more, or has another reading."""


@on("more", "most")
def compared_twice(view: View, at: int) -> Fix | None:
    """Compare once: better, not more better.

    Bad: This is more better and much more faster, and the most fastest of all.
    Good: This is better and much faster, and the fastest of all.

    Fine: More lower bounds, more smaller models, no more better ones; more further; most best-known models.
    Fine: More often than not; the more, the better; one more earlier step.
    """
    word, wanted = view.words[at], _COMPARATIVE if view.words[at] == "more" else _SUPERLATIVE
    after, tags = view.next(at), view.tags(at + 1)
    if (
        not tags & wanted
        or tags & (NOUN | VB) & ~_BETTER.get(after, 0)
        or after in _NONE
        or not is_row(view, at, at + 1)
    ):
        return None
    if word == "most" and view.before(at) != "the":
        return None
    goes_on = view.joined(at + 2) and not view.tags(at + 2) & _CLOSED
    counts = word == "more" and (goes_on or view.before(at) in _COUNTED or view.opens(at))
    why = f"“{after}” compares already."
    new = recased(view.written(at + 1), view.written(at)[:1])
    return Fix(at, at + 1, new, why, Safety.SUGGEST if counts else Safety.SAFE)


_BETTER = {"better": NOUN | VB, "worse": NOUN, "faster": NOUN, "best": NOUN | VB, "worst": NOUN | VB, "cleaner": NOUN}
"""Readings of a comparative that do not count here: a better, to better."""
_COUNTED = frozenset("no any one two three some few many several with and or for".split())  # noqa: SIM905


@on("than")
def as_than(view: View, at: int) -> Fix | None:
    """Compare with “as” after “as”.

    Bad: It is as fast than the other.
    Good: It is as fast as the other.

    Fine: As other than this; as more than one; faster than as; such as less than; as late than not.
    """
    if view.word(at - 2) != "as":
        return None
    tags = view.tags(at - 1)
    plain = tags & (JJ | bits("RB")) and not tags & _COMPARATIVE and view.words[at - 1] not in _NOT_PLAIN
    if view.before(at - 2) == "such" or not plain or not is_row(view, at - 2, at):
        return None
    return rephrased(view, at, at, "as", "“as” is compared with “as”.")


_NOT_PLAIN = _NONE | frozenset("different else otherwise late sooner".split())  # noqa: SIM905
RULES: tuple[Rule, ...] = (compared_twice, as_than)
