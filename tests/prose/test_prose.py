r"""What is prose and what is not, as the authors of five formats write it.

| left alone                                                                      | table         |
| ------------------------------------------------------------------------------- | ------------- |
| code, math, raw text, addresses, attributes, keys, other metadata, struck words | `NO_PROSE`    |
| class `rlfix-ignore`, attribute `rlfix=off`                                     | `IGNORED`     |
| other languages                                                                 | `FOREIGN`     |
| between comments that say so                                                    | `COMMENTS`    |
| quotations, words marked [sic]                                                  | `QUOTATIONS`  |
| what citeproc and trackers of changes add                                       | `GENERATED`   |

In each source `the the` stays and `of of` is mended: nothing else may differ in the whole document.
"""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pypandoc
import pytest

from rlfix import document
from rlfix.pipeline import proofread

PANDOC = pypandoc.get_pandoc_path()

PROSE = [
    ("paragraph", "markdown", "A list of of plants."),
    ("line break", "markdown", "A list of\nof plants."),
    ("emphasis", "markdown", "*A list of of* plants, **one of of** them, ~~gone~~, H~of\\ of~, x^of\\ of^."),
    ("small capitals", "markdown", "[A list of of plants]{.smallcaps} and [one of of]{.underline}."),
    ("heading", "markdown", "# A list of of plants"),
    ("line block", "markdown", "| A list of of plants\n| and one of of\n| them"),
    ("cell", "markdown", "| a of of b | c |\n|---|---|\n| d of of e | f |\n"),
    ("caption of a table", "markdown", "| a | b |\n|---|---|\n| d | f |\n\n: A list of of plants"),
    ("term and definition", "markdown", "List of of plants\n:   A list of of plants."),
    ("note", "markdown", "Plants.^[A list of of them.] Plants.[^1]\n\n[^1]: A list of of them.\n\n    And of of more."),
    ("caption of a figure", "markdown", "![A list of of plants](x.png)"),
    ("alternative text", "markdown", "An ![image of of a plant](x.png) in a line."),
    ("list", "markdown", "- one of of\n\n  two of of\n\n1. three of of\n\n(@) four of of"),
    ("link", "markdown", "See [a list of of plants](x)."),
    ("span and div", "markdown", "::: {.box}\n[A list of of plants]{.red}\n:::"),
    ("title", "markdown", "---\ntitle: A list of of plants\nsubtitle: One of of them\n---\n"),
    (
        "abstract",
        "markdown",
        "---\nabstract: |\n  A list of of plants.\n\n  One of of them.\ndescription: All of of it\n---\n",
    ),
    ("figure", "markdown", "::: {#fig}\n![](x.png)\n\nA list of of plants\n:::"),
    ("paragraph", "html", "<p>A list of of plants, <em>one of of</em> <b>them of of</b> <i>all</i>.</p>"),
    ("heading", "html", "<h2>A list of of plants</h2>"),
    (
        "table",
        "html",
        "<table><caption>All of of it</caption><tr><th>a of of b</th></tr><tr><td>c of of d</td></tr></table>",
    ),
    ("definition", "html", "<dl><dt>List of of plants</dt><dd>All of of it</dd></dl>"),
    ("figure", "html", "<figure><img src='x.png' alt='one'><figcaption>A list of of plants</figcaption></figure>"),
    ("alternative text", "html", "<p>An <img src='x.png' alt='image of of a plant'> in a line.</p>"),
    ("title", "html", "<html><head><title>A list of of plants</title></head><body></body></html>"),
    ("link", "html", "<p><a href='x'>a list of of plants</a> <mark>one of of</mark> <small>two of of</small></p>"),
    ("list", "html", "<ul><li>one of of</li><li><p>two of of</p></li></ul>"),
    ("paragraph", "rst", "A list of of plants, *one of of* them."),
    ("heading", "rst", "Plants\n======\n\nA list of of plants\n-------------------\n\nText."),
    ("line block", "rst", "| A list of of plants\n| and one"),
    ("table", "rst", "=======  ===\na of of  b\n=======  ===\nc of of  d\n=======  ===\n"),
    ("caption", "rst", ".. figure:: x.png\n\n   A list of of plants\n\n   And of of more.\n"),
    ("note", "rst", "Plants. [1]_\n\n.. [1] A list of of them."),
    ("definition", "rst", "Plants.\n\nList of of plants\n   All of of it."),
    ("admonition", "rst", ".. note:: All of of it"),
    ("paragraph", "org", "A list of of plants, /one of of/ them."),
    ("heading", "org", "* A list of of plants"),
    ("title", "org", "#+TITLE: A list of of plants\n"),
    ("table", "org", "#+CAPTION: All of of it\n| a of of b | c |\n"),
    ("note", "org", "Plants.[fn:1]\n\n[fn:1] A list of of them."),
    ("definition", "org", "- List of of plants :: All of of it"),
    ("paragraph", "latex", "A list of of plants, \\emph{one of of} them."),
    ("heading", "latex", "\\section{A list of of plants}"),
    (
        "title",
        "latex",
        (
            "\\title{A list of of plants}\\begin{document}\\maketitle"
            "\\begin{abstract}All of of it\\end{abstract}\\end{document}"
        ),
    ),
    ("note", "latex", "Plants.\\footnote{A list of of them.}"),
    (
        "table",
        "latex",
        "\\begin{table}\\caption{All of of it}\\begin{tabular}{l}a of of b\\\\\\end{tabular}\\end{table}",
    ),
    ("figure", "latex", "\\begin{figure}\\includegraphics{x.png}\\caption{All of of it}\\end{figure}"),
    ("definition", "latex", "\\begin{description}\\item[List of of plants] All of of it\\end{description}"),
]

