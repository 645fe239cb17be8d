"""The details of a square say in one line on whose authority its leads act, and plainly where on nobody's."""

from __future__ import annotations

import pytest

from rolemap.graph import RoleGraph
from rolemap.model import Law
from rolemap.ui.leads.details import square_details
from rolemap.ui.leads.onauthority import heading, in_words
from tests import worlds
from tests.findings.easton import WORLD

PAPER = """\
agreements:
  paper: {title: Paper <b>, status: signed, parties: [easton-council], covers: [{responsibility: falls, at: easton}]}
  old: {title: Old paper, status: signed, until: 2026-03-31, parties: [westby-council]}
"""
NAMES_NONE = "no law and no agreement in force names this lead."


def graph_of(said: str, agreements: str = "") -> RoleGraph:
    return worlds.build(f"{WORLD}{agreements}assignments:\n  - {{{said}}}\n")


def words_of(responsibility: str, area: str, said: str, agreements: str = "") -> str:
    graph = graph_of(f"responsibility: {responsibility}, at: {area}, {said}", agreements)
    cell = graph.cell(responsibility, area)
    assert cell is not None
    return in_words(graph, cell)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("leads: [westby-dph], basis: custom", f"Custom only: {NAMES_NONE}"),
        ("leads: [westby-dph], basis: claim", f"A claim only: {NAMES_NONE}"),
        ("leads: [westby-dph]", f"Nothing recorded: {NAMES_NONE}"),
        ("leads: [westby-dph], basis: old", f"Nothing in force: {NAMES_NONE} Old paper (ended on 31 March 2026)."),
    ],
)
def test_a_lead_that_nothing_backs_is_said_plainly(said: str, words: str) -> None:
    assert words_of("falls", "westby", said, PAPER) == words


def test_an_agreement_that_backs_a_lead_is_named_under_who_leads_and_stays_text() -> None:
    graph = graph_of("responsibility: falls, at: easton, leads: [easton-dph], basis: paper", PAPER)
    cell = graph.cell("falls", "easton")
    assert cell is not None
    assert in_words(graph, cell) == "Paper <b>."
    shown = square_details(graph, cell, ())
    assert "</dd><dt>On whose authority</dt><dd>Paper &lt;b&gt;.</dd><dt>Accountable</dt>" in shown


@pytest.mark.parametrize(
    ("law", "words"),
    [
        ("kind: duty", "The law."),
        ("kind: duty, reference: Health Act 2006", "The law (Health Act 2006)."),
        ("kind: policy, reference: NHS Long Term Plan", "Policy (NHS Long Term Plan)."),
    ],
)
def test_the_law_is_named_with_its_reference_and_a_policy_as_one(law: str, words: str) -> None:
    world = WORLD.replace("kind: duty", law)
    graph = worlds.build(
        f"{world}assignments:\n  - {{responsibility: smoking, at: westby, leads: [westby-dph], basis: law}}\n"
    )
    cell = graph.cell("smoking", "westby")
    assert cell is not None
    assert in_words(graph, cell) == words


def test_nobody_leads_on_no_authority() -> None:
    graph = graph_of("responsibility: falls, at: easton, delivers: [easton-trust]")
    cell = graph.cell("falls", "easton")
    assert cell is not None
    assert "On whose authority" not in square_details(graph, cell, ())


@pytest.mark.parametrize(
    ("kind", "words"),
    [("duty", "What the law says"), ("policy", "What law or policy says"), ("contract", "What the contract says")],
)
def test_a_policy_is_not_headed_as_law(kind: str, words: str) -> None:
    assert heading(Law(kind=kind)) == words
