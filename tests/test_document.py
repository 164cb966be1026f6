"""Pandoc's JSON to a panflute document and back.

| left alone                                                          | table          |
| ------------------------------------------------------------------- | -------------- |
| every element, also those that panflute stumbles over: the tree is  | `KEPT`         |
| equal after a round trip                                            |                |
| what is no document: refused, never guessed at                      | `NO_DOCUMENTS` |
| documents of another Pandoc                                         | `VERSIONS`     |
"""

from __future__ import annotations

import json
import subprocess

import panflute as pf
import pypandoc
import pytest

from rlfix import document

PANDOC = pypandoc.get_pandoc_path()
API = [1, 23, 1, 1]


def tree(*blocks: dict, **meta: dict) -> dict:
    return {"pandoc-api-version": API, "meta": meta, "blocks": list(blocks)}


def para(*inlines: dict) -> dict:
    return {"t": "Para", "c": list(inlines)}


def string(text: str) -> dict:
    return {"t": "Str", "c": text}


TWICE = ["x", ["a", "a"], [["k", "1"], ["k", "2"], ["j", ""], ["k", "1"]]]
KEPT = {
    "nothing": tree(),
    "raw format panflute has not heard of": tree({"t": "RawBlock", "c": ["no-such", "x"]}),
    "raw inline": tree(para({"t": "RawInline", "c": ["", "x"]})),
    "Div twice": tree({"t": "Div", "c": [TWICE, []]}),
    "Span twice": tree(para({"t": "Span", "c": [TWICE, []]})),
    "Link twice": tree(para({"t": "Link", "c": [TWICE, [], ["u", "t"]]})),
    "Image twice": tree(para({"t": "Image", "c": [TWICE, [], ["u", "t"]]})),
    "Code twice": tree(para({"t": "Code", "c": [TWICE, "x"]})),
    "CodeBlock twice": tree({"t": "CodeBlock", "c": [TWICE, "x"]}),
    "Header twice": tree({"t": "Header", "c": [2, TWICE, []]}),
    "Figure twice": tree({"t": "Figure", "c": [TWICE, [None, []], []]}),
    "metadata key t": tree(m={"t": "MetaMap", "c": {"t": {"t": "MetaString", "c": "Str"}}}),
    "metadata keys t and c": tree(
        t={"t": "MetaMap", "c": {"t": {"t": "MetaBool", "c": True}, "c": {"t": "MetaList", "c": []}}}
    ),
    "metadata key pandoc-api-version": tree(
        m={"t": "MetaMap", "c": {"pandoc-api-version": {"t": "MetaString", "c": "2"}}}
    ),
    "metadata of each kind": tree(
        a={"t": "MetaBool", "c": False},
        b={"t": "MetaInlines", "c": [string("x")]},
        c={"t": "MetaBlocks", "c": [para(string("x"))]},
        d={"t": "MetaList", "c": [{"t": "MetaString", "c": ""}]},
        e={"t": "MetaMap", "c": {}},
    ),
    "NUL": tree(para(string("a\x00b"))),
    "lone surrogates": tree(para(string("\ud800 \udfff\ud83d"))),
    "beyond the basic plane": tree(para(string("🌱 ￼ \u2028"))),
    "blank and empty strings": tree(para(string(""), string("a b"), string("\n"))),
    "list start and style": tree({"t": "OrderedList", "c": [[7, {"t": "UpperRoman"}, {"t": "TwoParens"}], [[]]]}),
    "citation": tree(
        para(
            {
                "t": "Cite",
                "c": [
                    [
                        {
                            "citationId": "the-the",
                            "citationPrefix": [string("see")],
                            "citationSuffix": [],
                            "citationMode": {"t": "SuppressAuthor"},
                            "citationNoteNum": 3,
                            "citationHash": 5,
                        }
                    ],
                    [string("[-@x]")],
                ],
            }
        )
    ),
}


@pytest.mark.parametrize("before", KEPT.values(), ids=KEPT)
def test_a_round_trip_changes_nothing(before):
    after = document.dump(document.load(json.dumps(before)))
    assert json.loads(after) == before


