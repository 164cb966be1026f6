"""Packs made in a test, and what they make of a sentence."""

from __future__ import annotations

import json
import textwrap

from rlfix.checks.terms import edits_of
from rlfix.edit import Safety, choose
from rlfix.rules import compiled, pack, prove
from rlfix.rules.inflect import Regular

INFLECTOR = Regular()


def read(rules: str):
    """Return the pack of `rules`, YAML of one rule or more without `why`, `source` and `specs`."""
    found, problems = pack.read(textwrap.dedent(rules), "house.yaml", "house")
    assert not problems, problems
    return found


def rule(text: str, *, own: bool = False):
    """Return a compiled pack of one rule whose other keys are those of `text`."""
    lines = textwrap.dedent(text).strip().splitlines()
    body = "\n".join(f"  {line}" for line in lines)
    source = f"""
rules:
- id: one
{body}
  why: It is so.
  source: A book
  specs:
  - {{from: 'Some qqfrom here.', to: 'Some qqto here.'}}
  - {{keep: 'Nothing.'}}
"""
    return compiled.compile_pack(read(source), INFLECTOR, own=own)


def mended(header, sentence: str, section: str = "", previous: str = "", *, least: Safety = Safety.SAFE) -> str:
    """Return `sentence` with the edits of the pack made that are at least as safe as `least`."""
    text = prove.text_of(sentence, section, previous)
    edits, problems = edits_of(text, [header])
    assert not problems, problems
    made = choose(text, edits, least).made
    return prove.spliced(text.string, made)[text.blocks[-1].start :]


def simple(source: str, to: str, *more: str, own: bool = False):
    """Return a compiled pack of one rule from `source` to `to`."""
    return rule("\n".join([f"from: {json.dumps(source)}", f"to: {json.dumps(to)}", *more]), own=own)
