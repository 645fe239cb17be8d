"""Arriving at a page: what is remembered goes into its address without a step of its own in the browser's history."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from rolemap.ui import arrival, frame, kept, saved
from tests.ui.test_app import DAY, opened
from tests.ui.test_saved import VIEW


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What each run of a whole page tells the browser about its address."""
    found: list[dict[str, Any]] = []
    monkeypatch.setattr(arrival, "_component", lambda key, data: found.append(data))
    return found


def test_a_page_come_to_from_another_is_told_the_address_it_should_have(sent: list[dict[str, Any]]) -> None:
    app = opened("leads.py", "northshire")
    app.multiselect(key="level").select("place").run()
    sent.clear()
    app.query_params.clear()
    app.switch_page(str(frame.PAGES / "gaps.py")).run()
    assert [one["address"] for one in sent] == [f"map=northshire&on={DAY}&level=place"]
    assert sent[0]["page"] == "gaps"
    assert not app.query_params, "Streamlit is not asked for a step in the history"


def test_a_choice_on_the_page_itself_is_a_step_in_the_history(sent: list[dict[str, Any]]) -> None:
    app = opened("leads.py", "northshire")
    app.multiselect(key="level").select("place").run()
    assert sent
    assert not any(sent)
    assert app.query_params["level"] == "place"


def test_how_a_saved_view_was_opened_is_not_left_in_the_address(sent: list[dict[str, Any]]) -> None:
    app = opened("gaps.py", "northshire")
    app.session_state[saved.ASKED] = saved.read(VIEW)
    sent.clear()
    app.run()
    (address,) = (one["address"] for one in sent)
    assert "only" not in address
    assert "map" not in address, "the first example needs no naming"
    assert "area=salford" in address


def interrupted() -> None:
    from rolemap.ui import kept

    kept.begin_address(came=True)
    kept.remember_as({"map": "northshire", "level": "place", "only": ""})
    kept.begin_part()
    kept.remember_as({"theme": "GAP"})


def test_what_is_chosen_while_a_page_is_arrived_at_loses_nothing_from_the_address() -> None:
    app = AppTest.from_function(interrupted)
    app.query_params["only"] = "yes"
    app.run()
    assert not app.exception
    assert app.query_params == {"map": "northshire", "level": "place", "theme": "GAP"}


def lagging() -> None:
    import streamlit as st

    from rolemap.ui import kept

    kept.begin_address(came=True)
    kept.remember_as({"map": "northshire", "level": "place"})
    st.text(str(kept.arrived()))
    kept.begin_part()
    kept.remember_as({"level": "", "theme": "GAP"})
    st.text(str(kept.arrived()))


def test_a_choice_before_the_browser_has_the_address_writes_the_whole_of_it() -> None:
    app = AppTest.from_function(lagging).run()
    assert not app.exception
    assert [one.value for one in app.text] == ["('', 'map=northshire&level=place')", "None"]
    assert app.query_params == {"map": "northshire", "theme": "GAP"}


def back_again() -> None:
    import streamlit as st

    from rolemap.ui import kept

    kept.begin_address(came=True)
    kept.remember_as({"view": "how-clear"})
    kept.gone_back = lambda: True  # type: ignore[assignment]
    kept.begin_address(came=True)
    st.text(str(kept.arrived()))


def test_back_while_a_page_is_arrived_at_takes_nothing_of_it_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "gone_back", kept.gone_back)
    app = AppTest.from_function(back_again).run()
    assert not app.exception
    assert [one.value for one in app.text] == ["None"]
