"""Footnotes in a file's own text: what is left alone, and what becomes of the rest.

`fixed` checks each result against Pandoc: the tree is what it was, labels are 1 to n in the order in
which the text refers to them, and a second run changes nothing.
"""

import functools
import json
import re
import subprocess

import pypandoc
import pytest

from rlfix.source.labels import find, relabel

MARKDOWN = ("markdown", "gfm", "commonmark_x")
ALL_MARKDOWN = (*MARKDOWN, "markdown_mmd", "markdown_phpextra")


@functools.cache
def tree(source, reader):
    command = [pypandoc.get_pandoc_path(), "-f", reader, "-t", "json"]
    done = subprocess.run(command, input=source.encode(), capture_output=True, check=True, timeout=20)
    return json.loads(done.stdout)


def same(before, after, reader, *, spelled=False):
    """Compare the trees, but for note numbers in citations and identifiers made from headings with notes."""
    return _plain(tree(before, reader), spelled) == _plain(tree(after, reader), spelled)


def _plain(node, spelled):
    if isinstance(node, list):
        return [_plain(item, spelled) for item in node]
    if isinstance(node, str):
        return re.sub(r"\[(?:\^|fn:)[^\]\s]+\]|##NOTE##\w+", "[]", node) if spelled else node
    if not isinstance(node, dict):
        return node
    if spelled and node.get("t") == "Link" and node["c"][2][0].startswith("##NOTE##"):
        return "[]"
    if node.get("t") == "Header" and '"Note"' in json.dumps(node):
        node = {**node, "c": [node["c"][0], ["", *node["c"][1][1:]], node["c"][2]]}
    return {key: _plain(item, spelled) for key, item in node.items() if key != "citationNoteNum"}


def order(source, reader):
    """Return the labels that the text refers to, each once, as far as they are defined."""
    notes = find(source, reader)
    key = notes.syntax.key
    defined = {key(place.label) for place in notes.definitions}
    defined |= {key(place.label) for place in notes.references if place.defines}
    return list(dict.fromkeys(place.label for place in notes.references if key(place.label) in defined))


def bodies(source, reader):
    return sorted(source[one.body_start : one.end].strip() for one in find(source, reader).definitions)


def fixed(source, reader="markdown", policy="number", *, oracle=True):
    result = relabel(source, reader, policy)
    again = relabel(result.source, reader, policy)
    assert again.source == result.source
    if oracle:
        assert same(source, result.source, reader, spelled=bool(result.shown)), result.source
    if policy == "number":
        numbers = [int(label) for label in order(result.source, reader)]
        assert numbers == list(range(1, len(numbers) + 1)) or "is numbered" in told(source, reader), result.source
    return result.source


def told(source, reader="markdown", policy="number"):
    return "\n".join(map(str, relabel(source, reader, policy).notices))


LEFT_ALONE = [
    "",
    "No notes at all, [1] is a citation, x² and 10^3^ and 1st^a^.",
    "A[^1] B[^2] A[^1]\n\n[^1]: one\n[^2]: two\n",
    "A[^1]\n\n[^1]: one\n\n    more\n\n    - list\n\ntext\n",
    "Only an undefined[^zz] one.",
    'match [^a-z] and [^"] and h[^ae]llo here\n',
    "`[^7]` and ``a`[^8]`` and \\[^9] and [\\^9]\n",
    "```\n[^7]\n\n[^7]: code\n```\n",
    "~~~ md\n[^7]\n~~~\n",
    "> ```\n> [^7]: code\n> ```\n",
    "- ```\n  [^7]: code\n  ```\n",
    "text\n\n    [^7]: indented\n",
    "<!-- see[^7]\n\n[^7]: no\n-->\n",
    "<pre>\nsee[^7]\n[^7]: no\n</pre>\n",
    "<script>\n[^7]: no\n</script>\n",
    '<span title="[^7]">x</span>\n',
    "<http://example.org/[^7]> and [a](http://example.org/[^7])\n",
    "[a]: http://example.org/[^7]\n\n[a]\n",
    "+++\ntitle = 'see[^7]'\n+++\n\ntext\n",
    "A[^1] ^[inline] B[^2]\n\n[^1]: one\n[^2]: two\n",
]


@pytest.mark.parametrize("source", LEFT_ALONE)
@pytest.mark.parametrize("reader", MARKDOWN)
def test_left_alone(source, reader):
    result = relabel(source, reader)
    assert result.source is source
    assert result.shown == ()


