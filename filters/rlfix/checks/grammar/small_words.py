"""Small words that were left out or set twice: a lot people, one the most, as well a, in order train.

A word is set only where the words around it leave no other reading.
"""

from __future__ import annotations

from rlfix.checks.grammar.rows import inserted, is_row
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, JJ, NN, NOUN, OPAQUE, VB, VBN, VBZ, View, bits
from rlfix.edit import Safety

_POINTING = frozenset("the this that these those a an our your its their my his her".split())  # noqa: SIM905
_GRAMMATICAL = bits("DT", "IN", "TO", "CC", "PRP", "MD", "BE", "HAVE", "DO", "WH", "RB", "JJR", "RBR")
_ARE = bits("BE")
_SUPERLATIVE = bits("JJS", "RBS")
_BESIDES = bits("IN", "CC", "DT", "RB", "PRP", "WH")


def _is_plural(view: View, at: int) -> bool:
    """Tell whether token `at` can only be a noun in the plural."""
    return view.is_plural(view.word(at)) and not view.tags(at) & VBZ


_LOTS = frozenset("lot number variety bunch plethora multitude majority handful".split())  # noqa: SIM905


@on(*_LOTS)
def missing_of(view: View, at: int) -> Fix | None:
    """Set “of” after what tells how much: a lot of, a number of.

    Bad: There are a lot applications, and a large number open problems.
    Good: There are a lot of applications, and a large number of open problems.

    Fine: It helps a lot, a lot more; that changes a lot depending on it; a couple things.
    Fine: A number system; a lot depends on it; a variety show; the majority rules.
    """
    if view.before(at) not in ("a", "an", "large", "small", "great", "wide", "huge", "good", "vast"):
        return None
    if not is_row(view, at, at + 1) or not _lead_to_plural(view, at + 1):
        return None
    return inserted(view, at, "of", f"It is “{view.words[at]} of”.")


def _lead_to_plural(view: View, at: int) -> bool:
    """Tell whether a noun in the plural comes at token `at`, or after it behind adjectives and nouns."""
    for number in range(at, at + 4):
        tags = view.tags(number)
        grammatical = tags & _GRAMMATICAL and not tags & JJ
        if (number > at and not view.joined(number)) or grammatical or view.word(number) in ("", OPAQUE):
            return False
        described = number > at and view.tags(number - 1) & ADJECTIVE and view.is_plural(view.word(number))
        if described or _is_plural(view, number):
            return not view.next(number) or bool(view.tags(number + 1) & (_BESIDES | _GRAMMATICAL)) or number > at
        if not tags & (NN | ADJECTIVE) and not (view.has_capital(number) and not tags):
            return False
    return False


_OF_THE = frozenset("regardless front spite terms behalf lieu lots none plenty".split())  # noqa: SIM905
_BEFORE_OF_THE = {"front": "in", "spite": "in", "terms": "in", "behalf": "on", "lieu": "in"}


_READY = frozenset(
    "work works worked working run runs available supported it them ready usable included right "  # noqa: SIM905
    "straight".split()
)


@on("one", "out", *_OF_THE)
def of_the(view: View, at: int) -> Fix | None:
    """Set “of” between two words that need it: one of the most, out of the box, in front of the.

    Bad: It is one the most used, works out the box, in front the user.
    Good: It is one of the most used, works out of the box, in front of the user.

    Fine: The one the most people use; check out the box; which one the best is; in terms the user knows.
    """
    word, after = view.words[at], view.next(at + 1)
    if view.next(at) != "the" or not is_row(view, at, at + 1):
        return None
    if word == "one":
        starts = view.opens(at) or view.before(at) in ("is", "was", "as", "are", "be", "of", "remains")
        fits = starts and (
            bool(view.tags(at + 2) & _SUPERLATIVE) or after in ("few", "main", "following", "first", "many")
        )
    elif word == "out":
        fits = after == "box" and view.before(at) in _READY and not view.tags(at + 3) & NOUN
    else:
        fits = view.before(at) == _BEFORE_OF_THE.get(word) and word != "terms"
    return inserted(view, at, "of", f"It is “{word} of the”.") if fits else None


@on("able", "unable")
def able_to(view: View, at: int) -> Fix | None:
    """Set “to” between able and what one is able to do, and “be” before it.

    Bad: It is able train a model; they are unable do it; we will able to see; to able to run.
    Good: It is able to train a model; they are unable to do it; we will be able to see; to be able to run.

    Fine: Able seamen; an able model; as able as; able-bodied.
    """
    before, after = view.before(at), view.next(at)
    if (
        before in ("will", "would", "should", "might", "may", "must", "to")
        and after == "to"
        and is_row(view, at - 1, at + 1)
    ):
        return inserted(view, at - 1, "be", f"It is “{before} be able to”.")
    verb = view.tags(at + 1) & VB and (not view.tags(at + 1) & ADJECTIVE) and after not in ("to", "not")
    if not verb or not is_row(view, at, at + 1):
        return None
    noun = view.tags(at + 1) & NOUN and not view.tags(at + 2) & _POINTS
    is_able = view.tags_of(before) & _ARE or before in ("not", "always", "also")
    return inserted(view, at, "to", f"It is “{view.words[at]} to {after}”.") if is_able and not noun else None


