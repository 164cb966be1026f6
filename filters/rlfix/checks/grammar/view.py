"""A text as the rules of grammar see it: words, what stands between them, and their parts of speech.

A token is asked for by its number; a number past either end is an empty word of no part of speech, so
that no rule has to look where the text ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.lexicon import TAG_BITS, find, frequency, inflect, lemmas

if TYPE_CHECKING:
    from rlfix.text import Text

OPAQUE = "\ufffc"
BLANKS = frozenset({" ", "\n", "\u00a0", "  ", " \n", "\n "})
"""What stands between two words with nothing else between them."""
_STOPS = ".!?:…"
_CLOSERS = " \n\u00a0\"'”’)]*“‘(["


def words(row: str) -> frozenset[str]:
    """Return the words of a row of them."""
    return frozenset(row.split())


_JOINING = words(
    "and but because since when while whereas although though where if whether unless until as so that which"
)


def bits(*tags: str) -> int:
    """Return the bits of some parts of speech."""
    return sum(TAG_BITS[tag] for tag in tags)


NN, NNS, VB, VBZ, VBD, VBN, VBG = (TAG_BITS[tag] for tag in ("NN", "NNS", "VB", "VBZ", "VBD", "VBN", "VBG"))
JJ, RB, DT, IN = (TAG_BITS[tag] for tag in ("JJ", "RB", "DT", "IN"))
NOUN = NN | NNS
ADJECTIVE = bits("JJ", "JJR", "JJS")


class View:
    """The words of one text. What it was asked about a word it remembers."""

    __slots__ = ("_joined", "_lemmas", "_plural", "_singular", "_tags", "ends", "starts", "string", "text", "words")

    def __init__(self, text: Text) -> None:
        tokens = text.tokens
        self.text = text
        self.string = text.string
        self.words = tokens.words
        self.starts = tokens.starts
        self.ends = tokens.ends
        string, starts, ends = self.string, self.starts, self.ends
        self._joined = [
            False, *(string[end:start] in BLANKS for end, start in zip(ends, starts[1:], strict=False)), False,
        ]  # fmt: skip
        self._tags: dict[str, int] = {"": 0, OPAQUE: 0}
        self._plural: dict[str, bool] = {}
        self._singular: dict[str, bool] = {}
        self._lemmas: dict[str, tuple[tuple[str, str], ...]] = {}

    def word(self, at: int) -> str:
        """Return token `at` in lower case."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def written(self, at: int) -> str:
        """Return token `at` as it is written."""
        return self.string[self.starts[at] : self.ends[at]] if 0 <= at < len(self.words) else ""

    def code(self, at: int) -> str:
        """Return the code for which token `at` stands; empty where it is something else."""
        node = self.text.aside_at(self.starts[at]) if self.word(at) == OPAQUE else None
        return str(getattr(node, "text", "")) if type(node).__name__ == "Code" else ""

    def gap(self, at: int) -> str:
        """Return what stands before token `at`; a blank line before the first and after the last."""
        return self.string[self.ends[at - 1] : self.starts[at]] if 0 < at < len(self.words) else "\n\n"

    def joined(self, at: int) -> bool:
        """Tell whether nothing but a blank stands between the token before `at` and that one."""
        return 0 < at < len(self.words) and self._joined[at]

    def next(self, at: int) -> str:
        """Return the word right after token `at`, in lower case; empty where something stands between."""
        return self.words[at + 1] if self.joined(at + 1) else ""

    def before(self, at: int) -> str:
        """Return the word right before token `at`, in lower case; empty where something stands between."""
        return self.words[at - 1] if self.joined(at) else ""

    def tags_of(self, word: str) -> int:
        """Return the parts of speech of a word in lower case, as bits."""
        tags = self._tags.get(word)
        if tags is None:
            known = find(word)
            tags = self._tags[word] = _completed(word, known.tags) if known else 0
        return tags

    def tags(self, at: int) -> int:
        """Return the parts of speech of token `at`, as bits."""
        return self.tags_of(self.words[at]) if 0 <= at < len(self.words) else 0

    def lemmas(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return the readings of a word."""
        if word not in self._lemmas:
            self._lemmas[word] = tuple(lemmas(word))
        return self._lemmas[word]

    def base(self, word: str, *tags: str) -> str:
        """Return the lemma of which `word` is a form with one of `tags`; empty when there is none, or two."""
        if "NNS" in tags and not self.tags_of(word) and self.is_plural(word):
            return word[:-1]
        found = {lemma for lemma, tag in self.lemmas(word) if tag in tags and lemma != word}
        return found.pop() if len(found) == 1 else ""

    def is_plural(self, word: str) -> bool:
        """Tell whether `word` is a noun that can only be plural; an unknown one may show it by its ending."""
        if word not in self._plural:
            self._plural[word] = self._is_plural(word)
        return self._plural[word]

    def _is_plural(self, word: str) -> bool:
        if word[-1:] == "s" and len(word) > 7 and not self.tags_of(word):
            return word.endswith(_PLURAL_ENDINGS) or bool(self.tags_of(word[:-1]) & NN)
        return (
            self.tags_of(word) & NOUN == NNS
            and word not in _NUMBERLESS
            and not word.endswith("ics")
            and (word[-1:] == "s" or any(tag == "NNS" and lemma != word for lemma, tag in self.lemmas(word)))
        )

    def is_singular(self, word: str) -> bool:
        """Tell whether `word` is a noun that can only be singular and is counted often enough to have a plural."""
        if word not in self._singular:
            self._singular[word] = self._is_singular(word)
        return self._singular[word]

    def _is_singular(self, word: str) -> bool:
        tags = self.tags_of(word)
        if not tags & NN or word in _NUMBERLESS or len(word) < 3:
            return False
        if (tags & NNS or word[-1] == "s") and any(tag == "NNS" and lemma != word for lemma, tag in self.lemmas(word)):
            return False
        plural = inflect(word, "NNS")
        return plural != word and frequency(plural) + _RARER >= frequency(word) > 0 < frequency(plural)

    def opens(self, at: int) -> bool:
        """Tell whether a sentence, or what stands for one, starts with token `at`."""
        gap = self.gap(at)
        return "\n\n" in gap or (gap not in BLANKS and gap.rstrip(_CLOSERS)[-1:] in _STOPS and gap[-1:] in _CLOSERS)

    def opens_sentence(self, at: int) -> bool:
        """Tell whether a sentence starts with token `at`, with a capital as sentences do."""
        return self.opens(at) and not self.written(at)[:1].islower()

    def opens_clause(self, at: int) -> bool:
        """Tell whether token `at` starts a sentence or stands right after a comma or a joining word."""
        return self.opens(at) or (self.word(at - 1) in _JOINING if self.joined(at) else self.gap(at)[:1] in ",;—–")

    def has_capital(self, at: int) -> bool:
        """Tell whether token `at` has a capital letter."""
        written = self.written(at)
        return written != written.lower()

    def span(self, first: int, last: int) -> str:
        """Return what is written from token `first` to token `last`, both included."""
        return self.string[self.starts[first] : self.ends[last]]


def _completed(word: str, tags: int) -> int:
    """Return the parts of speech of a word with those that dictionaries of forms leave out."""
    if word in _NOUNS_TOO:
        tags |= NN
    elif word[-1:] == "s" and word[:-1] in _NOUNS_TOO:
        tags |= NNS
    elif word in _ADJECTIVES_TOO:
        tags |= JJ
    return tags | VBN if tags & VBD and word[-2:] == "ed" else tags


_NOUNS_TOO = words(
    "transport log commit install edit template bar pan dam ace ref invite retreat lounge google welsh "
    "harry peter rev mar kindle surround merge render restart refresh fetch nod temp stud undo override "
    "reload questionnaire doppler compute abort parse revert debug rework redirect hover embed hijack "
    "hustle interrupt intercept reset zoom reinstall disconnect intersect add like lecture top sand oil "
    "third ask want suck borrow inter lint"
)
_ADJECTIVES_TOO = words("bespoke complete select compact separate")
_PLURAL_ENDINGS = ("ers", "ors", "ents", "ings", "ions")
_RARER = 35
"""By how much the plural of a noun that is counted may be rarer than it, in 25ths of a power of ten."""
_NUMBERLESS = words(
    "data media series species means news people police staff criteria metadata physics mathematics lots "
    "thanks headquarters works bias gas lens bus status basis analysis axis chaos canvas focus consensus "
    "process access css os less plus masters deer fish sheep aircraft offspring dice kudos pros cons "
    "gymnasium"
)
"""Words whose number nothing tells, or that a list of forms gets wrong."""


def recased(new: str, written: str) -> str:
    """Return `new` with the capitals of `written`."""
    if len(written) > 1 and written.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if written[:1].isupper() else new
