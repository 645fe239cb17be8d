from __future__ import annotations

from datetime import date

import pytest

from tests.findings.easton import END, found, ids, ids_of_baseline, messages

LED = "assignments:\n  - {responsibility: falls, at: easton, leads: easton-dph, basis: old}\n"
PLAIN = "assignments:\n  - {responsibility: falls, at: easton, leads: easton-dph}\n"
OLD = "agreements:\n  old: {{title: Old paper, parties: [easton-council], status: {status}, covers: [{cover}]{rest}}}\n"
COVER = "{responsibility: falls, at: easton}"
NAMING = "{responsibility: falls, at: easton, leads: easton-council}"
NEW = "  new: {title: New paper, status: agreed, supersedes: old, covers: [{responsibility: falls, at: easton}]}\n"


def test_a_basis_past_its_last_day_is_noticed_at_the_agreement_and_the_assignment() -> None:
    text = LED + OLD.format(status="agreed", cover=COVER, rest=", until: 2026-06-30")
    assert found(text, "AGR002") == [("AGR002@old", [END + 4, END + 2])]


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 6, 30), []), (date(2026, 7, 1), ["AGR002@old"])])
def test_the_last_day_itself_still_counts(day: date, expected: list[str]) -> None:
    assert ids(LED + OLD.format(status="agreed", cover=COVER, rest=", until: 2026-06-30"), "AGR002", day) == expected


@pytest.mark.parametrize(
    ("status", "words"), [("ended", "has ended"), ("superseded", "has been superseded"), ("agreed", ""), ("draft", "")]
)
def test_the_status_can_say_that_it_is_over(status: str, words: str) -> None:
    found = messages(LED + OLD.format(status=status, cover=COVER, rest=""), "AGR002")
    assert found == (
        [f"warning: Old paper {words}, and the lead for Falls prevention in Easton still rests on it."] if words else []
    )


def test_a_newer_agreement_makes_it_a_question_about_the_map() -> None:
    text = LED + OLD.format(status="agreed", cover=COVER, rest="") + NEW
    assert messages(text, "AGR002") == [
        "prompt: Old paper has been replaced by New paper, and the lead for Falls prevention in Easton still rests on it."
    ]


@pytest.mark.parametrize(("cover", "expected"), [(NAMING, ["AGR002@old"]), (COVER, [])])
def test_without_a_basis_it_counts_only_if_it_named_the_lead(cover: str, expected: list[str]) -> None:
    assert ids(PLAIN + OLD.format(status="ended", cover=cover, rest=""), "AGR002") == expected


def test_a_lead_by_custom_does_not_rest_on_what_has_run_out() -> None:
    text = PLAIN.replace("easton-dph}", "easton-dph, basis: custom}") + OLD.format(
        status="ended", cover=NAMING, rest=""
    )
    assert ids(text, "AGR002") == []


def test_what_only_a_catalogue_says_is_silent() -> None:
    assert ids_of_baseline(LED + OLD.format(status="ended", cover=COVER, rest=""), "AGR002") == []
