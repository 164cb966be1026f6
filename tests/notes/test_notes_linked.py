"""Footnotes that reach Pandoc as links: HTML from GitHub, Wikipedia, Substack, Pandoc's html4 and by hand."""

import pytest

from notes.runs import convert, pandoc, repaired, right

GITHUB = """\
<p>Bee<sup><a href="#user-content-fn-b" id="user-content-fnref-b" data-footnote-ref>1</a></sup> and
Ant<sup><a href="#user-content-fn-a" id="user-content-fnref-a" data-footnote-ref>2</a></sup>.
Bee<sup><a href="#user-content-fn-b" id="user-content-fnref-b-2" data-footnote-ref>1</a></sup></p>
<section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2>
<ol><li id="user-content-fn-b"><p>body of Bee <a href="#user-content-fnref-b" data-footnote-backref>↩</a>
<a href="#user-content-fnref-b-2" data-footnote-backref>↩<sup>2</sup></a></p></li>
<li id="user-content-fn-a"><p>body of Ant</p><ul><li>item</li></ul>
<p>end <a href="#user-content-fnref-a" data-footnote-backref>↩</a></p></li></ol></section>
"""
CMARK = """\
<p>Bee<sup class="footnote-ref"><a href="#fn-b" id="fnref-b">1</a></sup> Ant<sup class="footnote-ref"><a
href="#fn-a" id="fnref-a" data-footnote-ref>2</a></sup></p><section class="footnotes" data-footnotes>
<ol><li id="fn-b"><p>body
of Bee <a href="#fnref-b" class="footnote-backref" aria-label="Back">↩</a></p></li><li id="fn-a"><p>body of Ant
<a href="#fnref-a" class="footnote-backref">↩</a></p></li></ol></section>
"""
BLOG = """\
<h1>Post</h1><p>Bee<sup><a href="#fn2" id="ref2">2</a></sup> then Ant<sup><a href="#fn1" id="ref1">1</a></sup>.</p>
<hr><h3>Notes</h3><ol><li id="fn1">body of Ant <a href="#ref1">↩</a></li>
<li id="fn2">body of Bee <a href="#ref2">↩</a></li></ol>
"""
PARAGRAPHS = """\
<p>Bee<sup><a href="#n7" id="r7">7</a></sup> then Ant<sup><a href="#n3" id="r3">3</a></sup>.</p><hr/>
<p id="n3">3. body of Ant <a href="#r3">back</a></p><p id="n7">7. body of Bee <a href="#r7">back</a></p>
"""
STARS = """\
<p>Bee<sup><a href="#s1" id="b1">*</a></sup> then Ant[<a href="#s2" id="b2">a</a>].</p>
<p><small><a href="#b1" id="s1">*</a> body of Bee</small></p><p><a id="s2"></a>a. body of Ant <a href="#b2">↑</a></p>
"""
SUBSTACK = """\
<p>Bee<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a> and
Ant<a class="footnote-anchor" id="footnote-anchor-2" href="#footnote-2">2</a></p>
<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>
<div class="footnote-content"><p>body of Bee</p><p>more</p></div></div>
<div class="footnote"><a id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a>
<div class="footnote-content"><p>body of Ant</p></div></div>
"""
WIKIPEDIA = """\
<p>Bee<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup> and
Ant<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup></p><h2>References</h2>
<div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a
href="#cite_ref-1">^</a></b></span> <span class="reference-text">body of Bee</span></li><li id="cite_note-2"><span
class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span class="reference-text">body of Ant</span></li>
</ol></div><h2>See also</h2><p>Other.</p>
"""
HTML4 = pandoc(b"Bee[^b] and Ant[^a]\n\n[^b]: body of Bee\n\n    more\n\n[^a]: body of Ant\n", "-t", "html4").decode()
SOURCES = {
    "github": GITHUB,
    "cmark": CMARK,
    "blog": BLOG,
    "paragraphs": PARAGRAPHS,
    "stars": STARS,
    "substack": SUBSTACK,
    "wikipedia": WIKIPEDIA,
    "html4": HTML4,
}


@pytest.mark.parametrize(
    "text",
    [
        '<p>Bee <a href="#x" id="y">1</a> goes on.</p><p id="x">1. No way back.</p>',
        '<p>Bee <a href="#x">1</a> goes on.</p><div id="x"><p>A block nothing leads back from.</p></div>',
        '<p><a href="#x" id="y">1</a></p><div id="x"><p>Text <a href="#y">1</a></p></div>',
        '<p>Bee <a href="#x" id="y">the method</a></p><div id="x"><p>Text <a href="#y">up</a></p></div>',
        '<div id="x"><p>1. before the reference <a href="#y">up</a></p></div><p>Bee <a href="#x" id="y">1</a></p>',
        '<p>Bee <a href="#x" id="y">1</a></p><div id="x"><h2>A section</h2><p>Text <a href="#y">up</a></p></div>',
        '<p>Bee <a href="#x" id="y">1</a></p><p>Elsewhere <a href="#y">see there</a> and on.</p>',
        '<p>Bee <a href="#x" id="y">1</a></p><table><tr><td id="x">1. cell <a href="#y">up</a></td></tr></table>',
        '<p>Bee <a href="#x" id="y">1</a></p><dl><dt id="x">1</dt><dd>defined <a href="#y">up</a></dd></dl>',
    ],
)
def test_links_without_a_pair_stay(text):
    assert not repaired(text, "html")[2]


@pytest.mark.parametrize("writer", ["markdown", "gfm", "html", "latex", "org", "rst", "typst", "docx", "epub"])
@pytest.mark.parametrize("source", SOURCES)
def test_pairs_become_notes_in_the_order_of_reference(source, writer):
    copies = (source, writer) == ("github", "epub")  # read back, its second reference is a copy
    right(convert(SOURCES[source], "html", writer).text, writer, 3 if copies else 2, copies=copies)


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_is_left_of_the_list(source):
    text = convert(SOURCES[source], "html").text
    for trace in ("↩", "](#", "back", "Footnotes", "Notes", "References", "---", "cite", "{#", "<"):
        assert trace not in text
    assert text.count("body of") == 2


def test_bodies_keep_their_blocks():
    text = convert(GITHUB, "html").text
    assert "[^2]: body of Ant\n\n    - item\n\n    end\n" in text


def test_a_heading_with_other_text_stays():
    text = convert(BLOG.replace("</ol>", "</ol><p>Thanks to all.</p>"), "html").text
    assert "### Notes\n\nThanks to all." in text


def test_a_note_referred_to_twice_is_one():
    assert convert(GITHUB, "html").text.count("Bee[^1]") == 2


def test_lost_text_is_reported():
    kramdown = (
        '<p>A<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup></p>'
        '<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>Lost <a href="#fnref:1"'
        ' class="reversefootnote" role="doc-backlink">&#8617;</a></p></li></ol></div>'
    )
    result = convert(kramdown, "html")
    assert not result.changed
    assert result.rules() == ["linked"]
    assert "#fn:1" in result.notices[0].message


def test_a_second_run_changes_nothing():
    for source in SOURCES.values():
        once = convert(source, "html").text
        assert convert(once).text == once
