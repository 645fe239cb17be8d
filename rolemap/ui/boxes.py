"""The values of boxes: given to a box that is new on the page or that code changed, and to no other.

A value given is sent to the browser and takes the place of what was chosen there in the meantime: two choices made quickly
one after the other would leave only the first. A new box to which none is given shows nothing, whatever is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

_PAGE, _RUN = "page_of_boxes", "number_of_run"
_DRAWN, _DRAWING = "drawn_last_in_run", "drawn_in_this_run"
_WHOLE = "the whole page"
_NAMES = "names-in-"

_AROUND: ContextVar[tuple[str, ...]] = ContextVar("parts_being_drawn", default=(_WHOLE,))


def begin(page: str) -> None:
    """Note that a run of a whole page begins: boxes of another page are on it no more."""
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE] = page
        give_anew()
    begin_part()
    st.session_state[_DRAWING][_WHOLE] = st.session_state[_RUN]


def begin_part() -> None:
    """Note that a run begins in which only a part of the page is drawn."""
    st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    st.session_state[_DRAWING] = {}


def end() -> None:
    """Note that all of a run reached the browser, as it did not where another run took its place."""
    st.session_state.setdefault(_DRAWN, {}).update(st.session_state[_DRAWING])


def in_part() -> bool:
    """Return whether a part of the page is being drawn."""
    return _AROUND.get() != (_WHOLE,)


@contextmanager
def part(name: str) -> Iterator[None]:
    """Draw a part of the page: a box in it is new where it was not there when the part was last drawn."""
    name = f"part {name}"
    token = _AROUND.set((*_AROUND.get(), name))
    try:
        yield
    finally:
        _AROUND.reset(token)
    _note(name)


def give(name: str, value: object) -> None:
    """Give the box `name` its value before it is shown, unless it is on the page already and has that value."""
    drawn: dict[str, int] = st.session_state.get(_DRAWN, {})
    around = max(drawn.get(part, 0) for part in _AROUND.get())
    stays = name in st.session_state and drawn.get(name, -1) >= around
    if not stays or st.session_state[name] != value:
        st.session_state[name] = value
    _note(name)


def name_again(box: str, names: Mapping[str, str]) -> None:
    """Give the box its value again where what is chosen in it, by id, has another name than when it was last drawn.

    The browser knows what is chosen by its name alone: under one that is offered no more it is lost with the next choice.
    """
    before: Mapping[str, str] = st.session_state.get(_NAMES + box, names)
    value = st.session_state[box]
    if any(before.get(id) != names.get(id) for id in (value if isinstance(value, list) else [value])):
        st.session_state[box] = value
    st.session_state[_NAMES + box] = names


def give_anew() -> None:
    """Give all boxes their values when they are next drawn, as when code changes some of them and runs the page again."""
    st.session_state[_DRAWN] = {}


def _note(name: str) -> None:
    st.session_state.setdefault(_DRAWING, {})[name] = st.session_state.get(_RUN, 0)
