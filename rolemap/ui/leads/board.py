"""The board: who leads on what as rows (responsibilities by pillar) and columns (areas by level), with its counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rolemap.graph import Cell, RoleGraph
from rolemap.model import in_order
from rolemap.ui.filters import Filters, matching
from rolemap.ui.remembered import remembered

EVERY = "*"
"""Stands for all pillars or all areas; it is no id."""

MOST_COLUMNS = 40
MOST_SQUARES = 2_000
"""More squares than these a browser draws only with delay; what is left out is said."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many squares need a lead, and how many of them are sure: clear, and backed by law or agreement."""

    sure: int
    needed: int


@dataclass(frozen=True, slots=True)
class Row:
    """One responsibility: its squares by area, and the areas where the filters ask for it."""

    responsibility: str
    squares: dict[str, Cell]
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one pillar, with how many of its squares are sure, in all and by area."""

    pillar: str
    rows: tuple[Row, ...]
    tally: Tally
    by_area: dict[str, Tally]


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """What is shown, and of how much. `columns` are areas, widest level first; `cells` every square asked for.

    `counted` are the same squares whatever their state: choosing a state must not change how clear things are;
    `by_area` says how many of them are sure in each area. A board equals only itself.
    """

    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    cells: tuple[Cell, ...]
    counted: tuple[Cell, ...]
    by_area: dict[str, Tally]
    shown_rows: int
    all_rows: int
    columns_left_out: int
    rows_left_out: int


@remembered
def build_board(graph: RoleGraph, filters: Filters) -> Board:
    """Return the board of a map under these filters."""
    found = matching(graph, filters)
    counted = matching(graph, replace(filters, states=())) if filters.states else found
    columns = areas_in_order(graph, {cell.area for cell in found})
    kept = columns[:MOST_COLUMNS]
    rows = _rows(graph, found, set(kept))
    most = max(1, MOST_SQUARES // max(1, len(kept)))
    sums = _sums(((cell.pillar, cell.area, cell.sure) for cell in counted if cell.needed), EVERY)
    return Board(
        columns=kept,
        groups=_groups(graph, rows[:most], sums),
        cells=found,
        counted=counted,
        by_area={area: found for (pillar, area), found in sums.items() if pillar == EVERY},
        shown_rows=len({cell.responsibility for cell in found}),
        all_rows=len({cell.responsibility for cell in graph.cells}),
        columns_left_out=len(columns) - len(kept),
        rows_left_out=max(0, len(rows) - most),
    )


def areas_in_order(graph: RoleGraph, areas: Iterable[str]) -> tuple[str, ...]:
    """Return areas by level, widest first, and by name within a level."""
    landscape = graph.landscape
    levels = in_order(landscape.levels, {landscape.areas[area].level for area in areas})
    rank = {level: number for number, level in enumerate(levels)}
    return tuple(sorted(areas, key=lambda id: (rank[landscape.areas[id].level], landscape.title(id).casefold(), id)))


def tally(cells: Iterable[Cell]) -> Tally:
    """Return how many of `cells` need a lead, and how many of those are sure."""
    needed = [cell for cell in cells if cell.needed]
    return Tally(sum(cell.sure for cell in needed), len(needed))


def tallies(cells: Iterable[Cell]) -> dict[tuple[str, str], Tally]:
    """Return the tally of every pillar and level met in `cells`; an empty id stands for all of them."""
    return _sums(((cell.pillar, cell.level, cell.sure) for cell in cells if cell.needed), "")


def _sums(squares: Iterable[tuple[str, str, bool]], every: str) -> dict[tuple[str, str], Tally]:
    """Return the tally of each pair in (pillar, place, sure), with `every` for all pillars or all places together."""
    needed: Counter[tuple[str, str]] = Counter()
    sure: Counter[tuple[str, str]] = Counter()
    for (pillar, place, is_sure), number in Counter(squares).items():
        for key in {(pillar, place), (pillar, every), (every, place), (every, every)}:
            needed[key] += number
            sure[key] += number * is_sure
    return {key: Tally(sure[key], number) for key, number in needed.items()}


def _rows(graph: RoleGraph, found: Iterable[Cell], columns: set[str]) -> list[Row]:
    asked: dict[str, set[str]] = defaultdict(set)
    for cell in found:
        if cell.area in columns:
            asked[cell.responsibility].add(cell.area)
    squares: dict[str, dict[str, Cell]] = {id: {} for id in asked}
    for cell in graph.cells:
        if cell.area in columns and cell.responsibility in squares:
            squares[cell.responsibility][cell.area] = cell
    return [Row(id, squares[id], frozenset(asked[id])) for id in asked]


def _groups(graph: RoleGraph, rows: Iterable[Row], sums: dict[tuple[str, str], Tally]) -> tuple[Group, ...]:
    by_pillar: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_pillar[graph.landscape.responsibilities[row.responsibility].pillar].append(row)
    by_area: dict[str, dict[str, Tally]] = defaultdict(dict)
    for (pillar, area), found in sums.items():
        if area != EVERY:
            by_area[pillar][area] = found
    return tuple(
        Group(pillar, tuple(by_pillar[pillar]), sums.get((pillar, EVERY), Tally(0, 0)), by_area[pillar])
        for pillar in in_order(graph.landscape.pillars, by_pillar)
    )
