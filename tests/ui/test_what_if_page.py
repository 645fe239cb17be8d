"""The page What if: what is chosen becomes a change set, what it does is shown, and its file says the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from rolemap.changes import Merge, Move, Remove, Split, Vacate, apply
from rolemap.model import Landscape
from rolemap.reading import read_files
from rolemap.reading.change_sets import read_change_files
from rolemap.reading.files import SourceFile
from rolemap.ui import maps, saved, state
from rolemap.ui.whatif import scenarios, whatifdays
from rolemap.ui.whatif.changefile import Chosen, change_set, holdings, new_id, to_yaml
from tests.ui.hostile import HOSTILE
from tests.ui.test_app import DAY, empty_caches, hostile, opened, written

__all__ = ["empty_caches"]


def landscape(example: str = "northshire") -> Landscape:
    found = maps.example(example)
    return read_files(found.files, found.limits)


CHOSEN = Chosen(("northshire-prevention-lead",), ("easton-council", "westby-council"), 'A "new" council: #1')


def test_the_file_says_what_is_chosen() -> None:
    whole = landscape()
    roles = [id for id, role in whole.roles.items() if "director-of-public-health" in role.kind]
    chosen = Chosen(CHOSEN.removed, CHOSEN.merged, CHOSEN.into, tuple(roles[:1]))
    text = to_yaml(whole, chosen, DAY)
    (read,) = read_change_files((SourceFile("what-if.yaml", text.encode()),), whole, DAY)
    assert read.on == DAY
    removed, merged, vacated = read.changes
    assert isinstance(removed, Remove)
    assert removed.id == "northshire-prevention-lead"
    assert isinstance(merged, Merge)
    assert merged.ids == CHOSEN.merged
    assert merged.into.title == 'A "new" council: #1'
    assert isinstance(vacated, Vacate)
    own = change_set(whole, chosen, DAY)
    assert [type(one) for one in own.changes] == [Remove, Merge, Vacate]


def test_a_hostile_name_stays_a_name_in_the_file() -> None:
    whole = read_files((SourceFile("hostile.yaml", HOSTILE),))
    text = to_yaml(whole, Chosen(("c",), (), "", ("d",)), DAY)
    (read,) = read_change_files((SourceFile("what-if.yaml", text.encode()),), whole, DAY)
    assert [type(one) for one in read.changes] == [Remove, Vacate]


@pytest.mark.parametrize(
    "name", ["😀 Council", "Family 👩\u200d⚕️", "one\u2028two\x7f\x85\ufeff", "\U000e0001", "Cyngor Tŷ “東”"]
)
def test_any_sign_in_a_name_comes_back_from_the_file(name: str) -> None:
    whole = landscape()
    text = to_yaml(whole, Chosen(merged=CHOSEN.merged, into=name), DAY)
    (read,) = read_change_files((SourceFile("what-if.yaml", text.encode()),), whole, DAY)
    assert isinstance(read.changes[0], Merge)
    assert read.changes[0].into.title == name


def test_a_merged_body_gets_an_id_that_is_free() -> None:
    whole = landscape()
    for name in ("Easton Council", "東", "", "northshire"):
        id = new_id(whole, Chosen(merged=("easton-council", "westby-council"), into=name))
        assert whole.party(id) is None
        assert id not in whole.areas


def test_what_is_merged_is_not_removed_as_well_and_new_bodies_share_no_id() -> None:
    whole = landscape()
    chosen = Chosen(
        removed=("easton-council",),
        merged=("easton-council", "westby-council"),
        into="Valley",
        split="northshire-icb",
        parts=("Valley", "Valley"),
        taken=("jsna",),
    )
    own = change_set(whole, chosen, DAY)
    assert [type(one) for one in own.changes] == [Split, Merge]
    split, merge = own.changes
    assert isinstance(split, Split)
    assert isinstance(merge, Merge)
    assert len({merge.into.id, *(body.id for body in split.into)}) == 3


def test_removing_the_board_says_what_opens_beside_today() -> None:
    chosen: dict[str, Any] = {state.REMOVED: ["greater-manchester-icb"]}
    app = opened("whatif.py", **chosen)
    assert not app.exception
    page = written(app)
    assert "NHS Greater Manchester Integrated Care Board ends" in page
    assert "No lead any more (21)" in page
    assert "Agreements in use with a party that has gone (9)" in page
    assert "Without" in page
    assert "With the changes" in page


@pytest.mark.parametrize("example", ["greater-manchester", "northshire"])
def test_every_shipped_change_set_can_be_chosen(example: str) -> None:
    offered = scenarios.shipped(maps.example(example))
    assert offered
    for name in offered:
        app = opened("whatif.py", example, **{state.SCENARIO: name})
        assert not app.exception
        assert "In short" in [one.value for one in app.header]
        assert "Nothing of this has begun" not in written(app)


def test_before_a_change_begins_it_changes_nothing() -> None:
    app = opened("whatif.py", "northshire", **{state.SCENARIO: "icb-merger", state.WHAT_IF_ON: "2026-12-01"})
    assert "Nothing of this has begun as at 1 December 2026" in written(app)
    next(one for one in app.button if "has begun" in one.label).click().run()
    assert app.session_state[state.WHAT_IF_ON] == date(2027, 4, 1)
    assert "Nothing of this has begun" not in written(app)


def test_a_change_set_that_does_not_fit_the_map_is_explained() -> None:
    file = SourceFile("mine.yaml", b"changes:\n  - remove: no-such-body\n")
    chosen: dict[str, Any] = {scenarios.UPLOADED: {"northshire": file}, state.SCENARIO: "mine.yaml"}
    app = opened("whatif.py", "northshire", **chosen)
    assert not app.exception
    page = written(app)
    assert "This cannot be done as chosen" in page
    assert "mine.yaml, line 2" in page


def test_an_uploaded_change_set_stays_with_its_map() -> None:
    file = SourceFile("mine.yaml", b"changes:\n  - remove: northshire-icb\n")
    chosen: dict[str, Any] = {scenarios.UPLOADED: {"northshire": file}, state.SCENARIO: "mine.yaml"}
    app = opened("whatif.py", "northshire", **chosen)
    assert "mine.yaml" in app.selectbox(key=state.SCENARIO).options
    for example, offered in (("surrey", False), ("northshire", True)):
        app = app.switch_page("rolemap/ui/pages/maps.py").run()
        app.button(key=f"use-{example}").click().run()
        app = app.switch_page("rolemap/ui/pages/whatif.py").run()
        assert "This cannot be done as chosen" not in written(app)
        assert app.selectbox(key=state.SCENARIO).value is None
        assert ("mine.yaml" in app.selectbox(key=state.SCENARIO).options) == offered


@pytest.mark.parametrize(("body", "kept"), [("northshire-icb", "UPLOADED"), ("no-such-body", "REFUSED")])
def test_what_is_uploaded_is_kept_for_the_map_in_use(body: str, kept: str) -> None:
    def upload(body: str) -> None:
        from datetime import date
        from io import BytesIO

        import streamlit as st

        from rolemap.ui import cached, state
        from rolemap.ui.whatif import scenarios

        data = BytesIO(f"changes:\n  - remove: {body}\n".encode())
        data.name = "mine.yaml"
        for id in ("surrey", "northshire"):
            st.session_state[state.CHOSEN] = id
            if id == "northshire":
                st.session_state[scenarios.UPLOADER] = data
            scenarios.take_upload(cached.landscape(state.chosen_map()), date(2026, 7, 1))
        st.text(f"{'mine.yaml' in scenarios.offered(state.chosen_map())} {bool(scenarios.refused())}")
        st.session_state[state.CHOSEN] = "surrey"
        st.text(f"{'mine.yaml' in scenarios.offered(state.chosen_map())} {bool(scenarios.refused())}")

    app = AppTest.from_function(upload, args=(body,)).run(timeout=30)
    assert not app.exception
    assert [one.value for one in app.text] == [f"{kept == 'UPLOADED'} {kept == 'REFUSED'}", "False False"]


TITLES = [
    ("change_set: {title: Flow title}", "Flow title"),
    ("change_set: {title: >-\n    Folded\n    title}", "mine"),
    ("change_set:\n  title: >-\n    Folded\n    title", "Folded title"),
    ("change_set:\n  title: Merger # draft", "Merger"),
    ('change_set:\n  title: "Merger: \\"quoted\\""', 'Merger: "quoted"'),
    ("change_set: {on: 2027-04-01}", "mine"),
    ("title: Not here", "mine"),
    ("change_set: [", "mine"),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_a_change_set_is_called_by_the_title_it_gives_itself(head: str, title: str) -> None:
    text = f"changes:\n  - set: {{role: r, title: New title of r}}\n  - set:\n      role: r\n      title: New\n{head}\n"
    assert scenarios.title("mine", SourceFile("mine.yaml", text.encode())) == title


def test_starting_again_chooses_nothing() -> None:
    chosen: dict[str, Any] = {state.REMOVED: ["northshire-icb"]}
    app = opened("whatif.py", "northshire", **chosen)
    next(one for one in app.button if one.label == "Start again").click().run()
    assert app.multiselect(key=state.REMOVED).value == []
    assert "Choose what would end" in app.info[0].value


def test_hostile_titles_stay_text() -> None:
    app = hostile("whatif.py", **{state.REMOVED: ["c"]})
    assert not app.exception
    page = written(app)
    assert "&lt;svg onload=alert(3)&gt; ends" in page
    for bad in ("<svg", "<img", "<b>"):
        assert bad not in page


MOVE = Chosen(moved=("northshire-prevention-lead",), moved_to="easton-council")
SPLIT = Chosen(
    split="easton-council",
    parts=("Upper Easton Council", "Lower Easton Council"),
    taken=("easton-director-of-public-health", "jsna"),
)


@pytest.mark.parametrize("chosen", [MOVE, SPLIT], ids=["move", "split"])
def test_the_file_moves_and_splits_as_the_page_does(chosen: Chosen) -> None:
    whole = landscape()
    (read,) = read_change_files((SourceFile("what-if.yaml", to_yaml(whole, chosen, DAY).encode()),), whole, DAY)
    own = change_set(whole, chosen, DAY)
    assert [type(one) for one in read.changes] == [type(one) for one in own.changes]
    assert type(own.changes[0]) in (Move, Split)
    roles = [apply(whole, one, DAY).landscape.roles for one in (read, own)]
    assert {id: role.organisations for id, role in roles[0].items()} == {
        id: role.organisations for id, role in roles[1].items()
    }


def test_the_first_body_of_a_split_takes_what_the_second_does_not() -> None:
    whole = landscape()
    split = change_set(whole, SPLIT, DAY).changes[0]
    assert isinstance(split, Split)
    first, second = split.into
    assert second.takes == SPLIT.taken
    assert set(first.takes) == set(holdings(whole, "easton-council")) - set(SPLIT.taken)
    assert {"easton-chief-executive"} <= set(first.takes)


def test_moving_and_splitting_are_chosen_by_search() -> None:
    chosen: dict[str, Any] = {state.MOVED: "northshire-prevention-lead", state.MOVED_TO: "easton-council"}
    split: dict[str, Any] = {state.SPLIT: "westby-council", state.TAKEN: "westby-director-of-public-health"}
    app = opened("whatif.py", "northshire", **chosen, **split, **{state.SPLIT_OTHER: "New Westby Council"})
    assert not app.exception
    page = written(app)
    assert "moves to Easton Borough Council" in page
    assert "Westby Council is split" in page
    assert "New Westby Council (which takes Director of public health" in page


def test_a_body_that_is_split_is_not_merged_and_the_page_says_so() -> None:
    chosen = {state.SPLIT: "westby-council", state.TAKEN: "westby-director-of-public-health"}
    merged = {state.MERGED: "westby-council,easton-council"}
    app = opened("whatif.py", "northshire", **chosen, **merged)
    assert not app.exception
    assert ["is to be split" in one.value for one in app.caption].count(True) == 1
    assert "is split" in written(app)


def test_a_later_day_shows_what_changes_by_itself() -> None:
    app = opened("whatif.py", "northshire")
    slider = app.select_slider(key=whatifdays.SLIDER)
    assert "1 April 2027" in slider.options
    slider.set_value(date(2027, 4, 1)).run()
    assert not app.exception
    assert "What changes by itself by then" in [one.value for one in app.header]
    page = written(app)
    assert "Before is the map as at 1 July 2026, after is the map as at 1 April 2027." in page
    assert "NHS Northshire Integrated Care Board ends" in page
    assert "In each square: 1 July 2026 → 1 April 2027" in page
    slider = app.select_slider(key=whatifdays.SLIDER)
    slider.set_value(DAY).run()
    assert "Choose what would end" in app.info[0].value


DATED = """\
map: {title: Dated}
levels: {place: {name: Place}}
areas: {easton: {name: Easton, level: place}}
organisations:
  old: {name: Old Council, area: easton, from: 2020-06-01}
