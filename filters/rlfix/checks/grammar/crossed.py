"""Two turns of phrase in one: be not be, because of it is, is consist of, it is can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.grammar.rows import by_trigger, is_row, rephrased, row_at
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import View
from rlfix.edit import Edit, Safety
from rlfix.lexicon import inflect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text

_ANYWHERE = {
    "there is exists": "there exists",
    "there is exist": "there exists",
    "there are exist": "there exist",
    "there are exists": "there exist",
    "let's to see": "let's see",
    "let's to try": "let's try",
    "let's to look": "let's look",
    "let's to create": "let's create",
    "let's to use": "let's use",
    "all kind of": "all kinds of",
    "all sort of": "all sorts of",
    "can just do not": "can just not",
    "can simply do not": "can simply not",
    "check it out how": "check out how",
    "check it out what": "check out what",
    "could of interest": "could be of interest",
    "enter in it": "enter it",
    "have a look how": "have a look at how",
    "have a look the": "have a look at the",
    "have a look what": "have a look at what",
    "make sure have": "make sure you have",
    "may do not": "may not",
    "may of interest": "may be of interest",
    "might do not": "might not",
    "might of interest": "might be of interest",
    "must do not": "must not",
    "take a look how": "take a look at how",
    "take a look the": "take a look at the",
    "take a look this": "take a look at this",
    "take a look what": "take a look at what",
    "are ought to": "ought to",
    "be not be": "not be",
    "because of he": "because he",
    "because of it is": "because it is",
    "because of it's": "because it's",
    "because of there are": "because there are",
    "because of there is": "because there is",
    "because of they": "because they",
    "because of they are": "because they are",
    "because of we": "because we",
    "because of you are": "because you are",
    "can also can": "can also",
    "can able to": "can",
    "could able to": "could",
    "could do not": "could not",
    "let's we": "let's",
    "like as if": "as if",
    "should do not": "should not",
    "such as as": "such as",
    "to into": "into",
    "will also will": "will also",
    "will do not": "will not",
    "would do not": "would not",
    "rather that the": "rather than the",
}
_ROWS = by_trigger(_ANYWHERE)


@on(*_ROWS)
def crossed_words(view: View, at: int) -> Fix | None:
    """Choose between two turns of a phrase that were both written.

    Bad: We will be not be there because of it is late, and it can also can rain.
    Good: We will not be there because it is late, and it can also rain.

    Fine: Because of it, we are late; to be or not to be; because of you; he could do nothing.
    """
    found = row_at(view, at, _ROWS[view.words[at]])
    if found is None:
        return None
    first, row = found
    last = first + len(row.words) - 1
    if row.words == ("to", "into") and view.before(first) in ("up", "on"):
        return None
    safety = Safety.SUGGEST if row.words[0] == "rather" or row.words[-2:] == ("able", "to") else Safety.SAFE
    return rephrased(view, first, last, row.new, f"Two turns of phrase were crossed: “{row.new}” is one.", safety)


_MODALS = frozenset("can could will would should must may might".split())  # noqa: SIM905
_ASKING = frozenset("what which how who where that whatever".split())  # noqa: SIM905


@on("is", "are", "was", "were")
def is_and_modal(view: View, at: int) -> Fix | None:
    """Take “is” away before “can be”, “should be”.

    Bad: It is can be run, and they are should be removed.
    Good: It can be run, and they should be removed.

    Fine: What it is can be seen; is will be? Is May beautiful?
    """
    modal = view.word(at + 1)
    if modal not in _MODALS or view.next(at + 1) != "be" or not view.joined(at) or not is_row(view, at - 1, at + 2):
        return None
    if not _ASKING.isdisjoint(view.words[max(0, at - 10) : at]):
        return None
    return Fix(at, at + 1, view.written(at + 1), f"“{view.words[at]}” is one too many before “{modal} be”.")


_NO_PASSIVE = {
    "consist": "of", "consisted": "of", "depend": "on", "belong": "to", "rely": "on", "differ": "from",
    "correspond": "to",
}  # fmt: skip


@on(*_NO_PASSIVE)
def no_passive(view: View, at: int) -> Fix | None:
    """Take “is” away before a verb that has no passive: is consist of.

    Bad: The method is consist of two steps and these are depend on it.
    Good: The method consists of two steps and these depend on it.

    Fine: It consists of two; how they are depend on it is seldom right, is it?
    """
    be = view.before(at)
    if be not in ("is", "are") or view.next(at) != _NO_PASSIVE[view.words[at]] or not is_row(view, at - 1, at + 1):
        return None
    if be == "are" and not _ASKING.isdisjoint(view.words[max(0, at - 5) : at]):
        return None
    base = "consist" if view.words[at] == "consisted" else view.words[at]
    verb = inflect(base, "VBZ") if be == "is" else base
    return Fix(at - 1, at, verb, f"“{base}” has no passive: “{verb}”.")


_TWICE = {"s": "is", "re": "are", "ll": "will", "m": "am"}
_SHORT = (
    "it's",
    "that's",
    "there's",
    "what's",
    "here's",
    "you're",
    "we're",
    "they're",
    "i'm",
    "it'll",
    "we'll",
    "you'll",
)


@on(*_SHORT)
def contracted_twice(view: View, at: int) -> Fix | None:
    """Write a verb once that is there in its short form too: you're are.

    Bad: We assume you're are familiar with it, and it's is fine.
    Good: We assume you are familiar with it, and it is fine.

    Fine: What it's is a mess; it's, is it not; that's are.
    """
    if (
        view.next(at) != _TWICE[view.words[at].partition("'")[2]]
        or not is_row(view, at, at + 1)
        or not view.joined(at + 2)
    ):
        return None
    if not _ASKING.isdisjoint(view.words[max(0, at - 4) : at]):
        return None
    subject = view.written(at).partition("'")[0]
    return Fix(at, at + 1, f"{subject} {view.words[at + 1]}", f"“{view.next(at)}” is in “{view.written(at)}” already.")


_SMALL = frozenset(
    "the a an to can be is of in it that we you for will on with by at from as this are".split()  # noqa: SIM905
)
_MEANT = ({"as", "is"}, {"is", "it"}, {"that", "is"})


def pair_twice(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write two small words once that slipped in twice.

    Bad: It is one of the of the best, and it can be can be run.
    Good: It is one of the best, and it can be run.

    Fine: On and on and on; to be or not to be; it is what it is; is it, is it not.
    """
    words = text.tokens.words
    places = [at for at in range(len(words) - 3) if words[at] == words[at + 2] and _is_pair(words, at)]
    view = View(text) if places else None
    for at in places:
        if view and is_row(view, at, at + 3) and view.joined(at + 4):
            start, end = view.starts[at], view.ends[at + 3]
            why = f"“{words[at]} {words[at + 1]}” stands here twice."
            yield Edit(start, end, view.span(at, at + 3), view.span(at, at + 1), "grammar.pair-twice", why)


def _is_pair(words: list[str], at: int) -> bool:
    """Tell whether token `at` and the next one are small words that stand there again."""
    first, second = words[at], words[at + 1]
    if first not in _SMALL or first != words[at + 2] or words[at + 3 : at + 4] != [second]:
        return False
    return second in _SMALL and first != second and {first, second} not in _MEANT


RULES: tuple[Rule | Callable[[Text, Settings], Iterator[Edit]], ...] = (
    crossed_words,
    is_and_modal,
    no_passive,
    contracted_twice,
    pair_twice,
)
