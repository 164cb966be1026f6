"""Stretches of the text with a rule of their own for edits, and the marks that make them.

- off: no edits. `<!-- rlfix-disable [rule…] -->` up to `<!-- rlfix-enable -->` (and the marks of Vale,
  textlint and cspell), the class `rlfix-ignore`, other languages, bibliographies, a word before [sic], code
  that the reader took for prose.
- quoted: suggestions only. Quotation marks, whether the reader resolved them or not.
- anchor: the text of a link or span, which may change but not vanish.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["off", "quoted", "anchor"]


class Zone(NamedTuple):
    """A stretch of `Text.string`, in code points."""

    start: int
    end: int
    kind: Kind
    rules: str = ""
    """For `off`: the rule or group of rules it turns off; empty for all."""

    def silences(self, rule: str) -> bool:
        """Tell whether `rule` (`group.name`) makes no edits here."""
        return self.kind == "off" and _covers(self.rules, rule)


def _covers(name: str, rule: str) -> bool:
    """Tell whether `name`, of a rule or a group or empty for all, means `rule` too."""
    return name in ("", rule) or rule.startswith(f"{name}.")


class Zones:
    """All zones of a text. They may nest and overlap; finding those at a place takes a bisection."""

    __slots__ = ("_furthest", "_sorted", "_starts")

    def __init__(self, zones: Iterable[Zone]) -> None:
        self._sorted = sorted(zones)
        self._starts = [zone.start for zone in self._sorted]
        self._furthest = list(accumulate((zone.end for zone in self._sorted), max))

    def __iter__(self) -> Iterator[Zone]:
        return iter(self._sorted)

    def touching(self, kind: Kind, start: int, end: int) -> Iterator[Zone]:
        """Yield the zones of `kind` that share a character with [start, end), or hold it when it is empty."""
        index = bisect_left(self._starts, max(end, start + 1)) - 1
        while index >= 0 and self._furthest[index] > start:
            zone = self._sorted[index]
            if zone.kind == kind and zone.end > start:
                yield zone
            index -= 1


_DIRECTIVE = re.compile(
    r"""<!--\s*(?:
          (?:rlfix|textlint)-(?P<what>disable-next-line|disable|enable)\b(?P<rules>[^>]{0,200}?)
        | vale\s+(?P<vale>off|on)
        | (?:c?spell|spell-?checker)\s*:\s*(?P<spell>disable-next-line|disable|enable)\b[^>]{0,200}?
        )\s*-->""",
    re.VERBOSE | re.IGNORECASE,
)
_ALL = ""


class Switches:
    """The comments that turn rules off and on: what is off now, and where it was."""

    def __init__(self) -> None:
        self._since: dict[str, int] = {}
        self._line: dict[str, int] = {}
        self._zones: list[Zone] = []

    def now(self) -> tuple[str, ...]:
        """Return the rules and groups that are off; an empty name means all."""
        return (*self._since, *self._line)

    def read(self, raw: str, pos: int) -> None:
        """Obey the comments in the raw text `raw`, which stands at `pos`."""
        if "<!--" not in raw:
            return
        for found in _DIRECTIVE.finditer(raw):
            rules = (found["rules"] or "").replace(",", " ").split() or [_ALL]
            if found["spell"]:
                rules = ["spelling"]
            self._turn(_meaning(found), rules, pos)

    def _turn(self, what: str, rules: list[str], pos: int) -> None:
        if what == "disable":
            self._since.update({rule: pos for rule in rules if rule not in self._since})
        elif what == "enable":
            wanted = [rule for rule in self._since if any(_covers(name, rule) for name in rules)]
            self._zones += self._ended(pos, wanted)
        else:
            self._line.update(dict.fromkeys(rules, pos))

    def end_of_line(self, pos: int) -> None:
        """Close at `pos` what `…-disable-next-line` opened, unless it is the comment's own line that ends."""
        if self._line and pos > max(self._line.values()) + 1:
            self._zones += [Zone(start, pos, "off", rule) for rule, start in self._line.items()]
            self._line = {}

    def closed(self, pos: int) -> list[Zone]:
        """Return all zones; those still open end at `pos`."""
        return [*self._zones, *self._ended(pos, list(self._since))]

    def _ended(self, pos: int, rules: list[str]) -> list[Zone]:
        return [Zone(self._since.pop(rule), pos, "off", rule) for rule in rules]


