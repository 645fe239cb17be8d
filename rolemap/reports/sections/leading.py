"""Who leads on what: for every level and pillar the lead of each responsibility, places that stand alike in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rolemap.findings.words import counted, listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.pictures.charts import PAGE, Line, squares
from rolemap.pictures.palette import STATES, state_key
from rolemap.reports.blocks import Block, Chip, Column, Heading, Notes, Paragraph, Picture, Shared, Table, Value, text
from rolemap.reports.figures import Figures
from rolemap.reports.grounds import grounds
from rolemap.reports.sections.bounds import first_rows
from rolemap.reports.sections.families import family, own_of_each_area
from rolemap.reports.typesetting import size
from rolemap.reports.words import NO_LEAD, chip, short

MOST_COLUMNS = 20
"""How many areas a picture of squares shows side by side; more cannot be read on a page."""

MOST_AREAS = 12
"""How many areas a line names before it says how many more."""

IN_SHORT = "Who leads on what, areas that stand alike in one row"
"""What a sheet of all these tables holds."""

FEW_LEFT_OUT = 2
"""Up to how many areas left out are named instead of those that are meant."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Places of one responsibility at one level that stand alike, with the words for who leads and on what basis."""

    responsibility: str
    cells: tuple[Cell, ...]
    where: str
    leads: str
    state: Chip
    basis: str


def leading(figures: Figures) -> Iterator[Block]:
    """Yield a heading for each level and pillar, squares where several areas stand side by side, and a table of leads."""
    landscape = figures.landscape
    if not figures.cells:
        yield Paragraph(text("This map does not say yet where a lead is needed, nor who leads on anything."))
    for level in figures.levels:
        cells = [cell for cell in figures.cells if cell.level == level]
        areas = _areas(figures.graph, cells)
        name = landscape.title(level) or "No level recorded"
        yield Heading(2, name)
        yield Paragraph(text(_about(figures.graph, name, areas, cells)))
        for pillar in figures.pillars:
            found = [cell for cell in cells if cell.pillar == pillar]
            if found:
                yield Heading(3, landscape.title(pillar) or "No pillar recorded")
                yield from _pillar(figures.graph, name, areas, found)
                yield Notes("To ask the room: is this so where you work, and who is missing?")


def _about(graph: RoleGraph, level: str, areas: Sequence[str], cells: Sequence[Cell]) -> str:
    needed = [cell for cell in cells if cell.needed]
    sure = sum(cell.sure for cell in needed)
    where = counted(len(areas), "area") if len(areas) > 1 else graph.landscape.title(areas[0])
    said = f"At {level[:1].lower() + level[1:]} level this report looks at {where}."
    if not needed:
        return f"{said} No lead is needed there."
    several = f" “All” means all areas that need the lead, of these {len(areas)}." if _differ(needed, areas) else ""
    clear = "is clear and rests" if sure == 1 else "are clear and rest"
    return f"{said} Of {counted(len(needed), 'lead')} needed, {sure:,} {clear} on law or agreement.{several}"


def _differ(needed: Sequence[Cell], areas: Sequence[str]) -> bool:
    """Return whether some responsibility needs a lead in some areas only."""
    return any(number < len(areas) for number in Counter(cell.responsibility for cell in needed).values())


def _pillar(graph: RoleGraph, level: str, areas: Sequence[str], cells: Sequence[Cell]) -> Iterator[Block]:
    pillar = graph.landscape.title(cells[0].pillar) or "no pillar"
    caption = f"{pillar}, {level}"
    beside = _areas(graph, cells)
    pictured = 1 < len(beside) <= MOST_COLUMNS
    if pictured:
        yield _squares(graph, caption, beside, cells)
    leads = table(f"{level} {pillar}", f"Who leads: {caption}", alike(graph, cells), several=len(areas) > 1)
    said = (("Level", text(level)), ("Pillar", text(pillar)), ("Where", text(graph.landscape.title(areas[0]))))
    yield replace(leads, brief=True, aside=pictured, shared=Shared("Leads in short", IN_SHORT, said))


def table(name: str, caption: str, lines: Iterable[Alike], *, several: bool) -> Table:
    """Return lines as a table; `several` says whether it has a column for where."""
    columns = [Column("Responsibility", 3), Column("Who leads", 2.6), Column("State", 1.1)]
    columns.append(Column("Rests on", 2, detail=True, spoken=True))
    if several:
        columns.insert(1, Column("Where", 1.8))
    rows, note = first_rows(list(lines))
    return Table(
        name=short(name),
        caption=caption,
        columns=tuple(columns),
        rows=tuple(_row(line, several=several) for line in rows),
        note=note,
    )


def _row(line: Alike, *, several: bool) -> tuple[Value, ...]:
    where: tuple[Value, ...] = (text(line.where),) if several else ()
    return (text(line.responsibility), *where, text(line.leads), line.state, text(line.basis))


