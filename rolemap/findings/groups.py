"""Many findings that say the same of different places are shown as one card with its list, so that people read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rolemap.findings.finding import Finding
from rolemap.findings.words import counted, listed, namer
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
    """One or more findings shown as one: a plain sentence, and the areas, responsibilities or entries it is about.

    `headline` is the sentence without its full stop and without the list; `subjects` are the names, and `listed`
    says whether the sentence needs them (a single finding names its own, "all but Bolton" needs no list).
    """

    findings: tuple[Finding, ...]
    headline: str
    subjects: tuple[str, ...]
    listed: bool = False

    @property
    def first(self) -> Finding:
        """Return the finding that stands for the rest."""
        return self.findings[0]

    @property
    def message(self) -> str:
        """Return the whole sentence, list included."""
        if not self.listed:
            return f"{self.headline}."
        separator = "; " if self.several or any("," in subject for subject in self.subjects) else ", "
        return f"{self.headline}: {separator.join(self.subjects)}."

    @property
    def several(self) -> bool:
        """Return whether the findings are about more than one responsibility."""
        return len({one.responsibility for one in self.findings}) > 1


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
    where = f"in {listed(areas, len(areas))}"
    if len(areas) > 1 and everywhere:
        where = f"in {'either' if len(areas) == 2 else 'any'} of the {_areas(landscape, first, len(areas))}"
    subjects = tuple(landscape.title(found[0].responsibility) for found in lists)
    pillar = landscape.pillars[first.pillar].name if first.pillar in landscape.pillars else ""
    under = f" under {pillar}" if pillar else ""
    headline = f"{first.stem} {where} for {len(lists)} responsibilities{under}"
    return Group(tuple(one for found in lists for one in found), headline, subjects, listed=True)


def _areas(landscape: Landscape, finding: Finding, number: int) -> str:
    """Return "10 places" for a level called Place; where a level's name makes no plural, "10 areas at … level"."""
    level = landscape.levels[finding.level].name.lower() if finding.level in landscape.levels else ""
    if level.isalpha() and not level.endswith(("al", "s")):
        return counted(number, level)
    return counted(number, "area") + (f" at {level} level" if level else "")


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
        return Group(findings, first.message.removesuffix("."), subjects)
    if several:
        return Group(findings, f"{first.summary} for {len(findings)} responsibilities", subjects, listed=True)
    if first.area:
        where, whole = _where(graph, findings, needed.get((first.responsibility, first.level), []))
        return Group(findings, f"{first.summary} in {where}", subjects, listed=not whole)
    said = first.many.replace("{number}", f"{len(findings):,}") or f"{first.summary} in {len(findings):,} cases"
    return Group(findings, said, subjects, listed=True)


def _where(graph: RoleGraph, findings: tuple[Finding, ...], needed: list[str]) -> tuple[str, bool]:
    """Return how many areas the findings are about, and whether the words need no list of them."""
    title = graph.landscape.title
    here = {one.area for one in findings}
    if not here <= set(needed):
        return _areas(graph.landscape, findings[0], len(here)), False
    others = [area for area in needed if area not in here]
    all_areas = _areas(graph.landscape, findings[0], len(needed))
    if not others and len(here) > 1:
        return f"all {all_areas}" if len(here) > 2 else f"both {all_areas.partition(' ')[2]}", True
    if others and len(others) <= MOST_LEFT_OUT < len(here):
        return f"{len(here)} of {all_areas}, all but {listed(map(title, others))}", True
    return f"{len(here)} of {all_areas}", False


def _names(name: Callable[[str], str], findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(name(one.area or one.entity) for one in findings)


def _responsibilities(landscape: Landscape, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return the responsibilities by name, with their areas where these are not all one."""
    if len({one.area for one in findings}) == 1:
        return tuple(landscape.title(one.responsibility) for one in findings)
    return tuple(f"{landscape.title(one.responsibility)} ({landscape.title(one.area)})" for one in findings)
