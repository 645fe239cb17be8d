"""Who leads on what as a picture of the network, level by level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolemap.findings.words import counted
from rolemap.graph import RoleGraph
from rolemap.pictures import static
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.reports.blocks import Block, Paragraph, Picture, text
from rolemap.reports.figures import Figures


def pictures(figures: Figures) -> Iterator[Block]:
    """Yield a picture for each level the report looks at; a sentence where there is nothing to draw."""
    wanted = figures.wanted
    areas, pillars = tuple(sorted(wanted.areas)), tuple(sorted(wanted.pillars))
    for level in figures.levels:
        name = figures.landscape.title(level) or "No level recorded"
        focus = Focus(levels=(level,) if level else (), areas=areas, pillars=pillars)
        yield picture(figures.graph, focus, f"Who leads on what: {name}")
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
    )
