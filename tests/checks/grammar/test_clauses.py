"""Clauses without a verb or a subject."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "He finds it important to use it.",
    "Go there a few times. There, a few of us waited.",
    "Here some people think otherwise.",
    "With you working on it and them using it, we win.",
    "Where you being there matters, we come.",
    "If need be, do it; when needed, too.",
    "Why do they not include it? They not only included it.",
]

MENDED = [
    ("It recommended to use this.", "It is recommended to use this."),
    ("There a few ways to do it.", "There are a few ways to do it."),
    ("There many tools for it.", "There are many tools for it."),
    ("Here some examples: one.", "Here are some examples: one."),
    ("If you working on it, stop.", "If you are working on it, stop."),
    ("Ask when need to run it.", "Ask when you need to run it."),
    ("But they not included in it.", "But they are not included in it."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_what_a_clause_needs_is_set(before, after):
    assert proofread_markdown(before) == markdown(after)
