"""What if, two side by side: what is saved in this browser, shipped, uploaded or chosen now, each against the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet, all_begun
from rolemap.changes.describe import STATUS, describe
from rolemap.pipeline import Analysis
from rolemap.reports.versus import Versus, write_text
from rolemap.ui import difference, kept, saved, state
from rolemap.ui.choosers import choose_view
from rolemap.ui.filenames import named
from rolemap.ui.safe import html
from rolemap.ui.tables import bullets, table
from rolemap.ui.whatif import scenarios, whatifchoose, whatifview
from rolemap.ui.whatif.changefile import change_set
from rolemap.ui.words import long_date

PAGE = "whatif"
"""The page's part of the address, by which its saved views are known."""

NOW, SAVED, FILE = "now", "saved:", "file:"
MOST_SAID = 3
"""How many sentences say what one of the two changes before the rest are only counted."""

VIEWS = {"": "One what-if", "two": "Two side by side"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it is called, and what it chooses, by names of the address."""

    title: str
    said: Mapping[str, str]

    @property
    def day(self) -> date | None:
        """Return the day the side was saved for, if it was for another than the first shown."""
        try:
            return date.fromisoformat(self.said.get(state.WHAT_IF_ON, ""))
        except ValueError:
            return None


def chosen() -> bool:
    """Show the switch between one what-if and two side by side, and return whether two are to be shown."""
    view = choose_view("How many what-ifs", state.CHANGES_VIEW, VIEWS)
    kept.remember(state.CHANGES_VIEW)
    if not view:
        kept.leave(state.ONE_SIDE, state.OTHER_SIDE)
    return bool(view)


def show(analysis: Analysis) -> None:
    """Show two what-ifs against each other. Raises InvalidMap where one of them does not fit the map."""
    found = sides(analysis)
    picked = tuple(
        _choose(found, key, label, first)
        for key, label, first in ((state.ONE_SIDE, "The first", NOW), (state.OTHER_SIDE, "The second", ""))
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
    both = [side for side in picked if side]
    sets = [_change_sets(analysis, side, state.on()) for side in both]
    saved_for = [side.day for side in both if side.day and side is not found.get(NOW)]
    first = max([all_begun((one for each in sets for one in each), state.on()), *saved_for])
    day = whatifview.day_of(analysis, tuple(dict.fromkeys((*sets[0], *sets[1]))), first)
    one, other = (whatifview.what_if(_change_sets(analysis, side, day), day) for side in both)
    _results(Versus(one, other, (both[0].title, both[1].title)), days_said(both, day))


def days_said(both: Sequence[Side], day: date) -> str:
    """Return on which day both are looked at, and which of them was saved for another."""
    said = f"Both are looked at on {long_date(day)}."
    for side in both:
        if side.day and side.day != day:
            said += f" “{side.title}” was saved for {long_date(side.day)}."
        elif side.day:
            said += f" That is the day of “{side.title}”."
    return said


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


def _choose(found: Mapping[str, Side], key: str, label: str, first: str) -> Side | None:
    """Show the choice of a side and return it: what was just made is the first side until another is chosen."""
    name = kept.keep(key, found)
    if not name and first in found and kept.text(state.OTHER_SIDE) != first:
        st.session_state[key] = name = first
    st.selectbox(
        label,
        list(found),
        key=key,
        format_func=lambda one: f"{found[one].title} (saved here)" if one.startswith(SAVED) else found[one].title,
        placeholder="Choose one",
        on_change=_later,
        args=(found, key),
    )
    return found[name] if name else None


def _later(found: Mapping[str, Side], key: str) -> None:
    """Look no earlier than on the day that a side just chosen was saved for."""
    side = found.get(st.session_state.get(key) or "")
    if side and side.day and (kept.text(state.WHAT_IF_ON) or str(state.on())) < side.day.isoformat():
        kept.forget(state.WHAT_IF_ON)


def _change_sets(analysis: Analysis, side: Side, day: date) -> tuple[ChangeSet, ...]:
    """Return the change sets of a side, what it chooses itself from `day`."""
    own = whatifchoose.chosen(analysis.graph, lambda name: side.said.get(name, ""))
    file = scenarios.offered(state.chosen_map()).get(side.said.get(state.SCENARIO, ""))
    read = scenarios.read((file,) if file else (), analysis.landscape, state.on())
    return (*((change_set(analysis.landscape, own, day),) if own else ()), *read)


def _results(found: Versus, days: str) -> None:
    one, other = found.titles
    st.header("In short", anchor=False)
    before = f"Both are compared with {long_date(found.one.on)} without any of these changes."
    quiet = f"{days} {before}"
    st.html(html('<p class="rm-lead">{said}</p><p class="rm-quiet">{quiet}</p>', said=found.in_short, quiet=quiet))
    st.html(html('<div class="rm-details">{held}</div>', held=bullets(_held(found))))
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
        file_name=named("two-what-ifs", ".txt"),
        mime="text/plain",
        icon=":material/download:",
        on_click="ignore",
    )


def _held(found: Versus) -> Iterator[str]:
    """Yield what each of the two changes, how real that is, and whether it has begun on the day looked at."""
    for title, what_if in zip(found.titles, (found.one, found.other), strict=True):
        begun = [one for one in what_if.change_sets if one.begins(what_if.on) <= what_if.on]
        after, before = what_if.after.landscape, what_if.before.landscape
        said = [sentence for one in begun for sentence in describe(after, one, what_if.on, before)]
        more = [f"And {len(said) - MOST_SAID:,} more."] if len(said) > MOST_SAID else []
        waiting = [] if len(begun) == len(what_if.change_sets) else ["Not all of it has begun on this day."]
        real = dict.fromkeys(STATUS[one.status] for one in what_if.change_sets)
        yield f"{title}: {' '.join((*said[:MOST_SAID], *more, *real, *waiting))}"
