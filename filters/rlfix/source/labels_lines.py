"""The lines of Pandoc's own Markdown: what each may be or start, and where a list of them goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rlfix.source.labels_model import Leaf, Line

FENCE = re.compile(
    r"[ ]{0,3}(?:(?P<mark>`{3,})[ \t]*(?:[^\s`{}]+[ \t]*)?(?:\{[^`\n]*\})?"
    r"|(?P<tilde>~{3,})[ \t]*(?:[^\s~{}]+[ \t]*)?(?:\{[^\n]*\})?)[ \t]*$"
)
RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
BULLET = re.compile(r"[ ]{0,3}[-+*](?=[ \t]|$)")
ORDERED = re.compile(
    r"[ ]{0,3}(?:\(?(?:[0-9]+|[a-z]|[ivxlcdm]+|[IVXLCDM]+|\#|@[\w-]*)[.)]|\(?[A-Z]\)|[A-Z]\.(?=[ \t]{2}))(?=[ \t]|$)"
)
PLAIN_ORDERED = re.compile(r"[ ]{0,3}[0-9]+\.(?=[ \t]|$)")
ATX = re.compile(r"#{1,6}(?:[ \t]|$)")
SETEXT = re.compile(r"(?:=+|-+)[ \t]*$")
QUOTE = re.compile(r"[ ]{0,3}> ?")
NOTE = re.compile(r"[ ]{0,3}\[\^([^\s^\[\]]+)\]:")
NOTE_MARKER = re.compile(r"[ ]{0,3}\[\^[^\s^\[\]]+\]")
KEY = re.compile(r"[ ]{0,3}\[(?!\^)(?:\\.|[^\[\]\\])+\]:[ \t]*[^\s\[]")
DEFINED = re.compile(r"[ ]{0,2}[:~][ \t]+\S")
CAPTION = re.compile(r"[ ]{0,3}(?:[Tt]able)?:[ \t]")
DIV = re.compile(r"[ ]{0,3}:{3,}[ \t]*(?:\{[^\n]*\}|[^\s:{]+)[ \t]*:*[ \t]*$")
DIV_END = re.compile(r"[ ]{0,3}:{3,}[ \t]*$")
ENVIRONMENT = re.compile(r"\\begin\{([A-Za-z]+\*?)\}")
DASHES = re.compile(r"[ ]{0,3}-{2,}(?:[ ]+-+)*[ ]*$")
PIPES = re.compile(r"[ ]{0,3}(?=[^|+\n]*[|+])[|+]?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*[|+]?[ \t]*$")
TICKS = re.compile(r"`+")
INDENT = re.compile(r" {4}| {0,3}\t")


def resume(lines: list[Line], at: int, end: int) -> int:
    """Return the number of the line in which `end` lies, cut so that it goes on there; or the next one."""
    while at < len(lines) and lines[at][1] < end:
        at += 1
    if at < len(lines):
        lines[at] = (max(end, lines[at][0]), lines[at][1])
    return at


def chunks(source: str, lines: list[Line]) -> list[Leaf]:
    """Return the stretches of `lines` between blank ones."""
    chunks: list[Leaf] = [[]]
    for start, end in lines:
        if source[start:end].strip():
            chunks[-1].append((start, end))
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def columns(text: str, indent: int) -> int | None:
    """Return how many characters at the start of `text` make `indent` columns of blanks; None if too few."""
    column = 0
    for number, char in enumerate(text):
        if column >= indent:
            return number
        if char == "\t":
            column += 4 - column % 4
        elif char == " ":
            column += 1
        else:
            return None
    return None
