"""Footnotes in reStructuredText and Org, extensions, and large files."""

import time

import pytest

from rlfix.source.labels import find, relabel
from source.test_labels import fixed, order, told

RST_LEFT_ALONE = [
    "A [1]_ b [2]_.\n\n.. [1] one\n.. [2] two\n",
    "A [#]_ b [#lab]_ c [*]_.\n\n.. [#lab] lab\n.. [#] auto\n.. [*] star\n",
    "A [CIT2002]_.\n\n.. [CIT2002] A citation.\n",
]


@pytest.mark.parametrize("source", RST_LEFT_ALONE)
def test_rst_left_alone(source):
    assert relabel(source, "rst").source is source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("B [2]_ A [1]_\n\n.. [1] a\n.. [2] b\n", "B [1]_ A [2]_\n\n.. [1] b\n.. [2] a\n"),
        (
            "B [7]_ A [5]_ B [7]_\n\n.. [5] a\n   more\n\n   - list\n\n.. [7] b\n",
            "B [1]_ A [2]_ B [1]_\n\n.. [1] b\n\n.. [2] a\n   more\n\n   - list\n",
        ),
        (
            "A [#]_ B [#lab]_ C [5]_ D [*]_\n\n.. [5] c\n.. [#] a\n.. [#lab] b\n.. [*] d\n",
            "A [1]_ B [2]_ C [3]_ D [4]_\n\n.. [1] a\n.. [2] b\n.. [3] c\n.. [4] d\n",
        ),
        ("A [3]_ B [9]_\n\n.. [3] a\n", "A [1]_ B [9]_\n\n.. [1] a\n"),
        ("A [3]_ B [1]_\n\n.. [3] a\n", "A [2]_ B [1]_\n\n.. [2] a\n"),
        ("A [3]_\n\n.. [3]\n   below\n\n.. [1] unused\n", "A [1]_\n\n.. [1]\n   below\n\n.. [2] unused\n"),
    ],
)
def test_rst(before, after):
    assert fixed(before, "rst") == after


RST_LITERAL = [
    "``[1]_``",
    "*see [1]_*",
    "`see [1]_`",
    "\\[1]_",
    "::\n\n   see [1]_\n",
    ".. code:: x\n\n   [1]_\n",
    ".. a comment [1]_\n   and [1]_",
    ".. math:: x [1]_",
    ".. _t: http://example.org/[1]_",
    ".. image:: a.png\n   :alt: see [1]_",
    "http://example.org/[1]_ x",
]


@pytest.mark.parametrize("text", RST_LITERAL)
def test_rst_literal_text_stays(text):
    source = f"B [2]_ A [1]_\n\n{text}\n\n.. [1] a\n.. [2] b\n"
    assert fixed(source, "rst") == f"B [1]_ A [2]_\n\n{text}\n\n.. [1] b\n.. [2] a\n"


@pytest.mark.parametrize(
    "text",
    [
        "- i [1]_",
        ".. note:: n [1]_\n\n   and [1]_",
        "H [1]_\n------",
        "| l [1]_",
        ":f: v [1]_",
        "x\n  y [1]_",
        "``a``[1]_",
    ],
)
def test_rst_references_in_all_kinds_of_text(text):
    source = f"B [2]_\n\n{text}\n\n.. [1] a\n.. [2] b\n"
    assert text.replace("[1]_", "[2]_") in fixed(source, "rst")


def test_rst_nested_references_follow():
    source = "A [5]_ B [6]_\n\n.. [5] see [9]_\n.. [9] inner\n.. [6] b\n"
    assert fixed(source, "rst") == "A [1]_ B [2]_\n\n.. [1] see [3]_\n.. [2] b\n.. [3] inner\n"
    assert relabel(source, "rst").shown == (("9", "3"),)


def test_rst_keep_names():
    source = "A [#lab]_ B [5]_ C [3]_\n\n.. [#lab] a\n.. [3] c\n.. [5] b\n"
    assert fixed(source, "rst", "keep-names") == "A [#lab]_ B [1]_ C [2]_\n\n.. [#lab] a\n.. [2] c\n.. [1] b\n"


ORG_LEFT_ALONE = [
    "A[fn:1] B[fn:2]\n\n[fn:1] one\n\n[fn:2] two\n",
    "A[fn::anonymous] [1] x\n",
    "=[fn:1]= ~[fn:1]~ $[fn:1]$\n",
]


