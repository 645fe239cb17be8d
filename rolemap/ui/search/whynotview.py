"""“Why isn't this shown?” on the pages with filters: found by search, answered in sentences, each with its button."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.search import Found, Hit, Kind, search
from rolemap.ui import boxes, cached, kept, parts, state
from rolemap.ui.filters import Filters
from rolemap.ui.safe import markdown
from rolemap.ui.search import searchview
from rolemap.ui.search.absent import Reason, Subject
from rolemap.ui.search.whynot import NAMES, why_not
from rolemap.ui.words import long_date

KEYS: dict[str, str] = {
    "pillars": state.PILLAR,
    "levels": state.LEVEL,
    "areas": state.AREA,
    "states": state.STATE,
    "organisations": state.ORGANISATION,
    "domains": state.DOMAIN,
    "statutory": state.STATUTORY,
    "differ": state.DIFFER,
    "text": state.TEXT,
}
"""The field of `Filters` -> the widget it is chosen in."""

MISSABLE = frozenset({Kind.SQUARE, Kind.RESPONSIBILITY, Kind.PLACE, Kind.ROLE, Kind.ORGANISATION, Kind.AGREEMENT})


def show(graph: RoleGraph, filters: Filters, columns: Collection[str] = ()) -> None:
    """Show the box that answers why something is not shown. `columns` are the areas drawn, where not all can be.

    It stands in the line that says what is shown, and under it once it is unfolded.
    """
    text = kept.keep_text(state.MISSED, kept.MOST_WORDS)
    with st.expander("Why isn't something shown?", icon=":material/help:", expanded=bool(text), key="why-not"):
        st.text_input(
            "What do you miss?",
            key=state.MISSED,
            placeholder="A responsibility and a place, a post, a body, a place or an agreement",
        )
        kept.remember(state.MISSED)
        if text.strip():
            _answer(graph, filters, search(graph, cached.index(state.chosen_map(), state.on()), text), columns)


def _answer(graph: RoleGraph, filters: Filters, found: Found, columns: Collection[str]) -> None:
    offered = options(found)
    if not offered:
        st.info(
            "The map and its catalogues know nothing by these words. Try fewer words, or another word for the same.",
            icon=":material/search_off:",
        )
        return
    chosen = kept.keep(state.WHY, offered) or next(iter(offered))
    boxes.give(state.WHY, chosen)
    st.selectbox("Did you mean", list(offered), key=state.WHY, format_func=lambda key: _title(graph, offered[key]))
    kept.remember(state.WHY)
    answer = why_not(graph, filters, subject(offered[chosen]), columns)
    st.markdown(f"**{markdown(answer.sentence)}**")
    for number, reason in enumerate(answer.reasons):
        with st.container(horizontal=True, vertical_alignment="center", key=f"reason-{number}"):
            st.markdown(markdown(reason.sentence), width="content")
            _button(graph, reason, number)
    if len(answer.filters) > 1:
        st.button(
            "Take all of these filters away",
            on_click=_without,
            args=answer.filters,
            key="without-all",
        )


def options(found: Found) -> dict[str, Hit]:
    """Return what may be meant, best first, by a key that stays: what is not shown at all first where only that fits."""
    here = [hit for group in found.groups for hit in group.hits]
    hits = [*found.away, *here] if found.partial else [*here, *found.away]
    return {searchview.key_of(hit): hit for hit in hits if hit.kind in MISSABLE and hit.entry.kind in MISSABLE}


def subject(hit: Hit) -> Subject:
    """Return what was found as what is missed."""
    return Subject(hit.kind, hit.entry.id, hit.area)


def _title(graph: RoleGraph, hit: Hit) -> str:
    about = "" if hit.area else hit.entry.about
    return f"{searchview.title(graph, hit)} ({', '.join(part for part in (hit.kind.value, about) if part)})"


def _button(graph: RoleGraph, reason: Reason, number: int) -> None:
    key = f"undo-{number}"
    if reason.filter:
        st.button(
            f"Take the filter “{NAMES[reason.filter]}” away",
            on_click=_without,
            args=(reason.filter,),
            key=key,
        )
    elif reason.day:
        st.button(f"Show {long_date(reason.day)}", on_click=_go, args=(state.ON, reason.day), key=key)
    elif reason.area:
        area = markdown(graph.landscape.title(reason.area))
        st.button(f"Choose the area {area}", on_click=_go, args=(state.AREA, [reason.area]), key=key)


@parts.with_filters
def _without(*names: str) -> None:
    """Take filters away from the next run on."""
    kept.forget(*(KEYS[name] for name in names))


@parts.with_filters
def _go(key: str, value: object) -> None:
    st.session_state[key] = value
