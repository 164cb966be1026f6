"""Notes in notes, and notes and references that a reader lost."""

import pytest

from notes.runs import convert, repaired, right

WRITERS = ["markdown", "gfm", "html", "latex", "org", "rst", "typst", "djot", "plain", "docx", "epub"]


@pytest.mark.parametrize(
    "text",
    ["A^[outer] B^[inner]", "A^[a note with [brackets] and `^[code]`]", "A^[one\n\ntwo]", "A^[see [link](#x)]"],
)
def test_notes_without_notes_stay(text):
    assert not convert(text).changed


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(
    ("reader", "text", "notes"),
    [
        ("markdown", "Ant^[body of Ant^[body of , Bee]] Cat^[body of Cat]", 3),
        ("latex", r"Ant\footnote{body of Ant\footnote{body of , x\footnote{body of , y}}\footnote{body of , z}}", 4),
        ("markdown", "*Ant^[body of Ant *and^[body of , it]*]*", 2),
    ],
)
def test_inner_notes_stand_behind_the_outer_marker(reader, text, notes, writer):
    result = convert(text, reader, writer)
    right(result.text, writer, notes)
    assert set(result.rules()) == {"nested"}
    assert all(notice.fixed for notice in result.notices)


def test_depth_first_order():
    text = r"A\footnote{a\footnote{b\footnote{c}}\footnote{d}} E\footnote{e}"
    result = convert(text, "latex")
    assert "A[^1][^2][^3][^4] E[^5]" in result.text
    bodies = [line.split(": ")[1] for line in result.text.splitlines() if line.startswith("[^")]
    assert bodies == list("abcde")


@pytest.mark.parametrize(
    ("reader", "text", "left"),
    [
        ("mediawiki", "A<ref name=x>one</ref> B<ref name=x /> C", "A[^1] B C\n\n[^1]: one\n"),
        ("typst", "A#footnote[one] <lab> B#footnote(<lab>) C", "B C\n\n[^1]: one\n"),
    ],
)
def test_notes_without_text_are_not_printed(reader, text, left):
    result = convert(text, reader)
    assert result.text.endswith(left)
    assert result.rules() == ["empty"]
    assert result.notices[0].place.split()[0].startswith("A")


def test_a_reference_lost_inside_a_note_is_reported():
    result = convert("A[^1] B[^2]\n\n[^1]: before[^2] after\n[^2]: inner\n", "gfm")
    assert result.rules() == ["lost-reference"]
    assert not result.changed
    assert "before" in result.notices[0].place


@pytest.mark.parametrize(
    ("reader", "writer", "text", "printed", "label"),
    [
        ("markdown", "markdown", "A[^zz] b", r"A\[\^zz\] b", "[^zz]"),
        ("gfm", "gfm", "A[^7] b", r"A\[^7\] b", "[^7]"),
        ("markdown", "html", "A[^Foo].\n\n[^foo]: x", "A[^Foo].", "[^Foo]"),
        ("rst", "rst", "A [9]_, b", r"A [9]\_, b", "[9]_"),
        ("rst", "markdown", "A [9]_ b", r"A \[9\]\_ b", "[9]_"),
        ("org", "markdown", "A[fn:zz] b", r"A\[fn:zz\] b", "[fn:zz]"),
        ("org", "org", "A[fn:zz] b", "A[fn:zz] b", "[fn:zz]"),
    ],
)
def test_undefined_references_stay_text_and_are_named(reader, writer, text, printed, label):
    result = convert(text, reader, writer)
    assert printed in result.text
    assert result.rules() == ["undefined"]
    assert label in result.notices[0].message


def test_each_label_is_reported_once():
    assert convert("A[^zz] B[^zz] C[^yy]").rules() == ["undefined"] * 2


def test_a_definition_under_a_paragraph_line_is_explained():
    result = convert("A[^b]\n[^b]: the body")
    assert not result.changed
    assert "blank line" in result.notices[0].message


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("org", "A[fn:2] B[fn:a] C[fn:b]\n\n[fn:a] one\n\n[fn:b] two\n"),
        ("markdown", "Typed [fn:1] and [fn::inline] and [fn:x:named].[^1]\n\n[^1]: one\n"),
    ],
)
def test_org_text_does_not_come_alive(reader, text):
    result = convert(text, reader, "org")
    assert "undefined" in result.rules()
    again, _, changed = repaired(result.text, "org", "org")
    assert not changed
    assert again.count(b'"t":"Note"') == text.count("\n[")
