"""Functions in law: who holds each, who exercises it, by which instrument, with which limits, and to whom it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rolemap.findings.words import day
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Agreement, Delegation, Pattern
from rolemap.reports.figures import Figures
from rolemap.reports.words import kind_name, lower_first

MOST_HOLDERS = 3
"""How many holders are named one by one."""

IDLE = "on an instrument not in force"
"""On what a lead rests whose every instrument has ended, was replaced, was never agreed or has not begun."""

IN_LAW = frozenset({"duty", "power", "delegated"})
"""The kinds of law that make a responsibility a function of a body."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function in one area: parties are ids; `handed` are the delegations behind its exercise with their agreements.

    `reserved` says that the holder, or an officer of the holder, exercises it; `standing`, that an instrument is in force.
    """

    cell: Cell
    holders: tuple[str, ...]
    reserved: bool
    handed: tuple[tuple[Agreement, Delegation], ...]
    instruments: tuple[Agreement, ...]
    standing: bool

    @property
    def backed(self) -> bool:
        """Return whether its exercise is reserved, or rests on the law or on an instrument in force."""
        return self.reserved or bool(self.handed) or (bool(self.cell.leads) and bool(self.cell.backed))

    @property
    def idle(self) -> bool:
        """Return whether it is led on nothing but an instrument that is not in force."""
        return bool(self.cell.leads) and not self.backed and bool(self.instruments) and not self.standing


def functions(figures: Figures) -> tuple[Function, ...]:
    """Return the functions in law of every place the report is about, and those that an agreement in force delegates.

    A place that needs no lead and has none is left out.
    """
    graph = figures.graph
    found = []
    for cell in figures.cells:
        if not (cell.needed or cell.leads or cell.proposed_leads):
            continue
        responsibility = figures.landscape.responsibilities[cell.responsibility]
        instruments = tuple(figures.landscape.agreements[id] for id in _instruments(graph, cell))
        handed = tuple((one, part) for one in instruments if graph.view.in_use(one) for part in one.delegates)
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
    given = {one.basis for one in cell.candidates if one.leads}
    behind = tuple({one.id: one for one, _ in to}.values()) or tuple(
        named or (one for one in instruments if one.id in given)
    )
    return Function(cell, holders, reserved and not to, to, behind, any(map(graph.view.in_use, behind)))


def _holders(graph: RoleGraph, cell: Cell) -> Iterable[str]:
    """Return who must hold a function in an area by law; else who is accountable; else the leads that may hold it."""
    law = graph.landscape.responsibilities[cell.responsibility].law
    may = set(_named_in_law(graph, law.may_hold, cell.area))
    return (
        dict.fromkeys(_named_in_law(graph, law.holder, cell.area))
        or cell.accountable
        or [lead for lead in cell.leads if lead in may]
    )


def _named_in_law(graph: RoleGraph, kinds: Iterable[str], area: str) -> Iterator[str]:
    """Yield the bodies and posts of an area that are in force and of these kinds."""
    for kind in kinds:
        for pattern in (Pattern.TYPE, Pattern.KIND):
            for party in graph.view.stands_for(f"{pattern}{kind}", area):
                if party in graph.view.active:
                    yield party


def law(graph: RoleGraph, responsibility: str) -> str:
    """Return whether a function is a duty or a power, and its citation."""
    found = graph.landscape.responsibilities[responsibility].law
    return "\n".join(part for part in (found.kind.capitalize(), found.reference) if part) or "Not recorded"


def held_by(graph: RoleGraph, one: Function, name: Callable[[str], str]) -> str:
    """Return who holds a function: by name, of many by kind with their number, else the kinds of body the law names."""
    if len(one.holders) > MOST_HOLDERS:
        bodies = graph.landscape.organisations
        of: dict[str, list[str]] = {}
        for id in one.holders:
            of.setdefault(bodies[id].type if id in bodies else "", []).append(id)
        said = (
            name(ids[0]) if len(ids) == 1 else f"{kind_name(graph, type_id) or 'other'} ({len(ids)})"
            for type_id, ids in of.items()
        )
        return "; ".join(dict.fromkeys(said))
    if one.holders:
        return "; ".join(dict.fromkeys(map(name, one.holders)))
    holder = graph.landscape.responsibilities[one.cell.responsibility].law.holder
    kinds = " or ".join(lower_first(kind_name(graph, id)) for id in holder)
    return f"In law: {kinds}; none is recorded here" if kinds else "Not recorded"


def exercised(one: Function, name: Callable[[str], str]) -> str:
    """Return how a function is exercised: reserved, delegated or otherwise, and by whom."""
    leads = "; ".join(dict.fromkeys(map(name, one.cell.leads)))
    if not leads:
        return "No lead is recorded"
    if one.handed:
        to = "; ".join(dict.fromkeys(name(part.to) for _, part in one.handed))
        return f"Delegated to {to}" + (f", led by {leads}" if leads != to else "")
    if one.reserved:
        return "Reserved" if set(one.cell.leads) <= set(one.holders) else f"Reserved, led by {leads}"
    return f"Led by {leads}{_resting(one)}"


def _resting(one: Function) -> str:
    """Return on what a lead rests that is neither reserved nor delegated; empty where an instrument in force says it."""
    if one.idle:
        return f", {IDLE}"
    if one.backed:
        return "" if one.standing else ", on the law"
    whose = " for every lead" if len(one.cell.leads) > 1 else " for this lead"
    return f"; no instrument is recorded{whose if one.instruments else ''}"


def passing_on(one: Function) -> str:
    """Return whether a delegated function may be passed on."""
    words = {None: "Passing on: not said", True: "May be passed on", False: "May not be passed on"}
    return "; ".join(dict.fromkeys(words[part.sub_delegation] for _, part in one.handed))


def answers_to(graph: RoleGraph, one: Function) -> list[str]:
    """Return to whom a function reports: by its instruments, else by the lines of accountability of its leads."""
    found = [party for agreement in one.instruments for party in agreement.reports_to]
    roles = graph.landscape.roles
    return [party for party in found if party not in one.cell.leads] or [
        line.to for lead in one.cell.leads if lead in roles for line in roles[lead].accountable_to
    ]


def reports_to(graph: RoleGraph, one: Function, name: Callable[[str], str]) -> str:
    """Return the names of those to whom a function reports; empty for nobody."""
    return "; ".join(dict.fromkeys(map(name, answers_to(graph, one))))


def dated(one: Function) -> str:
    """Return the start, review and end of the instruments of a function, one line each."""
    lines: Iterator[str] = (
        f"{word} {day(when)}"
        for agreement in one.instruments
        for word, when in (("From", agreement.start), ("Review", agreement.review), ("Until", agreement.until))
        if when
    )
    return "\n".join(dict.fromkeys(lines))
