import re

import pytest

from notes.runs import convert, member, packed, pandoc, repaired, right

TWICE = """\
Ant[^a] Bee[^b] Ant[^a]s, *Bee[^b]*. Cat[^c]

> Ant[^a]

[^a]: body of Ant, *so* [there]
[^b]: body of Bee
[^c]: body of Cat
"""
WRITERS = [
    "markdown",
    "gfm",
    "commonmark_x",
    "markdown_mmd",
    "markdown_phpextra",
    "djot",
    "org",
    "rst",
    "html",
    "plain",
]
TABLE = """\
Ant[^a]

| h      | i      |
|--------|--------|
| Bee[^b] | Ant[^a] |

: Cat[^c] {#tbl:one}

Bee[^b] Cat[^c] Dog[^d]

[^a]: body of Ant
[^b]: body of Bee
[^c]: body of Cat
[^d]: body of Dog
"""


@pytest.mark.parametrize(
    "text",
    [
        "A^[Ibid.] B^[Ibid.]",
        "A^[ibid., p. 12] B^[ibid., p. 12]",
        "A^[Idem.] B^[Idem.]",
        "A^[*Op. cit.*, 44.] B^[*Op. cit.*, 44.]",
        "A^[Sutton, loc. cit.] B^[Sutton, loc. cit.]",
        "A^[See above.] B^[See above.]",
        "A^[see note 3 above] B^[see note 3 above]",
        "A^[Same as above.] B^[Same as above.]",
        "A^[As above, p. 3.] B^[As above, p. 3.]",
        "A^[Ditto.] B^[Ditto.]",
        "A^[See below.] B^[See below.]",
        "A^[pp. 12--14.] B^[pp. 12--14.]",
        "A^[Ebd., S. 3] B^[Ebd., S. 3]",
        "A^[the *reward*] B^[the reward]",
        "A^[`v`] B^[v]",
        "[A^[gone]]{.deletion author=x} [B^[gone]]{.deletion author=x}",
        "A^[one note] B^[another note]",
    ],
)
def test_notes_that_are_not_the_same_stay_apart(text):
    result = convert(text)
    assert not result.changed
    assert result.notices == []


def test_the_setting_keeps_repeated_notes():
    result = convert(TWICE, repeated_notes="keep")
    assert not result.changed
    assert result.text.count("body of Ant") == 3


def test_the_rule_can_be_switched_off():
    assert not convert(TWICE, ignore=("footnotes.repeated",)).changed


@pytest.mark.parametrize("writer", ["man", "textile", "jira", "context", "docbook", "jats", "native", "muse", "rtf"])
def test_writers_without_a_sure_second_reference_keep_their_copies(writer):
    assert not convert(TWICE, writer=writer).changed


@pytest.mark.parametrize("writer", [*WRITERS, "latex", "typst"])
@pytest.mark.parametrize(("text", "notes"), [(TWICE, 3), (TABLE, 4)], ids=["text", "table"])
def test_a_repeated_note_is_printed_once(writer, text, notes):
    right(convert(text, writer=writer).text, writer, notes)


@pytest.mark.parametrize("writer", ["commonmark", "markdown_strict"])
def test_where_notes_are_text_the_mark_is_the_same_text(writer):
    result = convert(TWICE, writer=writer)
    assert re.search(r"Ant\[1\] Bee\[2\] Ant\[1\]s, \*Bee\[2\]\*\. Cat\[3\]", result.text)
    assert result.text.count("body of") == 3
    assert result.rules() == ["no-notes", "repeated"]


@pytest.mark.parametrize(
    ("writer", "first", "again"),
    [
        ("asciidoc", "Antfootnote:note-1[body of Ant", "Antfootnote:note-1[]s"),
        ("asciidoc_legacy", "Antfootnoteref:[note-1,body of Ant", "Antfootnoteref:[note-1]s"),
        ("mediawiki", 'Ant<ref name="note-1">body of Ant', 'Ant<ref name="note-1" />s'),
        ("beamer", r"[frame]{\label{note-1}body of Ant", r"Ant\footref{note-1}s"),
        ("revealjs", 'href="#/fn1"', 'Ant<a href="#/fn1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a>s'),
        ("html4", 'id="fnref1"', 'Ant<a href="#fn1" class="footnote-ref"><sup>1</sup></a>s'),
        ("opendocument", 'text:id="ftn0"', 'text:ref-name="ftn0">1</text:note-ref>s'),
    ],
)
def test_formats_with_a_form_of_their_own(writer, first, again):
    text = convert(TWICE, writer=writer).text
    assert text.index(first) < text.index(again)
    assert text.count("body of") == 3


def test_an_identifier_prefix_reaches_the_second_reference():
    text = convert(TWICE, "markdown", "html", "--id-prefix=x-").text
    assert text.count('href="#x-fn1"') == 3


def test_all_notes_of_a_wiki_page_named_still_get_their_list():
    text = convert("Ant^[body of Ant] Ant^[body of Ant]", writer="mediawiki").text
    assert text.rstrip().endswith("<references />")


