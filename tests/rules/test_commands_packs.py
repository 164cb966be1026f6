"""`rlfix pack test` and `rlfix pack convert`."""

from __future__ import annotations

import pytest
import yaml
from click.testing import CliRunner

from rlfix.commands_packs import pack as command
from rlfix.rules import pack

GOOD = """
source: The house style
rules:
- {id: one, from: qq, to: zz, why: So., specs: [{from: 'A qq.', to: 'A zz.'}, {keep: 'A zz.'}]}
"""


def run(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def house(tmp_path):
    path = tmp_path / "house.yaml"
    path.write_text(GOOD)
    return path


def test_a_good_pack(house):
    result = run("test", house)
    assert result.exit_code == 0
    assert result.output == "1 rule, 2 specs, none failed\n"


def test_a_folder_of_packs(house):
    (house.parent / "other.yml").write_text(GOOD)
    assert run("test", house.parent).output == "2 rules, 4 specs, none failed\n"


def test_each_failure_is_one_line(house):
    house.write_text(GOOD.replace("to: 'A zz.'", "to: 'A yy.'").replace("keep: 'A zz.'", "keep: 'A qq.'"))
    result = run("test", house)
    assert result.exit_code == 1
    first, second, last = result.output.splitlines()
    assert first == f"{house}:4: rule one: `A qq.` became `A zz.`, not `A yy.`, by terms.house.one"
    assert second == f"{house}:4: rule one: `A qq.` became `A zz.`, not `A qq.`, by terms.house.one"
    assert last == "1 rule, 2 specs, 2 failed"


def test_a_pack_that_cannot_be_read(house):
    house.write_text(GOOD.replace("why: So., ", ""))
    result = run("test", house)
    assert result.exit_code == 1
    assert result.output.splitlines() == [f"{house}:4: rule one: why is missing", "0 rules, 0 specs, 1 failed"]


def test_a_list_of_another_tool_is_converted(tmp_path):
    path = tmp_path / "prh.yml"
    path.write_text("rules: [{expected: JavaScript, pattern: javascript, specs: [{from: javascript, to: JavaScript}]}]")
    result = run("convert", path)
    assert result.exit_code == 0
    found, problems = pack.read(result.output, "prh.yaml", "prh")
    assert problems == []
    assert [rule.tos for rule in found.rules] == [("JavaScript",)]
    assert run("test", path).output == "1 rule, 1 spec, none failed\n"


def test_specs_come_only_from_the_file(tmp_path):
    path = tmp_path / "style.yml"
    path.write_text("{extends: substitution, ignorecase: true, swap: {abort: stop}}")
    data = yaml.safe_load(run("convert", path).output)
    assert data["rules"][0]["from"] == [r"re:\b(?:abort)\b"]
    assert "specs" not in data["rules"][0]


def test_our_own_packs_need_no_converting(house):
    result = run("convert", house)
    assert result.exit_code == 1
    assert "a rule pack already" in result.output
