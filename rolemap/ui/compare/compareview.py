"""The page Compare: two dates of the map, two maps, two places, or the map with a change set; sentences, counts, downloads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from rolemap.changes import Comparison, all_begun, apply, compare
from rolemap.graph import RoleGraph, build
from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap
from rolemap.reports.diff import write_markdown
from rolemap.reports.difference import as_at
from rolemap.reports.known import days_ahead
from rolemap.ui import cached, difference, kept, maps, squares, state
from rolemap.ui.choosers import choose_one, choose_view, day_box
from rolemap.ui.compare.overtimeview import Course
from rolemap.ui.filenames import named
from rolemap.ui.maps import MapFiles
from rolemap.ui.printlinks import print_link
from rolemap.ui.safe import html, markdown
from rolemap.ui.whatif import changelinks, scenarios, whatifdays
from rolemap.ui.words import count, long_date, same_day

DATES, MAPS, CHANGES, PLACES = "dates", "maps", "changes", "places"
KINDS = {
    DATES: "Two dates of this map",
    MAPS: "Two maps",
    CHANGES: "This map and a change set",
    PLACES: "Two places",
}
"""What can be compared, in the order offered."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two graphs to compare, what the columns of each are called, and the days to follow each over."""

    old: RoleGraph
    new: RoleGraph
    before: str
    after: str
    courses: tuple[Course, ...]


def kind() -> str:
    """Show what can be compared, and return what is chosen."""
    meaning = (
        "A change set is a list of planned changes, such as a merger, that is tried on the map and leaves it as it is."
    )
    return choose_view("What to compare", state.COMPARED, KINDS, meaning)


def sides(analysis: Analysis, chosen: str) -> Sides | None:
    """Show the choosers of the other side, and return both sides; None where there is nothing to compare with.

    Raises InvalidMap where the other map cannot be read, or the change set does not fit.
    """
    if chosen == MAPS:
        return _maps(analysis)
    if chosen == CHANGES:
        return _changes(analysis)
    return _dates(analysis)


def _date_box(first: date, words: str) -> date:
    day = kept.keep_day(state.OTHER_ON, first)
    day_box(words, state.OTHER_ON)
    return day


def _dates(analysis: Analysis) -> Sides:
    on = state.on()
    ahead = days_ahead(analysis.graph)
    day = _date_box(ahead[0].day if ahead else same_day(on, 1), "And on this date")
    first = f"The first date is {long_date(on)}, as chosen under “As at” in the menu."
    st.html(html('<p class="rm-quiet">{first}</p>', first=first))
    whatifdays.calendar(ahead)
    map_files = state.chosen_map()
    other = cached.analysis(map_files, day).graph
    return Sides(analysis.graph, other, long_date(on), long_date(day), (Course("", map_files, on, (day,)),))


def others() -> dict[str, MapFiles]:
    """Return the other maps there are to compare with, by id: those open to everybody that can be read, and uploads."""
    found = {one.id: one for one in state.uploads()}
    for id in maps.known():
        try:
            found[id] = cached.example(id)
            cached.landscape(found[id])
        except InvalidMap:
            found.pop(id, None)
    found.pop(state.chosen_map().id, None)
    return found


