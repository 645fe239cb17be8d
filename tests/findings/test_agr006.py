from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, ids_of_baseline, messages

LED = "assignments:\n  - {{responsibility: falls, at: easton, leads: {leads}}}\n"
PAPERS = """\
agreements:
  paper: {{title: Paper, status: {status}, covers: [{{responsibility: falls, at: easton, leads: {leads}}}]}}
"""
SECOND = (
    "  second: {title: Second, status: agreed, covers: [{responsibility: falls, at: easton, leads: easton-trust}]}\n"
)


def text(leads: str, named: str, status: str = "agreed") -> str:
    return LED.format(leads=leads) + PAPERS.format(leads=named, status=status)


def test_another_lead_is_noticed_at_the_assignment_and_in_the_agreement() -> None:
    assert found(text("easton-council", "easton-trust"), "AGR006") == [("AGR006@falls@easton", [END + 2, END + 4])]


@pytest.mark.parametrize(
    ("leads", "named"),
    [
        ("easton-dph", "easton-dph"),
        ("easton-dph", "easton-council"),
        ("easton-council", "easton-dph"),
        ("[easton-council, easton-dph], joint: true", "easton-dph"),
        ("kind:dph", "easton-dph"),
    ],
)
def test_an_organisation_and_its_post_are_no_difference(leads: str, named: str) -> None:
    assert ids(text(leads, named), "AGR006") == []


def test_a_joint_lead_that_the_agreement_does_not_name_is_a_difference() -> None:
    assert ids(text("[easton-council, easton-trust], joint: true", "easton-council"), "AGR006") == [
        "AGR006@falls@easton"
    ]


def test_agreements_that_name_the_joint_leads_between_them_are_silent() -> None:
    joint = text("[easton-council, easton-trust], joint: true", "easton-council") + SECOND
    assert ids(joint, "AGR006") == []


def test_one_agreement_that_names_the_maps_lead_is_enough() -> None:
    assert ids(text("easton-council", "easton-council") + SECOND, "AGR006") == []


@pytest.mark.parametrize("status", ["draft", "proposed", "ended"])
def test_agreements_not_in_force_are_silent(status: str) -> None:
    assert ids(text("easton-council", "easton-trust", status), "AGR006") == []


def test_a_lead_only_in_the_agreement_is_told() -> None:
    assert messages(PAPERS.format(leads="easton-trust", status="agreed"), "AGR006") == [
        "warning: Paper names Easton Trust to lead on Falls prevention in Easton, and the map records no lead."
    ]


def test_a_lead_that_only_the_law_gives_is_told_too() -> None:
    assert ids_of_baseline(text("easton-council", "easton-trust"), "AGR006") == ["AGR006@falls@easton"]
