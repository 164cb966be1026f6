"""Capitals: running indices, options, abbreviations and lower-case styles stay."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "For each i in x, and i, j; the i think tank; i have no idea.",
    "The `english` option, english.txt and debian-english.",
    "# On monday",
    "Use it etc. and so on; approx. the same; 3 min. a day.",
    "no capitals here. in this line. there are none.",
    "Install it. iPhone users and numpy users can wait. numpy is fine.",
    "- english",
]

MENDED = [
    ("Well, i think i'm right.", "Well, I think I'm right."),
    ("On monday we trained it on english text.", "On Monday we trained it on English text."),
    ("It was given by the user. the other was not.", "It was given by the user. The other was not."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_capital_is_set(before, after):
    assert proofread_markdown(before) == markdown(after)
