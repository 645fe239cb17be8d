"""From another view of Who leads on what into the table: with places as columns, or with a square open."""

from __future__ import annotations

import streamlit as st

from rolemap.ui import kept, state


def places_in_table(areas: list[str]) -> None:
    """Show the table with these areas as columns, and only the rows in which they differ, from the next run on."""
    st.session_state[state.AREA] = areas
    st.session_state[state.DIFFER] = len(areas) > 1
    kept.forget(state.VIEW)


def square_in_table(named: str) -> None:
    """Show the table with the square `responsibility@area` open from the next run on."""
    state.show_square(named)
    kept.forget(state.VIEW)
