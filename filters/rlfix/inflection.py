"""The regular rules of English inflection. What does not follow them stands in the lexicon.

The rules are those of Quirk et al., A Comprehensive Grammar of the English Language (1985), §3.5 to 3.10
(verbs), §5.80 (plurals) and §7.79 (comparison).
"""

from __future__ import annotations

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
_DOUBLING = re.compile(r"(?:\A|[^aeiou]|qu)[aeiou][bdfgklmnprtvz]\Z")
_SYLLABLES = re.compile(r"[aeiouy]+")


def regular(lemma: str, tag: str) -> str:
    """Return the form of `lemma` that the rules give for a Penn `tag`; `lemma` itself for NN, VB, JJ and RB."""
    if tag in ("NNS", "VBZ"):
        return _with_s(lemma)
    if tag in ("VBD", "VBN"):
        return _suffixed(lemma, "ed")
    if tag == "VBG":
        return _with_ing(lemma)
    if tag in ("JJR", "RBR"):
        return _suffixed(lemma, "er")
    if tag in ("JJS", "RBS"):
        return _suffixed(lemma, "est")
    return lemma


def bases(form: str, tag: str) -> list[str]:
    """Return the lemmas of which `form` would be the regular form with `tag`."""
    ending = {"NNS": "s", "VBZ": "s", "VBG": "ing", "VBD": "ed", "VBN": "ed"}.get(tag) or {"R": "er", "S": "est"}.get(
        tag[-1:], ""
    )
    if not ending or not form.endswith(ending):
        return []
    stem = form[: -len(ending)]
    tries = [stem, stem + "e", stem[:-1], re.sub(r"i\Z", "y", stem), re.sub(r"ie\Z", "y", stem), stem[:-1] + "ie"]
    return list(dict.fromkeys(one for one in tries if len(one) > 1 and regular(one, tag) == form))


def _with_s(lemma: str) -> str:
    if _SIBILANT.search(lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if _CONSONANT_Y.search(lemma) else lemma + "s"


def _with_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ing"


def _suffixed(lemma: str, ending: str) -> str:
    if lemma.endswith("e"):
        return lemma + ending[1:]
    if _CONSONANT_Y.search(lemma):
        return lemma[:-1] + "i" + ending
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + ending


def _doubles(lemma: str) -> bool:
    """Tell whether the last consonant doubles: after one short vowel of the only syllable (`stop`, not `visit`)."""
    return bool(_DOUBLING.search(lemma)) and len(_SYLLABLES.findall(lemma)) == 1
