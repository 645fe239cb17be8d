"""Everything about one entry: what would be left open, lines of accountability, ties."""

from __future__ import annotations

import time

import pytest

from rolemap.graph import NodeKind, RoleGraph, about, kinds_of, led_by, lines_up, opened_without
from rolemap.graph.about import MOST_LINES
from rolemap.model import Part
from tests.worlds import build

WORLD = """
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}, westby: {name: Westby, level: place, until: 2026-01-01}}
organisations:
  council: {name: Easton Council, area: easton}
  trust: {name: Easton Trust, area: easton}
  charity: {name: Easton Charity, area: easton}
roles:
  chief: {title: Chief executive, organisation: council, accountable_to: [{role: council, how: political}]}
  director: {title: Director, organisation: council, accountable_to: [{role: chief}, {role: trust, how: professional}]}
  joint: {title: Joint post, organisation: [council, trust], accountable_to: [{role: director}]}
  nobody: {title: On its own}
responsibilities:
  smoking: {title: Smoking, needs_lead_at: [place]}
  weight: {title: Weight, needs_lead_at: [place]}
  falls: {title: Falls, needs_lead_at: [place]}
  extra: {title: Not needed anywhere}
assignments:
  - {responsibility: smoking, at: easton, leads: director, delivers: [charity, joint]}
  - {responsibility: weight, at: easton, leads: [director, joint], joint: true}
  - {responsibility: falls, at: easton, leads: joint, accountable: council}
  - {responsibility: extra, at: easton, leads: director}
agreements:
  deal: {title: Deal, status: signed, parties: [council, trust], covers: [{responsibility: smoking}]}
"""


@pytest.fixture(scope="module")
def graph() -> RoleGraph:
    return build(WORLD)


def opened(graph: RoleGraph, *gone: str) -> list[str]:
    return [cell.responsibility for cell in opened_without(graph, gone)]


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        (["director"], ["smoking"]),  # weight keeps its joint lead; extra needs none
        (["joint"], ["falls"]),
        (["director", "joint"], ["smoking", "weight", "falls"]),
        (["council"], ["smoking"]),  # the joint post stays with the trust
        (["trust"], []),
        (["council", "trust"], ["smoking", "weight", "falls"]),
        (["charity"], []),  # delivers, and leads nowhere
        (["unheard-of"], []),
        ([], []),
    ],
)
def test_what_is_left_open(graph: RoleGraph, gone: list[str], expected: list[str]) -> None:
    assert sorted(opened(graph, *gone)) == sorted(expected)


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("director", ["smoking", "weight"]),  # extra needs none
        ("council", ["smoking", "weight", "falls"]),  # weight once, though two of its posts lead on it
        ("trust", ["weight", "falls"]),
        ("charity", []),
        ("unheard-of", []),
    ],
)
def test_what_is_led_where_a_lead_is_needed(graph: RoleGraph, party: str, expected: list[str]) -> None:
    assert sorted(cell.responsibility for cell in led_by(graph, party)) == sorted(expected)
    assert led_by(graph, party, graph.cells) == led_by(graph, party, reversed(graph.cells))[::-1]
    assert led_by(graph, party, ()) == ()


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("director", (("director", "chief", "council"), ("director", "trust"))),
        ("joint", (("joint", "director", "chief", "council"), ("joint", "director", "trust"))),
        ("nobody", ()),
        ("council", ()),
    ],
)
def test_lines_of_accountability(graph: RoleGraph, role: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert lines_up(graph, role) == expected


def test_a_line_in_a_circle_ends() -> None:
    graph = build(
        """
        roles:
          a: {title: A, accountable_to: [{role: b}]}
          b: {title: B, accountable_to: [{role: c}]}
          c: {title: C, accountable_to: [{role: b}]}
          own: {title: Answers to itself, accountable_to: [{role: own}]}
        """
    )
    assert lines_up(graph, "a") == (("a", "b", "c"),)
    assert lines_up(graph, "own") == ()


def test_a_line_to_what_has_ended_is_no_line() -> None:
    graph = build("roles: {a: {title: A, accountable_to: [{role: b}]}, b: {title: B, until: 2026-01-01}}")
    assert lines_up(graph, "a") == ()


def test_many_lines_are_cut_off_in_time() -> None:
    """Everyone answers to everyone: the number of ways would be a product of 59 numbers."""
    ids = [f"r{number}" for number in range(60)]
    lines = {one: ", ".join(f"{{role: {other}}}" for other in ids if other != one) for one in ids}
    graph = build("roles:\n" + "\n".join(f"  {one}: {{title: R, accountable_to: [{lines[one]}]}}" for one in ids))
    started = time.perf_counter()
    assert len(lines_up(graph, "r0")) == MOST_LINES
    assert time.perf_counter() - started < 5


def test_about_a_role(graph: RoleGraph) -> None:
    found = about(graph, NodeKind.ROLE, "director")
    assert (found.id, found.title, found.kind) == ("director", "Director", NodeKind.ROLE)
    assert {part: [cell.responsibility for cell in cells] for part, cells in found.parts.items()} == {
        Part.LEADS: ["smoking", "weight", "extra"]
    }
    assert {(tie.kind.value, tie.outward, tie.other, tie.how) for tie in found.ties} == {
        ("belongs-to", True, "council", ""),
        ("serves", True, "easton", ""),
        ("answers-to", True, "chief", "line"),
        ("answers-to", True, "trust", "professional"),
        ("answers-to", False, "joint", "line"),
    }
    assert [cell.responsibility for cell in found.opens] == ["smoking"]
    assert all(tie.place.line for tie in found.ties)


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        (NodeKind.RESPONSIBILITY, "smoking", ["smoking"]),
        (NodeKind.AREA, "easton", ["smoking", "weight", "falls", "extra"]),
        (NodeKind.AGREEMENT, "deal", ["smoking"]),
    ],
)
def test_about_what_is_no_party(graph: RoleGraph, kind: NodeKind, id: str, expected: list[str]) -> None:
    found = about(graph, kind, id)
    assert [cell.responsibility for cell in found.parts[Part.LEADS]] == expected
    assert found.opens == ()


def test_kinds_of(graph: RoleGraph) -> None:
    assert kinds_of(graph, "council") == (NodeKind.ORGANISATION,)
    assert kinds_of(graph, "westby") == ()  # it has ended
    assert kinds_of(graph, "unheard-of") == ()
    with pytest.raises(KeyError):
        about(graph, NodeKind.ROLE, "unheard-of")
