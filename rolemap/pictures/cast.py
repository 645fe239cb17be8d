"""Who and what a picture draws: each on its own where there are few, gathered where many are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from rolemap.graph import Cell, RoleGraph
from rolemap.model import Landscape
from rolemap.pictures.actors import Actor, actors_of, widest
from rolemap.pictures.focus import MOST, Focus, Near

TOPICS = 40
"""How many responsibilities are drawn one by one at one level; more are gathered by pillar."""

NEAR_TOPICS = 64
"""How many of those near the focus are."""

FAR_TOPICS = 8
"""How many of those far from it are; more are one shape."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A responsibility at one level, all of a pillar at one level ("bundle"), or an agreement."""

    key: str
    kind: str
    id: str
    level: str
    pillar: str
    label: str
    near: bool
    cells: tuple[Cell, ...] = ()

    @property
    def weight(self) -> int:
        """Return how many places (responsibility and area) it stands for."""
        return len(self.cells)


Drawn = TypeVar("Drawn", Actor, Topic)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everything drawn. `left_out` counts the roles, organisations and responsibilities there was no room for."""

    actors: tuple[Actor, ...]
    topics: tuple[Topic, ...]
    left_out: int


def cast(graph: RoleGraph, focus: Focus, cells: tuple[Cell, ...], near: Near | None) -> Cast:
    """Return who and what is drawn of `cells`, with what lies `near` the focus always before the rest."""
    topics = (*_topics(graph, focus, cells, near), *_agreements(graph, near))
    actors = actors_of(graph, focus, cells, near)
    room = min(focus.limit, MOST)
    kept_actors = _keep(actors, room - min(len(topics), room // 2))
    kept_topics = _keep(topics, room - len(kept_actors))
    return Cast(kept_actors, kept_topics, len(actors) - len(kept_actors) + len(topics) - len(kept_topics))


def _keep(drawn: tuple[Drawn, ...], room: int) -> tuple[Drawn, ...]:
    """Return as many as there is room for: those near the focus first, then those with most to do, in their order."""
    if len(drawn) <= room:
        return drawn
    ranked = sorted(range(len(drawn)), key=lambda at: (not drawn[at].near, -drawn[at].weight, at))
    kept = set(ranked[: max(room, 0)])
    return tuple(one for at, one in enumerate(drawn) if at in kept)


def _topics(graph: RoleGraph, focus: Focus, cells: tuple[Cell, ...], near: Near | None) -> Iterator[Topic]:
    """Yield the topics: one by one where a level has few, else by pillar; what is far from the focus as one a level."""
    inside: dict[str, list[Cell]] = defaultdict(list)
    outside: dict[str, list[Cell]] = defaultdict(list)
    for at, cell in enumerate(cells):
        found = inside if near is None or at in near.cells else outside
        found[cell.level].append(cell)
    for group, is_near in ((inside, True), (outside, False)):
        most = TOPICS if near is None else NEAR_TOPICS if is_near else FAR_TOPICS
        for level, members in group.items():
            few = len({cell.responsibility for cell in members}) <= most
            if few or not focus.gather:
                yield from _each(graph.landscape, level, members, is_near)
            elif is_near:
                yield from _bundles(graph.landscape, level, members)
            else:
                label = "Other responsibilities"
                yield Topic(f"rest/{level}", "bundle", "", level, "", label, near=False, cells=tuple(members))


def _each(landscape: Landscape, level: str, cells: list[Cell], near: bool) -> Iterator[Topic]:
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.responsibility].append(cell)
    for id, members in found.items():
        title = landscape.responsibilities[id].title
        key = f"topic/{level}/{id}/{near:d}"
        yield Topic(key, "responsibility", id, level, members[0].pillar, title, near, tuple(members))


def _bundles(landscape: Landscape, level: str, cells: list[Cell]) -> Iterator[Topic]:
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.pillar].append(cell)
    for pillar, members in found.items():
        title = landscape.title(pillar) if pillar else "No pillar recorded"
        yield Topic(f"bundle/{level}/{pillar}", "bundle", pillar, level, pillar, title, near=True, cells=tuple(members))


def _agreements(graph: RoleGraph, near: Near | None) -> Iterator[Topic]:
    for id in near.agreements if near else ():
        agreement = graph.landscape.agreements[id]
        areas = [agreement.area] if agreement.area in graph.landscape.areas else []
        level = graph.landscape.areas[areas[0]].level if areas else widest(graph, agreement.parties)
        yield Topic(f"agreement/{id}", "agreement", id, level, "", agreement.title, near=True)
