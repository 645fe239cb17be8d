"""One responsibility in every place that has it, in words: sentences, rows for the page and lines of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from rolemap.exchange.tables import csv_text
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.graph.alike import Alike, Kinds, Standing, plain_kinds, side_by_side
from rolemap.graph.leads import row
from rolemap.pictures.palette import STATES, state_key
from rolemap.ui.leads.boardview import lead_text
from rolemap.ui.leads.details import kind_name
from rolemap.ui.parties.party import authority
from rolemap.ui.rowsview import OpenRow, badge, marked
from rolemap.ui.tables import MOST
from rolemap.ui.words import count, long_date, word

HEAD = ("Place", "State", "Who leads", "On whose authority", "Accountable", "Delivers", "Beside the others")
LINE = (
    *("Responsibility", "Level", "Place", "State", "Who leads", "Organisation", "On whose authority", "Agreements"),
    *("Accountable", "Delivers", "Contributes", "Since", "Beside the others"),
)
NONE = "not recorded"


def sentence(graph: RoleGraph, found: Alike) -> str:
    """Return who leads by kind in the places of one level, and how clear that is, with counts."""
    level = graph.landscape.title(found.level) or "No level recorded"
    many = sum(one.counted for one in found.standings)
    rest = len(found.standings) - many
    if not many:
        return (
            f"{level}: no lead is needed in {count(rest, 'place')} that {'has' if rest == 1 else 'have'} a part in it."
        )
    _, *others = (f"in {number:,} {_group(graph, found, kinds)}" for kinds, number in found.kinds)
    whole = f"{found.kinds[0][1]:,} of {count(many, 'place')}" if others else f"all {count(many, 'place')}"
    whole = "the one place" if many == 1 else whole
    said = "; ".join(
        (f"in {whole} {_group(graph, found, found.kinds[0][0])}", *([listed(others, 6)] if others else []))
    )
    none = f" In {rest:,} more no lead is needed." if rest else ""
    return f"{level}: {said}. {_states(found)}{none}"


def _states(found: Alike) -> str:
    counts = Counter(state_key(one.cell) for one in found.standings if one.counted)
    return f"{listed((f'{counts[key]:,} {STATES[key].word}' for key in STATES if counts[key]), 9)}."


def _group(graph: RoleGraph, found: Alike, kinds: Kinds) -> str:
    """Return who leads where the leads are of these kinds, by the types they are recorded with."""
    cells = [one.cell for one in found.standings if one.counted and one.kinds == kinds]
    plain = dict.fromkeys(plain_kinds(graph, cell) for cell in cells)
    if all(len(one) == 1 for one in plain):
        return f"{' or '.join(_the(graph, one[0]) for one in plain)} leads"
    return " or ".join(_leads(graph, one) for one in plain)


def _leads(graph: RoleGraph, kinds: Kinds) -> str:
    if not kinds:
        return "no lead is recorded"
    names = [
        f"{number} of the kind {_kind(graph, kind)}" if number > 1 else _the(graph, kind)
        for kind, number in _count(kinds)
    ]
    return f"{listed(names)} {'leads' if len(kinds) == 1 else 'are recorded as leads'}"


def _count(kinds: Kinds) -> list[tuple[str, int]]:
    return list(Counter(kinds).items())


def _kind(graph: RoleGraph, kind: str) -> str:
    name = kind_name(graph, kind)
    return name if len(name) > 1 and name[1].isupper() else name[:1].lower() + name[1:]


def _the(graph: RoleGraph, kind: str) -> str:
    landscape = graph.landscape
    return landscape.title(kind) if kind in landscape.organisations else f"the {_kind(graph, kind)}"


def others(graph: RoleGraph, found: Iterable[Cell]) -> list[tuple[str, int, int]]:
    """Return responsibilities with how many of how many places stand otherwise than most, the most first."""
    by_work: dict[str, list[Cell]] = {}
    for cell in found:
        by_work.setdefault(cell.responsibility, []).append(cell)
    ranked = []
    for id, cells in by_work.items():
        levels = side_by_side(graph, cells)
        number = sum(one.differs for level in levels for one in level.standings)
        if number:
            ranked.append((id, number, sum(one.counted for level in levels for one in level.standings)))
    return sorted(ranked, key=lambda one: -one[1])


def rows(graph: RoleGraph, found: Alike) -> tuple[OpenRow, ...]:
    """Return a row under `HEAD` for each place, at most `MOST`, first those not as most others; each opens its square."""
    name = namer(graph)
    return tuple(_row(graph, one, name) for one in in_order(graph, found)[:MOST])


def in_order(graph: RoleGraph, found: Alike) -> list[Standing]:
    """Return the places of a level by name: first those that are not as most others, last those that need no lead."""
    title = graph.landscape.title
    return sorted(
        found.standings,
        key=lambda one: (not one.differs, not one.counted, title(one.cell.area).casefold(), one.cell.area),
    )


def _row(graph: RoleGraph, one: Standing, name: Callable[[str], str]) -> OpenRow:
    cell = one.cell
    cells = (
        badge(state_key(cell)),
        with_bodies(graph, cell),
        _authority(graph, cell),
        listed(map(name, cell.accountable)) or NONE,
        listed(map(name, cell.delivers)) or NONE,
        marked("▲" if one.differs else "=" if one.counted else "·", beside(one)),
    )
    note = _note(graph, cell) if cell.needed else "no lead is needed here"
    return OpenRow(name_of(cell), graph.landscape.title(cell.area), cells, note, strong=one.differs)


def _note(graph: RoleGraph, cell: Cell) -> str:
    """Return since when it stands so, or of when the record is, in few words; empty where neither is recorded."""
    start = row(graph, cell).start
    told = _as_at(cell)
    return f"since {long_date(start)}" if start else f"as at {told}" if told else ""


def _authority(graph: RoleGraph, cell: Cell) -> str:
    """Return on what a lead rests; the law without its reference, which stands above the table."""
    reference = graph.landscape.responsibilities[cell.responsibility].law.reference
    said = authority(graph, cell) if cell.leads else NONE
    return said.replace(f": {reference}", "", 1) if reference else said


def name_of(cell: Cell) -> str:
    """Return the name by which a square is opened."""
    return f"{cell.responsibility}@{cell.area}"


def beside(one: Standing) -> str:
    """Return in words whether a place is as most of the others are."""
    if not one.counted:
        return "not compared"
    if not one.differs:
        return "as most"
    if not one.cell.leads:
        return "no lead here"
    if one.other_lead and one.other_state:
        return "other lead, other state"
    return "other lead" if one.other_lead else "other state"


def with_bodies(graph: RoleGraph, cell: Cell) -> str:
    """Return who leads, posts with their organisations."""
    if not cell.leads or any(lead not in graph.landscape.roles for lead in cell.leads):
        return lead_text(graph, cell)
    bodies = bodies_of(graph, cell)
    return f"{lead_text(graph, cell)}, {bodies}" if len(cell.leads) == 1 and bodies else lead_text(graph, cell)


def bodies_of(graph: RoleGraph, cell: Cell) -> str:
    """Return the organisations behind the leads of a square."""
    found = dict.fromkeys(id for lead in cell.leads for id in graph.organisations_of(lead))
    return listed(map(graph.landscape.title, found))


def since(graph: RoleGraph, cell: Cell) -> str:
    """Return since when it stands so: from which day, else of when the record is."""
    start = row(graph, cell).start
    if start:
        return long_date(start)
    told = _as_at(cell)
    return f"{NONE}; as at {told}" if told else NONE


def _as_at(cell: Cell) -> str:
    return listed(dict.fromkeys(one.as_at for one in cell.candidates if one.as_at))


def sheet(graph: RoleGraph, found: Iterable[Alike]) -> str:
    """Return every place as CSV, one line each."""
    name = namer(graph)
    return csv_text(LINE, (_line(graph, one, name) for level in found for one in in_order(graph, level)))


def _line(graph: RoleGraph, one: Standing, name: Callable[[str], str]) -> list[str]:
    title, cell = graph.landscape.title, one.cell
    return [
        *(title(cell.responsibility), title(cell.level), title(cell.area), word(state_key(cell))),
        *(lead_text(graph, cell), bodies_of(graph, cell), authority(graph, cell) if cell.leads else NONE),
        "; ".join(map(title, cell.agreements)),
        *("; ".join(map(name, parties)) for parties in (cell.accountable, cell.delivers, cell.contributes)),
        *(since(graph, cell), beside(one)),
    ]
