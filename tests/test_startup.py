"""panflute set up for the filter: its elements at once, the rest when asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

LIGHT = "import sys; from rlfix import startup; startup.lighten(); import panflute as pf; "


def run(code: str) -> str:
    """Return what a new Python prints for `code`."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_elements_come_without_what_commands_need():
    assert run(LIGHT + "print(pf.Para(pf.Str('x')).content[0].text, {'click', 'yaml'} & sys.modules.keys())") == (
        "x set()"
    )


def test_the_filter_needs_no_more_than_that():
    code = LIGHT + "from rlfix import cli, document, pipeline; print({'click', 'yaml', 'inspect'} & sys.modules.keys())"
    assert run(code) == "set()"


@pytest.mark.parametrize(
    "use", ["pf.stringify(pf.Para(pf.Str('x')))", "__import__('panflute.tools').tools.stringify(pf.Str('x'))"]
)
def test_the_rest_comes_when_it_is_asked_for(use):
    assert run(LIGHT + f"print({use}.strip())") == "x"


def test_importing_everything_gives_everything():
    assert run(LIGHT + "from panflute import *; print(stringify(Str('x')), run_filter.__name__)") == "x run_filter"


def test_elements_are_the_same_before_and_after():
    code = (
        LIGHT + "first = pf.Str; from panflute import run_filter, Str; print(first is Str is pf.Str, pf.__version__[0])"
    )
    assert run(code) == "True 2"


def test_a_name_that_panflute_does_not_have():
    code = LIGHT + "print(hasattr(pf, 'nothing_of_the_kind'), hasattr(pf, 'Nothing'))"
    assert run(code) == "False False"


def test_a_panflute_that_is_loaded_stays():
    assert run("import panflute as one; " + LIGHT + "print(one is pf, type(pf).__name__)") == "True module"


def test_a_panflute_of_another_layout_is_imported_whole():
    code = "from rlfix import startup; startup._MODULES = ('elements', 'no_such_part'); " + LIGHT
    assert run(code + "print(pf.Str('x').text, type(pf).__name__, 'click' in sys.modules)") == "x module True"


def test_a_panflute_that_is_found_some_other_way_is_imported_whole():
    code = "from rlfix import startup; startup.PathFinder = type('None', (), {'find_spec': lambda name: None}); "
    assert run(code + LIGHT + "print(pf.Str('x').text, 'click' in sys.modules)") == "x True"
