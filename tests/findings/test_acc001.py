from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, ids_of_baseline, line, messages

LED = "assignments:\n  - {{responsibility: falls, at: easton, leads: {leads}{rest}}}\n"
CHAIR = "  chair: {{title: Chair of the group, area: easton{line}}}\n"
PAPER = """\
agreements:
  paper: {{title: Paper, parties: [{parties}], status: {status}, covers: [{{responsibility: falls, at: easton}}]}}
"""


def test_a_role_of_no_organisation_that_answers_to_nobody_is_noticed_at_itself_and_its_assignment() -> None:
    text = CHAIR.format(line="") + LED.format(leads="chair", rest="")
    assert found(text, "ACC001") == [("ACC001@chair", [END + 1, END + 3])]


@pytest.mark.parametrize("leads", ["easton-dph", "easton-council", "kind:dph", "[trust-lead, easton-dph], joint: true"])
def test_ordinary_posts_and_bodies_are_silent_and_so_is_a_joint_lead_that_answers_to_its_own_body(leads: str) -> None:
    assert ids(CHAIR.format(line="") + LED.format(leads=leads, rest=""), "ACC001") == []
    assert (
        ids(LED.format(leads="[trust-lead, easton-dph]", rest=", joint: true, accountable: easton-council"), "ACC001")
        == []
    )


@pytest.mark.parametrize("rest", ["", ", accountable: easton-council"])
def test_a_joint_lead_that_answers_to_nobody_is_noticed_although_another_has_a_line(rest: str) -> None:
    text = CHAIR.format(line="") + LED.format(leads="[chair, easton-dph]", rest=f", joint: true{rest}")
    assert ids(text, "ACC001") == ["ACC001@chair"]


@pytest.mark.parametrize("to", ["easton-council", "easton-dph"])
def test_a_line_through_a_role_or_to_a_body_is_enough(to: str) -> None:
    chair = CHAIR.format(line=", accountable_to: [{role: " + to + ", how: political}]")
    assert ids(chair + LED.format(leads="chair", rest=""), "ACC001") == []


def test_a_line_to_a_body_that_has_ended_leads_nowhere() -> None:
    gone = "  old-post: {title: Old post, organisation: easton-trust, until: 2026-06-30}\n"
    chair = CHAIR.format(line=", accountable_to: [{role: old-post, how: line}]")
    assert ids(gone + chair + LED.format(leads="chair", rest=""), "ACC001") == ["ACC001@chair"]


def test_the_accountable_party_has_to_be_reached_where_it_is_named() -> None:
    text = LED.format(leads="trust-lead", rest=", accountable: easton-council")
    assert messages(text, "ACC001") == [
        "warning: Falls lead leads on Falls prevention, and no line of accountability from it to Easton Council, "
        "accountable there, is recorded."
    ]


@pytest.mark.parametrize("accountable", ["easton-trust", "trust-lead"])
def test_its_own_body_or_itself_being_accountable_is_silent(accountable: str) -> None:
    assert ids(LED.format(leads="trust-lead", rest=f", accountable: {accountable}"), "ACC001") == []


@pytest.mark.parametrize(
    ("parties", "status", "expected"),
    [
        ("easton-council, easton-trust", "agreed", []),
        ("easton-council, easton-trust", "draft", ["ACC001@trust-lead"]),
        ("easton-council", "agreed", ["ACC001@trust-lead"]),
    ],
)
def test_an_agreement_in_force_between_the_two_counts_as_a_line(parties: str, status: str, expected: list[str]) -> None:
    text = LED.format(leads="trust-lead", rest=", accountable: easton-council")
    assert ids(text + PAPER.format(parties=parties, status=status), "ACC001") == expected


def test_the_body_the_law_names_will_do_although_another_is_accountable() -> None:
    text = "assignments: [{responsibility: smoking, at: easton, leads: easton-dph, accountable: northshire-icb}]"
    assert ids(text, "ACC001") == []


def test_one_finding_for_a_role_that_leads_on_several_things() -> None:
    second = "  - {responsibility: smoking, at: easton, leads: chair}\n"
    text = CHAIR.format(line="") + LED.format(leads="chair", rest="") + second
    assert found(text, "ACC001") == [("ACC001@chair", [END + 1, END + 3, END + 4])]


def test_what_only_a_catalogue_says_is_silent() -> None:
    assert ids_of_baseline(LED.format(leads="trust-lead", rest=", accountable: easton-council"), "ACC001") == []
    assert line("trust-lead") == END
