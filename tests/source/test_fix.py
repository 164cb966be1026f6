"""Sources mended in place: what goes, what stays, and that the tree is the one the filter makes.

| left alone                                                         | what is told              |
| ------------------------------------------------------------------ | ------------------------- |
| code, math, raw text, comments, addresses, identifiers, labels     | nothing                   |
| other words of a file, its blanks, tabs, markup and layout         | nothing                   |
| block quotations and quotation marks                               | a suggestion              |
| words that two rows of a grid table share, entities, macros        | an edit not written       |
| everything, with `rlfix: false`                                    | nothing                   |
| everything, with `apply: none`                                     | suggestions               |
"""

from __future__ import annotations

import json
import random
import re
import shlex
from difflib import ndiff
from functools import cache
from pathlib import Path

import pytest

from pipeline import pandoc
from rlfix import document, readers
from rlfix.pipeline import proofread
from rlfix.settings import from_metadata
from rlfix.source.fix import Reading, fix

DOCUMENTS = sorted((Path(__file__).parent / "documents").iterdir())
"""A document of each format, with slips wherever they may be; what goes stands in «…»."""
SAMPLES = Path(__file__).parents[2] / "samples"
POST = (SAMPLES / "post.md").read_text(encoding="utf-8")


@cache
def tree(source, reader="markdown"):
    return pandoc(source.encode(), "-f", reader, "-t", "json")


def settings(doc):
    """Return the settings of a document, with one rule of words: these tests are about where words are written."""
    return from_metadata(doc, {})[0]._replace(select=("grammar.doubled-word", "footnotes"))


def all_rules(doc):
    return from_metadata(doc, {})[0]


def fixed(source, reader="markdown", settings_for=settings):
    return fix(source, Reading(reader, lambda text: tree(text, reader)), settings_for)


def without_marks(marked):
    """Return the text with its slips, and without."""
    return re.sub("[«»]", "", marked), re.sub("«[^»]*»", "", marked)


def words(found):
    return sorted((one.finding.edit.rule, one.finding.edit.old, one.finding.edit.new) for one in found)


def line(source, one):
    return source.count("\n", 0, one.offset) + 1


