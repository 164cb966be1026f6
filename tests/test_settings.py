"""Settings: what a document and its environment may ask for.

| left alone                                                     | table             |
| -------------------------------------------------------------- | ----------------- |
| the defaults, whatever is wrong in a setting                   | `WRONG`, `NO_MAP` |
| the other settings beside a wrong one                          | `test_the_rest…`  |
| keys of the metadata that merely begin alike (`rlfix.apply`)   | `NOT_OURS`        |
"""

from __future__ import annotations

import panflute as pf
import pytest

from pipeline import read
from rlfix.settings import CHOICES, Given, Settings, from_metadata, parse, settled

DEFAULT = Settings()


def given(yaml: str, **environ: str) -> tuple[Settings, list[str]]:
    """Read the settings of a document whose metadata is `yaml`."""
    return from_metadata(read(f"---\n{yaml}\n---\n"), environ)


RIGHT = {
    "{}": {},
    "{select: [grammar]}": {"select": ("grammar",)},
    "{select: grammar}": {"select": ("grammar",)},
    "{ignore: [grammar.doubled-word, footnotes]}": {"ignore": ("grammar.doubled-word", "footnotes")},
    "{ignore: []}": {"ignore": ()},
    "{apply: all}": {"apply": "all"},
    "{apply: none}": {"apply": "none"},
    "{verbosity: quiet, strict: true}": {"verbosity": "quiet", "strict": True},
    "{strict: false}": {"strict": False},
    "{heading-ids: keep}": {"heading_ids": "keep"},
    "{repeated-notes: keep}": {"repeated_notes": "keep"},
    "{drop-sections: [To do, 'Things *left*']}": {"drop_sections": ("To do", "Things left")},
    "true": {},
    "false": {"enabled": False},
}


@pytest.mark.parametrize(("value", "wanted"), RIGHT.items(), ids=RIGHT)
def test_right(value, wanted):
    assert given(f"rlfix: {value}") == (Settings(**wanted), [])


NOT_OURS = ["title: x", "rlfix.apply: none", "rlfix-apply: none", "RLFIX: false", "apply: none", "x: {rlfix: false}"]


@pytest.mark.parametrize("yaml", NOT_OURS)
def test_not_ours(yaml):
    assert given(yaml) == (DEFAULT, [])


WRONG = {
    "{ignroe: x}": "unknown setting `ignroe`: did you mean `ignore`?",
    "{heading_ids: keep}": "unknown setting `heading_ids`: did you mean `heading-ids`?",
    "{Select: x}": "unknown setting `Select`: did you mean `select`?",
    "{verbose: true}": "unknown setting `verbose`: did you mean `verbosity`?",
    "{xyz: 1}": "unknown setting `xyz`: known are select, ignore, apply, verbosity, strict, heading-ids, ",
    "{enabled: maybe}": "setting `enabled`: takes true or false, not 'maybe'; the default holds",
    "{apply: some}": "setting `apply`: takes one of safe, all, none, not 'some'; the default holds",
    "{apply: true}": "setting `apply`: takes one of safe, all, none, not True; the default holds",
    "{apply: [all]}": "setting `apply`: takes one of safe, all, none, not ['all']; the default holds",
    "{apply: {a: b}}": "setting `apply`: takes one of safe, all, none, not {'a': 'b'}; the default holds",
    "{apply: ''}": "setting `apply`: takes one of safe, all, none, not ''; the default holds",
    "{verbosity: 3}": "setting `verbosity`: takes one of quiet, normal, verbose, not '3'; the default holds",
    "{strict: maybe}": "setting `strict`: takes true or false, not 'maybe'; the default holds",
    "{strict: [true]}": "setting `strict`: takes true or false, not [True]; the default holds",
    "{ignore: true}": "setting `ignore`: takes a list of words, not True; the default holds",
    "{ignore: {a: b}}": "setting `ignore`: takes a list of words, not {'a': 'b'}; the default holds",
    "{ignore: [a, [b]]}": "setting `ignore`: takes a list of words, not ['a', ['b']]; the default holds",
    "{ignore: ['']}": "setting `ignore`: takes a list of words, not ['']; the default holds",
    "{heading-ids: true}": "setting `heading-ids`: takes one of follow, keep, not True; the default holds",
    "{repeated-notes: join}": "setting `repeated-notes`: takes one of merge, keep, not 'join'; the default holds",
}


@pytest.mark.parametrize(("value", "problem"), WRONG.items(), ids=WRONG)
def test_wrong_is_told_and_the_default_holds(value, problem):
    settings, (told,) = given(f"rlfix: {value}")
    assert settings == DEFAULT
    assert told.startswith(problem)


@pytest.mark.parametrize("value", ["yes please", "[grammar]", "3", "''"])
def test_settings_that_are_no_map(value):
    settings, (told,) = given(f"rlfix: {value}")
    assert settings == DEFAULT
    assert "takes a map of settings (or false to turn it off)" in told


