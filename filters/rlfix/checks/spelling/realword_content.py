"""Nouns, verbs and adjectives in the place of others: think and thing, loose and lose, casual and causal.

Frames as in `realword_grammar`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_place import (
    ARTICLES,
    BE,
    DETERMINERS,
    DO,
    MODALS,
    NEGATED,
    POSSESSIVES,
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

_BEFORE_VERB = MODALS | NEGATED | {"to", "not", "we", "you", "they", "i"}
_ADJECTIVES = {"same", "only", "first", "next", "important", "interesting", "main", "best", "good", "such", "whole", "last"}


def think(place: Place) -> str:
    """Isn't a think for us; the only think that helps."""
    a_thing = {"a", "the", "one", "another", "every", "this", "some"} | _ADJECTIVES
    if place.before not in a_thing or place.before2 in {"have", "had", "having", "need"}:
        return ""
    closed = place.after in PREPOSITIONS | SUBJECTS | BE | {"that", "about", "when", "if", "which", "because", "like", "as"}
    return "thing" if (closed or place.ends_clause) and place.after != "you" else ""


def thing(place: Place) -> str:
    """I thing that it works; to thing about it."""
    known = place.before in {"i", "we", "they", "don't", "i'd"} and place.after in SUBJECTS | {"that", "this", "about", "the", "so"}
    return "think" if known else ""


_CAUSAL = frozenset(
    "inference model models graph graphs effect effects attention mask masks masking language lm link links relationship"
    " relationships chain convolution convolutions structure structures reasoning discovery transformer transformers"
    " decoder diagram diagrams relation relations ordering consistency intervention mechanism factor factors".split()  # noqa: SIM905
)


def casual(place: Place) -> str:
    """A casual language model."""
    return "causal" if place.after in _CAUSAL else ""


def causal(place: Place) -> str:
    """A causal conversation."""
    return "casual" if place.after in {"conversation", "user", "users", "observer", "reader", "readers", "chat"} else ""


def loose(place: Place) -> str:
    """You may loose your data."""
    if place.before not in _BEFORE_VERB:
        return ""
    lost = {"track", "data", "access", "information", "everything", "it", "them", "performance", "precision", "control", "money"}
    return "lose" if place.after in DETERMINERS | lost or (place.after and is_noun(place.after)) else ""


def loosing(place: Place) -> str:
    """Without loosing data."""
    return "losing" if place.after in DETERMINERS or is_noun(place.after) else ""


def loses(place: Place) -> str:
    """It looses its value."""
    return "loses" if place.after in DETERMINERS or is_noun(place.after) else ""


def lose(place: Place) -> str:
    """Lose coupling; too lose."""
    return "loose" if place.after in {"coupling", "ends"} or (place.before in {"too", "very"} and not place.after) else ""


def affect(place: Place) -> str:
    """Has an affect on; the affect of; take affect."""
    before, after = place.before, place.after
    if before in {"an", "no", "any", "side", "take", "takes", "taking", "little", "into"} and after in {"", "on", "of", "in", "when", "until", "for", "if", "and", "to", "as"}:
        return "effect"
    return "effect" if before in {"the", "this"} and after in {"of", "is", "on"} else ""


def affects(place: Place) -> str:
    """Side affects; the affects of."""
    known = place.before in {"the", "no", "these", "side"} and place.after in {"", "of", "on", "are", "in", "and", "that"}
    return "effects" if known else ""


def effect(place: Place) -> str:
    """It may effect the result."""
    before, after, after2 = place.before, place.after, place.after2
    if before not in MODALS | NEGATED | {"not", "to", "also", "only", "directly"} or after not in DETERMINERS | {"how", "performance", "other"}:
        return ""
    if after2.startswith(("change", "transition", "improvement", "repair", "reform", "same")) or after in {"a", "an"}:
        return ""
    return "affect" if before != "to" else "affect?"


def effected(place: Place) -> str:
    """Is effected by it."""
    return "affected" if place.after == "by" and place.before in BE | {"not", "also", "most", "are", "users"} else ""


def effects(place: Place) -> str:
    """It effects how you see it."""
    subject = place.before in {"it", "this", "that", "which", "also", "only"}
    return "affects" if subject and place.after in DETERMINERS | {"how"} else ""


