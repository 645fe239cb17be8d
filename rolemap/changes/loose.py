"""Loose ends: what an entry in force still says of an entry that has gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rolemap.changes.operations import ENDABLE
from rolemap.changes.references import entries, named
from rolemap.model import Agreement, Entry, Landscape, Role
from rolemap.model.references import REFERENCES
from rolemap.problems import Location

GONE = "gone"
"""The entry named has ended."""

ITSELF = "itself"
"""A delegation or payment from a body to itself: both ends have become one."""

ALONE = "alone"
"""An agreement in use has one party left on both sides: all have become one."""


@dataclass(frozen=True, slots=True, order=True)
class LooseEnd:
    """One thing that no longer fits: `field` of the entry `id` of `section` still names `gone`, which has ended.

    `root` is what ended: `gone` itself, or the organisation that a role stood in. `why` is GONE, ITSELF or ALONE.
    """

    section: str
    id: str
    field: str
    gone: str
    root: str
    why: str
    place: Location


def loose_ends(landscape: Landscape, on: date) -> Iterator[LooseEnd]:
    """Yield every loose end of a landscape as at `on`, section by section."""
    gone = roots(landscape, on)
    for section, id, entry in entries(landscape):
        if not stands(entry, on) or (section in gone and id in gone[section]):
            continue
        for reference in REFERENCES[section]:
            sections = [one for one in reference.sections if gone.get(one)]
            if reference.history or not sections:
                continue
            for path, name, place in named(entry, reference.path, entry.place):
                root = next((gone[one][name] for one in sections if name in gone[one]), "")
                if root:
                    yield LooseEnd(section, id, str(path[0]), name, root, GONE, place)
        if isinstance(entry, Agreement):
            yield from _between_one(entry)
    if landscape.info.area in gone["areas"]:
        area = landscape.info.area
        yield LooseEnd("map", "map", "area", area, area, GONE, landscape.info.place)


def fresh(before: Landscape, after: Landscape, on: date) -> tuple[LooseEnd, ...]:
    """Return the loose ends of `after` that `before` does not have, as at `on`, sorted, each once."""
    if before is after:
        return ()
    known = set(loose_ends(before, on))
    return tuple(sorted(set(loose_ends(after, on)) - known))


def stands(entry: Entry, on: date) -> bool:
    """Return whether what an entry says counts on that day."""
    return entry.backs(on) if isinstance(entry, Agreement) else entry.in_force(on)


def roots(landscape: Landscape, on: date) -> dict[str, dict[str, str]]:
    """Return, by section, the entries that have ended by `on`, each with what ended: itself or its last organisation."""
    gone = {
        section: {id: id for id, entry in getattr(landscape, section).items() if entry.ended(on)} for section in ENDABLE
    }
    for id, role in landscape.roles.items():
        if id not in gone["roles"] and _lost(role, gone["organisations"]):
            gone["roles"][id] = role.organisations[-1]
    return gone


def _lost(role: Role, gone: Iterable[str]) -> bool:
    return bool(role.organisations) and set(gone).issuperset(role.organisations)


def _between_one(agreement: Agreement) -> Iterator[LooseEnd]:
    ends = [("delegates", one.giver, one.to, one.place) for one in agreement.delegates]
    ends += [("funding", one.giver, one.to, one.place) for one in agreement.funding]
    for field, giver, to, place in ends:
        if giver and giver == to:
            yield LooseEnd("agreements", agreement.id, field, to, to, ITSELF, place)
    if len(agreement.parties) == 1:
        # Named by the agreement, whoever the party is: one that always had a single party is not new.
        yield LooseEnd("agreements", agreement.id, "parties", agreement.id, agreement.id, ALONE, agreement.place)
