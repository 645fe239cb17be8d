"""Roles and organisations: one of them on one page, found by search; it prints as "my role on one page"."""

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.ui import parts, state, unknownlink
from rolemap.ui.parties import partyview


@parts.body
def body(analysis: Analysis) -> None:
    """Show the page below its title."""
    unknownlink.say(analysis.graph, state.PARTY, partyview.subjects(analysis.graph).__contains__)
    chosen = partyview.chooser(analysis.graph)
    if chosen:
        partyview.filters(analysis.graph)
        found(analysis)
    else:
        partyview.nothing_chosen(analysis.graph)


@parts.results
def found(analysis: Analysis) -> None:
    """Show everything about who is chosen, as the filters have it."""
    chosen: str = st.session_state[state.PARTY]
    cells = partyview.shown(analysis.graph, chosen)
    partyview.page(analysis, chosen, cells)
    partyview.findings(analysis, chosen)
    partyview.downloads(analysis, chosen, cells)


st.title("Roles and organisations", anchor=False)
body(state.analysis())
