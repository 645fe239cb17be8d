"""Tables for other tools: every place, statement, party, agreement and finding of a map, one row each, ids included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rolemap.graph import Cell
from rolemap.graph.leads import row
from rolemap.model import PARTS
from rolemap.pictures.palette import state_key
from rolemap.reports.blocks import Column, Number, Table, Value, When, text
from rolemap.reports.figures import Figures
from rolemap.reports.grounds import with_standing
from rolemap.reports.words import chip

JOIN = "; "


class _Known(dict[str | date, Value]):
    """The cells of one table by what they say: a large map says the same thing many times, and one cell then does."""

    def __missing__(self, said: str | date) -> Value:
        made: Value = text(said) if isinstance(said, str) else When(said, said.isoformat())
        self[said] = made
        return made

    def cell(self, value: object) -> Value:
        """Return plain data as a cell: dates and numbers as such, several texts joined, yes and no in words."""
        if type(value) is str or isinstance(value, date):
            return self[value]
        if isinstance(value, bool):
            return self["yes" if value else "no"]
        if isinstance(value, int | float):
            return Number(value, f"{value:g}" if value < 1e6 else f"{value:.0f}")
        if isinstance(value, tuple):
            return self[JOIN.join(map(str, value))]
        return self[str(value)] if value is not None else ()


def sheets(figures: Figures) -> Iterator[Table]:
    """Yield every table: places, statements, organisations, roles, responsibilities, agreements, findings, sources."""
    yield places(figures)
    yield statements(figures)
    yield from entries(figures, *ENTRIES)
    yield findings(figures)


def places(figures: Figures, cells: Iterable[Cell] | None = None) -> Table:
    """Return one row for each place, or for each of some: who plays which part, in which state, on what basis."""
    title, known = figures.landscape.title, _Known()
    head = ("Responsibility", "Responsibility id", "Pillar", "Level", "Area", "Area id", "State", "Counted", "Backed")
    tail = ("Basis", "Status", "From", "Until")
    rows = []
    for one in figures.cells if cells is None else cells:
        found = row(figures.graph, one)
        where = (found.title, one.responsibility, title(one.pillar), title(one.level), title(one.area), one.area)
        parts = [JOIN.join(map(title, one.parties(part))) for part in PARTS]
        said = (one.needed, found.backed, *parts, with_standing(figures.graph, found.basis), found.status)
        rows.append(
            (
                *map(known.cell, where),
                chip(state_key(one)),
                *map(known.cell, (*said, found.start, found.until)),
            )
        )
    names = (*head, *(part.value.capitalize() for part in PARTS), *tail)
    return _table(
        "Who leads", "Every responsibility in every area where it needs or has a lead, one row each", names, rows
    )


STATEMENT = ("responsibility", "at", *(part.value for part in PARTS), "joint", "basis", "said_by", "status")
DATED = ("start", "until", "confidence", "as_at", "source", "note", "tags")
FROM = {"start": "from"}
"""Fields whose names in the format differ from those in the model."""


def statements(figures: Figures) -> Table:
    """Return one row for each assignment, under the names of the map format, so that a map can be made of it again."""
    fields = (*STATEMENT, *DATED)
    deciding = {id(said) for cell in figures.cells for said in cell.candidates}
    own = [one for one in figures.landscape.assignments if not one.catalogue or id(one) in deciding]
    known = _Known()
    rows = [(*(known.cell(getattr(one, name)) for name in fields), text(one.catalogue)) for one in own]
    caption = "Every statement on who does what, under the names of the map format; a catalogue's where it decides"
    return _table("Assignments", caption, (*(FROM.get(name, name) for name in fields), "catalogue"), rows)


ENTRIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "organisations": ("Organisations", ("id", "name", "type", "areas", "code", "ods", "becomes")),
    "roles": ("Roles", ("id", "title", "kind", "organisations", "areas", "holder", "vacant", "capacity")),
    "responsibilities": ("Responsibilities", ("id", "title", "pillar", "also", "domain", "statutory", "scope_note")),
    "agreements": (
        "Agreement data",
        ("id", "title", "type", "parties", "status", "area", "review", "term", "purpose", "legal_basis", "escalation"),
    ),
    "funding": ("Funding", ("id", "title", "amount", "currency", "period", "holder", "responsibilities")),
    "sources": ("Source data", ("id", "title", "publisher", "url", "date", "licence")),
}
"""Section -> the name of its table and its columns; each is followed by those every entry has."""


def entries(figures: Figures, *sections: str) -> Iterator[Table]:
    """Yield a table for each of these sections of the map that has entries of its own, or that a place speaks of."""
    used = {cell.responsibility for cell in figures.cells}
    for section in sections:
        name, own = ENTRIES[section]
        found = [one for one in getattr(figures.landscape, section).values() if not one.catalogue or one.id in used]
        fields = (*own, *(field for field in DATED if field != "as_at"))
        if found:
            known = _Known()
            rows = [tuple(known.cell(getattr(one, field)) for field in fields) for one in found]
            yield _table(
                name,
                f"{section.capitalize()} of the map, one row each",
                tuple(FROM.get(field, field) for field in fields),
                rows,
            )


def findings(figures: Figures) -> Table:
    """Return one row for each finding, accepted ones last."""
    number = {one.id: item.number for item in figures.groups for one in item.group.findings}
    title = figures.landscape.title
    names = (
        *("No.", "Finding", "Code", "Name", "Severity", "Confidence", "What is noticed", "To ask", "Responsibility"),
        *("Area", "Level", "Pillar", "Parties", "File", "Line", "Accepted because"),
    )
    rows, known = [], _Known()
    for one in (*figures.findings, *figures.accepted):
        where = one.places[0].location
        said: tuple[object, ...] = (
            *(number.get(one.id, ""), one.id, one.code, one.name, one.severity.value, one.confidence.value),
            *(one.message, one.question, title(one.responsibility), title(one.area), title(one.level)),
            *(title(one.pillar), JOIN.join(map(title, one.parties)), where.file, where.line or ""),
            one.accepted.reason if one.accepted else "",
        )
        rows.append(tuple(map(known.cell, said)))
    return _table("Findings", "Everything noticed, one row each, what people decided to live with last", names, rows)


def _table(name: str, caption: str, columns: Iterable[str], rows: Iterable[tuple[Value, ...]]) -> Table:
    return Table(
        name=name,
        caption=caption,
        columns=tuple(Column(one) for one in columns),
        rows=tuple(rows),
        wide=True,
        bulk=True,
    )
