"""What if: choose what ends, merges or is left vacant, and see what that opens, breaks and loads, beside today."""

import streamlit as st

from rolemap.problems import InvalidMap
from rolemap.ui import state, whatifview

st.title("What if", anchor=False)
analysis = state.analysis()
chosen = whatifview.choosers(analysis.graph)
files = whatifview.scenario(analysis)

try:
    change_sets, day = whatifview.changes(analysis, chosen, files)
    whatifview.remember()
    if change_sets:
        found = whatifview.what_if(change_sets, day)
        whatifview.results(found)
        whatifview.downloads(found, chosen, files)
    else:
        whatifview.nothing_chosen(analysis.graph)
except InvalidMap as invalid:
    whatifview.refused(invalid)
