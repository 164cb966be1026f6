"""The copy editor of the Pandoc world: fixes footnotes, terms, spelling and grammar, and touches nothing else.

    pandoc post.md --filter rlfix -o post.md

In Python, on a panflute document:

    from rlfix import proofread
    report = proofread(doc)

The way through the code: `cli` reads and writes, `document` turns Pandoc's JSON into a panflute
document and back, `pipeline` is the way through, `notes` repairs footnotes, `flatten` makes the `Text`,
the `checks` yield `Edit`s, `edit` chooses and applies them, `report` has all the wording.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rlfix.edit import Edit
    from rlfix.pipeline import proofread
    from rlfix.report import Report
    from rlfix.text import Text

__version__ = "0.1.0"
__all__ = ["Edit", "Report", "Text", "proofread"]

_HOMES = {"Edit": "edit", "Report": "report", "Text": "text", "proofread": "pipeline"}


def __getattr__(name: str) -> object:
    """Load a public name when it is asked for: the commands start Pandoc before they load panflute."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"rlfix.{_HOMES[name]}"), name)
