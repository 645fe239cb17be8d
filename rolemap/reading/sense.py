"""What no shape and no reference can say: dates in order, one id space for parties, nothing that comes round to itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import networkx as nx

from rolemap.model import Area, Entry, Landscape, Responsibility
from rolemap.reading.collect import Collected, Raw
from rolemap.reading.faults import Faults, Spot
from rolemap.reading.limits import Limits

TIMELESS = {"levels": "A level", "pillars": "A pillar"}
"""Sections whose entries hold for the whole map, on every day: what they group would otherwise have nowhere to go."""

MOST_STEPS = 6
"""How many steps of a circle a sentence names."""


def check_ids(whole: Collected, faults: Faults) -> None:
    """Add a fault for an id that is both a role and an organisation, or both an area and a level: it could mean either."""
    for one, other, words in (("roles", "organisations", "an organisation"), ("areas", "levels", "a level")):
        for id, raw in whole.entries[one].items():
            twin = whole.entries[other].get(id)
            if twin is not None:
                sentence = f'"{id}" is also the id of {words} in {twin.file}.'
                faults.add(raw.spot, "duplicate-id", sentence, "Give one of them another id.", twin.spot)


def check_sense(landscape: Landscape, whole: Collected, faults: Faults) -> None:
    """Add a fault for what is wrong in itself.

    Entries that end before they start, circles of areas, parts or agreements, shares outside 0 to 1, and who delegates what
    is not delegated.
    """
    for section, entries in whole.entries.items():
        values = getattr(landscape, section)
        for id, raw in entries.items():
            if not raw.catalogue:
                _dates(values[id], raw, faults)
                if section in TIMELESS:
                    _timeless(values[id], section, raw, faults)
    for section in ("assignments", "accepted"):
        for raw, value in zip(whole.lists[section], getattr(landscape, section), strict=True):
            _dates(value, raw, faults)
    for one in landscape.responsibilities.values():
        _delegated(one, whole.entries["responsibilities"][one.id], faults)
    for area in landscape.areas.values():
        raw = whole.entries["areas"][area.id]
        if not raw.catalogue:
            _shares(area, raw, faults)
    if whole.info and not 0 <= landscape.info.least_share <= 1:
        _bad_share(landscape.info.least_share, Spot(whole.info.file, ("map", "least_share")), faults)
    parents = {id: tuple(area.within) for id, area in landscape.areas.items()}
    _circles(parents, "areas", "within", whole, faults)
    parts = {id: (one.part_of,) if one.part_of else () for id, one in landscape.responsibilities.items()}
    _circles(parts, "responsibilities", "part_of", whole, faults)
    replaced = {id: one.supersedes for id, one in landscape.agreements.items()}
    _circles(replaced, "agreements", "supersedes", whole, faults)


def check_size(landscape: Landscape, whole: Collected, limits: Limits, faults: Faults) -> None:
    """Add a fault if the map could need a lead in too many squares, or has too many roles and organisations of its own.

    A small file can ask for millions of the one, and what follows lines between the others may take long.
    """
    own = [
        raw for section in ("roles", "organisations") for raw in whole.entries[section].values() if not raw.catalogue
    ]
    if len(own) > limits.parties:
        sentence = f"The map describes {len(own):,} roles and organisations; the most is {limits.parties:,}."
        faults.add(own[limits.parties].spot, "too-many-parties", sentence, "Split the map by area.")
    areas = Counter(area.level for area in landscape.areas.values())
    squares = sum(
        len(one.needs_lead_in) or sum(areas[level] for level in one.needs_lead_at)
        for one in landscape.responsibilities.values()
        if not one.catalogue
    )
    if squares > limits.squares:
        raw = next(raw for raw in whole.entries["responsibilities"].values() if not raw.catalogue)
        sentence = (
            f"The map's own responsibilities could need a lead in {squares:,} areas; the most is {limits.squares:,}."
        )
        faults.add(raw.spot, "too-many-squares", sentence, "Ask for a lead at fewer levels, or split the map.")


def _dates(entry: Entry, raw: Raw, faults: Faults) -> None:
    if entry.start and entry.until and entry.until < entry.start:
        sentence = f"It ends on {entry.until}, before it starts on {entry.start}."
        faults.add(Spot(raw.file, (*raw.path, "until")), "ends-before-start", sentence, "Check both dates.")


def _timeless(entry: Entry, section: str, raw: Raw, faults: Faults) -> None:
    said = (("from", entry.start), ("until", entry.until), ("status", entry.status == "proposed"))
    for field in [field for field, value in said if value]:
        sentence = f'{TIMELESS[section]} holds on every day, so "{field}" would have no effect here.'
        hint = "Give dates or status: proposed to what it groups: responsibilities, areas or assignments."
        faults.add(Spot(raw.file, (*raw.path, field), at_key=True), "no-dates-here", sentence, hint)


def _delegated(one: Responsibility, raw: Raw, faults: Faults) -> None:
    if one.law.delegated_by and one.law.kind != "delegated" and not raw.catalogue:
        kind = f'of the kind "{one.law.kind}"' if one.law.kind else "of no kind"
        sentence = f"Only what the law delegates is delegated by somebody, and this is {kind}."
        hint = 'Write "kind: delegated", or take "delegated_by" out.'
        faults.add(Spot(raw.file, (*raw.path, "law", "delegated_by"), at_key=True), "not-delegated", sentence, hint)


def _shares(area: Area, raw: Raw, faults: Faults) -> None:
    for parent, share in area.within.items():
        if share is not None and not 0 <= share <= 1:
            _bad_share(share, Spot(raw.file, (*raw.path, "within", parent)), faults)


def _bad_share(share: float, spot: Spot, faults: Faults) -> None:
    faults.add(spot, "bad-share", f"{share:g} is not a share.", "Give a share from 0 to 1, for example 0.8.")


def _circles(links: Mapping[str, tuple[str, ...]], section: str, field: str, whole: Collected, faults: Faults) -> None:
    """Add one fault for each knot of circles in `links`, at the first entry of one circle by id."""
    graph = nx.DiGraph((one, other) for one, others in links.items() for other in others)
    for knot in sorted(map(sorted, nx.strongly_connected_components(graph))):
        if len(knot) > 1 or graph.has_edge(knot[0], knot[0]):
            way = [one for one, _ in nx.find_cycle(graph.subgraph(knot), knot[0])]
            start = way.index(min(way))
            way = [*way[start:], *way[:start]]
            raw = whole.entries[section][way[0]]
            shown = " → ".join([*way[:MOST_STEPS], *["…"] * (len(way) > MOST_STEPS), way[0]])
            spot = Spot(raw.file, (*raw.path, field))
            faults.add(spot, "circle", f"This goes round in a circle: {shown}.", f'Take one "{field}" out.')
