"""Slips of grammar that can be told from the words themselves.

A family of rules is a module with its rules in `RULES`; `rule` says what a rule is, `view` what it sees.

- `doubled`: a word that stands twice.
- `repeated`: a longer word that stands twice.
- `articles`: a or an, two articles in a row.
- `missing_articles`: articles that are missing.
- `existence`: there is and there are.
- `agreement`: verbs that do not agree with the subject beside them.
- `relatives`: verbs that do not agree with a subject at some distance.
- `numbers`: nouns in the singular and the plural.
- `demonstratives`: this and these.
- `verbs`: forms of verbs after a modal, do and to.
- `participles`: the participle after have and be.
- `verb_phrases`: forms of verbs in set phrases and after prepositions.
- `complements`: the form of a verb that another word asks for.
- `possessives`: whose and who's.
- `apostrophes`: its and it's, and verbs and plurals with a mark too many.
- `small_words`: small words that are missing or stand twice.
- `clauses`: clauses without their verb or subject.
- `crossed`: two turns of phrase in one.
- `quantities`: how many, and the articles that go with it.
- `countability`: words that are not counted.
- `comparatives`: comparisons that compare twice.
- `prepositions`: the small word that a word takes.
- `places`: in, on and by of places and times.
- `idioms`: set phrases.
- `patterns`: turns of phrase with a verb in them.
- `abbreviations`: the stops of e.g., i.e. and et al.
- `punctuation`: blanks and marks.
- `capitals`: capitals of names and sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.grammar import (
    abbreviations,
    agreement,
    apostrophes,
    articles,
    capitals,
    clauses,
    comparatives,
    complements,
    countability,
    crossed,
    demonstratives,
    doubled,
    existence,
    idioms,
    missing_articles,
    numbers,
    participles,
    patterns,
    places,
    possessives,
    prepositions,
    punctuation,
    quantities,
    relatives,
    repeated,
    small_words,
    verb_phrases,
    verbs,
)
from rlfix.checks.grammar.rule import Rule, fired
from rlfix.checks.grammar.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.edit import Edit
    from rlfix.settings import Settings
    from rlfix.text import Text

GROUP = "grammar"
RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (
    *doubled.RULES,
    *repeated.RULES,
    *articles.RULES,
    *missing_articles.RULES,
    *existence.RULES,
    *agreement.RULES,
    *relatives.RULES,
    *numbers.RULES,
    *demonstratives.RULES,
    *verbs.RULES,
    *participles.RULES,
    *verb_phrases.RULES,
    *complements.RULES,
    *possessives.RULES,
    *apostrophes.RULES,
    *small_words.RULES,
    *clauses.RULES,
    *crossed.RULES,
    *quantities.RULES,
    *countability.RULES,
    *comparatives.RULES,
    *prepositions.RULES,
    *places.RULES,
    *idioms.RULES,
    *patterns.RULES,
    *abbreviations.RULES,
    *punctuation.RULES,
    *capitals.RULES,
)
"""All rules; of two at the same place the earlier wins."""


def check(text: Text, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of every rule that `settings` lets run."""
    running = [rule for rule in RULES if settings.runs(f"grammar.{rule.__name__.replace('_', '-')}")]
    for rule in running:
        if not isinstance(rule, Rule):
            yield from rule(text, settings)
    yield from fired(View(text), (rule for rule in running if isinstance(rule, Rule)))
