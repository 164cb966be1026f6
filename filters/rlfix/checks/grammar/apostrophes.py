"""Its and it's, and other marks that turn a word into another: it's own value, its easy to see, it contain's.

It's is “it is” or “it has”: no noun follows that is the object of a verb or preposition before it. `spelling`
sees other slips of the kind by the words beside them.
"""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import chain, ends_at, is_adverb, is_plural, is_singular, nominal
from rlfix.checks.grammar.rows import is_row
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, VB, VBD, VBG, VBN, VBZ, View, bits, recased, words
from rlfix.edit import Safety
from rlfix.lexicon import inflect

_PREPOSITIONS = words(
    "in of by from with to on into onto around alongside through under via within without between against inside "
    "outside behind beside upon toward towards across along above below including regarding"
)
_PREDICATES = words(
    "time times fun work magic art worth okay ok business day part home game state proof luck news kind sort money "
    "good bad"
)
"""What something is, without an article: it's time, it's part of it."""
_ELSEWHERE = _PREDICATES | {"own"}
"""What may be right after it's, and what `spelling` mends."""
_CLAUSAL = words(
    "think know say see believe guess hope assume ensure mean suppose find feel realize realise notice understand tell "
    "show prove imply suggest indicate assert claim argue remember forget hear check verify confirm determine decide "
    "figure consider expect imagine worry wish doubt swear promise admit agree explain note observe discover learn "
    "recall recognize recognise recommend report state prefer pray bet fear like seem look sound appear happen be "
    "become saw thought said knew meant felt found told read wonder try do does did is was are were been has being "
    "make made makes making demonstrate guarantee conclude mention reply answer warn signal estimate presume insist"
)
"""Verbs after which a clause may start without “that”, and those that link."""
_TELLING = words("to can could should must may might will would don't doesn't didn't cannot can't won't not please")
_SUBJECTS = words("i you we they he she it that which who this")
_MANY = words("you we they")
_FINITE = words("is are was were has have will can must should could would may might")
_MANY_FINITE, _ONE_FINITE = words("are were have"), words("is was has")


@on("it's")
def its_possessive(view: View, at: int) -> Fix | None:
    """Write “its” where something is owned: after a preposition or a verb, and before a noun with its verb.

    Bad: Customize it's appearance, look at all of it's options, and render it to it's native format.
    Good: Customize its appearance, look at all of its options, and render it to its native format.

    Bad: You have to make sure it's contents are ready, and it's job is done.
    Good: You have to make sure its contents are ready, and its job is done.

    Fine: We know it's agents that learn; if it's time, and you see it's magic, it's part of it; it's running code.
    Fine: To test it's easy; when trained it's good; come on, it's late; it's users who need it; so it's plain text.
    Fine: From then on it's code; inside it's trees; when it breaks it's users; for training it's throughput.
    """
    first = at + 1
    last = chain(view, first)
    if last < first or not view.joined(first) or not ends_at(view, last) or view.word(first) in _ELSEWHERE:
        return None
    if is_adverb(view, first) or view.tags(first) & VBG or not _is_noun(view, first, last):
        return None
    before = view.before(at)
    governed = before in _PREPOSITIONS or (before in ("all", "both") and is_plural(view, last))
    if not governed and view.tags(first) & (VBN | VBD) and not view.tags(first) & (ADJECTIVE | NOUN):
        return None
    if governed or _acts(view, at, last) or _is_subject(view, last):
        safety = Safety.SUGGEST if _starts_clause(view, at) else Safety.SAFE
        return Fix(at, at, recased("its", view.written(at)[0]), "“It's” is “it is”; what it owns is “its”.", safety)
    return None


_PARTICLES = words(
    "on in inside outside behind beside upon across along above below around through under within by with to from"
)
_PLACES = words("inside outside behind above below on across along around through under within upon")
_BEFORE_PARTICLES = words(
    "then there here now early later further farther deep down up far way back out from come hold hang go read log "
    "carry move begin start once"
)
_CONDITIONS = words(
    "when if while once whenever unless until as since because after before time what where whoever "
    "whatever wherever whichever"
)


