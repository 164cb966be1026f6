"""Blanks and marks: symbols, paths, code, and a document's own style stay."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown

LEFT_ALONE = [
    "The marks , and . and then ; are three.",
    "Run pip install -e . and wait; see .profile and word .NET.",
    "`x` , `y` and $z$ .",
    "One , two , three , four .",
    "Use read,write or key,value; in,out; and,or; x,y.",
    "See torch.Tensor, asp.Net and file.this; e.g.This.",
    "Wait... no. Well.. maybe, 1..n and a .. b.",
    "See f(a,,b) and ../x.",
    "It is a fully-connected layer and family-owned.",
    "Code follows after this very long line of words. It is",
    "A long first sentence stands in here, all alone with the run of `code`^[So.]",
]

MENDED = [
    ("It works , but it is slow .", "It works, but it is slow."),
    ("Is it so ? Yes.", "Is it so? Yes."),
    ("Take one step,then look.", "Take one step, then look."),
    ("Take one step.Then look.", "Take one step. Then look."),
    ("Take one *step*,then look.", "Take one *step*, then look."),
    ("One,, two,. And.", "One, two. And."),
    ("Cats, dogs etc.. And so on.", "Cats, dogs etc. And so on."),
    ("The model is specially-trained.", "The model is specially trained."),
    (
        "The first sentence is quite long here. It goes on learning in deployment[^1]\n\n[^1]: So.",
        "The first sentence is quite long here. It goes on learning in deployment.[^1]\n\n[^1]: So.",
    ),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_mark_is_mended(before, after):
    assert proofread_markdown(before) == markdown(after)
