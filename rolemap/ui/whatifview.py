"""The page What if: choosing what changes, and what that opens, leaves contested, breaks and loads, beside today."""

from __future__ import annotations

from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet, describe
from rolemap.changes.describe import STATUS
from rolemap.exchange.tables import csv_text
from rolemap.graph import RoleGraph
from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap
from rolemap.reading.files import SourceFile
from rolemap.reports.whatif import WhatIf
from rolemap.ui import cached, difference, kept, problemlist, scenarios, state
from rolemap.ui.changefile import Chosen, change_set, section_of, to_yaml
from rolemap.ui.partyview import subjects
from rolemap.ui.safe import Html, html, joined, markdown
from rolemap.ui.tables import bullets, section
from rolemap.ui.words import count, long_date

NAMES = (state.REMOVED, state.MERGED, state.INTO, state.VACATED, state.SCENARIO, state.WHAT_IF_ON)


def choosers(graph: RoleGraph) -> Chosen:
    """Show what can be changed by search, and return what is chosen."""
    named = subjects(graph)
    roles = [id for id in named if id in graph.landscape.roles and not graph.landscape.roles[id].vacant]
    removed = kept.keep_many(state.REMOVED, named)
    merged = kept.keep_many(state.MERGED, named)
    vacated = kept.keep_many(state.VACATED, roles)
    into = kept.keep_text(state.INTO)
    with st.grid(3, min_column_width=230, gap="small", key="what-if-filters") as grid:
        with grid.cell():
            _choose("Remove", state.REMOVED, list(named), named, "What ends: an organisation takes its posts with it.")
        with grid.cell():
            sort = {section_of(graph.landscape, id) for id in merged[:1]}
            options = [id for id in named if not sort or section_of(graph.landscape, id) in sort]
            merged = tuple(id for id in merged if id in options)
            st.session_state[state.MERGED] = list(merged)
            _choose(
                "Merge", state.MERGED, options, named, "Two or more organisations, or two or more posts, become one."
            )
            if merged:
                st.text_input("Into one called", key=state.INTO, placeholder="A name for it", max_chars=120)
        with grid.cell():
            _choose("Leave vacant", state.VACATED, roles, named, "Posts with nobody in them.")
    return Chosen(removed, merged, into, vacated)


def _choose(name: str, key: str, options: list[str], named: dict[str, str], help_: str) -> None:
    st.multiselect(
        name, options, key=key, format_func=named.__getitem__, placeholder="Type a name, a post or a place", help=help_
    )


def scenario(analysis: Analysis) -> tuple[SourceFile, ...]:
    """Show the change sets from files, and return the one chosen."""
    found = scenarios.offered(state.chosen_map())
    chosen = kept.keep(state.SCENARIO, found)
    with st.container(horizontal=True, vertical_alignment="bottom", key="scenario-filters"):
        if found:
            st.selectbox(
                "Or a change set from a file",
                list(found),
                key=state.SCENARIO,
                format_func=lambda name: scenarios.title(name, found[name]),
                placeholder="None",
                on_change=kept.forget,
                args=(state.WHAT_IF_ON,),
            )
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
        said = html(
            "<strong>{name} cannot be used: {many}.</strong>", name=file.name, many=count(len(problems), "problem")
        )
        listed = problemlist.as_list(problems, (file,))
        st.html(html('<div class="rm-alert" role="alert">{said}{listed}</div>', said=said, listed=listed))
    return (found[chosen],) if chosen else ()


def changes(analysis: Analysis, chosen: Chosen, files: tuple[SourceFile, ...]) -> tuple[tuple[ChangeSet, ...], date]:
    """Show the date box, and return the change sets with the day to look at. Raises InvalidMap where they do not fit."""
    read = scenarios.read(files, analysis.landscape, state.on())
    first = max([state.on(), *(one.begins(state.on()) for one in read)])
    day = kept.keep_day(state.WHAT_IF_ON, first) if chosen or files else first
    if chosen or files:
        st.date_input(
            "On this date",
            key=state.WHAT_IF_ON,
            min_value=date(1900, 1, 1),
            max_value=date(2100, 12, 31),
            format="DD/MM/YYYY",
            width=220,
            help="Both sides are read as at this day. A change that begins later changes nothing yet.",
        )
        if files and day != first:
            st.button(
                f"As at {long_date(first)}, when the last of them has begun",
                on_click=_on,
                args=(first,),
                type="tertiary",
            )
    own = (change_set(analysis.landscape, chosen, day),) if chosen else ()
    return (*own, *read), day


