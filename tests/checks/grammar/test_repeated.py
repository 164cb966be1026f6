"""Words that stand twice: first those that may."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.settings import Settings

GRAMMAR = Settings(select=("grammar",))

LEFT_ALONE = [
    "He had had a point, and I know that that is so.",
    "What it is is this; the fact is is that it runs.",
    "The tests we have have failed.",
    "Those who can can help.",
    "The libraries we use use it.",
    "The tests you want to run run on it.",
    "All you can do do at once.",
    "It logs logs to a file.",
    "We need to log log messages.",
    "Sign in in a browser; log on on Monday.",
    "The place it is in in Oslo.",
    "What is it about about?",
    "The code that works works well.",
    "Open the file *file* and the key **key**.",
    "Set the `value` value, and the value `value`.",
    "A very very big big tree, hint hint.",
    "He is someone I work with with pleasure.",
    "The people we talked to to learn it, and the one you come from from time to time.",
    "The file looked at at the start.",
    "Which environment is it for for us?",
    "All that it consists of of course matters.",
    "Duran Duran and New New York.",
    "Install the plugin (plugin) and the plugin, plugin.",
    "When you delete it it goes.",
    "A can can be opened.",
    "For a policy policy gradients are used.",
    "Use use-package; a long long int.",
    "The meta-policy policy-based one.",
    "He gave her her book and told you you may.",
    "It says “the agent agent” there.",
    "Cha cha cha, no no no.",
    "The Agent Agent is a band.",
]

MENDED = [
    ("What comes of of waiting is left of it.", "What comes of waiting is left of it."),
    ("One of of them went to to town.", "One of them went to town."),
    ("Those of of us who came were designed to to fail.", "Those of us who came were designed to fail."),
    ("The method is used for for training.", "The method is used for training."),
    ("For all games games, including those.", "For all games, including those."),
    ("It is the main development branch branch.", "It is the main development branch."),
    ("There are many new new features.", "There are many new features."),
    ("We can can call it.", "We can call it."),
    ("This will will only help.", "This will only help."),
    ("You may install install the package.", "You may install the package."),
    ("Please update update your files.", "Please update your files."),
    ("You can look look at it.", "You can look at it."),
    ("It is a library that allows allows the display.", "It is a library that allows the display."),
    ("Hugo supports supports a variety of them.", "Hugo supports a variety of them."),
    ("Adapt it by adding adding a key.", "Adapt it by adding a key."),
    ("Since this is is slow, wait.", "Since this is slow, wait."),
    ("When you you have it, go.", "When you have it, go."),
    ("It lets you you see it.", "It lets you see it."),
    ("Fortunately, we have have already seen it.", "Fortunately, we have already seen it."),
    ("For information about about it, see this.", "For information about it, see this."),
    ("It is effective in in large spaces.", "It is effective in large spaces."),
    ("It makes use use of it.", "It makes use of it."),
    ("A few which which have been seen.", "A few which have been seen."),
    ("It fails when when it is off.", "It fails when it is off."),
    ("It is used by several other other tools.", "It is used by several other tools."),
    ("It lives in a a .py file.", "It lives in a .py file."),
    ("The policy policy.\nis here", "The policy.\nis here"),
    ("We train the\nagent agent here.", "We train the\nagent here."),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text, GRAMMAR) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_word_is_written_once(before, after):
    assert proofread_markdown(before, GRAMMAR) == markdown(after)
