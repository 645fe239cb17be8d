"""OVL006: two leads or agreements draw on the same funding for the same responsibility."""

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}, weston: {name: Weston, level: place}}
organisations:
  council: {name: Council, area: easton}
  trust: {name: Trust, area: easton}
  care: {name: Care, area: weston}
responsibilities: {falls: {title: Preventing falls}, alcohol: {title: Alcohol harm}}
funding: {money: {title: Prevention fund, holder: council, for: [falls]}, other: {title: Other fund}}
"""

AGREEMENTS = """\
agreements:
  first:
    title: First
    status: signed
    covers: [{responsibility: falls, at: easton}]
    funding: [{fund: money}]
  second:
    title: Second
    status: signed
    covers: [{responsibility: falls, at: place}]
    funding: [{fund: money, to: trust}]
"""


def test_two_agreements_on_one_fund() -> None:
    assert findings(WORLD + AGREEMENTS, "OVL006") == [("OVL006@money@falls", [11, 16, 9])]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at: place", "at: weston"),
        ("{responsibility: falls, at: place}", "{responsibility: alcohol, at: place}"),
        ("fund: money, to", "fund: other, to"),
        ("title: Second\n    status: signed", "title: Second\n    status: ended"),
        ("title: Second\n", "title: Second\n    supersedes: [first]\n"),
    ],
    ids=["another area", "another responsibility", "another fund", "ended", "replaces the first"],
)
def test_agreements_that_do_not_meet(old: str, new: str) -> None:
    assert findings(WORLD + AGREEMENTS.replace(old, new), "OVL006") == []


@pytest.mark.parametrize(
    ("leads", "lines"),
    [
        ("leads: [council, trust]", [[11, 9]]),
        ("leads: [council, trust], joint: true", []),
        ("leads: council", []),
    ],
)
def test_leads_that_share_a_fund(leads: str, lines: list[list[int]]) -> None:
    text = WORLD + f"assignments:\n  - {{responsibility: falls, at: easton, {leads}}}\n"
    assert findings(text, "OVL006") == [("OVL006@money@falls", one) for one in lines]


def test_money_held_elsewhere() -> None:
    text = WORLD.replace("holder: council", "holder: care")
    text += "assignments:\n  - {responsibility: falls, at: easton, leads: [council, trust]}\n"
    assert findings(text, "OVL006") == []
