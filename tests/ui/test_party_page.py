"""The page of one role or organisation: what it leads, on whose authority, its load, and what hangs on it."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import Any

import pytest

from rolemap.graph import led_by, opened_without
from rolemap.model import Part
from rolemap.pipeline import analyse, examine
from rolemap.reading import read_files
from rolemap.reading.catalogues import CONFIGS
from rolemap.ui import cached, maps, state
from rolemap.ui.parties import load, party, partyview
from tests.ui.test_app import DAY, empty_caches, hostile, opened, written

__all__ = ["empty_caches"]

PAGE = '<article class="rm-details rm-onepage">'


@pytest.mark.parametrize("example", maps.examples())
def test_everything_offered_can_be_opened(example: str) -> None:
    found = maps.example(example)
    analysis = examine(read_files(found.files, found.limits), DAY)
    offered = list(partyview.subjects(analysis.graph))
    assert offered
    for id in offered[:: max(1, len(offered) // 25)]:
        said = party.sentence(analysis.graph, id)
        assert said.endswith(".")
        assert party.who(analysis.graph, id)
        party.parts(analysis.graph, id, analysis.graph.cells)
        party.accountability(analysis.graph, id)


def test_the_page_says_what_a_director_leads_and_on_whose_authority() -> None:
    app = opened("parties.py", **{state.PARTY: "oldham-dph"})
    assert not app.exception
    page = written(app)
    graph = cached.analysis(maps.example("greater-manchester"), DAY).graph
    led = [cell for cell in graph.cells_of("oldham-dph") if "oldham-dph" in cell.parties(Part.LEADS)]
    assert len(led) > 3
    for cell in led:
        assert escape(graph.landscape.title(cell.responsibility)) in page
    assert f"Without this post {len(opened_without(graph, {'oldham-dph'}))} would have no lead" in page
    assert "The law: NHS Act 2006" in page
    assert "(this one)" in page
    assert re.search(r"Lines of accountability.*by law", page, re.DOTALL)


def test_filters_narrow_the_tables_and_say_so() -> None:
    chosen: dict[str, Any] = {state.PARTY: "oldham-dph", state.STATE: ["assumed"]}
    app = opened("parties.py", **chosen)
    shown = next(one.value for one in app.markdown if "shown" in one.value).replace("\\", "")
    assert "state Assumed" in shown
    assert "rm-badge state-clear" not in written(app)


def test_without_a_choice_those_who_lead_most_are_a_way_in() -> None:
    app = opened("parties.py")
    button = next(one for one in app.button if "leads on" in one.label)
    button.click().run()
    assert not app.exception
    assert PAGE in written(app)


def test_who_leads_most_is_counted_as_their_pages_count_it() -> None:
    app = opened("parties.py", "northshire")
    graph = cached.analysis(maps.example("northshire"), DAY).graph
    said = {one.key.removeprefix("open-"): one.label for one in app.button if (one.key or "").startswith("open-")}
    assert said
    assert any(graph.roles_in(id) for id in said), "a body stands among them with its posts"
    numbers = [len(led_by(graph, id)) for id in said]
    assert numbers == sorted(numbers, reverse=True)
    for (id, label), number in zip(said.items(), numbers, strict=True):
        assert label.endswith(f"leads on {number}"), id


def test_an_unknown_party_is_no_choice() -> None:
    app = opened("parties.py", **{state.PARTY: "nobody-of-the-kind"})
    assert not app.exception
    assert PAGE not in written(app)


def test_the_box_is_told_the_name_of_a_post_whose_bodies_change() -> None:
    """Under the earlier name, which the box does not offer any more, the post would be lost with the next choice."""
    app = opened("parties.py", "northshire", **{state.PARTY: "easton-joint-commissioning-director"}).run()
    assert not app.selectbox(key=state.PARTY).proto.set_value
    app.date_input(key=state.ON).set_value(date(2027, 7, 1)).run()
    box = app.selectbox(key=state.PARTY)
    assert box.proto.set_value
    assert box.proto.raw_value == "Director of joint commissioning, Easton Borough Council"


def test_hostile_titles_stay_text() -> None:
    for id in ("c", "d"):
        app = hostile("parties.py", **{state.PARTY: id})
        assert not app.exception
        page = written(app)
        assert PAGE in page
        for bad in ("<svg", "<img", "<script", "<a href='javascript"):
            assert bad not in page


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([3, 3, 3, 3, 8], "the 5 others of its kind on the map lead on from 3 to 8."),
        ([2, 3, 8], "the 3 others of its kind on the map lead on from 2 to 8, half of them 3 or more."),
        ([4, 4, 4], "the 3 others of its kind on the map lead on 4 each."),
        ([1, 2], "the 2 others of its kind on the map lead on 1 and 2."),
        ([5], "the other of its kind leads on 5."),
    ],
)
def test_the_load_of_others_is_said_without_a_half_that_is_all(others: list[int], said: str) -> None:
    assert load.sentence(7, others) == f"It leads on 7; {said}"


def test_every_post_beside_others_is_named_with_its_body() -> None:
    graph = analyse(CONFIGS / "examples" / "greater-manchester", DAY).graph
    drawn, _ = load.lengths_of(graph, "oldham-dph")
    assert len(drawn) > 5
    assert [one.name for one in drawn if "(" not in one.name] == []
