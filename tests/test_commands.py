"""The commands that mend and check files, as people run them.

| left alone                                                      | what is told                       |
| --------------------------------------------------------------- | ---------------------------------- |
| a file with nothing to mend: its time, its place on the disk    | nothing, exit 0                    |
| every file, by `check`, by `--diff` and by `-o`                 | the findings                       |
| hidden files, what git ignores, formats that are not known      | nothing                            |
| a file that cannot be read, that Pandoc refuses or never ends   | one line, exit 2; the others go on |
| a file whose settings say so                                    | nothing                            |
"""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pypandoc
import pytest
from click.testing import CliRunner

from rlfix import pandoc, readers
from rlfix import source as source_package
from rlfix.commands_source import rlfix
from rlfix.settings import setting_names

RLFIX = Path(sys.executable).with_name("rlfix")
SLIP, MENDED = "It is the the end.\n", "It is the end.\n"
NOTES = "One.[^7] Two.[^why]\n\n[^7]: Seven.\n\n[^why]: Because.\n"
NUMBERED = "One.[^1] Two.[^2]\n\n[^1]: Seven.\n\n[^2]: Because.\n"
FOUND = ":1:7: grammar.doubled-word “the the” → “the”: “the” stands here twice."
FIXED = "[INFO] rlfix: {}: 1 fixed\n"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """Run each test in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("RLFIX_VERBOSITY", "RLFIX_TIMEOUT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments, data=None, **environ):
    """Run a command in this process, which is quick."""
    return CliRunner().invoke(rlfix, list(map(str, arguments)), input=data, env=environ, catch_exceptions=False)


def run_outside(*arguments, data=None, **environ):
    env = {**os.environ, **environ}
    return subprocess.run([RLFIX, *arguments], input=data, capture_output=True, check=False, env=env, timeout=60)


def write(**files):
    """Write files; `__` in a name is a folder, `_md` a suffix."""
    for name, text in files.items():
        path = Path(re.sub(r"_(\w+)$", r".\1", name.replace("__", "/")))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read(name):
    return Path(name).read_text(encoding="utf-8")


def checked(*arguments, **environ):
    """Return the paths and rules that `check` finds, in order."""
    rows = json.loads(run("check", "--format", "json", *arguments, **environ).stdout)
    return [(row["path"], row["rule"]) for row in rows]


# What is left alone


def test_nothing_is_written_when_there_is_nothing_to_mend():
    write(a_md=MENDED)
    os.utime("a.md", ns=(10**18, 10**18))
    inode = Path("a.md").stat().st_ino
    done = run("fix", "a.md")
    assert (done.exit_code, done.output) == (0, "")
    assert (Path("a.md").stat().st_mtime_ns, Path("a.md").stat().st_ino) == (10**18, inode)
    assert list(Path().iterdir()) == [Path("a.md")]


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--statistics"], ["fix", "--diff"], ["fix", "-o", "b.md"], ["fix", "-o", "b.html"]],
    ids=" ".join,
)
def test_the_file_itself_is_not_written(arguments):
    write(a_md=SLIP + NOTES)
    os.utime("a.md", ns=(10**18, 10**18))
    run(*arguments, "a.md")
    assert read("a.md") == SLIP + NOTES
    assert Path("a.md").stat().st_mtime_ns == 10**18


def test_fix_settings_that_leave_all_alone():
    off = f"---\nrlfix: false\n---\n\n{SLIP}{NOTES}"
    write(a_md=off, b_md=SLIP)
    Path(".rlfix.yaml").write_text("apply: none\n")
    done = run("fix", "a.md", "b.md")
    assert (read("a.md"), read("b.md")) == (off, SLIP)
    assert done.output == "[INFO] rlfix: b.md: 1 left to you\n"


# fix


def test_fix_in_place():
    write(a_md=SLIP, b_md=NOTES)
    done = run("fix", "a.md", "b.md")
    assert (read("a.md"), read("b.md")) == (MENDED, NUMBERED)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == FIXED.format("a.md") + (
        "[INFO] rlfix: b.md:1: footnotes.order: 2 of 2 notes renumbered in the order of their references\n"
    )
    assert run("fix", "a.md", "b.md").output == ""


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfIt is\tthe the end.\r\n\r\nAnd\r\n",
        b"It is the the end.\r\nAnd so on.\n\r\n\tthe the\n\r\nX",
    ],
)
def test_fix_keeps_line_ends_marks_and_tabs(data):
    Path("a.md").write_bytes(data)
    run("fix", "a.md")
    assert Path("a.md").read_bytes() == data.replace(b"the the end", b"the end")


def test_fix_diff_is_a_patch():
    write(a_md="x\n\n" + SLIP.rstrip("\n"), sub__b_md=NOTES, c_md=MENDED)
    done = run("fix", "--diff", "a.md", "sub/b.md", "c.md")
    assert done.exit_code == 0
    assert "c.md" not in done.stdout
    assert done.stdout.startswith(
        "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n x\n \n-It is the the end.\n"
        "\\ No newline at end of file\n+It is the end.\n\\ No newline at end of file\n--- a/sub/b.md\n"
    )
    subprocess.run(["git", "apply", "-p1", "-"], input=done.stdout.encode(), check=True)
    assert (read("a.md"), read("sub/b.md")) == ("x\n\n" + MENDED.rstrip("\n"), NUMBERED)


def test_fix_diff_of_standard_input():
    done = run("fix", "--diff", "-", data=SLIP)
    assert done.stdout.startswith("--- a/-\n+++ b/-\n")


def test_fix_standard_input():
    done = run_outside("fix", "-", data=b"\xef\xbb\xbfIt is the the end.\r\n")
    assert (done.returncode, done.stdout) == (0, b"\xef\xbb\xbfIt is the end.\r\n")
    assert done.stderr.decode() == FIXED.format("-")
    assert run_outside("fix", "-", data=b"").stdout == b""
    done = run_outside("fix", "-", "-f", "rst", data=b"``the the`` the the\n")
    assert done.stdout == b"``the the`` the\n"


def test_fix_standard_input_that_is_bad_writes_nothing():
    done = run_outside("fix", "-", data=b"the the \xff")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"[ERROR] rlfix: -: not UTF-8 text (invalid start byte at byte 8)\n"


@pytest.mark.parametrize("output", ["b.md", "b.markdown", "b.MD", "./sub/b.md"])
def test_fix_elsewhere(output):
    Path("sub").mkdir()
    write(a_md=SLIP + "* x\n")
    done = run("fix", "a.md", "-o", output)
    assert done.exit_code == 0
    assert read(output) == MENDED + "* x\n"
    done = run("fix", "-", "-o", output, "-f", "gfm", data="a\n\n* the the\n")
    assert read(output) == "a\n\n* the\n"


def test_fix_to_standard_output():
    write(a_md=SLIP)
    assert run("fix", "a.md", "-o", "-").stdout == MENDED
    assert read("a.md") == SLIP


@pytest.mark.parametrize(
    ("source", "arguments", "output", "wanted"),
    [
        (SLIP + NOTES, ["a.md"], "b.html", ["<p>It is the end.", 'href="#fn1"', "<!DOCTYPE html>"]),
        (SLIP + NOTES, ["a.md"], "b.tex", ["It is the end.", "\\footnote{Seven.}", "\\begin{document}"]),
        (SLIP + NOTES, ["a.md"], "b.rst", ["It is the end.", "[1]_"]),
        (SLIP, ["-", "-f", "gfm"], "b.rst", ["It is the end."]),
        ("A.[^1]\n\n[^1]: the the", ["a.md", "-f", "commonmark"], "b.html", ['href="#fn1"']),
        (SLIP, ["a.md", "--apply", "none"], "b.html", ["the the end"]),
        (SLIP, ["a.md", "--ignore", "grammar"], "b.html", ["the the end"]),
    ],
)
def test_fix_to_another_format_converts(source, arguments, output, wanted):
    write(a_md=source)
    done = run("fix", *arguments, "-o", output, data=source)
    assert done.exit_code == 0, done.output
    for part in wanted:
        assert part in read(output)


def test_fix_to_a_binary_format():
    write(a_md=SLIP)
    assert run("fix", "a.md", "-o", "b.docx").exit_code == 0
    assert pandoc.run(["b.docx", "-t", "plain"]).decode() == MENDED
    assert run("fix", "b.docx", "-o", "c.md").exit_code == 0
    assert read("c.md") == MENDED


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.md", "-", "-o", "c.md"],
        ["a.md", "-"],
        ["sub", "-o", "c.md"],
        ["a.md", "--diff", "-o", "c.md"],
        ["a.md", "--apply", "some"],
        ["a.md", "-j", "0"],
        ["a.md", "--no-such-option"],
    ],
    ids=" ".join,
)
def test_fix_usage_errors(arguments):
    write(a_md=SLIP, sub__b_md=SLIP)
    done = run("fix", *arguments)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
    assert (read("a.md"), Path("c.md").exists()) == (SLIP, False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.md"], "none.md: No such file or directory"),
        (["a.xyz"], "a.xyz: no format is known for .xyz; give it with -f"),
        (["a.md", "-f", "nonsense"], "a.md: pandoc failed: .*nonsense"),
        (["a.md", "-o", "no/such/folder/b.md"], "no/such/folder/b.md: No such file or directory; nothing was written"),
    ],
    ids=str,
)
def test_fix_input_errors(arguments, told):
    write(a_md=SLIP, a_xyz=SLIP)
    done = run("fix", *arguments)
    assert done.exit_code == 2
    assert re.search(rf"^\[ERROR\] rlfix: {told}", done.stderr)
    assert read("a.md") == SLIP


def test_fix_apply_all_makes_the_suggestions():
    write(a_md="See The The live.\n")
    assert run("fix", "a.md").output == "[INFO] rlfix: a.md: 1 left to you\n"
    assert read("a.md") == "See The The live.\n"
    run("fix", "--apply", "all", "a.md")
    assert read("a.md") == "See The live.\n"


@pytest.mark.parametrize(
    ("flags", "wanted"),
    [
        (["--select", "grammar"], MENDED + NOTES),
        (["--select", "footnotes"], SLIP + NUMBERED),
        (["--select", "grammar.doubled-word,footnotes.order"], MENDED + NUMBERED),
        (["--select", "grammar", "--select", "footnotes"], MENDED + NUMBERED),
        (["--ignore", "grammar.doubled-word"], SLIP + NUMBERED),
        (["--ignore", "footnotes,grammar"], SLIP + NOTES),
        (["--select", "grammar", "--ignore", "grammar.doubled-word"], SLIP + NOTES),
    ],
    ids=str,
)
def test_fix_select_and_ignore(flags, wanted):
    write(a_md=SLIP + NOTES)
    run("fix", *flags, "a.md")
    assert read("a.md") == wanted


def test_fix_with_a_format():
    write(a_txt="| the | the |\n|-----|-----|\n| a   | the the b |\n")
    assert run("fix", "-f", "gfm", "a.txt").exit_code == 0
    assert read("a.txt") == "| the | the |\n|-----|-----|\n| a   | the b |\n"


def test_what_cannot_be_written_is_told_with_its_place():
    write(a_tex="\\newcommand{\\dd}{of of it}\n\nIt is \\dd{} end. And \\dd.\n")
    done = run("fix", "a.tex")
    assert "[WARNING] rlfix: a.tex:1:" in done.stderr
    assert "could not be written safely: grammar.doubled-word: “of of” → “of”" in done.stderr
    assert "could not be written safely" in run("check", "a.tex").stdout


def test_fix_reads_includes_beside_the_file():
    write(sub__a_tex="\\input{b}\n\nIt is the the end.\n", sub__b_tex="Included.\n")
    assert run("fix", "sub/a.tex").exit_code == 0
    assert read("sub/a.tex") == "\\input{b}\n\nIt is the end.\n"


def test_verbosity():
    write(a_md=SLIP)
    done = run("fix", "--diff", "a.md", RLFIX_VERBOSITY="verbose")
    assert (
        "[INFO] rlfix: a.md:1:7: fixed grammar.doubled-word: “the the” → “the” in “…It is «the the» end.…”."
        in done.stderr
    )
    assert run("fix", "--diff", "a.md", RLFIX_VERBOSITY="quiet").stderr == ""
    write(a_md=f"---\nrlfix:\n  verbositty: quiet\n---\n\n{SLIP}")
    assert (
        "[WARNING] rlfix: a.md: unknown setting `verbositty`: did you mean `verbosity`?" in run("check", "a.md").stderr
    )


# check


def test_check_text():
    write(a_md="# T\n\nSome words of of it.\n" + SLIP + "\n> the the\n", b_md=NOTES, c_md=MENDED)
    done = run("check", "a.md", "b.md", "c.md")
    assert done.exit_code == 1
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "a.md:3:12: grammar.doubled-word “of of” → “of”: “of” stands here twice.",
        "a.md:4:7: grammar.doubled-word “the the” → “the”: “the” stands here twice.",
        "a.md:6:3: grammar.doubled-word “the the” → “the”: “the” stands here twice. (suggestion)",
        "b.md:1:1: footnotes.order 2 of 2 notes renumbered in the order of their references",
    ]


def test_check_gives_the_line_of_a_note():
    write(a_md="# T\n\nOne.[^b]\n\n[^b]: B.\n\n[^c]: C.\n")
    done = run("check", "a.md", "--format", "json")
    rows = {row["rule"]: row for row in json.loads(done.stdout)}
    assert rows["footnotes.order"]["line"] == 3
    assert rows["footnotes.unused"]["line"] == 7
    assert rows["footnotes.unused"]["message"] == "nothing refers to [^c]; its text is kept"
    assert (rows["footnotes.order"]["fixable"], rows["footnotes.unused"]["fixable"]) == (True, False)


def test_check_json():
    write(a_md=SLIP)
    done = run("check", "a.md", "--format", "json")
    assert json.loads(done.stdout) == [
        {
            "path": "a.md",
            "line": 1,
            "column": 7,
            "rule": "grammar.doubled-word",
            "old": "the the",
            "new": "the",
            "message": "“the” stands here twice.",
            "fixable": True,
        }
    ]
    write(a_md=MENDED)
    assert json.loads(run("check", "a.md", "--format", "json").stdout) == []


def test_check_github():
    write(**{"a,b_md": SLIP + "\n> the the\n"})
    assert run("check", "a,b.md", "--format", "github").stdout.splitlines() == [
        "::warning file=a%2Cb.md,line=1,col=7,title=grammar.doubled-word::“the the” → “the”: “the” stands here twice.",
        (
            "::notice file=a%2Cb.md,line=3,col=3,title=grammar.doubled-word::"
            "“the the” → “the”: “the” stands here twice. (suggestion)"
        ),
    ]


def test_check_statistics():
    write(a_md=SLIP + SLIP, b_md=NOTES)
    done = run("check", "--statistics", "a.md", "b.md")
    assert (done.exit_code, done.stdout) == (1, "2\tgrammar.doubled-word\n1\tfootnotes.order\n")
    done = run("check", "--statistics", "--format", "json", "a.md", "b.md")
    assert json.loads(done.stdout) == {"grammar.doubled-word": 2, "footnotes.order": 1}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["a.md"], 0), (["b.md"], 1), (["a.md", "b.md"], 1), (["none.md"], 2), (["b.md", "none.md"], 2), ([], 2)],
)
def test_check_exit_status(arguments, code):
    write(a_md=MENDED, b_md=SLIP)
    assert run_outside("check", *arguments).returncode == code


def test_check_standard_input():
    done = run("check", "-", data=SLIP)
    assert (done.exit_code, done.stdout) == (1, f"-{FOUND}\n")
    assert run("check", "-", data=MENDED).exit_code == 0


# Folders


def test_folders_are_walked():
    slips = {f"d__{n}{suffix.replace('.', '_')}": SLIP for n, suffix in enumerate(readers.FORMATS)}
    write(**slips, d__sub__deep_md=SLIP, d__x_txt=SLIP, d__x_py=SLIP, d__UP_MD=SLIP)
    write(**{"d__.hidden_md": SLIP, "d__.git__x_md": SLIP})
    found = checked("d")
    suffixes = [f"d/{n}{suffix}" for n, suffix in enumerate(readers.FORMATS)]
    assert [path for path, _ in found] == [*sorted(suffixes), "d/UP.MD", "d/sub/deep.md"]
    assert run("fix", "d").exit_code == 0
    assert checked("d") == []
    assert read("d/x.txt") == SLIP


def test_a_file_is_proofread_once():
    write(d__a_md=SLIP)
    assert checked("d/a.md", "d", "d/../d/a.md", ".") == checked("d/a.md", "d/../d/a.md") != checked("d")
    assert len(checked("d", "d/a.md", ".")) == 1


IGNORING = "# a comment\nbuild/\n*.tmp.md\n/top.md\nsub/*\n!sub/kept.md\n"


def test_what_git_ignores_is_passed_over():
    names = [
        "a.md",
        "x.tmp.md",
        "top.md",
        "build/b.md",
        "sub/c.md",
        "sub/kept.md",
        "sub/deep/d.md",
        "e/top.md",
        "e/f.md",
    ]
    for name in names:
        Path(name).parent.mkdir(exist_ok=True, parents=True)
        Path(name).write_text(SLIP)
    Path(".gitignore").write_text(IGNORING)
    Path("e/.gitignore").write_text("f.md\n!x.tmp.md\n")
    Path("e/x.tmp.md").write_text(SLIP)
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "*.md"], check=True, capture_output=True, text=True
    )
    wanted = sorted(listed.stdout.split())
    assert wanted == ["a.md", "e/top.md", "e/x.tmp.md", "sub/kept.md"]
    assert sorted(path for path, _ in checked(".")) == wanted
    os.chdir("e")
    assert sorted(path for path, _ in checked(".")) == ["top.md", "x.tmp.md"]
    os.chdir("../sub")
    assert [path for path, _ in checked(".")] == ["kept.md"]
    assert [path for path, _ in checked("c.md")] == ["c.md"]


def test_a_gitignore_above_counts_only_in_a_repository():
    write(d__a_md=SLIP)
    Path(".gitignore").write_text("*.md\n")
    assert len(checked("d")) == 1
    Path(".git").mkdir()
    assert checked("d") == []


def test_a_gitignore_that_makes_no_sense_stops_nothing():
    write(d__a_md=SLIP)
    Path("d/.gitignore").write_bytes(b"!\n/\n[\n\\\n\xff\n**\x00\n")
    assert len(checked("d")) == 1


def test_a_folder_that_cannot_be_read_stops_nothing(monkeypatch):
    def scandir(folder):
        if Path(folder).name == "b":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    real = os.scandir
    write(d__a_md=SLIP, d__b__x_md=SLIP, d__c_md=SLIP)
    monkeypatch.setattr(os, "scandir", scandir)  # whoever runs the tests may be allowed everything
    done = run("fix", "d")
    assert done.exit_code == 2
    assert done.stderr.startswith(FIXED.format("d/a.md") + "[ERROR] rlfix: d/b: ")
    assert [read(f"d/{name}.md") for name in ("a", "c", "b/x")] == [MENDED, MENDED, SLIP]


def test_links_to_folders_are_not_followed():
    write(d__a_md=SLIP)
    Path("d/loop").symlink_to(".")
    Path("d/dangling.md").symlink_to("none")
    assert [path for path, _ in checked("d")] == ["d/a.md"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_stops_no_other(jobs):
    write(a_md=SLIP, z_md=SLIP, **{f"m{n}_md": SLIP for n in range(3)})
    Path("b.md").write_bytes(b"\xff")
    Path("c.tex").write_text("\\begin{x")
    Path("d.org").mkdir()
    arguments = ["a.md", "b.md", "c.tex", "d.md", "m0.md", "m1.md", "m2.md", "z.md"]
    done = run_outside("fix", "-j", str(jobs), *arguments)
    assert done.returncode == 2
    told = [line.split(": ")[1] for line in done.stderr.decode().splitlines()]
    assert told == arguments
    assert [read(name) for name in ("a.md", "z.md", "m1.md")] == [MENDED] * 3
    assert "d.md: No such file or directory" in done.stderr.decode()


def test_the_order_does_not_depend_on_the_jobs():
    long = SLIP * 300
    write(**{f"f{n}_md": long if n % 3 == 0 else SLIP for n in range(9)})
    one, many = (run_outside("check", "-j", jobs, ".").stdout for jobs in ("1", "4"))
    assert one == many
    assert len(one.splitlines()) == 3 * 300 + 6


def shown_on_a_terminal(*arguments):
    """Return what a person sees on standard error."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([RLFIX, *arguments], stdout=subprocess.DEVNULL, stderr=theirs, stdin=theirs):
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
    os.close(ours)
    return seen.decode()


