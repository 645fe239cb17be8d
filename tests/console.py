"""The commands shown in the documentation, run for real on the example map of the README."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from rolemap.cli import main

ROOT = Path(__file__).resolve().parents[1]
CONSOLE = re.compile(r"^```console\n\$ rolemap (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
MAP = re.compile(r"^```yaml\n(levels:.*?)^```$", re.MULTILINE | re.DOTALL)


def example() -> str:
    """Return the example map of the README."""
    found = MAP.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found
    return found[1]


def renewed(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the text of a page with the output of each of its commands as it is now."""
    monkeypatch.chdir(folder)
    Path("stop-smoking.yaml").write_text(example(), encoding="utf-8")

    def run(shown: re.Match[str]) -> str:
        result = CliRunner().invoke(main, shlex.split(shown[1]))
        return f"```console\n$ rolemap {shown[1]}\n{result.output.rstrip()}\n```"

    return CONSOLE.sub(run, page)
