"""What somebody new to the app reads first: change sets are where maps promise them, and small counts read as words."""

from __future__ import annotations

from rolemap.graph.alike import side_by_side
from rolemap.pipeline import analyse
from rolemap.reading.catalogues import CONFIGS
from rolemap.ui import state
from rolemap.ui.leads import across
from tests.ui.test_app import DAY, empty_caches, opened, written

__all__ = ["empty_caches"]


def test_a_map_links_to_what_its_change_sets_would_change() -> None:
    links = [one.proto for one in opened("maps.py").get("page_link")]
    assert any("What if: " in one.label and "map=surrey" in one.query_string for one in links)


def test_where_nothing_differs_the_change_sets_are_offered_and_no_empty_download() -> None:
    app = opened("compare.py", "surrey", **{state.OTHER_ON: DAY.isoformat()})
    assert "Change sets come with this map:" in [one.value for one in app.markdown]
    assert any("scenario=two-councils" in one.proto.query_string for one in app.get("page_link"))
    assert not any("0 square" in one.proto.label for one in app.get("download_button"))


def test_the_first_day_of_two_is_named() -> None:
    assert "The first date is 1 July 2026" in written(opened("compare.py", "northshire"))


def test_one_square_is_downloaded_as_this_one() -> None:
    app = opened("leads.py", "northshire", **{state.TEXT: "stop smoking", state.AREA: ["easton"]})
    labels = [one.proto.label for one in app.get("download_button")]
    assert "Download this square as CSV" in labels, labels


def test_a_place_without_a_lead_is_not_said_to_have_another() -> None:
    graph = analyse(CONFIGS / "examples" / "northshire", DAY).graph
    works = {cell.responsibility for cell in graph.cells}
    said = {
        (bool(one.cell.leads), across.beside(one))
        for work in works
        for level in side_by_side(graph, [cell for cell in graph.cells if cell.responsibility == work])
        for one in level.standings
        if one.differs
    }
    assert (False, "no lead here") in said
    assert not any("other lead" in words for led, words in said if not led)
