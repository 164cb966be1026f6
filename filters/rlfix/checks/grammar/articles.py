"""A, an, the: the wrong one of two, or one too many."""

from __future__ import annotations

import re

from rlfix.checks.grammar.rule import Fix, Rule, on
from rlfix.checks.grammar.view import ADJECTIVE, NOUN, OPAQUE, VBG, VBN, View, bits, recased, words
from rlfix.edit import Safety
from rlfix.sounds import article_for

_OPENING = re.compile(r"(?: ?\n ?|  ?|\u00a0)[\"“‘'(\[]?\Z")
"""What may stand between an article and the word that decides about it."""

_GRAMMATICAL = bits("DT", "IN", "TO", "CC", "PRP", "MD", "BE", "HAVE", "DO", "WH") & ~bits("EX")

_TAIL = re.compile(r"\S*")


@on("a", "an")
def a_or_an(view: View, at: int) -> Fix | None:
    """Choose between a and an by the sound that follows.

    Bad: Train a LLM with an unique goal for a hour, in an one-off run.
    Good: Train an LLM with a unique goal for an hour, in a one-off run.

    Bad: It is a 8-bit model behind an URL.
    Good: It is an 8-bit model behind a URL.

    Fine: An lvalue, an sdist and an ndarray, read by the letter. A llama; a svelte one.
    Fine: A SQL query or an SQL query, an `x` or a `y`, a historic and an historic day, a UNIX box.
    Fine: Vitamin A is a vitamin; plan A is better.
    """
    if not _OPENING.match(view.gap(at + 1)) or not _is_article(view, at) or view.before(at) == "import":
        return None
    start = view.starts[at + 1]
    word = _TAIL.match(view.string, start)[0]  # type: ignore[index]
    if word[0] == OPAQUE:
        return _before_code(view, at)
    if OPAQUE in word or _speaks_of_letter(view, at):
        return None
    right = article_for(word.rstrip(".,;:!?\"'”’)]"), known=bool(view.tags(at + 1)))
    if not right or right == view.words[at] or (right == "a" and _SPELT.match(word)):
        return None
    return Fix(at, at, recased(right, view.written(at)[0]), f"It is “{right} {view.written(at + 1)}”, by the sound.")


_SPELT = re.compile(
    r"(?:l[bcdfghjkmnpqrstvwxz]|[nx][bcdfghjklmpqrstvwxz]|m[bcdfghjklpqrstvwxz]|r[bcdfgjklmnpqrstvwxz]|s[bdfgjrxz]"
    r"|f[bcdfghkmnpqstvwxz]|h[bcdfghjklmnpqrstvwxz])[a-z]"
)
"""What no word starts with: its first letter is read by its name, which starts with a vowel (lvalue, ndarray)."""
_LETTER_AND_NUMBER = re.compile(r"[a-z]\d+(?:_\d+)?(?![\w(])")


def _before_code(view: View, at: int) -> Fix | None:
    """Return the fix before code that is read by its letter: a `u32`, an `x86_64` host."""
    code = _LETTER_AND_NUMBER.match(view.code(at + 1))
    right = article_for(code[0].partition("_")[0], known=False) if code else ""
    if not code or not right or right == view.words[at]:
        return None
    return Fix(at, at, recased(right, view.written(at)[0]), f"It is “{right} {code[0]}”, by the sound.")


def _speaks_of_letter(view: View, at: int) -> bool:
    """Tell whether what follows shows that `a` is a name: a is, a in, x to a."""
    if view.gap(at + 2)[:1] == "-":  # an in-depth look
        return False
    tags = view.tags(at + 1)
    if tags & (NOUN | ADJECTIVE | VBG) == VBG or (len(view.word(at + 1)) == 1 and view.written(at + 1).islower()):
        return True  # an using, a x
    if view.words[at] == "an" and tags & bits("RB") and view.next(at + 1) in ("the", "a", "it", "this"):
        return True  # and otherwise the
    unknown = not tags and not view.tags(at - 1) and view.joined(at) and view.before(at) != OPAQUE
    return bool(tags & _GRAMMATICAL) or (unknown and view.words[at - 1].isalpha())


def _is_article(view: View, at: int) -> bool:
    """Tell whether `a` or `an` is the article there, and not the name of something."""
    written = view.written(at)
    if written in ("AN", "aN") or (written in ("A", "An") and not view.opens(at)):
        return False
    gap = view.gap(at)
    if gap[-1:] in "+-/.'’_@\\$=" or (view.before(at) in _BEFORE_LETTER and view.next(at) in _NAMED_BY_LETTER):
        return False  # the a flag
    return not (written == "a" and gap[-1:] == ")")


_BEFORE_LETTER = words("the an this each every")
_NAMED_BY_LETTER = words(
    "element tag attribute node link flag option key switch letter macro parameter command register column field "
    "variable axis"
)


_DETERMINERS = words(
    "the a an some several various many few this these those my our your their its his her another any each every both"
)

