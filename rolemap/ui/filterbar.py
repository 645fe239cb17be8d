"""The filters as widgets, each kept in the address so that a link opens the same view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from rolemap.findings.themes import OF_CHANGES, THEMES
from rolemap.graph import RoleGraph
from rolemap.ui import glance, kept, parts, state
from rolemap.ui.filters import Choices, choices, domain_name
from rolemap.ui.safe import markdown
from rolemap.ui.words import COUNTED, SEVERITIES, label

WHAT_DIFFERS = (
    "Keeps the responsibilities in which places of one level, or the areas you choose under Area, differ in the kind of "
    "lead or in state. Each place's own director of public health is the same kind."
)
PILLARS = "A pillar is a group of responsibilities that belong together."
LEVELS = "A level is how large a place a responsibility is held for: the largest comes first."


def search_box(placeholder: str) -> None:
    """Show the search box."""
    kept.keep_text(state.TEXT, kept.MOST_WORDS)
    st.text_input(
        "Filter by words",
        key=state.TEXT,
        placeholder=placeholder,
        max_chars=kept.MOST_WORDS,
        icon=":material/search:",
        on_change=parts.chosen,
        args=(state.TEXT,),
    )
    kept.remember(state.TEXT)


def choose(name: str, key: str, options: Sequence[str], words: Callable[[str], str], meaning: str = "") -> None:
    """Show one filter: any number of `options`, shown in `words`, none of which means all; `meaning` is shown on asking."""
    kept.keep_many(key, options)
    st.multiselect(
        name,
        options,
        key=key,
        format_func=words,
        placeholder="All",
        help=meaning or None,
        filter_mode="contains",
        on_change=parts.chosen,
        args=(key,),
        wrap=True,
    )
    kept.remember(key)


def choose_pills(name: str, key: str, options: Sequence[str], words: Callable[[str], str], meaning: str = "") -> None:
    """Show one filter as a row of pills that can each be chosen; `meaning` is shown on asking."""
    kept.keep_many(key, options)
    st.pills(
        name,
        options,
        key=key,
        selection_mode="multi",
        format_func=words,
        wrap=True,
        help=meaning or None,
        on_change=parts.chosen,
        args=(key,),
    )
    kept.remember(key)


def switch(name: str, key: str, meaning: str = "") -> None:
    """Show a switch; `meaning` is shown on asking."""
    kept.keep_flag(key)
    st.toggle(name, key=key, help=meaning or None, on_change=parts.chosen, args=(key,))
    kept.remember(key)


def board_filters(graph: RoleGraph) -> None:
    """Show the filters of the board."""
    offered = choices(graph)
    title = graph.landscape.title
    with st.grid(4, min_column_width=150, gap="small", key="filters") as grid:
        with grid.cell():
            search_box("A responsibility or a lead")
        with grid.cell():
            choose("Pillar", state.PILLAR, offered.pillars, title, PILLARS)
        with grid.cell():
            choose("Level", state.LEVEL, offered.levels, title, LEVELS)
        with grid.cell():
            choose("Area", state.AREA, offered.areas, title)
    with st.container(horizontal=True, vertical_alignment="center", key="more-filters"):
        choose_pills("State", state.STATE, COUNTED, label, glance.meanings_in_words())
        if len(offered.areas) > 1:
            switch("Only where places differ", state.DIFFER, WHAT_DIFFERS)
        _more(graph, offered)


def _more(graph: RoleGraph, offered: Choices) -> None:
    with st.popover("More filters", icon=":material/tune:"):
        choose("Organisation with any part", state.ORGANISATION, offered.organisations, graph.landscape.title)
        choose("Domain", state.DOMAIN, offered.domains, domain_name)
        switch("Statutory responsibilities only", state.STATUTORY)


def finding_filters(graph: RoleGraph) -> None:
    """Show the filters of the page of findings."""
    offered = choices(graph)
    title = graph.landscape.title
    choose_pills("Theme", state.THEME, tuple(one for one in THEMES if one != OF_CHANGES), THEMES.__getitem__)
    with st.grid(5, min_column_width=150, gap="small", key="filters") as grid:
        with grid.cell():
            search_box("A word in the finding")
        with grid.cell():
            severities = {severity.value: words for severity, words in SEVERITIES.items()}
            choose("How much it matters", state.SEVERITY, list(severities), severities.__getitem__)
        with grid.cell():
            choose("Pillar", state.PILLAR, offered.pillars, title)
        with grid.cell():
            choose("Level", state.LEVEL, offered.levels, title)
        with grid.cell():
            choose("Area", state.AREA, offered.areas, title)
    switch("Show accepted findings too", state.ACCEPTED)


clear_all = parts.with_filters(state.clear_filters)


def nothing_let_through(said: str) -> None:
    """Say, in Markdown, that the filters leave nothing to show, with a button that takes them all away."""
    st.info(said, icon=":material/search_off:")
    st.button("Clear all filters", on_click=clear_all, key="clear-empty")


def shown_sentence(
    shown: str, filtered_by: str, clear: Callable[[], None] = clear_all, beside: Callable[[], None] | None = None
) -> None:
    """Show how much is shown and under which filters, with a button that clears them where there are any.

    `beside` shows what else stands in the same line.
    """
    with st.container(horizontal=True, vertical_alignment="center", key="shown"):
        filters = f"Filters: {filtered_by}." if filtered_by else "No filters."
        st.markdown(f"**{markdown(shown)}** {markdown(filters)}", width="content")
        if filtered_by:
            st.button("Clear filters", icon=":material/filter_alt_off:", on_click=clear, type="tertiary")
        if beside:
            beside()
