"""The form of a verb that another word asks for: first what is right."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.settings import Settings

GRAMMAR = Settings(select=("grammar",))

LEFT_ALONE = [
    "It should be avoided to save time.",
    "The traps they avoid to win.",
    "We recommend use cases and clear names.",
    "We recommend that you install it.",
    "It allows the agent access to it.",
    "It allows read and write access.",
    "It allows agents we know.",
    "Did you use to do it?",
    "When we do it works.",
    "If he does it works.",
    "What does it mean?",
    "It is used to training.",
    "Look forward to using it.",
    "The order to testing ratio.",
    "What it is depends on you.",
    "How good it is matters.",
    "Whether this is becomes clear.",
    "Before code review the team met.",
    "When set the flag is on.",
]

MENDED = [
    ("Avoid to use the loop.", "Avoid using the loop."),
    ("It runs without to lose the reward.", "It runs without losing the reward."),
    ("We recommend look at it.", "We recommend looking at it."),
    ("We suggest install the package.", "We suggest installing the package."),
    ("It allows the agent learn a policy.", "It allows the agent to learn a policy."),
    ("This will allow Quarto write attributes.", "This will allow Quarto to write attributes."),
    ("So which style should you chose?", "So which style should you choose?"),
    ("How does it works?", "How does it work?"),
    ("See how to using the tool.", "See how to use the tool."),
    ("It is contains two parts.", "It contains two parts."),
    ("Before create a file, wait.", "Before creating a file, wait."),
    ("If the folder does contains it, wait.", "If the folder does contain it, wait."),
    ("The path cannot substituted.", "The path cannot be substituted."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text, GRAMMAR) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_the_form_fits(before, after):
    assert proofread_markdown(before, GRAMMAR) == markdown(after)
