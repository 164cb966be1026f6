"""Documents without anything to repair: for each the tree stays as it was and nothing is said."""

import pytest

from notes.runs import convert, packed, read, repaired, right

PROSE = [
    "Nothing here.",
    "The value[^1] of a state.\n\n[^1]: Its *expected* return.",
    "Area in m^2^, `x[^1]`, $a[^2]$ and x².\n\n```\n[^1]: in code\n```",
    "As shown in [1] and [2, 3], (4) and *5*.",
    'The classes [^a-z], [^"], [^0-9]* and h[^ae]llo and [^\\\\]+ match.',
    "Match [^aeiou] alone.",
    "See [the method](#method) and [2](#two).\n\n# Method\n\n# Two",
    "![A plain caption](a.png)\n\nText ![inline](b.png) here.",
    "| a | b |\n|---|---|\n| c | d |\n\n: A caption",
    "Raw `#x`{=typst} and `<b>`{=html5} and `\\x`{=latex}.\n\n```{=openxml}\n<w:p/>\n```",
    '::: {.cell __quarto_custom="true"}\nKept[^1]\n\n[^1]: Note.\n:::',
    "Cited [@kay], [see @kay p. 3] and @lee.",
    "---\ntitle: 'T [1](#x){#y}'\n---\n\nBee [1](#x){#z}\n\n::: {#x}\n1\\. text [up](#y)\n:::",
    "1^st^ and H~2~O and 10^-3^, 1st^a^",
    "A^[one] B^[two]\n\n> C^[three *four* `[^5]`]\n\n- D^[five\n- six]",
]


@pytest.mark.parametrize("writer", ["markdown", "gfm", "html", "latex", "docx", "org", "rst", "typst", "epub"])
def test_prose(writer):
    for text in PROSE:
        _, notices, changed = repaired(text, writer=writer)
        assert (notices, changed) == ([], False), text


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("gfm", "Literal ^[not a note] and code `[^1]`."),
        ("gfm", "Bare http://example.org/[^1] address and [x](u)."),
        ("commonmark", "A [^a-z] class, [real](http://e.org) and [1].\n\n[1]: http://e.org"),
        (
            "html",
            """<ul><li><a href="#s1" id="t1">1</a> Intro</li><li>Part <a href="#s2" id="t2">2</a></li></ul>
            <h2 id="s1"><a href="#t1">1</a> Intro</h2><div id="s2"><h2>Two</h2><p><a href="#t2">up</a></p></div>""",
        ),
        (
            "html",
            '<p>The <a href="#g" id="u">reward</a> counts.</p><p><a id="g" href="#u">reward</a>: what is got.</p>',
        ),
        ("html", '<p>See section <a href="#b">2</a>.</p><h2 id="b">Two</h2><p>See <a href="#a">1</a>.</p>'),
        ("html", "<p>x<sup>2</sup> and [1].</p><ol><li>one</li></ol>"),
        ("html", '<p>Apples, <a href="#p3">3</a>.</p><p><span id="p3"></span>Text.</p>'),
        ("html", "<p>On markup: <code>A[^b]</code>.</p><pre>[^b]: is a definition.</pre>"),
        ("latex", "As \\ref{eq:one} says, x\\textsuperscript{2}\\footnote{A note.}."),
        ("rst", "A [1]_ and B [#x]_ and C [*]_.\n\n.. [1] one\n.. [#x] two\n.. [*] three"),
        ("org", "A[fn:1] B[fn:name] C[fn::inline] D =[fn:9]=\n\n[fn:1] one\n\n[fn:name] two"),
        ("mediawiki", "A<ref>one</ref> B<ref name=x>two</ref>"),
        ("typst", "A#footnote[one] <lab> see @lab"),
        ("djot", "A[^1]\n\n[^1]: one"),
    ],
)
def test_other_readers(reader, text):
    _, notices, changed = repaired(text, reader)
    assert (notices, changed) == ([], False)


LABELS = {
    "rst": """Ant [#]_ Bee [#lab]_ Cat [5]_ Dog [*]_

.. [#] body of Ant
.. [#lab] body of Bee
.. [5] body of Cat
.. [*] body of Dog
""",
    "org": """Ant[fn:9] Bee[fn:name] Cat[fn::body of Cat] Dog[fn:x:body of Dog]

[fn:name] body of Bee

[fn:9] body of Ant
""",
    "markdown": """Ant[^-2] Bee[^0.5] Cat[^é] Dog[^1]

[^1]: body of Dog
[^0.5]: body of Bee
[^-2]: body of Ant
[^é]: body of Cat
""",
    "latex": r"""Ant\footnote[7]{body of Ant} Bee\footnote{body of Bee}
Cat\footnote[1]{body of Cat} Dog\footnote{body of Dog}""",
}


@pytest.mark.parametrize("reader", LABELS)
@pytest.mark.parametrize("writer", ["markdown", "html", "org", "rst", "latex"])
def test_labels_of_all_kinds_are_numbered_as_they_come(reader, writer):
    right(convert(LABELS[reader], reader, writer).text, writer, 4)


def test_word_to_word():
    word = packed(read("Ant^[body of Ant] Bee^[body of Bee]", "markdown"), "docx")
    tree, notices, changed = repaired(word, "docx", "docx")
    assert (notices, changed) == ([], False)
    right(convert(tree, "json").text, "markdown", 2)


@pytest.mark.parametrize("rule", ["nested", "empty", "undefined", "recovered", "linked", "image", "figure", "table"])
def test_every_rule_can_be_switched_off(rule):
    text = "A^[x^[y]] ![z^[w]](a.png) B[^zz]\n\n![C^[c]](b.png)"
    assert rule not in convert(text, ignore=(f"footnotes.{rule}",)).rules()
    assert not convert(text, ignore=("footnotes",)).changed
