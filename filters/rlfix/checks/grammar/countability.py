"""Words that are not counted, and words that are: informations, many information, less tokens."""

from __future__ import annotations

from rlfix import lexicon
from rlfix.checks.grammar.noun_phrases import AMOUNTS, chain, ends_at, is_plural
from rlfix.checks.grammar.rows import is_row
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import VBZ, View, bits, recased
from rlfix.edit import Safety

_UNCOUNTED = {
    "equipments": "equipment", "feedbacks": "feedback", "furnitures": "furniture", "hardwares": "hardware",
    "informations": "information", "knowledges": "knowledge", "softwares": "software",
}  # fmt: skip
"""Plurals that no dictionary of English has."""
_SELDOM_COUNTED = {
    "advices": "advice", "evidences": "evidence", "homeworks": "homework", "jargons": "jargon",
    "machineries": "machinery", "researches": "research", "slangs": "slang", "stuffs": "stuff",
}  # fmt: skip
"""Plurals that are terms of some field, or forms of verbs."""
_PLURALS = {"phenomenas": "phenomena", "bacterias": "bacteria"}
_ONE = {"these": "this", "those": "that", "many": "much", "few": "little"}
_IS = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "aren't": "isn't",
    "don't": "doesn't",
    "weren't": "wasn't",
}
_COUNTING = frozenset(
    "several various different multiple both two three four five numerous other".split()  # noqa: SIM905
)


@on(*_UNCOUNTED, *_SELDOM_COUNTED, *_PLURALS)
def not_counted(view: View, at: int) -> Fix | None:
    """Write a word that is not counted in the singular: information, software, knowledge.

    Bad: These informations are useful, those hardwares were not.
    Good: This information is useful, that hardware was not.

    Fine: Positive feedbacks stabilise; the `softwares` folder; she researches it.
    """
    if not is_row(view, at, at) or (view.has_capital(at) and not view.opens(at)):
        return None
    word, before, after = view.words[at], view.before(at), view.next(at)
    if word in _PLURALS:
        return Fix(at, at, recased(_PLURALS[word], view.written(at)[0]), f"“{_PLURALS[word]}” is a plural already.")
    if word in _SELDOM_COUNTED:
        why = f"“{_SELDOM_COUNTED[word]}” is not counted."
        noun = view.tags_of(before) & _BEFORE_NOUNS
        return Fix(at, at, _SELDOM_COUNTED[word], why, Safety.SUGGEST) if noun else None
    if before in ("positive", "negative"):
        return None
    first, last = at - (before in _ONE), at + (after in _IS)
    if first == last and lexicon.meant(word):
        return None  # known as a misspelling
    new = [recased(_ONE[before], view.written(first)[0])] if first < at else []
    new.append(recased(_UNCOUNTED[word], view.written(at)[0]))
    new += [_IS[after]] if last > at else []
    safety = Safety.SUGGEST if before in _COUNTING or (after in ("and", "or") and last == at) else Safety.SAFE
    return Fix(first, last, " ".join(new), f"“{_UNCOUNTED[word]}” is not counted.", safety)


_BEFORE_NOUNS = bits("DT", "JJ", "PRP$", "IN", "NN")
_MASS = frozenset(
    "information software hardware feedback knowledge equipment advice evidence progress traffic "  # noqa: SIM905
    "research documentation".split()
)
_NOT_MANY = {"many": "much", "few": "little", "fewer": "less"}


@on("many", "few", "fewer", "much", "less", "amount")
def much_and_many(view: View, at: int) -> Fix | None:
    """Use much and little for what is not counted, many for what is; less and amount are only asked about.

    Bad: There is not many information about it, and too much parameters.
    Good: There is not much information about it, and too many parameters.

    Fine: Many information systems, a few information desks; pretty much models; how much models differ.
    Fine: Too much users' data; so much depends on it; less tokens, a large amount of tokens.
    """
    word = view.words[at]
    if not is_row(view, at, at + 1):
        return None
    if word in _NOT_MANY:
        return _many_of_mass(view, at, _NOT_MANY[word])
    last = chain(view, at + 2 if word == "amount" else at + 1)
    if not at < last <= at + 3 or not is_plural(view, last) or not ends_at(view, last) or view.words[last] in AMOUNTS:
        return None
    why = f"“{view.written(last)}” are counted: {_COUNTED[word]}."
    if word == "much":
        sure = view.before(at) in ("too", "so") and not view.tags(last) & VBZ and view.gap(last + 1)[:1] != "'"
        fits = view.before(at) in ("too", "so", "how", "as")
        return Fix(at, at, "many", why, Safety.SAFE if sure else Safety.SUGGEST) if fits else None
    fits = view.next(at) == "of" if word == "amount" else view.before(at) not in ("or", "no") and last == at + 1
    return Fix(at, at, recased(_COUNTED[word], view.written(at)[0]), why, Safety.SUGGEST) if fits else None


_COUNTED = {"much": "many", "less": "fewer", "amount": "number"}


def _many_of_mass(view: View, at: int, new: str) -> Fix | None:
    noun = at + 1
    if view.words[noun] not in _MASS or not ends_at(view, noun) or view.before(at) == "a":
        return None
    return Fix(at, at, recased(new, view.written(at)[0]), f"“{view.words[noun]}” is not counted: {new}.")


RULES: tuple[Rule, ...] = (not_counted, much_and_many)
