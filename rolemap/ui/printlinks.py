"""Links from other pages to the page Reports, with the right choice made and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import streamlit as st

from rolemap.ui import kept, state

REPORTS_PAGE = Path(__file__).parent / "pages" / "reports.py"
LIMITS = (state.LEVEL, state.AREA, state.PILLAR)
"""The filters that a report knows too."""


def print_link(label: str, kind: str, **choices: str) -> None:
    """Show a link that opens a kind of report; `choices` are further names and values of its address, `_` for `-`.

    The report is as at the date in use, unless `on` is among them, and limited as the page is.
    """
    on = "" if state.on() == date.today() else state.on().isoformat()
    named = {name.replace("_", "-"): value for name, value in choices.items()}
    address = {**state.link_to(state.REPORT, kind), state.ON: on, **kept.said(*LIMITS), **named, kept.ONLY: kept.YES}
    said = {name: value for name, value in address.items() if value}
    st.page_link(REPORTS_PAGE, label=label, icon=":material/print:", query_params=said)


def print_what_if(names: Iterable[str], day: date, *, changed: bool) -> None:
    """Show a link that opens the full report of what the page What if shows, and what differs from without it.

    `names` are those under which that page keeps its choice; without changes it is another day that is looked at.
    """
    if changed:
        said = {name.replace("-", "_"): text for name, text in kept.said(*names).items()}
        choices = {**said, "changed": "what-if", "since": "before", "what_if_on": day.isoformat()}
        print_link("Print a report with these changes", "full-report", **choices)
    else:
        since = {"since": "day", "since_on": state.on().isoformat()} if day > state.on() else {}
        choices = {"on": day.isoformat(), **since}
        print_link("Print a report of that day", "full-report", **choices)