@pytest.mark.parametrize("source", ORG_LEFT_ALONE)
def test_org_left_alone(source):
    assert relabel(source, "org").source is source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("B[fn:2] A[fn:1]\n\n[fn:1] a\n\n[fn:2] b\n", "B[fn:1] A[fn:2]\n\n[fn:1] b\n\n[fn:2] a\n"),
        (
            "A[fn:name] B[fn::anon] C[fn:l: inline] D[fn:l] E[fn:9]\n\n[fn:9] e\n\nmore\n\n[fn:name] a\n",
            "A[fn:1] B[fn::anon] C[fn:2: inline] D[fn:2] E[fn:3]\n\n[fn:1] a\n\n[fn:3] e\n\nmore\n",
        ),
        (
            "A[fn:2] B[fn:a] C[fn:b]\n\n[fn:a] one\n\n[fn:b] two\n",
            "A[fn:2] B[fn:1] C[fn:3]\n\n[fn:1] one\n\n[fn:3] two\n",
        ),
        (
            "A[fn:b] B[fn:a]\n\n* Footnotes\n\n[fn:a] a\n[fn:b] b\n\n\nafter\n",
            "A[fn:1] B[fn:2]\n\n* Footnotes\n\n[fn:1] b\n[fn:2] a\n\n\nafter\n",
        ),
        ("A[fn:x]\n\n[fn:x] see[fn:y]\n\n[fn:y] z\n", "A[fn:1]\n\n[fn:1] see[fn:2]\n\n[fn:2] z\n"),
    ],
)
def test_org(before, after):
    assert fixed(before, "org") == after


@pytest.mark.parametrize(
    "text",
    [
        "=[fn:1]=",
        "~[fn:1]~",
        "$[fn:1]$",
        ": [fn:1]",
        "# [fn:1]",
        "#+begin_src x\n[fn:1]\n#+end_src",
        "#+begin_example\n[fn:1]\n\n\n[fn:2]\n#+end_example",
        ":PROPERTIES:\n:X: [fn:1]\n:END:",
        "@@html:[fn:1]@@",
        "* COMMENT Hidden\ntext[fn:1]\n* Shown",
    ],
)
def test_org_literal_text_stays(text):
    source = f"B[fn:2] A[fn:1]\n\n{text}\n\n[fn:1] a\n\n[fn:2] b\n"
    assert fixed(source, "org") == f"B[fn:1] A[fn:2]\n\n{text}\n\n[fn:1] b\n\n[fn:2] a\n"


@pytest.mark.parametrize(
    "text", ["- i[fn:1]", "| t[fn:1] |", "#+begin_quote\nq[fn:1]\n#+end_quote", "* H[fn:1]", "*b[fn:1]*"]
)
def test_org_references_in_all_kinds_of_text(text):
    source = f"B[fn:2]\n\n{text}\n\n[fn:1] a\n\n[fn:2] b\n"
    assert text.replace("[fn:1]", "[fn:2]") in fixed(source, "org")


def test_org_says_which_number_it_leaves_out():
    assert "no note is numbered 2" in told("A[fn:2] B[fn:a] C[fn:b]\n\n[fn:a] one\n\n[fn:b] two\n", "org")


@pytest.mark.parametrize(
    "reader", ["commonmark", "html", "markdown-footnotes", "gfm-footnotes", "markdown_strict", "docx"]
)
def test_readers_without_footnotes_find_none(reader):
    assert relabel("A[^x]\n\n[^x]: a\n", reader).source == "A[^x]\n\n[^x]: a\n"


def test_extensions_are_heeded():
    assert not find("A^[b]", "markdown-inline_notes").inline
    assert fixed("$a[^x]$ b[^x]\n\n[^x]: a\n", "markdown-tex_math_dollars").startswith("$a[^1]$ b[^1]")
    assert fixed("A[^x]\n\n[^x]: a\n", "markdown+emoji-smart") == "A[^1]\n\n[^1]: a\n"


@pytest.mark.parametrize(
    ("reader", "reference", "definition"),
    [
        ("markdown", "[^{}]", "[^{}]: body of {}"),
        ("gfm", "[^{}]", "[^{}]: body of {}"),
        ("rst", " [{}]_", ".. [{}] body of {}"),
        ("org", "[fn:{}]", "[fn:{}] body of {}"),
    ],
)
def test_five_hundred_notes_in_two_megabytes(reader, reference, definition):
    labels = sorted(range(1, 501), key=lambda number: number * 211 % 503)
    paragraph = "Lorem ipsum `dolor` sit *amet*, [link](http://example.org). " * 68
    text = "\n\n".join(paragraph + reference.format(label) for label in labels)
    notes = "\n".join(definition.format(label, label) for label in range(1, 501))
    start = time.perf_counter()
    result = relabel(f"{text}\n\n{notes}\n", reader).source
    assert time.perf_counter() - start < 3  # about 0.3 on an idle machine
    assert len(result) > 2_000_000
    assert order(result, reader) == [str(number) for number in range(1, 501)]


@pytest.mark.parametrize("reader", ["markdown", "gfm", "rst", "org"])
@pytest.mark.parametrize(
    "hostile",
    [
        "` " * 20_000,
        "[" * 20_000,
        "```\na\n\n" * 3_001,
        "> " * 400 + "a",
        "\n".join("  " * depth + "- a" for depth in range(200)),
        "<!-- a\n" * 5_000,
        "<div>\n" * 2_000,
        "[a](" + "(" * 20_000,
        "\\begin{a}\n" * 3_000,
        "[^1]:\n" * 2_000,
        "=a " * 10_000,
    ],
)
def test_hostile_text_takes_no_longer(reader, hostile):
    start = time.perf_counter()
    relabel(f"{hostile}\n\nA[^1]\n\n[^1]: a\n", reader)
    assert time.perf_counter() - start < 5
