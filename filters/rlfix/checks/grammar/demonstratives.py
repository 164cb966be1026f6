"""This and these: with nouns of the same number."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import chain, ends_at, is_adverb, is_plural, is_singular
from rlfix.checks.grammar.numbers import SINGULAR_VERBS, is_finite, pluralised
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, VB, VBG, VBN, VBZ, View, bits, recased, words
from rlfix.edit import Safety


@on("this", "these", "those", "that")
def this_and_these(view: View, at: int) -> Fix | None:
    """Let this and these agree with their noun.

    Bad: This rights can be given, these primitive are fast, and with this new tools it works.
    Good: These rights can be given, these primitives are fast, and with these new tools it works.

    Bad: This powerful features allows it.
    Good: This powerful feature allows it.

    Fine: This works; this just loops; this only deals with it; this results in that; these work.
    Fine: This sales model; this means; these data; that users like.
    Fine: None of this matters; all of this helps; using this helps the build; adding this breaks it.
    Fine: With this new users can start; given this agents can learn; without these memory can leak.
    """
    first = at + 1
    last = chain(view, first)
    if last < first or not view.joined(first) or not ends_at(view, last) or last - first > 2:
        return None
    if view.words[first] in _MANY:
        return None
    if view.words[at] == "this" and last > first and view.opens(at) and _third_person(view, last):
        return _this_many(view, at, last - 1)
    if view.words[at] == "this":
        acts = view.before(at) in _CONJUNCTIONS and view.joined(last + 1) and view.tags(last + 1) & bits("DT", "PRP$")
        return None if acts else _this_many(view, at, last)
    if view.words[at] in ("these", "those"):
        return _these_one(view, at, last)
    return None


_CONJUNCTIONS = words("as if when because since while until once that")
"""After these a clause starts: as this subclasses the type."""


def _this_many(view: View, at: int, last: int) -> Fix | None:
    between = range(at + 1, last)
    if any(is_adverb(view, one) for one in between):
        return None
    if not is_plural(view, last) or any(not view.tags(one) & ADJECTIVE or view.tags(one) & _VERBAL for one in between):
        return None
    if view.opens_clause(at) and _third_person(view, last + 1):
        singular = view.base(view.words[last], "NNS")
        return Fix(last, last, singular, f"“this” asks for the singular: “{singular}”.") if singular else None
    finite = is_finite(view, last + 1) and view.word(last + 1) not in SINGULAR_VERBS
    finite = finite and (view.opens(at) or last > at + 1)
    plain = last > at + 1 and not any(view.tags(one) & NOUN for one in between)
    if view.tags(last) & VBZ and not finite and not plain:
        return None  # this works, this tutorial shows, none of this matters
    if _is_introduction(view, at, last):
        return None  # previous to this users had to, with this new users can
    sure = finite or last > at + 1 or not view.opens(at)
    new = recased("these", view.written(at)[0])
    why = f"“{view.written(last)}” is plural: “{new}”."
    return Fix(at, at, new, why, Safety.SAFE if sure else Safety.SUGGEST)


_MASS = words("knowledge information advice feedback software hardware equipment documentation")
_VERBAL = bits("VBD", "VBZ", "NNS")
_MANY = frozenset({"many", "few", "much"})


def _is_introduction(view: View, at: int, last: int) -> bool:
    """Tell whether “this” may end what introduces a clause, and the noun start it: with this new users can start."""
    if not view.tags_of(view.before(at)) & _INTRODUCING or not view.joined(last + 1):
        return False
    return bool(view.tags(last + 1) & _GOING_ON or is_adverb(view, last + 1))


_INTRODUCING = bits("TO", "IN") | VBG | VBN
_GOING_ON = bits("MD", "BE", "HAVE", "DO", "VBD", "VB", "VBZ", "RB")


def _third_person(view: View, at: int) -> bool:
    """Tell whether token `at` is a verb in the third person: has, allows you, runs the."""
    if not view.joined(at) or not (view.tags(at) & VBZ or view.words[at] in SINGULAR_VERBS):
        return False
    return not view.tags(at) & NOUN or bool(view.joined(at + 1) and view.tags(at + 1) & bits("DT", "PRP", "PRP$"))


def _these_one(view: View, at: int, last: int) -> Fix | None:
    if last == at + 1 and view.words[last] in _MASS and view.words[at] == "these" and not is_finite(view, last + 1):
        new = recased("this", view.written(at)[0])
        return Fix(at, at, new, f"“{view.words[last]}” is not counted: “{new}”.")
    if not is_singular(view, last) or any(view.words[one][-1] == "s" for one in range(at + 1, last)):
        return None  # these APIs support it
    if _is_introduction(view, at, last):
        return None  # without these memory can leak
    finite = is_finite(view, last + 1)
    if not finite and (view.tags(at + 1) & VB or view.tags(last) & (VB | ADJECTIVE | VBG | VBN)):
        return None
    third = view.joined(last + 1) and view.tags(last + 1) & VBZ
    if third or view.word(last + 1) in SINGULAR_VERBS or (view.before(at) == "of" and not finite):
        return None
    return pluralised(view, last, f"“{view.written(at)}” asks for the plural: “{{}}”.")


RULES: tuple[Rule, ...] = (this_and_these,)
