"""Elements of our own in a page: each has a style sheet and a script under its name in `assets`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

ASSETS = Path(__file__).parent / "assets"
SHARED = "common.js"
"""What the scripts of all elements have in common: it stands before each."""


def element(name: str, html: str, inks: str = "") -> Callable[..., Any]:
    """Return what shows the element `name`, which begins as `html`; `inks` are rules with the palette's colours."""
    return st.components.v2.component(
        f"rolemap_{name}", html=html, css=asset(f"{name}.css") + inks, js=asset(SHARED) + asset(f"{name}.js")
    )


def asset(name: str) -> str:
    """Return the text of a file in `assets`."""
    return (ASSETS / name).read_text(encoding="utf-8")
