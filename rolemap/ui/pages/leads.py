"""Who leads on what: one sentence, the filters, and the view chosen: the table, places side by side, bodies, or clarity."""

import streamlit as st

from rolemap.ui import filterbar, glance, state, unknownlink
from rolemap.ui.leads import views
from rolemap.ui.safe import html

st.title("Who leads on what", anchor=False)
analysis = state.analysis()
unknownlink.say(analysis.graph, state.SQUARE_IN_ADDRESS, unknownlink.squares(analysis.graph))
state.follow_address()
st.html(html('<p class="rm-lead">{sentence}</p>', sentence=glance.sentence(analysis.graph)))
chosen = views.switch()
filterbar.board_filters(analysis.graph)
views.SHOWS[chosen](analysis)
