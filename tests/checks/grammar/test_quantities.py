"""How many, and what kind: first what is right."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.settings import Settings

GRAMMAR = Settings(select=("grammar",))

LEFT_ALONE = [
    "A wide range of tasks, the great majority of them, in number of agents.",
    "The lot of men; a parking lot of cars.",
    "A different kind of agent, some different kind of problem.",
    "More than one agent, more than one of the agents, more than one settings file.",
    "As per days past, per 10 seconds, per second.",
    "One of the most popular, some of most people's time.",
    "It is the same as before; same as above.",
    "It is part of it, it is step two, it is problem free.",
    "You are beginner-friendly.",
    "It is good practice; this is work; this is key.",
    "The number of parameter values, the number of file descriptors, each of the file names.",
    "The number of memory and disk accesses.",
    "It is next step two.",
]

MENDED = [
    ("It supports wide range of tasks.", "It supports a wide range of tasks."),
    ("Use it with large number of agents.", "Use it with a large number of agents."),
    ("There are lot of them.", "There are a lot of them."),
    ("There are different kind of agents.", "There are different kinds of agents."),
    ("There may be more than one agents.", "There may be more than one agent."),
    ("It takes 20 steps per seconds.", "It takes 20 steps per second."),
    ("It is one of most popular tools.", "It is one of the most popular tools."),
    ("It is same as before.", "It is the same as before."),
    ("They are exactly same as the others.", "They are exactly the same as the others."),
    ("It is good idea to wait.", "It is a good idea to wait."),
    ("You are new user if you are beginner.", "You are new user if you are a beginner."),
    ("The number of parameter is high.", "The number of parameters is high."),
    ("Each of the agent has one.", "Each of the agents has one."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text, GRAMMAR) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_the_number_is_told(before, after):
    assert proofread_markdown(before, GRAMMAR) == markdown(after)
