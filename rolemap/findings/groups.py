"""Many findings that say the same of different places are shown as one card with its list, so that people read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rolemap.findings.finding import Finding
from rolemap.findings.words import listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Landscape

Needed = dict[tuple[str, str], list[str]]
"""(responsibility, level) -> the areas that need a lead."""

MOST_LEFT_OUT = 2
"""Up to how many areas left out are named instead of the many that are meant."""

FEWEST_MERGED = 3
"""From how many responsibilities on a shared card is shorter to read than cards of their own."""


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

    Findings of one code, severity and level with the same non-empty summary are one group. Groups that say the same
    of several responsibilities of a pillar, in the same areas, become one (`Finding.stem`) where there are enough.
    """
    same: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        alone = () if finding.summary else (finding.id,)
        key = (finding.code, finding.severity, finding.level, finding.summary, *alone)
        same.setdefault(key, []).append(finding)
    position = {area: number for number, area in enumerate(graph.landscape.areas)}
    for found in same.values():
        found.sort(key=lambda one: position.get(one.area, -1))
    alike: dict[tuple[str, ...], list[list[Finding]]] = {}
    for key, found in same.items():
        first = found[0]
        areas = tuple(one.area for one in found)
        shared = (first.code, first.severity, first.level, first.pillar, first.stem, *areas) if first.stem else key
        alike.setdefault(shared, []).append(found)
    needed = _needed(graph)
    name = namer(graph)
    groups: list[Group] = []
    for lists in alike.values():
        if len(lists) >= FEWEST_MERGED:
            groups.append(_merged(graph, lists, needed))
        else:
            groups += [_group(graph, tuple(found), needed, name) for found in lists]
    return tuple(groups)


def _merged(graph: RoleGraph, lists: list[list[Finding]], needed: Needed) -> Group:
    """Return one group for several responsibilities of a pillar that stand alike in the same areas."""
    landscape = graph.landscape
    first = lists[0][0]
    areas = [landscape.title(one.area) for one in lists[0]]
    everywhere = all(len(needed[found[0].responsibility, first.level]) == len(areas) for found in lists)
    where = f"in {', '.join(areas)}"
    if len(areas) > 1 and everywhere:
        where = f"in any of {len(areas)} at {_level(landscape, first)} level"
    subjects = tuple(landscape.title(found[0].responsibility) for found in lists)
    pillar = landscape.pillars[first.pillar].name if first.pillar in landscape.pillars else ""
    under = f" under {pillar}" if pillar else ""
    titles = "; ".join(subjects)
    message = f"{first.stem} {where} for {len(lists)} responsibilities{under}: {titles}."
    return Group(tuple(one for found in lists for one in found), message, subjects)


def _level(landscape: Landscape, finding: Finding) -> str:
    return landscape.levels[finding.level].name.lower() if finding.level in landscape.levels else "area"


def _needed(graph: RoleGraph) -> Needed:
    needed: Needed = {}
    for cell in graph.needed:
        needed.setdefault((cell.responsibility, cell.level), []).append(cell.area)
    return needed


def _group(graph: RoleGraph, findings: tuple[Finding, ...], needed: Needed, name: Callable[[str], str]) -> Group:
    first = findings[0]
    several = bool(first.responsibility) and len({one.responsibility for one in findings}) > 1
    subjects = _responsibilities(graph.landscape, findings) if several else _names(name, findings)
    if len(findings) == 1:
        return Group(findings, first.message, subjects)
    if several:
        what = f"{len(findings)} responsibilities: {'; '.join(subjects)}"
        return Group(findings, f"{first.summary} for {what}.", subjects)
    if first.area:
        where = _where(graph, findings, needed.get((first.responsibility, first.level), []))
        return Group(findings, f"{first.summary} in {where}.", subjects)
    return Group(findings, f"{first.summary} for {len(findings)}: {', '.join(subjects)}.", subjects)


def _where(graph: RoleGraph, findings: tuple[Finding, ...], needed: list[str]) -> str:
    """Return the areas of the findings in words, by those left out where these are fewer to name."""
    title = graph.landscape.title
    here = [one.area for one in findings]
    others = [area for area in needed if area not in here]
    level = _level(graph.landscape, findings[0])
    if set(here) <= set(needed):
        many = f"{len(here)} of {len(needed)} at {level} level"
        if others and len(others) <= MOST_LEFT_OUT < len(here):
            return f"{many}, all but {listed(map(title, others))}"
    else:
        many = f"{len(here)} at {level} level"
    return f"{many}: {', '.join(map(title, here))}"


def _names(name: Callable[[str], str], findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(name(one.area or one.entity) for one in findings)


def _responsibilities(landscape: Landscape, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return the responsibilities by name, with their areas where these are not all one."""
    if len({one.area for one in findings}) == 1:
        return tuple(landscape.title(one.responsibility) for one in findings)
    return tuple(f"{landscape.title(one.responsibility)} ({landscape.title(one.area)})" for one in findings)
