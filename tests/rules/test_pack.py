"""What a pack may say, and what is told of one that says something else."""

from __future__ import annotations

import textwrap

import pytest

from rlfix.rules import compiled, pack, prove
from rlfix.rules.inflect import Regular

GOOD = """
pack: house
source: The house style
define:
  give: [give, hand out]
rules:
- id: one
  from: value function
  to: reward
  why: It is paid.
  specs:
  - {from: 'A value function.', to: 'A reward.'}
  - {keep: 'A critic.'}
"""


def problems(string: str) -> list[str]:
    found, wrong = pack.read(textwrap.dedent(string), "house.yaml", "house")
    assert (found is None) == bool(wrong)
    return wrong


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_good_pack_has_no_problems():
    assert problems(GOOD) == []


def test_a_pack_may_be_a_list():
    assert problems(GOOD[GOOD.index("- id") :].replace("why:", "source: A book\n  why:")) == []


WRONG = [
    ("", "house.yaml:1: a pack is a list of rules, or a map with `rules:`"),
    ("rules: x", "house.yaml:1: rules takes a list"),
    ("rules: [", "house.yaml:2: is no YAML: "),
    ("rules:\n- x", "house.yaml:1: rule 1: a rule is a map with id, from, to, why ..., not `x`"),
    (changed("pack: house", "pakc: house"), "house.yaml:2: unknown key `pakc`: did you mean `pack`?"),
    (changed("pack: house", "pack: my house"), "pack takes a name of letters, digits and hyphens, not `my house`"),
    (changed("pack: house", "topic: x"), "house.yaml:2: topic takes a map of sure, hints and hints-needed"),
    (changed("pack: house", "topic: {shure: x}"), "unknown key `shure`: did you mean `sure`?"),
    (changed("pack: house", "topic: {hints: x, hints-needed: no}"), "hints-needed takes a number from 1, not `no`"),
    (changed("  give: [give", "  give: [(give"), "house.yaml:5: define give: a bracket is not closed in `(give`"),
    (
        changed("why: It is paid.", "whi: It is paid."),
        "house.yaml:10: rule one: unknown key `whi`: did you mean `why`?",
    ),
    (changed("  why: It is paid.\n", ""), "house.yaml:7: rule one: why is missing"),
    (changed("source: The house style\n", ""), "rule one: source is missing, here or for the whole pack"),
    (changed("  to: reward\n", ""), "house.yaml:7: rule one: to is missing"),
    (changed("to: reward", "to: [x, {a: b}]"), "house.yaml:9: rule one: to takes words or a list of them"),
    (changed("to: reward", r"to: 're\1'"), r"rule one: `\1` in to, but `value function` has no such bracket"),
    (changed("id: one", "id: no spaces"), "id takes a name of letters, digits and hyphens, not `no spaces`"),
    (changed("from: value function", "from: 'val[ue'"), "house.yaml:8: rule one: from: bad regex `val[ue`: "),
    (
        changed("from: value function", "from: '(value|(x)'"),
        "house.yaml:8: rule one: from: a bracket is not closed in ",
    ),
    (changed("from: value function", "from: '* #'"), "from: `* #` could match without any of its words"),
    (changed("from: value function", "from: 'x? a?'"), "could match without any of its words"),
    (changed("from: value function", "from: .NET"), "from: `.NET` starts with punctuation, which takes a regex"),
    (changed("why: It is paid.", "why: x\n  when: {before: a & b}"), "before takes no `&`: two phrases cannot both"),
    (changed("from: value function", "from: '{giv} x'"), "from: `{giv}` is not defined in the pack"),
    (changed("from: value function", "from: a ** ** ** ** ** ** x"), "comes to more than 4000 word sequences"),
    (changed("why: It is paid.", "why: x\n  safety: sure"), "safety takes one of safe, suggest, not `sure`"),
    (changed("why: It is paid.", "why: x\n  inflect: nuon"), "inflect takes one of noun, verb, none, not `nuon`"),
    (changed("why: It is paid.", "why: x\n  when: reward"), "when takes a map of conditions, or a list of maps"),
    (changed("why: It is paid.", "why: x\n  when: {neer: x}"), "unknown key `neer`: did you mean `near`?"),
    (changed("why: It is paid.", "why: x\n  when: {near: []}"), "near takes a phrase or a list of them"),
    (changed("why: It is paid.", "why: x\n  when: {near: 'x)('}"), "near: a bracket is not closed in `x)(`"),
    (changed("why: It is paid.", "why: x\n  when: {start: maybe}"), "start takes true or false, not `maybe`"),
    (changed("why: It is paid.", "why: x\n  when: {kind: hedder}"), "kind takes some of para, header, "),
    (changed("why: It is paid.", "why: x\n  why: y"), "house.yaml:11: `why` stands twice in one map"),
    (changed("  - {keep: 'A critic.'}\n", ""), "specs have no keep, which shows what the rule leaves alone"),
    (changed("  - {from: 'A value function.', to: 'A reward.'}\n", ""), "specs have no from and to, which show what"),
    (changed("keep: 'A critic.'", "kepe: x"), "unknown key `kepe`: did you mean `keep`?"),
    (changed("keep: 'A critic.'", "keep: x, to: y"), "a spec with keep takes no from, to or suggest"),
    (changed("to: 'A reward.'", "section: y"), "a spec takes keep, or from and one of to and suggest"),
    (GOOD[: GOOD.index("  specs")], "house.yaml:7: rule one: specs are missing: at least one from/to and one keep"),
    (GOOD + GOOD[GOOD.index("- id") :], "house.yaml:14: rule one: another rule has this id"),
    ("a: &a [*a]", "house.yaml:1: "),
]


