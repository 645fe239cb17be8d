"""Shared by all tests: what was left out is said plainly, and on the build machine it is a failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _main_module() -> Iterator[None]:
    """Put the main module back after a test of the app, which runs in its place: new processes are started from it."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were left out and why."""
    left_out = terminalreporter.stats.get("skipped", [])
    if left_out:
        terminalreporter.section("left out")
        for reason in sorted({str(report.longrepr[-1]) for report in left_out}):
            number = sum(str(report.longrepr[-1]) == reason for report in left_out)
            terminalreporter.write_line(f"{number} tests were left out: {reason}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On the build machine (ROLEMAP_ALL_TESTS=1) a test that was left out is a failure."""
    if not os.environ.get("ROLEMAP_ALL_TESTS") or session.exitstatus:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`: write the output shown in the documentation as it is now, to be looked at and committed."""
    parser.addoption("--bless", action="store_true", help="write the output shown in the documentation as it is now")
