"""Turns of phrase with a verb in them: could of been, is suppose to, prevents you to."""

from __future__ import annotations

from rlfix.checks.grammar.rows import is_row, rephrased
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import VB, VBN, View, bits
from rlfix.lexicon import inflect

_PARTICIPLE = VBN | bits("BE")


@on("could", "should", "would", "must", "might", "couldn't", "shouldn't", "wouldn't")
def of_for_have(view: View, at: int) -> Fix | None:
    """Write “could have” for “could of”: the two sound alike.

    Bad: It could of been better, and we should of known.
    Good: It could have been better, and we should have known.

    Fine: It could of course be; the might of united Rome; what could, of all, have been.
    """
    if view.next(at) != "of" or not is_row(view, at, at + 2) or view.before(at) in ("the", "its", "a"):
        return None
    if not view.tags(at + 2) & _PARTICIPLE or view.word(at + 2) == "being":
        return None
    word = view.words[at]
    return rephrased(view, at, at + 1, f"{word} have", f"After “{word}” stands “have”.")


_ARE = bits("BE")


@on("suppose")
def supposed_to(view: View, at: int) -> Fix | None:
    """Write “supposed to” where the d was not heard.

    Bad: The critic is suppose to know, it was not suppose to guess.
    Good: The critic is supposed to know, it was not supposed to guess.

    Fine: We suppose to our joy that it is, suppose, to blame.
    """
    if view.next(at) != "to" or not is_row(view, at, at + 1):
        return None
    before = view.before(at - 1) if view.before(at) == "not" else view.before(at)
    if not view.tags_of(before) & _ARE and not before.endswith(("'s", "n't", "'re", "'m")):
        return None
    return Fix(at, at, "supposed", "What should be is supposed to be.")


_PREVENTING = ("prevent", "prevents", "prevented", "preventing")
_WHOM = frozenset("you us it them me him users others".split())  # noqa: SIM905


@on(*_PREVENTING)
def prevent_from(view: View, at: int) -> Fix | None:
    """Write “prevent you from doing” for “prevent you to do”.

    Bad: It prevents you to use the model.
    Good: It prevents you from using the model.

    Fine: Prevent it to the best of your ability; prevents you from using it.
    """
    if (
        view.next(at) not in _WHOM
        or view.next(at + 1) != "to"
        or not is_row(view, at, at + 3)
        or not view.tags(at + 3) & VB
    ):
        return None
    doing = "being" if view.words[at + 3] == "be" else inflect(view.words[at + 3], "VBG")
    return Fix(at + 2, at + 3, f"from {doing}", f"One prevents somebody from {doing}.")


RULES: tuple[Rule, ...] = (of_for_have, supposed_to, prevent_from)
