"""Words that settings and other tools' lists allow: first what they do not say, then what they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from rlfix.wordlists import allowed


def written(folder: Path, **files: str) -> Path:
    """Write `files`, by their paths, into `folder`."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path):
    """Return a folder that is the root of a repository, so that nothing above it counts."""
    (tmp_path / ".git").mkdir()
    return tmp_path


NOTHING = {
    "no file at all": {},
    "words that are flagged": {"cspell.json": '{"flagWords": ["frobnitz"]}'},
    "a word that is forbidden": {"cspell.json": '{"words": ["!frobnitz"]}'},
    "a word that is a comment": {"cspell.json": '{"words": [] /* frobnitz */}'},
    "a misspelling of typos": {"typos.toml": '[default.extend-words]\nfrobnitz = "frobnicate"\n'},
    "a word that typos forbids": {"typos.toml": '[default.extend-words]\nfrobnitz = ""\n'},
    "a vocabulary that is not used": {
        ".vale.ini": "StylesPath = styles\n",
        "styles/config/vocabularies/Base/accept.txt": "frobnitz\n",
    },
    "what Vale rejects": {
        ".vale.ini": "StylesPath = styles\nVocab = Base\n",
        "styles/config/vocabularies/Base/reject.txt": "frobnitz\n",
    },
    "another tool's settings": {"pyproject.toml": '[tool.other]\nignore-words-list = "frobnitz"\n'},
    "a package without cspell": {"package.json": '{"words": ["frobnitz"]}'},
    "a list of the wrong type": {"cspell.json": '{"words": {"frobnitz": 1}}', "setup.cfg": "[codespell]\n"},
    "no table at all": {"cspell.json": '["frobnitz"]', ".vscode/settings.json": "3"},
}


@pytest.mark.parametrize("files", NOTHING.values(), ids=NOTHING)
def test_what_is_not_allowed(project, files):
    found = allowed(written(project, **files))
    assert not found.has("frobnitz")
    assert found.problems == ()


ALLOWED = {
    "cspell": {"cspell.json": '{"words": ["Frobnitz",],}'},
    "cspell with comments": {".cspell.json": '// "x"\n{"ignoreWords": ["frobnitz" /* , */] // end\n}'},
    "cspell in YAML": {"cspell.config.yaml": "words:\n  - frobnitz\n"},
    "cspell with its own marks": {"cspell.json": '{"words": ["~+frobnitz*"]}'},
    "cspell in a package": {"package.json": '{"cspell": {"words": ["frobnitz"]}}'},
    "a dictionary of cspell": {
        "cspell.json": '{"dictionaryDefinitions": [{"name": "own", "path": "./lists/own.txt"}]}',
        "lists/own.txt": "# our words\nfrobnitz # a thing\n",
    },
    "a configuration that cspell imports, which imports the first": {
        "cspell.json": '{"import": ["other/cspell.json"]}',
        "other/cspell.json": '{"import": "../cspell.json", "words": ["frobnitz"]}',
    },
    "VS Code": {".vscode/settings.json": '{"editor.tabSize": 2, "cSpell.words": ["frobnitz"], }'},
    "codespell": {".codespellrc": "[codespell]\nignore-words-list = foo,frobnitz\n"},
    "codespell in setup.cfg, a file": {
        "setup.cfg": "[codespell]\nignore_words = lists/own.txt\n",
        "lists/own.txt": "frobnitz\n",
    },
    "codespell in pyproject": {"pyproject.toml": '[tool.codespell]\nignore-words-list = "foo, frobnitz"\n'},
    "typos": {"_typos.toml": '[default.extend-words]\nfrobnitz = "frobnitz"\n'},
    "typos of one type": {".typos.toml": '[type.md.extend-identifiers]\nFrobnitz = "Frobnitz"\n'},
    "typos in pyproject, a regex": {"pyproject.toml": '[tool.typos]\ndefault.extend-ignore-words-re = ["^frob.*"]\n'},
    "what typos means by a misspelling": {"typos.toml": '[default.extend-words]\nfrobniz = "frobnitz"\n'},
    "Vale": {
        ".vale.ini": "StylesPath = .github/styles\nVocab = Base, Other\n[*.md]\nX = Y\n",
        ".github/styles/config/vocabularies/Other/accept.txt": "# words\nFrobnitz\n",
    },
    "Vale as it was, a regex": {
        "_vale.ini": "StylesPath = styles\nVocab = Base\n",
        "styles/Vocab/Base/accept.txt": "(?i)frobni(?:tz|z)\n",
    },
}


