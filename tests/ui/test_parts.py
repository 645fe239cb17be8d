"""Parts of a page that run alone: they note what is chosen, and run the whole page where that is not enough."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap
from rolemap.ui import kept, parts, state
from tests.ui.test_app import opened, shown
from tests.ui.test_kept import linked


@pytest.fixture(autouse=True, scope="module")
def empty_caches() -> Iterator[None]:
    yield
    st.cache_resource.clear()


def test_what_is_chosen_in_a_part_is_no_link_and_is_noted_for_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    app = linked(level="place")
    monkeypatch.setattr(kept, "part_runs", lambda: True)
    app.query_params["level"] = "system"  # an address that lags
    app.multiselect(key=state.PILLAR).select("health-behaviours").run()
    assert "level Place" in shown(app)
    assert "Health behaviours" in shown(app)
    page, noted = app.session_state["choices_before"]
    assert (page, noted[state.PILLAR]) == ("", "health-behaviours")


def test_the_whole_page_runs_again_where_the_map_or_the_day_became_another(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Analysis] = []

    def outdated(analysis: Analysis) -> bool:
        asked.append(analysis)
        return len(asked) == 1

    monkeypatch.setattr(kept, "part_runs", lambda: True)
    monkeypatch.setattr(parts, "_outdated", outdated)
    app = opened()
    assert not app.exception
    assert len(asked) == 3  # below the title; then again, and what follows the filters


def test_a_part_is_outdated_with_another_analysis_and_where_the_map_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unreadable() -> Analysis:
        raise InvalidMap([])

    one, other = object(), object()
    monkeypatch.setattr(state, "analysis", lambda: one)
    assert not parts._outdated(one)  # type: ignore[arg-type]
    assert parts._outdated(other)  # type: ignore[arg-type]
    monkeypatch.setattr(state, "analysis", unreadable)
    assert parts._outdated(one)  # type: ignore[arg-type]


def test_a_map_that_cannot_be_read_any_more_is_said_in_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened()

    def gone(*_: object) -> None:
        raise InvalidMap([])

    monkeypatch.setattr("rolemap.ui.filterbar.board_filters", gone)
    app.run()
    assert not app.exception
    assert "This map cannot be read" in [one.value for one in app.title]
