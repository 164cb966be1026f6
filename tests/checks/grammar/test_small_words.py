"""Small words that are missing: first what is right without them."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "That changes a lot depending on it, and helps a lot.",
    "A lot more models, a lot better, a lot less of it.",
    "A couple tournaments, a number system, the number one.",
    "Check out the box, the one the most people use.",
    "An able student; they are able seamen; able-bodied.",
    "You need help the most; you want access; we need not know.",
    "In order of size; in order, left to right.",
    "It allows users access; allow them time.",
    "You may as well the next day, and they do as well.",
    "As long as the file is there, as far as we know.",
    "Use `a lot` applications, or a-lot applications.",
]

MENDED = [
    ("We have a lot applications for it.", "We have a lot of applications for it."),
    ("We have *a lot* applications for it.", "We have *a lot* of applications for it."),
    ("A wide variety open models are there.", "A wide variety of open models are there."),
    ("It is one the most popular ones.", "It is one of the most popular ones."),
    ("It works out the box.", "It works out of the box."),
    ("It stands in front the wall.", "It stands in front of the wall."),
    ("It is not able run the model.", "It is not able to run the model."),
    ("It is not able do it.", "It is not able to do it."),
    ("They will able to see it.", "They will be able to see it."),
    ("In order get the reward, wait.", "In order to get the reward, wait."),
    ("You need add the name.", "You need to add the name."),
    ("It allows you create models.", "It allows you to create models."),
    ("We learn how use Python.", "We learn how to use Python."),
    ("It keeps the name as well the date.", "It keeps the name as well as the date."),
    ("Do it as soon possible.", "Do it as soon as possible."),
    ("> a lot applications", "> a lot applications"),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_small_word_is_set(before, after):
    assert proofread_markdown(before) == markdown(after)