NO_PROSE = [
    ("code", "markdown", "All of of it: `the the`, `the the`{.python}, \\\n`of` of."),
    ("code block", "markdown", '    the the\n\n```{.x caption="the the"}\nthe the\n```\n\nAll of of it.'),
    ("math", "markdown", "All of of it: $\\text{the the}$ and\n\n$$\\text{the the}$$"),
    (
        "code cell of MyST",
        "markdown",
        "```{code-cell} python\nthe the\n\nthe the\n```\n\nthe the in code\n\n```{x} y\nthe the\n```\n\nAll of of it.",
    ),
    ("half a fence", "markdown", "A ```{x} y the the\n\nAll of of it."),
    ("Sphinx directives", "rst", "All of of it.\n\n.. testcode::\n\n   the the\n\n.. autofunction:: the the\n"),
    ("names of parameters", "rst", "All of of it.\n\n:param the the: One of of it.\n:type the the: list\n"),
    ("raw", "markdown", "All of of it: `the the`{=latex} \\the the\n\n```{=typst}\nthe the\n```"),
    ("tex macro", "markdown", "All of of it \\emph{the the}.\n\n\\begin{x}\nthe the\n\\end{x}"),
    ("address and title", "markdown", '[all of of it](</the the> "the the") ![one of of it](</the the> "the the")'),
    ("autolinks", "markdown", "All of of it: <https://the.the/the%20the>, <the.the@the.the>, <https://x.y/the>the."),
    ("link that shows its address", "markdown", "All of of it: [x:the the](<x:the the>)"),
    (
        "attributes",
        "markdown",
        '# All of of it {#a .b c="the the"}\n\n[one of of it]{c="the the"}\n\n::: {c="the the"}\n:::',
    ),
    ("citation", "markdown", "All of of it [see the the @the-the, p. the the; @x], @the-the [the the]."),
    ("example label", "markdown", "(@the-the) One of of it.\n\nAs in (@the-the)."),
    (
        "other metadata",
        "markdown",
        "---\ntitle: All of of it\nauthor: The the the\nkeywords: [the the]\ndate: the the\nx: {title: the the}\n---\n",
    ),
    ("struck out", "markdown", "All of of it, ~~the the~~."),
    ("keyboard", "markdown", "All of of it: [the the]{.kbd}"),
    ("emoji", "markdown+emoji", "All of of it :smile: the :smile: the."),
    (
        "words apart",
        "markdown",
        "the `x` the, the $x$ the, the ![](x.png) the, the [@x] the, the^[x] the, the  \nthe; of of.",
    ),
    ("blocks apart", "markdown", "- the\n- the\n\nthe\n\nthe\n\n| the | the |\n|---|---|\n| the | the |\n"),
    ("name", "markdown", "A record by The The and all of of it."),
    ("hyphens", "markdown", "the the-n, non-the the, the/the the/x, the the's, @the the, the the.com; of of."),
    (
        "code",
        "html",
        (
            "<p>All of of it: <code>the the</code> <samp>the the</samp> "
            "<var>the the</var> <kbd>x</kbd></p><pre>the the</pre>"
        ),
    ),
    ("script", "html+raw_html", "<script>the the</script><p>All of of it</p><!-- the the -->"),
    ("attributes", "html", "<p title='the the'><a href='the the' title='the the' rel='the the'>all of of it</a></p>"),
    ("struck out", "html", "<p>All of of it, <del>the the</del>, <s>the the</s>.</p>"),
    (
        "other metadata",
        "html",
        "<html><head><title>All of of it</title><meta name='x' content='the the'></head><body></body></html>",
    ),
    ("math", "html", "<p>All of of it <math><mtext>the the</mtext></math></p>"),
    (
        "code",
        "rst",
        (
            "All of of it: ``the the``, :code:`the the`, :math:`the the`.\n\n"
            "::\n\n   the the\n\n.. code:: python\n\n   the the\n"
        ),
    ),
    ("target", "rst", "All of of `it <https://x.y/the the>`_ and https://the.the/the."),
    ("raw", "rst", "All of of it.\n\n.. raw:: html\n\n   the the\n\n.. the the\n"),
    ("fields", "rst", "All of of it\n============\n\n:author: the the\n"),
    (
        "code",
        "org",
        "All of of it: ~the the~, =the the=, $the the$, \\(the the\\).\n\n#+BEGIN_SRC python\nthe the\n#+END_SRC\n",
    ),
    ("target", "org", "All [[the the][of of it]].\n\n# the the\n#+AUTHOR: The the the\n"),
    ("drawer", "org", "* All of of it\n:PROPERTIES:\n:x: the the\n:END:\n"),
    ("struck out", "org", "All of of it +the the+."),
    (
        "code",
        "latex",
        (
            "All of of it: \\texttt{the the} \\verb|the the|, $\\text{the the}$, \\url{x:the the}.\n"
            "\\begin{verbatim}\nthe the\n\\end{verbatim}"
        ),
    ),
    (
        "references",
        "latex",
        "All of of it \\cite[the the]{the the} \\ref{the the} \\label{the the} \\sout{the the} % the the",
    ),
    (
        "other metadata",
        "latex",
        "\\title{All of of it}\\author{The the the}\\date{the the}\\begin{document}\\end{document}",
    ),
]

