"""The regular rules of inflection, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlfix.inflection import bases, regular

TAGS = ("NNS", "VBZ", "VBD", "VBN", "VBG", "JJR", "JJS", "RBR", "RBS")

UNCHANGED = [("run", "NN"), ("run", "VB"), ("red", "JJ"), ("fast", "RB")]


@pytest.mark.parametrize(("lemma", "tag"), UNCHANGED)
def test_a_base_form_is_the_lemma(lemma, tag):
    assert regular(lemma, tag) == lemma
    assert bases(lemma, tag) == []


REGULAR = [
    ("agent", "NNS", "agents"),
    ("class", "NNS", "classes"),
    ("box", "NNS", "boxes"),
    ("batch", "NNS", "batches"),
    ("brush", "NNS", "brushes"),
    ("policy", "NNS", "policies"),
    ("day", "NNS", "days"),
    ("fix", "VBZ", "fixes"),
    ("apply", "VBZ", "applies"),
    ("stop", "VBD", "stopped"),
    ("stop", "VBG", "stopping"),
    ("quit", "VBG", "quitting"),
    ("visit", "VBD", "visited"),
    ("train", "VBG", "training"),
    ("explore", "VBD", "explored"),
    ("explore", "VBG", "exploring"),
    ("agree", "VBG", "agreeing"),
    ("agree", "VBN", "agreed"),
    ("dye", "VBG", "dyeing"),
    ("lie", "VBG", "lying"),
    ("apply", "VBD", "applied"),
    ("play", "VBD", "played"),
    ("fix", "VBG", "fixing"),
    ("show", "VBG", "showing"),
    ("large", "JJR", "larger"),
    ("big", "JJS", "biggest"),
    ("happy", "JJR", "happier"),
    ("fast", "RBR", "faster"),
    ("soon", "RBS", "soonest"),
]


@pytest.mark.parametrize(("lemma", "tag", "form"), REGULAR)
def test_regular_forms(lemma, tag, form):
    assert regular(lemma, tag) == form
    assert lemma in bases(form, tag)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=14), st.sampled_from(TAGS))
def test_every_regular_form_leads_back_to_its_lemma(lemma, tag):
    assert lemma in bases(regular(lemma, tag), tag)


@given(st.text(max_size=10), st.sampled_from(TAGS))
def test_bases_are_right_for_anything(form, tag):
    assert all(regular(base, tag) == form for base in bases(form, tag))


@pytest.mark.parametrize(("form", "tag"), [("went", "VBD"), ("is", "VBZ"), ("xs", "NNS"), ("", "VBG"), ("ing", "VBG")])
def test_what_no_rule_makes_has_no_base(form, tag):
    assert bases(form, tag) == []


def test_a_form_may_have_more_than_one_base():
    assert bases("planing", "VBG") == ["plane"]
    assert set(bases("tied", "VBD")) >= {"tie", "ty"}
    assert set(bases("caches", "NNS")) == {"cache", "cach"}
