"""Terms that one document writes together, with a hyphen and apart."""

from __future__ import annotations

from collections import Counter
from operator import add
from typing import TYPE_CHECKING

from rlfix.checks.consistency.acronyms import is_explained
from rlfix.checks.consistency.forms import base_of, forms_of, has_inner_capital, is_acronym, is_title
from rlfix.edit import Edit, Safety
from rlfix.lexicon import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.checks.consistency.forms import Forms
    from rlfix.settings import Settings
    from rlfix.text import Text

_CLEAR = 3
"""How many times as often as the odd form the usual one has to stand there."""
_RULE = "terms.competing-forms"


def competing_forms(text: Text, _settings: Settings) -> Iterator[Edit]:
    """Write a term together, with a hyphen or apart, as the document mostly does.

    Acronyms run together are parted where the document parts them at least three times as often. Words
    are not: what is run together may be the name of something, so that is only suggested. A hyphen is
    asked for only where the same word follows: a reward-model loss, but the loss of the reward model.

    Bad: LLM RL is hard. We like LLM RL. So LLM RL it is. An LLMRL run is slow.
    Good: LLM RL is hard. We like LLM RL. So LLM RL it is. An LLM RL run is slow.

    Fine: Over all the tokens, the overall result over all runs, and over all days, is fine.
    Fine: We set up a thing, set up more, and set up the setup.
    Fine: An LLMRL run and another LLM RL run.
    """
    forms = forms_of(text)
    yield from _joined_acronyms(text, forms)
    yield from _joined_words(text, forms)
    yield from _hyphens(text, forms)


def _joined_acronyms(text: Text, forms: Forms) -> Iterator[Edit]:
    """Yield edits that part acronyms run together: LLMRL in a document that writes LLM RL."""
    for form in [form for form in forms.counts if len(form) > 3 and form[0].isupper() and has_inner_capital(form)]:
        base = base_of(form)
        for cut in range(2, len(base) - 1):
            if is_acronym(base[cut:]) and base[:cut] in forms.counts and base[cut:] in forms.counts:
                yield from _parted(text, forms, form, cut)


def _parted(text: Text, forms: Forms, form: str, cut: int) -> Iterator[Edit]:
    """Yield edits that part `form` at `cut`, as the document mostly does; sure only where both parts are acronyms."""
    base = base_of(form)
    first, second = base[:cut], base[cut:]
    firsts = forms.everywhere(first)
    count = sum(forms.raws[index + 1 : index + 2] == [second] and text.tokens.gap(index) == " " for index in firsts)
    places = forms.places(form)
    if count < max(_CLEAR, _CLEAR * len(places)) or is_explained(text, base) or forms.is_name(text, base):
        return
    why = f"The document writes “{first} {second}” {count} times."
    safety = Safety.SAFE if is_acronym(first) and not find(base.lower()) else Safety.SUGGEST
    for index in places:
        start, end = text.tokens.starts[index], text.tokens.starts[index] + len(base)
        yield Edit(start, end, base, f"{first} {second}", _RULE, why, safety)


_NO_COMPOUND = frozenset(
    "any can down every for has into may more new not off one other our out over some than that the there "  # noqa: SIM905
    "this under what when where which who with".split()
)
"""Words that make other words with the next one (everyday, overall, sometimes), or that any noun may follow."""
_PARTICLES = frozenset("about along also around away back down off one out over self through together".split())  # noqa: SIM905
"""Words that a verb makes a noun with (check out, checkout), and others that go on from the word before."""


def _joined_words(text: Text, forms: Forms) -> Iterator[Edit]:
    """Yield edits for words that stand there both together and apart: finetuning, fine-tuning, fine tuning."""
    for pair, ways in _pairs(text, forms).items():
        joined = "".join(pair)
        together = [index for form in (joined, joined.capitalize()) for index in forms.places(form)]
        ways[""] = [index for index in together if not is_title(text, index) and not forms.is_name(text, joined)]
        usual = max(ways, key=lambda way: len(ways[way]))
        for odd, places in ways.items():
            if odd != usual and 0 < len(places) <= 2 and len(places) * _CLEAR <= len(ways[usual]):
                yield from _rejoined(text, places, pair, odd, usual)


def _pairs(text: Text, forms: Forms) -> dict[tuple[str, str], dict[str, list[int]]]:
    """Return where the two words of a word of the text stand apart: the first ones' numbers, by what is between."""
    tokens, words = text.tokens, text.tokens.words
    distinct = set(words)
    found: dict[tuple[str, str], dict[str, list[int]]] = {}
    for index in [index for index, joined in enumerate(map(add, words, words[1:])) if joined in distinct]:
        first, second = words[index : index + 2]
        if not _may_join(first, second, tokens.gap(index)):
            continue
        if forms.raws[index + 1].islower() and forms.is_free(index, index + 1):
            found.setdefault((first, second), {" ": [], "-": []})[tokens.gap(index)].append(index)
    return found


def _may_join(first: str, second: str, gap: str) -> bool:
    if gap not in {" ", "-"} or not (first + second).isalpha() or len(second) < 3 or second in _PARTICLES:
        return False
    return gap == "-" or (len(first) > 2 and first not in _NO_COMPOUND)


def _hyphens(text: Text, forms: Forms) -> Iterator[Edit]:
    """Yield edits where two words before a third have a hyphen mostly but not always: a model-based method."""
    tokens, words = text.tokens, text.tokens.words
    hyphened = Counter(tuple(words[index : index + 3]) for index in _before_hyphens(text))
    spaced: dict[tuple[str, ...], list[int]] = {}
    firsts = {triple[0] for triple in hyphened}
    for index in [index for index, word in enumerate(words) if word in firsts]:
        triple = tuple(words[index : index + 3])
        if triple in hyphened and tokens.gap(index) == tokens.gap(index + 1) == " ":
            spaced.setdefault(triple, []).append(index)
    for triple, places in spaced.items():
        if len(places) * 2 <= hyphened[triple] and len(places) <= 2:
            free = [index for index in places if forms.raws[index + 1].islower() and forms.is_free(index, index + 1)]
            yield from _rejoined(text, free, triple[:2], " ", "-")


def _before_hyphens(text: Text) -> Iterator[int]:
    """Yield the number of each word that a hyphen ties to a second one, with a third after it."""
    tokens = text.tokens
    offset = text.string.find("-")
    while offset >= 0:
        index = tokens.at(offset) - 1
        if index >= 0 and tokens.ends[index] == offset and tokens.gap(index) == "-" and tokens.gap(index + 1) == " ":
            third = tokens.words[index + 2]
            if len(third) > 3 and third not in _NO_COMPOUND and tokens.words[index + 1] not in _PARTICLES | {"up"}:
                yield index
        offset = text.string.find("-", offset + 1)


def _rejoined(text: Text, places: list[int], pair: tuple[str, ...], odd: str, usual: str) -> Iterator[Edit]:
    """Yield suggestions to put `usual` between the words of `pair`, where `odd` is; `places` are the first ones'."""
    tokens, cut = text.tokens, len(pair[0])
    why = f"The document mostly writes “{usual.join(pair)}”."
    for index in places:
        start, end = tokens.starts[index], tokens.ends[index + bool(odd)]
        old = text.string[start:end]
        new = old[:cut] + usual + old[cut + len(odd) :]
        yield Edit(start, end, old, new, _RULE, why, Safety.SUGGEST)
