"""OVL004: two bodies accountable for the same cell, neither having delegated to the other."""

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisation_types: {council: {name: Council}, board: {name: Board}}
organisations:
  council: {name: Council, type: council, area: easton}
  board: {name: Board, type: board, area: easton}
  trust: {name: Trust, area: easton}
roles:
  dph: {title: Director of public health, organisation: council}
  joint-post: {title: Joint director, organisation: [council, board]}
  place-lead: {title: Place lead, organisation: trust, accountable_to: [{role: board, how: HOW}]}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place], LAW}
assignments:
  - {responsibility: falls, at: easton, PARTS}
"""

AGREEMENT = """\
agreements:
  handed-over:
    title: Handed over
    status: signed
    until: 2026-12-31
    covers: [{responsibility: falls, at: easton, COVER}]
    delegates: {from: board, to: council}
"""


def world(parts: str, law: str = "statutory: false", how: str = "line", more: str = "") -> str:
    return WORLD.replace("PARTS", parts).replace("LAW", law).replace("HOW", how) + more


def found(text: str) -> list[tuple[str, list[int]]]:
    return findings(text, "OVL004")


def test_two_bodies() -> None:
    assert found(world("leads: trust, accountable: [council, board]")) == [("OVL004@falls@easton", [16])]


@pytest.mark.parametrize("both", ["[council, dph]", "[joint-post, council]", "[joint-post, council, board]", "board"])
def test_one_body(both: str) -> None:
    assert found(world(f"leads: trust, accountable: {both}")) == []


def test_a_duty_of_both_by_law() -> None:
    parts = "leads: trust, accountable: [council, board]"
    assert found(world(parts, law="law: {kind: duty, holder: [council, board]}")) == []
    assert found(world(parts, law="law: {kind: duty, holder: [council]}")) != []


def test_one_delegated_to_the_other() -> None:
    agreement = AGREEMENT.replace(", COVER", "")
    assert found(world("leads: trust, accountable: [council, board]", more=agreement)) == []
    ended = agreement.replace("2026-12-31", "2026-06-30")
    assert found(world("leads: trust, accountable: [council, board]", more=ended)) != []


def test_one_delegated_to_the_lead() -> None:
    agreement = AGREEMENT.replace(", COVER", "")
    assert found(world("leads: dph, accountable: [trust, board]", more=agreement)) == []


def test_accountable_together_by_agreement() -> None:
    agreement = AGREEMENT.replace("COVER", "accountable: [trust, council]").replace(
        "    delegates: {from: board, to: council}\n", ""
    )
    assert found(world("leads: trust, accountable: [council, trust]", more=agreement)) == []
    assert found(world("leads: trust, accountable: [council, board]", more=agreement)) != []


def test_joint_leads() -> None:
    assert found(world("leads: [council, board], accountable: [council, board], joint: true")) == []


@pytest.mark.parametrize(("how", "count"), [("line", 0), ("professional", 1)])
def test_one_answers_to_the_other(how: str, count: int) -> None:
    assert len(found(world("leads: dph, accountable: [place-lead, board]", how=how))) == count


def test_accountable_together_elsewhere_says_nothing_here() -> None:
    there = "      - {responsibility: falls, at: westby, accountable: [council, board]}\n"
    here = "      - {responsibility: falls, at: easton}\n"
    agreement = f"agreements:\n  one:\n    title: One\n    status: signed\n    covers:\n{here}{there}"
    text = world("leads: trust, accountable: [council, board]", more=agreement).replace(
        "areas: {", "areas: {westby: {name: Westby}, "
    )
    assert found(text) != []
    assert found(text.replace("at: westby", "at: easton")) == []
