"""Changes on the shipped maps: every scenario applies, and whatever is taken away, nothing crashes."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from rolemap import graph, pipeline, reading
from rolemap.changes import CellChange, ChangeSet, Remove, apply, compare, describe
from rolemap.findings import run
from rolemap.graph import RoleGraph, opened_without
from rolemap.model import Landscape
from rolemap.reading.change_sets import read_change_sets
from rolemap.reports.whatif import WhatIf, write_json, write_text

CONFIGS = Path(__file__).resolve().parents[2] / "configs"
SCENARIOS = sorted((CONFIGS / "scenarios").rglob("*.yaml"))
ON = date(2026, 11, 1)


@cache
def shipped(name: str) -> Landscape:
    return reading.read(CONFIGS / "examples" / name)


@cache
def built(name: str) -> RoleGraph:
    return graph.build(shipped(name), ON)


def test_three_maps_have_scenarios() -> None:
    assert {path.parent.name for path in SCENARIOS} == {"greater-manchester", "northshire", "surrey"}
    assert all(
        sum(path.parent.name == name for path in SCENARIOS) >= 2 for name in ("greater-manchester", "northshire")
    )


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_scenario_reads_and_applies(path: Path) -> None:
    landscape = shipped(path.parent.name)
    [found] = read_change_sets([path], landscape, ON)
    assert found.on is not None
    assert found.title
    assert found.source
    assert found.as_at
    assert found.status in ("law", "proposal", "scenario")
    day = found.on
    what_if = WhatIf((found,), pipeline.examine(landscape, day), pipeline.what_if(landscape, [found], day), day)
    assert what_if.comparison, "it changes something"
    sentences = describe(what_if.after.landscape, found, day)
    assert len(sentences) == len(found.changes)
    assert all(sentence[0].isupper() or sentence[0] == "“" for sentence in sentences)
    assert found.title in write_text(what_if)
    assert '"version": 1' in write_json(what_if)
    before = apply(landscape, found, date(2026, 1, 1))
    assert before.landscape is landscape


def test_law_is_told_from_proposals() -> None:
    status = {}
    for path in SCENARIOS:
        [found] = read_change_sets([path], shipped(path.parent.name), ON)
        status[path.stem] = found.status
        if found.status == "law":
            assert any(" Order " in source or " Act " in source for source in found.source), "the law is named"
    assert status["two-councils"] == "law"
    assert {"proposal", "scenario"} <= set(status.values())


def test_surrey_has_two_councils_that_lead_by_law_and_nothing_of_the_old_ones_leads() -> None:
    landscape = shipped("surrey")
    [found] = read_change_sets([CONFIGS / "scenarios/surrey/two-councils.yaml"], landscape, ON)
    after = pipeline.what_if(landscape, [found], date(2027, 4, 1))
    assert {cell.area for cell in after.graph.needed} == {"east-surrey", "west-surrey"}
    leads = {lead for cell in after.graph.needed for lead in cell.leads}
    assert {"east-surrey-council", "west-surrey-council"} <= leads <= after.graph.view.active
    assert not any(cell.state.value == "contested" for cell in after.graph.needed)


def own_parties() -> list[str]:
    landscape = shipped("northshire")
    active = built("northshire").view.active
    parties = {**landscape.organisations, **landscape.roles}
    return [id for id, party in parties.items() if not party.catalogue and id in active]


@pytest.mark.parametrize("id", own_parties())
def test_whatever_is_removed_the_findings_run(id: str) -> None:
    landscape = shipped("northshire")
    before = built("northshire")
    applied = apply(landscape, ChangeSet(changes=(Remove(id=id),)), ON)
    after = graph.build(applied.landscape, ON)
    assert run(after)
    assert id not in after.view.active
    comparison = compare(before, after)
    opened = {(one.responsibility, one.area) for one in comparison.of(CellChange.OPENED, CellChange.LAPSED)}
    # Where a pattern or the law names somebody else, a lead follows; nothing opens that the graph did not foresee.
    assert opened <= {(cell.responsibility, cell.area) for cell in opened_without(before, {id})}


@pytest.mark.parametrize("section", ["organisations", "areas", "agreements", "responsibilities"])
def test_all_of_a_section_can_go_one_after_the_other(section: str) -> None:
    landscape = shipped("northshire")
    own = [id for id, entry in getattr(landscape, section).items() if not entry.catalogue]
    for id in own:
        landscape = apply(landscape, ChangeSet(changes=(Remove(id=id, section=section),)), ON).landscape
    found = pipeline.examine(landscape, ON)
    assert not found.graph.view.active.intersection(own)


def test_greater_manchester_without_its_board() -> None:
    landscape = shipped("greater-manchester")
    analysis = pipeline.what_if(landscape, [ChangeSet(changes=(Remove(id="greater-manchester-icb"),))], ON)
    comparison = compare(built("greater-manchester"), analysis.graph)
    opened = comparison.of(CellChange.OPENED, CellChange.LAPSED)
    assert ("dental-commissioning", "greater-manchester") in {(one.responsibility, one.area) for one in opened}
    assert len(comparison.broken) >= 5
    loose = [one for one in analysis.findings if one.code == "CHG001"]
    assert [one.id for one in loose] == ["CHG001@greater-manchester-icb"]
    assert len(loose[0].places) > 40
