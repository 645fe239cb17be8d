"""Functions in law: who holds each, who exercises it, by which instrument, with which limits, and to whom it reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rolemap.findings.words import day
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Agreement, Delegation, Pattern
from rolemap.reports.figures import Figures
from rolemap.reports.words import kind_name, lower_first

MOST_HOLDERS = 3
"""How many holders are named one by one."""

IN_LAW = frozenset({"duty", "power", "delegated"})
"""The kinds of law that make a responsibility a function of a body."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function in one area: parties are ids; `handed` are the delegations behind its exercise with their agreements.

    `reserved` says that the holder, or an officer of the holder, exercises it.
    """

    cell: Cell
    holders: tuple[str, ...]
    reserved: bool
    handed: tuple[tuple[Agreement, Delegation], ...]
    instruments: tuple[Agreement, ...]

    @property
    def backed(self) -> bool:
        """Return whether its exercise is reserved or rests on an instrument."""
        return self.reserved or bool(self.handed) or (bool(self.instruments) and bool(self.cell.backed))


def functions(figures: Figures) -> tuple[Function, ...]:
    """Return the functions in law of every place the report is about, and those that an agreement delegates."""
    graph = figures.graph
    found = []
    for cell in figures.cells:
        responsibility = figures.landscape.responsibilities[cell.responsibility]
        instruments = tuple(figures.landscape.agreements[id] for id in _instruments(graph, cell))
        handed = tuple((one, part) for one in instruments for part in one.delegates)
        if responsibility.law.kind in IN_LAW or responsibility.statutory or handed:
            found.append(_function(graph, cell, instruments, handed))
    return tuple(found)


def _instruments(graph: RoleGraph, cell: Cell) -> Iterable[str]:
    """Return the agreements that cover a place, then those its leads rest on."""
    bases = (one.basis for one in cell.candidates if one.leads and one.basis in graph.landscape.agreements)
    return dict.fromkeys((*cell.agreements, *bases))


def _function(
    graph: RoleGraph, cell: Cell, instruments: tuple[Agreement, ...], handed: tuple[tuple[Agreement, Delegation], ...]
) -> Function:
    holders = tuple(_holders(graph, cell))
    bodies = {*cell.leads, *(body for lead in cell.leads for body in graph.organisations_of(lead))}
    to = tuple((one, part) for one, part in handed if part.to in bodies)
    reserved = bool(cell.leads) and all(
        lead in holders or not set(holders).isdisjoint(graph.organisations_of(lead)) for lead in cell.leads
    )
    named = [one for one in instruments if not bodies.isdisjoint((*one.parties, *(part.to for part in one.delegates)))]
    return Function(cell, holders, reserved and not to, to, tuple(one for one, _ in to) or tuple(named))


def _holders(graph: RoleGraph, cell: Cell) -> Iterable[str]:
    """Return who must hold a function in an area by law; where the law names nobody there, who is accountable."""
    law = graph.landscape.responsibilities[cell.responsibility].law
    patterns = (Pattern.TYPE, Pattern.KIND)
    found = dict.fromkeys(
        party
        for holder in law.holder
        for pattern in patterns
        for party in graph.view.stands_for(f"{pattern}{holder}", cell.area)
        if party in graph.view.active
    )
    return found or cell.accountable


def law(graph: RoleGraph, responsibility: str) -> str:
    """Return whether a function is a duty or a power, and its citation."""
    found = graph.landscape.responsibilities[responsibility].law
    return "\n".join(part for part in (found.kind.capitalize(), found.reference) if part) or "Not recorded"


def held_by(graph: RoleGraph, one: Function, name: Callable[[str], str]) -> str:
    """Return who holds a function: by name, of many by kind with their number, else the kinds of body the law names."""
    if len(one.holders) > MOST_HOLDERS:
        landscape = graph.landscape
        types = Counter(landscape.organisations[id].type if id in landscape.organisations else "" for id in one.holders)
        return "; ".join(f"{kind_name(graph, type_id) or 'other'} ({number})" for type_id, number in types.items())
    if one.holders:
        return "; ".join(map(name, one.holders))
    holder = graph.landscape.responsibilities[one.cell.responsibility].law.holder
    kinds = " or ".join(lower_first(kind_name(graph, id)) for id in holder)
    return f"In law: {kinds}; none is recorded here" if kinds else "Not recorded"


def exercised(one: Function, name: Callable[[str], str]) -> str:
    """Return how a function is exercised: reserved, delegated or otherwise, and by whom."""
    leads = "; ".join(dict.fromkeys(map(name, one.cell.leads)))
    if not leads:
        return "No lead is recorded"
    if one.handed:
        return f"Delegated to {'; '.join(dict.fromkeys(name(part.to) for _, part in one.handed))}, led by {leads}"
    if one.reserved:
        return "Reserved" if set(one.cell.leads) <= set(one.holders) else f"Reserved, led by {leads}"
    return f"Led by {leads}" + ("" if one.instruments else "; no instrument is recorded")


def passing_on(one: Function) -> str:
    """Return whether a delegated function may be passed on."""
    words = {None: "Passing on: not said", True: "May be passed on", False: "May not be passed on"}
    return "; ".join(dict.fromkeys(words[part.sub_delegation] for _, part in one.handed))


def reports_to(graph: RoleGraph, one: Function, name: Callable[[str], str]) -> str:
    """Return to whom a function reports: by its instruments, else by the lines of accountability of its leads."""
    found = [party for agreement in one.instruments for party in agreement.reports_to]
    roles = graph.landscape.roles
    found = found or [line.to for lead in one.cell.leads if lead in roles for line in roles[lead].accountable_to]
    return "; ".join(dict.fromkeys(map(name, found))) or "Not recorded"


def dated(one: Function) -> str:
    """Return the start, review and end of the instruments of a function, one line each."""
    lines: Iterator[str] = (
        f"{word} {day(when)}"
        for agreement in one.instruments
        for word, when in (("From", agreement.start), ("Review", agreement.review), ("Until", agreement.until))
        if when
    )
    return "\n".join(dict.fromkeys(lines))
