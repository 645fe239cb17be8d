"""Moving: another lead for a responsibility, another body for a post, another home for an area; and taking a part away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from rolemap.changes.edits import current, ended, put, reassigned
from rolemap.changes.merging import following, unique
from rolemap.changes.operations import Move, Unassign
from rolemap.changes.references import pointed
from rolemap.graph.asat import AsAt, as_at
from rolemap.model import PARTS, Assignment, Landscape, Part, Pattern

HELPING = (Part.CONTRIBUTES, Part.CONSULTED, Part.INFORMED)
"""The parts that a party leaves when it comes to lead."""


def moved(landscape: Landscape, move: Move, on: date) -> Landscape:
    """Return the landscape after a move on that day."""
    if move.section == "roles":
        return _post(landscape, move)
    if move.section == "areas":
        return _area(landscape, move, on)
    changed = landscape
    for at in (move.at,) if move.at else unique(_spoken_of(landscape, move.id, on)):
        said = deciding(changed, move.id, at, on)
        new = _together(said, move, at, on)
        changed = _replaced(changed, (new,), on)
    return changed


def unassigned(landscape: Landscape, operation: Unassign, on: date) -> Landscape:
    """Return the landscape in which the party no longer has that part there, from that day."""
    changed = landscape
    everywhere = unique(_spoken_of(landscape, operation.responsibility, on))
    for at in (operation.at,) if operation.at else everywhere:
        said = deciding(changed, operation.responsibility, at, on)
        view = as_at(changed, on)
        if any(has(view, one, operation, at) for one in said):
            kept = tuple(_less(view, one, operation, at) for one in said)
            changed = _replaced(changed, kept, on)
    return changed


def deciding(landscape: Landscape, responsibility: str, at: str, on: date) -> tuple[Assignment, ...]:
    """Return the assignments that decide on that day (docs/model.md, step 2).

    Those of the area, else of its level; what the map says before what a catalogue says.
    """
    active = as_at(landscape, on).active
    level = landscape.areas[at].level if at in landscape.areas else at
    found = [
        one
        for one in landscape.assignments
        if one.responsibility == responsibility and one.in_force(on) and _somebody(one, active)
    ]
    for shipped in (False, True):
        for where in (at, level):
            said = tuple(one for one in found if one.at == where and bool(one.catalogue) is shipped)
            if said:
                return said
    return ()


def has(view: AsAt, assignment: Assignment, operation: Unassign, at: str) -> bool:
    """Return whether the party has that part under an assignment, by name or by pattern."""
    parties = assignment.parties(operation.part)
    return operation.party in parties or operation.party in view.resolve(parties, at, view.active)


def _somebody(assignment: Assignment, active: frozenset[str]) -> bool:
    return not assignment.leads or any(lead in active or Pattern.is_pattern(lead) for lead in assignment.leads)


def _spoken_of(landscape: Landscape, responsibility: str, on: date) -> Iterator[str]:
    """Yield every area and level where something is said of a responsibility or a lead is needed."""
    for shipped in (False, True):
        for one in landscape.assignments:
            if one.responsibility == responsibility and one.in_force(on) and bool(one.catalogue) is shipped:
                yield one.at
    entry = landscape.responsibilities[responsibility]
    yield from entry.needs_lead_in or entry.needs_lead_at


def _together(said: tuple[Assignment, ...], move: Move, at: str, on: date) -> Assignment:
    """Return one assignment with the new lead and everybody else's part as it was."""
    parts: dict[str, Any] = {part.value: unique(party for one in said for party in one.parties(part)) for part in PARTS}
    for part in HELPING:
        parts[part.value] = tuple(party for party in parts[part.value] if party != move.to)
    parts["leads"] = (move.to,)
    return Assignment(responsibility=move.id, at=at, start=on, basis=move.basis, place=move.place, **parts)


def _replaced(landscape: Landscape, new: tuple[Assignment, ...], on: date) -> Landscape:
    """Return the landscape where what the map itself says of a place ends, and `new` follows."""
    where = {(one.responsibility, one.at) for one in new}
    kept = (
        ended(one, on) if (one.responsibility, one.at) in where and not one.catalogue and one.in_force(on) else one
        for one in landscape.assignments
    )
    return reassigned(landscape, (*kept, *new))


def _less(view: AsAt, said: Assignment, operation: Unassign, at: str) -> Assignment:
    """Return what is said, of this area alone and from that day, without the party's part."""
    parties = said.parties(operation.part)
    if operation.party not in parties:
        # It has its part through a pattern: the others it stands for are named one by one.
        parties = view.resolve(parties, at, view.active)
    kept = tuple(party for party in parties if party != operation.party)
    mine: dict[str, Any] = {operation.part.value: kept}
    return replace(said, at=at, start=view.on, catalogue="", place=operation.place, **mine)


def _post(landscape: Landscape, move: Move) -> Landscape:
    """Return the landscape with a post in another body; it answers to that body where it answered to its own."""
    role = landscape.roles[move.id]
    answering = pointed(role, ("accountable_to", "to"), dict.fromkeys(role.organisations, (move.to,)))
    changed = put(landscape, "roles", replace(answering, organisations=(move.to,)))
    if move.at:
        return put(changed, "roles", replace(changed.roles[move.id], areas=(move.at,)))
    return following(landscape, changed)


def _area(landscape: Landscape, move: Move, on: date) -> Landscape:
    """Return the landscape with an area in another area, or as the area of another body instead of one of its type."""
    if move.to in landscape.areas:
        area = landscape.areas[move.id]
        return put(landscape, "areas", replace(area, within={move.to: None}))
    to = landscape.organisations[move.to]
    others = [
        replace(one, areas=tuple(area for area in one.areas if area != move.id))
        for one in landscape.organisations.values()
        if one.id != to.id and one.type == to.type and move.id in one.areas and current(one, on)
    ]
    return put(landscape, "organisations", *others, replace(to, areas=unique((*to.areas, move.id))))
