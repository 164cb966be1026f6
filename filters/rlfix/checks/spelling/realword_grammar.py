"""Words of grammar in the place of others: than and then, its and it's, were and where, of and or, …

A frame is a function from the place of a word to the word that is meant there, or to the empty string when
the word may stand. A question mark after the word says that it is only a suggestion. A frame asks for
neighbours that the written word cannot have and the meant one often has; where English allows the
written word at all, it says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_place import (
    ARTICLES,
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
    from collections.abc import Callable

    Frame = Callable[[Place], str]

_OBJECTS = DETERMINERS | {OPAQUE}


def form(place: Place) -> str:
    """Differs form the old; imported form `os`."""
    before, after = place.before, place.after
    if after not in _OBJECTS - {"that"} or before in DETERMINERS:
        return ""
    if before == "not" and after == OPAQUE:
        return "from" if not place.before2 else ""
    if before in {"far", "away", "apart", "directly", "different", "apart", "free", "else", "only", "data", "back"}:
        return "from"
    if is_only(before, "VBN", "VBD", "JJ") and before.endswith("ed") and not sits(before, "form"):
        return "from"
    return "from" if is_noun(before) and not before.endswith("s") and not sits(before, "form") else ""


def _is_far(place: Place, meant: str) -> bool:
    """Tell whether the word and the one before it are never neighbours, and `meant` would be one."""
    return not sits(place.before, place.word) and sits(place.before, meant) > 0


def from_(place: Place) -> str:
    """In the from of a list."""
    return "form" if place.after == "of" and place.before in {"the", "a", "this", "same"} else ""


def then(place: Place) -> str:
    """Larger then the other; more often then not; of then next."""
    before, after = place.before, place.after
    if before in {"of", "in", "for", "with", "by", "into", "at", "from"} and is_only(after, "NN", "NNS", "JJ", "VBG"):
        return "the" if sits("the", after) and not sits("then", after) else ""
    more = place.before2
    graded = is_comparative(before) or is_comparative(more)
    if graded and after in {"necessary", "needed", "expected", "required", "usual", "average", "others", "normal"}:
        return "than"
    if not after or _is_new_clause(place) or not _AWAIT_THEN.isdisjoint(place.earlier):
        return ""
    if is_comparative(before) and before != "later":
        return "than"
    return "than" if is_comparative(more) and more != "other" and is_only(before, "JJ", "RB", "NNS", "NN") else ""


_AWAIT_THEN = frozenset({"if", "when", "once", "whenever", "first", "until"})
"""What a `then` may belong to."""


def _is_new_clause(place: Place) -> bool:
    """Tell whether what follows a `then` may start a clause: then run it, then you run it."""
    after = place.after
    if after in SUBJECTS:
        return place.before != "often"
    return is_verb(after) and after not in {"one", "single", "any", "that"}


def than(place: Place) -> str:
    """And than run it; If it fails, than run it again."""
    if place.before == "and" and place.after and not any(map(is_comparative, place.earlier)):
        return "then"
    earlier = place.earlier
    if place.follows_comma and earlier and earlier[0] in CONDITIONS and not any(map(_is_graded, earlier)):
        return "then"
    return ""


def _is_graded(word: str) -> bool:
    return is_comparative(word) or word.endswith("er") or word in {"different", "else", "differently"}


_EASY = frozenset(
    "possible impossible important easy easier hard harder better best necessary likely unlikely recommended worth"
    " useful helpful common advisable".split()  # noqa: SIM905
)


def its(place: Place) -> str:
    """Its a mess; its not done; the rules its understands."""
    before, after = place.before, place.after
    if before in PREPOSITIONS:
        return ""
    if after in {"a", "an", "been"} or (after == "not" and place.after2):
        return "it's"
    if after in _EASY and place.after2 in {"to", "that"}:
        return "it's"
    known = is_only(after, "VBZ") and sits("it", after) > 60 and not sits("its", after)
    return "it" if known and before else ""


_AFTER_IS = frozenset({"time", "fun", "work", "magic", "art", "code", "worth", "okay", "ok", "business", "day", "people"})


def its_contracted(place: Place) -> str:
    """It's own; of it's value; it's name is given."""
    before, after = place.before, place.after
    if after == "own":
        return "its"
    if before in PREPOSITIONS - {"like"} and (is_only(after, "NN", "NNS", "JJ", "VB") and after not in _AFTER_IS):
        return "its" if sits("its", after) else "its?"
    if is_noun(after) and after not in _AFTER_IS and place.after2 in {"is", "are", "was", "were", "has", "will", "can"}:
        return "its" if before != "what" else ""
    if before in {"has", "have", "had", "lost", "change", "changes"} and is_only(after, "NN", "NNS"):
        return "its"
    return ""


