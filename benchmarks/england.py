"""The map that the other benchmarks measure: the whole of England, as large as a map is likely to become.

`python -m benchmarks.england DIR [--scale 1.0] [--compact]` writes it from the shipped catalogue: the councils, systems
and regions are real; the neighbourhoods, the posts, the agreements and everything said about them are invented, drawn
with a fixed seed, and describe nobody. At scale 1.0 there are about 1,250 neighbourhoods and more than 100,000 places
where a lead is needed, since the map asks for a lead in each neighbourhood for half of what places lead on.

Without `--compact` there is one assignment for each of those places, with ids only; with it the map says the same with
patterns. The command prints what it wrote: files, megabytes, and how many cells are in which state.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks import invented, yamltext
from benchmarks.invented import DAY, World
from benchmarks.yamltext import Fields
from rolemap import graph, reading
from rolemap.graph import Cell, RoleGraph
from rolemap.model import PARTS, Assignment
from rolemap.reading.files import SourceFile

Files = dict[str, str]
"""File name -> text."""


@dataclass(frozen=True, slots=True)
class Written:
    """A map that was written: where, and its graph."""

    folder: Path
    size: int
    graph: RoleGraph


def write(folder: Path, scale: float = 1.0, *, compact: bool = False) -> Written:
    """Write the map into `folder`, which is made if needed, and return it with its graph as at `DAY`."""
    world = invented.world(scale)
    files = _common_files(world) | {"patterns.yaml": yamltext.section("assignments", map(_fields, world.patterns))}
    files |= _by_region(world, "exceptions", world.exceptions)
    found = _build(files)
    if not compact:
        files = _common_files(world) | _by_region(world, "assignments", _one_by_one(found))
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Written(folder, sum(len(text.encode()) for text in files.values()), found)


def _build(files: Files) -> RoleGraph:
    landscape = reading.read_files([SourceFile(name, text.encode()) for name, text in sorted(files.items())])
    return graph.build(landscape, DAY)


def _common_files(world: World) -> Files:
    """Return what both ways of writing share: the areas, bodies, posts and agreements, by region."""
    files = {"map.yaml": yamltext.block("map", invented.ABOUT)}
    files["responsibilities.yaml"] = yamltext.section("responsibilities", world.widened)
    for name, entries in (
        ("areas", world.areas),
        ("organisations", world.organisations),
        ("roles", world.roles),
        ("agreements", world.agreements),
    ):
        split: dict[str, dict[str, Fields]] = {}
        for id, fields in entries.items():
            split.setdefault(world.region(str(fields.get("area", id))), {})[id] = fields
        files |= {f"{region}/{name}.yaml": yamltext.section(name, some) for region, some in split.items()}
    return files


def _by_region(world: World, name: str, assignments: Iterable[Assignment]) -> Files:
    split: dict[str, list[Fields]] = {}
    for assignment in assignments:
        split.setdefault(world.region(assignment.at), []).append(_fields(assignment))
    return {f"{region}/{name}.yaml": yamltext.section("assignments", some) for region, some in split.items()}


def _fields(assignment: Assignment) -> Fields:
    return {
        "responsibility": assignment.responsibility,
        "at": assignment.at,
        **{part.value: assignment.parties(part) for part in PARTS},
        "joint": "true" if assignment.joint else "",
        "basis": assignment.basis,
        "status": assignment.status,
        "from": assignment.start.isoformat() if assignment.start else "",
        "until": assignment.until.isoformat() if assignment.until else "",
    }


def _one_by_one(graph: RoleGraph) -> Iterable[Assignment]:
    """Yield what decides each cell with every pattern replaced by the ids it stands for there."""
    for cell in graph.cells:
        for candidate in dict.fromkeys((*cell.candidates, *cell.proposed)):
            yield _spelled_out(graph, cell, candidate)


def _spelled_out(graph: RoleGraph, cell: Cell, said: Assignment) -> Assignment:
    view = graph.view
    parties: dict[str, Any] = {part.value: view.resolve(said.parties(part), cell.area, view.active) for part in PARTS}
    basis = said.basis or next(iter(cell.agreements), "")
    return replace(said, at=cell.area, basis=basis, **parties)


def main() -> None:
    """Write the map named on the command line and say what it holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.england", description="Write a map of all England.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0, help="the share of England's areas (default: 1.0)")
    parser.add_argument("--compact", action="store_true", help="say it with patterns")
    given = parser.parse_args()
    written = write(given.folder, given.scale, compact=given.compact)
    counts = graph.summarise(written.graph).all
    print(
        f"{written.size / 1e6:.1f} MB in {written.folder}: areas are real, neighbourhoods, posts and agreements invented"
    )
    print(
        f"{counts.cells:,} cells need a lead: {counts.clear:,} clear ({counts.backed:,} backed), {counts.gap:,} gaps, "
        f"{counts.contested:,} contested, {counts.vacant:,} vacant, {counts.proposed:,} proposed"
    )


if __name__ == "__main__":
    main()
