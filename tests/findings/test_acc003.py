from __future__ import annotations

import pytest

from tests import worlds
from tests.findings.easton import END, WORLD, found, ids, ids_of_baseline, line, messages

LED = "assignments:\n  - {{responsibility: {what}, at: {at}, leads: {leads}{rest}}}\n"
PAPER = """\
agreements:
  paper: {{title: Paper, parties: [{parties}], status: {status}, covers: [{{responsibility: smoking, at: easton{leads}}}]}}
"""
POST_DUTY = """\
  report: {title: Annual report, needs_lead_at: [place], law: {kind: duty, holder: [dph]}}
"""


def led(leads: str, rest: str = "", what: str = "smoking", at: str = "easton") -> str:
    return LED.format(leads=leads, rest=rest, what=what, at=at)


def test_a_lead_outside_the_holder_is_noticed_at_the_assignment_and_the_duty() -> None:
    assert found(led("trust-lead"), "ACC003") == [("ACC003@smoking@easton", [END + 2, line("smoking")])]
    assert messages(led("easton-trust"), "ACC003") == [
        "warning: Easton Trust leads on Stop smoking services in Easton; the law gives this duty to the council, and no "
        "agreement in force names this lead."
    ]


@pytest.mark.parametrize(
    ("leads", "rest"),
    [
        ("easton-council", ""),
        ("easton-dph", ""),
        ("[easton-trust, easton-dph], joint: true", ""),
        ("easton-trust", ", accountable: easton-council"),
        ("easton-trust", ", basis: law"),
        ("easton-trust", ", status: proposed"),
    ],
)
def test_holders_joint_leads_and_retained_accountability_are_silent(leads: str, rest: str) -> None:
    assert ids(led(leads, rest), "ACC003") == []


@pytest.mark.parametrize(
    ("leads", "parties", "status", "expected"),
    [
        (", leads: easton-trust", "easton-council", "agreed", []),
        ("", "easton-council, easton-trust", "agreed", []),
        ("", "easton-council", "agreed", ["ACC003@smoking@easton"]),
        (", leads: easton-council", "easton-council, easton-trust", "agreed", ["ACC003@smoking@easton"]),
        (", leads: easton-trust", "easton-council, easton-trust", "draft", ["ACC003@smoking@easton"]),
    ],
)
def test_an_agreement_in_force_has_to_give_this_lead_its_place(
    leads: str, parties: str, status: str, expected: list[str]
) -> None:
    paper = PAPER.format(leads=leads, parties=parties, status=status)
    assert ids(led("trust-lead") + paper, "ACC003") == expected


def test_a_post_that_answers_to_the_holder_is_silent() -> None:
    chair = "  chair: {title: Chair, organisation: easton-trust, accountable_to: [{role: easton-dph, how: line}]}\n"
    assert ids(chair + led("chair"), "ACC003") == []


def test_where_no_body_of_the_holders_covers_the_area_it_is_silent() -> None:
    text = led("northshire-icb", at="northshire")
    assert ids(text, "ACC003") == []


def test_responsibilities_that_are_no_duty_are_silent() -> None:
    assert ids(led("easton-trust", what="falls"), "ACC003") == []


def test_what_only_a_catalogue_says_is_silent() -> None:
    assert ids_of_baseline(led("easton-trust"), "ACC003") == []


@pytest.mark.parametrize(("leads", "number"), [("easton-council", 0), ("easton-deputy", 0), ("easton-trust", 1)])
def test_a_duty_of_a_post_may_be_led_anywhere_in_its_body(leads: str, number: int) -> None:
    deputy = "  easton-deputy: {title: Deputy, organisation: easton-council}\n"
    text = WORLD.replace("roles:\n", POST_DUTY + "roles:\n") + deputy + led(leads, what="report")
    assert len(worlds.findings(text, "ACC003")) == number
