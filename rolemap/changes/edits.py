"""Small pure edits of a landscape that the operations are made of: ending an entry, putting one in, redirecting ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from rolemap.changes.operations import ENDABLE
from rolemap.changes.references import pointed
from rolemap.model import Agreement, Assignment, Entry, Landscape
from rolemap.model.references import REFERENCES

AnyEntry = TypeVar("AnyEntry", bound=Entry)

Choice = Callable[[str, Entry], Mapping[str, tuple[str, ...]]]
"""From a section and an entry to the ids that it should name instead of others."""


def sections_of(landscape: Landscape, id: str, sections: Iterable[str] = ENDABLE) -> tuple[str, ...]:
    """Return the sections that have an entry with this id; usually one."""
    return tuple(section for section in sections if id in getattr(landscape, section))


def put(landscape: Landscape, section: str, *found: Any) -> Landscape:  # noqa: ANN401 - entries of any section
    """Return the landscape with these entries in a section, in the place of those that have their ids."""
    known: Mapping[str, Any] = getattr(landscape, section)
    whole: dict[str, Any] = {section: {**known, **{one.id: one for one in found}}}
    return replace(landscape, **whole)


def ended(entry: AnyEntry, on: date) -> AnyEntry:
    """Return the entry with its last day before `on`; one that ends earlier stays as it is. Kept, so that it is missed."""
    last = on - timedelta(days=1)
    return entry if entry.until is not None and entry.until <= last else replace(entry, until=last)


def current(entry: Entry, on: date) -> bool:
    """Return whether an entry still counts on that day or will later; what is over is history and is left alone."""
    over = isinstance(entry, Agreement) and entry.status in ("ended", "superseded")
    return not over and (entry.until is None or entry.until >= on)


def redirected(landscape: Landscape, on: date, choose: Choice) -> Landscape:
    """Return the landscape with every current entry naming what `choose` says in the place of other roles or bodies."""
    changed: dict[str, Any] = {}
    for section in REFERENCES:
        if section == "assignments":
            old = landscape.assignments
            new = tuple(_pointed(section, one, on, choose) for one in old)
            if any(one is not other for one, other in zip(old, new, strict=True)):
                changed[section] = new
            continue
        known: Mapping[str, Entry] = getattr(landscape, section)
        found = {id: _pointed(section, entry, on, choose) for id, entry in known.items()}
        if any(found[id] is not entry for id, entry in known.items()):
            changed[section] = found
    return replace(landscape, **changed) if changed else landscape


def _pointed(section: str, entry: AnyEntry, on: date, choose: Choice) -> AnyEntry:
    to = choose(section, entry) if current(entry, on) else {}
    if not to:
        return entry
    for reference in REFERENCES[section]:
        # What a body became stays true, and how it used words; whoever takes its place stands by what it signed.
        if section != "glossary" and ("roles" in reference.sections or reference.path == ("organisations",)):
            entry = pointed(entry, reference.path, to)
    return entry


def reassigned(landscape: Landscape, new: Iterable[Assignment]) -> Landscape:
    """Return the landscape with these assignments and no others."""
    return replace(landscape, assignments=tuple(new))