def principal(place: Place) -> str:
    """In principal; the principal of least action."""
    if place.before == "in" and (place.ends_clause or place.after in SUBJECTS | {"the", "this", "be", "possible", "we"}):
        return "principle"
    return "principle" if place.after == "of" and place.after2 in {"least", "maximum", "optimality", "superposition", "indifference"} else ""


def principle(place: Place) -> str:
    """The principle components."""
    nouns = {"component", "components", "engineer", "engineers", "investigator", "investigators", "author", "curvature", "axis", "axes"}
    return "principal" if place.after in nouns else ""


def lead(place: Place) -> str:
    """Has lead to trouble; was lead by them."""
    if place.before in {"has", "have", "had", "has", "it's", "that's"} and place.after == "to":
        return "led"
    return "led" if place.before in {"was", "were", "been", "being"} and place.after in {"by", "to"} else ""


def advice(place: Place) -> str:
    """We advice you to do so."""
    known = place.before in {"we", "i", "to", "would", "they", "strongly"} and place.after in {"you", "to", "against", "users", "that", "people"}
    return "advise" if known else ""


def advise(place: Place) -> str:
    """Some advise on this."""
    known = place.before in {"some", "the", "this", "good", "any", "general", "of", "following", "more", "my", "your", "their", "for", "medical", "legal"}
    return "advice" if known and place.after != "you" else ""


def accept(place: Place) -> str:
    """All accept for the last."""
    known = place.before in {"all", "everything", "nothing", "everyone", "same", "any", "everywhere"}
    return "except" if known and place.after in {"for", "the", "when", "in"} else ""


def except_(place: Place) -> str:
    """It will except a list."""
    known = place.before in MODALS | NEGATED | {"to"} and place.after in ARTICLES | {"any", "only", "all", "these", OPAQUE}
    return "accept" if known else ""


def past(place: Place) -> str:
    """Is past to the function; copy and past."""
    if place.before in {"is", "are", "be", "was", "been", "being", "were", "gets"} and place.after in {"to", "as", "into", "in"}:
        return "passed"
    start = place.text.tokens.starts[place.index]
    head = place.text.string[max(0, start - 9) : start].lower()
    return "paste" if head.endswith(("copy and ", "copy & ", "copy-and-", "cut and ")) else ""


def passed(place: Place) -> str:
    """In the passed; the passed few years."""
    if place.before == "the" and place.after in {"few", "year", "years", "month", "months", "week", "weeks", "decade", "decades"}:
        return "past"
    return "past" if place.before == "the" and place.before2 == "in" and place.ends_clause else ""


def weather(place: Place) -> str:
    """Weather or not; check weather it is."""
    if place.after in {"or", "to", "it", "you", "they", "we", "a", "this", "there", "i"} and place.before not in DETERMINERS:
        return "whether" if place.after != "or" or place.after2 == "not" else ""
    asking = {"check", "checks", "determine", "determines", "decide", "decides", "test", "tests", "know", "see", "specify", "specifies", "indicates", "indicate", "controls", "of", "on", "choose"}
    return "whether" if place.before in asking and place.after in DETERMINERS else ""


def quiet(place: Place) -> str:
    """Quiet a bit; is quiet similar."""
    if place.after in {"a", "an"} and place.after2 and (place.after2 != "lot" or place.before not in BE):
        return "quite"
    known = place.before in BE | {"it's", "that's", "works"} and is_only(place.after, "JJ")
    return "quite" if known and place.after not in {"enough"} else ""


def quite(place: Place) -> str:
    """In quite mode."""
    return "quiet" if place.after in {"mode", "flag"} else ""


def though(place: Place) -> str:
    """Go though the list; is though of as; I though that."""
    before, after = place.before, place.after
    if after == "of":
        return "thought"
    if before in {"i", "we"} and after in {"it", "that", "this", "about"}:
        return "thought"
    if before in _MOVES and after in DETERMINERS | {OPAQUE}:
        return "through"
    return ""


_MOVES = frozenset(
    "go goes going went pass passes passed passing run runs running loop loops looping iterate iterates iterating walk"
    " walks walking step steps stepping scroll cycle browse break search look looking looks flow flows propagate"
    " propagated propagates backpropagate".split()  # noqa: SIM905
)


def thought(place: Place) -> str:
    """Even thought it works."""
    return "though" if place.before in {"even", "as"} and place.after in SUBJECTS | {"the", "this", "there"} else ""


