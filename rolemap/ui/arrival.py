"""The address of a page just arrived at from another: what is remembered is added without a step in the browser's history.

Streamlit adds a step whenever a run writes the address. After a link of the menu, whose address is bare, Back would lead to
that bare address first, which says neither the filters nor the map.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from rolemap.ui import kept
from rolemap.ui.element import element

KEY = "arrival"

_component = element("arrival", "")


def show(page: str) -> None:
    """Bring the address up to date at the end of the run of a whole page, if that run arrived at it."""
    found = kept.arrived()
    data: dict[str, Any] = {}
    if found is not None:
        was, address = found
        data = {"arrival": uuid4().hex, "page": page, "was": was, "address": address}
    _component(key=KEY, data=data)
