"""The story of rolemap: files are read and checked, become a graph as at a date, and the graph is judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rolemap import graph, reading
from rolemap.findings import Finding, check_settings, run
from rolemap.graph import RoleGraph
from rolemap.model import Landscape


@dataclass(frozen=True, slots=True)
class Analysis:
    """A map, its graph as at a date, and what rolemap notices in it."""

    landscape: Landscape
    graph: RoleGraph
    findings: tuple[Finding, ...]


def analyse(path: Path, on: date | None = None) -> Analysis:
    """Return the analysis of the map at `path` as at `on` (today if not given). Raises InvalidMap with every problem."""
    return examine(reading.read(path), on)


def examine(landscape: Landscape, on: date | None = None) -> Analysis:
    """Return the analysis of a landscape already read, as at `on` (today if not given).

    Raises InvalidMap if the map gives settings that no rule has.
    """
    check_settings(landscape)
    found = graph.build(landscape, on or date.today())
    return Analysis(landscape, found, run(found))
