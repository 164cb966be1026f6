"""Nouns in the singular where many are meant, and in the plural where it is one."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import AMOUNTS, COLLECTIVE, chain, ends_at, is_plural, is_singular
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import (
    ADJECTIVE,
    DT,
    IN,
    NN,
    NNS,
    NOUN,
    OPAQUE,
    RB,
    VB,
    VBD,
    VBG,
    VBN,
    VBZ,
    View,
    bits,
    words,
)
from rlfix.edit import Safety
from rlfix.lexicon import inflect

_VERBS = bits("MD", "BE", "HAVE", "DO", "VBD")
SINGULAR_VERBS = words("is was has does isn't wasn't hasn't doesn't")


def pluralised(view: View, at: int, why: str, safety: Safety = Safety.SAFE) -> Fix | None:
    """Return the fix that puts the noun at `at` in the plural; `why` has {} for it."""
    plural = inflect(view.words[at], "NNS")
    return Fix(at, at, plural, why.format(plural), safety) if view.tags_of(plural) & NNS else None


def _sure_noun(view: View, first: int, head: int) -> bool:
    """Tell whether `head`, the end of a phrase from `first` on, is a noun, and no verb after a pronoun."""
    return not view.tags(head) & VB or (
        head > first and bool(view.tags(head - 1) & ADJECTIVE) and not view.tags(head - 1) & NN
    )


@on("one")
def one_of_the(view: View, at: int) -> Fix | None:
    """Name many after “one of the”.

    Bad: It is one of the most critical task in the field and one of our best agent.
    Good: It is one of the most critical tasks in the field and one of our best agents.

    Fine: One of the team; one of the above; one of the few places; one of the two; one of the software packages.
    Fine: One of the hardest hit; one of the trio; one of the fleet; one of the squad.
    """
    if view.next(at) != "of" or view.next(at + 1) not in _DEFINITE or view.before(at) in ("first", "last", "next"):
        return None
    first = at + 3
    most = view.word(first) == "most" and view.joined(first)
    first += most
    last = chain(view, first)
    if last < first or not view.joined(first) or not is_singular(view, last) or not ends_at(view, last):
        return None
    if any(view.words[one] in _SETS or view.words[one][-1] == "s" for one in range(first, last)):
        return None
    superlative = most or any(view.words[one].endswith("est") for one in range(first, last))
    if view.words[last] in _GROUPS:
        return None
    sure = (superlative and not view.tags(last) & VBN) or (not view.tags(last) & VB and last - first < 3)
    why = "One of many: “{}”."
    return pluralised(view, last, why, Safety.SAFE if sure else Safety.SUGGEST)


_DEFINITE = words("the these those my our your their its his her")
_GROUPS = words("trio duo quartet fleet squad herd flock gang cast brood swarm panel choir orchestra tribe clan")
_SETS = COLLECTIVE | {"two", "three", "four", "few", "pair", "several", "many", "above", "below", "following"}


_NUMBERS = words("two three four five six seven eight nine ten")
_VAGUE = words("several many various numerous multiple")


@on(*_NUMBERS, *_VAGUE)
def many_of_one(view: View, at: int) -> Fix | None:
    """Put a noun after a number, or a word like several, in the plural.

    Bad: There are three different training pipeline with several method for many case.
    Good: There are three different training pipelines with several methods for many cases.

    Fine: A two player game; version two is out; two hundred; many a man; several thousand; in step two policy.
    Fine: Four out of five use it; one in five use it; three of five run on it; four wheel drive; multiple exposure.
    """
    if not view.joined(at + 1) or not _counts(view, at):
        return None
    first = at + 1
    last = chain(view, first)
    if last < first or not is_singular(view, last) or not ends_at(view, last) or view.tags(last) & ADJECTIVE:
        return None
    if any(_shows_plural(view, one) or view.words[one] in _MEASURES for one in range(first, last + 1)):
        return None
    if "-" in map(view.gap, range(first, last + 1)) or (view.words[first] in ("such", "different") and first == last):
        return None
    if last == first and view.opens(at) and view.tags(last) & VB:
        return None  # many use it
    safety = Safety.SAFE if _surely_counted(view, at, last) else Safety.SUGGEST
    return pluralised(view, last, f"“{view.written(at)}” asks for the plural: “{{}}”.", safety)


def _counts(view: View, at: int) -> bool:
    """Tell whether a word like two or many counts what follows it, and is no number of something before it."""
    before = view.before(at)
    if view.gap(at)[-1:] in "-.,/" or before in _UNMANY or (view.has_capital(at) and not view.opens(at)):
        return False
    if view.words[at] in _NUMBERS:
        if before in ("of", "in") and (view.word(at - 2) in _SHARES or view.word(at - 2).isdigit()):
            return False  # four out of five use it
        return not view.tags_of(before) & _LABELS
    return not (view.words[at] == "many" and before == "to")  # one to many


def _surely_counted(view: View, at: int, last: int) -> bool:
    if view.words[last].endswith(_ABSTRACT) and view.words[at] != "many":
        return False
    if view.next(last) in ("and", "or") or view.gap(last + 1)[:1] == "," or last - at > 3:
        return False
    if last > at + 1 and view.tags(last) & VB and not view.tags(last - 1) & ADJECTIVE:
        return False  # multiple certificate authority support
    if view.before(at) == "how" and last > at + 1 and view.joined(last + 1) and view.tags(last + 1) & _FINITE:
        return False  # how many open connection the server can have
    return bool(view.tags_of(view.before(at)) & bits("IN", "BE", "HAVE")) or _sure_noun(view, at + 1, last)


_FINITE = bits("BE", "HAVE", "DO", "MD", "VBZ")


def _shows_plural(view: View, at: int) -> bool:
    """Tell whether token `at` is a plural itself, or the verb of one: several people expressed interest."""
    tags = view.tags(at)
    unknown = not tags and view.words[at][-1] == "s"  # multiple lexers match
    shown = view.words[at] in ("people", "data") or unknown or is_plural(view, at)
    return shown or bool(tags & bits("VBD") and not tags & ADJECTIVE)


_ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "ing",
    "ship",
    "ity",
    "ness",
    "ism",
    "dispatch",
    "behavior",
    "behaviour",
)
"""Endings of nouns that are not always counted: multiple inheritance, multiple evaluation."""
_LABELS = bits("NN", "DT", "PRP$", "CD", "JJR")
_SHARES = _NUMBERS | {"out", "one", "only", "every", "none"}
_UNMANY = words("a the first last next any other every each this that")
_MEASURES = words(
    "percent per hundred thousand million billion dozen year day hour minute week month inch foot kilo "
    "gram mile way half third quarter fold digit bit byte letter man time more less other one step side "
    "part point stage sample level tier factor thing head dollar pound cent player star phase tail class "
    "way state party word person wheel stroke door lane cylinder exposure sclerosis"
) - {"part", "step", "way", "thing"}
"""Nouns that stay as they are after a number in a name for a kind, and those that go on counting."""


_FLOATING = words("that which who they we you and these those to can will must should may might")


@on("another", "each", "every")
def one_of_many(view: View, at: int) -> Fix | None:
    """Put a noun after each, every and another in the singular.

    Bad: Try another models, since each parameters has its effect.
    Good: Try another model, since each parameter has its effect.

    Fine: Another two weeks; every few days; they each models; agents that each handle rewards; another users group.
    Fine: It may replay every transition dozens of times; for each prompt responses are sampled.
    Fine: The text for each goes into detail; there are two, each running different programs.
    Fine: Every time users are asked; with every release users can upgrade; every day models are trained.
    """
    first = at + 1
    if not view.joined(first) or view.word(first) in ("few", "two", "three", "four", "five", "others"):
        return None
    last = chain(view, first)
    if last < first or not is_plural(view, last) or not ends_at(view, last) or last - first > 2:
        return None
    if _is_verb(view, at, last) or _floats(view, at):
        return None
    if any("'" in view.words[one] or view.words[one] in _VAGUE for one in range(first, last)) or (
        last > first and view.tags(first) & VB and (view.before(at) in _FLOATING or is_plural(view, at - 1))
    ):
        return None  # each layer's weights, under each prefix several files, agents that each handle rewards
    singular = view.base(view.words[last], "NNS")
    if not singular or any(is_plural(view, one) for one in range(first, last)) or view.words[last] in AMOUNTS:
        return None
    safety = Safety.SUGGEST if _may_end_before(view, at, last) else Safety.SAFE
    return Fix(last, last, singular, f"“{view.written(at)}” asks for the singular: “{singular}”.", safety)


_ACTING = words(
    "goes does says makes takes gets gives comes sees knows means looks runs works needs uses starts ends returns "
    "shows helps moves plays holds stands turns calls brings keeps finds leads leaves adds puts sets lets"
)
"""What is hardly ever a noun after each: the text for each goes into detail."""


def _is_verb(view: View, at: int, last: int) -> bool:
    """Tell whether what seems a noun is the verb of “each”: each trial then averages."""
    if view.words[last] in _ACTING and view.joined(last + 1):
        return True
    return bool(view.tags(last) & VBZ) and not is_finite(view, last + 1) and not _is_object(view, at, last)


def _floats(view: View, at: int) -> bool:
    """Tell whether “each” belongs to what stands before it: two of them, each running other programs."""
    doing = view.joined(at + 1) and view.tags(at + 1) & VBG
    before = view.word(at - 1)
    subject = view.joined(at) and (before == OPAQUE or view.is_plural(before))
    return view.words[at] == "each" and bool(doing and (subject or view.tags(at + 2) & (ADJECTIVE | DT | IN)))


def _may_end_before(view: View, at: int, last: int) -> bool:
    """Tell whether the phrase from `at` on may end before its last noun: for each prompt responses are sampled."""
    if last > at + 1 and view.tags(last) & VBZ and view.opens_clause(at):
        return True  # when every member declines is the usual error raised
    if last == at + 1 or not view.joined(last + 1) or view.words[last + 1] in SINGULAR_VERBS:
        return False
    if view.tags(last + 1) & (bits("MD", "BE", "HAVE", "DO") | VB | VBD | VBN | VBZ | RB):
        return True
    introduces = view.opens_clause(at) or view.tags_of(view.before(at)) & bits("IN", "TO")
    return bool(introduces and view.tags(last - 1) & NOUN)


def _is_object(view: View, at: int, noun: int) -> bool:
    """Tell whether `noun`, right after the token `at`, is what a verb or preposition before it has to do with."""
    governed = view.tags_of(view.before(at)) & bits("VB", "VBG", "IN", "TO") and view.before(at) not in (
        "that",
        "if",
        "of",
    )
    return bool(governed) and noun == at + 1 and not view.tags_of(view.next(noun)) & bits("PRP", "TO", "PRP$")


def is_finite(view: View, at: int) -> bool:
    """Tell whether token `at` is a verb that has to have a subject before it."""
    return view.joined(at) and bool(view.tags(at) & _VERBS)


@on("a")
def one_thing(view: View, at: int) -> Fix | None:
    """Put a noun after “a” in the singular where nothing else stands between them, or only “single”.

    Bad: It is a groups of entries; a menus is a list; use a single filters.
    Good: It is a group of entries; a menu is a list; use a single filter.

    Fine: A means of; a series is; a GPUs page; a few of; a thanks; a single systems engineer.
    """
    single = view.next(at) == "single"
    noun = at + 1 + single
    if not view.joined(at + 1) or not view.joined(noun) or not is_plural(view, noun) or not ends_at(view, noun):
        return None
    if view.words[noun] in AMOUNTS or not (single or view.next(noun) in ("of", "is", "was", "has", "which")):
        return None
    singular = view.base(view.words[noun], "NNS")
    return Fix(noun, noun, singular, f"“a” asks for the singular: “{singular}”.") if singular else None


@on("more")
def one_or_more(view: View, at: int) -> Fix | None:
    """Name many after “one or more”.

    Bad: It contains one or more extension, and one or more of it.
    Good: It contains one or more extensions, and one or more of it.

    Fine: One or more times; more than one agent; one or more training runs; one or more lines beginning with it.
    """
    if view.before(at) != "or" or view.word(at - 2) != "one" or not view.joined(at + 1):
        return None
    last = chain(view, at + 1)
    if last <= at or not is_singular(view, last) or not ends_at(view, last):
        return None
    if any(_shows_plural(view, one) for one in range(at + 1, last)):
        return None  # one or more lines beginning with
    return pluralised(view, last, "After “one or more” stands the plural: “{}”.")


@on("other")
def other_things(view: View, at: int) -> Fix | None:
    """Name many after “other” where no article stands before it.

    Bad: Use it in other place, and do not learn from other agent.
    Good: Use it in other places, and do not learn from other agents.

    Fine: In other words; followed by other text; the other place; some other place; other than that; in other research.
    Fine: As in other theory, it holds; in other literature.
    """
    noun = at + 1
    if view.before(at) not in ("in", "from", "for", "with", "by", "on", "like", "at") or not view.joined(noun):
        return None
    if (
        not is_singular(view, noun)
        or not ends_at(view, noun)
        or view.words[noun] in _OTHERWISE
        or view.words[noun].endswith(_ABSTRACT)
    ):
        return None
    if view.tags(noun) & (VB | ADJECTIVE | VBG) and view.words[noun] not in (
        "place",
        "case",
        "state",
        "process",
        "file",
    ):
        return None
    return pluralised(view, noun, "After “other” stands the plural: “{}”.")


_OTHERWISE = words(
    "hand side end half day way time research extreme matter business order than stuff text "
    "content code data input output work traffic memory software hardware storage metadata theory practice "
    "literature music art science philosophy law fiction history news"
)


RULES: tuple[Rule, ...] = (one_of_the, many_of_one, one_of_many, one_thing, one_or_more, other_things)
