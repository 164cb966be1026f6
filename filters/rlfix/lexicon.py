"""What rlfix knows about words: one file, mapped into memory, compiled when the package is built.

`filters/lexicon_build.py` makes the file and describes its keys; this module gives them their meaning.
Words are looked up in lower case, apostrophes straight. Every function is pure; nothing is read
before the first question.
"""

from __future__ import annotations

import mmap
import struct
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rlfix.inflection import bases, regular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

FILE = Path(__file__).parent / "data" / "lexicon.marisa"
RECORD = "<BBBI"
"""Frequency, dialects, kinds, tags of a word."""

LOWER, NAME, MIXED, OURS = 1, 2, 4, 8
"""Kinds: an ordinary word, written in any case; a name; an acronym or a name with inner capitals; on a list of ours."""
DIALECT_BITS = {"US": 1, "GB": 2, "AU": 4, "CA": 8}
TAGS = (
    "NN NNS VB VBD VBN VBG VBZ JJ JJR JJS RB RBR RBS DT IN TO CC PRP PRP$ MD BE HAVE DO WH EX CD UH".split()  # noqa: SIM905
)
"""Parts of speech: the Penn Treebank's tags; BE, HAVE, DO are the forms of those verbs, WH the words that ask."""
BASE_TAGS = ("NN", "VB", "JJ", "RB")
"""The tags of words as a dictionary lists them."""
TAG_BITS = {tag: 1 << bit for bit, tag in enumerate(TAGS)}

CLOSED = sum(TAG_BITS[tag] for tag in TAGS[TAGS.index("DT") : TAGS.index("UH")])
"""The bits of the closed classes, the words of grammar."""

BEGINNING, FARTHEST = 6, 2
"""The index of near words has the first letters of a word, with up to so many left out."""
FREQUENT = 50
"""The frequency from which on a word is in that index: two in a thousand million words, and ten."""


class Word(NamedTuple):
    """One word, in lower case."""

    frequency: int
    """On the Zipf scale, in 25ths: 25 × log10 of its occurrences in a thousand million words; 0 where none is known."""
    dialects: int
    """In which dictionaries it stands, as bits of DIALECT_BITS."""
    kinds: int
    """How it may be written, as bits: LOWER, NAME, MIXED, OURS."""
    tags: int
    """Its parts of speech, as bits of TAG_BITS; 0 where nothing tells."""

    def is_tagged(self, *tags: str) -> bool:
        """Tell whether the word can be one of `tags`."""
        return any(self.tags & TAG_BITS[tag] for tag in tags)


def kind_of(word: str) -> int:
    """Return the kind that a word of a list has, from its capitals."""
    if word.islower() or not word[0].isalpha():
        return LOWER
    return NAME if word[0].isupper() and word[1:].islower() else MIXED


_MAGIC = b"rlfix lexicon 1\n"
_ENTRY = struct.Struct("<16sII")
_unpack = struct.Struct(RECORD).unpack_from
_SIZE = struct.calcsize(RECORD)


def joined(sections: Mapping[str, bytes]) -> bytes:
    """Return the lexicon file of `sections`: a table of where each starts and how long it is, then the sections."""
    table, body = b"", b""
    offset = len(_MAGIC) + _ENTRY.size * (len(sections) + 1)
    for name, data in sections.items():
        table += _ENTRY.pack(name.encode(), offset + len(body), len(data))
        body += data + bytes(-len(data) % 8)
    return _MAGIC + table + _ENTRY.pack(b"", 0, 0) + body