BESIDE = [
    ("`[^7]`", MARKDOWN),
    ("``a`[^7]`` and ```[^7]```", MARKDOWN),
    ("```\n[^7]\n\n[^7]: code\n```", MARKDOWN),
    ("~~~\n[^7]\n~~~", MARKDOWN),
    ("> ~~~\n> [^7]: code\n> ~~~", MARKDOWN),
    ("1. ```\n   [^7]: code\n   ```", MARKDOWN),
    ("para\n\n    [^7]: indented\n\n\t[^7]", MARKDOWN),
    ("$x[^7]$ and $$\ny[^7]\n$$", MARKDOWN),
    ("$`x[^7]`$", ("gfm",)),
    ("<!-- [^7]\n\n[^7]: no\n-->", MARKDOWN),
    ("<pre>\n[^7]\n[^7]: no\n</pre>", MARKDOWN),
    ("`<b>[^7]</b>`{=html}", ("markdown", "commonmark_x")),
    ("```{=html}\n[^7]\n```", ("markdown", "commonmark_x")),
    ('[x]{title="[^7]"}', ("markdown", "commonmark_x")),
    ('# head {#id title="[^7]"}', ("markdown",)),
    ("\\[^7] and [\\^7]", MARKDOWN),
    ("[a](<http://example.org/[^7]>) [b](/x 'see [^7]')", MARKDOWN),
    ("http://example.org/[^7] b", ("gfm",)),
    ("\\begin{align}\n[^7]\n\\end{align}", ("markdown",)),
    ("``` [^7] ``` is code, not a fence", MARKDOWN),
    ("``` title=x\n[^7]\n```", ("markdown",)),
]


@pytest.mark.parametrize(("text", "readers"), BESIDE)
def test_what_looks_like_a_note_stays_while_real_notes_change(text, readers):
    source = f"A[^b]\n\n{text}\n\nB[^7] C[^c]\n\n[^7]: seven\n[^b]: bee\n[^c]: see\n"
    for reader in readers:
        result = fixed(source, reader)
        assert text in result
        assert "A[^1]" in result
        assert "B[^2] C[^3]\n\n[^1]: bee\n[^2]: seven\n[^3]: see\n" in result


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("B[^2] A[^1]\n\n[^1]: a\n[^2]: b", "B[^1] A[^2]\n\n[^1]: b\n[^2]: a"),
        ("A[^3] B[^5]\n\n[^3]: a\n[^5]: b", "A[^1] B[^2]\n\n[^1]: a\n[^2]: b"),
        ("A[^10] B[^9] C[^1]\n\n[^10]: a\n[^9]: b\n[^1]: c", "A[^1] B[^2] C[^3]\n\n[^1]: a\n[^2]: b\n[^3]: c"),
        ("A[^a] B[^b] C[^a]\n\n[^b]: two\n\n[^a]: one", "A[^1] B[^2] C[^1]\n\n[^1]: one\n\n[^2]: two"),
        ("A[^x][^y] [^x], B\n\n[^x]: a\n[^y]: b", "A[^1][^2] [^1], B\n\n[^1]: a\n[^2]: b"),
        ("[^x]: a\n\nA[^y] B[^x]\n\n[^y]: b", "[^1]: b\n\nA[^1] B[^2]\n\n[^2]: a"),
        ("at 12:00[^x].\n\n[^x]: a", "at 12:00[^1].\n\n[^1]: a"),
        ("as noted[^x]: more\n\n[^x]: a", "as noted[^1]: more\n\n[^1]: a"),
        ("A[^x]\n\n# Head\n[^x]: a", "A[^1]\n\n# Head\n[^1]: a"),
        ("A[^x]\n\n<hr>\n\n[^x]: a\n\n# End\n", "A[^1]\n\n<hr>\n\n[^1]: a\n\n# End\n"),
        ("A[^x]\n\n## Footnotes\n\n***\n\n[^x]:\n    a", "A[^1]\n\n## Footnotes\n\n***\n\n[^1]:\n    a"),
        ("A[^y] B[^x]\n\n[^x]: a\n\n[l]: /u\n\n[^y]: b\n", "A[^1] B[^2]\n\n[^1]: b\n\n[l]: /u\n\n[^2]: a\n"),
    ],
)
@pytest.mark.parametrize("reader", MARKDOWN)
def test_numbers_in_the_order_of_reference(before, after, reader):
    assert fixed(before, reader).rstrip() == after.rstrip()


@pytest.mark.parametrize(
    "label", ["é", "注", "num-1", "a.b", "arXiv:2026.1", "01", "1a", "-2", "0", "0.5", "9" * 23, "a/b", "x_y", "§"]
)
@pytest.mark.parametrize("reader", ALL_MARKDOWN)
def test_any_label(label, reader):
    assert fixed(f"A[^{label}]\n\n[^{label}]: body\n", reader) == "A[^1]\n\n[^1]: body\n"


