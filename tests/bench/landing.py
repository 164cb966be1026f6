"""How many edits land in real files: every n-th word is replaced, and the file has to read as the edited tree.

    python tests/bench/landing.py [--step 5] [--show 3] FILE|FOLDER…

For each file it also numbers the footnotes and looks whether the tree is what it was, the labels are 1..n
in order, and a second run changes nothing. The bar: 99.5 % of the edits land. Words that the tree has and
the file has not (macros that Org expands, the title “Note” that RST's reader gives) count as not landed.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rlfix import pandoc, readers
from rlfix.edit import Edit, is_writable
from rlfix.flatten import flatten
from rlfix.settings import Settings
from rlfix.source.batch import find_files
from rlfix.source.fix import Reading, fix
from rlfix.source.labels import find
from rlfix.source.places import find_places
from rlfix.source.prove import Original, prove
from rlfix.source.splice import ways, with_copies

WORD = re.compile(r"[A-Za-z][a-z]{2,}")
FOOTNOTES = Settings(select=("footnotes",))


class Landing(NamedTuple):
    """What became of the edits of one file."""

    edits: int
    landed: int
    seconds: float
    """Our own time, without the time in which Pandoc reads."""
    missed: list[str]


def read(source: str, reader: str, folder: Path) -> bytes:
    return pandoc.run(["-f", reader, "-t", "json"], source.encode(), folder)


def landing(source: str, reader: str, folder: Path, step: int) -> Landing:
    """Replace every `step`-th word of `source`."""
    original = Original(
        source, reader, partial(read, reader=reader, folder=folder), read(source, reader, folder),
        {"extensions": readers.extensions(reader)},
    )  # fmt: skip
    start = time.perf_counter()
    doc = original.document()
    text = flatten(doc)
    places = find_places(source, reader, doc, text, find(source, reader))
    found = {edit: ways(source, text, places, edit) for edit in with_copies(text, places, edits_of(text, step))}
    seconds = time.perf_counter() - start
    proof = prove(original, one_for_each_place(found))
    missed = [text.string[max(0, edit.start - 30) : edit.end + 20] for edit in proof.unproved]
    return Landing(len(proof.made) + len(proof.unproved), len(proof.made), seconds, missed)


def edits_of(text, step):
    for number, word in enumerate(list(WORD.finditer(text.string))[::step]):
        edit = Edit(word.start(), word.end(), word[0], f"zq{number}x", "bench.word", "")
        if is_writable(text, edit) and not any(text.zones.touching("off", edit.start, edit.end)):
            yield edit


def one_for_each_place(found):
    """Leave out words of notes that the tree has twice when both were to be replaced, each by another."""
    wanted = {}
    for edit, choices in found.items():
        for splice in choices[0] if choices else ():
            wanted.setdefault(splice[:2], set()).add(edit.new)
    clear = {place for place, words in wanted.items() if len(words) == 1}
    return {
        edit: choices
        for edit, choices in found.items()
        if not choices or all(splice[:2] in clear for splice in choices[0])
    }


def numbered(source: str, reader: str, folder: Path) -> str:
    """Number the footnotes; return what is wrong with the result, or nothing."""
    reading = Reading(reader, partial(read, reader=reader, folder=folder))
    if not find(source, reader).references:
        return ""
    fixed = fix(source, reading, lambda _: FOOTNOTES)
    if any("left alone" in notice.message for notice in fixed.notices):
        return "not proved"
    notes = find(fixed.source, reader)
    defined = {definition.label for definition in notes.definitions}
    labels = list(dict.fromkeys(one.label for one in notes.references if one.label in defined))
    if all(label.isdigit() for label in labels) and labels != [str(number + 1) for number in range(len(labels))]:
        return f"labels {labels}"
    return "" if fix(fixed.source, reading, lambda _: FOOTNOTES).source == fixed.source else "the second run differs"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--step", type=int, default=5)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    sums: dict[str, list[int]] = {}
    notes = wrong = 0
    for path in find_files(given.paths):
        reader, source = readers.FORMATS[path.suffix.lower()], path.read_text(encoding="utf-8").replace("\r\n", "\n")
        try:
            result = landing(source, reader, path.parent, given.step)
            problem = numbered(source, reader, path.parent)
        except pandoc.PandocError as error:
            print(f"{path}: {error}", file=sys.stderr)
            continue
        total = sums.setdefault(reader, [0, 0])
        total[0] += result.edits
        total[1] += result.landed
        notes += bool(find(source, reader).references)
        wrong += bool(problem)
        if problem or result.landed < result.edits:
            print(f"{path.name}: {result.landed} of {result.edits}, {result.seconds:.2f} s {problem}")
        for missed in result.missed[: given.show]:
            print(f"    {missed!r}")
    sums["all"] = [sum(column) for column in zip(*sums.values(), strict=True)]
    for reader, (edits, landed) in sums.items():
        print(f"{reader}: {landed} of {edits} edits landed, {landed / max(1, edits):.2%}")
    print(f"footnotes: {notes} files have some, {wrong} of them went wrong")


if __name__ == "__main__":
    main()
