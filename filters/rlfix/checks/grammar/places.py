"""In, on and by where things are and when they happen: on Monday, on your computer, in memory, on your own."""

from __future__ import annotations

from rlfix.checks.grammar.rows import is_row, rephrased
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import NOUN, VBN, View, bits

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SMALL_WORD = bits("CC", "IN", "DT", "PRP", "TO", "WH")
_TIMES = frozenset("morning afternoon evening night".split())  # noqa: SIM905
_WHICH_DAY = frozenset("last first second third fourth next same following".split())  # noqa: SIM905
_SITUATIONS = frozenset("situation situations circumstances place places".split())  # noqa: SIM905
_MANY = frozenset(
    "multiple several many different various other some certain most all both two three".split()  # noqa: SIM905
)
_KEPT = frozenset(
    "run running runs ran install installed installs installing file files folder folders directory "  # noqa: SIM905
    "directories it them program programs script scripts game games app apps locally stored saved "
    "up this these that".split()
)
_STORED = frozenset(
    "stored saved written kept cached located store save keep hold held loaded storing keeping".split()  # noqa: SIM905
)
_MACHINES = frozenset("computer laptop pc".split())  # noqa: SIM905


@on(*_DAYS, *_SITUATIONS, *_MACHINES, "disk", "memory")
def place_and_time(view: View, at: int) -> Fix | None:
    """Write in or on as places, days and machines take it.

    Bad: Run it in your computer in Monday, on certain situations; stored in disk, on multiple places.
    Good: Run it on your computer on Monday, in certain situations; stored on disk, in multiple places.

    Fine: The cores in your computer; in place; on site, on all fours; in Sunday school; a file in disk images.
    Fine: It depends on certain situations; a bet on two places.
    """
    word, last = view.words[at], view.gap(at + 1)
    if word in _DAYS and view.before(at) in _WHICH_DAY and view.word(at - 2) == "the":
        return _instead(view, at - 3, "in", "on")
    if word in _DAYS:
        alone = not view.joined(at + 1) or view.tags(at + 1) & _SMALL_WORD or view.word(at + 1) in _TIMES
        return _instead(view, at - 1, "in", "on") if view.has_capital(at) and alone and last[:1] != "-" else None
    if word == "memory":
        stored = view.before(at - 1) in _STORED or (view.before(at - 1) == "things" and view.word(at - 3) in _STORED)
        return _instead(view, at - 1, "on", "in") if stored and not view.joined(at + 1) else None
    if word == "disk":
        stored = view.before(at - 1) in (
            "stored",
            "saved",
            "written",
            "kept",
            "cached",
            "located",
            "stores",
            "save",
            "store",
        )
        return _instead(view, at - 1, "in", "on") if stored and not view.joined(at + 1) else None
    if word in _MACHINES:
        owned = view.before(at) in ("your", "my") and view.before(at - 2) in _KEPT and last[:1] != "-"
        return _instead(view, at - 2, "in", "on") if owned else None
    first = at - 1
    while view.before(first) in _MANY and first > at - 3:
        first -= 1
    many = view.word(first) in _MANY and view.tags_of(view.before(first - 1)) & NOUN == 0
    return _instead(view, first - 1, "on", "in") if many and view.before(first - 1) not in _ON else None


_ON = frozenset(
    "depend depends depending based rely relies relying focus focuses focusing bet agreed work "  # noqa: SIM905
    "works working".split()
)


def _instead(view: View, at: int, old: str, new: str) -> Fix | None:
    if view.word(at) != old or not is_row(view, at, at + 1):
        return None
    return rephrased(view, at, at, new, f"It is “{new}” here, not “{old}”.")


_OWNERS = frozenset("your my our their his her".split())  # noqa: SIM905


@on("own")
def on_your_own(view: View, at: int) -> Fix | None:
    """Write “on your own” for “by your own”: one is alone by oneself, but on one's own.

    Bad: Try things by your own.
    Good: Try things on your own.

    Fine: Replaced by your own, by your own functions, on your own.
    """
    by = view.word(at - 2) == "by" and view.before(at) in _OWNERS and is_row(view, at - 2, at)
    if not by or view.joined(at + 1) or view.tags_of(view.before(at - 2)) & _DONE:
        return None
    return rephrased(view, at - 2, at, f"on {view.words[at - 1]} own", "One does it by oneself, or on one's own.")


_DONE = VBN


RULES: tuple[Rule, ...] = (place_and_time, on_your_own)
