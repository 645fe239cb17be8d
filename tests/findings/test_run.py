"""Running rules: one sorted list, settings and decisions of the map, and many findings shown as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from rolemap.findings import Evidence, Finding, Noticed, Place, Rule, Setting, Severity, grouped, run
from rolemap.findings.finding import Confidence
from rolemap.graph import RoleGraph
from rolemap.problems import Location
from tests import worlds

PLACES = """\
map: {{title: Three places, area: northshire{map}}}
levels: {{system: {{name: System, order: 1}}, place: {{name: Place, order: 2}}}}
areas:
  northshire: {{name: Northshire, level: system}}
  easton: {{name: Easton, level: place, within: [northshire]}}
  westby: {{name: Westby, level: place, within: [northshire]}}
  norton: {{name: Norton, level: place, within: [northshire]}}
organisations:
  easton-council: {{name: Easton Council, area: easton}}
  westby-council: {{name: Westby Council, area: westby}}
roles:
  easton-lead: {{title: Falls lead, organisation: easton-council}}
  westby-lead: {{title: Falls lead, organisation: westby-council}}
responsibilities:
  falls: {{title: Falls prevention, needs_lead_at: [place, system]}}
  smoking: {{title: Stop smoking services, needs_lead_at: [place], pillar: {pillar}}}
