"""What the rules of some packs share: their sets of words and their automata, each kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.rules.automata import Automata
from rlfix.rules.nodes import Uses, packed
from rlfix.rules.phrase import Choice, Node, Row, Stop, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rlfix.rules.inflect import Inflector


class Table:
    """The sets of words and the automata of some packs, each once, by number."""

    def __init__(self, inflector: Inflector) -> None:
        self.inflector = inflector
        self.automata = Automata(lambda words: self.words(self.forms(words)))
        self._sets: dict[tuple[str, ...], int] = {}
        self._spellings: dict[str, int] = {}
        self.uses = Uses(set(), set(), set())
        self._forms: dict[Words, set[str]] = {}

    def words(self, words: Iterable[str]) -> int:
        """Return the number of a set of words."""
        return self._sets.setdefault(tuple(sorted(set(words))), len(self._sets))

    def sought(self, words: Iterable[str]) -> int:
        """Return the number of a set of words that a rule looks for."""
        number = self.words(words)
        self.uses.sought.add(number)
        return number

    def wanted(self, words: Iterable[str]) -> int:
        """Return the number of a set of words that a document must have one of."""
        number = self.words(words)
        self.uses.wanted.add(number)
        return number

    def seek(self, phrases: Iterable[Node]) -> None:
        """Note that `phrases` are looked for in the whole document: the words they may start with are sought."""
        self.uses.sought.update(self.automata.first_words(self.automata.start(phrases)))

    def spellings(self, words: Iterable[str]) -> int:
        """Return the number of a set of spellings, in which case matters."""
        return self._spellings.setdefault(" ".join(sorted(set(words))), len(self._spellings))

    def packed(self) -> bytes:
        """Return all that as bytes that `nodes.Nodes` reads."""
        return packed(self._sets, self.uses, self._spellings, self.automata.states())

    def forms(self, words: Words) -> set[str]:
        """Return the words, in lower case, that some words of a condition stand for."""
        if words not in self._forms:
            self._forms[words] = forms_of(words, self.inflector)
        return self._forms[words]

    def rarity(self, words: Iterable[str]) -> float:
        """Return about how often one of `words` stands in a text; what a rule is found by should be rare."""
        return sum(self.inflector.frequency(word) for word in words)

    def needed(self, node: Node) -> set[str] | None:
        """Return words of which one is in every text that `node` matches; None where there need be none."""
        if isinstance(node, Words):
            return self.forms(node)
        if isinstance(node, Row):
            known = [need for need in map(self.needed, node.parts) if need]
            return min(known, key=self.rarity) if known else None
        return union(map(self.needed, node.branches)) if isinstance(node, Choice) else None

    def edge(self, node: Node, place: int) -> set[str] | None:
        """Return the words with which `node` can start (`place` 0) or end (-1); None where that may be anything."""
        if isinstance(node, Words):
            return self.forms(node)
        if isinstance(node, Row):
            found: set[str] = set()
            for part in node.parts if place == 0 else reversed(node.parts):
                more = self.edge(part, place)
                if more is None:
                    if part == Stop("-"):
                        continue
                    return None
                found |= more
                if not _may_miss(part):
                    return found
            return None
        if isinstance(node, Choice):
            return union(self.edge(one, place) for one in node.branches if one != Row())
        return None


def union(sets: Iterable[set[str] | None]) -> set[str] | None:
    """Return all words of `sets`; None where one of them is."""
    found: set[str] = set()
    for one in sets:
        if one is None:
            return None
        found |= one
    return found


def _may_miss(node: Node) -> bool:
    """Tell whether `node` can stand for nothing."""
    if isinstance(node, Row):
        return all(map(_may_miss, node.parts))
    return isinstance(node, Choice) and any(map(_may_miss, node.branches))


def forms_of(element: Words, inflector: Inflector) -> set[str]:
    """Return the words, in lower case, that some words of a condition stand for."""
    forms = {word.lower() for word in element.words}
    return forms if element.exact else forms.union(*(inflector.forms(word) for word in element.words))
