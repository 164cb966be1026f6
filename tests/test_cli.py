"""The console scripts, run as Pandoc and as people run them.

| left alone                                                     | what is told                       |
| -------------------------------------------------------------- | ---------------------------------- |
| a document with nothing to mend: byte for byte                 | nothing                            |
| `rlfix: false`                                                 | nothing                            |
| any raw format, attributes given twice, a metadata key `t`,    | nothing                            |
| NUL and lone surrogates                                        |                                    |
| blocks nested 2,000 deep                                       | a warning where Python cannot      |
| a pandoc-types version of another Pandoc, unknown elements     | a warning                          |
| a document that a check stumbles over                          | a loud warning; `strict` fails     |
| standard output, when the input is no document                 | one line, exit 2                   |
"""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pypandoc
import pytest

from formats.skeleton import prose

SCRIPTS = Path(sys.executable).parent
PANDOC = pypandoc.get_pandoc_path()
API = [1, 23, 1, 1]
SUMMARY = "[INFO] rlfix: fixed 1 grammar.doubled-word (RLFIX_VERBOSITY=verbose shows each)\n"


def run(data: bytes | dict, *arguments: str, script: str = "rlfix", timeout: int = 120, **environ: str):
    """Run a console script with `data` on standard input."""
    given = data if isinstance(data, bytes) else json.dumps(data).encode()
    env = {**{name: value for name, value in os.environ.items() if name != "RLFIX_VERBOSITY"}, **environ}
    return subprocess.run(
        [SCRIPTS / script, *arguments], input=given, capture_output=True, env=env, check=False, timeout=timeout
    )


def python(code: str, data: bytes | dict, **environ: str):
    """Run the filter in a Python that runs `code` first."""
    given = data if isinstance(data, bytes) else json.dumps(data).encode()
    program = f"{code}\nimport sys\nfrom rlfix.cli import main\nsys.argv = ['rlfix', 'html']\nmain()"
    return subprocess.run(
        [sys.executable, "-c", program],
        input=given,
        capture_output=True,
        env={**os.environ, **environ},
        check=False,
        timeout=60,
    )


def inlines(words: str) -> list[dict]:
    nodes = [node for word in words.split() for node in ({"t": "Str", "c": word}, {"t": "Space"})]
    return nodes[:-1]


def para(words: str) -> dict:
    return {"t": "Para", "c": inlines(words)}


def document(*blocks: dict, api: list[int] | None = None, **meta) -> dict:
    return {"pandoc-api-version": api or API, "meta": meta, "blocks": list(blocks)}


def settings(**values) -> dict:
    plain = {
        name.replace("_", "-"): {"t": "MetaBool", "c": value}
        if isinstance(value, bool)
        else {"t": "MetaList", "c": [{"t": "MetaInlines", "c": inlines(item)} for item in value]}
        if isinstance(value, list)
        else {"t": "MetaInlines", "c": inlines(value)}
        for name, value in values.items()
    }
    return {"t": "MetaMap", "c": plain}


MISTAKE, MENDED = para("Water the the plants."), para("Water the plants.")


def assert_only_the_mistake_is_mended(done, before: dict):
    assert done.returncode == 0, done.stderr
    wanted = json.dumps(before).replace(json.dumps(MISTAKE), json.dumps(MENDED))
    assert json.loads(done.stdout) == json.loads(wanted) != before
    assert done.stderr.decode() == SUMMARY


