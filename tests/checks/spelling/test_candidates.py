"""Near words: that none is missed, that none is too far, and which slips lie between.

The index of words two slips away promises this much, and no more: every word of four letters and more that
is frequent (`lexicon.FREQUENT`) and no mere name, from a misspelling of five letters and more.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rlfix import lexicon
from rlfix.checks.spelling.candidates import is_within, one_slip, two_slips, two_words
from rlfix.checks.spelling.slips import slips

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FREQUENT = sorted(
    word
    for letter in LETTERS
    for word in lexicon.starting(letter)
    if word.isascii()
    and word.isalpha()
    and len(word) > 3
    and lexicon.frequency(word) >= lexicon.FREQUENT
    and lexicon.find(word).kinds & lexicon.LOWER
)


def distance(one, other):
    """Return the distance by the textbook: optimal string alignment, every cell of the table."""

    @cache
    def cell(i, j):
        if not i or not j:
            return i + j
        best = min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (one[i - 1] != other[j - 1]))
        if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
            best = min(best, cell(i - 2, j - 2) + 1)
        return best

    return cell(len(one), len(other))


FAR = [("", "abc"), ("abcd", "dcba"), ("ca", "abc"), ("receive", "deceit"), ("kitten", "sitting")]


@pytest.mark.parametrize(("one", "other"), FAR)
def test_what_is_more_than_two_slips_apart(one, other):
    assert not is_within(one, other, 2)
    assert not is_within(other, one, 2)


NEAR = [
    ("", "", 0),
    ("abc", "abc", 0),
    ("", "a", 1),
    ("recieve", "receive", 1),
    ("recive", "receive", 1),
    ("reeceive", "receive", 1),
    ("teh", "the", 1),
    ("recevie", "receive", 1),
    ("hte", "teh", 2),
    ("acomodate", "accommodate", 2),
    ("ab", "ba", 1),
]


@pytest.mark.parametrize(("one", "other", "apart"), NEAR)
def test_how_many_slips_two_strings_are_apart(one, other, apart):
    assert distance(one, other) == apart
    for most in range(3):
        assert is_within(one, other, most) == is_within(other, one, most) == (most >= apart)


short = st.text("abc", max_size=7)


@settings(max_examples=600)
@given(short, short, st.integers(0, 2))
def test_is_within_agrees_with_the_textbook(one, other, most):
    assert is_within(one, other, most) == (distance(one, other) <= most)


@given(st.sampled_from(FREQUENT), st.sampled_from(FREQUENT), st.integers(0, 2))
def test_is_within_agrees_with_the_textbook_on_words(one, other, most):
    assert is_within(one, other, most) == (distance(one, other) <= most)


@st.composite
def slipped(draw, word):
    """Draw `word` with one slip."""
    place, letter = draw(st.integers(0, len(word) - 1)), draw(st.sampled_from(LETTERS))
    head, tail = word[:place], word[place:]
    return draw(
        st.sampled_from(
            [head + tail[1:], head + letter + tail, head + letter + tail[1:], head + tail[:2][::-1] + tail[2:]]
        )
    )


once = st.sampled_from(FREQUENT).flatmap(lambda word: st.tuples(st.just(word), slipped(word)))
twice = once.flatmap(lambda pair: st.tuples(st.just(pair[0]), slipped(pair[1])))


@settings(max_examples=400, deadline=None)
@given(once)
def test_a_word_is_found_from_any_slip(pair):
    word, wrong = pair
    assume(wrong != word)
    assert word in one_slip(wrong)


@settings(max_examples=400, deadline=None)
@given(twice)
def test_a_frequent_word_is_found_from_any_two_slips(pair):
    word, wrong = pair
    assume(len(wrong) > 4 and wrong != word and distance(wrong, word) <= 2)
    assert word in one_slip(wrong) | two_slips(wrong)


def every(words, wrong, most):
    return {word for word in words if abs(len(word) - len(wrong)) <= most and 0 < distance(wrong, word) <= most}


@pytest.mark.parametrize("wrong", ["recieve", "xhoice", "grdaient", "enviromet", "polcies", "mudule"])
def test_the_candidates_are_just_the_words_that_near(wrong):
    words = [word for word in FREQUENT if word[0] == wrong[0]]
    assert every(words, wrong, 1) <= one_slip(wrong)
    assert every(words, wrong, 2) <= one_slip(wrong) | two_slips(wrong)
    assert all(distance(wrong, word) == 1 for word in one_slip(wrong))
    assert all(0 < distance(wrong, word) <= 2 for word in two_slips(wrong))


def test_a_word_is_no_candidate_for_itself():
    assert "house" not in one_slip("house")
    assert "house" not in two_slips("house")
    assert "mouse" in one_slip("house")


@pytest.mark.parametrize("wrong", ["", "x", "teh", "wich"])
def test_short_strings_have_no_candidates_two_slips_away(wrong):
    assert two_slips(wrong) == set()


def test_a_mere_name_that_starts_like_no_word_is_no_candidate_two_slips_away():
    assert not lexicon.find("williamsburg").kinds & lexicon.LOWER
    assert "williamsburg" not in two_slips("willikamsbur")


ANY_WORD = st.text(LETTERS, min_size=1, max_size=9) | once.map(lambda pair: pair[1])


@settings(max_examples=300, deadline=None)
@given(ANY_WORD)
def test_one_slip_is_what_trying_all_letters_finds(wrong):
    splits = [(wrong[:place], wrong[place:]) for place in range(len(wrong) + 1)]
    tries = {head + letter + tail for head, tail in splits for letter in LETTERS}
    tries |= {head + letter + tail[1:] for head, tail in splits for letter in ("", *LETTERS)}
    tries |= {head + tail[:2][::-1] + tail[2:] for head, tail in splits}
    assert one_slip(wrong) == {one for one in tries - {wrong} if lexicon.is_word(one)}


def test_two_words_run_together():
    assert ("of", "the") in set(two_words("ofthe"))
    assert list(two_words("xqzt")) == []
    assert ("a", "lot") in set(two_words("alot"))
    assert ("a", "lot") not in set(two_words("alot", 2))


SLIPS = [
    ("house", "house", []),
    ("teh", "the", ["swapped"]),
    ("recieve", "receive", ["swapped"]),
    ("lettter", "letter", ["doubled"]),
    ("untill", "until", ["doubled"]),
    ("leter", "letter", ["single"]),
    ("occured", "occurred", ["single"]),
    ("recive", "receive", ["missing-vowel"]),
    ("goverment", "government", ["missing-consonant"]),
    ("athelete", "athlete", ["extra-vowel"]),
    ("inpside", "inside", ["extra-consonant"]),
    ("houswe", "house", ["extra-key"]),
    ("seperate", "separate", ["vowel"]),
    ("analisis", "analysis", ["vowel"]),
    ("absense", "absence", ["sound"]),
    ("jouse", "house", ["key"]),
    ("houqe", "house", ["other"]),
    ("acomodate", "accommodate", ["single", "single"]),
    ("", "a", ["missing-vowel"]),
    ("b", "", ["extra-consonant"]),
]


@pytest.mark.parametrize(("wrong", "right", "kinds"), SLIPS)
def test_kinds_of_slips(wrong, right, kinds):
    assert list(slips(wrong, right)) == kinds


@given(short, short)
def test_there_are_as_many_slips_as_the_strings_are_apart(wrong, right):
    assert len(slips(wrong, right)) == distance(wrong, right)
