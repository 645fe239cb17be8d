"""All about one entry as text."""

from __future__ import annotations

import pytest

from rolemap.graph import about, kinds_of
from rolemap.reports import show
from tests.worlds import build

WORLD = """
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  council: {name: Easton Council, area: easton, source: [Its page, Its minutes], until: 2027-03-31}
  old: {name: Old Council, area: easton, until: 2026-06-30}
  next: {name: Next Council, area: easton, status: proposed}
roles:
  gone: {title: Clerk, organisation: old}
  chief: {title: Chief executive, organisation: council}
  director: {title: Director, organisation: council, accountable_to: [{role: chief}], vacant: true, capacity: 0.5}
responsibilities: {smoking: {title: Smoking, needs_lead_at: [place]}}
assignments: [{responsibility: smoking, at: easton, leads: director, informed: chief}]
agreements: {deal: {title: Deal, status: signed, parties: [council], covers: [{responsibility: smoking, at: easton}]}}
"""


def lines(id: str) -> list[str]:
    graph = build(WORLD)
    [kind] = kinds_of(graph, id)
    return [line.strip() for line in show.write(graph, about(graph, kind, id)).splitlines()]


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("director", "Director (role director)"),
        ("director", "no dates given; recorded at map.yaml:11:3"),
        ("director", "Vacant: yes"),
        ("director", "Capacity: 0.5"),
        ("director", "Answers to: Chief executive [chief] (line)"),
        ("director", "Line of accountability: Director → Chief executive"),
        ("director", "Smoking, Easton: vacant"),
        ("director", "Would be without a lead if this went: 1"),
        ("chief", "Is informed of: 1"),
        ("council", "until 2027-03-31; recorded at map.yaml:5:3"),
        ("council", "Source: Its page, Its minutes"),
        ("council", "Is party to: Deal [deal]"),
        ("smoking", "Who leads: 1"),
        ("smoking", "Smoking, Easton: vacant: Director"),
        ("smoking", "Covered by: Deal [deal] in Easton"),
        ("easton", "Smoking, Easton: vacant: Director"),
        ("deal", "Party: Easton Council [council]"),
    ],
)
def test_says(id: str, expected: str) -> None:
    assert expected in lines(id)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("old", "Old Council (old) is not there on 2026-07-01: until 2026-06-30."),
        ("next", "Next Council (next) is proposed, and not in force on 2026-07-01."),
        ("gone", "Clerk (gone) is not there on 2026-07-01, since none of its organisations is."),
        ("chef", 'Nothing in this map has the id "chef". Did you mean "chief"?'),
        ("\x1b[2J", 'Nothing in this map has the id "\\u001b[2J".'),
    ],
)
def test_says_why_there_is_nothing_to_show(id: str, expected: str) -> None:
    graph = build(WORLD)
    assert kinds_of(graph, id) == ()
    assert show.why_absent(graph, id) == expected
