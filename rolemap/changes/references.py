"""Ids that entries hold of other entries: finding them, and pointing them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from rolemap.model import Entry, Landscape
from rolemap.model.references import REFERENCES
from rolemap.problems import Location

Path = tuple[str | int, ...]
Value = TypeVar("Value")


def entries(landscape: Landscape) -> Iterator[tuple[str, str, Entry]]:
    """Yield (section, id, entry) of every section with references; an assignment's id is `responsibility@at`."""
    for section in REFERENCES:
        if section == "assignments":
            yield from ((section, f"{one.responsibility}@{one.at}", one) for one in landscape.assignments)
        else:
            yield from ((section, id, entry) for id, entry in getattr(landscape, section).items())


def named(entry: object, path: tuple[str, ...], place: Location, at: Path = ()) -> Iterator[tuple[Path, str, Location]]:
    """Yield (path, id, place) of every id that a field holds; items with a place of their own give that."""
    value, here, deeper = getattr(entry, path[0]), (*at, path[0]), path[1:]
    if isinstance(value, str):
        if value:
            yield here, value, place
    elif isinstance(value, Mapping):
        for key in value:
            yield (*here, key), key, place
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str):
                yield (*here, number), item, place
            else:
                yield from named(item, deeper, getattr(item, "place", place), (*here, number))
    else:
        yield from named(value, deeper, place, here)


def pointed(entry: Value, path: tuple[str, ...], to: Mapping[str, tuple[str, ...]]) -> Value:
    """Return the entry with the ids of one field replaced by those they map to, each once; itself where none is.

    Where only one id can stand, the first is taken.
    """
    value, deeper = getattr(entry, path[0]), path[1:]
    new: Any = value
    if isinstance(value, str):
        new = next(iter(to.get(value, (value,))), value)
    elif isinstance(value, Mapping):
        new = {after: kept for before, kept in value.items() for after in to.get(before, (before,))}
    elif isinstance(value, tuple) and any(isinstance(item, str) for item in value):
        new = tuple(dict.fromkeys(after for before in value for after in to.get(before, (before,))))
    elif deeper:
        new = (
            tuple(pointed(item, deeper, to) for item in value)
            if isinstance(value, tuple)
            else pointed(value, deeper, to)
        )
    return entry if new == value else replace(entry, **{path[0]: new})  # type: ignore[type-var]
