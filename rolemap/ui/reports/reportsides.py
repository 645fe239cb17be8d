"""Which version a report on the page Reports is of: after which changes, and what has changed since which earlier one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet, all_begun
from rolemap.pipeline import Analysis
from rolemap.reading.files import SourceFile
from rolemap.ui import cached, kept, problemlist, state
from rolemap.ui.choosers import choose_one, day_box
from rolemap.ui.compare import compareview
from rolemap.ui.reports.reportasked import Base
from rolemap.ui.state import Refused
from rolemap.ui.whatif import scenarios, whatifchoose
from rolemap.ui.whatif.changefile import Chosen, change_set
from rolemap.ui.words import count, same_day

AS_CHOSEN = "what-if"
DAY, MAP, BEFORE = "day", "map", "before"
WHAT_IF = (*whatifchoose.NAMES, state.SCENARIO)
UPLOADER, REFUSED = "earlier-upload", "refused-earlier"


def base(analysis: Analysis) -> Base:
    """Show which changes can be tried on the map, and return the map with those chosen.

    Raises InvalidMap where they do not fit the map.
    """
    chosen_map = state.chosen_map()
    what_if = whatifchoose.kept_choice(analysis.graph)
    files = scenarios.offered(chosen_map)
    own = {AS_CHOSEN: "What is chosen on the page What if"} if what_if or kept.text(state.SCENARIO) in files else {}
    titles = {**own, **{name: scenarios.title(name, file) for name, file in files.items()}}
    chosen = kept.keep(state.CHANGED, titles)
    with st.expander("With changes", expanded=bool(chosen), icon=":material/alt_route:", key="report-changes"):
        if not titles:
            st.markdown("Nothing is chosen on the page What if, and no change set is shipped for this map.")
            return Base(chosen_map, state.on())
        choose_one("Report on the map after", state.CHANGED, titles, "No changes", state.WHAT_IF_ON)
        if not chosen:
            kept.leave(*WHAT_IF, state.WHAT_IF_ON)
            return Base(chosen_map, state.on())
        if chosen == AS_CHOSEN:
            kept.remember_as({name: kept.text(name) for name in WHAT_IF})
            name = kept.text(state.SCENARIO)
            change_sets, day = _changes(analysis, what_if, (files[name],) if name in files else ())
        else:
            kept.leave(*WHAT_IF)
            change_sets, day = _changes(analysis, Chosen(), (files[chosen],))
        kept.remember(state.WHAT_IF_ON)
        return Base(chosen_map, day, change_sets, state.on())


def _changes(analysis: Analysis, what_if: Chosen, files: tuple[SourceFile, ...]) -> tuple[tuple[ChangeSet, ...], date]:
    """Show the day of the report, at first the one on which the last change has begun; return it with the change sets."""
    read = scenarios.read(files, analysis.landscape, state.on())
    day = kept.keep_day(state.WHAT_IF_ON, all_begun(read, state.on()))
    day_box("On this date", state.WHAT_IF_ON)
    own = (change_set(analysis.landscape, what_if, day),) if what_if else ()
    return (*own, *read), day


def earlier(whole: Base, *, compares: bool) -> Base | None:
    """Show what the report can be compared with, if its kind `compares`, and return that; None where nothing is chosen.

    Raises InvalidMap where the earlier map cannot be read.
    """
    if not compares:
        kept.leave(state.SINCE, state.SINCE_ON, state.SINCE_MAP)
        return None
    titles = {DAY: "An earlier day of this map", MAP: "Another map, such as last year's"}
    if whole.change_sets:
        titles = {BEFORE: "This map without the changes", **titles}
    chosen = kept.keep(state.SINCE, titles)
    with st.expander("What has changed", expanded=bool(chosen), icon=":material/history:", key="report-since"):
        choose_one("Say what has changed since", state.SINCE, titles, "Say nothing of it", state.SINCE_ON)
        found = _since(whole, chosen)
    kept.remember(state.SINCE)
    return found


def _since(whole: Base, chosen: str) -> Base | None:
    if chosen not in (DAY, MAP):
        kept.leave(state.SINCE_ON)
    if chosen != MAP:
        kept.leave(state.SINCE_MAP)
    if chosen == DAY:
        return Base(whole.map_files, _day(whole.on))
    if chosen == MAP:
        return _other_map(whole.on)
    return Base(whole.map_files, whole.on) if chosen == BEFORE else None


def _day(on: date) -> date:
    day = kept.keep_day(state.SINCE_ON, same_day(on, -1), on)
    day_box("The earlier day", state.SINCE_ON, on)
    kept.remember(state.SINCE_ON)
    return day


def _other_map(on: date) -> Base | None:
    found = compareview.others()
    titles = {id: cached.landscape(one).info.name for id, one in found.items()}
    chosen = choose_one("The earlier map", state.SINCE_MAP, titles, "An example, or one you opened")
    day = kept.keep_day_if_any(state.SINCE_ON)
    st.date_input(
        "Read as at",
        None,
        key=state.SINCE_ON,
        min_value=kept.EARLIEST,
        max_value=kept.LATEST,
        format="DD/MM/YYYY",
        width=220,
        help="Left empty, the earlier map is read as at the same date as the report.",
    )
    kept.remember(state.SINCE_MAP, state.SINCE_ON)
    st.file_uploader(
        "Or open it from files",
        type=["yaml", "yml", "zip"],
        accept_multiple_files=True,
        key=UPLOADER,
        on_change=_uploaded,
        help="YAML files of one map, or a ZIP archive of its folder. The map in use stays in use. Nothing is stored.",
    )
    _say_refused()
    return Base(found[chosen], day or on) if chosen else None


def _uploaded() -> None:
    st.session_state.pop(REFUSED, None)
    parts = [(file.name, file.getvalue()) for file in st.session_state.get(UPLOADER) or ()]
    if not parts:
        return
    found = state.keep_upload(parts)
    if isinstance(found, Refused):
        st.session_state[REFUSED] = found
    else:
        st.session_state[state.SINCE_MAP] = found.id


def _say_refused() -> None:
    found: Refused | None = st.session_state.get(REFUSED)
    if found:
        said = f"These files cannot be read: {count(len(found.problems), 'problem')}."
        st.html(problemlist.as_alert(said, found.problems, found.files))
