"""The copy editor of the Pandoc world: fixes footnotes, terms, spelling and grammar, and touches nothing else.

    pandoc post.md --filter rlfix -o post.md

In Python, on a panflute document:

    from rlfix import proofread
    report = proofread(doc)

The way through the code: `cli` reads and writes, `document` turns Pandoc's JSON into a panflute
document and back, `proofread` is the pipeline, `notes` repairs footnotes, `flatten` makes the `Text`,
the `checks` yield `Edit`s, `edit` chooses and applies them, `report` has all the wording.
"""

from rlfix.edit import Edit
from rlfix.proofread import proofread
from rlfix.report import Report
from rlfix.text import Text

__version__ = "0.1.0"
__all__ = ["Edit", "Report", "Text", "proofread"]
