"""What Pandoc's readers do of themselves: the extensions that matter here, and the files they are for."""

from __future__ import annotations

import re

_MARKDOWN = ("auto_identifiers", "footnotes", "inline_notes", "smart")
_DEFAULTS = {
    "markdown": _MARKDOWN,
    "markdown_mmd": ("auto_identifiers", "footnotes"),
    "markdown_phpextra": ("footnotes",),
    "markdown_strict": (),
    "gfm": ("gfm_auto_identifiers", "footnotes"),
    "commonmark_x": ("gfm_auto_identifiers", "footnotes", "smart"),
    "commonmark": (),
    "latex": ("auto_identifiers", "smart"),
    "typst": ("smart",),
    "rst": ("auto_identifiers",),
    "org": ("auto_identifiers", "special_strings"),
    "html": ("auto_identifiers",),
}
"""Of Pandoc 3.9 (`pandoc --list-extensions=…`), those that rlfix asks for."""

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".rst": "rst",
    ".org": "org",
    ".tex": "latex",
    ".typ": "typst",
    ".html": "html",
    ".htm": "html",
}
"""The readers of the text files that are proofread in place, by suffix."""


def base(reader: str) -> str:
    """Return the name of `reader` without extensions: `markdown+emoji-smart` is `markdown`."""
    return re.split(r"[+-]", reader, maxsplit=1)[0]


def extensions(reader: str) -> list[str]:
    """Return which of the extensions that matter here are on for `reader`, such as `gfm+smart`."""
    on = dict.fromkeys(_DEFAULTS.get(base(reader), ("auto_identifiers",)))
    for sign, name in re.findall(r"([+-])(\w+)", reader[len(base(reader)) :]):
        if sign == "+":
            on[name] = None
        else:
            on.pop(name, None)
    return list(on)
