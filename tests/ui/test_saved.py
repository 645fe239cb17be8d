"""Saved views, as the browser tells of them: read with care, filtered by page and map, opened whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from rolemap.ui import saved, state
from tests.ui.test_app import opened, shown, written

VIEW = {
    "name": "Salford",
    "page": "",
    "address": "area=salford&state=assumed,gap",
    "map": "greater-manchester",
    "title": "Greater Manchester",
    "digest": "0" * 64,
}

ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(autouse=True, scope="module")
def empty_caches() -> Iterator[None]:
    yield
    st.cache_resource.clear()


def test_a_view_is_read_with_what_is_chosen_on_it() -> None:
    found = saved.read(VIEW)
    assert found is not None
    assert found.chosen == {"area": "salford", "state": "assumed,gap"}
    assert (found.page, found.map, found.map_title) == ("", "greater-manchester", "Greater Manchester")


@pytest.mark.parametrize("how", ["only=yes", "embed=true", "EMBED_options=dark_theme"])
def test_how_a_page_is_opened_is_not_part_of_a_view(how: str) -> None:
    found = saved.read({**VIEW, "address": f"?area=salford&{how}"})
    assert found is not None
    assert found.chosen == {"area": "salford"}


@pytest.mark.parametrize(
    "changed",
    [
        {"name": ""},
        {"name": "n" * (saved.MOST_NAME + 1)},
        {"name": ["a"]},
        {"address": "a=1&" * saved.MOST_PARTS + "a=1"},
        {"address": "a" * (saved.MOST_ADDRESS + 1)},
        {"map": 3},
    ],
)
def test_what_is_no_view_is_not_read(changed: dict[str, Any]) -> None:
    assert saved.read({**VIEW, **changed}) is None


@given(ANYTHING, some.dictionaries(some.sampled_from(sorted(VIEW)), ANYTHING))
def test_whatever_a_browser_sends_is_a_view_or_nothing(one: object, changed: dict[str, Any]) -> None:
    for said in (one, {**VIEW, **changed}):
        found = saved.read(said)
        assert found is None or (0 < len(found.name) <= saved.MOST_NAME and len(found.chosen) <= saved.MOST_PARTS)


def asked(**changed: str) -> Any:
    """The app on another map with a filter, where a view has just been asked for."""
    app = opened("gaps.py", "northshire")
    app.multiselect(key=state.PILLAR).select("health-behaviours").run()
    app.session_state[saved.ASKED] = saved.read({**VIEW, **changed})
    return app.run()


def test_a_view_opens_its_page_with_its_map_and_what_is_chosen_and_nothing_else() -> None:
    app = asked()
    assert not app.exception
    assert app.title[0].value == "Who leads on what"
    assert "Greater Manchester" in written(app)
    assert shown(app).endswith("Filters: area Salford; state Assumed or Gap.")


def test_a_view_of_a_page_that_is_not_there_changes_nothing() -> None:
    app = asked(page="nowhere")
    assert not app.exception
    assert app.title[0].value == "Gaps and overlaps"
    assert "pillar Health behaviours" in shown(app)


def test_a_view_of_a_map_that_is_not_open_says_so() -> None:
    app = asked(map="uploaded-0123456789ab")
    assert not app.exception
    assert "not open here" in " ".join(one.value for one in app.markdown)
