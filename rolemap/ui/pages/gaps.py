"""Gaps and overlaps: what rolemap notices, as cards by theme, each with its question for the room."""

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.ui import filterbar, parts, state
from rolemap.ui.filters import describe
from rolemap.ui.gaps import findinglist
from rolemap.ui.gaps.cards import shown_findings, shown_groups


@parts.body
def body(analysis: Analysis) -> None:
    """Show the page below its title."""
    findinglist.introduction(analysis)
    filterbar.finding_filters(analysis.graph)
    found(analysis)


@parts.results
def found(analysis: Analysis) -> None:
    """Show the findings that the filters let through."""
    graph = analysis.graph
    more = state.finding_filters()
    filters = state.filters().of_findings()
    findings = shown_findings(analysis, filters, more)
    groups = shown_groups(analysis, filters, more)
    shown = findinglist.shown_of(analysis, findings, len(groups), more.accepted)
    filterbar.shown_sentence(shown, "; ".join(part for part in (describe(graph, filters), more.describe()) if part))
    if groups:
        findinglist.cards(graph, groups)
        findinglist.download(graph, findings)
    else:
        findinglist.nothing_shown(analysis)


st.title("Gaps and overlaps", anchor=False)
body(state.analysis())
