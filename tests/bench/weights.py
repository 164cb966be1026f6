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
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "filters"))

import word_data  # noqa: E402 -- lies in filters/, beside the package
from rlfix import lexicon  # noqa: E402
from rlfix.checks.spelling import channel, unknown  # noqa: E402
from rlfix.checks.spelling.vocabulary import Vocabulary  # noqa: E402
from rlfix.text import Block  # noqa: E402
from rlfix.tokens import Tokens  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TARGET = ROOT / "filters" / "rlfix" / "checks" / "spelling" / "weights.py"
BARS = (0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)
"""Probabilities from which on a correction might be made, to choose from."""


class Example(NamedTuple):
    """An unknown word at its place, and what it should become."""

    place: channel.Place
    used: Mapping[str, int]
    """How often the document uses each word."""
    right: str
    """In lower case; empty for a word that is right as it stands."""


class Doubt(NamedTuple):
    """What speaks for and against correcting one example, and whether the first candidate is what was meant."""

    row: channel.Features
    label: bool
    word: str
    best: str
    right: str


_MARKUP = re.compile(r"``[^`]*``|`[^`]*`|https?://\S+|\$[^$]*\$|<[^>]*>")


def plain(string: str) -> SimpleNamespace:
    """Return `string` as if it were a document of one paragraph; markup that looks like code becomes U+FFFC."""
    string = _MARKUP.sub("\ufffc", string).replace("’", "'")
    block = Block(0, len(string), "para", (), "", False, None)
    return SimpleNamespace(
        string=string,
        tokens=Tokens(string),
        asides=[],
        aside_at=lambda _: None,
        block_at=lambda _: block,
        blocks=[block],
    )


def questions(text: SimpleNamespace) -> list[tuple[unknown.Unknown, Mapping[str, int]]]:
    """Return the unknown words of `text`, each with how often the text uses which word."""
    vocabulary = Vocabulary(text)
    return [(found, vocabulary.used) for found in unknown.unknown_words(text, vocabulary)]


def corrections(paths: Iterable[Path]) -> list[Example]:
    """Return what the corrections in `paths` teach: the wrong word, and the unknown words that the author left."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [example for line in lines for example in _examples(json.loads(line))]


def _examples(record: Mapping[str, str]) -> Iterator[Example]:
    wrong, right = record.get("wrong", ""), record.get("right", "")
    for found, used in questions(plain(record["before"])):
        if found.written == wrong and right.isalpha():
            yield Example(found.place, used, right.lower())
    yield from left_alone(record["after"])


def left_alone(string: str) -> Iterator[Example]:
    """Yield the unknown words of a text that somebody read; one known as a misspelling may have been overlooked."""
    for found, used in questions(plain(string)):
        if not lexicon.meant(found.place.word):
            yield Example(found.place, used, "")


def prose(folders: Iterable[Path]) -> list[Example]:
    """Return the words of running text that the lexicon lacks, each once, as right ones."""
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".txt", ".md"}]
    found: dict[str, Example] = {}
    for path in paths:
        for paragraph in re.split(r"\n\s*\n", path.read_text(encoding="utf-8", errors="replace")):
            if is_english(paragraph):
                found |= {one.place.word: one for one in left_alone(" ".join(paragraph.split()))}
    return list(found.values())


_COMMON = frozenset({"the", "of", "to", "and", "a", "in", "is", "for", "that", "it", "be", "with", "this", "as"})


def is_english(paragraph: str) -> bool:
    """Tell whether more than a sixth of the words are English grammar's commonest."""
    words = paragraph.lower().split()
    return 6 * sum(word in _COMMON for word in words) > len(words)


def listed(count: int) -> list[Example]:
    """Return some of codespell's misspellings, as words without neighbours."""
    pairs = [(wrong, right[0]) for wrong, right in word_data.misspellings() if len(right) == 1]
    pairs = [(wrong, right) for wrong, right in pairs if wrong.isalpha() and right.isalpha() and lexicon.is_word(right)]
    chosen = random.Random(0).sample(pairs, count)  # noqa: S311 -- the same on every run
    return [Example(channel.Place(wrong), {}, right) for wrong, right in chosen]