def test_two_blocks_of_definitions_share_their_places():
    source = "A[^c]\n\n[^a]: one\n\nB[^a] C[^b]\n\n[^b]: two\n[^c]: three\n"
    assert fixed(source) == "A[^1]\n\n[^1]: three\n\nB[^2] C[^3]\n\n[^2]: one\n[^3]: two\n"


BODIES = [
    "one\n\n    two\n\n    three",
    "one\nlazy\n    and not",
    "- a\n    - b",
    "> quoted\n    > more",
    "one\n\n    ```\n    [^2]: code\n\n    x\n    ```",
    "| a | b |\n    |---|---|\n    | c | d |",
    "one\n\n\tby tab",
    "one\n\n        code",
    "[a](b)",
    "<http://example.org>",
    "`x[^2]` and $y[^2]$",
    "   wide",
    "^^",
    "*a* \\[^2]",
]


@pytest.mark.parametrize("reader", MARKDOWN)
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_bodies_move_whole(body, gap, reader):
    source = f"A[^2] B[^1]\n\n[^1]: {body}{gap}[^2]: other\n\nend\n"
    assert fixed(source, reader) == f"A[^1] B[^2]\n\n[^1]: other{gap}[^2]: {body}\n\nend\n"


@pytest.mark.parametrize("reader", MARKDOWN)
@pytest.mark.parametrize("body", ["\n    below", "close"])
def test_bodies_that_start_elsewhere(body, reader):
    source = f"A[^2] B[^1]\n\n[^1]:{body}\n[^2]: other\n"
    assert fixed(source, reader) == f"A[^1] B[^2]\n\n[^1]: other\n[^2]:{body}\n"


@pytest.mark.parametrize(
    "source",
    [
        "A[^1] B[^2]\n\n> q\n>\n> [^2]: quoted\n\n[^1]: plain\n",
        "A[^2] B[^1]\n\n- i\n\n  [^1]: in an item\n\n[^2]: plain\n",
        "A[^2] B[^1]\n\n<details>\n\n[^1]: in details\n\n</details>\n\n[^2]: plain\n",
        "A[^2] B[^1]\n\n<div>\n\n[^1]: in a div\n\n</div>\n\n[^2]: plain\n",
        "A[^2] B[^1]\n\n[^1]: one\n***\n\n[^2]: two\n",
        "A[^2] B[^1]\n\n[^1]: one\n    more\n\n---\n\n[^2]: two\n",
        "para\n\n[^1]: one\n\n---\n\nA[^2] B[^1]\n\n[^2]: two\n",
        "A[^2] B[^1]\n\n[^2]: two\n<div>\n\n</div>\n\n[^1]: one\n",
        "A[^2] B[^1]\n\n<hr>\n[^1]: one\n\n[^2]: two\n",
        "A[^2] B[^1]\n\n```\nunclosed\n\n[^1]: one\n\n[^2]: two\n",
        "A[^2] B[^1]\n\n[^1]: one\n\n: a term?\n\n[^2]: two\n",
    ],
)
@pytest.mark.parametrize("reader", ALL_MARKDOWN)
def test_places_where_a_definition_must_not_go(source, reader):
    result = fixed(source, reader)
    assert bodies(result, reader) == bodies(source, reader)


def test_definitions_in_quotes_and_items_keep_their_place():
    source = "A[^x] B[^y]\n\n> [^y]: quoted\n\n- i\n\n  [^x]: item\n"
    assert fixed(source) == "A[^1] B[^2]\n\n> [^2]: quoted\n\n- i\n\n  [^1]: item\n"


@pytest.mark.parametrize("reader", MARKDOWN)
def test_every_place_a_reference_can_stand_in(reader):
    source = (
        "# Head[^a]\n\n*em[^b]* **st[^c]** [link[^d]](u) ![alt[^e]](i) “q[^f]”\n\n"
        "| x[^g] | y |\n|---|---|\n| z[^h] | w |\n\n> quote[^i]\n\n- item[^j]\n    - inner[^k]\n\n"
        + "".join(f"[^{label}]: {label * 3}\n" for label in "kjihgfedcba")
    )
    result = fixed(source, reader)
    assert order(result, reader) == [str(number) for number in range(1, 12)]
    assert re.findall(r"^\[\^\d+\]: (\w)", result, re.MULTILINE) == list("abcdefghijk")


