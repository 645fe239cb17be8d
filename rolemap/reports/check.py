"""The result of checking a map, as one value that every format of `rolemap check` translates and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from rolemap.findings import Finding, Group, Severity, grouped
from rolemap.graph import Summary, summarise
from rolemap.pipeline import Analysis
from rolemap.problems import Location, Problem
from rolemap.reports.plain import one_line

VERSION = 1
"""The version of the JSON shapes (docs/json.md). It rises when a field changes its meaning or goes."""

CATALOGUES = "configs/catalogues/"
"""How the names of files of shipped catalogues begin; they are not relative to a map."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked map: either `problems` (it cannot be read; everything else is empty), or findings and a summary.

    `map` is its path as given; `base` the folder that the names of its files are relative to.
    """

    map: str
    on: date
    base: str = ""
    problems: tuple[Problem, ...] = ()
    title: str = ""
    findings: tuple[Finding, ...] = ()
    groups: tuple[Group, ...] = ()
    summary: Summary | None = None

    @property
    def open(self) -> tuple[Finding, ...]:
        """Return the findings that nobody has accepted."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    def path_of(self, place: Location) -> str:
        """Return the path of a place's file from where the command runs, for tools that open it there."""
        inside = place.file != self.map and not place.file.startswith(CATALOGUES)
        return (PurePosixPath(self.base) / place.file).as_posix() if inside else place.file

    def reaches(self, threshold: Severity | None) -> bool:
        """Return whether an open finding matters at least as much as `threshold`; None is never reached."""
        return threshold is not None and any(finding.severity.rank <= threshold.rank for finding in self.open)


def unreadable(path: Path, on: date, problems: tuple[Problem, ...]) -> Checked:
    """Return the result for the map at `path`, which cannot be read."""
    return Checked(map=_name(path), on=on, base=_base(path), problems=problems)


def checked(path: Path, analysis: Analysis) -> Checked:
    """Return the result for the map at `path`, which can be read."""
    opened = tuple(finding for finding in analysis.findings if finding.accepted is None)
    return Checked(
        map=_name(path),
        on=analysis.graph.on,
        base=_base(path),
        title=analysis.landscape.info.title,
        findings=analysis.findings,
        groups=grouped(analysis.graph, opened),
        summary=summarise(analysis.graph),
    )


def _name(path: Path) -> str:
    return one_line(path.as_posix())


def _base(path: Path) -> str:
    return one_line((path if path.is_dir() else path.parent).as_posix())
