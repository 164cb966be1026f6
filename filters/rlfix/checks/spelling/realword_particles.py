"""The smallest words in the place of others: form and from, than and then, an and and, of and or, to and too.

A frame is a function from the place of a word to the word that is meant there, or to the empty string when
the word may stand. A question mark after the word says that it is only a suggestion. A frame asks for
neighbours that the written word cannot have and the meant one often has; where English allows the
written word at all, it says nothing.
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
    is_comparative,
    is_noun,
    is_only,
    is_verb,
    sits,
)
from rlfix.text import OPAQUE

if TYPE_CHECKING:
    from rlfix.checks.spelling.realword_place import Frame

_OBJECTS = DETERMINERS | {OPAQUE}


def form(place: Place) -> str:
    """Find: different form the old; imported form `os`, not form `sys`; is form the list."""
    before, after = place.before, place.after
    if after in {"now", "here", "there"} and place.starts_sentence:
        return "from"
    if is_only(after, "VBG") or after in {"having", "being", "doing"}:
        return "from" if is_noun(before) else ""
    if after not in _OBJECTS - {"that"} or before in DETERMINERS:
        return ""
    if before == "not" and after == OPAQUE:
        return "" if place.before2 else "from"
    return "from" if before in _SOURCES | BE or _cannot_form(before) else ""


def _cannot_form(word: str) -> bool:
    """Tell whether no `form` follows a word: a participle, or the name of one thing (which forms)."""
    is_past = is_only(word, "VBN", "VBD", "JJ") and word.endswith("ed")
    is_singular = is_noun(word) and not word.endswith("s") and word not in _MANY
    return (is_past or is_singular) and not sits(word, "form")


_MANY = frozenset({"people", "children", "men", "women", "data", "media", "criteria", "pair", "two", "family", "team"})
"""Plurals without an -s, and groups: they form something."""


_SOURCES = frozenset(
    {"far", "away", "apart", "directly", "different", "free", "back", "differ", "differs", "sample", "samples",
     "sampling", "draw", "draws", "drawn", "drawing", "load", "loading", "import", "importing", "fetch", "fetching",
     "copy", "copying", "start", "starts", "starting", "range", "ranges", "ranging", "come", "comes", "coming", "came",
     "taken", "derive", "learn", "learning", "remove", "removing"}
)  # fmt: skip


def from_(place: Place) -> str:
    """Find: in the from of a list."""
    return "form" if place.after == "of" and place.before in {"the", "a", "this", "same"} else ""


def then(place: Place) -> str:
    """Find: larger then the other; more often then not; from then numbering; allow then to run."""
    before, after = place.before, place.after
    if before in {"of", "in", "for", "with", "by", "into", "at", "from"} and is_only(after, "NN", "NNS", "JJ", "VBG"):
        return "the" if sits("the", after) and not sits("then", after) else ""
    if after == "to" and before in {"allow", "allows", "enable", "enables", "help", "force", "want", "tell", "ask"}:
        return "them"
    return "than" if _is_compared(place) else ""


def _is_compared(place: Place) -> bool:
    """Tell whether the words before a `then` ask for a `than`, and nothing asks for a `then`."""
    before, more = place.before, place.before2
    if before == "rather" or (is_comparative(before) and (_is_number(place.after) or place.after2 == "equal")):
        return place.after not in SUBJECTS
    if place.after in {"necessary", "needed", "expected", "required", "usual", "average", "others", "normal"}:
        return is_comparative(before) or is_comparative(more)
    graded = is_comparative(before) and before != "later"
    if not graded and not (is_comparative(more) and more != "other" and is_only(before, "JJ", "RB", "NNS", "NN")):
        return False
    return place.after != "" and not _is_new_clause(place) and _AWAIT_THEN.isdisjoint(place.earlier)


def _is_number(word: str) -> bool:
    return word.isdigit() or (can_be(word, "CD") and word != "one")


_AWAIT_THEN = frozenset({"if", "when", "once", "whenever", "first", "until"})
"""What a `then` may belong to."""


def _is_new_clause(place: Place) -> bool:
    """Tell whether what follows a `then` may start a clause: then run it, then you run it."""
    if place.after in SUBJECTS:
        return place.before != "often"
    return is_verb(place.after) and place.after not in {"one", "single", "any", "that"}


def than(place: Place) -> str:
    """Find: and than run it; if it fails, than run it again."""
    earlier = place.earlier
    if (place.before in {"and", *MODALS} and place.after) or (place.follows_comma and place.after in SUBJECTS):
        return "" if any(map(is_comparative, earlier)) or "else" in earlier else "then"
    conditional = place.follows_comma and earlier and earlier[0] in CONDITIONS
    return "then" if conditional and not any(map(_is_graded, earlier)) else ""


def _is_graded(word: str) -> bool:
    return is_comparative(word) or word.endswith("er") or word in {"different", "else", "differently"}


def that(place: Place) -> str:
    """Find: more that 5; rather that doing it."""
    before, after = place.before, place.after
    if before in {"more", "less", "greater", "larger", "smaller", "higher", "lower", "longer", "fewer"}:
        return "than" if after.isdigit() or (can_be(after, "CD") and after != "one") else ""
    return "than" if before == "rather" and can_be(after, "VBG") else ""


_OF_WORDS = frozenset(
    {"consist", "consists", "consisting", "consisted", "instead", "lots", "bunch", "plenty", "couple", "capable",
     "because"}
)  # fmt: skip


_WHOLES = frozenset({"both", "all", "some", "many", "most", "each", "none"})


_MATTERS = frozenset({"example", "idea", "overview", "explanation", "description", "understanding"})


def or_(place: Place) -> str:
    """Find: in charge or it; instead or this; one or the most; some or them; an idea or how; on or own terms."""
    before, after = place.before, place.after
    if before in {"charge", "terms", "favor", "spite"} and place.before2 == "in":
        ends = after in {"it", "them"} and Place(place.text, place.index + 1).ends_clause
        return "of" if ends or after in _OBJECTS or can_be(after, "VBG") else ""
    if before in _OF_WORDS:
        return "of" if after in _OBJECTS or is_only(after, "VBG", "NNS") else ""
    if before == "there":
        return "are" if after in {"many", "two", "three", "several", "no", "some"} else ""
    if after == "own":
        return "our" if before in PREPOSITIONS else ""
    is_part = before in _WHOLES and after in {"which", "them", "these", "us"}
    is_best = before in {"one", "some"} and after == "the" and place.after2 == "most"
    return "of" if is_part or is_best or (before in _MATTERS and after in {"how", "what"}) else ""


def of(place: Place) -> str:
    """Find: one of more; whether of not; ..., of if you want; on of off."""
    before, after = place.before, place.after
    if after == "more":
        return "or" if before in {"one", "two", "three"} and can_be(place.after2, "NNS") else ""
    if after in {"if", "when", "unless"}:
        return "or" if place.follows_comma else ""
    return "or" if (before, after) in _EITHER else ""


_EITHER = frozenset({("whether", "not"), ("on", "off"), ("more", "less"), ("true", "false"), ("yes", "no")})


_GRADED = frozenset(
    {"big", "small", "large", "long", "short", "slow", "high", "fast", "late", "early", "difficult", "hard", "complex",
     "low", "expensive", "easy", "many", "much", "few", "deep", "wide", "restrictive", "broad", "strict", "general",
     "specific"}
)  # fmt: skip


def to(place: Place) -> str:
    """Find: to to this; into to parts; is to large; how to we know; they to not."""
    before, after = place.before, place.after
    if before == "to" and after in {"this", "that", "so", "it"}:
        return "do"
    if before == "into":
        return "two" if can_be(after, "NNS") else ""
    if before in MODALS | NEGATED:
        return "do" if after in {"it", "so", "this"} else ""
    if (before in {"how", "why"} and after in {"we", "you", "i", "they"}) or (
        before in {"we", "they"} and after == "not"
    ):
        return "do"
    return "too" if after in _GRADED and _is_excess(place) else ""


def _is_excess(place: Place) -> bool:
    if place.before not in BE | {"far", "way", "becomes", "become", "gets", "get", "takes"}:
        return False
    return place.after2 in {"", "to", "for", "and", "or"} or place.after in {"many", "much", "few"}


def no(place: Place) -> str:
    """Find: does no exist; should no be; is no used in it; and so no."""
    before, after = place.before, place.after
    if before == "so":
        return "on" if place.before2 == "and" and place.ends_clause else ""
    if before in DO | MODALS:
        is_adverb = is_only(after, "RB") and after not in {"longer", "more", "less", "better", "worse"}
        bare = place.ends_clause or after in {"be", "have", "do"}
        return "not" if bare or is_only(after, "VB") or is_adverb else ""
    if after == "only" or (before in BE | {"it's", "that's"} and after in {"a", "the"}):
        return "not" if before and place.after2 not in {"priori", "posteriori"} else ""
    if before in {"is", "are", "was", "were", "be", "has", "have", "had"} and is_only(after, "VBN", "VBD"):
        return "not" if place.after2 in PREPOSITIONS or Place(place.text, place.index + 1).ends_clause else ""
    return "know" if before in {"don't", "didn't"} and after in {"what", "how", "if", "why", "whether", "that"} else ""


def by(place: Place) -> str:
    """Find: it can by used; it must by set."""
    after = place.after
    if place.before not in MODALS | {"to"} or not sits("be", after):
        return ""
    if is_only(after, "JJ"):
        return "be" if place.after2 in PREPOSITIONS | {"and", "or", "if", "that"} else ""
    if not can_be(after, "VBN"):
        return ""
    return "be" if after in {"set", "used"} or (place.after2 and not can_be(after, "JJ", "VBG")) else ""


def be(place: Place) -> str:
    """Find: is used be the agent."""
    passive = place.after in DETERMINERS and is_only(place.before, "VBN", "VBD", "JJ") and place.before2 in BE
    return "by" if passive else ""


def on(place: Place) -> str:
    """Find: on of the reasons; this is on of these."""
    if place.after != "of" or place.after2 not in {
        "the",
        "these",
        "those",
        "our",
        "your",
        "its",
        "my",
        "their",
        "many",
    }:
        return ""
    before = place.before
    return "one" if before in _BEFORE_ONE or (before == "" and place.starts_sentence) else ""


_BEFORE_ONE = frozenset(
    {"is", "as", "by", "in", "to", "with", "use", "using", "if", "was", "for", "be", "only", "at", "from", "just",
     "which"}
)  # fmt: skip


PARTICLES: dict[str, Frame] = {
    "form": form, "from": from_, "then": then, "than": than, "that": that, "or": or_,
    "of": of, "to": to, "no": no, "by": by, "be": be, "on": on,
}  # fmt: skip
