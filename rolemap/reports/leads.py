"""Who leads on what, as a table for the terminal, CSV, JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from rolemap.exchange.tables import csv_text
from rolemap.graph import RoleGraph, Row
from rolemap.reports.check import VERSION
from rolemap.reports.grounds import with_standing
from rolemap.reports.plain import one_line

COLUMNS = (
    "responsibility",
    "title",
    "pillar",
    "level",
    "area",
    "state",
    "backed",
    "leads",
    "accountable",
    "delivers",
    "contributes",
    "consulted",
    "informed",
    "basis",
    "status",
    "from",
    "until",
)
"""The columns of a row, in the order of every format."""

BRIEF = ("title", "level", "area", "state", "leads", "basis")
"""The columns that fit a terminal or a page."""


def as_data(row: Row) -> dict[str, Any]:
    """Return a row as plain data under the documented names."""
    renamed = {"from": "start"}
    found: dict[str, Any] = {}
    for column in COLUMNS:
        value = getattr(row, renamed.get(column, column))
        found[column] = list(value) if isinstance(value, tuple) else value
    for name in ("from", "until"):
        found[name] = found[name].isoformat() if found[name] else None
    return found


def write_json(graph: RoleGraph, rows: Sequence[Row]) -> str:
    """Return the rows as a JSON document (docs/json.md)."""
    data = {"version": VERSION, "on": graph.on.isoformat(), "rows": [as_data(row) for row in rows]}
    return json.dumps(data, indent=2, ensure_ascii=False)


def write_csv(graph: RoleGraph, rows: Sequence[Row]) -> str:
    """Return the rows as CSV with every column; several parties in a cell are separated by "; "."""
    del graph
    return csv_text(COLUMNS, ([_flat(value) for value in as_data(row).values()] for row in rows))


def write_markdown(graph: RoleGraph, rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table in the words people know."""
    head, *body = words(graph, rows)
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(_markdown(cell) for cell in line) + " |" for line in lines)


def words(graph: RoleGraph, rows: Sequence[Row]) -> list[list[str]]:
    """Return a header and one line a row, in titles and names instead of ids."""
    title = graph.landscape.title
    lines = [["Responsibility", "Level", "Area", "State", "Who leads", "On what basis"]]
    for row in rows:
        state = "assumed" if row.state == "clear" and not row.backed else row.state
        leads = "; ".join(title(lead) for lead in row.leads)
        basis = with_standing(graph, row.basis)
        lines.append([one_line(cell) for cell in (row.title, row.level, title(row.area), state, leads, basis)])
    return lines


def _flat(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _markdown(cell: str) -> str:
    """Return a cell that stays one cell of text: marks that Markdown or HTML would act on are escaped."""
    for mark in "\\`*_[]|~#":
        cell = cell.replace(mark, f"\\{mark}")
    return cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


FORMATS: dict[str, Callable[[RoleGraph, Sequence[Row]], str]] = {
    "csv": write_csv,
    "json": write_json,
    "markdown": write_markdown,
}
"""The formats that are text documents; the terminal table is drawn by the command line."""
