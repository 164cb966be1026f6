"""Right words that are not the one meant: form for from, its for it's, think for thing.

No dictionary finds these, only the place: every such word has a frame, which looks at the words around it and
says which word is meant, if it is another. `realword_place` is what a frame sees. The most frequent words have
their frames in `realword_particles`, `realword_articles`, `realword_pronouns` and `realword_verbs`, most others a
row in the table of `realword_rows`; `realword_rare` knows words that hardly anybody means. What English allows is
left alone, however odd.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rlfix.checks.spelling.realword_articles import ARTICLE_LIKE
from rlfix.checks.spelling.realword_particles import PARTICLES
from rlfix.checks.spelling.realword_place import Place
from rlfix.checks.spelling.realword_pronouns import PRONOUNS
from rlfix.checks.spelling.realword_rare import SLIPS, rare
from rlfix.checks.spelling.realword_rows import ROWS
from rlfix.checks.spelling.realword_table import by_table
from rlfix.checks.spelling.realword_verbs import VERBS
from rlfix.edit import Edit, Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.settings import Settings
    from rlfix.text import Text
    from rlfix.tokens import Tokens

SMALL_WORDS = PARTICLES | ARTICLE_LIKE
PRONOUN_WORDS = PRONOUNS | VERBS
_GLUED = frozenset("/\\=_@#<>(`~$%")
"""What no word of running text has beside it."""


def _slips(text: Text, words: Iterable[str], meaning: Callable[[Place], str], rule: str) -> Iterator[Edit]:
    """Yield an edit wherever one of `words` stands and `meaning` says that another one is meant."""
    found = _watched(text.tokens)
    for word in [word for word in words if word in found]:
        for index in found[word]:
            place = Place(text, index)
            meant = meaning(place)
            if meant and _is_plain(place):
                yield _edit(place, meant, rule)


@lru_cache(maxsize=1)
def _watched(tokens: Tokens) -> dict[str, list[int]]:
    """Return where each word stands that some rule looks at: one pass over the text for all of them."""
    found: dict[str, list[int]] = {}
    for index, word in enumerate(tokens.words):
        if word in _WATCHED:
            found.setdefault(word, []).append(index)
    return found


def _is_plain(place: Place) -> bool:
    """Tell whether the word is written as an ordinary word: in lower case, or first in its sentence."""
    string, start, end = place.text.string, place.start, place.end
    if string[end : end + 1] in _GLUED or string[max(0, start - 1) : start] in _GLUED | {"."}:
        return False
    written = string[start:end]
    return written.islower() or (written[1:].islower() and written[0].isupper() and place.starts_sentence)


def _edit(place: Place, meant: str, rule: str) -> Edit:
    """Return an edit of the word; of the one before too, where that is the same and one of them might be taken out."""
    written, word = place.text.string[place.start : place.end], meant.rstrip("?")
    new = word[:1].upper() + word[1:] if written[0].isupper() else word
    why = f"“{written}” is a word, but “{new}” fits here."
    safety = Safety.SUGGEST if meant.endswith("?") else Safety.SAFE
    start = place.text.tokens.starts[place.index - 1] if place.before == place.word else place.start
    before = place.text.string[start : place.start]
    return Edit(start, place.end, before + written, before + new, rule, why, safety)


def confused_particle(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write the small word that is meant: from, than, and, of, to, not, by.

    Bad: The new policy is not far form the old one.
    Good: The new policy is not far from the old one.

    Bad: It is larger then the other, and more often then not it is slower.
    Good: It is larger than the other, and more often than not it is slower.

    Bad: If the token is set, than the provider uses it.
    Good: If the token is set, then the provider uses it.

    Bad: One of more files are in charge or it, and you an use it.
    Good: One or more files are in charge of it, and you can use it.

    Bad: Once you have am access token, it can by used in and experiment.
    Good: Once you have an access token, it can be used in an experiment.

    Bad: The file does no exist, so the batch is to large.
    Good: The file does not exist, so the batch is too large.

    Fine: The files form the input. If it is larger, then stop; when it is faster then use it.
    Fine: He is on off days, one of more than ten. You and an agent, in and out, 9 am appointments.
    Fine: It does no harm. We are to be paid by then.
    """
    return _slips(text, SMALL_WORDS, lambda place: SMALL_WORDS[place.word](place), "spelling.confused-particle")