"""


def dated(day: str, ahead: int = 0) -> AppTest:
    more = "".join(f"  o{n}: {{name: Council {n}, area: easton, from: {2027 + n}-01-01}}\n" for n in range(ahead))
    found = maps.uploaded([("map.yaml", (DATED + more).encode())])
    return opened("whatif.py", found.id, **{state.UPLOADS: {found.id: found}, state.WHAT_IF_ON: day})


def test_a_day_in_the_past_says_what_began_or_ended_on_it() -> None:
    assert "<strong>1 June 2020</strong>: Old Council begins" in written(dated("2020-06-01"))
    assert "<strong>2 June 2020</strong>: a day chosen by hand, on which nothing is recorded" in written(
        dated("2020-06-02")
    )


def test_how_many_days_to_come_are_left_out_is_said() -> None:
    app = dated("2094-01-01", 70)
    assert not app.exception
    assert "70 days)" in app.expander[1].label
    assert "The first 60 of 70 days are listed; 10 later are left out." in written(app)
    assert (
        app.select_slider(key=whatifdays.SLIDER).label == "Look at the day (62 days to choose from; 10 later left out)"
    )
    assert "<strong>1 January 2094</strong>: Council 67 begins" in written(app)


def test_before_is_the_same_day_without_the_changes() -> None:
    app = opened("whatif.py", "northshire", **{state.SCENARIO: "icb-merger"})
    assert "Before is the map as at 1 April 2027 without these changes, after is the same day with them." in written(
        app
    )


def test_findings_that_are_new_and_gone_are_listed() -> None:
    app = opened("whatif.py", **{state.REMOVED: ["greater-manchester-icb"]})
    headers = " ".join(one.value for one in app.header)
    assert "Findings that are new (" in headers
    assert "Findings that are gone (" in headers
    assert "has lost a party" in written(app) or "no longer there" in written(app)


def side(name: str, address: str) -> dict[str, str]:
    return {"name": name, "page": "whatif", "address": address, "map": "northshire", "title": "", "digest": ""}


def test_two_that_are_saved_or_shipped_are_seen_side_by_side() -> None:
    views = [
        side("No board", "?remove=northshire-icb"),
        side("Nobody leads <b>", "?vacate=westby-director-of-public-health"),
    ]
    chosen: dict[str, Any] = {
        state.CHANGES_VIEW: "two",
        saved.KEY: {"views": {"views": views}},
        state.ONE_SIDE: "saved:No board",
        state.OTHER_SIDE: "saved:Nobody leads <b>",
    }
    app = opened("whatif.py", "northshire", **chosen)
    assert not app.exception
    page = written(app)
    assert "The two side by side" in page
    assert "Nobody leads &lt;b&gt;" in page
    assert "<b>" not in page
    headers = [one.value for one in app.header]
    assert headers[0] == "In short"
    app.selectbox(key=state.OTHER_SIDE).set_value("file:icb-merger").run()
    assert "The merger of two integrated care boards" in written(app)
    assert "Agreements in use with a party that has gone" in written(app)


def test_without_two_it_says_what_to_do() -> None:
    app = opened("whatif.py", "one-council", **{state.CHANGES_VIEW: "two"})
    assert "There are not two to compare yet" in app.info[0].value


def test_one_key_never_removes_everything_that_matches() -> None:
    app = opened("whatif.py", "northshire")
    for key in (state.REMOVED, state.MERGED, state.VACATED, state.MOVED):
        assert not app.multiselect(key=key).proto.select_all


def test_a_post_that_is_removed_is_not_left_vacant_as_well() -> None:
    whole = landscape()
    role = next(id for id, one in whole.roles.items() if "director-of-public-health" in one.kind)
    text = to_yaml(whole, Chosen(removed=(role,), vacated=(role,)), DAY)
    (read,) = read_change_files((SourceFile("what-if.yaml", text.encode()),), whole, DAY)
    assert [type(one) for one in read.changes] == [Remove]
