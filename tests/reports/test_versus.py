"""Two what-ifs side by side: what only one of them does, told the same whichever comes first; and clarity over time."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolemap import pipeline
from rolemap.changes import Body, ChangeSet, Merge, Operation, Remove, Vacate, compare
from rolemap.graph import build
from rolemap.reports.difference import in_short
from rolemap.reports.over_time import MOST_MOMENTS, chart, over_time, sentence
from rolemap.reports.versus import Versus, write_json, write_text
from rolemap.reports.whatif import WhatIf
from tests.changes.world import ON, world
from tests.worlds import landscape

COUNCILS = ("easton-council", "westby-council")
OPERATIONS: list[Operation] = [
    Remove(id="board"),
    Remove(id="easton-council"),
    Remove(id="falls-pact"),
    Vacate(id="easton-dph"),
    Merge(section="organisations", ids=COUNCILS, into=Body(id="valley", title="Valley Council")),
]
WORLD = world()
BEFORE = pipeline.examine(WORLD, ON)


def what_if(*operations: Operation) -> WhatIf:
    sets = (ChangeSet(title="Some changes", changes=operations),) if operations else ()
    return WhatIf(sets, BEFORE, pipeline.what_if(WORLD, sets, ON), ON)


def versus(one: WhatIf, other: WhatIf) -> Versus:
    return Versus(one, other, ("A", "B"))


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: type(one).__name__ + str(getattr(one, "id", "")))
def test_nothing_is_only_on_one_side_of_the_same_changes(operation: Operation) -> None:
    found = versus(what_if(operation), what_if(operation))
    assert (found.only_one, found.only_other) == ((), ())
    assert found.shared == len(found.one.comparison.cells)
    assert "NOTHING ONLY WITH A" in write_text(found)
    assert all(one.one == one.other for one in found.measures)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(OPERATIONS), st.sampled_from(OPERATIONS))
def test_the_order_of_the_two_does_not_matter(one: Operation, other: Operation) -> None:
    there, back = versus(what_if(one), what_if(other)), versus(what_if(other), what_if(one))
    assert there.only_one == back.only_other
    assert there.shared == back.shared
    assert [(each.one, each.other) for each in there.measures] == [(each.other, each.one) for each in back.measures]


def test_what_only_one_does_is_told_with_its_agreements() -> None:
    found = versus(what_if(Remove(id="board")), what_if(Vacate(id="easton-dph")))
    (_, ours), (_, theirs) = found.only
    assert {"opened", "broken"} <= {one.key for one in ours}
    assert "vacant" in [one.key for one in theirs]
    assert '"only_other"' in write_json(found)


def test_without_change_sets_an_earlier_day_is_before() -> None:
    later = date(2027, 5, 1)
    found = WhatIf((), BEFORE, pipeline.examine(WORLD, later), later)
    assert found.compared == "Before is the map as at 1 April 2027, after is the map as at 1 May 2027."


def test_clarity_over_time_is_told_and_drawn() -> None:
    merger = ChangeSet(on=date(2027, 5, 1), changes=(Remove(id="board"),))
    moments = over_time(WORLD, [date(2027, 6, 1), ON, ON], [merger])
    assert [one.on for one in moments] == [ON, date(2027, 6, 1)]
    assert moments[0].counts["gap"] < moments[1].counts["gap"]
    assert sum(moments[0].counts.values()) == moments[0].needed
    assert sentence(moments).startswith("Clear and resting on law or agreement: ")
    assert ET.fromstring(chart(moments)).tag.endswith("svg")


def test_only_so_many_days_are_worked_out() -> None:
    days = [date(2027, 1, number + 1) for number in range(28)]
    moments = over_time(WORLD, days)
    assert len(moments) == MOST_MOMENTS
    assert "no known change alters the counts" in sentence(moments)
    assert sentence(moments[:1]).startswith("On 1 January 2027, ")


def test_none_of_nothing_is_not_called_a_share() -> None:
    nothing = landscape("map: {title: Nothing yet}\nareas: {e: {name: Easton}}\n")
    more = landscape(
        "map: {title: Nothing yet}\nareas: {e: {name: Easton}}\norganisations: {c: {name: Council, area: e}}\n"
    )
    days = [date(2026, 1, 1), date(2027, 1, 1)]
    assert sentence(over_time(nothing, days[:1])) == "On 1 January 2026 no lead is needed."
    assert "none needed on 1 January 2026, and none needed on 1 January 2027" in sentence(over_time(nothing, days))
    compared = compare(build(nothing, days[0]), build(more, days[0]))
    assert "Clear and resting on law or agreement: none needed before, none needed after." in in_short(compared)
