import sys

import pytest


@pytest.fixture(autouse=True)
def _deep_documents():
    """The command gives deep documents room before it calls `repair`; so do the tests."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(40_000)
    yield
    sys.setrecursionlimit(before)
