"""My role on one page: what the post leads and on whose authority, its other parts, and whom it answers to."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.words import listed, namer
from rolemap.model import Role
from rolemap.reports.blocks import Block, Document, Heading, Paragraph, text
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import party, settling, sheets


def build(figures: Figures) -> Document:
    """Return the page of the role `figures.about`. Raises KeyError if the map has no such role."""
    role = figures.landscape.roles[figures.about]
    return document(figures, "role-page", namer(figures.graph)(role.id), _blocks(figures, role), contents=False)


def _blocks(figures: Figures, role: Role) -> Iterator[Block]:
    graph = figures.graph
    own = frozenset({role.id})
    cells = party.cells_of(figures, own)
    led = [cell for cell in cells if role.id in cell.leads]
    before: list[Block] = [
        Paragraph(text(" ".join(_about(figures, role)))),
        party.figures_of(figures, cells, role.id),
        Heading(1, "Leads on"),
    ]
    lines = list(party.lines(graph, [role.id]))
    page = party.Page(
        before=before,
        between=[*party.other_parts(graph, cells, own), *lines],
        after=list(settling.asked(figures, own, cells)),
        shorter_between=[*party.other_parts(graph, cells, own, 0), *lines],
        shorter_after=list(settling.asked(figures, own, cells, settling.FEWEST_ASKED)),
    )
    yield from party.filled(figures, led, frozenset(), own.union(role.organisations), page)
    if figures.bulk and cells:
        yield sheets.places(figures, cells)


def _about(figures: Figures, role: Role) -> Iterator[str]:
    title = figures.landscape.title
    of = listed(map(title, role.organisations), 4)
    areas = listed(map(title, role.areas), 6)
    yield f"A post of {of}" if of else "A post or group without a recorded organisation"
    yield f"for {areas}." if areas else "with no recorded area."
    if role.id not in figures.graph.view.active:
        yield "It is not in force on this date."
    if role.vacant:
        yield "The post is vacant."
    elif role.holder:
        yield f"Held by {role.holder}."
    if role.note:
        yield role.note
