"""Compare: two dates, two maps, two places, or the map with a change set: what differs, and how clear it is over time."""

import streamlit as st

from rolemap.problems import InvalidMap
from rolemap.ui import kept, state
from rolemap.ui.compare import compareview, overtimeview, placesview

st.title("Compare", anchor=False)
analysis = state.analysis()
kind = compareview.kind()

if kind == compareview.PLACES:
    chosen = placesview.places(analysis.graph)
    kept.remember(state.COMPARED)
    kept.leave(state.OTHER_MAP, state.OTHER_ON, state.OTHER_SCENARIO)
    if chosen:
        placesview.results(analysis.graph, *chosen)
else:
    try:
        found = compareview.sides(analysis, kind)
        kept.remember(state.COMPARED, state.OTHER_MAP, state.OTHER_ON, state.OTHER_SCENARIO)
        kept.leave(state.ONE_PLACE, state.OTHER_PLACE)
        if found:
            compared = compareview.comparison(found)
            compareview.results(found, compared)
            overtimeview.show(found.courses)
            compareview.downloads(compared, kind)
    except InvalidMap as invalid:
        compareview.refused(invalid)
