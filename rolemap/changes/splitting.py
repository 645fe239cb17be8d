"""Splitting: an organisation ends and several stand in its place, each for what it takes; the rest is a loose end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rolemap.changes.edits import put, redirected
from rolemap.changes.merging import following, organisation, succeeded, unique
from rolemap.changes.operations import Split
from rolemap.model import Agreement, Assignment, Entry, Funding, Landscape, Objective, Organisation, Role


def parted(landscape: Landscape, split: Split, on: date) -> Landscape:
    """Return the landscape after a split on that day. Only what a new body takes names it."""
    old = landscape.organisations[split.id]
    bodies = [_body(landscape, split, number, on) for number in range(len(split.into))]
    changed = redirected(landscape, on, _Takers(split, bodies).choose)
    if old.id not in {one.id for one in bodies}:
        changed = put(changed, "organisations", succeeded(old, tuple(one.id for one in bodies), on))
    return following(landscape, put(changed, "organisations", *bodies))


def _body(landscape: Landscape, split: Split, number: int, on: date) -> Organisation:
    """Return one of the new bodies: of the old one's type, with the areas given, taken or, failing both, the old one's."""
    body, old = split.into[number], landscape.organisations[split.id]
    taken = unique(id for id in body.takes if id in landscape.areas)
    if body.id in landscape.organisations:
        found = organisation(landscape, body, [], on)
        return replace(found, areas=body.areas or taken or found.areas)
    return organisation(landscape, replace(body, areas=body.areas or taken), [old], on)


class _Takers:
    """Answers who takes what from an organisation that is split."""

    def __init__(self, split: Split, bodies: list[Organisation]) -> None:
        self._old = split.id
        self._takes: dict[str, frozenset[str]] = {}
        for body, made in zip(split.into, bodies, strict=True):
            others = {area for one in bodies if one.id != made.id for area in one.areas}
            # An area that one of them alone has is taken by it, said or not.
            self._takes[body.id] = frozenset(body.takes) | (set(made.areas) - others)

    def choose(self, section: str, entry: Entry) -> Mapping[str, tuple[str, ...]]:
        """Return who stands for the old organisation in an entry; nothing where nobody takes it."""
        del section
        ids = self._for(entry)
        return {self._old: ids} if ids else {}

    def _for(self, entry: Entry) -> tuple[str, ...]:
        if isinstance(entry, Assignment):
            return self._best((entry.responsibility,), (entry.at,))
        if isinstance(entry, Role):
            return self._best((entry.id,), entry.areas) if self._old in entry.organisations else ()
        if isinstance(entry, Agreement):
            covered = (self._best((one.responsibility,), (one.at or entry.area,)) for one in entry.covers)
            return self._taking((entry.id,)) or unique(id for found in covered for id in found)
        if isinstance(entry, Funding):
            return self._taking((entry.id,)) or self._taking(entry.responsibilities)
        return self._taking((entry.id,)) if isinstance(entry, Objective) else ()

    def _best(self, things: tuple[str, ...], areas: tuple[str, ...]) -> tuple[str, ...]:
        """Return who takes both the thing and the area, else who takes the thing, else who takes the area."""
        by_thing, by_area = self._taking(things), self._taking(areas)
        return tuple(id for id in by_thing if id in by_area) or by_thing or by_area

    def _taking(self, ids: Iterable[str]) -> tuple[str, ...]:
        wanted = frozenset(ids)
        return tuple(body for body, takes in self._takes.items() if not takes.isdisjoint(wanted))