def _starts_clause(view: View, at: int) -> bool:
    """Tell whether “it's” may be “it is” after a word that seems to govern it: from then on it's, when it breaks it's.

    The word may be an adverb, or the last one of a clause that says when.
    """
    before = view.before(at)
    if not before:
        return False
    if before in _PLACES and (view.opens(at - 1) or not view.joined(at - 1)):
        return True
    if before in _PARTICLES and view.before(at - 1) in _BEFORE_PARTICLES:
        return True
    first = at - 1
    while first > at - 14 and view.joined(first) and not view.opens(first):
        first -= 1
        if view.words[first] in _CONDITIONS:
            return before in _PARTICLES or bool(view.tags_of(before) & (VB | VBG | VBZ | VBD))
    if view.words[first] in _CONDITIONS or view.words[first] in ("for", "in"):
        return before in _PARTICLES or bool(view.tags_of(before) & (VB | VBG | VBZ | VBD))
    subject = view.before(at - 1)
    return subject in _SUBJECTS and bool(view.tags(at - 3) & NOUN) and view.joined(at - 2) and subject not in _RELATIVE


_RELATIVE = words("that which who")


def _is_noun(view: View, first: int, last: int) -> bool:
    """Tell whether the phrase ends in a noun; one that may be an adjective needs something before it."""
    tags = view.tags(last)
    if not tags:  # runtime
        return len(view.words[last]) > 3 and view.written(last).isalpha() and view.written(last).islower()
    return bool(tags & NOUN) and not (tags & (ADJECTIVE | VBN | VBD) and first == last and not tags & bits("NNS"))


def _acts(view: View, at: int, last: int) -> bool:
    """Tell whether a verb that needs an object stands before token `at`, and no clause can start there."""
    verb = view.before(at)
    tags = view.tags_of(verb)
    if not tags & (VB | VBG | VBZ | VBD) or tags & bits("IN", "RB", "CC", "WH") or view.gap(last + 1)[:1] == "-":
        return False
    if verb in _CLAUSAL or any(lemma in _CLAUSAL for lemma, tag in view.lemmas(verb) if tag.startswith("V")):
        return False
    if view.next(last) in ("that", "who", "which"):
        return False
    subject = view.before(at - 1)
    if tags & VB:
        told = subject in _TELLING or view.opens_sentence(at - 1) or (subject in _MANY and not tags & NOUN)
        return told or (subject in ("that", "which") and is_plural(view, at - 3))
    if tags & VBG:
        return not tags & ADJECTIVE
    named = subject in _SUBJECTS or view.has_capital(at - 2) or (is_singular(view, at - 2) and not tags & NOUN)
    return bool(subject) and named


def _is_subject(view: View, last: int) -> bool:
    """Tell whether a verb follows that agrees with the noun at `last`: it's contents are."""
    verb = view.next(last)
    if verb not in _FINITE or view.tags(last) & ADJECTIVE or view.has_capital(last):
        return False
    many = is_plural(view, last) or (view.words[last][-1] == "s" and verb in _MANY_FINITE)
    one = is_singular(view, last)
    return (many and verb not in _ONE_FINITE) or (one and verb not in _MANY_FINITE)


_AFTER_IT_IS = words("the because what why how where there here")
_ADVERBS = words("just also still always really actually simply basically probably usually often not only now")
_CUSTOMS = words("form practice idea style manners etiquette fun")
_OWN = words("own very last first next main sole only other whole entire full total")


@on("its")
def it_is(view: View, at: int) -> Fix | None:
    """Write “it's” where it is “it is”.

    Bad: Its straightforward to train it; if its just a copy, its good practice to keep it, and its up to you.
    Good: It's straightforward to train it; if it's just a copy, it's good practice to keep it, and it's up to you.

    Fine: Its new, its old and its own value; in its the case of; its just cause; its native to foreign ratio.
    Fine: It explains its why and how; we like its up to date docs; I love its easy to understand syntax.
    Fine: We read its up to the minute news.
    """
    written = view.written(at)
    if written[1:] != "ts" or not is_row(view, at, at) or view.before(at) in _BEFORE_NOUNS:
        return None
    after, later = view.next(at), view.next(at + 1)
    if after in ("there", "here"):
        fits = not view.joined(at + 2) and view.gap(at + 2)[:1] != "-"
    elif after == "up":
        fits = later == "to" and view.joined(at + 3) and bool(view.tags(at + 3) & bits("PRP", "DT"))
        fits = fits and view.word(at + 4) not in ("minute", "second", "moment")
    elif after in ("why", "what", "how", "where"):
        fits = view.opens_clause(at) and bool(later) and bool(view.tags(at + 2) & bits("DT", "PRP", "PRP$"))
    elif after in _AFTER_IT_IS:
        fits = bool(later)
    elif after in _ADVERBS:
        fits = later in ("a", "an", "the") and view.joined(at + 3)
    elif later in _CUSTOMS:
        fits = bool(view.tags(at + 1) & ADJECTIVE) and view.next(at + 2) == "to" and bool(view.tags(at + 4) & VB)
        fits = fits and view.opens_clause(at)
    else:
        fits = _is_predicate(view, at + 1) and later == "to" and view.joined(at + 3) and _is_verb(view, at + 3)
        fits = fits and _ends_predicate(view, at, at + 3)
    return Fix(at, at, f"{written[:-1]}'s", "“Its” is what it owns; “it is” is “it's”.") if fits else None


