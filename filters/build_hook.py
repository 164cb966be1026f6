"""Build hook: compiles the package's modules when it is installed to be edited.

pip compiles what it copies, but not a source tree it only points to; where Python may not write its
cache (PYTHONDONTWRITEBYTECODE), every run of the filter would compile the package again.
"""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatch calls `initialize` before it builds anything; `version` is `editable` for `pip install -e`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- Hatch's signature
        """Compile the modules in place for an editable install."""
        if version == "editable":
            compileall.compile_dir(Path(self.root, "filters", "rlfix"), quiet=1)
