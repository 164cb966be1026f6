"""There is and there are: the verb agrees with what follows."""

from __future__ import annotations

from rlfix.checks.grammar.concord import PLURAL
from rlfix.checks.grammar.noun_phrases import (
    AMOUNTS,
    COLLECTIVE,
    after_adverbs,
    chain,
    ends_at,
    is_plural,
    is_singular,
    nominal,
)
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, VBG, VBN, View, bits, recased, words

_MANY = words(
    "several many various numerous multiple few two three four five six seven eight nine ten these those both"
)

_SOME = words("some any no other certain")


@on("there's", "there")
def there_is(view: View, at: int) -> Fix | None:
    """Let the verb after “there” agree with what follows.

    Bad: There's conceptual similarities, and there is still a few major problems.
    Good: There are conceptual similarities, and there are still a few major problems.

    Bad: Say so because there's math papers and there was no rewards.
    Good: Say so because there are math papers and there were no rewards.

    Fine: There's a bunch of problems, a lot of them; there's an entire section; there is data; there's lots to do.
    """
    if view.words[at] == "there's":
        after, many = at + 1, "are"
    else:
        many = PLURAL.get(view.next(at), "")
        after = at + 2
    if not many or many in ("have", "do", "haven't", "don't") or not _many_follow(view, after):
        return None
    old = "is" if view.words[at] == "there's" else view.words[at + 1]
    new = f"{view.written(at)[:5]} {many}"
    return Fix(at, after - 1, new, f"What follows is plural: “there {many}”, not “{old}”.")


def _many_follow(view: View, at: int) -> bool:
    """Tell whether a noun phrase starts with token `at`, adverbs left out, and its head is plural."""
    at = after_adverbs(view, at)
    if at < 0:
        return False
    if view.word(at) == "a" and view.next(at) == "few":
        at += 1
    if view.word(at) in _MANY or view.word(at) in _SOME:
        at += 1
    elif not nominal(view, at):
        return False
    heads = (head for head in range(at, chain(view, at) + 1) if is_plural(view, head))
    return any(view.words[head] not in AMOUNTS and _ends_before_more(view, head) for head in heads)


def _ends_before_more(view: View, at: int) -> bool:
    """Tell whether a noun phrase ends with token `at`; code after it may be its name, a participle may tell more."""
    after = view.tags(at + 1)
    acts = view.joined(at + 2) and view.tags(at + 2) & bits("DT", "PRP", "PRP$")  # papers proving it
    participle = view.joined(at + 1) and after & (VBG | VBN) and (acts or not after & (NOUN | ADJECTIVE))
    return bool(participle) or ends_at(view, at) or view.next(at) == OPAQUE


@on("is", "are", "was", "were")
def is_there(view: View, at: int) -> Fix | None:
    """Let the verb before “there” agree with what follows.

    Bad: Is there any plans, and are there a way?
    Good: Are there any plans, and is there a way?

    Fine: Is there a plan? Are there a number of ways? Is there data?
    """
    if view.next(at) != "there" or not view.opens_clause(at):
        return None
    after = view.next(at + 1)
    if view.words[at] in ("is", "was") and (after in _MANY or after in _SOME or after == "a"):
        fits = _many_follow(view, at + 2)
        new = PLURAL[view.words[at]]
    else:
        fits = view.words[at] == "are" and after in ("a", "an") and _one_follows(view, at + 3)
        new = "is"
    return Fix(at, at, recased(new, view.written(at)[0]), f"It is “{new} there”, by the number.") if fits else None


@on("there")
def there_are(view: View, at: int) -> Fix | None:
    """Use “there is” before one thing.

    Bad: There are a problem with it.
    Good: There is a problem with it.

    Fine: There are a lot of them, a number, a variety; there are a cat and a dog, a man, and a mouse.
    """
    if view.next(at) != "are" or view.next(at + 1) not in ("a", "an") or not _one_follows(view, at + 3):
        return None
    return Fix(at + 1, at + 1, "is", "What follows is one thing: “there is”.")


def _one_follows(view: View, at: int) -> bool:
    last = chain(view, at)
    if (
        last < at
        or view.words[at] in COLLECTIVE
        or not is_singular(view, last)
        or not ends_at(view, last)
        or view.next(last) in ("of", "and", "or")
    ):
        return False
    if view.gap(last + 1)[:1] == ",":
        return False
    return "and" not in view.words[last : last + 10]


@on("below", "here", "above")
def here_is(view: View, at: int) -> Fix | None:
    """Let the verb after “here” and “below” agree with what follows.

    Bad: Below is our implementations of it.
    Good: Below are our implementations of it.

    Fine: Here is the list of rewards; below is the data; here's some of it; here is where it is.
    """
    if view.next(at) != "is" or not view.opens(at):
        return None
    first = at + 2
    if view.word(first) in ("a", "an", "another", "one", "each", "this", "that"):
        return None
    if view.tags(first) & bits("DT", "PRP$") or view.word(first) in _MANY or view.word(first) in _SOME:
        first += 1
    elif not nominal(view, first):
        return None
    last = chain(view, first)
    if last < first or not view.joined(first) or not is_plural(view, last) or not _ends_before_more(view, last):
        return None
    return Fix(at + 1, at + 1, "are", f"“{view.written(last)}” is plural: “{view.words[at]} are”.")


RULES: tuple[Rule, ...] = (
    there_is,
    is_there,
    there_are,
    here_is,
)
