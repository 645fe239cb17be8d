"""What a post or a body leads on in few words, for a page on which the whole table has no room.

What is not clear stands first, then what is clear, and each of the two by who leads; only what then has no room is
counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rolemap.findings.words import counted, listed
from rolemap.graph import Cell, RoleGraph
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import Chip, Column, Run, Table, Text, Value
from rolemap.reports.sections.leading import Alike, alike
from rolemap.reports.sections.room import wrapped

LETTERS = 92
"""How many letters a line of what is led holds beside the state. Measured on the pages of all bodies of the examples."""

ROW = 0.6
"""How many lines the space around a row takes."""

FULL = "“Who leads on what” in the full report"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one party leads in one place: who, what, and in how many areas each."""

    who: str
    titles: tuple[str, ...]
    places: tuple[int, ...]


def brief_table(graph: RoleGraph, led: Sequence[Cell], room: float, *, by_party: bool) -> tuple[Table, float]:
    """Return what is led in so many lines, by who leads or else by what it rests on, and how many lines it takes.

    Each lead has a line of its own where there is room for that, and else follows on the one before.
    """
    lines = alike(graph, led)
    wheres = Counter(_where(graph, line) for line in lines)
    usual = wheres.most_common(1)[0][0]
    states = _by_state(graph, lines, usual, by_party=by_party)
    whole = sum(sum(entry.places) for entries in states.values() for entry in entries)
    rows, left, taken = _filled(states, room, "\n")
    if left:
        rows, left, taken = _filled(states, room, " ")
    said = "By state and who leads" if by_party else "By state and what it rests on"
    beside = f"What each rests on: see {FULL}." if by_party else ""
    made = Table(
        name="Leads",
        caption=f"{said}, in {usual}{' where no other place is named' if len(wheres) > 1 else ''}",
        columns=(Column("State", 1), Column("Responsibilities", 8)),
        rows=tuple(rows),
        note=f"{left:,} of {whole:,} are not named here: see {FULL}." if left else beside,
    )
    return made, taken


def _by_state(graph: RoleGraph, lines: Iterable[Alike], usual: str, *, by_party: bool) -> dict[Chip, list[Entry]]:
    """Return the entries of each state, contested first and clear last; of each those with most responsibilities first."""
    grouped: dict[Chip, dict[str, list[Alike]]] = {}
    for line in lines:
        first = line.leads if by_party else line.basis
        where = _where(graph, line)
        who = ", ".join(filter(None, (first, "" if where == usual else f"in {where}")))
        grouped.setdefault(line.state, {}).setdefault(who, []).append(line)
    order = ["contested", *(key for key in STATES if key not in {"contested", "clear"}), "clear"]
    return {
        state: sorted(
            (
                Entry(who, tuple(one.responsibility for one in found), tuple(len(one.cells) for one in found))
                for who, found in grouped[state].items()
            ),
            key=lambda entry: -len(entry.titles),
        )
        for state in sorted(grouped, key=lambda chip: order.index(chip.key))
    }


def _filled(states: dict[Chip, list[Entry]], room: float, between: str) -> tuple[list[tuple[Value, ...]], int, float]:
    """Return the rows that have room, how many leads have none, and how many lines the rows take."""
    rows: list[tuple[Value, ...]] = []
    left, used = 0, 0.0
    for state, entries in states.items():
        runs, lost, high = _entries(entries, room - used - ROW, between)
        left += lost
        if runs:
            rows.append((state, runs))
            used += high + ROW
    return rows, left, used


def _entries(entries: Sequence[Entry], room: float, between: str) -> tuple[Text, int, float]:
    """Return as much of some entries as has room, how many leads it leaves out, and how many lines it takes."""
    runs: list[Run] = []
    said, left = "", 0
    for entry in entries:
        named = _fitting(entry, said, room, between)
        left += sum(entry.places[named:])
        if named:
            parts = _words(entry, named)
            said += (between if said else "") + "".join(parts)
            first, rest = parts
            runs += [Run(f"{between if runs else ''}{first}", bold=True), Run(rest)]
    return tuple(runs), left, _lines(said)


def _fitting(entry: Entry, before: str, room: float, between: str) -> int:
    """Return how many of the titles of an entry have room after what was said before it."""
    for number in range(len(entry.titles), 0, -1):
        if _lines(f"{before}{between if before else ''}{''.join(_words(entry, number))}") <= room:
            return number
    return 0


def _words(entry: Entry, number: int) -> tuple[str, str]:
    more = len(entry.titles) - number
    named = "; ".join([*entry.titles[:number], *([f"and {more} more"] if more else [])])
    return (f"{entry.who}: " if entry.who else ""), f"{named}."


def _lines(said: str) -> int:
    return sum(wrapped(line, LETTERS) for line in said.split("\n")) if said else 0


def _where(graph: RoleGraph, line: Alike) -> str:
    areas = [graph.landscape.title(cell.area) for cell in line.cells]
    return listed(areas, 3) if len(areas) <= 3 else counted(len(areas), "area")
