"""The hooks of .pre-commit-hooks.yaml, run in a git checkout as pre-commit runs them.

| left alone                                    | what happens                                |
| --------------------------------------------- | ------------------------------------------- |
| files of other formats, however they look     | no hook is given them                       |
| every file, by `rlfix`                        | it fails where there is something to say    |
| files with nothing to mend, by `rlfix-fix`    | it passes; otherwise the files have changed |
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from rlfix import readers

ROOT = Path(__file__).parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
SLIP, MENDED = "It is the the end.\n", "It is the end.\n"
FILES = {
    "a.md": SLIP,
    "docs/b c.rst": SLIP,
    "docs/D.MD": MENDED,
    "e.org": MENDED,
    "code.py": f"x = '''{SLIP}'''\n",
    "notes.txt": SLIP,
    "readme.md.bak": SLIP,
}


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A git checkout with files that are staged, and rlfix on PATH."""
    folder = tmp_path / "checkout"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    return folder


def git(folder, *arguments):
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True).stdout.decode()


def given(hook, folder):
    """Return the files of the checkout that pre-commit hands to `hook`."""
    staged = git(folder, "ls-files", "-z").split("\0")[:-1]
    return [name for name in staged if re.search(HOOKS[hook]["files"], name)]


def run(hook, folder):
    command = [*shlex.split(HOOKS[hook]["entry"]), *given(hook, folder)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def unstaged(folder):
    return git(folder, "diff", "--name-only", "-z").split("\0")[:-1]


def test_there_are_two_hooks():
    assert list(HOOKS) == ["rlfix", "rlfix-fix"]
    for hook in HOOKS.values():
        assert hook["language"] == "python"
        assert hook["types"] == ["text"]


@pytest.mark.parametrize("hook", HOOKS)
def test_the_hooks_take_the_formats_that_are_proofread(hook):
    pattern = HOOKS[hook]["files"]
    for suffix in readers.FORMATS:
        assert re.search(pattern, f"folder/name{suffix}")
        assert re.search(pattern, f"NAME{suffix.upper()}")
        assert not re.search(pattern, f"name{suffix}~")
        assert not re.search(pattern, f"name{suffix.replace('.', '_')}")
    suffixes = re.sub(r"html\?", "html|htm", re.search(r"\.\((.*)\)\$", pattern)[1]).split("|")
    assert {f".{suffix}" for suffix in suffixes} == set(readers.FORMATS)


def test_check_says_what_there_is_and_changes_nothing(checkout):
    assert given("rlfix", checkout) == ["a.md", "docs/D.MD", "docs/b c.rst", "e.org"]
    done = run("rlfix", checkout)
    assert done.returncode == 1
    found = "1:7: grammar.doubled-word “the the” → “the”: “the” stands here twice."
    assert done.stdout == f"a.md:{found}\ndocs/b c.rst:{found}\n"
    assert unstaged(checkout) == []


def test_fix_changes_what_is_wrong_and_then_nothing(checkout):
    done = run("rlfix-fix", checkout)
    assert done.returncode == 0, done.stderr
    assert unstaged(checkout) == ["a.md", "docs/b c.rst"]
    assert (checkout / "a.md").read_text() == MENDED
    assert (checkout / "notes.txt").read_text() == SLIP
    git(checkout, "add", ".")
    assert run("rlfix-fix", checkout).returncode == run("rlfix", checkout).returncode == 0
    assert unstaged(checkout) == []


@pytest.mark.skipif(not shutil.which("pre-commit"), reason="pre-commit is not installed")
def test_pre_commit_itself(checkout):
    hooks = [{**hook, "language": "system"} for hook in HOOKS.values()]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (checkout / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git(checkout, "add", ".")
    command = ["pre-commit", "run", "--all-files", "--color=never"]
    first = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert first.returncode == 1
    assert re.search(r"rlfix check\.+Failed", first.stdout)
    assert re.search(r"rlfix fix\.+Failed\n(.*\n)*- files were modified by this hook", first.stdout)
    assert unstaged(checkout) == ["a.md", "docs/b c.rst"]
    git(checkout, "add", ".")
    second = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert second.returncode == 0, second.stdout
    assert len(re.findall("Passed", second.stdout)) == 2
