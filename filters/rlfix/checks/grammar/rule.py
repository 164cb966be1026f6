"""What a rule of grammar is: a function that looks at one place, and the words at which it looks.

    @on("a", "an")
    def a_or_an(view: View, at: int) -> Fix | None:

Most rules can be dispatched so: one pass over the words of a text, a dictionary from words to rules. A
rule that needs the text otherwise is a plain function of text and settings, as in the other checks.
"""

from __future__ import annotations

from functools import update_wrapper
from typing import TYPE_CHECKING, NamedTuple

from rlfix.checks.grammar.view import View
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text


class Fix(NamedTuple):
    """What a rule wants at a place: the tokens from `first` to `last` (both included) written as `new`."""

    first: int
    last: int
    new: str
    why: str
    safety: Safety = Safety.SAFE


class Rule:
    """A function that looks at one token, with the words (in lower case) at which it does."""

    __name__: str

    def __init__(self, look: Callable[[View, int], Fix | None], words: Iterable[str]) -> None:
        update_wrapper(self, look)
        self.look = look
        self.words = frozenset(words)
        self.name = f"grammar.{look.__name__.replace('_', '-')}"

    def __call__(self, text: Text, _settings: Settings) -> Iterator[Edit]:
        """Yield the edits of this rule alone."""
        return fired(View(text), [self])


def on(*words: str) -> Callable[[Callable[[View, int], Fix | None]], Rule]:
    """Make a function the rule that looks at each of `words`."""
    return lambda look: Rule(look, words)


def fired(view: View, rules: Iterable[Rule]) -> Iterator[Edit]:
    """Yield the edits of `rules` in one pass over the words."""
    looks: dict[str, list[Rule]] = {}
    for rule in rules:
        for word in rule.words:
            looks.setdefault(word, []).append(rule)
    places = [at for at, word in enumerate(view.words) if word in looks]
    for at in places:
        for rule in looks[view.words[at]]:
            fix = rule.look(view, at)
            if fix and not _is_dotted(view, fix):
                yield _edit(view, rule.name, fix)


def _is_dotted(view: View, fix: Fix) -> bool:
    """Tell whether what a fix starts or ends with is part of a name in code: invoke.config, docs/invoke."""
    start, end = view.starts[fix.first], view.ends[fix.last]
    before, after = view.string[max(0, start - 2) : start], view.string[end : end + 2]
    return (after[:1] in _DOTS and after[1:].isalnum()) or (before[-1:] in _DOTS and before[:1].isalnum())


_DOTS = frozenset("./_\\@=:")


def _edit(view: View, name: str, fix: Fix) -> Edit:
    start, end = view.starts[fix.first], view.ends[fix.last]
    return Edit(start, end, view.string[start:end], fix.new, name, fix.why, fix.safety)
