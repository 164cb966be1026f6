"""Every rule proves the examples in its own docstring, through the whole pipeline: Markdown, tree, edits, Markdown."""

from __future__ import annotations

import re

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.checks import rules

EXAMPLE = re.compile(r"Bad: (?P<bad>.+)\n\s*Good: (?P<good>.+)|Fine: (?P<fine>.+)")


def examples():
    for name, rule in rules():
        for found in EXAMPLE.finditer(rule.__doc__):
            before = found["bad"] or found["fine"]
            yield pytest.param(before, found["good"] or before, id=f"{name}: {before[:40]}")


def test_every_rule_shows_what_it_mends_and_what_it_leaves():
    for name, rule in rules():
        assert re.search(r"Bad: .+\n\s*Good: ", rule.__doc__), name
        assert "Fine: " in rule.__doc__, name


@pytest.mark.parametrize(("before", "after"), list(examples()))
def test_examples_of_the_rules(before, after):
    assert proofread_markdown(before) == markdown(after)
