"""Apostrophes in contractions, pronouns and plurals: what is left alone first."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.checks.spelling import apostrophes, plurals
from rlfix.settings import Settings

RULES = (*apostrophes.RULES, *plurals.RULES)


@pytest.fixture(autouse=True)
def these_alone(monkeypatch):
    """Let only the rules that are tested here run."""

    def check(text, settings):
        return (edit for rule in RULES for edit in rule(text, settings))

    monkeypatch.setattr("rlfix.pipeline.CHECKS", (SimpleNamespace(RULES=RULES, check=check),))


LEFT_ALONE = [
    "It doesn't, they're, we've, y'all'd've, o'clock, 'tis, shan't, mustn't.",
    "The agents' rewards, the boss' office, James' and the students'.",
    "He said 'the agents' and 'don' and 'a thing like that'.",
    "He said 'it is what he doesn' and left.",
    "Rock 'n' roll in the '90s, in '68, with f' and x' and f'(x).",
    "Cant is a jargon; the cant of thieves; a cant strip. As is his wont, as she was wont to do.",
    "It lets you see it. This lets us try. He lets go. The library lets users look around.",
    "Jony Ive designed it. Dr Im is going. Im z is the imaginary part, id and ill and shell and well are words.",
    "The whys and whats and hows of it.",
    "Your work is yours, theirs is theirs, one's own, each other's, the other's.",
    "The `dont` flag, dont_care, dont-care, x.dont and a/dont.",
    "Don T. Smith, a don in Oxford, won the day; they don hats; the doesn token.",
    "Van't Hoff and in't Veld. She wan't there. L'an deux.",
    "The model's weights, the agent's are better, Anna's have it, today's are fine, yours are not.",
    "My brother's are older than the neighbour's are.",
    "He has two bachelor's and three master's degrees and many doctor's notes.",
    "NASA's are better than IBM's are. Many a researcher's have gone.",
    "The class's are, the 1990's, a three day's wait.",
    "Those model's weights and these agent's rewards.",
    "Their's a way, and theyre own code and youre code are other slips.",
    "Nobody's are better. The world's have ended. God's are many.",
]


@pytest.mark.parametrize("source", LEFT_ALONE)
def test_what_is_right_or_unclear_is_left_alone(source):
    assert proofread_markdown(source) == markdown(source)


MENDED = [
    ("It doesn' matter.", "It doesn't matter."),
    ("It doesn’ matter, and it isn’ so.", "It doesn’t matter, and it isn’t so."),
    ("It doesn' matter what 'it' is.", "It doesn't matter what 'it' is."),
    ("It *doesn*' matter.", "It *doesn*'t matter."),
    ("It doesn t matter, it didn' t either.", "It doesn't matter, it didn't either."),
    ("It doesn matter.", "It doesn't matter."),
    ("It doesnt, isnt, wasnt, couldnt and dont.", "It doesn't, isn't, wasn't, couldn't and don't."),
    ("Dont do it. DONT DO IT.", "Don't do it. DON'T DO IT."),
    ("# Why You Shouldnt Care", "# Why You Shouldn't Care"),
    ("It does'nt, is'nt and ca'nt, they did'nt.", "It doesn't, isn't and can't, they didn't."),
    ("It dosen't, it does't, they would't.", "It doesn't, it doesn't, they wouldn't."),
    ("Youre right, theyre right, thats it, itll do.", "You're right, they're right, that's it, it'll do."),
    ("We cant see it. It wont work. It wont.", "We can't see it. It won't work. It won't."),
    ("Ive been there, im going, weve seen it.", "I've been there, I'm going, we've seen it."),
    ("We ve seen it, you ll see.", "We've seen it, you'll see."),
    ("Lets see. Whats the point? Heres how.", "Let's see. What's the point? Here's how."),
    ("The fault is your's, her's and their's.", "The fault is yours, hers and theirs."),
    ("The agent and its' reward.", "The agent and its reward."),
    ("Recently researcher's have found that.", "Recently researchers have found that."),
    ("Recently researcher’s have found that.", "Recently researchers have found that."),
    ("Researcher's have found it.", "Researchers have found it."),
    ("There are many researcher's. These model's are small.", "There are many researchers. These models are small."),
    ("API's are slow, and GPU's are fast.", "APIs are slow, and GPUs are fast."),
    ("First thing's first.", "First things first."),
    ("They say library's are dead.", "They say libraries are dead."),
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_what_is_clear_is_mended(before, after):
    assert proofread_markdown(before) == markdown(after)


SUGGESTED = [
    ("They did n't know.", "They didn't know."),
    ("Now lets see.", "Now let's see."),
    ("The researcher's have found it.", "The researchers have found it."),
    ("He wrote: “It doesnt matter.”", "He wrote: “It doesn't matter.”"),
]


@pytest.mark.parametrize(("before", "after"), SUGGESTED)
def test_what_is_likely_is_suggested(before, after):
    assert proofread_markdown(before) == markdown(before)
    assert proofread_markdown(before, Settings(apply="all")) == markdown(after)


@pytest.mark.parametrize("reader", ["markdown-smart", "commonmark", "html"])
def test_an_apostrophe_is_one_in_any_reader(reader):
    assert "It doesn't matter" in proofread_markdown("It doesn' matter", reader=reader).replace("’", "'").replace(
        "\\", ""
    )
