"""Parts of a page that run alone when something in them is chosen: the browser draws them again, and neither menu nor frame.

A filter runs only what follows the filters: its box shows the choice already, and to draw all boxes again is half the wait.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st
from streamlit.errors import StreamlitAPIException

from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap
from rolemap.ui import boxes, frame, kept, state

Given = ParamSpec("Given")

BODY, RESULTS = "body", "results"
"""The names of two parts: all below the title, and in it what follows the filters."""


def part(show: Callable[Given, None]) -> Callable[Given, None]:
    """Return a function that shows a part of a page, which runs alone when something in it is chosen.

    What is chosen there is noted for the next run of the whole page, as `state.end` does for a page.
    """
    return part_named(None)(show)


def part_named(name: str | None) -> Callable[[Callable[Given, None]], Callable[Given, None]]:
    """Return what makes such a part of a function; by its name `run_only` finds it."""

    def made(show: Callable[Given, None]) -> Callable[Given, None]:
        @st.fragment(key=name)
        @wraps(show)
        def run(*given: Given.args, **named: Given.kwargs) -> None:
            alone = kept.part_runs() and not boxes.in_part()
            if alone:
                kept.begin_part()
            with boxes.part(name or show.__qualname__):
                show(*given, **named)
            if alone:
                state.end_part()

        return run

    return made


def body(show: Callable[[Analysis], None]) -> Callable[[Analysis], None]:
    """Return a function that shows a page below its title as such a part.

    Where the map in use or the day became another, or the map's files changed, the whole page runs again.
    """
    return _of_map(BODY, show)


def results(show: Callable[[Analysis], None]) -> Callable[[Analysis], None]:
    """Return a function that shows what follows the filters of a page as such a part, which a filter runs alone.

    A button in it that changes a filter must do so `with_filters`, so that their boxes show it.
    """
    return _of_map(RESULTS, show)


def _of_map(name: str, show: Callable[[Analysis], None]) -> Callable[[Analysis], None]:
    @part_named(name)
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


def run_only(*names: str) -> None:
    """Run only these parts of the page after the choice that is being handled, if all are there; else do nothing."""
    try:
        st.rerun(list(names))
    except StreamlitAPIException:
        return


def chosen(*names: str) -> None:
    """Put what was just chosen under these names into the address, and run what follows the filters, or all there is."""
    kept.remember(*names)
    run_only(RESULTS)
    run_only(BODY)
    st.rerun()


def with_filters(act: Callable[Given, None]) -> Callable[Given, None]:
    """Return `act`, done when a button is pressed, so that all below the title runs after it, the filters too."""

    @wraps(act)
    def done(*given: Given.args, **named: Given.kwargs) -> None:
        act(*given, **named)
        boxes.give_anew()
        run_only(BODY)

    return done
