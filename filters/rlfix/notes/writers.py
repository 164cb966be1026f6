"""What Pandoc 3.9's writers do with notes, by writer name as a filter gets it."""

from __future__ import annotations

import panflute as pf

WITHOUT_NOTES = frozenset({"commonmark", "markdown_strict"})
"""They write `[1]` as text, and figures and tables as HTML with a list of notes of its own."""
WITH_LABELS = frozenset({"markdown", "markdown_mmd", "gfm", "commonmark_x", "markdown_phpextra", "markdown_github"})
"""They write `[^1]`. All but the first write some figures and tables as HTML, like those above."""
MARKDOWN = WITH_LABELS | WITHOUT_NOTES
CAPTION_BELOW = WITH_LABELS | {"plain"}
"""They number the note of a table's caption first and print it last."""
HTML5 = frozenset({"html", "html5", "revealjs", "dzslides", "epub", "epub3", "chunkedhtml"})
HTML = HTML5 | {"html4", "slidy", "slideous", "s5", "epub2"}
PER_CHAPTER = frozenset({"epub", "epub2", "epub3", "chunkedhtml"})
"""They number from 1 in each file, and start a file at each heading of level 1."""
LATEX = frozenset({"latex", "beamer"})
ASCIIDOC = frozenset({"asciidoc", "asciidoctor", "asciidoc_legacy"})
ALT_PRINTED = (
    MARKDOWN
    | ASCIIDOC
    | frozenset(
        {
            *("plain", "djot", "rst", "docx", "odt", "docbook", "docbook4", "docbook5", "tei", "texinfo", "markua"),
            *("mediawiki", "dokuwiki", "xwiki", "zimwiki", "man", "muse", "textile", "bbcode_fluxbb", "revealjs"),
        },
    )
)
"""They print the description of a figure's image beside its caption, which says the same, notes included."""
TWICE = {"org": (pf.TableCell,), "djot": (pf.Header,)}
"""In what a writer prints notes twice, whatever the tree says."""
