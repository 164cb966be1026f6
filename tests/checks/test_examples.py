"""Every rule proves the examples in its own docstring, through the whole pipeline: Markdown, tree, edits, Markdown.

`Bad:` becomes `Good:` by itself, `Better:` when suggestions are taken; `Fine:` stays as it is.
"""

from __future__ import annotations

import re

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.checks import rules
from rlfix.settings import Settings

EXAMPLE = re.compile(r"Bad: (?P<bad>.+)\n\s*(?P<what>Good|Better): (?P<good>.+)|Fine: (?P<fine>.+)")
ELSEWHERE = {"spelling.foreign-word"}
"""Needs a dictionary that the machine may not have; its own tests bring one."""
RULES = {name: rule for name, rule in rules() if name not in ELSEWHERE and not name.startswith("engines.")}


def examples():
    for name, rule in RULES.items():
        for found in EXAMPLE.finditer(rule.__doc__):
            before = found["bad"] or found["fine"]
            settings = Settings(select=(name,), apply="all") if found["what"] == "Better" else None
            yield pytest.param(before, found["good"] or before, settings, id=f"{name}: {before[:40]}")


@pytest.mark.parametrize("name", RULES)
def test_every_rule_shows_what_it_mends_and_what_it_leaves(name):
    assert re.search(r"Bad: .+\n\s*(?:Good|Better): ", RULES[name].__doc__)
    assert "Fine: " in RULES[name].__doc__


@pytest.mark.parametrize(("before", "after", "settings"), list(examples()))
def test_examples_of_the_rules(before, after, settings):
    assert proofread_markdown(before, settings) == markdown(after)
