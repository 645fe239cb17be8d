"""The page What if: choosing what changes, and what that opens, leaves contested, breaks and loads, beside today."""

from __future__ import annotations

from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet, all_begun, describe
from rolemap.changes.describe import STATUS
from rolemap.graph import RoleGraph
from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap
from rolemap.reading.files import SourceFile
from rolemap.reports.known import days_ahead
from rolemap.reports.whatif import WhatIf
from rolemap.ui import cached, difference, kept, problemlist, squares, state
from rolemap.ui.choosers import choose_one
from rolemap.ui.filenames import named
from rolemap.ui.parties.partyview import subjects
from rolemap.ui.printlinks import print_what_if
from rolemap.ui.safe import Html, html, joined, markdown
from rolemap.ui.tables import bullets
from rolemap.ui.whatif import scenarios, whatifchoose, whatifdays, whatiffindings
from rolemap.ui.whatif.changefile import Chosen, change_set, to_yaml
from rolemap.ui.words import count, long_date

NAMES = (*whatifchoose.NAMES, state.SCENARIO, state.WHAT_IF_ON)
FIRST = "what-if-first"
SAVING = (
    "To keep this under a name, use “Saved views” in the menu. “Two side by side”, above, then sets it against another: one "
    "you saved, a shipped one or a file of your own."
)


def scenario(analysis: Analysis) -> tuple[SourceFile, ...]:
    """Show the change sets from files, and return the one chosen."""
    found = scenarios.offered(state.chosen_map())
    titles = {name: scenarios.title(name, file) for name, file in found.items()}
    chosen = kept.keep(state.SCENARIO, titles)
    with st.container(horizontal=True, vertical_alignment="bottom", key="scenario-filters"):
        if found:
            choose_one("Or a change set from a file", state.SCENARIO, titles, "None", state.WHAT_IF_ON)
        with st.popover("Upload a change set", icon=":material/upload:"):
            st.file_uploader(
                "A change set as YAML",
                type=["yaml", "yml"],
                key=scenarios.UPLOADER,
                on_change=scenarios.take_upload,
                args=(analysis.landscape, state.on()),
                help="How to write one is said in docs/change-sets.md. Nothing is stored.",
            )
    wrong = scenarios.refused()
    if wrong:
        file, problems = wrong
        said = f"{file.name} cannot be used: {count(len(problems), 'problem')}."
        st.html(problemlist.as_alert(said, problems, (file,)))
    return (found[chosen],) if chosen else ()


def looked_at(analysis: Analysis, chosen: Chosen, files: tuple[SourceFile, ...]) -> tuple[tuple[ChangeSet, ...], date]:
    """Show the slider of days and the table of what is known to change; return the change sets and the day looked at.

    Raises InvalidMap where the change sets do not fit the map.
    """
    read = scenarios.read(files, analysis.landscape, state.on())
    first = all_begun(read, state.on())
    day = day_of(analysis, read, first)
    if files and day != first:
        st.button(
            f"As at {long_date(first)}, when the last of them has begun", on_click=_on, args=(first,), type="tertiary"
        )
    own = (change_set(analysis.landscape, chosen, day),) if chosen else ()
    return (*own, *read), day


def day_of(analysis: Analysis, change_sets: tuple[ChangeSet, ...], first: date) -> date:
    """Show the slider and the table of days, and return the day looked at: `first` until another is chosen."""
    before = st.session_state.get(FIRST)
    if before not in (None, first) and kept.text(state.WHAT_IF_ON) == before.isoformat():
        kept.forget(state.WHAT_IF_ON)
    st.session_state[FIRST] = first
    days = days_ahead(analysis.graph, change_sets)
    day = whatifdays.choose(analysis.graph, change_sets, days, first)
    whatifdays.calendar(days)
    return day


def _on(day: date) -> None:
    st.session_state[state.WHAT_IF_ON] = day


def remember(day: date) -> None:
    """Put what is chosen into the address; the day only where it is another than the one shown first."""
    kept.remember_as({name: kept.text(name) for name in (*whatifchoose.NAMES, state.SCENARIO)})
    kept.remember_as({state.WHAT_IF_ON: "" if day == st.session_state.get(FIRST) else day.isoformat()})


def clear() -> None:
    """Choose nothing."""
    kept.forget(*NAMES)


