"""The stops of e.g., i.e. and et al. (Pandoc's Markdown sets a hard blank after them, plain text shows our own)."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown, read, write
from rlfix.pipeline import proofread

LEFT_ALONE = [
    "The domain .ie, IE and `eg`; eg-code, eg.run and eg = 1.",
    "Some, eg, this, eg, that, and eg, more.",
    "Some, eg this; others, ie that: a British house sets no stops. Smith et al 2020.",
    "Smith et al. and et alii.",
    "“eg, this” is said.",
]

MENDED = [
    ("some differ, eg: one", "some differ, e.g. one"),
    ('So. Eg "funny" is vague', 'So. E.g. "funny" is vague'),
    ("others (i.e all)", "others (i.e. all)"),
    ("others, ie. all", "others, i.e. all"),
    ("Smith et. al. said", "Smith et al. said"),
]


def plain(source):
    doc = read(source)
    proofread(doc)
    return write(doc, "plain").strip().translate(str.maketrans("“”\u00a0", '"" '))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    assert proofread_markdown(text) == markdown(text)


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_stops_are_set(before, after):
    assert plain(before) == after
