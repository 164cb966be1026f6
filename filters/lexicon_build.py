"""Compile the lexicon: all that rlfix knows about words, in one file that is mapped into memory.

    python filters/lexicon_build.py OUT        (the build hook does the same)

The file starts with a table of its sections; each is a marisa trie, or an array that runs beside one.
`rlfix.lexicon` reads it and is the place to look up what a value means.

    words, records        every word in lower case; its frequency, dialects, kinds and parts of speech
    strings, levels       what people write that is not in the lexicon; its frequency
    pairs, counts         words that stand side by side; how often they do
    neighbours, classes   which classes of words stand beside a word, or beside a class of words
    misspellings          what a known misspelling means, candidates separated by |
    forms                 `lemma tag`: the forms, usual one first, where they are not what the rules of inflection give
    lemmas                the lemmas of such a form, each with its tag
    respelt               the same word in the other spelling, British or American
    variants              beginnings of frequent words from which a string comes by leaving letters out
    lists                 short lists as a whole: prefixes, suffixes

The same sources give the same bytes.
"""

from __future__ import annotations

import math
import struct
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

import marisa_trie

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import word_data  # noqa: E402 -- lies beside this file
from rlfix import lexicon  # noqa: E402 -- the package is not installed yet while it is built
from rlfix.inflection import regular  # noqa: E402

Entries = Iterable[tuple[str, bytes]]

_WHOLE_LISTS = {"prefixes", "suffixes", "phrases"}
"""Own lists of parts of words, and of words that are right beside one another only."""
_SYMBOLS = "short"
"""The own list of what is right as a symbol or a command, but not as a word of a sentence."""


class Words:
    """Every accepted word: how it is written, in which dialects, and what the sources say about it."""

    def __init__(self, own: Path) -> None:
        self.dialects: dict[str, int] = defaultdict(int)
        self.kinds: dict[str, int] = defaultdict(int)
        self.tags: dict[str, int] = defaultdict(int)
        self.own: dict[str, list[str]] = defaultdict(list)
        for name, word in word_data.own_words(own):
            self.own[name].append(word)
        self.misspelt = {wrong: right for wrong, right in word_data.misspellings() if wrong.isalpha()}
        self._from_dictionaries()
        self._from_own_lists()
        self._tag()
        self.misspelt = {
            wrong: right for wrong, right in self.misspelt.items() if not self.kinds.get(wrong, 0) & lexicon.LOWER
        }

    def _from_dictionaries(self) -> None:
        """Take what Hunspell's dictionaries hold; the British one is large and lists some common misspellings too."""
        checked: set[str] = set()
        for dialect in ("US", "AU", "CA", "GB"):
            bit = 1 << word_data.DIALECTS.index(dialect)
            words = {word for word in word_data.hunspell_words(dialect) if word_data.is_word(word)}
            if dialect == "GB":
                words = {word for word in words if word in checked or word.lower() not in self.misspelt}
            checked |= words
            for word in words:
                self.dialects[word.lower()] |= bit
                self.kinds[word.lower()] |= lexicon.kind_of(word)

    def _from_own_lists(self) -> None:
        for name, words in self.own.items():
            for word in words if name not in _WHOLE_LISTS else ():
                if not word_data.is_word(word):
                    continue
                kind = lexicon.MIXED if name == _SYMBOLS else lexicon.kind_of(word)
                self.kinds[word.lower()] |= kind | lexicon.OURS
                self.dialects[word.lower()] |= (1 << len(word_data.DIALECTS)) - 1

    def _tag(self) -> None:
        """Give the words their parts of speech; a form that no dictionary has tells nothing but is no word."""
        self.forms: dict[tuple[str, str], list[str]] = defaultdict(list)
        for lemma, tag, form in word_data.inflections():
            if lemma.lower() in self.kinds and form.lower() in self.kinds and lemma.islower():
                self.tags[form] |= lexicon.TAG_BITS[tag]
                self.forms[lemma, tag].append(form)
        for word, tags in word_data.closed_classes():
            self.tags[word] |= sum(lexicon.TAG_BITS[tag] for tag in tags)
            self.kinds[word] |= lexicon.LOWER
            self.dialects[word] |= (1 << len(word_data.DIALECTS)) - 1
        for word in sorted(self.kinds):  # a base before what is made of it
            if not self.tags.get(word):
                self.tags[word] = _guessed_tags(word, self.tags)


