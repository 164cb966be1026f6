"""Pandoc's JSON to a panflute document and back, with nothing lost on the way.

panflute 2.3.1 reads and writes Pandoc's own test suite unchanged, but for four things mended here:
raw formats it has not heard of, a metadata key that is called `t`, an attribute given twice, and
text that is no valid Unicode.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import panflute as pf
from panflute import elements

from rlfix.errors import NotPandocError, UnsupportedVersionError

if TYPE_CHECKING:
    from collections.abc import Callable

API_VERSION = (1, 23)
"""The pandoc-types version of Pandoc 3.0 and later, the oldest that is supported."""
_SUPPORTED = "1.23 and what follows it in version 1 (Pandoc 3)"


class _AnyFormat(frozenset[str]):
    """Stands in for panflute's list of raw formats: Pandoc takes any name in `{=name}`."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str)


elements.RAW_FORMATS = _AnyFormat()


class _Pairs(dict[str, str]):
    """Attributes of which one name stands twice: a dict to read, but it writes all its pairs."""

    __slots__ = ("pairs",)

    def __init__(self, pairs: list[list[str]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Any:
        return self.pairs


def load(data: bytes | str, writer: str = "html") -> pf.Doc:
    """Build the document of Pandoc's JSON `data`; `writer` is the output format's name.

    Raises NotPandocError when `data` is something else, UnsupportedVersionError when Pandoc is
    older than 3.0, and whatever panflute raises on elements it does not know.
    """
    try:
        doc = json.loads(data, object_hook=_element)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NotPandocError(str(error)) from error
    if not isinstance(doc, pf.Doc):
        raise NotPandocError("no pandoc-api-version in it")
    doc.format = writer
    return doc


def _element(data: dict[str, Any]) -> Any:
    """Return the panflute element of one JSON object; the hook that `json` calls, innermost first."""
    tag = data.get("t", "")
    if tag == "Str":
        return pf.Str(data["c"])
    if tag == "Space":
        return pf.Space()
    if "pandoc-api-version" in data:
        return _document(data)
    if not isinstance(tag, str):
        return data  # a metadata map with a key called `t`
    element = elements.from_json(data)
    if tag in _ATTRIBUTES:
        pairs = _ATTRIBUTES[tag](data["c"])[2]
        if len(pairs) != len(element.attributes):
            element.attributes = _Pairs(pairs)
    return element


def _document(data: dict[str, Any]) -> Any:
    version = data["pandoc-api-version"]
    if not isinstance(version, list) or not all(isinstance(part, int) for part in version):
        return data  # a metadata map with a key of that name
    if not {"meta", "blocks"} <= data.keys():
        raise NotPandocError("no meta or blocks in it")
    if tuple(version[:2]) < API_VERSION or version[0] > API_VERSION[0]:
        raise UnsupportedVersionError(
            f"the document is of pandoc-types {'.'.join(map(str, version))}, and rlfix knows {_SUPPORTED}; "
            "use Pandoc 3.0 or later, or `rlfix pandoc`, which brings one"
        )
    return pf.Doc(*data["blocks"], api_version=version, metadata=data["meta"])


_ATTRIBUTES: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("Div", "Span", "Link", "Image", "Code", "CodeBlock", "Table", "Figure"), lambda c: c[0]),
    "Header": lambda c: c[1],
}
"""Where the attributes are in the JSON contents of an element that has some."""


def dump(doc: pf.Doc) -> bytes:
    """Return `doc` as Pandoc's JSON in UTF-8.

    A lone surrogate, which UTF-8 cannot hold, makes the whole text ASCII with escapes, as it was
    when it came in.
    """
    tree = doc.to_json()
    try:
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":"), check_circular=False).encode()
    except UnicodeEncodeError:
        return json.dumps(tree, separators=(",", ":"), check_circular=False).encode()
