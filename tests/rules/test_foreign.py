"""Lists of Vale, prh and textlint, as those tools write them."""

from __future__ import annotations

import pytest
from packs import mended

from rlfix.edit import Safety
from rlfix.rules import store


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def load(tmp_path, name: str, content: str):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    packs, problems = store.from_path(path)
    return (packs[0] if packs else None), problems


VALE = """
extends: substitution
message: "Use '%s' instead of '%s'."
level: error
ignorecase: true
swap:
  abort: stop
  'blacklist(?:ed)?': denylist
  e-?mail: email
"""


def test_vale_substitution(tmp_path):
    pack, problems = load(tmp_path, "Words.yml", VALE)
    assert problems == []
    assert mended(pack, "Abort the E-mail. Blacklisted, aborted.") == "Stop the Email. Denylist, aborted."


def test_vale_case_action_and_level(tmp_path):
    pack, _ = load(tmp_path, "a.yml", "extends: substitution\nlevel: warning\nswap: {Javascript: JavaScript}")
    assert mended(pack, "Javascript and javascript") == "Javascript and javascript"
    assert mended(pack, "Javascript and javascript", least=Safety.SUGGEST) == "JavaScript and javascript"
    pack, _ = load(tmp_path, "b.yml", "extends: substitution\naction: {name: replace}\nswap: {Javascript: JavaScript}")
    assert mended(pack, "Javascript and javascript") == "JavaScript and javascript"


def test_vale_nonword_and_alternatives(tmp_path):
    pack, _ = load(
        tmp_path, "a.yml", r"""{extends: substitution, level: error, nonword: true, swap: {'\bw/o ': 'without '}}"""
    )
    assert pack is not None
    pack, _ = load(tmp_path, "b.yml", "{extends: substitution, level: error, swap: {whitelist: allowlist|safelist}}")
    assert mended(pack, "A whitelist.") == "A whitelist."
    assert mended(pack, "A whitelist.", least=Safety.SUGGEST) == "An allowlist."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("extends: existence\ntokens: [x]", "a.yml:1: extends existence: only substitution is a list of terms"),
        ("extends: substitution", "a.yml:1: swap is missing"),
        ("extends: substitution\nswap:\n  'a(': b\n", "a.yml:3: bad regex"),
        ("extends: substitution\nswap:\n  a: \n", "a.yml:3: `a` has nothing to write; not used"),
    ],
)
def test_vale_problems(tmp_path, content, told):
    _, problems = load(tmp_path, "a.yml", content)
    assert told in problems[0]


def test_vale_vocabulary(tmp_path):
    pack, problems = load(tmp_path, "accept.txt", "# ours\nGitHub\nlowercase\n[Rr]egex\n")
    assert problems == []
    assert mended(pack, "On github, GitHub.", least=Safety.SUGGEST) == "On GitHub, GitHub."
    assert mended(pack, "On github, GitHub.") == "On github, GitHub."


def test_a_folder_is_all_that_is_in_it(tmp_path):
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "Words.yml").write_text(VALE)
    (tmp_path / "style" / "accept.txt").write_text("GitHub\n")
    packs, problems = store.from_path(tmp_path / "style")
    assert [pack.name for pack in packs] == ["Words", "accept"]
    assert problems == []


PRH = r"""
version: 1
imports: [more.yml]
rules:
  - expected: JavaScript
    specs:
      - {from: javascript, to: JavaScript}
  - expected: hardware
    patterns: [hard ware, "/hard-wares?/i"]
  - expected: $1 bit
    pattern: /(\d+)bits/
    prh: The unit is one word.
  - expected: Cookie
    pattern: /cookie(s)?/
    regexpMustEmpty: $1
  - expected: js
    pattern: ecma
    options: {wordBoundary: true}
"""


def test_prh(tmp_path):
    (tmp_path / "more.yml").write_text("rules: [{expected: TypeScript, pattern: typescript}]")
    pack, problems = load(tmp_path, "prh.yml", PRH)
    assert problems == []
    text = "A javascript hard ware, a Hard-Ware, 32bits, a cookie, cookies, ecma, ecmas, typescript"
    assert mended(pack, text) == "A JavaScript hardware, a Hardware, 32 bit, a Cookie, cookies, js, ecmas, TypeScript"


def test_prh_specs_prove_it(tmp_path):
    _, problems = load(
        tmp_path, "prh.yml", PRH.replace("to: JavaScript", "to: Java").replace("imports: [more.yml]\n", "")
    )
    assert "prh.yml:6: rule javascript: `javascript` became `JavaScript`, not `Java`" in problems[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("imports: [gone.yml]\nrules: [{expected: a}]", "prh.yml:1: imports gone.yml, which cannot be read"),
        ("imports: [prh.yml]\nrules: [{expected: a}]", "prh.yml:1: imports itself"),
        ("rules: [{expected: a, pattern: '/(/'}]", "prh.yml:1: bad regex `(`"),
        ("rules: [{pattern: x}]", "prh.yml:1: a rule without expected; not used"),
    ],
)
def test_prh_problems(tmp_path, content, told):
    _, problems = load(tmp_path, "prh.yml", content)
    assert any(told in problem for problem in problems)


@pytest.mark.parametrize("wrap", ["%s", '{"terms": %s}'])
def test_textlint_terminology(tmp_path, wrap):
    terms = r"""["npm", "JavaScript", ["front[- ]end(\\w*)", "frontend$1"], [["repo", "repository"], "repository"]]"""
    pack, problems = load(tmp_path, "terms.json", wrap % terms)
    assert problems == []
    assert (
        mended(pack, "Javascript frontends: front-ends in a repo") == "JavaScript frontends: frontends in a repository"
    )


def test_textlint_problems(tmp_path):
    assert "terms.json:1: is no JSON" in load(tmp_path, "terms.json", "[")[1][0]
    assert "term 1 is not words" in load(tmp_path, "terms.json", '[["a", ""]]')[1][0]
