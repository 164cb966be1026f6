"""Every folder of samples/ is a test: its commands have to write its expected files; and the Makefile builds the post.

`pytest tests/test_samples.py --update-samples` writes the expected files anew.
"""

from __future__ import annotations

import html
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pypandoc
import pytest

SAMPLES = Path(__file__).parents[1] / "samples"
FOLDERS = sorted(path.parent.name for path in SAMPLES.glob("*/command.txt"))
MESSAGES = "messages.txt"
ENGINES = re.findall(r"^ENGINES = (.*)", (SAMPLES / "Makefile").read_text(), re.MULTILINE)[0].split()
NOTES = (
    "There’s an entire section in",
    "Some versions, at least",
    "These are generally complex",
    "Of course the basic method",
    "Step generally means",
    "Temporal-difference methods",
    "I’m sure we’ll have LLM-as-judge",
    "Because the math involves",
    "Also because there are math papers",
    "It’s worst when they’re organizing",
    "This is pretty similar to mean-average",
    "Yes, it’s another math thing",
    "Or probability distribution, or neural",
)
"""How the post's notes begin, in the order in which the text refers to them."""


@pytest.fixture(scope="module", autouse=True)
def environ():
    """Put rlfix and the Pandoc whose output the samples hold first on PATH."""
    first = [Path(sys.executable).parent, Path(shutil.which(pypandoc.get_pandoc_path())).parent]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", ":".join(map(str, first)), prepend=":")
        patch.delenv("RLFIX_VERBOSITY", raising=False)
        yield


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done


def written(folder):
    """Run the commands of `folder`; return the expected files and the messages by name."""
    said = {}
    for line in (folder / "command.txt").read_text().splitlines():
        stderr = run(shlex.split(line), folder).stderr
        said.update(dict.fromkeys(told for told in stderr.splitlines() if " rlfix: " in told))
    files = {path.name: path.read_text() for path in folder.glob("expected.*")}
    return files | ({MESSAGES: "\n".join(said) + "\n"} if said else {})


def copy(tmp_path, name):
    return Path(shutil.copytree(SAMPLES / name, tmp_path / name, ignore=shutil.ignore_patterns("expected.*", MESSAGES)))


@pytest.mark.parametrize("name", FOLDERS)
def test_sample(name, tmp_path, request):
    got = written(copy(tmp_path, name))
    outputs = [shlex.split(line)[-1] for line in (SAMPLES / name / "command.txt").read_text().splitlines()]
    assert {f"--output={file}" for file in got if file != MESSAGES} == set(outputs)
    if request.config.getoption("--update-samples"):
        (SAMPLES / name / MESSAGES).unlink(missing_ok=True)
        for file, text in got.items():
            (SAMPLES / name / file).write_text(text)
    assert got == {
        path.name: path.read_text() for pattern in ("expected.*", MESSAGES) for path in (SAMPLES / name).glob(pattern)
    }


@pytest.mark.parametrize("name", [name for name in FOLDERS if (SAMPLES / name / "expected.md").exists()])
def test_a_second_run_changes_nothing(name):
    arguments = ["--standalone", "--wrap=preserve", "--to=markdown", SAMPLES / name / "expected.md"]
    assert run(["rlfix", "pandoc", *arguments], SAMPLES).stdout == (SAMPLES / name / "expected.md").read_text()


def test_the_table_lists_every_folder():
    rows = re.findall(r"^\| `([^`]+)` \|", (SAMPLES / "README.md").read_text(), re.MULTILINE)
    assert sorted(rows) == FOLDERS


def test_the_defaults_file_keeps_front_matter_and_lines(tmp_path):
    post = "---\ntitle: A post\n---\n\nOne line of the\nthe text,\nand another.\n"
    (tmp_path / "post.md").write_text(post)
    fixed = run(["pandoc", "-d", SAMPLES / "rlfix.yaml", "post.md", "-t", "markdown"], tmp_path).stdout
    assert fixed.startswith("---\ntitle: A post\n---\n")
    assert "the the" not in " ".join(fixed.split())
    assert "text,\nand another." in fixed