STRANGE_BUT_FINE = {
    "raw formats": document(
        *({"t": "RawBlock", "c": [name, "the the"]} for name in ("typst", "html5", "asciidoc", "no-such-format")),
        {"t": "Para", "c": [{"t": "RawInline", "c": ["typst", "the the"]}]},
        MISTAKE,
    ),
    "attributes given twice": document(
        {"t": "Div", "c": [["", [], [["x", "1"], ["x", "2"]]], [para("In a box.")]]},
        {"t": "Header", "c": [1, ["a", [], [["x", "1"], ["x", "1"]]], inlines("Title")]},
        {"t": "Para", "c": [{"t": "Span", "c": [["", [], [["x", "1"], ["y", ""], ["x", "2"]]], inlines("word")]}]},
        MISTAKE,
    ),
    "metadata key t": document(MISTAKE, t={"t": "MetaMap", "c": {"t": {"t": "MetaInlines", "c": inlines("the the")}}}),
    "metadata key c": document(MISTAKE, c={"t": "MetaString", "c": "the the"}),
    "metadata key pandoc-api-version": document(MISTAKE, **{"pandoc-api-version": {"t": "MetaBool", "c": True}}),
    "metadata map of strings": document(
        MISTAKE, x={"t": "MetaMap", "c": {"t": {"t": "MetaString", "c": "Str"}, "c": {"t": "MetaList", "c": []}}}
    ),
    "NUL": document(para("a\x00b \x00"), MISTAKE),
    "lone surrogate": document(para("a\ud800b \udfff"), MISTAKE),
    "beyond the basic plane": document(para("\U0001f331 grows"), MISTAKE),
    "empty elements": document(
        {"t": "Para", "c": []},
        {"t": "Para", "c": [{"t": "Str", "c": ""}, {"t": "Emph", "c": []}]},
        {"t": "Div", "c": [["", [], []], []]},
        {"t": "BulletList", "c": [[]]},
        {"t": "DefinitionList", "c": [[[], [[]]]]},
        {"t": "LineBlock", "c": [[], []]},
        {"t": "BlockQuote", "c": []},
        {"t": "Para", "c": [{"t": "Quoted", "c": [{"t": "SingleQuote"}, []]}]},
        {"t": "Header", "c": [1, ["", [], []], []]},
        MISTAKE,
    ),
    "a blank inside Str": document({"t": "Para", "c": [{"t": "Str", "c": "two words"}]}, MISTAKE),
}


@pytest.mark.parametrize("before", STRANGE_BUT_FINE.values(), ids=STRANGE_BUT_FINE)
def test_all_but_the_mistake_stays(before):
    assert_only_the_mistake_is_mended(run(before), before)


NOTHING_TO_SAY = {
    "empty": document(),
    "prose": document(para("Water the plants, and look at them.")),
    "title": document(title={"t": "MetaInlines", "c": inlines("The Garden")}),
    "turned off": document(MISTAKE, rlfix={"t": "MetaBool", "c": False}),
    "turned off in words": document(MISTAKE, rlfix={"t": "MetaMap", "c": settings(ignore=["grammar"])["c"]}),
}


@pytest.mark.parametrize("before", NOTHING_TO_SAY.values(), ids=NOTHING_TO_SAY)
@pytest.mark.parametrize("write", [json.dumps, lambda tree: json.dumps(tree, indent=2) + "\n"], ids=["line", "lines"])
def test_nothing_to_mend_is_byte_identical(before, write):
    data = write(before).encode()
    done = run(data)
    assert (done.returncode, done.stdout, done.stderr) == (0, data, b"")


