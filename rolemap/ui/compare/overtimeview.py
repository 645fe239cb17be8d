"""Compare: how clear a map is on each day on which something is known to change, as bars, a sentence and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet
from rolemap.exchange.tables import csv_text
from rolemap.reports.known import days_ahead
from rolemap.reports.over_time import MOST_MOMENTS, Moment, chart, sentence
from rolemap.ui import cached, glance, pictured
from rolemap.ui.maps import MapFiles
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import table
from rolemap.ui.words import COUNTED, count, long_date, share, word

HEAD = ("Day", *(word(key) for key in COUNTED), "All that need a lead", "Clear and backed")


@dataclass(frozen=True, slots=True)
class Course:
    """One line of days: a map from a day on, the days it must show, and the change sets that begin by themselves."""

    title: str
    map_files: MapFiles
    on: date
    days: tuple[date, ...] = ()
    change_sets: tuple[ChangeSet, ...] = ()


def show(courses: Sequence[Course]) -> None:
    """Show how clear each course is over time, several side by side."""
    st.header("Clarity over time", anchor=False)
    for at, (one, column) in enumerate(zip(courses, st.columns(len(courses), gap="medium"), strict=True)):
        with column:
            _course(one, f"clarity-over-time-{at + 1}" if len(courses) > 1 else "clarity-over-time", len(courses) > 1)


def _course(one: Course, name: str, narrow: bool) -> None:
    graph = cached.analysis(one.map_files, min((one.on, *one.days))).graph
    ahead = [day.day for day in days_ahead(graph, one.change_sets)]
    wanted = {one.on, *one.days}
    spare = MOST_MOMENTS - len(wanted)
    days = tuple(sorted({*wanted, *[day for day in ahead if day not in wanted][:spare]}))
    moments = cached.over_time(one.map_files, days, one.change_sets)
    title = html("<h3>{title}</h3>", title=one.title) if one.title else Html()
    said = (
        html('<p class="rm-lead">{said}</p>', said=sentence(moments)) if moments[0].needed or moments[-1].needed else ""
    )
    st.html(
        html(
            '<div class="rm-details">{title}{said}{bars}</div>',
            title=title,
            said=said,
            bars=bars(moments, narrow=narrow),
        )
    )
    left = len(set(ahead) - set(days))
    if left:
        st.html(
            html(
                '<p class="rm-quiet">{left} later are left out.</p>',
                left=count(left, "day of change", "days of change"),
            )
        )
    rows = [row(moment) for moment in moments]
    with st.expander(f"The same in a table ({count(len(rows), 'day')})"):
        st.html(table("How clear the map is on each day", HEAD, rows))
    tried = " and ".join(f"“{each.title}”" if each.title else "a change set" for each in one.change_sets)
    caption = pictured.over(graph, days, f"How clear it is, with {tried}." if tried else "How clear it is.")
    pictured.downloads(name, lambda: chart(moments), "chart over time", caption, lambda: csv_text(HEAD, rows))


def row(moment: Moment) -> list[str]:
    """Return a day as a row under `HEAD`."""
    counts = [f"{moment.counts[key]:,}" for key in COUNTED]
    return [long_date(moment.on), *counts, f"{moment.needed:,}", share(moment.clear, moment.needed)]


def bars(moments: Sequence[Moment], *, narrow: bool = False) -> Html:
    """Return a bar for each day: its parts with the symbols of their states, and all counts in words under it."""
    look = "rm-shares rm-stacked" if narrow else "rm-shares"
    return html('<ul class="{look}">{items}</ul>', look=look, items=joined(map(_bar, moments)))


def _bar(one: Moment) -> Html:
    return glance.share_bar(long_date(one.on), one.counts, share(one.clear, one.needed))
