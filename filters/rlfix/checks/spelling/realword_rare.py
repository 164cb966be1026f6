"""Words that hardly anybody means in technical prose, each one slip from a word that everybody uses.

Part of them comes from codespell's list of rare words (CC BY-SA 3.0); the others are forms that a missing,
doubled or swapped letter makes of the most frequent words. Where a rare word does have its own company
(the *ore* that is mined), the neighbours decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_place import ARTICLES, DO, MODALS, POSSESSIVES, Place, can_be, sits

if TYPE_CHECKING:
    from collections.abc import Callable

SLIPS = {
    "ot": "to", "ti": "it", "pf": "of", "ar": "are", "se": "see", "lo": "to", "o": "to",
    "fo": "of", "yo": "you", "wold": "would",
    "evan": "even", "ont": "not", "fist": "first", "trough": "through", "mange": "manage",
    "manged": "managed", "ore": "or", "bellow": "below", "verity": "verify", "shinny": "shiny", "fromm": "from",
    "growling": "growing", "witch": "which",
    "shat": "that", "wit": "with", "whit": "with", "withe": "with", "withing": "within", "wither": "whether",
    "whet": "what", "wile": "while",     "anc": "and", "nad": "and",         "bu": "but",     "wont": "won't", "cant": "can't",
    "doe": "do", "doest": "does", "inly": "only", "loner": "longer", "lest": "least",
    "leas": "least", "mane": "name", "mater": "matter", "pares": "pairs", "pleas": "please",
    "preform": "perform", "preforms": "performs", "preformed": "performed", "preforming": "performing",
    "sate": "state", "sates": "states", "singed": "signed", "singe": "single", "sting": "string", "stings": "strings",
    "statics": "statistics", "tread": "thread", "treads": "threads", "vie": "via", "rouge": "rogue",
    "retuned": "returned", "brining": "bringing", "complier": "compiler",
    "compliers": "compilers", "costumer": "customer", "costumers": "customers", "crated": "created",
    "derails": "details", "discus": "discuss", "fount": "found", "froward": "forward",     "manger": "manager", "mangers": "managers", "patter": "pattern", "patters": "patterns", "programed": "programmed",
    "regraded": "regarded", "scrip": "script", "seizin": "seizing", "sightly": "slightly", "tittle": "title",
    "therefor": "therefore", "unknow": "unknown", "pubic": "public",
    "asses": "assess", "posses": "possess", "bale": "able",
                        "defiantly": "definitely", "deferent": "different",
    "inti": "into",         "fallowing": "following", "fallow": "follow", "fallows": "follows",
        }  # fmt: skip
"""What is written and what is meant."""
CERTAIN = frozenset({"wold", "evan", "withing", "mange", "manged", "fo", "fromm", "ot", "ti", "pf", "ar", "se", "lo", "o", "fist"})
"""Where little evidence is enough: nothing else is ever meant by them in running text."""


def rare(place: Place) -> str:
    """Weigh a rare word and the frequent one by their neighbours."""
    meant, words = SLIPS[place.word], place.text.tokens.words
    if place.word == "ot" and place.before in DO | MODALS:
        meant = "not"
    new = sits(place.before, meant), sits(meant, place.after)
    left = new[0] - sits(place.before, place.word)
    right = new[1] - sits(place.word, place.after)
    if min(left, right) < 0 or (place.before in ARTICLES | POSSESSIVES and not new[0]):
        return ""
    if place.word in CERTAIN:
        return meant if left + right >= 60 and words.count(place.word) < 2 and _may_be(place, meant) else ""
    if min(new) > 0 and left + right >= 60 and min(left, right) > 0 and words.count(place.word) < 3:
        return meant
    return ""


def _may_be(place: Place, meant: str) -> bool:
    """Tell whether a letter or two may be a misspelt `meant`: a base form has to follow `to`."""
    return meant != "to" or (can_be(place.after, "VB") and place.after not in {"is", "has", "are"})


RARE_WORDS: dict[str, Callable[[Place], str]] = dict.fromkeys(SLIPS, rare)
