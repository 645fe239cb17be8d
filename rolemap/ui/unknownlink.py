"""What a link names and the map does not have: said in a sentence, where a page would else only show nothing chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.ui import kept, state
from rolemap.ui.safe import Html, html, markdown
from rolemap.ui.words import cut, long_date

_ASKED = "asked-by-link-"
NAMES = {
    state.ON: "day",
    state.OTHER_ON: "second day",
    state.SINCE_ON: "earlier day",
    state.WHAT_IF_ON: "day of the change",
    state.OTHER_MAP: "second map",
    state.OTHER_SCENARIO: "change set",
    state.SCENARIO: "change set",
    state.CHANGED: "change set",
    state.COMPARED: "what to compare",
    state.ONE_PLACE: "place",
    state.OTHER_PLACE: "other place",
    state.SIDE_BY_SIDE: "responsibility",
    state.ABOUT: "subject",
    state.DIFFER: "only where places differ",
    state.STATUTORY: "statutory only",
}
"""What is called otherwise by people than in an address."""

SAID_APART = frozenset({state.PARTY, state.AGREEMENT, state.WHY})
"""What `say` explains, and the answer to a question, which another answer replaces."""

DAYS = frozenset({state.ON, state.OTHER_ON, state.SINCE_ON, state.WHAT_IF_ON})
MOST_NAMED = 6
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


def left_out() -> None:
    """Say what else a link asks for is not known here and was left out, if anything; once the page has asked for it all."""
    said = choices_left_out(kept.unknown())
    if said:
        st.html(said)


def choices_left_out(unknown: Mapping[str, Sequence[str]]) -> Html:
    """Return what is said of the values, by name in the address, that are not known; empty if there are none."""
    asked = [(name, value) for name, values in unknown.items() if name not in SAID_APART for value in values]
    if not asked:
        return Html()
    named = [f"{NAMES.get(name, name)} “{cut(value, MOST_SHOWN)}”" for name, value in asked[:MOST_NAMED]]
    more = f" and {len(asked) - MOST_NAMED:,} more" if len(asked) > MOST_NAMED else ""
    days = " A day is written 2026-05-01, from 1900 to 2100." if any(name in DAYS for name, _ in asked) else ""
    return html(
        '<p class="rm-notice" role="status"><strong>Not known here, so left out of what the link asks for:</strong> '
        "{named}{more}.{days}</p>",
        named=", ".join(named),
        more=more,
        days=days,
    )


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
