"""Files read and written: only the text changes, at once or not at all.

| left alone                                                       | what is told                          |
| ---------------------------------------------------------------- | ------------------------------------- |
| line ends (also mixed ones), byte order mark, final line end     | nothing                               |
| tabs, form feeds, lone carriage returns, other line separators   | nothing                               |
| mode, time of change and place on the disk when nothing changes  | nothing                               |
| mode and symbolic links when something does                      | nothing                               |
| a file that changed meanwhile                                    | an error: run again                   |
| a file that is write-protected, or that went away                | an error                              |
| what is no UTF-8 text                                            | an error with the place of the byte   |
| the old file, when the process is killed at any moment           |                                       |
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rlfix.source.files import FileError, SourceFile, replace_file

SLIP, MENDED = "the the", "the"
KILLS = 200
COMMAND_KILLS = 8


@pytest.fixture
def path(tmp_path):
    return tmp_path / "post.md"


def only_file(path):
    assert [one.name for one in path.parent.iterdir()] == [path.name]


CONTENTS = {
    "line feeds": b"a\nof the the b\nc\n",
    "CRLF": b"a\r\nof the the b\r\nc\r\n",
    "mixed": b"a\r\nof the the b\nc\r\n\r\n\nd\n",
    "mixed, the other way": b"a\nof the the b\r\nc\n\n\r\nd\r\n",
    "byte order mark": b"\xef\xbb\xbfof the the b\n",
    "byte order mark and CRLF": b"\xef\xbb\xbfof the the b\r\nc\r\n",
    "byte order mark and mixed": b"\xef\xbb\xbfx\r\nof the the b\nc\r\n",
    "no final line end": b"of the the b",
    "no final line end after CRLF": b"x\r\nof the the b",
    "blank lines at the end": b"of the the b\n\n\n \t\n",
    "tabs": b"\tof the the b\t\n- \tx\n",
    "form feed, vertical tab, lone carriage return": b"a\x0cb\n\x0bof the the b\rc\n",
    "other separators": "a\u2028b\u2029c\u0085d of the the b\n".encode(),
    "a carriage return before a line end": b"x\r\r\nof the the b\r\n",
    "composed and decomposed letters": "\u00e9 e\u0301 \ufb01 of the the b\n".encode(),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_only_the_word_goes(name, path):
    path.write_bytes(CONTENTS[name])
    file = SourceFile.read(path)
    assert file.write(file.text.replace(SLIP, MENDED))
    assert path.read_bytes() == CONTENTS[name].replace(b"the the", b"the")
    only_file(path)


@pytest.mark.parametrize("name", CONTENTS)
def test_nothing_is_written_when_nothing_changed(name, path):
    path.write_bytes(CONTENTS[name])
    os.utime(path, ns=(10**18, 10**18))
    before = path.stat()
    file = SourceFile.read(path)
    assert not file.write(file.text)
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino, after.st_mode) == (before.st_mtime_ns, before.st_ino, before.st_mode)


LINES = st.lists(st.tuples(st.text("a b\t\r\x0c\u2028é\ufeff", max_size=6), st.sampled_from(["\n", "\r\n"])))


@given(LINES, st.text("ab\ufeff", max_size=3))
@settings(max_examples=300, deadline=None)
def test_any_text_comes_back_as_it_was(lines, last):
    data = ("".join(map("".join, lines)) + last).encode()
    file = SourceFile.of(Path("x"), data)
    assert file.encoded(file.text) == data


@given(LINES, st.data())
@settings(max_examples=200, deadline=None)
def test_the_lines_beside_a_change_keep_their_ends(lines, data):
    number = data.draw(st.integers(0, len(lines)))
    with_slip = [*lines[:number], ("the the", "\r\n" if number % 2 else "\n"), *lines[number:]]
    before = "".join(map("".join, with_slip)).encode()
    file = SourceFile.of(Path("x"), before)
    assert file.encoded(file.text.replace(SLIP, MENDED)) == before.replace(b"the the", b"the")


def test_lines_that_come_and_go_in_a_mixed_file():
    file = SourceFile.of(Path("x"), b"a\r\nb\nc\r\nd\n")
    assert file.encoded("a\nc\nd\n") == b"a\r\nc\r\nd\n"
    assert file.encoded("a\nb\nc\nnew\nd\n") in {b"a\r\nb\nc\r\nnew\nd\n", b"a\r\nb\nc\r\nnew\r\nd\n"}
    assert file.encoded("b\na\nc\nd\n").replace(b"\r", b"") == b"b\na\nc\nd\n"


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_stays(mode, path):
    path.write_text(SLIP)
    path.chmod(mode)
    SourceFile.read(path).write(MENDED)
    assert path.stat().st_mode & 0o7777 == mode
    assert path.read_text() == MENDED


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path):
    (tmp_path / "usual").write_text("x")
    replace_file(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert (tmp_path / "new").read_text() == "x"


def test_a_symbolic_link_stays_one(path, tmp_path):
    (tmp_path / "there").mkdir()
    path.symlink_to("there/real.md")
    (tmp_path / "there" / "real.md").write_text(SLIP)
    SourceFile.read(path).write(MENDED)
    assert os.readlink(path) == "there/real.md"  # noqa: PTH115 -- as it is written
    assert (tmp_path / "there" / "real.md").read_text() == MENDED
    only_file(tmp_path / "there" / "real.md")


def test_a_file_that_changed_meanwhile_is_left(path):
    path.write_text(SLIP)
    file = SourceFile.read(path)
    path.write_text("somebody else's text")
    with pytest.raises(FileError, match="changed while it was proofread"):
        file.write(MENDED)
    assert path.read_text() == "somebody else's text"
    only_file(path)


def test_a_file_that_went_away_stays_away(path):
    path.write_text(SLIP)
    file = SourceFile.read(path)
    path.unlink()
    with pytest.raises(FileError, match="nothing was written"):
        file.write(MENDED)
    assert not path.exists()


def test_a_write_protected_file_is_left(path, monkeypatch):
    path.write_text(SLIP)
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be allowed everything
    with pytest.raises(FileError, match=r"post\.md: write-protected; nothing was written"):
        SourceFile.read(path).write(MENDED)
    assert path.read_text() == SLIP


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_on_the_way_leaves_the_file_and_no_other(step, path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    path.write_text(SLIP)
    file = SourceFile.read(path)
    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], fail)
    with pytest.raises(FileError, match=r"post\.md: No space left on device; nothing was written"):
        file.write(MENDED)
    assert path.read_text() == SLIP
    only_file(path)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"caf\xe9 the the", "not UTF-8 text .* at byte 3"),
        ("x".encode("utf-16"), "not UTF-8 text"),
        (b"a\x00b", "not a text file"),
    ],
)
def test_what_is_no_text_is_refused(data, told, path):
    path.write_bytes(data)
    with pytest.raises(FileError, match=rf"post\.md: {told}"):
        SourceFile.read(path)


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(FileError, match="none: No such file or directory"):
        SourceFile.read(tmp_path / "none")
    with pytest.raises(FileError, match=f"{tmp_path}: Is a directory"):
        SourceFile.read(tmp_path)


def write_for_ever(path, texts, ready):
    """Put one text in the place of the other, again and again; this is the process that is killed."""
    try:
        os.write(ready, b"!")
        while True:
            file = SourceFile.read(path)
            file.write(texts[1] if file.text == texts[0] else texts[0])
    finally:
        os._exit(1)


def kill_at_random(path, texts, seed):
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        write_for_ever(path, texts, writing)
    os.close(writing)
    assert os.read(reading, 1) == b"!"
    os.close(reading)
    time.sleep(seed.uniform(0, 0.012))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_killed_at_any_moment_the_file_is_old_or_new(path):
    """Among the kills are ones that hit half-way: they leave the new text beside the file."""
    old, new = ("".join(f"{word} line {n}\n" for n in range(20_000)) for word in ("old", "new"))
    path.write_text(old)
    seed = random.Random(11)  # noqa: S311
    seen = set()
    for _ in range(KILLS):
        kill_at_random(path, (old, new), seed)
        seen.add(path.read_text())
        assert seen <= {old, new}
    assert seen == {old, new}
    beside = [one for one in path.parent.iterdir() if one != path]
    assert beside
    assert all(one.name.startswith(".post.md.") and one.suffix == ".rlfix" for one in beside)


def test_the_command_killed_at_any_moment_leaves_old_or_new(path):
    old = "It is the the end of it.[^b] And[^a] so on.\n\n" * 200 + "[^a]: A.\n\n[^b]: B.\n"
    new = old.replace("the the", "the").replace("[^b]", "[^1]").replace("[^a]", "[^2]")
    new = new.replace("[^2]: A.\n\n[^1]: B.\n", "[^1]: B.\n\n[^2]: A.\n")
    command = [Path(sys.executable).with_name("rlfix"), "fix", path]
    path.write_text(old)
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - started
    assert path.read_text() == new
    seed = random.Random(3)  # noqa: S311
    for _ in range(COMMAND_KILLS):
        path.write_text(old)
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            time.sleep(seed.uniform(0.5, 1.05) * whole)
            process.kill()
        assert path.read_text() in {old, new}
