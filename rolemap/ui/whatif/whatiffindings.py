"""What if: the findings that the changes bring, those they settle, and what they leave loose, as lists with links."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from rolemap.findings import Finding, Group, grouped
from rolemap.findings.themes import THEMES, theme_of
from rolemap.graph import RoleGraph
from rolemap.reports.whatif import WhatIf
from rolemap.ui import state
from rolemap.ui.leads.tools import square_link
from rolemap.ui.safe import Html, html, joined, markdown
from rolemap.ui.tables import bullets
from rolemap.ui.words import SEVERITIES

PARTIES_PAGE = Path(__file__).parents[1] / "pages" / "parties.py"
MOST_SHOWN = 12
"""How many groups of findings are listed with a link; the rest are listed without."""

MOST_SUBJECTS = 8


def show(found: WhatIf) -> None:
    """Show what is loose, what is newly noticed and what is no longer."""
    loose = found.loose_ends
    st.header(f"Loose ends ({len(loose):,})", anchor=False)
    if loose:
        st.html(html('<div class="rm-details">{said}</div>', said=bullets(map(_loose, loose))))
    else:
        st.markdown("Nothing on the map would still name what has gone.")
    known = {one.id for one in loose}
    new = [one for one in found.new_findings if one.id not in known]
    _list(found, "Findings that are new", "new", new)
    _list(found, "Findings that are gone", "gone", found.gone_findings)


def _loose(one: Finding) -> Html:
    accepted = f" Accepted for now: {one.accepted.reason}" if one.accepted else ""
    return html("{message}{accepted}", message=one.message, accepted=accepted)


def _list(found: WhatIf, title: str, key: str, findings: Sequence[Finding]) -> None:
    st.header(f"{title} ({len(findings):,})", anchor=False)
    if not findings:
        st.markdown("None.")
        return
    side = found.after if key == "new" else found.before
    groups = grouped(side.graph, findings)
    with st.expander(f"By theme, {len(groups):,} in all", expanded=len(groups) <= MOST_SHOWN):
        met = {theme_of(group.first.code) for group in groups}
        for theme in sorted(met, key=list(THEMES).index):
            mine = [group for group in groups if theme_of(group.first.code) == theme]
            st.subheader(f"{THEMES.get(theme, theme)} ({sum(len(group.findings) for group in mine):,})", anchor=False)
            for at, group in enumerate(mine[:MOST_SHOWN]):
                with st.container(key=f"finding-{key}-{theme}-{at}", gap=None):
                    st.html(_group(group))
                    _link(state.analysis().graph, group.first)
            rest = mine[MOST_SHOWN:]
            if rest:
                st.html(html('<div class="rm-details">{rest}</div>', rest=bullets(map(_group, rest))))


def _group(group: Group) -> Html:
    subjects = group.subjects[:MOST_SUBJECTS] if group.listed else ()
    more = len(group.subjects) - len(subjects) if group.listed else 0
    listed = [*subjects, *([f"and {more:,} more"] if more else [])]
    return html(
        '<div class="rm-details"><strong>{words}.</strong> {headline}{listed}</div>',
        words=SEVERITIES[group.first.severity],
        headline=f"{group.headline}: " if listed else f"{group.headline}.",
        listed=joined([", ".join(listed), "."]) if listed else "",
    )


def _link(graph: RoleGraph, finding: Finding) -> None:
    """Offer to open what a finding is about as it is on the map today, where it is there."""
    landscape = graph.landscape
    if graph.cell(finding.responsibility, finding.area) is not None:
        label = f"This square in {markdown(landscape.title(finding.area))}, as it is now"
        square_link(f"{finding.responsibility}@{finding.area}", label)
        return
    party = finding.entity if finding.entity in graph.view.active else next(iter(finding.parties), "")
    if party in graph.view.active:
        st.page_link(
            PARTIES_PAGE,
            label=f"{markdown(landscape.title(party))}, as it is now",
            icon=":material/badge:",
            query_params=state.link_to(state.PARTY, party),
        )
