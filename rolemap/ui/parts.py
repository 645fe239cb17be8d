"""Parts of a page that run alone when something in them is chosen: the browser draws them again, and neither menu nor frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap
from rolemap.ui import frame, kept, state

Given = ParamSpec("Given")


def part(show: Callable[Given, None]) -> Callable[Given, None]:
    """Return a function that shows a part of a page, which runs alone when something in it is chosen.

    What is chosen there is noted for the next run of the whole page, as `state.end` does for a page.
    """

    @st.fragment
    @wraps(show)
    def run(*given: Given.args, **named: Given.kwargs) -> None:
        alone = kept.part_runs()
        if alone:
            kept.begin_part()
        show(*given, **named)
        if alone:
            state.end_part()

    return run


def body(show: Callable[[Analysis], None]) -> Callable[[Analysis], None]:
    """Return a function that shows a page below its title as such a part.

    Where the map in use or the day became another, or the map's files changed, the whole page runs again.
    """

    @part
    @wraps(show)
    def run(analysis: Analysis) -> None:
        if kept.part_runs() and _outdated(analysis):
            st.rerun()
        try:
            show(analysis)
        except InvalidMap as invalid:
            frame.unreadable(invalid)

    return run


def _outdated(analysis: Analysis) -> bool:
    try:
        return state.analysis() is not analysis
    except InvalidMap:
        return True