def test_the_rest_of_the_settings_holds_beside_wrong_ones():
    settings, problems = given("rlfix: {apply: all, strict: maybe, colour: red, ignore: [grammar]}")
    assert settings == Settings(apply="all", ignore=("grammar",))
    assert [problem.split(":")[0] for problem in problems] == ["unknown setting `colour`", "setting `strict`"]


def test_metadata_of_the_command_line():
    doc = read("")
    for value, wanted in ((pf.MetaBool(False), False), (pf.MetaBool(True), True)):
        doc.metadata["rlfix"] = value
        assert from_metadata(doc, {}) == (Settings(enabled=wanted), [])
    doc.metadata["rlfix"] = pf.MetaMap(apply=pf.MetaString("none"), strict=pf.MetaBool(True))
    assert from_metadata(doc, {}) == (Settings(apply="none", strict=True), [])


ENVIRONMENTS = [
    ("", {"RLFIX_VERBOSITY": "quiet"}, "quiet", 0),
    ("rlfix: {verbosity: quiet}", {"RLFIX_VERBOSITY": "verbose"}, "verbose", 0),
    ("rlfix: {verbosity: quiet}", {"RLFIX_VERBOSITY": ""}, "quiet", 0),
    ("rlfix: {verbosity: quiet}", {}, "quiet", 0),
    ("rlfix: {verbosity: nonsense}", {"RLFIX_VERBOSITY": "quiet"}, "quiet", 0),
    ("rlfix: nonsense", {"RLFIX_VERBOSITY": "quiet"}, "quiet", 1),
    ("rlfix: true", {"RLFIX_VERBOSITY": "verbose"}, "verbose", 0),
    ("", {"RLFIX_VERBOSITY": "LOUD"}, "normal", 1),
    ("", {"RLFIX_APPLY": "none", "VERBOSITY": "quiet"}, "normal", 0),
]


@pytest.mark.parametrize(("yaml", "environ", "verbosity", "problems"), ENVIRONMENTS)
def test_the_environment_wins(yaml, environ, verbosity, problems):
    settings, told = given(yaml, **environ)
    assert settings == Settings(verbosity=verbosity)
    assert len(told) == problems


def test_false_stays_off_whatever_the_environment_says():
    settings, problems = given("rlfix: false", RLFIX_VERBOSITY="verbose")
    assert not settings.enabled
    assert problems == []


def test_every_setting_of_one_word_has_its_words_and_a_default_among_them():
    words = {name.replace("_", "-") for name, default in Settings()._asdict().items() if isinstance(default, str)}
    assert words == CHOICES.keys()
    for name, choices in CHOICES.items():
        assert getattr(DEFAULT, name.replace("-", "_")) in choices


RUNS = [
    ((), (), "grammar.doubled-word", True),
    (("grammar",), (), "grammar.doubled-word", True),
    (("grammar.doubled-word",), (), "grammar.doubled-word", True),
    (("grammar.doubled",), (), "grammar.doubled-word", False),
    (("gram",), (), "grammar.doubled-word", False),
    (("footnotes",), (), "grammar.doubled-word", False),
    ((), ("grammar",), "grammar.doubled-word", False),
    ((), ("grammar.doubled-word",), "grammar.doubled-word", False),
    ((), ("grammar.doubled",), "grammar.doubled-word", True),
    (("grammar",), ("grammar.doubled-word",), "grammar.doubled-word", False),
    (("grammar.doubled-word",), ("grammar",), "grammar.doubled-word", False),
    (("footnotes", "grammar"), ("spelling",), "grammar.doubled-word", True),
]


@pytest.mark.parametrize(("select", "ignore", "rule", "wanted"), RUNS)
def test_which_rules_run(select, ignore, rule, wanted):
    assert Settings(select=select, ignore=ignore).runs(rule) is wanted


def test_parse_leaves_what_it_is_given():
    before = {"select": ["a", "b"], "colour": "red"}
    parse(before)
    assert before == {"select": ["a", "b"], "colour": "red"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("grammer", ["no rule `grammer`: did you mean `grammar`?"]),
        ("grammar.doubled-wrod", ["no rule `grammar.doubled-wrod`: did you mean `grammar.doubled-word`?"]),
        ("terms.llm.llm-modelss", ["no rule `terms.llm.llm-modelss`: did you mean `terms.llm.llm-models`?"]),
        ("zzz", ["no rule `zzz`: `rlfix rules` lists them"]),
        ("spelling", []),
        ("footnotes.nested", []),
        ("footnotes.order", []),
        ("terms.llm", []),
        ("terms.llm.llm-models", []),
        ("engines", []),
    ],
)
@pytest.mark.parametrize("setting", ["select", "ignore"])
def test_rules_that_there_are_not(setting, name, told):
    assert settled({setting: Given([name], "flag")}, [])[1] == told


def test_rules_of_packs_of_ones_own():
    given = {"packs": Given(["house.yml"], "flag"), "ignore": Given(["terms.house.one"], "flag")}
    assert settled(given, [])[1] == []
