"""Turns of phrase with a verb in them."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "It could of course be; the might of united Rome.",
    "We suppose to our joy that it is.",
    "It prevents you from using it, and prevents it to the full.",
]

MENDED = [
    ("It could of been better.", "It could have been better."),
    ("They are not suppose to know.", "They are not supposed to know."),
    ("It prevents you to use it.", "It prevents you from using it."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_turn_of_phrase_is_mended(before, after):
    assert proofread_markdown(before) == markdown(after)