def through(place: Place) -> str:
    """A through explanation."""
    nouns = {"review", "explanation", "understanding", "investigation", "analysis", "examination", "introduction", "overview", "description", "discussion", "testing", "evaluation"}
    return "thorough" if place.before in {"a", "more", "very", "most"} and place.after in nouns else ""


def thorough(place: Place) -> str:
    """Go thorough the list."""
    return "through" if place.after in DETERMINERS and place.before not in ARTICLES | {"as", "be", "is", "more"} else ""


def exited(place: Place) -> str:
    """We're exited to see it."""
    feeling = {"we're", "i'm", "so", "very", "really", "super", "am", "get", "pretty"}
    known = place.before in feeling or (place.before == "are" and place.before2 in SUBJECTS | {"all"})
    return "excited" if known and place.after in {"to", "about", "that", "by", "for", ""} else ""


def constrains(place: Place) -> str:
    """The constrains are; additional constrains."""
    before, after = place.before, place.after
    if before in {"these", "following", "additional", "several", "any", "many", "such", "all", "some", "other", "hard", "soft", "resource", "time"} and after not in DETERMINERS:
        return "constraints"
    return "constraints" if before and after in {"are", "on", "for", "as", "such", "of", "were", "imposed", "have"} else ""


def lets(place: Place) -> str:
    """Lets see what happens."""
    known = place.starts_sentence and place.after in _PROPOSED
    return "let's" if known else ""


_PROPOSED = frozenset(
    "see look say start try take consider assume suppose begin go talk dive move create define imagine walk first now also"
    " not write do break turn think examine explore compare recall implement understand review summarize start".split()  # noqa: SIM905
)


def let_us(place: Place) -> str:
    """Which let's you do it."""
    known = place.before in {"which", "that", "it", "this", "also", "and"} and place.after in {"you", "the", "users", "me", "them", "us", "your"}
    return "lets" if known else ""


def specially(place: Place) -> str:
    """Specially useful; ..., specially when it rains."""
    if place.after in {"useful", "important", "true", "helpful", "relevant", "interesting", "hard", "difficult", "good", "suitable", "if"}:
        return "especially"
    return "especially" if place.follows_comma and place.after in {"when", "for", "in", "as", "if", "with", "since", "on"} else ""


def simple(place: Place) -> str:
    """You can simple run it."""
    if place.before in MODALS | {"you", "we"} and is_verb(place.after) and not can_be(place.after, "JJ"):
        return "simply"
    starts = place.follows_comma or place.starts_sentence
    return "simply" if starts and is_only(place.after, "VB") and place.after2 in DETERMINERS | {OPAQUE} else ""


def nothing(place: Place) -> str:
    """Worth nothing that it is."""
    return "noting" if place.before == "worth" and place.after in {"that", "here", "is"} else ""


def full(place: Place) -> str:
    """Is full supported."""
    nouns = {"supported", "implemented", "documented", "tested", "automated", "compatible", "functional", "compliant"}
    return "fully" if place.before in BE | {"not", "currently"} and place.after in nouns else ""


def trail(place: Place) -> str:
    """Trail and error; a free trail; a trail version."""
    if (place.after == "and" and place.after2 == "error") or place.after in {"version", "period", "license"}:
        return "trial"
    start, end = place.text.tokens.starts[place.index], place.text.tokens.ends[place.index]
    error = place.text.string[end : end + 10].lower() == "-and-error"
    return "trial" if error or (place.before in {"clinical"} and start) else ""


def trial(place: Place) -> str:
    """An audit trial."""
    return "trail" if place.before == "audit" else ""


_DISTINCT = frozenset(
    "value values action actions space spaces time step steps state states set sets number numbers distribution"
    " distributions unit units event events random fourier cosine mathematics variable variables optimization token"
    " tokens gpu graphics".split()  # noqa: SIM905
)


def discreet(place: Place) -> str:
    """A discreet action space."""
    return "discrete" if place.after in _DISTINCT else "discrete?"


def compliment(place: Place) -> str:
    """Two's compliment; they compliment each other."""
    if place.before in {"two's", "one's", "ones", "twos", "ones'", "set", "orthogonal"}:
        return "complement"
    return "complement" if place.after == "each" and place.after2 == "other" else ""


