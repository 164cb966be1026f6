"""The pipeline as a whole: settings, steps and report."""

from __future__ import annotations

import panflute as pf
import pytest

import rlfix
from pipeline import proofread_markdown, read, write
from rlfix import document
from rlfix.pipeline import proofread
from rlfix.settings import Settings

UNTOUCHED = [
    ("nothing wrong", "One word after the other.[^1]\n\n[^1]: Note."),
    ("turned off", "---\nrlfix: false\n---\n\nIn the the end.\n"),
    ("rule ignored", "---\nrlfix: {ignore: grammar}\n---\n\nIn the the end.\n"),
    ("rule not selected", "---\nrlfix: {select: [footnotes]}\n---\n\nIn the the end.\n"),
    ("only reported", "---\nrlfix: {apply: none}\n---\n\nIn the the end^[a ^[b] c].\n"),
]


@pytest.mark.parametrize("source", [case[1] for case in UNTOUCHED], ids=[case[0] for case in UNTOUCHED])
def test_a_document_is_left_as_it_was(source):
    doc = read(source)
    before = document.dump(doc)
    report = proofread(doc)
    assert not report.changed
    assert document.dump(doc) == before


def test_what_is_only_reported_is_in_the_report():
    report = proofread(read("In the the end^[a ^[b] c]."), Settings(apply="none"))
    assert [finding.edit.rule for finding in report.left] == ["grammar.doubled-word"]
    assert [notice.rule for notice in report.notices] == ["footnotes.nested"]


@pytest.mark.parametrize(("apply", "quoted"), [("safe", "the the"), ("all", "the")])
def test_suggestions_are_made_only_when_asked(apply, quoted):
    result = proofread_markdown('One of the the, "in the the end".', Settings(apply=apply))
    assert result == f'One of the, "in {quoted} end".\n'


def test_panflute_users_call_one_function():
    doc = pf.Doc(pf.Para(pf.Str("In"), pf.Space(), pf.Str("the"), pf.Space(), pf.Str("the"), pf.Space(), pf.Str("end")))
    report = rlfix.proofread(doc)
    assert pf.stringify(doc).strip() == "In the end"
    assert [finding.edit.new for finding in report.made] == ["the"]


SECTIONS = [
    ("one", "# A\n\na\n\n# To do\n\nb\n\n## Sub\n\nc\n\n# Z\n\nd", ["To do"], "# A\n\na\n\n# Z\n\nd"),
    ("case and blanks", "# To  *DO*\n\nb", ["to do"], ""),
    ("ends at a higher rank", "# A\n\n## To do\n\nb\n\n# Z\n\nd", ["To do"], "# A\n\n# Z\n\nd"),
    ("two in a row", "# To do\n\na\n\n# Later\n\nb\n\n# Z", ["To do", "Later"], "# Z"),
    ("its notes go along", "A[^a]\n\n# To do\n\nb[^b]\n\n[^a]: x\n\n[^b]: y", ["To do"], "A[^1]\n\n[^1]: x"),
    ("other titles stay", "# To do list\n\nb", ["To do"], "# To do list\n\nb"),
    ("in a quotation", "> # To do\n>\n> b", ["To do"], "> # To do\n>\n> b"),
]


@pytest.mark.parametrize(("source", "drop", "expected"), [case[1:] for case in SECTIONS], ids=[c[0] for c in SECTIONS])
def test_sections_are_left_out(source, drop, expected):
    assert proofread_markdown(source, Settings(drop_sections=tuple(drop))).strip() == expected


def test_a_section_that_is_not_there_is_told():
    report = proofread(read("# A"), Settings(drop_sections=("To do",)))
    assert [notice.rule for notice in report.notices] == ["sections.missing"]
    assert not report.changed


def test_the_report_is_silent_when_there_is_nothing_to_say():
    assert list(proofread(read("All is well."), Settings(verbosity="verbose")).lines()) == []


SUMMARY = "fixed 1 grammar.doubled-word; 1 suggestion left to you"


@pytest.mark.parametrize(
    ("verbosity", "expected"),
    [
        ("quiet", []),
        (
            "normal",
            [
                f"[INFO] rlfix: {SUMMARY} (RLFIX_VERBOSITY=verbose shows each)",
            ],
        ),
        (
            "verbose",
            [
                (
                    '[INFO] rlfix: fixed grammar.doubled-word: “the the” → “the” in “…In «the the» end, "of of".…”.'
                    " “the” stands here twice."
                ),
                (
                    '[INFO] rlfix: left grammar.doubled-word: “of of” → “of” in “…In the the end, "«of of»".…”.'
                    " “of” stands here twice."
                ),
                f"[INFO] rlfix: {SUMMARY}",
            ],
        ),
    ],
)
def test_the_report_says_what_was_asked_for(verbosity, expected):
    report = proofread(read('In the the end, "of of".'), Settings(verbosity=verbosity))
    assert list(report.lines()) == expected


def test_many_warnings_of_a_kind_are_counted():
    source = " ".join(f"a[^u{number}]" for number in range(9))
    lines = list(proofread(read(source), Settings()).lines())
    assert len(lines) == 6
    assert lines[-1].endswith("4 more like this")


def test_fixing_and_writing_again_changes_nothing():
    once = proofread_markdown("# The the end\n\nA[^b] B^[x ^[y]] C[^b] ![the the alt[^b]](u)\n\n[^b]: the the note")
    twice = proofread_markdown(once)
    assert twice == once
    assert "the the" not in write(read(once)).lower()