def test_a_bar_for_more_than_a_few_files_on_a_terminal():
    write(**{f"f{n}_md": SLIP for n in range(5)})
    assert "Proofreading" in shown_on_a_terminal("check", ".")
    assert "Proofreading" not in shown_on_a_terminal("check", "f1.md", "f2.md")
    assert b"Proofreading" not in run_outside("check", ".").stderr


# Pandoc that never comes to an end


@pytest.fixture
def slow_pandoc(place):
    """Put a Pandoc first on PATH that takes for ever over files with the word SLOW."""
    script = place / "bin" / "pandoc"
    script.parent.mkdir()
    real = shutil.which(pypandoc.get_pandoc_path())
    script.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && exec {real} --version\ngiven=$(cat; echo x)\n'
        f'case $given in *SLOW*) exec sleep 60;; esac\nprintf %s "${{given%x}}" | exec {real} "$@"\n'
    )
    script.chmod(0o755)
    return {"PATH": f"{script.parent}:{os.environ['PATH']}"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_timeout_is_told_and_the_next_file_goes_on(jobs, slow_pandoc):
    write(a_md="SLOW\n" + SLIP, b_md=SLIP)
    started = time.monotonic()
    done = run_outside("fix", "-j", jobs, "a.md", "b.md", RLFIX_TIMEOUT="1.5", **slow_pandoc)
    assert time.monotonic() - started < 20
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "[ERROR] rlfix: a.md: pandoc did not come to an end in 1.5 seconds (RLFIX_TIMEOUT): "
        "pandoc -f markdown -t json\n" + FIXED.format("b.md")
    )
    assert (read("a.md"), read("b.md")) == ("SLOW\n" + SLIP, MENDED)


