"""Passages in another language that nothing marks as such.

Little words tell: a Spanish paragraph has “de”, “la” and “que” where an English one has “of”, “the” and “that”. Only
the English of a document is proofread; where an author says with `lang` what a passage is, that holds instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rlfix.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rlfix.text import Block

_ENGLISH = frozenset(
    "the of and to is are was be in that this it for with as on by you we they not or can from at if when which an "  # noqa: SIM905
    "will have has do does your its there but all how what i".split()
)
_FOREIGN = frozenset(
    "de la el los las que en y un una por para con es del se lo al su sus como más le les des et du une dans est pour "  # noqa: SIM905
    "sur qui pas ce ces cette aux avec der das und ist nicht ein eine mit von zu auf den dem sich für wird werden "
    "sind auch oder wir il gli che di per non sono della nel una het een van dat niet zijn voor met aan os da em um "
    "uma não com na no dos das ao och att det som på är til ikke af w nie się jest że z na do "
    "ut sed quis quae quod ipsum dolor sit amet aut vel nisi hic atque".split()
)
"""Of Spanish, French, German, Italian, Dutch, Portuguese, Swedish, Danish, Polish and Latin; a few are English too."""
_LEAST = 3


def foreign_passages(string: str, blocks: Iterable[Block]) -> Iterator[Zone]:
    """Yield the blocks of `string` that are not in English, though nothing says so.

    A block needs three little words of other languages, and more than twice as many as of English ones; in a
    document most of which is so, it is the English one that has to have three.
    """
    if len(_FOREIGN.intersection(string.lower().split())) <= _LEAST:
        return
    counted = [(block, *_counts(string[block.start : block.end])) for block in blocks if not block.lang]
    mostly = sum(foreign for _, foreign, _ in counted) > 2 * sum(english for *_, english in counted)
    for block, foreign, english in counted:
        is_english = english >= _LEAST and english > foreign
        if (foreign >= _LEAST and foreign > 2 * english) or (mostly and not is_english):
            yield Zone(block.start, block.end, "off")


def _counts(string: str) -> tuple[int, int]:
    """Return how many little words of other languages there are, and of English."""
    words = string.lower().split()
    return sum(word in _FOREIGN for word in words), sum(word in _ENGLISH for word in words)
