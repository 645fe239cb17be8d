"""A small world to change: two places, three bodies, a joint post, an agreement with money and a delegation."""

from __future__ import annotations

from datetime import date

from rolemap import graph
from rolemap.changes import ChangeSet, Operation, apply
from rolemap.graph import Cell
from rolemap.model import Landscape
from tests import worlds

ON = date(2027, 4, 1)
BEFORE = date(2027, 3, 31)

WORLD = """\
map: {title: Easton and around, area: northshire}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
organisation_types: {council: {name: Council}, icb: {name: Board}, trust: {name: Trust}}
role_kinds: {dph: {title: Director of public health}}
areas:
  northshire: {name: Northshire, level: system}
  easton: {name: Easton, level: place, within: [northshire]}
  westby: {name: Westby, level: place, within: [northshire]}
organisations:
  board: {name: Northshire Board, type: icb, area: northshire}
  easton-council: {name: Easton Council, type: council, area: easton}
  westby-council: {name: Westby Council, type: council, area: westby}
  easton-trust: {name: Easton Trust, type: trust, area: easton}
  old-trust: {name: Old Trust, type: trust, area: easton, until: 2020-03-31, becomes: [easton-trust]}
roles:
  easton-dph: {title: Director, kind: dph, organisation: easton-council, accountable_to: [{role: easton-council}]}
  westby-dph: {title: Director, kind: dph, organisation: westby-council, accountable_to: [{role: easton-dph, how: dotted}]}
  joint-post: {title: Joint post, organisation: [easton-council, board], area: easton}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
  smoking: {title: Stop smoking, needs_lead_at: [place, system]}
assignments:
  - {responsibility: falls, at: place, leads: kind:dph, delivers: [easton-trust], contributes: [board], basis: falls-pact}
  - {responsibility: smoking, at: easton, leads: easton-council, accountable: board}
  - {responsibility: smoking, at: westby, leads: westby-council}
  - {responsibility: smoking, at: northshire, leads: board}
agreements:
  falls-pact:
    title: Falls pact
    parties: [board, easton-council, westby-council]
    covers: [{responsibility: falls, at: place, leads: kind:dph}]
    status: signed
    signed: {board: 2025-01-01, easton-council: 2025-01-02}
    delegates: {from: board, to: easton-council}
    funding: [{amount: 1000, from: board, to: easton-council, fund: falls-money}]
    reports_to: board
funding: {falls-money: {title: Falls money, holder: board, for: [falls]}}
objectives: {fewer-falls: {title: Fewer falls, owner: easton-dph}}
glossary: {frailty: {definitions: [{text: A, used_by: [board]}, {text: B, used_by: [easton-trust]}]}}
"""


def world() -> Landscape:
    return worlds.landscape(WORLD)


def after(*operations: Operation, start: Landscape | None = None, on: date = ON) -> Landscape:
    """Return the world after these operations on the day."""
    return apply(start or world(), ChangeSet(changes=operations), on).landscape


def loose(*operations: Operation) -> list[tuple[str, str, str]]:
    """Return (entry, field, gone) of each loose end these operations leave in the world."""
    return [(end.id, end.field, end.gone) for end in apply(world(), ChangeSet(changes=operations), ON).loose_ends]


def cell(landscape: Landscape, responsibility: str, area: str, on: date = ON) -> Cell:
    found = graph.build(landscape, on).cell(responsibility, area)
    assert found is not None, "nothing is needed or said there"
    return found


def leads(landscape: Landscape, responsibility: str, area: str, on: date = ON) -> tuple[str, ...]:
    return cell(landscape, responsibility, area, on).leads
