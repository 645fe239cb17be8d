"""What if: the day looked at, on a slider of the days on which something is known to change, and a table of what and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet
from rolemap.graph import RoleGraph
from rolemap.reports.known import Day, on_day
from rolemap.ui import boxes, kept, state
from rolemap.ui.choosers import day_box
from rolemap.ui.safe import Html, html
from rolemap.ui.tables import bullets, table
from rolemap.ui.words import count, long_date

SLIDER = "what-if-slider"
MOST_DAYS = 60
"""How many days to come are on the slider and in the table; how many more there are is said."""

MOST_SAID = 12
"""How many of the things that happen on a day are listed before the rest are counted."""


def choose(graph: RoleGraph, change_sets: Sequence[ChangeSet], days: Sequence[Day], first: date) -> date:
    """Show the slider over today, the days known and the day chosen, and a box for any other; return the day looked at.

    `days` are those ahead of the map's on which something changes, with the change sets; `first` is the day shown until
    another is chosen.
    """
    day = kept.keep_day(state.WHAT_IF_ON, first)
    known = {state.on(): f"{long_date(state.on())}: as the map is now"}
    known |= {one.day: one.short for one in days[:MOST_DAYS] if one.day != state.on()}
    options = sorted({*known, first, day})
    if day not in known:
        told = on_day(graph, day, change_sets)
        known[day] = told.short if told else "a day chosen by hand, on which nothing is recorded to begin or end"
    wide, narrow = st.columns([3, 1], gap="medium")
    with wide:
        if len(options) > 1:
            _slider(options, max(0, len(days) - MOST_DAYS), day)
            said = known[day].removeprefix(f"{long_date(day)}: ")
            st.html(html('<p class="rm-day"><strong>{day}</strong>: {said}</p>', day=long_date(day), said=said))
        else:
            st.markdown("The map names no day after this one on which something begins or ends.")
    with narrow:
        meaning = "A change that begins later changes nothing yet."
        day_box("Or any date", state.WHAT_IF_ON, meaning=meaning, width="stretch")
    return day


def _slider(options: list[date], left_out: int, day: date) -> None:
    boxes.give(SLIDER, day)
    later = f"; {left_out:,} later left out" if left_out else ""
    st.select_slider(
        f"Look at the day ({count(len(options), 'day')} to choose from{later})",
        options,
        key=SLIDER,
        format_func=lambda one: long_date(one),
        on_change=_slid,
        help="Each stop is a day on which something begins or ends on the map or in what is chosen.",
    )


def _slid() -> None:
    st.session_state[state.WHAT_IF_ON] = st.session_state[SLIDER]


def calendar(days: Sequence[Day]) -> None:
    """Show what is known to change and when, as a table; or say that nothing is."""
    if not days:
        st.markdown("The map gives no date after this one on which anything begins or ends.")
        return
    with st.expander(f"What is known to change, and when ({count(len(days), 'day')})", icon=":material/event:"):
        rows = [(long_date(one.day), _said(one)) for one in days[:MOST_DAYS]]
        st.html(table("Days on which something begins or ends", ("Day", "What happens"), rows))
        if len(days) > MOST_DAYS:
            left_out = (
                f"The first {MOST_DAYS} of {len(days):,} days are listed; {len(days) - MOST_DAYS:,} later are left out."
            )
            st.html(html('<p class="rm-quiet">{left_out}</p>', left_out=left_out))


def _said(one: Day) -> Html:
    more = len(one.said) - MOST_SAID
    return bullets([*one.said[:MOST_SAID], *([f"and {more:,} more"] if more > 0 else [])])
