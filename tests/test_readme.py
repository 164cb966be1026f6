"""README.md tells the truth: every command in it runs, and its examples come out as printed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypandoc
import pytest

from rlfix.checks import rules
from rlfix.settings import setting_names

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
SET_UP = [line for line in COMMANDS if line.startswith("python3 -m venv")]
BENCH = [line for line in COMMANDS if "bench" in line]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder as a reader of README has it: the post, the samples, and rlfix and pandoc on PATH."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("samples", "tests", "filters"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("build", "__pycache__"))
    shutil.copy(ROOT / "samples" / "post.md", folder)
    pack = next(block for language, block in BLOCKS if language == "yaml" and block.startswith("# house.yml"))
    (folder / "house.yml").write_text(pack, encoding="utf-8")
    (folder / "bin").mkdir()
    (folder / "bin" / "pandoc").symlink_to(shutil.which(pypandoc.get_pandoc_path()))
    return folder


def run(command, place, data=None):
    path = os.pathsep.join([str(place / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        command, shell=True, cwd=place, env={**os.environ, "PATH": path}, input=data, capture_output=True, timeout=120,
        check=False,
    )  # fmt: skip


def test_two_lines_do_all_the_set_up():
    assert len(SET_UP) == 2
    runner = (ROOT / ".ci" / "run").read_text()
    assert "grep '^python3 -m venv' README.md" in runner
    assert 'eval "${lines[0]}"' in runner
    assert 'eval "${lines[1]}"' in runner


@pytest.mark.parametrize("command", [line for line in COMMANDS if line not in [*SET_UP, *BENCH]])
def test_every_command_runs(command, place):
    done = run(command, place)
    assert done.returncode == int("rlfix check" in command), done.stderr.decode()  # 1: there is something to say
    written = re.search(r"-o (\S+)|build.py (\S+)", command)
    assert (place / (written[1] or written[2])).stat().st_size if written else done.stdout + done.stderr


@pytest.mark.parametrize("command", BENCH)
def test_the_benchmark_runs(command, place):
    done = run(f"{command} --rounds 1 post.md", place)
    assert done.returncode == 0, done.stderr.decode()
    assert "post" in done.stdout.decode()


def test_the_draft_becomes_the_post(place):
    draft, post = (block for language, block in BLOCKS if language == "markdown")
    (place / "draft.md").write_text(draft)
    command = re.search(r"After `(.*)`:", README)[1]
    done = run(command, place)
    assert done.stdout.decode() == post


def test_the_python_example_runs(place):
    (code,) = (block for language, block in BLOCKS if language == "python")
    wanted = re.search(r"# (It gets .*)", code)[1]
    done = run(f"{sys.executable} -", place, code.encode())
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().splitlines()[0].strip() == wanted
    assert "grammar.doubled-word" in done.stdout.decode()


def test_every_setting_is_in_the_table():
    table = set(re.findall(r"^\| `([a-z-]+)` \|", README, re.MULTILINE))
    assert set(setting_names()) - {"enabled"} <= table


def test_every_rule_is_in_the_table():
    for name, _ in rules():
        assert f"| `{name}` |" in README
