"""A format that cannot write a report names the reason and leaves no file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from rolemap.cli import main
from rolemap.reading.catalogues import CONFIGS


def test_a_typesetter_that_fails_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("rolemap.reports.formats.pdf._source", lambda: '#panic("no room left")')
    target = tmp_path / "report.pdf"
    result = CliRunner().invoke(main, ["report", str(CONFIGS / "examples" / "one-council"), "-o", str(target)])
    assert result.exit_code == 2
    assert "report.pdf cannot be written as PDF:" in result.output
    assert "no room left" in result.output
    assert not list(tmp_path.iterdir())
