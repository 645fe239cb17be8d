"""Which entries are new, over or said differently between two graphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from rolemap.changes.loose import stands
from rolemap.graph import NodeKind, RoleGraph, node_key
from rolemap.model import Entry

SECTIONS: dict[str, NodeKind | None] = {
    "organisations": NodeKind.ORGANISATION,
    "roles": NodeKind.ROLE,
    "agreements": None,
    "responsibilities": None,
    "areas": NodeKind.AREA,
    "objectives": None,
    "funding": None,
}
"""The sections that are compared, what people ask about first; and the kind of node by which an entry concerns a map."""

ASIDE = frozenset({"place", "catalogue", "source", "confidence", "as_at", "note", "tags", "documents", "id"})
"""Fields that say where something is known from rather than what is so."""


class Became(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    ENDED = "ended"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What became of an entry; `fields` are the model's fields that differ, of one that changed."""

    section: str
    id: str
    became: Became
    before: Entry | None
    after: Entry | None
    fields: tuple[str, ...] = ()


def changed_entries(old: RoleGraph, new: RoleGraph) -> tuple[EntryChange, ...]:
    """Return what became of every entry in force in one of two graphs, sorted by section and id."""
    return tuple(found for section in SECTIONS for found in _section(section, old, new))


def _section(section: str, old: RoleGraph, new: RoleGraph) -> Iterator[EntryChange]:
    before, after = _in_force(section, old), _in_force(section, new)
    for id in sorted(before.keys() | after.keys()):
        was, now = before.get(id), after.get(id)
        if was is None and now is not None and _concerns(section, id, new):
            yield EntryChange(section, id, Became.ADDED, None, now)
        elif now is None and was is not None and _concerns(section, id, old):
            yield EntryChange(section, id, Became.ENDED, was, getattr(new.landscape, section).get(id))
        elif was is not None and now is not None and was is not now:
            differing = tuple(_differing(was, now))
            if differing:
                yield EntryChange(section, id, Became.CHANGED, was, now, differing)


def _in_force(section: str, graph: RoleGraph) -> dict[str, Entry]:
    entries: Mapping[str, Entry] = getattr(graph.landscape, section)
    if section in ("organisations", "roles"):
        return {id: entry for id, entry in entries.items() if id in graph.view.active}
    return {id: entry for id, entry in entries.items() if stands(entry, graph.on)}


def _concerns(section: str, id: str, graph: RoleGraph) -> bool:
    """Return whether an entry is one that the map is about or speaks of, and not just one more of the catalogue's."""
    kind = SECTIONS[section]
    return kind is None or node_key(kind, id) in graph.network


def _differing(was: Entry, now: Entry) -> Iterator[str]:
    for field in fields(was):
        if field.name not in ASIDE and _plain(getattr(was, field.name)) != _plain(getattr(now, field.name)):
            yield field.name


def _plain(value: object) -> object:
    """Return a value without its place, and lists as sets: their order says nothing."""
    if isinstance(value, tuple):
        return frozenset(_plain(item) for item in value)
    if isinstance(value, Mapping):
        return frozenset((key, _plain(item)) for key, item in value.items())
    if is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in fields(value) if field.name not in ASIDE)
    return value
