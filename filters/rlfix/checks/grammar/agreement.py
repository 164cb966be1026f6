"""Verbs that do not agree in number with a subject right beside them."""

from __future__ import annotations

from rlfix.checks.grammar.concord import PLURAL, SINGULAR, may_be_verb, plural_verb, singular_verb
from rlfix.checks.grammar.noun_phrases import AMOUNTS, after_adverbs, chain, is_plural, is_singular, nominal
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, VB, VBD, VBG, VBN, VBZ, View, bits, words
from rlfix.edit import Safety
from rlfix.lexicon import inflect

_MANY = words(
    "several many various numerous multiple few two three four five six seven eight nine ten these those both"
)


@on("it", "he", "she")
def singular_pronoun(view: View, at: int) -> Fix | None:
    """Use the verb's form for one after it, he, she.

    Bad: It have two parts, because it do not work, and when she use it, it also need a fix.
    Good: It has two parts, because it does not work, and when she uses it, it also needs a fix.

    Fine: Make it do that; it don't matter; suppose that it be so; IT help; put it use case by use case.
    Fine: Because it need not converge, we stop early; it dare not fail.
    """
    if view.next(at) in ("need", "dare") and not view.tags(at + 2) & bits("DT", "PRP", "PRP$", "TO"):
        return None
    if view.written(at).isupper() or not view.opens_clause(at) or view.before(at) in _SUBJUNCTIVE:
        return None
    return None if view.next(at) in _MISSPELT else singular_verb(view, at)


_MISSPELT = words("dose scent miss")
"""Nouns that stand there for does, sent, mis-."""

_SUBJUNCTIVE = words("that if whether lest unless until and or nor which so though")
"""After these a base form may be meant, or the subject may be one of two."""


@on("they", "we")
def plural_pronoun(view: View, at: int) -> Fix | None:
    """Use the verb's form for many after we and they.

    Bad: We also provides a demo; see how they works and what they has.
    Good: We also provide a demo; see how they work and what they have.

    Fine: What they do is good; they say; we two.
    """
    verb = after_adverbs(view, at + 1)
    if verb < 0 or view.has_capital(verb) or view.written(at) == "WE" or view.before(at) in _BEFORE_THEIR:
        return None
    return plural_verb(view, at, verb)


_BEFORE_THEIR = words("for of to with in on from by about into")
"""What stands before they where their is meant."""

_CLAUSES = words("because when that if while since where but although though whereas how why until unless once")


def _opens_subject(view: View, at: int, *, comma: bool = True) -> bool:
    """Tell whether a subject can start with token `at`: after a stop, a joining word or a comma."""
    if view.joined(at):
        return view.words[at - 1] in _CLAUSES and (comma or view.words[at - 1] != "but")
    return view.opens_sentence(at) or (comma and view.gap(at)[:1] in ",;")


@on("the", "our", "your", "my", "their", "its", *_MANY, "all", "some", "most", "other", "no")
def plural_subject(view: View, at: int) -> Fix | None:
    """Use the verb's form for many after a plural noun.

    Bad: The rewards is low, and these sections contains more, because your agents needs it if no rewards is left.
    Good: The rewards are low, and these sections contain more, because your agents need it if no rewards are left.

    Fine: One of the rewards is low; checking the rewards is slow; ten minutes is enough; the news is bad.
    Fine: The maths is hard; two agents is one too many; three GPUs is enough; some tests is better than none.
    """
    before = view.before(at)
    if view.words[at] == "no":
        opens = before in ("if", "when", "because", "since")  # no optimizations is bad
    elif before == "and":
        opens = view.words[at] in _MANY or _ends_clause(view, at - 2)
    else:
        opens = before != "how" and _opens_subject(view, at, comma=view.words[at] in ("the", "our", "your"))
    if not opens:
        return None
    first = at + 2 if view.next(at) in _MANY or view.next(at) in ("the", "these", "those") else at + 1
    for noun in range(first, first + 5):
        if not nominal(view, noun) or not (noun == first or view.joined(noun)) or not view.joined(first):
            return None
        if is_plural(view, noun):
            fix = None if may_be_verb(view, first, noun) else _verb_of_plural(view, noun)
            counted = not _AMOUNTING.isdisjoint((view.words[at], view.next(at)))
            return fix._replace(safety=Safety.SUGGEST) if fix and counted and _is_one(view, fix) else fix
        if noun > first and view.words[noun].endswith("ing"):
            return None  # the idea underlying gradients is
    return None


_AMOUNTING = _MANY - {"these", "those", "both"} | words("all some most no more fewer less enough")
_AS_ONE = words(
    "enough plenty one too a an the better worse best fine ok okay good bad more less not much overkill all what how "
    "easy hard cheap expensive still already just only"
)
_NUMBERS = words("two three four five six seven eight nine ten")


def _is_one(view: View, fix: Fix) -> bool:
    """Tell whether a number of things may be meant as one amount: two agents is one too many."""
    if view.words[fix.first] not in ("is", "was", "isn't", "wasn't"):
        return False
    return view.next(fix.first) in _AS_ONE or not _NUMBERS.isdisjoint(view.words[max(0, fix.first - 5) : fix.first])


def _ends_clause(view: View, at: int) -> bool:
    """Tell whether token `at`, before “and”, is a verb or an adverb: it has appeared and the tests have failed."""
    tags = view.tags(at)
    return bool(tags & (VBD | VBN)) and not tags & (NOUN | ADJECTIVE) and view.joined(at + 1)