def could(place: Place) -> str:
    """A could provider."""
    nouns = {"provider", "providers", "service", "services", "storage", "computing", "platform", "platforms", "infrastructure"}
    return "cloud" if place.after in nouns else ""


def crates(place: Place) -> str:
    """The function crates a list."""
    known = place.before in {"it", "this", "that", "which", OPAQUE} or is_noun(place.before)
    return "creates" if known and place.after in {"a", "an"} else ""


def coma(place: Place) -> str:
    """Coma-separated."""
    end = place.text.tokens.ends[place.index]
    return "comma" if place.text.string[end : end + 10] == "-separated" or place.after == "separated" else ""


def cloud(place: Place) -> str:
    """You cloud use it."""
    return "could" if place.before in SUBJECTS | {"this", "that", "which"} and is_verb(place.after) else ""


def dose(place: Place) -> str:
    """It dose not work."""
    return "does" if place.after == "not" and place.before not in ARTICLES else ""


def knew(place: Place) -> str:
    """A knew one."""
    return "new" if place.before in ARTICLES and place.after else ""


def roll(place: Place) -> str:
    """Plays an important roll in it."""
    playing = {"play", "plays", "playing", "played"}
    known = place.before2 in playing or place.before in {"important", "key", "crucial", "central", "big", "major"}
    return "role" if known and place.after in {"in", "of"} else ""


def suppose(place: Place) -> str:
    """Is suppose to work."""
    return "supposed" if place.after == "to" and place.before in BE | {"not", "it's"} else ""


def buy(place: Place) -> str:
    """Buy default."""
    return "by" if place.after == "default" else ""


def lesson(place: Place) -> str:
    """To lesson the load."""
    return "lessen" if place.before in MODALS | {"to", "help", "helps"} and place.after in DETERMINERS else ""


def uses(place: Place) -> str:
    """Helps uses explore it."""
    giving = {"allow", "allows", "help", "helps", "let", "lets", "enable", "enables", "allowing", "helping", "enabling"}
    return "users" if place.before in giving and (place.after == "to" or is_verb(place.after)) else ""


def maybe(place: Place) -> str:
    """There maybe a way."""
    return "may be" if place.before in {"there", "it", "this", "which"} and (place.after in ARTICLES or is_only(place.after, "VBN", "JJ")) else ""


def insure(place: Place) -> str:
    """To insure that it runs."""
    return "ensure" if place.after == "that" else ""


def parse_(place: Place) -> str:
    """Meth rendering."""
    return "math" if place.after else ""


def stationery(place: Place) -> str:
    """A stationery distribution."""
    return "stationary" if place.after in {"distribution", "policy", "policies", "process", "point", "points", "environment", "state"} else ""


def proceeded(place: Place) -> str:
    """Is proceeded by a slash."""
    return "preceded" if place.after == "by" and place.before in BE else ""


def precede(place: Place) -> str:
    """Precede with the next step."""
    return "proceed" if place.after in {"to", "with"} and place.before in MODALS | {"to", "can", "then", "and"} else ""


def raising(place: Place) -> str:
    """Laying around."""
    return "lying?" if place.after == "around" else ""


CONTENT_WORDS: dict[str, Frame] = {
    "think": think, "thing": thing, "casual": casual, "causal": causal, "loose": loose, "loosing": loosing,
    "looses": loses, "lose": lose, "affect": affect, "affects": affects, "effect": effect, "effects": effects,
    "effected": effected, "principal": principal, "principle": principle, "lead": lead, "advice": advice,
    "advise": advise, "accept": accept, "except": except_, "past": past, "passed": passed, "weather": weather,
    "quiet": quiet, "quite": quite, "though": though, "thought": thought, "through": through, "thorough": thorough,
    "exited": exited, "constrains": constrains, "lets": lets, "let's": let_us, "specially": specially,
    "simple": simple, "nothing": nothing, "full": full, "trail": trail, "trial": trial, "discreet": discreet,
    "compliment": compliment, "could": could, "crates": crates, "coma": coma, "cloud": cloud, "dose": dose, "knew": knew, "roll": roll,
    "suppose": suppose, "buy": buy, "lesson": lesson, "uses": uses, "maybe": maybe, "insure": insure,
    "meth": parse_, "stationery": stationery, "proceeded": proceeded, "precede": precede, "laying": raising,
}  # fmt: skip
