"""From a graph and a focus to a drawing that any library can draw: chosen, gathered, tied, worded and laid out here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rolemap.collector import collector_paused
from rolemap.graph import RoleGraph
from rolemap.pictures.actors import Actor
from rolemap.pictures.cast import Cast, Topic, cast
from rolemap.pictures.focus import Focus, chosen, near
from rolemap.pictures.labels import plain
from rolemap.pictures.layout import Block, Box, Level, Places, lay_out
from rolemap.pictures.shapes import actor_shape, topic_shape
from rolemap.pictures.ties import LEADING, Tie, ties
from rolemap.pictures.values import Band, Drawing, Frame, Heading, Line, Shape
from rolemap.pictures.wording import sentence, title


@collector_paused()
def draw(graph: RoleGraph, focus: Focus | None = None) -> Drawing:
    """Return the drawing of `graph` with that focus (everything, if not given); the same values in every run."""
    focus = focus or Focus()
    cells = chosen(graph, focus)
    around = near(graph, focus, cells)
    drawn = cast(graph, focus, cells, around)
    lines = ties(graph, drawn, around)
    shapes = _shapes(graph, drawn, lines, frozenset(around.agreements if around else ()))
    places = lay_out(_levels(graph, drawn, shapes, lines), _led(lines))
    ids = {key: f"n{number}" for number, key in enumerate(shapes, 1)}
    return Drawing(
        title=title(graph, focus),
        sentence=sentence(graph, focus, drawn, around),
        shapes=tuple(_placed(shape, key, ids[key], places.boxes[key]) for key, shape in shapes.items()),
        lines=tuple(_line(ids, tie) for tie in lines if tie.source in ids and tie.target in ids),
        bands=_bands(graph, places),
        frames=tuple(Frame(place, dimmed) for place, dimmed in places.frames),
        headings=tuple(Heading(*heading) for heading in places.headings),
        width=places.width,
        height=places.height,
        left_out=drawn.left_out,
    )


def _shapes(graph: RoleGraph, drawn: Cast, lines: Sequence[Tie], covered: frozenset[str]) -> dict[str, Shape]:
    """Return every shape by its key, not yet placed: actors first, then topics."""
    at: dict[str, list[Tie]] = defaultdict(list)
    for line in lines:
        at[line.source].append(line)
    found = {actor.key: actor_shape(graph, actor, at[actor.key]) for actor in drawn.actors}
    return found | {topic.key: topic_shape(graph, topic, covered) for topic in drawn.topics}


def _led(lines: Sequence[Tie]) -> dict[str, list[str]]:
    """Return the keys of the topics each actor leads."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.kind in LEADING:
            found[line.source].append(line.target)
    return found


def _levels(graph: RoleGraph, drawn: Cast, shapes: Mapping[str, Shape], lines: Sequence[Tie]) -> list[Level]:
    """Return what each band holds, the widest level first; what has no level comes last."""
    rank = {actor.key: at for at, actor in enumerate(sorted(drawn.actors, key=lambda one: -one.weight))}
    led_by: dict[str, int] = {}
    for line in lines:
        if line.kind in LEADING:
            led_by[line.target] = min(led_by.get(line.target, len(rank)), rank[line.source])
    found = []
    for level in (*_by_order(graph), ""):
        actors = [actor for actor in drawn.actors if actor.level == level]
        topics = [topic for topic in drawn.topics if topic.level == level]
        if actors or topics:
            found.append(Level(level, tuple(_groups(actors, shapes)), tuple(_sections(graph, topics, shapes, led_by))))
    return found


def _by_order(graph: RoleGraph) -> list[str]:
    levels = graph.landscape.levels
    return sorted(levels, key=lambda id: levels[id].order)


def _groups(actors: Sequence[Actor], shapes: Mapping[str, Shape]) -> list[Block]:
    """Return organisations with their roles under them, in the order of the map."""
    under: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        under[actor.home or actor.key].append(actor)
    blocks = []
    for home, members in under.items():
        ordered = sorted(members, key=lambda one: (one.key != home, not one.near, -one.weight))
        boxes = tuple(_box(one.key, shapes[one.key]) for one in ordered)
        dimmed = not any(one.near for one in members)
        weight = sum(one.weight for one in members if not one.key.startswith("rest/"))
        blocks.append(Block(boxes, framed=len(boxes) > 1, weight=weight, dimmed=dimmed))
    return blocks


def _sections(
    graph: RoleGraph, topics: Sequence[Topic], shapes: Mapping[str, Shape], led_by: Mapping[str, int]
) -> list[Block]:
    """Return the topics by pillar, near the focus first; within a pillar those with the same lead side by side."""
    pillars = graph.landscape.pillars
    order = {id: (pillar.order, at) for at, (id, pillar) in enumerate(pillars.items())}
    grouped: dict[tuple[bool, str, str], list[Topic]] = defaultdict(list)
    for topic in topics:
        kind = "" if topic.kind == "bundle" else topic.kind
        grouped[not topic.near, kind, "" if topic.kind == "bundle" else topic.pillar].append(topic)
    blocks = []
    for dimmed, kind, pillar in sorted(
        grouped, key=lambda key: (key[0], key[1] == "agreement", order.get(key[2], (99, 99)))
    ):
        members = grouped[dimmed, kind, pillar]
        if kind:
            members = sorted(members, key=lambda one: (led_by.get(one.key, len(shapes)), one.label))
        else:
            members = sorted(members, key=lambda one: order.get(one.pillar, (99, 99)))
        boxes = tuple(_box(one.key, shapes[one.key]) for one in members)
        heading = {"": "", "agreement": "Agreements"}.get(
            kind, plain(graph.landscape.title(pillar)) or "No pillar recorded"
        )
        blocks.append(Block(boxes, heading=heading, dimmed=dimmed))
    return blocks


def _box(key: str, shape: Shape) -> Box:
    return Box(key, shape.width, shape.height)


def _placed(shape: Shape, key: str, id: str, place: tuple[float, float]) -> Shape:
    return replace(shape, id=id, key=key, x=round(place[0], 1), y=round(place[1], 1))


def _line(ids: Mapping[str, str], tie: Tie) -> Line:
    return Line(ids[tie.source], ids[tie.target], tie.kind, tie.strength, not tie.near, tie.title)


def _bands(graph: RoleGraph, places: Places) -> tuple[Band, ...]:
    position = {id: at for at, id in enumerate(_by_order(graph))}
    return tuple(
        Band(id, plain(graph.landscape.title(id)) or "No level recorded", position.get(id, len(position)), place)
        for id, place in places.bands.items()
    )
