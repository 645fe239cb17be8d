"""The map that the benchmarks measure is a good one, and the command starts without what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import england
from benchmarks.invented import DAY
from rolemap import graph, reading
from rolemap.graph import Cell, RoleGraph, State
from rolemap.reading import files

SCALE = 0.01


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[RoleGraph, RoleGraph]:
    """Return the graph of the map written one by one, and of the same map written with patterns, both read from disk."""
    folders = tmp_path_factory.mktemp("full"), tmp_path_factory.mktemp("compact")
    for folder in folders:
        england.write(folder, SCALE, compact=folder is folders[1])
    full, compact = (graph.build(reading.read(folder), DAY) for folder in folders)
    return full, compact


def test_both_ways_of_writing_england_say_the_same(both: tuple[RoleGraph, RoleGraph]) -> None:
    full, compact = ({(cell.responsibility, cell.area): said(cell) for cell in one.cells} for one in both)
    assert full == compact


def said(cell: Cell) -> tuple[object, ...]:
    parts = (cell.leads, cell.accountable, cell.delivers, cell.contributes, cell.consulted, cell.informed)
    return (cell.needed, cell.state, cell.backed, parts, cell.proposed_leads, cell.agreements)


def test_england_has_cells_in_every_state_at_every_level(both: tuple[RoleGraph, RoleGraph]) -> None:
    needed = both[0].needed
    assert {cell.state for cell in needed} == set(State)
    assert {cell.level for cell in needed} == {"national", "region", "system", "place", "neighbourhood"}
    assert len(needed) > 100_000 * SCALE


def test_one_assignment_for_each_cell_and_few_with_patterns(both: tuple[RoleGraph, RoleGraph]) -> None:
    full, compact = ([one for one in graph.landscape.assignments if not one.catalogue] for graph in both)
    assert len(full) >= len(both[0].needed)
    assert len(compact) < len(full) / 2
    assert not any(":" in lead for one in full for lead in one.leads)


def test_england_is_written_the_same_every_time(tmp_path: Path) -> None:
    england.write(tmp_path / "one", SCALE)
    england.write(tmp_path / "other", SCALE)
    one, other = ({file.name: file.data for file in files.from_path(tmp_path / name)} for name in ("one", "other"))
    assert one == other


def test_importing_the_command_line_loads_no_app_and_no_tables() -> None:
    code = "import rolemap.cli, sys; print({'streamlit', 'pandas', 'networkx', 'pydantic'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
