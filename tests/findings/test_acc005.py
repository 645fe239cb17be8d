from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, ids_of_baseline, messages

LED = "assignments:\n  - {{responsibility: falls, at: easton, leads: {leads}}}\n"
FUND = "funding:\n  fund: {{title: Fund, holder: {holder}, for: [{what}]{rest}}}\n"
PAPER = "agreements:\n  paper: {{title: Paper, parties: [{parties}], status: {status}{rest}}}\n"
COVERS = ", covers: [{responsibility: smoking, at: easton}]"


def text(leads: str, holder: str, what: str = "falls", rest: str = "") -> str:
    return LED.format(leads=leads) + FUND.format(holder=holder, what=what, rest=rest)


@pytest.mark.parametrize("holder", ["easton-trust", "northshire-icb"])
def test_money_held_by_another_body_here_or_around_is_noticed_at_the_money_and_the_lead(holder: str) -> None:
    assert found(text("easton-dph", holder), "ACC005") == [("ACC005@falls@easton", [END + 4, END + 2])]


def test_the_sentence_names_both() -> None:
    assert messages(text("easton-dph", "northshire-icb"), "ACC005") == [
        "warning: Director of public health (Easton Council) leads on Falls prevention in Easton, Northshire ICB holds the "
        "money for it, and no agreement in force links the two."
    ]


@pytest.mark.parametrize(
    "world",
    [
        text("easton-dph", "easton-council"),
        text("[trust-lead, easton-dph], joint: true", "easton-council"),
        text("easton-dph", "westby-council"),
        text("easton-dph", "easton-trust", what="smoking"),
        text("easton-dph", "easton-trust", rest=", until: 2026-06-30"),
        text("easton-dph", "easton-trust", rest=", status: proposed"),
        LED.format(leads="easton-dph"),
    ],
)
def test_own_money_other_places_other_things_and_money_not_in_force_are_silent(world: str) -> None:
    assert ids(world, "ACC005") == []


@pytest.mark.parametrize(
    ("parties", "status", "rest", "expected"),
    [
        ("easton-council, easton-trust", "agreed", "", []),
        ("easton-council, easton-trust", "agreed", COVERS, ["ACC005@falls@easton"]),
        ("easton-council, easton-trust", "agreed", COVERS + ", funding: [{fund: fund, amount: 10}]", []),
        ("easton-council, easton-trust", "draft", "", ["ACC005@falls@easton"]),
        ("easton-council, northshire-icb", "agreed", "", ["ACC005@falls@easton"]),
    ],
)
def test_an_agreement_in_force_between_the_two_links_them(
    parties: str, status: str, rest: str, expected: list[str]
) -> None:
    paper = PAPER.format(parties=parties, status=status, rest=rest)
    assert ids(text("easton-dph", "easton-trust") + paper, "ACC005") == expected


def test_what_only_a_catalogue_says_is_silent() -> None:
    assert ids_of_baseline(text("easton-dph", "easton-trust"), "ACC005") == []
