"""Right words that are not the one meant: what is mended, and, first, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import load, words
from rlfix.checks.spelling import realword
from rlfix.checks.spelling.realword_rare import CERTAIN, SLIPS
from rlfix.checks.spelling.realword_rows import ROWS
from rlfix.checks.spelling.realword_table import _SETS, _SPOTS, _TESTS, _parsed
from rlfix.edit import Safety
from rlfix.flatten import flatten
from rlfix.settings import Settings

CODE = {"t": "Code", "c": [["", [], []], "x"]}
SPACE = {"t": "Space"}


def text_of(sentence: str):
    """Return a text of one paragraph; `x` stands for code."""
    inlines = [part for word in sentence.split(" ") for part in (SPACE, CODE if word == "`x`" else word)]
    return flatten(load(words(*inlines[1:])))


def edits(sentence: str, least: Safety = Safety.SAFE):
    text = text_of(sentence)
    found = (edit for rule in realword.RULES for edit in rule(text, Settings()))
    return text.string, sorted((edit for edit in found if edit.safety >= least), key=lambda edit: edit.start)


def mended(sentence: str) -> str:
    string, found = edits(sentence)
    for edit in reversed(found):
        assert string[edit.start : edit.end] == edit.old
        string = string[: edit.start] + edit.new + string[edit.end :]
    return string


LEFT_ALONE = [
    "Choose a or an before a noun, a or an between such and one thing.",
    "If it is better then use it, and when it is larger then you win.",
    "The lower level, then the upper one; more often, then a clause follows.",
    "These rows form the table, two lines form a block, and children form the group.",
    "The data form the input of a web form that people fill in.",
    "It is what it is; what it's worth is its value.",
    "It's time, and it's fun to see it's fine.",
    "Tell me where you were and where the files were stored.",
    "If it were the case, you would be where you are.",
    "A number or a string, a list or the file, one or more of them.",
    "Is it one of more than ten?",
    "The agent is in charge or it is not.",
    "I gave you code, and for you users come first.",
    "He is there on his own; their own is there.",
    "To effect the change they had no effect, and the side effect affects you.",
    "They have a lead to follow, which may lead to more.",
    "I think the think step is a think token, and we have a think about it.",
    "The principal and the principle; the principal of the school.",
    "A trial run is on trial; follow the trail to the trail head.",
    "In and out, on and off, for and against, by and large.",
    "What am I to do? It is 10 am today. Why am I here?",
    "Who am I or am I not?",
    "The casual user is causal to none.",
    "No harm, no bug: it does no harm and has no effect.",
    "How to do it, to whom to give it, and where to.",
    "Do not go too far, and do not use too many.",
    "Give it to me and my friends, who can.",
    "We made it by hand and by then it can by default be run.",
    "It has many also-rans, and so many more.",
    "As a result which as a whole is fine.",
    "Such has been life.",
    "It is not an A, it is an F, and it is an hour.",
    "A fort he built, another int he used.",
    "The or operator, the is operator and the of form.",
    "Iron ore is mined, and the trough of the wave follows.",
    "A witch and a demon are quiet.",
    "Run ar to make it, then run se and lo on it.",
    "WHERE IT IS, THEN IT IS BETTER THEN THE REST",
    "Better Then The Rest",
    "Set x.than or than/then, and form_the the.",
    "Let's see what lets you do it.",
    "It fires an event if the user asks; GitHub has you covered.",
    "Some think that it helps; we only think about it, and first think of it.",
    "These functions all accept the list, and the only effect this has is small.",
    "A casual relationship, in casual language, in good weather to fly.",
    "The text is now longer, and is now longer than before.",
    "Which cloud service is it, and is there maybe a way?",
    "There is no a priori reason; the worse of the two is their and our fault.",
    "If it is greater then `x` is called. The following constrains how many there are.",
    "Many of you program a lot, and copy your template to a place.",
    "It gives the user an update, and gives you an answer.",
]


@pytest.mark.parametrize("sentence", LEFT_ALONE)
def test_what_english_allows_is_left_alone(sentence):
    assert mended(sentence) == text_of(sentence).string


MENDED = [
    ("It is larger then `x` and faster then before.", "It is larger than \ufffc and faster than before."),
    ("There are more files then necessary when it runs.", "There are more files than necessary when it runs."),
    ("We read it, and than we write it.", "We read it, and then we write it."),
    ("When it ends, than the next one starts.", "When it ends, then the next one starts."),
    ("We take more that 5 of them.", "We take more than 5 of them."),
    ("It comes form the list, not form `x` itself.", "It comes from the list, not from \ufffc itself."),
    ("Form now on it has the from of a list.", "From now on it has the form of a list."),
    ("One an the other differ.", "One and the other differ."),
    ("It is the angle an distance of both.", "It is the angle and distance of both."),
    ("It lies in and archive.", "It lies in an archive."),
    ("It consists or the parts.", "It consists of the parts."),
    ("Whether of not it runs, turn it on of off.", "Whether or not it runs, turn it on or off."),
    ("How to we know, and how to to that?", "How do we know, and how to do that?"),
    ("There are far to many.", "There are far too many."),
    ("It should no be, and so no.", "It should not be, and so on."),
    ("It is used be the agent.", "It is used by the agent."),
    ("On of the reasons is this.", "One of the reasons is this."),
    ("Its a list, its not done and its own place.", "It's a list, it's not done and its own place."),
    ("Your not done if your want to see.", "You're not done if you want to see."),
    ("Put it in you config on you own.", "Put it in you config on your own."),
    ("They're own goals are there's.", "Their own goals are there's."),
    ("The are made of it.", "They are made of it."),
    ("It the meantime, on it own, we wait.", "In the meantime, on its own, we wait."),
    ("It you like, take it.", "If you like, take it."),
    ("There it no way to is order to.", "There is no way to in order to."),
    ("This is an affect of it.", "This is an effect of it."),
    ("We need to chose between them.", "We need to choose between them."),
    ("The lose function of a neutral network.", "The loss function of a neural network."),
    ("The police gradient and the language modal.", "The policy gradient and the language model."),
    ("By gradient decent we got a descent result.", "By gradient descent we got a decent result."),
    ("Lets see, it dose not work.", "Let's see, it does not work."),
    ("You man use it, and it might me enough.", "You may use it, and it might be enough."),
    ("It is worth nothing that it works will with it.", "It is worth noting that it works well with it."),
    ("Such has this, as will as that.", "Such as this, as well as that."),
    ("These constrains are hard.", "These constraints are hard."),
    ("It is in the list, att he end, int he file.", "It is in the list, at the end, in the file."),
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_slips_are_mended(before, after):
    assert mended(before) == after


@pytest.mark.parametrize("sentence", [after for _, after in MENDED])
def test_what_was_mended_stays(sentence):
    assert mended(sentence) == sentence


def test_what_is_unsure_is_suggested():
    _, found = edits("Insure that it is discreet.", Safety.SUGGEST)
    assert [(edit.old, edit.new, edit.safety) for edit in found] == [
        ("Insure", "Ensure", Safety.SUGGEST),
        ("discreet", "discrete", Safety.SUGGEST),
    ]


def test_a_word_that_stands_there_twice_is_changed_with_the_one_before():
    """Else the rule of doubled words would take out one of them."""
    _, [edit] = edits("To to this you need more.")
    assert (edit.start, edit.old, edit.new) == (0, "To to", "To do")


def test_a_word_that_the_document_uses_is_no_slip():
    once = "The example bellow shows it."
    assert mended(once) == "The example below shows it."
    often = " ".join([once] * 3)
    assert mended(often) == often


def test_every_class_of_the_table_is_known():
    names = {*_SETS, *_TESTS, *_SPOTS}
    sides = [side for rows in ROWS.values() for row in rows for side in row[:2]]
    for side in sides:
        for alternatives in _parsed(side):
            assert {word for one in alternatives for word in one if word.isupper()} <= names, side
            assert all(1 <= len(one) <= 2 and all(one) for one in alternatives), side


def test_no_slip_is_for_itself():
    assert all(word != meant.rstrip("?") for word, rows in ROWS.items() for _, _, meant in rows)
    assert all(word != meant for word, meant in SLIPS.items())
    assert SLIPS.keys() >= CERTAIN
    assert not SLIPS.keys() & ROWS.keys()


_WORDS = sorted(
    {*SLIPS, *ROWS, *realword.SMALL_WORDS, *realword.PRONOUN_WORDS, "file", "use", "x", "The", "5", "more", "."}
)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
def test_any_words_in_any_order_are_looked_at(sample):
    string, found = edits(" ".join(sample), Safety.SUGGEST)
    assert all(string[edit.start : edit.end] == edit.old != edit.new for edit in found)
