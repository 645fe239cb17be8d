"""Search: what on the map matches the words typed into the menu, grouped by kind, each a link to where it belongs."""

import streamlit as st

from rolemap.ui import state
from rolemap.ui.search import searchview

st.title("Search", anchor=False)
searchview.results(state.analysis())
