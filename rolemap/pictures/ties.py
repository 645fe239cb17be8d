"""What ties those drawn together: one line for a pair, in the look of the strongest thing it says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rolemap.graph import Cell, EdgeKind, NodeKind, RoleGraph, node_key
from rolemap.pictures.actors import Actor
from rolemap.pictures.cast import Cast, Topic
from rolemap.pictures.focus import Near
from rolemap.pictures.palette import LINES, state_key

LEAD_LINES = {"clear": "leads", "vacant": "leads", "assumed": "leads-assumed", "contested": "leads-contested"}
"""The line of a lead, by the state of the place."""

LEADING = frozenset({*LEAD_LINES.values()})
"""The kinds of line that say who leads."""

RANK = {kind: at for at, kind in enumerate(LINES)}
"""How strong each kind of line is, the strongest first."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two of those drawn, by their keys; `strength` counts the places it stands for."""

    source: str
    target: str
    kind: str
    strength: int
    near: bool
    title: str


def ties(graph: RoleGraph, cast: Cast, near: Near | None) -> tuple[Tie, ...]:
    """Return every line, in the order of the topics; far from the focus only those that say who leads."""
    by_party = {party: actor for actor in cast.actors for party in actor.members}
    found = [*_parts(cast.topics, by_party, near), *_agreed(graph, cast.topics, by_party)]
    if near is not None and near.lines:
        found.extend(_answers(graph, near, by_party))
    return tuple(found)


def _parts(topics: tuple[Topic, ...], by_party: Mapping[str, Actor], near: Near | None) -> Iterator[Tie]:
    """Yield who has which part in what: in full for those in focus, of all others only who leads."""
    core = near.core if near else frozenset[str]()
    actors = {actor.key: actor for actor in by_party.values()}
    for topic in topics:
        said: dict[str, dict[str, int]] = defaultdict(dict)
        for cell in topic.cells:
            for key, line in _said(cell, by_party):
                lines = said[key]
                lines[line] = lines.get(line, 0) + 1
        for key, lines in said.items():
            tie = _tie(key, topic, lines, near=actors[key].near and topic.near)
            full = tie.near and (not core or not core.isdisjoint(actors[key].members))
            if full or tie.kind in LEADING or (tie.near and tie.kind == "proposed"):
                yield tie


def _said(cell: Cell, by_party: Mapping[str, Actor]) -> Iterable[tuple[str, str]]:
    """Return what a cell says as (actor key, kind of line), each once."""
    found: dict[tuple[str, str], None] = {}
    for line, parties in (
        (LEAD_LINES.get(state_key(cell), "leads"), cell.leads),
        ("accountable", cell.accountable),
        ("delivers", cell.delivers),
        ("contributes", cell.contributes),
        ("consulted", cell.consulted),
        ("informed", cell.informed),
        ("proposed", cell.proposed_leads),
    ):
        for party in parties:
            if party in by_party:
                found[by_party[party].key, line] = None
    return found


def _tie(key: str, topic: Topic, lines: Mapping[str, int], *, near: bool) -> Tie:
    """Return the line for what is said of a pair: the lead said most often if there is one, else the strongest part."""
    leading = [kind for kind in lines if kind in LEADING]
    kind = min(leading, key=lambda one: (-lines[one], RANK[one])) if leading else min(lines, key=RANK.__getitem__)
    strength = sum(lines[one] for one in leading) if leading else lines[kind]
    words = (f"{LINES[one].word} ({lines[one]})" for one in sorted(lines, key=RANK.__getitem__))
    return Tie(key, topic.key, kind, strength, near, "; ".join(words))


def _agreed(graph: RoleGraph, topics: tuple[Topic, ...], by_party: Mapping[str, Actor]) -> Iterator[Tie]:
    for topic in topics:
        if topic.kind == "agreement":
            parties = graph.landscape.agreements[topic.id].parties
            keys = Counter(by_party[party].key for party in parties if party in by_party)
            for key, number in keys.items():
                yield Tie(key, topic.key, "agreement", number, near=True, title="party to the agreement")


def _answers(graph: RoleGraph, near: Near, by_party: Mapping[str, Actor]) -> Iterator[Tie]:
    """Yield the lines of accountability at those in focus."""
    found: dict[tuple[str, str], Tie] = {}
    network = graph.network
    core = {node_key(kind, id) for kind in (NodeKind.ROLE, NodeKind.ORGANISATION) for id in near.core}
    sources = core | {source for source, _ in network.in_edges(core)}
    for source, target, data in network.out_edges([key for key in network if key in sources], data=True):
        edge = data["edge"]
        if edge.kind is EdgeKind.ANSWERS_TO and not core.isdisjoint((source, target)):
            actors = [by_party.get(network.nodes[key]["node"].id) for key in (source, target)]
            if actors[0] and actors[1] and actors[0] is not actors[1]:
                pair = (actors[0].key, actors[1].key)
                found.setdefault(pair, Tie(*pair, "answers-to", 1, near=True, title=f"answers to ({edge.how})"))
    yield from found.values()
