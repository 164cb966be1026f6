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
    sits,
)
from rlfix.text import OPAQUE

if TYPE_CHECKING:
    from rlfix.checks.spelling.realword_place import Frame

_EASY = frozenset(
    {"possible", "impossible", "important", "easy", "easier", "hard", "harder", "better", "necessary", "unlikely",
     "recommended", "worth", "useful", "helpful", "common", "advisable"}
)  # fmt: skip


def its(place: Place) -> str:
    """Find: its a mess; its not done; its easy to see; the rules its understands."""
    before, after = place.before, place.after
    if before in PREPOSITIONS or (after == "a" and not place.after2):
        return ""
    if after in {"a", "an", "been"}:
        return "it's"
    if after == "not" and place.after2:
        return "it's" if _may_start_clause(place) else "it's?"
    if after in _EASY and place.after2 in {"to", "that"}:
        return "it's" if _may_start_clause(place) and _ends_predicate(place) else "it's?"
    known = before and is_only(after, "VBZ") and not sits("its", after)
    return "it" if known and _is_regular(after) else ""


def _may_start_clause(place: Place) -> bool:
    """Tell whether a clause can start with the word, and what it may own is no object: not “I love its”."""
    return not place.before or place.before in _CLAUSE_STARTS | _SAYING | {"but", "though", "although", "whether"}


_SAYING = frozenset(
    {"think", "thinks", "thought", "know", "knows", "say", "says", "said", "believe", "guess", "sure", "hope",
     "suppose", "assume", "means", "seems", "feels", "now", "sometimes", "often", "usually", "generally"}
)  # fmt: skip


def _ends_predicate(place: Place) -> bool:
    """Tell whether no noun can follow to which it all belongs: its easy to use interface."""
    if place.after2 == "that":
        return True
    verb = Place(place.text, place.index + 3)
    if not verb.after:
        return verb.ends_clause and place.text.string[verb.end : verb.end + 1] != ","
    return verb.after in DETERMINERS | SUBJECTS | {"them", "us", "me", "him", "what", "how", "why"}


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
        certain = (is_noun(after) or sits("its", after)) and not _follows_adverb(place)
        return "its" if certain else "its?"
    if after == OPAQUE and not _follows_adverb(place):
        return "its" if before in {"in", "of", "from", "with", "by", "on", "to"} else ""
    if is_noun(after) and place.after2 in {"is", "are", "was", "were", "has", "will", "can"}:
        return "its"
    governed = before in {"has", "have", "had", "lost", "change", "changes"} and is_noun(after)
    return ("its" if _WHEN.isdisjoint(place.earlier) else "its?") if governed else ""


def _follows_adverb(place: Place) -> bool:
    """Tell whether the word before is no preposition: from there on it's, inside it's, to begin with it's."""
    if place.before in _PLACES and not place.before2:
        return True
    if place.before in _PARTICLES and not _WHEN.isdisjoint(place.earlier):
        return True
    return place.before in _PARTICLES and place.before2 in _BEFORE_PARTICLES


_PLACES = frozenset({"inside", "on", "under", "through", "within", "across", "over"})
_PARTICLES = _PLACES | {"in", "by", "with", "to", "for"}
_BEFORE_PARTICLES = frozenset(
    {"then", "there", "here", "now", "early", "later", "further", "deep", "down", "up", "far", "way", "back", "out",
     "come", "hold", "hang", "go", "read", "log", "carry", "move", "begin", "start", "once"}
)  # fmt: skip
_WHEN = CONDITIONS | {"what", "where", "whoever", "as", "whatever"}


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
    if _is_predicate(place):
        return "you"
    if after in {"not", "a", "the", "gonna"} or (after == "going" and place.after2 == "to"):
        return "you're" if before in _CLAUSE_STARTS or place.starts_sentence else "you're?"
    if after in {"using", "trying", "looking", "having", "doing"} and place.after2 in DETERMINERS | {"to", "at", "for"}:
        return "you're" if before in _CLAUSE_STARTS else "you're?"
    return "you" if before in PREPOSITIONS and place.ends_clause else ""


def _is_predicate(place: Place) -> bool:
    """Tell whether a verb follows that no owner can have: your see a list, your can think, your will see."""
    after, after2 = place.after, place.after2
    if after in {"can", "will"}:
        return is_only(after2, "VB") and after2 != "be"
    is_thing = sits("your", after) or sits("the", after) or sits("a", after)
    return is_only(after, "VB") and not is_thing and after2 in DETERMINERS | {"to", OPAQUE}


def you(place: Place) -> str:
    """Find: in you code; on you own; only you creativity is the limit."""
    before, after = place.before, place.after
    if before in {"only", "that", "if", "because"} and place.after2 in {"is", "was", "has", "must"}:
        return "your" if can_be(after, "NN") and not can_be(after, "MD", "JJ", "RB") and _is_owned(after) else ""
    if before not in PREPOSITIONS or not after:
        return "your" if is_noun(after) and _is_owned(after) and not _takes_two(place) else ""
    if after == "own":
        return "your"
    if after == "home":
        return "your" if place.after2 in {"directory", "folder", "page"} else ""
    counted = before == "of" and place.before2 in {"many", "most", "some", "those", "all", "both", "any", "few", "one"}
    return "your" if not counted and _is_thing(after) and _is_owned(after) else ""


def _is_thing(word: str) -> bool:
    small = can_be(word, "VBG", "RB", "IN", "MD", "DT", "WH", "PRP")
    return can_be(word, "NN", "NNS") and not small and word not in _PEOPLE


_PEOPLE = frozenset({"users", "guys", "people", "folks", "developers", "students", "readers", "admins", "all"})


_AS_VERBS = frozenset(
    {"setup", "backup", "login", "checkout", "breath", "lookup", "cleanup", "shutdown", "signup", "world", "word"}
)  # fmt: skip
"""Nouns that people write for verbs: when you setup a list."""


_GIVING = frozenset(
    {"give", "gives", "given", "gave", "giving", "show", "shows", "showing", "tell", "tells", "teach", "teaches",
     "send", "sends", "offer", "offers", "get", "gets", "getting", "make", "makes", "making", "call", "calls", "grant",
     "grants", "buy", "bring", "brings", "save", "saves", "saving", "cost", "costs", "pay", "leave", "leaves", "hand",
     "hands", "find", "keep", "keeps", "provide", "provides", "deny", "cause", "earn", "earns", "lend", "promise",
     "assign", "wish", "thank", "handing", "offering", "ask", "asks", "asking", "lets", "let", "of", "between", "as"}
)  # fmt: skip
"""Words after which `you` and a noun may stand side by side: give you access."""


def _takes_two(place: Place) -> bool:
    if place.after in _AS_VERBS | _PEOPLE or not place.before:
        return True
    return place.before in _GIVING | MODALS | NEGATED | DO | BE or place.after2 in {"", "and", "or"}


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
    if place.ends_clause or after in {"is", "are", "was", "were", "isn't", "aren't", "wasn't", "exists", "when"}:
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
        return "they" if is_only(place.after2, "VB", "RB") else ""
    if place.after not in {"are", "were", "have", "aren't", "don't"} or not place.after2:
        return ""
    known = place.before in CONDITIONS | {"that", "and", "where", "which", "what", "how", "so", "though", "but"}
    return "they" if known or place.starts_sentence else ""


PRONOUNS: dict[str, Frame] = {
    "its": its, "it's": its_contracted, "your": your, "you": you, "you're": you_are, "their": their, "there": there,
    "they": they, "the": the,
}  # fmt: skip
