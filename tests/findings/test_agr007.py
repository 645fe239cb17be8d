from __future__ import annotations

import pytest

from rolemap.findings import grouped
from rolemap.pipeline import examine
from tests.findings.easton import END, WORLD, found, ids, messages
from tests.worlds import DAY, landscape

PAPER = "agreements:\n  paper: {{title: Paper, parties: [easton-council], status: {status}{rest}}}\n"
TYPES = "agreement_types:\n  note: {name: Note, should_have: [parties, review]}\n  open: {name: Open}\n"
ALL = ", escalation: The two chief executives, review: 2027-03-31"


@pytest.mark.parametrize("term", [", until: 2028-03-31", ", term: Until the service ends"])
def test_an_agreement_with_all_three_is_silent(term: str) -> None:
    assert ids(PAPER.format(status="agreed", rest=ALL + term), "AGR007") == []


def test_what_is_missing_is_told_once_for_the_agreement() -> None:
    text = PAPER.format(status="signed", rest="")
    assert found(text, "AGR007") == [("AGR007@paper", [END + 2])]
    assert messages(text, "AGR007") == [
        "warning: Paper is in use, and no escalation route, no review date and no term are recorded for it."
    ]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (", type: note, review: 2027-03-31", []),
        (", type: note", ["warning: Paper is in use, and no review date is recorded for it."]),
        (ALL + ", type: open", ["warning: Paper is in use, and no term is recorded for it."]),
    ],
)
def test_only_what_its_type_asks_for_is_looked_for(rest: str, expected: list[str]) -> None:
    assert messages(PAPER.format(status="agreed", rest=rest) + TYPES, "AGR007") == expected


@pytest.mark.parametrize("status", ["draft", "proposed", "superseded", "ended"])
def test_agreements_not_in_force_are_silent(status: str) -> None:
    assert ids(PAPER.format(status=status, rest=""), "AGR007") == []


def test_many_are_counted_as_agreements_and_it_is_said_that_they_lack_no_more() -> None:
    one = (
        "  a{0}: {{title: Paper {0}, parties: [easton-council], status: agreed, escalation: Both, until: 2028-01-01}}\n"
    )
    text = "agreements:\n" + "".join(one.format(number) for number in (1, 2, 3))
    analysis = examine(landscape(WORLD + text), DAY)
    [group] = [one for one in grouped(analysis.graph, analysis.findings) if one.first.code == "AGR007"]
    assert group.message == (
        "No review date is recorded in 3 agreements in use, and only that is missing: Paper 1, Paper 2, Paper 3."
    )
