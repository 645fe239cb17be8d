"""The layout is a contract: import directions, sizes and the one registry of rules."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "rolemap").rglob("*.py"))
MOST_LINES = 300
MOST_FUNCTION_LINES = 60
MOST_PARAMETERS = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, Function)]


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_logo=True, cache_dir=None) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_keeps_its_budget(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= MOST_LINES
    assert ast.get_docstring(ast.parse(text)), "every module says what it is for"
    for function in functions(path):
        assert (function.end_lineno or 0) - function.lineno < MOST_FUNCTION_LINES, function.name
        arguments = function.args
        named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        counted = [argument for argument in named if argument.arg not in {"self", "cls"}]
        assert len(counted) <= MOST_PARAMETERS, function.name


def test_most_modules_and_functions_are_small() -> None:
    modules = [len(path.read_text().splitlines()) for path in MODULES]
    sizes = [(one.end_lineno or 0) - one.lineno + 1 for path in MODULES for one in functions(path)]
    assert statistics.median(modules) <= 110
    assert statistics.median(sizes) <= 12


def test_nothing_is_left_for_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")
    for path in [*MODULES, ROOT / "app.py"]:
        assert not any(mark in path.read_text() for mark in marks), path
