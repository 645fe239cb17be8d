"""Who works with whom: each ground by itself, what does not count, and counts that equal the squares."""

from __future__ import annotations

from itertools import combinations

import pytest

from rolemap.graph import RoleGraph
from rolemap.graph.together import ANY, Ground, meetings, pair_of, together
from tests.reports.worlds import example
from tests.worlds import build

WORLD = """\
levels: {place: {name: Place}}
areas: {easton: {name: Easton, level: place}, westby: {name: Westby, level: place}}
organisations:
  council: {name: Council, area: easton}
  trust: {name: Trust, area: easton}
  charity: {name: Charity, area: easton}
  police: {name: Police, area: easton}
  board: {name: Board, area: easton, until: 2020-01-01}
roles:
  director: {title: Director, organisation: council}
  joint: {title: Joint post, organisation: [council, trust]}
responsibilities:
  smoking: {title: Stop smoking, needs_lead_at: [place]}
  falls: {title: Falls, needs_lead_at: [place]}
  housing: {title: Housing, needs_lead_at: [place]}
assignments:
  - {responsibility: smoking, at: easton, leads: director, delivers: trust, informed: police, consulted: charity}
  - {responsibility: smoking, at: westby, leads: director, contributes: trust}
  - {responsibility: falls, at: easton, leads: [trust, charity], joint: true, accountable: council}
  - {responsibility: housing, at: easton, leads: police, status: proposed, delivers: trust}
agreements:
  charter: {title: Charter, parties: [council, police, board], status: signed, covers: [{responsibility: housing, at: easton}]}
  draft: {title: Draft, parties: [charity, police], status: draft, covers: [{responsibility: housing}]}
"""
GRAPH = build(WORLD)


def works(grounds: frozenset[Ground] = ANY) -> dict[tuple[str, str], tuple[str, ...]]:
    return dict(together(GRAPH, GRAPH.cells, grounds).pairs)


def test_each_ground_counts_what_it_says() -> None:
    assert works(frozenset({Ground.LEADS})) == {("charity", "trust"): ("falls",)}
    assert works(frozenset({Ground.HELPS})) == {
        ("charity", "council"): ("falls",),
        ("council", "trust"): ("smoking", "falls"),
    }
    assert works(frozenset({Ground.AGREEMENT})) == {("council", "police"): ("housing",)}


def test_ended_bodies_drafts_and_those_only_told_do_not_count() -> None:
    named = {id for pair in works() for id in pair}
    assert "board" not in named
    assert ("charity", "police") not in works()
    assert ("police", "trust") not in works()


def test_what_two_bodies_share_says_where_and_why() -> None:
    shared = meetings(GRAPH, GRAPH.cells, [("council", "trust"), ("council", "police")])
    found = shared["council", "trust"]
    assert [(one.cell.responsibility, one.cell.area, one.grounds) for one in found] == [
        ("smoking", "easton", (Ground.HELPS,)),
        ("smoking", "westby", (Ground.HELPS,)),
        ("falls", "easton", (Ground.HELPS,)),
    ]
    [paper] = shared["council", "police"]
    assert paper.agreements == ("charter",)


def test_an_agreement_joins_its_parties_only_where_both_are() -> None:
    text = """\
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
areas:
  shire: {name: Shire, level: system}
  easton: {name: Easton, level: place, within: [shire]}
  westby: {name: Westby, level: place, within: [shire]}
organisations:
  board: {name: Board, area: shire}
  easton-council: {name: Easton Council, area: easton}
  westby-council: {name: Westby Council, area: westby}
responsibilities:
  housing: {title: Housing, needs_lead_at: [place]}
  strategy: {title: Strategy, needs_lead_at: [system]}
agreements:
  compact:
    title: Compact
    status: signed
    parties: [board, easton-council, westby-council]
    covers: [{responsibility: housing, at: place}, {responsibility: strategy, at: system}]
"""
    graph = build(text)
    found = together(graph, graph.cells)
    assert dict(found.pairs) == {
        ("board", "easton-council"): ("housing", "strategy"),
        ("board", "westby-council"): ("housing", "strategy"),
        ("easton-council", "westby-council"): ("strategy",),
    }


def test_partners_stand_in_order_of_what_they_share() -> None:
    found = together(GRAPH, GRAPH.cells)
    assert found.partners("council") == (("trust", 2), ("charity", 1), ("police", 1))
    assert found.bodies[0] == "council"
    assert found.shared("trust", "council") == found.shared("council", "trust") == 2
    assert found.shared("police", "trust") == 0


@pytest.mark.parametrize("name", ["greater-manchester", "northshire", "one-council", "one-region"])
def test_counts_equal_the_squares_for_every_pair_and_ground(name: str) -> None:
    graph: RoleGraph = example(name).graph
    for grounds in (ANY, *(frozenset({ground}) for ground in Ground)):
        found = together(graph, graph.cells, grounds)
        pairs = [pair_of(*one) for one in combinations(found.bodies[:40], 2)]
        for pair, met in meetings(graph, graph.cells, pairs, grounds).items():
            assert {one.cell.responsibility for one in met} == set(found.pairs.get(pair, ()))
        assert all(found.pairs.values())
