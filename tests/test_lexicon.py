"""What the lexicon knows: words, how frequent they are, what goes beside what, and the forms of words."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlfix import lexicon

FILTERS = Path(lexicon.__file__).parents[1]


def tags(word):
    found = lexicon.find(word)
    return {tag for tag in lexicon.TAGS if found.is_tagged(tag)}


UNKNOWN = ["recieve", "teh", "xqzt", "agnet", "The", "dog's", "two words", "", " ", "\ufffc", "é", "1", "'", "a" * 500]


@pytest.mark.parametrize("word", UNKNOWN)
def test_what_is_no_word_in_lower_case_is_not_found(word):
    assert lexicon.find(word) is None
    assert not lexicon.is_word(word)


WORDS = (  # noqa: SIM905 -- fewer quotation marks
    "a the of cat agent reward gradient policy policies ran went indices children colour color organise "
    "organize don't backpropagation softmax pytorch numpy codegen kinda gooder maxxing agenticness debounce "
    "rlhf café naïve o'clock bellman sutton london nvidia arxiv"
).split()


@pytest.mark.parametrize("word", WORDS)
def test_words_are_found(word):
    assert lexicon.is_word(word)
    assert lexicon.find(word) is not None


KINDS = [
    ("cat", lexicon.LOWER),
    ("london", lexicon.NAME),
    ("sutton", lexicon.NAME),
    ("pytorch", lexicon.MIXED),
    ("numpy", lexicon.OURS),
    ("maxxing", lexicon.OURS),
]


@pytest.mark.parametrize(("word", "kind"), KINDS)
def test_the_kind_tells_how_a_word_may_be_written(word, kind):
    assert lexicon.find(word).kinds & kind


WRITTEN = [
    ("word", lexicon.LOWER),
    ("Name", lexicon.NAME),
    ("ACRONYM", lexicon.MIXED),
    ("iPhone", lexicon.MIXED),
    ("'cause", lexicon.LOWER),
    ("2fa", lexicon.LOWER),
]


@pytest.mark.parametrize(("word", "kind"), WRITTEN)
def test_the_kind_of_a_word_comes_from_its_capitals(word, kind):
    assert lexicon.kind_of(word) == kind


DIALECTS = [
    ("colour", "GB", "US"),
    ("organise", "GB", "US"),
    ("travelled", "GB", "US"),
    ("color", "US", "GB"),
    ("catalog", "US", "GB"),
]


@pytest.mark.parametrize(("word", "where", "where_not"), DIALECTS)
def test_a_word_knows_its_dialects(word, where, where_not):
    dialects = lexicon.find(word).dialects
    assert dialects & lexicon.DIALECT_BITS[where]
    assert not dialects & lexicon.DIALECT_BITS[where_not]


def test_words_of_all_dialects_are_so_and_those_of_our_lists_too():
    for word in ("agent", "the", "maxxing"):
        assert lexicon.find(word).dialects == sum(lexicon.DIALECT_BITS.values())


TAGS = [
    ("cat", {"NN", "VB"}),
    ("the", {"DT"}),
    ("cats", {"NNS", "VBZ"}),
    ("went", {"VBD"}),
    ("written", {"VBN"}),
    ("seen", {"VBN"}),
    ("better", {"NN", "VB", "JJR", "RBR"}),
    ("of", {"IN"}),
    ("is", {"BE"}),
    ("could", {"MD"}),
    ("they", {"PRP"}),
    ("whose", {"WH", "PRP$"}),
    ("pytorch", set()),
]


@pytest.mark.parametrize(("word", "expected"), TAGS)
def test_parts_of_speech(word, expected):
    assert tags(word) == expected


def test_frequencies_are_on_the_zipf_scale_in_25ths():
    assert lexicon.frequency("the") > lexicon.frequency("house") > lexicon.frequency("gradient") > 50
    assert 180 < lexicon.frequency("the") <= 255  # about fifty million in a thousand million, 7.7 on the scale
    assert lexicon.frequency("recieve") > 0  # often written, no word
    assert lexicon.frequency("xqzt") == 0
    assert lexicon.frequency("cat") == lexicon.find("cat").frequency


MEANT = [
    ("recieve", "receive"),
    ("teh", "the"),
    ("wich", "which"),
    ("seperate", "separate"),
    ("definately", "definitely"),
    ("propogation", "propagation"),
]


@pytest.mark.parametrize(("wrong", "right"), MEANT)
def test_known_misspellings_tell_what_they_mean(wrong, right):
    assert lexicon.meant(wrong)[0] == right


@pytest.mark.parametrize("word", ["cat", "form", "the", "colour", "xqzt", "Teh", ""])
def test_what_is_a_word_or_unheard_of_means_nothing_else(word):
    assert lexicon.meant(word) == []


def test_many_words_are_asked_for_at_once():
    strings = {"receive", "recieve", "colour", "xqzt"}
    assert lexicon.words_among(strings) == {"receive", "colour"}
    assert lexicon.misspelt_among(strings) == {"recieve"}
    assert lexicon.respelt_among(strings) == {"colour"}


@pytest.mark.parametrize("string", ["", "q", "recieve", "receive", "receivedly", "xqzt", "zzz"])
def test_how_far_a_word_may_have_begun(string):
    starts = [length for length in range(len(string) + 1) if next(lexicon.starting(string[:length]), None)]
    assert lexicon.begun(string) == starts[-1]


def test_words_that_stand_together():
    assert lexicon.together("of", "the") > lexicon.together("machine", "learning") > 0
    assert lexicon.together("zebra", "quantum") == 0
    assert lexicon.together("", "the") == 0


@pytest.mark.parametrize(("before", "word"), [("the", "house"), ("to", "go"), ("very", "good"), ("would", "have")])
def test_what_fits_after(before, word):
    assert lexicon.fits_after(before, word) > 0


@pytest.mark.parametrize(("before", "word"), [("the", "of"), ("to", "went"), ("an", "is"), ("of", "whose's")])
def test_what_does_not_fit_after(before, word):
    assert lexicon.fits_after(before, word) <= 0


@pytest.mark.parametrize(("word", "after"), [("house", "of"), ("red", "house"), ("he", "was")])
def test_what_fits_before(word, after):
    assert lexicon.fits_before(word, after) > 0


@pytest.mark.parametrize(("word", "after"), [("the", "the"), ("of", "was"), ("a", "of")])
def test_what_does_not_fit_before(word, after):
    assert lexicon.fits_before(word, after) < 0


def test_nothing_is_told_beside_nothing_or_of_the_unknown():
    assert lexicon.fits_after("", "house") == lexicon.fits_before("house", "") == 0
    assert lexicon.fits_after("xqzt", "house") == lexicon.fits_after("the", "xqzt") == 0


RESPELT = [
    ("cat", None),
    ("size", None),
    ("colour", ("US", "color")),
    ("color", ("GB", "colour")),
    ("organise", ("US", "organize")),
    ("centre", ("US", "center")),
]


@pytest.mark.parametrize(("word", "other"), RESPELT)
def test_the_other_spelling(word, other):
    assert lexicon.respelt(word) == other


def test_lists_are_told_whole():
    assert {"re", "multi", "anti"} <= set(lexicon.listed("prefixes"))
    assert {"able", "ness", "less"} & set(lexicon.listed("suffixes"))
    assert "a priori" in lexicon.listed("phrases")
    assert lexicon.listed("none-such") == ()


FORMS = [
    ("go", "VBD", "went"),
    ("go", "VBN", "gone"),
    ("put", "VBD", "put"),
    ("cut", "VBN", "cut"),
    ("read", "VBD", "read"),
    ("be", "VBZ", "is"),
    ("be", "VBD", "was"),
    ("be", "VBN", "been"),
    ("be", "VBG", "being"),
    ("have", "VBZ", "has"),
    ("do", "VBZ", "does"),
    ("lie", "VBG", "lying"),
    ("model", "VBG", "modeling"),
    ("refer", "VBD", "referred"),
    ("visit", "VBD", "visited"),
    ("policy", "NNS", "policies"),
    ("index", "NNS", "indexes"),
    ("matrix", "NNS", "matrices"),
    ("child", "NNS", "children"),
    ("hypothesis", "NNS", "hypotheses"),
    ("good", "JJS", "best"),
    ("well", "RBR", "better"),
    ("cat", "NN", "cat"),
    ("frobnicate", "VBG", "frobnicating"),
]


@pytest.mark.parametrize(("lemma", "tag", "form"), FORMS)
def test_words_are_inflected(lemma, tag, form):
    assert lexicon.inflect(lemma, tag) == form


LEMMAS = [
    ("xqzt", set()),
    ("the", set()),
    ("is", set()),
    ("went", {("go", "VBD")}),
    ("indices", {("index", "NNS")}),
    ("indexes", {("index", "NNS"), ("index", "VBZ")}),
    ("agents", {("agent", "NNS")}),
    ("leaves", {("leaf", "NNS"), ("leave", "NNS"), ("leave", "VBZ")}),
    ("saw", {("saw", "NN"), ("saw", "VB"), ("see", "VBD")}),
    ("modelling", {("modelling", "NN"), ("model", "VBG")}),
    ("cat", {("cat", "NN"), ("cat", "VB")}),
]


@pytest.mark.parametrize(("form", "readings"), LEMMAS)
def test_forms_lead_to_their_lemmas(form, readings):
    assert set(lexicon.lemmas(form)) == readings


ALL_FORMS = [
    ("xqzt", {"xqzt"}),
    ("the", {"the"}),
    ("go", {"go", "goes", "going", "went", "gone"}),
    ("gone", {"go", "goes", "going", "went", "gone"}),
    ("index", {"index", "indexes", "indices", "indexed", "indexing"}),
    ("indices", {"index", "indexes", "indices"}),
    ("write", {"write", "writes", "writing", "wrote", "written"}),
    ("put", {"put", "puts", "putting"}),
    ("agents", {"agent", "agents"}),
]


@pytest.mark.parametrize(("word", "forms"), ALL_FORMS)
def test_all_forms_of_a_word(word, forms):
    assert lexicon.forms(word) >= forms
    assert all(lexicon.is_word(form) for form in lexicon.forms(word) - {word})


def test_both_spellings_of_a_form_are_its_forms():
    assert {"modeled", "modelled", "modeling", "modelling"} <= lexicon.forms("model")


NOUNS_AND_VERBS = sorted(word for word in lexicon.starting("re") if tags(word) & {"NN", "VB"})


@given(st.sampled_from(NOUNS_AND_VERBS), st.sampled_from(["NNS", "VBZ", "VBD", "VBN", "VBG"]))
def test_an_inflected_word_leads_back_to_its_lemma(lemma, tag):
    form = lexicon.inflect(lemma, tag)
    if form != lemma and lexicon.is_word(form) and {"NNS": "NN"}.get(tag, "VB") in tags(lemma) and tag in tags(form):
        assert (lemma, tag) in set(lexicon.lemmas(form))


def fresh(code, **environ):
    command = [sys.executable, "-c", code]
    env = {**os.environ, "PYTHONPATH": str(FILTERS), **environ}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """Point the lexicon at a file that is not there, and forget what was read before and after."""
    caches = [made for made in vars(lexicon).values() if hasattr(made, "cache_clear")]
    monkeypatch.setattr(lexicon, "FILE", tmp_path / "lexicon.marisa")
    for cache in caches:
        cache.cache_clear()
    yield tmp_path / "lexicon.marisa"
    for cache in caches:
        cache.cache_clear()


def test_a_missing_file_says_what_to_do(elsewhere):
    with pytest.raises(FileNotFoundError, match=r"lexicon\.marisa is missing: install rlfix with pip"):
        lexicon.find("the")
    assert not elsewhere.exists()


@pytest.mark.parametrize("data", [b"something else, and long enough to have a table", b"rlfix lexicon 0\n" + bytes(64)])
def test_a_file_of_another_version_says_what_to_do(elsewhere, data):
    elsewhere.write_bytes(data)
    with pytest.raises(ValueError, match="no lexicon of this version: install rlfix again"):
        lexicon.find("the")


def test_the_filter_passes_a_document_on_when_the_file_is_missing():
    document = subprocess.run(
        [pypandoc.get_pandoc_path(), "-t", "json"], input=b"We recieve it.", capture_output=True, check=True
    ).stdout
    code = (
        "from pathlib import Path; from rlfix import cli, lexicon;lexicon.FILE = Path('none-such.marisa'); cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=document,
        env={**os.environ, "PYTHONPATH": str(FILTERS)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert done.stdout == document
    first, second = done.stderr.decode().splitlines()
    assert first.startswith("[WARNING] rlfix: ")
    assert "none-such.marisa is missing: install rlfix with pip, which builds it" in first
    assert "passed on UNCHANGED" in second


def test_joined_sections_start_at_multiples_of_eight():
    data = lexicon.joined({"one": b"abc", "two": b"defghijkl"})
    assert len(data) % 8 == 0
    assert data.startswith(b"rlfix lexicon 1\n")
    assert data.index(b"abc") % 8 == data.index(b"defghijkl") % 8 == 0


def test_the_file_is_small():
    assert lexicon.FILE.stat().st_size < 8_000_000


def test_a_word_is_found_in_two_microseconds():
    words = [*WORDS, *(word + "x" for word in WORDS)] * 50

    def once():
        start = time.process_time()
        for word in words:
            lexicon.find(word)
        return (time.process_time() - start) / len(words)

    assert min(once() for _ in range(9)) < 2e-6


def test_the_first_word_is_found_in_15_milliseconds():
    """Beside what every run of the filter loads anyhow, and with the modules compiled."""
    code = (
        "import time, panflute, rlfix; start = time.process_time();"
        "from rlfix import lexicon; lexicon.find('reward'); print(time.process_time() - start)"
    )
    times = [float(fresh(code, PYTHONDONTWRITEBYTECODE="").stdout) for _ in range(5)]
    assert min(times) < 0.015, statistics.median(times)


def test_nothing_is_read_before_the_first_question():
    code = "import sys; from rlfix import lexicon; print('marisa_trie' in sys.modules)"
    assert fresh(code).stdout.strip() == "False"
