"""What is counted and what is not."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "Positive feedbacks and negative feedbacks.",
    "She researches it; he advices on it.",
    "Many information systems; a few knowledge bases.",
    "How much models differ; so much depends on it; pretty much models.",
    "Less tokens, a large amount of tokens.",
    "Too much users' data.",
]

MENDED = [
    ("These informations are new.", "This information is new."),
    ("Those hardwares were old.", "That hardware was old."),
    ("There is not many information.", "There is not much information."),
    ("It has too much parameters.", "It has too many parameters."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_count_is_mended(before, after):
    assert proofread_markdown(before) == markdown(after)
