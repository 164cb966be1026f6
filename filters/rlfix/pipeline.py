"""The pipeline: what rlfix does to a document, from the first step to the last."""

from __future__ import annotations

import os
from copy import deepcopy
from typing import TYPE_CHECKING

from rlfix import headings
from rlfix.checks import CHECKS
from rlfix.edit import Choice, Edit, Safety, apply, choose
from rlfix.flatten import flatten
from rlfix.notes import repair
from rlfix.report import Finding, Notice, Report
from rlfix.sections import drop
from rlfix.settings import Settings, from_metadata

if TYPE_CHECKING:
    import panflute as pf

    from rlfix.text import Text

_LEAST = {"safe": Safety.SAFE, "all": Safety.SUGGEST, "none": None}


def proofread(doc: pf.Doc, settings: Settings | None = None) -> Report:
    """Proofread `doc` in place and return what was done.

    Without `settings` those of the document's metadata (`rlfix:`) and of the environment hold.
    `doc.format` is the writer the document goes to; footnotes are repaired for that one.
    """
    notices: list[Notice] = []
    if settings is None:
        settings, problems = from_metadata(doc, os.environ)
        notices += [Notice("settings", problem) for problem in problems]
    if not settings.enabled:
        return Report((), (), tuple(notices), settings)
    looking = settings.apply == "none"
    steps = _restructure(deepcopy(doc) if looking else doc, settings)
    notices += [notice._replace(fixed=False) for notice in steps] if looking else steps
    text = flatten(doc)
    choice, told = look(text, settings)
    notices += told
    made, left = (tuple(Finding.of(text, edit) for edit in edits) for edits in choice)
    if choice.made:
        mended = {id(finding.block.node): finding.block.node for finding in made if finding.block.kind == "header"}
        derived = headings.derived(doc, mended.values()) if settings.heading_ids == "follow" else []
        apply(text, choice.made)
        headings.follow(doc, derived)
    return Report(made, left, tuple(notices), settings)


def look(text: Text, settings: Settings) -> tuple[Choice, list[Notice]]:
    """Return the edits that the checks ask for in `text`, to make and to leave, and what else they have to tell."""
    found = [one for check in CHECKS for one in check.check(text, settings)]
    edits = (one for one in found if isinstance(one, Edit))
    return choose(text, edits, _LEAST[settings.apply]), [one for one in found if isinstance(one, Notice)]


def _restructure(doc: pf.Doc, settings: Settings) -> list[Notice]:
    """Take the steps that change more than words, in the tree of `doc`."""
    return [*drop(doc, settings.drop_sections), *repair(doc, settings)]