_FIRST_GOES = words("the some several these those my our your their his another each every")
"""After a or an, what shows that the article is one too many."""


@on("a", "an")
def two_articles(view: View, at: int) -> Fix | None:
    """Take away an article before another word that does its work.

    Bad: We have a some amount of trust in a the model and an another one.
    Good: We have some amount of trust in the model and another one.

    Bad: It is an a good example of a such a model.
    Good: It is a good example of such a model.

    Fine: An interleaved A/B test; a few, a many-sided one; plan A the other way; a "the" is missing.
    """
    following = view.next(at)
    if not following or not _is_article(view, at) or view.gap(at + 2)[:1] == "-":
        return None
    if following in ("a", "an"):
        return _one_of_a_and_an(view, at)
    such = following == "such" and view.next(at + 1) in ("a", "an")
    if (view.words[at], following) == ("an", "the") and view.tags_of(view.before(at)) & NOUN:
        return Fix(at, at, "and", "“an” is “and” here, without its d.")
    tags = view.tags(at + 1)
    again = view.next(at + 1) in ("a", "an", "the") and not view.has_capital(at + 2) and view.joined(at + 3)
    if again and tags & (VBG | VBN) and not tags & (NOUN | ADJECTIVE):
        return _article_twice(view, at)
    if (following in _FIRST_GOES or such) and not view.has_capital(at + 1) and view.joined(at + 2):
        return _dropped(view, at, f"“{view.written(at)}” is one too many before “{following}”.")
    return None


def _article_twice(view: View, at: int) -> Fix:
    """Return the fix of an article before and after a participle: a called a, a desired a."""
    governed = view.tags(at + 1) & VBG and view.tags_of(view.before(at)) & bits("IN")  # of a creating a
    if view.next(at + 1) != "the" and view.words[at + 1] not in _NAMING and not governed:
        return Fix(at + 1, at + 2, view.written(at + 1), "The second article is one too many.")
    return _dropped(view, at, f"“{view.written(at)}” is one too many before “{view.words[at + 1]}”.")


_NAMING = words("called named using containing having")


def _one_of_a_and_an(view: View, at: int) -> Fix | None:
    following = view.next(at + 1)
    if following == "" or view.words[at] == view.words[at + 1] or view.has_capital(at + 1):
        return None
    if view.words[at] == "an" and following in _NAMED_BY_LETTER:
        return None  # an a element
    right = article_for(following, known=bool(view.tags(at + 2)))
    if not right or view.tags(at + 2) & _GRAMMATICAL:
        return None
    return Fix(at, at + 1, recased(right, view.written(at)), f"One article is enough: “{right} {following}”.")


def _dropped(view: View, at: int, why: str, safety: Safety = Safety.SAFE) -> Fix:
    """Return the fix that takes token `at` away and gives its capital to the next one."""
    return Fix(at, at + 1, recased(view.written(at + 1), view.written(at)[:1]), why, safety)


_TAKE = words("take takes taking took taken")
_OWN = words("this these those my our your their its his her another each both")

_SUBJECTS = words("you we they it he she")

_FINITE = bits("MD", "BE", "HAVE", "DO", "VB")


@on("the")
def article_too_many(view: View, at: int) -> Fix | None:
    """Take away “the” where another article, a pronoun or “there” follows.

    Bad: In the this case the you can see that the there is the a human readable name.
    Good: In this case you can see that there is a human readable name.

    Bad: It can take the advantage of it.
    Good: It can take advantage of it.

    Fine: The its and the it's; the you of today; the advantage of it; take the advantages.
    """
    following = view.next(at)
    if following == "advantage" and view.before(at) in _TAKE and view.next(at + 1) == "of":
        return _dropped(view, at, "It is “take advantage of”.")
    if not view.joined(at + 2) or view.has_capital(at + 1):
        return None
    after = view.next(at + 1)
    if following in ("a", "an") and after in _NAMED_BY_LETTER:
        fits = False
    elif following in ("a", "an"):
        sure = article_for(after, known=bool(view.tags(at + 2))) == following and not view.tags(at + 2) & _GRAMMATICAL
        fits = sure
    elif following == "each":
        fits = view.word(at + 2) == OPAQUE or bool(view.tags(at + 2) & NOUN)
    elif following in _OWN:
        fits = bool(view.tags(at + 2) & (NOUN | ADJECTIVE)) and following not in ("his", "her", "each", "both", "its")
    elif following in _SUBJECTS:
        fits = after in _FINITE_WORDS
    else:
        fits = following == "there" and after in ("is", "are", "was", "were", "will", "exists", "exist")
    return _dropped(view, at, f"“the” is one too many before “{following}”.") if fits else None


_FINITE_WORDS = words(
    "can could will would should must may might shall have has had do does did are is was were need want "
    "don't doesn't can't won't cannot"
)

RULES: tuple[Rule, ...] = (
    a_or_an,
    two_articles,
    article_too_many,
)
