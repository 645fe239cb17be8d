"""Contested leads: where the map itself names several, which the law does not ask for and two accounts do not explain."""

from __future__ import annotations

from rolemap.findings.accounts import accounts_of, contradict
from rolemap.findings.bodies import Bodies
from rolemap.graph import Cell, RoleGraph, State


def disputed(cell: Cell) -> bool:
    """Return whether an assignment that decides a cell is recorded as disputed."""
    return any(one.status == "disputed" for one in cell.candidates)


def contested(graph: RoleGraph, bodies: Bodies, cell: Cell) -> bool:
    """Return whether a cell's leads are a question for OVL001: other rules then need not tell the same again.

    It is none where the law puts the responsibility on all the leads, and OVL003's where they differ by account.
    """
    if cell.state is not State.CONTESTED:
        return False
    if not disputed(cell) and (len(bodies.apart(cell.leads)) < 2 or _shared_by_law(graph, bodies, cell)):
        return False
    by_account = all(one.said_by for one in cell.candidates if one.leads)
    return not (by_account and contradict(bodies, accounts_of(graph, cell)))


def _shared_by_law(graph: RoleGraph, bodies: Bodies, cell: Cell) -> bool:
    """Return whether the law puts the responsibility on all the leads, by a catalogue's or the map's own word."""
    law = graph.landscape.responsibilities[cell.responsibility].law
    if all(one.basis == "law" for one in cell.candidates if one.leads):
        return True
    return len(law.holder) > 1 and all(bodies.must_hold(lead, law) for lead in bodies.apart(cell.leads))