def your(place: Place) -> str:
    """If your want to; when your are done; your not alone; for your."""
    before, after = place.before, place.after
    if after in {"are", "have", "should", "would", "could", "can't", "cannot", "must"} | NEGATED:
        return "you"
    if after in {"want", "need", "may", "can", "might"} and before in _CLAUSE_STARTS and place.after2:
        return "you"
    if after in {"not", "a", "the", "gonna"} or (after == "going" and place.after2 == "to"):
        return "you're" if before in _CLAUSE_STARTS or place.starts_sentence else "you're?"
    if after in {"using", "trying", "looking", "having", "doing"} and place.after2 in DETERMINERS | {"to", "at", "for"}:
        return "you're" if before in _CLAUSE_STARTS else "you're?"
    return "you" if before in PREPOSITIONS and place.ends_clause else ""


_CLAUSE_STARTS = CONDITIONS | {"that", "perhaps", "maybe", "where", "what", "which", "as", "so", "then", "how", "and", "or"}


def you(place: Place) -> str:
    """In you code; on you own; to you home directory."""
    before, after = place.before, place.after
    if before in {"only", "that", "if", "because"} and place.after2 in {"is", "was", "has", "must"} and is_noun(after):
        return "your" if sits("your", after) and not sits("you", after) else ""
    if before not in PREPOSITIONS or not after:
        return ""
    if after == "own":
        return "your"
    if not can_be(after, "NN", "NNS") or can_be(after, "VBG", "RB", "IN", "MD", "DT", "WH", "PRP"):
        return ""
    return "your" if not sits("you", after) and sits("your", after) else ""


def you_are(place: Place) -> str:
    """You're own; in you're code."""
    after = place.after
    if after == "own" and place.after2:
        return "your"
    known = place.before in PREPOSITIONS and can_be(after, "NN", "NNS") and not can_be(after, "VBG", "JJ", "RB", "IN")
    return "your" if known and sits("your", after) > 60 else ""


def their(place: Place) -> str:
    """Their is one; their are two."""
    if place.after in {"is", "are", "was", "were"} or (place.after == "will" and place.after2 == "be"):
        return "there"
    return "they're" if place.after in {"not", "gonna"} or (place.after == "going" and place.after2 == "to") else ""


def there(place: Place) -> str:
    """There own; of there users."""
    if place.after == "own":
        return "their" if place.before in PREPOSITIONS | {"have", "has", "had", "write", "build", "create", "use"} else ""
    known = place.before in PREPOSITIONS - {"from", "over", "in"} and is_noun(place.after)
    return "their" if known and sits("their", place.after) and not sits("there", place.after) else ""


def they_are(place: Place) -> str:
    """They're own; they're is."""
    if place.after == "own" and place.after2:
        return "their"
    return "there" if place.after in {"is", "are", "was"} else ""


def they(place: Place) -> str:
    """They policy is trained."""
    after = place.after
    known = is_noun(after) and place.after2 in {"is", "of", "was", "has", "in", "for"}
    return "the" if known and sits("the", after) and not sits("they", after) else ""


