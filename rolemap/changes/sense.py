"""What a changed field must not do to an entry: end it before it starts, or lead round in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rolemap.changes.operations import Set
from rolemap.changes.unfit import Unfit
from rolemap.model import Agreement, Area, Entry, Landscape, Responsibility, Role

CIRCLES = {
    "within": "An area cannot lie within itself.",
    "part_of": "Nothing can be part of itself.",
    "supersedes": "An agreement cannot replace itself, through others or at once.",
    "accountable_to": "Nobody answers to themselves, through others or at once.",
}
"""The fields that must not lead back to where they start, and what to say."""


def senseless(landscape: Landscape, operation: Set, before: Entry, after: Entry) -> Iterator[Unfit]:
    """Yield why a field cannot have its new value, every id in it being known."""
    given = dict(operation.values)
    if {"start", "until"} & given.keys() and after.start and after.until and after.until < after.start:
        sentence = f'"{operation.id}" would end on {after.until}, before it starts on {after.start}.'
        yield Unfit(("set", "value"), "ends-before-start", sentence, "Check both dates.")
    for field in CIRCLES.keys() & given.keys():
        if _leads_back(landscape, operation, after) and not _leads_back(landscape, operation, before):
            sentence = f'"{operation.id}" would come back to itself through "{field}".'
            yield Unfit(("set", "value"), "circle", sentence, CIRCLES[field])


def above(landscape: Landscape, area: str) -> set[str]:
    """Return an area and every area it lies within; of anything else, nothing."""
    return _reached(landscape.areas, (area,)) if area in landscape.areas else set()


def _leads_back(landscape: Landscape, operation: Set, entry: Entry) -> bool:
    """Return whether the entry, put in the place of the one that is there, reaches itself."""
    entries: Mapping[str, Entry] = {**getattr(landscape, operation.section), operation.id: entry}
    return operation.id in _reached(entries, _next(entry))


def _reached(entries: Mapping[str, Entry], first: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    waiting = [id for id in first if id in entries]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(id for id in _next(entries[here]) if id in entries)
    return found


def _next(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Area():
            return tuple(entry.within)
        case Responsibility():
            return (entry.part_of,) if entry.part_of else ()
        case Agreement():
            return entry.supersedes
        case Role():
            return tuple(line.to for line in entry.accountable_to)
    return ()