def _maps(analysis: Analysis) -> Sides | None:
    found = others()
    titles = {id: cached.landscape(one).info.name for id, one in found.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-filters"):
        chosen = choose_one("With", state.OTHER_MAP, titles, "Another map")
        day = _date_box(state.on(), "As at")
    if not chosen:
        st.info("Choose another map: an example, or one you opened on the page Maps.", icon=":material/compare_arrows:")
        return None
    other = cached.analysis(found[chosen], day).graph
    mine = analysis.landscape.info.name
    courses = (Course(mine, state.chosen_map(), state.on()), Course(titles[chosen], found[chosen], day))
    return Sides(analysis.graph, other, mine, titles[chosen], courses)


def _changes(analysis: Analysis) -> Sides | None:
    found = scenarios.offered(state.chosen_map())
    if not found:
        st.info(
            "No change set is shipped for this map. Upload one on the page What if, or choose there what changes.",
            icon=":material/alt_route:",
        )
        return None
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-filters"):
        titles = {name: scenarios.title(name, file) for name, file in found.items()}
        chosen = choose_one("Change set", state.OTHER_SCENARIO, titles, "Choose one", state.OTHER_ON)
        read = scenarios.read((found[chosen],), analysis.landscape, state.on()) if chosen else ()
        first = all_begun(read, state.on())
        day = _date_box(first, "As at") if chosen else first
    if not chosen:
        st.info("Choose a change set to see the map before and after it.", icon=":material/compare_arrows:")
        return None
    changed = build(apply(analysis.landscape, read, day).landscape, day)
    map_files, on = state.chosen_map(), state.on()
    courses = (
        Course("Without the change set", map_files, on, (day,)),
        Course("With the change set", map_files, on, (day,), read),
    )
    return Sides(analysis.graph, changed, long_date(on), f"After it, {long_date(day)}", courses)


def comparison(found: Sides) -> Comparison:
    """Return how the two sides differ."""
    return compare(found.old, found.new)


def results(found: Sides, compared: Comparison) -> None:
    """Show how two sides differ: in short, counts side by side, sentences by what matters, and every square as a table."""
    st.html(html('<p class="rm-quiet">{what}.</p>', what=as_at(compared)))
    if not compared:
        st.info("Nothing differs between the two. Choose another date, map or change set.", icon=":material/balance:")
        _come_with_it()
        return
    st.html(difference.short(compared))
    st.html(difference.counts(compared, found.before, found.after))
    if compared.cells:
        st.header("The squares that differ, side by side", anchor=False)
        st.html(squares.grid(compared, found.before, found.after))
        with st.expander(f"Who leads before and after ({count(len(compared.cells), 'square')})"):
            st.html(squares.side_by_side(compared, found.before, found.after))
    st.header("What differs", anchor=False)
    st.html(html('<div class="rm-details">{story}</div>', story=difference.story(compared)))


def _come_with_it() -> None:
    """Show the change sets that come with the map in use, if any: what it may become is in them."""
    map_files = state.chosen_map()
    if scenarios.shipped(map_files):
        st.markdown("Change sets come with this map:")
        changelinks.links(map_files)


def downloads(compared: Comparison, chosen: str) -> None:
    """Offer what differs as Markdown and as CSV, and the full report that says it too."""
    days = (compared.old.on, compared.new.on)
    with st.container(horizontal=True, vertical_alignment="center", key="compare-downloads"):
        st.download_button(
            "Download as Markdown",
            lambda: write_markdown(compared).encode(),
            file_name=named("compared", ".md", *days),
            mime="text/markdown",
            icon=":material/description:",
            on_click="ignore",
        )
        difference.download(compared, named("compared", ".csv", *days))
        as_report = _as_report(chosen)
        if as_report:
            print_link("Print a report that says what has changed", "full-report", **as_report)


def _as_report(chosen: str) -> dict[str, str]:
    """Return the choices of the page Reports that stand for what is compared here; none where no report says the same."""
    day: date = st.session_state[state.OTHER_ON]
    if chosen == MAPS:
        other = kept.said(state.OTHER_MAP)[state.OTHER_MAP]
        return {"since": "map", "since_map": other, "since_on": "" if day == state.on() else day.isoformat()}
    if chosen == CHANGES:
        if day < state.on():
            return {}
        changed = kept.said(state.OTHER_SCENARIO)[state.OTHER_SCENARIO]
        return {
            "changed": changed,
            "what_if_on": day.isoformat(),
            "since": "day",
            "since_on": state.on().isoformat(),
        }
    earlier, later = sorted((state.on(), day))
    return {"on": later.isoformat(), "since": "day", "since_on": earlier.isoformat()}


def refused(invalid: InvalidMap) -> None:
    """Say why the other side cannot be shown."""
    said = " ".join(one.sentence for one in invalid.problems[:3])
    st.warning(markdown(f"This cannot be compared: {said}"), icon=":material/error:")
