"""The small word that a word takes."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "It depends; that depends, the rest too; regardless, the two stay.",
    "In due time; refer the reader to it; it is similar, the same.",
    "Comply to the letter, participate to the full.",
    "A lack of data, different to ours and different than theirs.",
    "The cores in your computer; stored in disk images; stored on memory cards.",
    "Replaced by your own; by your own functions.",
    "It depends on several places; a bet on two places.",
    "We discuss about ten papers; it was emphasized on page two; in Sunday school.",
    "He is responsible to the user and capable.",
]

MENDED = [
    ("According the paper, it is.", "According to the paper, it is."),
    ("It depends the reward, regardless its size.", "It depends on the reward, regardless of its size."),
    ("It depends of the reward.", "It depends on the reward."),
    ("It consists on two parts.", "It consists of two parts."),
    ("We discussed about models.", "We discussed models."),
    ("It is superior than ours, despite of it.", "It is superior to ours, despite it."),
    ("They like to participate to.", "They like to participate in."),
    ("It is capable to learn it.", "It is capable of learning it."),
    ("Each is responsible to fix the rest.", "Each is responsible for fixing the rest."),
    ("Run it in your computer.", "Run it on your computer."),
    ("We meet in Tuesday, in the last Friday of it.", "We meet on Tuesday, on the last Friday of it."),
    ("It is stored in disk.", "It is stored on disk."),
    ("They are used on multiple places.", "They are used in multiple places."),
    ("Try it by your own!", "Try it on your own!"),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_the_word_is_set(before, after):
    assert proofread_markdown(before) == markdown(after)
