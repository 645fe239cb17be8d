"""A drawing as an SVG document for print and for pages without scripts: the light colours, everything where it was laid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rolemap.pictures.labels import width as wide
from rolemap.pictures.legend import entries
from rolemap.pictures.palette import LineLook, Look
from rolemap.pictures.scene import scene
from rolemap.pictures.shapes import BAR, LINE
from rolemap.pictures.svg import Markup, element, escaped, picture, rectangle, words
from rolemap.pictures.values import Drawing

LIGHT = 0
"""Which of a pair of colours is the one on light."""

INK = "#1A1A1A"
BAND_SIZE = 20.0
HEADING_SIZE = 14.0
BAR_HEIGHT = 6.0
BOW = 46.0
"""How far a line bows out that joins two shapes one above the other."""

LEGEND_SIZE = 13.0
LEGEND_ROW = 22.0
SAMPLE = 44.0
"""How long the sample of a line in the legend is."""

BASE_LINE = 0.35
"""How far under the middle of a line of letters its base line lies, as a share of their size."""


def svg(drawing: Drawing) -> str:
    """Return the drawing as an SVG document."""
    found = scene(drawing)
    places = {node["id"]: node for node in found["nodes"]}
    parts = [part for band in found["bands"] for part in _band(band)]
    parts += [_frame(frame) for frame in found["frames"]]
    parts += [_edge(edge, places) for edge in sorted(found["edges"], key=lambda one: bool(one["strong"]))]
    parts += [
        words(one["text"], one["x"], one["y"] + HEADING_SIZE * BASE_LINE, HEADING_SIZE, **_bold(one["text_ink"][LIGHT]))
        for one in found["headings"]
    ]
    parts += [element("g", _title(node["title"]), *_node(node), data_id=node["id"]) for node in found["nodes"]]
    width, height = max(drawing.width, 200.0), drawing.height
    key, room = _legend(drawing, width, height + LEGEND_ROW)
    return picture(width, height + room + LEGEND_ROW, [*parts, *key])


def _legend(drawing: Drawing, width: float, top: float) -> tuple[list[Markup], float]:
    """Return the legend of what is drawn, in rows under the picture, and how tall it is."""
    kinds, states, lines = entries(drawing)
    parts: list[Markup] = []
    x, y = 8.0, top
    looks: list[Look | LineLook] = [*lines, *kinds, *states]
    for look in looks:
        said = look.word if isinstance(look, LineLook) else f"{look.symbol} {look.word}"
        room = wide(said, LEGEND_SIZE) + SAMPLE + 24
        if x + room > width:
            x, y = 8.0, y + LEGEND_ROW
        parts += _key(look, said, x, y)
        x += room
    return parts, y - top + LEGEND_ROW / 2


def strokes(dashes: Iterable[int]) -> str:
    """Return lengths of strokes and spaces as SVG writes them; empty for a whole line."""
    return " ".join(map(str, dashes))


def _key(look: Look | LineLook, said: str, x: float, y: float) -> Iterator[Markup]:
    if isinstance(look, LineLook):
        drawn: dict[str, str | float] = {
            "stroke": look.light,
            "stroke_width": max(look.width, 1.5),
            "stroke_dasharray": strokes(look.dashes),
        }
        yield element("line", x1=x, y1=y, x2=x + SAMPLE - 6, y2=y, **drawn)
    else:
        yield rectangle(x, y - 7, SAMPLE - 6, 14, fill=look.light.fill, stroke=look.light.line, rx=3)
    yield words(said, x + SAMPLE, y + LEGEND_SIZE * BASE_LINE, LEGEND_SIZE, fill=INK)


def _title(text: str) -> Markup:
    """Return what is shown when somebody points at a shape or a line."""
    return element("title", escaped(text)) if text else Markup("")


def _bold(colour: str) -> dict[str, str]:
    return {"fill": colour, "font_weight": "bold"}


def _band(band: Mapping[str, Any]) -> Iterator[Markup]:
    place = (band["x"], band["y"], band["width"], band["height"])
    yield rectangle(*place, fill=band["fill"][LIGHT], stroke=band["line"][LIGHT], stroke_opacity=0.35, rx=6)
    yield words(band["name"], band["x"] + 14, band["y"] + 26, BAND_SIZE, **_bold(band["text"][LIGHT]))


def _frame(frame: Mapping[str, Any]) -> Markup:
    place = (frame["x"], frame["y"], frame["width"], frame["height"])
    return rectangle(*place, fill="none", stroke=frame["line"][LIGHT], stroke_opacity=0.6, rx=8)


def _edge(edge: Mapping[str, Any], places: Mapping[str, Mapping[str, Any]]) -> Markup:
    """Return a line from the nearer sides of two shapes, curved as on the page."""
    start, end = places[edge["from"]], places[edge["to"]]
    way = 1 if start["x"] <= end["x"] else -1
    x1, x2 = start["x"] + way * start["width"] / 2, end["x"] - way * end["width"] / 2
    first, second = x1 + (x2 - x1) / 2, x2 - (x2 - x1) / 2
    if (x2 - x1) * way < 0:  # one above the other: out and in at the same side, around what lies between
        x1, x2 = start["x"] + start["width"] / 2, end["x"] + end["width"] / 2
        first = second = max(x1, x2) + BOW
    path = (
        f"M{x1:.0f} {start['y']:.0f}C{first:.0f} {start['y']:.0f} {second:.0f} {end['y']:.0f} {x2:.0f} {end['y']:.0f}"
    )
    return element(
        "path",
        _title(edge["title"]),
        data_from=edge["from"],
        data_to=edge["to"],
        d=path,
        fill="none",
        stroke=edge["ink"][LIGHT],
        stroke_width=edge["width"],
        stroke_opacity=0.85 if edge["strong"] else 0.7,
        stroke_dasharray=strokes(edge["dashes"]),
    )


def _node(node: Mapping[str, Any]) -> Iterator[Markup]:
    left, top = node["x"] - node["width"] / 2, node["y"] - node["height"] / 2
    look: dict[str, str | float] = {"fill": node["fill"][LIGHT], "stroke": node["line"][LIGHT], "stroke_width": 1.4}
    if node["several"]:
        yield rectangle(left + 4, top + 4, node["width"], node["height"], rx=node["radius"], **look)
    dashes = "5 3" if node["dashed"] else ""
    yield rectangle(left, top, node["width"], node["height"], rx=node["radius"], stroke_dasharray=dashes, **look)
    lines = node["label"].split("\n")
    middle = node["y"] - (BAR / 2 if node["bar"] else 0)
    first = middle - (len(lines) - 1) * LINE / 2 + node["size"] * BASE_LINE
    for at, line in enumerate(lines):
        yield words(line, node["x"], first + at * LINE, node["size"], text_anchor="middle", fill=node["text"][LIGHT])
    yield from _bar(node, left)
    if node["badge"]:
        ink = node["badge_ink"][LIGHT]
        x = left + node["width"] - 7
        yield words(node["badge"], x, top + 15, 12, text_anchor="end", font_weight="bold", fill=_on(node, ink))


def _on(node: Mapping[str, Any], ink: str) -> str:
    """Return the colour of a badge: of the words where the shape is dark."""
    return str(node["text"][LIGHT]) if node["kind"] == "organisation" else ink


def _bar(node: Mapping[str, Any], left: float) -> Iterator[Markup]:
    """Yield the bar of states at the foot of a shape."""
    x, room = left + 8, node["width"] - 16
    y = node["y"] + node["height"] / 2 - BAR_HEIGHT - 4
    for part in node["bar"]:
        yield rectangle(x, y, room * part["share"], BAR_HEIGHT, fill=part["ink"][LIGHT])
        x += room * part["share"]