def matrix(rows: list[channel.Features]) -> tuple[np.ndarray, list[str]]:
    """Return `rows` as a table, and the names of its columns."""
    names = sorted({name for row in rows for name in row})
    return np.array([[row.get(name, 0.0) for name in names] for row in rows]), names


class Climb:
    """Gradient ascent with momentum and a step for each weight (Kingma & Ba 2015, Adam), and a little L2."""

    def __init__(self, size: int, rate: float, decay: float) -> None:
        self.weights, self._momentum, self._square = (np.zeros(size) for _ in range(3))
        self._rate, self._decay, self._step = rate, decay, 0

    def up(self, slope: np.ndarray) -> None:
        """Take one step along `slope`."""
        self._step += 1
        slope = slope - 0.0005 * self.weights
        self._momentum = 0.9 * self._momentum + 0.1 * slope
        self._square = 0.99 * self._square + 0.01 * slope**2
        momentum, square = self._momentum / (1 - 0.9**self._step), self._square / (1 - 0.99**self._step)
        self.weights += self._rate * momentum / (np.sqrt(square) + 1e-8)
        self._rate *= self._decay

    def named(self, names: list[str]) -> dict[str, float]:
        """Return the weights by name."""
        return dict(zip(names, self.weights.round(3).tolist(), strict=True))


Group = tuple[list[channel.Features], int]
"""The features of every candidate for one misspelling, and which of them was meant."""


