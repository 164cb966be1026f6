"""A longer word that stands twice: games games, can can, you may install install the package.

Some words may stand twice: had had, that that, very very, the tests we have have failed. What is taken out
here is a noun or an adjective twice in one noun phrase, and a verb twice where no relative clause can end
between the two: its subject starts the sentence, and nothing asks or relates before it.
"""

from __future__ import annotations

from itertools import compress
from operator import eq
from typing import TYPE_CHECKING

from rlfix.checks.grammar.noun_phrases import is_singular, nominal
from rlfix.checks.grammar.rows import is_row
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, VB, VBD, VBG, VBN, VBZ, View, bits, words
from rlfix.edit import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text

_MEANT = words(
    "had that do her so no very many much more most never now there long far well really too quite yes ha hey hi "
    "hint knock win bye blah bla yada night boo hear dear please go come ping pong chop tut tsk cha dada mama "
    "one two it him them us me him he she i not what big deep super all sir up down off less little pretty "
    "the an of to for with from at by and or if than into we be our your their its"
)
"""Words that stand twice on purpose, or may, and those of which `doubled_word` takes care."""
_JOINING = words(
    "when because while since although unless until whether also using via between within without during against "
    "toward towards across among"
)
"""Small words that no sentence needs twice."""
_POINTING = words("these those each every another both any")
_SUBJECTS = words("i we you they he she it this there")
_BEFORE_YOU = words("when if while because let lets letting until once since as allow allows help helps")
_RELATING = words("who whom that which what whatever whoever whose where how all those thing things one ones why when")
"""After these, a clause may end between two words that are the same: what we have have, those who can can."""
_CLAUSAL = words("that which what whose who")
_PARTICLES = words("later early now further earlier then built logged log")
"""What goes with a preposition that ends a phrase: later on on Monday."""
_DESCRIBING = words(
    "other different same such own certain specific several available additional following previous current next "
    "possible various new custom multiple default common general main similar local public private external internal"
)
_TRANSITIVE = words(
    "allows supports provides requires contains includes enables creates uses makes gives takes returns lets "
    "defines adds gets sets has represents produces describes"
)
"""Verbs that always act on something."""
_TELLING = words("please to let can could should must may might will would don't cannot can't won't")
_COPULAS = words("is are was were")
_ARTICLES = words("a an the your our their its")
_STOPS = frozenset(".,;:!?)")
_MAKING = words("make makes making made take takes taking")
_VERBAL = VB | VBZ | VBD | VBN | VBG
_OBJECT = bits("DT", "PRP", "PRP$")
_FINITE = bits("BE", "HAVE", "DO", "MD")


