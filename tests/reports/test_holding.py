"""Whom the law names where none of them covers the area: only who was there in law, and only what is in force on the day."""

from __future__ import annotations

import pytest

from rolemap.findings.words import namer
from rolemap.reports.figures import Figures
from rolemap.reports.sections.functions import functions
from rolemap.reports.sections.holding import held_by
from tests.reports.worlds import small

MAP = """\
levels: {{region: {{name: Region, order: 1}}, place: {{name: Place, order: 2}}}}
areas: {{north: {{name: North, level: region}}, easton: {{name: Easton, level: place, within: north}}}}
organisation_types: {{council: {{name: Council}}, board: {{name: Board}}}}
organisations:
  b: {{name: Board B, type: board, area: north}}
  c: {{name: Council C, type: council, {council}}}
responsibilities:
  r: {{title: R, needs_lead_at: region, law: {{kind: duty, holder: council}}}}
assignments: [{{responsibility: r, at: north, leads: b, accountable: b}}]
"""


@pytest.mark.parametrize(
    ("council", "said"),
    [
        ("area: north, until: 2023-03-31", "Council C (ended on 31 March 2023)"),
        ("area: north, until: 2023-03-31, status: proposed", "council, which is not recorded here"),
        ("area: easton", "council, each for its own area"),
        ("area: easton, until: 2023-03-31", "council, which is not recorded here"),
        ("area: easton, status: proposed", "council, which is not recorded here"),
    ],
)
def test_the_law_is_said_to_name_who_was_there_or_else_who_is(council: str, said: str) -> None:
    graph = small(MAP.format(council=council)).graph
    (one,) = functions(Figures(small(MAP.format(council=council))))
    assert held_by(graph, one.cell, one.held, namer(graph)) == f"In law: {said}; here Board B (accountable)"
