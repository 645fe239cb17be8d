"""The page Compare: dates, maps, change sets and places, in sentences, counts and tables."""

from __future__ import annotations

import re
from typing import Any

import pytest

from rolemap.ui import cached, maps, state
from rolemap.ui.compare import placesview
from rolemap.ui.compare.compareview import KINDS
from tests.ui.test_app import DAY, empty_caches, hostile, opened, written

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
