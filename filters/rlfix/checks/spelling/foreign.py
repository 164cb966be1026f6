"""Words of other languages, looked up in the Hunspell dictionaries that the system has.

Only where a passage has another `lang`, a dictionary for that is installed, and the package spylls too
(`pip install rlfix[hunspell]`), which reads such dictionaries in Python. Otherwise nothing is said, and an
English document does not even ask. Without frequencies and neighbours a word cannot be sure to be wrong, so
everything here is a suggestion: an unknown word, and the known one that is one slip away.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rlfix.checks.spelling.places import is_free
from rlfix.checks.spelling.vocabulary import Vocabulary
from rlfix.edit import Edit, Safety
from rlfix.text import is_english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.rule import Rule
    from rlfix.settings import Settings
    from rlfix.text import Block, Text

_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
    "~/Library/Spelling",
    "/Library/Spelling",
)
"""Where systems keep dictionaries; the variable DICPATH, which Hunspell reads, names more."""
_SHORTEST = 4
_MOST = 40
"""Unknown words of a language that are looked into; with more of them the dictionary does not fit the text."""


def foreign_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Suggest the word of another language that a misspelt one is a slip away from.

    This needs `lang`, a Hunspell dictionary for it on the system, and the package spylls; it is only ever a suggestion.

    Bad: Der Agent bekommmt die Belohnung.
    Better: Der Agent bekommt die Belohnung.

    Fine: Der Agent bekommt die Belohnung.
    """
    foreign = {lang for lang in {block.lang for block in text.blocks} if not is_english(lang)}
    dictionaries = {lang: found for lang in foreign if (found := dictionary_of(lang)) is not None}
    if not dictionaries:
        return
    vocabulary = Vocabulary(text)
    for lang, dictionary in dictionaries.items():
        blocks = [block for block in text.blocks if block.lang == lang]
        wrong = _misspelt(text, blocks, dictionary, vocabulary)
        for index in [index for block in blocks for index in text.tokens.within(block.start, block.end)]:
            start, end = text.tokens.starts[index], text.tokens.ends[index]
            old = text.string[start:end]
            if old in wrong and is_free(text, start, end) and not text.is_quoted(start, end):
                why = f"“{old}” is not in the dictionary for {lang}; “{wrong[old]}” is."
                yield Edit(start, end, old, wrong[old], "spelling.foreign-word", why, Safety.SUGGEST)


def _misspelt(text: Text, blocks: list[Block], dictionary: Any, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the words of `blocks` that are unknown, and for each the known word at one slip."""
    spans = (
        (text.tokens.starts[i], text.tokens.ends[i])
        for block in blocks
        for i in text.tokens.within(block.start, block.end)
    )
    written = sorted({text.string[start:end] for start, end in spans if end - start >= _SHORTEST})
    plain = [word for word in written if word.isalpha() and word[1:].islower() and not vocabulary.has(word.lower())]
    unknown = [word for word in plain if not dictionary.lookup(word)]
    if len(unknown) > min(_MOST, max(3, len(plain) // 5)):
        return {}
    letters = dictionary.aff.TRY.lower() or "abcdefghijklmnopqrstuvwxyz"
    nearest = {word: list(islice(filter(dictionary.lookup, _one_slip(word, letters)), 2)) for word in unknown}
    return {word: near[0] for word, near in nearest.items() if near}


def _one_slip(word: str, letters: str) -> Iterator[str]:
    """Yield the strings at one slip from `word`, the likelier slips first: swapped, extra, missing, changed."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in splits[1:-2])
    yield from (head + tail[1:] for head, tail in splits[1:-1])
    yield from (head + letter + tail for head, tail in splits[1:] for letter in letters)
    yield from (head + letter + tail[1:] for head, tail in splits[1:-1] for letter in letters)


@lru_cache(maxsize=8)
def dictionary_of(lang: str) -> Any:
    """Return the dictionary for `lang` (a BCP 47 tag), or None where there is none, or nothing to read it with."""
    path = _path(lang, os.environ.get("DICPATH", ""))
    if path is None:
        return None
    try:
        from spylls.hunspell import Dictionary  # noqa: PLC0415 -- an optional package, which few documents need

        return Dictionary.from_files(str(path.with_suffix("")))
    except (ImportError, OSError, ValueError, LookupError, re.error):
        return None


def _path(lang: str, dicpath: str) -> Path | None:
    """Return the `.dic` file for `lang`: that of its region, of the language, or of the first region there is."""
    language, _, region = lang.replace("_", "-").partition("-")
    name = language.lower()
    folders = [Path(folder).expanduser() for folder in (*dicpath.split(os.pathsep), *_FOLDERS) if folder]
    names = [f"{name}_{region.upper()}"] * bool(region) + [name, f"{name}_{name.upper()}"]
    exact = (folder / f"{one}.dic" for one in names for folder in folders)
    others = (path for folder in folders if folder.is_dir() for path in sorted(folder.glob(f"{name}_*.dic")))
    tries = (path for found in (exact, others) for path in found)
    return next((path for path in tries if path.is_file() and path.with_suffix(".aff").is_file()), None)


RULES: tuple[Rule, ...] = (foreign_word,)
