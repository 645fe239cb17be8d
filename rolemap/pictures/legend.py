"""The legend of a picture: only what is in it, each with its symbol or line, its word and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rolemap.pictures.palette import KINDS, LINES, STATES, LineLook, Look
from rolemap.pictures.values import Drawing

EXACT = "print-color-adjust:exact;forced-color-adjust:none"
"""A line that is drawn as a background is drawn in print and in forced colours too."""


def entries(drawing: Drawing) -> tuple[tuple[Look, ...], tuple[Look, ...], tuple[LineLook, ...]]:
    """Return the kinds of shape, the states and the kinds of line in the picture, each in the order of the palette."""
    kinds = {"responsibility" if shape.kind == "bundle" else shape.kind for shape in drawing.shapes}
    states = {state for shape in drawing.shapes for state in (shape.state, *(key for key, _ in shape.states))}
    lines = {line.kind for line in drawing.lines}
    return (
        tuple(look for key, look in KINDS.items() if key in kinds),
        tuple(look for key, look in STATES.items() if key in states),
        tuple(look for key, look in LINES.items() if key in lines),
    )


def legend(drawing: Drawing) -> str:
    """Return the legend as an HTML list, escaped, with colours for light and dark pages."""
    kinds, states, lines = entries(drawing)
    items = [*(_look(look) for look in (*kinds, *states)), *(_line(look) for look in lines)]
    return f'<ul class="legend">{"".join(items)}</ul>'


def _look(look: Look) -> str:
    fill, text, line = (
        f"light-dark({getattr(look.light, n)},{getattr(look.dark, n)})" for n in ("fill", "text", "line")
    )
    style = f"background:{fill};color:{text};border:1.5px solid {line};border-radius:4px;padding:0 .4em"
    words = escape(f"{look.symbol} {look.word}")
    return f'<li title="{escape(look.meaning)}"><span style="{style}">{words}</span></li>'


def _line(look: LineLook) -> str:
    colour = f"light-dark({look.light},{look.dark})"
    style = f"background:{_strokes(look.dashes, colour)};height:{max(look.width, 1.5)}px;{EXACT}"
    drawn = f'<span style="{style};display:inline-block;width:2.6em;vertical-align:middle"></span>'
    return f'<li title="{escape(look.meaning)}">{drawn} {escape(look.word)}</li>'


def _strokes(dashes: Sequence[int], colour: str) -> str:
    """Return a background that draws strokes and spaces of these lengths in turn; a whole line for none."""
    if not dashes:
        return colour
    stops, at = [], 0
    for place, length in enumerate(dashes):
        stops.append(f"{'transparent' if place % 2 else colour} {at}px {at + length}px")
        at += length
    return f"repeating-linear-gradient(90deg,{','.join(stops)})"
