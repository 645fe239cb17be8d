"""Which roles and organisations a picture draws: one by one where there are few, those alike as one where there are many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from rolemap.graph import Cell, NodeKind, RoleGraph, node_key
from rolemap.pictures.focus import Focus, Near, everyone
from rolemap.pictures.labels import count

ALIKE = 3
"""From how many on those of one kind at one level are drawn as one shape, where there is no room for each."""

ROOM = 10
"""How many roles and organisations one level has room for before those alike are gathered."""

NEAR_ROOM = 24
"""How many of those near the focus are drawn one by one at one level."""

FAR_ROOM = 4
"""How many shapes those far from the focus are drawn as at one level."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A role or organisation, or several alike (`members`); `home` is the key of the organisation it is drawn under."""

    key: str
    kind: str
    members: tuple[str, ...]
    label: str
    level: str
    near: bool
    home: str = ""
    weight: int = 0


def widest(graph: RoleGraph, parties: Iterable[str]) -> str:
    """Return the widest level of these parties, or an empty text."""
    order = {id: level.order for id, level in graph.landscape.levels.items()}
    return min((level_of(graph, party) for party in parties), key=lambda level: order.get(level, 99), default="")


def level_of(graph: RoleGraph, party: str) -> str:
    """Return the level a party is drawn at: of its area (the widest, if several), else what its kind or type says."""
    landscape = graph.landscape
    entry = landscape.party(party)
    if entry is None:
        return ""
    order = {id: level.order for id, level in landscape.levels.items()}
    found = [landscape.areas[area].level for area in entry.areas if area in landscape.areas]
    role = landscape.roles.get(party)
    if role is not None and not found:
        kind = landscape.role_kinds.get(role.kind)
        found = [kind.level] if kind and kind.level in order else []
        found = found or [level_of(graph, id) for id in role.organisations]
    elif not found:
        type_ = landscape.organisation_types.get(landscape.organisations[party].type)
        found = [level for level in type_.levels if level in order][:1] if type_ else []
    return min(found, key=lambda level: order.get(level, 99), default="")


def actors_of(graph: RoleGraph, focus: Focus, cells: tuple[Cell, ...], near: Near | None) -> tuple[Actor, ...]:
    """Return the actors of `cells`: those with a part in one, those near the focus, and the bodies they belong to.

    A picture of everything ends, at each level, with one shape for those with no part at all.
    """
    weights = _weights(cells)
    shown = _shown(graph, weights, near)
    by_level = _by_level(graph, shown)
    found: list[Actor] = []
    core = near.core if near else frozenset[str]()
    for level, parties in by_level.items():
        close = [party for party in parties if near is None or party in near.parties]
        far = [party for party in parties if near is not None and party not in near.parties]
        most = len(parties) if not focus.gather else ROOM if near is None else NEAR_ROOM
        found.extend(_gathered(graph, level, close, _Room(most, weights, core, near=True)))
        most = FAR_ROOM if focus.gather else len(far)
        found.extend(_gathered(graph, level, far, _Room(most, weights, core, near=False)))
    if near is None and not focus.filtered:
        found.extend(_idle(graph, [party for party in parties_of(graph) if party not in shown]))
    return _with_homes(graph, found)


def _weights(cells: tuple[Cell, ...]) -> Counter[str]:
    """Return how much each party does: 100 for each place it leads and 1 for each it has any part in."""
    weights = Counter(chain.from_iterable(set(everyone(cell)) for cell in cells))
    for party, number in Counter(chain.from_iterable(cell.leads for cell in cells)).items():
        weights[party] += 100 * number
    return weights


def _shown(graph: RoleGraph, weights: Counter[str], near: Near | None) -> dict[str, None]:
    shown = {party: None for party in parties_of(graph) if weights[party] or (near and party in near.parties)}
    for party in tuple(shown):
        shown.update(dict.fromkeys(graph.organisations_of(party)[:1]))
    return shown


def _by_level(graph: RoleGraph, parties: Iterable[str]) -> dict[str, list[str]]:
    by_level: dict[str, list[str]] = defaultdict(list)
    for party in parties:
        by_level[level_of(graph, party)].append(party)
    return by_level


@dataclass(frozen=True, slots=True)
class _Room:
    """How many actors may be drawn of some parties, how much each does, which are never gathered, and whether near."""

    most: int
    weights: Counter[str]
    core: frozenset[str]
    near: bool


