"""The page of agreements: what is due, what hangs on one, the timeline and the register."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from rolemap import graph
from rolemap.reading import read_files
from rolemap.reading.files import SourceFile
from rolemap.ui import cached, maps, state
from rolemap.ui.agreements import agreement, due, timeline
from tests.ui.hostile import HOSTILE
from tests.ui.test_app import DAY, empty_caches, opened, shown, written

__all__ = ["empty_caches"]

BARE = b"""\
map: {title: Bare, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
"""

AGREED = (
    HOSTILE
    + b"""\
agreements:
  g: {title: "<img src=x> **Deal**", parties: [c], status: agreed, from: 2026-01-01, review: 2026-05-01,
      covers: [{responsibility: r, at: easton}], escalation: "<b>up</b>", documents: ["javascript:alert(9)"]}
"""
)


def graph_of(text: bytes, on: date = DAY) -> graph.RoleGraph:
    return graph.build(read_files((SourceFile("map.yaml", text),)), on)


def with_map(text: bytes, **session: object) -> AppTest:
    found = maps.uploaded([("map.yaml", text)])
    return opened("agreements.py", found.id, **{state.UPLOADS: {found.id: found}}, **session)


def test_what_falls_due_this_year_comes_with_what_has_passed() -> None:
    found = maps.example("northshire")
    built = graph.build(read_files(found.files, found.limits), date(2026, 11, 21))
    said = due.due(built, built.landscape.agreements.values())
    assert [(one.day.isoformat(), one.what) for one in said] == [
        ("2026-03-31", "Ends"),
        ("2026-09-30", "Review"),
        ("2026-12-31", "Review"),
    ]
    earlier = [one.agreement for one in due.due(a_year_before(built), built.landscape.agreements.values())]
    assert "norbridge-section-75" in earlier


def test_only_what_binds_somebody_is_due() -> None:
    papers = "".join(
        f"  {status}: {{title: A, status: {status}, review: 2026-09-01, until: 2026-12-01}}\n"
        for status in ("draft", "proposed", "agreed", "signed", "under-review", "superseded", "ended")
    )
    built = graph_of(BARE + f"agreements:\n{papers}  silent: {{title: A, review: 2026-09-01}}\n".encode())
    said = due.due(built, built.landscape.agreements.values())
    assert {one.agreement for one in said} == {"agreed", "signed", "under-review"}
    assert len(said) == 6


def a_year_before(built: graph.RoleGraph) -> graph.RoleGraph:
    """Return the same map a year before."""
    return graph.build(built.landscape, date(2025, 11, 21))


def test_an_agreement_shows_what_hangs_on_it() -> None:
    app = opened("agreements.py", "northshire", **{state.AGREEMENT: "easton-section-75"})
    page = written(app)
    assert "1 of them would rest on no other agreement and no law without it" in page
    assert "only this" in page
    assert escape("£21,000,000 a year") in page
    assert "20 March 2025" in page
    assert "Both chief executives" in page


def test_filters_keep_some_and_say_so() -> None:
    app = opened("agreements.py", "northshire")
    assert "23 of 23" in shown(app)
    app.multiselect(key=state.AGREED).select("draft").run()
    assert "Filters: Draft" in shown(app)
    assert "23 of 23" not in shown(app)
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert "23 of 23" in shown(app)


def test_the_line_of_years_marks_the_day_and_counts_those_without_dates() -> None:
    found = graph_of(AGREED)
    drawn = timeline.timeline(found, tuple(found.landscape.agreements.values()))
    assert "the line is 1 July 2026" in drawn
    assert "rm-now" in drawn
    assert "rm-stands" in drawn
    undated = timeline.timeline(
        found, tuple(replace(one, start=None, review=None) for one in found.landscape.agreements.values())
    )
    assert undated == "<p>None of these agreements gives a date.</p>"


NO_START = (
    BARE
    + b"""\
agreements:
  pact: {title: Pact, status: agreed, until: 2030-03-31}
  draft: {title: Draft, status: draft, review: 2028-01-01}
"""
)


def test_what_has_no_beginning_is_open_at_the_left_and_a_review_begins_nothing() -> None:
    found = graph_of(NO_START)
    drawn = timeline.timeline(found, tuple(found.landscape.agreements.values()))
    [(begun, left, wide)] = re.findall(r'rm-span( rm-begun)? rm-stands" style="left:([\d.]+)%;width:([\d.]+)%', drawn)
    now, *_ = map(float, re.findall(r'rm-now" style="left:([\d.]+)%', drawn))
    assert begun
    assert float(left) == 0
    assert now < float(wide)
    assert "rm-rests" not in drawn


def test_a_map_without_agreements_says_what_to_do() -> None:
    app = with_map(BARE)
    assert not app.exception
    assert "Write the first" in app.info[0].value


def test_hostile_agreements_stay_text() -> None:
    app = with_map(AGREED, **{state.AGREEMENT: "g"})
    assert not app.exception
    page = written(app)
    assert "&lt;img src=x&gt; **Deal**" in page
    for bad in ("<img", "<b>", 'href="javascript'):
        assert bad not in page


@pytest.mark.parametrize("example", maps.examples())
def test_every_agreement_of_every_example_can_be_shown(example: str) -> None:
    found = maps.example(example)
    built = graph.build(read_files(found.files, found.limits), DAY)
    for one in built.landscape.agreements.values():
        assert escape(one.title) in agreement.details(built, one)


def test_those_without_a_review_date_are_counted_among_those_in_force() -> None:
    page = written(opened("agreements.py", "northshire"))
    standing = re.search(r"(\d+) in force on", page)
    silent = re.search(r"(\d+) of those in force record no review date", page)
    assert standing is not None
    assert silent is not None
    assert 0 < int(silent[1]) < int(standing[1])


def test_where_none_has_a_review_date_the_page_does_not_say_that_none_needs_review() -> None:
    page = written(opened("agreements.py", "greater-manchester"))
    assert "None of those in force records a review date" in page
    assert "No agreement needs review" not in page


def test_what_has_run_out_and_is_neither_ended_nor_replaced_is_named_first() -> None:
    whole = maps.example("greater-manchester")
    analysis = cached.analysis(whole, DAY)
    over = [one.agreement for one in due.due(analysis.graph, analysis.landscape.agreements.values()) if one.day < DAY]
    lead = re.search(r'<p class="rm-lead">(.*?)</p>', written(opened("agreements.py", "greater-manchester")))
    assert over
    assert lead is not None
    assert all(analysis.landscape.title(id) in lead[1] for id in over)


def test_where_no_beginning_is_recorded_the_line_begins_with_the_first_signature() -> None:
    signed = NO_START.replace(b"status: agreed, until", b"status: signed, signed: 2025-03-31, until")
    found = graph_of(signed)
    starts = {one.name: one.start for one in timeline.stretches(found, tuple(found.landscape.agreements.values()))}
    assert starts == {"Pact": date(2025, 3, 31), "Draft": None}
