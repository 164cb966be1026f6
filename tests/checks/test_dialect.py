"""British and American spelling: never changed by itself, suggested where a document's own way is clear."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pipeline import markdown, proofread_markdown, read
from rlfix.checks.spelling import dialect
from rlfix.flatten import flatten
from rlfix.settings import Settings


@pytest.fixture(autouse=True)
def this_alone(monkeypatch):
    """Let only the rules that are tested here run."""

    def check(text, settings):
        return (edit for rule in dialect.RULES for edit in rule(text, settings))

    monkeypatch.setattr("rlfix.pipeline.CHECKS", (SimpleNamespace(RULES=dialect.RULES, check=check),))


def suggested(source):
    """Return `source` with the suggestions made, as plain Markdown without its metadata."""
    return proofread_markdown(source, Settings(apply="all"))


def tagged(lang, source):
    return f"---\nlang: {lang}\n---\n\n{source}"


AMERICAN = "The color and the flavor of the behavior, in the center."
BRITISH = "The colour and the flavour of the behaviour, in the centre."

LEFT_ALONE = [
    "The colour, the color and the behavior.",
    f"{AMERICAN} {BRITISH}",
    f"{AMERICAN} It was labelled, modelling and cancelled.",
    f"{AMERICAN} The Labour Party and the Centre for Colour Studies met in Harbour Street.",
    f"{AMERICAN} He said “the colour is fine” and `colour` has a colour.",
    f"{AMERICAN} The human judgement of grey disks.",
    f"{BRITISH} We organize and optimize the program, the dialog and the artifact.",
    tagged("en-GB", f"{BRITISH} We organize and realize it with a license; the practice meter, grey and gray."),
    tagged("en-GB", "The program, the disk, the dialog and the analog catalog are focused."),
    tagged("en-US", f"{AMERICAN} The theatre in Grey Street, toward and towards dialogue."[:56]),
    tagged("en", "The colour and the color."),
    tagged("none", "The colour, colour, colour, colour, colour and the color."),
    tagged("de", "The colour, colour, colour, colour, colour and the color."),
]


@pytest.mark.parametrize("source", LEFT_ALONE)
def test_what_is_right_or_unclear_is_left_alone(source):
    assert suggested(source) == markdown(source)


SUGGESTED = [
    (f"{AMERICAN} A colour.", f"{AMERICAN} A color."),
    (f"{BRITISH} A color.", f"{BRITISH} A colour."),
    (f"{BRITISH} Their neighbors.", f"{BRITISH} Their neighbours."),
    (tagged("en-GB", "The behavior of its neighbor."), tagged("en-GB", "The behaviour of its neighbour.")),
    (tagged("en-US", "Behaviour we organise."), tagged("en-US", "Behavior we organize.")),
    (tagged("en-US", "It was modelled."), tagged("en-US", "It was modeled.")),
    (tagged("en-AU", "We organize the color."), tagged("en-AU", "We organise the colour.")),
    (tagged("en-CA", "We organise the color."), tagged("en-CA", "We organize the colour.")),
]


@pytest.mark.parametrize(("before", "after"), SUGGESTED)
def test_the_other_spelling_is_suggested_and_never_written(before, after):
    assert proofread_markdown(before) == markdown(before)
    assert suggested(before) == markdown(after)


SPELT = [
    ("Some text.", "neighbours", "neighbors"),
    ("Some text.", "neighbors", "neighbors"),
    ("A colour.", "neighbors", "neighbours"),
    ("A color.", "neighbours", "neighbors"),
    (tagged("en-GB", "A color."), "neighbors", "neighbours"),
    (tagged("en-GB", "A color."), "organize", "organize"),
    (tagged("en-US", "A colour."), "organise", "organize"),
    (tagged("en-AU", "Text."), "organize", "organise"),
    ("Some text.", "reward", "reward"),
]


@pytest.mark.parametrize(("source", "word", "spelt"), SPELT)
def test_a_correction_is_spelt_as_the_document_would(source, word, spelt):
    text = flatten(read(source))
    assert dialect.in_dialect(text, text.blocks[0], word) == spelt


TAGS = {"en-GB": "GB", "en_US": "US", "en-Latn-AU": "AU", "en": "", "": "", "none": "", "de-US": "", "en-NZ": "AU"}


@pytest.mark.parametrize(("tag", "name"), TAGS.items())
def test_a_tag_names_a_dialect(tag, name):
    assert dialect.dialect_of(tag) == name
