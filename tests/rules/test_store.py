"""Packs by name and path, compiled, cached; topics, time limits and what a pack costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from packs import read, rule

from rlfix.checks import terms
from rlfix.rules import compiled, header, prove, store
from rlfix.rules.inflect import Regular
from rlfix.rules.topic import has_topic
from rlfix.rules.view import View
from rlfix.settings import Settings

PACK = """
pack: house
source: The house style
topic: {sure: [reinforcement learning, =PPO], hints: [reward, value function, agent], hints-needed: 2}
rules:
- id: one
  from: qq
  to: zz
  why: So.
  specs: [{from: 'A qq.', to: 'A zz.'}, {keep: 'A zz.'}]
"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rlfix"


@pytest.fixture
def house(tmp_path):
    path = tmp_path / "house.yaml"
    path.write_text(PACK)
    return path


TOPICS = [
    ("This is about reinforcement learning.", True),
    ("This is about reinforcement-learning.", True),
    ("PPO it is.", True),
    ("Rewards for agents.", True),
    ("The agent's value functions.", True),
    ("An agent of agents.", False),
    ("The reinforcement of learning.", False),
    ("A database.", False),
    ("", False),
]


@pytest.mark.parametrize(("sentence", "about"), TOPICS)
def test_topic(sentence, about):
    pack = compiled.compile_pack(read(PACK), Regular())
    assert has_topic(View(prove.text_of(sentence)), pack) == about


def test_headings_tell_the_topic():
    pack = compiled.compile_pack(read(PACK), Regular())
    assert has_topic(View(prove.text_of("A qq.", "Reinforcement Learning")), pack)


def looked(sentence: str, *packs: str, topic: tuple[str, ...] = (), folder=None, **more):
    settings = Settings(**more)
    choices, problems = store.choices(packs, folder)
    text = prove.text_of(sentence)
    view = View(text)
    wanted = [one.pack for one in choices if one.always or terms.is_wanted(view, one.pack, topic)]
    edits, more_problems = terms.edits_of(text, wanted, settings.runs, view)
    return [edit.rule for edit in edits], problems + more_problems


def test_a_pack_serves_documents_on_its_topic(house):
    assert looked("A qq.", str(house)) == ([], [])
    assert looked("A qq of PPO.", str(house)) == (["terms.house.one"], [])
    assert looked("A qq.", str(house), topic=("house",)) == (["terms.house.one"], [])
    assert looked("A qq of PPO.", str(house), topic=("other",)) == ([], [])


def test_paths_start_at_a_folder(house):
    assert looked("A qq of PPO.", "house.yaml", folder=house.parent) == (["terms.house.one"], [])


@pytest.mark.parametrize("ignored", ["terms", "terms.house", "terms.house.one"])
def test_rules_are_turned_off_by_name_and_group(house, ignored):
    assert looked("A qq of PPO.", str(house), ignore=(ignored,)) == ([], [])


def test_a_rule_can_be_selected(house):
    assert looked("A qq of PPO.", str(house), select=("terms.house.one",)) == (["terms.house.one"], [])


def test_a_wrong_pack_is_told_and_left_out(house):
    house.write_text(PACK.replace("to: 'A zz.'", "to: 'A yy.'"))
    found, problems = looked("A qq of PPO.", str(house))
    assert found == []
    assert "house.yaml:10: rule one: `A qq.` became `A zz.`, not `A yy.`" in problems[0]


def test_a_missing_pack_is_told():
    _, problems = looked("A qq.", "gone.yaml")
    assert "gone.yaml: No such file or directory, and no pack of that name; not used" in problems[0]


def test_a_file_that_is_no_utf_8_is_told(house):
    house.write_bytes(b"\xff\xfe")
    assert "is no UTF-8" in looked("A qq.", str(house))[1][0]


def test_users_packs_are_kept_compiled(house, cache, monkeypatch):
    looked("A qq.", str(house))
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr(store, "from_source", None)  # not called again
    assert looked("A qq of PPO.", str(house)) == (["terms.house.one"], [])


