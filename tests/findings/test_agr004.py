from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, messages

PAPER = "agreements:\n  paper: {{title: Paper, parties: [easton-council, easton-trust], status: {status}{rest}}}\n"


def test_a_party_without_a_date_is_noticed_at_the_agreement() -> None:
    text = PAPER.format(status="signed", rest=", signed: {easton-council: 2026-04-01}")
    assert found(text, "AGR004") == [("AGR004@paper", [END + 2])]
    assert messages(text, "AGR004") == ["warning: Paper is in use, and no signature is recorded for Easton Trust."]


@pytest.mark.parametrize(
    "rest",
    [
        ", signed: {easton-council: 2026-04-01, easton-trust: 2026-04-01}",
        ", signed: {easton-dph: 2026-04-01, trust-lead: 2026-04-01}",
        ", signed: 2026-04-01",
    ],
)
def test_signatures_of_all_by_their_posts_or_as_a_whole_are_enough(rest: str) -> None:
    assert ids(PAPER.format(status="signed", rest=rest), "AGR004") == []


def test_a_signature_after_the_day_does_not_count_yet() -> None:
    rest = ", signed: {easton-council: 2026-04-01, easton-trust: 2026-08-01}"
    assert ids(PAPER.format(status="agreed", rest=rest), "AGR004") == ["AGR004@paper"]


def test_signed_without_any_date_is_a_prompt() -> None:
    assert messages(PAPER.format(status="signed", rest=""), "AGR004") == [
        "prompt: Paper is recorded as signed, and no party's signing date is recorded."
    ]


@pytest.mark.parametrize("status", ["agreed", "under-review"])
def test_agreed_with_nothing_said_of_signing_is_silent(status: str) -> None:
    assert ids(PAPER.format(status=status, rest=""), "AGR004") == []


@pytest.mark.parametrize("status", ["draft", "proposed", "ended"])
def test_agreements_not_in_use_are_silent(status: str) -> None:
    assert ids(PAPER.format(status=status, rest=", signed: {easton-council: 2026-04-01}"), "AGR004") == []
