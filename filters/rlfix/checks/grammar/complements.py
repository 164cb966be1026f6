"""The form of a verb that another word asks for: avoid using, recommend looking, let the user choose, how to use."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import nominal
from rlfix.checks.grammar.rows import inserted, is_row
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, VB, VBD, VBG, VBN, VBZ, View, bits, words
from rlfix.lexicon import inflect

_CLOSED = bits("DT", "IN", "TO", "CC", "PRP", "PRP$", "MD", "BE", "HAVE", "DO", "WH", "EX", "CD", "UH")
_OBJECTS = bits("DT", "PRP", "PRP$")
_SUBJECTS = words("i we you they he she it")
_ASKING = words("what which who whom whose that how where when why whether whatever all thing things everything")


def _is_plain(view: View, at: int) -> bool:
    """Tell whether token `at` is a verb in its base form: it can be nothing else, or its object follows."""
    tags = view.tags(at)
    if not tags & VB or tags & (_CLOSED | VBG) or view.has_capital(at) or view.gap(at + 1)[:1] in "-/":
        return False
    object_ = view.joined(at + 1) and (view.tags(at + 1) & _OBJECTS or view.word(at + 1) == OPAQUE)
    return bool(object_) or not tags & (NOUN | ADJECTIVE | VBD | VBN | bits("RB"))


_MODALS = words("can could may might must shall should will would cannot can't couldn't won't wouldn't shouldn't")
_BETWEEN = words("also always strongly highly generally usually often only just simply please therefore")


def heads_main_clause(view: View, at: int) -> bool:
    """Tell whether the subject of the verb at `at` is a pronoun that starts a clause of its own: no “that we use”."""
    subject = at - 1
    while view.joined(subject + 1) and view.word(subject) in _MODALS | _BETWEEN and subject > at - 4:
        subject -= 1
    if not view.joined(subject + 1) or view.word(subject) not in _SUBJECTS:
        return False
    if view.before(subject) == "and":
        return view.gap(subject - 1)[:1] == ","
    return view.opens(subject) or view.gap(subject)[:1] in ",;" or view.before(subject) in ("so", "but", "because")


_AVOIDING = words("avoid avoids avoided avoiding enjoy enjoys enjoyed without")


@on(*_AVOIDING)
def doing_after(view: View, at: int) -> Fix | None:
    """Use the -ing form after avoid, enjoy and without, which take no “to”.

    Bad: Avoid to use the loop, without to lose the reward.
    Good: Avoid using the loop, without losing the reward.

    Fine: It is easy to avoid, to be clear; the traps they avoid to win; it is avoided to save it; without to-do lists.
    Fine: What should you avoid to keep it fast? Things to avoid to keep it; we went without to keep it small.
    """
    verb = at + 2
    if view.next(at) != "to" or not is_row(view, at, verb) or not _is_plain(view, verb) or not view.joined(verb + 1):
        return None
    if view.words[at] == "without":
        earlier = view.words[max(0, at - 15) : at]
        alone = view.before(at) in _LACKING or "with" in earlier or not _ASKING.isdisjoint(earlier)
    else:
        alone = not view.opens_sentence(at) and not heads_main_clause(view, at)
    if alone:
        return None  # which mistakes should I avoid to win
    new = inflect(view.words[verb], "VBG")
    return Fix(at + 1, verb, new, f"After “{view.words[at]}” stands the -ing form: “{new}”.")


_LACKING = words(
    "go goes went gone going do does did done doing live lives lived living manage managed cope coped survive survived "
    "is are was were be been being make made and or one ones those the that this it them us"
)
"""Words after which “without” needs nothing after it: we went without, those with and those without."""


@on("recommend", "recommends", "recommended", "suggest", "suggests")
def recommend_doing(view: View, at: int) -> Fix | None:
    """Use the -ing form after recommend and suggest.

    Bad: We recommend look at the examples, and we suggest install the package.
    Good: We recommend looking at the examples, and we suggest installing the package.

    Fine: We recommend use cases; we recommend clear names; we suggest that you install it; they suggest run times.
    Fine: The tools we recommend include a debugger; the steps that we recommend take an hour.
    """
    verb = at + 1
    looks = view.next(at) == "look" and view.next(verb) == "at"
    if not view.joined(verb) or not view.joined(verb + 1) or not (looks or _is_plain(view, verb)):
        return None
    if not view.tags(verb + 1) & (_OBJECTS | bits("IN")) or view.word(verb + 1) in ("that", "if"):
        return None
    if not heads_main_clause(view, at):
        return None  # the tools we recommend include a debugger
    new = inflect(view.words[verb], "VBG")
    return Fix(verb, verb, new, f"After “{view.words[at]}” stands the -ing form: “{new}”.")


_LETTING = words("allow allows allowing enable enables enabling")


@on(*_LETTING)
def allow_to(view: View, at: int) -> Fix | None:
    """Set “to” between whom it allows and what: allows the agent to learn.

    Bad: It allows the agent learn a policy, and enables Hugo write its pages.
    Good: It allows the agent to learn a policy, and enables Hugo to write its pages.

    Fine: It allows the agent access; it allows what users write; allow agents we know; allow read-write access.
    Fine: Browsers that allow cookies send a header; sites allowing bots include the big ones.
    """
    if _is_aside(view, at):
        return None
    first = at + 1 + bool(view.tags(at + 1) & bits("DT", "PRP$"))
    verb = first
    while (
        verb < first + 3 and view.joined(verb) and nominal(view, verb) and not view.tags(verb) & (VBZ | VBD | VBG | VB)
    ):
        verb += 1
    if verb == first or not is_row(view, at, verb) or not _is_plain(view, verb) or view.tags(verb) & NOUN:
        return None
    last = verb - 1
    if (
        view.tags(last) & ADJECTIVE
        or not (view.tags(last) & NOUN or view.has_capital(last))
        or not view.joined(verb + 1)
    ):
        return None
    if not (view.tags(verb + 1) & (_OBJECTS | bits("IN")) or nominal(view, verb + 1) or view.word(verb + 1) == OPAQUE):
        return None
    return inserted(view, last, "to", f"It is “{view.written(last)} to {view.words[verb]}”.")


def _is_aside(view: View, at: int) -> bool:
    """Tell whether the verb at `at` belongs to a subject or a condition before the main verb: browsers that allow."""
    earlier = view.words[max(0, at - 8) : at]
    if view.words[at] in ("allowing", "enabling"):
        return view.joined(at) and view.before(at) not in ("by", "thus", "for", "and")
    if view.before(at) == "to":
        return view.opens(at - 1) or not view.joined(at - 1)
    meant = bool(view.tags_of(view.before(at)) & bits("PRP")) and view.joined(at - 1) and view.before(at) != "it"
    return meant or not _CONDITIONS.isdisjoint(earlier)


_CONDITIONS = words("that which who whom what where if when once whenever while unless until since because as")

_INVERTED = words("can could will would shall should may might must did do does didn't don't doesn't")


@on(*_INVERTED)
def question_and_base(view: View, at: int) -> Fix | None:
    """Use the base form in a question: which one should you choose.

    Bad: So which style should you chose? Did you knew how does it works?
    Good: So which style should you choose? Did you know how does it work?

    Fine: Did you use to? The best we can they did. Should he, who chose it, go? When we do we lost.
    """
    verb = at + 2
    if view.next(at) not in _SUBJECTS or not is_row(view, at, verb) or view.before(at) in _SUBJECTS:
        return None
    tags = view.tags(verb)
    third = tags & VBZ and view.words[at] in ("does", "did") and view.words[at + 1] in ("he", "she", "it")
    past = tags & VBD and not tags & (VBN | NOUN | ADJECTIVE)
    if not (third or past) or tags & (VB | _CLOSED) or not _asks(view, at):
        return None
    base = view.base(view.words[verb], "VBZ" if third else "VBD")
    return Fix(verb, verb, base, f"A question takes the base form: “{base}”.") if base else None


def _asks(view: View, at: int) -> bool:
    """Tell whether a question starts with token `at`, or with a word that asks right before or a noun between."""
    if view.opens(at):
        return True
    return any(view.word(one) in _ASKING and view.joined(one + 1) for one in (at - 1, at - 2, at - 3))


_BEFORE_TO = words("how able unable want wants wanted need needs needed order trying tries tried")


@on("to")
def to_and_no_gerund(view: View, at: int) -> Fix | None:
    """Use the base form after how to, able to, want to, in order to.

    Bad: Learn how to using the tool, and be able to running it in order to getting the reward.
    Good: Learn how to use the tool, and be able to run it in order to get the reward.

    Fine: Look forward to using it; it is used to training; the order to testing ratio; how to, using it.
    """
    before, verb = view.before(at), at + 1
    if before not in _BEFORE_TO or not is_row(view, at, verb) or not view.tags(verb) & VBG or not view.joined(verb + 1):
        return None
    if before == "order" and view.word(at - 2) != "in":
        return None
    base = view.base(view.words[verb], "VBG")
    acts = (
        view.tags(verb + 1) & _OBJECTS
        or view.word(verb + 1) == OPAQUE
        or (not view.tags(verb) & (NOUN | ADJECTIVE) and nominal(view, verb + 1))
    )
    if not base or not acts or view.has_capital(verb):
        return None
    return Fix(verb, verb, base, f"After “{before} to” stands the base form: “{base}”.")


@on("is")
def is_and_verb(view: View, at: int) -> Fix | None:
    """Take “is” away before a verb that has its own ending: it is contains.

    Bad: It is contains two parts, and this is allows us to learn.
    Good: It contains two parts, and this allows us to learn.

    Fine: What it is depends on you; how good it is matters; whether this is becomes clear; it is needs that count.
    """
    verb, subject = at + 1, view.before(at)
    if subject not in ("it", "this") or not is_row(view, at - 1, verb) or not view.joined(verb + 1):
        return None
    tags = view.tags(verb)
    if not tags & VBZ or tags & (NOUN | ADJECTIVE | _CLOSED) or not _ASKING.isdisjoint(view.words[max(0, at - 9) : at]):
        return None
    if not view.tags(verb + 1) & (_OBJECTS | bits("CD", "TO")) and not nominal(view, verb + 1):
        return None
    if not view.opens_clause(at - 1):
        return None
    return Fix(at, verb, view.written(verb), f"“is” is one too many before “{view.words[verb]}”.")


RULES: tuple[Rule, ...] = (
    doing_after,
    recommend_doing,
    allow_to,
    question_and_base,
    to_and_no_gerund,
    is_and_verb,
)
