"""Comparisons."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "No more better ones; some more smaller models; more lower bounds.",
    "The more, the better; more often than not; more or less faster.",
    "Most early readers; most of the best; a most best-selling one.",
    "Faster than as a rule; as other than this; as more than one.",
]

MENDED = [
    ("This is more better.", "This is better."),
    ("It is much more easier to do.", "It is much easier to do."),
    ("It is the most fastest of all.", "It is the fastest of all."),
    ("It is as fast than the other.", "It is as fast as the other."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_comparison_compares_once(before, after):
    assert proofread_markdown(before) == markdown(after)
