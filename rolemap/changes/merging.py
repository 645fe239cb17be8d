"""Merging: what ends, what stands in its place, and everything that named the old ones naming the new one instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from rolemap.changes.edits import ended, put, redirected
from rolemap.changes.operations import Body, Merge
from rolemap.model import Landscape, Organisation, Role

Party = TypeVar("Party", Organisation, Role)


def merged(landscape: Landscape, merge: Merge, on: date) -> Landscape:
    """Return the landscape after a merger on that day.

    A post whose area was that of its body gets the new body's area; posts with an area of their own keep it.
    """
    gone = tuple(id for id in merge.ids if id != merge.into.id)
    to = dict.fromkeys(gone, (merge.into.id,))
    changed = redirected(landscape, on, lambda _section, _entry: to)
    if merge.section == "roles":
        # What the merged ones said themselves is history: it is put back as it was.
        changed = put(changed, "roles", *(ended(landscape.roles[id], on) for id in gone))
        return put(changed, "roles", _role(landscape, merge, on))
    new = organisation(landscape, merge.into, [landscape.organisations[id] for id in merge.ids], on)
    changed = put(changed, "organisations", *(succeeded(landscape.organisations[id], (new.id,), on) for id in gone))
    changed = put(changed, "organisations", new)
    known = landscape.organisations.get(new.id)
    if known is not None and any(landscape.organisations[id].type != known.type for id in gone):
        return changed  # a ministry takes a body in: its posts keep their areas
    return following(landscape, changed)


def organisation(landscape: Landscape, body: Body, old: list[Organisation], on: date) -> Organisation:
    """Return the organisation that stands for `old`: a new one, or the one that is there, taking them in."""
    types = list(dict.fromkeys(one.type for one in old))
    areas = unique(area for one in old for area in one.areas)
    known = landscape.organisations.get(body.id)
    if known is None:
        return Organisation(
            id=body.id,
            name=body.title or body.id,
            type=body.sort or (types[0] if len(types) == 1 else ""),
            areas=body.areas or areas,
            start=on,
            note=body.note,
            place=body.place,
        )
    # Bodies of one kind bring their areas with them; a ministry that takes a body in keeps its own.
    own = unique((*known.areas, *areas)) if types == [known.type] else known.areas
    return replace(
        begun(known, on), name=body.title or known.name, type=body.sort or known.type, areas=body.areas or own
    )


def succeeded(old: Organisation, by: tuple[str, ...], on: date) -> Organisation:
    """Return an organisation that ends the day before and becomes those of `by`."""
    return replace(ended(old, on), becomes=unique((*old.becomes, *by)))


def begun(entry: Party, on: date) -> Party:
    """Return an entry that is there on that day: no longer proposed, begun by then, not at an end."""
    status = "" if entry.status == "proposed" else entry.status
    start = on if entry.start is not None and entry.start > on else entry.start
    until = None if entry.until is not None and entry.until < on else entry.until
    return replace(entry, status=status, start=start, until=until)


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids, each once, in order."""
    return tuple(dict.fromkeys(ids))


def _role(landscape: Landscape, merge: Merge, on: date) -> Role:
    """Return the role that stands for those merged: a new one, or the one that is there, taking them in."""
    body, old = merge.into, [landscape.roles[id] for id in merge.ids]
    kinds, titles = {one.kind for one in old}, {one.title for one in old}
    lines = {line.to: line for one in old for line in one.accountable_to if line.to not in (*merge.ids, body.id)}
    known = landscape.roles.get(body.id)
    base = begun(known, on) if known else Role(id=body.id, title=body.id, start=on, note=body.note, place=body.place)
    return replace(
        base,
        title=body.title or (known.title if known else titles.pop() if len(titles) == 1 else body.id),
        kind=body.sort or (known.kind if known else kinds.pop() if len(kinds) == 1 else ""),
        organisations=body.organisations or unique(id for one in old for id in one.organisations),
        areas=body.areas or unique(id for one in old for id in one.areas),
        accountable_to=tuple(lines.values()),
        vacant=all(one.vacant for one in old),
    )


def following(before: Landscape, changed: Landscape) -> Landscape:
    """Return the landscape where every changed post that had the areas of its bodies has those of its bodies now."""
    return put(
        changed,
        "roles",
        *(
            replace(changed.roles[id], areas=_usual(changed, changed.roles[id]) or role.areas)
            for id, role in before.roles.items()
            if changed.roles[id] is not role and role.areas == _usual(before, role)
        ),
    )


def _usual(landscape: Landscape, role: Role) -> tuple[str, ...]:
    """Return the areas that a post has unless it says otherwise: those of its organisations."""
    return unique(area for id in role.organisations for area in landscape.organisations[id].areas)
