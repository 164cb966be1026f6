"""Little verbs and what looks like them: were and where, is and it, has and as, may and many.

Frames as in `realword_particles`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_place import (
    BE,
    CONDITIONS,
    DETERMINERS,
    DO,
    MODALS,
    PREPOSITIONS,
    SUBJECTS,
    Place,
    can_be,
    is_only,
    is_verb,
    sits,
)

if TYPE_CHECKING:
    from rlfix.checks.spelling.realword_place import Frame


def where(place: Place) -> str:
    """Find: if you where able to; there where two."""
    before, after = place.before, place.after
    if before in {"you", "they", "we"}:
        if place.before2 in {"if", "though"} and after == "to":
            return "were"
        doing = can_be(after, "VBG") or after in {"not", "able", "already", "still", "also", "never", "unable"}
        starts = place.before2 in CONDITIONS | {"", "that", "as"}
        return "were" if doing and starts else ""
    if before == "there":
        return "were" if after in _COUNTS or is_only(after, "NNS") else ""
    known = is_only(after, "VBN", "VBD") and can_be(before, "NNS") and sits(before, "were") and sits("were", after)
    return "were" if known and not sits(before, "where") and not sits("where", after) else ""


_COUNTS = frozenset({"no", "two", "three", "some", "many", "several", "few", "also", "not"})
_PLACES = frozenset({"place", "case", "situation", "directory", "folder", "location", "syntax"})


def were(place: Place) -> str:
    """Find: the place were you are; here's were it goes."""
    before, after, after2 = place.before, place.after, place.after2
    if before in {"here's", "that's"}:
        return "where"
    if after in SUBJECTS and before and (after2 in MODALS | BE | DO or is_only(after2, "VB", "VBZ", "VBD")):
        return "where"
    if before in _PLACES and after in DETERMINERS | SUBJECTS:
        return "where" if {"if", "and", "or", "though", "wish"}.isdisjoint(place.earlier) else ""
    return ""


def is_(place: Place) -> str:
    """Find: check that is has one; to make is easy; on is own; is order to."""
    before, after = place.before, place.after
    if after == "has":
        return "it" if before in CONDITIONS | {"that", "whether", "before"} else ""
    if after == "own":
        return "its" if before in PREPOSITIONS else ""
    if after in _FIXED and place.after2 == _FIXED[after]:
        return "in"
    making = before in {"make", "makes", "making"} and place.before2 in MODALS | {"to", "and", "which", "that"}
    return "it" if making and after in {"easy", "easier", "hard", "harder", "possible", "simple", "clear"} else ""


_FIXED = {"order": "to", "addition": "to", "accordance": "with", "conjunction": "with"}
"""What stands after `in`, always in these phrases."""


def it(place: Place) -> str:
    """Find: it the meantime; it order to; It you want; on it own; There it no."""
    before, after, after2 = place.before, place.after, place.after2
    if after == "the":
        return "in" if after2 in {"meantime", "meanwhile"} else ""
    if after in _FIXED:
        return "in" if after2 == _FIXED[after] else ""
    if after == "own":
        return "its" if before in PREPOSITIONS else ""
    if after == "you" and place.starts_sentence:
        return "if" if after2 in MODALS | BE or is_verb(after2) else ""
    return "is" if before == "there" and after in {"no", "a", "an", "also", "currently", "not", "one"} else ""


def as_(place: Place) -> str:
    """Find: which as an effect; it as been."""
    before, after = place.before, place.after
    if after == "been":
        return "has" if before else ""
    if before in {"which", "he", "she"} and after in {"a", "an", "no"}:
        return "" if place.after2 in {"result", "consequence", "whole", "rule", "side", "user", "matter"} else "has"
    return ""


def many(place: Place) -> str:
    """Find: the value many also be; you many use it."""
    before, after = place.before, place.after
    if before in {"", "so", "too", "as", "how", "not", "the", "of", "these", "that", "many", "very", "are", "for"}:
        return ""
    if after in {"be", "not", "have"} or (after == "also" and place.after2 in {"be", "have", "use"}):
        return "may"
    return "may" if before in SUBJECTS - {"i"} and is_only(after, "VB", "RB") else ""


VERBS: dict[str, Frame] = {"where": where, "were": were, "is": is_, "it": it, "as": as_, "many": many}
