"""Words that hardly anybody means in technical prose, each a slip away from a word that everybody uses.

Part of them comes from codespell's list of rare words (CC BY-SA 3.0); the others are what a missing, doubled
or swapped letter makes of the most frequent words. Some do have company of their own (the *ore* that is
mined, the *trough* of a wave), so the neighbours decide.
"""

from __future__ import annotations

from rlfix.checks.spelling.realword_place import ARTICLES, DO, MODALS, POSSESSIVES, Place, can_be, sits

SLIPS = {
    "ot": "to", "pf": "of", "ar": "are", "lo": "to", "o": "to", "fo": "of", "yo": "you",
    "wold": "would", "evan": "even", "ont": "not", "trough": "through", "mange": "manage",
    "manged": "managed", "ore": "or", "bellow": "below", "verity": "verify", "shinny": "shiny", "fromm": "from",
    "growling": "growing", "witch": "which", "shat": "that", "wit": "with", "whit": "with", "withe": "with",
    "withing": "within", "wither": "whether", "whet": "what", "wile": "while", "anc": "and", "nad": "and",
    "bu": "but",  "doe": "do", "inly": "only", "loner": "longer", "lest": "least",
    "leas": "least", "mater": "matter", "pares": "pairs", "pleas": "please", "preforms": "performs",
    "preformed": "performed", "preforming": "performing", "sate": "state", "sates": "states", "singed": "signed",
    "singe": "single", "sting": "string", "stings": "strings", "statics": "statistics", "tread": "thread",
    "treads": "threads", "vie": "via", "rouge": "rogue", "retuned": "returned", "brining": "bringing",
    "complier": "compiler", "compliers": "compilers", "costumer": "customer", "costumers": "customers",
    "crated": "created", "derails": "details", "discus": "discuss", "fount": "found", "froward": "forward",
    "patter": "pattern", "patters": "patterns", "programed": "programmed", "regraded": "regarded",
    "scrip": "script", "seizin": "seizing", "sightly": "slightly", "tittle": "title", "therefor": "therefore",
    "unknow": "unknown", "pubic": "public", "asses": "assess", "defiantly": "definitely", "deferent": "different",
    "inti": "into", "fallowing": "following",
}  # fmt: skip
"""What is written and what is meant."""
CERTAIN = frozenset({"wold", "evan", "withing", "mange", "manged", "fo", "fromm"})
"""What nobody writes on purpose between two words of ordinary prose: one good neighbour is enough."""
GOOD = 60
"""What a frequent pair of neighbours counts, on the scale of `lexicon.together`."""


def rare(place: Place) -> str:
    """Return the frequent word when it goes with the neighbours and the rare one does not."""
    meant = "not" if place.word == "ot" and place.before in DO | MODALS else SLIPS[place.word]
    before, after = sits(place.before, meant), sits(meant, place.after)
    left, right = before - sits(place.before, place.word), after - sits(place.word, place.after)
    if min(left, right) < 0 or left + right < GOOD or _is_used(place):
        return ""
    if place.before in ARTICLES | POSSESSIVES and (not before or can_be(meant, *_SMALL)):
        return ""
    if meant == "to" and not _is_infinitive(place.after):
        return ""
    return meant if place.word in CERTAIN or min(left, right) > 0 else ""


_SMALL = ("IN", "TO", "CC", "DT", "PRP", "WH", "MD", "BE", "VB")
"""What does not stand after an article."""


def _is_used(place: Place) -> bool:
    """Tell whether the document uses the rare word more often, as a name or a term."""
    return place.text.tokens.words.count(place.word) > (1 if place.word in CERTAIN else 2)


def _is_infinitive(word: str) -> bool:
    return can_be(word, "VB") and word not in {"is", "has", "are"}
