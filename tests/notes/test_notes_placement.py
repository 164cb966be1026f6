"""Notes where writers print them twice, out of order or not at all: images, figures, tables, headings."""

import re

import pytest

from notes.runs import convert, member, packed, pandoc, repaired, right

ALL = [
    "markdown",
    "gfm",
    "commonmark_x",
    "markdown_mmd",
    "markdown_phpextra",
    "plain",
    "djot",
    "rst",
    "org",
    "html",
    "latex",
    "typst",
]
FIGURE = """\
Ant[^a]

![Bee[^b] in *motion*](a%20b.png "A \\"title\\""){#fig:x .wide width=50%}

Cat[^c] Bee[^b]

[^a]: body of Ant
[^b]: body of Bee
[^c]: body of Cat
"""
BLOCKS = """\
+----------+-----------+
| Ant[^a]  | two       |
|          |           |
| lines    |           |
+----------+-----------+
| - Bee[^b]| Cat[^c]   |
+----------+-----------+

: Dog[^d]

Ant[^a] Elk[^e]

[^a]: body of Ant
[^b]: body of Bee
[^c]: body of Cat
[^d]: body of Dog
[^e]: body of Elk
"""


@pytest.mark.parametrize("writer", ALL)
@pytest.mark.parametrize(
    "text",
    [
        "![A caption](a.png){#fig:x}\n\nB^[a note]",
        "Text ![inline](b.png) C^[a note]",
        "| a | b |\n|---|---|\n| c | d |\n\n: Caption {#tbl:x}\n\nD^[a note]",
        "> E^[a note]\n\n- F^[another]\n\nterm\n:   G^[a third]",
    ],
)
def test_notes_elsewhere_leave_figures_and_tables_alone(writer, text):
    assert not repaired(text, writer=writer)[2]


@pytest.mark.parametrize("writer", ["html", "latex", "typst", "docx", "rst", "asciidoc", "mediawiki", "docbook"])
def test_tables_with_notes_stay_where_they_print_right(writer):
    text = "| A^[x] | b |\n|---|---|\n| C^[y] | d |\n\n: E^[z]"
    assert not repaired(text, writer=writer)[2]


@pytest.mark.parametrize("writer", ALL)
def test_a_figure_has_its_note_once(writer):
    right(convert(FIGURE, writer=writer).text, writer, 3)


def test_a_figure_for_pandoc_is_the_figure_it_was():
    text = convert(FIGURE).text
    assert '![Bee[^2] in *motion*](a%20b.png "A \\"title\\""){#fig:x .wide width="50%"}' in text
    source, after = (pandoc(one.encode(), "-t", "native") for one in (FIGURE, text))
    assert source == after


def test_a_figure_of_another_description_keeps_it():
    text = '<figure><img src="a.png" alt="A robot"><figcaption>Cap<a href="#n" id="r">1</a></figcaption></figure>'
    text += '<p id="n">1. the note <a href="#r">↩</a></p>'
    assert convert(text, "html").text.startswith('![Cap[^1]](a.png){alt="A robot"}')


def test_a_figure_for_github_is_read_back_as_one():
    result = convert(FIGURE, writer="gfm")
    assert '<figure id="fig:x">' in result.text
    assert 'id="fn1"' not in result.text
    assert "figure" in result.rules()
    page = pandoc(result.text.encode(), "-f", "gfm", "-t", "html", "--wrap=none").decode()
    right(page, "html", 4, copies=True)


def test_office_formats_have_the_figures_note_once():
    for writer in ("docx", "odt", "epub"):
        text = convert(FIGURE, writer=writer).text
        notes = re.findall(r"^\[\^\d\]: (.*)$", text, re.MULTILINE)
        copies = 2 if writer == "epub" else 0  # read back, a second reference is a copy, a figure has it twice
        assert len(notes) == 3 + copies, text


@pytest.mark.parametrize("writer", [*ALL, "docx", "epub"])
def test_an_images_note_moves_behind_it(writer):
    result = convert("Ant^[body of Ant] ![Bee^[body of Bee]](b.png) and Cat^[body of Cat]", writer=writer)
    assert result.rules() == ["image"]
    bodies = re.findall(r"body of \w+", result.text)
    assert bodies == ["body of Ant", "body of Bee", "body of Cat"]


@pytest.mark.parametrize("writer", ["markdown", "gfm", "plain", "org", "djot", "markdown_mmd", "rst", "html", "typst"])
def test_tables_number_in_the_order_of_reading(writer):
    text = "Ant[^a]\n\n| h | i |\n|---|---|\n| Bee[^b] | Cat[^c] |\n\n: Dog[^d] {#tbl:x}\n\nElk[^e]\n\n" + "\n".join(
        f"[^{name[0].lower()}]: body of {name}" for name in ("Ant", "Bee", "Cat", "Dog", "Elk")
    )
    right(convert(text, writer=writer).text, writer, 5)


