"""Gaps and overlaps: what rolemap notices, as cards by theme, each with its question for the room."""

import streamlit as st

from rolemap.ui import filterbar, state
from rolemap.ui.filters import describe
from rolemap.ui.gaps import findinglist
from rolemap.ui.gaps.cards import shown_findings, shown_groups

st.title("Gaps and overlaps", anchor=False)
analysis = state.analysis()
graph = analysis.graph
findinglist.introduction(analysis)
filterbar.finding_filters(graph)

more = state.finding_filters()
filters = state.filters().of_findings()
found = shown_findings(analysis, filters, more)
groups = shown_groups(analysis, filters, more)
shown = findinglist.shown_of(analysis, found, len(groups), more.accepted)
filterbar.shown_sentence(shown, "; ".join(part for part in (describe(graph, filters), more.describe()) if part))

if groups:
    findinglist.cards(graph, groups)
    findinglist.download(graph, found)
else:
    findinglist.nothing_shown(analysis)