def _verb_of_plural(view: View, noun: int) -> Fix | None:
    """Return the fix of the verb after `noun`, a plural subject's head."""
    verb = after_adverbs(view, noun + 1)
    if verb < 0 or view.words[noun] in AMOUNTS or view.words[noun] == "maths" or view.has_capital(verb):
        return None
    word, tags = view.words[verb], view.tags(verb)
    if word not in PLURAL and not (tags & VBZ and (not tags & NOUN or _object_follows(view, verb))):
        return None
    return plural_verb(view, noun, verb)


_OPENERS = bits("DT", "PRP", "PRP$", "TO")


def _object_follows(view: View, at: int) -> bool:
    reflexive = view.next(at) == "themselves"  # the settings names themselves
    return bool(view.joined(at + 1) and view.tags(at + 1) & _OPENERS) and not reflexive


@on("the", "a", "an", "this", "each", "every", "another", "our", "your", "its", "my", "neither", "either")
def singular_subject(view: View, at: int) -> Fix | None:
    """Use the verb's form for one after a noun in the singular.

    Bad: The new agent have a reward, because each policy are good. This method allow it.
    Good: The new agent has a reward, because each policy is good. This method allows it.

    Fine: The team are; the rest are; the actor and the critic are; that the agent have a reward is required.
    Fine: Each have one; did the agent have one; the number of agents are ten; the values read are.
    Fine: A negative advantage A(s, a) is one. The result value a is one.
    Fine: The key press a user just made counts. The tests tests call are private.
    """
    if not _opens_subject(view, at, comma=False) or view.before(at) in _SUBJUNCTIVE or not view.joined(at + 1):
        return None
    for noun in range(at + 1, at + 6):
        if not nominal(view, noun) or not view.joined(noun):
            return None
        verb = noun + 1
        read = is_plural(view, noun - 1) and view.tags(noun) & (VBN | VBD)
        called = view.tags(noun) & VB and any(is_plural(view, one) for one in range(at + 1, noun))
        if read or called or view.words[noun] == "need":  # the values read are; a variable need not have a value
            return None
        if is_singular(view, noun) and not nominal(view, verb):
            return singular_verb(view, noun)
        if is_singular(view, noun) and not view.tags(noun) & ADJECTIVE and _acts_on_one(view, verb):
            new = inflect(view.words[verb], "VBZ")
            why = f"“{view.written(noun)}” is one: “{new}”, not “{view.words[verb]}”."
            return Fix(verb, verb, new, why, _safety_of_act(view, verb))
    return None


def _safety_of_act(view: View, verb: int) -> Safety:
    """Return how sure it is that a word is a verb: it is not where another verb follows, as in “a user just made”."""
    for at in range(verb + 1, verb + 8):
        if not view.joined(at):
            break
        if view.tags(at) & bits("VBD", "VBN", "VBZ", "MD", "BE", "HAVE", "DO"):
            return Safety.SUGGEST
    return Safety.SAFE


def _acts_on_one(view: View, at: int) -> bool:
    """Tell whether a word that may be a noun is a verb: the client request an item; not the size a type can have."""
    last = chain(view, at + 2)
    if view.joined(last + 1) and view.tags(last + 1) & bits("MD", "BE", "HAVE", "DO", "VBZ"):
        return False
    tags = view.tags(at)
    one = view.joined(at + 1) and view.written(at + 1) in ("a", "an")
    return bool(tags & VB) and not tags & _OTHER_FORMS and view.joined(at) and one


_OTHER_FORMS = bits("VBD", "VBN", "JJ", "RB", "IN", "MD")


@on("is", "has", "was", "doesn't", "isn't", "are", "have")
def bare_subject(view: View, at: int) -> Fix | None:
    """Let the verb agree with a noun without an article at the start of a sentence.

    Bad: LLMs is large. Academic researchers has tools.
    Good: LLMs are large. Academic researchers have tools.

    Fine: Physics is hard. Training models is slow. Hugo Modules is a tool. Ten percent is much.
    Fine: More GPUs is not the answer. Fewer tests is better. Three GPUs is plenty.
    """
    word = view.words[at]
    if word in SINGULAR or not view.joined(at) or not is_plural(view, at - 1) or view.words[at - 1] in AMOUNTS:
        return None
    first = at - 1
    while not view.opens(first) and nominal(view, first - 1) and view.joined(first):
        first -= 1
    if not view.opens_sentence(first) or view.tags(first) & (VBG | VB | VBD | VBN) or not nominal(view, first):
        return None
    if first < at - 1 and view.words[first].endswith("ing"):
        return None  # inlining functions is
    fix = Fix(at, at, PLURAL[word], f"“{view.written(at - 1)}” is plural: “{PLURAL[word]}”.")
    as_one = view.words[at - 1] == "maths" or not _AMOUNTING.isdisjoint(view.words[first:at])
    named = any(view.written(one)[1:] != view.words[one][1:] for one in range(first, at - 1))  # GitHub Actions
    as_one = as_one or view.next(at) in ("a", "an", "the", "not", "one")
    return fix._replace(safety=Safety.SUGGEST) if named or (as_one and word in ("is", "was", "isn't")) else fix


RULES: tuple[Rule, ...] = (
    singular_pronoun,
    plural_pronoun,
    plural_subject,
    singular_subject,
    bare_subject,
)
