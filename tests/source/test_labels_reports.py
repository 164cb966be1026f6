"""What is wrong with the notes of a file, and prose that names them."""

import pytest

from rlfix.source.labels import relabel
from source.test_labels import ALL_MARKDOWN, MARKDOWN, bodies, fixed, told


@pytest.mark.parametrize("reader", MARKDOWN)
def test_an_undefined_reference_stays_and_takes_no_number(reader):
    source = "A[^zz] B[^x]\n\nC[^zz]\n\n[^x]: a\n"
    assert fixed(source, reader) == "A[^zz] B[^1]\n\nC[^zz]\n\n[^1]: a\n"
    assert told(source, reader).startswith("footnotes.undefined: line 1: [^zz] has no definition; left as it is")


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("A[^x] B[^1]\n\n[^x]: a\n", "A[^1] B\\[\\^1\\]\n\n[^1]: a\n"),
        ("A[^x]\n\nB[^1](u)\n\n[^x]: a[^1]\n", "A[^1]\n\nB\\[\\^1\\](u)\n\n[^1]: a\\[\\^1\\]\n"),
        ("A[^x] [see [^1]](u)\n\n[^x]: a\n", "A[^2] [see [^1]](u)\n\n[^2]: a\n"),
        ("A[^x]\n\n[^x]: a\n[^1] b\n", "A[^2]\n\n[^2]: a\n[^1] b\n"),
    ],
)
def test_an_undefined_reference_never_comes_to_life(source, after):
    assert fixed(source) == after
    assert "[^1] has no definition" in told(source)


@pytest.mark.parametrize("reader", ALL_MARKDOWN)
@pytest.mark.parametrize("text", ["A[^x] B[^1] C[^2]", "A[^x] *B[^1]* ![C[^1]](u) [^1][^1]", "A[^x] [^1](u) ![^1](v)"])
def test_no_reader_sees_a_note_that_was_none(text, reader):
    fixed(f"{text}\n\n[^x]: a\n", reader)


def test_in_gfm_what_would_be_a_link_keeps_its_number():
    assert fixed("A[^x] [^1](u)\n\n[^x]: a\n", "gfm") == "A[^2] [^1](u)\n\n[^2]: a\n"
    assert "no note is numbered 1" in told("A[^x] [^1](u)\n\n[^x]: a\n", "gfm")


@pytest.mark.parametrize("label", ["a-z", "a-zA-Z", "0-9", ",", '"', "/", "\\w"])
def test_regular_expressions_are_not_worth_a_word(label):
    assert told(f"match [^{label}] here\n") == ""


@pytest.mark.parametrize("reader", MARKDOWN)
def test_unused_definitions_come_last_and_stay(reader):
    source = "A[^1] B[^3]\n\n[^1]: a\n[^2]: nobody\n[^3]: b\n"
    assert fixed(source, reader) == "A[^1] B[^2]\n\n[^1]: a\n[^2]: b\n[^3]: nobody\n"
    assert "footnotes.unused: line 4: nothing refers to [^2]; its text is kept" in told(source, reader)


@pytest.mark.parametrize("reader", MARKDOWN)
def test_orphans_of_orphans_stay_in_one_run(reader):
    source = "text[^z]\n\n[^a]: see[^b]\n[^b]: x\n[^z]: z\n"
    assert fixed(source, reader) == "text[^1]\n\n[^1]: z\n[^2]: see[^3]\n[^3]: x\n"


@pytest.mark.parametrize(("reader", "shows"), [("markdown", 5), ("gfm", 3), ("commonmark_x", 3)])
def test_two_definitions_of_one_label_keep_both_texts(reader, shows):
    source = "A[^d] B[^e]\n\n[^d]: first\n\n[^d]: second\n\n[^e]: e\n"
    result = fixed(source, reader)
    assert bodies(result, reader) == ["e", "first", "second"]
    assert result.index("first") < result.index("second")
    assert f"defined 2 times (lines 3, 5); the text of line {shows} is the one that shows" in told(source, reader)


@pytest.mark.parametrize("reader", MARKDOWN)
def test_a_copy_of_a_definition_goes(reader):
    source = "A[^d] B[^e]\n\n[^d]: same\n\n[^e]: e\n\n[^d]: same\n"
    assert fixed(source, reader) in {
        "A[^1] B[^2]\n\n[^1]: same\n\n[^2]: e\n",
        "A[^1] B[^2]\n\n[^2]: e\n\n[^1]: same\n",
    }
    assert "removed" in told(source, reader)


def test_a_copy_far_from_other_definitions_stays():
    source = "A[^d]\n\n- one\n\n[^d]: same\n\n- two\n\n[^d]: same\n"
    assert fixed(source) == source.replace("[^d]", "[^1]")