def test_the_test_documents_are_pandocs():
    for tree in [*STRANGE_BUT_FINE.values(), *NOTHING_TO_SAY.values()]:
        data = json.dumps(tree).replace("\\ud800", "?").replace("\\udfff", "?").encode()
        done = subprocess.run([PANDOC, "-f", "json", "-t", "native"], input=data, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def nested(depth: int, wrap) -> bytes:
    """Return a document with a paragraph `depth` deep; `wrap` is the JSON around one level, with % in it."""
    before, after = wrap.split("%")
    inner = json.dumps(MISTAKE)
    return f'{{"pandoc-api-version":[1,23,1,1],"meta":{{}},"blocks":[{before * depth}{inner}{after * depth}]}}'.encode()


LEVELS = {
    "block quotes": '{"t":"BlockQuote","c":[%]}',
    "lists": '{"t":"BulletList","c":[[%]]}',
    "numbered lists": '{"t":"OrderedList","c":[[1,{"t":"Decimal"},{"t":"Period"}],[[%]]]}',
    "divs": '{"t":"Div","c":[["",[],[]],[%]]}',
}


@pytest.mark.parametrize("wrap", LEVELS.values(), ids=LEVELS)
@pytest.mark.parametrize("depth", [100, 400, 2000])
def test_deep_nesting_comes_out_whole(wrap, depth):
    before = nested(depth, wrap)
    done = run(before)
    assert done.returncode == 0, done.stderr[-2000:]
    assert b"Traceback" not in done.stderr
    mended = before.replace(json.dumps(MISTAKE).encode(), json.dumps(MENDED).encode())
    if squeezed(done.stdout) != squeezed(mended):
        assert done.stdout == before
        assert b"suggestion" in done.stderr or b"[WARNING] rlfix: the document is nested too deeply" in done.stderr


def squeezed(data: bytes) -> bytes:
    return data.replace(b" ", b"")


def test_deep_emphasis_comes_out_whole():
    before, after = '{"t":"Emph","c":[' * 1500, "]}" * 1500
    data = (
        f'{{"pandoc-api-version":[1,23,1,1],"meta":{{}},"blocks":[{{"t":"Para","c":[{before}{{"t":"Str","c":"deep"}}'
        f"{after}]}}]}}"
    ).encode()
    done = run(data)
    assert (done.returncode, done.stdout) == (0, data)
    assert b"Traceback" not in done.stderr


LARGE = {
    "a paragraph of 200,000 words": document(para("Rain falls on the roof. " * 40_000), MISTAKE),
    "a word of 1 MB": document(para("x" * 1_000_000), MISTAKE),
    "a word of 1 MB with marks in it": document(para("the-'\"“" * 150_000), MISTAKE),
    "a long word and `sic` in another": document(para("basic " + "x" * 200_000), MISTAKE),
    "a paragraph of breaks": document({"t": "Para", "c": [{"t": "SoftBreak"}] * 50_000}, MISTAKE),
    "20,000 paragraphs": document(*[para("Rain falls.")] * 20_000, MISTAKE),
}


@pytest.mark.parametrize("before", LARGE.values(), ids=LARGE)
def test_large_documents(before):
    assert_only_the_mistake_is_mended(run(before, timeout=30), before)


def test_a_mistake_in_a_large_paragraph():
    before = document(para("Rain falls on the roof. " * 40_000 + "Water the the plants."))
    done = run(before)
    assert done.returncode == 0
    assert prose(json.loads(done.stdout)).strip() == prose(before).strip().replace("the the", "the")


NO_DOCUMENTS = {
    "nothing": b"",
    "a blank line": b"\n",
    "prose": b"# A title\n\nProse.\n",
    "JSON cut short": json.dumps(document(MISTAKE)).encode()[:-9],
    "two documents": json.dumps(document()).encode() * 2,
    "no UTF-8": b'{"pandoc-api-version":[1,23],"meta":{},"blocks":[{"t":"Str","c":"\xff\xfe"}]}',
    "a number": b"42",
    "null": b"null",
    "a list": b"[]",
    "an object": b"{}",
    "a map": b'{"title": "x"}',
    "a notebook": b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "no blocks": b'{"pandoc-api-version":[1,23,1],"meta":{}}',
    "no version": b'{"meta":{},"blocks":[]}',
    "an element": json.dumps(MISTAKE).encode(),
    "the list of Pandoc before 1.18": b'[{"unMeta":{}},[]]',
}


@pytest.mark.parametrize("data", NO_DOCUMENTS.values(), ids=NO_DOCUMENTS)
def test_no_document_is_refused_in_one_line(data):
    done = run(data)
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert said.startswith("[ERROR] rlfix: standard input is no Pandoc document in JSON")
    assert said.count("\n") == 1


@pytest.mark.parametrize("api", [[1, 22, 2], [1, 17, 5, 4], [2, 0], [1], [0, 99]], ids=str)
def test_another_pandoc_passes_unchanged(api):
    data = json.dumps(document(MISTAKE, api=api)).encode()
    done = run(data)
    assert (done.returncode, done.stdout) == (0, data)
    assert done.stderr.startswith(b"[WARNING] rlfix: passed on unchanged")
    assert b"Pandoc 3" in done.stderr


@pytest.mark.parametrize("api", [[1, 23], [1, 23, 0], [1, 23, 1, 1], [1, 24], [1, 99, 9]], ids=str)
def test_version_1_23_and_later_is_proofread(api):
    before = document(MISTAKE, api=api)
    assert_only_the_mistake_is_mended(run(before), before)


UNKNOWN = {
    "block": document({"t": "Sidebar", "c": []}, MISTAKE),
    "inline": document({"t": "Para", "c": [{"t": "Blink", "c": inlines("the the")}]}, MISTAKE),
    "metadata": document(MISTAKE, x={"t": "MetaNumber", "c": 3}),
    "contents of another shape": document({"t": "Header", "c": "the the"}, MISTAKE),
    "a number for a word": document({"t": "Para", "c": [{"t": "Str", "c": 3}]}, MISTAKE),
    "no contents": document({"t": "Para"}, MISTAKE),
}


@pytest.mark.parametrize("before", UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_elements_pass_unchanged(before):
    data = json.dumps(before).encode()
    done = run(data)
    assert (done.returncode, done.stdout) == (0, data)
    assert b"UNCHANGED" in done.stderr
    assert done.stderr.startswith(b"[WARNING] rlfix: ")


WRONG_SETTINGS = {
    "ignroe": ["[WARNING] rlfix: unknown setting `ignroe`: did you mean `ignore`?"],
    "colour": ["[WARNING] rlfix: unknown setting `colour`: known are "],
    "apply": ["[WARNING] rlfix: setting `apply`: takes one of safe, all, none, not 'sometimes'"],
    "strict": ["[WARNING] rlfix: setting `strict`: takes true or false"],
    "heading-ids": ["[WARNING] rlfix: setting `heading-ids`: takes one of follow, keep"],
    "verbosity": ["[WARNING] rlfix: setting `verbosity`: takes one of quiet, normal, verbose"],
}


@pytest.mark.parametrize("name", WRONG_SETTINGS)
def test_a_wrong_setting_is_told_and_the_document_proofread(name):
    done = run(document(MISTAKE, rlfix=settings(**{name: "sometimes"})))
    assert json.loads(done.stdout)["blocks"] == [MENDED]
    *told, summary = done.stderr.decode().splitlines(keepends=True)
    assert summary == SUMMARY
    for line, wanted in zip(told, WRONG_SETTINGS[name], strict=True):
        assert line.startswith(wanted)


WRONG_TYPES = {
    "a map for a list": ("ignore", {"t": "MetaMap", "c": {"a": {"t": "MetaBool", "c": True}}}),
    "a map for a word": ("apply", {"t": "MetaMap", "c": {}}),
    "a list for a word": ("apply", {"t": "MetaList", "c": [{"t": "MetaInlines", "c": inlines("all")}]}),
    "a list of lists": ("select", {"t": "MetaList", "c": [{"t": "MetaList", "c": []}]}),
    "true for a word": ("verbosity", {"t": "MetaBool", "c": True}),
    "true for a list": ("ignore", {"t": "MetaBool", "c": True}),
    "an empty string for a list": ("ignore", {"t": "MetaString", "c": ""}),
}


@pytest.mark.parametrize(("name", "value"), WRONG_TYPES.values(), ids=WRONG_TYPES)
def test_a_setting_of_the_wrong_type(name, value):
    done = run(document(MISTAKE, rlfix={"t": "MetaMap", "c": {name: value}}))
    assert json.loads(done.stdout)["blocks"] == [MENDED]
    assert f"[WARNING] rlfix: setting `{name}`: takes " in done.stderr.decode()


@pytest.mark.parametrize(
    "value", [{"t": "MetaInlines", "c": inlines("loud")}, {"t": "MetaList", "c": []}, {"t": "MetaString", "c": "x"}]
)
def test_settings_that_are_no_map(value):
    done = run(document(MISTAKE, rlfix=value))
    assert json.loads(done.stdout)["blocks"] == [MENDED]
    assert b"[WARNING] rlfix: metadata `rlfix` takes a map of settings" in done.stderr


def test_verbosity_of_the_environment():
    before = document(MISTAKE, {"t": "BlockQuote", "c": [MISTAKE]}, rlfix=settings(nonsense="x"))
    told = {level: run(before, RLFIX_VERBOSITY=level) for level in ("quiet", "normal", "verbose", "loud", "")}
    assert len({done.stdout for done in told.values()}) == 1
    assert told["quiet"].stderr == b""
    assert told["normal"].stderr == told[""].stderr
    assert b"1 suggestion left to you (RLFIX_VERBOSITY=verbose shows each)" in told["normal"].stderr
    assert b"[INFO] rlfix: left " not in told["normal"].stderr
    assert "[INFO] rlfix: fixed grammar.doubled-word: “the the” → “the”" in told["verbose"].stderr.decode()
    assert b"[INFO] rlfix: left grammar.doubled-word" in told["verbose"].stderr
    assert b"setting `verbosity`: takes one of quiet, normal, verbose, not 'loud'" in told["loud"].stderr


BROKEN_CHECK = """
import rlfix.checks.grammar
def check(text, settings):
    raise LookupError("the check\\nbroke")
    yield
rlfix.checks.grammar.check = check
"""


@pytest.mark.parametrize("strict", ["absent", "false"])
def test_an_internal_error_loses_nothing(strict):
    before = document(MISTAKE, **({} if strict == "absent" else {"rlfix": settings(strict=False)}))
    data = json.dumps(before).encode()
    done = python(BROKEN_CHECK, data)
    assert (done.returncode, done.stdout) == (0, data)
    first, second = done.stderr.decode().splitlines()
    assert first == "[WARNING] rlfix: internal error, LookupError: the check broke"
    assert "UNCHANGED" in second


def test_an_internal_error_shows_where_when_asked():
    done = python(BROKEN_CHECK, document(MISTAKE), RLFIX_VERBOSITY="verbose")
    assert b"Traceback (most recent call last)" in done.stderr
    assert b'raise LookupError("the check' in done.stderr or b"in check" in done.stderr


def test_an_internal_error_is_loud_even_when_quiet():
    assert b"UNCHANGED" in python(BROKEN_CHECK, document(MISTAKE), RLFIX_VERBOSITY="quiet").stderr


def test_strict_fails_on_an_internal_error():
    done = python(BROKEN_CHECK, document(MISTAKE, rlfix=settings(strict=True)))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"[ERROR] rlfix: internal error, LookupError: the check broke\n"


def test_strict_holds_for_a_document_that_breaks_before_its_settings_are_read():
    done = run(document({"t": "Sidebar", "c": []}, rlfix=settings(strict=True)))
    assert (done.returncode, done.stdout) == (1, b"")


RUNAWAY_CHECK = """
import rlfix.checks.grammar
def check(text, settings):
    return check(text, settings)
rlfix.checks.grammar.check = check
"""


def test_endless_recursion_loses_nothing():
    data = json.dumps(document(MISTAKE)).encode()
    done = python(RUNAWAY_CHECK, data)
    assert (done.returncode, done.stdout) == (0, data)
    assert b"UNCHANGED" in done.stderr


def test_strict_fails_on_endless_recursion():
    done = python(RUNAWAY_CHECK, document(MISTAKE, rlfix=settings(strict=True)))
    assert (done.returncode, done.stdout) == (1, b"")


NOISY_CHECK = """
import os, subprocess, sys
import rlfix.checks.grammar
honest = rlfix.checks.grammar.check
def check(text, settings):
    print("printed")
    sys.stdout.write("written")
    sys.__stdout__.write("to the first one")
    os.write(1, b"from a library in C")
    subprocess.run(["echo", "from a child"])
    yield from honest(text, settings)
    print("printed at the end", end="")
rlfix.checks.grammar.check = check
"""


def test_what_a_library_prints_does_not_harm_the_json():
    before = document(MISTAKE)
    done = python(NOISY_CHECK, before)
    assert json.loads(done.stdout)["blocks"] == [MENDED]
    for noise in ("printed", "written", "to the first one", "from a library in C", "from a child", "at the end"):
        assert noise.encode() in done.stderr


def test_a_closed_pipe_is_no_traceback_of_pages():
    process = subprocess.Popen([SCRIPTS / "rlfix", "html"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.close()
    process.stdin.write(json.dumps(document(*[MISTAKE] * 5000)).encode())
    process.stdin.close()
    assert process.wait(timeout=30) != 0


def test_a_closed_stderr_does_not_harm_the_json():
    done = subprocess.run(
        ["sh", "-c", f"'{SCRIPTS / 'rlfix'}' html 2>&-"],
        input=json.dumps(document(MISTAKE)).encode(),
        stdout=subprocess.PIPE,
        check=False,
        timeout=30,
    )
    assert json.loads(done.stdout)["blocks"] == [MENDED]


def test_unusual_locale():
    before = document(para("Grüße – “so”"), MISTAKE)
    done = run(before, LC_ALL="C", PYTHONIOENCODING="ascii", RLFIX_VERBOSITY="verbose")
    assert done.returncode == 0
    assert json.loads(done.stdout)["blocks"] == [para("Grüße – “so”"), MENDED]


@pytest.mark.parametrize("writer", ["html", "docx", "markdown", "my-writer.lua", "", "--no-such-option", "json"])
def test_any_name_of_a_writer_is_the_filter(writer):
    before = document(MISTAKE)
    assert_only_the_mistake_is_mended(run(before, writer), before)


LINKED_NOTE = [
    {
        "t": "Para",
        "c": [
            {
                "t": "Note",
                "c": [{"t": "Para", "c": [{"t": "Str", "c": "Outer."}, {"t": "Note", "c": [para("In it.")]}]}],
            }
        ],
    },
    MISTAKE,
]


def test_each_group_of_rules_has_its_script():
    before = document(*LINKED_NOTE)
    whole, grammar, footnotes = (
        json.loads(run(before, script=script).stdout)["blocks"]
        for script in ("rlfix", "rlfix-grammar", "rlfix-footnotes")
    )
    assert grammar == [before["blocks"][0], MENDED]
    assert footnotes[1:] == [MISTAKE]
    assert footnotes[0] != before["blocks"][0]
    assert whole == [footnotes[0], MENDED]


def test_a_script_of_a_group_obeys_the_settings():
    before = document(MISTAKE, rlfix=settings(ignore=["grammar.doubled-word"]))
    assert json.loads(run(before, script="rlfix-grammar").stdout) == before


def ask(*arguments: str, **environ: str):
    """Run `rlfix` as a command."""
    return run(b"", *arguments, **environ)


def test_version():
    from rlfix import __version__

    done = ask("--version")
    assert (done.returncode, done.stdout.decode()) == (0, f"rlfix, version {__version__}\n")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help(option):
    done = ask(option)
    assert (done.returncode, done.stderr) == (0, b"")
    for word in (b"--filter rlfix", b"RLFIX_VERBOSITY", b"text", b"pandoc"):
        assert word in done.stdout


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "post.md"
    path.write_text("# A `code` garden\n\nWater the *the* plants.\n", encoding="utf-8")
    return path


def test_text_of_a_file(post):
    done = ask("text", str(post))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "A \ufffc garden\n\nWater the the plants.\n"


def test_runs_of_a_file(post):
    done = ask("text", "--runs", str(post))
    lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert lines[:3] == [["0", "1", "Str", "'A'"], ["1", "2", "Space", "' '"], ["3", "4", "Space", "' '"]]
    assert [line[3] for line in lines if line[2] == "Str"] == [
        *("'A'", "'garden'", "'Water'", "'the'", "'the'", "'plants.'"),
    ]


def test_text_of_standard_input():
    done = run(b"Water /the/ plants.\n", "text", "-f", "org", "-")
    assert (done.returncode, done.stdout) == (0, b"Water the plants.\n")


WRONG_USE = {
    "missing file": ("text", "no-such-file.md"),
    "unknown reader": ("text", "-f", "no-such-format", "-"),
    "no file": ("text",),
    "unknown option": ("text", "--no-such-option", "-"),
    "a folder": ("text", "."),
}


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_told(arguments):
    done = ask(*arguments)
    assert done.returncode not in (0, None)
    assert done.stdout == b""
    assert b"Error: " in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_file_of_an_unknown_kind_is_told(tmp_path):
    path = tmp_path / "post.docx"
    path.write_bytes(b"no zip at all")
    done = ask("text", str(path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Error: pandoc failed: " in done.stderr
    assert done.stderr.count(b"\n") == 1


def path_with(folder: Path, script: str = "") -> str:
    """Return a PATH with the shell's own commands, and `script` as `pandoc` before them."""
    folder.mkdir()
    for name in ("sh", "cat", "env"):
        (folder / name).symlink_to(Path("/bin") / name)
    if script:
        (folder / "pandoc").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / "pandoc").chmod(0o755)
    return str(folder)


PANDOCS = {
    "none": "",
    "an old one": "echo pandoc 2.17.1.1",
    "one that says nothing": "true",
    "one that fails": "exit 3",
}


@pytest.mark.parametrize("script", PANDOCS.values(), ids=PANDOCS)
def test_the_bundled_pandoc_is_used_where_path_has_none(tmp_path, post, script):
    done = ask("pandoc", str(post), "-t", "plain", PATH=path_with(tmp_path / "bin", script))
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == "A code garden\n\nWater the plants.\n"
    assert done.stderr.decode() == SUMMARY


def test_a_pandoc_of_version_3_on_path_is_preferred(tmp_path, post):
    script = 'test "$1" = --version && echo pandoc 3.1.2 || echo mine: "$@"'
    done = ask("pandoc", str(post), "-t", "plain", PATH=path_with(tmp_path / "bin", script))
    assert done.stdout.decode() == f"mine: --filter {SCRIPTS / 'rlfix'} {post} -t plain\n"


def test_pandoc_gets_all_its_options_and_returns_its_code(post):
    assert ask("pandoc", "--version").stdout.startswith(b"pandoc 3")
    assert b"--filter" in ask("pandoc", "--help").stdout
    assert ask("pandoc", str(post), "--no-such-option").returncode == 6
    assert ask("pandoc", "no-such-file.md").returncode == 1


def test_pandoc_reads_standard_input():
    done = run(b"Water the the plants.\n", "pandoc", "-t", "plain")
    assert done.stdout == b"Water the plants.\n"


def on_a_terminal(*arguments: str) -> tuple[int, str]:
    """Run `rlfix` with a terminal for its three streams; return its exit code and what it shows."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([SCRIPTS / "rlfix", *arguments], stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    code = process.wait(timeout=20)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return code, shown.decode()


def test_run_by_hand_it_shows_its_help():
    code, shown = on_a_terminal()
    assert code == 0
    assert "pandoc post.md --filter rlfix" in shown
