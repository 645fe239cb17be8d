"""Words: the glossary, contested words first, with competing definitions side by side and who uses which."""

import streamlit as st

from rolemap.ui import glossary, state

st.title("Words", anchor=False)
analysis = state.analysis()
graph = analysis.graph

if graph.landscape.glossary:
    glossary.introduction(graph)
    shown = glossary.filters(graph)
    glossary.terms(analysis, shown)
    glossary.download(graph, shown)
else:
    glossary.nothing_recorded()
