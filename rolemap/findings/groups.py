"""Many findings that say the same of different places are shown as one card with its list, so that people read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rolemap.findings.finding import Finding
from rolemap.findings.words import namer
from rolemap.graph import RoleGraph
from rolemap.model import Landscape


@dataclass(frozen=True, slots=True)
class Group:
    """One or more findings shown as one: a plain sentence, and the areas, responsibilities or entries by name."""

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
    name = namer(graph)
    return tuple(_group(graph, tuple(found), totals, name) for found in groups.values())


def _totals(graph: RoleGraph) -> dict[tuple[str, str], int]:
    """Return how many areas need a lead, by responsibility and level."""
    totals: dict[tuple[str, str], int] = {}
    for cell in graph.needed:
        key = (cell.responsibility, cell.level)
        totals[key] = totals.get(key, 0) + 1
    return totals


def _group(
    graph: RoleGraph, findings: tuple[Finding, ...], totals: dict[tuple[str, str], int], name: Callable[[str], str]
) -> Group:
    first = findings[0]
    landscape = graph.landscape
    several = bool(first.responsibility) and len({one.responsibility for one in findings}) > 1
    subjects = _responsibilities(landscape, findings) if several else _names(name, findings)
    if len(findings) == 1:
        return Group(findings, first.message, subjects)
    names = ", ".join(subjects)
    if several:
        return Group(findings, f"{first.summary} for {len(findings)} responsibilities: {names}.", subjects)
    if first.area:
        total = totals.get((first.responsibility, first.level), 0)
        many = f"{len(findings)} of {total}" if total >= len(findings) else f"{len(findings)}"
        level = landscape.levels[first.level].name.lower() if first.level in landscape.levels else "area"
        return Group(findings, f"{first.summary} in {many} at {level} level: {names}.", subjects)
    return Group(findings, f"{first.summary} for {len(findings)}: {names}.", subjects)


def _names(name: Callable[[str], str], findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(name(one.area or one.entity) for one in findings)


def _responsibilities(landscape: Landscape, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return the responsibilities by name, with their areas where these are not all one."""
    if len({one.area for one in findings}) == 1:
        return tuple(landscape.title(one.responsibility) for one in findings)
    return tuple(f"{landscape.title(one.responsibility)} ({landscape.title(one.area)})" for one in findings)