def test_word_gets_a_field_and_a_bookmark():
    tree, _, _ = repaired(TWICE, writer="docx")
    archive = packed(tree, "docx")
    document = member(archive, "word/document.xml")
    assert document.count('w:name="_Refnote_1"') == 1
    assert document.count("NOTEREF _Refnote_1 ") == 2
    assert document.count("<w:footnoteReference ") == 3
    back = pandoc(archive, "-f", "docx", "-t", "markdown").decode()
    assert "Ant[^1] Bee[^2] Ant^1^s" in back


def test_opendocument_text_gets_a_reference_to_the_note():
    tree, _, _ = repaired(TWICE, writer="odt")
    content = member(packed(tree, "odt"), "content.xml")
    assert re.findall(r'ref-name="(\w+)">(\d)<', content) == [("ftn0", "1"), ("ftn1", "2"), ("ftn0", "1")]
    assert content.count("<text:note ") == 3


CHAPTERS = """\
# One

Ant^[body of Ant] Ant^[body of Ant]

# Two

Bee^[body of Bee] Ant^[body of Ant] Bee^[body of Bee]
"""


def test_books_merge_within_a_chapter_only():
    tree, _, _ = repaired(CHAPTERS, writer="epub")
    archive = packed(tree, "epub")
    links = [re.findall(r'href="#fn(\d)"[^>]*noteref', member(archive, f"ch00{number}.xhtml")) for number in (1, 2)]
    assert links == [["1", "1"], ["1", "2", "1"]]
    assert convert(CHAPTERS, writer="epub").text.count("body of") == 5  # read back, each reference has its copy


def test_pages_merge_within_a_chapter_only(tmp_path):
    tree, _, _ = repaired(CHAPTERS, writer="chunkedhtml")
    pandoc(tree, "-f", "json", "-t", "chunkedhtml", "-o", str(tmp_path / "out.zip"))
    archive = (tmp_path / "out.zip").read_bytes()
    assert re.findall(r'href="([^"]*)"\s+class="footnote-ref"', member(archive, "2-two.html")) == [
        "#fn1",
        "#fn2",
        "#fn1",
    ]


@pytest.mark.parametrize("place", ["block", "section", "document"])
@pytest.mark.parametrize("writer", ["markdown", "gfm"])
def test_definitions_may_stand_anywhere(place, writer):
    printed = convert(TWICE, "markdown", writer, f"--reference-location={place}").text
    right(printed, writer, 3)


def test_one_flow_merges_across_chapters():
    right(convert(CHAPTERS).text, "markdown", 2)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("# H {#note-1}\n\nAnt^[body of Ant] Ant^[body of Ant]", "note-1"),
        ("[s]{#note-1} Ant^[body of Ant] Ant^[body of Ant]", "note-1"),
    ],
)
@pytest.mark.parametrize(("writer", "form"), [("latex", r"\footref{note-1a}"), ("typst", "#footnote(<note-1a>)")])
def test_labels_keep_clear_of_identifiers(text, taken, writer, form):
    printed = convert(text, writer=writer).text
    assert form in printed
    assert taken in printed


@pytest.mark.parametrize("writer", ["html", "latex", "typst", "docx", "odt"])
def test_headings_and_links_hold_no_second_reference(writer):
    text = "Ant^[body of Ant]\n\n# Ant^[body of Ant]\n\n[Ant^[body of Ant]](u)\n"
    _, notices, changed = repaired(text, writer=writer)
    assert (notices, changed) == ([], False)


STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>n</title><id>n</id>
<updated>2020-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>
"""
CITED = """\
---
references: [{id: k, type: book, title: Kay}]
---

Ant[^a] cites [@k]. Ant[^a] Bee[^b]

[^a]: body of Ant
[^b]: body of Bee
"""


def test_before_citeproc_numbers_wait():
    result = convert(CITED)
    assert not result.changed
    assert result.rules() == ["repeated"]
    assert "citeproc" in result.notices[0].message


def test_before_citeproc_labels_do_not_mind():
    assert r"\footref{note-1}" in convert(CITED, writer="latex").text


def test_after_citeproc_its_notes_count_and_stay(tmp_path):
    (tmp_path / "n.csl").write_text(STYLE)
    cited = pandoc(CITED.encode(), "-t", "json", "--citeproc", f"--csl={tmp_path / 'n.csl'}")
    text = convert(cited, "json", "markdown-citations").text
    assert re.search(r"Ant\[\^1\] cites\.\[\^2\] Ant\[\^1\] Bee\[\^3\]", text)
    assert len(re.findall(r"^\[\^\d\]: ", text, re.MULTILINE)) == 3


@pytest.mark.parametrize("writer", ["markdown", "html", "rst"])
def test_notes_in_the_title_make_numbers_unsure(writer):
    result = convert("---\ntitle: T^[of the title]\n---\n\nAnt^[body of Ant] Ant^[body of Ant]", writer=writer)
    assert not result.changed
    assert "repeated" in result.rules()


@pytest.mark.parametrize("writer", ["markdown", "gfm", "html", "org", "rst", "djot"])
def test_a_second_run_changes_nothing(writer):
    once = convert(TWICE.replace("*Bee[^b]*", "Bee[^b]"), writer=writer).text
    assert convert(once, writer, writer).text == once
