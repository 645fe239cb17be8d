"""What is known to change and when: every day on which something begins or ends, and nothing that is over or proposed."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rolemap import graph
from rolemap.changes import ChangeSet, Remove, compare
from rolemap.changes.calendar import Known, known_changes
from rolemap.reports.known import days_ahead, on_day
from tests import worlds

ON = date(2026, 7, 1)
MAP = """\
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}, newtown: {name: Newtown, level: place, from: 2028-04-01}}
organisations:
  council: {name: Easton Council, area: easton, until: 2027-03-31}
  old: {name: Old Council, area: easton, until: 2020-03-31}
  maybe: {name: Perhaps Council, area: easton, from: 2027-04-01, status: proposed}
roles: {dph: {title: Director, organisation: council, area: easton, from: 2026-09-01}}
responsibilities: {falls: {title: Falls, needs_lead_at: [place]}}
agreements:
  pact: {title: Falls pact, parties: [council], status: signed, until: 2027-03-31}
  sketch: {title: Sketched pact, parties: [council], status: draft, from: 2027-01-01, until: 2028-12-31}
  offer: {title: Offered pact, parties: [council], status: proposed, from: 2027-01-01}
  gone: {title: Gone pact, parties: [council], status: ended, until: 2027-06-30}
assignments:
  - {responsibility: falls, at: easton, leads: council, until: 2026-12-31}
"""


def known(text: str = MAP, on: date = ON) -> tuple[Known, ...]:
    return known_changes(graph.build(worlds.landscape(text), on))


def test_each_day_is_the_first_that_differs() -> None:
    assert [(one.day, one.begins, one.id) for one in known()] == [
        (date(2026, 9, 1), True, "dph"),
        (date(2027, 1, 1), False, "falls@easton"),
        (date(2027, 4, 1), False, "council"),
        (date(2027, 4, 1), False, "pact"),
        (date(2028, 4, 1), True, "newtown"),
    ]


def test_what_is_past_is_not_ahead() -> None:
    assert [one.id for one in known(on=date(2027, 4, 1))] == ["newtown"]
    assert known(on=date(2030, 1, 1)) == ()


def test_change_sets_are_among_them_until_they_begin() -> None:
    found = graph.build(worlds.landscape(MAP), ON)
    change = ChangeSet(title="The merger", on=date(2027, 4, 1), changes=(Remove(id="council"),))
    days = days_ahead(found, [change, ChangeSet(on=ON), ChangeSet()])
    [merger] = [one for one in days if one.day == date(2027, 4, 1)]
    assert merger.said == ("“The merger” takes effect", "Easton Council ends", "Falls pact ends")
    assert merger.short == "1 April 2027: “The merger” takes effect and 2 more"


def test_a_day_that_is_past_is_told_of_too() -> None:
    found = graph.build(worlds.landscape(MAP), ON)
    past = on_day(found, date(2020, 4, 1))
    assert past is not None
    assert past.said == ("Old Council ends",)
    assert on_day(found, date(2020, 4, 2)) is None
    change = ChangeSet(title="The merger", on=date(2027, 4, 1), changes=(Remove(id="council"),))
    assert on_day(found, date(2027, 4, 1), [change]) == days_ahead(found, [change])[2]


def test_every_day_ahead_is_told_of() -> None:
    roles = "".join(f"  r{n}: {{title: R{n}, organisation: council, from: {2027 + n}-01-01}}\n" for n in range(70))
    text = MAP.replace("roles: {dph: {", "roles:\n" + roles + "  dph: {").replace(
        "from: 2026-09-01}}", "from: 2026-09-01}"
    )
    assert len(days_ahead(graph.build(worlds.landscape(text), ON))) > 70


def test_records_of_leads_are_counted() -> None:
    [day] = [one for one in days_ahead(graph.build(worlds.landscape(MAP), ON)) if one.day == date(2027, 1, 1)]
    assert day.said == ("1 record of who does what ends",)


DAYS = sorted({one.day for one in known()})


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2026, 7, 1), date(2029, 1, 1)), st.dates(date(2026, 7, 1), date(2029, 1, 1)))
def test_between_two_days_without_a_known_change_nothing_differs(one: date, other: date) -> None:
    first, second = sorted((one, other))
    landscape = worlds.landscape(MAP)
    differs = bool(compare(graph.build(landscape, first), graph.build(landscape, second)))
    if not any(first < day <= second for day in DAYS):
        assert not differs
