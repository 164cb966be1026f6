"""Strategies for Pandoc documents as JSON: every inline, block and metadata type, nested, in any script."""

from __future__ import annotations

import string

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "the",
        "The",
        "a",
        "of",
        "to",
        "agent",
        "reward",
        "model’s",
        "don't",
        "naïve",
        "注",
        "e.g.\u00a0the",
        "x\u0301",
        "😀",
        "\ufffc",
    ]
)
ODD = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=6)
TEXTS = st.one_of(WORDS, WORDS, ODD)
NAMES = st.text(string.ascii_lowercase + "-", max_size=6)
ATTRS = st.tuples(
    NAMES,
    st.lists(st.sampled_from(["c", "rlfix-ignore", "emoji", "uri", "deletion"]), max_size=1),
    st.lists(st.tuples(st.sampled_from(["lang", "k", "rlfix"]), st.sampled_from(["fr", "en-GB", "off"])), max_size=2),
).map(lambda attr: [attr[0], attr[1], [list(pair) for pair in attr[2]]])


def node(tag, *content):
    return {"t": tag, "c": content[0] if len(content) == 1 else list(content)}


def wrap(tag, content):
    return content.map(lambda c: node(tag, c))


SPACE = st.just({"t": "Space"})
STR = TEXTS.map(lambda text: node("Str", text.replace(" ", "_").replace("\n", "_")))
COMMENT = st.sampled_from(
    ["<!-- rlfix-disable -->", "<!-- rlfix-enable -->", "<!-- rlfix-disable-next-line -->", "<b>"]
)
LEAVES = st.one_of(
    STR,
    SPACE,
    STR,
    SPACE,
    st.sampled_from([{"t": "SoftBreak"}, {"t": "LineBreak"}]),
    st.tuples(ATTRS, TEXTS).map(lambda c: node("Code", *c)),
    TEXTS.map(lambda c: node("Math", {"t": "InlineMath"}, c)),
    COMMENT.map(lambda c: node("RawInline", "html", c)),
    TEXTS.map(lambda c: node("RawInline", "typst", c)),
)


def _nested_inlines(inner):
    inlines = st.lists(inner, max_size=4)
    target = st.tuples(st.sampled_from(["#the-the", "u", "http://the.the/"]), st.sampled_from(["", "the the"])).map(
        list
    )
    citation = {
        "citationId": "the-the",
        "citationPrefix": [node("Str", "the")],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 1,
        "citationHash": 0,
    }
    formats = ["Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"]
    return st.one_of(
        st.tuples(st.sampled_from(formats), inlines).map(lambda c: node(*c)),
        st.tuples(st.sampled_from(["SingleQuote", "DoubleQuote"]), inlines).map(
            lambda c: node("Quoted", {"t": c[0]}, c[1])
        ),
        inlines.map(lambda c: node("Cite", [citation], c)),
        st.tuples(ATTRS, inlines, target).map(lambda c: node("Link", *c)),
        st.tuples(ATTRS, inlines, target).map(lambda c: node("Image", *c)),
        st.tuples(ATTRS, inlines).map(lambda c: node("Span", *c)),
        inlines.map(lambda c: node("Note", [node("Para", c)])),
    )


INLINES = st.lists(st.recursive(LEAVES, _nested_inlines, max_leaves=8), max_size=8)
SIMPLE_BLOCKS = st.one_of(
    wrap("Para", INLINES),
    wrap("Plain", INLINES),
    wrap("LineBlock", st.lists(INLINES, max_size=3)),
    st.tuples(st.integers(1, 6), ATTRS, INLINES).map(lambda c: node("Header", *c)),
    st.tuples(ATTRS, TEXTS).map(lambda c: node("CodeBlock", *c)),
    COMMENT.map(lambda c: node("RawBlock", "html", c)),
    st.just({"t": "HorizontalRule"}),
)


def _table(parts):
    attr, caption, cells = parts
    empty = ["", [], []]
    rows = [[empty, [[empty, {"t": "AlignDefault"}, 1, 1, blocks] for blocks in row]] for row in cells]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * len(cells[0])
    return node("Table", attr, [None, caption], columns, [empty, rows[:1]], [[empty, 0, [], rows[1:]]], [empty, []])


def _nested_blocks(inner):
    blocks = st.lists(inner, max_size=3)
    items = st.lists(blocks, max_size=3)
    start = [1, {"t": "Decimal"}, {"t": "Period"}]
    widths = st.integers(1, 2).flatmap(
        lambda n: st.lists(st.lists(blocks, min_size=n, max_size=n), min_size=1, max_size=3)
    )
    return st.one_of(
        wrap("BlockQuote", blocks),
        wrap("BulletList", items),
        items.map(lambda c: node("OrderedList", start, c)),
        st.lists(st.tuples(INLINES, items).map(list), max_size=2).map(lambda c: node("DefinitionList", c)),
        st.tuples(ATTRS, blocks).map(lambda c: node("Div", *c)),
        st.tuples(ATTRS, blocks, blocks).map(lambda c: node("Figure", c[0], [None, c[1]], c[2])),
        st.tuples(ATTRS, blocks, widths).map(_table),
    )


BLOCKS = st.lists(st.recursive(SIMPLE_BLOCKS, _nested_blocks, max_leaves=6), max_size=5)
META = st.dictionaries(
    st.sampled_from(["title", "abstract", "author", "t", "tags"]),
    st.one_of(
        wrap("MetaInlines", INLINES),
        wrap("MetaBlocks", BLOCKS),
        wrap("MetaString", TEXTS),
        wrap("MetaBool", st.booleans()),
        wrap("MetaList", st.lists(wrap("MetaString", TEXTS), max_size=2)),
        wrap("MetaMap", st.dictionaries(NAMES, wrap("MetaString", TEXTS), max_size=2)),
    ),
    max_size=3,
)
DOCUMENTS = st.builds(
    lambda meta, blocks: {"pandoc-api-version": [1, 23, 1, 1], "meta": meta, "blocks": blocks}, META, BLOCKS
)