def _guessed_tags(word: str, tags: dict[str, int]) -> int:
    """Return the parts of speech of a word that no table has, from its ending and its base."""
    for suffix, tag in (("ly", "RB"), ("ness", "NN"), ("able", "JJ"), ("less", "JJ"), ("ful", "JJ"), ("ous", "JJ")):
        if word.endswith(suffix):
            return lexicon.TAG_BITS[tag]
    for base, tag, of in ((word[:-1], "NNS", "NN"), (word[:-2], "NNS", "NN")):
        if word.endswith("s") and not word.endswith("ss") and tags.get(base, 0) & lexicon.TAG_BITS[of]:
            return lexicon.TAG_BITS[tag]
    return 0


def _word_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    shares = word_data.frequencies()
    for word, kinds in words.kinds.items():
        level = _level(shares.get(word, 0.0))
        yield f"{word}", struct.pack(lexicon.RECORD, level, words.dialects[word], kinds, words.tags.get(word, 0))


def _string_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield what people write that is in no list: names, foreign words, jargon, misspellings."""
    for string, share in word_data.frequencies().items():
        if string not in words.kinds:
            yield string, bytes([_level(share)])


def _level(share: float) -> int:
    """Return a frequency on the Zipf scale (log10 of occurrences in a thousand million words), in 25ths."""
    return max(0, min(255, round(25 * (math.log10(share) + 9)))) if share > 0 else 0


def _misspelling_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    for wrong, right in words.misspelt.items():
        known = [one for one in right if all(part.lower() in words.kinds for part in one.replace("-", " ").split())]
        if known:
            yield f"{wrong}", "|".join(known[:6]).encode()


def _bigram_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    for first, second, count in word_data.bigrams():
        if first in words.kinds and second in words.kinds:
            yield f"{first} {second}", bytes([round(10 * math.log10(count))])


def _class_of(word: str, words: Words) -> int:
    """Return the class of a word: the set of its parts of speech, as bits."""
    return words.tags.get(word, 0)


def _context_of(word: str, words: Words) -> str:
    """Return how a neighbour is counted: as itself when it is a word of grammar, else by its class."""
    tags = words.tags.get(word, 0)
    return word if tags & lexicon.CLOSED else f"#{tags:x}"


def _neighbourhoods(words: Words) -> dict[str, bytes]:
    """Return what classes of words stand after and before a neighbour: pointwise mutual information, in tenths."""
    pairs: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    totals: dict[str, dict[int, float]] = {">": defaultdict(float), "<": defaultdict(float)}
    for first, second, count in word_data.bigrams():
        if first not in words.kinds or second not in words.kinds:
            continue
        for side, context, word in ((">", first, second), ("<", second, first)):
            pairs[side + _context_of(context, words)][_class_of(word, words)] += count
            totals[side][_class_of(word, words)] += count
    classes = sorted({one for side in totals.values() for one in side})
    table = {context: bytes(_information(found, totals[context[0]], classes)) for context, found in pairs.items()}
    trie = marisa_trie.BytesTrie(sorted(table.items()))
    return {"neighbours": trie.tobytes(), "classes": struct.pack(f"<{len(classes)}I", *classes)}


_PRIOR = 0.03
"""How much of what is expected everywhere is mixed into what was counted beside one neighbour."""


def _information(found: dict[int, float], totals: dict[int, float], classes: list[int]) -> Iterator[int]:
    all_found, all_totals = sum(found.values()), sum(totals.values())
    for one in classes:
        expected = max(totals[one], 1.0) / all_totals
        share = (1 - _PRIOR) * found.get(one, 0.0) / all_found + _PRIOR * expected
        yield max(0, min(255, 128 + round(10 * math.log(share / expected))))


_FORMS_OF_BE = {"VBZ": "is|are|am", "VBD": "was|were", "VBN": "been", "VBG": "being"}
"""They stand in no table of inflections, and are tagged BE only."""


def _form_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    for (lemma, tag), forms in words.forms.items():
        told = [form for form in forms if form != lemma or tag.startswith("VB")]
        if told and told != [regular(lemma, tag)] and tag not in lexicon.BASE_TAGS:
            yield f"{lemma} {tag}", "|".join(told).encode()
    yield from ((f"be {tag}", form.encode()) for tag, form in _FORMS_OF_BE.items())


def _lemma_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    lemmas: dict[str, list[str]] = defaultdict(list)
    for (lemma, tag), forms in words.forms.items():
        for form in forms:
            if form not in (lemma, regular(lemma, tag)):
                lemmas[form].append(f"{lemma} {tag}")
    for form, found in lemmas.items():
        yield form, "|".join(found).encode()


_RESPELT = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("re", "er"),
    ("ll", "l"), ("ogue", "og"), ("ence", "ense"), ("ae", "e"), ("oe", "e"), ("mme", "m"), ("que", "k"), ("pp", "p"),
    ("dge", "dg"), ("y", "i"), ("ph", "f"), ("s", "z"), ("gh", ""), ("me", "m"), ("ue", ""), ("l", "ll"), ("ew", "ow"),
)  # fmt: skip
"""British and American ways to write a part of a word."""


def _dialect_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    american, british = 1, 2
    pairs: dict[str, str] = {}
    for one, others in word_data.misspellings("dictionary_en-GB_to_en-US"):
        pairs[one] = others[0]
    for word, dialects in words.dialects.items():
        if dialects & american or not dialects & british or word in pairs:
            continue
        for gb, us in _RESPELT:
            other = next((o for o in _replaced(word, gb, us) if words.dialects.get(o, 0) & american), "")
            if other and not words.dialects[other] & british:
                pairs[word] = other
                break
    for one, other in pairs.items():
        if one in words.kinds and other in words.kinds:
            yield f"{one}", b"US" + other.encode()
            yield f"{other}", b"GB" + one.encode()


def _replaced(word: str, old: str, new: str) -> Iterator[str]:
    start = word.find(old, 1)
    while start >= 0:
        yield word[:start] + new + word[start + len(old) :]
        start = word.find(old, start + 1)


def _variant_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield the index of near words (Garbe's symmetric delete, on the beginnings of frequent words only)."""
    shares = word_data.frequencies()
    frequent = {word for word, kinds in words.kinds.items() if kinds & lexicon.LOWER}
    frequent = {word for word in frequent if _level(shares.get(word, 0.0)) >= lexicon.FREQUENT}
    for beginning in {word[: lexicon.BEGINNING] for word in frequent if len(word) > 3}:
        for variant in deletions(beginning, lexicon.FARTHEST):
            yield f"{variant}", beginning.encode()