def test_a_changed_pack_is_compiled_again(house):
    looked("A qq.", str(house))
    house.write_text(PACK.replace("qq", "vv"))
    assert looked("A vv of PPO.", str(house)) == (["terms.house.one"], [])


def test_a_broken_cache_is_made_anew(house, cache):
    looked("A qq.", str(house))
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:-20])
    assert looked("A qq of PPO.", str(house)) == (["terms.house.one"], [])


def test_a_cache_that_cannot_be_written_is_no_problem(house, cache):
    cache.parent.write_text("a file where the folder would be")
    assert looked("A qq of PPO.", str(house)) == (["terms.house.one"], [])


COMPILE = (
    "import sys; from pathlib import Path; from rlfix.rules import store; from rlfix.rules.inflect import Regular; "
    "store.compile_packs(Path(sys.argv[1]), Path(sys.argv[2]), Regular())"
)


def test_packs_compile_to_the_same_bytes_in_every_run(house, tmp_path):
    outs = []
    for seed in ("1", "2", "3"):
        out = tmp_path / f"{seed}.bin"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", COMPILE, house.parent, out], check=True, env=environment)
        outs.append(out.read_bytes())
    assert outs[0] == outs[1] == outs[2]
    packs, problems = store.shipped(tmp_path / "1.bin")
    assert [pack.name for pack in packs] == ["house"]
    assert problems == []


def test_packs_compile_without_panflute(house, tmp_path):
    code = "import sys; sys.modules['panflute'] = None; " + COMPILE
    subprocess.run([sys.executable, "-c", code, house.parent, tmp_path / "out.bin"], check=True)


def test_a_pack_with_an_error_does_not_compile(house, tmp_path):
    house.write_text(PACK.replace("why: So.", "whi: So."))
    with pytest.raises(ValueError, match="unknown key `whi`"):
        store.compile_packs(house.parent, tmp_path / "out.bin")


def test_what_was_compiled_comes_back():
    pack = compiled.compile_pack(read(PACK), Regular())
    assert header.load(header.dump([pack]))[0].triggers == pack.triggers


def test_a_users_regex_that_takes_for_ever_is_given_up():
    pack = rule(r"from: '\b(?:a|a)+\d'" + "\nto: b")
    text = prove.text_of("x " + "a" * 60 + "! " + "a" * 60 + "!")
    start = time.perf_counter()
    edits, problems = terms.edits_of(text, [pack])
    assert time.perf_counter() - start < 3
    assert edits == []
    assert "terms.house.one: regex `\\b(?:a|a)+\\d` took longer than" in problems[0]


def test_a_users_regex_in_a_condition_has_a_limit_too():
    pack = rule(r"from: qq" + "\nto: zz\n" + r"when: {near: '(?:a|a)+\d'}")
    start = time.perf_counter()
    edits, problems = terms.edits_of(prove.text_of("qq " + "a" * 80), [pack])
    assert time.perf_counter() - start < 3
    assert edits == []
    assert "terms.house.one: regex" in problems[0]


def thousand(number: int):
    rules = "".join(
        f"- {{id: r{i}, from: word{i} other{i}, to: x{i}, why: y, specs: [{{from: a, to: a}}, {{keep: b}}]}}\n"
        for i in range(number)
    )
    return compiled.compile_pack(read(f"source: s\nrules:\n{rules}"), Regular())


def test_rules_whose_words_do_not_occur_cost_nothing():
    few, many = thousand(10), thousand(1000)
    view = View(prove.text_of("A word3 other3 of the reward that the agent gets. " * 200))

    def cost(pack):
        from rlfix.rules.match import find

        times = []
        for _ in range(15):
            start = time.perf_counter()
            found = find(view, [pack], bool).found
            times.append(time.perf_counter() - start)
        assert len(found) == 200
        return min(times)

    assert cost(many) < 2 * cost(few) + 0.001


def test_the_shipped_packs_are_in_order():
    packs, problems = store.shipped(store.FOLDER / "not-compiled")
    assert problems == []
    assert packs
