"""A second opinion: asked for by name, only suggested, and quiet."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from pipeline import read
from rlfix.checks import engines
from rlfix.edit import Edit, Safety
from rlfix.flatten import flatten
from rlfix.pipeline import proofread
from rlfix.report import Notice
from rlfix.settings import Settings

HARPER = Settings(engines=("harper",))
SLIPS = "There is two teh of them, and `code` too.\n\n> In regards to it, [a link](x.html) is *an test*."


def asked(source: str, settings: Settings = HARPER) -> list[Edit | Notice]:
    return list(engines.check(flatten(read(source)), settings))


def test_nobody_is_asked_by_default():
    assert asked(SLIPS, Settings()) == []


def test_what_harper_finds_is_suggested_where_it_stands():
    text = flatten(read(SLIPS))
    found = list(engines.check(text, HARPER))
    assert ("an", "a") in [(edit.old, edit.new) for edit in found]
    for edit in found:
        assert text.string[edit.start : edit.end] == edit.old
        assert edit.safety == Safety.SUGGEST
        assert edit.rule == "engines.harper"
        assert "(Harper: " in edit.why


def test_spelling_stays_with_rlfix():
    assert asked("The Mxyzptlk agenticness of the blorft.") == []


def test_a_document_asks_for_it():
    doc = read("---\nrlfix:\n  engines: [harper]\n---\n\nWe has it in the bag of tricks, and they was there.")
    report = proofread(doc)
    assert report.settings.engines == ("harper",)


def test_rules_are_turned_off_as_ever():
    assert asked(SLIPS, Settings(engines=("harper",), ignore=("engines",))) == []


def test_an_engine_that_there_is_not():
    assert asked("One.", Settings(engines=("harpy",))) == [Notice("settings", "no engine `harpy`: there is harper")]


def test_harper_may_not_be_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "harper", None)
    engines.linter.cache_clear()
    try:
        assert asked("One.") == [Notice("engines.harper", "Harper is not installed: pip install 'rlfix[harper]'")]
    finally:
        engines.linter.cache_clear()


def test_what_an_engine_prints_goes_nowhere():
    code = """
import os
from rlfix.checks import engines
with engines.silence():
    os.write(1, b"loaded 50000 words")
    print("and more")
print("mine")
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"mine\n"


@pytest.mark.parametrize(
    ("kind", "text", "new"), [("REPLACE", "b", "b"), ("REMOVE", "", ""), ("INSERT_AFTER", ",", "a,")]
)
def test_kinds_of_suggestion(kind, text, new):
    class Kind:
        name = kind

    class Suggestion:
        kind = Kind
        replacement_text = text

    assert engines.replaced("a", Suggestion) == new


def test_the_filter_writes_nothing_but_the_document():
    settings = {"t": "MetaMap", "c": {"engines": {"t": "MetaString", "c": "harper"}}}
    tree = json.dumps({"pandoc-api-version": [1, 23, 1], "meta": {"rlfix": settings}, "blocks": []}).encode()
    code = "from rlfix.cli import main; import sys; sys.argv[1:] = ['html']; main()"
    done = subprocess.run([sys.executable, "-c", code], input=tree, capture_output=True, check=False)
    assert done.stdout == tree
