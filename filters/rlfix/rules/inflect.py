"""The forms of English words: which ones a rule means by a word, and how to write a word in a given form.

`Inflector` is what the rules ask for; `Regular` answers by the rules of spelling and a list of common
exceptions, with no data to load. A lexicon can do better and takes its place where there is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

NOUN_TAGS = ("NN", "NNS")
VERB_TAGS = ("VB", "VBZ", "VBG", "VBD", "VBN")
"""The tags of the Penn Treebank for the forms that rules tell apart."""


_COMMON_WORDS = """
a an and any are as at be been but by can do does every for from had has have he her his i if in into is it its
my no not of on one or our out she so than that the their them then there these they this those to up was we
were what when which who will with would you your
"""
COMMON = frozenset(_COMMON_WORDS.split())
"""Words that every document has."""


class Inflector(Protocol):
    """What a lexicon has to offer to the rules."""

    def forms(self, word: str) -> frozenset[str]:
        """Return all inflected forms, in lower case, of what `word` may be a form of; `word` itself among them."""

    def inflect(self, word: str, tag: str) -> str:
        """Return the form of the noun or verb `word` that the Penn Treebank tags `tag`; `word` where it has none."""

    def frequency(self, word: str) -> float:
        """Return about how often `word`, in lower case, stands in a text of a few thousand words."""


_VERBS = """
be is being was been am are were|have has having had had|do does doing did done|give gives giving gave given
get gets getting got got|make makes making made made|take takes taking took taken|find finds finding found found
hold holds holding held held|keep keeps keeping kept kept|lead leads leading led led
learn learns learning learned learned|leave leaves leaving left left|lose loses losing lost lost
mean means meaning meant meant|pay pays paying paid paid|put puts putting put put|run runs running ran run
say says saying said said|see sees seeing saw seen|send sends sending sent sent|set sets setting set set
show shows showing showed shown|tell tells telling told told|think thinks thinking thought thought
write writes writing wrote written|feed feeds feeding fed fed|go goes going went gone
come comes coming came come|become becomes becoming became become|know knows knowing knew known
begin begins beginning began begun|bring brings bringing brought brought|build builds building built built
choose chooses choosing chose chosen|draw draws drawing drew drawn|drive drives driving drove driven
fall falls falling fell fallen|feel feels feeling felt felt|fit fits fitting fit fit
grow grows growing grew grown|hit hits hitting hit hit|let lets letting let let|meet meets meeting met met
read reads reading read read|rise rises rising rose risen|seek seeks seeking sought sought
spend spends spending spent spent|split splits splitting split split|stand stands standing stood stood
teach teaches teaching taught taught|cut cuts cutting cut cut|cost costs costing cost cost
hand hands handing handed handed|shape shapes shaping shaped shaped|buy buys buying bought bought
beat beats beating beat beaten|win wins winning won won|shrink shrinks shrinking shrank shrunk
speak speaks speaking spoke spoken|break breaks breaking broke broken|throw throws throwing threw thrown
overfit overfits overfitting overfit overfit|reset resets resetting reset reset
"""
_NOUNS = """
child children|man men|woman women|person people|datum data|criterion criteria|analysis analyses|basis bases
hypothesis hypotheses|matrix matrices|vertex vertices|index indices|axis axes|phenomenon phenomena|foot feet
half halves|bias biases|lens lenses|life lives|optimum optima|maximum maxima|minimum minima|synthesis syntheses
thesis theses|crisis crises|series series
"""
_IRREGULAR_VERBS = [tuple(line.split()) for row in _VERBS.split("\n") for line in row.split("|") if line]
_IRREGULAR_NOUNS = [tuple(line.split()) for row in _NOUNS.split("\n") for line in row.split("|") if line]
_AUXILIARIES = frozenset(
    ("am", "is", "are", "was", "were", "been", "being", "has", "had", "having", "does", "did", "done", "doing")
)
"""Forms of be, have and do that stand for themselves: who asks for “being” does not mean every “is”."""
_SILENT_E = r"(?:[^aeiou][aeiou](?:[ckz]|at|it|ut|us|or|ir|ur)|[^aeiou][lvuc]|[aeu]v|rg|dg|ng|as|os|iz|is|os)\Z"
"""Stems that lose an e before -ed and -ing: estimat-, reduc-, us-."""
_DOUBLES = re.compile(r"(?:[^aeiou]|qu|\b)[aeiou][bdgklmnprtvz]\Z")
_SYLLABLES = re.compile(r"[aeiouy]+")


class Regular:
    """Inflects by the rules of spelling, with the exceptions above."""

    def __init__(self) -> None:
        self._verbs = {form: row for row in reversed(_IRREGULAR_VERBS) for form in row}
        self._nouns = {form: row for row in _IRREGULAR_NOUNS for form in row}

    def forms(self, word: str) -> frozenset[str]:
        """Return `word` and what it becomes as a noun and as a verb."""
        word = word.lower()
        nouns = [self.inflect(word, tag).lower() for tag in NOUN_TAGS]
        verbs = [self.inflect(word, tag).lower() for tag in VERB_TAGS] if len(word) > 2 or word in self._verbs else []
        return frozenset({word, *nouns, *verbs, *self._verbs.get(word, ())})

    def frequency(self, word: str) -> float:
        """Return a guess: short words are frequent ones."""
        return 10.0 if word in COMMON else 10 ** (0.5 - len(word) / 4)

    def irregular(self, word: str) -> frozenset[str]:
        """Return the forms of a word that is an exception; none of any other."""
        return frozenset(self._verbs.get(word, ())) | frozenset(self._nouns.get(word, ()))

    def inflect(self, word: str, tag: str) -> str:
        """Return `word` in the form that `tag` names, with the capitals of `word`."""
        if not word or not word[-1].isalpha():
            return word
        if word[1:] != word[1:].lower() or (len(word) == 1 and word.isupper()):
            return self._acronym(word, tag)
        lower = word.lower()
        new = self._noun(lower, tag) if tag in NOUN_TAGS else self._verb(lower, tag)
        return new[0].upper() + new[1:] if word[0].isupper() else new

    def _acronym(self, word: str, tag: str) -> str:
        stem = word[:-1] if len(word) > 2 and word[-1] == "s" and word[-2].isupper() else word
        return f"{stem}s" if tag in ("NNS", "VBZ") else stem

    def _noun(self, word: str, tag: str) -> str:
        if word in self._nouns:
            return self._nouns[word][NOUN_TAGS.index(tag)]
        return _singular(word) if tag == "NN" else _plural(_singular(word))

    def _verb(self, word: str, tag: str) -> str:
        if word in self._verbs:
            return self._verbs[word][VERB_TAGS.index(tag)]
        base = _base(word)
        if tag == "VB":
            return base
        if tag == "VBZ":
            return _plural(base)
        stem = base + base[-1] if _DOUBLES.search(base) and len(_SYLLABLES.findall(base)) == 1 else base
        if tag == "VBG":
            return (stem[:-1] if stem.endswith("e") and not stem.endswith(("ee", "ye", "oe")) else stem) + "ing"
        if re.search(r"[^aeiou]y\Z", stem):
            return stem[:-1] + "ied"
        return stem + ("d" if stem.endswith("e") else "ed")


class Lexicon(Protocol):
    """What `rlfix.lexicon` knows of inflection."""

    def forms(self, word: str) -> frozenset[str]:
        """Return all forms of every lemma that `word` can be a form of."""

    def is_closed(self, word: str) -> bool:
        """Tell whether `word` is one of the words of grammar, which have no forms but themselves."""

    def lemmas(self, form: str) -> Iterator[tuple[str, str]]:
        """Yield the readings of `form`: a lemma and a tag."""

    def inflect(self, lemma: str, tag: str) -> str:
        """Return the form of `lemma` for a tag."""

    def frequency(self, word: str) -> int:
        """Return the frequency of a string in steps of a twenty-fifth of a power of ten per thousand million."""


class Lexical:
    """Inflects what a lexicon knows by that, the rest by the rules."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._regular = Regular()

    def forms(self, word: str) -> frozenset[str]:
        """Return `word` and all forms of what it may be a form of."""
        lower = word.lower()
        if lower in _AUXILIARIES:
            return frozenset({lower})
        if any(self._lexicon.lemmas(lower)):
            known = self._lexicon.forms(lower)
        else:
            known = frozenset() if self._lexicon.is_closed(lower) else self._regular.forms(word)
        return known | {lower} | self._regular.irregular(lower)

    def inflect(self, word: str, tag: str) -> str:
        """Return `word` in the form that `tag` names, with the capitals of `word`."""
        lower = word.lower()
        readings = [lemma for lemma, known in self._lexicon.lemmas(lower) if known[0] == tag[0]]
        if not readings or word[1:] != word[1:].lower() or self._regular.irregular(lower):
            return self._regular.inflect(word, tag)
        lemma = lower if lower in readings else readings[0]
        new = lemma if tag in ("NN", "VB") else self._lexicon.inflect(lemma, tag)
        return new[0].upper() + new[1:] if word[0].isupper() else new

    def frequency(self, word: str) -> float:
        """Return about how often `word`, in lower case, stands in a text of a few thousand words."""
        return float(10 ** (self._lexicon.frequency(word) / 25 - 5.5))


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y\Z", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)\Z", word) else "s")


def _singular(word: str) -> str:
    if re.search(r"(?:ss|us|is|[^s]ics)\Z", word) or not word.endswith("s") or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if re.search(r"(?:ss|x|ch|sh|zz)es\Z", word) else word[:-1]


def _base(word: str) -> str:
    """Return the verb of which `word` is a regular form, where that is plain."""
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem == word or not _SYLLABLES.search(stem) or len(stem) < 3:
            continue
        if ending == "ed" and stem.endswith("e"):
            return stem + "e"
        if re.search(r"([bdgkmnprt])\1\Z", stem):
            return stem[:-1]
        if ending == "ed" and stem.endswith("i"):
            return stem[:-1] + "y"
        return stem + "e" if re.search(_SILENT_E, stem) else stem
    return _singular(word) if word.endswith("s") else word
