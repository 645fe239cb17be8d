"""Who leads on what: the board, everything about the square that is open, and totals."""

import streamlit as st

from rolemap.ui import filterbar, glance, state, tools
from rolemap.ui.board import build_board
from rolemap.ui.boardview import show_board
from rolemap.ui.filters import describe
from rolemap.ui.safe import html
from rolemap.ui.words import count

st.title("Who leads on what", anchor=False)
analysis = state.analysis()
state.follow_address()
graph = analysis.graph
st.html(html('<p class="rm-lead">{sentence}</p>', sentence=glance.sentence(graph)))
filterbar.board_filters(graph)

filters = state.filters()
board = build_board(graph, filters)
rows = count(board.all_rows, "responsibility", "responsibilities")
shown = f"{board.shown_rows:,} of {rows} shown, {count(len(board.cells), 'square')}."
filterbar.shown_sentence(shown, describe(graph, filters))
tools.left_out(board)

if board.cells:
    with st.container(key="desk"):
        with st.container(key="boardside"):
            show_board(graph, board, state.open_name(), state.show_square)
        if state.open_square():
            with st.container(key="side"):
                tools.side(analysis)
    state.remember_square()
    tools.leads_download(graph, board)
    st.header("Totals", anchor=False)
    st.html(glance.bar(board.counted))
    st.html(glance.totals(graph, board.counted))
else:
    tools.nothing_shown(graph)
