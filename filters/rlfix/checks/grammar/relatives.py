"""Verbs that do not agree in number with a subject at some distance: who, that, the value of these."""

from __future__ import annotations

from rlfix.checks.grammar.concord import PLURAL, may_be_verb, plural_verb, singular_verb
from rlfix.checks.grammar.noun_phrases import AMOUNTS, after_adverbs, chain, is_plural, is_singular, nominal
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, VB, VBG, VBZ, View, bits, words


@on("who", "that", "which")
def relative_clause(view: View, at: int) -> Fix | None:
    """Let the verb after who, that, which agree with the noun before it.

    Bad: Everyone who have a dog knows an agent that have learnt, and those who has none.
    Good: Everyone who has a dog knows an agent that has learnt, and those who have none.

    Bad: Join our two lists, which is active. Applications that handles the traffic are big.
    Good: Join our two lists, which are active. Applications that handle the traffic are big.

    Fine: One of the agents that have learnt; a group of agents that have; a set that are; I doubt that have is a verb.
    """
    before = view.before(at)
    if before in _ONES and view.words[at] == "who":
        return singular_verb(view, at, verbs=False)
    if before in ("those", "people") and view.words[at] == "who" and "of" not in view.words[max(0, at - 5) : at]:
        verb = after_adverbs(view, at + 1)
        return plural_verb(view, at, verb) if verb > 0 and view.words[verb] in PLURAL else None
    if view.words[at] != "who" and view.is_plural(view.word(at - 1)):
        return _that_of_many(view, at)
    if view.words[at] == "who" or not view.joined(at) or not is_singular(view, at - 1):
        return None
    determiner = _lone_determiner(view, at - 1)
    return singular_verb(view, at, verbs=determiner != "the") if determiner else None


def _that_of_many(view: View, at: int) -> Fix | None:
    """Return the fix of the verb after `that`, where a plural noun stands before it that belongs to nothing else."""
    verb = after_adverbs(view, at + 1)
    counted = _is_counted(view, at - 1) and view.gap(at).strip() in ("", ",")
    if verb > 0 and counted and view.words[verb] in ("is", "has", "was"):
        return plural_verb(view, at - 1, verb)
    if view.words[at] != "that" or not view.joined(at):
        return None
    first = at - 1
    while first > at - 4 and not view.opens(first) and view.joined(first) and view.tags(first - 1) & ADJECTIVE:
        first -= 1
    if verb < 0 or not view.opens_sentence(first) or view.tags(first) & (VB | VBG):
        return None
    plain = view.tags(verb) & VBZ and (not view.tags(verb) & NOUN or _has_object(view, verb))
    return plural_verb(view, at - 1, verb) if plain or view.words[verb] in PLURAL else None


def _has_object(view: View, verb: int) -> bool:
    """Tell whether what follows is no verb, so that `verb` is none of the nouns it may be: that users build."""
    following = view.tags(verb + 1)
    return view.joined(verb + 1) and bool(following & _OBJECTS) and not following & _VERBAL