def nothing_chosen(graph: RoleGraph) -> None:
    """Say what to do while nothing is chosen."""
    if subjects(graph):
        st.info(
            "Choose what would end, merge, move or be left vacant, or a change set from a file; or move the slider to a later "
            "day to see what changes by itself. You will see which squares would have no lead, which agreements would have "
            "lost a party, and who would have more to lead.",
            icon=":material/alt_route:",
        )
    else:
        st.info(
            "This map names no role and no organisation on this date. Try a later date.", icon=":material/lightbulb:"
        )


def results(found: WhatIf) -> None:
    """Show what the changes do, beside the same day without them; or, without changes, what changes by itself until then."""
    alone = not found.change_sets
    before, after = (
        (long_date(found.before.graph.on), long_date(found.on))
        if alone
        else ("Without the changes", "With the changes")
    )
    st.html(_said(found))
    st.html(html('<p class="rm-quiet">{what}</p>', what=found.compared))
    past = found.on < found.before.graph.on
    by_then = "What was different then" if past else "What changes by itself by then"
    st.header(by_then if alone else "In short", anchor=False)
    st.html(difference.short(found.comparison))
    if found.comparison:
        st.html(html('<div class="rm-details">{story}</div>', story=difference.story(found.comparison)))
    else:
        st.markdown("Nobody leads on anything else, and no agreement breaks.")
    st.header("In numbers", anchor=False)
    st.html(difference.counts(found.comparison, before, after))
    if found.comparison.cells:
        st.header("The squares that differ, side by side", anchor=False)
        st.html(squares.grid(found.comparison, before, after))
        with st.expander(f"Who leads before and after ({count(len(found.comparison.cells), 'square')})"):
            st.html(squares.side_by_side(found.comparison, before, after))
    whatiffindings.show(found)


def _said(found: WhatIf) -> Html:
    return html('<div class="rm-details">{parts}</div>', parts=joined(_one(found, one) for one in found.change_sets))


def _one(found: WhatIf, one: ChangeSet) -> Html:
    begins = one.begins(found.on)
    landscape = found.after.landscape
    begun = begins <= found.on
    lines = describe(landscape, one, found.on, found.before.landscape) if begun else ()
    wait = "" if begun else html("<p>Nothing of this has begun as at {day}.</p>", day=long_date(found.on))
    note = html('<p class="rm-quiet">{note}</p>', note=one.note) if one.note else ""
    real = (
        html('<p class="rm-quiet">{real}</p>', real=STATUS[one.status])
        if one.title and one.status != "scenario"
        else ""
    )
    sources = html('<p class="rm-quiet">Source: {said}</p>', said="; ".join(one.source)) if one.source else ""
    title = f"{one.title or 'What changes'}, from {long_date(begins)}"
    return joined((html("<h2>{title}</h2>", title=title), real, bullets(lines), wait, note, sources))


def downloads(found: WhatIf, chosen: Chosen, files: tuple[SourceFile, ...]) -> None:
    """Offer the change set as YAML and what differs as CSV, and a button that chooses nothing."""
    with st.container(horizontal=True, vertical_alignment="center", key="what-if-downloads"):
        if chosen:
            made = to_yaml(found.before.landscape, chosen, found.on).encode()
            _yaml("what-if.yaml", made, named("what-if", ".yaml", found.on))
        for file in files:
            _yaml(file.name.rsplit("/", 1)[-1], file.data)
        difference.download(found.comparison, named("what-if", ".csv", found.on))
        print_what_if(NAMES, found.on, changed=bool(found.change_sets))
        st.button("Start again", on_click=clear, icon=":material/restart_alt:", type="tertiary")
    st.html(html('<p class="rm-quiet">{words}</p>', words=SAVING))


def _yaml(name: str, data: bytes, file_name: str = "") -> None:
    st.download_button(
        f"Download the change set {markdown(name)}",
        data,
        file_name=file_name or name,
        mime="application/yaml",
        icon=":material/download:",
        on_click="ignore",
    )


def refused(invalid: InvalidMap) -> None:
    """Say why what is chosen cannot be done together."""
    st.html(problemlist.as_alert("This cannot be done as chosen.", invalid.problems, ()))


def what_if(change_sets: tuple[ChangeSet, ...], day: date) -> WhatIf:
    """Return the map in use with and without changes, as at a day; without any change, today's map and that day's.

    Raises InvalidMap where the changes do not fit.
    """
    if change_sets:
        return cached.what_if(state.chosen_map(), change_sets, day)
    return WhatIf((), state.analysis(), cached.analysis(state.chosen_map(), day), day)
