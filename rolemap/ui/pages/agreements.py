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
    agreementview.filters(graph)
    found(analysis)


@parts.results
def found(analysis: Analysis) -> None:
    """Show the agreements that the filters let through."""
    graph = analysis.graph
    shown = agreementview.shown(graph)
    agreementview.due_first(graph, shown)
    agreementview.one(analysis, shown)
    agreementview.over_time(graph, shown)
    agreementview.register(graph, shown)
    agreementview.downloads(graph, shown)


st.title("Agreements", anchor=False)
body(state.analysis())
