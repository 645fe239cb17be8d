"""What is chosen in a widget, kept in the address and from page to page: by id, where Streamlit would keep the words shown."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

import streamlit as st


def keep(name: str, known: Container[str]) -> str:
    """Give the widget `name` its value before it is shown, and return it: from a link, or chosen here or on an earlier page.

    A value that is not `known` is dropped.
    """
    found = _kept(name)
    st.session_state[name] = found if found in known else None
    return found if found in known else ""


def keep_text(name: str) -> str:
    """Give the text box `name` its value before it is shown, and return it, as `keep` does."""
    found = _kept(name)[:200]
    st.session_state[name] = found
    return found


def keep_many(name: str, known: Container[str]) -> tuple[str, ...]:
    """Give the widget `name`, of which several can be chosen, its values before it is shown, and return those `known`."""
    found = tuple(dict.fromkeys(one for one in _kept(name).split(",") if one in known))
    st.session_state[name] = list(found)
    return found


def keep_day(name: str, first: date) -> date:
    """Give the date box `name` its value before it is shown, and return it; `first` where none is chosen."""
    try:
        found = date.fromisoformat(_kept(name))
    except ValueError:
        found = first
    st.session_state[name] = found
    return found


def remember(*names: str) -> None:
    """Put what is chosen under these names into the address, so that a link opens it, and keep it for later pages."""
    for name in names:
        text = _as_text(st.session_state.get(name))
        st.session_state[f"kept-{name}"] = st.session_state[f"written-{name}"] = text
        if text:
            st.query_params[name] = text
        else:
            st.query_params.pop(name, None)


def forget(*names: str) -> None:
    """Choose nothing under these names from the next run on."""
    for name in names:
        st.session_state.pop(name, None)
        st.session_state[f"kept-{name}"] = ""
        st.session_state[f"written-{name}"] = st.query_params.get(name, "")


def _kept(name: str) -> str:
    named = st.query_params.get(name, "")
    if named and named != st.session_state.get(f"written-{name}"):
        return named
    if name in st.session_state:
        return _as_text(st.session_state[name])
    found: str = st.session_state.get(f"kept-{name}", "")
    return found


def _as_text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ",".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value or "")
