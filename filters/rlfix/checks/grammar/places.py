"""In, on and by where things are and when they happen: on Monday, on your computer, in memory, on your own."""

from __future__ import annotations

from rlfix.checks.grammar.noun_phrases import ends_at
from rlfix.checks.grammar.rows import is_row, rephrased
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import NOUN, VBN, View, bits
from rlfix.edit import Safety

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
_PROGRAMS = frozenset(
    "file files folder folders directory directories program programs script scripts locally".split()  # noqa: SIM905
)
"""What cannot be put into a machine with a screwdriver."""
_IN_MEMORY = frozenset(
    "stored kept cached located held loaded storing keeping".split()  # noqa: SIM905
)
_MACHINES = frozenset("computer laptop pc".split())  # noqa: SIM905


@on(*_DAYS, *_SITUATIONS, *_MACHINES, "disk", "memory")
def place_and_time(view: View, at: int) -> Fix | None:
    """Write in or on as places, days and machines take it.

    Bad: Run the script in your computer in Friday; on certain situations, it is stored in disk.
    Good: Run the script on your computer on Friday; in certain situations, it is stored on disk.

    Bad: It is kept on multiple places, and runs in your PC.
    Better: It is kept in multiple places, and runs on your PC.

    Fine: The cores in your computer; in place; on site, on all fours; in Sunday school; a file in disk images.
    Fine: It depends heavily on certain situations; a bet on two places; to save on memory; put it in your PC.
    Fine: It was fixed in the next Friday release; in the last Monday meeting; we track our tasks in Monday.
    """
    word, last = view.words[at], view.gap(at + 1)
    if word in _DAYS:
        return _on_day(view, at) if view.has_capital(at) and last[:1] != "-" else None
    if word == "memory":
        stored = view.before(at - 1) in _IN_MEMORY or view.words[max(0, at - 3) : at - 1] == ["storing", "things"]
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
        run = view.before(at - 2) in ("it", "them") and view.before(at - 3) in ("run", "running", "try", "test")
        safe = run or view.before(at - 2) in _PROGRAMS
        return _instead(view, at - 2, "in", "on", safe=safe) if owned else None
    first = at - 1
    while view.before(first) in _MANY and first > at - 3:
        first -= 1
    many = view.word(first) in _MANY and view.tags_of(view.before(first - 1)) & NOUN == 0
    before = view.before(first - 1)
    safe = before in _HAPPENING or (word in ("situations", "circumstances") and not before)
    return _instead(view, first - 1, "on", "in", safe=safe) if many and view.before(first - 1) not in _ON else None


def _on_day(view: View, at: int) -> Fix | None:
    """Return the fix of “in” before a day; one may work in the product that is called Monday."""
    timed = view.next(at) in _TIMES and ends_at(view, at + 1)
    if view.joined(at + 1) and not view.tags(at + 1) & _SMALL_WORD and not timed:
        return None
    if view.before(at) in _WHICH_DAY and view.word(at - 2) == "the":
        return _instead(view, at - 3, "in", "on")
    return _instead(view, at - 1, "in", "on", safe=view.words[at] != "monday" or timed)


_HAPPENING = frozenset(
    "used found seen defined declared stored appear appears appeared happen happens happened occur occurs "  # noqa: SIM905
    "occurred useful needed called mentioned duplicated repeated implemented documented".split()
)
"""What is in a place, and hardly on one."""

_ON = frozenset(
    "depend depends depending based rely relies relying focus focuses focusing bet agreed work "  # noqa: SIM905
    "works working".split()
)


def _instead(view: View, at: int, old: str, new: str, *, safe: bool = True) -> Fix | None:
    if view.word(at) != old or not is_row(view, at, at + 1):
        return None
    safety = Safety.SAFE if safe else Safety.SUGGEST
    return rephrased(view, at, at, new, f"It is “{new}” here, not “{old}”.", safety)


_OWNERS = frozenset("your my our their his her".split())  # noqa: SIM905


@on("own")
def on_your_own(view: View, at: int) -> Fix | None:
    """Write “on your own” for “by your own”: one is alone by oneself, but on one's own.

    Bad: Try things by your own.
    Good: Try things on your own.

    Fine: Replaced by your own, by your own functions, on your own. Don't judge their code by your own.
    """
    by = view.word(at - 2) == "by" and view.before(at) in _OWNERS and is_row(view, at - 2, at)
    if not by or view.joined(at + 1) or view.tags_of(view.before(at - 2)) & _DONE:
        return None
    why = "One does it by oneself, or on one's own."
    earlier = view.words[max(0, at - 6) : at - 2]
    safe = not _TRYING.isdisjoint(earlier) and "by" not in view.words[max(0, at - 14) : at - 2]
    safety = Safety.SAFE if safe else Safety.SUGGEST
    return rephrased(view, at - 2, at, f"on {view.words[at - 1]} own", why, safety)


_DONE = VBN
_TRYING = frozenset(
    "try trying do doing learn learning explore exploring solve solving install installing run running figure "  # noqa: SIM905
    "find".split()
)
"""What one does on one's own; one judges, compares and sets things by one's own."""


RULES: tuple[Rule, ...] = (place_and_time, on_your_own)
