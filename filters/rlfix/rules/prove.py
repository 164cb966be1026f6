"""The specs of a pack: examples that each of its rules brings, and what comes out of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.rules.header import Header
    from rlfix.rules.model import Pack, Spec
    from rlfix.text import Text


def failures(pack: Pack, compiled: Header) -> Iterator[str]:
    """Yield a line for every spec of `pack` that something else comes out of than it says."""
    for rule in pack.rules:
        for spec in rule.specs:
            wrong = _failure(spec, compiled)
            if wrong:
                yield f"{pack.path}:{spec.line}: rule {rule.id}: {wrong}"


def _failure(spec: Spec, compiled: Header) -> str:
    """Return what is wrong with what comes out of `spec`; empty where it is what it should be."""
    from rlfix.checks.terms import edits_of  # noqa: PLC0415 -- the build compiles packs without panflute
    from rlfix.edit import Safety, choose  # noqa: PLC0415

    text = text_of(spec.text, spec.section, spec.previous)
    edits, problems = edits_of(text, [compiled])
    if problems:
        return problems[0]
    start = text.blocks[-1].start
    choice = choose(
        text, [edit for edit in edits if edit.start >= start], Safety.SUGGEST if spec.suggested else Safety.SAFE
    )
    wanted = text_of(spec.to).string
    out = spliced(text.string, choice.made)[start:]
    if out != wanted:
        by = ", ".join(dict.fromkeys(edit.rule for edit in choice.made))
        left = "" if not choice.left else f" (and {choice.left[0].rule} suggests `{choice.left[0].new}`)"
        return (
            f"`{_short(text.string[start:])}` became `{_short(out)}`, not `{_short(wanted)}`{by and f', by {by}'}{left}"
        )
    if spec.suggested and any(edit.safety > Safety.SUGGEST for edit in choice.made):
        return f"`{_short(spec.text)}` is changed and not only suggested"
    if spec.text == spec.to and choice.left:
        return f"`{_short(spec.text)}`: {choice.left[0].rule} suggests `{choice.left[0].new}`, and keep wants nothing"
    return ""


def spliced(string: str, edits: list[Any]) -> str:
    """Return `string` with `edits`, in order of place, made."""
    for edit in reversed(edits):
        string = string[: edit.start] + edit.new + string[edit.end :]
    return string


def _short(string: str) -> str:
    return string if len(string) <= 120 else string[:119] + "…"


def text_of(sentence: str, section: str = "", previous: str = "") -> Text:
    """Return the text of a document with one paragraph, under a heading and after another paragraph if given.

    Of Markdown, code spans, math, citations, emphasis and links count; all else is words.
    """
    import panflute as pf  # noqa: PLC0415

    from rlfix.flatten import flatten  # noqa: PLC0415

    blocks = [pf.Header(*_inlines(section))] if section else []
    blocks += [pf.Para(*_inlines(previous))] if previous else []
    return flatten(pf.Doc(*blocks, pf.Para(*_inlines(sentence))))


_MARKUP = re.compile(
    r"`(?P<code>[^`]+)`|\$(?P<math>[^$\s](?:[^$]*[^$\s])?)\$(?!\d)|(?P<cite>\[-?@[^\]]+\])"
    r"|\*\*(?P<strong>[^*]+)\*\*|(?<!\w)\*(?P<emph>[^*\s](?:[^*]*[^*\s])?)\*(?!\w)"
    r"|\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]+)\)|(?P<blank>\s+)|(?P<word>[^\s`$\[*]+|.)"
)


def _inlines(string: str) -> Iterator[Any]:
    """Yield the inline elements of `string`."""
    import panflute as pf  # noqa: PLC0415

    for found in _MARKUP.finditer(string):
        if found["blank"]:
            yield pf.Space()
        elif found["word"]:
            yield pf.Str(found["word"])
        elif found["code"]:
            yield pf.Code(found["code"])
        elif found["math"]:
            yield pf.Math(found["math"], format="InlineMath")
        elif found["cite"]:
            yield pf.Cite(pf.Str(found["cite"]))
        elif found["label"]:
            yield pf.Link(*_inlines(found["label"]), url=found["target"])
        else:
            kind = pf.Strong if found["strong"] else pf.Emph
            yield kind(*_inlines(found["strong"] or found["emph"]))
