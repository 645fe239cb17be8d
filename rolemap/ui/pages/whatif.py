"""What if: choose what ends, merges, moves or is left vacant, or a later day, and see what that opens, breaks and loads."""

import streamlit as st

from rolemap.problems import InvalidMap
from rolemap.ui import state
from rolemap.ui.whatif import versusview, whatifchoose, whatifview

st.title("What if", anchor=False)
analysis = state.analysis()

try:
    if versusview.chosen():
        versusview.show(analysis)
    else:
        chosen = whatifchoose.choosers(analysis.graph)
        files = whatifview.scenario(analysis)
        change_sets, day = whatifview.looked_at(analysis, chosen, files)
        whatifview.remember(day)
        if change_sets or day != state.on():
            found = whatifview.what_if(change_sets, day)
            whatifview.results(found)
            whatifview.downloads(found, chosen, files)
        else:
            whatifview.nothing_chosen(analysis.graph)
except InvalidMap as invalid:
    whatifview.refused(invalid)
