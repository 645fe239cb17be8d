"""What comes to an end soon: until when a cell is led, why it ends, and whether anything follows on."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rolemap.findings.bodies import Bodies
from rolemap.graph import Cell, RoleGraph
from rolemap.model import AGREEMENT_OVER, Agreement, Assignment, Organisation, Pattern, Role, said_at

Body = Organisation | Role


@dataclass(frozen=True, slots=True)
class Ending:
    """The day a lead ends and the entry whose end it is."""

    on: date
    entry: Body | Assignment

    @property
    def order(self) -> tuple[date, str, str]:
        """Return the sort key: the day, then the entry, whatever the order of the files."""
        entry = self.entry
        return (self.on, type(entry).__name__, entry.responsibility if isinstance(entry, Assignment) else entry.id)


def later(day: date, months: int) -> date:
    """Return the day so many months after `day`; the last of the month where that month is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Endings:
    """Answers about what of a graph ends by a day. Make one for each check: what it works out is kept."""

    def __init__(self, graph: RoleGraph, horizon: date) -> None:
        self._graph = graph
        self._horizon = horizon
        self._bodies = Bodies(graph)
        landscape = graph.landscape
        self._parties: dict[str, Ending] = {}
        parties: list[Body] = [*landscape.organisations.values(), *landscape.roles.values()]
        for party in parties:
            ending = self._party_ends(party) if party.id in graph.view.active else None
            if ending is not None:
                self._parties[party.id] = ending

    def of(self, cell: Cell) -> Ending | None:
        """Return when and why the last of a cell's leads ends, or None where one of them lasts or there is none."""
        soon = [one for one in cell.candidates if one.until and one.until <= self._horizon]
        if not soon and self._parties.keys().isdisjoint(cell.leads):
            return None
        endings = [self._lead_ends(cell, lead) for lead in cell.leads]
        known = [ending for ending in endings if ending is not None]
        return max(known, key=lambda ending: ending.order) if known and len(known) == len(endings) else None

    def led_on(self, cell: Cell, day: date) -> bool:
        """Return whether the map names a lead for the cell on a later day, agreed or proposed, or no longer needs one.

        Of an area that is gone by then, what it becomes is looked at.
        """
        area = self._graph.landscape.areas[cell.area]
        areas = (cell.area,) if area.within_dates(day) else area.becomes
        if not areas or not self._graph.landscape.responsibilities[cell.responsibility].within_dates(day):
            return True
        return any(
            one.within_dates(day) and any(self._there(lead, where, day) for where in areas for lead in one.leads)
            for at in (*areas, cell.level)
            for one in self._said.get((cell.responsibility, at), ())
        )

    def agreements(self, told: set[tuple[str, str]]) -> Iterator[tuple[Agreement, date, list[Cell]]]:
        """Yield each agreement in force that ends by the horizon, with the led cells left without one; not those `told`."""
        graph = self._graph
        ending = {
            id: one.until
            for id, one in graph.landscape.agreements.items()
            if graph.view.in_use(one) and one.until and one.until <= self._horizon
        }
        resting: dict[str, list[Cell]] = {id: [] for id in ending}
        for cell in graph.cells if ending else ():
            if cell.leads and (cell.responsibility, cell.area) not in told and not self._by_law(cell):
                for id in {*cell.agreements, *(one.basis for one in cell.candidates)} & ending.keys():
                    if not self._covered_on(cell, ending[id] + timedelta(days=1)):
                        resting[id].append(cell)
        return ((graph.landscape.agreements[id], ending[id], cells) for id, cells in resting.items() if cells)

    def _party_ends(self, party: Body) -> Ending | None:
        """Return the end of a party by the horizon; a role ends with the last of its organisations."""
        own: list[Ending] = [Ending(party.until, party)] if party.until and party.until <= self._horizon else []
        if isinstance(party, Role):
            employers = [self._parties.get(one) for one in self._graph.organisations_of(party.id)]
            known = [one for one in employers if one is not None]
            if known and len(known) == len(employers):
                own.append(max(known, key=lambda ending: ending.order))
        return min(own, key=lambda ending: ending.order, default=None)

    def _lead_ends(self, cell: Cell, lead: str) -> Ending | None:
        """Return what ends first: the lead itself, or the last of the assignments that name it."""
        view = self._graph.view
        naming = [one for one in cell.candidates if lead in view.resolve(one.leads, cell.area, view.active)]
        found = [self._parties[lead]] if lead in self._parties else []
        untils = [one.until for one in naming if one.until and one.until <= self._horizon]
        if naming and len(untils) == len(naming):
            last = max(untils)
            found.append(next(Ending(last, one) for one in naming if one.until == last))
        return min(found, key=lambda ending: ending.order, default=None)

    def _there(self, party: str, area: str, day: date) -> bool:
        if Pattern.is_pattern(party):
            return any(self._alive(id, day, area) for id in self._sorts.get((party, area), ()))
        return self._alive(party, day)

    def _alive(self, id: str, day: date, area: str = "") -> bool:
        """Return whether a party is there on a later day; where `area` is given, as one of its own areas."""
        landscape = self._graph.landscape
        party = landscape.party(id)
        if party is None or not party.within_dates(day):
            return False
        if not isinstance(party, Role) or not party.organisations:
            return True
        bodies = {one for one in party.organisations if landscape.organisations[one].within_dates(day)}
        return bool(bodies) and (not area or area in landscape.areas_among(party, bodies))

    @cached_property
    def _said(self) -> dict[tuple[str, str], list[Assignment]]:
        found: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
        for assignment in self._graph.landscape.assignments:
            found[assignment.responsibility, assignment.at].append(assignment)
        return found

    @cached_property
    def _sorts(self) -> dict[tuple[str, str], list[str]]:
        """Return the roles and organisations of any date that each pattern stands for in each area."""
        landscape = self._graph.landscape
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for role in landscape.roles.values():
            for area in role.areas if role.kind else ():
                found[Pattern.KIND + role.kind, area].append(role.id)
        for organisation in landscape.organisations.values():
            for type_id in landscape.types_of(organisation.id):
                for area in organisation.areas:
                    found[Pattern.TYPE + type_id, area].append(organisation.id)
        return found

    def _by_law(self, cell: Cell) -> bool:
        """Return whether the leads of a cell rest on the law, so that no agreement is needed."""
        law = self._graph.landscape.responsibilities[cell.responsibility].law
        if all(one.basis == "law" for one in cell.candidates if one.leads):
            return True
        return all(self._bodies.must_hold(lead, law) for lead in cell.leads)

    def _covered_on(self, cell: Cell, day: date) -> bool:
        """Return whether an agreement, in force or still to be agreed, covers the cell on a later day."""
        return any(
            agreement.within_dates(day)
            for at in said_at(cell.area, cell.level)
            for agreement in self._covering.get((cell.responsibility, at), ())
        )

    @cached_property
    def _covering(self) -> dict[tuple[str, str], list[Agreement]]:
        """Return the agreements that are not over, by responsibility and by the area or level they cover it at."""
        found: dict[tuple[str, str], list[Agreement]] = defaultdict(list)
        for agreement in self._graph.landscape.agreements.values():
            if agreement.status not in AGREEMENT_OVER:
                for key in {(cover.responsibility, agreement.where(cover)) for cover in agreement.covers}:
                    found[key].append(agreement)
        return found
