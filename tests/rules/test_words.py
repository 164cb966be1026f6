"""Forms of words, and the words that a regex needs."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlfix.rules.inflect import VERB_TAGS, Regular
from rlfix.rules.literals import edge, needle, required
from rlfix.rules.phrase import PhraseError, parse, sequences
from rlfix.rules.store import inflector

FORMS = Regular()


VERBS = """
give gives giving gave given
clip clips clipping clipped clipped
maximise maximises maximising maximised maximised
apply applies applying applied applied
train trains training trained trained
pass passes passing passed passed
put puts putting put put
agree agrees agreeing agreed agreed
"""


@pytest.mark.parametrize("row", VERBS.strip().splitlines())
def test_verbs(row):
    forms = row.split()
    for form in forms:
        assert [FORMS.inflect(form, tag) for tag in VERB_TAGS] == forms
        assert set(forms) <= FORMS.forms(form)


NOUNS = "policy policies|loss losses|reward rewards|analysis analyses|LLM LLMs|Matrix Matrices|bias biases|box boxes"


@pytest.mark.parametrize("row", NOUNS.split("|"))
def test_nouns(row):
    one, many = row.split()
    assert FORMS.inflect(one, "NNS") == many
    assert FORMS.inflect(many, "NN") == one


@given(st.text(max_size=12))
def test_any_word_has_forms(word):
    assert word.lower() in FORMS.forms(word)


NEEDS = [
    (r"\bvalue[- ]functions?\b", {"value"}, "function"),
    (r"environment (?:sends|emits) it", {"environment"}, "environment "),
    (r"\b(mujoco|Mu JoCo)\b", {"mujoco", "joco"}, ""),
    (r"colou?r of it\b", {"of"}, "r of it"),
    (r"values?\b", set(), "value"),
    (r"value|reward", set(), ""),
    (r"(value)? x", set(), " x"),
    (r"V\(s\)", set(), "v(s)"),
    (r"\s*V\(", set(), "v("),
    (r"a{2,3}bc", set(), "bc"),
    (r"x*yz", set(), "yz"),
    (r"[value] x", set(), " x"),
    (r"(?x) value function", set(), "valuefunction"),
    (r"(?!value )x", set(), "x"),
    (r"value-function(?=s)", {"value"}, "value-function"),
    (r"x+y", set(), "x"),
    (r"foo .*? bar", {"foo"}, "foo "),
    (r"colou??r wheel", {"wheel"}, "r wheel"),
    (r"caf\x65 bar", {"bar"}, "cafe bar"),
    (r"caf\u00e9 bar", {"bar"}, " bar"),
]


@pytest.mark.parametrize(("regex", "words", "characters"), NEEDS)
def test_what_a_regex_needs(regex, words, characters):
    assert required(regex) == words
    assert needle(regex) == characters


@given(st.text(alphabet="ab c|()?*#@{},;-`='", max_size=20))
def test_any_phrase_is_read_or_refused(phrase):
    with contextlib.suppress(PhraseError):
        parse(phrase, {"a": ["b c"]})
        sequences(phrase, {"a": ["b c"]})


@pytest.mark.parametrize(
    ("regex", "place", "characters"),
    [
        (r"\s+(?:on|J)\b", 0, "Jo"),
        (r"-?\d+ (?:for|if)", 0, "0123456789"),
        (r"\b[\d.]+\s?[BM]\s*", -1, "BM"),
        (r"(?:^|\. )", -1, ""),
        (r"\w+ of", 0, ""),
        (r"[^a]b", 0, ""),
        (r"(?i:q)", 0, ""),
        (r"\s*x?", 0, ""),
    ],
)
def test_the_characters_at_the_edge_of_a_regex(regex, place, characters):
    assert edge(regex, place) == characters


@pytest.mark.parametrize("word", ["the", "a", "that", "which", "him", "because", "with"])
def test_words_of_grammar_have_no_other_forms(word):
    assert inflector().forms(word) == {word}


def test_but_the_verb_to_be_has():
    assert inflector().forms("be") == {"am", "are", "be", "been", "being", "is", "was", "were"}


@pytest.mark.parametrize("word", ["being", "is", "had", "doing"])
def test_forms_of_auxiliaries_stand_for_themselves(word):
    assert inflector().forms(word) == {word}
