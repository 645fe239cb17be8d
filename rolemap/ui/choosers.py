"""Boxes in which one thing or one day is chosen by name, with what is chosen kept from page to page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

import streamlit as st

from rolemap.ui import boxes, kept, state

TYPE = "Type to search"
NEARLY = frozenset({state.PARTY})
"""Boxes that find names by words with others between them, since what they find is only looked at.

In every other box a name has what is typed as it is typed: "oldham director" must not choose a director elsewhere.
"""

BOX = 220
"""Pixels: the width of a date box that stands in a line with others."""


def choose_one(
    label: str, key: str, options: Mapping[str, str], placeholder: str = TYPE, *forgets: str, meaning: str = ""
) -> str:
    """Show a box that finds one of `options`, names by id, and return the id chosen; empty where none is.

    When another is chosen, what stands under `forgets` is chosen no more; `meaning` is shown on asking. It is for the
    page to remember the choice.
    """
    chosen = kept.keep(key, options)
    boxes.name_again(key, options)
    st.selectbox(
        label,
        list(options),
        index=None,
        key=key,
        format_func=options.__getitem__,
        placeholder=placeholder,
        on_change=kept.forget,
        args=forgets,
        help=meaning or None,
        filter_mode="fuzzy" if key in NEARLY else "contains",
    )
    return chosen


def choose_view(
    label: str,
    key: str,
    options: Mapping[str, str],
    meaning: str = "",
    chosen: Callable[[], None] | None = None,
) -> str:
    """Show a row of buttons of which one is chosen, names by id, and return its id: the first where none was.

    The label is read out but not shown unless there is a `meaning`, which is shown on asking. `chosen` runs at once when
    another is chosen; it is for the page to remember the choice.
    """
    found = kept.keep(key, options) or next(iter(options))
    boxes.give(key, found)
    st.segmented_control(
        label,
        list(options),
        key=key,
        format_func=options.__getitem__,
        required=True,
        wrap=True,
        help=meaning or None,
        on_change=chosen,
        label_visibility="visible" if meaning else "collapsed",
    )
    return found


def day_box(
    label: str, key: str, latest: date = kept.LATEST, meaning: str = "", width: int | Literal["stretch"] = BOX
) -> None:
    """Show a box with the day that `kept.keep_day` gave to `key`; `meaning` is shown on asking."""
    st.date_input(
        label,
        key=key,
        min_value=kept.EARLIEST,
        max_value=latest,
        format="DD/MM/YYYY",
        help=meaning or None,
        width=width,
    )
