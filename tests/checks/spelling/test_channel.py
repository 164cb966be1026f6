"""What a misspelling means and how sure that is; and what a document vouches for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import read
from rlfix.checks.spelling.channel import Place, guess, is_made
from rlfix.checks.spelling.unknown import unknown_words
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.checks.spelling.weights import CANDIDATE, MISSPELT
from rlfix.flatten import flatten

UNCLEAR = [
    Place("xqzt"),
    Place("snorbel", "the", "turns"),
    Place("vectorizable"),
    Place("rerank"),
    Place("zx"),
    Place("hyperfoo"),
]


@pytest.mark.parametrize("place", UNCLEAR, ids=lambda place: place.word)
def test_what_has_no_clear_meaning_is_not_sure(place):
    assert guess(place, {}).sure < 0.5


CLEAR = [
    (Place("recieve", "will", "the"), "receive"),
    (Place("algoritm", "the", "is"), "algorithm"),
    (Place("teh", "of", "house"), "the"),
    (Place("wich", "", "is"), "which"),
    (Place("govermnet", "the", "has"), "government"),
    (Place("aproximatly", "", ""), "approximately"),
]


@pytest.mark.parametrize(("place", "meant"), CLEAR, ids=lambda one: getattr(one, "word", one))
def test_what_is_clear_is_sure(place, meant):
    guessed = guess(place, {})
    assert guessed.words[0] == meant
    assert guessed.sure > 0.5


def test_neighbours_decide_between_candidates():
    assert guess(Place("tehir", "in", "house"), {}).words[0] == "their"
    assert guess(Place("fomr", "away", "the"), {}).words[0] == "from"
    assert guess(Place("fomr", "a", "of"), {}).words[0] == "form"


def test_the_words_of_the_document_are_likelier():
    place = Place("gripp", "the", "")
    alone, used = guess(place, {}), guess(place, {"gripe": 9})
    assert alone.words.index("gripe") > used.words.index("gripe")


def test_words_that_only_the_document_has_may_be_meant():
    assert "snorbel" in guess(Place("snorbell"), {"snorbel": 5}, {"snorbel"}).words
    assert "snorbel" not in guess(Place("snorbell"), {}).words


@settings(deadline=None)
@given(st.text("abcdeinrst", min_size=1, max_size=12), st.booleans())
def test_probabilities_are_probabilities(word, capital):
    guessed = guess(Place(word, "the", "of", capital=capital), {})
    assert 0 <= guessed.sure <= 1
    assert 0 <= guessed.ahead <= 1
    assert guessed == guess(Place(word, "the", "of", capital=capital), {})
    assert word not in guessed.words


MADE = ["multiagent", "unplayable", "debuggability", "preprocessor", "agentless"]
NOT_MADE = ["recieve", "agent", "deanding", "resing", "xqztness", "ness"]


def test_coinages_are_made_of_a_word_and_a_prefix_or_suffix():
    assert [word for word in MADE if not is_made(word)] == []
    assert [word for word in NOT_MADE if is_made(word)] == []


def test_the_weights_point_the_right_way():
    assert CANDIDATE["frequency"] > 0 > CANDIDATE["two"]
    assert CANDIDATE["listed first"] > 0 > CANDIDATE["first"]
    assert MISSPELT["likely"] > 0 > MISSPELT["repeated"]
    assert MISSPELT["listed"] > 0 > MISSPELT["made"]


def looked_at(source):
    text = flatten(read(source))
    return [found.written for found in unknown_words(text, Vocabulary(text))]


LOOKED_AT = [
    ("The agent moves.", []),
    ("Zorptool, foo_bar, a/snorbel and `snorbel`.", []),
    ("A snorbel here.", ["snorbel"]),
    ("The snorbel's tooth.", ["snorbel"]),
    ("Snorbel is first.", ["Snorbel"]),
    ("Snorbels glorp and frimp zad wug blick mip.", []),
]


@pytest.mark.parametrize(("source", "words"), LOOKED_AT)
def test_which_words_are_looked_at(source, words):
    assert [word for word in looked_at(source) if word != "Zorptool"] == words


VOUCHED = [
    ("Call `recieve` now.", "recieve", True),
    ("Call `recieve(x)` now.", "recieve", False),
    ("Call `snorbel(x)` now.", "snorbel", True),
    ("Call `SnorbelTool` now.", "snorbel", True),
    ("See [it](https://x.example/snorbel).", "snorbel", True),
    ("As @snorbel2020 says.", "snorbel", True),
    ("A snorbel and a snorbel.", "snorbel", False),
    ("A snorbel, a snorbel and a snorbel.", "snorbel", True),
    ("We recieve, recieve and recieve.", "recieve", False),
]


@pytest.mark.parametrize(("source", "word", "vouched"), VOUCHED)
def test_what_a_document_vouches_for(source, word, vouched):
    assert Vocabulary(flatten(read(source))).has(word) == vouched


def test_allowed_words_are_vouched_for():
    text = flatten(read("Text."))
    assert Vocabulary(text, ["Recieve"]).has("recieve")
    assert not Vocabulary(text).has("recieve")


def test_own_words_are_those_used_often_that_the_lexicon_lacks():
    text = flatten(
        read("A snorbel, a snorbel, the snorbel. An agent, an agent, an agent. A recieve, recieve, recieve.")
    )
    vocabulary = Vocabulary(text)
    assert [vocabulary.own(initial) for initial in "sar"] == [["snorbel"], [], []]
