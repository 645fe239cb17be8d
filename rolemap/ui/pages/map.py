"""Map: the picture of who leads on what, level by level; choosing a shape opens everything about it."""

import streamlit as st

from rolemap.ui import picture, state, whynotview

st.title("Map", anchor=False)
graph = state.analysis().graph
picture.focus_choosers(graph)
drawn, shown = picture.drawing()
picture.said(drawn)
whynotview.show(graph, picture.narrowed())

if drawn.shapes:
    with st.container(key="desk"):
        with st.container(key="boardside"):
            picture.show_picture(drawn, shown)
        chosen = picture.picked(drawn)
        with st.container(key="side" if chosen else "aside"):
            if chosen:
                picture.side(graph, chosen)
            else:
                picture.hint(drawn)
    state.remember_picture()
    picture.below(graph, drawn)
else:
    picture.nothing_drawn(graph)
