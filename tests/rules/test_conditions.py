"""Conditions: for each key where it holds and where it does not."""

from __future__ import annotations

import pytest
from packs import mended, rule

from rlfix.rules import prove

HOLDS = [
    ("before: give it a", "They gave it a QQ."),
    ("before: '(give|hand) ** a'", "They give all of them a QQ."),
    ("before: 'give , the'", "They give, the QQ."),
    ("before: the", 'The "QQ" is it.'),
    ("before: lambda", "The lambda-QQ is it."),
    (r"before: 'g[ai]ve the'", "They gave the QQ."),
    ("after: of state", "The QQ of states is it."),
    ("after: 'of ** state'", "The QQ of the very old state."),
    ("after: ', but'", "It is the QQ, but no."),
    ("after: '#'", "QQ 17 is it."),
    ("after: '@'", "The QQ $r$ is it."),
    ("after: model", "A QQ model's weights."),
    (r"after: 're:\s*\(x'", "The QQ (x) is it."),
    ("clause: estimate", "We estimated the QQ, but not it."),
    ("near: estimate", "The QQ, which it estimates, is it."),
    ("near: [nothing, estimate]", "The QQ, which it estimates, is it."),
    ("near: critic", "The critic's QQ is it."),
    ("near: 'train & comparison'", "Comparisons train the QQ well."),
    ("near: '=estimate'", "An estimate of QQ is it."),
    (r"near: 'estimat\w+ of'", "An estimation of QQ is it."),
    ("near: '`fit`'", "Call `fit` with QQ."),
    ("around: estimate", "It estimates. The QQ is it."),
    ("around: estimate", "The QQ is it. It estimates."),
    ("document: estimate", "One. It estimates. Two. The QQ is it."),
    ("document: state of the art", "One is state-of-the-art. Two. The QQ is it."),
    ("document: [zebra, 'estimate ** it']", "One. We estimate all of it. Two. The QQ is it."),
    ("start: true", "QQ is it."),
    ("start: false", "The QQ is it."),
    ("quoted: false", "The QQ is it."),
    ("kind: para", "The QQ is it."),
    ("kind: [header, para]", "The QQ is it."),
]
FAILS = [
    ("before: give it a", "They gave it to a QQ."),
    ("before: give", "They give. QQ is it."),
    ("before: give", "They give, QQ is it."),
    ("before: '=give'", "They gave QQ."),
    (r"before: 'g[ai]ve the'", "They gave QQ the."),
    ("after: of state", "The QQ. Of state it is."),
    ("after: of state", "The QQ, of state."),
    ("after: state", "State the QQ."),
    ("after: '#'", "QQ is 17."),
    ("clause: estimate", "We estimated it, but the QQ is it."),
    ("clause: estimate", "The QQ is it (an estimate)."),
    ("near: estimate", "It is an estimate. The QQ is it."),
    ("near: '=estimates'", "An estimate of QQ is it."),
    ("near: 'train & comparison'", "We train the QQ well."),
    ("near: old new", "The old QQ new things."),
    (r"near: 'estimat\w+ of'", "An estimation QQ of it is it."),
    ("near: '`fit`'", "Call `fits` with QQ and fit."),
    ("around: estimate", "It estimates. No more. The QQ is it."),
    ("document: estimate", "The QQ is it."),
    ("document: state of the art", "The art of state QQ is it."),
    ("section: estimate", "The QQ estimates it."),
    ("start: true", "The QQ is it."),
    ("start: false", "QQ is it."),
    ("quoted: true", "The QQ is it."),
    ("kind: header", "The QQ is it."),
]


def changed(key: str, condition: str, sentence: str, section: str = "", previous: str = "") -> bool:
    from rlfix.edit import Safety

    pack = rule(f"from: QQ\nto: ZZ\ninflect: none\n{key}: {{{condition}}}")
    return "ZZ" in mended(pack, sentence, section, previous, least=Safety.SUGGEST)


@pytest.mark.parametrize(("condition", "sentence"), FAILS)
def test_when_it_fails_the_rule_is_silent(condition, sentence):
    assert not changed("when", condition, sentence)
    assert changed("unless", condition, sentence)


@pytest.mark.parametrize(("condition", "sentence"), HOLDS)
def test_when_it_holds_the_rule_speaks(condition, sentence):
    assert changed("when", condition, sentence)
    assert not changed("unless", condition, sentence)


def test_section_is_the_headings_above_and_its_own():
    assert changed("when", "section: reward", "The QQ is it.", section="Rewards at last")
    assert not changed("when", "section: reward", "The QQ is it.", section="Values")


def test_around_sees_the_end_of_the_paragraph_before():
    assert changed("when", "around: reward", "The QQ is it.", previous="At first. Then a reward.")
    assert not changed("when", "around: reward", "The QQ is it.", previous="A reward. Then more.")
    assert not changed("when", "around: reward", "The QQ is it.", section="Rewards")


def test_of_several_maps_one_must_hold_and_of_its_keys_all():
    pack = rule("from: QQ\nto: ZZ\nwhen:\n- {near: a, before: the}\n- {near: b}")
    assert mended(pack, "a the QQ, b QQ.") == "a the ZZ, b ZZ."
    assert mended(pack, "the QQ.") == "the QQ."
    assert mended(pack, "a QQ.") == "a QQ."


def test_any_key_of_unless_vetoes():
    pack = rule("from: QQ\nto: ZZ\nunless:\n- {near: x, before: y}\n- {near: z}")
    for sentence in ("x QQ.", "y QQ.", "z QQ."):
        assert mended(pack, sentence) == sentence
    assert mended(pack, "a QQ.") == "a ZZ."


def test_a_code_span_makes_it_a_suggestion():
    pack = rule("from: QQ\nto: ZZ\nwhen: {near: '`fit`'}")
    assert mended(pack, "Call `fit` with QQ.") == prove.text_of("Call `fit` with QQ.").string


def test_definitions_stand_in_phrases_and_alone():
    from packs import read

    from rlfix.rules import compiled
    from rlfix.rules.inflect import Regular

    source = r"""
    source: A book
    define: {give: [give, hand out], cue: [one, 're:\bV\(']}
    rules:
    - id: one
      from: QQ
      to: ZZ
      why: So.
      when: {before: '{give} the', near: '{cue}'}
      specs: [{from: 'a', to: 'b'}, {keep: c}]
    """
    pack = compiled.compile_pack(read(source), Regular())
    assert mended(pack, "One handed out the QQ.") == "One handed out the ZZ."
    assert mended(pack, "V(s) gives the QQ.") == "V(s) gives the ZZ."
    assert mended(pack, "It gives the QQ.") == "It gives the QQ."
