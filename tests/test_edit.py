"""Edits: which are left, and how the made ones come out in the tree."""

from __future__ import annotations

import pytest

from pipeline import read, write
from rlfix.edit import Edit, Piece, Safety, apply, choose, pieces
from rlfix.flatten import flatten


def edit(text, old, new, *, safety=Safety.SAFE, rule="test.rule"):
    start = text.string.index(old)
    return Edit(start, start + len(old), old, new, rule, "because", safety)


def changed(source, old, new, **reading):
    text = flatten(doc := read(source, **reading))
    apply(text, [edit(text, old, new)])
    return write(doc).strip()


LEFT = [
    ("inside quotation marks", "He said “recieve it” once", "recieve"),
    ("inside straight quotation marks of gfm", 'He said "recieve it" once', "recieve"),
    ("inside a block quotation", "> recieve it", "recieve"),
    ("the whole text of a link", "to [recieve](u) it", "recieve "),
]


@pytest.mark.parametrize(("source", "old"), [case[1:] for case in LEFT], ids=[case[0] for case in LEFT])
@pytest.mark.parametrize("reader", ["markdown", "gfm"])
def test_what_is_left_is_reported(source, old, reader):
    text = flatten(read(source, reader))
    choice = choose(text, [edit(text, old, "")])
    assert choice.made == []
    assert len(choice.left) == 1


OFF = [
    ("ignored span", "to [recieve]{.rlfix-ignore} it"),
    ("ignored block", "::: rlfix-ignore\nrecieve\n:::"),
    ("attribute", '[recieve]{rlfix="off"} it'),
    ("another language", "[recieve]{lang=fr} it"),
    ("marked as meant", "recieve [sic] it"),
    ("turned off", "<!-- rlfix-disable -->\n\nrecieve\n\n<!-- rlfix-enable -->"),
    ("turned off for the rule", "<!-- rlfix-disable test.rule -->\n\nrecieve"),
    ("turned off for the group", "<!-- rlfix-disable test -->\n\nrecieve"),
]


@pytest.mark.parametrize("source", [case[1] for case in OFF], ids=[case[0] for case in OFF])
def test_what_is_turned_off_is_not_even_reported(source):
    text = flatten(read(source))
    assert choose(text, [edit(text, "recieve", "receive")]) == ([], [])


def test_the_earliest_wins_and_then_the_first_check():
    text = flatten(read("one two three four"))
    first, second = edit(text, "two three", "2 3"), edit(text, "two", "2")
    late = edit(text, "three four", "3 4")
    assert choose(text, [late, second, first]) == ([second, late], [first])
    assert choose(text, [late, first, second]) == ([first], [second, late])


def test_suggestions_are_left_unless_asked_for():
    text = flatten(read("one two"))
    unsure = edit(text, "one", "1", safety=Safety.SUGGEST)
    assert choose(text, [unsure]) == ([], [unsure])
    assert choose(text, [unsure], Safety.SUGGEST) == ([unsure], [])
    assert choose(text, [edit(text, "one", "1")], None).made == []


def test_what_is_made_anyhow_is_not_left():
    text = flatten(read("one two"))
    sure, unsure = edit(text, "one", "1"), edit(text, "one", "1", safety=Safety.SUGGEST)
    other = edit(text, "one", "I", safety=Safety.SUGGEST)
    assert choose(text, [unsure, other, sure, edit(text, "one", "1")]) == ([sure], [other])


APPLIED = [
    ("swapped letters across emphasis", "to *rec*ieve it", "recieve", "receive", "to *rec*eive it"),
    ("letters that stay keep their looks", "*val*ue function here", "value function", "value", "*val*ue here"),
    ("new word where most of the old was", "*value func*tion here", "value function", "reward", "*reward* here"),
    ("new word across a line", "value\nfunction models", "value function models", "reward models", "reward models"),
    ("new word beside a link", "a [value function](u) model", "value function", "reward", "a [reward](u) model"),
    ("nothing left of emphasis", "one *two* three", "two ", "", "one three"),
    ("nothing left of nested emphasis", "one ***two*** three", "two ", "", "one three"),
    ("blank stays outside of emphasis", "one *two three* four", "two ", "", "one *three* four"),
    ("split word", "alot of it", "alot", "a lot", "a lot of it"),
    ("joined words", "at *le* ast once", "le ast", "least", "at *le*ast once"),
    ("word put before emphasis", "to *point* it", "point", "the point", "to the *point* it"),
    ("word put behind emphasis", "a *lot* LLM", "lot LLM", "lot of LLM", "a *lot* of LLM"),
    ("curly apostrophe", "doesn' matter", "doesn'", "doesn't", "doesn't matter"),
    ("letters in a heading", "# Credit Assigment", "Assigment", "Assignment", "# Credit Assignment"),
]


@pytest.mark.parametrize(
    ("source", "old", "new", "expected"), [case[1:] for case in APPLIED], ids=[case[0] for case in APPLIED]
)
def test_an_edit_keeps_the_looks_of_what_it_keeps(source, old, new, expected):
    result = changed(source, old, new)
    assert result.split(" {#")[0] == expected


@pytest.mark.parametrize(
    ("reader", "source", "expected"),
    [("markdown", "dont", "don’t"), ("gfm", "dont", "don't"), ("gfm", "it’s dont", "it’s don’t")],
)
def test_a_new_apostrophe_looks_like_the_others(reader, source, expected):
    extensions = ("smart",) if reader == "markdown" else ()
    doc = read(source, reader, extensions)
    text = flatten(doc)
    apply(text, [edit(text, "dont", "don't")])
    assert [node.text for node in doc.content[0].content if hasattr(node, "text")] == expected.split()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("recieve", "receive", [Piece(3, 5, "ei")]),
        ("the the", "the", [Piece(3, 7, "")]),
        ("value function models", "reward models", [Piece(0, 14, "reward")]),
        ("a x b y c", "a z b w c", [Piece(2, 3, "z"), Piece(6, 7, "w")]),
        ("same", "same", []),
    ],
)
def test_only_what_differs_is_written(old, new, expected):
    assert pieces(Edit(0, len(old), old, new, "test.rule", "because")) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        [Edit(0, 3, "two", "2", "t", "")],
        [Edit(0, 3, "one", "1", "t", ""), Edit(2, 5, "e t", "x", "t", "")],
        [Edit(0, 5, "one t", "1", "t", ""), Edit(0, 3, "one", "1", "t", "")],
    ],
    ids=["other text", "overlap", "nested"],
)
def test_a_misfit_changes_nothing(wrong):
    doc = read("one two")
    text = flatten(doc)
    with pytest.raises(ValueError, match="does not fit"):
        apply(text, wrong)
    assert flatten(doc).string == text.string
