"""Rows of who leads on what, which are wanted, and the counts."""

from __future__ import annotations

from datetime import date

import pytest

from rolemap.graph import RoleGraph, Wanted, rows, summarise
from rolemap.graph.leads import Counts, count
from tests.worlds import build

WORLD = """
map: {title: Northshire, area: northshire}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
pillars: {behaviours: {name: Behaviours, order: 1}, places: {name: Places, order: 2}, unused: {name: Unused}}
areas:
  northshire: {name: Northshire, level: system}
  easton: {name: Easton, level: place, within: [northshire]}
  westby: {name: Westby, level: place, within: [northshire]}
  afar: {name: Afar, level: place}
organisations: {council: {name: Council, area: easton}, icb: {name: ICB, area: northshire}}
roles: {post: {title: Post, organisation: council, vacant: true}}
responsibilities:
  smoking: {title: Smoking, pillar: behaviours, also: [places], needs_lead_at: [place]}
  homes: {title: Homes, pillar: places, needs_lead_at: [system, place]}
  talk: {title: Talk}
assignments:
  - {responsibility: smoking, at: easton, leads: council, basis: law, from: 2026-01-01, until: 2027-01-01, status: agreed}
  - {responsibility: smoking, at: westby, leads: council, status: proposed}
  - {responsibility: homes, at: northshire, leads: icb, basis: custom}
  - {responsibility: homes, at: easton, leads: post}
  - {responsibility: homes, at: westby, leads: [council, icb]}
  - {responsibility: talk, at: easton, contributes: icb}
"""


@pytest.fixture(scope="module")
def graph() -> RoleGraph:
    return build(WORLD)


def found(graph: RoleGraph, **wanted: str) -> list[str]:
    choice = Wanted(**{name: frozenset(words.split()) for name, words in wanted.items()})
    return [f"{row.responsibility}@{row.area}" for row in rows(graph, choice)]


def test_rows_are_in_the_order_of_the_map(graph: RoleGraph) -> None:
    assert [(row.responsibility, row.area, row.state, row.backed, row.needed) for row in rows(graph)] == [
        ("smoking", "easton", "clear", True, True),
        ("smoking", "westby", "proposed", None, True),
        ("homes", "northshire", "clear", False, True),
        ("homes", "easton", "vacant", False, True),
        ("homes", "westby", "contested", False, True),
        ("talk", "easton", "gap", None, False),
    ]


def test_a_row_says_what_the_assignment_says(graph: RoleGraph) -> None:
    row = rows(graph)[0]
    assert (row.title, row.pillar, row.level, row.leads) == ("Smoking", "behaviours", "place", ("council",))
    assert (row.basis, row.status, row.start, row.until) == ("law", "agreed", date(2026, 1, 1), date(2027, 1, 1))


def test_a_proposed_row_says_what_is_proposed(graph: RoleGraph) -> None:
    row = rows(graph)[1]
    assert (row.leads, row.status) == ((), "proposed")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"levels": "system"}, ["homes@northshire"]),
        ({"areas": "easton"}, ["smoking@easton", "homes@easton", "talk@easton"]),
        ({"pillars": "behaviours"}, ["smoking@easton", "smoking@westby"]),
        ({"pillars": "places", "areas": "easton"}, ["smoking@easton", "homes@easton"]),  # pillars intersect
        ({"states": "gap vacant"}, ["homes@easton", "talk@easton"]),
        ({"states": "assumed"}, ["homes@northshire"]),
        ({"states": "assumed contested"}, ["homes@northshire", "homes@westby"]),
        ({"areas": "afar"}, []),
    ],
)
def test_which_rows_are_wanted(graph: RoleGraph, wanted: dict[str, str], expected: list[str]) -> None:
    assert found(graph, **wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"levels": "plaice"}, 'There is no level called "plaice" in this map. Did you mean "place"?'),
        ({"areas": "estonia"}, 'There is no area called "estonia" in this map. Did you mean "easton"?'),
        ({"pillars": "zzz"}, 'There is no pillar called "zzz" in this map. Known: behaviours, places, unused.'),
        ({"states": "clar"}, 'There is no state called "clar" in this map. Did you mean "clear"?'),
        ({"states": "assumed clear", "levels": "place"}, ""),
    ],
)
def test_unknown_choices_are_named(graph: RoleGraph, wanted: dict[str, str], sentence: str) -> None:
    choice = Wanted(**{name: frozenset(words.split()) for name, words in wanted.items()})
    assert choice.unknown_in(graph) == sentence


def test_counts(graph: RoleGraph) -> None:
    summary = summarise(graph)
    assert summary.all == Counts(cells=5, clear=2, backed=1, contested=1, vacant=1, proposed=1)
    assert summary.all.clarity == 0.2
    assert list(summary.by_level) == ["system", "place"]
    assert list(summary.by_pillar) == ["behaviours", "places"]  # nothing is counted under a pillar without need
    assert summary.by_pillar["behaviours"] == Counts(cells=2, clear=1, backed=1, proposed=1)
    assert sum(counts.cells for counts in summary.by_level.values()) == summary.all.cells


def test_no_cells_have_no_clarity() -> None:
    assert count([]).clarity is None