def the(place: Place) -> str:
    """The are made: said of what stands before."""
    if place.after not in {"are", "were", "have", "aren't", "don't"} or place.after2 in {"", "nots"}:
        return ""
    return "they" if place.starts_sentence or place.before in {"that", "if", "because", "when", "and"} else ""


def where(place: Place) -> str:
    """If you where able to; there where two."""
    before, after = place.before, place.after
    if before in {"you", "they", "we"}:
        doing = can_be(after, "VBG") or after in {"not", "able", "already", "still", "also", "never", "unable"}
        return "were" if doing and (place.before2 in CONDITIONS | {"", "that", "as"} or place.starts_sentence) else ""
    if before == "there" and after in {"no", "two", "three", "some", "many", "several", "few", "also", "not"}:
        return "were"
    return "were?" if _is_far(place, "were") and is_only(after, "VBN", "VBD") and sits("were", after) else ""


def were(place: Place) -> str:
    """The place were you are; here's were it goes."""
    before, after, after2 = place.before, place.after, place.after2
    if before in {"here's", "that's"}:
        return "where"
    if after in SUBJECTS and before and (after2 in MODALS | BE | DO or is_only(after2, "VB", "VBZ", "VBD")):
        return "where"
    if before in {"place", "case", "situation", "directory", "folder", "location"} and not _has_if(place):
        return "where" if after in DETERMINERS | SUBJECTS else ""
    return ""


def _has_if(place: Place) -> bool:
    return not {"if", "and", "or", "though", "wish"}.isdisjoint(place.earlier)


def an(place: Place) -> str:
    """One an the other; you an use it."""
    before, after = place.before, place.after
    if after in {"the", "this", "these", "those", "your", "then", "my", "its", "their", "our"} and before:
        return "and"
    if (after == "a" and _is_lower(place, 1) and is_only(before, "NNS")) or (after == "any" and place.after2 == "of"):
        return "and"
    if before in {"you", "we", "they"} and is_verb(after):
        return "can"
    return ""


def _is_lower(place: Place, offset: int) -> bool:
    """Tell whether the word `offset` places on starts with a small letter."""
    return place.text.string[place.text.tokens.starts[place.index + offset]].islower()


_OPEN = frozenset("in of for with from by as on at to into such without whether like than via provide return".split())  # noqa: SIM905
_VOWELS = frozenset("aeio")


def and_(place: Place) -> str:
    """In and inventory; such and organization."""
    before, after = place.before, place.after
    if before not in _OPEN or after[:1] not in _VOWELS or not is_only(after, "NN", "NNS", "JJ"):
        return ""
    if after.endswith("s") or after.startswith(("one", "once", "eu")) or is_only(after, "NNS"):
        return ""
    return "an" if sits("an", after) else ""


def am(place: Place) -> str:
    """Once you have am access token."""
    if place.before in {"", "i", "me", "who", "where", "what", "as"} or not place.before.isalpha():
        return ""
    return "an" if place.after[:1] in _VOWELS and can_be(place.after, "NN", "JJ") and sits("an", place.after) else ""


_OF_VERBS = frozenset("consist consists consisting consisted instead lots bunch plenty couple capable because".split())  # noqa: SIM905


def or_(place: Place) -> str:
    """In charge or it; instead or this; a couple or them."""
    before = place.before
    if before == "charge":
        return "of" if place.before2 == "in" and (place.after in _OBJECTS or can_be(place.after, "VBG")) else ""
    wanted = before in _OF_VERBS and (place.after in _OBJECTS or is_only(place.after, "VBG", "NNS"))
    return "of" if wanted else ""


