"""Learn the weights of the noisy channel from corrections that authors made.

    python tests/bench/weights.py CORRECTIONS.jsonl ... [--prose FOLDER ...] [--write]

A line of CORRECTIONS has `before` and `after`, a sentence and its correction, and the words `wrong` and `right` in
which they differ. FOLDERs hold running text (.txt, .md) without misspellings: its words that the lexicon lacks are
right, and teach what to leave alone. Besides, codespell's list of misspellings is learnt from, which has no
context. The weights are printed with their cross-validated figures, and written with --write.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "filters"))

import word_data  # noqa: E402

from rlfix import lexicon  # noqa: E402
from rlfix.checks.spelling import channel, unknown  # noqa: E402
from rlfix.checks.spelling.vocabulary import Vocabulary  # noqa: E402
from rlfix.text import Block  # noqa: E402
from rlfix.tokens import Tokens  # noqa: E402

TARGET = ROOT / "filters" / "rlfix" / "checks" / "spelling" / "weights.py"


def plain(string: str) -> SimpleNamespace:
    """Return `string` as if it were a document of one paragraph; markup that looks like code becomes U+FFFC."""
    string = re.sub(r"``[^`]*``|`[^`]*`|https?://\S+|\$[^$]*\$|<[^>]*>", "\ufffc", string).replace("’", "'")
    block = Block(0, len(string), "para", (), "", False, None)
    return SimpleNamespace(string=string, tokens=Tokens(string), asides=[], aside_at=lambda _: None, block_at=lambda _: block, blocks=[block])


def questions(text: SimpleNamespace) -> list[tuple[unknown.Unknown, dict[str, int]]]:
    vocabulary = Vocabulary(text)
    return [(found, vocabulary.used) for found in unknown.unknown_words(text, vocabulary)]


def corrections(paths: list[Path]) -> list[tuple[channel.Place, dict[str, int], str]]:
    """Return (place, words used, right word or "" for a word that is right)."""
    examples = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            wrong, right = record.get("wrong", ""), record.get("right", "")
            before, after = plain(record["before"]), plain(record["after"])
            for found, used in questions(before):
                if found.written == wrong and right.isalpha():
                    examples.append((found.place, used, right.lower()))
            examples += [(found.place, used, "") for found, used in questions(after) if not lexicon.meant(found.place.word)]
    return examples


def prose(folders: list[Path]) -> list[tuple[channel.Place, dict[str, int], str]]:
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".txt", ".md"}]
    found = []
    for path in paths:
        for paragraph in re.split(r"\n\s*\n", path.read_text(encoding="utf-8", errors="replace")):
            if is_english(paragraph):
                found += [(one.place, used, "") for one, used in questions(plain(" ".join(paragraph.split())))]
    return list({one.word: (one, used, right) for one, used, right in found if not lexicon.meant(one.word)}.values())


def is_english(paragraph: str) -> bool:
    """Tell whether a fifth of the words are English grammar's commonest."""
    words = paragraph.lower().split()
    common = sum(word in {"the", "of", "to", "and", "a", "in", "is", "for", "that", "it", "be", "with", "this", "as"} for word in words)
    return 6 * common > len(words)


def listed(count: int) -> list[tuple[channel.Place, dict[str, int], str]]:
    """Return some of codespell's misspellings, as words without neighbours."""
    pairs = [(wrong, right[0]) for wrong, right in word_data.misspellings() if len(right) == 1]
    pairs = [(wrong, right) for wrong, right in pairs if wrong.isalpha() and right.isalpha() and lexicon.is_word(right)]
    chosen = random.Random(0).sample(pairs, count)
    return [(channel.Place(wrong), {}, right) for wrong, right in chosen]


def matrix(rows: list[dict[str, float]]) -> tuple[np.ndarray, list[str]]:
    names = sorted({name for row in rows for name in row})
    return np.array([[row.get(name, 0.0) for name in names] for row in rows]), names


