"""Packs ready to use: those that come with rlfix, and the files of users, which are kept compiled.

The build compiles the shipped packs into one file. Users' files are compiled when they are first used
and kept in the user's cache folder under the hash of what they say.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rlfix import __version__
from rlfix.rules.header import ENGINE, dump, load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rlfix.rules.header import Header
    from rlfix.rules.inflect import Inflector
    from rlfix.rules.model import Pack

FOLDER = Path(__file__).parent.parent / "packs"
"""Where the shipped packs are, as they are written."""
COMPILED = Path(__file__).parent.parent / "data" / "packs.bin"
"""The same, compiled by the build."""
SHIPPED = "shipped"
"""In the setting `packs`: those that come with rlfix, each where the document is about its topic."""


class Chosen(NamedTuple):
    """A pack to use."""

    pack: Header
    always: bool
    """True for a shipped pack asked for by its name, whatever the document is about."""


def choices(named: Iterable[str], folder: Path | None = None) -> tuple[list[Chosen], list[str]]:
    """Return the packs that `named` asks for, all shipped ones where it is empty, and what was wrong, a line each."""
    found: list[Chosen] = []
    problems: list[str] = []
    for name in tuple(named) or (SHIPPED,):
        own, wrong = shipped() if name.replace("-", "").isalnum() else ([], [])
        known = [pack for pack in own if pack.name == name]
        if name == SHIPPED:
            problems += wrong
            found += [Chosen(pack, always=False) for pack in own]
        elif known:
            found.append(Chosen(known[0], always=True))
        else:
            packs, told = from_path((folder or Path.cwd()) / name)
            problems += told
            found += [Chosen(pack, always=False) for pack in packs]
    return found, problems


def shipped(path: Path = COMPILED) -> tuple[list[Header], list[str]]:
    """Return the packs that come with rlfix; from their sources where nothing has compiled them."""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        return load(_payload(path.read_bytes())), []
    found: list[Header] = []
    problems: list[str] = []
    for source in sorted(FOLDER.glob("*.yaml")):
        packs, wrong = from_path(source, own=True)
        found += packs
        problems += wrong
    return found, problems


def compile_packs(folder: Path, out: Path, words: Inflector | None = None) -> None:
    """Compile all packs of `folder` into the file `out`, the same bytes for the same packs.

    `words` knows the forms of words. Raises ValueError with all complaints where a pack has an error.
    Specs are not proved here, which needs panflute; the tests do that.
    """
    from rlfix.rules import compiled, pack  # noqa: PLC0415

    problems: list[str] = []
    packs = []
    for path in sorted(folder.glob("*.yaml")):
        read, wrong = pack.read(path.read_text(encoding="utf-8"), path.name, path.stem)
        problems += wrong
        packs += [read] if read else []
    if problems:
        raise ValueError("\n".join(problems))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(_sealed(dump(compiled.compile_packs(packs, words or inflector(), own=True))))


def _sealed(data: bytes) -> bytes:
    """Return `data` with what tells that it is of this version before it."""
    return _magic() + data


def _payload(sealed: bytes) -> memoryview:
    """Return what `_sealed` was given. Raises ValueError where it was something else."""
    magic = _magic()
    if not sealed.startswith(magic):
        raise ValueError("not a file of compiled packs, or one of another version")
    return memoryview(sealed)[len(magic) :]


def _magic() -> bytes:
    return f"rlfix {__version__} packs {ENGINE}\n".encode()


def from_path(path: Path, *, own: bool = False) -> tuple[list[Header], list[str]]:
    """Return the packs of a file or folder, proved, and what was wrong with them; a wrong one is left out."""
    if path.is_dir():
        from rlfix.rules.foreign import folder  # noqa: PLC0415 -- few have one

        found = [from_path(one, own=own) for one in folder(path)]
        return [pack for packs, _ in found for pack in packs], [line for _, lines in found for line in lines]
    try:
        content = path.read_bytes()
    except OSError as error:
        return [], [f"pack {path}: {error.strerror or 'cannot be read'}, and no pack of that name; not used"]
    cache = _cache(path, content, own=own)
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        return load(_payload(cache.read_bytes())), []
    headers, problems = from_source(path, content, own=own)
    if headers and not problems and b"imports" not in content:  # what a prh file imports may change by itself
        _keep(cache, _sealed(dump(headers)))
    return headers, problems


def from_source(path: Path, content: bytes, *, own: bool = False) -> tuple[list[Header], list[str]]:
    """Return the packs that the file `path`, which holds `content`, comes to, proved, and what was wrong."""
    from rlfix.rules import compiled, prove  # noqa: PLC0415 -- packs that are compiled need none of it

    pack, problems = parsed(path, content)
    if pack is None:
        return [], problems
    header = compiled.compile_pack(pack, inflector(), own=own)
    failures = list(prove.failures(pack, header))
    return ([] if failures else [header]), problems + failures


def parsed(path: Path, content: bytes) -> tuple[Pack | None, list[str]]:
    """Return the pack that `content` writes, ours or another tool's, None where it cannot be used; and what is wrong.

    Of another tool's list only the entries with an error are left out.
    """
    from rlfix.rules import foreign, pack, source  # noqa: PLC0415

    try:
        string = content.decode("utf-8-sig")
        found = foreign.read(path, string)
    except UnicodeDecodeError:
        return None, [f"{path}:1: is no UTF-8"]
    except source.SourceError as error:
        return None, [f"{path}:{error.line}: {error}"]
    if found is not None:
        return (found.pack if found.rules else None), found.problems
    return pack.read(string, str(path), path.stem)


def inflector() -> Inflector:
    """Return what knows the forms of words best: the lexicon, where the build has made it."""
    from rlfix import lexicon  # noqa: PLC0415 -- only to compile a pack
    from rlfix.rules.inflect import Lexical, Regular  # noqa: PLC0415

    return Lexical(lexicon) if lexicon.FILE.is_file() else Regular()


def _cache(path: Path, content: bytes, *, own: bool) -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rlfix"
    import hashlib  # noqa: PLC0415 -- only packs of users need it

    key = hashlib.sha256(_magic() + str(path.absolute()).encode() + bytes([own]) + content)
    return folder / f"{key.hexdigest()}.pack"


def _keep(path: Path, data: bytes) -> None:
    """Write `data` to the cache in one step; where that is not allowed, the pack is compiled anew each time."""
    import tempfile  # noqa: PLC0415 -- only packs that were not compiled yet

    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
