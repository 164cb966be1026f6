"""Footnotes in the text of readers that have none."""

import json

import pytest

from notes.runs import convert, repaired, right

WITHOUT = ["commonmark", "gfm-footnotes", "commonmark+pipe_tables"]
BOTH = """\
Bee[^b] and *Ant[^a]*, Cat[^c]. Bee[^b]

[^a]: body of Ant with *stress*
and a second line
[^b]: body of Bee

> Dog[^d]
>
> [^d]: body of Dog

[^c]:
body of Cat
"""


@pytest.mark.parametrize("reader", WITHOUT)
@pytest.mark.parametrize(
    "text",
    [
        "Only a reference[^a].",
        "`[^a]` and code\n\n    [^a]: code too\n",
        "[^a-z]: what is this, a class?",
        "Mid-line [^a]: no definition here",
    ],
)
def test_what_is_no_pair_stays(reader, text):
    assert not convert(text, reader).changed


@pytest.mark.parametrize("reader", ["markdown", "gfm", "html", "org", "docx"])
def test_readers_with_footnotes_or_without_markdown_are_not_concerned(reader):
    text = "<p>A[^a]</p><p>[^a]: the body</p>" if reader == "html" else "A\\[^a\\]\n\n\\[^a\\]: the body"
    if reader != "docx":
        assert not convert(text, reader).changed


@pytest.mark.parametrize("reader", WITHOUT)
@pytest.mark.parametrize("writer", ["markdown", "gfm", "html", "org", "rst", "latex", "typst"])
def test_pairs_become_notes_in_the_order_of_reference(reader, writer):
    result = convert(BOTH, reader, writer)
    right(result.text, writer, 4)
    assert result.rules() == ["recovered", "repeated"]
    assert "[^" not in result.text if writer in {"html", "org", "rst", "latex", "typst"} else True


def test_formatting_and_line_breaks_stay_in_the_body():
    text = convert(BOTH, "commonmark").text
    assert "[^2]: body of Ant with *stress* and a second line" in text


def test_a_note_inside_a_body_is_one_too():
    result = convert("A[^a] D[^d]\n\n[^a]: see[^b] and[^a]\n\n[^b]: the inner\n\n[^d]: the last", "commonmark")
    assert "A[^1][^2] D[^3]" in result.text
    assert "[^2]: the inner" in result.text


@pytest.mark.parametrize(
    ("text", "kept", "word"),
    [
        ("A[^a]\n\n[^a]: the body\n\n[^u]: an orphan", r"\[\^u\]: an orphan", "nothing refers"),
        ("A[^a]\n\n[^a]: the body\n[^a]: another body", r"\[\^a\]: another body", "second definition"),
        ("A[^a] B[^b]\n\n[^b]: one body\n\n[^a]: the body\n\n    goes on", r"\[\^a\]: the body", "code block"),
    ],
)
def test_what_cannot_be_used_stays_as_text(text, kept, word):
    result = convert(text, "commonmark")
    assert kept in result.text
    said = [notice for notice in result.notices if word in notice.message]
    assert [(notice.rule, notice.fixed) for notice in said] == [("footnotes.recovered", False)]


@pytest.mark.parametrize("reader", ["markdown_strict", "markdown-footnotes", "commonmark"])
@pytest.mark.parametrize(
    ("definition", "body"),
    [
        ("one", "one"),
        ("<some%20words>", "some words"),
        ("http://e.org/x", "<http://e.org/x>"),
        ('word "title"', r"word"),
    ],
)
def test_bodies_read_as_addresses_come_back(reader, definition, body):
    result = convert(f"A[^1] b.\n\n[^1]: {definition}\n", reader)
    assert result.text.startswith("A[^1] b.\n\n[^1]: " + body)
    assert result.rules() == ["recovered"]
    assert "formatting" in result.notices[0].message


def test_whole_sentences_read_as_addresses_come_back():
    result = convert('A[^1] B[^2]\n\n[^1]: some *plain* words\n\n[^2]: more "of them"\n', "markdown_strict")
    assert "[^1]: some" in result.text
    assert "plain" in result.text
    assert "of them" in result.text
    assert "](" not in result.text


def test_notebooks():
    lines = ["A[^1] B[^2].\n", "\n", "[^1]: two words\n", "\n", "[^2]: one\n"]
    cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": lines}
    book = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    text = convert(book, "ipynb").text
    assert "A[^1] B[^2]." in text
    assert "[^1]: two words" in text


def test_real_links_stay_links():
    _, notices, changed = repaired("[a](b) [^x y](u) and [^](v)", "markdown_strict")
    assert (notices, changed) == ([], False)
