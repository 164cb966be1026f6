"""The weights of spelling can be learnt anew: from a few made-up corrections here, without writing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("codespell_lib", reason="its list is learnt from")
pytest.importorskip("numpy", reason="learns")

SCRIPT = Path(__file__).with_name("weights.py")
TARGET = Path(__file__).parents[2] / "filters" / "rlfix" / "checks" / "spelling" / "weights.py"

CORRECTIONS = [
    ("The plumber will recieve a parcel.", "recieve", "receive"),
    ("Two gardeners occured to him.", "occured", "occurred"),
    ("It is a seperate kitchen.", "seperate", "separate"),
    ("A tall chimny stood there.", "chimny", "chimney"),
    ("She bought a new bycicle today.", "bycicle", "bicycle"),
    ("The weathr was fine.", "weathr", "weather"),
    ("Ask the libarian for it.", "libarian", "librarian"),
    ("An umbrela is of no use.", "umbrela", "umbrella"),
    ("He peeled a potatoe.", "potatoe", "potato"),
    ("The snorbel and the orchesta played.", "orchesta", "orchestra"),
]


@pytest.fixture
def corrections(tmp_path):
    path = tmp_path / "corrections.jsonl"
    records = [
        {"before": before, "after": before.replace(wrong, right), "wrong": wrong, "right": right}
        for before, wrong, right in CORRECTIONS
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def test_it_learns_and_tells_and_writes_only_when_told(corrections, tmp_path):
    (tmp_path / "prose.md").write_text("The frobulator of the house is in the garden with a `code` span.\n")
    before = TARGET.read_bytes()
    command = [sys.executable, str(SCRIPT), str(corrections), "--prose", str(tmp_path), "--listed", "40", "--show", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("candidates: the right one first in ")
    assert lines[1].endswith("to be corrected")
    assert sum(line.startswith("  from ") for line in lines) == 8
    assert lines[-1].startswith("{")
    assert TARGET.read_bytes() == before


def test_what_it_writes_is_what_is_there():
    sys.path.insert(0, str(SCRIPT.parent))
    import weights

    from rlfix.checks.spelling.weights import CANDIDATE, MISSPELT

    assert weights.TARGET == TARGET
    assert weights.written(CANDIDATE, MISSPELT) == TARGET.read_text(encoding="utf-8")
