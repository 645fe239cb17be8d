from __future__ import annotations

from datetime import date

import pytest

from tests import worlds

WORLD = """\
map: {{title: One place, area: easton}}
levels: {{place: {{name: Place, order: 1}}}}
areas: {{easton: {{name: Easton, level: place}}}}
organisations:
  old-trust: {{name: Old Trust, area: easton{old}}}
  new-trust: {{name: New Trust, area: easton{new}}}
roles:
  old-lead: {{title: Old lead, organisation: old-trust}}
agreements:
  paper: {{title: Paper, parties: [{parties}], status: {status}}}
"""
ENDED = ", until: 2026-06-30, becomes: [new-trust]"


def text(old: str = ENDED, parties: str = "old-trust", status: str = "agreed", new: str = "") -> str:
    return WORLD.format(old=old, parties=parties, status=status, new=new)


def test_a_party_that_has_ended_is_noticed_at_the_agreement_and_at_its_own_entry() -> None:
    assert worlds.findings(text(), "AGR009") == [("AGR009@paper", [10, 5])]


@pytest.mark.parametrize(("day", "number"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1)])
def test_its_last_day_still_counts(day: date, number: int) -> None:
    assert len(worlds.findings(text(), "AGR009", day)) == number


@pytest.mark.parametrize("status", ["draft", "proposed", "ended"])
def test_agreements_not_in_use_are_silent(status: str) -> None:
    assert worlds.findings(text(status=status), "AGR009") == []


def test_a_successor_among_the_parties_makes_it_silent() -> None:
    assert worlds.findings(text(parties="old-trust, new-trust"), "AGR009") == []


def test_a_post_in_a_body_that_has_ended_is_noticed() -> None:
    assert worlds.findings(text(parties="old-lead"), "AGR009") == [("AGR009@paper", [10, 8])]


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        (", becomes: [new-trust]", "", 1),
        (", becomes: [new-trust]", ", from: 2027-04-01", 0),
        (", until: 2027-03-31, becomes: [new-trust]", "", 0),
        (", status: proposed", "", 0),
    ],
)
def test_a_merger_counts_once_the_new_body_is_there_and_never_before_a_stated_end(
    old: str, new: str, number: int
) -> None:
    assert len(worlds.findings(text(old=old, new=new), "AGR009")) == number
