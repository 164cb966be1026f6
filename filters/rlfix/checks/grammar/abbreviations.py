"""The stops of e.g., i.e. and et al.

Without any stop, eg and ie are the style of many a British house; what a document writes in one way again and again
is its own. So is et al for others. All of these are only suggestions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text

_LATIN = re.compile(
    r"[ \n(\"'“‘](?P<short>[Ee]\.?g|[Ii]\.?e)(?P<mark>\.?(?![\w.:-])|:(?=\s))(?! [=-])(?P<next>[ \n,]*)"
)
_SHORT = (" eg", "(eg", "Eg", " ie", "(ie", "Ie", "e.g", "i.e")


def eg_and_ie(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Set the stops of e.g. and i.e.

    Bad: Some methods class it differently, e.g, one step. Eg, "funny" is a vague goal (ie., no number).
    Good: Some methods class it differently, e.g., one step. E.g., "funny" is a vague goal (i.e., no number).

    Bad: Some methods class it differently, eg, one step.
    Better: Some methods class it differently, e.g., one step.

    Fine: E.g. this, i.e. that in IE or .ie, eg-code, `eg`, eg = 1 and eg.run.
    """
    if not any(sign in text.string for sign in _SHORT):
        return
    found = [one for one in _LATIN.finditer(text.string) if "." not in one["short"] or one["mark"] != "."]
    for one in found:
        letters = one["short"].replace(".", "")
        colon = ":" if one["mark"] == ":" and "\n\n" in one["next"] else ""
        new = f"{letters[0]}.{letters[1]}.{colon}"
        alike = sum(other["short"] + other["mark"] == one["short"] + one["mark"] for other in found)
        house = one["short"] in ("eg", "ie") and not one["mark"]
        safety = Safety.SUGGEST if alike > 1 or house else Safety.SAFE
        start, end = one.start("short"), one.end("mark")
        yield Edit(start, end, text.string[start:end], new, "grammar.eg-and-ie", f"It is written “{new}”.", safety)


_ET_AL = re.compile(r" et(?:\.? al(?![\w.-])|\. al\.)")


def et_al(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Set the stop of et al., which stands after al alone: et is a word.

    Bad: See Smith et. al. and others.
    Good: See Smith et al. and others.

    Bad: See Smith et al, and others.
    Better: See Smith et al., and others.

    Fine: Smith et al. and others; et alii; Smith et al.'s work.
    """
    if " al" not in text.string or " et" not in text.string:
        return
    found = list(_ET_AL.finditer(text.string))
    for one in found:
        safety = Safety.SUGGEST if len(found) > 1 or "." not in one[0] else Safety.SAFE
        yield Edit(one.start() + 1, one.end(), one[0][1:], "et al.", "grammar.et-al", "It is written “et al.”.", safety)


RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (eg_and_ie, et_al)
