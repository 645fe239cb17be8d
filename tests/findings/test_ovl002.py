"""OVL002: two agreements in force name different leads for the same cell."""

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {council: {name: Council, area: easton}, trust: {name: Trust, area: easton}}
roles: {dph: {title: Director of public health, organisation: council}}
responsibilities: {falls: {title: Preventing falls, needs_lead_at: [place]}}
assignments: [{responsibility: falls, at: easton, leads: council}]
agreements:
  first:
    title: First
    status: signed
    covers: [{responsibility: falls, at: easton, leads: council}]
  second:
    title: Second
    status: agreed
    covers: [{responsibility: falls, at: place, leads: trust}]
"""


def test_two_agreements_that_differ() -> None:
    assert findings(WORLD, "OVL002") == [("OVL002@falls@easton", [12, 16])]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: agreed", "status: draft"),
        ("status: agreed", "status: agreed\n    until: 2026-06-30"),
        ("status: agreed", "status: agreed\n    supersedes: [first]"),
        ("leads: trust", "leads: dph"),
        ("leads: trust", "leads: [trust, council]"),
        (", leads: trust", ""),
    ],
    ids=["draft", "run out", "replaces the first", "role of the same body", "a lead in common", "names nobody"],
)
def test_no_difference(old: str, new: str) -> None:
    assert findings(WORLD.replace(old, new), "OVL002") == []