@pytest.mark.parametrize(("string", "told"), WRONG)
def test_what_is_wrong_is_told_in_one_line_with_its_place(string, told):
    found = problems(string)
    assert told in found[0]
    assert found[0].startswith("house.yaml:")
    assert all("\n" not in line for line in found)


def test_all_that_is_wrong_is_told():
    string = changed("why: It is paid.", "whi: It is paid.") + GOOD[GOOD.index("- id") :].replace(
        "to: reward", "too: x"
    )
    assert len(problems(string)) == 2


FAILING = [
    (
        "to: 'A reward.'",
        "to: 'A return.'",
        "`A value function.` became `A reward.`, not `A return.`, by terms.house.one",
    ),
    (
        "keep: 'A critic.'",
        "keep: 'A value function.'",
        "became `A reward.`, not `A value function.`, by terms.house.one",
    ),
    ("from: 'A value function.'", "from: 'Nothing.'", "`Nothing.` became `Nothing.`, not `A reward.`"),
    ("to: 'A reward.'", "suggest: 'A reward.'", "is changed and not only suggested"),
    ("why: It is paid.", "why: x\n  safety: suggest", "not `A reward.` (and terms.house.one suggests `reward`)"),
    ("keep: 'A critic.'", "keep: '\"A value function\"'", "terms.house.one suggests `reward`, and keep wants nothing"),
]


@pytest.mark.parametrize(("old", "new", "told"), FAILING)
def test_a_failing_spec_is_told_with_what_came_out(old, new, told):
    found, _ = pack.read(changed(old, new), "house.yaml", "house")
    lines = list(prove.failures(found, compiled.compile_pack(found, Regular())))
    assert told in lines[0]
    assert lines[0].startswith(("house.yaml:12: rule one: ", "house.yaml:13: rule one: "))


def test_specs_see_section_and_previous():
    string = changed("why: It is paid.", "why: x\n  when: {section: pay, around: robot}").replace(
        "to: 'A reward.'", "to: 'A reward.', section: How we pay, previous: 'A robot.'"
    )
    found, wrong = pack.read(string, "house.yaml", "house")
    assert not wrong
    assert not list(prove.failures(found, compiled.compile_pack(found, Regular())))