def deletions(word: str, most: int) -> set[str]:
    """Return `word` and what comes of leaving out up to `most` of its letters."""
    places = range(len(word))
    return {
        "".join(letter for place, letter in enumerate(word) if place not in left_out)
        for count in range(most + 1)
        for left_out in map(set, combinations(places, count))
    }


def _list_entries(words: Words) -> Iterator[tuple[str, bytes]]:
    for name in _WHOLE_LISTS & set(words.own):
        yield name, "\n".join(sorted(words.own[name])).encode()


def _replace(out: Path, data: bytes) -> None:
    """Write a new file in the place of the old one, which a running rlfix may have mapped."""
    fresh = out.with_name(out.name + ".new")
    fresh.write_bytes(data)
    fresh.replace(out)


_NUMBERED: tuple[tuple[str, str, Callable[[Words], Entries]], ...] = (
    ("words", "records", _word_entries),
    ("pairs", "counts", _bigram_entries),
    ("strings", "levels", _string_entries),
)
_SECTIONS: dict[str, Callable[[Words], Entries]] = {
    "misspellings": _misspelling_entries,
    "forms": _form_entries,
    "lemmas": _lemma_entries,
    "respelt": _dialect_entries,
    "variants": _variant_entries,
    "lists": _list_entries,
}


def build(own: Path, out: Path) -> None:
    """Write the lexicon made of the word data and of the lists in the folder `own` to `out`."""
    words = Words(own)
    sections: dict[str, bytes] = {}
    for keys, values, entries in _NUMBERED:
        sections[keys], sections[values] = _numbered(dict(entries(words)))
    for name, entries in _SECTIONS.items():
        sections[name] = marisa_trie.BytesTrie(sorted(entries(words))).tobytes()
    sections |= _neighbourhoods(words)
    out.parent.mkdir(parents=True, exist_ok=True)
    _replace(out, lexicon.joined(sections))


def _numbered(entries: dict[str, bytes]) -> tuple[bytes, bytes]:
    """Return a trie of the keys, and their values in the order in which the trie numbers them."""
    trie = marisa_trie.Trie(sorted(entries))
    return trie.tobytes(), b"".join(entries[trie.restore_key(number)] for number in range(len(trie)))


if __name__ == "__main__":
    build(HERE / "rlfix" / "data" / "words", Path(sys.argv[1]))