def test_a_caption_stays_a_caption_for_pandoc():
    text = "| h | i |\n|---|---|\n| Bee^[b] | c |\n\n: Dog^[d] {#tbl:x .wide}\n"
    again = pandoc(convert(text).text.encode(), "-t", "html").decode()
    assert '<table id="tbl:x" class="wide">' in again
    assert "<caption>Dog" in again


@pytest.mark.parametrize("writer", ["markdown", "gfm", "commonmark_x", "plain", "org", "html", "typst"])
def test_cells_with_blocks(writer):
    result = convert(BLOCKS, writer=writer)
    right(result.text, writer, 5)
    tagged = any("HTML tags" in notice.message for notice in result.notices)
    assert tagged == (writer in {"gfm", "commonmark_x"})


def test_cells_with_blocks_read_back_from_github():
    page = pandoc(convert(BLOCKS, writer="gfm").text.encode(), "-f", "gfm", "-t", "html", "--wrap=none").decode()
    right(page, "html", 6, copies=True)
    assert page.count("<td") == 4


@pytest.mark.parametrize("writer", ["djot", "org", "markdown", "gfm", "html", "latex", "rst"])
def test_headings(writer):
    right(convert("# Ant^[body of Ant]\n\nBee^[body of Bee]\n\n## Cat^[body of Cat]", writer=writer).text, writer, 3)


def test_headings_keep_their_identifiers():
    text = convert("# The Ant^[body of Ant]\n\nSee [it](#the-ant).", writer="djot").text
    assert "#the-ant" in text


def test_a_heading_beside_long_notes_is_reported_for_djot():
    result = convert("# Ant^[body of Ant]\n\nBee[^b]\n\n[^b]: body of Bee\n\n    more", writer="djot")
    assert not result.changed
    assert result.rules() == ["printed-twice"]


@pytest.mark.parametrize("writer", ["asciidoc", "asciidoc_legacy"])
def test_paragraphs_of_a_note_are_joined_for_asciidoc(writer):
    result = convert("Bee[^b]\n\n[^b]: body of Bee\n\n    more", writer=writer)
    assert "Beefootnote:[body of Bee +\nmore]" in result.text
    assert result.rules() == ["several-paragraphs"]


def test_what_asciidoc_leaves_out_is_reported():
    result = convert("Bee[^b]\n\n[^b]: body of Bee\n\n    - list", writer="asciidoc")
    assert not result.changed
    assert [(notice.fixed, notice.place) for notice in result.notices] == [(False, "Bee")]


@pytest.mark.parametrize(
    ("writer", "metadata", "said"),
    [
        ("html", "title: T^[t]\nabstract: A^[a]", True),
        ("html", "title: T^[t]", False),
        ("markdown", "title: T^[t]\nabstract: A^[a]", False),
        ("rst", "title: T^[t]", True),
        ("djot", "title: T^[t]", True),
    ],
)
def test_notes_in_title_and_abstract(writer, metadata, said):
    result = convert(f"---\n{metadata}\n---\n\nText.", writer=writer)
    assert not result.changed
    assert result.rules() == ["metadata"] * said


@pytest.mark.parametrize("writer", ["commonmark", "markdown_strict"])
def test_formats_without_notes_say_so(writer):
    result = convert("Ant^[body of Ant] and ![cap^[q]](a.png)", writer=writer)
    assert "no-notes" in result.rules()
    assert "Ant[1]" in result.text


@pytest.mark.parametrize("text", [FIGURE, BLOCKS])
@pytest.mark.parametrize("writer", ["markdown", "gfm", "commonmark_x"])
def test_a_second_run_changes_nothing(writer, text):
    once = convert(text.replace('\\"', ""), writer=writer).text
    assert convert(once, writer, writer).text == once


def test_a_tracked_deletion_keeps_its_note():
    text = "Ant^[body of Ant] [gone^[body of Ant]]{.deletion author=x date=2026-01-01T00:00:00Z} Bee^[body of Bee]"
    tree, _, changed = repaired(text, writer="docx")
    assert not changed
    assert member(packed(tree, "docx"), "word/document.xml").count("<w:footnoteReference ") == 3


@pytest.mark.parametrize("rule", ["image", "figure", "table"])
def test_numbers_are_unsure_where_places_are_not_repaired(rule):
    text = "![Ant^[body of Ant]](a.png) Ant^[body of Ant]\n\n| Bee^[body of Bee] | b |\n|---|---|\n\nBee^[body of Bee]"
    result = convert(text, writer="markdown", ignore=(f"footnotes.{rule}",))
    assert [notice.fixed for notice in result.notices if notice.rule == "footnotes.repeated"] == [False]


@pytest.mark.parametrize("writer", ["plain", "markdown", "gfm"])
def test_a_figure_of_something_else_keeps_it(writer):
    text = "<figure><pre><code>the code</code></pre><figcaption>Bee<a href='#n' id='r'>1</a></figcaption></figure>"
    result = convert(text + '<p id="n">1. body of Bee <a href="#r">up</a></p>', "html", writer)
    assert "the code" in result.text
    right(result.text, writer, 1)
