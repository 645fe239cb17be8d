"""OVL001: several leads in a cell that are not joint, or a disputed one."""

import pytest

from rolemap.findings import Severity
from rolemap.pipeline import examine
from tests.worlds import DAY, findings, landscape

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisation_types: {council: {name: Council}, board: {name: Board}}
organisations:
  council: {name: Easton Council, type: council, area: easton}
  board: {name: NHS Northshire, type: board, area: easton}
  trust: {name: Easton Trust, area: easton, from: 2026-07-02}
roles: {dph: {title: Director of public health, organisation: council}, chief: {title: Chief, organisation: council}}
responsibilities:
  falls: {title: Preventing falls, LAW}
assignments:
"""


def world(*leads: str, law: str = "needs_lead_at: [place]") -> str:
    lines = "".join(f"  - {{responsibility: falls, at: easton, {lead}}}\n" for lead in leads)
    return WORLD.replace("LAW", law) + lines


def found(text: str) -> list[tuple[str, list[int]]]:
    return findings(text, "OVL001")


def test_two_bodies_in_two_assignments() -> None:
    assert found(world("leads: council", "leads: board")) == [("OVL001@falls@easton", [13, 14])]


def test_two_bodies_in_one_assignment() -> None:
    assert found(world("leads: [council, board]")) == [("OVL001@falls@easton", [13])]


def test_two_roles_of_one_organisation() -> None:
    assert found(world("leads: [dph, chief]")) == [("OVL001@falls@easton", [13])]


@pytest.mark.parametrize(
    "leads",
    ["leads: [council, dph], joint: true", "leads: [council, board], joint: true", "leads: [council, trust]"],
)
def test_joint_leads_and_leads_to_come(leads: str) -> None:
    assert found(world(leads)) == []


def test_a_role_beside_its_own_body_is_only_a_question() -> None:
    analysis = examine(landscape(world("leads: [council, dph]")), DAY)
    assert [(one.id, one.severity) for one in analysis.findings if one.code == "OVL001"] == [
        ("OVL001@falls@easton", Severity.PROMPT)
    ]


def test_one_joint_assignment_beside_one_that_is_not() -> None:
    assert len(found(world("leads: [council, board], joint: true", "leads: chief"))) == 1


def test_a_retained_accountability_is_no_second_lead() -> None:
    assert found(world("leads: dph, accountable: board")) == []


def test_a_duty_of_both_by_law() -> None:
    law = "law: {kind: duty, holder: [council, board]}"
    assert found(world("leads: [council, board]", law=law)) == []
    assert found(world("leads: [council, board]", law="law: {kind: duty, holder: [council]}")) != []
    assert found(world("leads: [council, board], basis: law")) == []


def test_a_disputed_lead() -> None:
    assert found(world("leads: council, status: disputed")) == [("OVL001@falls@easton", [13])]


def test_accounts_that_differ_are_left_to_ovl003() -> None:
    text = world("leads: council, said_by: council", "leads: board, said_by: board")
    assert [id[:6] for id, _ in findings(text, "OVL")] == ["OVL003"]


def test_a_proposed_second_lead() -> None:
    assert found(world("leads: council", "leads: board, status: proposed")) == []


PAPER = """\
agreements:
  old: {title: Old pact, status: agreed, until: 2026-03-31, covers: [{responsibility: falls, at: easton}]}
  pact: {title: Pact, status: agreed, covers: [{responsibility: falls, at: easton, leads: council}]}
"""


def test_one_finding_says_what_agreements_say_of_the_leads_and_the_others_are_silent() -> None:
    text = world("leads: council, accountable: council", "leads: board, accountable: board, basis: old") + PAPER
    told = [one for one in examine(landscape(text), DAY).findings if one.responsibility == "falls"]
    assert {one.code for one in told} - {"GAP010", "GAP004"} == {"OVL001"}
    [message] = [one.message for one in told if one.code == "OVL001"]
    assert message.endswith(
        "and nothing says that they lead jointly; “Pact” names Easton Council; "
        "“Old pact”, on which one rests, ended on 31 March 2026."
    )


def test_what_agreements_say_of_others_than_the_leads_is_told_apart() -> None:
    chief = PAPER.replace("leads: council", "leads: trust").replace("from: 2026", "from: 2025")
    text = (world("leads: council", "leads: board") + chief).replace("from: 2026-07-02", "from: 2025-07-02")
    assert [id[:6] for id, _ in findings(text, "AGR006")] == ["AGR006"]


def test_what_others_answer_for_is_told_apart() -> None:
    text = world("leads: [council, dph, board]", "accountable: [trust, board]").replace("from: 2026", "from: 2025")
    assert [id[:6] for id, _ in findings(text, "OVL0")] == ["OVL001", "OVL004"]
