from __future__ import annotations

import pytest

from tests import worlds
from tests.findings.easton import WORLD, ids_of_baseline, line

BOTH = """\
assignments:
  - {{responsibility: falls, at: easton, leads: easton-council, {falls}}}
  - {{responsibility: smoking, at: easton, leads: easton-council, {smoking}}}
"""
IN_BOTH = BOTH.format(falls="informed: easton-dph", smoking="delivers: easton-dph")


def found(more: str, settings: str = "fewest_cells: 2") -> list[tuple[str, list[int]]]:
    given = f"area: northshire, settings: {{LOAD003: {{{settings}}}}}}}"
    return worlds.findings(WORLD.replace("area: northshire}", given, 1) + more, "LOAD003")


def test_a_part_in_everything_is_noticed_at_the_role() -> None:
    assert found(IN_BOTH) == [("LOAD003@easton-dph", [line("easton-dph")])]


@pytest.mark.parametrize("settings", ["fewest_cells: 3", "fewest_cells: 2, share: 1"])
def test_few_cells_or_a_higher_share_are_silent(settings: str) -> None:
    assert found(IN_BOTH, settings) == []


def test_half_is_not_nearly_everything() -> None:
    half = BOTH.format(falls="informed: easton-dph", smoking="informed: trust-lead")
    assert found(half) == []
    assert [id for id, _ in found(half, "fewest_cells: 2, share: 0.4")] == ["LOAD003@easton-dph", "LOAD003@trust-lead"]


def test_an_organisation_may_be_in_everything() -> None:
    assert found(BOTH.format(falls="informed: trust-lead", smoking="consulted: easton-trust")) == []


def test_two_parts_in_one_thing_count_once() -> None:
    assert found(BOTH.format(falls="informed: easton-dph, consulted: easton-dph", smoking="informed: []")) == []


def test_what_only_a_catalogue_says_is_silent() -> None:
    assert ids_of_baseline(IN_BOTH, "LOAD003") == []