IGNORED = [
    ("div", "markdown", "::: rlfix-ignore\nthe the\n\n- the the\n:::\n\nAll of of it."),
    ("span", "markdown", "All of of it, [the the *the the*]{.rlfix-ignore}, one of of it."),
    ("attribute of a div", "markdown", "::: {rlfix=off}\nthe the\n:::\n\nAll of of it."),
    ("attribute of a span", "markdown", "All of of it, [the the]{rlfix=off}."),
    ("link", "markdown", "All of of it, [the the](x){.rlfix-ignore}, [the the](x){rlfix=off}."),
    ("heading", "markdown", "# the the {.rlfix-ignore}\n\nAll of of it.\n\n# the the {rlfix=off}\n\nOne of of it."),
    ("note in a div", "markdown", "::: rlfix-ignore\nx^[the the]\n:::\n\nAll of of it^[one of of it]."),
    ("note in a span", "markdown", "[x^[the the]]{.rlfix-ignore} all of of it."),
    ("image in a span", "markdown", "[![the the](x.png)]{.rlfix-ignore} all of of it."),
    ("image", "markdown", "An ![the the](x.png){.rlfix-ignore} and all of of it."),
    ("figure", "markdown", "![the the](x.png){.rlfix-ignore}\n\nAll of of it."),
    (
        "table",
        "markdown",
        "::: rlfix-ignore\n| the the | x |\n|---|---|\n| the the | y |\n\n: the the\n:::\n\nAll of of it.",
    ),
    ("half a slip", "markdown", "All of of it, the [the]{.rlfix-ignore}."),
    ("another value", "markdown", "[all of of it]{rlfix=on}, [one of of it]{.ignore}"),
    ("div", "html", "<div class='rlfix-ignore'><p>the the</p></div><p>All of of it</p>"),
    ("data attribute", "html", "<div data-rlfix='off'><p>the the</p></div><p>All of of it</p>"),
    ("span", "html", "<p>All of of it <span class='rlfix-ignore'>the the</span></p>"),
    ("div", "rst", ".. container:: rlfix-ignore\n\n   the the\n\nAll of of it."),
    ("role", "rst", ".. role:: rlfix-ignore\n\nAll of of it :rlfix-ignore:`the the`."),
    ("div", "org", "#+BEGIN_rlfix-ignore\nthe the\n#+END_rlfix-ignore\n\nAll of of it."),
    ("div", "latex", "\\begin{rlfix-ignore}the the\\end{rlfix-ignore}\n\nAll of of it."),
]

