"""Identifiers of headings: which follow the text, which stay, and that links go along."""

from __future__ import annotations

import pytest

from pipeline import pandoc, proofread_markdown, read
from rlfix.headings import NOTE, Style, identifier
from rlfix.settings import Settings

PLAIN = Style(derives=True, gfm=False, ascii=False)
GFM = Style(derives=True, gfm=True, ascii=False)
ASCII = Style(derives=True, gfm=False, ascii=True)

TITLES = [
    "Reward Propagation",
    "1. The 2nd *best* thing",
    "What's `new`, really?",
    "Über – naïve_π (v1.0)",
    "C++ & C#: 50% -- off",
    "A[^n] note\n\n[^n]: body",
    "Dogs?--in *my* house?",
    "3 * $x^2$ [link](u) “q”",
    "注 e\u0301 :smile:",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    ("reader", "how"),
    [
        ("markdown", PLAIN),
        ("markdown+gfm_auto_identifiers", GFM),
        ("markdown+ascii_identifiers", ASCII),
        ("markdown+emoji+ascii_identifiers", ASCII),
        ("gfm", GFM),
    ],
)
def test_an_identifier_is_derived_as_pandoc_does(title, reader, how):
    header = read(f"# {title}", reader).content[0]
    label = "" if reader == "gfm" else "n"
    assert identifier(header.content.list, how).replace(NOTE, label) == header.identifier


def test_a_heading_without_letters_is_a_section():
    header = read("# ???").content[0]
    assert identifier(header.content.list, PLAIN) == header.identifier == "section"


FOLLOWED = [
    # id, source, what must be in the result, what must not
    ("derived", "# The the end\n\n[it](#the-the-end), [The the end]", ["# The end", "[it](#the-end)"], ["the-the"]),
    ("explicit", "# The the end {#the-end-of-it}\n\n[it](#the-end-of-it)", ["{#the-end-of-it}"], []),
    ("same word", "# The the end {#the-the-en}\n\n[it](#the-the-en)", ["{#the-the-en}"], []),
    ("suffixes", "# The the end\n\n# The the end\n\n[a](#the-the-end) [b](#the-the-end-1)",
     ["[a](#the-end)", "[b](#the-end-1)"], ["the-the"]),
    ("taken by a heading", "# The end\n\n# The the end\n\n[a](#the-end) [b](#the-the-end)",
     ["[a](#the-end)", "[b](#the-end-1)"], ["the-the"]),
    ("taken by a span", "[x]{#the-end}\n\n# The the end\n\n[b](#the-the-end)", ["[b](#the-end-1)"], ["the-the"]),
    ("named in raw text", '# The the end\n\n<a href="#the-the-end">x</a>', ["{#the-the-end}"], []),
    ("link in a note", "# The the end\n\nx[^1]\n\n[^1]: [it](#the-the-end)", ["[it](#the-end)"], ["the-the"]),
    ("note in the heading", "# The the end[^x]\n\n[it](#the-the-endx)\n\n[^x]: n", ["[it](#the-endx)"], ["the-the"]),
    ("other heading untouched", "# A b\n\n# The the end\n\n[x](#a-b)", ["[x](#a-b)", "# A b\n"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "there", "gone"), [case[1:] for case in FOLLOWED], ids=[case[0] for case in FOLLOWED]
)
def test_links_find_their_heading(source, there, gone):
    result = proofread_markdown(source)
    assert all(part in result for part in there), result
    assert not any(part in result for part in gone), result


def test_identifiers_stay_when_asked():
    result = proofread_markdown("# The the end\n\n[it](#the-the-end)", Settings(heading_ids="keep"))
    assert "# The end {#the-the-end}" in result
    assert "[it](#the-the-end)" in result


@pytest.mark.parametrize(
    ("reader", "extensions", "source", "target"),
    [
        ("gfm", ("gfm_auto_identifiers",), "# The the “end”, v1.0\n\n[it](#the-the-end-v10)", "#the-end-v10"),
        ("markdown+ascii_identifiers", ("auto_identifiers", "ascii_identifiers"), "# The the né\n\n[a](#the-the-ne)",
         "#the-ne"),
        ("markdown-auto_identifiers", (), "# The the end {#the-the-end}\n\n[it](#the-the-end)", "#the-the-end"),
        ("rst", ("auto_identifiers",), "The the end\n===========\n\n`The the end`_", "#the-end"),
        ("org", ("auto_identifiers",), "* The the end\n\n[[#the-the-end][it]]", "#the-end"),
        ("html", ("auto_identifiers",), "<h1>The the end</h1><p><a href='#the-the-end'>it</a></p>", "#the-end"),
        ("html", ("auto_identifiers",), "<h1 id='one'>The the end</h1><p><a href='#one'>it</a></p>", "#one"),
        ("latex", ("auto_identifiers",), "\\section{The the end}\\label{sec:x} \\hyperref[sec:x]{it}", "#sec:x"),
    ],
)  # fmt: skip
def test_every_reader_keeps_its_links(reader, extensions, source, target):
    result = proofread_markdown(source, reader=reader, extensions=extensions)
    assert f"]({target})" in result, result
    assert "the the" not in result.lower()


def test_the_result_reads_back_with_the_same_links():
    result = proofread_markdown("# The the end\n\nsee [it](#the-the-end)")
    html = pandoc(result.encode(), "-t", "html").decode()
    assert 'id="the-end"' in html
    assert 'href="#the-end"' in html