def softmax_fit(groups: list[Group], rounds: int = 400) -> dict[str, float]:
    """Return the weights under which the right candidate of each group is likeliest."""
    table, names = matrix([row for rows, _ in groups for row in rows])
    sizes = [len(rows) for rows, _ in groups]
    owner = np.repeat(np.arange(len(groups)), sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    gold = starts + np.array([right for _, right in groups])
    climb = Climb(len(names), rate=0.3, decay=0.99)
    for _ in range(rounds):
        scores = table @ climb.weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        shares = np.exp(scores)
        shares /= np.add.reduceat(shares, starts)[owner]
        climb.up((table[gold].sum(0) - (table * shares[:, None]).sum(0)) / len(groups))
    return climb.named(names)


def logistic_fit(rows: list[channel.Features], labels: list[bool], rounds: int = 600) -> dict[str, float]:
    """Return the weights under which `labels` are likeliest, each given its row."""
    table, names = matrix(rows)
    truth = np.array(labels, dtype=float)
    climb = Climb(len(names), rate=0.2, decay=0.995)
    for _ in range(rounds):
        guess = 1 / (1 + np.exp(-np.clip(table @ climb.weights, -30, 30)))
        climb.up(table.T @ (truth - guess) / len(truth))
    return climb.named(names)


def rank_groups(examples: Iterable[Example]) -> list[Group]:
    """Return the candidates of every misspelling whose right word is among them."""
    groups = []
    for place, used, right in examples:
        known = lexicon.meant(place.word)
        tries = sorted(channel.tries(place.word, known)) if right else []
        if right in tries and len(tries) > 1:
            groups.append(([channel.features(place, one, used, known) for one in tries], tries.index(right)))
    return groups


def all_doubts(examples: Iterable[Example]) -> list[Doubt]:
    """Return what the second model learns from: every example that has a candidate."""
    found = []
    for place, used, right in examples:
        known = lexicon.meant(place.word)
        scored = channel.ranked(place, used, known)
        if scored:
            words = [word for _, word in scored]
            row = channel.doubts(place, [score for score, _ in scored], words, used, known)
            found.append(Doubt(row, words[0].lower() == right, place.word, words[0], right))
    return found


def cross_validated(doubts: list[Doubt], folds: int = 5) -> list[float]:
    """Return how sure a model is of each of `doubts` that learnt from other folds only."""
    order = list(range(len(doubts)))
    random.Random(1).shuffle(order)  # noqa: S311 -- the same on every run
    sure = [0.0] * len(doubts)
    for fold in range(folds):
        train = [doubts[index] for place, index in enumerate(order) if place % folds != fold]
        weights = logistic_fit([one.row for one in train], [one.label for one in train])
        for index in order[fold::folds]:
            sure[index] = channel.sigmoid(channel.weighed(doubts[index].row, weights))
    return sure


def figures(doubts: list[Doubt], sure: list[float], show: int) -> Iterator[str]:
    """Yield, line by line, what comes of each bar, the surest mistakes and the least sure successes."""
    misspelt = sum(bool(one.right) for one in doubts)
    for bar in BARS:
        made = [one.label for one, chance in zip(doubts, sure, strict=True) if chance >= bar]
        shares = f"right {sum(made) / max(1, len(made)):.4f}, of {misspelt} misspelt {sum(made) / max(1, misspelt):.4f}"
        yield f"  from {bar}: made {len(made)}, {shares}"
    ranked = sorted((chance, one.word, one.best, one.right) for one, chance in zip(doubts, sure, strict=True))
    mistakes = [one for one in reversed(ranked) if one[2].lower() != one[3]][:show]
    yield "  surest mistakes: " + "; ".join(f"{s:.2f} {word}->{best} ({right})" for s, word, best, right in mistakes)
    lucky = [one for one in ranked if one[2].lower() == one[3]][:show]
    yield "  least sure that were right: " + "; ".join(f"{s:.2f} {word}->{best}" for s, word, best, _ in lucky)


def written(candidate: Mapping[str, float], misspelt: Mapping[str, float]) -> str:
    """Return the module that holds the weights."""
    lines = ['"""The weights of the noisy channel, written by tests/bench/weights.py."""\n']
    for name, weights in (("CANDIDATE", candidate), ("MISSPELT", misspelt)):
        lines.append(f"{name}: dict[str, float] = {{")
        lines += [f'    "{key}": {value},' for key, value in sorted(weights.items())]
        lines.append("}")
    return "\n".join(lines) + "\n"


def arguments() -> argparse.ArgumentParser:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corrections", nargs="+", type=Path)
    parser.add_argument("--prose", nargs="*", type=Path, default=[])
    parser.add_argument("--listed", type=int, default=3000, help="how many of codespell's misspellings to learn from")
    parser.add_argument("--misspelt", type=Path, help="a file of words of FOLDER that are misspelt after all")
    parser.add_argument("--show", type=int, default=40, help="how many mistakes to print")
    parser.add_argument("--write", action="store_true")
    return parser


def learn_candidates(examples: list[Example], count: int) -> None:
    """Give the channel new weights for candidates; what authors corrected counts four times what codespell lists."""
    groups = rank_groups(examples)
    channel.CANDIDATE.clear()
    channel.CANDIDATE.update(softmax_fit(groups * 4 + rank_groups(listed(count))))
    hit = sum(_first(rows) == right for rows, right in groups)
    print(f"candidates: the right one first in {hit} of {len(groups)}")


def _first(rows: list[channel.Features]) -> int:
    return max(range(len(rows)), key=lambda number: channel.weighed(rows[number], channel.CANDIDATE))


def main() -> None:
    args = arguments().parse_args()
    examples = corrections(args.corrections)
    learn_candidates(examples, args.listed)
    misspelt = set(args.misspelt.read_text(encoding="utf-8").split()) if args.misspelt else set()
    doubts = all_doubts(one for one in examples + prose(args.prose) if one.right or one.place.word not in misspelt)
    print(f"{len(doubts)} words, {sum(one.label for one in doubts)} to be corrected")
    print(*figures(doubts, cross_validated(doubts), args.show), sep="\n")
    weights = logistic_fit([one.row for one in doubts], [one.label for one in doubts])
    print(channel.CANDIDATE, weights)
    if args.write:
        TARGET.write_text(written(channel.CANDIDATE, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
