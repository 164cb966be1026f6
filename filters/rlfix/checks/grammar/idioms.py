"""Set phrases that are set otherwise: in term of, could of, take in account.

What is British or American (different to, on accident), what speakers say (a couple things) and what
is only wordy (in order to, return back) is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.checks.grammar.rows import by_trigger, rephrased, row_at
from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.edit import Safety

if TYPE_CHECKING:
    from rlfix.checks.grammar.view import View

_ANYWHERE = {
    "as compare to": "as compared to",
    "as rule of thumb": "as a rule of thumb",
    "as side effect": "as a side effect",
    "at glance": "at a glance",
    "for long time": "for a long time",
    "have look at": "have a look at",
    "having look at": "having a look at",
    "take look at": "take a look at",
    "taking look at": "taking a look at",
    "once in while": "once in a while",
    "on daily basis": "on a daily basis",
    "on weekly basis": "on a weekly basis",
    "on regular basis": "on a regular basis",
    "to certain extent": "to a certain extent",
    "to great extent": "to a great extent",
    "to large extent": "to a large extent",
    "as results of": "as a result of",
    "in wide range of": "in a wide range of",
    "due to fact that": "due to the fact that",
    "dive deeper on": "dive deeper into",
    "diving deeper on": "diving deeper into",
    "in compare to": "in comparison to",
    "in compare with": "in comparison with",
    "all intensive purposes": "all intents and purposes",
    "all of the sudden": "all of a sudden",
    "all the sudden": "all of a sudden",
    "as a matter a fact": "as a matter of fact",
    "as a matter fact": "as a matter of fact",
    "as an aside note": "as a side note",
    "as followings": "as follows",
    "as matter of fact": "as a matter of fact",
    "as oppose to": "as opposed to",
    "as regards of": "as regards",
    "baited breath": "bated breath",
    "beckon call": "beck and call",
    "doggy dog world": "dog-eat-dog world",
    "for all intense purposes": "for all intents and purposes",
    "get ride of": "get rid of",
    "gets ride of": "gets rid of",
    "getting ride of": "getting rid of",
    "got ride of": "got rid of",
    "in accordance to": "in accordance with",
    "in additional to": "in addition to",
    "in another words": "in other words",
    "in compliance to": "in compliance with",
    "in comply with": "in compliance with",
    "in conformance to": "in conformance with",
    "in conjunction to": "in conjunction with",
    "in contrary to": "contrary to",
    "in favor to": "in favor of",
    "in front off": "in front of",
    "in lieu off": "in lieu of",
    "in nowadays": "nowadays",
    "in respect with": "with respect to",
    "in respects to": "with respect to",
    "in sink with": "in sync with",
    "in spit of": "in spite of",
    "in term of": "in terms of",
    "in the long term run": "in the long run",
    "in the other words": "in other words",
    "last but not lease": "last but not least",
    "last but not the least": "last but not least",
    "make due with": "make do with",
    "make sense off": "make sense of",
    "make us of": "make use of",
    "makes us of": "makes use of",
    "making due with": "making do with",
    "making us of": "making use of",
    "might has well": "might as well",
    "nip it in the butt": "nip it in the bud",
    "on behalf on": "on behalf of",
    "on contrary to": "contrary to",
    "on contrast to": "in contrast to",
    "on other hand": "on the other hand",
    "on other words": "in other words",
    "on the contrary of": "contrary to",
    "on the contrary to": "contrary to",
    "on the long run": "in the long run",
    "on the meantime": "in the meantime",
    "on top off": "on top of",
    "once and a while": "once in a while",
    "one of a kinds": "one of a kind",
    "prior than": "prior to",
    "quit a bit": "quite a bit",
    "slight of hand": "sleight of hand",
    "take advantages of": "take advantage of",
    "take care about": "take care of",
    "take care off": "take care of",
    "take for granite": "take for granted",
    "take in account": "take into account",
    "take in consideration": "take into consideration",
    "take into the account": "take into account",
    "taken care about": "taken care of",
    "taken care off": "taken care of",
    "taken in account": "taken into account",
    "taken in consideration": "taken into consideration",
    "taken into the account": "taken into account",
    "takes advantages of": "takes advantage of",
    "takes care about": "takes care of",
    "takes care off": "takes care of",
    "takes in account": "takes into account",
    "takes in consideration": "takes into consideration",
    "takes into the account": "takes into account",
    "taking advantages of": "taking advantage of",
    "taking care off": "taking care of",
    "taking in account": "taking into account",
    "taking in consideration": "taking into consideration",
    "taking into the account": "taking into account",
    "there in lies": "therein lies",
    "to the contrary of": "contrary to",
    "took in account": "took into account",
    "took in consideration": "took into consideration",
    "vice a versa": "vice versa",
    "visa versa": "vice versa",
    "vise versa": "vice versa",
    "what so ever": "whatsoever",
    "with regard of": "with regard to",
    "with regards of": "with regard to",
    "with respect of": "with respect to",
    "with respects to": "with respect to",
    "with the exceptions of": "with the exception of",
    "worst comes to worse": "worst comes to worst",
}
"""What no sentence says, whatever stands around it."""
_LAST = {
    "as consequence": "as a consequence",
    "as result": "as a result",
    "in long run": "in the long run",
    "in nutshell": "in a nutshell",
    "in short term": "in the short term",
    "in long term": "in the long term",
    "and so one": "and so on",
    "by in large": "by and large",
    "case and point": "case in point",
    "first and for most": "first and foremost",
    "for first time": "for the first time",
    "for instant": "for instance",
    "in all case": "in all cases",
    "in contrary": "on the contrary",
    "in details": "in detail",
    "in further details": "in further detail",
    "in great details": "in great detail",
    "in greater details": "in greater detail",
    "in more details": "in more detail",
    "in most case": "in most cases",
    "in other word": "in other words",
    "in some case": "in some cases",
    "in the contrary": "on the contrary",
    "in the mean time": "in the meantime",
    "in the one hand": "on the one hand",
    "in the other hand": "on the other hand",
    "it self": "itself",
    "most of time": "most of the time",
    "most of times": "most of the time",
    "on contrary": "on the contrary",
    "on parallel": "in parallel",
    "on the long term": "in the long term",
    "on the other hands": "on the other hand",
    "on the same time": "at the same time",
    "on the short term": "in the short term",
    "one in the same": "one and the same",
    "point in case": "case in point",
    "up to data": "up to date",
}
"""What no sentence says before a stop or a comma; a word may make it right (in details pages)."""
_ASKED = {
    "a part from": "apart from",
    "at the same time that": "at the same time as",
    "each others": "each other",
    "in addition of": "in addition to",
    "in contrast of": "in contrast to",
    "in regards to": "with regard to",
    "in relation with": "in relation to",
    "in terms with": "in terms of",
    "on addition": "in addition",
    "on first glance": "at first glance",
    "on the first glance": "at first glance",
    "out of sink": "out of sync",
    "prior of": "prior to",
    "quit a few": "quite a few",
    "regardless if": "regardless of whether",
    "regardless to": "regardless of",
    "unless until": "until",
    "until unless": "unless",
    "where as the": "whereas the",
    "with regards to": "with regard to",
    "worse case scenario": "worst-case scenario",
}
"""What is seldom right, or is right to some."""


_ROWS = by_trigger(_ANYWHERE | _LAST | _ASKED)


@on(*_ROWS)
def set_phrase(view: View, at: int) -> Fix | None:
    """Write a set phrase as it is set.

    Bad: The rewards are as followings: in term of tokens, on the other hands, one.
    Good: The rewards are as follows: in terms of tokens, on the other hand, one.

    Bad: Take the noise in account, for all intensive purposes. Taking in account the noise helps.
    Good: Take the noise in account, for all intents and purposes. Taking into account the noise helps.

    Fine: The mean time between failures; in details pages; most of time series; up to data centers.
    Fine: On the contrary, in order to return back, different to it, by and large.
    """
    found = row_at(view, at, _ROWS[view.words[at]])
    if found is None:
        return None
    first, row = found
    old, last = " ".join(row.words), first + len(row.words) - 1
    if old in _LAST and (view.joined(last + 1) or (old.endswith("hand") and view.gap(last + 1)[:1] != ",")):
        return None  # with a sword in the other hand
    if row.words[0] == "as" and old in _LAST and not view.opens(first):
        return None  # returns it as result
    safety = Safety.SUGGEST if old in _ASKED else Safety.SAFE
    return rephrased(view, first, last, row.new, f"The phrase is “{row.new}”.", safety)


RULES: tuple[Rule, ...] = (set_phrase,)
