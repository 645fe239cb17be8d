"""A drawing with its colours and widths, as plain values for the two things that draw it: PyVis and the page itself.

Every colour is a pair: on light, on dark. What is dimmed keeps its words and is mixed with the background.
"""

from __future__ import annotations

from math import log2
from typing import Any

from rolemap.pictures.labels import plain
from rolemap.pictures.palette import KINDS, LINES, NIGHT, PAPER, STATES, Ink, level_ink
from rolemap.pictures.shapes import FONT
from rolemap.pictures.ties import LEADING
from rolemap.pictures.values import Band, Drawing, Line, Shape

Pair = tuple[str, str]
Scene = dict[str, Any]

DIM = 0.62
"""How much of the background is mixed into what is dimmed."""

WIDEST = 9.0
HEADING: Pair = ("#333333", "#D6DAE1")


def scene(drawing: Drawing) -> Scene:
    """Return the drawing as JSON values: nodes, edges, bands, frames, headings, bars and the size of the whole."""
    return {
        "revision": drawing.revision,
        "title": drawing.title,
        "sentence": drawing.sentence,
        "width": drawing.width,
        "height": drawing.height,
        "nodes": [_node(shape) for shape in drawing.shapes],
        "edges": [_edge(number, line) for number, line in enumerate(drawing.lines, 1)],
        "bands": [_band(band) for band in drawing.bands],
        "frames": [
            _frame(frame.place.x, frame.place.y, frame.place.width, frame.place.height, frame.dimmed)
            for frame in drawing.frames
        ],
        "headings": [
            {"text": one.text, "x": one.x, "y": one.y, "text_ink": _dim(HEADING, one.dimmed)}
            for one in drawing.headings
        ],
    }


def _node(shape: Shape) -> dict[str, Any]:
    look = STATES[shape.state] if shape.state else KINDS["responsibility" if shape.kind == "bundle" else shape.kind]
    return {
        "id": shape.id,
        "label": shape.label,
        "title": shape.title,
        "kind": shape.kind,
        "x": shape.x,
        "y": shape.y,
        "width": shape.width,
        "height": shape.height,
        "size": FONT,
        **_inks((look.light, look.dark), shape.dimmed),
        "radius": 13 if shape.kind == "role" else 4,
        "dashed": shape.state in {"assumed", "vacant", "proposed"},
        "several": len(shape.stands_for) > 1 and shape.kind in {"organisation", "role"},
        "dimmed": shape.dimmed,
        "badge": str(shape.weight) if shape.weight and shape.kind in {"organisation", "role"} else "",
        "badge_ink": _dim((LINES["leads"].light, LINES["leads"].dark), shape.dimmed),
        "bar": [
            {"share": number / shape.weight, "ink": _dim((STATES[key].light.line, STATES[key].dark.line), shape.dimmed)}
            for key, number in shape.states
        ]
        if len(shape.states) > 1 or shape.kind == "bundle"
        else [],
    }


def _inks(inks: tuple[Ink, Ink], dimmed: bool) -> dict[str, Pair]:
    """Return fill, text and line; of what is dimmed a faint fill with the line's colour for its words."""
    fill, text, line = ((getattr(inks[0], name), getattr(inks[1], name)) for name in ("fill", "text", "line"))
    if dimmed:
        return {"fill": _dim(fill, dimmed, 0.9), "text": _dim(line, dimmed, 0.35), "line": _dim(line, dimmed)}
    return {"fill": fill, "text": text, "line": line}


def _edge(number: int, line: Line) -> dict[str, Any]:
    look = LINES[line.kind]
    leading = line.kind in LEADING
    grown = look.width * (1 + 0.35 * log2(max(line.strength, 1))) if leading else look.width
    return {
        "id": f"e{number}",
        "from": line.source,
        "to": line.target,
        "title": line.title,
        "kind": line.kind,
        "width": round(min(grown, WIDEST) * (0.6 if line.dimmed else 1), 2),
        "dashes": list(look.dashes),
        "ink": _dim((look.light, look.dark), line.dimmed, 0.75),
        "strong": leading and not line.dimmed,
        "arrow": line.kind == "answers-to",
    }


def _band(band: Band) -> dict[str, Any]:
    light, dark = level_ink(band.position), level_ink(band.position, dark=True)
    place = band.place
    return {
        "name": band.name,
        "x": place.x,
        "y": place.y,
        "width": place.width,
        "height": place.height,
        "fill": (light.fill, dark.fill),
        "text": (light.text, dark.text),
        "line": (light.line, dark.line),
    }


def _frame(x: float, y: float, width: float, height: float, dimmed: bool) -> dict[str, Any]:
    ink = (KINDS["organisation"].light.line, KINDS["organisation"].dark.line)
    return {"x": x, "y": y, "width": width, "height": height, "line": _dim(ink, dimmed)}


def _dim(pair: Pair, dimmed: bool, share: float = DIM) -> Pair:
    return (_mixed(pair[0], PAPER, share), _mixed(pair[1], NIGHT, share)) if dimmed else pair


def _mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` of `other` in it."""
    channels = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def words(drawing: Drawing) -> tuple[tuple[str, str, str], ...]:
    """Return the lines as rows of a table: from, what, to; what a picture says for those who do not see it."""
    names = {shape.id: plain(shape.title.partition("\n")[0]) for shape in drawing.shapes}
    return tuple((names[line.source], line.title, names[line.target]) for line in drawing.lines)
