"""Whose and who's. Its and it's are in `apostrophes`; marks that make no word are spelling's."""

from __future__ import annotations

from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import NOUN, View, recased, words

_AFTER_WHO_IS = words("been going not also already just allowed supposed responsible")
_HAVERS = words("name job task role goal purpose values value author authors elements size length type members")


@on("whose", "who's")
def whose(view: View, at: int) -> Fix | None:
    """Tell whose (of whom) from who's (who is, who has).

    Bad: An agent who's goal is clear and a user whose been there.
    Good: An agent whose goal is clear and a user who's been there.

    Fine: Whose turn is it? Who's there, and who's training the model? A man who's late; someone whose going was late.
    """
    following = view.next(at)
    if view.words[at] == "whose":
        if following not in _AFTER_WHO_IS or (following == "going" and view.next(at + 1) not in ("to", "with")):
            return None
        new = recased("who's", view.written(at)[0])
        return Fix(at, at, new, "Meant is “who is” or “who has”.")
    if following not in _HAVERS or not view.tags(at - 1) & NOUN or not _has_verb(view, at + 2):
        return None
    return Fix(at, at, recased("whose", view.written(at)[0]), "Meant is “of whom”, not “who is”.")


def _has_verb(view: View, at: int) -> bool:
    """Tell whether a verb follows what is owned: whose goal is."""
    return view.joined(at) and view.words[at] in _FINITE


_FINITE = words("is are was were has have had can will should must may does do did could would might")

RULES: tuple[Rule, ...] = (whose,)
