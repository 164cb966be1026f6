"""The automaton of some phrases reads what the phrases, multiplied out, read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlfix.rules.inflect import Regular
from rlfix.rules.nodes import Nodes
from rlfix.rules.phrase import parse, sequences
from rlfix.rules.prove import text_of
from rlfix.rules.reading import Reading
from rlfix.rules.table import Table
from rlfix.rules.view import View

WORDS = ("aa", "bb", "cc", "dd")


def automata(*phrases: str, backward: bool = False) -> tuple[Nodes, int]:
    """Return the nodes that read `phrases`, and where reading starts."""
    table = Table(Regular())
    start = table.automata.start([parse(phrase) for phrase in phrases], backward=backward)
    return Nodes(table.packed()), start


def phrases() -> st.SearchStrategy[str]:
    word = st.sampled_from([f"={word}" for word in WORDS] + ["*"])
    return st.recursive(
        word,
        lambda inner: st.one_of(
            st.tuples(inner, inner).map(" ".join),
            st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
            inner.map(lambda one: f"({one})?"),
        ),
        max_leaves=5,
    )


def multiplied(phrase: str, words: list[str], *, whole: bool = False) -> bool:
    """Tell whether one of the sequences of `phrase` starts `words`, or is all of it."""
    return any(
        0 < len(one.elements) <= len(words) and (not whole or len(one.elements) == len(words))
        and all(not each.words or words[at] in each.words for at, each in enumerate(one.elements))
        for one in sequences(phrase)
    )  # fmt: skip


SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7)


@given(st.lists(phrases().filter(lambda phrase: "=" in phrase), min_size=1, max_size=3), SENTENCES)
def test_forward(several, words):
    nodes, start = automata(*several)
    reading = Reading(nodes, View(text_of(f"match {' '.join(words)}")))
    assert reading.starts_after(start, 1, 1 + len(words)) == any(multiplied(one, words) for one in several)


@given(st.lists(phrases().filter(lambda phrase: "=" in phrase), min_size=1, max_size=3), SENTENCES)
def test_backward(several, words):
    nodes, start = automata(*several, backward=True)
    reading = Reading(nodes, View(text_of(f"{' '.join(words)} match")))
    expected = any(multiplied(one, words[first:], whole=True) for one in several for first in range(len(words)))
    assert reading.ends_before(start, 0, len(words)) == expected


@given(phrases().filter(lambda phrase: "=" in phrase), SENTENCES)
def test_anywhere(phrase, words):
    nodes, start = automata(phrase)
    reading = Reading(nodes, View(text_of(" ".join(words))))
    assert reading.stands_in(start, 0, len(words)) == any(multiplied(phrase, words[at:]) for at in range(len(words)))


@pytest.mark.parametrize(
    ("phrase", "sentence", "there"),
    [
        ("aa , bb", "aa, bb", True),
        ("aa , bb", "aa bb", False),
        ("aa bb", "aa, bb", False),
        ("aa-bb", "aa bb", True),
        ("aa of #", "aa of 1.5", True),
        ("# bb", "0.5 bb", True),
        ("# bb", "1, 5 bb", True),
        ("# aa", "0. 5 bb", False),
        ("aa ( bb", "aa (bb", True),
        ("aa ( bb", "aa bb", False),
        ("(aa|, bb) cc", "x, bb cc", True),
        ("(aa|, bb) cc", "x bb cc", False),
        ("aa ** bb", "aa one two three four bb", True),
        ("aa ** bb", "aa one two three four five bb", False),
    ],
)
def test_punctuation_and_marks(phrase, sentence, there):
    nodes, start = automata(phrase)
    view = View(text_of(sentence))
    assert Reading(nodes, view).stands_in(start, 0, len(view.words)) == there


def test_states_are_shared():
    table = Table(Regular())
    one = [parse(f"{first} and the same long end") for first in ("aa", "bb", "(cc|dd)")]
    table.automata.start(one)
    alone = len(list(table.automata.states()))
    table.automata.start([parse("ee and the same long end")])
    assert len(list(table.automata.states())) == alone + 1


def test_of_every_word_the_sets_that_have_it():
    table = Table(Regular())
    numbers = [table.words(["aa", "bb"]), table.sought(["bb"]), table.wanted(["bb", "cc"])]
    nodes = Nodes(table.packed())
    assert nodes.ids("aa") == {numbers[0]}
    assert nodes.ids("bb") == set(numbers)
    assert nodes.ids("zz") == frozenset()
    assert set(nodes.sought("bb")) == {numbers[1]}
    assert set(nodes.wanted("bb")) == set(numbers[1:])
