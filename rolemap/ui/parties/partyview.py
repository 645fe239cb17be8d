"""The page of one role or organisation: choosing it by search, its page as it prints, what to do next, downloads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import streamlit as st

from rolemap.exchange.tables import csv_text
from rolemap.findings import Finding, Severity, grouped
from rolemap.graph import Cell, RoleGraph, led_by, parties_of
from rolemap.model import PARTS, Landscape
from rolemap.pictures.lengths import lengths
from rolemap.pictures.palette import state_key
from rolemap.pipeline import Analysis
from rolemap.reports.export import export, file_name
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from rolemap.reports.sections.agreed import state as state_of
from rolemap.search.words import initials
from rolemap.ui import filterbar, kept, pictured, state
from rolemap.ui.choosers import choose_one
from rolemap.ui.filenames import named
from rolemap.ui.filters import Filters, choices, describe, matching
from rolemap.ui.gaps.cards import card
from rolemap.ui.parties import party
from rolemap.ui.parties.load import lengths_of, load, load_sheet
from rolemap.ui.printlinks import print_link
from rolemap.ui.remembered import remembered
from rolemap.ui.safe import Html, html, joined, markdown
from rolemap.ui.tables import section, table
from rolemap.ui.words import COUNTED, count, label, long_date, word

AGREEMENTS_PAGE = Path(__file__).parents[1] / "pages" / "agreements.py"
MOST_CARDS = 8
MOST_LINKS = 12
WAYS_IN = 10
HEAD = ("Part", "Responsibility", "Area", "State", "On whose authority", "Through")


@remembered
def subjects(graph: RoleGraph) -> dict[str, str]:
    """Return the roles and organisations that can be opened, by id with their names: those with any part first, then bodies.

    Bodies that a catalogue lists and the map says nothing of are left out.
    """
    landscape = graph.landscape
    active = graph.view.active
    involved = {id for one in landscape.agreements.values() for id in one.parties}
    named: dict[str, str] = {}
    for role in landscape.roles.values():
        if role.id in active:
            bodies = [with_abbreviation(landscape, id) for id in graph.organisations_of(role.id)]
            named[role.id] = ", ".join([role.title, *bodies])
    for body in landscape.organisations.values():
        own = not body.catalogue or body.id in involved or graph.cells_of(body.id) or graph.roles_in(body.id)
        if body.id in active and own:
            named[body.id] = with_abbreviation(landscape, body.id)
    twice = Counter(named.values())
    told = {id: name if twice[name] == 1 else f"{name} ({id})" for id, name in named.items()}
    roles = landscape.roles
    return dict(sorted(told.items(), key=lambda one: (not graph.cells_of(one[0]), one[0] in roles, one[1].casefold())))


def with_abbreviation(landscape: Landscape, id: str) -> str:
    """Return the name of an organisation; where that ends with its type in full, also what people call such a body in short.

    "NHS Northshire Integrated Care Board (ICB)": the boxes that find it find it by both.
    """
    name, of_type = landscape.title(id), landscape.organisation_types.get(landscape.organisations[id].type)
    in_full = of_type is not None and name.casefold().endswith(of_type.name.casefold())
    short = min(initials(of_type.name), key=len, default="").upper() if of_type and in_full else ""
    return f"{name} ({short})" if len(short) > 2 and short not in name else name


def chooser(graph: RoleGraph) -> str:
    """Show the box that finds a role or organisation by any words of its name, and return what is chosen."""
    found = subjects(graph)
    many = count(len(found), "role or organisation", "roles and organisations")
    chosen = choose_one(f"Find one of {many}", state.PARTY, found, "Type a name, a post or a place")
    kept.remember(state.PARTY)
    return chosen


def nothing_chosen(graph: RoleGraph) -> None:
    """Say what to do, and show who leads most, as a way in."""
    if not subjects(graph):
        st.info(
            "This map names no role and no organisation on this date. Try a later date in the sidebar, or open an "
            "example on the page Maps.",
            icon=":material/lightbulb:",
        )
        return
    st.markdown("**Choose a role or an organisation** to see what it leads, on whose authority, and what hangs on it.")
    names, top = subjects(graph), leading_most(graph)
    if top:
        st.header("Who leads on most", anchor=False)
    for id, number in top:
        st.button(
            f"{markdown(names[id])}: leads on {number:,}",
            key=f"open-{id}",
            on_click=_open,
            args=(id,),
            type="tertiary",
            icon=":material/arrow_forward:",
        )


@remembered
def leading_most(graph: RoleGraph) -> tuple[tuple[str, int], ...]:
    """Return those who lead on most squares, a body with its posts as its own page counts it, and how many."""
    led = Counter({id: len(led_by(graph, id)) for id in subjects(graph)})
    return tuple((id, number) for id, number in led.most_common(WAYS_IN) if number)


def _open(id: str) -> None:
    st.session_state[state.PARTY] = id


def filters(graph: RoleGraph) -> None:
    """Show the filters of the tables."""
    offered = choices(graph)
    with st.container(horizontal=True, vertical_alignment="bottom", key="party-filters"):
        filterbar.choose("Pillar", state.PILLAR, offered.pillars, graph.landscape.title)
        filterbar.choose("State", state.STATE, COUNTED, label)


def shown(graph: RoleGraph, chosen: str) -> tuple[Cell, ...]:
    """Say how much the filters show, and return the squares in which a party has any part that they let through."""
    whole = state.filters()
    narrowed = Filters(pillars=whole.pillars, states=whole.states)
    ours = {(cell.responsibility, cell.area) for one in parties_of(graph, chosen) for cell in graph.cells_of(one)}
    found = tuple(cell for cell in matching(graph, narrowed) if (cell.responsibility, cell.area) in ours)
    said = f"{len(found):,} of {count(len(ours), 'square')} shown in which it has a part."
    filterbar.shown_sentence(said, describe(graph, narrowed))
    return found


def page(analysis: Analysis, chosen: str, cells: tuple[Cell, ...]) -> None:
    """Show everything about a party, in the order people ask for it; this is what prints."""
    graph = analysis.graph
    done = party.parts(graph, chosen, cells) or html("<p>{none}</p>", none="No part in any responsibility is shown.")
    body = (
        party.who(graph, chosen),
        done,
        load(graph, chosen),
        party.opens(graph, chosen),
        party.accountability(graph, chosen),
        _agreements(graph, chosen),
        party.sources(graph, chosen),
    )
    note = f"{analysis.landscape.info.name}, as at {long_date(graph.on)}"
    st.html(
        html(
            '<article class="rm-details rm-onepage">{body}<p class="rm-printed">{note}</p></article>',
            body=joined(body),
            note=note,
        )
    )
    _links(graph, chosen)


def agreements_of(graph: RoleGraph, chosen: str) -> list[str]:
    """Return the ids of the agreements that a party, or the organisation or posts it goes with, is party to."""
    ours = {*parties_of(graph, chosen), *graph.organisations_of(chosen)}
    found = [one for one in graph.landscape.agreements.values() if not ours.isdisjoint(one.parties)]
    return [one.id for one in sorted(found, key=lambda one: not graph.view.in_use(one))]


def _agreements(graph: RoleGraph, chosen: str) -> Html:
    found = [graph.landscape.agreements[id] for id in agreements_of(graph, chosen)]
    rows = [(one.title, state_of(graph, one), long_date(one.review) if one.review else "not recorded") for one in found]
    standing = sum(graph.view.in_use(one) for one in found)
    many = f"It or its organisation is party to {count(len(rows), 'agreement')}, {standing} of them in force"
    if not rows:
        return section("Agreements", html("<p>{none}</p>", none="It is party to no agreement on record."))
    return section("Agreements", table(many, ("Agreement", "State", "Review"), rows))


def _links(graph: RoleGraph, chosen: str) -> None:
    """Link to the agreements on their own page."""
    found = agreements_of(graph, chosen)[:MOST_LINKS]
    if found and AGREEMENTS_PAGE.exists():
        with st.expander(f"Open one of its agreements ({len(found)})", icon=":material/handshake:"):
            for id in found:
                st.page_link(
                    AGREEMENTS_PAGE,
                    label=markdown(graph.landscape.title(id)),
                    query_params=state.link_to(state.AGREEMENT, id),
                )


def findings_about(analysis: Analysis, chosen: str) -> list[Finding]:
    """Return the open findings that name a party or a post of it."""
    ours = set(parties_of(analysis.graph, chosen))
    return [
        one
        for one in analysis.findings
        if one.accepted is None and (one.entity in ours or not ours.isdisjoint(one.parties))
    ]


def findings(analysis: Analysis, chosen: str) -> None:
    """Show the findings that name a party, as cards."""
    found = findings_about(analysis, chosen)
    groups = sorted(grouped(analysis.graph, found), key=lambda group: group.first.severity.rank)
    st.header(f"What rolemap notices ({count(len(found), 'finding')})", anchor=False)
    if not found:
        st.markdown("No finding names it.")
    for number, group in enumerate(groups[:MOST_CARDS]):
        with st.container(key=f"card-{group.first.severity.value}-party-{number}", gap="xsmall"):
            st.html(card(analysis.graph, group))
    if len(groups) > MOST_CARDS:
        many = count(len(groups) - MOST_CARDS, "more card names", "more cards name")
        decide = sum(group.first.severity is Severity.ERROR for group in groups)
        st.markdown(f"{many} it; {decide} of all need a decision. They are on the page Gaps and overlaps.")


def downloads(analysis: Analysis, chosen: str, cells: tuple[Cell, ...]) -> None:
    """Offer the page as PDF, the squares as CSV, and say how to print."""
    graph = analysis.graph
    kind = "role-page" if chosen in graph.landscape.roles else "organisation-page"
    figures, form = Figures(analysis, about=chosen), FORMATS["pdf"]
    with st.container(horizontal=True, vertical_alignment="center", key="party-downloads"):
        st.download_button(
            "Download one page as PDF",
            lambda: export(figures, kind, form),
            file_name=file_name(figures, kind, form),
            mime=form.media,
            icon=":material/picture_as_pdf:",
            on_click="ignore",
        )
        st.download_button(
            f"Download {count(len(cells), 'square')} as CSV",
            lambda: csv_text(HEAD, _lines(graph, chosen, cells)).encode("utf-8-sig"),
            file_name=named(f"squares-of-{chosen}", ".csv"),
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        print_link("Print this, in any format", kind, about=chosen)
    drawn, _ = lengths_of(graph, chosen)
    if drawn:
        pictured.downloads(
            "load-beside-others",
            lambda: lengths(drawn),
            "chart of load",
            pictured.of(graph, what="Squares led on."),
            lambda: load_sheet(drawn),
        )
    words = "To print this page, use your browser's Print: the menu, filters and buttons are left out."
    st.html(html('<p class="rm-quiet rm-screen">{words}</p>', words=words))


def _lines(graph: RoleGraph, chosen: str, cells: tuple[Cell, ...]) -> list[list[str]]:
    title = graph.landscape.title
    ours = parties_of(graph, chosen)
    return [
        [
            party.PART_TITLES[part],
            title(cell.responsibility),
            title(cell.area),
            word(state_key(cell)),
            party.authority(graph, cell),
            title(one),
        ]
        for part in PARTS
        for cell in cells
        for one in ours
        if one in cell.parties(part)
    ]