def _gathered(graph: RoleGraph, level: str, parties: list[str], room: _Room) -> Iterator[Actor]:
    """Yield the actors of one level: one by one if there is room, else those alike as one, else the least busy as one."""
    if len(parties) <= room.most:
        yield from (_one(graph, level, party, room) for party in parties)
        return
    classes: dict[str, list[str]] = defaultdict(list)
    for party in parties:
        classes[party if party in room.core else _class(graph, party) or party].append(party)
    actors: list[Actor] = []
    for class_, members in classes.items():
        if len(members) >= ALIKE and ":" in class_:
            actors.append(_several(graph, level, class_, members, room))
        else:
            actors.extend(_one(graph, level, party, room) for party in members)
    ranked = sorted(actors, key=lambda actor: (actor.members[0] not in room.core, -actor.weight))
    kept = set(ranked[: room.most - 1]) if len(ranked) > room.most else set(ranked)
    yield from (actor for actor in actors if actor in kept)
    rest = tuple(party for actor in actors if actor not in kept for party in actor.members)
    if len(rest) == 1:
        yield _one(graph, level, rest[0], room)
    elif rest:
        yield _rest(level, rest, room, "other role or organisation", "other roles and organisations")


def _one(graph: RoleGraph, level: str, party: str, room: _Room) -> Actor:
    kind = NodeKind.ROLE if party in graph.landscape.roles else NodeKind.ORGANISATION
    title = graph.landscape.title(party)
    return Actor(node_key(kind, party), kind, (party,), title, level, room.near, weight=room.weights[party])


def _several(graph: RoleGraph, level: str, class_: str, members: list[str], room: _Room) -> Actor:
    sort, _, id = class_.partition(":")
    landscape = graph.landscape
    kind = NodeKind.ROLE if sort == "kind" else NodeKind.ORGANISATION
    name = landscape.role_kinds[id].title if sort == "kind" else landscape.organisation_types[id].name
    weight = sum(room.weights[party] for party in members)
    key = f"{class_}/{level}/{room.near:d}"
    return Actor(key, kind, tuple(members), f"{name} × {len(members)}", level, room.near, weight=weight)


def _rest(level: str, members: tuple[str, ...], room: _Room, one: str, many: str) -> Actor:
    weight = sum(room.weights[party] for party in members)
    label = count(len(members), one, many)
    return Actor(f"rest/{one}/{level}/{room.near:d}", "organisation", members, label, level, room.near, weight=weight)


def _idle(graph: RoleGraph, parties: list[str]) -> Iterator[Actor]:
    by_level = _by_level(graph, parties)
    room = _Room(0, Counter(), frozenset(), near=True)
    for level, members in by_level.items():
        if len(members) == 1:
            yield _one(graph, level, members[0], room)
        else:
            yield _rest(level, tuple(members), room, "more, no part recorded", "more, no part recorded")


def _class(graph: RoleGraph, party: str) -> str:
    """Return "kind:K" or "type:T" of a party where the map names that kind or type, else an empty text."""
    landscape = graph.landscape
    if party in landscape.roles:
        kind = landscape.roles[party].kind
        return f"kind:{kind}" if kind in landscape.role_kinds else ""
    type_ = landscape.organisations[party].type
    return f"type:{type_}" if type_ in landscape.organisation_types else ""


def full_name(graph: RoleGraph, id: str) -> str:
    """Return the title of anything in the map; of a role with its organisation, where the title does not name it."""
    title = graph.landscape.title(id)
    bodies = [graph.landscape.title(one) for one in graph.organisations_of(id)[:1] if id in graph.landscape.roles]
    return ", ".join([title, *(name for name in bodies if name not in title)])


def parties_of(graph: RoleGraph) -> list[str]:
    """Return the ids of the roles and organisations of the graph, in its order."""
    nodes = (data["node"] for _, data in graph.network.nodes(data=True))
    return [found.id for found in nodes if found.kind in {NodeKind.ROLE, NodeKind.ORGANISATION}]


def _with_homes(graph: RoleGraph, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return the actors, roles with the key of the organisation they are drawn under, where there is one and the same."""
    found = tuple(actors)
    by_party = {party: actor for actor in found for party in actor.members}
    homes = (_home(graph, by_party, actor) for actor in found)
    return tuple(replace(actor, home=home) if home else actor for actor, home in zip(found, homes, strict=True))


def _home(graph: RoleGraph, by_party: Mapping[str, Actor], actor: Actor) -> str:
    """Return the key of the one actor at the same level that all the roles of `actor` belong to, or an empty text."""
    if actor.kind != NodeKind.ROLE:
        return ""
    homes: dict[str, Actor] = {}
    for party in actor.members:
        for organisation in graph.organisations_of(party)[:1]:
            home = by_party.get(organisation)
            if home is None or home.level != actor.level or home.key.startswith("rest/"):
                return ""
            homes[home.key] = home
    return next(iter(homes)) if len(homes) == 1 else ""
