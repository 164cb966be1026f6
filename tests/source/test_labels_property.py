"""Random documents: whatever is in them, Pandoc reads the same before and after."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from rlfix.source.labels import find, relabel
from source.test_labels import bodies, fixed

PARTS = [
    "Word[^1] word",
    "two[^b] and[^3].",
    "`[^1]` code",
    "``a`[^b]``",
    "```\n[^1]\n```",
    "~~~\n[^3]: no\n~~~",
    "    [^1] indented",
    "> quote[^1]\n> more",
    "> q\n>\n> [^q]: quoted",
    "- item[^3]\n- item[^q]",
    "1. one\n\n   two[^i]",
    "- i\n\n  [^i]: in an item",
    "# Head",
    "Under\n-----",
    "***",
    "<hr>",
    "<!-- [^1] -->",
    "<details>\n\ntext[^b]\n\n</details>",
    "$x[^1]$",
    "| a[^1] | b |\n|---|---|\n| c[^b] | d |",
    "[link[^1]](http://example.org/[^b])",
    "![alt[^3]](i.png)",
    "[l]: http://example.org/[^1]",
    "\\[^1] and [^zz]",
    "^[in[^b] place]",
    "as[^1]: mid-line",
    "*em[^u]*",
]
NOTES = [
    "[^1]: one",
    "[^b]: two\n    more",
    "[^3]: three\n\n    para",
    "[^1]: again",
    "[^b]: - a\n    - b",
    "[^3]:\n    below",
    "[^u]: `[^1]` x\nlazy",
    "[^x]: unused",
]
document = st.builds(
    lambda parts, gaps, end: "".join(part + gap for part, gap in zip(parts, gaps, strict=False)) + end,
    st.lists(st.sampled_from(PARTS + NOTES + NOTES), min_size=1, max_size=10),
    st.lists(st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n"]), min_size=10, max_size=10),
    st.sampled_from(["", "[^1]: last", "[^b]: last\n[^3]: the very last\n"]),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(document, st.sampled_from(["markdown", "gfm", "commonmark_x"]))
def test_the_tree_stays(source, reader):
    looping = relabel(source, reader).endless and reader != "markdown"
    result = fixed(source, reader, oracle=not looping)
    assert unlabelled(result, reader) == unlabelled(source, reader)
    assert len(find(result, reader).references) <= len(find(source, reader).references)


def unlabelled(source, reader):
    """Return the texts of the notes without labels; a copy of another may have gone."""
    return {re.sub(r"\\?\[\\?\^\w+\\?\]", "[]", body) for body in bodies(source, reader)}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="[]^1ab:\n `*>-<$\\ #.|~_\t", max_size=80), st.sampled_from(["markdown", "gfm", "rst", "org"]))
def test_any_text_at_all(source, reader):
    result = relabel(source, reader).source
    assert relabel(result, reader).source == result
    if result is source:
        assert result == source
