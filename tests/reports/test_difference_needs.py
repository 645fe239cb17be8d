"""Where a need comes or goes with a body, the counts of both sides are tied together in a sentence and in the table."""

from __future__ import annotations

import re

import pytest

from rolemap import graph
from rolemap.changes import CellChange, ChangeSet, Comparison, Remove, apply, compare
from rolemap.reading import read_files
from rolemap.reports.difference import in_short
from rolemap.reports.difference_needs import needs, tie
from rolemap.ui import difference, maps
from rolemap.ui.glance import state_counts
from tests.ui.test_app import DAY


def without(body: str, example: str = "greater-manchester") -> Comparison:
    files = maps.example(example)
    whole = read_files(files.files, files.limits)
    gone = apply(whole, (ChangeSet(on=DAY, changes=(Remove(id=body),)),), DAY).landscape
    return compare(graph.build(whole, DAY), graph.build(gone, DAY))


@pytest.fixture(scope="module")
def removed() -> Comparison:
    return without("greater-manchester-icb")


def test_the_reasons_add_up_to_the_difference_of_the_totals(removed: Comparison) -> None:
    found = needs(removed)
    assert found.lapsed
    assert found.ended
    fewer = removed.before.cells - removed.after.cells
    assert fewer > 0
    assert len(found.lapsed) + len(found.ended) - len(found.begun) == fewer


def test_the_first_sentences_say_that_the_need_went_with_the_body(removed: Comparison) -> None:
    said = in_short(removed)[-1]
    assert said == tie(removed)
    assert f"{len(needs(removed).lapsed)} that had a lead are no longer counted, not even as a gap" in said


def test_what_loses_its_lead_is_said_first_and_alone(removed: Comparison) -> None:
    first, second, *_ = in_short(removed)
    lost = len(removed.of(CellChange.OPENED, CellChange.LAPSED))
    assert lost
    assert f" {lost} have no lead" in first
    assert "," not in first.partition(f"{lost}")[2]
    assert f"{len(removed.of(CellChange.MOVED))} have other leads" in second


def test_the_table_says_of_each_state_what_is_due_to_the_need(removed: Comparison) -> None:
    shown = re.sub(r"<[^>]+>", " ", difference.counts(removed, "Before", "After"))
    assert difference.DUE in shown
    row = shown.partition("Had a lead, and no body of the right kind is left")[2].split()
    assert row[:4] == [str(len(needs(removed).lapsed)), "not", "counted", f"−{len(needs(removed).lapsed)}"]
    old, new = state_counts(removed.old.cells), state_counts(removed.new.cells)
    assert new["gap"] < old["gap"], "a body that goes takes needs with it that nobody met"


def test_where_every_square_is_counted_on_both_sides_nothing_is_said(removed: Comparison) -> None:
    same = compare(removed.old, removed.old)
    assert not tie(same)
    assert difference.DUE not in difference.counts(same, "Before", "After")
