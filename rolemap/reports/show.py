"""All about one entry, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from rolemap.graph import About, NodeKind, RoleGraph, lines_up
from rolemap.graph.cells import Cell
from rolemap.model import Entry
from rolemap.problems import did_you_mean
from rolemap.reports.check import VERSION
from rolemap.reports.plain import one_line

PARTS_SAID = {
    "leads": "Leads",
    "accountable": "Is accountable for",
    "delivers": "Delivers",
    "contributes": "Contributes to",
    "consulted": "Is consulted on",
    "informed": "Is informed of",
}
TIES_SAID = {
    ("belongs-to", True): "Belongs to",
    ("belongs-to", False): "Has the role",
    ("answers-to", True): "Answers to",
    ("answers-to", False): "Is answered to by",
    ("serves", True): "Works in",
    ("serves", False): "Has here",
    ("within", True): "Lies within",
    ("within", False): "Contains",
    ("party-to", True): "Is party to",
    ("party-to", False): "Party",
    ("covers", True): "Covers",
    ("covers", False): "Covered by",
    ("part-of", True): "Is part of",
    ("part-of", False): "Has the part",
    ("becomes", True): "Becomes",
    ("becomes", False): "Follows",
}
SKIPPED = frozenset({"id", "place", "catalogue", "title", "name", "start", "until", "covers", "parties", "areas"})
"""Fields that are said in their own words or as ties."""


def write(graph: RoleGraph, about: About) -> str:
    """Return everything about one entry as text."""
    return "\n".join(one_line(line) for line in _lines(graph, about))


def _lines(graph: RoleGraph, about: About) -> Iterator[str]:
    yield f"{about.title} ({about.kind.value} {about.id})"
    entry = about.entry
    yield f"  {_dates(entry)}; recorded at {entry.place}"
    yield from _plain_fields(entry)
    seen = ""
    for tie in sorted(about.ties, key=lambda one: (one.kind, not one.outward)):
        head = TIES_SAID[tie.kind.value, tie.outward]
        how = f" ({tie.how})" if tie.how and tie.kind.value != "within" else ""
        where = f" in {graph.landscape.title(tie.area)}" if tie.area else ""
        yield f"  {head if head != seen else ' ' * len(head)}: {tie.title} [{tie.other}]{how}{where}"
        seen = head
    for way in lines_up(graph, about.id) if about.kind is NodeKind.ROLE else ():
        yield "  Line of accountability: " + " → ".join(graph.landscape.title(step) for step in way)
    yield from _parts(graph, about)
    if about.opens:
        yield f"  Would be without a lead if this went: {len(about.opens)}"
        yield from (f"    {_where(graph, cell)}" for cell in about.opens)


def _parts(graph: RoleGraph, about: About) -> Iterator[str]:
    own = about.kind in (NodeKind.ROLE, NodeKind.ORGANISATION)
    for part, cells in about.parts.items():
        yield f"  {PARTS_SAID[part.value] if own else 'Who leads'}: {len(cells)}"
        for cell in cells:
            leads = ", ".join(graph.landscape.title(lead) for lead in cell.leads) or "no lead is recorded"
            yield f"    {_where(graph, cell)}: {_state(cell)}" + ("" if own else f": {leads}")


def _where(graph: RoleGraph, cell: Cell) -> str:
    title = graph.landscape.title
    return f"{title(cell.responsibility)}, {title(cell.area)}"


def _state(cell: Cell) -> str:
    return "assumed" if cell.state == "clear" and not cell.backed else cell.state.value


def _dates(entry: Entry) -> str:
    start = f"from {entry.start}" if entry.start else ""
    until = f"until {entry.until}" if entry.until else ""
    return " ".join(word for word in (start, until) if word) or "no dates given"


def _plain_fields(entry: Entry) -> Iterator[str]:
    for field in fields(entry):
        value = getattr(entry, field.name)
        if field.name in SKIPPED or not value:
            continue
        if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            value = ", ".join(value)
        if isinstance(value, str | float | bool):
            yield f"  {field.name.replace('_', ' ').capitalize()}: {'yes' if value is True else value}"


def why_absent(graph: RoleGraph, id: str) -> str:
    """Return a sentence on why there is nothing to show for an id, with the nearest that there is."""
    landscape, day = graph.landscape, graph.on.isoformat()
    entry = landscape.party(id) or landscape.areas.get(id) or landscape.responsibilities.get(id)
    if entry is None:
        known = {data["node"].id for _, data in graph.network.nodes(data=True)}
        return f'Nothing in this map has the id "{one_line(id)}". {did_you_mean(id, known)}'.strip()
    said = f"has nothing to do with this map on {day}"
    if not entry.within_dates(graph.on):
        said = f"is not there on {day}: {_dates(entry)}"
    elif entry.status == "proposed":
        said = f"is proposed, and not in force on {day}"
    elif id in landscape.roles and id not in graph.view.active:
        said = f"is not there on {day}, since none of its organisations is"
    return f"{one_line(landscape.title(id))} ({id}) {said}."


def write_json(graph: RoleGraph, found: list[About]) -> str:
    """Return everything about some entries as a JSON document (docs/json.md)."""
    data = {"version": VERSION, "on": graph.on.isoformat(), "entries": [_as_data(about) for about in found]}
    return json.dumps(data, indent=2, ensure_ascii=False)


def _as_data(about: About) -> dict[str, Any]:
    return {
        "id": about.id,
        "kind": about.kind.value,
        "title": about.title,
        "parts": {part.value: [_cell_data(cell) for cell in cells] for part, cells in about.parts.items()},
        "ties": [
            {"kind": tie.kind.value, "outward": tie.outward, "id": tie.other, "title": tie.title, "how": tie.how}
            for tie in about.ties
        ],
        "opens": [_cell_data(cell) for cell in about.opens],
    }


def _cell_data(cell: Cell) -> dict[str, Any]:
    return {
        "responsibility": cell.responsibility,
        "area": cell.area,
        "level": cell.level,
        "state": cell.state.value,
        "backed": cell.backed,
        "leads": list(cell.leads),
    }