@pytest.mark.usefixtures("slow_pandoc")
def test_a_pandoc_on_a_relative_path_is_found_from_other_folders():
    write(sub__a_md=SLIP)
    assert run_outside("fix", "sub/a.md", PATH=f"bin:{os.environ['PATH']}").returncode == 0
    assert read("sub/a.md") == MENDED


@pytest.mark.parametrize("command", ["text", "config", "fix -o b.html", "fix --diff", "check"])
def test_a_timeout_in_every_command(command):
    write(a_md=SLIP)
    done = run_outside(*command.split(), "a.md", RLFIX_TIMEOUT="0.001")
    assert done.returncode == 2
    assert b"pandoc did not come to an end in 0.001 seconds" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_timeout_that_is_no_number():
    write(a_md=SLIP)
    done = run_outside("fix", "a.md", RLFIX_TIMEOUT="soon")
    assert done.returncode == 2
    assert done.stderr == b"[ERROR] rlfix: a.md: RLFIX_TIMEOUT takes a number of seconds, not 'soon'\n"


@pytest.mark.parametrize(
    ("reader", "note"),
    [("gfm", "self [^1]"), ("commonmark_x", "self [^1]"), ("gfm", "other [^2]\n\n[^2]: back [^1]")],
)
def test_a_note_that_refers_to_itself_is_told_at_once(reader, note):
    """Pandoc would go on until there is no memory left."""
    text = f"A note.[^1]\n\n[^1]: {note}\n"
    write(a_md=text, b_md=SLIP)
    done = run("fix", "-f", reader, "a.md", "b.md", RLFIX_TIMEOUT="5")
    assert done.exit_code == 2
    assert "[ERROR] rlfix: a.md: a footnote refers to itself" in done.stderr
    assert (read("a.md"), read("b.md")) == (text, MENDED)


