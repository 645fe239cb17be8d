from __future__ import annotations

from datetime import date

import pytest

from tests.findings.easton import END, found, ids, messages

ACCEPTED = "accepted:\n  - {{finding: {finding}, reason: Decided{rest}}}\n"
THERE = "GAP001@falls@easton"
NAMED = "(Falls prevention, Easton)"
AWAY = "GAP001@falls@northshire"


def accepted(finding: str, rest: str = "") -> str:
    return ACCEPTED.format(finding=finding, rest=rest)


def test_a_decision_on_a_finding_that_is_there_is_silent() -> None:
    assert ids(accepted(THERE), "DEC001") == []


@pytest.mark.parametrize("finding", [AWAY, "XYZ999@anything"])
def test_a_decision_that_matches_nothing_is_noticed_where_it_stands(finding: str) -> None:
    assert found(accepted(finding), "DEC001") == [(f"DEC001@{finding}", [END + 2])]


@pytest.mark.parametrize(("day", "number"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1)])
def test_a_decision_runs_out_after_its_last_day(day: date, number: int) -> None:
    assert len(ids(accepted(THERE, ", until: 2026-06-30"), "DEC001", day)) == number


def test_what_has_run_out_says_whether_the_finding_is_still_there() -> None:
    assert messages(accepted(THERE, ", until: 2026-06-30"), "DEC001") == [
        f"warning: The decision to accept no lead {NAMED} ran out on 30 June 2026, and the finding is still there."
    ]
    assert messages(accepted(AWAY, ", until: 2026-06-30"), "DEC001") == [
        "prompt: The decision to accept no lead (Falls prevention, Northshire) ran out on 30 June 2026, "
        "and the finding is no longer there."
    ]


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("GAP001@falls@northshire", "no lead (Falls prevention, Northshire)"),
        ("GAP001@fals@easton", "no lead (Easton), written as GAP001@fals@easton"),
        ("XYZ999@anything", "XYZ999@anything"),
    ],
)
def test_a_decision_is_told_in_words_and_by_its_id_only_where_that_may_be_wrong(id: str, words: str) -> None:
    assert messages(accepted(id), "DEC001") == [
        f"prompt: The decision to accept {words} matches no finding on the map today."
    ]


def test_a_renewed_decision_is_silent() -> None:
    text = accepted(THERE, ", until: 2026-06-30") + f"  - {{finding: {THERE}, reason: Again}}\n"
    assert ids(text, "DEC001") == []


@pytest.mark.parametrize("rest", [", from: 2026-08-01", ", status: proposed"])
def test_decisions_not_yet_in_force_are_silent(rest: str) -> None:
    assert ids(accepted(AWAY, rest), "DEC001") == []


def test_decisions_on_what_a_workshop_found_are_silent() -> None:
    assert ids(accepted("ROOM001@falls@easton"), "DEC001") == []


def test_one_of_its_own_findings_can_be_accepted() -> None:
    both = accepted(AWAY) + f"  - {{finding: DEC001@{AWAY}, reason: Kept for the record}}\n"
    assert ids(both, "DEC001") == [f"DEC001@{AWAY}"]
    assert ids(accepted(f"DEC001@{THERE}"), "DEC001") == [f"DEC001@DEC001@{THERE}"]


@pytest.mark.parametrize("reason", ["", ", reason: ", ", reason: ' '", ", owner: Board"])
def test_a_decision_without_a_reason_is_asked_for_one(reason: str) -> None:
    text = f"accepted: [{{finding: {THERE}{reason}}}]\n"
    assert messages(text, "DEC001") == [f"prompt: The finding no lead {NAMED} is accepted, and no reason is recorded."]
    assert found(text, "DEC001") == [(f"DEC001@{THERE}", [END + 1])]


def test_a_reason_given_once_is_enough_while_it_stands() -> None:
    twice = f"accepted: [{{finding: {THERE}}}, {{finding: {THERE}, reason: Decided%s}}]\n"
    assert ids(twice % "", "DEC001") == []
    assert ids(twice % ", until: 2026-06-30", "DEC001") == [f"DEC001@{THERE}"]
