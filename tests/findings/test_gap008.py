"""GAP008: a lead, its organisation, its assignment or its agreement ends soon, and nothing follows on."""

from datetime import date

import pytest

from rolemap.findings.endings import later
from rolemap.findings.finding import Severity
from rolemap.pipeline import examine
from tests.worlds import DAY, findings, landscape

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisation_types: {council: {name: Council}}
organisations:
  old: {name: Old Council, type: council, area: easton, until: 2027-03-31}
  new: {name: New Council, type: council, area: easton, from: 2027-04-01}
  lasting: {name: Lasting Trust, area: easton}
roles:
  old-dph: {title: Director of public health, organisation: old}
  post: {title: Fixed-term post, organisation: lasting, until: 2027-03-31}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place]}
  alcohol: {title: Alcohol harm, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, LEADS}
"""


def world(leads: str, more: str = "") -> str:
    return WORLD.replace("LEADS", leads) + more


def ids(text: str, on: date = DAY) -> list[str]:
    return [id for id, _ in findings(text, "GAP008", on)]


def test_an_organisation_that_ends() -> None:
    assert findings(world("leads: old"), "GAP008") == [("GAP008@old", [6, 16])]


def test_a_role_ends_with_its_organisation_and_is_told_with_it() -> None:
    text = world("leads: old", "  - {responsibility: alcohol, at: easton, leads: old-dph}\n")
    assert findings(text, "GAP008") == [("GAP008@old", [6, 16, 17])]


def test_a_role_that_ends() -> None:
    assert findings(world("leads: post"), "GAP008") == [("GAP008@post", [11, 16])]


def test_an_assignment_that_ends() -> None:
    assert findings(world("leads: lasting, until: 2026-12-31"), "GAP008") == [("GAP008@falls@easton", [16])]


def test_what_becomes_of_it_makes_it_a_question() -> None:
    text = world("leads: old").replace("until: 2027-03-31}\n  new", "until: 2027-03-31, becomes: [new]}\n  new")
    found = [one for one in examine(landscape(text), DAY).findings if one.code == "GAP008"]
    assert [(one.id, one.severity) for one in found] == [("GAP008@old", Severity.PROMPT)]


@pytest.mark.parametrize(
    "follows",
    [
        "leads: new, from: 2027-04-01",
        "leads: new, from: 2027-04-01, status: proposed",
        "leads: lasting, from: 2027-01-01",
    ],
)
def test_an_assignment_that_follows_on(follows: str) -> None:
    assert ids(world("leads: old", f"  - {{responsibility: falls, at: easton, {follows}}}\n")) == []


def test_an_assignment_that_follows_too_late() -> None:
    text = world("leads: old", "  - {responsibility: falls, at: easton, leads: new, from: 2027-04-02}\n")
    assert ids(text) == ["GAP008@old"]


def test_a_pattern_finds_the_next_body() -> None:
    assert ids(world("leads: 'type:council'")) == []


def test_a_lead_that_stays_is_enough() -> None:
    assert ids(world("leads: [old, lasting], joint: true")) == []


def test_the_end_of_the_work_itself() -> None:
    text = world("leads: old").replace("falls: {title: Preventing falls,", "falls: {title: Falls, until: 2027-03-31,")
    assert ids(text) == []


@pytest.mark.parametrize(
    ("on", "months", "count"), [(date(2026, 3, 31), 12, 1), (date(2026, 3, 30), 12, 0), (DAY, 6, 0)]
)
def test_the_horizon(on: date, months: int, count: int) -> None:
    text = world("leads: old").replace(
        "area: easton}\nlevels", f"area: easton, settings: {{GAP008: {{horizon: {months}}}}}}}\nlevels"
    )
    assert len(ids(text, on)) == count


AGREEMENT = """\
agreements:
  core-offer:
    title: Core offer
    status: signed
    until: 2027-03-31
    covers: [{responsibility: falls, at: easton}]
"""


def test_an_agreement_that_ends() -> None:
    assert findings(world("leads: lasting", AGREEMENT), "GAP008") == [("GAP008@core-offer", [18, 16])]


def test_an_agreement_a_lead_by_law_does_not_need() -> None:
    assert ids(world("leads: lasting, basis: law", AGREEMENT)) == []


@pytest.mark.parametrize(("status", "count"), [("draft", 0), ("superseded", 1)])
def test_an_agreement_that_follows(status: str, count: int) -> None:
    text = (
        AGREEMENT
        + f"""\
  next:
    title: Next offer
    status: {status}
    from: 2027-04-01
    covers: [{{responsibility: falls, at: place}}]
"""
    )
    assert len(ids(world("leads: lasting", text))) == count


def test_an_area_that_becomes_another() -> None:
    text = world("leads: old").replace(
        "easton: {name: Easton, level: place}}",
        "easton: {name: Easton, level: place, until: 2027-03-31, becomes: [weston]}, weston: {name: W, level: place}}",
    )
    assert ids(text) == ["GAP008@old"]
    assert ids(text + "  - {responsibility: falls, at: weston, leads: new, from: 2027-04-01}\n") == []


def test_later_stays_in_the_month() -> None:
    assert later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert later(date(2026, 12, 1), 12) == date(2027, 12, 1)
