"""Map: the picture of who leads on what, level by level; choosing a shape opens everything about it."""

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.ui import parts, state
from rolemap.ui.map import picture
from rolemap.ui.search import whynotview


@parts.body
def body(analysis: Analysis) -> None:
    """Show the page below its title."""
    state.follow_shape()
    picture.focus_choosers(analysis.graph)
    found(analysis)


@parts.results
def found(analysis: Analysis) -> None:
    """Show what the choosers ask for."""
    graph = analysis.graph
    drawn, shown = picture.drawing()
    picture.said(drawn, beside=lambda: whynotview.show(graph, picture.narrowed()))
    if drawn.shapes:
        picture.desk(graph, drawn, shown)
        picture.below(graph, drawn)
    else:
        picture.nothing_drawn(graph)


st.title("Map", anchor=False)
body(state.analysis())