def test_a_note_that_refers_to_itself_is_fine_where_it_ends():
    write(a_md="A note.[^1]\n\n[^1]: the the self [^1]\n")
    assert run("fix", "a.md").exit_code == 0
    assert read("a.md") == "A note.[^1]\n\n[^1]: the self [^1]\n"


# Settings


def test_the_settings_file_above_the_document_above_flags():
    write(a__b__c_md=SLIP, a__d_md=SLIP, e_md=SLIP)
    Path("a/.rlfix.yaml").write_text("ignore: [grammar]\n")
    assert [path for path, _ in checked(".")] == ["e.md"]
    write(a__b__c_md=f"---\nrlfix:\n  ignore: [footnotes]\n---\n\n{SLIP}")
    assert [path for path, _ in checked(".")] == ["a/b/c.md", "e.md"]
    assert checked(".", "--ignore", "grammar.doubled-word") == []
    Path("a/b/.rlfix.yaml").write_text("apply: none\n")
    assert [path for path, _ in checked(".", "--ignore", "footnotes")] == ["a/b/c.md", "a/d.md", "e.md"]


def test_a_bad_settings_file_is_told_and_ignored():
    write(a_md=SLIP)
    Path(".rlfix.yaml").write_text("apply: [x\n")
    done = run("fix", "a.md")
    assert done.exit_code == 0
    assert re.search(r"\[WARNING\] rlfix: a\.md: .*\.rlfix\.yaml: cannot be read", done.stderr)
    assert read("a.md") == MENDED


