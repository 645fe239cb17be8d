from __future__ import annotations

from datetime import date

import pytest

from tests.findings.easton import END, found, ids, messages

PAPER = (
    "agreements:\n  paper: {{title: Paper, parties: [easton-council], status: {status}, review: 2026-06-30{rest}}}\n"
)


def test_a_review_date_that_has_passed_is_noticed_at_the_agreement() -> None:
    assert found(PAPER.format(status="signed", rest=""), "AGR003") == [("AGR003@paper", [END + 2])]


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 6, 30), []), (date(2026, 7, 1), ["AGR003@paper"])])
def test_the_day_of_review_is_not_overdue(day: date, expected: list[str]) -> None:
    assert ids(PAPER.format(status="agreed", rest=""), "AGR003", day) == expected


@pytest.mark.parametrize("status", ["draft", "proposed", "superseded", "ended"])
def test_agreements_not_in_use_are_silent(status: str) -> None:
    assert ids(PAPER.format(status=status, rest=""), "AGR003") == []


@pytest.mark.parametrize("rest", [", until: 2026-06-01", ", from: 2026-08-01"])
def test_agreements_outside_their_dates_are_silent(rest: str) -> None:
    assert ids(PAPER.format(status="agreed", rest=rest), "AGR003") == []


def test_an_agreement_that_another_replaces_is_silent() -> None:
    text = PAPER.format(status="agreed", rest="") + "  new: {title: New, status: agreed, supersedes: paper}\n"
    assert ids(text, "AGR003") == []


def test_a_review_under_way_is_a_prompt() -> None:
    assert messages(PAPER.format(status="under-review", rest=""), "AGR003") == [
        "prompt: Paper was due for review on 30 June 2026, and its review has started and is not recorded as finished."
    ]