def _ends_predicate(view: View, at: int, verb: int) -> bool:
    """Tell whether no noun can follow to which it all belongs: its easy to use interface."""
    if view.joined(verb + 1):
        return bool(view.tags(verb + 1) & bits("PRP", "PRP$")) or view.word(verb + 1) in ("a", "an", "the", "this")
    return view.gap(verb + 1)[:1] in ".!?;:\n" and view.opens_clause(at)


_BEFORE_NOUNS = _PREPOSITIONS | words("for at about per over my your our their the all both")


def _is_predicate(view: View, at: int) -> bool:
    """Tell whether token `at` is an adjective and nothing else, and no superlative: easy, straightforward."""
    tags = view.tags(at)
    return bool(tags & bits("JJ", "JJR")) and not tags & (NOUN | VB | VBN | bits("JJS")) and view.word(at) not in _OWN


def _is_verb(view: View, at: int) -> bool:
    """Tell whether token `at` is a verb and nothing else, or its object follows: to train it."""
    object_ = view.joined(at + 1) and view.tags(at + 1) & bits("DT", "PRP", "PRP$")
    return bool(view.tags(at) & VB) and (bool(object_) or not view.tags(at) & (ADJECTIVE | NOUN))


_VERBS = words(
    "contain allow get want make take give say come mean keep seem become provide require include happen exist create "
    "enable let's need use work run look hold support return"
) - {"let's"}


@on(*(f"{verb}'s" for verb in _VERBS))
def verb_with_apostrophe(view: View, at: int) -> Fix | None:
    """Take the apostrophe out of a verb.

    Bad: It contain's the rewards, which allow's us to see it, and the same hold's true for us.
    Good: It contains the rewards, which allows us to see it, and the same holds true for us.

    Fine: The return's variance, the work's author; this run's the best; this return's mean.
    Fine: The require's the slow part; the get's the cheap call.
    """
    base = view.words[at].removesuffix("'s")
    tags = view.tags_of(base)
    subject, object_ = view.before(at) in ("it", "he", "she", "that", "which", "who", "this"), view.tags(at + 1)
    acts = view.joined(at + 1) and object_ & bits("DT", "PRP", "PRP$", "TO", "IN")
    if tags & NOUN:
        subject = subject and view.before(at) not in ("this", "that")  # this run's the best
        fits = (subject and bool(acts)) or (base == "hold" and view.next(at) in ("true", "for"))
    else:
        owned = view.tags_of(view.before(at)) & (ADJECTIVE | bits("DT", "PRP$", "CD")) and not subject
        fits = bool(view.before(at)) and (subject or bool(acts)) and not owned
    new = inflect(base, "VBZ")
    return Fix(at, at, recased(new, view.written(at)), f"The verb is “{new}”, without a mark.") if fits else None


_PLURAL_VERBS = words("are aren't have haven't were weren't do don't")


@on("other's")
def others(view: View, at: int) -> Fix | None:
    """Write the plural “others” without an apostrophe.

    Bad: Some are done and other's are not.
    Good: Some are done and others are not.

    Fine: The other's are; each other's have; my reward and the other's do not match.
    """
    if view.next(at) not in _PLURAL_VERBS or view.tags_of(view.before(at)) & bits("DT", "PRP$", "CD"):
        return None
    return Fix(at, at, recased("others", view.written(at)[0]), "“Others” are many; “other's” owns something.")


@on("lets")
def lets_do(view: View, at: int) -> Fix | None:
    """Write “let's” at the start of a sentence, where nobody is named whom it lets do it.

    Bad: Lets create a policy and see.
    Good: Let's create a policy and see.

    Fine: Lets you create a policy. Lets users create one. Lets test suites run. It lets create.
    """
    tags = view.tags(at + 1)
    if not view.opens_sentence(at) or not is_row(view, at, at + 2) or not tags & VB or view.has_capital(at + 1):
        return None
    if tags & NOUN and not view.tags(at + 2) & bits("DT", "PRP$"):
        return None
    acts = view.tags(at + 2) & bits("DT", "PRP$", "IN", "PRP", "WH", "TO") or nominal(view, at + 2)
    return Fix(at, at, "Let's", "“Let's” is “let us”.") if acts and view.written(at) == "Lets" else None


RULES: tuple[Rule, ...] = (its_possessive, it_is, verb_with_apostrophe, others, lets_do)
