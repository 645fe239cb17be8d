"""Every picture that leaves the app says what it shows: the map, the day, and the filters it is under."""

from __future__ import annotations

import inspect
from datetime import date
from typing import Any

import pytest

from rolemap.ui import pictured, state
from rolemap.ui.compare import compareview
from rolemap.ui.map import picture
from tests.ui.test_app import empty_caches, opened

__all__ = ["empty_caches"]

PLACE = {state.LEVEL: ["place"]}


@pytest.fixture
def captions(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The caption of each picture that the page last offered."""
    found: dict[str, str] = {}

    def downloads(name: str, svg: object, what: str, caption: str, sheet: object = None) -> None:
        found[name] = caption

    monkeypatch.setattr(pictured, "downloads", downloads)
    return found


@pytest.mark.parametrize(
    ("page", "view", "names"),
    [
        ("leads.py", "", {"who-leads-totals"}),
        ("leads.py", "who-with-whom", {"who-works-with-whom"}),
        ("leads.py", "how-clear", {"how-clear-by-level", "how-clear-by-pillar"}),
    ],
)
def test_filters_are_in_the_caption(page: str, view: str, names: set[str], captions: dict[str, str]) -> None:
    opened(page, "northshire", **PLACE, **({state.VIEW: view} if view else {}))
    assert captions.keys() == names
    for caption in captions.values():
        assert caption == "Filters: level Place. Northshire (a made-up system), as at 1 July 2026. Made with rolemap."


def test_totals_count_every_state_and_do_not_say_that_a_state_is_chosen(captions: dict[str, str]) -> None:
    opened("leads.py", "northshire", **{state.STATE: ["gap"]})
    assert captions["who-leads-totals"] == "Northshire (a made-up system), as at 1 July 2026. Made with rolemap."


def test_the_line_of_years_says_which_agreements_it_shows(captions: dict[str, str]) -> None:
    opened("agreements.py", "northshire", **{state.AGREED: ["signed"], state.TEXT: "section 75"})
    said = "Filters: Signed; “section 75”. Northshire (a made-up system), as at 1 July 2026. Made with rolemap."
    assert captions == {"agreements-over-time": said}


def test_clarity_over_time_says_the_map_the_days_and_the_change_set(captions: dict[str, str]) -> None:
    chosen = {state.COMPARED: compareview.CHANGES, state.OTHER_SCENARIO: "icb-merger"}
    opened("compare.py", "northshire", **chosen)
    without, tried = captions["clarity-over-time-1"], captions["clarity-over-time-2"]
    assert without.startswith("How clear it is. Northshire (a made-up system), as at 1 July 2026 to ")
    assert tried.startswith("How clear it is, with “The merger of two integrated care boards”. Northshire")
    captions.clear()
    opened("compare.py", "northshire", **{state.COMPARED: compareview.MAPS, state.OTHER_MAP: "one-council"})
    assert "Northshire (a made-up system), as at" in captions["clarity-over-time-1"]
    assert "Oldham, as at" in captions["clarity-over-time-2"]


def test_one_day_is_said_once() -> None:
    graph = state.cached.analysis(state.maps.example("northshire"), date(2026, 7, 1)).graph
    assert pictured.over(graph, (graph.on,), "Here.").count("1 July 2026") == 1


def test_no_picture_can_leave_without_a_caption() -> None:
    assert inspect.signature(pictured.downloads).parameters["caption"].default is inspect.Parameter.empty


def test_the_map_to_move_in_says_its_day_and_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, Any] = {}
    monkeypatch.setattr(picture.st, "download_button", lambda label, data, **other: files.update({label: data}))
    opened("map.py", "northshire", **PLACE)
    page = files["The picture to move in (HTML)"]().decode()
    assert "Filters: Place. Northshire (a made-up system), as at 1 July 2026. Made with rolemap.</p></header>" in page
