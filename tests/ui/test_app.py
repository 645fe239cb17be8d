"""The app as a whole, run without a browser: every page, its filters, and text that must stay text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rolemap import pipeline
from rolemap.reading.catalogues import CONFIGS
from rolemap.ui import cached, maps, state
from tests.ui.hostile import HOSTILE

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path.name for path in (ROOT / "rolemap" / "ui" / "pages").glob("*.py"))
DAY = date(2026, 7, 1)


@pytest.fixture(autouse=True, scope="module")
def empty_caches() -> Iterator[None]:
    yield
    st.cache_resource.clear()


def opened(page: str = "leads.py", chosen: str = "", **session: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    app.session_state[state.ON] = DAY
    if chosen:
        app.session_state[state.CHOSEN] = chosen
    for key, value in session.items():
        app.session_state[key] = value
    app.run()
    return app if page == "leads.py" else app.switch_page(f"rolemap/ui/pages/{page}").run()


def hostile(page: str, **session: object) -> AppTest:
    found = maps.uploaded([("hostile.yaml", HOSTILE)])
    return opened(page, found.id, **{state.UPLOADS: {found.id: found}}, **session)


def shown(app: AppTest) -> str:
    return next(one.value for one in app.markdown if "shown" in one.value).replace("\\", "")


def written(app: AppTest) -> str:
    return "".join(str(one.proto.body) for one in app.get("html"))


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_on_the_first_example(page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert len(app.title) == 1
    assert "Greater Manchester" in written(app)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("example", maps.examples())
def test_page_opens_on_every_example(page: str, example: str) -> None:
    app = opened(page, example)
    assert not app.exception
    assert len(app.title) == 1


def test_a_filter_shows_less_and_says_so() -> None:
    app = opened()
    whole = shown(app)
    assert "No filters" in whole
    app.multiselect(key=state.LEVEL).select("system").run()
    assert "level System" in shown(app)
    assert shown(app) != whole
    app.button_group(key=state.STATE).set_value(["gap"]).run()
    assert "state Gap" in shown(app)


def test_squares_that_need_no_lead_are_told_apart_from_those_that_are_counted() -> None:
    app = opened()
    graph = pipeline.analyse(CONFIGS / "examples" / "greater-manchester", DAY).graph
    extra = len(graph.cells) - len(graph.needed)
    assert f"{len(graph.cells):,} squares, {extra} of them where no lead is needed, so they are not counted" in shown(
        app
    )


def test_totals_say_that_they_count_every_state() -> None:
    said = "Totals count squares in every state"
    assert said not in written(opened())
    app = opened()
    app.button_group(key=state.STATE).set_value(["gap"]).run()
    assert said in written(app)


def test_findings_are_filtered_and_all_filters_cleared_by_one_button() -> None:
    app = opened("gaps.py")
    app.multiselect(key=state.LEVEL).select("system").run()
    app.button_group(key=state.THEME).set_value(["OVL"]).run()
    assert "theme Overlaps" in shown(app)
    assert "level System" in shown(app)
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert "No filters" in shown(app)


def test_accepted_findings_are_counted_only_where_they_are_shown() -> None:
    found = cached.analysis(maps.example("northshire"), DAY).findings
    kept = [one for one in found if one.accepted is None]
    assert len(kept) < len(found)
    app = opened("gaps.py", "northshire")
    assert f"{len(kept)} of {len(kept)} findings shown" in shown(app)
    assert "No filters" in shown(app)
    app = opened("gaps.py", "northshire", **{state.ACCEPTED: True})
    assert f"{len(found)} of {len(found)} findings shown" in shown(app)


def test_a_search_without_a_match_says_what_to_do() -> None:
    app = opened()
    app.text_input(key=state.TEXT).set_value("no such words").run()
    assert not app.exception
    assert "Clear them" in app.info[0].value
    next(button for button in app.button if button.label == "Clear all filters").click().run()
    assert "No filters" in shown(app)


def test_an_open_square_shows_everything_known_about_it() -> None:
    app = opened(**{state.OPEN: "dph-appointment@bolton"})
    assert "Nothing is needed or said here" in written(app)
    graph_square = hostile("leads.py", **{state.OPEN: "r@easton"})
    details = written(graph_square)
    assert "recorded as resting on a claim, not agreed" in details
    assert "hostile.yaml, line 11" in details
    assert "For the room:" in details


def test_a_square_is_opened_by_name() -> None:
    app = hostile("leads.py")
    app.selectbox(key=state.PICK_RESPONSIBILITY).select("s").run()
    assert app.session_state[state.OPEN] == "s@easton"
    assert "A lead is needed here and none is recorded." in written(app)
    app.button(key="close-square").click().run()
    assert not app.exception
    assert '<section class="rm-details"' not in written(app)


@pytest.mark.parametrize("page", PAGES)
def test_text_of_a_map_never_becomes_markup(page: str) -> None:
    app = hostile(page, **{state.OPEN: "r@easton"})
    assert not app.exception
    html = written(app)
    assert "&lt;img src=x" in html
    for bad in ("<img", "<svg", "<script", "<u>", "<b>", 'href="javascript', "href='javascript"):
        assert bad not in html
    for one in (*app.markdown, *app.caption, *app.success):
        assert "<img" not in one.value.replace("\\<", "")
        assert "**bold**" not in one.value


def test_the_date_decides_what_is_shown() -> None:
    early = opened(**{state.ON: date(1950, 1, 1)})
    assert not early.exception
    assert shown(early) != shown(opened())
