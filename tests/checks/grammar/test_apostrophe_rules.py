"""Its and it's, and verbs with a mark: first what is right."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.settings import Settings

GRAMMAR = Settings(select=("grammar",))

LEFT_ALONE = [
    "It's time to go, it's part of it, and it's good.",
    "We know it's agents that learn.",
    "If it's code, run it; when it's magic, look.",
    "To test it's easy.",
    "It's users who need it, and it's people like you.",
    "It's running code, it's called agent, it's only options.",
    "I see it's rewards that matter.",
    "So it's plain text, and it's home to many.",
    "Make sure it's set, and say it's done.",
    "Its new value, its old one, and its own.",
    "In its the case of the letters.",
    "Its just cause; its now famous author; its here and now.",
    "Its native to foreign ratio; its best to worst case.",
    "The return's variance, the work's author, and this run's mean.",
    "The other's are; each other's have.",
    "Lets you create it. Lets users create it. It lets us see.",
    "ITS and Its Own are names.",
    "“It's own” is wrong.",
]

MENDED = [
    ("Customize it's appearance.", "Customize its appearance."),
    ("You need to customize it's appearance.", "You need to customize its appearance."),
    ("It depends on all of it's dependencies.", "It depends on all of its dependencies."),
    ("Leave some margin around it's content.", "Leave some margin around its content."),
    ("It is updated by changing it's attributes.", "It is updated by changing its attributes."),
    ("You have to make sure it's contents are ready.", "You have to make sure its contents are ready."),
    ("As we said, it's job is to convert it.", "As we said, its job is to convert it."),
    ("PettingZoo breaks it's games down.", "PettingZoo breaks its games down."),
    ("It’s name is in it’s options.", "Its name is in its options."),
    ("Use sliders that control it's inputs.", "Use sliders that control its inputs."),
    ("Its straightforward to create them.", "It's straightforward to create them."),
    ("We know its just a copy.", "We know it's just a copy."),
    ("They don't know its there.", "They don't know it's there."),
    ("It is so because its the best one.", "It is so because it's the best one."),
    ("It's true and its good practice to seed it.", "It's true and it's good practice to seed it."),
    ("It contain's the rewards.", "It contains the rewards."),
    ("A setting which allow's you to see.", "A setting which allows you to see."),
    ("The same hold's true for us.", "The same holds true for us."),
    ("Some are done and other's are not.", "Some are done and others are not."),
    ("Lets create a policy.", "Let's create a policy."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text, GRAMMAR) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_mark_is_set_or_taken_away(before, after):
    assert proofread_markdown(before, GRAMMAR) == markdown(after)