pillars: {{behaviours: {{name: Behaviours}}}}
accepted: [{accepted}]
"""


def world(map: str = "", accepted: str = "", pillar: str = "behaviours", on: date = worlds.DAY) -> RoleGraph:
    return worlds.build(PLACES.format(map=map, accepted=accepted, pillar=pillar), on)


def rule(check: Callable[[Evidence], Iterator[Noticed]], code: str = "GAP001", **fields: object) -> Rule:
    given: dict[str, object] = {
        "code": code,
        "name": "a-name",
        "severity": Severity.WARNING,
        "confidence": Confidence.HIGH,
        "origin": "N",
        "looks_for": "",
        "why": "",
        "example": "",
        "settle": "",
        "not_when": "",
        "question": "Why?",
        "check": check,
    }
    return Rule(**(given | fields))  # type: ignore[arg-type]


def at(*lines: int, file: str = "map.yaml") -> tuple[Place, ...]:
    return tuple(Place(Location(file, line, 1), "here") for line in lines)


def noticing(*noticed: Noticed) -> Callable[[Evidence], Iterator[Noticed]]:
    return lambda _: iter(noticed)


def said(entity: str, line: int, **fields: object) -> Noticed:
    return Noticed(message="So it is.", places=at(line), entity=entity, **fields)  # type: ignore[arg-type]


def test_what_matters_most_comes_first_then_code_then_place_then_id() -> None:
    rules = [
        rule(noticing(said("c", 3), said("b", 1), said("a", 1)), "OVL001"),
        rule(noticing(said("d", 9, severity=Severity.ERROR), said("e", 1, severity=Severity.PROMPT)), "OVL002"),
        rule(noticing(said("f", 8)), "AGR001"),
    ]
    ids = [found.id for found in run(world(), rules)]
    assert ids == ["OVL002@d", "AGR001@f", "OVL001@a", "OVL001@b", "OVL001@c", "OVL002@e"]


def test_files_are_sorted_before_lines() -> None:
    first = Noticed(message="So.", places=at(9, file="a.yaml"), entity="first")
    second = Noticed(message="So.", places=at(1, file="b.yaml"), entity="second")
    assert [found.entity for found in run(world(), [rule(noticing(second, first))])] == ["first", "second"]


def test_a_finding_of_a_place_has_its_level_and_pillar_in_it() -> None:
    noticed = Noticed(message="So.", places=at(1), responsibility="smoking", area="easton")
    (found,) = run(world(), [rule(noticing(noticed))])
    assert (found.id, found.level, found.pillar) == ("GAP001@smoking@easton", "place", "behaviours")


def test_what_is_noticed_may_replace_what_the_rule_says() -> None:
    plain, other = run(
        world(),
        [rule(noticing(said("a", 1), said("b", 2, confidence=Confidence.LOW, question="And now?")))],
    )
    assert (plain.severity, plain.confidence, plain.question) == (Severity.WARNING, Confidence.HIGH, "Why?")
    assert (other.severity, other.confidence, other.question) == (Severity.WARNING, Confidence.LOW, "And now?")


def test_a_finding_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="GAP001@a has no place"):
        run(world(), [rule(noticing(Noticed(message="So.", places=(), entity="a")))])


def test_a_rule_sees_the_ids_of_the_rules_before_it_only() -> None:
    seen: list[frozenset[str]] = []

    def watch(evidence: Evidence) -> Iterator[Noticed]:
        seen.append(evidence.earlier)
        return iter(())

    run(world(), [rule(watch), rule(noticing(said("a", 1)), "GAP002"), rule(watch), rule(noticing(said("b", 1)))])
    assert seen == [frozenset(), frozenset({"GAP002@a"})]


@pytest.mark.parametrize(("given", "most"), [("", 15), (", settings: {LOAD001: {most_leads: 3}}", 3)])
def test_settings_are_the_maps_where_it_gives_them_and_the_defaults_otherwise(given: str, most: float) -> None:
    seen: list[dict[str, float]] = []

    def watch(evidence: Evidence) -> Iterator[Noticed]:
        seen.append(dict(evidence.settings))
        return iter(())

    known = {"most_leads": Setting(15, "at most"), "fewest_peers": Setting(2, "at least")}
    run(world(given), [rule(watch, "LOAD001", settings=known), rule(watch, "LOAD002")])
    assert seen == [{"most_leads": most, "fewest_peers": 2}, {}]


@pytest.mark.parametrize(("day", "accepted"), [(date(2026, 7, 1), True), (date(2026, 7, 2), False)])
def test_an_accepted_finding_carries_its_decision_while_that_holds(day: date, accepted: bool) -> None:
    graph = world(
        accepted="{finding: GAP001@falls@easton, reason: Led by all, owner: Board, until: 2026-07-01}", on=day
    )
    found = {one.id: one.accepted for one in run(graph)}
    decision = found["GAP001@falls@easton"]
    assert (decision is not None and decision.reason == "Led by all") == accepted
    assert found["GAP001@falls@westby"] is None


def of(*areas: str, summary: str = "No lead is recorded for Falls prevention", what: str = "falls") -> list[Finding]:
    noticed = [
        Noticed(message=f"So it is in {area}.", summary=summary, places=at(1), responsibility=what, area=area)
        for area in areas
    ]
    return list(run(world(), [rule(noticing(*noticed))]))


def test_one_finding_speaks_for_itself() -> None:
    (group,) = grouped(world(), of("easton"))
    assert (group.message, group.subjects) == ("So it is in easton.", ("Easton",))


def test_many_places_are_one_sentence_with_how_many_need_a_lead() -> None:
    (group,) = grouped(world(), of("easton", "westby"))
    assert group.message == "No lead is recorded for Falls prevention in 2 of 3 places: Easton, Westby."
    assert [one.area for one in group.findings] == ["easton", "westby"]
    assert group.first.area == "easton"


def test_levels_are_apart() -> None:
    groups = grouped(world(), of("easton", "northshire", "westby"))
    assert sorted(len(group.findings) for group in groups) == [1, 2]


def test_findings_without_a_summary_or_of_another_severity_are_apart() -> None:
    assert len(grouped(world(), of("easton", "westby", summary=""))) == 2
    mixed = [
        said("a", 1, summary="So"),
        said("b", 2, summary="So"),
        said("c", 3, summary="So", severity=Severity.ERROR),
    ]
    groups = grouped(world(), run(world(), [rule(noticing(*mixed))]))
    assert [len(group.findings) for group in groups] == [1, 2]


def test_entries_are_named_and_posts_of_one_title_told_apart_by_their_body() -> None:
    noticed = [said(id, 1, summary="No part is recorded") for id in ("easton-lead", "westby-lead", "easton-council")]
    (group,) = grouped(world(), run(world(), [rule(noticing(*noticed))]))
    assert group.message == (
        "No part is recorded in 3 cases: Easton Council, Falls lead (Easton Council), Falls lead (Westby Council)."
    )


def test_groups_keep_the_order_of_their_first_findings() -> None:
    rules = [
        rule(noticing(said("a", 5, summary="One"), said("b", 7, summary="One"))),
        rule(noticing(said("c", 6, severity=Severity.ERROR)), "OVL001"),
    ]
    groups = grouped(world(), run(world(), rules))
    assert [group.first.id for group in groups] == ["OVL001@c", "GAP001@a"]


def test_several_responsibilities_in_one_sentence_are_named() -> None:
    summary = "The lead is the director, who has left,"
    both = of("easton", summary=summary) + of("easton", summary=summary, what="smoking")
    (group,) = grouped(world(), both)
    assert group.message == (
        "The lead is the director, who has left, for 2 responsibilities: Falls prevention; Stop smoking services."
    )
