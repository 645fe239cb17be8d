"""What a link names and the map does not have: said in a sentence, where a page would else only show nothing chosen."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.ui import kept
from rolemap.ui.safe import markdown
from rolemap.ui.words import long_date

_ASKED = "asked-by-link-"
MOST_SHOWN = 80
"""How many characters of what a link names are shown."""


def say(graph: RoleGraph, name: str, known: Callable[[str], bool]) -> None:
    """Say that what the address names under `name` is not `known`, until something that is known is chosen there.

    To be called before the page itself takes what the address names.
    """
    asked = kept.linked(name) or st.session_state.get(_ASKED + name, "")
    if not asked or known(asked) or known(kept.text(name)):
        st.session_state.pop(_ASKED + name, None)
        return
    st.session_state[_ASKED + name] = asked
    st.info(sentence(graph, asked), icon=":material/link_off:")


def squares(graph: RoleGraph) -> Callable[[str], bool]:
    """Return whether a text names a square of the map, `responsibility@area`."""

    def known(named: str) -> bool:
        work, _, area = named.partition("@")
        return graph.cell(work, area) is not None

    return known


def sentence(graph: RoleGraph, asked: str) -> str:
    """Return what is said of an id, or of a square as `responsibility@area`, that a link names in vain, as Markdown."""
    landscape = graph.landscape
    work, at, area = asked.partition("@")
    there = (
        work in landscape.responsibilities and area in landscape.areas
        if at
        else landscape.party(asked) is not None or asked in landscape.agreements
    )
    title = f"{landscape.title(work)} in {landscape.title(area)}" if at and there else landscape.title(asked)
    named = f"**The link names “{markdown(title[:MOST_SHOWN])}”, "
    if not there:
        return f"{named}which this map does not have.** It may have another id now, or be in another map."
    if at:
        return f"{named}of which this map says nothing on {long_date(graph.on)}.**"
    return f"{named}which has no part in this map on {long_date(graph.on)}.**"