_POINTS = bits("DT", "PRP")
_OBJECTS = frozenset({"the", "a", "an", "your", "our", "their", "its", "it", "them", "this", "these", "all", OPAQUE})
_WANTING = frozenset("i you we they".split())  # noqa: SIM905
_PLAIN = frozenset("use do get have see make add install".split())  # noqa: SIM905
_TELLING = frozenset(
    "show shows showing learn explain explains know see on describes about".split()  # noqa: SIM905
)
_DOERS = frozenset("you us me them users developers people".split())  # noqa: SIM905
_LETS = frozenset("allow allows allowed allowing enable enables enabled enabling".split())  # noqa: SIM905
_WANTS = frozenset("want need wants needs".split())  # noqa: SIM905


@on("order", *_LETS, *_WANTS, "how")
def missing_to(view: View, at: int) -> Fix | None:
    """Set “to” before the verb after in order, allow you, want, and how.

    Bad: In order train a model you want use this; it allows you train the other, and shows how use it.
    Good: In order to train a model you want to use this; it allows you to train the other, and shows how to use it.

    Fine: In order of size; you need help; you need not; allow them access; that helps.
    """
    word, verb = view.words[at], at + 1
    if word in _LETS:
        verb, fits = at + 2, view.word(at + 1) in _DOERS and view.word(at + 2) not in ("see", "refer", "check", "read")
    elif word == "order":
        fits = view.word(at - 1) == "in"
    elif word == "how":
        fits = view.word(at - 1) in _TELLING and view.word(verb) not in ("do", "have")
    else:
        fits = view.word(at - 1) in _WANTING and (view.next(verb) in _OBJECTS or view.word(verb) in _PLAIN)
    if not fits or not is_row(view, at - 1, verb):
        return None
    use_name = word == "how" and view.word(verb) == "use" and view.joined(verb + 1) and view.has_capital(verb + 1)
    if not use_name and not _does_something(view, verb):
        return None
    if view.word(verb) == "do" and view.next(verb) == "no":
        return None  # you need do no more
    doubtful = word in _WANTS and view.tags(verb) & NOUN and view.word(verb) not in _PLAIN
    safety = Safety.SUGGEST if doubtful else Safety.SAFE
    return inserted(view, verb - 1, "to", f"It is “{view.word(verb - 1)} to {view.word(verb)}”.", safety)


def _does_something(view: View, at: int) -> bool:
    """Tell whether token `at` is a verb in its plain form: it can be nothing else, or an object follows."""
    tags, word = view.tags(at), view.word(at)
    if view.next(at) == "the" and view.tags(at + 2) & _SUPERLATIVE:
        return False
    if not tags & VB or (tags & bits("MD", "HAVE", "DO", "IN", "RB", "CD") and word not in ("do", "have")):
        return False
    if tags & (NOUN | ADJECTIVE | VBN):
        return view.next(at) in _OBJECTS
    return True


_AS_TWO = {"long": "as", "soon": "as", "far": "as", "well": "as"}
_SUBJECTS = frozenset("you we it they i he she the".split())  # noqa: SIM905


@on(*_AS_TWO, "much")
def as_as(view: View, at: int) -> Fix | None:
    """Set the second “as” of as well as, as long as, as soon as.

    Bad: It takes pages as well a title, as long the file is there, as soon possible.
    Good: It takes pages as well as a title, as long as the file is there, as soon as possible.

    Fine: You may as well the next day; as long as the file; as well. The end; it works as well.
    """
    word, after = view.words[at], view.word(at + 1)
    if view.word(at - 1) != "as" or not is_row(view, at - 1, at + 1):
        return None
    if after == "possible" and word != "well":
        return inserted(view, at, "as", f"It is “as {word} as possible”.")
    if word == "well":
        fits = (
            after in ("a", "an", "the", "our", "your", "its", "their")
            and not view.tags_of(view.before(at - 1)) & _NO_LIST
        )
    else:
        fits = word != "much" and after in _SUBJECTS and (word != "far" or after != "the")
    return inserted(view, at, "as", f"It is “as {word} as”.") if fits else None


_NO_LIST = bits("MD", "BE", "RB")
RULES: tuple[Rule, ...] = (
    missing_of,
    of_the,
    able_to,
    missing_to,
    as_as,
)
