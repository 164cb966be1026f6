"""Build hook: makes what rlfix reads at run time, the lexicon and the compiled rule packs.

An editable install also has its modules compiled: pip compiles what it copies, but not a source tree it
only points to, and where Python may not write its cache (PYTHONDONTWRITEBYTECODE) every run of the filter
would compile the package again.
"""

from __future__ import annotations

import compileall
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MADE = ("lexicon.marisa", "packs.bin")


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatch calls `initialize` before it builds anything; `version` is `editable` for `pip install -e`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the data files; a source distribution ships what they are made of instead."""
        if self.target_name == "sdist":
            return
        filters = Path(self.root, "filters")
        sys.path.insert(0, str(filters))
        import lexicon_build  # noqa: PLC0415 -- found only now
        from rlfix.rules import store  # noqa: PLC0415

        data = filters / "rlfix" / "data"
        lexicon_build.build(data / "words", data / "lexicon.marisa")
        store.compile_packs(filters / "rlfix" / "packs", data / "packs.bin")
        build_data["artifacts"] += [f"/filters/rlfix/data/{name}" for name in MADE]
        if version == "editable":
            compileall.compile_dir(filters / "rlfix", quiet=1)