def test_config_shows_what_is_in_force_and_where_it_comes_from(place):
    write(sub__a_md="---\nrlfix:\n  apply: all\n  verbosity: verbose\n  no-such: 1\n---\n\nx\n")
    Path(".rlfix.yaml").write_text("apply: none\nignore: [grammar, footnotes.order]\n")
    done = run("config", "sub/a.md", RLFIX_VERBOSITY="quiet")
    shown = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert done.exit_code == 0
    assert list(shown) == setting_names()
    assert shown["apply"] == '"all"  # document'
    assert shown["ignore"] == f'["grammar", "footnotes.order"]  # {place / ".rlfix.yaml"}'
    assert shown["verbosity"] == '"quiet"  # RLFIX_VERBOSITY'
    assert shown["strict"] == "false  # default"
    assert "unknown setting `no-such`" in done.stderr
    assert run("config", "none.md").exit_code == 2


# Rules


def rules():
    return dict(line.split(maxsplit=1) for line in run("rules").stdout.splitlines())


def test_rules_names_every_rule_once():
    assert len(rules()) == len(run("rules").stdout.splitlines())
    assert list(rules()) == sorted(rules())
    assert "(not explained)" not in rules().values()


def test_every_rule_that_speaks_is_explained():
    folder = Path(source_package.__file__).parents[1]
    code = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    spoken = set(re.findall(r"Notice\(\s*\"([a-z]+\.[a-z-]+)\"", code))
    spoken |= {f"footnotes.{name}" for name in re.findall(r"_notice\(\s*\"([a-z-]+)\"", code)}
    assert len(spoken) > 8
    assert spoken <= set(rules())


