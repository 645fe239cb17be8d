"""The days on which something on a map is known to begin or end: terms, reforms, proposals with a date, change sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rolemap.changes.operations import ChangeSet
from rolemap.graph import RoleGraph
from rolemap.model import Agreement, Area, Entry, Organisation, Role

SECTIONS = ("organisations", "roles", "areas", "responsibilities", "agreements", "objectives", "funding")
"""The sections whose entries are looked at, what people ask about first; then assignments."""


@dataclass(frozen=True, slots=True)
class Known:
    """Something known to begin or end: `day` is the first day that differs, so the one after a last day.

    `section` is "changes" for a change set, which has a title in the place of an id. The id of an assignment is
    `responsibility@at`.
    """

    day: date
    begins: bool
    section: str
    id: str


def known_changes(graph: RoleGraph, change_sets: Iterable[ChangeSet] = ()) -> tuple[Known, ...]:
    """Return what is known to begin or end after the day of the graph, in order of days."""
    return _in_order(known for known in _all(graph, change_sets) if known.day > graph.on)


def known_on(graph: RoleGraph, day: date, change_sets: Iterable[ChangeSet] = ()) -> tuple[Known, ...]:
    """Return what is known to begin or end on a day, before that of the graph or after it."""
    return _in_order(known for known in _all(graph, change_sets) if known.day == day)


def _all(graph: RoleGraph, change_sets: Iterable[ChangeSet]) -> Iterator[Known]:
    for section, id, entry in _entries(graph):
        yield from _of(section, id, entry)
    for one in change_sets:
        yield Known(one.begins(graph.on), begins=True, section="changes", id=one.title)


def _in_order(found: Iterable[Known]) -> tuple[Known, ...]:
    order = ("changes", *SECTIONS, "assignments")
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.day, order.index(one.section), one.begins, one.id)))


def _entries(graph: RoleGraph) -> Iterator[tuple[str, str, Entry]]:
    scope = frozenset(graph.view.scope)
    for section in SECTIONS:
        for id, entry in getattr(graph.landscape, section).items():
            if _concerns(entry, scope):
                yield section, id, entry
    levels = {graph.landscape.areas[area].level for area in scope}
    for one in graph.landscape.assignments:
        if not one.catalogue or one.at in scope or one.at in levels:
            yield "assignments", f"{one.responsibility}@{one.at}", one


def _concerns(entry: Entry, scope: frozenset[str]) -> bool:
    """Return whether an entry is the map's own, or one of the catalogue's in the areas the map is about."""
    if not entry.catalogue:
        return True
    if isinstance(entry, Organisation | Role):
        return not scope.isdisjoint(entry.areas)
    return not isinstance(entry, Area) or entry.id in scope or not scope.isdisjoint(entry.within)


def _of(section: str, id: str, entry: Entry) -> Iterator[Known]:
    if entry.status == "proposed" or (isinstance(entry, Agreement) and not entry.binds):
        return  # what is over has no day to come, and what is proposed or drafted does not begin by itself
    if entry.start is not None:
        yield Known(entry.start, begins=True, section=section, id=id)
    if entry.until is not None and entry.until < date.max:
        yield Known(entry.until + timedelta(days=1), begins=False, section=section, id=id)
