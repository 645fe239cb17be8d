"""The words a first-time reader does not know yet, behind one button: what a square is, and how to read the page."""

from __future__ import annotations

import streamlit as st

from rolemap.ui.safe import html, joined

WORDS = (
    ("Square", "where the row of a responsibility and the column of a place meet: it says who leads there."),
    ("State", "how sure that is, in a sign and a colour; the question mark beside “State” explains each."),
    ("Pillar", "a group of responsibilities that belong together. A level is how large a place is."),
    ("As at", "the day for which everything is shown. It is chosen in the menu."),
    ("Change set", "a list of planned changes, such as a merger, that What if tries and that leaves the map as it is."),
)
"""What is explained, with the explanation."""

FIRST = "Choose a square to see who else has a part, on whose authority, and where the map has it from."


def show() -> None:
    """Show the button that unfolds what the words mean."""
    with st.popover("New here?", type="tertiary", key="new-here"):
        rows = (html("<dt>{word}</dt><dd>{meaning}</dd>", word=word, meaning=meaning) for word, meaning in WORDS)
        st.html(html('<p>{first}</p><dl class="rm-facts">{rows}</dl>', first=FIRST, rows=joined(rows)))