def _squares(graph: RoleGraph, caption: str, areas: Sequence[str], cells: Sequence[Cell]) -> Picture:
    landscape = graph.landscape
    known = {(cell.responsibility, cell.area): cell for cell in cells}
    titles = {cell.responsibility: landscape.responsibilities[cell.responsibility].title for cell in cells}
    lines = [
        Line(title, tuple(state_key(known[id, area]) if (id, area) in known else "" for area in areas))
        for id, title in titles.items()
    ]
    found = Counter(state_key(cell) for cell in cells)
    counts = listed((f"{found[key]:,} {STATES[key].word}" for key in STATES if found[key]), 9)
    svg = squares([landscape.title(area) for area in areas], lines)
    return Picture(
        name="squares",
        caption=f"At a glance: {caption}",
        alt=f"{counted(len(lines), 'responsibility', 'responsibilities')} in {counted(len(areas), 'area')}, "
        f"one square each: {counts}. "
        "The table that follows names them.",
        svg=svg,
        width=min(1.0, size(svg)[0] / PAGE),
    )


def alike(graph: RoleGraph, cells: Iterable[Cell]) -> list[Alike]:
    """Return the places of each responsibility, those that stand alike as one, in the order of the map.

    Places that need no lead and have none are left out. Places stand alike when their state is the same and they are
    led by the same party or by their own of the same kind.
    """
    by_responsibility: dict[str, list[Cell]] = {}
    for cell in cells:
        if not cell.needed and not cell.leads and not cell.proposed_leads:
            continue
        by_responsibility.setdefault(cell.responsibility, []).append(cell)
    name = namer(graph)
    return [line for found in by_responsibility.values() for line in _alike(graph, found, name)]


def _alike(graph: RoleGraph, cells: Sequence[Cell], name: Callable[[str], str]) -> Iterator[Alike]:
    times = Counter(lead for cell in cells for lead in _leads(cell))
    groups: dict[tuple[object, ...], list[Cell]] = {}
    for cell in cells:
        sorts = tuple(_sort(graph, cell, lead, times) for lead in _leads(cell))
        key = (state_key(cell), cell.needed, sorts, tuple(grounds(graph, cell, by_type=True)))
        groups.setdefault(key, []).append(cell)
    everywhere = [cell.area for cell in cells if cell.needed]
    for found in groups.values():
        first, single = found[0], len(found) == 1
        leads = [
            name(lead)
            if single or times[lead] > 1
            else own_of_each_area(graph, (sort_of(graph, _leads(cell)[at]) for cell in found))
            for at, lead in enumerate(_leads(first))
        ]
        said = listed(leads, 9) or NO_LEAD
        said = said[:1].upper() + said[1:]
        yield Alike(
            responsibility=graph.landscape.responsibilities[first.responsibility].title,
            cells=tuple(found),
            where=where(graph, [cell.area for cell in found], everywhere),
            leads=f"Proposed: {said}" if first.proposed_leads and not first.leads else said,
            state=chip(state_key(first)),
            basis="; ".join(grounds(graph, first, by_type=not single)),
        )


def _leads(cell: Cell) -> tuple[str, ...]:
    return cell.leads or cell.proposed_leads


def _sort(graph: RoleGraph, cell: Cell, lead: str, times: Counter[str]) -> str:
    """Return what a lead is among those of other areas: its kind, or its id where it leads in several or has no kind."""
    sort = family(graph, lead, cell.responsibility) or sort_of(graph, lead)
    return lead if times[lead] > 1 or not sort else sort


def where(graph: RoleGraph, areas: Sequence[str], everywhere: Sequence[str]) -> str:
    """Return areas in words: "All 10", "All but Bury", or their names; those where no lead is needed are said to be so."""
    title = graph.landscape.title
    if not set(areas) <= set(everywhere):
        return f"{listed(map(title, areas), MOST_AREAS)} (no lead is needed)"
    others = [area for area in everywhere if area not in areas]
    if not others and len(areas) > 1:
        return f"All {len(areas)}"
    if others and len(others) <= FEW_LEFT_OUT < len(areas):
        return f"All but {listed(map(title, others))}"
    return listed(map(title, areas), MOST_AREAS)


def sort_of(graph: RoleGraph, party: str) -> str:
    """Return the kind of a post or the type of a body; empty where none is recorded."""
    landscape = graph.landscape
    role = landscape.roles.get(party)
    return role.kind if role else landscape.organisations[party].type if party in landscape.organisations else ""


def _areas(graph: RoleGraph, cells: Iterable[Cell]) -> list[str]:
    """Return the areas of some places in the order of the map."""
    position = {area: at for at, area in enumerate(graph.landscape.areas)}
    return sorted({cell.area for cell in cells}, key=position.__getitem__)
