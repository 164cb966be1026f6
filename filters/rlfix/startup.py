"""panflute for the filter: its elements now, the rest of it when somebody asks.

Importing panflute takes longer than a filter needs for a post, and most of that goes to what panflute's own
commands are made with (YAML, a command line, processes). The filter wants the elements only. So the package
is set up without running its `__init__`; whoever asks it for a name that the elements have not, has it run then.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

_MODULES = ("elements", "table_elements", "base", "containers")
"""The modules that a filter needs; panflute's `__init__` imports from them what it exports."""


class _Package(ModuleType):
    """The package panflute, which runs its `__init__` for a name that it has not yet."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in ("__version__", "__all__"):
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]
        self.__spec__.loader.exec_module(self)  # type: ignore[union-attr]
        return getattr(self, name)


def lighten() -> None:
    """Set up panflute so that importing it loads only its elements; without effect where it is loaded already."""
    spec = None if "panflute" in sys.modules else PathFinder.find_spec("panflute")
    if spec is None or spec.loader is None or spec.submodule_search_locations is None:
        return
    package = _Package("panflute")
    package.__spec__, package.__loader__, package.__file__ = spec, spec.loader, spec.origin
    package.__path__ = spec.submodule_search_locations
    package.__package__ = "panflute"
    sys.modules["panflute"] = package
    try:
        modules = [__import__(f"panflute.{name}", fromlist=("",)) for name in _MODULES]
    except ImportError:  # a panflute of another layout
        for name in [one for one in sys.modules if one.partition(".")[0] == "panflute"]:
            del sys.modules[name]
        return
    for module in reversed(modules):
        vars(package).update((name, value) for name, value in vars(module).items() if not name.startswith("_"))
