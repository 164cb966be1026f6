"""Words that are allowed: those of the settings, and of the lists that other tools keep.

A project has often told a spelling checker before which of its words are right. What it told cspell (and
VS Code), codespell, typos or Vale counts here too, from the folder of the document up to the root of its
repository, or to the home folder. Nothing is read before somebody asks for a word that the lexicon lacks.

`readers` knows the files of each tool; this module finds them and puts together what they say.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rlfix.wordlists.readers import READERS, Told, from_text, read

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping


class Allowed:
    """The words that a document may use though the lexicon lacks them, loaded with the first question."""

    def __init__(self, folder: Path | None, words: Iterable[str] = (), files: Iterable[str] = ()) -> None:
        """Take the words and files of the settings; in `folder` and above it are the lists of other tools."""
        self._folder = folder.absolute() if folder else None
        self._given = tuple(words)
        self._files = tuple(files)

    def has(self, word: str) -> bool:
        """Tell whether `word`, in lower case, is allowed."""
        return word in self.words or any(pattern.fullmatch(word) for pattern in self.patterns)

    @property
    def words(self) -> frozenset[str]:
        """The words that are listed, in lower case."""
        return self._told.words

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Regular expressions for further words."""
        return self._told.patterns

    @property
    def corrections(self) -> Mapping[str, str]:
        """What the lists call a misspelling, and what it means; in lower case."""
        return self._told.corrections

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the lists, one line each."""
        return self._told.problems

    @cached_property
    def _told(self) -> Told:
        told = Told.of(self._given)
        for name in self._files:
            told = told.plus(self._from_file(name))
        for path in _lists(self._folder) if self._folder else ():
            told = told.plus(read(path))
        return told

    def _from_file(self, name: str) -> Told:
        """Return what the file `name` of the settings says; a relative one is looked for in the folder and above."""
        path = Path(name).expanduser()
        folders = [self._folder, *self._folder.parents] if self._folder else [Path()]
        found = next((folder / path for folder in folders if (folder / path).is_file()), None)
        return Told(problems=(f"words-files: {name} is not there",)) if found is None else from_text(found)


def allowed(folder: Path | None, words: Iterable[str] = (), files: Iterable[str] = ()) -> Allowed:
    """Return what a document in `folder` may write: `words`, those in `files`, and those told to other tools."""
    return Allowed(folder, words, files)


def _lists(folder: Path) -> Iterator[Path]:
    """Yield the files of other tools in `folder` and above it, up to the root of the repository or the home folder."""
    home = Path.home()
    for place in (folder, *folder.parents):
        yield from (place / name for name in READERS if (place / name).is_file())
        if place == home or (place / ".git").exists():
            return