@pytest.mark.parametrize("name", [name for name in KEPT if name != "lone surrogates"])
def test_the_table_is_of_pandocs_documents(name):
    data = json.dumps(KEPT[name]).encode()
    subprocess.run([PANDOC, "-f", "json", "-t", "native"], input=data, capture_output=True, check=True)


def table(attributes: list) -> dict:
    plain = ["", [], []]
    cell = [plain, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": [string("x")]}]]
    column = [{"t": "AlignLeft"}, {"t": "ColWidth", "c": 0.25}]
    body = [plain, 0, [], [[plain, [cell]]]]
    return {"t": "Table", "c": [attributes, [None, []], [column], [plain, [[plain, [cell]]]], [body], [plain, []]]}


@pytest.mark.parametrize("attributes", [["", [], []], ["x", ["a"], [["k", "1"]]], TWICE])
def test_a_table_comes_back(attributes):
    before = tree(table(attributes))
    assert json.loads(document.dump(document.load(json.dumps(before)))) == before


def test_attributes_given_twice_can_be_read():
    div = document.load(json.dumps(KEPT["Div twice"])).content[0]
    assert div.attributes["k"] == "1"
    assert div.attributes.get("j") == ""


def test_bytes_and_text_and_blanks_between_are_the_same():
    text = json.dumps(KEPT["beyond the basic plane"], indent=1)
    assert document.dump(document.load(text)) == document.dump(document.load(text.encode()))


def test_output_is_utf8_on_one_line():
    out = document.dump(document.load(json.dumps(KEPT["beyond the basic plane"])))
    assert "🌱".encode() in out
    assert b"\n" not in out
    assert b": " not in out


def test_lone_surrogates_make_ascii():
    out = document.dump(document.load(json.dumps(tree(para(string("é \ud800"))))))
    assert out.isascii()
    assert json.loads(out)["blocks"] == [para(string("é \ud800"))]


@pytest.mark.parametrize("writer", ["html", "docx", "my-writer.lua", ""])
def test_the_writer_is_the_format(writer):
    assert document.load(json.dumps(tree()), writer).format == writer


def test_the_version_is_kept():
    doc = document.load(json.dumps({**tree(), "pandoc-api-version": [1, 24, 7]}))
    assert json.loads(document.dump(doc))["pandoc-api-version"] == [1, 24, 7]


def test_metadata_is_panflutes():
    doc = document.load(json.dumps(tree(title={"t": "MetaInlines", "c": [string("x")]})))
    assert isinstance(doc.metadata["title"], pf.MetaInlines)
    assert pf.stringify(doc.metadata["title"]) == "x"


NO_DOCUMENTS = {
    "nothing": "",
    "prose": "the the",
    "cut short": '{"pandoc-api-version":[1,23',
    "number": "1",
    "list": "[]",
    "object": "{}",
    "element": json.dumps(para()),
    "no blocks": '{"pandoc-api-version":[1,23],"meta":{}}',
    "no meta": '{"pandoc-api-version":[1,23],"blocks":[]}',
    "version in words": '{"pandoc-api-version":"1.23","meta":{},"blocks":[]}',
    "a list of one document": f"[{json.dumps(tree())}]",
}


@pytest.mark.parametrize("text", NO_DOCUMENTS.values(), ids=NO_DOCUMENTS)
def test_what_is_no_document_is_refused(text):
    with pytest.raises(document.NotPandocError):
        document.load(text)


def test_no_utf8_is_refused():
    with pytest.raises(document.NotPandocError):
        document.load(b'{"meta": "\xff"}')


VERSIONS = [([1, 22, 2], False), ([1, 17], False), ([1], False), ([2, 0], False), ([2, 30], False), ([], False)]
VERSIONS += [([1, 23], True), ([1, 23, 0], True), ([1, 24], True), ([1, 100, 1], True)]


@pytest.mark.parametrize(("version", "known"), VERSIONS, ids=str)
def test_versions(version, known):
    text = json.dumps({**tree(), "pandoc-api-version": version})
    if known:
        assert document.load(text).api_version[:2] == tuple(version[:2])
    else:
        with pytest.raises(document.UnsupportedVersionError, match="Pandoc 3"):
            document.load(text)
