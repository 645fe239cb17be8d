"""Accounts of who leads: what each party says of a cell, where assignments tell whose account they are."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from rolemap.findings.bodies import Bodies
from rolemap.graph import Cell, RoleGraph

Accounts = Mapping[str, tuple[str, ...]]
"""From a party to the leads in force it names, each party and each lead once."""


def accounts_of(graph: RoleGraph, cell: Cell) -> Accounts:
    """Return what each party says of who leads in a cell; assignments that are nobody's account are left out."""
    view = graph.view
    found: dict[str, dict[str, None]] = {}
    for one in cell.candidates:
        leads = view.resolve(one.leads, cell.area, view.active) if one.said_by else ()
        if leads:
            found.setdefault(one.said_by, {}).update(dict.fromkeys(leads))
    return {party: tuple(leads) for party, leads in found.items()}


def contradict(bodies: Bodies, accounts: Accounts) -> bool:
    """Return whether two accounts name no lead in common. A role and its organisation count as in common."""
    return any(
        not any(bodies.same(one, other) for one in left for other in right)
        for left, right in combinations(accounts.values(), 2)
    )
