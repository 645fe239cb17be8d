from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, ids_of_baseline

LED = "assignments:\n  - {{responsibility: falls, at: easton, leads: {0}, delivers: {1}, accountable: {2}{rest}}}\n"


def test_one_role_that_leads_delivers_and_is_accountable_is_noticed() -> None:
    text = LED.format("easton-dph", "easton-dph", "easton-dph", rest="")
    assert found(text, "ACC004") == [("ACC004@falls@easton", [END + 2])]


@pytest.mark.parametrize(
    "parts",
    [
        ("easton-dph", "easton-dph", "easton-council"),
        ("easton-dph", "trust-lead", "easton-dph"),
        ("trust-lead", "easton-dph", "easton-dph"),
        ("easton-dph", "[easton-dph, trust-lead]", "easton-dph"),
        ("easton-council", "easton-council", "easton-council"),
        ("[]", "[]", "[]"),
    ],
)
def test_anyone_else_in_it_or_a_whole_body_is_silent(parts: tuple[str, str, str]) -> None:
    assert ids(LED.format(*parts, rest=""), "ACC004") == []


def test_proposals_and_what_only_a_catalogue_says_are_silent() -> None:
    one = ("easton-dph",) * 3
    assert ids(LED.format(*one, rest=", status: proposed"), "ACC004") == []
    assert ids_of_baseline(LED.format(*one, rest=""), "ACC004") == []
