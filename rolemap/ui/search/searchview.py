"""Search in the app: the box in the menu, and the page of what was found, each a link that opens it where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from rolemap.findings import Finding
from rolemap.findings.words import listed
from rolemap.graph import RoleGraph
from rolemap.pictures.palette import state_key
from rolemap.pipeline import Analysis
from rolemap.search import Entry, Found, Group, Hit, Kind, search
from rolemap.ui import cached, kept, state
from rolemap.ui.leads.boardview import lead_text
from rolemap.ui.safe import html, markdown
from rolemap.ui.words import count, cut, label, long_date

PAGES = Path(__file__).parents[1] / "pages"
PAGE = "search"
ASKED = "search_asked"
MOST_SHOWN = 160
"""Letters: what is found may be a sentence that lists much, and its link opens the whole."""

TITLES: dict[Kind, tuple[str, str]] = {
    Kind.SQUARE: ("square", "squares"),
    Kind.RESPONSIBILITY: ("responsibility", "responsibilities"),
    Kind.ROLE: ("role", "roles"),
    Kind.ORGANISATION: ("organisation", "organisations"),
    Kind.PLACE: ("place", "places"),
    Kind.AGREEMENT: ("agreement", "agreements"),
    Kind.WORD: ("word", "words"),
    Kind.FINDING: ("finding", "findings"),
}


def box() -> None:
    """Show the box that searches the map, in the menu."""
    kept.keep_text(state.SEARCH, kept.MOST_WORDS)
    st.text_input(
        "Search this map",
        key=state.SEARCH,
        placeholder="stop smoking salford",
        icon=":material/search:",
        on_change=_ask,
    )


def _ask() -> None:
    st.session_state[ASKED] = bool(st.session_state.get(state.SEARCH))


def follow(pages: Mapping[str, Page]) -> None:
    """Go to the page of what was found, if something was asked for in the menu."""
    if st.session_state.pop(ASKED, False):
        st.switch_page(pages[PAGE], query_params=state.link_to(state.SEARCH, st.session_state[state.SEARCH]))


def results(analysis: Analysis) -> None:
    """Show what was found, grouped by kind, or what to do where nothing was."""
    text = kept.text(state.SEARCH)
    kept.remember_as({state.SEARCH: text})
    if not text.strip():
        _nothing_asked()
        return
    found = search(analysis.graph, cached.index(state.chosen_map(), state.on()), text)
    st.html(html('<p class="rm-lead">{said}</p>', said=sentence(found, text)))
    with st.container(key="hits"):
        for group in found.groups:
            _group(analysis.graph, group)
        if found.away:
            _away(analysis.graph, found)
    if not found.groups:
        _nothing_found(analysis)


def sentence(found: Found, text: str) -> str:
    """Return in words how much was found, and what was not."""
    parts = []
    if found.groups:
        total = sum(group.total for group in found.groups)
        many = listed(count(group.total, *TITLES[group.kind]) for group in found.groups)
        parts.append(
            f"Nothing has all of the words “{text}”. What has most of them: {many}."
            if found.partial
            else f"{count(total, 'match', 'matches')} for “{text}”: {many}."
        )
    else:
        parts.append(f"Nothing that this map shows matches “{text}”.")
    if found.unknown and (found.groups or found.away):
        words = listed(f"“{word}”" for word in found.unknown)
        parts.append(f"{words} {'stands' if len(found.unknown) == 1 else 'stand'} nowhere on this map.")
    return " ".join(parts)


def _group(graph: RoleGraph, group: Group) -> None:
    _, many = TITLES[group.kind]
    st.header(f"{many.capitalize()} ({group.total:,})", anchor=False)
    with st.container(key=f"hits-{group.kind.value}", gap="xsmall"):
        for hit in group.hits:
            _hit(graph, hit)
    if group.total > len(group.hits):
        first = f"The first {len(group.hits)} of {group.total:,}"
        st.html(html('<p class="rm-quiet">{first}: add a word to see fewer.</p>', first=first))


def _hit(graph: RoleGraph, hit: Hit) -> None:
    page, address = link(graph, hit)
    with st.container(gap=None):
        st.page_link(PAGES / page, label=markdown(cut(title(graph, hit), MOST_SHOWN)), query_params=opens(address))
        about = "; ".join(part for part in (_about(graph, hit), hit.why) if part)
        if about:
            st.caption(markdown(about))


def title(graph: RoleGraph, hit: Hit) -> str:
    """Return what is found by name: of a square, the responsibility and where."""
    return f"{hit.entry.title} in {graph.landscape.title(hit.area)}" if hit.area else hit.entry.title


def _about(graph: RoleGraph, hit: Hit) -> str:
    if hit.cell is not None:
        return f"{label(state_key(hit.cell))}: {lead_text(graph, hit.cell)}"
    squares = (
        [cell for cell in graph.cells if cell.responsibility == hit.entry.id] if hit.kind is Kind.RESPONSIBILITY else []
    )
    if len(squares) == 1:
        (only,) = squares
        return f"{graph.landscape.title(only.area)}, {label(state_key(only)).lower()}: {lead_text(graph, only)}"
    return "" if hit.area else hit.entry.about


def link(graph: RoleGraph, hit: Hit) -> tuple[str, dict[str, str]]:
    """Return the page that shows what was found, and the part of its address that opens it there."""
    entry = hit.entry
    pages: dict[Kind, tuple[str, str, str]] = {
        Kind.SQUARE: ("leads.py", state.SQUARE_IN_ADDRESS, f"{entry.id}@{hit.area}"),
        Kind.RESPONSIBILITY: ("leads.py", state.TEXT, entry.title),
        Kind.PLACE: ("leads.py", state.AREA, kept.as_one([entry.id])),
        Kind.ROLE: ("parties.py", state.PARTY, entry.id),
        Kind.ORGANISATION: ("parties.py", state.PARTY, entry.id),
        Kind.AGREEMENT: ("agreements.py", state.AGREEMENT, entry.id),
        Kind.WORD: ("glossary.py", state.TEXT, entry.title),
        Kind.FINDING: ("gaps.py", state.TEXT, _finding_words(graph, entry)),
    }
    page, name, value = pages[hit.kind]
    return page, {name: value[: kept.MOST_WORDS] if name == state.TEXT else value}


def opens(address: Mapping[str, str]) -> dict[str, str]:
    """Return a whole address for a part of it: with the map and the day in use, and nothing else chosen."""
    day = {} if state.on() == date.today() else {state.ON: state.on().isoformat()}
    return {**state.link_to(kept.ONLY, kept.YES), **day, **address}


def _finding_words(graph: RoleGraph, entry: Entry) -> str:
    """Return words that the page of findings knows a finding by: its code, and its responsibility where it names it."""
    finding: Finding | None = entry.finding
    if finding is None:
        return ""
    name = graph.landscape.title(finding.responsibility) if finding.responsibility else ""
    return f"{finding.code} {name}" if name and name.casefold() in finding.message.casefold() else finding.code


def _away(graph: RoleGraph, found: Found) -> None:
    st.header("Known, but not shown", anchor=False)
    where = graph.landscape.info.name
    st.markdown(markdown(f"{where} does not show these on {long_date(graph.on)}. Each link says why."))
    with st.container(key="hits-away", gap="xsmall"):
        for hit in found.away:
            about = "; ".join(part for part in (hit.entry.about if not hit.area else "", hit.why) if part)
            missed = {state.MISSED: title(graph, hit)[: kept.MOST_WORDS], state.WHY: key_of(hit)}
            with st.container(gap=None):
                st.page_link(PAGES / "leads.py", label=markdown(title(graph, hit)), query_params=opens(missed))
                if about:
                    st.caption(markdown(about))


def key_of(hit: Hit) -> str:
    """Return the part of an address that stands for what was found."""
    return f"{hit.kind.value}/{hit.entry.id}" + (f"@{hit.area}" if hit.area else "")


def _nothing_asked() -> None:
    st.info(
        "Type what you look for into “Search this map” in the menu: a responsibility and a place (“stop smoking salford”), a "
        "post or a body by name or abbreviation (“DPH Oldham”, “ICB”), an agreement (“section 75”), or a word.",
        icon=":material/search:",
    )


def _nothing_found(analysis: Analysis) -> None:
    entries = cached.index(state.chosen_map(), state.on()).entries
    many = [
        count(number, *TITLES[kind])
        for kind in Kind
        if (number := sum(one.kind is kind and one.here for one in entries))
    ]
    st.info(
        f"Searched: the names, other names, abbreviations, ids and texts of {listed(many)}, as at "
        f"{long_date(analysis.graph.on)}. Try fewer words, another word for the same, or the name of a place or post; "
        "another day above; or another map.",
        icon=":material/search_off:",
    )
