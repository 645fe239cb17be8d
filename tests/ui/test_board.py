"""The board: what filters keep, how it is counted, and what the browser is sent."""

from __future__ import annotations

import json
from dataclasses import replace

from rolemap.ui.filters import Filters, choices, describe, matching
from rolemap.ui.leads.board import Tally, build_board, tallies
from rolemap.ui.leads.boardview import payload
from tests.worlds import build

WORLD = """\
map: {title: Two towns, area: shire}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
pillars: {b: {name: Bodies, order: 1}, a: {name: Areas, order: 2}}
areas:
  shire: {name: Shire, level: system}
  weston: {name: Weston, level: place, within: [shire]}
  easton: {name: Easton, level: place, within: [shire]}
organisations:
  weston-council: {name: Weston Council, area: weston}
  easton-council: {name: Easton Council, area: easton}
  trust: {name: Trust, area: easton}
roles:
  one: {title: Chief executive, organisation: easton-council}
  two: {title: Chief executive, organisation: trust}
responsibilities:
  smoking: {title: Stop smoking, pillar: a, domain: health-improvement, needs_lead_at: [place], statutory: true}
  housing: {title: Housing, pillar: b, also: [a], needs_lead_at: [system, place]}
assignments:
  - {responsibility: smoking, at: weston, leads: weston-council, basis: law}
  - {responsibility: smoking, at: easton, leads: [one, two]}
  - {responsibility: housing, at: weston, leads: weston-council}
  - {responsibility: housing, at: shire, delivers: trust}
"""
GRAPH = build(WORLD)


def squares(filters: Filters) -> set[tuple[str, str]]:
    return {(cell.responsibility, cell.area) for cell in matching(GRAPH, filters)}


def test_without_filters_every_square_is_shown_widest_level_first() -> None:
    board = build_board(GRAPH, Filters())
    assert board.columns == ("shire", "easton", "weston")
    assert [group.pillar for group in board.groups] == ["b", "a"]
    assert (board.shown_rows, board.all_rows, len(board.cells)) == (2, 2, 5)


def test_each_filter_keeps_what_it_says() -> None:
    assert squares(Filters(pillars=("b",))) == {("housing", "shire"), ("housing", "easton"), ("housing", "weston")}
    assert len(squares(Filters(pillars=("a",)))) == 5
    assert squares(Filters(levels=("system",))) == {("housing", "shire")}
    assert squares(Filters(areas=("weston",))) == {("housing", "weston"), ("smoking", "weston")}
    assert squares(Filters(states=("assumed",))) == {("housing", "weston")}
    assert squares(Filters(states=("contested", "gap"))) == {
        ("smoking", "easton"),
        ("housing", "easton"),
        ("housing", "shire"),
    }
    assert squares(Filters(organisations=("trust",))) == {("smoking", "easton"), ("housing", "shire")}
    assert squares(Filters(domains=("health-improvement",))) == {("smoking", "easton"), ("smoking", "weston")}
    assert squares(Filters(statutory=True)) == squares(Filters(domains=("health-improvement",)))
    assert squares(Filters(text="WESTON council")) == {("smoking", "weston"), ("housing", "weston")}
    assert squares(Filters(text="stop")) == {("smoking", "easton"), ("smoking", "weston")}
    assert squares(Filters(text="nothing")) == set()


def test_choosing_a_state_does_not_change_how_clear_things_are() -> None:
    board = build_board(GRAPH, Filters(states=("gap",)))
    assert {cell.state.value for cell in board.cells} == {"gap"}
    assert {group.pillar: group.tally for group in board.groups} == {"b": Tally(0, 3)}
    assert tallies(board.counted)["", ""] == Tally(1, 5)


def test_squares_the_filters_pass_over_stay_in_their_row() -> None:
    board = build_board(GRAPH, replace(Filters(), states=("gap",)))
    row = board.groups[0].rows[0]
    assert row.asked == {"shire", "easton"}
    assert set(row.squares) == {"shire", "easton"}


def test_filters_are_said_in_words() -> None:
    filters = Filters(pillars=("a", "b"), states=("gap",), statutory=True, text="x")
    assert describe(GRAPH, filters) == "pillar Areas or Bodies; state Gap; statutory only; “x”"
    assert describe(GRAPH, Filters()) == ""


def test_only_what_some_square_has_can_be_chosen() -> None:
    offered = choices(GRAPH)
    assert offered.pillars == ("b", "a")
    assert offered.levels == ("system", "place")
    assert offered.areas == ("shire", "easton", "weston")
    assert offered.organisations == ("easton-council", "trust", "weston-council")
    assert offered.domains == ("health-improvement",)


def test_posts_of_one_title_in_a_square_are_told_apart() -> None:
    sent = payload(GRAPH, build_board(GRAPH, Filters()), "")
    assert "Chief executive (Easton Council) or Chief executive (Trust)" in sent["leads"]
    assert "Weston Council" in sent["leads"]


def test_what_is_sent_is_plain_data_and_its_revision_ignores_the_open_square() -> None:
    board = build_board(GRAPH, Filters())
    first, second = payload(GRAPH, board, ""), payload(GRAPH, board, "smoking@easton")
    assert json.loads(json.dumps(first)) == first
    assert first["revision"] == second["revision"]
    assert first["revision"] != payload(GRAPH, build_board(GRAPH, Filters(statutory=True)), "")["revision"]
