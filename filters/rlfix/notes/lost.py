"""What Pandoc's readers leave behind where they lost a note or a reference to one.

    MediaWiki `<ref name="x" />`, Typst `#footnote(<x>)`   Note []
    gfm, a reference inside a note                         Str ""
    reStructuredText `[9]_` without a note                 Link [Str "9"] ("##NOTE##9", "")

Undefined references of the other readers stay in the text as they were typed, `[^zz]` or
`[fn:zz]`. They are left alone and reported, unless the writer would bring them to life.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import panflute as pf

from rlfix.notes.survey import is_empty, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.notes.survey import Place, Run
    from rlfix.report import Notice

_BOGUS = "##NOTE##"
_LABEL = re.compile(r"\[\^(\w[\w.:+-]*)\](?![\w*+?{])")
"""A label as authors write it; what follows a character class of a regular expression is excluded."""
_TYPED = re.compile(r"\[\^(\w[\w.:+-]*)\]:")
_RANGES = re.compile(r"(?:\w-\w)+\w?|\w(?:\w-\w)+")
_ORG = re.compile(r"\[(?=fn:[^\]\s]*[\]:])")
_ORG_LABEL = re.compile(r"\[(fn:[^\]:\s]*)")
_ORG_READER = "special_strings"
"""An extension that no reader but Org's has."""


def drop_empty(run: Run) -> Iterator[Notice]:
    """Remove the notes whose text the reader lost."""
    for place in run.survey.notes:
        if is_empty(place.node) and not place.innermost(pf.Cite):
            yield notice("empty", "a note whose text Pandoc's reader lost is left out", place, fixed=True)
            place.siblings.pop(place.position())
            run.changed()


def report_lost_references(run: Run) -> Iterator[Notice]:
    """Report references inside notes that the reader replaced by nothing."""
    if run.extensions and ("footnotes" not in run.extensions or "inline_notes" in run.extensions):
        return
    for place in run.survey.texts:
        note = place.innermost(pf.Note)
        if not place.node.text and note is not None and not is_empty(note) and not _follows_citation(place):
            yield notice("lost-reference", "Pandoc's reader lost a reference inside this note", place, fixed=False)


def _follows_citation(place: Place) -> bool:
    """Tell whether citeproc emptied the string when it moved its punctuation."""
    at = place.position()
    return at > 0 and type(place.siblings[at - 1]) is pf.Cite


def restore_undefined(run: Run) -> Iterator[Notice]:
    """Turn reStructuredText's references to nowhere back into the text that was typed.

    The reader drops the space that has to stand before a reference; it comes back too.
    """
    for place in run.survey.links:
        if place.node.url.startswith(_BOGUS):
            label = place.node.url.removeprefix(_BOGUS)
            yield notice("undefined", f"[{label}]_ is text again: no note is defined", place, fixed=True)
            at = place.position()
            glued = at > 0 and type(place.siblings[at - 1]) not in {pf.Space, pf.SoftBreak, pf.LineBreak}
            place.replace([*([pf.Space()] if glued else []), pf.Str(f"[{label}]_")])
            run.changed()


def report_undefined(run: Run) -> Iterator[Notice]:
    """Report each label in the text for which there is no note, once."""
    typed = {found[1] for place in run.survey.texts if (found := _TYPED.match(place.node.text))}
    for place in run.survey.texts:
        for found in _LABEL.finditer(place.node.text):
            if found[1] not in run.told and _is_reference(found, run):
                run.told.add(found[1])
                glued = found[1] in typed and "footnotes" in run.extensions
                reason = "its definition needs a blank line before it" if glued else "no note is defined"
                yield notice("undefined", f"[^{found[1]}] is left as text: {reason}", place, fixed=False)


def _is_reference(found: re.Match[str], run: Run) -> bool:
    """Tell a reference from a regular expression: `[^a-z]`, or `[^abc]` alone where there are no notes."""
    if _RANGES.fullmatch(found[1]):
        return False
    return bool(found.start()) or not found[1].isalpha() or bool(run.survey.notes)


def guard_org(run: Run) -> Iterator[Notice]:
    """Keep `[fn:2]` in the text from becoming a reference when the writer is Org's.

    A zero-width space after the bracket does it; Org has no escape for it. Only what would come
    alive is touched: a number that a note of the document gets, and the inline form `[fn:a:...]`.
    """
    for place in run.survey.texts:
        label = _ORG_LABEL.search(place.node.text)
        if label and run.writer == "org":
            yield from _deaden(run, place)
        elif label and _ORG_READER in run.extensions:
            yield notice("undefined", f"[{label[1]}] is left as text: no note is defined", place, fixed=False)


def _deaden(run: Run, place: Place) -> Iterator[Notice]:
    live = {f"fn:{number}" for number in range(1, len(run.survey.notes) + 1)}
    pieces = _ORG.split(place.node.text)
    for index, piece in enumerate(pieces[1:], 1):
        label = re.match(r"fn:[^\]:\s]*", piece)
        name = label[0] if label else piece
        if name in live or piece.removeprefix(name).startswith(":"):
            pieces[index] = "\N{ZERO WIDTH SPACE}" + piece
            yield notice("undefined", f"[{name}] is kept from becoming a note: none is defined", place, fixed=True)
        else:
            yield notice("undefined", f"[{name}] is left as text: no note is defined", place, fixed=False)
    place.node.text = "[".join(pieces)
