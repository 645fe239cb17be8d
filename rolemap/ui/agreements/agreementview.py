"""The page of agreements: its sentence, filters, what is due, timeline, register, one agreement, downloads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from rolemap.exchange.tables import csv_text
from rolemap.findings.words import listed
from rolemap.graph import RoleGraph
from rolemap.model import Agreement
from rolemap.pictures.years import years
from rolemap.pipeline import Analysis
from rolemap.reports.export import export, file_name
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from rolemap.reports.sections.agreed import is_law
from rolemap.reports.words import STATUSES
from rolemap.ui import filenames, filterbar, kept, pictured, state
from rolemap.ui.agreements import agreement
from rolemap.ui.agreements.due import ENDS, REVIEW, Due, due
from rolemap.ui.agreements.timeline import stretches, timeline
from rolemap.ui.choosers import choose_one
from rolemap.ui.parts import part, with_filters
from rolemap.ui.printlinks import print_link
from rolemap.ui.safe import html
from rolemap.ui.words import count, long_date

MOST_NAMED = 3
"""How many agreements that have run out are named in the first sentences."""


def introduction(graph: RoleGraph, found: Sequence[Due]) -> None:
    """Say in a sentence or two how many agreements there are, how many stand, and what is due this year."""
    whole = graph.landscape.agreements
    if not whole:
        return
    standing = [one for one in whole.values() if graph.view.in_use(one)]
    recorded = f"{count(len(whole), 'agreement')} on record, {len(standing):,} in force on {long_date(graph.on)}."
    parts = (recorded, _reviews(graph, found, standing), _run_out(graph, found))
    st.html(html('<p class="rm-lead">{sentence}</p>', sentence=" ".join(filter(None, parts))))


def _reviews(graph: RoleGraph, found: Sequence[Due], standing: Sequence[Agreement]) -> str:
    """Return which need review this year, as far as that can be known."""
    reviews = [one for one in found if one.what == REVIEW]
    passed = sum(one.day < graph.on for one in reviews)
    silent = sum(one.review is None for one in standing)
    asks = "Gaps and overlaps asks about those whose kind of agreement should have one."
    if standing and silent == len(standing) and not reviews:
        return f"None of those in force records a review date, so nobody can say which need review in {graph.on.year}; {asks}"
    needing = count(len(reviews), "agreement needs", "agreements need") if reviews else "No agreement needs"
    said = f"{needing} review by the end of {graph.on.year}"
    said += f"; the review date of {passed:,} has passed." if passed else "."
    return f"{said} {silent:,} of those in force record no review date; {asks}" if silent else said


def _run_out(graph: RoleGraph, found: Sequence[Due]) -> str:
    """Return which have run out though nothing says what became of them."""
    over = dict.fromkeys(one.agreement for one in found if one.what == ENDS and one.day < graph.on)
    if not over:
        return ""
    titles = [f"“{graph.landscape.title(id)}”" for id in over]
    verb = "has run out and is" if len(titles) == 1 else "have run out and are"
    return f"{listed(titles, MOST_NAMED)} {verb} neither marked as ended nor replaced."


def filters(graph: RoleGraph) -> None:
    """Show the filters."""
    whole = graph.landscape.agreements
    kinds = graph.landscape.agreement_types
    statuses = sorted({one.status for one in whole.values() if one.status}, key=list(STATUSES).index)
    types = sorted({one.type for one in whole.values() if one.type})
    parties = sorted({party for one in whole.values() for party in one.parties}, key=graph.landscape.title)
    with st.grid(4, min_column_width=150, gap="small", key="agreement-filters") as grid:
        with grid.cell():
            filterbar.search_box("A word in the agreement")
        with grid.cell():
            filterbar.choose("State", state.AGREED, statuses, STATUSES.__getitem__)
        with grid.cell():
            named = {one: kinds[one].name if one in kinds else one for one in types}
            filterbar.choose("Kind", state.AGREEMENT_TYPE, types, named.__getitem__)
        with grid.cell():
            filterbar.choose("Between", state.BETWEEN, parties, graph.landscape.title)


def shown(graph: RoleGraph) -> tuple[Agreement, ...]:
    """Say how much the filters show, and return the agreements they let through, in the order of the map."""
    whole = graph.landscape.agreements
    value = st.session_state.get
    statuses, types, parties = (value(key) or () for key in (state.AGREED, state.AGREEMENT_TYPE, state.BETWEEN))
    words = state.filters().text.casefold().split()
    found = tuple(
        one
        for one in whole.values()
        if (not statuses or one.status in statuses)
        and (not types or one.type in types)
        and (not parties or not set(parties).isdisjoint(one.parties))
        and all(word in _text(graph, one) for word in words)
    )
    said = f"{len(found):,} of {count(len(whole), 'agreement')} shown."
    filterbar.shown_sentence(said, _described(graph), _clear)
    return found


def _described(graph: RoleGraph) -> str:
    """Return the filters as they stand, in words; empty where there are none."""
    kinds, value = graph.landscape.agreement_types, st.session_state.get
    chosen = [STATUSES[one] for one in value(state.AGREED) or ()]
    chosen += [kinds[one].name if one in kinds else one for one in value(state.AGREEMENT_TYPE) or ()]
    chosen += [graph.landscape.title(one) for one in value(state.BETWEEN) or ()]
    words = state.filters().text.split()
    return "; ".join([*chosen, *([f"“{' '.join(words)}”"] if words else [])])


@with_filters
def _clear() -> None:
    state.clear_filters()
    kept.forget(state.AGREED, state.AGREEMENT_TYPE, state.BETWEEN)


def _text(graph: RoleGraph, one: Agreement) -> str:
    covered = [graph.landscape.title(cover.responsibility) for cover in one.covers]
    parties = [graph.landscape.title(party) for party in one.parties]
    return " ".join((one.id, one.title, one.purpose, one.note, *covered, *parties)).casefold()


def nothing_recorded() -> None:
    """Say what to do where the map has no agreement."""
    st.info(
        "This map records no agreement. Write the first under “agreements” in its files: a title, its parties and what it "
        "covers are enough to begin with. Squares marked Assumed, on the page Who leads on what, show where one is missing.",
        icon=":material/lightbulb:",
    )


def due_first(graph: RoleGraph, shown: Sequence[Agreement]) -> None:
    """Show what is due this year among the agreements shown, or say that nothing is."""
    found = due(graph, shown)
    st.header(f"Due by the end of {graph.on.year}", anchor=False)
    if found:
        st.html(agreement.due_table(graph, found))
        return
    silent = sum(one.review is None and graph.view.in_use(one) for one in shown)
    st.markdown(
        "Nothing falls due this year among the agreements shown. "
        f"{count(silent, 'of them in force records', 'of them in force record')} "
        "no review date: ask when each is looked at again."
        if silent
        else "Nothing falls due this year among the agreements shown."
    )


@part
def one(analysis: Analysis, shown: Sequence[Agreement]) -> None:
    """Show the box that opens one agreement, and everything about the one that is open."""
    graph = analysis.graph
    twice = Counter(each.title for each in graph.landscape.agreements.values())
    named = {each.id: each.title if twice[each.title] == 1 else f"{each.title} ({each.id})" for each in shown}
    st.header("One agreement", anchor=False)
    chosen = kept.keep(state.AGREEMENT, graph.landscape.agreements)
    if chosen and chosen not in named:
        named = {chosen: graph.landscape.title(chosen), **named}
    choose_one("Open an agreement", state.AGREEMENT, named)
    kept.remember(state.AGREEMENT)
    if chosen:
        st.html(agreement.details(graph, graph.landscape.agreements[chosen]))
        _draft(analysis, chosen)


def _draft(analysis: Analysis, chosen: str) -> None:
    """Offer a draft memorandum of the agreement that is open."""
    figures, form = Figures(analysis, about=chosen), FORMATS["word"]
    law = is_law(analysis.graph, analysis.landscape.agreements[chosen])
    draft = "summary of this law" if law else "draft memorandum"
    with st.container(horizontal=True, vertical_alignment="center", key="agreement-draft"):
        st.download_button(
            f"Download a {draft} (Word)",
            lambda: export(figures, "memorandum", form),
            file_name=file_name(figures, "memorandum", form),
            mime=form.media,
            icon=":material/description:",
            on_click="ignore",
            help="What the map records of this agreement, with room for what it does not.",
        )
        print_link(f"Print the {draft}, in any format", "memorandum", about=chosen)


def over_time(graph: RoleGraph, shown: Sequence[Agreement]) -> None:
    """Show the agreements on a line of years."""
    st.header("Over time", anchor=False)
    st.html(timeline(graph, shown))
    drawn = stretches(graph, shown)
    if drawn:
        caption = pictured.of(graph, _described(graph))
        pictured.downloads("agreements-over-time", lambda: years(graph.on, drawn), "line of years", caption)


def register(graph: RoleGraph, shown: Sequence[Agreement]) -> None:
    """Show the register as a table."""
    st.header("Register", anchor=False)
    st.html(agreement.register(graph, shown))


def downloads(graph: RoleGraph, shown: Sequence[Agreement]) -> None:
    """Offer the register as CSV."""
    with st.container(horizontal=True, vertical_alignment="center", key="agreement-downloads"):
        st.download_button(
            f"Download {count(len(shown), 'agreement')} as CSV",
            lambda: csv_text(agreement.HEAD, agreement.rows(graph, shown)).encode("utf-8-sig"),
            file_name=filenames.named("agreements", ".csv"),
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        print_link("Print the register", "agreement-register")