def test_the_filter_named_twice_does_no_harm():
    arguments = ["-d", "rlfix.yaml", "post.md", "-t", "markdown"]
    twice = run(["rlfix", "pandoc", *arguments], SAMPLES)
    once = run(["pandoc", *arguments], SAMPLES)
    assert once.stdout.count("[^13]") == 2
    assert twice.stdout == once.stdout


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Return where the Makefile built the post, all targets but the PDF."""
    folder = tmp_path_factory.mktemp("pipeline") / "samples"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("build"))
    run(["make", "-s", "md", "html", "docx"], folder)
    return folder / "build"


def words(text):
    return " ".join(text.split())


def in_order(text, parts):
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_markdown_has_its_notes_in_order(build):
    text = (build / "post.fixed.md").read_text()
    body, _, _ = text.partition("\n[^1]: ")
    assert re.findall(r"\[\^([^\]]+)\]", body) == [str(number) for number in range(1, 14)]
    definitions = re.findall(r"^\[\^([^\]]+)\]: +((?:.|\n(?!\n))+)", text, re.MULTILINE)
    assert [label for label, _ in definitions] == [str(number) for number in range(1, 14)]
    for (_, note), beginning in zip(definitions, NOTES, strict=True):
        assert words(note.replace("*", "").replace("'", "’")).startswith(beginning)
    assert "Improvements needed" not in text
    assert not text.startswith("---")


def test_the_html_has_its_notes_in_order(build):
    text = (build / "post.html").read_text()
    assert re.findall(r'href="#fn(\d+)"', text) == [str(number) for number in range(1, 14)]
    notes = re.findall(r'<li id="fn(\d+)">(.*?)</li>', text, re.DOTALL)
    assert [label for label, _ in notes] == [str(number) for number in range(1, 14)]
    for (_, note), beginning in zip(notes, NOTES, strict=True):
        assert words(html.unescape(re.sub("<[^>]+>", "", note))).startswith(beginning)
    assert "Improvements needed" not in text
    assert "<title>Reinforcement Learning in LLMs</title>" in text


def test_the_docx_has_its_notes_in_order(build):
    with zipfile.ZipFile(build / "post.docx") as docx:
        body = docx.read("word/document.xml").decode()
        footnotes = docx.read("word/footnotes.xml").decode()
    notes = dict(re.findall(r'<w:footnote [^>]*w:id="(-?\d+)"[^>]*>(.*?)</w:footnote>', footnotes, re.DOTALL))
    referred = re.findall(r'<w:footnoteReference w:id="(\d+)"', body)
    assert len(referred) == len(set(referred)) == len(NOTES)
    for label, beginning in zip(referred, NOTES, strict=True):
        assert words(html.unescape(re.sub("<[^>]+>", "", notes[label]))).startswith(beginning)
    assert "Improvements needed" not in re.sub("<[^>]+>", "", body)


def test_the_pdf_reads_back(build):
    if not any(map(shutil.which, ENGINES)):
        pytest.skip(f"no PDF engine: one of {', '.join(ENGINES)}")
    pypdf = pytest.importorskip("pypdf")
    run(["make", "-s", "pdf"], build.parent)
    text = words("".join(page.extract_text() for page in pypdf.PdfReader(build / "post.pdf").pages))
    assert "Traditional LLM training vs LLM RL" in text
    assert "Some versions, at least" in text
    assert "Improvements needed" not in text


def test_without_an_engine_the_rest_is_built(build):
    make = ["make", "-s", "-C", build.parent, "ENGINES=none-such"]
    done = subprocess.run([*make, "all"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert "pip install weasyprint" in done.stderr
    assert subprocess.run([*make, "pdf"], capture_output=True, check=False).returncode != 0
    assert not list(build.glob("*.pdf"))


def test_clean_leaves_the_post(tmp_path):
    for name in ("Makefile", "metadata.yaml", "post.md"):
        shutil.copy(SAMPLES / name, tmp_path)
    run(["make", "-s", "md"], tmp_path)
    assert (tmp_path / "build" / "post.fixed.md").exists()
    run(["make", "-s", "clean"], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Makefile", "metadata.yaml", "post.md"]
