"""One thing, one name: what a document says in two ways, drawn to the way it says it most.

The document itself is the authority: what it defines, and what it writes at least three times as
often, is what the odd one was meant to be. The lexicon has a say only where the odd one might be a
word, a name or an acronym of its own.

- `acronyms`: what acronyms stand for (Proximal Policy Optimization, PPO), and where that differs.
- `slips`: an acronym one key away from another (RLHR in a text about RLHF).
- `joins`: a term written together and apart (LLMRL, LLM RL; finetuning, fine-tuning).
- `cases`: a name in two cases (Numpy, NumPy).
- `forms`, `letters`: what they share: the forms that a document uses, and how far two of them are apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.consistency.acronyms import acronym_expansion
from rlfix.checks.consistency.cases import letter_case
from rlfix.checks.consistency.joins import competing_forms
from rlfix.checks.consistency.slips import acronym_typo
from rlfix.checks.rule import Rule, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.edit import Edit
    from rlfix.settings import Settings
    from rlfix.text import Text

GROUP = "terms"
RULES: tuple[Rule, ...] = (acronym_expansion, acronym_typo, competing_forms, letter_case)


def check(text: Text, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of every rule that `settings` lets run."""
    yield from run(GROUP, RULES, text, settings)
