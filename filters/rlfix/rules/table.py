"""What the rules of a pack share: their sets of words and their phrases, each kept once."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from rlfix.rules.phrase import Choice, Mark, Node, Row, Stop, Words, parse
from rlfix.rules.shape import COUNT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rlfix.rules.inflect import Inflector


class Table:
    """The sets of words and the parts of phrases of a pack, each once, by number."""

    def __init__(self, inflector: Inflector) -> None:
        self.inflector = inflector
        self.nodes: dict[Any, int] = {}
        self._forms: dict[Words, set[str]] = {}
        self._parsed: dict[str, Node] = {}

    def parse(self, phrase: str, define: Mapping[str, list[str]]) -> Node:
        """Return the tree of a phrase of the pack, whose definitions are `define`."""
        if phrase not in self._parsed:
            self._parsed[phrase] = parse(phrase, define)
        return self._parsed[phrase]

    def number(self, node: Any) -> int:
        """Return the number of a node."""
        return self.nodes.setdefault(node, len(self.nodes))

    def words(self, words: Iterable[str]) -> int:
        """Return the number of a set of words, of which only those that the document has will be known."""
        return self.number(f" {' '.join(sorted(set(words)))}")

    def spellings(self, words: Iterable[str]) -> int:
        """Return the number of a set of spellings, in which case matters."""
        return self.number(f"!{' '.join(sorted(set(words)))}")

    def packed(self) -> bytes:
        """Return the nodes as bytes: how many there are, where each ends, and what they are.

        A document asks for few of them, so each can be cut out and read alone (`shape.Nodes`).
        """
        parts = [_packed(node) for node in self.nodes]
        ends = array("I", accumulate(map(len, parts)))
        return b"".join([len(parts).to_bytes(COUNT, "big"), ends.tobytes(), *parts])

    def forms(self, words: Words) -> set[str]:
        """Return the words, in lower case, that some words of a condition stand for."""
        if words not in self._forms:
            self._forms[words] = forms_of(words, self.inflector)
        return self._forms[words]

    def phrase(self, node: Node) -> int:
        """Return the number of a tree; in rows a hyphen is left out, since a blank is as good."""
        if isinstance(node, Words):
            return self.words(self.forms(node))
        if isinstance(node, Mark):
            return self.number(node.name)
        if isinstance(node, Stop):
            return self.number(f"'{node.mark}")
        if isinstance(node, Row):
            return self.number((0, *(self.phrase(part) for part in node.parts if part != Stop("-"))))
        return self.number((1, *(self.phrase(part) for part in node.branches)))

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


def _packed(node: Any) -> bytes:
    """Return a node as bytes; rows and choices as their kind and the numbers of their parts."""
    return node.encode() if isinstance(node, str) else bytes(node[:1]) + array("I", node[1:]).tobytes()


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
