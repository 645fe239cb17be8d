"""Actors and topics as shapes: their words, their size, and what they stand for. Places come later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rolemap.graph import Cell, NodeKind, RoleGraph, node_key
from rolemap.pictures.actors import Actor, full_name
from rolemap.pictures.cast import Topic
from rolemap.pictures.labels import count, listed, plain, width, wrap
from rolemap.pictures.palette import LINES, STATES, state_key
from rolemap.pictures.ties import LEADING, Tie
from rolemap.pictures.values import Shape

FONT = 14.0
"""The size of letters in shapes, in pixels of the drawing."""

LINE = 16.0
"""The height of a line of letters."""

MARGIN = 8.0
MOST_LINES = 4
"""How many lines the name of a post or body takes at most."""

FEW = 3
"""How many responsibilities and areas what is shown on pointing names; the details name them all."""

ORGANISATION_WIDTH = 228.0
ROLE_WIDTH = 216.0
BADGE = 8.0
"""The room beside the words for the number of places led, with that of its digits."""

TOPIC_WIDTH = 272.0
BUNDLE_WIDTH = 262.0
BAR = 10.0
"""The room under the words for the bar that shows how many places have which state."""


def actor_shape(graph: RoleGraph, actor: Actor, lines: Iterable[Tie]) -> Shape:
    """Return the shape of a role, an organisation or several alike, not yet placed."""
    wide = ROLE_WIDTH if actor.kind == NodeKind.ROLE else ORGANISATION_WIDTH
    leads = sum(line.strength for line in lines if line.kind in LEADING)
    name = _name(graph, actor)
    vacant = _vacant(graph, actor)
    room = wide - 2 * MARGIN - 2 * (width(str(leads), FONT) + BADGE if leads else 0.0)
    words = wrap(f"{STATES['vacant'].symbol} {name}" if vacant else name, room, FONT, MOST_LINES)
    return Shape(
        id="",
        kind=actor.kind,
        label="\n".join(words),
        title=_actor_title(graph, actor, name, leads, vacant=vacant),
        level=actor.level,
        x=0.0,
        y=0.0,
        width=wide,
        height=len(words) * LINE + 2 * MARGIN,
        weight=leads,
        dimmed=not actor.near,
        state="vacant" if vacant else "",
        stands_for=tuple(_party_key(graph, party) for party in actor.members),
    )


def topic_shape(graph: RoleGraph, topic: Topic, covered: frozenset[str]) -> Shape:
    """Return the shape of a responsibility, a bundle or an agreement, not yet placed.

    One that an agreement of `covered` stands behind carries the sign of agreements.
    """
    wide = BUNDLE_WIDTH if topic.kind == "bundle" else TOPIC_WIDTH
    states = tallied(topic.cells)
    one = states[0][0] if len(states) == 1 and topic.kind != "bundle" else ""
    words = _topic_words(
        topic, wide, states, marked=any(not covered.isdisjoint(cell.agreements) for cell in topic.cells)
    )
    bar = BAR if len(states) > 1 or topic.kind == "bundle" else 0.0
    return Shape(
        id="",
        kind=topic.kind,
        label="\n".join(words),
        title=_topic_title(graph, topic, states),
        level=topic.level,
        x=0.0,
        y=0.0,
        width=wide,
        height=len(words) * LINE + 2 * MARGIN + bar,
        weight=topic.weight,
        dimmed=not topic.near,
        state=one,
        states=states,
        stands_for=_stands_for(topic),
        places=tuple((cell.responsibility, cell.area) for cell in topic.cells),
        pillar=topic.pillar,
    )


def tallied(cells: Iterable[Cell]) -> tuple[tuple[str, int], ...]:
    """Return how many of the cells have each state, in the order of the palette, those with none left out."""
    found = Counter(state_key(cell) for cell in cells)
    return tuple((key, found[key]) for key in STATES if found[key])


def marks(states: Iterable[tuple[str, int]]) -> str:
    """Return "✓ 8  ? 2" for counts of states."""
    return "  ".join(f"{STATES[key].symbol} {number}" for key, number in states)


def in_words(states: Iterable[tuple[str, int]]) -> str:
    """Return "8 clear, 2 gap" for counts of states."""
    return ", ".join(f"{number} {STATES[key].word}" for key, number in states)


def _topic_words(topic: Topic, wide: float, states: tuple[tuple[str, int], ...], *, marked: bool) -> tuple[str, ...]:
    room = wide - 2 * MARGIN
    suffix = " ◆" if marked else ""
    if topic.kind == "agreement":
        return wrap(f"◆ {topic.label}", room, FONT, 2)
    if topic.kind == "bundle":
        number = len({cell.responsibility for cell in topic.cells})
        return (
            *wrap(topic.label + suffix, room, FONT, 2),
            count(number, "responsibility", "responsibilities"),
            marks(states),
        )
    if len(states) == 1:
        many = f" × {len(topic.cells)}" if len(topic.cells) > 1 else ""
        symbol = STATES[states[0][0]].symbol
        return wrap(f"{symbol} {topic.label}", room, FONT, 3, many + suffix)
    return (*wrap(topic.label, room, FONT, 3, suffix), marks(states))


def _topic_title(graph: RoleGraph, topic: Topic, states: tuple[tuple[str, int], ...]) -> str:
    """Return everything about a topic in plain lines."""
    landscape = graph.landscape
    head = plain(topic.label)
    if topic.kind == "agreement":
        parties = (landscape.title(party) for party in landscape.agreements[topic.id].parties)
        return f"{head}\nAgreement between: {listed(parties)}"
    if topic.kind == "bundle":
        ids = dict.fromkeys(cell.responsibility for cell in topic.cells)
        names = dict.fromkeys(map(landscape.title, ids))
        head += f"\n{listed(names, FEW)}"
    areas = dict.fromkeys(landscape.areas[cell.area].name for cell in topic.cells)
    where = f"{plain(landscape.title(topic.level))}: {listed(areas, FEW)}"
    return f"{head}\n{where}\n{in_words(states)}"


def _stands_for(topic: Topic) -> tuple[str, ...]:
    if topic.kind == "agreement":
        return (node_key(NodeKind.AGREEMENT, topic.id),)
    found = dict.fromkeys(cell.responsibility for cell in topic.cells)
    return tuple(node_key(NodeKind.RESPONSIBILITY, id) for id in found)


def _party_key(graph: RoleGraph, party: str) -> str:
    return node_key(NodeKind.ROLE if party in graph.landscape.roles else NodeKind.ORGANISATION, party)


def _name(graph: RoleGraph, actor: Actor) -> str:
    """Return the name of an actor; of a role drawn apart from its organisation, with the organisation's name."""
    alone = len(actor.members) == 1 and not actor.home
    return full_name(graph, actor.members[0]) if alone else actor.label


def _vacant(graph: RoleGraph, actor: Actor) -> bool:
    roles = [graph.landscape.roles.get(party) for party in actor.members]
    return bool(roles) and all(role is not None and role.vacant for role in roles)


def _actor_title(graph: RoleGraph, actor: Actor, name: str, leads: int, *, vacant: bool) -> str:
    """Return everything about an actor in plain lines."""
    said = [plain(name)]
    if len(actor.members) > 1:
        said.append(listed(graph.landscape.title(party) for party in actor.members))
    elif actor.kind == NodeKind.ROLE:
        said.extend(plain(graph.landscape.title(id)) for id in graph.organisations_of(actor.members[0]))
    if actor.level:
        said.append(plain(graph.landscape.title(actor.level)))
    if vacant:
        said.append("The post is vacant.")
    said.append(f"{LINES['leads'].word} {leads}" if leads else "leads nothing here")
    return "\n".join(said)
