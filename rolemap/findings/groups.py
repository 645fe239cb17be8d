"""Many findings that say the same of different places are shown as one card with its list, so that people read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rolemap.findings.finding import Finding
from rolemap.graph import RoleGraph


@dataclass(frozen=True, slots=True)
class Group:
    """One or more findings shown as one. `message` is a plain sentence; `subjects` the areas or entries, by name."""

    findings: tuple[Finding, ...]
    message: str
    subjects: tuple[str, ...]

    @property
    def first(self) -> Finding:
        """Return the finding that stands for the rest."""
        return self.findings[0]


def grouped(graph: RoleGraph, findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings as groups, in the order of each group's first finding.

    Findings of one code, severity and level with the same non-empty summary are one group.
    """
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        alone = () if finding.summary else (finding.id,)
        key = (finding.code, finding.severity, finding.level, finding.summary, *alone)
        groups.setdefault(key, []).append(finding)
    totals = _totals(graph)
    return tuple(_group(graph, tuple(found), totals) for found in groups.values())


def _totals(graph: RoleGraph) -> dict[tuple[str, str], int]:
    """Return how many areas need a lead, by responsibility and level."""
    totals: dict[tuple[str, str], int] = {}
    for cell in graph.needed:
        key = (cell.responsibility, cell.level)
        totals[key] = totals.get(key, 0) + 1
    return totals


def _group(graph: RoleGraph, findings: tuple[Finding, ...], totals: dict[tuple[str, str], int]) -> Group:
    first = findings[0]
    landscape = graph.landscape
    subjects = tuple(landscape.title(one.area or one.entity) for one in findings)
    if len(findings) == 1:
        return Group(findings, first.message, subjects)
    names = ", ".join(subjects)
    if first.area:
        total = totals.get((first.responsibility, first.level), 0)
        many = f"{len(findings)} of {total}" if total >= len(findings) else f"{len(findings)}"
        level = landscape.levels[first.level].name.lower() if first.level in landscape.levels else "area"
        return Group(findings, f"{first.summary} in {many} at {level} level: {names}.", subjects)
    return Group(findings, f"{first.summary} for {len(findings)}: {names}.", subjects)
