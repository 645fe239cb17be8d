"""The legend of a picture: only what is in it, each with its symbol or line, its word and what it means."""

from __future__ import annotations

from html import escape

from rolemap.pictures.palette import KINDS, LINES, STATES, LineLook, Look
from rolemap.pictures.values import Drawing


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
    kind = "dashed" if look.dashed else "solid"
    border = f"border-top:{max(look.width, 1.5)}px {kind} light-dark({look.light},{look.dark})"
    drawn = f'<span style="{border};display:inline-block;width:2.2em;vertical-align:middle"></span>'
    return f'<li title="{escape(look.meaning)}">{drawn} {escape(look.word)}</li>'
