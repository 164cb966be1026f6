"""Pronouns in the place of others: its and it's, your and you're, there and their, where and were.

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
    NEGATED,
    PREPOSITIONS,
    SUBJECTS,
    Place,
    can_be,
    is_noun,
    is_only,
    is_verb,
    sits,
)
from rlfix.text import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Callable

    Frame = Callable[[Place], str]

_EASY = frozenset(
    {"possible", "impossible", "important", "easy", "easier", "hard", "harder", "better", "necessary", "unlikely",
     "recommended", "worth", "useful", "helpful", "common", "advisable"}
)  # fmt: skip


def its(place: Place) -> str:
    """Find: its a mess; its not done; its easy to see; the rules its understands."""
    before, after = place.before, place.after
    if before in PREPOSITIONS or (after == "a" and not place.after2):
        return ""
    if after in {"a", "an", "been"} or (after == "not" and place.after2):
        return "it's"
    if after in _EASY and place.after2 in {"to", "that"}:
        return "it's"
    known = before and is_only(after, "VBZ") and not sits("its", after)
    return "it" if known and _is_regular(after) else ""


def _is_regular(word: str) -> bool:
    """Tell whether a verb in -s has a base that is no noun, so that it is no plural: understands, not templates."""
    bases = (word.removesuffix("s"), word.removesuffix("es"))
    return any(is_only(base, "VB") and not sits("the", base) and not sits("a", base) for base in bases)


_AFTER_IS = frozenset(
    {"time", "fun", "work", "magic", "art", "code", "worth", "okay", "ok", "business", "day", "people"}
)


def its_contracted(place: Place) -> str:
    """Find: it's own; of it's value; it's name is given."""
    before, after = place.before, place.after
    if after == "own":
        return "its"
    if after in _AFTER_IS or before == "what":
        return ""
    if before in PREPOSITIONS and is_only(after, "NN", "NNS", "JJ", "VB"):
        return "its" if is_noun(after) or sits("its", after) else "its?"
    if after == OPAQUE:
        return "its" if before in {"in", "of", "from", "with", "by", "on", "to"} else ""
    if is_noun(after) and place.after2 in {"is", "are", "was", "were", "has", "will", "can"}:
        return "its"
    return "its" if before in {"has", "have", "had", "lost", "change", "changes"} and is_noun(after) else ""


_CLAUSE_STARTS = CONDITIONS | {
    "that",
    "perhaps",
    "maybe",
    "where",
    "what",
    "which",
    "as",
    "so",
    "then",
    "how",
    "and",
    "or",
}
_BEFORE_WANT = _CLAUSE_STARTS - {"and", "or", "that"} | {"that"}


def your(place: Place) -> str:
    """Find: if your want to; when your are done; if your not alone; for your."""
    before, after = place.before, place.after
    if after in {"are", "have", "should", "would", "could", "can't", "cannot", "must"} | NEGATED:
        return "you"
    if after in {"want", "need", "may", "can", "might"} and before in _BEFORE_WANT and place.after2:
        return "you"
    if after in {"not", "a", "the", "gonna"} or (after == "going" and place.after2 == "to"):
        return "you're" if before in _CLAUSE_STARTS or place.starts_sentence else "you're?"
    if after in {"using", "trying", "looking", "having", "doing"} and place.after2 in DETERMINERS | {"to", "at", "for"}:
        return "you're" if before in _CLAUSE_STARTS else "you're?"
    return "you" if before in PREPOSITIONS and place.ends_clause else ""


def you(place: Place) -> str:
    """Find: in you code; on you own; only you creativity is the limit."""
    before, after = place.before, place.after
    if before in {"only", "that", "if", "because"} and place.after2 in {"is", "was", "has", "must"}:
        return "your" if can_be(after, "NN") and not can_be(after, "MD", "JJ", "RB") and _is_owned(after) else ""
    if before in _DONE_TO:
        return "your" if is_noun(after) and _is_owned(after) and after not in _PEOPLE else ""
    if before not in PREPOSITIONS or not after:
        return ""
    if after == "own":
        return "your"
    if after == "home":
        return "your" if place.after2 in {"directory", "folder", "page"} else ""
    return "your" if _is_thing(after) and _is_owned(after) else ""


