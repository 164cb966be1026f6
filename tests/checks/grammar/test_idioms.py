"""Set phrases: names, code, and what goes on otherwise stay."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "The mean time between failures went up in the mean time between releases.",
    "A sword in one hand, a shield in the other hand.",
    "Most of time series analysis; up to data centers; on the same time scale; first and for most users.",
    "Look in details pages, and in other word lists.",
    "The firm *Visa Versa* and the song One In The Same.",
    "On the contrary, by and large, in order to return back.",
    "`in term of` and in-term-of.",
    "In spite of it all, on the other hand.",
    "“in term of” is wrong.",
]

MENDED = [
    ("Think in term of tokens.", "Think in terms of tokens."),
    ("In regards of it. On the other hands, no.", "In regards of it. On the other hand, no."),
    ("IN TERM OF TOKENS it is", "IN TERMS OF TOKENS it is"),
    ("Take *the* noise; taking in account all.", "Take *the* noise; taking into account all."),
    ("We explain it in more details.", "We explain it in more detail."),
    ("For all *intensive* purposes.", "For all *intents and* purposes."),
    ("And vise versa.", "And vice versa."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_phrase_is_set(before, after):
    assert proofread_markdown(before) == markdown(after)
