"""Other languages: nothing without a dictionary, suggestions with one, and never a cost for English."""

from __future__ import annotations

import sys

import pytest

from pipeline import read
from rlfix.checks.spelling import foreign
from rlfix.edit import Safety
from rlfix.flatten import flatten
from rlfix.settings import Settings

pytest.importorskip("spylls")

WORDS = ["Agent", "Belohnung", "bekommen/A", "bekommt", "der", "die", "eine", "jede", "sofort"]


@pytest.fixture(autouse=True)
def dictionaries(tmp_path, monkeypatch):
    """Put a small German dictionary where Hunspell would look for one."""
    (tmp_path / "de_DE.aff").write_text("SET UTF-8\nTRY esinratulohdbkm\nSFX A Y 1\nSFX A n de n\n", encoding="utf-8")
    (tmp_path / "de_DE.dic").write_text("\n".join([str(len(WORDS)), *WORDS]), encoding="utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    monkeypatch.setattr(foreign, "_FOLDERS", ())
    foreign.dictionary_of.cache_clear()
    yield tmp_path
    foreign.dictionary_of.cache_clear()


def suggested(source, lang="de"):
    text = flatten(read(f"---\nlang: {lang}\n---\n\n{source}"))
    edits = list(foreign.foreign_word(text, Settings()))
    assert all(edit.safety is Safety.SUGGEST for edit in edits)
    return [(edit.old, edit.new) for edit in edits]


LEFT_ALONE = [
    ("Der Agent bekommt die Belohnung sofort.", "de"),
    ("Der Agent bekommmt die Belohnung.", "en"),
    ("Der Agent bekommmt die Belohnung.", "fr"),
    ("Der Agent `bekommmt` die bekommmt.de, und bekommmt/x.", "de"),
    ("Der Agent „bekommmt“ die Belohnung.", "de"),
    ("Der Agent von Anthropic bekommt RLHF und PPO.", "de"),
    ("This is not what anybody would call German text here.", "de"),
]


@pytest.mark.parametrize(("source", "lang"), LEFT_ALONE)
def test_what_is_right_or_unknown_is_left_alone(source, lang):
    assert suggested(source, lang) == []


@pytest.mark.parametrize("lang", ["de", "de-DE", "de_AT", "DE"])
def test_a_slip_is_suggested(lang):
    assert suggested("Der Agent bekommmt die Belonhung.", lang) == [("bekommmt", "bekommt"), ("Belonhung", "Belohnung")]


def test_nothing_is_said_without_the_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "spylls.hunspell", None)
    assert suggested("Der Agent bekommmt die Belohnung.") == []


def test_nothing_is_said_with_a_broken_dictionary(dictionaries):
    (dictionaries / "de_DE.aff").write_bytes(b"SET NONSENSE-8\nSFX A Y x\n")
    assert suggested("Der Agent bekommmt die Belohnung.") == []


def test_an_english_document_does_not_ask(monkeypatch):
    monkeypatch.setattr(foreign, "_path", lambda *_: pytest.fail("asked"))
    assert suggested("The agent recieves it.", "en-GB") == []
