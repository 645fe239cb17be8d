"""The first view of Who leads on what: the board, everything about the square that is open, and totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from rolemap.graph import Cell, RoleGraph
from rolemap.pipeline import Analysis
from rolemap.ui import filterbar, glance, pictured, state
from rolemap.ui.filters import describe
from rolemap.ui.leads import tools
from rolemap.ui.leads.board import Board, build_board
from rolemap.ui.leads.boardview import show_board
from rolemap.ui.parts import part_named, results
from rolemap.ui.remembered import remembered
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.search import whynotview
from rolemap.ui.words import count


@results
def show(analysis: Analysis) -> None:
    """Show the board under the filters as they stand."""
    graph = analysis.graph
    filters = state.filters()
    board = build_board(graph, filters)
    rows = count(board.all_rows, "responsibility", "responsibilities")
    shown = f"{board.shown_rows:,} of {rows} shown, {squares_in_words(board.cells)}."
    columns = board.columns if board.columns_left_out else ()
    filterbar.shown_sentence(shown, describe(graph, filters), beside=lambda: whynotview.show(graph, filters, columns))
    tools.left_out(board)
    if not board.cells:
        tools.nothing_shown(graph)
        return
    _desk(analysis, board)
    tools.leads_download(graph, board)
    st.header("Totals", anchor=False)
    if filters.states:
        words = (
            "Totals count squares in every state, also those that the filter State hides: else all would be one state."
        )
        st.html(html('<p class="rm-quiet">{words}</p>', words=words))
    st.html(_totals(graph, board))
    needed = [cell for cell in board.counted if cell.needed]
    if needed:
        chosen = describe(graph, replace(filters, states=()))
        pictured.downloads(
            "who-leads-totals", lambda: glance.chart(graph, needed), "chart of totals", pictured.of(graph, chosen)
        )


def squares_in_words(cells: Sequence[Cell]) -> str:
    """Return how many squares these are, and how many of them need no lead and so are in no total."""
    extra = sum(not cell.needed for cell in cells)
    said = count(len(cells), "square")
    if not extra:
        return said
    return f"{said}, {extra:,} of them where no lead is needed, so {'it is' if extra == 1 else 'they are'} not counted"


@part_named(tools.DESK)
def _desk(analysis: Analysis, board: Board) -> None:
    """Show the board and what is open beside it; choosing a square runs nothing else of the page again."""
    with st.container(key="desk"):
        with st.container(key="boardside"):
            show_board(analysis.graph, board, state.open_name(), state.show_square)
        opened = state.open_square()
        if opened:
            with st.container(key="side"):
                tools.side(analysis)
                if analysis.graph.cell(*opened) and not any(
                    (one.responsibility, one.area) == opened for one in board.cells
                ):
                    st.caption("The filters leave this square out of the table.")
    state.remember_square()


@remembered
def _totals(graph: RoleGraph, board: Board) -> Html:
    return joined((glance.bar(board.counted), glance.totals(graph, board.counted)))
