"""A longer word that stands twice: games games, can can, you may install install the package.

Some words may stand twice: had had, that that, very very, the tests we have have failed. What is taken out
here is a noun or an adjective twice in one noun phrase, and a verb twice where no relative clause can end
between the two: its subject starts the sentence, and nothing asks or relates before it.
"""

from __future__ import annotations

from itertools import compress
from operator import eq
from typing import TYPE_CHECKING

from rlfix.checks.grammar.noun_phrases import chain, is_singular, nominal
from rlfix.checks.grammar.rows import is_row
from rlfix.checks.grammar.view import ADJECTIVE, NNS, NOUN, OPAQUE, VB, VBD, VBG, VBN, VBZ, View, bits, words
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text

_MEANT = words(
    "had that do her so no very many much more most never now there long far well really too quite yes ha hey hi "
    "hint knock win bye blah bla yada night boo hear dear please go come ping pong chop tut tsk cha dada mama "
    "one two it him them us me him he she i not what big deep super all sir up down off less little pretty "
    "the an of to for with from at by and or if than into we be our your their its "
    "default current next previous custom main common general local public private external internal possible own"
)
"""Words that stand twice on purpose, or may, and those of which `doubled_word` takes care."""
_JOINING = words(
    "when because while although unless until whether also via between within without during against "
    "toward towards across among"
)
"""Small words that no sentence needs twice."""
_POINTING = words("these each every another both")
_ADVERBIAL = words("do does did go goes get got live come came comes put a little long short good whole every since")
"""Before these a small word may end a phrase: we came across across it all, wait a while while it runs."""
_SAYING = words("know knows knew tell tells told say says said ask asks remember see decide idea since sure")
_SUBJECTS = words("i we you they he she it this there")
_BEFORE_YOU = words("when if while because let lets letting until once since as allow allows help helps")
_RELATING = words(
    "who whom that which what whatever whoever whose where how all those thing things one ones why when everything "
    "anything nothing something everyone everybody anyone anybody someone somebody nobody whichever whomever "
    "whenever wherever"
)
"""After these, a clause may end between two words that are the same: what we have have, those who can can."""
_COMPARING = words("as if than whether")
"""After these so does a short clause: as it is is fine."""
_CLAUSAL = words("that which what whose who")
_PARTICLES = words("later early now further earlier then built logged log")
"""What goes with a preposition that ends a phrase: later on on Monday."""
_DESCRIBING = words(
    "other different same such certain specific several available additional following various new multiple similar"
)
_TRANSITIVE = words(
    "allows supports provides requires contains includes enables creates uses makes gives takes returns lets "
    "defines adds gets sets has represents produces describes"
)
"""Verbs that always act on something."""
_NEEDING = words("order want wants need needs have has had try tries")
"""Before “to” these leave no doubt that a verb follows that has its object: in order to make it."""
_TELLING = words("please to let can could should must may might will would don't cannot can't won't")
_COPULAS = words("is are was were")
_ARTICLES = words("a an the your our their its")
_STOPS = frozenset(".,;:!?)")
_MAKING = words("make makes making made take takes taking")
_VERBAL = VB | VBZ | VBD | VBN | VBG
_OBJECT = bits("DT", "PRP", "PRP$")
_DETERMINER = bits("DT", "PRP$")
_SUPERLATIVE = bits("JJR", "JJS", "RBR", "RBS")
_FIELDS = words("key value name id type state status field default class object string label user test")
"""What things in programs are called, so that a name and its kind may be the same word: the key key."""
_FINITE = bits("BE", "HAVE", "DO", "MD")


def repeated_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write a word once that slipped in twice, where nobody means it twice.

    Bad: For all games games, see many new new features of the main development development branch.
    Good: For all games, see many new features of the main development branch.

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
            safety = Safety.SAFE if _is_sure(view, at) else Safety.SUGGEST
            yield Edit(start, end, view.span(at, at + 1), view.written(at), "grammar.repeated-word", why, safety)


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


def _is_sure(view: View, at: int) -> bool:
    """Tell whether nobody can have meant it: turn it on on Monday, the truth is is that, not a book book, a new new."""
    word, before = view.words[at], view.before(at)
    tags = view.tags_of(before)
    if word in ("in", "on", "through"):
        return bool(tags & ADJECTIVE and view.tags_of(view.before(at - 1)) & bits("BE", "RB", "RBR"))
    if word in _COPULAS:
        return not tags & NOUN
    if word in ("new", "other"):
        return not tags & _DETERMINER
    if word in _TELLS:
        return True
    if tags & _DETERMINER and (word in _FIELDS or before in ("a", "an")):
        return view.next(at + 1) == "of"
    return not tags & bits("BE") and before not in ("or", "not")


