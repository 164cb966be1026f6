"""Clauses that have lost their verb or their subject: it recommended to, there a few, if you working, when need to."""

from __future__ import annotations

from rlfix.checks.grammar.rows import inserted, is_row
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, VB, VBG, VBN, VBZ, View, bits

_ARE = bits("BE")


def _is_plural(view: View, at: int) -> bool:
    """Tell whether token `at` can only be a noun in the plural."""
    return view.is_plural(view.word(at)) and not view.tags(at) & VBZ


_SURE = frozenset(
    "recommended possible important necessary likely worth easy hard difficult useful impossible".split()  # noqa: SIM905
)
_MANY = frozenset("many several multiple various numerous few".split())  # noqa: SIM905
_AMOUNTS = frozenset("few couple lot number variety bunch handful".split())  # noqa: SIM905


@on("it", "there", "here")
def missing_be(view: View, at: int) -> Fix | None:
    """Set the verb that “it”, “there” and “here” need where a sentence starts with them.

    Bad: It recommended to use this. There a few ways.  There many others. Here some examples:
    Good: It is recommended to use this. There are a few ways.  There are many others. Here are some examples:

    Fine: He finds it important to use it. There, a few ways; here some think otherwise. Go there a few times.
    """
    after = view.word(at + 1)
    if view.words[at] == "it":
        verb, fits = "is", after in _SURE and view.next(at + 1) in ("to", "that", "for") and view.opens(at)
    elif view.words[at] == "here":
        verb, fits = "are", after == "some" and _some_follow(view, at + 2)
    else:
        verb, fits = "are", (after in _MANY or after == "a") and view.opens(at) and _many_follow(view, at + 1)
    return (
        inserted(view, at, verb, f"A verb is missing: {view.words[at]} {verb}.")
        if fits and is_row(view, at, at + 1)
        else None
    )


def _some_follow(view: View, at: int) -> bool:
    """Tell whether a noun in the plural at token `at`, or behind an adjective there, ends the phrase."""
    noun = at + 1 if view.tags(at) & ADJECTIVE and not _is_plural(view, at) else at
    return view.joined(noun) and _is_plural(view, noun) and _ends_phrase(view, noun)


def _many_follow(view: View, at: int) -> bool:
    """Tell whether many things are named from token `at` on: many others, a few ways, a large number."""
    if view.words[at] in _MANY:
        tools = view.is_plural(view.word(at + 1)) and _ends_phrase(view, at + 1)
        return tools or _is_plural(view, at + 1) or _is_plural(view, at + 2)
    counted = at + 1 if view.word(at + 1) not in ("large", "small", "great", "wide") else at + 2
    return is_row(view, at, counted) and view.word(counted) in _AMOUNTS


def _ends_phrase(view: View, at: int) -> bool:
    return not view.joined(at + 1) or view.next(at) in (
        "of",
        "for",
        "on",
        "that",
        "to",
        "which",
        "with",
        "from",
        "about",
    )


_JOINING = frozenset(
    "if when that which what as because while where since once unless whether until".split()  # noqa: SIM905
)
_NO_VERBS = frozenset(
    "being having during something anything nothing everything including according".split()  # noqa: SIM905
)


@on("you", "we", "they")
def missing_are(view: View, at: int) -> Fix | None:
    """Set “are” between you, we or they and what they do.

    Bad: If you working on it, the tools that you using matter.
    Good: If you are working on it, the tools that you are using matter.

    Fine: I heard of you working on it; with what you being there means; if you, working on it, win.
    """
    doing = at + 1
    if view.word(at - 1) in _JOINING and view.tags(doing) & VBG and view.words[doing] not in _NO_VERBS:
        asked = view.before(at) == "where" and view.opens(at - 1)
        if is_row(view, at - 1, doing) and not view.tags(doing) & bits("IN") and not asked:
            return inserted(view, at, "are", f"It is “{view.words[at]} are {view.words[doing]}”.")
    return None


@on("need", "needs")
def missing_you(view: View, at: int) -> Fix | None:
    """Set “you” where nobody needs to do it: when need to, if need to.

    Bad: It is useful when need to specify it, or if need to run it.
    Good: It is useful when you need to specify it, or if you need to run it.

    Fine: If need be; when needed; if needs must; as and when needs arise.
    """
    if view.before(at) not in ("when", "if") or view.next(at) != "to" or not is_row(view, at - 1, at + 2):
        return None
    if view.words[at] == "needs" or not view.tags(at + 2) & (VB | _ARE):
        return None
    return inserted(view, at - 1, "you", f"Who needs to {view.word(at + 2)}? The clause has no subject.")


@on("not")
def missing_are_not(view: View, at: int) -> Fix | None:
    """Set “are” between they, we or you and what they are not.

    Bad: But they not included in it.
    Good: But they are not included in it.

    Fine: Why do they not include it? They not only included it; have they not gone?
    """
    before, after = view.word(at - 1), view.tags(at + 1)
    participle = after & VBN and not after & (VB | bits("RB", "NN"))
    opening = view.opens_clause(at - 1) or view.word(at - 2) in ("but", "and", "if", "because", "since")
    if before not in ("they", "we", "you") or not participle or not opening or not is_row(view, at - 1, at + 1):
        return None
    return inserted(view, at - 1, "are", f"It is “{before} are not {view.words[at + 1]}”.")


RULES: tuple[Rule, ...] = (missing_be, missing_are, missing_are_not, missing_you)
