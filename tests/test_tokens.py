"""Tokens, what stands between them, and where a sentence ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlfix.text import Block
from rlfix.tokens import Tokens


@given(st.text("aB1_' .,\n\ufffc\u0301", max_size=30))
def test_tokens_and_gaps_make_the_text(string):
    tokens = Tokens(string)
    assert tokens.raws == [string[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert tokens.words == [raw.lower() for raw in tokens.raws]
    assert len(tokens.gaps) == max(1, len(tokens)) + 1
    assert tokens.gaps[0] == tokens.gaps[-1] == ""
    for index in range(len(tokens) - 1):
        between = string[tokens.ends[index] : tokens.starts[index + 1]]
        assert tokens.gap(index) == tokens.gaps[index + 1] == between
    assert tokens.gap(len(tokens)) == ""


def sentences(string):
    block = Block(0, len(string), "para", (), "", False, None)
    return [string[start:end] for start, end in Tokens(string).sentences(block)]


@pytest.mark.parametrize(
    "string",
    [
        "See e.g. Fig. 3 of Smith et al. There.",
        "As Dr. Ng and J. Doe (i.e. Alice) say, cf. Sec. 4.",
        "We use it, resp. Python, approx. Three times.",
    ],
)
def test_no_sentence_ends_after_an_abbreviation(string):
    assert sentences(string) == [string]


@pytest.mark.parametrize(
    "string", ["It works. We go on.", "Is it? Yes.", "That is it… We go on.", "So it goes. Éa is."]
)
def test_a_sentence_ends_at_a_stop(string):
    assert len(sentences(string)) == 2
