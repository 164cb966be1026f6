"""Two turns of phrase in one."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "Because of it, they left; because of you, it stayed.",
    "To be or not to be; on and on and on.",
    "What it is can be seen, and it is what it is.",
    "What it consists of is depended on.",
    "The page goes up to into the night.",
    "Such as it is, it's fine, is it not?",
]

MENDED = [
    ("They will be not be there.", "They will not be there."),
    ("We stay because of it is late.", "We stay because it is late."),
    ("It can also can rain.", "It can also rain."),
    ("It is can be run.", "It can be run."),
    ("The method is consist of steps.", "The method consists of steps."),
    ("I think you're are right.", "I think you are right."),
    ("It is one of the of the best.", "It is one of the best."),
    ("It deals with all kind of errors.", "It deals with all kinds of errors."),
    ("Let us take a look how it works.", "Let us take a look at how it works."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_meant_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_one_turn_of_phrase_stays(before, after):
    assert proofread_markdown(before) == markdown(after)
