"""What backs the leads of a place on the day, apart from what is only written beside them or speaks of somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolemap.graph.backing import by_agreement, by_law, covering_of
from rolemap.graph.cells import Cell
from rolemap.graph.rolegraph import RoleGraph


@dataclass(frozen=True, slots=True)
class Authority:
    """On what leads rest, all as bases are written: "law", "custom", "claim" or the id of an agreement.

    `backing` is what backs one of the leads on the day, what the map gives as basis first. `given` is what the map gives
    as basis and backs none of them: custom, a claim, or an agreement that is not in force or speaks of somebody else.
    `beside` are the agreements in force that cover the place, back none of these leads and are not given.
    """

    backing: tuple[str, ...]
    given: tuple[str, ...]
    beside: tuple[str, ...]


def authority(graph: RoleGraph, cell: Cell, leads: Sequence[str] = ()) -> Authority:
    """Return on what `leads` rest in a cell; all its leads, if none are named."""
    view = graph.view
    law = view.landscape.responsibilities[cell.responsibility].law
    given: dict[str, None] = {}
    backing: dict[str, None] = {}
    for lead in leads or cell.leads:
        said = dict.fromkeys(
            one.basis
            for one in cell.candidates
            if lead in one.leads or lead in view.resolve(one.leads, cell.area, view.active)
        )
        bases = set(said)
        given.update((id, None) for id in said if id)
        if by_law(law, bases, view.sorts_of(lead)):
            backing["law"] = None
        for id in cell.agreements:
            found = covering_of(view.landscape.agreements[id], cell.responsibility, cell.area, cell.level)
            if by_agreement(view, lead, cell.area, bases, found):
                backing[id] = None
    return Authority(
        backing=tuple(sorted(backing, key=lambda id: (id not in given, id != "law"))),
        given=tuple(id for id in given if id not in backing),
        beside=tuple(id for id in cell.agreements if id not in backing and id not in given),
    )
