"""The ways to look at who leads on what: a switch at the top of the page, kept in the address, and what each shows."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.ui import choosers, kept, state
from rolemap.ui.leads import clearview, sideview, tableview, workview

TABLE, SIDE, WORK, CLEAR = "table", "side-by-side", "who-with-whom", "how-clear"

VIEWS = {TABLE: "Table", SIDE: "Side by side", WORK: "Who works with whom", CLEAR: "How clear"}
"""The views by their names in the address, in the order offered."""

SHOWS: dict[str, Callable[[Analysis], None]] = {
    TABLE: tableview.show,
    SIDE: sideview.show,
    WORK: workview.show,
    CLEAR: clearview.show,
}


def switch() -> str:
    """Show the switch, and return the view chosen; a link that names a square and no view opens the table."""
    linked = state.SQUARE_IN_ADDRESS in st.query_params and state.VIEW not in st.query_params
    if linked and kept.text(state.VIEW) not in ("", TABLE):
        kept.forget(state.VIEW)
    chosen = choosers.choose_view("How to look at it", state.VIEW, VIEWS, chosen=_remember)
    _remember()
    return chosen


def _remember() -> None:
    """Put the view into the address, but for the table; at once, so that it is one step for the browser's Back."""
    chosen = st.session_state[state.VIEW]
    kept.remember_as({state.VIEW: "" if chosen == TABLE else chosen})