@lru_cache(maxsize=1)
def _file() -> dict[str, memoryview]:
    """Return the sections of the lexicon.

    Raises FileNotFoundError when it was not built and ValueError when another version built it, with what to do.
    """
    try:
        with FILE.open("rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError as error:
        raise FileNotFoundError(f"{FILE} is missing: install rlfix with pip, which builds it") from error
    if whole[: len(_MAGIC)] != _MAGIC:
        raise ValueError(f"{FILE} is no lexicon of this version: install rlfix again with pip, which builds it")
    sections = {}
    for name, offset, length in _ENTRY.iter_unpack(whole[len(_MAGIC) : len(_MAGIC) + 32 * _ENTRY.size]):
        if not offset:
            break
        sections[name.rstrip(b"\0").decode()] = whole[offset : offset + length]
    return sections


@lru_cache(maxsize=16)
def _trie(name: str) -> Any:
    import marisa_trie  # noqa: PLC0415 -- only where somebody asks for a word

    kind = marisa_trie.Trie if name in _NUMBERED else marisa_trie.BytesTrie
    return kind().map(_file()[name])


_NUMBERED = ("words", "pairs", "strings")
"""Tries that number their keys, each with an array beside it."""


@lru_cache(maxsize=1)
def _words() -> tuple[Callable[[str], int | None], memoryview]:
    """Return what tells the number of a word, and the records of all words."""
    return _trie("words").get, _file()["records"]


def is_word(word: str) -> bool:
    """Tell whether `word` (in lower case) is a word."""
    return _words()[0](word) is not None


def is_ordinary(word: str) -> bool:
    """Tell whether `word` (in lower case) is a word that is written so, and no name."""
    found = find(word)
    return found is not None and bool(found.kinds & LOWER)


def words_among(strings: Iterable[str]) -> set[str]:
    """Return those of `strings` (in lower case) that are words: quicker than asking for each."""
    return set(filter(_trie("words").__contains__, strings))


def misspelt_among(strings: Iterable[str]) -> set[str]:
    """Return those of `strings` (in lower case) that `meant` knows."""
    return set(filter(_trie("misspellings").__contains__, strings))


def respelt_among(strings: Iterable[str]) -> set[str]:
    """Return those of `strings` (in lower case) that `respelt` knows."""
    return set(filter(_trie("respelt").__contains__, strings))


def begun(string: str) -> int:
    """Return how many letters `string` has in common with the start of a word, at the most."""
    words = _trie("words")
    known, unknown = 0, len(string) + 1
    while unknown - known > 1:
        middle = (known + unknown) // 2
        if next(words.iterkeys(string[:middle]), None) is None:
            unknown = middle
        else:
            known = middle
    return known


def find(word: str) -> Word | None:
    """Return what is known of `word` (in lower case), or None when it is not a word."""
    number_of, records = _words()
    number = number_of(word)
    return None if number is None else Word._make(_unpack(records, number * _SIZE))


def is_closed(word: str) -> bool:
    """Tell whether `word` (in lower case) is a word of grammar: of a class that gets no new words."""
    found = find(word)
    return found is not None and bool(found.tags & CLOSED)


def frequency(word: str) -> int:
    """Return the frequency of a string, whether it is a word or not; 0 when it is not known."""
    found = find(word)
    if found:
        return found.frequency
    number = _trie("strings").get(word)
    return 0 if number is None else _file()["levels"][number]


def meant(misspelling: str) -> list[str]:
    """Return what a known misspelling (in lower case) means, likeliest first; nothing when it is not known as one."""
    found = _trie("misspellings").get(misspelling)
    return found[0].decode().split("|") if found else []


@lru_cache(maxsize=65536)
def together(first: str, second: str) -> int:
    """Return how often two words stand side by side: 10 × log10 of the count in a Web corpus, 0 when not known."""
    number = _trie("pairs").get(f"{first} {second}")
    return 0 if number is None else _file()["counts"][number]


@lru_cache(maxsize=1)
def _classes() -> dict[int, int]:
    """Return the number of each set of parts of speech in the rows of `neighbours`."""
    return {tags: number for number, (tags,) in enumerate(struct.iter_unpack("<I", _file()["classes"]))}


@lru_cache(maxsize=65536)
def _information(side: str, neighbour: str, tags: int) -> float:
    found = find(neighbour)
    number = _classes().get(tags)
    if found is None or number is None:
        return 0.0
    context = neighbour if found.tags & CLOSED else f"#{found.tags:x}"
    row = _trie("neighbours").get(side + context)
    return (row[0][number] - 128) / 10 if row else 0.0


def fits_after(before: str, word: str) -> float:
    """Return how well a word of the class of `word` goes after `before`: pointwise mutual information, 0 when unknown.

    The class of a word is the set of its parts of speech. Counted in SymSpell's pairs of neighbours.
    """
    found = find(word)
    return _information(">", before, found.tags) if before and found and found.tags else 0.0


def fits_before(word: str, after: str) -> float:
    """Return how well a word of the class of `word` goes before `after`, in the same measure."""
    found = find(word)
    return _information("<", after, found.tags) if after and found and found.tags else 0.0


def respelt(word: str) -> tuple[str, str] | None:
    """Return the dialect (`GB` or `US`) and the spelling in it of a word that is spelt otherwise in the other one."""
    found = _trie("respelt").get(word)
    return (found[0][:2].decode(), found[0][2:].decode()) if found else None


@lru_cache(maxsize=8)
def listed(name: str) -> tuple[str, ...]:
    """Return a short list by its name (`prefixes`, `suffixes`, `phrases`); empty when there is none."""
    found = _trie("lists").get(name)
    return tuple(found[0].decode().splitlines()) if found else ()


def near(beginning: str) -> list[str]:
    """Return the beginnings of frequent words from which `beginning` comes by leaving letters out."""
    return [found.decode() for found in _trie("variants").get(beginning, ())]


def starting(beginning: str) -> Iterator[str]:
    """Yield the words that start with `beginning`."""
    return iter(_trie("words").keys(beginning))


def inflect(lemma: str, tag: str) -> str:
    """Return the usual form of `lemma` for a Penn `tag` (NNS, VBZ, VBD, VBN, VBG, JJR, …)."""
    return _inflected(lemma, tag)[0]


def _inflected(lemma: str, tag: str) -> list[str]:
    """Return all spellings of the form of `lemma` for `tag`, the usual one first: indexes, indices."""
    found = _trie("forms").get(f"{lemma} {tag}")
    return found[0].decode().split("|") if found else [regular(lemma, tag)]


def lemmas(form: str) -> Iterator[tuple[str, str]]:
    """Yield the readings of `form`: a lemma and the tag with which `form` is a form of it; itself included.

    The words of grammar's closed classes have none of their own: `is`, `are` and `were` are tagged BE.
    """
    known = find(form)
    if known is None:
        return
    for tag in BASE_TAGS:
        if known.is_tagged(tag):
            yield form, tag
    for found in _trie("lemmas").get(form, ()):
        for reading in found.decode().split("|"):
            lemma, _, tag = reading.partition(" ")
            yield lemma, tag
    for tag in ("NNS", "VBZ", "VBD", "VBN", "VBG", "JJR", "JJS", "RBR", "RBS"):
        if known.is_tagged(tag):
            yield from ((base, tag) for base in bases(form, tag) if _has_form(base, tag, form))


_KINDS = {"N": "NN", "V": "VB", "J": "JJ", "R": "RB"}


def _has_form(base: str, tag: str, form: str) -> bool:
    return _is_tagged(base, _KINDS[tag[0]]) and form in _inflected(base, tag)


def forms(word: str) -> frozenset[str]:
    """Return all forms of every lemma that `word` can be a form of, `word` included."""
    found = {word}
    for lemma, tag in lemmas(word):
        found.add(lemma)
        for other in _PARADIGMS[tag[0]]:
            found.update(form for form in _inflected(lemma, other) if _is_tagged(form, other))
    return frozenset(found)


def _is_tagged(word: str, tag: str) -> bool:
    known = find(word)
    return known is not None and known.is_tagged(tag)


_PARADIGMS = {"N": ("NNS",), "V": ("VBZ", "VBD", "VBN", "VBG"), "J": ("JJR", "JJS"), "R": ("RBR", "RBS")}
