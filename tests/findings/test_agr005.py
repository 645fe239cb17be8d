from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, messages

PAPER = """\
agreements:
  paper:
    title: Paper
    parties: [{parties}]
    status: {status}
    covers:
      - {{responsibility: falls, at: {at}, leads: {leads}}}
"""


def paper(leads: str, parties: str = "easton-council", at: str = "easton", status: str = "agreed") -> str:
    return PAPER.format(leads=leads, parties=parties, at=at, status=status)


def test_a_lead_of_no_party_is_noticed_where_it_is_named_and_at_the_agreement() -> None:
    (id, (named, parties)), *others = found(paper("trust-lead"), "AGR005")
    assert (id, named, others) == ("AGR005@paper", END + 7, [])
    assert END + 2 <= parties <= END + 3


@pytest.mark.parametrize(
    ("leads", "parties"),
    [
        ("easton-council", "easton-council"),
        ("easton-dph", "easton-council"),
        ("easton-council", "easton-dph"),
        ("kind:dph", "easton-council"),
        ("trust-lead", ""),
    ],
)
def test_parties_their_posts_and_agreements_without_parties_are_silent(leads: str, parties: str) -> None:
    assert ids(paper(leads, parties), "AGR005") == []


def test_a_pattern_is_looked_at_in_every_area_of_the_level() -> None:
    assert messages(paper("kind:dph", at="place"), "AGR005") == [
        "warning: Paper names Director of public health (Westby Council) as a lead, who belongs to none of its parties."
    ]


@pytest.mark.parametrize("status", ["draft", "proposed", "ended"])
def test_agreements_not_in_force_are_silent(status: str) -> None:
    assert ids(paper("trust-lead", status=status), "AGR005") == []


def test_answering_to_a_party_is_belonging() -> None:
    role = "  chair: {title: Chair, area: easton, accountable_to: [{role: easton-council, how: political}]}\n"
    assert ids(role + paper("chair"), "AGR005") == []
