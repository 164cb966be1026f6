"""Size and depth."""

import json
import time

import pytest

from notes.runs import read, repaired
from rlfix.document import load
from rlfix.notes import repair
from rlfix.settings import Settings


def test_a_thousand_notes_are_quick():
    text = " ".join(f"w{n}[^{n}] again[^{n}]" for n in range(1000)) + "\n\n"
    text += "\n\n".join(f"[^{n}]: note number {n}" for n in range(1000))
    for writer in ("markdown", "html", "docx", "latex", "org"):
        doc = load(read(text, "markdown"), writer)
        started = time.perf_counter()
        notices = repair(doc, Settings())
        assert time.perf_counter() - started < 5
        assert [notice.message.split()[0] for notice in notices] == ["1000"]


def note(depth):
    inner = [note(depth - 1)] if depth else []
    return {"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": f"n{depth}"}, *inner]}]}


def document(*blocks):
    return {"pandoc-api-version": [1, 23], "meta": {}, "blocks": list(blocks)}


def test_three_hundred_notes_in_each_other():
    doc = load(json.dumps(document({"t": "Para", "c": [note(299)]})), "markdown")
    notices = repair(doc, Settings())
    assert len(notices) == 299
    words = [inline.content[0].content[0].text for inline in doc.content[0].content]
    assert words == [f"n{depth}" for depth in range(299, -1, -1)]


@pytest.mark.parametrize("depth", [300])
def test_quotes_in_each_other(depth):
    block = {"t": "Para", "c": [note(0), note(0)]}
    for _ in range(depth):
        block = {"t": "BlockQuote", "c": [block]}
    doc = load(json.dumps(document(block)), "markdown")
    assert [notice.rule for notice in repair(doc, Settings())] == ["footnotes.repeated"]


def test_a_large_text_without_notes_costs_little():
    text = "\n\n".join(" ".join(["plain *words* and [links](u) here"] * 20) for _ in range(300))
    _, notices, changed = repaired(text)
    assert (notices, changed) == ([], False)
    doc = load(read(text, "markdown"), "markdown")
    started = time.perf_counter()
    repair(doc, Settings())
    assert time.perf_counter() - started < 0.5