def _is_joining_twice(view: View, at: int) -> bool:
    """Tell whether the first can end nothing: say when when you see it, the bugs we came across across the code."""
    before = view.before(at)
    if before in _ADVERBIAL:
        return False
    if view.words[at] == "when" and (before in _SAYING or view.tags_of(before) & bits("PRP")):
        return False
    if not view.tags(at) & bits("IN") or view.words[at] in ("when", "while", "because", "although", "unless", "until"):
        return True
    return not view.tags_of(before) & bits("IN") and not relates(view, at)


def _is_describing_twice(view: View, at: int) -> bool:
    if view.words[at] in _POINTING and view.tags_of(view.before(at)) & (NOUN | bits("CD")):
        return False  # two each each day
    return view.joined(at + 2) and nominal(view, at + 2)


def _is_you_twice(view: View, at: int) -> bool:
    return view.before(at) in _BEFORE_YOU and view.joined(at + 2) and bool(view.tags(at + 2) & (VB | _FINITE))


def _is_copula_twice(view: View, at: int) -> bool:
    """Tell whether no clause ends between the two, and the second ends none: what it is is; the fact is is that."""
    ends = view.gap(at + 2).strip()[:1] in _STOPS or view.word(at + 2) in ("", "that")
    return bool(view.before(at)) and not ends and not relates(view, at)


def _is_have_twice(view: View, at: int) -> bool:
    alone = view.before(at) in _SUBJECTS and (view.opens(at - 1) or not view.joined(at - 1))
    return alone and view.joined(at + 2) and bool(view.tags(at + 2) & (VBN | bits("RB")))


def _is_relative_twice(view: View, at: int) -> bool:
    return view.joined(at + 2) and bool(view.tags(at + 2) & _FINITE) and not view.tags(at - 1) & (_VERBAL | bits("IN"))


def _is_modal_twice(view: View, at: int) -> bool:
    """Tell whether a subject stands before, and a verb after: we can can call."""
    before = view.before(at)
    subject = before in _SUBJECTS or view.is_plural(before)
    if before == "this" and view.words[at] in ("can", "might"):
        return False  # this might might not be enough
    verb = view.joined(at + 2) and view.tags(at + 2) & (VB | bits("RB", "BE", "HAVE"))
    return bool(subject and verb) and not relates(view, at)


def _is_preposition_twice(view: View, at: int) -> bool:
    """Tell whether a noun stands before, and no verb can have taken the first: sign in in, what it is about about."""
    tags = view.tags_of(view.before(at))
    noun = tags & (NOUN | ADJECTIVE) and (not tags & _VERBAL or view.tags_of(view.before(at - 1)) & _OBJECT)
    if not noun or tags & bits("RB", "BE", "IN") or view.before(at) in _PARTICLES or not view.joined(at + 2):
        return False
    return not relates(view, at)


def _is_noun_twice(view: View, at: int) -> bool:
    """Tell whether a noun stands there twice in one phrase; a verb and its object look alike: it logs logs."""
    tags, before = view.tags(at), view.before(at)
    if not tags & NOUN or tags & bits("RB", "IN", "UH", "CD", "PRP"):
        return False
    goes_on = nominal(view, at + 2) and view.joined(at + 2)
    if not tags & _VERBAL:
        return before != "" and not (goes_on and (_introduced(view, at) or _may_relate(view, at)))
    if view.next(at + 1) == "of" and before in _MAKING:
        return True
    if relates(view, at - 1, far=6) or before in _ALONE or view.before(at - 1) in _ALONE:
        return False
    described = view.tags_of(before) & (_OBJECT | ADJECTIVE | bits("CD")) and not view.tags_of(before) & _VERBAL
    described = described or (nominal(view, at - 1) and (view.gap(at - 1) == "-" or view.before(at - 1) in _ARTICLES))
    described = described or (is_singular(view, at - 1) and view.joined(at) and not tags & VBZ)
    ends = not view.joined(at + 2) or (not goes_on and not view.tags(at + 2) & _OBJECT and view.next(at + 1) != OPAQUE)
    return bool(described) and before not in _CLAUSAL and before not in _SUBJECTS and ends