def _is_counted(view: View, noun: int) -> bool:
    """Tell whether the phrase of `noun` starts with a word for many, and hangs on no other noun."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        if not view.joined(at + 1):
            return False
        if view.words[at] in _MANY:
            first = at - (view.before(at) in ("the", "our", "your", "these", "those", "of"))
            return not view.tags_of(view.before(first)) & _PRECEDING and view.words[first] != "of"
        if not nominal(view, at):
            return False
    return False


_MANY = words("these those two three four five six several many various multiple numerous")
_OBJECTS = bits("DT", "PRP$", "NN", "JJ", "CD", "IN")
_VERBAL = bits("VB", "VBD", "VBZ", "VBN", "MD", "BE", "HAVE", "DO", "RB")
_ONES = words("everyone everybody someone somebody anyone anybody nobody one") - {"one"}

_PRECEDING = bits("IN", "CC")
_PLACING = words("outside inside around alongside near past across beyond within behind beside")


def _lone_determiner(view: View, noun: int) -> str:
    """Return the article with which the phrase of `noun` starts, where it is not one of two and no part of another."""
    if view.words[noun] == "way" and "a" in view.words[noun - 6 : noun]:
        return "a"
    for at in range(noun - 1, noun - 5, -1):
        if view.words[at] in ("a", "an", "every", "each", "the") and view.joined(at + 1):
            before = view.before(at)
            alone = not view.tags_of(before) & (_PRECEDING | VBG) and before not in _PLACING and view.gap(at)[:1] != ","
            return view.words[at] if alone else ""
        if not nominal(view, at) or not view.joined(at + 1):
            return ""
    return ""


@on("of")
def attracted_verb(view: View, at: int) -> Fix | None:
    """Let the verb agree with the head of its subject, not with the noun beside it.

    Bad: The value of these parameters are low. Earlier versions of the tool generates text.
    Good: The value of these parameters is low. Earlier versions of the tool generate text.

    Fine: A number of rewards are low; the list of them is; a set of rules are; one of the agents is; types of error.
    Fine: Two thirds of the code is tests; three quarters of the time is waiting.
    """
    head = at - 1
    if not view.joined(at) or not view.joined(at + 1):
        return None
    many = view.is_plural(view.words[head]) and not may_be_verb(view, head, head)
    if view.words[head] in _SHARES or view.words[head] in AMOUNTS:
        return None
    if not many and (not is_singular(view, head) or view.words[head] in _KINDS):
        return None
    if not _starts_sentence(view, head, bare=many):
        return None
    first = at + 1 + bool(view.tags(at + 1) & bits("DT", "PRP$"))
    last = chain(view, first)
    verb = last + 1
    if last < first or not view.joined(first) or not view.joined(verb):
        return None
    return _attracted(view, head, last, many=many)


_SHARES = words(
    "thirds quarters halves fifths sixths eighths tenths loads heaps piles tons oodles bits pages reams stacks"
)
"""What is as many as what it is a part of: two thirds of the code is tests."""
_KINDS = words("kind type sort form amount level pair bit deal wealth array batch stack sequence mixture network")


def _starts_sentence(view: View, head: int, *, bare: bool) -> bool:
    """Tell whether the subject with `head` starts a sentence: this big value; with `bare` without article too."""
    first = head
    while first > head - 4 and not view.opens(first) and view.joined(first) and view.tags(first - 1) & ADJECTIVE:
        first -= 1
    if view.joined(first) and view.words[first - 1] in ("the", "this", "these", "our", "your", "each", "every"):
        return view.opens_sentence(first - 1) or view.before(first - 1) in ("that", "because", "when", "if", "since")
    return bare and view.opens_sentence(first) and not view.tags(first) & (VB | VBG)


def _attracted(view: View, head: int, last: int, *, many: bool) -> Fix | None:
    verb = last + 1
    word, tags = view.words[verb], view.tags(verb)
    if tags & VBZ and word not in ("is", "has", "was") and view.tags(verb + 1) & bits("BE", "HAVE", "MD"):
        return None  # two ways of removing confounds are
    if many and not is_plural(view, last):
        fits = word in ("is", "has", "was") or (tags & VBZ and not tags & NOUN)
        return plural_verb(view, head, verb) if fits else None
    if not many and is_plural(view, last) and word in ("are", "have"):
        return singular_verb(view, last, verbs=False, name=head)
    return None


@on("are", "have")
def gerund_subject(view: View, at: int) -> Fix | None:
    """Use the verb's form for one where the subject is what somebody does.

    Bad: Using all of these features are not necessary.
    Good: Using all of these features is not necessary.

    Fine: Ensuring all the files are there.
    Fine: Learning agents are fun; the existing ones are; including these, they are; using the tools we have.
    """
    first = at - 1
    if not view.joined(at) or not is_plural(view, first):
        return None
    while first > at - 5 and nominal(view, first - 1) and view.joined(first) and not view.opens(first):
        first -= 1
    start = first - 1
    if view.word(start) not in ("the", "these", "those", "all", "your", "our") or not view.joined(first):
        return None
    if view.before(start) == "of" and view.word(start - 2) in ("all", "any", "some", "many", "most"):
        start -= 2
    gerund = start - 1
    if not view.joined(start) or not view.opens_sentence(gerund) or not view.tags(gerund) & VBG:
        return None
    if view.words[gerund] in _TELLING:
        return None
    return singular_verb(view, at - 1, verbs=False, name=gerund)


_TELLING = words(
    "ensuring assuming checking verifying confirming guaranteeing knowing believing thinking saying showing proving "
    "hoping pretending finding noticing realizing realising understanding claiming arguing suggesting meaning "
    "determining seeing noting stating supposing granting declaring learning hearing"
)
"""After these a clause may follow: ensuring all the files are there."""


RULES: tuple[Rule, ...] = (
    relative_clause,
    attracted_verb,
    gerund_subject,
)
