"""The list of findings on the page: introduction, cards a page at a time, download, and what to do when there are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from rolemap.findings import Finding, Group, Severity
from rolemap.findings.themes import THEMES, theme_of
from rolemap.graph import RoleGraph
from rolemap.pipeline import Analysis
from rolemap.reports.sheets import findings_sheet
from rolemap.ui import filterbar, state
from rolemap.ui.filenames import named
from rolemap.ui.gaps.cards import CARDS_ON_A_PAGE, card
from rolemap.ui.leads.tools import square_link
from rolemap.ui.parts import part
from rolemap.ui.printlinks import print_link
from rolemap.ui.safe import html, markdown
from rolemap.ui.words import SEVERITIES, count

FOR_WHAT = {
    Severity.ERROR: "to decide",
    Severity.WARNING: "to look at",
    Severity.PROMPT: "to ask about",
}
"""What a number of findings of each severity is for."""


def introduction(analysis: Analysis) -> None:
    """Say in one sentence how many findings there are and how much they matter."""
    found = Counter(finding.severity for finding in analysis.findings if finding.accepted is None)
    accepted = sum(1 for finding in analysis.findings if finding.accepted)
    parts = [f"{found[severity]:,} {FOR_WHAT[severity]}" for severity in SEVERITIES if found[severity]]
    sentence = f"{count(sum(found.values()), 'finding')} to talk about" + (f": {', '.join(parts)}." if parts else ".")
    if accepted:
        sentence += f" {count(accepted, 'more is', 'more are')} accepted for now."
    st.html(html('<p class="rm-lead">{sentence}</p>', sentence=sentence))


def shown_of(analysis: Analysis, shown: Sequence[Finding], cards: int, accepted: bool) -> str:
    """Return how many findings are shown and on how many cards; accepted ones count only where they are asked for."""
    whole = sum(accepted or finding.accepted is None for finding in analysis.findings)
    return f"{len(shown):,} of {count(whole, 'finding')} shown, on {count(cards, 'card')}."


@part
def cards(graph: RoleGraph, groups: Sequence[Group]) -> None:
    """Show one page of cards under the headings of their themes; other filters begin at the first page again.

    Turning a page runs nothing else of the page again.
    """
    pages = -(-len(groups) // CARDS_ON_A_PAGE)
    number = 1
    if pages > 1:
        number = st.pagination(pages, key=f"cards-{hash((state.filters().of_findings(), state.finding_filters()))}")
    totals = Counter(theme_of(group.first.code) for group in groups)
    theme = ""
    first = (number - 1) * CARDS_ON_A_PAGE
    for at, group in enumerate(groups[first : first + CARDS_ON_A_PAGE]):
        if theme_of(group.first.code) != theme:
            theme = theme_of(group.first.code)
            st.header(f"{THEMES.get(theme, theme)} ({count(totals[theme], 'card')})", anchor=False)
        with st.container(key=f"card-{group.first.severity.value}-{at}", gap="xsmall"):
            st.html(card(graph, group))
            _to_the_board(graph, group.first)


def _to_the_board(graph: RoleGraph, finding: Finding) -> None:
    """Offer to open the square a finding is about; of several, the first."""
    if graph.cell(finding.responsibility, finding.area) is None:
        return
    label = f"Open this square in {markdown(graph.landscape.title(finding.area))}"
    square_link(f"{finding.responsibility}@{finding.area}", label)


def download(graph: RoleGraph, findings: Sequence[Finding]) -> None:
    """Offer the findings shown, one line each, as CSV."""
    st.download_button(
        f"Download {count(len(findings), 'finding')} as CSV",
        lambda: findings_sheet(graph, findings).encode("utf-8-sig"),
        file_name=named("gaps-and-overlaps", ".csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    print_link("Print the findings with their questions", "findings-list")


def nothing_shown(analysis: Analysis) -> None:
    """Say why there is no card and what to do next."""
    if analysis.findings and all(finding.accepted for finding in analysis.findings):
        st.success("Everything noticed on this date is accepted for now. “Show accepted findings too” shows it.")
    elif analysis.findings:
        filterbar.nothing_let_through("No finding matches these filters. Clear them, or take one away, to see more.")
    elif analysis.graph.needed:
        st.success("Nothing is missing, doubled or merely assumed on this date. Try a later date in the sidebar.")
    else:
        st.info(
            "There is nothing to judge yet: the map does not say where a lead is needed. Give its responsibilities "
            "“needs_lead_at” (levels) and the map an area, or open an example on the page Maps.",
            icon=":material/lightbulb:",
        )
