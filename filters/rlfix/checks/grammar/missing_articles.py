"""A, an, the where one is missing for certain."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import chain, ends_at, is_plural
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, View, bits, words
from rlfix.edit import Safety
from rlfix.sounds import article_for

_PLACES = words("to in from of with for by on at as under see per about within into than")

_SAME = words("way time name place order result results effect value type file line directory method manner size")

_STEPS = words(
    "step section chapter paragraph part example line page release version iteration article post lesson "
    "tutorial unit exercise episode"
)

_SHOWN = words(
    "point points example examples code command commands section sections equation formula figure table "
    "list case cases step steps diagram image snippet steps method methods problem problems approach "
    "definition paragraph configuration output error instructions file files syntax script query options "
    "option function screenshot way ways rule rules lines line settings attributes parameters properties "
    "structure"
)

_RELEASES = words("version versions release releases update updates build commit changes")
_ASKING = words("use using run running consider see execute add adding get with in take")


@on("above", "below", "following", "same", "next", "previous", "latest")
def missing_the(view: View, at: int) -> Fix | None:
    """Set “the” before what points at one thing: above point, same time, next step.

    Bad: This relates to above point, and in next section we run following command at same time.
    Good: This relates to the above point, and in the next section we run the following command at the same time.

    Fine: From above, points look small; in next to no time; following instructions is hard; next week; of same sex.
    """
    word, before, noun = view.words[at], view.before(at), view.next(at)
    if not noun or view.has_capital(at) or view.gap(at + 2)[:1] == "-":
        return None
    if word in ("next", "previous"):
        fits = before in ("in", "from", "of", "to", "for", "at") and noun in _STEPS
    elif word == "latest":
        noun = noun if noun in _RELEASES else view.next(at + 1)
        fits = noun in _RELEASES and (before in _ASKING or before in ("install", "download", "to", "on", "for"))
    elif word == "same":
        fits = before in ("at", "in", "with", "of", "to", "from", "have", "has", "for") and noun in _SAME
    elif word == "following":
        fits = before in _ASKING and noun in _SHOWN
    else:
        fits = before in _PLACES and noun in _SHOWN
    if not fits or view.next(at + 1) in ("and", "or"):
        return None
    safety = Safety.SAFE if _is_told(view, at) else Safety.SUGGEST
    return Fix(at, at, f"the {word}", f"“the” is missing before “{word} {noun}”.", safety)


def _is_told(view: View, at: int) -> bool:
    """Tell whether token `at` stands in a sentence, and not in a note: link to next page, see code at top of."""
    block = view.text.block_at(view.starts[at])
    start, end = view.text.tokens.sentence(block, view.starts[at])
    if view.string[start:end].rstrip()[-1:] in ".!?:":
        return True
    return any(view.tags(one) & _FINITE for one in view.text.tokens.within(start, end))


_FINITE = bits("BE", "HAVE", "DO", "MD", "PRP")


_WITH_THE = {
    "end": ("at", "in", "by"), "beginning": ("at", "in", "from"), "bottom": ("at",), "middle": ("in",), "top": ("at",),
    "help": ("with",), "form": ("in",), "fact": ("to",), "rest": ("in", "for"), "basis": ("on",), "sake": ("for",),
    "exception": ("with",), "moment": ("at",), "meantime": ("in",), "context": ("in",), "course": ("over",),
    "absence": (), "process": ("in",),
}  # fmt: skip

_WITHOUT_OF = frozenset({"moment", "meantime"})


@on(*_WITH_THE)
def phrase_without_the(view: View, at: int) -> Fix | None:
    """Set “the” where a set phrase has lost it: at end of, in middle of, due to fact that, at moment.

    Bad: At end of an episode, due to fact that it is over, we are in middle of nothing.
    Good: At the end of an episode, due to the fact that it is over, we are in the middle of nothing.

    Fine: In context, of course; in case of an end; by end users; in process mining; at top speed.
    """
    word, after = view.words[at], view.next(at)
    if view.before(at) not in _WITH_THE[word] or view.has_capital(at):
        return None
    if word == "fact":
        fits = after == "that" and view.word(at - 2) in ("due", "owing", "thanks")
    elif word in _WITHOUT_OF:
        fits = not after or after in ("of", "we", "the", "it", "there", "you", "i", "this")
    else:
        bare = view.tags(at + 2) & bits("NN") and not view.tags(at + 2) & bits("DT", "PRP", "PRP$", "CD")
        term = word in ("end", "beginning", "top", "bottom") and bare and not view.next(at + 2)
        fits = after == "of" and not term  # at end of file
    safety = Safety.SAFE if _is_told(view, at) else Safety.SUGGEST
    return Fix(at, at, f"the {word}", f"It is “{view.before(at)} the {word}”.", safety) if fits else None


_COUNTED = words(
    "method approach system model case situation scenario way problem task structure policy technique "
    "mechanism strategy feature tool setup solution algorithm library package option object file list "
    "class operation environment network project command device page message node place person user "
    "framework process function program module component"
)
"""Nouns that are not used in the singular without an article or the like."""


@on("such")
def such_a(view: View, at: int) -> Fix | None:
    """Set a or an between such and one thing.

    Bad: Such method allows it; in such case we do it in such way that it stays.
    Good: Such a method allows it; in such a case we do it in such a way that it stays.

    Fine: No such file; any such method; such methods; such case law; as such, method calls; one such model.
    Fine: The most common such case is this.
    """
    noun = view.next(at)
    if noun not in _COUNTED or view.has_capital(at + 1) or not ends_at(view, at + 1) or view.before(at) in _ANY:
        return None
    if view.tags_of(view.before(at)) & (ADJECTIVE | bits("DT", "CD", "PRP$")):
        return None  # the most common such case
    article = article_for(noun, known=True)
    return Fix(at, at, f"{view.written(at)} {article}", f"An article is missing: “such {article} {noun}”.")


_ANY = words(
    "no any one each every some all other another many as two three few the a and or first second last next only"
)

_WORKS = words("library framework tool package list collection guide method command function algorithm plugin script")

_PURPOSE = words("of for that which to")


@on("is")
def is_a(view: View, at: int) -> Fix | None:
    """Set a or an before what something is, where it is one of many.

    Bad: It is Python library for research, which is list of items.
    Good: It is a Python library for research, which is a list of items.

    Fine: It is part of it; it is list-like; what it is, tools for that will tell; it is command line.
    """
    last = chain(view, at + 1)
    if last <= at or last - at > 3 or not view.joined(at + 1) or view.words[last] not in _WORKS:
        return None
    if view.next(last) not in _PURPOSE or view.has_capital(last) or is_plural(view, last - 1) or _asks(view, at):
        return None
    first = view.written(at + 1)
    article = article_for(first, known=bool(view.tags(at + 1)))
    if not article or any(view.tags(one) & _OPEN for one in range(at + 1, last)):
        return None
    return Fix(at, at, f"is {article}", f"An article is missing: “{article} {view.span(at + 1, last)}”.")


_OPEN = bits("RB", "VBG", "VBN", "VBD")


def _asks(view: View, at: int) -> bool:
    """Tell whether the verb comes before its subject: where is, how is."""
    return bool(view.tags_of(view.before(at)) & bits("WH", "RB", "EX")) and view.before(at) not in ("which", "that")


_ONLY_COUNTED = words(
    "goal objective problem method interface limitation drawback disadvantage feature parameter argument "
    "downside node variable algorithm list"
)

_HOW_MUCH = words(
    "one two little much more less enough sufficient full equal same such adequate own other certain most only"
)


@on("has")
def has_a(view: View, at: int) -> Fix | None:
    """Set a or an before one thing that something has.

    Bad: It has stochastic, non-differentiable goal.
    Good: It has a stochastic, non-differentiable goal.

    Fine: It has little effect, low latency, and more goal posts; it has open problems.
    """
    noun = at + 1
    while noun < at + 6 and _describes(view, noun) and not (noun > at + 1 and view.gap(noun) not in _AMONG):
        noun += 1
    if noun == at + 1 or not view.joined(at + 1) or view.word(noun) not in _ONLY_COUNTED or not view.joined(noun):
        return None
    article = article_for(view.written(at + 1), known=bool(view.tags(at + 1)))
    if not article or view.gap(noun + 1)[:1] not in ".,;\n" or view.has_capital(at + 1):
        return None
    return Fix(at, at, f"has {article}", f"An article is missing: “{article} {view.span(at + 1, noun)}”.")


_AMONG = frozenset({" ", "\n", ", ", "-"})


def _describes(view: View, at: int) -> bool:
    """Tell whether token `at` is an adjective that says what sort of thing, and not how much."""
    word = view.word(at)
    if word in ("non", "multi", "semi"):
        return view.gap(at + 1) == "-"
    tags = view.tags(at)
    return (
        bool(tags & ADJECTIVE or (not tags and word.isalpha())) and word not in _HOW_MUCH and word not in _ONLY_COUNTED
    )


@on("in")
def in_a_way(view: View, at: int) -> Fix | None:
    """Set a or an in “in a similar way”, “in a safe manner”.

    Bad: It works in similar way, in very safe manner.
    Good: It works in a similar way, in a very safe manner.

    Fine: In some way; in either way; in no way; in Big Way; in large ways; in good way stations.
    """
    noun = at + 1
    while noun < at + 4 and view.joined(noun) and (_describes(view, noun) or view.words[noun] in ("very", "more")):
        noun += 1
    if noun == at + 1 or view.word(noun) not in ("way", "manner", "fashion") or not view.joined(noun):
        return None
    article = article_for(view.written(at + 1), known=True)
    if not article or view.has_capital(at + 1) or not ends_at(view, noun) or not view.tags(noun - 1) & ADJECTIVE:
        return None
    return Fix(
        at, at, f"{view.written(at)} {article}", f"An article is missing: “{article} {view.span(at + 1, noun)}”."
    )


RULES: tuple[Rule, ...] = (
    missing_the,
    phrase_without_the,
    such_a,
    is_a,
    has_a,
    in_a_way,
)
