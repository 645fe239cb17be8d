"""The choices of the page Reports: kind, what it is about, limits, sections; all of them kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from rolemap.graph import RoleGraph, Wanted
from rolemap.pipeline import Analysis
from rolemap.reports.content import KINDS
from rolemap.reports.export import choices as entries
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from rolemap.ui import boxes, filterbar, kept, state
from rolemap.ui.choosers import choose_one
from rolemap.ui.filters import choices
from rolemap.ui.parties.partyview import subjects
from rolemap.ui.reports import reportsides
from rolemap.ui.reports.reportasked import Asked, Base
from rolemap.ui.safe import html

FIRST = "full-report"
SECTIONS_IN = "sections-left-in"


def asked(analysis: Analysis) -> Asked | None:
    """Show the choices, and return the report they ask for; None while something is still to be chosen.

    Raises InvalidMap where changes do not fit the map or an earlier map cannot be read.
    """
    kind = _kind()
    about_box = st.container()
    _limits(analysis.graph, kind)
    sections_box = st.container()
    base = reportsides.base(analysis)
    kept.remember(state.CHANGED)
    earlier = reportsides.earlier(base, compares=KINDS[kind].compares)
    with about_box:
        about = _about(base, kind)
    with sections_box:
        left_out, left = _sections(base, kind, compared=earlier is not None)
    if (KINDS[kind].about and not about) or not left:
        return None
    return Asked(base, kind, about, _wanted(kind), left_out, earlier)


def _kind() -> str:
    chosen = kept.keep(state.REPORT, KINDS) or FIRST
    boxes.give(state.REPORT, chosen)
    st.radio(
        "What to write",
        list(KINDS),
        key=state.REPORT,
        format_func=lambda name: KINDS[name].title,
    )
    st.html(html('<p class="rm-quiet">{holds}.</p>', holds=KINDS[chosen].holds))
    kept.remember_as({state.REPORT: chosen if chosen != FIRST else ""})
    return chosen


def _about(base: Base, kind: str) -> str:
    """Show the box that finds the role, organisation or agreement, and return the one chosen."""
    about = KINDS[kind].about
    if not about:
        kept.leave(state.ABOUT)
        return ""
    analysis = base.analysis()
    known = entries(Figures(analysis), kind)
    titles = _titles(analysis.graph, known)
    chosen = kept.keep(state.ABOUT, known)
    offered = titles if chosen in titles or not chosen else {chosen: known[chosen], **titles}
    choose_one(f"Which {about}", state.ABOUT, offered)
    kept.remember(state.ABOUT)
    if not chosen:
        some = f"Choose the {about} the report is about." if titles else f"This map names no {about} on this date."
        st.info(some, icon=":material/badge:")
    return chosen


def _titles(graph: RoleGraph, known: Mapping[str, str]) -> dict[str, str]:
    """Return what can be reported on, told apart: roles and organisations as on their own page, agreements by title."""
    if known.keys() & graph.landscape.agreements.keys():
        titles = list(known.values())
        return {id: title if titles.count(title) == 1 else f"{title} ({id})" for id, title in known.items()}
    return {id: name for id, name in subjects(graph).items() if id in known}


def _limits(graph: RoleGraph, kind: str) -> None:
    """Show what the report can be limited to, as on the other pages; a memorandum is always of the whole agreement."""
    if KINDS[kind].about == "agreement":
        return
    offered, title = choices(graph), graph.landscape.title
    chosen = any(st.session_state.get(key) for key in (state.LEVEL, state.AREA, state.PILLAR))
    limited = chosen or any(key in st.query_params for key in (state.LEVEL, state.AREA, state.PILLAR))
    with st.expander(
        "Only some levels, areas or pillars", expanded=limited, icon=":material/filter_alt:", key="report-limits"
    ):
        filterbar.choose("Level", state.LEVEL, offered.levels, title)
        filterbar.choose("Area", state.AREA, offered.areas, title)
        filterbar.choose("Pillar", state.PILLAR, offered.pillars, title)


def _wanted(kind: str) -> Wanted:
    filters = state.filters()
    if KINDS[kind].about == "agreement":
        return Wanted()
    return Wanted(levels=frozenset(filters.levels), areas=frozenset(filters.areas), pillars=frozenset(filters.pillars))


def _sections(base: Base, kind: str, *, compared: bool) -> tuple[frozenset[str], bool]:
    """Show the sections, and return those left out and whether any is left in."""
    sections = KINDS[kind].sections
    form = FORMATS.get(kept.text(state.FORMAT))
    bulk = form is not None and form.bulk
    offered = [
        name
        for name in sections
        if (name != "changes" or compared) and (name != "data" or bulk) and (name != "loose-ends" or base.change_sets)
    ]
    without = kept.keep_many(state.LEFT_OUT, sections)
    if not sections:
        kept.leave(state.LEFT_OUT)
        return frozenset(), True
    boxes.give(SECTIONS_IN, [name for name in offered if name not in without])
    with st.expander("Contents", expanded=bool(without), icon=":material/toc:", key="report-contents"):
        st.pills(
            "Sections to leave in",
            offered,
            key=SECTIONS_IN,
            selection_mode="multi",
            format_func=sections.__getitem__,
            on_change=_chosen_sections,
            args=(offered,),
            wrap=True,
        )
        if not st.session_state[SECTIONS_IN]:
            st.info("Leave at least one section in.", icon=":material/toc:")
    kept.remember(state.LEFT_OUT)
    return frozenset(without), len(frozenset(offered) - frozenset(without)) > 0


def _chosen_sections(offered: list[str]) -> None:
    chosen: list[Any] = st.session_state[SECTIONS_IN]
    hidden = [name for name in st.session_state[state.LEFT_OUT] if name not in offered]
    st.session_state[state.LEFT_OUT] = [*hidden, *(name for name in offered if name not in chosen)]
