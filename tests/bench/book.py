"""A book to measure with: 140,000 words of Markdown with everything that a technical book has.

    python tests/bench/book.py > book.md

It is the post of the samples, over and over, with its sentences shuffled and names put in, between
headings, lists, tables, quotations, code, links and footnotes. The same book comes out every time.
Doubled words and misspellings are planted, so that there is something to mend.
"""

from __future__ import annotations

import re
import sys
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

POST = Path(__file__).parents[2] / "samples" / "post.md"
WORDS = 140_000
SEED = 13
NAMES = 4_000
"""How many invented names there are: a book has more different words than a post."""
DOUBLED_EVERY = 2_000
MISSPELLED_EVERY = 1_000
_DOUBLED = re.compile(r" (the|of|to|and|with) (?=[a-z])")


class Material:
    """What the book is made of, and the chance that arranges it."""

    def __init__(self, post: str) -> None:
        self.chance = Random(SEED)  # noqa: S311 -- the same book every time
        text = re.sub(r"\[\^[^\]]+\]", "", post.partition("<hr>")[0])
        text = text.replace(" < ", " before ")  # for each bare <, Pandoc reads on to the end of the book
        blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
        prose = [block for block in blocks if re.match(r"[A-Z]", block) and len(block) > 150]
        self.sentences = [each for block in prose for each in re.split(r"(?<=[.!?]) +", block) if each.count("*") == 0]
        self.headings = [re.sub(r"^#+ ", "", block) for block in blocks if block.startswith("#")]
        self.code = [block for block in blocks if block.startswith("`")]
        self.names = [self._name() for _ in range(NAMES)]
        self.labels = (f"n{number}" for number in count(1))
        self.notes: list[str] = []

    def _name(self) -> str:
        return "".join(self.chance.choices(("ba", "ren", "to", "mil", "ka", "sor", "ve", "lin", "du"), k=4)).title()

    def sentence(self) -> str:
        """Return a sentence of the post, with a name, emphasis, code or a note in some."""
        text = self.chance.choice(self.sentences)
        kind = self.chance.random()
        if kind < 0.3:
            return f"{self.chance.choice(self.names)} found this: {text}"
        if kind < 0.4:
            return re.sub(r" (\w{6,})", r" *\1*", text, count=1)
        if kind < 0.45:
            return f"{text} Compare `step_{self.chance.randrange(90)}` and $r_{{t+1}}$."
        if kind < 0.52:
            return text + self.note()
        return text

    def note(self) -> str:
        """Return a reference; its definition waits for the end of the chapter, in no good order."""
        label = next(self.labels)
        if self.notes and self.chance.random() < 0.05:
            return self.chance.choice(self.notes).partition(":")[0]
        more = f"\n\n    {self.chance.choice(self.sentences)}" if self.chance.random() < 0.1 else ""
        self.notes.append(f"[^{label}]: {self.chance.choice(self.names)}. {self.chance.choice(self.sentences)}{more}")
        return f"[^{label}]"

    def definitions(self) -> Iterator[str]:
        """Yield the definitions of the chapter that ends here."""
        self.chance.shuffle(self.notes)
        yield from self.notes
        self.notes.clear()

    def block(self) -> str:
        """Return a paragraph, or something else between two."""
        kinds: dict[Callable[[], str], int] = {
            self.paragraph: 80,
            self.items: 8,
            self.table: 3,
            self.quotation: 3,
            lambda: self.chance.choice(self.code): 3,
            lambda: f"Figure: ![{self.chance.choice(self.headings)}](figure.png)": 1,
        }
        return self.chance.choices(list(kinds), list(kinds.values()))[0]()

    def paragraph(self) -> str:
        """Return some sentences, wrapped as an editor wraps them."""
        words = " ".join(self.sentence() for _ in range(self.chance.randint(2, 6))).split(" ")
        return "\n".join(" ".join(words[at : at + 14]) for at in range(0, len(words), 14))

    def items(self) -> str:
        """Return a list, numbered or not."""
        mark = self.chance.choice(("-", "1."))
        return "\n".join(f"{mark} {self.sentence()}" for _ in range(self.chance.randint(2, 6)))

    def table(self) -> str:
        """Return a table of three columns."""
        names = self.chance.choices(self.names, k=5)
        rows = [f"| {name} | {self.chance.random():.3f} | **{self.chance.choice(names)}** |" for name in names]
        return "\n".join(["| Name | Reward | Follows |", "|:-----|-------:|---------|", *rows])

    def quotation(self) -> str:
        """Return what somebody else is supposed to have said."""
        return f"> {self.sentence()}\n>\n> --- [{self.chance.choice(self.names)}](https://example.org/quoted)"


def book(words: int = WORDS) -> str:
    """Return a book of about `words` words: the chapter that reaches them ends there."""
    material = Material(POST.read_text(encoding="utf-8"))
    parts = ["---\ntitle: A book\nauthor: Nobody\n---"]
    missing = words
    while missing > 0:
        parts += (chapter := list(_chapter(material, missing)))
        missing -= sum(len(part.split()) for part in chapter)
    return _with_slips("\n\n".join(parts) + "\n")


def _chapter(material: Material, words: int) -> Iterator[str]:
    """Yield the blocks of one chapter, and no more blocks of text after `words` words."""
    chance = material.chance
    name = chance.choice(material.names)
    yield f"# {name} and Others"
    for _ in range(chance.randint(5, 9)):
        yield f"## {chance.choice(material.headings)} and {chance.choice(material.names)}"
        for _ in range(chance.randint(6, 14)):
            if words > 0:
                yield (block := material.block())
                words -= len(block.split())
        yield f"More on it [at the chapter's beginning](#{name.lower()}-and-others)."
    yield from material.definitions()


def _with_slips(text: str) -> str:
    """Double a short word here and there, and swap two letters of a long one."""
    chance = Random(SEED)  # noqa: S311 -- the same slips every time
    length = len(text.split())
    short = list(_DOUBLED.finditer(text))
    long = list(re.finditer(r"(?<= )[a-z]{7,}(?= )", text))
    slips = [(at.end(1), at.end(1), f" {at[1]}") for at in chance.sample(short, length // DOUBLED_EVERY)]
    slips += [
        (at.start() + 3, at.start() + 5, at[0][4] + at[0][3]) for at in chance.sample(long, length // MISSPELLED_EVERY)
    ]
    for start, end, new in sorted(slips, reverse=True):
        text = text[:start] + new + text[end:]
    return text


if __name__ == "__main__":
    sys.stdout.write(book())
