"""What is chosen: it is in the address by id, a link opens it, and a link to a map that is not open says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest

from rolemap.ui import kept, maps, state
from tests.ui.test_app import PAGES, ROOT, opened, shown, written


@pytest.fixture(autouse=True, scope="module")
def empty_caches() -> Iterator[None]:
    yield
    st.cache_resource.clear()


def linked(page: str = "", **address: str) -> AppTest:
    """The app as a link opens it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    for name, value in address.items():
        app.query_params[name.replace("_", "-")] = value
    app.run()
    return app.switch_page(f"rolemap/ui/pages/{page}").run() if page else app


@given(some.lists(some.text(min_size=1, max_size=8), max_size=5))
def test_several_values_survive_the_address(values: list[str]) -> None:
    assert kept.several(kept.as_one(values)) == tuple(values)


def test_every_filter_of_the_board_is_in_the_address_by_id() -> None:
    app = opened()
    app.multiselect(key=state.PILLAR).select("health-behaviours").run()
    app.multiselect(key=state.LEVEL).select("place").run()
    app.multiselect(key=state.AREA).select("salford").select("oldham").run()
    app.multiselect(key=state.ORGANISATION).select("salford-council").run()
    app.multiselect(key=state.DOMAIN).select("health-improvement").run()
    app.button_group(key=state.STATE).set_value(["clear", "assumed"]).run()
    app.toggle(key=state.STATUTORY).set_value(True).run()
    app.text_input(key=state.TEXT).set_value("smoking").run()
    found = {name: "".join(value) for name, value in app.query_params.items()}
    assert found == {
        "pillar": "health-behaviours",
        "level": "place",
        "area": "salford,oldham",
        "organisation": "salford-council",
        "domain": "health-improvement",
        "state": "clear,assumed",
        "statutory": "yes",
        "find": "smoking",
        "on": "2026-07-01",
    }
    assert shown(linked(**found)) == shown(app)


def test_findings_filters_are_in_the_address() -> None:
    app = opened("gaps.py")
    app.button_group(key=state.THEME).set_value(["OVL"]).run()
    app.multiselect(key=state.SEVERITY).select("warning").run()
    app.toggle(key=state.ACCEPTED).set_value(True).run()
    found = {name: "".join(value) for name, value in app.query_params.items()}
    assert found == {"theme": "OVL", "severity": "warning", "accepted": "yes", "on": "2026-07-01"}


def test_clearing_the_filters_empties_the_address() -> None:
    app = linked(pillar="health-behaviours", state="gap")
    assert "pillar Health behaviours" in shown(app)
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert "No filters" in shown(app)
    assert not app.query_params


def test_what_a_link_names_but_the_map_does_not_have_is_dropped() -> None:
    app = linked(area="atlantis", state="glorious", on="not-a-day", find="x" * 5000)
    assert not app.exception
    assert "atlantis" not in shown(app)
    assert len(app.text_input(key=state.TEXT).value) == 100