def _meaning(found: re.Match[str]) -> str:
    if found["vale"]:
        return "disable" if found["vale"].lower() == "off" else "enable"
    return (found["what"] or found["spell"]).lower()


_LONGEST = "{0,2000}"
"""Characters between two quotation marks; beyond that they are not a pair, and looking on would cost time."""
_INSIDE = r"(?:[^\n%s]|\n(?!\n))" + _LONGEST
_INSIDE_SINGLE = r"(?:[^\n%s]|\n(?!\n)|(?<=\w)'(?=\w))" + _LONGEST
_QUOTATION = re.compile(
    "|".join(
        (
            r'(?<![\w"])"(?=\S)' + _INSIDE % '"' + r'(?<=\S)"(?!\w)',
            r"(?<![\w'])'(?=[^\s'])" + _INSIDE_SINGLE % "'" + r"(?<=[^\s'])'(?![\w'])",
            "“" + _INSIDE % "“”" + "”",
            "‘" + _INSIDE_SINGLE % "'‘" + "'",
            "„" + _INSIDE % "„“”" + "[“”]",
            "«" + _INSIDE % "«»" + "»",
        )
    )
)
"""A quotation as a reader without smart punctuation leaves it; an apostrophe between letters is none of its marks."""


def quotations(string: str, offset: int) -> Zones:
    """Return where one block's text `string`, which starts at `offset`, stands in quotation marks."""
    spans = (found.span() for found in _QUOTATION.finditer(string))
    return Zones(Zone(offset + start, offset + end, "quoted") for start, end in spans)


_SIC = re.compile(r"[\[(]sic[.!]?[\])]", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?P<word>[\w'-]+)[\"'”’.,;:!?)]*\s*\Z")
_LONGEST_WORD = 100


def sic_words(string: str) -> Iterator[Zone]:
    """Yield the words that the author marks as meant to be so: `recieve [sic]`."""
    for sic in _SIC.finditer(string):
        before = max(0, sic.start() - _LONGEST_WORD)
        found = _WORD_BEFORE.search(string[before : sic.start()])
        if found:
            yield Zone(before + found.start("word"), before + found.end("word"), "off")


_FENCES = ("```", "~~~")


def open_code(string: str, code_blocks: Iterable[int]) -> Iterator[Zone]:
    """Yield code that the reader did not see as such: from a fence in the text up to the next one, or to a code block.

    Pandoc knows no ```{code-cell} python, so what MyST takes for code is words to it, and the fence that
    closes the code opens a code block. `code_blocks` are the places of those. Where nothing closes the code,
    it is the rest of the block.
    """
    for mark in _FENCES:
        start = string.find(mark)
        while start >= 0:
            block = (string.find("\n\n", start) + 1 or len(string) + 1) - 1
            ends = [at for at in code_blocks if at >= start]
            again = string.find(mark, start + len(mark))
            end = min([again + len(mark) if again >= 0 else len(string) + 1, *ends])
            end = block if end > len(string) else end
            yield Zone(start, end, "off")
            start = string.find(mark, max(end, start + len(mark)))


_FIELD = re.compile(
    r"(?:param(?:eter)?|arg(?:ument)?|key(?:word)?|kwarg|type|raises?|except(?:ion)?|var|ivar|cvar|vartype|attr)[ ]\S"
)


def is_field(term: str) -> bool:
    """Tell whether what a definition is of is a name in code, by a field of Python's docstrings: :param attachs:."""
    return _FIELD.match(term) is not None
