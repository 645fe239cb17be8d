"""Words: the glossary, contested words first, with competing definitions side by side and who uses which."""

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.ui import glossary, parts, state


@parts.body
def body(analysis: Analysis) -> None:
    """Show the page below its title."""
    graph = analysis.graph
    if not graph.landscape.glossary:
        glossary.nothing_recorded()
        return
    glossary.introduction(graph)
    shown = glossary.filters(graph)
    glossary.terms(analysis, shown)
    glossary.download(graph, shown)


st.title("Words", anchor=False)
body(state.analysis())
