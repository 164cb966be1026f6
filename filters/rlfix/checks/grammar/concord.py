"""The number of a verb: its form after one and after many."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import after_adverbs, nominal
from rlfix.checks.grammar.rule import Fix
from rlfix.checks.grammar.view import NN, NOUN, VB, VBZ, View, bits
from rlfix.lexicon import inflect

PLURAL = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't", "exists": "exist",
}  # fmt: skip
"""Forms of verbs for one, and those for many."""

SINGULAR = {
    "are": "is", "have": "has", "do": "does", "aren't": "isn't", "haven't": "hasn't", "don't": "doesn't",
}  # fmt: skip

_OTHER = bits(
    "VBD", "VBN", "VBZ", "RB", "MD", "IN", "JJ", "JJR", "DT", "CC", "TO", "PRP", "WH", "BE", "HAVE", "DO", "UH", "CD"
)

_VERBAL = bits("MD", "BE", "HAVE", "DO")


def _has_base(view: View, at: int) -> bool:
    """Tell whether token `at` is the base form of a verb and nothing else that could follow a subject."""
    tags = view.tags(at)
    return bool(tags & VB) and not tags & _OTHER and not view.has_capital(at)


def _acts(view: View, at: int) -> bool:
    """Tell whether what follows a verb shows that it is one, and no part of a noun phrase."""
    if view.next(at) in ("or", "and") and view.tags(at) & NOUN:
        return False  # in such a way that file or folder names
    if not view.joined(at + 1):
        return view.gap(at + 1)[:1] in ".,;"
    return not nominal(view, at + 1) and view.word(at + 1) != "of" and not view.tags(at + 1) & _VERBAL


def singular_verb(view: View, subject: int, *, verbs: bool = True, name: int = -1) -> Fix | None:
    """Return the fix of the verb after `subject`, which is singular; open-class verbs only with `verbs`.

    `name` is the word that decides, where it is not the last one of the subject.
    """
    at = after_adverbs(view, subject + 1)
    if at < 0 or view.has_capital(at) or (at > subject + 1 and view.words[at - 1] in ("both", "all")):
        return None  # the reason both are needed
    word = view.words[at]
    new = SINGULAR.get(word, "")
    if word in ("do", "don't"):
        new = "does" if word == "do" and view.next(at) == "not" else ""
    elif not new and verbs and _has_base(view, at):
        new = inflect(word, "VBZ") if _acts(view, at) else ""
    why = f"“{view.written(subject if name < 0 else name)}” is one: “{new}”, not “{word}”."
    return Fix(at, at, new, why) if new else None


def plural_verb(view: View, subject: int, verb: int) -> Fix | None:
    """Return the fix of the verb at `verb`, whose subject is the plural `subject`."""
    word = view.words[verb]
    new = PLURAL.get(word, "") or (view.base(word, "VBZ") if view.tags_of(word) & VBZ else "")
    why = f"“{view.written(subject)}” is plural: “{new}”, not “{word}”."
    return Fix(verb, verb, new, why) if new else None


def may_be_verb(view: View, first: int, noun: int) -> bool:
    """Tell whether a plural after other nouns may be a verb: the CI uses, the builtin treats."""
    verbal = view.tags(noun) & VBZ or view.tags_of(view.base(view.words[noun], "NNS")) & VB
    before = range(first, noun)
    return bool(verbal) and (len(before) > 1 or any(view.tags(one) & NN or not view.tags(one) for one in before))
