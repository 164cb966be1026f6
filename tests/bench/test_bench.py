"""The book to measure with is always the same one; times are for `python tests/bench/bench.py` to tell."""

from __future__ import annotations

import re
import subprocess
import sys

import book


def test_the_book_is_the_same_every_time():
    printed = subprocess.run([sys.executable, book.__file__], capture_output=True, check=True).stdout
    assert printed.decode("utf-8") == book.book()


def test_the_book_is_as_long_as_a_book():
    assert 135_000 <= len(book.book().split()) <= 145_000


def test_the_book_has_what_a_book_has():
    text = book.book()
    for pattern in (r"^# ", r"^## ", r"^- ", r"^1\. ", r"^\| ", r"^> ", r"^`", r"^\[\^n\d+\]: ", r"!\[", r"\$r_"):
        assert len(re.findall(pattern, text, re.MULTILINE)) > 10, pattern
    assert len(re.findall(r"\b(the|of|to|and|with) \1\b", text)) > 40
    assert len(set(re.findall(r"[A-Za-z]+", text))) > 2_000
