"""The frame of the app: page settings, the map and date in use, navigation, and the page itself."""

from __future__ import annotations

import streamlit as st

from rolemap.problems import InvalidMap
from rolemap.ui import frame, saved, state, unknownlink
from rolemap.ui.search import searchview

st.set_page_config(page_title="rolemap", page_icon=frame.ICON, layout="wide", initial_sidebar_state=265)
pages = frame.pages()
known = frame.paths(pages)
page = st.navigation(pages)
frame.style()
saved.follow(known)
searchview.follow(known)
state.begin(page.url_path)
with st.sidebar:
    frame.sidebar(known, page)
try:
    frame.notice()
    notices = st.container(key="notices")
    page.run()
    with notices:
        unknownlink.left_out()
except InvalidMap as invalid:
    frame.unreadable(invalid)
frame.footer(page)
state.end(page.url_path)
