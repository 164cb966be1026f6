"""A Pandoc document in JSON, taken apart: the words an author would mend, and all the rest.

`skeleton` is what no proofreading may change; `prose` is what it may. Both take the document as
`json.loads` gives it.
"""

from __future__ import annotations

from typing import Any

PROSE_METADATA = {"title", "subtitle", "abstract", "description"}
_WORDS = {"Str", "Space", "SoftBreak", "MetaString"}
_KEPT_WHOLE = {"Cite", "Strikeout"}


def skeleton(ast: dict[str, Any]) -> dict[str, Any]:
    """Return `ast` without its words: code, math, raw text, targets, attributes, keys, other metadata stay.

    The identifier of a heading is left out, because it follows the heading's words.
    """
    meta = {key: _bones(value) if key in PROSE_METADATA else value for key, value in ast["meta"].items()}
    return {**ast, "meta": meta, "blocks": _bones(ast["blocks"])}


def _bones(node: Any) -> Any:
    if isinstance(node, list):
        return [_bones(child) for child in node if not _is(child, _WORDS)]
    if not isinstance(node, dict) or _is(node, _KEPT_WHOLE):
        return node
    if _is(node, {"Header"}):
        level, (_, classes, pairs), inlines = node["c"]
        return {"t": "Header", "c": [level, ["", classes, pairs], _bones(inlines)]}
    return {key: _bones(value) for key, value in node.items() if not _is(value, _WORDS)}


def prose(ast: dict[str, Any]) -> str:
    """Return the words of `ast` that are the author's own, with a diamond for what is code, math or quoted."""
    meta = [value for key, value in sorted(ast["meta"].items()) if key in PROSE_METADATA]
    return "".join(_words([meta, ast["blocks"]]))


def _words(node: Any) -> list[str]:
    if isinstance(node, list):
        return [word for child in node for word in _words(child)]
    if not isinstance(node, dict):
        return []
    tag, content = node.get("t"), node.get("c")
    if tag in {"Str", "MetaString"}:
        return [content]
    if tag in {"Space", "SoftBreak"}:
        return [" "]
    if tag in {"Code", "Math", "RawInline", "Quoted", "BlockQuote", *_KEPT_WHOLE}:
        return ["◆"]
    words = _words(content)
    return words if tag in _RUNNING_ON else ["\n", *words, "\n"]


_RUNNING_ON = {
    *("Emph", "Strong", "Underline", "SmallCaps", "Superscript", "Subscript"),
    *("Link", "Span", "MetaInlines"),
}


def _is(node: Any, tags: set[str]) -> bool:
    return isinstance(node, dict) and node.get("t") in tags
