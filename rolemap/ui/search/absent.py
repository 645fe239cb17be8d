"""Why the map itself has nothing to show of something on its day: ended or not begun, outside its areas, not needed there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rolemap.findings.words import listed
from rolemap.graph import RoleGraph
from rolemap.graph.nearby import surroundings
from rolemap.model import Area, Entry, Responsibility
from rolemap.search import Kind
from rolemap.ui.leads.details import kind_name
from rolemap.ui.words import long_date


@dataclass(frozen=True, slots=True)
class Subject:
    """What somebody misses: of a square, `id` is the responsibility's and `area` the area's."""

    kind: Kind
    id: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is not shown, in one sentence, and what would show it: another day, an area chosen, a filter less.

    `filter` is the field of `Filters` to take away; `day` the day, and `area` the area to choose; all empty where nothing
    on the page can be changed.
    """

    sentence: str
    filter: str = ""
    day: date | None = None
    area: str = ""


def absent(graph: RoleGraph, subject: Subject) -> tuple[Reason, ...]:
    """Return why a map has no square for a subject on its day; at least one reason."""
    found = tuple(_reasons(graph, subject))
    on = long_date(graph.on)
    return found or (Reason(f"Nothing is needed or said of it on this map on {on}."),)


def _reasons(graph: RoleGraph, subject: Subject) -> Iterator[Reason]:
    landscape = graph.landscape
    if subject.kind in (Kind.SQUARE, Kind.RESPONSIBILITY):
        one = landscape.responsibilities[subject.id]
        dated = tuple(_dates(graph, one.title, one))
        yield from dated or _needs(graph, one, subject.area)
    if subject.area or subject.kind is Kind.PLACE:
        yield from _area(graph, landscape.areas[subject.area or subject.id])
    if subject.kind in (Kind.ROLE, Kind.ORGANISATION):
        yield from _party(graph, subject.id)
    if subject.kind is Kind.AGREEMENT:
        yield from _agreement(graph, subject.id)


def _dates(graph: RoleGraph, name: str, entry: Entry) -> Iterator[Reason]:
    """Yield why an entry is not in force: it has ended, not begun, or is proposed."""
    if entry.start and graph.on < entry.start:
        yield Reason(f"“{name}” begins on {long_date(entry.start)}.", day=entry.start)
    elif entry.until and graph.on > entry.until:
        yield Reason(f"“{name}” ended on {long_date(entry.until)}.", day=entry.until)
    elif entry.status == "proposed":
        yield Reason(f"“{name}” is only proposed.")


def _area(graph: RoleGraph, area: Area) -> Iterator[Reason]:
    info, landscape = graph.landscape.info, graph.landscape
    dated = tuple(_dates(graph, area.name, area))
    if dated:
        yield from dated
    elif area.id not in graph.view.scope:
        if info.area and info.area not in surroundings(graph)(area.id):
            yield Reason(f"{area.name} lies outside {landscape.title(info.area)}, which this map is about.")
        elif info.levels and area.level not in info.levels:
            shown = _or(map(landscape.title, info.levels))
            yield Reason(f"This map shows only the levels {shown}; {area.name} is of the level {_level(graph, area)}.")
        else:
            yield Reason(f"{area.name} comes from a catalogue, and this map does not say that it is about it.")
    elif not any(cell.area == area.id for cell in graph.cells):
        yield Reason(f"No responsibility needs a lead in {area.name}, and nothing is said of it.")


def _needs(graph: RoleGraph, one: Responsibility, at: str) -> Iterator[Reason]:
    """Yield why a responsibility needs no lead: anywhere, or in one area."""
    title = graph.landscape.title
    if not one.needs_lead_at and not one.needs_lead_in:
        yield Reason(f"The map does not say where “{one.title}” needs a lead, and names nobody for it.")
    elif one.needs_lead_in:
        if at not in one.needs_lead_in:
            yield Reason(f"“{one.title}” needs a lead only in {listed(map(title, one.needs_lead_in), 6)}.")
    elif not at:
        yield Reason(f"No area on this map is one where “{one.title}” needs a lead ({_where(graph, one)}).")
    elif at in graph.view.scope and graph.landscape.areas[at].level not in one.needs_lead_at:
        yield Reason(
            f"“{one.title}” needs a lead at the level {_or(map(title, one.needs_lead_at))}; {title(at)} is of the level "
            f"{_level(graph, graph.landscape.areas[at])}. Nobody is recorded with a part in it there either."
        )
    elif at in graph.view.scope and one.needs_lead_where:
        kinds = _or(kind_name(graph, id) for id in one.needs_lead_where)
        yield Reason(
            f"“{one.title}” needs a lead only where there is a body of the type {kinds}; {title(at)} has none."
        )


def _where(graph: RoleGraph, one: Responsibility) -> str:
    levels = f"level {_or(map(graph.landscape.title, one.needs_lead_at))}"
    kinds = _or(kind_name(graph, id) for id in one.needs_lead_where)
    return f"{levels}, with a body of the type {kinds}" if kinds else levels


def _party(graph: RoleGraph, id: str) -> Iterator[Reason]:
    landscape = graph.landscape
    name = landscape.title(id)
    party = landscape.party(id)
    if party is None:
        return
    yield from _dates(graph, name, party)
    if id not in graph.view.active and id in landscape.roles:
        for body in landscape.roles[id].organisations:
            yield from _dates(graph, landscape.title(body), landscape.organisations[body])
    if id in graph.view.active:
        yield Reason(f"{name} has no part in any responsibility on {long_date(graph.on)}.")


def _agreement(graph: RoleGraph, id: str) -> Iterator[Reason]:
    one = graph.landscape.agreements[id]
    yield from _dates(graph, one.title, one)
    if not one.covers:
        yield Reason(f"“{one.title}” records no responsibility that it covers.")
    elif not one.backs(graph.on):
        status = f" (its state: {one.status})" if one.status else ""
        yield Reason(f"“{one.title}” is not in force on {long_date(graph.on)}{status}, so no square rests on it.")


def _level(graph: RoleGraph, area: Area) -> str:
    return graph.landscape.title(area.level) if area.level else "none"


def _or(names: Iterable[str]) -> str:
    return " or ".join(names)
