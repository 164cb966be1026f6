"""The forms that a document uses: each word as it is written, how often, and where."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import panflute as pf

if TYPE_CHECKING:
    from rlfix.text import Text
    from rlfix.tokens import Tokens

_JOINED_BEFORE = frozenset("/._@#:\\=<>$~+&-[")
_JOINED_AFTER = frozenset("/._@:\\=+&-(")


def forms_of(text: Text) -> Forms:
    """Return the forms of `text`; the rules ask one after the other, and get the same ones."""
    return _forms(text.tokens, text.string)


class Forms:
    """The forms of a text, as lists beside its tokens. What few documents need is found when it is asked for."""

    __slots__ = ("_code", "_places", "_string", "_tokens", "counts", "raws")

    def __init__(self, tokens: Tokens, string: str) -> None:
        self._tokens = tokens
        self._string = string
        self._places: dict[str, list[int]] = defaultdict(list)
        self._code: frozenset[str] | None = None
        self.raws = tokens.raws
        self.counts = Counter(tokens.raws)

    def places(self, form: str) -> list[int]:
        """Return the numbers of the tokens written `form` that are words by themselves."""
        return [index for index in self.everywhere(form) if self.is_free(index)]

    def everywhere(self, form: str) -> list[int]:
        """Return the numbers of all tokens written `form`."""
        if not self._places:
            for index, raw in enumerate(self.raws):
                self._places[raw].append(index)
        return self._places.get(form, [])

    def is_free(self, first: int, last: int | None = None) -> bool:
        """Tell whether token `first`, or `first` to `last`, is a word by itself, no part of a path, a call or a name.

        `RLHF`, `RLHF-trained` and `RLHF.` are; in `numpy.org`, `python-numpy`, `GPT-4`, `KL(p, q)` nothing is.
        """
        string, tokens = self._string, self._tokens
        start, end = tokens.starts[first], tokens.ends[first if last is None else last]
        if start and string[start - 1] in _JOINED_BEFORE:
            return False
        joint, following = string[end : end + 1], string[end + 1 : end + 2]
        return joint not in _JOINED_AFTER or not following.isalnum() or (joint == "-" and following.islower())

    def is_name(self, text: Text, form: str) -> bool:
        """Tell whether `form` stands in code inside the prose of `text`: a name there, and maybe in the prose too."""
        if self._code is None:
            codes = (node.text for _, node in text.asides if type(node) is pf.Code)
            self._code = frozenset(name for code in codes for name in re.findall(r"\w+", code))
        return form in self._code


_forms = lru_cache(maxsize=1)(Forms)


def is_acronym(form: str) -> bool:
    """Tell whether `form` is two capitals or more and nothing else."""
    return len(form) > 1 and form.isupper() and form.isalpha()


def base_of(form: str) -> str:
    """Return `form` without a possessive or a plural: RLHF of RLHF's, LLM of LLMs."""
    return form.partition("'")[0].removesuffix("s")


def has_inner_capital(form: str) -> bool:
    """Tell whether `form` has a capital that no sentence start explains: NumPy, RLHF, arXiv."""
    return form[1:] != form[1:].lower()


def is_title(text: Text, index: int) -> bool:
    """Tell whether token `index` stands in the text of a link, or in a block that is all in capitals."""
    start, end = text.tokens.starts[index], text.tokens.ends[index]
    block = text.block_at(start)
    return any(text.zones.touching("anchor", start, end)) or text.string[block.start : block.end].isupper()
