"""The result of checking a map, as one value that every format of `rolemap check` translates and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rolemap.findings import Finding, Group, Severity, grouped
from rolemap.graph import Summary, summarise
from rolemap.pipeline import Analysis
from rolemap.problems import Problem

VERSION = 1
"""The version of the JSON shapes (docs/json.md). It rises when a field changes its meaning or goes."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked map: either `problems` (it cannot be read; everything else is empty), or findings and a summary."""

    map: str
    on: date
    problems: tuple[Problem, ...] = ()
    title: str = ""
    findings: tuple[Finding, ...] = ()
    groups: tuple[Group, ...] = ()
    summary: Summary | None = None

    @property
    def open(self) -> tuple[Finding, ...]:
        """Return the findings that nobody has accepted."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    def reaches(self, threshold: Severity | None) -> bool:
        """Return whether an open finding matters at least as much as `threshold`; None is never reached."""
        return threshold is not None and any(finding.severity.rank <= threshold.rank for finding in self.open)


def unreadable(name: str, on: date, problems: tuple[Problem, ...]) -> Checked:
    """Return the result for a map that cannot be read."""
    return Checked(map=name, on=on, problems=problems)


def checked(name: str, analysis: Analysis) -> Checked:
    """Return the result for a map that can be read."""
    opened = tuple(finding for finding in analysis.findings if finding.accepted is None)
    return Checked(
        map=name,
        on=analysis.graph.on,
        title=analysis.landscape.info.title,
        findings=analysis.findings,
        groups=grouped(analysis.graph, opened),
        summary=summarise(analysis.graph),
    )