def _is_thing(word: str) -> bool:
    small = can_be(word, "VBG", "RB", "IN", "MD", "DT", "WH", "PRP")
    return can_be(word, "NN", "NNS") and not small and word not in _PEOPLE


_PEOPLE = frozenset({"users", "guys", "people", "folks", "developers", "students", "readers", "admins", "all"})
_DONE_TO = frozenset(
    {"copy", "share", "watch", "type", "update", "edit", "open", "run", "check", "load", "train", "test", "add", "build",
     "change", "configure", "create", "define", "write", "upload", "install", "replace", "visualize", "review", "improve",
     "enter", "store", "delete", "rename", "export", "publish", "deploy", "modify", "submit", "push", "commit", "start",
     "restart", "using", "running", "building", "training", "testing", "editing", "writing", "changing", "updating"}
)  # fmt: skip
"""Verbs that are done to things, and take one object."""


def _is_owned(word: str) -> bool:
    return not sits("you", word) and sits("your", word) > 0


def you_are(place: Place) -> str:
    """Find: you're own; in you're code."""
    after = place.after
    if after == "own" and place.after2:
        return "your"
    is_thing = can_be(after, "NN", "NNS") and not can_be(after, "VBG", "JJ", "RB", "IN")
    return "your" if place.before in PREPOSITIONS and is_thing and sits("your", after) else ""


def their(place: Place) -> str:
    """Find: their is one; their are two; their not ready."""
    after, after2 = place.after, place.after2
    if after in {"is", "are", "was", "were", "isn't", "aren't", "wasn't", "exists"}:
        return "there"
    if after in {"will", "would", "may", "might", "could", "should", "must", "can"} and after2 == "be":
        return "there"
    return "they're" if after in {"not", "gonna"} or (after == "going" and after2 == "to") else ""


def there(place: Place) -> str:
    """Find: on there own; of there users; there where two."""
    before, after = place.before, place.after
    if after == "own":
        return "their" if before in PREPOSITIONS | {"have", "has", "had", "write", "build", "create", "use"} else ""
    fits = before in PREPOSITIONS - {"from", "over", "in"} and is_noun(after)
    return "their" if fits and sits("their", after) and not sits("there", after) else ""


def they(place: Place) -> str:
    """Find: they policy is trained."""
    after = place.after
    known = place.after2 in {"is", "of", "was", "has", "in", "for"} and is_noun(after)
    return "the" if known and sits("the", after) and not sits("they", after) else ""


def the(place: Place) -> str:
    """Find: the are made: said of what stands before."""
    if place.after in {"would", "should", "could", "might", "cannot"}:
        return "they" if place.after2 == "be" or is_only(place.after2, "VB", "RB") else ""
    if place.after not in {"are", "were", "have", "aren't", "don't"} or not place.after2:
        return ""
    known = place.before in CONDITIONS | {"that", "and", "where", "which", "what", "how", "so", "though", "but"}
    return "they" if known or place.starts_sentence else ""


def where(place: Place) -> str:
    """Find: if you where able to; there where two."""
    before, after = place.before, place.after
    if before in {"you", "they", "we"}:
        doing = can_be(after, "VBG") or after in {"not", "able", "already", "still", "also", "never", "unable"}
        starts = place.before2 in CONDITIONS | {"", "that", "as"}
        return "were" if doing and starts else ""
    if before == "there":
        return "were" if after in {"no", "two", "three", "some", "many", "several", "few", "also", "not"} else ""
    known = is_only(after, "VBN", "VBD") and can_be(before, "NNS") and sits(before, "were") and sits("were", after)
    return "were" if known and not sits(before, "where") and not sits("where", after) else ""


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
    return "is" if before == "there" and after in {"no", "a", "an"} else ""


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


PRONOUNS: dict[str, Frame] = {
    "its": its, "it's": its_contracted, "your": your, "you": you, "you're": you_are, "their": their, "there": there,
    "they": they, "the": the, "where": where, "were": were, "is": is_, "it": it, "as": as_, "many": many,
}  # fmt: skip
