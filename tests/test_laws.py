"""The laws that hold for every document: what is not edited is not touched, and the second run finds nothing."""

from __future__ import annotations

import itertools
import json
import os

import panflute as pf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asts import DOCUMENTS
from rlfix import document
from rlfix.edit import Edit, apply, is_writable
from rlfix.flatten import flatten
from rlfix.pipeline import proofread
from rlfix.settings import Settings
from rlfix.text import OPAQUE
from rlfix.tree import walk

LAWS = settings(
    max_examples=int(os.environ.get("RLFIX_EXAMPLES", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
WORDS_ONLY = Settings(ignore=("footnotes",))


def load(tree):
    return document.load(json.dumps(tree))


def untouchable(doc):
    """Everything that no edit of words may change, in order."""
    return [
        (type(node).__name__, getattr(node, "text", ""), getattr(node, "url", ""), getattr(node, "title", ""))
        for node in walk(doc)
        if isinstance(
            node, (pf.Code, pf.CodeBlock, pf.Math, pf.RawInline, pf.RawBlock, pf.Link, pf.Image, pf.Note, pf.Cite)
        )
    ] + [
        (citation.id, json.dumps(citation.prefix.to_json()))
        for node in walk(doc)
        if isinstance(node, pf.Cite)
        for citation in node.citations.list
    ]


def attributes(doc):
    return [
        (type(node).__name__, node.identifier, node.classes, dict(node.attributes))
        for node in walk(doc)
        if hasattr(node, "identifier")
    ]


@LAWS
@given(DOCUMENTS)
def test_a_document_comes_back_as_it_was(tree):
    doc = load(tree)
    flatten(doc)
    assert json.loads(document.dump(doc)) == tree


@LAWS
@given(DOCUMENTS)
def test_every_run_is_what_its_node_writes(tree):
    text = flatten(load(tree))
    end = 0
    for run in text.runs:
        assert end <= run.start < run.end
        written = run.node.text if hasattr(run.node, "text") else " "
        assert text.string[run.start : run.end] == written.replace("’", "'")
        end = run.end


@LAWS
@given(DOCUMENTS)
def test_every_run_lies_in_one_block_and_blocks_do_not_overlap(tree):
    text = flatten(load(tree))
    bounds = [(block.start, block.end) for block in text.blocks]
    assert all(start <= end for start, end in bounds)
    assert all(end + 2 == start for (_, end), (start, _) in itertools.pairwise(bounds))
    for run in text.runs:
        block = text.block_at(run.start)
        assert block.start <= run.start < run.end <= block.end


@st.composite
def edited(draw):
    """A document and edits for it: any stretch of a block becomes any few words."""
    tree = draw(DOCUMENTS)
    text = flatten(load(tree))
    edits, end = [], 0
    for block in text.blocks:
        if block.start == block.end or not draw(st.booleans()):
            continue
        start = draw(st.integers(max(end, block.start), block.end))
        stop = draw(st.integers(start, min(block.end, start + 12)))
        new = draw(st.sampled_from(["", "the", "a b", "reward model", " x", "y ", "it's", "the agent the"]))
        edit = Edit(start, stop, text.string[start:stop], new, "test.rule", "because")
        if is_writable(text, edit):
            edits.append(edit)
            end = stop
    return tree, edits


@LAWS
@given(edited())
def test_edits_are_spliced_into_the_text_and_into_nothing_else(case):
    tree, edits = case
    doc = load(tree)
    text = flatten(doc)
    kept, marks = untouchable(doc), attributes(doc)
    expected = text.string
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.new + expected[edit.end :]
    apply(text, edits)
    assert flatten(doc).string == expected
    assert untouchable(doc) == kept
    assert attributes(doc) == marks
    assert json.loads(document.dump(document.load(document.dump(doc)))) == json.loads(document.dump(doc))


@LAWS
@given(edited())
def test_no_edit_leaves_a_blank_inside_a_word_or_formatting_around_nothing(case):
    tree, edits = case
    before = load(tree)
    hollow = sum(isinstance(node, pf.Emph) and not node.content.list for node in walk(before))
    doc = load(tree)
    apply(flatten(doc), edits)
    assert not any(isinstance(node, pf.Str) and " " in node.text for node in walk(doc))
    assert sum(isinstance(node, pf.Emph) and not node.content.list for node in walk(doc)) <= hollow


@LAWS
@given(DOCUMENTS)
def test_the_second_proofreading_makes_no_edit(tree):
    doc = load(tree)
    proofread(doc, WORDS_ONLY)
    again = load(json.loads(document.dump(doc)))
    assert proofread(again, WORDS_ONLY).made == ()


@LAWS
@given(DOCUMENTS)
def test_proofreading_touches_prose_only(tree):
    doc = load(tree)
    kept = untouchable(doc)
    settings_kept = Settings(ignore=("footnotes",), heading_ids="keep")
    proofread(doc, settings_kept)
    assert untouchable(doc) == kept


@LAWS
@given(DOCUMENTS)
def test_footnote_repair_never_loses_a_document(tree):
    doc = load(tree)
    proofread(doc, Settings(select=("footnotes",)))
    assert json.loads(document.dump(doc))["meta"].keys() == tree["meta"].keys()


def test_an_edit_over_code_is_refused():
    doc = load(
        {
            "pandoc-api-version": [1, 23],
            "meta": {},
            "blocks": [{"t": "Para", "c": [{"t": "Str", "c": "a"}, {"t": "Code", "c": [["", [], []], "x"]}]}],
        }
    )
    text = flatten(doc)
    assert text.string == f"a{OPAQUE}"
    with pytest.raises(ValueError, match="does not fit"):
        apply(text, [Edit(0, 2, text.string, "b", "test.rule", "because")])
