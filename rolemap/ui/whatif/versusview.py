"""What if, two side by side: what is saved in this browser, shipped, uploaded or chosen now, each against the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet, all_begun
from rolemap.changes.describe import STATUS
from rolemap.pipeline import Analysis
from rolemap.reports.versus import Versus, write_text
from rolemap.ui import difference, kept, saved, state
from rolemap.ui.safe import html
from rolemap.ui.tables import bullets, table
from rolemap.ui.whatif import scenarios, whatifchoose, whatifview
from rolemap.ui.whatif.changefile import change_set
from rolemap.ui.words import long_date

PAGE = "whatif"
"""The page's part of the address, by which its saved views are known."""

NOW, SAVED, FILE = "now", "saved:", "file:"
VIEWS = {"": "One what-if", "two": "Two side by side"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it is called, and what it chooses, by names of the address."""

    title: str
    said: Mapping[str, str]


def chosen() -> bool:
    """Show the switch between one what-if and two side by side, and return whether two are to be shown."""
    view = kept.keep(state.CHANGES_VIEW, VIEWS)
    st.session_state[state.CHANGES_VIEW] = view
    st.segmented_control(
        "How many what-ifs",
        list(VIEWS),
        key=state.CHANGES_VIEW,
        format_func=VIEWS.__getitem__,
        required=True,
        label_visibility="collapsed",
    )
    kept.remember(state.CHANGES_VIEW)
    if not view:
        kept.leave(state.ONE_SIDE, state.OTHER_SIDE)
    return bool(view)


def show(analysis: Analysis) -> None:
    """Show two what-ifs against each other. Raises InvalidMap where one of them does not fit the map."""
    found = sides(analysis)
    picked = tuple(
        _choose(found, key, label) for key, label in ((state.ONE_SIDE, "The first"), (state.OTHER_SIDE, "The second"))
    )
    kept.remember(state.ONE_SIDE, state.OTHER_SIDE)
    if len(found) < 2:
        st.info(
            "There are not two to compare yet. Choose what would change under “One what-if” and save it under “Saved views” in "
            "the menu; or upload a change set.",
            icon=":material/alt_route:",
        )
        return
    if None in picked:
        st.info(
            "Choose two. What you saved on this page, under “Saved views” in the menu, is among them.",
            icon=":material/alt_route:",
        )
        return
    sets = [_change_sets(analysis, side, state.on()) for side in picked if side]
    first = all_begun((one for both in sets for one in both), state.on())
    day = whatifview.day_of(analysis, tuple(dict.fromkeys((*sets[0], *sets[1]))), first)
    one, other = (whatifview.what_if(_change_sets(analysis, side, day), day) for side in picked if side)
    _results(Versus(one, other, (picked[0].title, picked[1].title)))  # type: ignore[union-attr]


def sides(analysis: Analysis) -> dict[str, Side]:
    """Return what can be compared, by a name for the address: what is chosen now, saved views, change sets from files."""
    now = {name: kept.text(name) for name in whatifview.NAMES}
    found: dict[str, Side] = {}
    if whatifchoose.kept_choice(analysis.graph) or now.get(state.SCENARIO):
        found[NOW] = Side("What is chosen now", now)
    for view in saved.views(PAGE):
        if any(view.chosen.get(name) for name in whatifview.NAMES):
            found[f"{SAVED}{view.name}"] = Side(view.name, view.chosen)
    for name, file in scenarios.offered(state.chosen_map()).items():
        found[f"{FILE}{name}"] = Side(scenarios.title(name, file), {state.SCENARIO: name})
    return found


def _choose(found: Mapping[str, Side], key: str, label: str) -> Side | None:
    name = kept.keep(key, found)
    st.selectbox(
        label,
        list(found),
        key=key,
        format_func=lambda one: f"{found[one].title} (saved here)" if one.startswith(SAVED) else found[one].title,
        placeholder="Choose one",
    )
    return found[name] if name else None


def _change_sets(analysis: Analysis, side: Side, day: date) -> tuple[ChangeSet, ...]:
    """Return the change sets of a side, what it chooses itself from `day`."""
    own = whatifchoose.chosen(analysis.graph, lambda name: side.said.get(name, ""))
    file = scenarios.offered(state.chosen_map()).get(side.said.get(state.SCENARIO, ""))
    read = scenarios.read((file,) if file else (), analysis.landscape, state.on())
    return (*((change_set(analysis.landscape, own, day),) if own else ()), *read)


def _results(found: Versus) -> None:
    one, other = found.titles
    st.header("In short", anchor=False)
    before = f"Both are compared with {long_date(found.one.on)} without any of these changes."
    st.html(html('<p class="rm-lead">{said}</p><p class="rm-quiet">{before}</p>', said=found.in_short, before=before))
    st.html(html('<div class="rm-details">{real}</div>', real=bullets(_real(found))))
    rows = [(measure.what, measure.one, measure.other) for measure in found.measures]
    st.html(table("The two side by side", ("What", one, other), rows))
    for title, story in found.only:
        st.header(f"Only with “{title}”", anchor=False)
        if story:
            st.html(html('<div class="rm-details">{story}</div>', story=difference.told(story)))
        else:
            st.markdown("Nothing that the other does not do too.")
    st.download_button(
        "Download as text",
        lambda: write_text(found).encode(),
        file_name="two-what-ifs.txt",
        mime="text/plain",
        icon=":material/download:",
        on_click="ignore",
    )


def _real(found: Versus) -> Iterator[str]:
    """Yield how real each of the two is, and whether it has begun on the day looked at."""
    for title, what_if in zip(found.titles, (found.one, found.other), strict=True):
        real = " ".join(dict.fromkeys(STATUS[one.status] for one in what_if.change_sets))
        waiting = any(one.begins(what_if.on) > what_if.on for one in what_if.change_sets)
        yield f"{title}: {real}" + (" Not all of it has begun on this day." if waiting else "")