def of(place: Place) -> str:
    """One of more; whether of not; ..., of if you want; on of off."""
    before, after = place.before, place.after
    if after == "more" and before in {"one", "two", "three"} and is_only(place.after2, "NN", "NNS", "JJ"):
        return "or"
    if (before, after) in {("whether", "not"), ("on", "off"), ("more", "less"), ("true", "false"), ("yes", "no")}:
        return "or"
    if after in {"if", "when", "unless"} and place.follows_comma:
        return "or"
    known = before in {"should", "could", "would", "might", "must", "shouldn't", "wouldn't", "couldn't"}
    return "have" if known and after in {"been", "had", "done", "known", "gone", "made", "used", "seen"} else ""


_WHOLES = frozenset(
    "instead because kind sort lots lot consists consist consisting composed variety bunch number copy version most each"
    " couple plenty many aware capable".split()  # noqa: SIM905
)


def off(place: Place) -> str:
    """Instead off it; a lot off users."""
    return "of" if place.before in _WHOLES and place.after and place.after != "of" else ""


_GRADED = frozenset(
    "big small large long short slow high fast late early difficult hard complex expensive easy low many much few deep"
    " wide restrictive broad strict general specific aggressive".split()  # noqa: SIM905
)


def to(place: Place) -> str:
    """To to this; into to parts; is to large."""
    before, after = place.before, place.after
    if before == "to" and after in {"this", "that", "so", "it"}:
        return "do"
    if before == "into" and can_be(after, "NNS"):
        return "two"
    if after in _GRADED and before in BE | {"far", "way", "not", "becomes", "become", "gets", "get", "takes", "has"}:
        fits = place.after2 in {"", "to", "for", "and", "or"} or after in {"many", "much", "few"}
        return "too" if fits and not (before == "not" and is_verb(after)) else ""
    return ""


def too(place: Place) -> str:
    """Want too do; go too the end."""
    if place.after == "the" and place.before and place.before not in SUBJECTS | {"me", "us", "them"}:
        return "to"
    wanting = {"want", "wants", "need", "needs", "able", "order", "how", "going", "used", "try", "trying", "wanted"}
    return "to" if place.before in wanting and is_only(place.after, "VB", "DO", "BE", "HAVE") else ""


_VERB_PHRASE = BE | DO | MODALS


def no(place: Place) -> str:
    """Does no exist; should no be; and so no."""
    before, after = place.before, place.after
    if before == "so" and place.before2 == "and" and place.ends_clause:
        return "on"
    if before in DO | MODALS and (after == "be" or is_only(after, "VB")):
        return "not"
    wants = is_only(after, "VBN", "VBD") and (place.after2 in PREPOSITIONS or Place(place.text, place.index + 1).ends_clause)
    return "not" if before in {"is", "are", "was", "were", "be"} and wants else ""


def note(place: Place) -> str:
    """Is note used; templates note aware of it; does note exist."""
    before, after = place.before, place.after
    if before in DO and is_verb(after) and after not in DETERMINERS:
        return "not"
    if before in BE | {"can", "could"} and is_only(after, "VBN", "VBD", "JJ", "VB") and after not in {"worthy"}:
        return "not"
    return "not" if after in {"aware", "able"} and before else ""


def now(place: Place) -> str:
    """Don't now how; let us now if it helps."""
    if place.before in {"don't", "didn't"} and place.after in {"how", "what", "why", "if", "whether", "where"}:
        return "know"
    asked = place.before in {"me", "us", "them"} and place.before2 in {"let", "lets"}
    return "know" if asked and place.after in {"if", "what", "about", "whether", "how"} else ""


def know(place: Place) -> str:
    """Is know as X; also know as X."""
    return "known" if place.after == "as" and place.before in BE | {"also", "better", "commonly", "previously"} else ""


def is_(place: Place) -> str:
    """Check that is has one; make is easy."""
    if place.after == "has" and place.before in CONDITIONS | {"that", "whether", "before"}:
        return "it"
    making = place.before in {"make", "makes", "making"} and place.before2 in MODALS | {"to", "and", "which", "that"}
    return "it" if making and place.after in {"easy", "easier", "hard", "harder", "possible", "simple", "clear"} else ""