def _on(day: date) -> None:
    st.session_state[state.WHAT_IF_ON] = day


def remember() -> None:
    """Put what is chosen into the address."""
    kept.remember(*NAMES)


def clear() -> None:
    """Choose nothing."""
    kept.forget(*NAMES)


def nothing_chosen(graph: RoleGraph) -> None:
    """Say what to do while nothing is chosen."""
    if subjects(graph):
        st.info(
            "Choose what would end, merge or be left vacant, or a change set from a file. You will see which squares would "
            "have no lead, which agreements would have lost a party, and who would have more to lead.",
            icon=":material/alt_route:",
        )
    else:
        st.info(
            "This map names no role and no organisation on this date. Try a later date.", icon=":material/lightbulb:"
        )


def results(found: WhatIf) -> None:
    """Show what the changes do, beside the same day without them."""
    st.html(_said(found))
    st.header("In short", anchor=False)
    st.html(difference.short(found.comparison))
    st.html(difference.counts(found.comparison, "Without", "With the changes"))
    st.header("What changes", anchor=False)
    if found.comparison:
        st.html(html('<div class="rm-details">{story}</div>', story=difference.story(found.comparison)))
    else:
        st.markdown("Nobody leads on anything else, and no agreement breaks.")
    _loose(found)


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
    return section(title, real, bullets(lines), wait, note, sources)


def _loose(found: WhatIf) -> None:
    loose, new, gone = found.loose_ends, len(found.new_findings) - len(found.loose_ends), len(found.gone_findings)
    st.header(f"Loose ends ({len(loose):,})", anchor=False)
    if loose:
        st.html(html('<div class="rm-details">{said}</div>', said=bullets(one.message for one in loose)))
    else:
        st.markdown("Nothing on the map would still name what has gone.")
    findings = f"{count(new, 'other finding is', 'other findings are')} new with the changes, and {gone:,} are gone."
    st.markdown(markdown(findings))


def downloads(found: WhatIf, chosen: Chosen, files: tuple[SourceFile, ...]) -> None:
    """Offer the change set as YAML and what differs as CSV, and a button that chooses nothing."""
    with st.container(horizontal=True, key="what-if-downloads"):
        if chosen:
            _yaml("what-if.yaml", to_yaml(found.before.landscape, chosen, found.on).encode())
        for file in files:
            _yaml(file.name.rsplit("/", 1)[-1], file.data)
        st.download_button(
            f"Download {count(len(found.comparison.cells), 'square')} that differ as CSV",
            lambda: csv_text(difference.HEAD, difference.rows(found.comparison)).encode("utf-8-sig"),
            file_name="what-if.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        st.button("Start again", on_click=clear, icon=":material/restart_alt:", type="tertiary")


def _yaml(name: str, data: bytes) -> None:
    st.download_button(
        f"Download the change set {markdown(name)}",
        data,
        file_name=name,
        mime="application/yaml",
        icon=":material/download:",
        on_click="ignore",
    )


def refused(invalid: InvalidMap) -> None:
    """Say why what is chosen cannot be done together."""
    st.html(
        html(
            '<div class="rm-alert" role="alert"><strong>This cannot be done as chosen.</strong>{problems}</div>',
            problems=problemlist.as_list(invalid.problems, ()),
        )
    )


def what_if(change_sets: tuple[ChangeSet, ...], day: date) -> WhatIf:
    """Return the map in use with and without changes, as at a day. Raises InvalidMap where they do not fit."""
    return cached.what_if(state.chosen_map(), change_sets, day)
