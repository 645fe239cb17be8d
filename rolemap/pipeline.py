"""The story of rolemap: files are read and checked, changes applied, it becomes a graph as at a date, and is judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rolemap import graph, reading
from rolemap.changes import ChangeSet, apply
from rolemap.collector import collector_paused
from rolemap.findings import Finding, check_settings, run
from rolemap.graph import RoleGraph
from rolemap.model import Landscape


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Analysis:
    """A map, its graph as at a date, and what rolemap notices in it. It equals only itself."""

    landscape: Landscape
    graph: RoleGraph
    findings: tuple[Finding, ...]


@collector_paused()
def analyse(path: Path, on: date | None = None) -> Analysis:
    """Return the analysis of the map at `path` as at `on` (today if not given). Raises InvalidMap with every problem."""
    return examine(reading.read(path), on)


@collector_paused()
def examine(landscape: Landscape, on: date | None = None) -> Analysis:
    """Return the analysis of a landscape already read, as at `on` (today if not given).

    Raises InvalidMap if the map gives settings that no rule has.
    """
    check_settings(landscape)
    found = graph.build(landscape, on or date.today())
    return Analysis(landscape, found, run(found))


def what_if(landscape: Landscape, change_sets: Iterable[ChangeSet], on: date | None = None) -> Analysis:
    """Return the analysis of what changes would make of a landscape, as at `on`; what they leave loose is a finding too.

    Raises InvalidMap with every operation that does not fit the map.
    """
    day = on or date.today()
    applied = apply(landscape, change_sets, day)
    check_settings(applied.landscape)
    found = graph.build(applied.landscape, day)
    return Analysis(applied.landscape, found, run(found, loose=applied.loose_ends))
