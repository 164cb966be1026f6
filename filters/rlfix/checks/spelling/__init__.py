"""Misspelt words, real words in the place of others, words run together or torn apart.

- `misspelling`: words that no list knows. `unknown` says which are looked at, `vocabulary` what the document
  vouches for, `candidates` what a word may mean, `channel` what it does mean and how sure that is.
- `joins`, `torn`: words run together, and words torn apart.
- `apostrophes`, `plurals`: contractions, possessives, plurals with an apostrophe.
- `realword` and the modules named after it: right words that are not the one meant.
- `dialect`: British and American spelling.
- `foreign`: other languages, where the system has a dictionary.

Whatever the settings or the word lists of other tools allow is left alone by all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.rule import Rule, run
from rlfix.checks.spelling import apostrophes, dialect, foreign, joins, misspellings, plurals, realword, torn
from rlfix.report import Notice
from rlfix.wordlists import allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.edit import Edit
    from rlfix.settings import Settings
    from rlfix.text import Text

GROUP = "spelling"
RULES: tuple[Rule, ...] = (
    *joins.RULES,
    *torn.RULES,
    *apostrophes.RULES,
    *plurals.RULES,
    *realword.RULES,
    *misspellings.RULES,
    *dialect.RULES,
    *foreign.RULES,
)
"""All rules; of what they find at one place the surest counts, and of what is as sure the first."""


def check(text: Text, settings: Settings) -> Iterator[Edit | Notice]:
    """Yield the edits of every rule that `settings` lets run, but for words that somebody allows."""
    words = allowed(settings.folder, settings.words, settings.words_files)
    found: dict[int, Edit] = {}
    for edit in run(GROUP, RULES, text, settings):
        if edit.start in found and edit.safety <= found[edit.start].safety:
            continue
        if not any(words.has(word) for word in {edit.old.lower(), *edit.old.lower().split()}):
            found[edit.start] = edit
    yield from found.values()
    if found or settings.words_files:
        yield from (Notice("spelling", problem) for problem in words.problems)
