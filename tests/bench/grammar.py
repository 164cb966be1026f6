"""How often each rule of grammar fires, and how often it is right.

    python tests/bench/grammar.py [--clean FOLDER ...] [--pairs FILE ...] [--show RULE] [--write]

Clean text is what somebody proofread: whatever fires there is suspect. Pairs are JSON Lines with `before`
and `after` (and perhaps `alternatives`, and a `type`): an edit is right when the words that it changes
are changed so in `after` too. A rule is safe with 95% right of 20 fires, or with none wrong in clean text
of 250,000 words. `--show` lists what a rule does (`all`: every rule). `--write` keeps the figures for
`rlfix rules --measured`.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pypandoc

from rlfix import document
from rlfix.checks import grammar
from rlfix.edit import Edit, Safety, choose
from rlfix.flatten import flatten
from rlfix.settings import Settings
from rlfix.text import Text

READERS = {
    ".md": "markdown", ".mdx": "markdown", ".qmd": "markdown", ".txt": "markdown", ".rst": "rst", ".org": "org",
    ".tex": "latex", ".html": "html", ".docx": "docx", ".ipynb": "ipynb",
}  # fmt: skip
PLAIN = "markdown-raw_html-citations-yaml_metadata_block-tex_math_dollars"
BATCH = 50
OUT = Path(__file__).parents[2] / "filters" / "rlfix" / "data" / "measured.json"
"""What `rlfix rules --measured` shows."""
WORD = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")


class Tally(NamedTuple):
    """What one rule did."""

    right: Counter[str]
    wrong: Counter[str]
    clean: Counter[str]
    suggested: Counter[str]


def read(data: bytes, reader: str) -> dict[str, Any]:
    """Return Pandoc's tree of `data`."""
    command = [pypandoc.get_pandoc_path(), "-f", reader, "-t", "json"]
    return json.loads(subprocess.run(command, input=data, capture_output=True, check=True, timeout=600).stdout)


def text_of(tree: dict[str, Any]) -> Text:
    """Return the text of a tree."""
    return flatten(document.load(json.dumps(tree), "markdown"))


def texts(passages: list[str]) -> list[Text]:
    """Return the text of each passage, all read at once."""
    body = "\n\n".join(f"::: s{number}\n\n{passage.strip()}\n\n:::" for number, passage in enumerate(passages))
    tree = read(body.encode(), PLAIN)
    return [text_of({**tree, "blocks": block["c"][1]}) for block in tree["blocks"] if block["t"] == "Div"]


def edits_of(text: Text) -> tuple[list[Edit], list[Edit]]:
    """Return the edits that would be made and those that would be suggested."""
    choice = choose(text, grammar.check(text, Settings()), Safety.SAFE)
    return choice.made, choice.left


def changes(old: str, new: str) -> set[tuple[str, str]]:
    """Return the words that differ, old and new."""
    one, other = WORD.findall(old), WORD.findall(new)
    codes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return {(" ".join(one[i:j]), " ".join(other[k:m])) for tag, i, j, k, m in codes if tag != "equal"}


def is_right(text: Text, edit: Edit, wanted: list[str]) -> bool:
    """Tell whether `edit` does what one of the `wanted` texts does."""
    done = changes(text.string, text.string[: edit.start] + edit.new + text.string[edit.end :])
    return bool(done) and any(done <= changes(text.string, after) for after in wanted)


def shown(text: Text, edit: Edit) -> str:
    """Return an edit in its surroundings, in one line."""
    before, after = text.string[max(0, edit.start - 50) : edit.start], text.string[edit.end : edit.end + 50]
    return f"{edit.rule}: {before}«{edit.old}→{edit.new}»{after}".replace("\n", " ")


def measure_pairs(path: Path, tally: Tally, show: str) -> int:
    """Count what the rules do to the `before` of each record of a file; return how many it has."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if row.get("before") and row.get("after")]
    fixed: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        pairs = zip(batch, texts([row["before"] for row in batch]), texts([row["after"] for row in batch]), strict=True)
        for row, text, after in pairs:
            counts = fixed[str(row.get("type"))]
            counts[0] += 1
            counts[1] += _count(row, text, after.string, tally, show)
    print(path.name, {kind: f"{done}/{all_}" for kind, (all_, done) in fixed.items()})
    return len(rows)


def _count(row: dict[str, Any], text: Text, after: str, tally: Tally, show: str) -> bool:
    made, left = edits_of(text)
    wanted = [after, *(row.get("alternatives") or [])]
    tally.suggested.update(edit.rule for edit in left)
    verdicts = [(edit, is_right(text, edit, wanted)) for edit in made]
    for edit, right in verdicts:
        (tally.right if right else tally.wrong)[edit.rule] += 1
        if show and (show == "all" or edit.rule.endswith(show)):
            print("right" if right else "WRONG", shown(text, edit))
    return any(right for _, right in verdicts)


def measure_clean(folder: Path, tally: Tally, show: str) -> int:
    """Count what the rules do to the documents of a folder; return how many words those have."""
    size = 0
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in READERS):
        text = text_of(read(path.read_bytes(), READERS[path.suffix.lower()]))
        size += len(text.string.split())
        made, left = edits_of(text)
        tally.clean.update(edit.rule for edit in made)
        tally.suggested.update(edit.rule for edit in left)
        for edit in made if show else ():
            if show == "all" or edit.rule.endswith(show):
                print("clean", path.name, shown(text, edit))
    return size


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clean", type=Path, action="append", default=[])
    parser.add_argument("--pairs", type=Path, action="append", default=[])
    parser.add_argument("--show", default="")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    tally = Tally(Counter(), Counter(), Counter(), Counter())
    records = sum(measure_pairs(path, tally, given.show) for path in given.pairs)
    size = sum(measure_clean(folder, tally, given.show) for folder in given.clean)
    if given.write:
        found = {rule: [one[rule] for one in tally] for rule in sorted(set().union(*tally))}
        OUT.write_text(
            json.dumps({"words": size, "records": records, "rules": found}, indent=1) + "\n", encoding="utf-8"
        )
    print(f"{'rule':36} right wrong  clean ({size} words)  suggested")
    for rule in sorted({*tally.right, *tally.wrong, *tally.clean, *tally.suggested}):
        figures = tally.right[rule], tally.wrong[rule], tally.clean[rule], tally.suggested[rule]
        print(f"{rule:36} {figures[0]:5} {figures[1]:5} {figures[2]:6} {figures[3]:10}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
