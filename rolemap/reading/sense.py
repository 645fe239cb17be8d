"""What no shape and no reference can say: dates in order, one id space for parties, areas that do not contain themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rolemap.model import Area, Entry, Landscape
from rolemap.reading.collect import Collected, Raw
from rolemap.reading.faults import Faults, Spot


def check_ids(whole: Collected, faults: Faults) -> None:
    """Add a fault for an id that is both a role and an organisation, or both an area and a level: it could mean either."""
    for one, other, words in (("roles", "organisations", "an organisation"), ("areas", "levels", "a level")):
        for id, raw in whole.entries[one].items():
            twin = whole.entries[other].get(id)
            if twin is not None:
                sentence = f'"{id}" is also the id of {words} in {twin.file}.'
                faults.add(raw.spot, "duplicate-id", sentence, "Give one of them another id.", twin.spot)


def check_sense(landscape: Landscape, whole: Collected, faults: Faults) -> None:
    """Add a fault for entries that end before they start, circles of areas or parts, and shares outside 0 to 1."""
    for section, entries in whole.entries.items():
        values = getattr(landscape, section)
        for id, raw in entries.items():
            if not raw.catalogue:
                _dates(values[id], raw, faults)
    for section in ("assignments", "accepted"):
        for raw, value in zip(whole.lists[section], getattr(landscape, section), strict=True):
            _dates(value, raw, faults)
    for area in landscape.areas.values():
        raw = whole.entries["areas"][area.id]
        if not raw.catalogue:
            _shares(area, raw, faults)
    parents = {id: tuple(area.within) for id, area in landscape.areas.items()}
    _circles(parents, "areas", "within", whole, faults)
    parts = {id: (one.part_of,) if one.part_of else () for id, one in landscape.responsibilities.items()}
    _circles(parts, "responsibilities", "part_of", whole, faults)


def _dates(entry: Entry, raw: Raw, faults: Faults) -> None:
    if entry.start and entry.until and entry.until < entry.start:
        sentence = f"It ends on {entry.until}, before it starts on {entry.start}."
        faults.add(Spot(raw.file, (*raw.path, "until")), "ends-before-start", sentence, "Check both dates.")


def _shares(area: Area, raw: Raw, faults: Faults) -> None:
    for parent, share in area.within.items():
        if share is not None and not 0 <= share <= 1:
            spot = Spot(raw.file, (*raw.path, "within", parent))
            faults.add(spot, "bad-share", f"{share:g} is not a share.", "Give a share from 0 to 1, for example 0.8.")


def _circles(links: Mapping[str, tuple[str, ...]], section: str, field: str, whole: Collected, faults: Faults) -> None:
    """Add one fault for each circle in `links`, at its first entry by id."""
    told: set[str] = set()
    for start in links:
        circle = next(_circle(start, links), None)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            raw = whole.entries[section][min(circle)]
            way = " → ".join((*circle, circle[0]))
            spot = Spot(raw.file, (*raw.path, field))
            faults.add(spot, "circle", f"This goes round in a circle: {way}.", f'Take one "{field}" out.')


def _circle(start: str, links: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the way from `start` back to itself, if there is one."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for there in links.get(here, ()):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                yield tuple(reversed(way))
                return
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
