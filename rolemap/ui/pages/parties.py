"""Roles and organisations: one of them on one page, found by search; it prints as "my role on one page"."""

import streamlit as st

from rolemap.ui import state, unknownlink
from rolemap.ui.parties import partyview

st.title("Roles and organisations", anchor=False)
analysis = state.analysis()
unknownlink.say(analysis.graph, state.PARTY, partyview.subjects(analysis.graph).__contains__)
chosen = partyview.chooser(analysis.graph)

if chosen:
    cells = partyview.filters(analysis.graph, chosen)
    partyview.page(analysis, chosen, cells)
    partyview.findings(analysis, chosen)
    partyview.downloads(analysis, chosen, cells)
else:
    partyview.nothing_chosen(analysis.graph)
