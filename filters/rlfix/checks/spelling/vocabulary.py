"""The document's own vocabulary: words that are right because this document uses them so.

Words that stand in its code, mathematics, addresses and citations; words that it uses three times or
more; words that its settings or the lists of other tools allow. What is known as a misspelling is not
vouched for by a comment in a code listing or by being repeated, only by being somebody's name for a thing.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

import panflute as pf

from rlfix import lexicon
from rlfix.inflection import bases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.text import Text

OFTEN = 3
"""Uses from which on the document vouches for a word."""
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
ENDINGS = (("s", "NNS"), ("ed", "VBD"), ("ing", "VBG"))
"""Regular endings, and the part of speech that they show."""
_HOSTS = re.compile(
    r"//([a-zA-Z]+)\.|(?:git(?:hub|lab)\.com/[\w.-]+|pypi\.org/project|npmjs\.com/package)/([a-zA-Z]+)(?![\w-])"
)
"""The names of hosts and projects in an address."""
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Vocabulary:
    """What one document vouches for; everything in lower case."""

    def __init__(self, text: Text, allowed: Iterable[str] = ()) -> None:
        self._text = text
        self._allowed = frozenset(word.lower() for word in allowed)

    def has(self, word: str) -> bool:
        """Tell whether `word`, in lower case, is right in this document though the lexicon lacks it."""
        if word in self._allowed or word in self.named:
            return True
        return not lexicon.meant(word) and (word in self.shown or self.used[word] >= OFTEN or self._inflects(word))

    def _inflects(self, word: str) -> bool:
        """Tell whether `word` is a form of one of the document's own words: sympified, where `sympify` is called."""
        found = [base for ending, tag in ENDINGS if word.endswith(ending) for base in bases(word, tag)]
        own = (one for one in (*found, f"{word}s") if one in self.shown or self.used[one] >= OFTEN)
        return any(not lexicon.is_word(one) and not lexicon.meant(one) for one in own)

    @cached_property
    def used(self) -> Counter[str]:
        """How often each word stands in the text."""
        return Counter(self._text.tokens.words)

    @cached_property
    def named(self) -> frozenset[str]:
        """The words that a code span, or the name of a host or project, consists of: `recieve` is a name here."""
        nodes = [node for _, node in self._text.asides]
        codes = (node.text for node in nodes if type(node) is pf.Code)
        hosts = (name for node in nodes for found in _HOSTS.findall(getattr(node, "url", "")) for name in found)
        return frozenset(name.lower() for name in (*codes, *hosts) if name.isalpha())

    @cached_property
    def shown(self) -> frozenset[str]:
        """The words in everything that is no prose, joined identifiers also taken apart."""
        return frozenset(
            part.lower()
            for _, node in self._text.asides
            for string in _strings(node)
            for word in _WORD.findall(string)
            for part in {word, *_HUMP.findall(word)}
        )

    def own(self, initial: str) -> list[str]:
        """Return the words starting with `initial` that the document uses often and the lexicon lacks.

        They are what a misspelling near them may mean.
        """
        return self._own.get(initial, [])

    @cached_property
    def _own(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word, count in self.used.items():
            often = count >= OFTEN and len(word) > 3 and word.isalpha()
            if often and not lexicon.is_word(word) and not lexicon.meant(word):
                found.setdefault(word[0], []).append(word)
        return found


def _strings(node: Any) -> Iterator[str]:
    """Yield what a node that is no prose says: its text, its address, its keys."""
    if type(node) is pf.Cite:
        yield from (citation.id for citation in node.citations)
    for name in ("text", "url"):
        value = getattr(node, name, "")
        if value:
            yield value
