"""Reports: choose what to write, about what, how much of it and in which format; see it, and take the file away."""

import streamlit as st

from rolemap.problems import InvalidMap
from rolemap.ui import state
from rolemap.ui.reports import reportchoice, reportview

st.title("Reports", anchor=False)
analysis = state.analysis()

with st.container(key="report-desk"):
    choosing, giving = st.container(key="report-filters"), st.container(key="report-output")
    asked = None
    try:
        with choosing:
            asked = reportchoice.asked(analysis)
        with giving:
            if asked:
                reportview.output(asked)
    except InvalidMap as invalid:
        with giving:
            reportview.refused(invalid)
