"""Who works with whom as an element of the page: the grid of numbers that is sent to the browser, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.graph.together import Together
from rolemap.pictures.palette import amount_step
from rolemap.ui.element import element
from rolemap.ui.style import amount_css

FRAME = (
    '<div class="pairs"><div class="scroller" role="region" tabindex="0" aria-label="Who works with whom, as a table">'
    "</div></div>"
)

_component = element("pairs", FRAME, amount_css())


def show_pairs(content: dict[str, Any], opened: str, choose: Callable[[str], None]) -> None:
    """Show the grid; `opened` is the pair that is open (`one~other` or empty), `choose` is told of another."""

    def chosen() -> None:
        choose(st.session_state["pairs"].get("open") or "")

    _component(key="pairs", data={**content, "open": opened}, on_open_change=chosen)


def numbers(found: Together, bodies: Sequence[str]) -> list[list[int]]:
    """Return how many responsibilities each of some bodies shares with each."""
    return [[found.shared(one, other) for other in bodies] for one in bodies]


def payload(graph: RoleGraph, found: Together, bodies: Sequence[str]) -> dict[str, Any]:
    """Return what the browser needs to draw the grid. `revision` changes when any of it does."""
    rows = numbers(found, bodies)
    most = max((number for row in rows for number in row), default=0)
    content = {
        "caption": "How many responsibilities each two organisations share",
        "bodies": [{"id": id, "name": graph.landscape.title(id)} for id in bodies],
        "numbers": rows,
        "steps": [[amount_step(number, most) for number in row] for row in rows],
    }
    return {**content, "revision": sha256(repr(content).encode()).hexdigest()}
