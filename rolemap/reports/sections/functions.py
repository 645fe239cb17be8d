"""Functions in law: who holds each, who exercises it, by which instrument, with which limits, and to whom it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rolemap.findings.words import day
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Agreement, Delegation
from rolemap.reports.figures import Figures
from rolemap.reports.grounds import with_standing_here
from rolemap.reports.sections.holding import DELEGATED, DELEGATES, Holders, Holding

IDLE = "on an instrument not in force"
"""On what a lead rests whose every instrument has ended, was replaced, was never agreed or has not begun."""

NO_AGREEMENT = "The delegation cited; no agreement is recorded"
"""By which instrument a function is delegated that the law calls delegated, where the map has no agreement for it."""

IN_LAW = frozenset({"duty", "power", "delegated"})
"""The kinds of law that make a responsibility a function of a body."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function in one area: parties are ids; `handed` are the delegations behind its exercise with their agreements.

    `reserved` says that the holder, or an officer of the holder, exercises it; `cited`, that the law on record calls it
    delegated to whoever leads, with no agreement for it on the map; `standing`, that an instrument is in force.
    """

    cell: Cell
    held: Holding
    reserved: bool
    cited: bool
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
    holders = Holders(graph)
    found = []
    for cell in figures.cells:
        if not (cell.needed or cell.leads or cell.proposed_leads):
            continue
        instruments = tuple(figures.landscape.agreements[id] for id in _instruments(graph, cell))
        handed = tuple((one, part) for one in instruments if graph.view.in_use(one) for part in one.delegates)
        if in_law(graph, cell) or handed:
            found.append(_function(graph, holders, cell, instruments, handed))
    return tuple(found)


def in_law(graph: RoleGraph, cell: Cell) -> bool:
    """Return whether a responsibility is a function in law: a duty, a power, delegated, or statutory in other words."""
    responsibility = graph.landscape.responsibilities[cell.responsibility]
    return responsibility.law.kind in IN_LAW or bool(responsibility.statutory)


def _instruments(graph: RoleGraph, cell: Cell) -> Iterable[str]:
    """Return the agreements that cover a place, then those its leads rest on."""
    bases = (one.basis for one in cell.candidates if one.leads and one.basis in graph.landscape.agreements)
    return dict.fromkeys((*cell.agreements, *bases))


def _function(
    graph: RoleGraph,
    known: Holders,
    cell: Cell,
    instruments: tuple[Agreement, ...],
    handed: tuple[tuple[Agreement, Delegation], ...],
) -> Function:
    bodies = {*cell.leads, *(body for lead in cell.leads for body in graph.organisations_of(lead))}
    to = tuple((one, part) for one, part in handed if part.to in bodies)
    held = known.of(cell, handed, to)
    reserved = bool(cell.leads and not held.elsewhere) and all(
        lead in held.parties or not set(held.parties).isdisjoint(graph.organisations_of(lead)) for lead in cell.leads
    )
    named = [one for one in instruments if not bodies.isdisjoint((*one.parties, *(part.to for part in one.delegates)))]
    given = {one.basis for one in cell.candidates if one.leads}
    behind = tuple({one.id: one for one, _ in to}.values()) or tuple(
        named or (one for one in instruments if one.id in given)
    )
    cited = not to and not reserved and _cited(graph, cell)
    return Function(cell, held, reserved and not to, cited, to, behind, any(map(graph.view.in_use, behind)))


def _cited(graph: RoleGraph, cell: Cell) -> bool:
    """Return whether the law on record calls a function delegated to the kind of body that leads on it."""
    law = graph.landscape.responsibilities[cell.responsibility].law
    receivers = set(law.holder)
    return (
        law.kind == DELEGATED
        and bool(cell.leads)
        and all(not receivers.isdisjoint(graph.view.sorts_of(lead)) for lead in cell.leads)
    )


def law(graph: RoleGraph, responsibility: str) -> str:
    """Return whether a function is a duty or a power, and its citation."""
    found = graph.landscape.responsibilities[responsibility].law
    return "\n".join(part for part in (found.kind.capitalize(), found.reference) if part) or "Not recorded"


def exercised(one: Function, name: Callable[[str], str]) -> str:
    """Return how a function is exercised: reserved, delegated or otherwise, and by whom."""
    leads = "; ".join(dict.fromkeys(map(name, one.cell.leads)))
    if not leads:
        return "No lead is recorded"
    if one.handed:
        to = "; ".join(dict.fromkeys(name(part.to) for _, part in one.handed))
        givers = dict.fromkeys(part.giver for _, part in one.handed if part.giver)
        by = "" if set(givers) == set(one.held.parties) else f" by {'; '.join(dict.fromkeys(map(name, givers)))}"
        return f"Delegated{by if givers else ''} to {to}" + (f", led by {leads}" if leads != to else "")
    if one.cited:
        return f"Delegated to {leads}"
    if one.reserved and one.held.how == DELEGATES:
        return f"Within the body that holds it, led by {leads}"
    if one.reserved:
        return "Reserved" if set(one.cell.leads) <= set(one.held.parties) else f"Reserved, led by {leads}"
    return f"Led by {leads}{_resting(one)}"


def instruments_of(graph: RoleGraph, one: Function) -> str:
    """Return by which instruments a function is exercised; of a delegation that only the law on record tells, that."""
    said = "; ".join(with_standing_here(graph, one.cell, agreement.id) for agreement in one.instruments)
    return "; ".join(filter(None, (said, NO_AGREEMENT if one.cited else "")))


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
    """Return the start, review and end of the instruments of a function; of several it is said whose each date is."""
    lines: dict[str, None] = {}
    for agreement in one.instruments:
        known = (("From", agreement.start), ("Review", agreement.review), ("Until", agreement.until))
        said = [f"{word} {day(when)}" for word, when in known if when]
        if said and len(one.instruments) > 1:
            said = [f"{agreement.title}: {', '.join(words[:1].lower() + words[1:] for words in said)}"]
        lines.update(dict.fromkeys(said))
    return "\n".join(lines)
