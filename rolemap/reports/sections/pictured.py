"""Who leads on what as a picture of the network, level by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from rolemap.findings.words import counted, namer
from rolemap.graph import RoleGraph
from rolemap.pictures import static
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.pictures.palette import LINES
from rolemap.pictures.ties import LEADING
from rolemap.pictures.values import Drawing, Line, Shape
from rolemap.reports.blocks import Block, Column, Notes, Paragraph, Picture, Shared, Table, plain, text
from rolemap.reports.figures import Figures
from rolemap.reports.words import short

MOST_NAMED = 5
"""To how many things at most the lines of one party are named in words; the tables of who leads have them all."""


def pictures(figures: Figures) -> Iterator[Block]:
    """Yield a picture for each level the report looks at; a sentence where there is nothing to draw."""
    wanted = figures.wanted
    areas, pillars = tuple(sorted(wanted.areas)), tuple(sorted(wanted.pillars))
    for level in figures.levels:
        name = figures.landscape.title(level) or "No level recorded"
        focus = Focus(levels=(level,) if level else (), areas=areas, pillars=pillars)
        yield picture(figures.graph, focus, f"Who leads on what: {name}")
        yield Notes("To ask the room: who is missing, and which line is not so?")
    if not figures.levels:
        yield Paragraph(text("There is nothing to draw yet."))


def picture(graph: RoleGraph, focus: Focus, caption: str, counts: Sequence[str] = ()) -> Picture:
    """Return one picture of the network with that focus; its words say how many lines it has and what is left out."""
    drawing = draw(graph, focus)
    said = " ".join(counts)
    return Picture(
        name="network",
        caption=caption,
        alt=f"{drawing.sentence} {counted(len(drawing.lines), 'line')} between them. {said}".strip(),
        svg=static.svg(drawing),
        table=_table(graph, drawing, caption),
    )


def _table(graph: RoleGraph, drawing: Drawing, caption: str) -> Table:
    """Return the same as a table: everybody drawn, with what they lead and which other lines they have to what."""
    shapes = {shape.id: shape for shape in drawing.shapes}
    levels = {band.level: band.name for band in drawing.bands}
    tied: dict[str, list[tuple[Line, Shape]]] = {}
    for line in drawing.lines:
        tied.setdefault(line.source, []).append((line, shapes[line.target]))
    titles = Counter(_title(shapes[id]) for id in tied)
    name = namer(graph)
    rows = tuple(
        (
            text(_own(shapes[id], name) if titles[_title(shapes[id])] > 1 else _title(shapes[id])),
            text(levels.get(shapes[id].level, "")),
            text(_said(lines, lead=True)),
            text(_said(lines, lead=False)),
        )
        for id, lines in tied.items()
    )
    columns = (Column("Who", 3), Column("Level", 1), Column("Leads on", 4), Column("Other lines", 3))
    said = [at for at in range(len(columns)) if at == 0 or not rows or any(plain(row[at]) for row in rows)]
    return Table(
        name=short(f"{caption.rpartition(': ')[2]} in words"),
        caption=f"{caption}, in words",
        columns=tuple(columns[at] for at in said),
        rows=tuple(tuple(row[at] for at in said) for row in rows),
        shared=Shared("Pictures in words", "Who leads on what, as the pictures show it", (("Picture", text(caption)),)),
    )


def _own(shape: Shape, name: Callable[[str], str]) -> str:
    """Return the name of a party with its body, where the drawing has several of one title."""
    return name(shape.stands_for[0].partition("/")[2]) if len(shape.stands_for) == 1 else _title(shape)


def _title(shape: Shape) -> str:
    return shape.title.partition("\n")[0]


def _said(lines: Sequence[tuple[Line, Shape]], *, lead: bool) -> str:
    """Return lines in words: "Cross-cutting (161); Wider determinants (2, assumed)"; no number to one of one thing."""
    said = []
    for line, target in lines:
        if (line.kind in LEADING) is lead:
            word = LINES[line.kind].word.removeprefix("leads").removeprefix(", ")
            many = f"{line.strength:,}" if line.strength > 1 or len(target.stands_for) > 1 else ""
            more_said = ", ".join(filter(None, (many, word)))
            said.append(f"{_title(target)} ({more_said})" if more_said else _title(target))
    more = len(said) - MOST_NAMED
    return "; ".join([*said[:MOST_NAMED], *([f"and {more} more"] if more > 0 else [])])