@pytest.mark.parametrize("files", ALLOWED.values(), ids=ALLOWED)
def test_what_another_tool_allows(project, files):
    below = project / "docs" / "posts"
    below.mkdir(parents=True)
    found = allowed(written(project, **files) and below)
    assert found.has("frobnitz")
    assert found.problems == ()


def test_the_words_of_the_settings(project):
    written(project, **{"own/list.txt": "\ufeffgrobble\n# frobnitz\nWhat’s-it\n"})
    below = project / "docs"
    below.mkdir()
    found = allowed(below, ["Frobnitz"], ["own/list.txt", "lost.txt"])
    assert found.has("frobnitz")
    assert found.has("grobble")
    assert found.has("what's-it")
    assert not found.has("lost")
    assert found.problems == ("words-files: lost.txt is not there",)


def test_without_a_folder_the_settings_alone_hold():
    assert allowed(None, ["frobnitz"]).has("frobnitz")
    assert not allowed(None).has("frobnitz")


def test_nothing_above_the_root_of_a_repository_counts(project):
    written(project, **{"cspell.json": '{"words": ["frobnitz"]}'})
    inner = project / "inner"
    (inner / ".git").mkdir(parents=True)
    assert not allowed(inner).has("frobnitz")


def test_the_home_folder_is_the_last(tmp_path, monkeypatch):
    written(tmp_path, **{"cspell.json": '{"words": ["frobnitz"]}', "home/cspell.json": '{"words": ["grobble"]}'})
    (tmp_path / "home" / "docs").mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    found = allowed(tmp_path / "home" / "docs")
    assert found.has("grobble")
    assert not found.has("frobnitz")


def test_a_misspelling_that_typos_is_told_of_is_a_correction(project):
    written(project, **{"typos.toml": '[default.extend-words]\nFrobniz = "Frobnitz"\n'})
    assert dict(allowed(project).corrections) == {"frobniz": "frobnitz"}


BROKEN = {
    "cspell.json": "{",
    "cspell.yaml": "words: [",
    ".codespellrc": "no section\n",
    "typos.toml": "[default",
    ".vale.ini": "StylesPath styles\n= x",
    ".vscode/settings.json": "\x00",
}


@pytest.mark.parametrize(("name", "content"), BROKEN.items())
def test_a_file_that_cannot_be_read_is_one_problem(project, name, content):
    written(project, **{name: content, "cspell.config.json": '{"words": ["frobnitz"]}'})
    found = allowed(project)
    assert found.has("frobnitz")
    assert len(found.problems) == 1
    assert str(project / name) in found.problems[0]
    assert "\n" not in found.problems[0]


def test_a_regex_that_cannot_be_understood_is_one_problem(project):
    files = {".vale.ini": "Vocab = Base\nStylesPath = s\n", "s/Vocab/Base/accept.txt": "[a-\nfrobnitz\nx(?i)y[\n"}
    found = allowed(written(project, **files))
    assert found.has("frobnitz")
    assert len(found.problems) == 2


def test_nothing_is_read_before_the_first_question(project, monkeypatch):
    found = allowed(written(project, **{"cspell.json": "{"}), [], ["lost.txt"])
    monkeypatch.setattr(Path, "is_file", lambda _path: pytest.fail("read"))
    assert found is not None