_ALONE = words("these those both many that them us me him her")
"""What may be a subject or an object itself: it makes them work."""


def _may_relate(view: View, at: int) -> bool:
    """Tell whether a relative clause may start with the second: the data data engineers clean."""
    last = chain(view, at + 2)
    return view.joined(last + 1) or any(view.tags(one) & (VB | VBZ | VBD) for one in range(at + 3, last + 1))


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
        many = before == "to" and view.before(at - 1) not in _NEEDING
        acts = acts or (view.words[at] == "look" and view.next(at + 1) == "at")
        acts = acts or (not tags & NOUN and following and nominal(view, at + 2))
        return bool(acts) and not many and not relates(view, at)
    if tags & VBG and before in ("by", "for", "of", "without", "when", "while", "and"):
        return bool(following & bits("DT", "PRP$"))
    if not tags & VBZ or not acts or before.startswith(("who", "what")) or relates(view, at - 1):
        return False
    if tags & NNS and view.words[at] not in _TRANSITIVE:
        return False  # Google maps maps the world
    if before in ("that", "which"):
        return view.words[at] in _TRANSITIVE and bool(following & bits("DT", "PRP$"))
    return bool(before) and (view.opens(at - 1) or view.gap(at - 1)[:1] == ",")


def relates(view: View, at: int, *, far: int = 25) -> bool:
    """Tell whether a relative clause may end with token `at`: what it is is, the tests we have have."""
    for one in range(at - 1, max(-1, at - far), -1):
        if view.words[one] in _RELATING or (view.words[one] in _COMPARING and one > at - 4):
            return True
        if not view.joined(one):
            return False
        if _starts_clause(view, one, at):
            return True
    return False


def strands(view: View, at: int, *, far: int = 25) -> bool:
    """Tell whether a clause that lacks its object may end with the preposition at `at`: what is it good for.

    It has a verb, and a subject of its own, unlike those of “what grows of of itself” and “one of of them”.
    """
    verb = 0
    for one in range(at - 1, max(-1, at - far), -1):
        verb = verb or (one if view.tags(one) & (_VERBAL | _FINITE) else 0)
        if verb and view.words[one] in _RELATING:
            first = one + 1 + (one + 2 < at and bool(view.tags(one + 1) & _FINITE))
            if one + 2 < at and not view.tags(first) & (_FINITE | bits("IN", "RB")) and not _only_verb(view, first):
                return True
        elif view.joined(one) and verb > one + bool(view.tags(one) & _DETERMINER) and _follows_noun(view, one, at):
            return True
        if not view.joined(one):
            return False
    return False


def _follows_noun(view: View, one: int, at: int) -> bool:
    """Tell whether `one` may be the subject of a clause about the noun before it, and is no part of the same name."""
    one_name = view.tags(one - 1) & ADJECTIVE or (view.has_capital(one - 1) and view.has_capital(one))
    return not (one_name and not view.tags(one) & _OBJECT) and _starts_clause(view, one, at)


def _only_verb(view: View, at: int) -> bool:
    """Tell whether a verb stands at `at`, and no noun: what comes of it, what is left of it."""
    tags = view.tags(at)
    return bool(tags & _VERBAL) and not tags & (NOUN | bits("PRP", "DT"))


def _starts_clause(view: View, one: int, end: int) -> bool:
    """Tell whether a noun stands before `one`, and `one` may be the subject of a clause about it."""
    tags, word = view.tags(one - 1), view.words[one]
    known = bool(tags & NOUN and not tags & bits("IN", "CC", "RB")) or (not tags and view.word(one - 1) != "")
    if word in _SUBJECTS or not known:
        return word in _SUBJECTS and (known or bool(tags & _SUPERLATIVE))  # the best it was
    if tags & (_VERBAL & ~VBN) and not view.tags_of(view.before(one - 1)) & (_DETERMINER | ADJECTIVE | bits("CD")):
        return False  # it shows the policy
    if view.tags(one) & _DETERMINER or word in ("most", "many", "few", "several"):
        return True
    if one + 1 >= end or not view.tags(one + 1) & (VB | VBD | VBZ | _FINITE):
        return False
    return view.is_plural(word) or word == OPAQUE or view.has_capital(one)


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
