"""Who leads on what: one sentence, the filters, and the view chosen: the table, places side by side, bodies, or clarity."""

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.ui import filterbar, glance, parts, state, unknownlink
from rolemap.ui.leads import newhere, tools, views
from rolemap.ui.safe import html


@parts.body
def body(analysis: Analysis) -> None:
    """Show the page below its title."""
    unknownlink.say(analysis.graph, state.SQUARE_IN_ADDRESS, unknownlink.squares(analysis.graph))
    state.follow_address()
    st.html(html('<p class="rm-lead">{sentence}</p>', sentence=glance.sentence(analysis.graph)))
    with st.container(gap="xsmall", key="bands"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="view-line"):
            chosen = views.switch()
            if chosen == views.TABLE:
                tools.find_square(analysis.graph)
            newhere.show()
        filterbar.board_filters(analysis.graph)
    views.SHOWS[chosen](analysis)


st.title("Who leads on what", anchor=False)
body(state.analysis())
