"""The glossary: words with their competing definitions side by side, who uses which, and the page's filters and download."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rolemap.exchange.tables import csv_text
from rolemap.findings import Finding
from rolemap.findings.words import listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Definition, Term
from rolemap.pipeline import Analysis
from rolemap.ui import filterbar, kept, parts, state
from rolemap.ui.filenames import named
from rolemap.ui.leads.details import source_link
from rolemap.ui.safe import Html, anchor, html, joined
from rolemap.ui.words import CONFIDENCES, count

HEAD = ("Word", "Contested", "Definition", "Used by", "Source", "Address", "How sure", "Why it matters")


def differs(term: Term) -> bool:
    """Return whether people mean different things by a word: it is marked so, or its definitions have different users."""
    return term.contested or len({one.used_by for one in term.definitions if one.used_by}) > 1


def introduction(graph: RoleGraph) -> None:
    """Say in a sentence how many words there are and how many are contested."""
    terms = graph.landscape.glossary.values()
    if not terms:
        return
    contested = sum(map(differs, terms))
    meanings = sum(len(term.definitions) for term in terms)
    said = (
        f"{count(len(terms), 'word')} with {count(meanings, 'definition')}; {contested:,} of the words are contested: people "
        "who work together mean different things by them. No definition is preferred here."
    )
    st.html(html('<p class="rm-lead">{said}</p>', said=said))


def filters(graph: RoleGraph) -> list[Term]:
    """Show the filters, and how much they show; return the words they let through, contested ones first."""
    terms = graph.landscape.glossary.values()
    users = sorted(
        {user for term in terms for one in term.definitions for user in one.used_by}, key=graph.landscape.title
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="word-filters"):
        filterbar.search_box("A word or part of a definition")
        if users:
            filterbar.choose("Used by", state.USED_BY, users, graph.landscape.title)
        filterbar.switch("Contested only", state.CONTESTED)
    chosen: Sequence[str] = (st.session_state.get(state.USED_BY) or ()) if users else ()
    only: bool = st.session_state[state.CONTESTED]
    words = state.filters().text.casefold().split()
    shown = [
        term
        for term in terms
        if (not only or differs(term))
        and (not chosen or any(not set(chosen).isdisjoint(one.used_by) for one in term.definitions))
        and all(word in _text(term) for word in words)
    ]
    said = [f"used by {listed(map(graph.landscape.title, chosen))}"] if chosen else []
    said += ["contested only"] if only else []
    said += [f"“{' '.join(words)}”"] if words else []
    filterbar.shown_sentence(f"{len(shown):,} of {count(len(terms), 'word')} shown.", "; ".join(said), _clear)
    return sorted(shown, key=lambda term: (not differs(term), term.title.casefold()))


@parts.with_filters
def _clear() -> None:
    state.clear_filters()
    kept.forget(state.USED_BY)
    st.session_state[state.CONTESTED] = False


def _text(term: Term) -> str:
    return " ".join((term.title, term.why_it_matters, term.note, *(one.text for one in term.definitions))).casefold()


def terms(analysis: Analysis, shown: Sequence[Term]) -> None:
    """Show the words, each with its definitions side by side and the question for the room where there is one."""
    if not shown:
        st.info(
            "No word matches these filters. Clear them, or take one away, to see more.", icon=":material/search_off:"
        )
        return
    asked = {one.entity: one for one in analysis.findings if one.entity in analysis.landscape.glossary}
    for title, of in (("Contested", True), ("Agreed or not known to differ", False)):
        here = [term for term in shown if differs(term) is of]
        if here:
            st.header(f"{title} ({len(here):,})", anchor=False)
            st.html(joined(_term(analysis.graph, term, asked.get(term.id)) for term in here))


def _term(graph: RoleGraph, term: Term, finding: Finding | None) -> Html:
    return html(
        '<article class="rm-term"><h3>{title}</h3>{why}{definitions}{note}{ask}</article>',
        title=term.title or term.id,
        why=html('<p class="rm-why">Why it matters: {why}</p>', why=term.why_it_matters) if term.why_it_matters else "",
        definitions=_side_by_side(graph, term),
        note=html('<p class="rm-quiet">{note}</p>', note=term.note) if term.note else "",
        ask=html('<p class="rm-ask"><strong>For the room:</strong> {question}</p>', question=finding.question)
        if finding
        else "",
    )


def _side_by_side(graph: RoleGraph, term: Term) -> Html:
    if not term.definitions:
        return html("<p>No definition is recorded. Ask those who use the word what they mean by it.</p>")
    found = joined(_definition(graph, one) for one in term.definitions)
    return html('<ul class="rm-sides">{found}</ul>', found=found)


def _definition(graph: RoleGraph, one: Definition) -> Html:
    users = listed(map(namer(graph), one.used_by), 6)
    sources = joined((source_link(graph, source) for source in one.source), "; ")
    link = anchor(one.url, "read it there") if one.url else ""
    origin = joined((part for part in (sources, link, CONFIDENCES.get(one.confidence, "")) if part), "; ")
    return html(
        '<li><p>{text}</p><p class="rm-quiet"><strong>Used by:</strong> {users}{origin}</p></li>',
        text=one.text,
        users=users or "not recorded",
        origin=html("<br><strong>From:</strong> {origin}", origin=origin) if origin else "",
    )


def download(graph: RoleGraph, shown: Sequence[Term]) -> None:
    """Offer the words shown, one line for each definition, as CSV."""
    st.download_button(
        f"Download {count(len(shown), 'word')} as CSV",
        lambda: csv_text(HEAD, _lines(graph, shown)).encode("utf-8-sig"),
        file_name=named("words", ".csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def _lines(graph: RoleGraph, shown: Sequence[Term]) -> list[list[str]]:
    known = graph.landscape.sources
    return [
        [
            term.title,
            "yes" if differs(term) else "no",
            one.text,
            "; ".join(map(namer(graph), one.used_by)),
            "; ".join(known[source].title if source in known else source for source in one.source),
            *(one.url, one.confidence, term.why_it_matters),
        ]
        for term in shown
        for one in term.definitions
    ]


def nothing_recorded() -> None:
    """Say what to do where the map has no glossary."""
    st.info(
        "This map has no glossary. Write words that people use differently under “glossary” in its files, each with its "
        "definitions and who uses which; or let the map use the catalogue “england”, which has one.",
        icon=":material/lightbulb:",
    )
