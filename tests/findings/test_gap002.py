"""GAP002: the leading role is vacant, in so many words or in disguise."""

import pytest

from rolemap.findings.rules.gap002_vacant_lead import is_vacancy
from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: LEADS}
roles:
  easton-dph: {title: Director of public health, organisation: easton-council, DPH}
  easton-chief: {title: Chief executive, organisation: easton-council}
"""


def world(dph: str, leads: str = "easton-dph") -> str:
    return WORLD.replace("DPH}", dph + "}").replace("LEADS", leads)


def test_a_vacant_role_points_at_the_role_and_the_assignment() -> None:
    assert findings(world("vacant: true"), "GAP002") == [("GAP002@stop-smoking@easton", [10, 8])]


def test_a_vacancy_in_disguise() -> None:
    assert findings(world('holder: "TBC"'), "GAP002") == [("GAP002@stop-smoking@easton", [10, 8])]


def test_somebody_in_post() -> None:
    assert findings(world("holder: Jo Bloggs, vacant: false"), "GAP002") == []


def test_a_second_joint_lead_in_post_is_enough() -> None:
    assert findings(world("vacant: true", "[easton-dph, easton-chief], joint: true"), "GAP002") == []


def test_a_vacant_role_that_does_not_lead() -> None:
    assert findings(world("vacant: true", "easton-chief, contributes: easton-dph"), "GAP002") == []


@pytest.mark.parametrize(
    "holder",
    [
        "TBC",
        "tba",
        "n/a",
        "N/A.",
        "-",
        "None",
        "nobody",
        "Vacant",
        "VACANT since May",
        "(vacant)",
        "Post vacant",
        "TBC (July)",
        "To be appointed",
        "Currently vacant",
        "The post is vacant",
        "Not yet appointed",
        "Recruiting",
        "awaiting appointment",
    ],
)
def test_words_for_nobody(holder: str) -> None:
    assert is_vacancy(holder)


@pytest.mark.parametrize(
    "holder",
    [
        "",
        "Na Li",
        "Nona Tbcheck",
        "Jo Vacant",
        "Jo Bloggs (acting; post vacant)",
        "Vacant, covered by Jo Bloggs",
        "Interim: Jo Bloggs, permanent post to be appointed",
        "Nil Sharma",
        "Jo Bloggs, no longer vacant",
    ],
)
def test_words_for_somebody(holder: str) -> None:
    assert not is_vacancy(holder)
