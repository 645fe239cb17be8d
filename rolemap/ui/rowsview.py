"""A table whose rows open something, as an element of the page: what is sent to the browser, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import streamlit as st

from rolemap.pictures.palette import STATES
from rolemap.ui.element import element
from rolemap.ui.style import state_css
from rolemap.ui.words import word

_component = element("rows", '<div class="rows"></div>', state_css())

Value = str | dict[str, Any]
"""What stands in a cell: words, a state (`badge`), or words behind a sign (`marked`)."""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """One row: what its button opens, the words on it and under it, its other cells; `strong` ones are marked."""

    open: str
    name: str
    cells: tuple[Value, ...]
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table of such rows: its caption and the names of its columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[OpenRow, ...]


def badge(key: str) -> Value:
    """Return a state as a cell."""
    return {"state": key, "look": [STATES[key].symbol, word(key)]}


def marked(mark: str, text: str) -> Value:
    """Return words behind a sign that only those who see it need."""
    return {"mark": mark, "text": text}


def show_rows(key: str, table: OpenTable, opened: str, choose: Callable[[str], None]) -> None:
    """Show the table as the element `key`; `opened` is the row open already, `choose` is told of another."""

    def chosen() -> None:
        choose(st.session_state[key].get("open") or "")

    _component(key=key, data={**payload(table), "open": opened}, on_open_change=chosen)


def payload(table: OpenTable) -> dict[str, Any]:
    """Return what the browser needs to draw the table. `revision` changes when any of it does."""
    sent = [
        {"open": one.open, "name": one.name, "cells": list(one.cells), "note": one.note, "strong": one.strong}
        for one in table.rows
    ]
    content = {"caption": table.caption, "head": list(table.head), "rows": sent}
    return {**content, "revision": sha256(repr(content).encode()).hexdigest()}
