"""One post or body on a page: what it leads and on whose authority, its other parts, whom it answers to, what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import Cell, RoleGraph, lines_up, opened_without
from rolemap.model import PARTS, Part
from rolemap.reports.blocks import (
    Block,
    Bullets,
    Chip,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Run,
    Table,
    Value,
    text,
)
from rolemap.reports.figures import Figures, states_of
from rolemap.reports.sections.leading import Alike, alike
from rolemap.reports.words import PARTS_SAID

MOST_NAMED = 6
MOST_ASKED = 3
MOST_LINES = 3


def cells_of(figures: Figures, parties: Iterable[str]) -> tuple[Cell, ...]:
    """Return the places the report is about where any of some parties plays a part, in the order of the map."""
    wanted = set(parties)
    return tuple(cell for cell in figures.cells if any(not wanted.isdisjoint(cell.parties(part)) for part in PARTS))


def figures_of(figures: Figures, led: Sequence[Cell], parties: Iterable[str]) -> KeyFigures:
    """Return what is led, how much of it is open, and what would have no lead without these parties."""
    counts = states_of(led)
    items = [KeyFigure("leads", len(led))]
    items += [
        KeyFigure(label, counts[key], len(led), state=key)
        for key, label in (("clear", "clear"), ("assumed", "assumed"), ("contested", "contested"), ("vacant", "vacant"))
        if counts[key] or key == "clear"
    ]
    opens = len(opened_without(figures.graph, parties))
    return KeyFigures((*items, KeyFigure("would have no lead otherwise", opens)))


def led_table(graph: RoleGraph, led: Sequence[Cell], parties: frozenset[str] = frozenset()) -> Iterator[Block]:
    """Yield what is led as a table, responsibilities that stand alike in one row; with `parties` (of a body), by who leads."""
    if not led:
        yield Paragraph(text("No lead is recorded here."))
        return
    grouped: dict[tuple[str, str, Chip, str], list[str]] = {}
    for line in alike(graph, led):
        key = (line.leads if parties else "", _where(graph, line), line.state, line.basis)
        grouped.setdefault(key, []).append(line.responsibility)
    order = {leads: at for at, leads in enumerate(dict.fromkeys(key[0] for key in grouped))}
    rows: list[tuple[Value, ...]] = []
    for leads, where, state, basis in sorted(grouped, key=lambda key: order[key[0]]):
        what = text("; ".join(grouped[leads, where, state, basis]))
        first: tuple[Value, ...] = (text(leads), what) if parties else (what,)
        rows.append((*first, text(where), state, text(basis)))
    names = (Column("Who leads", 2), Column("Responsibilities", 5)) if parties else (Column("Responsibilities", 5),)
    columns = (*names, Column("Where", 1.1), Column("State", 1.1), Column("Rests on", 1.7))
    yield Table(name="Leads", caption="Leads on", columns=columns, rows=tuple(rows))


def _where(graph: RoleGraph, line: Alike) -> str:
    areas = [graph.landscape.title(cell.area) for cell in line.cells]
    return listed(areas, 3) if len(areas) <= 3 else counted(len(areas), "area")


def other_parts(graph: RoleGraph, cells: Sequence[Cell], parties: frozenset[str]) -> Iterator[Block]:
    """Yield the parts played besides leading, as a list; nothing where there are none."""
    items = []
    for part in PARTS:
        here = [cell for cell in cells if not parties.isdisjoint(cell.parties(part))]
        if part is not Part.LEADS and here:
            titles = dict.fromkeys(graph.landscape.title(cell.responsibility) for cell in here)
            items.append((Run(f"{PARTS_SAID[part]}: ", bold=True), Run(f"{listed(titles, MOST_NAMED)}.")))
    if items:
        yield Heading(1, "Other parts")
        yield Bullets(tuple(items))


def lines(graph: RoleGraph, roles: Sequence[str]) -> Iterator[Block]:
    """Yield the lines of accountability upwards, one item each."""
    name = namer(graph)
    found = [way for role in roles for way in lines_up(graph, role)]
    yield Heading(1, "Answers to")
    if not found:
        yield Paragraph(text("No line of accountability is recorded."))
        return
    shown = found[:MOST_LINES]
    items = [text(" → ".join(map(name, way[1:] if len(roles) == 1 else way))) for way in shown]
    more = len(found) - len(shown)
    yield Bullets((*items, *([text(f"and {counted(more, 'more line')}")] if more else [])))


def agreements(graph: RoleGraph, parties: frozenset[str]) -> Iterator[Block]:
    """Yield the agreements in force that these are party to, with their reviews."""
    found = [
        one
        for one in graph.landscape.agreements.values()
        if graph.view.in_use(one) and not parties.isdisjoint(one.parties)
    ]
    if found:
        yield Heading(1, "Agreements")
        said = [f"{one.title} ({f'review {day(one.review)}' if one.review else 'no review date'})" for one in found]
        more = len(found) - MOST_NAMED
        shown = [*said[:MOST_NAMED], *([f"and {more} more"] if more > 0 else [])]
        yield Paragraph(text(f"{'; '.join(shown)}."))


def asked(figures: Figures, parties: frozenset[str], cells: Sequence[Cell]) -> Iterator[Block]:
    """Yield the questions that concern these parties or what they lead, what matters most first."""
    led = {(cell.responsibility, cell.area) for cell in cells if not parties.isdisjoint(cell.leads)}
    found = [
        one
        for one in sorted(figures.groups, key=lambda item: item.group.first.severity.rank)
        if any(
            not parties.isdisjoint((*finding.parties, finding.entity)) or (finding.responsibility, finding.area) in led
            for finding in one.group.findings
        )
    ]
    if found:
        yield Heading(1, "Worth settling")
        yield Bullets(
            tuple(
                (Run(f"{one.number} ", bold=True), Run(f"{one.group.message} {one.group.first.question}"))
                for one in found[:MOST_ASKED]
            )
        )
        if len(found) > MOST_ASKED:
            yield Paragraph(text(f"{counted(len(found) - MOST_ASKED, 'more item')} in the findings list."))