def repeated_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write a word once that slipped in twice, where nobody means it twice.

    Bad: For all games games, see the new new features of the main development development branch.
    Good: For all games, see the new features of the main development branch.

    Bad: You may install install the package, and we can can run it. This will will help.
    Good: You may install the package, and we can run it. This will help.

    Fine: He had had a very very good point; what the tests we have have shown is is that; a can can help.
    Fine: The libraries we use use it; those who can can help; to log log messages; the machine it is in in Oslo.
    Fine: Duran Duran, long long int, big big trees, hint hint, sign in in a browser, the file *file*, x/x, `for for`.
    """
    tokens = text.tokens.words
    twice = [at for at in compress(range(len(tokens)), map(eq, tokens, tokens[1:])) if tokens[at] not in _MEANT]
    view = View(text) if twice else None
    for at in twice:
        if view and _is_twice(view, at) and _is_slip(view, at):
            start, end = view.starts[at], view.ends[at + 1]
            why = f"“{tokens[at]}” stands here twice."
            yield Edit(start, end, view.span(at, at + 1), view.written(at), "grammar.repeated-word", why)


def _is_twice(view: View, at: int) -> bool:
    """Tell whether an ordinary word stands there just twice, with a blank between, and is no name."""
    word = view.words[at]
    if len(word) < 2 or not word.isalpha() or word in (view.word(at - 1), view.word(at + 2)):
        return False
    first = view.written(at)
    runs = [view.text.runs_in(view.starts[one], view.ends[one]) for one in (at, at + 1)]
    if not all(runs) or view.text.homes[runs[0][0]] is not view.text.homes[runs[1][0]]:
        return False  # set the file *file*, where the second is a name
    usual = first.islower() or (first[1:].islower() and view.opens(at))
    return usual and not view.has_capital(at + 1) and is_row(view, at, at + 1)


def _is_slip(view: View, at: int) -> bool:
    """Tell whether the word at `at` and right after it is meant once."""
    tells = _TELLS.get(view.words[at])
    if tells is not None:
        return tells(view, at)
    return _is_noun_twice(view, at) or _is_verb_twice(view, at)


def _is_joining_twice(_view: View, _at: int) -> bool:
    return True


def _is_describing_twice(view: View, at: int) -> bool:
    return view.joined(at + 2) and nominal(view, at + 2)


def _is_you_twice(view: View, at: int) -> bool:
    return view.before(at) in _BEFORE_YOU and view.joined(at + 2) and bool(view.tags(at + 2) & (VB | _FINITE))


def _is_copula_twice(view: View, at: int) -> bool:
    """Tell whether no clause ends between the two, and the second ends none: what it is is; the fact is is that."""
    ends = view.gap(at + 2).strip()[:1] in _STOPS or view.word(at + 2) in ("", "that")
    return bool(view.before(at)) and not ends and not _relates(view, at)


def _is_have_twice(view: View, at: int) -> bool:
    alone = view.before(at) in _SUBJECTS and (view.opens(at - 1) or not view.joined(at - 1))
    return alone and view.joined(at + 2) and bool(view.tags(at + 2) & (VBN | bits("RB")))


def _is_relative_twice(view: View, at: int) -> bool:
    return view.joined(at + 2) and bool(view.tags(at + 2) & _FINITE) and not view.tags(at - 1) & _VERBAL


def _is_modal_twice(view: View, at: int) -> bool:
    """Tell whether a subject stands before, and a verb after: we can can call."""
    subject = view.before(at) in _SUBJECTS or view.tags_of(view.before(at)) & NOUN
    verb = view.joined(at + 2) and view.tags(at + 2) & (VB | bits("RB", "BE", "HAVE"))
    return bool(subject and verb) and not _relates(view, at)


def _is_preposition_twice(view: View, at: int) -> bool:
    """Tell whether a noun stands before, and no verb can have taken the first: sign in in, what it is about about."""
    tags = view.tags_of(view.before(at))
    noun = tags & (NOUN | ADJECTIVE) and (not tags & _VERBAL or view.tags_of(view.before(at - 1)) & _OBJECT)
    if not noun or tags & bits("RB", "BE", "IN") or view.before(at) in _PARTICLES or not view.joined(at + 2):
        return False
    return not _relates(view, at)


def _is_noun_twice(view: View, at: int) -> bool:
    """Tell whether a noun stands there twice in one phrase; a verb and its object look alike: it logs logs."""
    tags, before = view.tags(at), view.before(at)
    if not tags & NOUN or tags & bits("RB", "IN", "UH", "CD", "PRP"):
        return False
    goes_on = nominal(view, at + 2) and view.joined(at + 2)
    if not tags & _VERBAL:
        return before != "" and not (goes_on and _introduced(view, at))
    if view.next(at + 1) == "of" and before in _MAKING:
        return True
    described = view.tags_of(before) & (_OBJECT | ADJECTIVE | bits("CD")) and not view.tags_of(before) & _VERBAL
    described = described or (nominal(view, at - 1) and (view.gap(at - 1) == "-" or view.before(at - 1) in _ARTICLES))
    described = described or (is_singular(view, at - 1) and view.joined(at) and not tags & VBZ)
    ends = not view.joined(at + 2) or (not goes_on and not view.tags(at + 2) & _OBJECT and view.next(at + 1) != OPAQUE)
    return bool(described) and before not in _CLAUSAL and before not in _SUBJECTS and ends


def _introduced(view: View, at: int) -> bool:
    """Tell whether the phrase at `at` belongs to what goes before the subject: for each policy policy gradients are."""
    first = at
    while first > at - 8 and view.joined(first):
        first -= 1
    return bool(view.tags(first) & bits("IN", "WH", "TO") or view.tags(first) & VBG)


def _is_verb_twice(view: View, at: int) -> bool:
    """Tell whether a verb stands there twice, with its object after it and no relative clause before it."""
    tags, before = view.tags(at), view.before(at)
    following = view.tags(at + 2) if view.joined(at + 2) else 0
    acts = following & bits("DT", "PRP$") or (following & bits("IN", "TO") and not tags & NOUN)
    if tags & VB and before in _TELLING:
        many = before == "to" and view.is_plural(view.word(at - 2))
        acts = acts or (view.words[at] == "look" and view.next(at + 1) == "at")
        acts = acts or (not tags & NOUN and following and nominal(view, at + 2))
        return bool(acts) and not many and not _relates(view, at)
    if tags & VBG and before in ("by", "for", "of", "without", "when", "while", "and"):
        return bool(following & bits("DT", "PRP$"))
    if not tags & VBZ or not acts:
        return False
    if before in ("that", "which"):
        return view.words[at] in _TRANSITIVE and bool(following & bits("DT", "PRP$"))
    return bool(before) and (view.opens(at - 1) or view.gap(at - 1)[:1] == ",")


def _relates(view: View, at: int) -> bool:
    """Tell whether a relative clause may end with token `at`: what it is is, the tests we have have."""
    for one in range(at - 1, max(-1, at - 12), -1):
        if view.words[one] in _RELATING:
            return True
        if not view.joined(one):
            return False
        noun = view.tags(one - 1) & NOUN and not view.tags(one - 1) & bits("IN", "CC", "RB")
        if view.words[one] in _SUBJECTS and noun:
            return True
    return False


_TELLS: dict[str, Callable[[View, int], bool]] = {
    **dict.fromkeys(_JOINING, _is_joining_twice),
    **dict.fromkeys(_DESCRIBING | _POINTING, _is_describing_twice),
    **dict.fromkeys(_COPULAS, _is_copula_twice),
    **dict.fromkeys(("can", "could", "should", "would", "may", "might", "must", "will"), _is_modal_twice),
    **dict.fromkeys(("have", "has"), _is_have_twice),
    **dict.fromkeys(("which", "who"), _is_relative_twice),
    **dict.fromkeys(("in", "on", "about", "through"), _is_preposition_twice),
    "you": _is_you_twice,
}
"""What tells for a word of grammar; for others it is what they are."""

RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (repeated_word,)