def softmax_fit(groups: list[tuple[list[dict[str, float]], int]], rounds: int = 400, rate: float = 0.3) -> dict[str, float]:
    """Return the weights under which the right candidate of each group is likeliest (gradient ascent, L2)."""
    table, names = matrix([row for rows, _ in groups for row in rows])
    sizes = [len(rows) for rows, _ in groups]
    owner = np.repeat(np.arange(len(groups)), sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    gold = starts + np.array([right for _, right in groups])
    weights, momentum, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, rounds + 1):
        scores = table @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        shares = np.exp(scores)
        shares /= np.add.reduceat(shares, starts)[owner]
        slope = (table[gold].sum(0) - (table * shares[:, None]).sum(0)) / len(groups) - 0.0005 * weights
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights += rate * (momentum / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        rate *= 0.99
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def logistic_fit(rows: list[dict[str, float]], labels: list[bool], rounds: int = 600, rate: float = 0.2) -> dict[str, float]:
    table, names = matrix(rows)
    truth = np.array(labels, dtype=float)
    weights, momentum, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, rounds + 1):
        guess = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (truth - guess) / len(truth) - 0.0005 * weights
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights += rate * (momentum / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        rate *= 0.995
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def rank_groups(examples):
    groups = []
    for place, used, right in examples:
        known = lexicon.meant(place.word)
        tries = sorted(channel.tries(place.word, known)) if right else []
        if right in tries and len(tries) > 1:
            groups.append(([channel.features(place, one, used, known) for one in tries], tries.index(right)))
    return groups


def doubt_rows(examples):
    rows, labels, kept = [], [], []
    for place, used, right in examples:
        known = lexicon.meant(place.word)
        scored = channel.ranked(place, used, known)
        if scored:
            words = [word for _, word in scored]
            rows.append(channel.doubts(place, [score for score, _ in scored], words, used, known))
            labels.append(words[0].lower() == right)
            kept.append((place.word, words[0], right))
    return rows, labels, kept


def cross_validated(rows, labels, kept, show: int, folds: int = 5) -> None:
    order = list(range(len(rows)))
    random.Random(1).shuffle(order)
    sure = np.zeros(len(rows))
    for fold in range(folds):
        train = [i for n, i in enumerate(order) if n % folds != fold]
        weights = logistic_fit([rows[i] for i in train], [labels[i] for i in train])
        for i in (i for n, i in enumerate(order) if n % folds == fold):
            sure[i] = channel._sigmoid(channel._weighed(rows[i], weights))
    misspelt = sum(bool(right) for _, _, right in kept)
    for bar in (0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98):
        made = sure >= bar
        right = sum(label for label, one in zip(labels, made) if one)
        print(f"  from {bar}: made {made.sum()}, right {right / max(1, made.sum()):.4f}, of {misspelt} misspelt {right / misspelt:.4f}")
    worst = sorted(((float(sure[i]), *kept[i]) for i in range(len(rows)) if not labels[i]), reverse=True)[:show]
    print("  surest mistakes:", *(f"{s:.2f} {word}->{best} ({right})" for s, word, best, right in worst), sep="; ")
    missed = sorted(((float(sure[i]), *kept[i]) for i in range(len(rows)) if labels[i]))[:show]
    print("  least sure that were right:", *(f"{s:.2f} {word}->{best}" for s, word, best, _ in missed), sep="; ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corrections", nargs="+", type=Path)
    parser.add_argument("--prose", nargs="*", type=Path, default=[])
    parser.add_argument("--listed", type=int, default=3000)
    parser.add_argument("--misspelt", type=Path, help="a file of words of FOLDER that are misspelt after all")
    parser.add_argument("--show", type=int, default=40)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    examples = corrections(args.corrections)
    channel.CANDIDATE.clear()
    channel.CANDIDATE.update(softmax_fit(rank_groups(examples) * 4 + rank_groups(listed(args.listed))))
    groups = rank_groups(examples)
    hit = sum(max(range(len(rows)), key=lambda n: channel._weighed(rows[n], channel.CANDIDATE)) == right for rows, right in groups)
    print(f"candidates: the right one first in {hit} of {len(groups)}")
    misspelt = set(args.misspelt.read_text(encoding="utf-8").split()) if args.misspelt else set()
    every = [one for one in examples + prose(args.prose) if one[2] or one[0].word not in misspelt]
    rows, labels, kept = doubt_rows(every)
    print(f"{len(rows)} words, {sum(labels)} to be corrected")
    cross_validated(rows, labels, kept, args.show)
    misspelt = logistic_fit(rows, labels)
    print(channel.CANDIDATE, misspelt)
    if args.write:
        lines = ['"""The weights of the noisy channel, written by tests/bench/weights.py."""\n']
        for name, weights in (("CANDIDATE", dict(channel.CANDIDATE)), ("MISSPELT", misspelt)):
            lines.append(f"{name}: dict[str, float] = {{")
            lines += [f'    "{key}": {value},' for key, value in sorted(weights.items())]
            lines.append("}")
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
