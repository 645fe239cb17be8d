"""A landscape as at a date: what is in force, which areas the map is about, and what a pattern stands for there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rolemap.model import Agreement, Landscape, Organisation, Pattern, Responsibility, Role

PartyIndex = Mapping[tuple[str, str], tuple[str, ...]]
"""(role kind or organisation type, area id) -> ids of the roles or organisations of that sort whose own area it is."""


@dataclass(frozen=True, slots=True)
class AsAt:
    """What holds on a day.

    `active` are the roles and organisations in force; `tentative` those and the proposed ones within their dates;
    `vacant` the roles that nobody holds;
    `scope` the areas in force that the map is about, widest level first; `scope_at` the same by level;
    `areas_with` the areas that a body of each organisation type has as its own, in force or ended with none to follow it;
    `replaced` leads from an agreement to the one in force that supersedes it.
    """

    landscape: Landscape
    on: date
    active: frozenset[str]
    tentative: frozenset[str]
    vacant: frozenset[str]
    scope: tuple[str, ...]
    scope_at: Mapping[str, tuple[str, ...]]
    by_kind: PartyIndex
    by_type: PartyIndex
    areas_with: Mapping[str, frozenset[str]]
    replaced: Mapping[str, str]

    def resolve(self, parties: tuple[str, ...], area: str, allowed: frozenset[str]) -> tuple[str, ...]:
        """Return the parties meant in `area`, patterns replaced, only those `allowed`, each once, in the order written."""
        if len(parties) == 1 and parties[0] in allowed:
            return parties
        found: dict[str, None] = {}
        for party in parties:
            if party in allowed:
                found[party] = None
            elif Pattern.is_pattern(party):
                for id in self.stands_for(party, area):
                    if id in allowed:
                        found[id] = None
        return tuple(found)

    def stands_for(self, pattern: str, area: str) -> tuple[str, ...]:
        """Return the roles (`kind:K`) or organisations (`type:T`) the pattern stands for in `area`, in force or proposed."""
        index = self.by_kind if pattern.startswith(Pattern.KIND) else self.by_type
        return index.get((pattern.partition(":")[2], area), ())

    def needs(self, responsibility: Responsibility) -> tuple[str, ...]:
        """Return the areas where this responsibility needs a lead on that day (docs/model.md, "where a lead is needed")."""
        if not responsibility.in_force(self.on):
            return ()
        if responsibility.needs_lead_in:
            known = self.landscape.areas
            return tuple(area for area in responsibility.needs_lead_in if known[area].in_force(self.on))
        areas = [area for level in responsibility.needs_lead_at for area in self.scope_at.get(level, ())]
        if not responsibility.needs_lead_where:
            return tuple(areas)
        kept = {area for type_id in responsibility.needs_lead_where for area in self.areas_with.get(type_id, ())}
        return tuple(area for area in areas if area in kept)

    def in_use(self, agreement: Agreement) -> bool:
        """Return whether an agreement can back a lead: it is in force, and none in force replaces it."""
        return agreement.backs(self.on) and agreement.id not in self.replaced

    def areas_of(self, party: str) -> tuple[str, ...]:
        """Return the own areas of a role or organisation; a post that has those of its bodies has none of an ended one."""
        known = self.landscape.party(party)
        if not isinstance(known, Role):
            return known.areas if known else ()
        return self.landscape.areas_among(known, self.active if party in self.active else self.tentative)

    def bodies_of(self, party: str) -> tuple[str, ...]:
        """Return the organisations in force that stand behind a party: a role's own, or the organisation itself."""
        role = self.landscape.roles.get(party)
        if role is None:
            return (party,) if party in self.landscape.organisations else ()
        return tuple(id for id in role.organisations if id in self.active)

    def sorts_of(self, party: str) -> frozenset[str]:
        """Return the organisation types and the role kind that the law could name a party by."""
        role = self.landscape.roles.get(party)
        types = [self.landscape.types_of(body) for body in self.bodies_of(party)]
        return frozenset({role.kind} if role is not None and role.kind else ()).union(*types)

    def same(self, one: str, other: str) -> bool:
        """Return whether two parties are one, or one is a role of the other. Two roles of one organisation are not."""
        return one == other or one in self.bodies_of(other) or other in self.bodies_of(one)


