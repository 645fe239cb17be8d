"""The board as an element of the page: what is sent to the browser, and what comes back when a square is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

import streamlit as st

from rolemap.findings.words import namer
from rolemap.graph import Cell, RoleGraph, State
from rolemap.pictures.palette import STATES, state_key
from rolemap.ui.element import element
from rolemap.ui.leads.board import Board, Group, Row, Tally
from rolemap.ui.remembered import remembered
from rolemap.ui.style import state_css
from rolemap.ui.words import long_date, word

FRAME = """
<div class="board">
  <div class="picker" hidden><label for="area">Area shown</label><select id="area"></select></div>
  <div class="scroller" role="region" aria-label="Who leads on what, as a table" tabindex="0"></div>
  <p class="live" aria-live="polite"></p>
</div>
"""

_component = element("board", FRAME, state_css())


def show_board(graph: RoleGraph, board: Board, opened: str, choose: Callable[[str], None]) -> None:
    """Show the board; `opened` is the open square (`responsibility@area` or empty), `choose` is told of another."""

    def chosen() -> None:
        choose(st.session_state["board"].get("open") or "")

    _component(key="board", data=payload(graph, board, opened), on_open_change=chosen)


def payload(graph: RoleGraph, board: Board, opened: str) -> dict[str, Any]:
    """Return what the browser needs to draw the board. `revision` changes when anything but the open square does."""
    return {**_content(graph, board), "open": opened}


@remembered
def _content(graph: RoleGraph, board: Board) -> dict[str, Any]:
    columns = _columns(graph, board)
    leads: dict[str, int] = {}
    groups = [_group(graph, group, board.columns, leads) for group in board.groups]
    content = {
        "caption": f"Who leads on what in {graph.landscape.info.name}, as at {long_date(graph.on)}",
        "states": {key: [look.symbol, word(key)] for key, look in STATES.items()},
        "columns": columns,
        "groups": groups,
        "leads": list(leads),
    }
    revision = sha256(repr(content).encode()).hexdigest()
    return {**content, "revision": revision}


def lead_text(graph: RoleGraph, cell: Cell) -> str:
    """Return who leads, in words, for a square; two posts of the same title with their organisations."""
    if cell.leads:
        return (" or " if cell.state is State.CONTESTED else " and ").join(_told_apart(graph, cell.leads))
    if cell.proposed_leads:
        return f"{' and '.join(_told_apart(graph, cell.proposed_leads))} (proposed)"
    return "No lead recorded" if cell.needed else "Others have a part"


def _told_apart(graph: RoleGraph, parties: tuple[str, ...]) -> list[str]:
    names = [graph.landscape.title(party) for party in parties]
    return names if len(set(names)) == len(names) else [namer(graph)(party) for party in parties]


def _columns(graph: RoleGraph, board: Board) -> list[dict[str, Any]]:
    landscape = graph.landscape
    return [
        {
            "id": area,
            "number": number,
            "name": landscape.title(area),
            "level": landscape.title(landscape.areas[area].level) or "No level",
            "note": _note(board.by_area.get(area, Tally(0, 0))),
        }
        for number, area in enumerate(board.columns)
    ]


def _group(graph: RoleGraph, group: Group, columns: Iterable[str], leads: dict[str, int]) -> dict[str, Any]:
    return {
        "name": graph.landscape.title(group.pillar) or "No pillar",
        "note": _note(group.tally),
        "totals": {area: _note(group.by_area[area]) for area in columns if area in group.by_area},
        "rows": [_row(graph, row, leads) for row in group.rows],
    }


def _row(graph: RoleGraph, row: Row, leads: dict[str, int]) -> dict[str, Any]:
    responsibility = graph.landscape.responsibilities[row.responsibility]
    statutory = "Statutory" if responsibility.statutory else ""
    also = ", ".join(graph.landscape.title(pillar) for pillar in responsibility.also)
    squares = {}
    for area, cell in row.squares.items():
        extra = "no lead is needed here" if cell.leads and not cell.needed else ""
        squares[area] = [
            state_key(cell),
            leads.setdefault(lead_text(graph, cell), len(leads)),
            area in row.asked,
            extra,
        ]
    return {
        "id": row.responsibility,
        "title": responsibility.title,
        "note": ". ".join(note for note in (statutory, f"Also in {also}" if also else "") if note),
        "squares": squares,
    }


def _note(found: Tally) -> str:
    return f"{found.sure:,} of {found.needed:,} clear" if found.needed else ""
