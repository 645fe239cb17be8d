"""What backs a lead is told apart from what is only written beside it."""

from __future__ import annotations

from datetime import date

import pytest

from rolemap.findings.papers import why_idle
from rolemap.graph import authority
from rolemap.reports.grounds import grounds
from tests import worlds
from tests.findings.easton import WORLD
from tests.reports.worlds import EXAMPLES, example

AGREED = """\
agreements:
  old:
    {title: Old paper, status: under-review, until: 2026-03-31, parties: [easton-council],
     covers: [{responsibility: falls, at: easton}, {responsibility: smoking, at: easton}]}
  other:
    {title: Paper of the trust, status: signed, covers: [{responsibility: falls, at: easton, leads: [easton-trust]}]}
  later: {title: Later paper, status: signed, from: 2027-01-01, covers: [{responsibility: falls, at: westby}]}
assignments:
  - {responsibility: falls, at: easton, leads: [easton-dph], basis: old}
  - {responsibility: smoking, at: easton, leads: [easton-dph], basis: old}
  - {responsibility: falls, at: westby, leads: [westby-dph], basis: later}
  - {responsibility: smoking, at: westby, leads: [westby-dph]}
"""


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_cell_is_backed_where_each_of_its_leads_is(name: str) -> None:
    graph = example(name).graph
    led = [cell for cell in graph.cells if cell.leads]
    assert led
    for cell in led:
        assert cell.backed == all(authority(graph, cell, [lead]).backing for lead in cell.leads)


@pytest.mark.parametrize(
    ("responsibility", "area", "words"),
    [
        ("smoking", "easton", ["The law", "Old paper (ended on 31 March 2026)"]),
        (
            "falls",
            "easton",
            ["Old paper (ended on 31 March 2026)", "Paper of the trust covers this, but not this lead"],
        ),
        ("falls", "westby", ["Later paper (does not begin before 1 January 2027)"]),
        ("smoking", "westby", ["The law"]),
    ],
)
def test_what_backs_comes_first_and_what_does_not_says_why(responsibility: str, area: str, words: list[str]) -> None:
    graph = worlds.build(WORLD + AGREED)
    cell = graph.cell(responsibility, area)
    assert cell is not None
    assert grounds(graph, cell) == words


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("status: signed", ""),
        ("status: draft", "is only a draft"),
        ("status: proposed", "is not agreed yet"),
        ("status: ended", "has ended"),
        ("status: signed, until: 2026-06-30", "ended on 30 June 2026"),
    ],
)
def test_why_nothing_rests_on_an_agreement(said: str, why: str) -> None:
    graph = worlds.build(WORLD + f"agreements: {{one: {{title: One, {said}}}}}\n", date(2026, 7, 1))
    assert why_idle(graph, graph.landscape.agreements["one"]) == why
