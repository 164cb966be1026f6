"""How many, and what kind: a large number of, different kinds of, more than one agent, per second, the same as."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import ends_at, is_adverb, is_plural
from rlfix.checks.grammar.rows import inserted, is_row
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, VB, VBD, VBG, VBN, VBZ, View, bits, recased, words
from rlfix.edit import Safety
from rlfix.lexicon import inflect

_SIZES = words("wide large small huge broad great vast big tremendous certain")
_GOVERNING = words(
    "are is was were have has had with in by for from to on via using contains contain includes include provides "
    "provide supports support offers offer requires require takes take need needs supporting providing offering "
    "including containing having requiring cover covers across over into after without"
)


@on("range", "variety", "number", "amount", "majority", "lot", "couple", "bunch")
def a_number_of(view: View, at: int) -> Fix | None:
    """Set “a” before what tells how many: a wide range of, a large number of, a lot of.

    Bad: It supports wide range of tasks, with large number of agents, and there are lot of them.
    Good: It supports a wide range of tasks, with a large number of agents, and there are a lot of them.

    Fine: A wide range of tasks; the great majority of them; in number of agents; is the lot of men; by range of motion.
    """
    if view.next(at) != "of" or not is_row(view, at - 1, at + 1) or view.has_capital(at - 1):
        return None
    sized = view.before(at) in _SIZES and view.words[at] not in ("lot", "couple", "bunch")
    first = at - sized
    if not sized and view.words[at] not in ("lot", "couple", "bunch"):
        return None
    if view.before(first) not in _GOVERNING or not view.joined(at + 2):
        return None
    if view.before(first) == "to" and view.tags_of(view.word(first)) & VB:
        return None
    return inserted(view, first - 1, "a", f"It is “a {view.span(first, at + 1)}”.")


@on("kind", "type", "sort")
def different_kinds(view: View, at: int) -> Fix | None:
    """Name many after “different” and “various”: different kinds of.

    Bad: There are different kind of agents with various type of rewards.
    Good: There are different kinds of agents with various types of rewards.

    Fine: A different kind of agent; it is a very different kind of game; some different kind of problem.
    """
    if view.next(at) != "of" or view.before(at) not in ("different", "various") or not is_row(view, at - 2, at + 1):
        return None
    if view.before(at - 1) not in _GOVERNING and view.before(at - 1) not in ("of", "many", "two", "three", "and"):
        return None
    return Fix(at, at, f"{view.written(at)}s", f"“{view.before(at)}” asks for the plural: “{view.words[at]}s”.")


@on("one")
def more_than_one(view: View, at: int) -> Fix | None:
    """Name one thing after “more than one”.

    Bad: There may be more than one agents in it.
    Good: There may be more than one agent in it.

    Fine: More than one agent; more than one settings file; more than one of the agents; no more than one means.
    Fine: It often costs more than one hopes.
    """
    noun = at + 1
    if view.before(at) != "than" or view.before(at - 1) != "more" or not view.joined(noun):
        return None
    if not is_plural(view, noun) or view.tags(noun) & bits("NN") or not ends_at(view, noun):
        return None
    singular = view.base(view.words[noun], "NNS")
    safety = Safety.SUGGEST if view.tags(noun) & VBZ else Safety.SAFE  # more than one hopes
    why = f"After “more than one” stands the singular: “{singular}”."
    return Fix(noun, noun, singular, why, safety) if singular else None


_UNITS = {
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week", "months": "month",
    "years": "year", "steps": "step", "episodes": "episode", "epochs": "epoch", "iterations": "iteration",
}  # fmt: skip


@on("per")
def per_unit(view: View, at: int) -> Fix | None:
    """Name one unit after “per”.

    Bad: It takes 20 steps per seconds.
    Good: It takes 20 steps per second.

    Fine: As per days past, per 10 seconds, per second, as per instructions.
    """
    unit = _UNITS.get(view.next(at), "")
    if not unit or view.before(at) == "as" or not ends_at(view, at + 1) or not is_row(view, at, at + 1):
        return None
    return Fix(at + 1, at + 1, unit, f"“per” asks for the singular: “{unit}”.")


@on("one", "some")
def of_the_most(view: View, at: int) -> Fix | None:
    """Set “the” in “one of the most”, “one of the best”.

    Bad: It is one of most popular tools, and one of best.
    Good: It is one of the most popular tools, and one of the best.

    Fine: One of the most popular; some of most people's time; one of most.
    """
    superlative = at + 2
    if view.next(at) != "of" or not is_row(view, at, superlative) or view.has_capital(superlative):
        return None
    if view.words[superlative] == "most":
        described = view.tags(at + 3) & ADJECTIVE and not view.tags(at + 3) & bits("NNS", "NN")
        fits = described and view.joined(at + 3) and view.joined(at + 4)
    else:
        fits = view.words[at] == "one" and view.tags(superlative) & bits("JJS") and view.words[superlative] != "least"
    return inserted(view, at + 1, "the", f"It is “of the {view.words[superlative]}”.") if fits else None


_COPULAS = words("is are was were be")
_NEARLY = words("not exactly almost basically nearly essentially also")


@on("same")
def the_same_as(view: View, at: int) -> Fix | None:
    """Set “the” in “is the same as”.

    Bad: It is same as before, and they are exactly same as the others.
    Good: It is the same as before, and they are exactly the same as the others.

    Fine: It is the same as before; is any such same as good; same as above.
    """
    if view.next(at) != "as" or not is_row(view, at - 1, at + 1) or not view.joined(at + 2):
        return None
    verb = at - 1 - (view.before(at) in _NEARLY)
    if view.word(verb) not in _COPULAS or not view.joined(verb + 1) or not view.before(verb):
        return None
    return Fix(at, at, "the same", "It is “the same as”.")


_PEOPLE = words(
    "beginner developer student member maintainer contributor researcher programmer newcomer engineer newbie"
)
_THINGS = words("example idea problem issue bug mistake feature reason question step")
_WHAT = _PEOPLE | _THINGS
_NOT_A = words(
    "first second third last next same main only best worst own other such more less most one that this sole key right"
)


@on("is", "are", "am", "i'm", "you're", "it's")
def what_one_is(view: View, at: int) -> Fix | None:
    """Set “a” before what somebody or something is: it is a good idea, you are a beginner.

    Bad: It is good idea to wait if you are beginner. This is simple example of it.
    Good: It is a good idea to wait if you are a beginner. This is a simple example of it.

    Fine: It is part of it; you are beginner-friendly; what it is example code shows; here is example two.
    Fine: It is step two; it is question time; is good idea number one; it is problem free.
    Fine: It is feature for feature the same tool; it is bug for bug compatible.
    """
    if _WHAT.isdisjoint(view.words[at + 1 : at + 4]):
        return None
    noun = at + 1
    while noun < at + 3 and _is_plain_adjective(view, noun) and view.joined(noun):
        noun += 1
    subject = view.words[at].partition("'")[0] if "'" in view.words[at] else view.before(at)
    if subject in ("you", "i", "he", "she"):
        fits = view.word(noun) in _PEOPLE
    else:
        fits = subject in ("it", "this") and view.word(noun) in _THINGS
        fits = fits and (noun > at + 1 or view.next(noun) in ("of", "for"))
    if not fits or not is_row(view, at, noun) or not ends_at(view, noun) or view.words[at + 1] in _NOT_A:
        return None
    if view.next(noun) == "for" and view.word(noun + 2) == view.words[noun]:
        return None  # bug for bug compatible
    if view.word(noun + 1)[:1].isdigit() or view.tags(noun + 1) & bits("CD"):
        return None
    article = "an" if view.words[at + 1][0] in "aeio" else "a"
    return inserted(view, at, article, f"An article is missing: “{article} {view.span(at + 1, noun)}”.")


def _is_plain_adjective(view: View, at: int) -> bool:
    """Tell whether token `at` is an adjective that says what something is like, and no form of a verb."""
    tags = view.tags(at)
    verbal = tags & (VB | VBZ | VBG | VBD | VBN)
    return bool(tags & bits("JJ")) and not verbal and not is_adverb(view, at) and view.word(at) not in _NOT_A


_OF_THE = words("the these those our your")
_MANY_OF = words("each both several many few")
_COUNTED = words(
    "parameter step token layer agent episode iteration epoch argument file line worker thread row column element item "
    "node request variable option environment task example model algorithm method function component module package "
    "section chapter value"
)


@on(*_COUNTED)
def number_of_things(view: View, at: int) -> Fix | None:
    """Name many after “the number of” and “each of the”.

    Bad: The number of parameter is high, and each of the agent has one.
    Good: The number of parameters is high, and each of the agents has one.

    Fine: The number of parameter values; the number of file descriptors; each of the file names.
    """
    before = view.before(at)
    if before == "of":
        fits = view.before(at - 1) == "number" and view.word(at - 3) in ("the", "a", "total", "maximum", "large")
    else:
        fits = before in _OF_THE and view.before(at - 1) == "of" and view.before(at - 2) in _MANY_OF
    if not fits or not is_row(view, at - 2, at) or not ends_at(view, at) or view.next(at) in ("and", "or"):
        return None
    plural = inflect(view.words[at], "NNS")
    return Fix(at, at, recased(plural, view.written(at)), f"There are many: “{plural}”.")


RULES: tuple[Rule, ...] = (
    a_number_of,
    different_kinds,
    more_than_one,
    per_unit,
    of_the_most,
    the_same_as,
    what_one_is,
    number_of_things,
)
