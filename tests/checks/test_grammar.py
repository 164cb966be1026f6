"""Doubled words: first what is meant to stand twice, then what is not."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "He had had enough of that that day.",
    "What it is is a mess, and very very bad.",
    "Log in in the morning; turn it on on Monday.",
    "The AND and OR or NOT operators.",
    "A man, a plan: vitamin A a day.",
    "Tokens a a b and x a a y.",
    "Built at AT&T, and by BY Inc.; at at&t; of of:x.",
    "He went to TO and the The.",
    "A the-the b, the/the, the_the, the.the, `the the` and the `the`.",
    "The first the.\n\nThe second.",
    "# The\n\nthe text",
    "- the\n- the",
    "the  \nthe, after a hard break",
    "**The.** The agent.",
    "See <http://x.y/the> the page.",
    "the $the$ the",
    "the ~~the~~ the",
]

MENDED = [
    ("one of the the best", "one of the best"),
    ("one of THE THE best", "one of THE best"),
    ("one of the\nthe best", "one of the best"),
    ("one of the the the best", "one of the best"),
    ("one of the **the** best", "one of the best"),
    ("one *of the* the best", "one *of the* best"),
    ("one of the [the best](u)", "one of the [best](u)"),
    ("of the [the](u) agent", "of the [the](u) agent"),
    ("it is a a reward", "it is a reward"),
    ("An an agent.", "An agent."),
    ("In the the, well", "In the, well"),
    ("> quoted the the words", "> quoted the the words"),
    ("so “the the” is quoted", "so “the the” is quoted"),
    ("| the the | b |\n|---|---|\n| of of | c |", "| the | b |\n|---|---|\n| of | c |"),
    ("Text.[^1]\n\n[^1]: In the the note.", "Text.[^1]\n\n[^1]: In the note."),
    ("![the the alt](x.png) y", "![the alt](x.png) y"),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_meant_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_word_stands_once(before, after):
    assert proofread_markdown(before) == markdown(after)