FOREIGN = [
    ("div", "markdown", "::: {lang=fr}\nthe the\n:::\n\nAll of of it."),
    ("span", "markdown", "All of of it [the the]{lang=de-AT}."),
    ("heading", "markdown", "# the the {lang=fr}\n\nAll of of it."),
    ("heading in XML", "markdown", "# the the {xml:lang=fr}\n\nAll of of it."),
    ("document", "markdown", "---\nlang: fr-CA\ntitle: the the\n---\n\nthe the^[the the] and [the the](x)"),
    ("English in a foreign document", "markdown", "---\nlang: fr\n---\n\nthe the\n\n::: {lang=en}\nAll of of it.\n:::"),
    (
        "English",
        "markdown",
        "---\nlang: en-GB\n---\n\nAll of of it, [one of of it]{lang=en}.\n\n::: {lang=en-US}\nall of of it\n:::",
    ),
    (
        "unmarked paragraph",
        "markdown",
        "Este es un texto con the the y de la red para todos.\n\nAll of of it.",
    ),
    (
        "unmarked document",
        "markdown",
        (
            "# Der the the\n\nDas ist ein the the und der Text ist nicht auf Englisch, wir sind es auch nicht.\n\n"
            "Die the the sind von dem Text, den wir mit dem Titel und für die Zeile haben."
        ),
    ),
    ("English with names", "markdown", "Der Spiegel, La Jolla, de Bruijn, van der Waals, Las Vegas: all of of it."),
    ("a word that begins alike", "markdown", "---\nlang: enm\n---\n\nthe the"),
    ("note in a foreign span", "markdown", "[x^[the the]]{lang=fr} all of of it."),
    ("alternative text in a foreign span", "markdown", "[![the the](x.png)]{lang=fr} all of of it."),
    ("link", "markdown", "All of of it, [the the](x){lang=fr}."),
    ("div", "html", "<div lang='fr'><p>the the</p></div><p>All of of it</p>"),
    ("div in XHTML", "html", "<div xml:lang='fr'><p>the the</p></div><p>All of of it</p>"),
    ("span", "html", "<p>All of of it <span lang='fr'>the the</span></p>"),
    ("heading", "html", "<h1 lang='fr'>the the</h1><p>All of of it</p>"),
    ("document", "html", "<html lang='fr'><body><p>the the</p></body></html>"),
    ("document", "org", "#+LANGUAGE: fr\n\nthe the"),
    ("environment", "latex", "All of of it \\foreignlanguage{french}{the the} \\textfrench{the the}"),
    (
        "English babel",
        "latex",
        "\\documentclass[english]{article}\\usepackage[english]{babel}\\begin{document}all of of it\\end{document}",
    ),
]

