"""What people choose to see: filters, which squares they keep, and the choices a map offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from rolemap.findings import Severity
from rolemap.findings.themes import THEMES
from rolemap.graph import Cell, RoleGraph
from rolemap.graph.alike import counted, differing
from rolemap.model import Responsibility, in_order
from rolemap.pictures.palette import state_key
from rolemap.ui.remembered import remembered
from rolemap.ui.words import SEVERITIES, word


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show; an empty choice shows everything. All hold ids, but `text`, which is searched for.

    `differ` keeps only responsibilities in which the places differ: those of one level, or the areas chosen.
    """

    pillars: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    statutory: bool = False
    text: str = ""
    differ: bool = False

    def wants(self, responsibility: Responsibility) -> bool:
        """Return whether pillar, domain and "statutory only" let a responsibility through."""
        pillars = {responsibility.pillar, *responsibility.also}
        return (
            (not self.pillars or not pillars.isdisjoint(self.pillars))
            and (not self.domains or responsibility.domain in self.domains)
            and (not self.statutory or responsibility.statutory)
        )

    def covers(self, cell: Cell) -> bool:
        """Return whether level and area let a square through."""
        return (not self.levels or cell.level in self.levels) and (not self.areas or cell.area in self.areas)

    def of_findings(self) -> Filters:
        """Return the filters that apply to findings too: pillars, levels, areas and the text."""
        return Filters(pillars=self.pillars, levels=self.levels, areas=self.areas, text=self.text)


@dataclass(frozen=True, slots=True)
class FindingFilters:
    """Which findings to show, apart from what `Filters` say; an empty choice shows everything."""

    themes: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    accepted: bool = False

    def describe(self) -> str:
        """Return the filters in words; empty where there are none."""
        said = []
        if self.themes:
            said.append(f"theme {' or '.join(THEMES[theme] for theme in self.themes)}")
        if self.severities:
            said.append(" or ".join(SEVERITIES[Severity(severity)].lower() for severity in self.severities))
        return "; ".join([*said, *(["accepted ones too"] if self.accepted else [])])


@remembered
def matching(graph: RoleGraph, filters: Filters) -> tuple[Cell, ...]:
    """Return the squares that every filter lets through, in the order of the map."""
    landscape = graph.landscape
    wanted = {id for id, one in landscape.responsibilities.items() if filters.wants(one)}
    found = (cell for cell in graph.cells if cell.responsibility in wanted and filters.covers(cell))
    if filters.differ:
        covered = tuple(found)
        apart = differing_in(graph, covered, filters.areas)
        found = (cell for cell in covered if cell.responsibility in apart)
    if filters.states:
        found = (cell for cell in found if state_key(cell) in filters.states)
    if filters.organisations:
        involved = _involving(graph, filters.organisations)
        found = (cell for cell in found if (cell.responsibility, cell.area) in involved)
    if filters.text:
        words = filters.text.casefold().split()
        texts = {id: _text_of(landscape.responsibilities[id]) for id in wanted}
        found = (cell for cell in found if _all_in(words, f"{texts[cell.responsibility]} {_text_here(graph, cell)}"))
    return tuple(found)


def differing_in(graph: RoleGraph, cells: Iterable[Cell], areas: tuple[str, ...]) -> set[str]:
    """Return the responsibilities in which squares differ in the kind of lead or in state.

    Squares of one level are compared; or, where areas are chosen, all of them, and one that has no square differs.
    """
    groups: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        if counted(cell):
            groups.setdefault((cell.responsibility, "" if areas else cell.level), []).append(cell)
    return {
        id for (id, _), found in groups.items() if differing(graph, found) or (areas and len(found) < len(set(areas)))
    }


def _involving(graph: RoleGraph, organisations: Iterable[str]) -> set[tuple[str, str]]:
    """Return where one of these organisations, or a role of theirs, plays any part."""
    parties = [party for id in organisations for party in (id, *graph.roles_in(id))]
    return {(cell.responsibility, cell.area) for party in parties for cell in graph.cells_of(party)}


def _text_of(responsibility: Responsibility) -> str:
    one = responsibility
    return " ".join((one.id, one.title, one.domain, one.law.reference, one.note, one.scope_note)).casefold()


def _text_here(graph: RoleGraph, cell: Cell) -> str:
    """Return the area and the leads of a square by name."""
    return " ".join(map(graph.landscape.title, (cell.area, *cell.leads, *cell.proposed_leads))).casefold()


def _all_in(words: list[str], text: str) -> bool:
    return all(word in text for word in words)


def describe(graph: RoleGraph, filters: Filters) -> str:
    """Return the filters in words, "pillar Health behaviours; state Gap or Vacant"; empty where there are none."""
    title = graph.landscape.title
    names = {
        "pillars": ("pillar", title),
        "levels": ("level", title),
        "areas": ("area", title),
        "states": ("state", word),
        "organisations": ("organisation", title),
        "domains": ("domain", domain_name),
    }
    said = []
    for field in fields(filters):
        chosen = getattr(filters, field.name)
        if chosen and field.name in names:
            noun, name = names[field.name]
            said.append(f"{noun} {' or '.join(name(id) for id in chosen)}")
    if filters.statutory:
        said.append("statutory only")
    if filters.differ:
        said.append("only where places differ")
    if filters.text:
        said.append(f"“{filters.text}”")
    return "; ".join(said)


def domain_name(id: str) -> str:
    """Return a domain in words."""
    return id.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Choices:
    """The ids a map offers for each filter, in the order people expect."""

    pillars: tuple[str, ...]
    levels: tuple[str, ...]
    areas: tuple[str, ...]
    organisations: tuple[str, ...]
    domains: tuple[str, ...]


@remembered
def choices(graph: RoleGraph) -> Choices:
    """Return what can be chosen: only what some square has."""
    landscape = graph.landscape
    met = {cell.responsibility for cell in graph.cells}
    responsibilities = [landscape.responsibilities[id] for id in met]
    pillars = {pillar for one in responsibilities for pillar in (one.pillar, *one.also) if pillar}
    areas = dict.fromkeys(cell.area for cell in graph.cells)
    rank = {id: at for at, id in enumerate(in_order(landscape.levels, {landscape.areas[id].level for id in areas}))}
    organisations = {id for cell in graph.cells for party in _parties(cell) for id in graph.organisations_of(party)}
    return Choices(
        pillars=in_order(landscape.pillars, pillars),
        levels=in_order(landscape.levels, {cell.level for cell in graph.cells if cell.level}),
        areas=tuple(sorted(areas, key=lambda id: (rank[landscape.areas[id].level], landscape.title(id)))),
        organisations=tuple(sorted(organisations, key=landscape.title)),
        domains=tuple(sorted({one.domain for one in responsibilities if one.domain})),
    )


def _parties(cell: Cell) -> Iterable[str]:
    return (*cell.leads, *cell.accountable, *cell.delivers, *cell.contributes, *cell.consulted, *cell.informed)