def plain(node):
    """Return a part of a tree with its text in one piece between other inlines, whatever the blanks are."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if not isinstance(node, list):
        return node.replace("\u00a0", " ") if isinstance(node, str) else node
    parts = []
    for child in node:
        kind = child.get("t") if isinstance(child, dict) else None
        text = {"Space": " ", "Str": child["c"].replace("\u00a0", " ") if kind == "Str" else ""}.get(kind)
        if text is None:
            parts.append(plain(child))
        elif parts and isinstance(parts[-1], str):
            parts[-1] += text
        else:
            parts.append(text)
    return parts


def content(data):
    found = json.loads(data)
    return plain(found["meta"]), plain(found["blocks"])


def filtered(source, reader="markdown", writer="markdown"):
    """Return what the filter makes of a source, and its report."""
    doc = document.load(tree(source, reader), writer)
    listed = pandoc(b"", f"--list-extensions={reader}").decode().split()
    doc.pandoc_reader_options = {"extensions": [name[1:] for name in listed if name[0] == "+"]}
    report = proofread(doc, settings(doc))
    return document.dump(doc), report


LEFT_ALONE = {
    "markdown": [
        "`the the`, $the the$ and [x](the%20the){title='the the'}; <!-- the the --> <b class='the the'>x</b>\n",
        "    the the\n\n```\nthe the\n```\n\n\\begin{x}\nthe the\n\\end{x}\n",
        "---\nauthor: The The\nkeywords: [the the]\n---\n\nA.\n",
        "---\nrlfix: false\n---\n\nThe the note.[^7]\n\n[^7]: B.\n",
        "A very very good\tthing, and had had;  two blanks\n and a [the](the) the-the.\n",
        "::: {.rlfix-ignore}\nThe the.\n:::\n\nThe the [sic]\n",
        "<!-- rlfix-disable -->\nThe the.\n<!-- rlfix-enable -->\n\nA.\n",
        "",
        "\n\n",
    ],
    "gfm": ["| the | the |\n|---|---|\n| `the the` | ~~the the~~ |\n", "<div>the the</div>\n"],
    "rst": [".. the the\n\n``the the`` |the|_\n\n.. |the| replace:: x\n.. _the: the\n"],
    "org": ["# the the\n=the the= ~the the~ [[file:the the][x]]\n#+begin_src x\nthe the\n#+end_src\n"],
    "latex": ["% the the\n\\verb|the the| $the the$ \\label{the the}\\includegraphics{the the}\n"],
    "html": ["<p title='the the'>x <code>the the</code></p><script>the the</script><pre>the the</pre>\n"],
    "typst": ["// the the\n`the the` #let a = [the the]\n"],
}


@pytest.mark.parametrize(("reader", "source"), [(reader, one) for reader, all_ in LEFT_ALONE.items() for one in all_])
def test_left_alone(reader, source):
    got = fixed(source, reader)
    assert got.source == source
    assert not got.made
    assert not got.unproved


@pytest.mark.parametrize(
    ("source", "reader"),
    [
        ("> The the.\n", "markdown"),
        ("He said “the the” of it.\n", "markdown"),
        ("See The The live.\n", "markdown"),
        ("---\nrlfix:\n  apply: none\n---\n\nThe the.\n", "markdown"),
        ("<blockquote><p>The the.</p></blockquote>\n", "html"),
        ("\\begin{quote}\nThe the.\n\\end{quote}\n", "latex"),
        ("Text.\n\n  The the.\n", "rst"),
    ],
)
def test_a_suggestion_stays_in_the_source(source, reader):
    got = fixed(source, reader)
    assert got.source == source
    assert len(got.left) == 1
    assert source[got.left[0].offset :].lower().startswith("the the")
    assert not got.made


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_slips_go_and_nothing_else(path):
    marked = path.read_text(encoding="utf-8")
    source, wanted = without_marks(marked)
    got = fixed(source, path.stem)
    assert got.source == wanted
    assert not got.unproved
    assert len({one.offset for one in got.made}) == marked.count("«")
    lines = {number for number, text in enumerate(marked.splitlines(), 1) if "«" in text}
    assert {line(source, one) for one in got.made} <= lines | {number - 1 for number in lines}
    again = fixed(wanted, path.stem)
    assert again.source == wanted
    assert not again.made


def test_every_format_with_a_suffix_has_a_document():
    assert set(readers.FORMATS.values()) <= {path.stem for path in DOCUMENTS}


PLACES = {
    "across emphasis": (
        "markdown",
        "It has *to* to go, to **to** stay, *to the* the end.",
        "It has *to* go, to stay, *to the* end.",
    ),
    "around a link": (
        "markdown",
        "Read [of the](a.md) the [plan *of*](b.md) of it.",
        "Read [of the](a.md) [plan *of*](b.md) it.",
    ),
    "over a line end": (
        "markdown",
        "It is the\nthe plan and the  \n  the end.",
        "It is the\nplan and the  \n  the end.",
    ),
    "three times": ("markdown", "It is the the the the plan.", "It is the plan."),
    "two on one line": ("markdown", "The the plan of of it.", "The plan of it."),
    "beside a note": ("markdown", "A plan of[^1] of it.\n\n[^1]: B.", "A plan of[^1] of it.\n\n[^1]: B."),
    "in the middle of a lazy quotation": ("markdown", "> A plan\nof of it.", "> A plan\nof of it."),
    "a shortcut reference": ("markdown", "See [the the].\n\n[the the]: /u", "See [the][the the].\n\n[the the]: /u"),
    "a collapsed reference": ("markdown", "See [of of][].\n\n[of of]: /u", "See [of][of of].\n\n[of of]: /u"),
    "a heading and its links": (
        "markdown",
        "# The the plan\n\nSee [it](#the-the-plan) or [it][x].\n\n[x]: #the-the-plan",
        "# The plan\n\nSee [it](#the-plan) or [it][x].\n\n[x]: #the-plan",
    ),
    "a heading named by raw HTML": (
        "markdown",
        '# The the plan\n\nSee <a href="#the-the-plan">it</a>.',
        '# The plan {#the-the-plan}\n\nSee <a href="#the-the-plan">it</a>.',
    ),
    "a heading with a name of its own": ("markdown", "# The the plan {#x}\n\n[a](#x)", "# The plan {#x}\n\n[a](#x)"),
    "a setext heading": ("markdown", "The the plan\n============", "The plan\n============"),
    "an RST heading keeps its line": ("rst", "The the plan\n============\n\nA.", "The plan\n============\n\nA."),
    "an RST heading with a longer line": ("rst", "A of of b\n~~~~~~~~~~~~~~\n\nA.", "A of b\n~~~~~~~~~~~~~~\n\nA."),
    "an RST link to a heading": (
        "rst",
        "The the plan\n============\n\nSee `the the plan`_.",
        "The plan\n============\n\nSee `the plan`_.",
    ),
    "an RST role": ("rst", "See :emphasis:`the` the *plan* of of it.", "See :emphasis:`the` *plan* of it."),
    "an Org link that is its own target": ("org", "See [[the the]] x.", "See [[the the][the]] x."),
    "Org markup": ("org", "It has /to/ to go to *to* it.", "It has /to/ go to it."),
    "LaTeX commands": (
        "latex",
        "It has \\emph{to} to go, \\textbf{of of} it.",
        "It has \\emph{to} go, \\textbf{of} it.",
    ),
    "tags": ("html", "<p>It has <em>to</em> to go <b>of</b> of it.", "<p>It has <em>to</em> go <b>of</b> it."),
    "entities beside it": ("html", "<p>A&nbsp;row of of &lt;it&gt;", "<p>A&nbsp;row of &lt;it&gt;"),
    "an abbreviation beside it": ("markdown", "See e.g. the the plan, i.e. a a b.", "See e.g. the plan, i.e. a a b."),
    "smart quotes beside it": ("markdown", "Don't \"x\" the the -- 'y'...", "Don't \"x\" the -- 'y'..."),
    "notes out of order as well": (
        "markdown",
        "Of of it.[^b] And[^a] it.\n\n[^a]: The the a.\n[^b]: The the b.\n",
        "Of it.[^1] And[^2] it.\n\n[^1]: The b.\n[^2]: The a.\n",
    ),
    "typst markup": ("typst", "It has _to_ to go, *of of* it.", "It has _to_ go, *of* it."),
    "astral characters before it": ("markdown", "🌱🌱 *𝔘* the the x", "🌱🌱 *𝔘* the x"),
}


@pytest.mark.parametrize("name", PLACES)
def test_place(name):
    reader, source, wanted = PLACES[name]
    got = fixed(source, reader)
    assert got.source == wanted
    assert not got.unproved


NOT_WRITTEN = {
    "two rows of a grid table": ("markdown", "+-----+---+\n| the | a |\n| the | b |\n+-----+---+\n\nOf«» of it.\n"),
    "an entity in a word": ("markdown", "A the &#116;he b.\n\nOf«» of it.\n"),
    "a macro used twice": ("latex", "\\newcommand{\\dd}{of of it}\n\nIt is \\dd{} end. And \\dd.\n\nOf«» of it.\n"),
}


@pytest.mark.parametrize("name", NOT_WRITTEN)
def test_what_cannot_be_written_safely_is_left_and_the_rest_is_made(name):
    reader, marked = NOT_WRITTEN[name]
    source, wanted = marked.replace("«»", ""), marked.replace("«» of", "")
    got = fixed(source, reader)
    assert got.source == wanted
    assert words(got.made) == [("grammar.doubled-word", "Of of", "Of")]
    assert got.unproved
    assert {one.finding.edit.rule for one in got.unproved} == {"grammar.doubled-word"}


def test_what_cannot_be_written_has_its_line():
    reader, marked = NOT_WRITTEN["a macro used twice"]
    source = marked.replace("«»", "")
    located = [one for one in fixed(source, reader).unproved if one.offset is not None]
    assert {line(source, one) for one in located} == {1}


def test_the_post_reads_as_the_filter_makes_it():
    got = fixed(POST)
    by_filter, _ = filtered(POST, writer="json")
    assert got.source != POST
    assert content(tree(got.source)) == content(by_filter)


def test_the_post_is_mended_with_all_rules():
    once = fixed(POST, settings_for=all_rules)
    assert len(once.made) > 25
    assert not once.unproved
    again = fixed(once.source, settings_for=all_rules)
    assert again.source == once.source
    assert not again.made


def test_only_lines_of_the_post_with_a_fix_change():
    got = fixed(POST)
    changed = [one for one in ndiff(POST.splitlines(), got.source.splitlines()) if one[0] in "+-"]
    assert changed
    definitions = {one[2:] for one in ndiff(POST.splitlines(), got.source.splitlines()) if one[0] == "+"}
    for one in changed:
        assert re.search(r"\[\^[^\]]+\]", one) or one[2:] in definitions or not one[2:].strip(), one
    moved = re.sub(r"\[\^[^\]]+\]", "[^]", POST), re.sub(r"\[\^[^\]]+\]", "[^]", got.source)
    assert sorted(moved[0].splitlines()) == sorted(moved[1].splitlines())


def test_a_second_run_on_the_post_changes_nothing():
    once = fixed(POST).source
    again = fixed(once)
    assert again.source == once
    assert not again.made
    assert not [notice for notice in again.notices if notice.fixed]


def test_slips_planted_in_the_post_go_again():
    """Whatever line they are planted in, in one go; the rest of the post is as it is without them."""
    wanted = fixed(POST).source
    plain_lines = re.compile(r"(?!.*[`\"“|>\[<])(?:[-*] |#+ )?[A-Z*].* (?:the|of|to|and) ", re.DOTALL)
    seed = random.Random(7)  # noqa: S311 -- the same places each time
    lines, planted = POST.splitlines(keepends=True), 0
    for number, text in enumerate(lines):
        if plain_lines.match(text) and "'" not in text and not text.startswith("#"):
            slips = list(re.finditer(r"(?<= )(the|of|to|and)(?= )", text))
            if slips:
                slip = seed.choice(slips)
                lines[number] = f"{text[: slip.end()]} {slip[0]}{text[slip.end() :]}"
                planted += 1
    got = fixed("".join(lines))
    assert planted > 20
    assert len(got.made) == planted
    assert got.source == wanted


ONLY_IN_THE_FILTER = {
    "github-notes": {"footnotes.linked"},
    "literal-notes": {"footnotes.recovered"},
    "nested-notes": {"footnotes.nested"},
    "repeated-note": {"footnotes.repeated"},
    "settings": {"sections.dropped"},
}
"""Repairs of the tree that a file fixed in place does not get, by sample; all others are the same."""
FOLDERS = [path.parent for path in sorted(SAMPLES.glob("*/input.*")) if path.suffix in readers.FORMATS]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_filter_and_command_make_the_same_edits(folder):
    (path,) = folder.glob("input.*")
    command = shlex.split((folder / "command.txt").read_text())
    given = [word.removeprefix("--from=") for word in command if word.startswith("--from=")]
    reader = given[0] if given else readers.FORMATS[path.suffix]
    source = path.read_text(encoding="utf-8")
    got = fixed(source, reader)
    by_filter, report = filtered(source, reader)
    assert words(got.made) == sorted((one.edit.rule, one.edit.old, one.edit.new) for one in report.made)
    assert words(got.left) == sorted((one.edit.rule, one.edit.old, one.edit.new) for one in report.left)
    assert not got.unproved
    repaired = {notice.rule for notice in report.notices if notice.fixed}
    assert repaired == ONLY_IN_THE_FILTER.get(folder.name, set())
    if not repaired:
        assert content(tree(got.source, reader)) == content(by_filter)


def test_the_filters_own_repairs_are_those_of_the_samples():
    assert set(ONLY_IN_THE_FILTER) <= {folder.name for folder in FOLDERS}