def it(place: Place) -> str:
    """It the meantime; It you want; it is in the sentence's start."""
    if place.after == "the" and place.after2 in {"meantime", "meanwhile", "future"}:
        return "in"
    if place.starts_sentence and place.after == "you" and (place.after2 in MODALS | BE or is_verb(place.after2)):
        return "if"
    return ""


def as_(place: Place) -> str:
    """Which as an effect; it as been."""
    before, after = place.before, place.after
    if after == "been" and before:
        return "has"
    if before in {"which", "he", "she"} and after in {"a", "an", "no"}:
        return "has" if place.after2 not in {"result", "consequence", "whole", "rule", "side", "user", "matter"} else ""
    return ""


def has(place: Place) -> str:
    """Such has this; known has X."""
    if place.before == "such" and place.after:
        return "as"
    return "as" if place.before in {"known", "defined", "treated"} and place.before2 in BE | {"also"} else ""


def his(place: Place) -> str:
    """His is what we do: said of no man."""
    if place.after in {"is", "was", "can", "means", "should", "would", "may"} and place.after2:
        return "this" if "he" not in place.earlier and "him" not in place.earlier else ""
    return ""


def that(place: Place) -> str:
    """More that 5; rather that doing it."""
    after = place.after
    if place.before in {"more", "less", "greater", "larger", "smaller", "higher", "lower", "longer", "fewer"}:
        return "than" if after.isdigit() or can_be(after, "CD") and after != "one" else ""
    return "than" if place.before == "rather" and can_be(after, "VBG") else ""


def me(place: Place) -> str:
    """It might me enough."""
    return "be" if place.before in MODALS and place.after and place.after not in {"and", "or"} else ""


def be(place: Place) -> str:
    """Is used be the agent."""
    passive = is_only(place.before, "VBN", "VBD", "JJ") and place.before2 in BE
    return "by" if passive and place.after in DETERMINERS else ""


def by(place: Place) -> str:
    """It can by used; it must by set."""
    after = place.after
    if place.before not in MODALS | {"to"} or not can_be(after, "VBN") or not sits("be", after):
        return ""
    return "be" if place.after2 and not can_be(after, "JJ", "VBG") or after in {"set", "used"} else ""


def many(place: Place) -> str:
    """The value many also be; you many use it."""
    before, after = place.before, place.after
    if before in {"", "so", "too", "as", "how", "not", "the", "of", "these", "that", "many", "very", "are", "for"}:
        return ""
    if after in {"be", "not", "have"} or (after == "also" and place.after2 in {"be", "have", "use"}):
        return "may"
    return "may" if before in SUBJECTS - {"i"} and is_only(after, "VB", "RB") else ""


def may(place: Place) -> str:
    """How may steps; so may users."""
    known = place.before in {"how", "so", "as", "too"} and is_only(place.after, "NNS")
    return "many" if known else ""


def man(place: Place) -> str:
    """You man need it."""
    return "may" if place.before in SUBJECTS and is_verb(place.after) else ""


def will(place: Place) -> str:
    """Works will with it."""
    known = place.before in {"works", "work", "worked", "working"} and place.after in {"with", "for", "in", "as", "when"}
    return "well" if known else ""


GRAMMAR_WORDS: dict[str, Frame] = {
    "an": an, "and": and_, "am": am, "as": as_, "be": be, "by": by, "has": has, "his": his, "is": is_, "it": it,
    "its": its, "it's": its_contracted, "know": know, "man": man, "many": many, "may": may, "me": me, "no": no,
    "note": note, "now": now, "of": of, "off": off, "or": or_, "than": than, "that": that, "the": the, "their": their,
    "then": then, "there": there, "they": they, "they're": they_are, "to": to, "too": too, "were": were,
    "where": where, "will": will, "you": you, "you're": you_are, "your": your, "form": form, "from": from_,
}  # fmt: skip