def test_explain():
    done = run("explain", "grammar.doubled-word")
    assert done.exit_code == 0
    assert done.stdout.startswith("grammar.doubled-word\n\nWrite a short word once")
    assert "Bad: The agent gets the the reward." in done.stdout
    assert run("explain", "footnotes").stdout.count("footnotes.") >= 15
    for name, line in rules().items():
        pack = line.endswith("lists them")
        assert run("explain", name).stdout.startswith(f"{name}." if pack else f"{name}\n\n{line}")


def test_rules_of_a_group():
    grammar = run("rules", "grammar").stdout.splitlines()
    assert all(line.startswith("grammar.") for line in grammar)
    assert len(grammar) == sum(name.startswith("grammar.") for name in rules())
    assert "terms.llm " in run("rules").stdout
    terms = run("rules", "terms.llm").stdout
    assert "terms.llm.llm-models " in terms
    assert all(line.startswith("terms.llm") for line in terms.splitlines())


def test_measured_rules():
    lines = run("rules", "--measured", "grammar").stdout.splitlines()
    figures = {line.split()[0]: [int(number) for number in line.split()[1:]] for line in lines[1:-1]}
    assert set(figures) <= set(rules())
    assert figures["grammar.doubled-word"][0] > 50
    assert all(len(one) == 4 for one in figures.values())
    assert run("rules", "--measured", "spelling").stdout.count("\n") == 2


def test_explain_a_rule_of_a_pack():
    told = run("explain", "terms.llm.llm-models").stdout
    assert told.startswith("terms.llm.llm-models\n\n")
    for part in ("\nBad: ", "\nGood: ", "\nRight: ", "Source: "):
        assert part in told
    assert "did you mean terms.llm.llm-models?" in run("explain", "terms.llm.llm-modls").output


def test_explain_what_there_is_not():
    done = run("explain", "grammar.double-word")
    assert done.exit_code == 2
    assert "did you mean grammar.doubled-word?" in done.stderr
    assert run("explain", "zzz").exit_code == 2


def test_the_example_of_the_order_of_notes_holds():
    text = run("explain", "footnotes.order").stdout
    bad, good = (re.search(rf"^{kind}: (.*)$", text, re.MULTILINE)[1] for kind in ("Bad", "Good"))
    done = run("fix", "-", data=f"{bad}\n\n[^7]: A.\n\n[^why]: B.\n")
    assert done.stdout == f"{good}\n\n[^1]: A.\n\n[^2]: B.\n"
