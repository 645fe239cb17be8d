"""On what a lead rests, in words: what backs it first, and beside the rest why it does not."""

from __future__ import annotations

from rolemap.findings.papers import why_idle
from rolemap.findings.words import listed
from rolemap.graph import Cell, RoleGraph, authority
from rolemap.reports.words import BASES, agreement_kind

NOTHING = "Nothing recorded"

MOST_BESIDE = 2
"""How many agreements that cover a place, but not its lead, are named."""


def idle(graph: RoleGraph, id: str) -> str:
    """Return why nothing can rest on a basis on the day ("ended on 1 March 2026"); empty if it can, or is no agreement."""
    one = graph.landscape.agreements.get(id)
    return why_idle(graph, one) if one else ""


def with_standing(graph: RoleGraph, id: str) -> str:
    """Return a basis in words, an agreement by its title; beside one that is not in force it is said why."""
    words, why = BASES.get(id) or graph.landscape.title(id), idle(graph, id)
    return f"{words} ({why})" if why else words


def with_standing_here(graph: RoleGraph, cell: Cell, id: str) -> str:
    """Return an agreement behind a cell in words; beside one on which no lead of the cell rests it is said why."""
    if not cell.leads or cell.backed or idle(graph, id) or id in authority(graph, cell).backing:
        return with_standing(graph, id)
    return f"{with_standing(graph, id)} ({_aside(cell, id)})"


def grounds(graph: RoleGraph, cell: Cell, *, by_type: bool = False) -> list[str]:
    """Return what the leads of a cell rest on in words, each once; agreements by title, or by type to compare places.

    What backs them comes first: what the map gives as basis, or else the law and every agreement that does. Then what
    the map gives and does not back them, with the reason. Where nothing backs them, also agreements that cover the place.
    """
    if not cell.leads:
        return []
    found = authority(graph, cell)
    named = {one.basis for one in cell.candidates if one.leads}
    backing = [id for id in found.backing if id in named] or list(found.backing)
    said = [_name(graph, id, by_type=by_type) for id in backing]
    for id in found.given:
        why = idle(graph, id) or ("" if id in BASES else _aside(cell, id))
        said.append(_name(graph, id, by_type=by_type) + (f" ({why})" if why else ""))
    if backing and not cell.backed:
        said.append("not every lead here rests on it" if len(backing) == 1 else "not every lead here rests on them")
    if not backing:
        said = said or [NOTHING]
        beside = list(dict.fromkeys(_name(graph, id, by_type=by_type) for id in found.beside))
        if beside:
            covers = "covers" if len(beside) == 1 else "cover"
            said.append(f"{listed(beside, MOST_BESIDE)} {covers} this, but not this lead")
    return list(dict.fromkeys(words if at else words[:1].upper() + words[1:] for at, words in enumerate(said)))


def _aside(cell: Cell, id: str) -> str:
    return "covers this, but not this lead" if id in cell.agreements else "does not cover this"


def _name(graph: RoleGraph, id: str, *, by_type: bool) -> str:
    agreement = graph.landscape.agreements.get(id)
    kind = agreement_kind(graph, agreement) if agreement and by_type else ""
    return kind or BASES.get(id) or graph.landscape.title(id)
