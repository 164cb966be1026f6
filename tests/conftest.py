"""Options of the test run."""


def pytest_addoption(parser):
    parser.addoption(
        "--update-samples", action="store_true", help="write the expected files of samples/ anew from what comes out"
    )
