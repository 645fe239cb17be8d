"""The page Compare: dates, maps, change sets and places, in sentences, counts and tables."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from rolemap.ui import cached, kept, maps, state
from rolemap.ui.compare import placesview
from rolemap.ui.compare.compareview import KINDS
from tests.ui.test_app import DAY, ROOT, empty_caches, hostile, opened, written
from tests.ui.test_kept import linked

__all__ = ["empty_caches"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("example", maps.examples())
def test_each_kind_opens_on_every_example(kind: str, example: str) -> None:
    app = opened("compare.py", example, **{state.COMPARED: kind})
    assert not app.exception
    assert app.get("html") or app.info


def test_two_dates_are_compared_in_sentences_and_counts() -> None:
    app = opened("compare.py", "northshire", **{state.OTHER_ON: "2027-04-01"})
    page = written(app)
    assert "as at 1 July 2026 and 1 April 2027" in page
    assert re.search(r"Clear and resting on law or agreement: \d+ of \d+ \(\d+%\) before", page)
    assert "In each square: 1 July 2026 → 1 April 2027" in page
    assert "What became of it" in page
    assert any("as Markdown" in one.label for one in app.get("download_button"))


def test_two_maps_are_compared() -> None:
    app = opened("compare.py", "northshire", **{state.COMPARED: "maps", state.OTHER_MAP: "one-council"})
    assert not app.exception
    assert "Northshire (a made-up system) as at" in written(app)


def test_the_same_date_twice_says_so() -> None:
    app = opened("compare.py", "northshire", **{state.OTHER_ON: DAY.isoformat()})
    assert "Nothing differs" in app.info[0].value


def test_a_map_and_a_change_set_are_compared() -> None:
    app = opened("compare.py", "northshire", **{state.COMPARED: "changes", state.OTHER_SCENARIO: "icb-merger"})
    assert not app.exception
    assert "After it, 1 April 2027" in written(app)


def test_two_places_show_who_leads_in_each() -> None:
    chosen: dict[str, Any] = {state.COMPARED: "places", state.ONE_PLACE: "salford", state.OTHER_PLACE: "oldham"}
    app = opened("compare.py", **chosen)
    page = written(app)
    graph = cached.analysis(maps.example("greater-manchester"), DAY).graph
    found = placesview.pairs(graph, "salford", "oldham")
    apart = sum(placesview.differ(graph, pair) for pair in found)
    assert 0 < apart < len(found)
    assert f"Salford and Oldham differ in {apart} of {len(found)} responsibilities" in page
    for work, one, other in found:
        if one is not None and other is not None and one.state != other.state:
            assert placesview.differ(graph, (work, one, other))


def test_hostile_titles_stay_text() -> None:
    app = hostile("compare.py", **{state.OTHER_ON: "2030-01-01"})
    assert not app.exception
    assert "<img" not in written(app)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("on", ["1900-01-01", "2100-12-31", "2096-02-29"])
def test_each_kind_opens_on_the_first_and_the_last_day(kind: str, on: str) -> None:
    app = opened("compare.py", "northshire", **{state.ON: date.fromisoformat(on), state.COMPARED: kind})
    assert not app.exception


def test_a_map_that_knows_days_after_the_last_that_can_be_chosen() -> None:
    found = maps.uploaded([("far.yaml", b"roles: {lead: {title: Lead, until: 2199-12-31}}\n")])
    app = opened("compare.py", found.id, **{state.UPLOADS: {found.id: found}})
    assert not app.exception
    assert app.date_input(key=state.OTHER_ON).value == kept.LATEST


def test_where_no_day_is_known_it_is_the_same_day_a_year_later() -> None:
    found = maps.uploaded([("still.yaml", b"roles: {lead: {title: Lead}}\n")])
    on = {state.ON: date(2027, 3, 31), state.UPLOADS: {found.id: found}}
    assert opened("compare.py", found.id, **on).date_input(key=state.OTHER_ON).value == date(2028, 3, 31)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({state.OTHER_ON: "2028-04-01"}, "as at 1 April 2028; with what has changed since 1 July 2026."),
        (
            {state.COMPARED: "changes", state.OTHER_SCENARIO: "council-reorganisation"},
            "as at 1 April 2028; after “One council for Marlshire”; with what has changed since 1 July 2026.",
        ),
        (
            {state.COMPARED: "maps", state.OTHER_MAP: "one-council", state.OTHER_ON: "2030-01-01"},
            "as at 1 July 2026; with what has changed since Oldham as at 1 January 2030.",
        ),
    ],
)
def test_the_report_it_leads_to_compares_the_same_two(chosen: dict[str, str], said: str) -> None:
    app = opened("compare.py", "northshire", **chosen)
    link = next(one for one in app.get("page_link") if one.proto.label == "Print a report that says what has changed")
    report = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).switch_page("rolemap/ui/pages/reports.py")
    for name, value in parse_qsl(link.proto.query_string):
        report.query_params[name] = value
    report.run()
    assert not report.exception
    assert f"Full report, Northshire (a made-up system), {said}" in written(report)


def test_no_report_is_offered_of_a_change_set_before_the_day_of_the_map() -> None:
    chosen = {state.COMPARED: "changes", state.OTHER_SCENARIO: "icb-merger", state.OTHER_ON: "2026-01-01"}
    app = opened("compare.py", "northshire", **chosen)
    assert not app.exception
    assert "Print a report that says what has changed" not in [one.proto.label for one in app.get("page_link")]


def test_the_address_of_two_places_names_no_day_and_that_of_two_days_no_places() -> None:
    app = linked("compare.py", compare="places", one="bolton", other="bury", then="2031-01-01").run()
    assert state.OTHER_ON not in app.query_params
    assert {state.ONE_PLACE, state.OTHER_PLACE} <= set(app.query_params)
    app.button_group(key=state.COMPARED).set_value("dates").run()
    assert not app.exception
    assert state.OTHER_ON in app.query_params
    assert state.ONE_PLACE not in app.query_params


def test_a_place_beside_itself_is_said_and_the_boxes_stay() -> None:
    chosen: dict[str, Any] = {state.COMPARED: "places", state.ONE_PLACE: "salford", state.OTHER_PLACE: "salford"}
    app = opened("compare.py", **chosen)
    assert [one.value for one in app.info] == ["Both boxes name Salford. Choose another place in one of them."]
    app.selectbox(key=state.OTHER_PLACE).set_value("oldham").run()
    assert not app.info
    assert "Salford and Oldham differ" in written(app)