def test_case_counts_in_markdown_and_not_in_gfm():
    source = "A[^Foo]\n\n[^foo]: a\n"
    assert fixed(source, "gfm") == "A[^1]\n\n[^1]: a\n"
    assert fixed(source) == "A[^Foo]\n\n[^1]: a\n"
    assert "([^foo] has one, but case counts)" in told(source)
    assert fixed("A[^a  b]\n\n[^A b]: a\n", "gfm") == "A[^1]\n\n[^1]: a\n"


def test_an_empty_definition_takes_the_paragraph_below_it():
    source = "A[^2] B[^1]\n\n[^1]:\n\npara\n\n[^2]: b\n"
    result = fixed(source)
    assert result == "A[^1] B[^2]\n\n[^2]:\n\npara\n\n[^1]: b\n"
    assert "footnotes.empty: line 3" in told(source)


def test_a_definition_below_a_line_of_text():
    source = "A[^x] B[^y]\n[^x]: a\n\n[^y]: b\n"
    assert fixed(source, "gfm") == "A[^1] B[^2]\n[^1]: a\n\n[^2]: b\n"
    assert fixed(source) == "A[^x] B[^1]\n[^x]: a\n\n[^1]: b\n"
    assert "footnotes.blank-line: line 2: [^x]: stands right below other text" in told(source)


def test_an_hr_in_gfm_swallows_the_definition_below_it():
    source = "A[^x] B[^y]\n\n<hr>\n[^x]: a\n\n[^y]: b\n"
    assert fixed(source, "gfm") == "A[^x] B[^1]\n\n<hr>\n[^x]: a\n\n[^1]: b\n"
    assert fixed(source) == "A[^1] B[^2]\n\n<hr>\n[^1]: a\n\n[^2]: b\n"


@pytest.mark.parametrize(
    ("prose", "after"),
    [
        ("see footnote 6.", "see footnote 1."),
        ("Footnotes 6 and 7 say", "Footnotes 1 and 2 say"),
        ("footnotes 7, 6, and 8", "footnotes 2, 1, and 3"),
        ("(note 6)", "(note 1)"),
        ("see note 7 for more", "see note 2 for more"),
        ("see\nfootnote\n6", "see\nfootnote\n1"),
        ("footnote 5", "footnote 5"),
        ("footnotes 6 and 5", "footnotes 6 and 5"),
        ("footnote 6 of the report", "footnote 6 of the report"),
        ("footnotes 6-8", "footnotes 6-8"),
        ("footnote 6.5 or 6th", "footnote 6.5 or 6th"),
        ("Please note 6 of them, note 7", "Please note 6 of them, note 7"),
        ("`footnote 6`", "`footnote 6`"),
        ("chapter 6, page 7", "chapter 6, page 7"),
    ],
)
def test_prose_that_names_a_note(prose, after):
    source = f"A[^6] B[^7] C[^8]\n\n{prose}\n\n[^6]: a\n[^7]: b\n[^8]: c\n"
    result = relabel(source, "markdown").source
    assert result == f"A[^1] B[^2] C[^3]\n\n{after}\n\n[^1]: a\n[^2]: b\n[^3]: c\n"
    assert relabel(result, "markdown").source == result
    assert ("footnotes.mention: line " in told(source)) == (prose != after)


def test_keep_names_numbers_numbers_only():
    source = "A[^x] B[^7] C[^0.5] D[^01] E[^x]\n\n[^0.5]: c\n[^01]: d\n[^7]: b\n[^x]: a\n"
    assert fixed(source, policy="keep-names") == (
        "A[^x] B[^1] C[^2] D[^3] E[^x]\n\n[^x]: a\n[^1]: b\n[^2]: c\n[^3]: d\n"
    )
    assert fixed("A[^x] B[^1]\n\n[^x]: a\n[^1]: b\n", policy="keep-names") == "A[^x] B[^1]\n\n[^x]: a\n[^1]: b\n"


def test_off_only_reports():
    source = "B[^2] A[^1] C[^zz]\n\n[^1]: a\n[^2]: b\n[^3]: c\n"
    result = relabel(source, "markdown", "off")
    assert result.source is source
    assert [notice.rule for notice in result.notices] == ["footnotes.undefined", "footnotes.unused"]
    assert not any(notice.fixed for notice in result.notices)


def test_what_was_done_is_told_with_its_line():
    source = "text\n\nB[^2] A[^1]\n\n[^1]: a\n[^2]: b\n"
    assert told(source) == (
        "footnotes.order: line 3: 2 of 2 notes renumbered in the order of their references\n"
        "footnotes.order: line 5: 2 definitions put in the order of their notes"
    )
    assert all(notice.fixed for notice in relabel(source, "markdown").notices)
