"""Where a need comes or goes with a body, the counts of both sides are tied together in a sentence and in the table."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rolemap import graph
from rolemap.changes import CellChange, ChangeSet, Comparison, Remove, apply, compare
from rolemap.reading import read, read_files
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.change_sets import read_change_sets
from rolemap.reports.difference import in_short
from rolemap.reports.difference_needs import needs, tie
from rolemap.ui import difference, maps
from rolemap.ui.glance import state_counts
from tests import worlds
from tests.changes.world import ON, WORLD
from tests.ui.test_app import DAY


@pytest.fixture(scope="module")
def removed() -> Comparison:
    """A body that leads much ends, and nobody follows it."""
    files = maps.example("greater-manchester")
    whole = read_files(files.files, files.limits)
    gone = apply(whole, (ChangeSet(on=DAY, changes=(Remove(id="greater-manchester-icb"),)),), DAY).landscape
    return compare(graph.build(whole, DAY), graph.build(gone, DAY))


@pytest.fixture(scope="module")
def lapsed() -> Comparison:
    """A board ends, a council follows it, and one of its duties only a board could have."""
    only_boards = WORLD.replace("needs_lead_at: [place, system]}", "needs_lead_at: [system], needs_lead_where: [icb]}")
    followed = "type: icb, area: northshire, until: 2026-12-31, becomes: easton-council"
    landscape = worlds.landscape(only_boards.replace("type: icb, area: northshire", followed))
    return compare(graph.build(landscape, date(2026, 7, 1)), graph.build(landscape, ON))


@pytest.fixture(scope="module")
def reorganised() -> Comparison:
    """Councils of two tiers become one."""
    whole = read(CONFIGS / "examples" / "northshire")
    on = date(2028, 4, 1)
    sets = read_change_sets([CONFIGS / "scenarios" / "northshire" / "council-reorganisation.yaml"], whole, on)
    return compare(graph.build(whole, on), graph.build(apply(whole, sets, on).landscape, on))


def test_what_a_body_led_that_nobody_follows_is_a_gap_and_counted(removed: Comparison) -> None:
    assert not needs(removed)
    assert removed.before.cells == removed.after.cells
    old, new = state_counts(removed.old.cells), state_counts(removed.new.cells)
    assert new["gap"] == old["gap"] + len(removed.of(CellChange.OPENED)) > old["gap"]


def test_the_reasons_add_up_to_the_difference_of_the_totals(reorganised: Comparison, lapsed: Comparison) -> None:
    assert needs(reorganised).ended
    assert needs(reorganised).begun
    assert needs(lapsed).lapsed
    for comparison in (reorganised, lapsed):
        found = needs(comparison)
        fewer = comparison.before.cells - comparison.after.cells
        assert fewer > 0
        assert len(found.lapsed) + len(found.ended) - len(found.begun) == fewer


def test_the_first_sentences_say_that_the_need_went_with_the_body(lapsed: Comparison) -> None:
    said = in_short(lapsed)[-1]
    assert said == tie(lapsed)
    assert "1 that had a lead is no longer counted, not even as a gap" in said


def test_what_loses_its_lead_is_said_first_and_alone(removed: Comparison) -> None:
    first, second, *_ = in_short(removed)
    lost = len(removed.of(CellChange.OPENED, CellChange.LAPSED))
    assert lost
    assert f" {lost} have no lead" in first
    assert "," not in first.partition(f"{lost}")[2]
    assert f"{len(removed.of(CellChange.MOVED))} have other leads" in second


def test_the_table_says_of_each_state_what_is_due_to_the_need(lapsed: Comparison) -> None:
    shown = re.sub(r"<[^>]+>", " ", difference.counts(lapsed, "Before", "After"))
    assert difference.DUE in shown
    row = shown.partition("Had a lead, and no body of the right kind is left")[2].split()
    assert row[:4] == ["1", "not", "counted", "−1"]


def test_where_every_square_is_counted_on_both_sides_nothing_is_said(removed: Comparison) -> None:
    same = compare(removed.old, removed.old)
    assert not tie(same)
    assert difference.DUE not in difference.counts(same, "Before", "After")
