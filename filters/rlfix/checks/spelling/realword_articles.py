"""The article *an* and what looks like it: and, an, am, can.

Frames as in `realword_particles`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_place import (
    BE,
    CONDITIONS,
    DETERMINERS,
    Place,
    can_be,
    is_noun,
    is_only,
    is_verb,
    sits,
)

if TYPE_CHECKING:
    from rlfix.checks.spelling.realword_place import Frame


def an(place: Place) -> str:
    """Find: one an the other; you an use it; the options an a filter."""
    before, after = place.before, place.after
    if after == "be" or (
        is_only(after, "VB") and is_noun(before) and place.after2 in DETERMINERS and not sits("a", after)
    ):
        return "can" if before else ""
    if after in {"the", "this", "these", "those", "your", "then", "my", "its", "their", "our"}:
        return "and" if before else ""
    if after == "also" or before in {"you", "we", "they"}:
        return "can" if _lacks_verb(place) else ""
    if after == "any":
        return "and" if place.after2 == "of" else ""
    if after == "a":
        plural = is_only(before, "NNS") or (can_be(before, "NNS") and place.before2 in DETERMINERS)
        return "and" if plural and _is_small(place.index + 1, place) else ""
    spoken_of = before in {"or", "and", "versus", "vs"}  # a or an
    return _before_consonant(place) if after[:1] in _CONSONANTS and not spoken_of else ""


def _before_consonant(place: Place) -> str:
    """Return what `an` may be where even `a` does not fit: `can` before a verb, `and` between two nouns."""
    before, after = place.before, place.after
    if is_only(after, "VB"):
        return "can" if (is_noun(before) or before in {"which", "this"}) and not sits("a", after) else ""
    if before in _OPEN | BE or ((after.endswith("s") or can_be(after, "RB")) and can_be(before, "VB", "DT", "RB")):
        return ""
    return "and" if _joins(before, after) else ""


def _lacks_verb(place: Place) -> bool:
    """Tell whether a verb is missing: you an use it, it an also be; not: gives you an update."""
    if place.after == "also":
        return place.before != "" and is_verb(place.after2)
    return is_verb(place.after) and place.before2 in _CLAUSE_STARTS


_CLAUSE_STARTS = CONDITIONS | {"", "that", "and", "so", "which", "then", "where", "how"}


def _joins(before: str, after: str) -> bool:
    """Tell whether `and` goes between two words far better than `a`, which goes before a consonant as well."""
    left, right = sits(before, "and"), sits("and", after)
    return min(left, right) > 0 and left + right >= sits(before, "a") + sits("a", after) + 40


_CONSONANTS = frozenset("bcdfgjklmnpqrstvwyz")


def _is_small(index: int, place: Place) -> bool:
    """Tell whether the word numbered `index` starts with a small letter: `a`, not the name A."""
    return place.text.string[place.text.tokens.starts[index]].islower()


_OPEN = frozenset(
    {"in", "of", "for", "with", "from", "by", "as", "on", "at", "to", "into", "such", "without", "whether", "like",
     "than", "via", "provide", "return"}
)  # fmt: skip


def and_(place: Place) -> str:
    """Find: in and archive; such and organization; whether and environment."""
    before, after = place.before, place.after
    if after[:1] not in _VOWELS or after.endswith("s") or not before:
        return ""
    if before not in _OPEN:
        return "an" if is_noun(after) and sits("an", after) and _wants_article(before) else ""
    known = is_only(after, "NN", "NNS", "JJ") or (
        before in {"in", "whether"} and is_only(after, "NN", "NNS", "VB", "JJ")
    )
    return "an" if known and not after.startswith(("one", "once", "eu")) and sits("an", after) else ""


def _wants_article(word: str) -> bool:
    """Tell whether `an` stands after a word, and `and` hardly ever."""
    return sits(word, "an") > 0 and (not sits(word, "and") or word in {"is", "define", "here's", "create"})


_VOWELS = frozenset("aeio")


def am(place: Place) -> str:
    """Find: once you have am access token."""
    before, after = place.before, place.after
    if before in {"", "i", "me", "who", "where", "what", "as", "why", "how", "or", "and"} or not before.isalpha():
        return ""
    fits = len(after) > 1 and after[0] in _VOWELS and can_be(after, "NN", "JJ") and sits("an", after)
    return "an" if fits and not sits("am", after) else ""


ARTICLE_LIKE: dict[str, Frame] = {"an": an, "and": and_, "am": am}
