from __future__ import annotations

import pytest

from tests import worlds
from tests.findings.easton import END, WORLD, ids_of_baseline, line

BOTH = """\
assignments:
  - {{responsibility: falls, at: easton, leads: {falls}}}
  - {{responsibility: smoking, at: easton, leads: {smoking}}}
"""


def found(more: str, fewest: int = 2) -> list[tuple[str, list[int]]]:
    settings = f"area: northshire, settings: {{LOAD002: {{fewest_opened: {fewest}}}}}}}"
    return worlds.findings(WORLD.replace("area: northshire}", settings, 1) + more, "LOAD002")


def holder(id: str, words: str, body: str = "easton-council") -> str:
    return f"  {id}: {{title: {id}, organisation: {body}, holder: {words}}}\n"


def test_one_role_that_alone_leads_on_enough_is_noticed_at_itself() -> None:
    text = BOTH.format(falls="easton-dph", smoking="easton-dph")
    assert found(text) == [("LOAD002@easton-dph", [line("easton-dph")])]
    assert found(text, fewest=3) == []


def test_the_default_is_ten() -> None:
    assert worlds.findings(WORLD + BOTH.format(falls="easton-dph", smoking="easton-dph"), "LOAD002") == []


@pytest.mark.parametrize("falls", ["[easton-dph, trust-lead], joint: true", "trust-lead", "easton-council", "[]"])
def test_another_lead_an_organisation_or_nobody_is_no_single_point(falls: str) -> None:
    assert found(BOTH.format(falls=falls, smoking="easton-dph")) == []


def test_one_person_in_two_roles_of_a_body_counts_as_one() -> None:
    roles = holder("post-a", "A. Smith") + holder("post-b", "a.  smith")
    assert found(roles + BOTH.format(falls="post-a", smoking="post-b")) == [("LOAD002@post-a", [END + 1, END + 2])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (holder("post-a", "the chief executive"), holder("post-b", "the chief executive", "easton-trust")),
        (holder("post-a", "TBC"), holder("post-b", "TBC")),
        (holder("post-a", "A. Smith"), holder("post-b", "B. Jones")),
    ],
)
def test_the_same_words_in_another_body_or_words_for_nobody_are_not_one_person(first: str, second: str) -> None:
    assert found(first + second + BOTH.format(falls="post-a", smoking="post-b")) == []


def test_a_vacant_role_is_already_lost() -> None:
    vacant = "  empty: {title: Empty, organisation: easton-council, vacant: true}\n"
    assert found(vacant + BOTH.format(falls="empty", smoking="empty")) == []


def test_what_only_a_catalogue_says_is_silent() -> None:
    assert ids_of_baseline(BOTH.format(falls="easton-dph", smoking="easton-dph"), "LOAD002") == []
