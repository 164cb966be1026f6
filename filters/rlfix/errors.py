"""What can be wrong with a document; apart, so that it can be caught before panflute is loaded."""

from __future__ import annotations


class NotPandocError(ValueError):
    """The input is not the JSON of a Pandoc document."""


class UnsupportedVersionError(ValueError):
    """The input is a Pandoc document, of a version whose elements rlfix does not know."""
