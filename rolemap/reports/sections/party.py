"""One post or body on a page: what it leads and on whose authority, its other parts, whom it answers to, what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import Cell, RoleGraph, led_by, lines_up, opened_without, parties_of
from rolemap.model import PARTS, Agreement, Part
from rolemap.reports.blocks import (
    Block,
    Bullets,
    Chip,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Notes,
    Paragraph,
    Run,
    Table,
    Value,
    plain,
    text,
)
from rolemap.reports.figures import Figures, states_of, what_was_tried
from rolemap.reports.sections.briefly import brief_table
from rolemap.reports.sections.leading import Alike, alike
from rolemap.reports.sections.room import ACROSS, HEAD_OF_TABLE, PAGE, letters_of, lines_of, wrapped
from rolemap.reports.words import PARTS_SAID

MOST_NAMED = 3
MOST_AGREEMENTS = 4
FEWEST_AGREEMENTS = 2
MOST_LINES = 3

WHERE = 2
"""Which column says where, which is left out where it would say the same in every row."""

LEAST_ROOM = 15.0
"""How many lines the table of what is led has in any case."""

DENSER = 9.0
"""How many lines more a page holds of a table in few words, whose lines are closer. Measured as `PAGE` is."""

LETTERS = (1000, 500, 200)
"""How many letters of responsibilities a row holds: the first number with which every row has room, or else the last."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Which rows of the table of what is led have room, how much each holds, and how many lines they take."""

    kept: frozenset[int]
    letters: int
    lines: float


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page around what is led and agreed, and the shorter ones where that needs the room."""

    before: Sequence[Block]
    between: Sequence[Block]
    after: Sequence[Block]
    shorter_between: Sequence[Block]
    shorter_after: Sequence[Block]


def cells_of(figures: Figures, parties: Iterable[str]) -> tuple[Cell, ...]:
    """Return the places the report is about where any of some parties plays a part, in the order of the map."""
    wanted = set(parties)
    return tuple(cell for cell in figures.cells if any(not wanted.isdisjoint(cell.parties(part)) for part in PARTS))


def figures_of(figures: Figures, cells: Sequence[Cell], one: str) -> KeyFigures:
    """Return what is led where a lead is needed, how much of it is open, and what would have no lead without this party.

    What is led where none is needed is a figure of its own, as it is beside the totals everywhere.
    """
    led = led_by(figures.graph, one, cells)
    ours = set(parties_of(figures.graph, one))
    beside = sum(not cell.needed and not ours.isdisjoint(cell.leads) for cell in cells)
    counts = states_of(led)
    items = [KeyFigure("leads", len(led))]
    items += [
        KeyFigure(label, counts[key], len(led), state=key)
        for key, label in (("clear", "clear"), ("assumed", "assumed"), ("contested", "contested"), ("vacant", "vacant"))
        if counts[key] or (key == "clear" and led)
    ]
    items += [KeyFigure("more, where no lead is needed", beside)] if beside else []
    opens = len(opened_without(figures.graph, {one}))
    return KeyFigures((*items, *([KeyFigure("would have no lead otherwise", opens)] if led or opens else [])))


def led_table(
    graph: RoleGraph, led: Sequence[Cell], parties: frozenset[str] = frozenset(), room: float = LEAST_ROOM
) -> tuple[list[Block], float]:
    """Return what is led as a table, responsibilities that stand alike in one row, and how many lines it takes.

    With `parties` (of a body) it is by who leads. It holds as much as there is room for beside the rest of a page, the
    rows with most first, and says how much is left out.
    """
    if not led:
        return [Paragraph(text("No lead is recorded here."))], 2
    rows = _rows(graph, led, by_party=bool(parties))
    columns = [Column("Who leads", 2), Column("Responsibilities", 5), Column("Where", 1.1), Column("State", 1.1)]
    columns.append(Column("Rests on", 1.7))
    wheres = {one.where for one in rows}
    used = [at for at in range(len(columns)) if (at or parties) and (at != WHERE or len(wheres) > 1)]
    shown = _listing(rows, dict(zip(used, letters_of([columns[at] for at in used]), strict=True)), room)
    named = [len(_fitting(one.titles, shown.letters)) if at in shown.kept else 0 for at, one in enumerate(rows)]
    left = sum(sum(one.places[number:]) for one, number in zip(rows, named, strict=True))
    whole = sum(sum(one.places) for one in rows)
    table = [_cells(rows[at], shown.letters) for at in sorted(shown.kept)]
    by = "By who leads" if parties else "By what it rests on"
    made = Table(
        name="Leads",
        caption=f"{by}, in {wheres.pop()}" if len(wheres) == 1 else by,
        columns=tuple(columns[at] for at in used),
        rows=tuple(tuple(row[at] for at in used) for row in table),
        note=f"{left:,} of {whole:,} are not named here: see “Who leads on what” in the full report." if left else "",
    )
    return [made], shown.lines


@dataclass(frozen=True, slots=True)
class _Row:
    """Responsibilities that stand alike: who leads, their titles, where, in which state and on what basis.

    `places` says in how many areas each of them is led.
    """

    leads: str
    titles: tuple[str, ...]
    places: tuple[int, ...]
    where: str
    state: Chip
    basis: str


def _rows(graph: RoleGraph, led: Sequence[Cell], *, by_party: bool) -> list[_Row]:
    """Return what is led in rows; those of a body by who leads, whatever each rests on."""
    grouped: dict[tuple[str, str, Chip, str], list[Alike]] = {}
    for line in alike(graph, led):
        leads, basis = (line.leads, "") if by_party else ("", line.basis)
        grouped.setdefault((leads, _where(graph, line), line.state, basis), []).append(line)
    order = {leads: at for at, leads in enumerate(dict.fromkeys(key[0] for key in grouped))}
    rows = []
    for key in sorted(grouped, key=lambda key: order[key[0]]):
        lines = grouped[key]
        bases = dict.fromkeys(line.basis for line in lines if line.basis)
        titles = tuple(line.responsibility for line in lines)
        places = tuple(len(line.cells) for line in lines)
        rows.append(_Row(key[0], titles, places, key[1], key[2], listed(bases, 3)))
    return rows


def _listing(rows: Sequence[_Row], widths: Mapping[int, int], room: float) -> Listing:
    """Return which rows have room in so many lines, those with most responsibilities first; whole if they can be."""
    kept, used, letters = set[int](), 0.0, 0
    for letters in LETTERS:
        kept, used = set(), 0.0
        for at in sorted(range(len(rows)), key=lambda at: -len(rows[at].titles)):
            high = _high(rows[at], letters, widths)
            if used + high <= room:
                kept.add(at)
                used += high
        if len(kept) == len(rows):
            break
    return Listing(frozenset(kept or {0}), letters, used)


def _high(one: _Row, letters: int, widths: Mapping[int, int]) -> float:
    cells = (plain(value) for value in _cells(one, letters))
    return max(wrapped(words, widths[at]) for at, words in enumerate(cells) if at in widths) + 0.6


def _fitting(titles: Sequence[str], letters: int) -> Sequence[str]:
    """Return as many titles as fit into some letters, and at least one."""
    used = 0
    for at, title in enumerate(titles):
        used += len(title) + 2
        if used > letters and at:
            return titles[:at]
    return titles


def _cells(one: _Row, letters: int) -> tuple[Value, ...]:
    named = _fitting(one.titles, letters)
    more = [f"and {len(one.titles) - len(named)} more"] if len(named) < len(one.titles) else []
    return text(one.leads), text("; ".join([*named, *more])), text(one.where), one.state, text(one.basis)


def _where(graph: RoleGraph, line: Alike) -> str:
    areas = [graph.landscape.title(cell.area) for cell in line.cells]
    return listed(areas, 3) if len(areas) <= 3 else counted(len(areas), "area")


def filled(
    figures: Figures, led: Sequence[Cell], own: frozenset[str], parties: frozenset[str], page: Page
) -> Iterator[Block]:
    """Yield a page: what comes before, what is led, the other parts, the agreements of `parties`, and what comes after.

    What is led and agreed fills the room the rest leaves. Where what is led has no room as a table of all, it is said
    in few words, and the rest becomes shorter. `own` is empty for a post, whose leads need no name.
    """
    graph = figures.graph
    before = [*what_was_tried(figures), *page.before]
    between, after, few = page.between, page.after, MOST_AGREEMENTS
    room = max(LEAST_ROOM, _room(graph, parties, [*before, *between, *after], few))
    table, taken = led_table(graph, led, own, room)
    if any(isinstance(block, Table) and block.note for block in table):
        between, after, few = page.shorter_between, page.shorter_after, FEWEST_AGREEMENTS
        room = max(LEAST_ROOM, DENSER + _room(graph, parties, [*before, *between, *after], few))
        brief, taken = brief_table(graph, led, room, by_party=bool(own))
        table, room = [brief], room - DENSER
    yield from page.before
    yield from table
    yield Notes("To ask the room: is this so, and does everybody concerned know it?")
    yield from between
    yield from agreements(graph, parties, room - taken, few)
    yield from after


def _room(graph: RoleGraph, parties: frozenset[str], rest: Sequence[Block], few: int) -> float:
    """Return how many lines the rest of a page leaves for a table, with the fewest agreements named."""
    return PAGE - HEAD_OF_TABLE - lines_of([*rest, *agreements(graph, parties, 0, few)])


def other_parts(
    graph: RoleGraph, cells: Sequence[Cell], parties: frozenset[str], most: int = MOST_NAMED, posts: str = ""
) -> Iterator[Block]:
    """Yield the parts played besides leading, as a list `most` of each named or all counted, and of a body a word on its posts.

    Nothing where there are none.
    """
    items = []
    for part in PARTS:
        here = [cell for cell in cells if not parties.isdisjoint(cell.parties(part))]
        if part is not Part.LEADS and here:
            titles = dict.fromkeys(graph.landscape.title(cell.responsibility) for cell in here)
            said = listed(titles, most) if most else counted(len(titles), "responsibility", "responsibilities")
            items.append((Run(f"{PARTS_SAID[part]}: ", bold=True), Run(f"{said}.")))
    if posts:
        items.append((Run("Its posts: ", bold=True), Run(posts)))
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


def agreements(
    graph: RoleGraph, parties: frozenset[str], room: float = 0, few: int = MOST_AGREEMENTS
) -> Iterator[Block]:
    """Yield the agreements in force that these are party to, the next review first: a few, and more where there is room."""
    found = [
        one
        for one in graph.landscape.agreements.values()
        if graph.view.in_use(one) and not parties.isdisjoint(one.parties)
    ]
    if found:
        yield Heading(1, "Agreements")
        found.sort(key=lambda one: one.review or date.max)
        most = min(few, len(found))
        first = wrapped(_reviews(found, most), ACROSS)
        while most < len(found) and wrapped(_reviews(found, most + 1), ACROSS) - first <= room:
            most += 1
        yield Paragraph(text(_reviews(found, most)))


def _reviews(found: Sequence[Agreement], most: int) -> str:
    """Return the first agreements with their reviews, then those without one, then how many more there are."""
    reviewed = [f"{one.title} (review {day(one.review)})" for one in found[:most] if one.review]
    undated = [one.title for one in found[:most] if not one.review]
    said = [f"{'; '.join(reviewed)}."] if reviewed else []
    said += [f"Without a review date: {'; '.join(undated)}."] if undated else []
    more = len(found) - most
    return " ".join([*said, *([f"And {more} more."] if more else [])])
