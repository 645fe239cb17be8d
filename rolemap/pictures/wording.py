"""What a picture is called and what it shows, in plain sentences with counts."""

from __future__ import annotations

from rolemap.graph import NodeKind, RoleGraph
from rolemap.model.landscape import UNTITLED
from rolemap.pictures.actors import full_name, parties_of
from rolemap.pictures.cast import Cast
from rolemap.pictures.focus import Focus, Near
from rolemap.pictures.labels import count, listed, plain
from rolemap.pictures.palette import STATES


def title(graph: RoleGraph, focus: Focus) -> str:
    """Return what the picture is about: the thing in focus, or the map."""
    landscape = graph.landscape
    whole = plain(landscape.info.title) or UNTITLED
    return f"{plain(full_name(graph, focus.id))} · {whole}" if focus.about in graph.network else whole


def sentence(graph: RoleGraph, focus: Focus, cast: Cast, near: Near | None) -> str:
    """Return what is shown, gathered, dimmed and left out, with counts."""
    parties = {party for actor in cast.actors if actor.near for party in actor.members}
    shown = {cell.responsibility for topic in cast.topics if topic.near for cell in topic.cells}
    every = sum(1 for _, data in graph.network.nodes(data=True) if data["node"].kind is NodeKind.RESPONSIBILITY)
    counts = (
        f"{len(parties):,} of {count(len(parties_of(graph)), 'role and organisation', 'roles and organisations')} and "
        f"{len(shown):,} of {count(every, 'responsibility', 'responsibilities')}"
    )
    said = [f"{counts} shown" if near is None else f"Around {plain(full_name(graph, focus.id))}: {counts}"]
    said.extend(["the rest is dimmed"] if near is not None else [])
    said.extend(_gathered(cast))
    if cast.left_out:
        said.append(
            f"{count(cast.left_out, 'shape')} left out for want of room: choose a focus or a filter to see them"
        )
    chosen = _filters(graph, focus)
    return "; ".join(said) + "." + (f" Filters: {chosen}." if chosen else "")


def _gathered(cast: Cast) -> list[str]:
    alike = sum(1 for actor in cast.actors if len(actor.members) > 1)
    bundles = sum(1 for topic in cast.topics if topic.kind == "bundle" and topic.near)
    said = []
    if alike:
        said.append(f"{count(alike, 'shape stands', 'shapes stand')} for several roles or organisations")
    if bundles:
        said.append(f"responsibilities are gathered by pillar in {count(bundles, 'shape')}")
    return said


def _filters(graph: RoleGraph, focus: Focus) -> str:
    names = [graph.landscape.title(id) for ids in (focus.levels, focus.areas, focus.pillars) for id in ids]
    return listed([*names, *(STATES[key].word for key in focus.states if key in STATES)])
