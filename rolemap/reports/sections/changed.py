"""What has changed since an earlier map: the figures then and now, who leads now, what is newly noticed and settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rolemap.findings import Finding
from rolemap.findings.groups import grouped
from rolemap.findings.themes import theme_title
from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.pictures.palette import STATES, state_key
from rolemap.reports.blocks import Align, Block, Chip, Column, Heading, Notes, Number, Paragraph, Table, Value, text
from rolemap.reports.digest import SHOWN
from rolemap.reports.figures import COUNTED, Figures, states_of
from rolemap.reports.sections.bounds import within
from rolemap.reports.words import NO_LEAD, chip_of

MOST_CHANGES = 200
"""How many changed places a report lists: more is another map, not a change."""

MOST_AREAS = 20
"""How many areas that came or went are named."""


def changed(figures: Figures) -> Iterator[Block]:
    """Yield what has changed since the earlier analysis; nothing where none was given."""
    if figures.earlier is None:
        return
    before = Figures(figures.earlier, figures.wanted)
    title, on = before.map_title, day(before.graph.on)
    then = f"{title}, as at {on} (digest {before.digest[:SHOWN]})"
    yield Paragraph(text(f"The earlier map is {then}."))
    yield _counts(before, figures)
    yield Notes("To ask the room: does everybody who needs to know of these changes know of them?")
    yield from _places(before, figures)
    yield from _findings(before, figures)


def _counts(before: Figures, after: Figures) -> Table:
    then, now = states_of(before.needed), states_of(after.needed)
    lines = [("All", len(before.needed), len(after.needed))]
    lines += [(STATES[key].word.capitalize(), then[key], now[key]) for key in COUNTED if then[key] or now[key]]
    return Table(
        name="Then and now",
        caption="Leads needed and their states, then and now",
        columns=(Column("Leads needed", 3), *(Column(word, 1, Align.RIGHT) for word in ("Then", "Now", "Change"))),
        rows=tuple(
            (text(word), _number(a), _number(b), Number(b - a, f"{b - a:+,}" if b != a else "0"))
            for word, a, b in lines
        ),
    )


def _number(value: int) -> Number:
    return Number(value, f"{value:,}")


def _places(before: Figures, after: Figures) -> Iterator[Block]:
    """Yield the places whose state or leads differ; one that needs no lead and has none says the same as one not there."""
    then = {(cell.responsibility, cell.area): cell for cell in before.cells}
    now = {(cell.responsibility, cell.area): cell for cell in after.cells}
    pairs = [(then.get(key), now.get(key)) for key in dict.fromkeys([*now, *then])]
    differing = [(old, new) for old, new in pairs if _said(old) != _said(new)]
    areas_then, areas_now = ({area for _, area in places} for places in (then, now))
    found = [pair for pair in differing if all(cell is None or cell.area in areas_then & areas_now for cell in pair)]
    yield Heading(2, "Who leads")
    yield from _areas(after, [new for old, new in differing if new and new.area not in areas_then], gone=False)
    yield from _areas(before, [old for old, new in differing if old and old.area not in areas_now], gone=True)
    if not found:
        elsewhere = " elsewhere" if differing else ""
        yield Paragraph(text(f"No lead and no state has changed{elsewhere}."))
        return
    names = namer(before.graph), namer(after.graph)
    yield Table(
        name="Changed leads",
        caption="Where the lead or its state has changed",
        columns=(Column("Responsibility", 2.6), Column("Area", 1.3), *_columns("Then"), *_columns("Now")),
        rows=tuple(
            (*_where(before, after, old or new), *_side(old, names[0]), *_side(new, names[1]))
            for old, new in found[:MOST_CHANGES]
        ),
        note=f"{counted(len(found), 'line')}, one for each responsibility in each area."
        + (f" The first {MOST_CHANGES} are listed." if len(found) > MOST_CHANGES else ""),
        wide=True,
    )


def _areas(figures: Figures, cells: Sequence[Cell], *, gone: bool) -> Iterator[Block]:
    """Yield in a sentence which areas only one of the maps has, with their leads; these are not compared one by one."""
    if not cells:
        return
    names = list(dict.fromkeys(figures.landscape.title(cell.area) for cell in cells))
    areas = f"{counted(len(names), 'area is', 'areas are')} {'gone' if gone else 'new'}: {listed(names, MOST_AREAS)}."
    needed = counted(sum(cell.needed for cell in cells), "lead")
    sure = sum(cell.sure for cell in cells if cell.needed)
    now = "is clear and rests" if sure == 1 else "are clear and rest"
    then = f"{'was' if sure == 1 else 'were'} clear and rested"
    said = f"Of {needed} needed there{' then' if gone else ''}, {sure:,} {then if gone else now} on law or agreement."
    yield Paragraph(text(f"{areas} {said}"))


def _columns(when: str) -> tuple[Column, Column]:
    return Column(f"{when}: who led" if when == "Then" else f"{when}: who leads", 2), Column(f"{when}: state", 1.1)


def _said(cell: Cell | None) -> tuple[object, ...] | None:
    """Return what is compared of a place; nothing of one that needs no lead and has none."""
    if cell is None or not (cell.needed or cell.leads or cell.proposed_leads):
        return None
    return state_key(cell), cell.leads, cell.needed


def _where(before: Figures, after: Figures, cell: Cell | None) -> tuple[Value, Value]:
    if cell is None:
        return (), ()
    landscape = after.landscape if cell.responsibility in after.landscape.responsibilities else before.landscape
    return text(landscape.title(cell.responsibility)), text(landscape.title(cell.area))


def _side(cell: Cell | None, name: Callable[[str], str]) -> tuple[Value, Value]:
    if cell is None:
        return text("Not in the map"), ()
    state: Chip = chip_of(cell)
    return text(listed(map(name, cell.leads), 9) or NO_LEAD), state


def _findings(before: Figures, after: Figures) -> Iterator[Block]:
    old = {one.id: one for one in before.findings}
    new = {one.id: one for one in after.findings}
    added = [one for id, one in new.items() if id not in old]
    gone = [one for id, one in old.items() if id not in new]
    yield from _listed("Newly noticed", after.graph, added)
    yield from _listed("No longer noticed", before.graph, gone)


def _listed(title: str, graph: RoleGraph, found: list[Finding]) -> Iterator[Block]:
    """Yield findings under a heading, those that say the same of several places or works in one line as elsewhere."""
    yield Heading(2, title)
    if not found:
        yield Paragraph(text("Nothing."))
        return
    groups = grouped(graph, found)
    merged = " Those that say the same of several places or responsibilities stand in one line."
    more = f"The first {MOST_CHANGES} lines are listed." if len(groups) > MOST_CHANGES else ""
    yield Table(
        name=title,
        caption=f"{title}: {counted(len(found), 'finding')}",
        columns=(Column("About", 1.3), Column("What is noticed", 6)),
        rows=tuple((text(theme_title(one.first.code)), text(within(one.message))) for one in groups[:MOST_CHANGES]),
        note=f"{more}{merged if len(groups) < len(found) else ''}".strip(),
    )
