"""Names with capitals inside that one document writes in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.consistency.forms import base_of, forms_of, has_inner_capital, is_acronym, is_title
from rlfix.edit import Edit, Safety
from rlfix.lexicon import MIXED, NAME, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.consistency.forms import Forms
    from rlfix.settings import Settings
    from rlfix.text import Text

_CLEAR = 3
"""How many times as often as the odd form the usual one has to stand there."""
_TWO_THINGS = frozenset({"DOS", "GEV", "IDS", "MEV", "PASS", "POC", "POS", "REACT", "REST", "ROI", "SOC", "VAR"})
"""Capitals that mean one thing and another with small letters in between: DOS and DoS, REST and ReST."""


def letter_case(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write a name with capitals inside as the document mostly writes it.

    Only names that no word can be taken for: with a small letter and two capitals (NumPy, CoT, LLMs).
    Small letters may make it the name of a package, capitals alone a word that is stressed: suggested.

    Bad: PyTorch is nice, PyTorch is fast. We took PyTorch. Then Pytorch's loader failed.
    Good: PyTorch is nice, PyTorch is fast. We took PyTorch. Then PyTorch's loader failed.

    Bad: CoT helps, CoT is slow. We like CoT. Early COT prompts were short.
    Good: CoT helps, CoT is slow. We like CoT. Early CoT prompts were short.

    Fine: PyTorch is nice, PyTorch is fast. We took PyTorch. Run `pip install pytorch`, see pytorch.org.
    Fine: The FAST protocol is FAST. FAST is good. Fast is good.
    Fine: ReAct prompts act. ReAct is old. We like ReAct. React draws the page.
    Fine: The arXiv is big, the arXiv is old. See the arXiv. ArXiv is free.
    """
    forms = forms_of(text)
    for usual, count in forms.counts.items():
        if count >= _CLEAR and has_inner_capital(usual) and usual.isalpha():
            for odd in sorted({usual.lower(), usual.capitalize(), usual.upper()}):
                if odd[1:] != usual[1:]:
                    yield from _recased(text, forms, odd, usual)


def _recased(text: Text, forms: Forms, odd: str, usual: str) -> Iterator[Edit]:
    owned = f"{odd}'s"
    often = forms.counts[odd] + forms.counts[owned]
    if not 0 < often * _CLEAR <= forms.counts[usual]:
        return
    places = [index for form in (odd, owned) for index in forms.places(form) if not is_title(text, index)]
    if odd.islower() or not _is_term(usual):
        places = [index for index in places if _stands_alone(text, index)]
    if 0 < len(places) <= 2 and not forms.is_name(text, odd) and (_is_term(usual) or not _is_word(odd)):
        sure = _is_term(usual) and not odd.islower() and odd not in _TWO_THINGS and not _is_word(odd)
        for index in places:
            start = text.tokens.starts[index]
            why = f"The document writes “{usual}” {forms.counts[usual]} times."
            safety = Safety.SAFE if sure else Safety.SUGGEST
            yield Edit(start, start + len(odd), odd, usual, "terms.letter-case", why, safety)


def _is_term(form: str) -> bool:
    """Tell whether `form` has its capitals from being a term: two of them beside small letters, LLMs but not GPs."""
    capitals = sum(map(str.isupper, form))
    return capitals > 1 and not form.isupper() and not (capitals == 2 and is_acronym(base_of(form)))


def _is_word(form: str) -> bool:
    """Tell whether `form` is an ordinary word or a name, as it is written: React and Lora, but not COT or Github."""
    known = find(form.lower())
    if len(form) < 3 or form.isupper() or known is None:
        return len(form) < 3
    return bool(known.tags or known.kinds & NAME or not known.kinds & MIXED)


def _stands_alone(text: Text, index: int) -> bool:
    """Tell whether token `index` has blanks at its sides, or a stop after it: not `rl-zoo`, `[rl]`, `rl:`."""
    start, end = text.tokens.starts[index], text.tokens.ends[index]
    return text.string[start - 1 : start] in {"", " ", "\n"} and text.string[end : end + 1] in {"", " ", "\n", ",", "."}
