"""One organisation on a page: what it and its posts lead, its other parts, agreements, and what is worth settling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rolemap.findings.words import counted, day, listed, namer
from rolemap.model import Organisation
from rolemap.reports.blocks import Block, Document, Heading, Paragraph, text
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import party, settling, sheets
from rolemap.reports.words import kind_name

MOST_POSTS = 6


def build(figures: Figures) -> Document:
    """Return the page of the organisation `figures.about`. Raises KeyError if the map has no such organisation."""
    one = figures.landscape.organisations[figures.about]
    return document(figures, "organisation-page", one.name, _blocks(figures, one), contents=False)


def _blocks(figures: Figures, one: Organisation) -> Iterator[Block]:
    graph = figures.graph
    roles = graph.roles_in(one.id)
    own = frozenset({one.id, *roles})
    cells = party.cells_of(figures, own)
    led = [cell for cell in cells if not own.isdisjoint(cell.leads)]
    before: list[Block] = [
        Paragraph(text(" ".join(_about(figures, one)))),
        party.figures_of(figures, cells, one.id),
        Heading(1, "Leads on"),
    ]
    briefly = _posts_briefly(figures, roles)
    page = party.Page(
        before=before,
        between=[*party.other_parts(graph, cells, own), *_posts(figures, roles)],
        after=list(settling.asked(figures, own, cells)),
        shorter_between=list(party.other_parts(graph, cells, own, 0, briefly)),
        shorter_after=list(settling.asked(figures, own, cells, settling.FEWEST_ASKED)),
    )
    yield from party.filled(figures, led, own, own, page)
    if figures.bulk and cells:
        yield sheets.places(figures, cells)


def _about(figures: Figures, one: Organisation) -> Iterator[str]:
    title = figures.landscape.title
    kind = kind_name(figures.graph, one.type)
    areas = listed(map(title, one.areas), 6)
    yield f"{kind or 'A body'}{f', {areas}' if areas else ''}."
    if one.until:
        after = f"; {listed(map(title, one.becomes), 4)} follows" if one.becomes else ""
        yield f"It ends on {day(one.until)}{after}."
    if one.id not in figures.graph.view.active:
        yield "It is not in force on this date."
    if one.note:
        yield one.note


def _posts(figures: Figures, roles: tuple[str, ...]) -> Iterator[Block]:
    """Yield its posts with how much each leads."""
    if roles:
        counts = Counter(lead for cell in figures.needed for lead in cell.leads)
        ranked = sorted(roles, key=lambda role: -counts[role])
        known = figures.landscape.roles
        name = namer(figures.graph)
        names = Counter(map(name, roles))
        items = []
        for role in ranked:
            areas = listed(map(figures.landscape.title, known[role].areas), 4)
            of = f" for {areas}" if names[name(role)] > 1 and areas else ""
            vacant = ", vacant" if known[role].vacant else ""
            items.append(f"{name(role)}{of} ({counted(counts[role], 'lead')}{vacant})")
        more = len(items) - MOST_POSTS
        yield Heading(1, "Its posts")
        said = [*items[:MOST_POSTS], *([f"and {more} more"] if more > 0 else [])]
        yield Paragraph(text(f"{'; '.join(said)}."))


def _posts_briefly(figures: Figures, roles: tuple[str, ...]) -> str:
    """Return how many posts it has, how many of them lead and which are vacant; empty for none."""
    if not roles:
        return ""
    leading = {lead for cell in figures.cells for lead in cell.leads}
    name = namer(figures.graph)
    vacant = [name(role) for role in roles if figures.landscape.roles[role].vacant]
    of = f"{sum(role in leading for role in roles):,} of {len(roles):,} with leads, which are listed above"
    return f"{of}{f'; vacant: {listed(vacant, 3)}' if vacant else ''}."
