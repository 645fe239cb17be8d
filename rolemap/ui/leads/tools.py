"""What stands around the board: choosing a square by name, its details, the download, and what to do when nothing shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.pipeline import Analysis
from rolemap.reports.sheets import leads_sheet
from rolemap.ui import boxes, filterbar, parts, state
from rolemap.ui.choosers import TYPE
from rolemap.ui.filenames import named
from rolemap.ui.leads.board import Board, areas_in_order
from rolemap.ui.leads.details import nothing_said, square_details
from rolemap.ui.words import count

LEADS_PAGE = Path(__file__).parents[1] / "pages" / "leads.py"
PICKER, DESK = "picker", "desk"
"""The names of parts of the page: what finds a square by name; the board with what is open beside it."""


def left_out(board: Board) -> None:
    """Say which columns and rows are not drawn, if any, and how to see them."""
    said = []
    if board.columns_left_out:
        said.append(count(board.columns_left_out, "area"))
    if board.rows_left_out:
        said.append(count(board.rows_left_out, "responsibility", "responsibilities"))
    if said:
        st.info(
            f"The board is too large to draw whole: {' and '.join(said)} are left out here, not in the totals "
            "or the download. Choose levels, areas or pillars to see them.",
            icon=":material/info:",
        )


@parts.part_named(PICKER)
def find_square(graph: RoleGraph) -> None:
    """Show a button that unfolds two boxes, which open a square by responsibility and area."""
    meaning = "A square is where a responsibility and a place meet: it says who leads on it there."
    with st.popover("Find a square", icon=":material/search:", help=meaning, key="find-square", on_change="rerun"):
        _square_picker(graph)


def _square_picker(graph: RoleGraph) -> None:
    landscape = graph.landscape
    opened = state.open_square()
    picked = [st.session_state.get(key) for key in state.PICK_KEYS]
    for key, id in zip(state.PICK_KEYS, opened if opened and graph.cell(*opened) else picked, strict=True):
        boxes.give(key, id)
    responsibilities = sorted({cell.responsibility for cell in graph.cells}, key=landscape.title)
    _pick("Responsibility", state.PICK_RESPONSIBILITY, responsibilities, graph)
    chosen = st.session_state.get(state.PICK_RESPONSIBILITY)
    areas = areas_in_order(graph, {cell.area for cell in graph.cells if chosen in (None, cell.responsibility)})
    _pick("Area", state.PICK_AREA, areas, graph)


def _pick(label: str, key: str, options: Sequence[str], graph: RoleGraph) -> None:
    words = graph.landscape.title
    st.selectbox(
        label,
        options,
        index=None,
        key=key,
        format_func=words,
        placeholder=TYPE,
        filter_mode="contains",
        on_change=_picked,
        args=(graph,),
    )


def _picked(graph: RoleGraph) -> None:
    """Open the square chosen by name; where the area has none for this responsibility, the first area that has."""
    responsibility = st.session_state.get(state.PICK_RESPONSIBILITY)
    area = st.session_state.get(state.PICK_AREA)
    if responsibility and (area is None or graph.cell(responsibility, area) is None):
        areas = areas_in_order(graph, {cell.area for cell in graph.cells if cell.responsibility == responsibility})
        area = areas[0]
    state.show_square(f"{responsibility}@{area}" if responsibility else "")
    parts.run_only(PICKER, DESK)
    parts.run_only(parts.BODY)


def side(analysis: Analysis) -> None:
    """Show the details of the open square."""
    opened = state.open_square()
    if opened is None:
        return
    st.button("Close", icon=":material/close:", on_click=state.close_square, type="tertiary", key="close-square")
    cell = analysis.graph.cell(*opened)
    if cell is None:
        st.html(nothing_said(analysis.graph, opened))
        return
    here = [one for one in analysis.findings if (one.responsibility, one.area) == opened]
    st.html(square_details(analysis.graph, cell, here))


def square_link(named: str, label: str) -> None:
    """Show a link that opens a square, `responsibility@area`, on the board. `label` is Markdown."""
    st.page_link(LEADS_PAGE, label=label, icon=":material/table_view:", query_params=state.link_to_square(named))


def leads_download(graph: RoleGraph, board: Board) -> None:
    """Offer what is shown as CSV."""
    st.download_button(
        "Download this square as CSV"
        if len(board.cells) == 1
        else f"Download these {count(len(board.cells), 'square')} as CSV",
        lambda: leads_sheet(graph, board.cells).encode("utf-8-sig"),
        file_name=named("who-leads-on-what", ".csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def nothing_shown(graph: RoleGraph) -> None:
    """Say why nothing is shown and what to do next."""
    if graph.cells:
        filterbar.nothing_let_through("No square matches these filters. Clear them, or take one away, to see more.")
        return
    st.info(
        "This map does not say yet where a lead is needed. Give its responsibilities “needs_lead_at” (levels) and the map "
        "an area; or open an example on the page Maps to see how it is done.",
        icon=":material/lightbulb:",
    )
