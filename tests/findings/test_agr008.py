from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, messages

HEAD = "agreements:\n"
PAPER = (
    "  {id}: {{title: Paper {id}, status: {status}, covers: [{{responsibility: falls, at: {at}}}],"
    " delegates: {{from: {giver}, to: {to}{sub}}}{rest}}}\n"
)
LAW = ", legal_basis: NHS Act 2006 s75"


def paper(
    id: str, giver: str, to: str, sub: str = "", at: str = "easton", status: str = "agreed", rest: str = LAW
) -> str:
    return PAPER.format(id=id, giver=giver, to=to, sub=sub, at=at, status=status, rest=rest)


def test_a_delegation_with_no_instrument_is_noticed_where_it_stands() -> None:
    text = HEAD + paper("a", "northshire-icb", "easton-council", rest="")
    assert found(text, "AGR008") == [("AGR008@a", [END + 2])]


@pytest.mark.parametrize("rest", [LAW, ", type: section-75", ", type: own"])
def test_a_legal_basis_or_a_type_that_delegates_is_enough(rest: str) -> None:
    types = "agreement_types: {section-75: {name: Section 75}, own: {name: Own, legal_basis: An act}}\n"
    assert ids(types + HEAD + paper("a", "northshire-icb", "easton-council", rest=rest), "AGR008") == []


@pytest.mark.parametrize("status", ["draft", "proposed", "ended"])
def test_a_delegation_not_in_force_that_nothing_rests_on_is_silent(status: str) -> None:
    assert ids(HEAD + paper("a", "northshire-icb", "easton-council", status=status, rest=""), "AGR008") == []


def test_a_lead_that_rests_on_a_delegation_not_yet_in_force_is_noticed() -> None:
    led = "assignments:\n  - {responsibility: falls, at: easton, leads: easton-dph, basis: a}\n"
    text = led + HEAD + paper("a", "northshire-icb", "easton-council", status="draft")
    assert messages(text, "AGR008") == [
        "error: In Paper a, the delegation to Easton Council is not yet in force, and a lead rests on it."
    ]


@pytest.mark.parametrize(
    ("sub", "at", "expected"),
    [
        (", sub_delegation: false", "easton", ["AGR008@b"]),
        (", sub_delegation: false", "place", ["AGR008@b"]),
        (", sub_delegation: false", "westby", []),
        (", sub_delegation: true", "easton", []),
        ("", "easton", []),
    ],
)
def test_passing_on_is_noticed_where_it_is_ruled_out_for_the_same_thing_and_place(
    sub: str, at: str, expected: list[str]
) -> None:
    text = HEAD + paper("a", "northshire-icb", "easton-council", sub=sub)
    assert ids(text + paper("b", "easton-council", "easton-trust", at=at), "AGR008") == expected


def test_a_circle_is_told_once_at_its_first_agreement() -> None:
    text = HEAD + paper("b", "easton-council", "easton-trust") + paper("a", "easton-trust", "easton-council")
    assert messages(text, "AGR008") == [
        "error: In Paper a, Falls prevention goes round in a circle of 2 delegations between Easton Council and Easton Trust."
    ]


def test_two_delegations_the_other_way_in_other_places_are_no_circle() -> None:
    text = (
        HEAD
        + paper("a", "easton-council", "westby-council")
        + paper("b", "westby-council", "easton-council", at="westby")
    )
    assert ids(text, "AGR008") == []