def confused_pronoun(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write the pronoun that is meant, or the little verb beside it: its, you're, there, where, is.

    Bad: Every token gets it's own reward.
    Good: Every token gets its own reward.

    Bad: Its a mess, and its easy to see why it as been so.
    Good: It's a mess, and it's easy to see why it has been so.

    Bad: When your are done, put the key in you code.
    Good: When you are done, put the key in your code.

    Bad: Their are two of them, and they run on there own.
    Good: There are two of them, and they run on their own.

    Bad: If you where able to find the place were you are, check that is has a name.
    Good: If you were able to find the place where you are, check that it has a name.

    Bad: The value many also be negative.
    Good: The value may also be negative.

    Fine: Its value is what it's worth, and it's time to go. You're right about your own.
    Fine: Tell me where you were; there own goals were made. They are where they are.
    Fine: What it is has no name, and as many as you like.
    """
    return _slips(text, PRONOUN_WORDS, lambda place: PRONOUN_WORDS[place.word](place), "spelling.confused-pronoun")


def confused_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write the noun, verb or adjective that is meant, where a similar one stands.

    Bad: That isn't a think for us.
    Good: That isn't a thing for us.

    Bad: A casual language model may loose its memory.
    Good: A causal language model may lose its memory.

    Bad: It has an affect on the gradient decent, in principal.
    Good: It has an effect on the gradient descent, in principle.

    Bad: Lets see weather it has lead to this.
    Good: Let's see whether it has led to this.

    Bad: You man loop though the list by trail and error.
    Good: You may loop through the list by trial and error.

    Bad: This is specially useful; you can simple run it.
    Good: This is especially useful; you can simply run it.

    Fine: I think the effect of casual clothes is loose. To effect the change, follow the trail.
    Fine: A tensor is though not a list. The weather is quiet. A discreet hint.
    Fine: The think step has a lead, and she will have a think about it.
    """
    return _slips(text, ROWS, by_table, "spelling.confused-word")


def unlikely_word(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Replace a word that hardly anybody means by the frequent one that is a slip away.

    Bad: One ore more of them go trough each step.
    Good: One or more of them go through each step.

    Bad: The example bellow shows that it wold be hard to mange this.
    Good: The example below shows that it would be hard to manage this.

    Fine: The ore is mined below the trough. A fist in the air, a witch in the wood.
    Fine: Let ot be the time and ti the index.
    """
    return _slips(text, SLIPS, rare, "spelling.unlikely-word")


_JOINED = {"coma": ("-separated", "comma"), "course": ("-grained", "coarse")}
_COPIED = ("copy & ", "cut & ", "copy-and-", "cut-and-", "copy/")


def half_of_a_compound(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write the word that is meant in a compound.

    Bad: A coma-separated list is for copy-and-past, and course-grained.
    Good: A comma-separated list is for copy-and-paste, and coarse-grained.

    Fine: A coma, a race-course, past the copy-and-paste.
    """
    return _slips(text, (*_JOINED, "past"), _in_compound, "spelling.half-of-a-compound")


def _in_compound(place: Place) -> str:
    if place.word == "past":
        return "paste" if place.text.string[max(0, place.start - 9) : place.start].lower().endswith(_COPIED) else ""
    other, meant = _JOINED[place.word]
    return meant if place.text.string.startswith(other, place.end) else ""


_TORN = {
    "int": "in",
    "ont": "on",
    "oft": "of",
    "fort": "for",
    "att": "at",
    "tot": "to",
    "fromt": "from",
    "witht": "with",
}


def shifted_blank(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Put the blank before the *t* of `the` that slipped to the word before it.

    Bad: It is int he list, ont he left.
    Good: It is in the list, on the left.

    Fine: The small fort he built, one int he used.
    """
    words = text.tokens.words
    for index in _watched(text.tokens).get("he", ()):
        if not index or words[index - 1] not in _TORN:
            continue
        place = Place(text, index - 1)
        if place.after and _is_plain(place) and not _has_article(place):
            old = text.string[place.start : text.tokens.ends[index]]
            new = old[: -len(" he") - 1] + " the"
            yield Edit(place.start, place.start + len(old), old, new, "spelling.shifted-blank", "The blank slipped.")


def _has_article(place: Place) -> bool:
    """Tell whether the word may be meant: a fort he built."""
    return not {"a", "an", "the", "one", "another", "small", "old", "this", "that"}.isdisjoint(
        {place.before, place.before2}
    )


_WATCHED = frozenset({*SMALL_WORDS, *PRONOUN_WORDS, *ROWS, *SLIPS, *_JOINED, "past", "he"})

RULES: tuple[Callable[[Text, Settings], Iterator[Edit]], ...] = (
    confused_particle,
    confused_pronoun,
    confused_word,
    unlikely_word,
    half_of_a_compound,
    shifted_blank,
)
