"""Acronyms that are another acronym with a slip of the finger in it.

A family of siblings is the rule (CPU, GPU, TPU; DQN, DDQN; MSE, MAE), a slip the exception. So only
what a finger does is mended: two letters swapped, a letter doubled, a neighbouring key hit for the last
letter. What else lies one letter apart may be a slip too, and is suggested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rlfix.checks.consistency.acronyms import is_explained
from rlfix.checks.consistency.forms import base_of, forms_of, is_acronym
from rlfix.checks.consistency.letters import is_finger, is_near, shortened
from rlfix.edit import Edit, Safety
from rlfix.lexicon import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.consistency.forms import Forms
    from rlfix.settings import Settings
    from rlfix.text import Text

FAMOUS = frozenset({"RLHF", "RLAIF", "RLVR", "GRPO", "TRPO", "DDPG", "MCTS", "POMDP"})
"""Acronyms that a text about reinforcement learning or language models need not use twice for a slip to be seen."""
FIELD = frozenset({"reinforcement", "rl", "llm", "llms", "ppo", "dpo", "chatgpt"})
"""Words of which one shows that a text is about that."""


def acronym_typo(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write an acronym as the document writes it elsewhere, where a finger slipped.

    Only one that stands there once or twice, is neither known nor explained in the document, and is a swap or
    a doubled letter away from one that is explained or three times as frequent, or a last key away from one that
    is explained or well known.

    Bad: RLHF is popular. We use RLHF for chat, and RLHF for code. This is often the case for RLHR.
    Good: RLHF is popular. We use RLHF for chat, and RLHF for code. This is often the case for RLHF.

    Bad: GRPO is cheap. We like GRPO. We ran GRPO. The losses of GPRO's critics are gone.
    Good: GRPO is cheap. We like GRPO. We ran GRPO. The losses of GRPO's critics are gone.

    Fine: The CPU is old. A CPU waits. Our CPU is slow. A GPU helps, and a TPU more. CPUs are cheap.
    Fine: We ran DDPG. We like DDPG. We use DDPG. Its father is DPG.
    Fine: GRPO is cheap. We like GRPO. We ran GRPO. GFPO is its sibling.
    Fine: RLVR is one. RLVR is known. RLVR again. The RLVE of today uses verifiable environments.
    Fine: The RTVE is old. RTVE is public. An RTVE film. There was an RTVS, too.
    Fine: SFMT is here. SFMT is popular. SFMT wins. Sorting from many notes (SFMN) is a thing of its own.
    """
    forms = forms_of(text)
    bases = _bases(forms)
    usual = _Usual(text, bases)
    for odd, count in bases.items():
        if count <= 2 < len(odd) and odd not in FAMOUS:
            slip = usual.meant(odd, count)
            if slip and not (find(odd.lower()) or is_explained(text, odd) or forms.is_name(text, odd)):
                yield from _edits(text, forms, odd, slip)


def _bases(forms: Forms) -> dict[str, int]:
    """Return how often each acronym is used, its plural and its possessive counted with it."""
    bases: dict[str, int] = {}
    for form, count in forms.counts.items():
        base = base_of(form)
        if is_acronym(base):
            bases[base] = bases.get(base, 0) + count
    return bases


class Slip(NamedTuple):
    """What an odd acronym was meant to be."""

    meant: str
    sure: bool
    why: str


class _Usual:
    """The acronyms that a slip may have been meant for, each found by what is left of it without one letter."""

    def __init__(self, text: Text, bases: dict[str, int]) -> None:
        self._text = text
        self._bases = bases
        self._famous = FAMOUS if not FIELD.isdisjoint(text.tokens.words) else frozenset()
        self._near: dict[str, list[str]] = {}
        for base in {*bases, *self._famous}:
            for part in shortened(base):
                self._near.setdefault(part, []).append(base)

    def meant(self, odd: str, count: int) -> Slip | None:
        """Return what `odd`, used `count` times, is a slip of, if anything: of the text's own, else of a famous one."""
        near = {base for part in shortened(odd) for base in self._near.get(part, ()) if is_near(odd, base)}
        used = [base for base in near if self._is_used(base, odd, count)]
        famous = [base for base in near & self._famous if is_finger(odd, base)]
        if len(used) == 1:
            why = f"The document has “{used[0]}”, {self._bases[used[0]]} times."
            return Slip(used[0], is_finger(odd, used[0]) and self._is_clear(odd, used[0]), why)
        if len(famous) == 1 and not used:
            return Slip(famous[0], sure=True, why=f"“{famous[0]}” is well known, “{odd}” is not.")
        return None

    def _is_clear(self, odd: str, base: str) -> bool:
        """Tell whether more than a neighbouring key speaks for `base`: the RTVS and the RTVE may be two of a kind."""
        swapped = sorted(odd) == sorted(base) or len(odd) != len(base)
        return swapped or base in FAMOUS or is_explained(self._text, base)

    def _is_used(self, base: str, odd: str, count: int) -> bool:
        """Tell whether the text uses `base` three times as often as `odd`, or says what it is."""
        often = self._bases.get(base, 0)
        return often >= 3 * count or (often > 0 and is_finger(odd, base) and is_explained(self._text, base))


def _is_spelt_out(acronym: str, sentence: str) -> bool:
    """Tell whether its last two letters start two words of the sentence side by side: RLVE, verifiable environments."""
    initials = "".join(word[0] for word in sentence.upper().replace(acronym, " ").split())
    return acronym[-2:] in initials


def _edits(text: Text, forms: Forms, odd: str, slip: Slip) -> Iterator[Edit]:
    tokens = text.tokens
    for form in [form for form in forms.counts if base_of(form) == odd]:
        for index in forms.places(form):
            start = tokens.starts[index]
            block = text.block_at(start)
            sentence = text.string[slice(*tokens.sentence(block, start))]
            told_apart = slip.meant in sentence or block.kind == "cell" or _is_spelt_out(odd, sentence)
            safety = Safety.SAFE if slip.sure and not told_apart else Safety.SUGGEST
            yield Edit(start, start + len(odd), odd, slip.meant, "terms.acronym-typo", slip.why, safety)
