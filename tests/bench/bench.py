"""How long a run with rlfix takes, beside Pandoc alone and a filter that does nothing.

    python tests/bench/bench.py [--rounds 9] [--to markdown] [FILE ...]

Without files it measures the post of the samples and a book of 140,000 words. The runs take turns, round
by round, so that whatever else the machine does hits them alike; medians are compared. The bars: with rlfix
it takes at most 1.6 times as long as with the idle filter on the post, 1.8 times on the book.

Python's compiled modules are kept in a folder of the bench, so that a checkout is measured as what pip
installs; with --uncompiled as it runs where PYTHONDONTWRITEBYTECODE is set and nobody compiled it.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import book
import pypandoc

HERE = Path(__file__).parent
RLFIX = Path(sys.executable).with_name("rlfix")
BARS = {"post": 1.6, "book": 1.8}


class Time(NamedTuple):
    """Seconds that one run took."""

    wall: float
    cpu: float
    """Of the process and of those it waited for."""


def _cpu() -> float:
    """Return the seconds that all processes waited for so far have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Run(NamedTuple):
    """One way through a document."""

    name: str
    command: list[str]
    environ: dict[str, str]
    stdin: Path | None = None

    def time(self) -> Time:
        """Run it once."""
        with (self.stdin or Path(os.devnull)).open("rb") as stdin:
            before, start = _cpu(), time.perf_counter()
            done = subprocess.run(
                self.command,
                env=self.environ,
                stdin=stdin,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                check=False,
            )
            wall, cpu = time.perf_counter() - start, _cpu() - before
        if done.returncode:
            sys.exit(f"{self.name}: {' '.join(self.command)}\n{done.stderr.decode()}")
        return Time(wall, cpu)


CAPTURE = """
import os, pathlib, sys
here = pathlib.Path(__file__)
here.with_suffix(".json").write_bytes(sys.stdin.buffer.read())
here.with_suffix(".options").write_text(os.environ["PANDOC_READER_OPTIONS"])
sys.stdout.write(here.with_suffix(".json").read_text("utf-8"))
"""
"""A filter that keeps what Pandoc gives to filters, for running them without it."""


def runs(document: Path, folder: Path, writer: str, environ: dict[str, str]) -> list[Run]:
    """Return the runs to compare on `document`; writes what they need into `folder`."""
    whole = [pypandoc.get_pandoc_path(), "--quiet", str(document), "--standalone", "--wrap=preserve", "--to", writer]
    identity = _script(folder / "identity", (HERE / "identity.py").read_text())
    capture = _script(folder / document.stem, CAPTURE)
    subprocess.run([*whole, "--filter", capture], check=True, stdout=subprocess.DEVNULL)
    tree = folder / f"{document.stem}.json"
    piped = environ | {"PANDOC_READER_OPTIONS": (folder / f"{document.stem}.options").read_text()}
    return [
        Run("pandoc alone", whole, environ),
        Run("pandoc, identity", [*whole, "--filter", identity], environ),
        Run("pandoc, rlfix", [*whole, "--filter", str(RLFIX)], environ),
        Run("identity", [identity, writer], piped, tree),
        Run("rlfix", [str(RLFIX), writer], piped, tree),
    ]


def _script(path: Path, code: str) -> str:
    """Write `code` as a program that runs with this Python; return its path."""
    path.write_text(f"#!{sys.executable}\n{code}")
    path.chmod(0o755)
    return str(path)


def measure(contenders: list[Run], rounds: int) -> dict[str, Time]:
    """Return the median times of `contenders` over `rounds` rounds, after one that does not count."""
    times: dict[str, list[Time]] = {run.name: [] for run in contenders}
    for number in range(rounds + 1):
        for run in contenders:
            taken = run.time()
            if number:
                times[run.name].append(taken)
    return {name: Time(*(median(each) for each in zip(*taken, strict=True))) for name, taken in times.items()}


def table(name: str, times: dict[str, Time], rounds: int) -> str:
    """Return the medians and what they come to."""
    alone, idle, ours = (times[key] for key in ("pandoc alone", "pandoc, identity", "pandoc, rlfix"))
    rows = [("", "wall", "cpu", f"{name}, {rounds} rounds")]
    rows += [(key, f"{taken.wall:.3f} s", f"{taken.cpu:.3f} s", "") for key, taken in times.items()]
    bar = f"bar {BARS[name]}" if name in BARS else ""
    ratios = [
        ("rlfix / identity, whole run", ours, idle, bar),
        ("rlfix / identity, filter alone", times["rlfix"], times["identity"], bar),
        ("the same, less pandoc alone", _less(ours, alone), _less(idle, alone), ""),
    ]
    rows += [(what, f"{a.wall / b.wall:.2f}", f"{a.cpu / b.cpu:.2f}", note) for what, a, b, note in ratios]
    return "\n".join(f"{what:32}{wall:>10}{cpu:>10}  {note}".rstrip() for what, wall, cpu, note in rows)


def _less(one: Time, other: Time) -> Time:
    return Time(one.wall - other.wall, one.cpu - other.cpu)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="documents to measure instead")
    parser.add_argument("--rounds", type=int, default=9, help="how often each run is timed (%(default)s)")
    parser.add_argument("--to", default="markdown", metavar="FORMAT", help="Pandoc's writer (%(default)s)")
    parser.add_argument("--uncompiled", action="store_true", help="write no compiled modules")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environ |= {"PYTHONDONTWRITEBYTECODE": "1"} if options.uncompiled else {"PYTHONPYCACHEPREFIX": name}
        documents = options.files
        if not documents:
            (folder / "book.md").write_text(book.book(), encoding="utf-8")
            documents = [book.POST, folder / "book.md"]
        for document in documents:
            times = measure(runs(document, folder, options.to, environ), options.rounds)
            print(table(document.stem, times, options.rounds), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
