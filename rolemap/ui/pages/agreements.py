"""Agreements: what is due this year, one agreement with what hangs on it, the timeline and the register."""

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.ui import parts, state, unknownlink
from rolemap.ui.agreements import agreementview, due


@parts.body
def body(analysis: Analysis) -> None:
    """Show the page below its title."""
    graph = analysis.graph
    unknownlink.say(graph, state.AGREEMENT, graph.landscape.agreements.__contains__)
    if not graph.landscape.agreements:
        agreementview.nothing_recorded()
        return
    agreementview.introduction(graph, due.due(graph, graph.landscape.agreements.values()))
    shown = agreementview.filters(graph)
    agreementview.due_first(graph, shown)
    chosen = agreementview.one(graph, shown)
    agreementview.over_time(graph, shown)
    agreementview.register(graph, shown)
    agreementview.downloads(analysis, shown, chosen)


st.title("Agreements", anchor=False)
body(state.analysis())