@pytest.mark.parametrize("on", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_out_of_range_is_left_out(on: str) -> None:
    app = linked(on=on)
    assert not app.exception
    assert app.session_state[state.ON] == date.today()


def test_a_link_that_says_only_opens_nothing_but_what_it_names() -> None:
    app = opened()
    app.multiselect(key=state.PILLAR).select("health-behaviours").run()
    app.query_params.clear()
    app.query_params.update({"area": "salford", "only": "yes"})
    app.run()
    assert "area Salford" in shown(app)
    assert "pillar" not in shown(app)
    assert "only" not in app.query_params


def test_an_address_that_lags_behind_what_was_chosen_undoes_nothing() -> None:
    app = opened()
    app.multiselect(key=state.AREA).select("salford").run()
    app.multiselect(key=state.AREA).select("oldham").run()
    app.query_params["area"] = "salford"
    app.multiselect(key=state.AREA).select("bury").run()
    assert app.query_params["area"] == "salford,oldham,bury"
    app.query_params["area"] = "salford"
    app.multiselect(key=state.PILLAR).select("health-behaviours").run()
    assert app.query_params["area"] == "salford,oldham,bury"
    assert app.query_params["pillar"] == "health-behaviours"


def test_squares_opened_one_after_another_stay_in_the_order_of_the_clicks() -> None:
    app = opened()
    for area in ("salford", "oldham"):
        app.session_state[state.OPEN] = f"stop-smoking@{area}"
        app.run()
    app.query_params["square"] = "stop-smoking@salford"
    app.session_state[state.OPEN] = "stop-smoking@bury"
    app.run()
    assert app.session_state[state.OPEN] == "stop-smoking@bury"


def test_a_shape_clicked_while_the_address_lags_behind_stays_chosen() -> None:
    def clicked() -> None:
        import streamlit as st

        from rolemap.ui import state

        state.follow_shape()
        st.text(state.picked_shape())
        state.pick_shape("organisation/second")
        state.remember_picture()
        st.query_params["shape"] = "organisation/first"
        state.pick_shape("organisation/third")
        state.remember_picture()
        st.text(state.picked_shape())

    app = AppTest.from_function(clicked)
    app.query_params["shape"] = "organisation/first"
    app.run(timeout=30)
    assert [one.value for one in app.text] == ["organisation/first", "organisation/third"]
    assert app.query_params["shape"] == "organisation/third"


def test_a_link_on_the_same_page_is_followed() -> None:
    app = opened()
    app.session_state[state.OPEN] = "stop-smoking@salford"
    app.run()
    app.query_params["square"] = "stop-smoking@oldham"
    app.run()
    assert app.session_state[state.OPEN] == "stop-smoking@oldham"


def test_a_link_opens_another_map_and_its_square() -> None:
    app = opened()
    app.query_params.update({"map": "northshire", "only": "yes", "square": "stop-smoking@easton"})
    app.run()
    assert "Northshire" in written(app)
    assert app.session_state[state.OPEN] == "stop-smoking@easton"


def test_a_link_to_a_map_that_is_not_open_says_so_on_every_page_until_another_is_chosen() -> None:
    app = linked("gaps.py", map="uploaded-0123456789ab")
    said = " ".join(one.value for one in app.markdown)
    assert "The map in this link is not open here" in said
    assert "upload the same files again" in said
    assert "Greater Manchester" in said
    assert app.query_params["map"] == "uploaded-0123456789ab"
    app.button(key="go-on").click().run()
    assert "not open here" not in " ".join(one.value for one in app.markdown)
    assert "map" not in app.query_params


def test_the_name_of_a_map_in_a_link_is_shown_as_text() -> None:
    app = linked(map="**nowhere** <img src=x>")
    said = " ".join(one.value for one in app.markdown)
    assert "**nowhere**" not in said
    assert "<img" not in said.replace("\\<", "")


def test_an_upload_is_in_the_address_while_its_session_lasts() -> None:
    found = maps.uploaded([("a.yaml", b"map: {title: Mine}\nareas: {a: {name: A}}\n")])
    app = opened("leads.py", found.id, **{state.UPLOADS: {found.id: found}})
    assert app.query_params["map"] == found.id
    assert "not open here" not in " ".join(one.value for one in app.markdown)


def set_anew(app: AppTest) -> list[str]:
    """The labels of the boxes whose value is sent to take the place of what the browser has."""
    found = [getattr(one, "proto", None) for part in (app.main, app.sidebar) for one in part]
    return [one.label for one in found if one is not None and getattr(one, "set_value", False)]


VARIANTS = [
    *((page, {}) for page in PAGES),
    ("compare.py", {state.COMPARED: "places"}),
    ("leads.py", {state.VIEW: "who-with-whom", state.BODY: "greater-manchester-icb"}),
    ("leads.py", {state.MISSED: "salford"}),
    ("leads.py", {state.OPEN: "stop-smoking@salford"}),
]


@pytest.mark.parametrize(("page", "session"), VARIANTS)
def test_an_open_page_gives_no_box_a_value_again(page: str, session: dict[str, object]) -> None:
    """A value given anew takes the place of what somebody chose while the page ran."""
    app = opened(page, **session)
    assert set_anew(app)
    assert set_anew(app.run()) == []


def test_what_a_run_cut_short_wrote_into_the_address_is_written_again() -> None:
    def script() -> None:
        import streamlit as st

        from rolemap.ui import kept

        kept.write_address({"find": "tobacco smok", "area": "", "level": "place"})
        st.query_params.from_dict({"find": "tobacco", "area": "salford", "map": "northshire"})
        kept.write_address({"differ": "yes"})

    app = AppTest.from_function(script).run()
    assert {name: "".join(value) for name, value in app.query_params.items()} == {
        "find": "tobacco smok",
        "level": "place",
        "differ": "yes",
        "map": "northshire",
    }