COMMENTS = [
    ("blocks", "markdown", "of of\n\n<!-- rlfix-disable -->\n\nthe the\n\n# the the\n\n<!-- rlfix-enable -->\n\nof of"),
    ("in a line", "markdown", "x of of <!-- rlfix-disable --> the the <!-- rlfix-enable --> x of of"),
    ("to the end", "markdown", "x of of\n\n<!-- rlfix-disable -->\n\nthe the\n\n- the the^[the the]"),
    (
        "a rule",
        "markdown",
        (
            "<!-- rlfix-disable grammar.doubled-word -->\n\nthe the\n\n"
            "<!-- rlfix-enable grammar.doubled-word -->\n\nx of of"
        ),
    ),
    ("a group", "markdown", "<!-- rlfix-disable grammar -->\n\nthe the\n\n<!-- rlfix-enable -->\n\nx of of"),
    ("another rule", "markdown", "<!-- rlfix-disable spelling, footnotes grammar.other grammar.doubled -->\n\nx of of"),
    (
        "several rules",
        "markdown",
        "<!-- rlfix-disable spelling, grammar -->\n\nthe the\n\n<!-- rlfix-enable grammar -->\n\nx of of",
    ),
    (
        "enabling another rule",
        "markdown",
        "<!-- rlfix-disable -->\n\nthe the\n\n<!-- rlfix-enable spelling -->\n\nthe the",
    ),
    ("next block", "markdown", "of of\n\n<!-- rlfix-disable-next-line -->\n\nthe the\n\nx of of"),
    ("next line", "markdown", "x of of <!-- rlfix-disable-next-line -->\nthe the\nx of of"),
    ("next line, a rule", "markdown", "<!-- rlfix-disable-next-line grammar.doubled-word -->\nthe the\nx of of"),
    ("next line, another rule", "markdown", "<!-- rlfix-disable-next-line spelling -->\nx of of"),
    ("next line of a poem", "markdown", "| <!-- rlfix-disable-next-line -->\n| the the\n| x of of"),
    ("next line, heading", "markdown", "<!-- rlfix-disable-next-line -->\n\n# the the\n\nx of of"),
    ("next line, its note", "markdown", "<!-- rlfix-disable-next-line -->\n\nthe the^[the the]\n\nx of of"),
    (
        "in a list",
        "markdown",
        "- one of of\n- <!-- rlfix-disable -->the the\n- the the\n\n<!-- rlfix-enable -->\n\nx of of",
    ),
    ("upper case", "markdown", "<!-- RLFIX-DISABLE -->\n\nthe the\n\n<!--rlfix-enable-->\n\nx of of"),
    ("several lines", "markdown", "<!--\n rlfix-disable\n grammar\n-->\n\nthe the\n\n<!-- rlfix-enable -->\n\nx of of"),
    ("vale", "markdown", "<!-- vale off -->\n\nthe the\n\n<!-- vale on -->\n\nx of of"),
    ("a style of vale", "markdown", "<!-- vale Google.Style = NO -->\n\nx of of"),
    ("textlint", "markdown", "<!-- textlint-disable -->\n\nthe the\n\n<!-- textlint-enable -->\n\nx of of"),
    ("cspell", "markdown", "<!-- cspell:disable -->\n\nx of of\n\n<!-- spell-checker: disable -->\n\nx of of"),
    ("cspell, next line", "markdown", "<!-- cSpell:disable-next-line -->\n\nx of of"),
    ("cspell inside", "markdown", "<!-- rlfix-disable -->\n\nthe the\n\n<!-- cspell:enable -->\n\nthe the"),
    ("other comments", "markdown", "<!-- disable --> <!-- rlfix-disabled --> x of of <!-- rlfix -->"),
    ("other formats", "markdown", "`rlfix-disable`{=html} x of of `<!-- rlfix-disable -->` x of of"),
    ("note of a line that is off", "markdown", "<!-- rlfix-disable --> x^[the the] <!-- rlfix-enable --> y^[x of of]"),
    ("half a slip", "markdown", "of of. Water the <!-- rlfix-disable -->the<!-- rlfix-enable --> plants."),
    ("blocks", "gfm", "x of of\n\n<!-- rlfix-disable -->\n\nthe the\n\n<!-- rlfix-enable -->\n\nx of of"),
    ("blocks", "commonmark", "x of of\n\n<!-- rlfix-disable -->\nthe the\n\n<!-- rlfix-enable -->\n\nx of of"),
    (
        "in HTML, with raw_html",
        "html+raw_html",
        "<p>of of</p><!-- rlfix-disable --><p>the the</p><!-- rlfix-enable --><p>of of</p>",
    ),
    (
        "raw",
        "rst",
        (
            "x of of\n\n.. raw:: html\n\n   <!-- rlfix-disable -->\n\nthe the\n\n"
            ".. raw:: html\n\n   <!-- rlfix-enable -->\n\nx of of"
        ),
    ),
    ("raw", "org", "x of of\n\n#+HTML: <!-- rlfix-disable -->\n\nthe the\n\n#+HTML: <!-- rlfix-enable -->\n\nx of of"),
]