def test_places_of_pandocs_own():
    source = (
        "Term[^a]\n:   means[^b]\n\n| line[^c]\n| block[^d]\n\n| x[^e] |\n|---|\n| y |\n\n: Caption[^f]\n\n"
        "![figure[^g]](i.png)\n\n[span[^h]]{.c} @key [@key, p. 1[^i]] ~~s[^j]~~\n\n"
        + "".join(f"[^{label}]: {label * 3}\n\n" for label in "jihgfedcba")
    )
    assert order(fixed(source), "markdown") == [str(number) for number in range(1, 11)]


def test_a_caption_below_its_table_comes_after_the_cells():
    result = fixed("| x[^td] |\n|---|\n| y |\n\n: Cap[^cap]\n\n[^cap]: c\n[^td]: t\n")
    assert "| x[^1] |" in result
    assert ": Cap[^2]" in result


@pytest.mark.parametrize("reader", MARKDOWN)
def test_nested_references_come_after_those_of_the_text(reader):
    source = "A[^1] B[^3]\n\n[^1]: outer[^2]\n[^2]: inner\n[^3]: last\n"
    result = fixed(source, reader)
    assert result == "A[^1] B[^2]\n\n[^1]: outer[^3]\n[^2]: last\n[^3]: inner\n"
    assert "footnotes.nested: line 3" in told(source, reader)


@pytest.mark.parametrize("reader", MARKDOWN)
@pytest.mark.parametrize(
    "source",
    ["A[^x]\n\n[^x]: see[^x]\n", "A[^x] B[^y]\n\n[^x]: see[^y]\n[^y]: see[^x]\n", "A\n\n[^x]: [^y]\n[^y]: [^x]\n"],
)
def test_notes_that_refer_to_each_other_end(source, reader):
    result = relabel(source, reader)
    assert result.endless
    assert "[^1]: " in fixed(source, reader, oracle=reader == "markdown")


def test_inline_notes_take_no_number():
    source = "A^[in [pairs] and `code]`] B[^x] ^[see[^y]] C[^z]\n\n[^x]: a\n[^y]: b\n[^z]: c\n"
    assert [source[one.start : one.end] for one in find(source, "markdown").inline] == [
        "^[in [pairs] and `code]`]",
        "^[see[^y]]",
    ]
    assert fixed(source).startswith("A^[in [pairs] and `code]`] B[^1] ^[see[^2]] C[^3]\n")
    assert not find(source, "gfm").inline


@pytest.mark.parametrize("newline", ["", "\n", "\n\n\n"])
def test_the_end_of_the_file_stays(newline):
    source = f"B[^2] A[^1]\n\n[^1]: a\n\n[^2]: b{newline}"
    assert fixed(source) == f"B[^1] A[^2]\n\n[^1]: b\n\n[^2]: a{newline}"


def test_metadata_refers_to_notes_in_pandocs_markdown_only():
    source = '---\ntitle: "T[^t]"\n# c[^c]\nabstract: |\n  x[^a] `[^c]`\nlist: [^a]\n---\n\nA[^c]\n\n'
    source += "[^a]: a\n[^c]: c\n[^t]: t\n"
    result = fixed(source)
    assert '"T[^1]"\n# c[^c]\nabstract: |\n  x[^2] `[^c]`\nlist: [^a]' in result
    assert "A[^3]\n\n[^1]: t\n[^2]: a\n[^3]: c" in result
    result = fixed(source, "gfm")
    assert 'title: "T[^t]"' in result
    assert "A[^1]\n\n[^1]: c\n[^2]: a\n[^3]: t" in result


def test_the_words_of_a_post():
    old = ["-2", "-1", "6", "5", "7", "9", "8", "0", "0.5", "1", "2", "3", "4"]
    written = ["-2", "-1", "0", "0.5", "1", "2", "3", "4", "6", "5", "7", "8", "9"]
    text = "".join(f"Word {label}.[^{label}] More.\n\n" for label in old)
    notes = "".join(f"[^{label}]:{' ' * (1 + (label == '0.5'))}Body of {label}.\n" for label in written)
    source = f"{text}<hr> \n\n{notes}\n\n# Improvements needed\n\n* x\n"
    result = fixed(source)
    before, after = source.split("\n"), result.split("\n")
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 26
    assert re.findall(r"^\[\^(\d+)\]: +Body of (.*)\.$", result, re.MULTILINE) == [
        (str(number), label) for number, label in enumerate(old, 1)
    ]


def test_headings_whose_identifier_would_change_are_listed():
    source = "# Head[^x]\n\nMore[^y]\n====\n\n# Kept[^x] {#kept}\n\n[^x]: a\n[^y]: b\n"
    assert relabel(source, "markdown").headings == (1, 3)
    assert relabel(source, "gfm").headings == ()
