"""Measure the rules about real words: what they mend of slips that authors corrected, what they change in right text.

    python tests/bench/realword.py CORRECTIONS.jsonl ... [--prose FOLDER ...] [--inject] [--show]

A line of CORRECTIONS has `before`, a sentence with one slip, and the words `wrong` and `right` in which its correction
differs; `type`, where there is one, groups the figures. FOLDERs hold running text (.txt, .md), of which every change
is suspect and printed. With --inject, each sentence of that prose gets a slip in turn (form for from, your for you, …),
which tells how many slips are found in sentences that nobody looked at when the rules were written.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

sys.path.insert(0, str(Path(__file__).parents[2] / "filters"))

from rlfix.checks.spelling import realword
from rlfix.edit import Safety
from rlfix.text import Block
from rlfix.tokens import Tokens

PAIRS = """
    from>form than>then then>than of>or or>of is>it it>is in>it on>one an>and and>an to>too too>to your>you
    you>your not>no no>not this>his the>he they>the the>they there>their their>there its>it's it's>its where>were
    were>where has>as as>has be>by by>be can>an may>many been>being through>though first>fist do>to are>our of>off
""".split()  # noqa: SIM905 -- a list of pairs reads best as a text
"""What is meant, and what is written instead."""


def plain(string: str) -> SimpleNamespace:
    """Return `string` as if it were a document of one paragraph; markup that looks like code becomes U+FFFC."""
    string = re.sub(r"``[^`]*``|`[^`]*`|https?://\S+|\$[^$]*\$|<[^>]*>|\]\([^)]*\)", "\ufffc", string).replace("’", "'")
    block = Block(0, len(string), "para", (), "", False, None)
    return SimpleNamespace(string=string, tokens=Tokens(string), block_at=lambda _: block, blocks=[block])


def edits(text: SimpleNamespace):
    return [edit for rule in realword.RULES for edit in rule(text, None) if edit.safety == Safety.SAFE]


def shown(text: SimpleNamespace, edit) -> str:
    around = text.string[max(0, edit.start - 50) : edit.start], text.string[edit.end : edit.end + 40]
    return f"{edit.rule}: …{around[0]}[{edit.old} > {edit.new}]{around[1]}…"


def corrections(path: Path, show: bool) -> None:
    figures: Counter[tuple[str, str]] = Counter()
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        text, kind = plain(record["before"]), record.get("type", "")
        wanted = (str(record.get("wrong")).lower(), str(record.get("right")).lower())
        found = edits(text)
        right = [edit for edit in found if (edit.old.lower(), edit.new.lower()) == wanted]
        figures[kind, "lines"] += 1
        figures[kind, "mended"] += bool(right)
        figures[kind, "other changes"] += len(found) - len(right)
        if show:
            print(*(shown(text, edit) for edit in found if edit not in right), sep="\n")
    print(path.name, *(f"\n  {kind:12} {name}: {count}" for (kind, name), count in sorted(figures.items()) if count))


def paragraphs(folder: Path):
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".md"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            yield from (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))


def prose(folder: Path) -> None:
    words = changes = 0
    for text in map(plain, paragraphs(folder)):
        words += len(text.tokens)
        for edit in edits(text):
            changes += 1
            print(shown(text, edit))
    print(f"{folder}: {changes} changes in {words} words")


def injected(folder: Path, most: int = 200) -> None:
    """Print how many of at most `most` slips of each kind are mended, and how many are changed to something else."""
    texts = [text for text in map(plain, paragraphs(folder)) if len(text.tokens) > 5]
    random.Random(1).shuffle(texts)  # noqa: S311
    for meant, written in (pair.split(">") for pair in PAIRS):
        found = Counter(_fate(text, meant, written) for text in _holding(texts, meant, most))
        total = sum(found.values())
        print(f"{meant:>8} > {written:8} {found['mended'] / max(1, total):6.1%} of {total}, wrong: {found['wrong']}")


def _holding(texts: list[SimpleNamespace], word: str, most: int):
    return [text for text in texts if word in text.tokens.words][:most]


def _fate(text: SimpleNamespace, meant: str, written: str) -> str:
    index = text.tokens.words.index(meant)
    start, end = text.tokens.starts[index], text.tokens.ends[index]
    slipped = plain(text.string[:start] + written + text.string[end:])
    found = edits(slipped)
    if any(edit.start == start and edit.new.lower() == meant for edit in found):
        return "mended"
    return "wrong" if found else "missed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corrections", nargs="*", type=Path)
    parser.add_argument("--prose", nargs="*", type=Path, default=[])
    parser.add_argument("--inject", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for path in options.corrections:
        corrections(path, options.show)
    for folder in options.prose:
        (injected if options.inject else prose)(folder)


if __name__ == "__main__":
    main()
