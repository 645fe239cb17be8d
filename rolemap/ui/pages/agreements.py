"""Agreements: what is due this year, one agreement with what hangs on it, the timeline and the register."""

import streamlit as st

from rolemap.ui import state, unknownlink
from rolemap.ui.agreements import agreementview, due

st.title("Agreements", anchor=False)
analysis = state.analysis()
graph = analysis.graph

unknownlink.say(graph, state.AGREEMENT, graph.landscape.agreements.__contains__)
if graph.landscape.agreements:
    agreementview.introduction(graph, due.due(graph, graph.landscape.agreements.values()))
    shown = agreementview.filters(graph)
    agreementview.due_first(graph, shown)
    chosen = agreementview.one(graph, shown)
    agreementview.over_time(graph, shown)
    agreementview.register(graph, shown)
    agreementview.downloads(analysis, shown, chosen)
else:
    agreementview.nothing_recorded()
