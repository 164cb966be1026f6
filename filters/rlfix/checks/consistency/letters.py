"""How far one written form is from another, in letters and in keys."""

from __future__ import annotations

_KEYS = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
"""The rows of letters of a QWERTY keyboard; each starts a little right of the one above it."""


def shortened(word: str) -> set[str]:
    """Return `word` and what is left of it without any one letter; two near words share one of those."""
    return {word, *(word[:cut] + word[cut + 1 :] for cut in range(len(word)))}


def is_swap(one: str, other: str) -> bool:
    """Tell whether two letters side by side changed places: RLHF, RHLF."""
    differing = _differing(one, other)
    if len(one) != len(other) or len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return one[first] == other[second] and one[second] == other[first]


def is_near(odd: str, other: str) -> bool:
    """Tell whether a swap makes `other` of `odd`, or one letter that is another, is missing or is too many.

    The first letter tells siblings apart (GPU, TPU; DQN, DDQN), so only a swap touches that, and in three
    letters every one does.
    """
    if is_swap(odd, other):
        return True
    if odd[0] != other[0] or min(len(odd), len(other)) < 4:
        return False
    if len(odd) == len(other):
        return len(_differing(odd, other)) == 1
    longer, shorter = (odd, other) if len(odd) > len(other) else (other, odd)
    return len(longer) == len(shorter) + 1 and shorter in shortened(longer)


def is_finger(odd: str, other: str) -> bool:
    """Tell whether it was a finger that made the acronym `odd` of its near one `other`.

    Four letters and more: a swap (RHLF), a letter twice (RLHFF), or the key beside the last one (RLHR);
    within, siblings differ (GRPO, GFPO, GTPO), while the last letter stands for the kind of thing. The first
    letter stays, and with it the article before it.
    """
    if len(other) < 4 or odd[0] != other[0]:
        return False
    if len(odd) == len(other):
        return is_swap(odd, other) or (odd[:-1] == other[:-1] and _are_neighbours(odd[-1], other[-1]))
    return any(odd[cut] == odd[cut - 1] and odd[:cut] + odd[cut + 1 :] == other for cut in range(2, len(odd)))


def _differing(one: str, other: str) -> list[int]:
    return [number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]


def _are_neighbours(one: str, other: str) -> bool:
    """Tell whether two letters lie side by side on the keyboard, in a row or in two that touch."""
    places = [(row, keys.index(letter)) for letter in (one, other) for row, keys in enumerate(_KEYS) if letter in keys]
    if len(places) < 2:
        return False
    (row, column), (below, place) = sorted(places)
    return abs(column - place) == 1 if row == below else below == row + 1 and column - place in (0, 1)