def as_at(landscape: Landscape, on: date) -> AsAt:
    """Return what `landscape` says as at `on`."""
    organisations = {id for id, found in landscape.organisations.items() if found.in_force(on)}
    nearly = {id for id, found in landscape.organisations.items() if found.within_dates(on)}
    roles = {
        id for id, role in landscape.roles.items() if role.in_force(on) and _employed(role.organisations, organisations)
    }
    nearly_roles = {
        id for id, role in landscape.roles.items() if role.within_dates(on) and _employed(role.organisations, nearly)
    }
    scope = _scope(landscape, on)
    by_type = _by_type(landscape, nearly)
    areas_with: dict[str, set[str]] = defaultdict(set)
    standing = organisations | _unfollowed(landscape, on)
    for type_id, area in _by_type(landscape, standing):
        areas_with[type_id].add(area)
    scope_at: dict[str, list[str]] = defaultdict(list)
    for area in scope:
        scope_at[landscape.areas[area].level].append(area)
    return AsAt(
        landscape=landscape,
        on=on,
        active=frozenset(organisations | roles),
        tentative=frozenset(nearly | nearly_roles),
        vacant=frozenset(id for id, role in landscape.roles.items() if role.vacant),
        scope=scope,
        scope_at={level: tuple(areas) for level, areas in scope_at.items()},
        by_kind=_by_kind(landscape, nearly_roles, organisations, nearly),
        by_type=by_type,
        areas_with={type_id: frozenset(areas) for type_id, areas in areas_with.items()},
        replaced=_replaced(landscape, on),
    )


def _employed(organisations: tuple[str, ...], alive: set[str]) -> bool:
    """Return whether a role with these organisations stands: one of them does, or none is recorded."""
    return not organisations or not alive.isdisjoint(organisations)


def _unfollowed(landscape: Landscape, on: date) -> set[str]:
    """Return the organisations that have ended and that nobody has followed: what they were there for is still to be led.

    One follows that `becomes` names, once it has begun and is more than proposed; whether it has ended too is its own matter.
    """
    known = landscape.organisations

    def over(one: Organisation) -> bool:
        return one.ended(on) and one.status != "proposed"

    def followed(one: Organisation) -> bool:
        return any(next.in_force(on) or over(next) for next in map(known.__getitem__, one.becomes))

    return {id for id, one in known.items() if over(one) and not followed(one)}


def _scope(landscape: Landscape, on: date) -> tuple[str, ...]:
    """Return the areas in force that the map is about: its area and everything within it, through any parent.

    What lies there with less than the map's least share is left out.

    A map that names no area is about every area it defines itself.
    """
    areas = landscape.areas
    alive = {id for id, area in areas.items() if area.in_force(on)}
    if not landscape.info.area:
        found = {id for id in alive if not areas[id].catalogue}
    else:
        children: dict[str, list[str]] = defaultdict(list)
        for id in alive:
            for parent, share in areas[id].within.items():
                if share is None or share >= landscape.info.least_share:
                    children[parent].append(id)
        found, waiting = set(), [landscape.info.area]
        while waiting:
            area = waiting.pop()
            if area not in found:
                found.add(area)
                waiting.extend(children[area])
        found &= alive
    wanted = landscape.info.levels
    levels = {id: level.order for id, level in landscape.levels.items()}
    order = {id: position for position, id in enumerate(areas)}
    kept = (id for id in found if not wanted or areas[id].level in wanted)
    return tuple(sorted(kept, key=lambda id: (levels.get(areas[id].level, 0), order[id])))


def _replaced(landscape: Landscape, on: date) -> dict[str, str]:
    """Return which agreement in force replaces which; reading refuses those that replace each other in a circle."""
    return {old: one.id for one in landscape.agreements.values() if one.backs(on) for old in one.supersedes}


def _by_kind(landscape: Landscape, roles: set[str], organisations: set[str], nearly: set[str]) -> PartyIndex:
    """Return the roles of each kind by area; a joint post counts where its bodies in force are, or else the proposed."""
    index: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, role in landscape.roles.items():
        if role.kind and id in roles:
            standing = nearly if organisations.isdisjoint(role.organisations) else organisations
            for area in landscape.areas_among(role, standing):
                index[role.kind, area].append(id)
    return {key: tuple(ids) for key, ids in index.items()}


def _by_type(landscape: Landscape, organisations: set[str]) -> PartyIndex:
    index: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, organisation in landscape.organisations.items():
        if id in organisations:
            for type_id in sorted(landscape.types_of(id)):
                for area in organisation.areas:
                    index[type_id, area].append(id)
    return {key: tuple(ids) for key, ids in index.items()}