QUOTATIONS = [
    ("block quotation", "markdown", "> the the\n>\n> - the the^[the the]\n\nAll of of it."),
    ("quotation marks", "markdown", "All of of it: \"the the\" and 'the the', one of of it."),
    ("nested", "markdown", "\"x 'the the' the the\" of of"),
    ("formatted", "markdown", '"x *the the* [the the](x)" of of'),
    ("not resolved", "markdown-smart", "All of of it: \"the the\" and 'the the', one of of it."),
    ("over two lines", "markdown-smart", 'All of of it: "so\nthe the\nend", one of of it.'),
    ("curly", "markdown-smart", "All of of it: “the the” and ‘the the’, „the the“, «the the», one of of it."),
    ("curly and smart", "markdown", "All of of it: “the the”, one of of it."),
    ("apostrophes", "markdown-smart", "The dogs' bowls of of water and the cats' food; it's of of no use, 'tis of of."),
    ("apostrophes and smart", "markdown", "The dogs' bowls of of water and the cats' food; it's of of no use."),
    ("inches", "markdown-smart", 'A 5" pot of of soil and a 6" pot.'),
    ("note in a quotation", "markdown", "> x^[the the]\n\ny^[of of]"),
    ("sic", "markdown", "the the [sic] plants, the the (sic), the the [sic!] all of of it"),
    ("sic after marks", "markdown", '"the the" [sic] and *the the* [sic], all of of it'),
    ("sic far away", "markdown", "all of of it [sic] one of of them sic"),
    ("sic as a link", "markdown", "the the [[sic]](x) all of of it"),
    ("block quotation", "html", "<blockquote><p>the the</p></blockquote><p>All of of it <q>the the</q> “the the”</p>"),
    ("block quotation", "rst", "All of of it\n\n   the the\n\n.. epigraph::\n\n   the the"),
    ("quotation marks", "rst", 'All of of it "the the", “the the”.'),
    ("block quotation", "org", 'All of of it "the the"\n\n#+BEGIN_QUOTE\nthe the\n#+END_QUOTE\n'),
    ("verse", "org", "#+BEGIN_VERSE\nall of of it\n#+END_VERSE\n"),
    (
        "block quotation",
        "latex",
        "All of of it ``the the'' `the the' \\enquote{the the}\n\\begin{quote}the the\\end{quote}",
    ),
]

GENERATED = [
    ("deleted", "markdown", 'All of of it, [the the]{.deletion author="x"}, [one of of it]{.insertion}.'),
    ("comment of a reviewer", "markdown", "All of of it [the the]{.comment-start id=0}x[]{.comment-end id=0}."),
    ("bibliography", "markdown", ("All of of it.\n\n::: {#refs .references .csl-bib-body}\n"
        "::: {#ref-x .csl-entry}\nthe the\n:::\n:::")),
    ("bibliography by its name", "markdown", "All of of it.\n\n::: {#refs}\nthe the\n:::"),
    ("formatted citation", "markdown", "All of of it [the the]{.citation}."),
    ("inserted", "html", "<p>All of of it <ins>one of of it</ins> <span class='deletion'>the the</span></p>"),
]  # fmt: skip

TABLES = {
    "prose": PROSE,
    "no prose": NO_PROSE,
    "ignored": IGNORED,
    "foreign": FOREIGN,
    "comments": COMMENTS,
    "quotations": QUOTATIONS,
    "generated": GENERATED,
}
CASES = [
    pytest.param(reader, source, id=f"{table}-{reader}-{name}")
    for table, rows in TABLES.items()
    for name, reader, source in rows
]


def read(source: str, reader: str) -> bytes:
    command = [PANDOC, "-f", reader, "-t", "json", "--standalone"]
    return subprocess.run(command, input=source.encode(), capture_output=True, check=True, timeout=30).stdout


def everything(node: Any) -> str:
    """Return all strings of a document in JSON, its words as they are read and a bar between other things."""
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return "".join(map(everything, node))
    if not isinstance(node, dict):
        return f" {node} "
    tag = node.get("t")
    if tag in {"Space", "SoftBreak"}:
        return " "
    inner = "".join(everything(value) for key, value in sorted(node.items()) if key != "t")
    return inner if tag in {"Str", "Emph", "Strong", "Superscript", "Subscript"} else f"|{inner}|"


@pytest.mark.parametrize(("reader", "source"), CASES)
def test_the_the_stays_and_of_of_goes(reader, source):
    data = read(source, reader)
    doc = document.load(data)
    proofread(doc)
    before, after = everything(json.loads(data)), everything(json.loads(document.dump(doc)))
    assert after == before.replace("of of", "of").replace("of-of", "of")
    assert ("the the" in before, "of of" in before) == ("the the" in source, "of of" in source.replace("\n", " "))
