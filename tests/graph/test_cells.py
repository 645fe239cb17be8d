"""The state of every cell: the six steps of the format, case by case."""

from __future__ import annotations

import re
from datetime import date

import networkx as nx
import pytest

from rolemap.graph import Cell, State
from rolemap.model import said_at
from tests.worlds import DAY, build

WORLD = """
map: {{title: Two places, area: northshire}}
levels: {{system: {{name: System, order: 1}}, place: {{name: Place, order: 2}}}}
organisation_types:
  upper-tier-council: {{name: Upper-tier council}}
  unitary-council: {{name: Unitary council, holds: [upper-tier-council]}}
  icb: {{name: Integrated care board}}
role_kinds: {{director-of-public-health: {{title: Director of public health}}}}
areas:
  northshire: {{name: Northshire, level: system}}
  southmoor: {{name: Southmoor, level: system}}
  easton: {{name: Easton, level: place, within: [northshire]}}
  westby: {{name: Westby, level: place, within: {{northshire: 0.8, southmoor: 0.2}}}}
organisations:
  easton-council: {{name: Easton Council, type: unitary-council, area: easton}}
  westby-council: {{name: Westby Council, type: unitary-council, area: westby}}
  northshire-icb: {{name: Northshire ICB, type: icb, area: northshire}}
roles:
  easton-dph: {{title: DPH Easton, kind: director-of-public-health, organisation: easton-council}}
  westby-dph: {{title: DPH Westby, kind: director-of-public-health, organisation: westby-council}}
  charity-lead: {{title: Charity lead}}
responsibilities:
  stop-smoking: {{title: Stop smoking, needs_lead_at: [place]{need}}}
assignments: {assignments}
agreements: {agreements}
"""


def cell(assignments: str, agreements: str = "{}", need: str = "", area: str = "easton", on: date = DAY) -> Cell:
    graph = build(WORLD.format(assignments=assignments, agreements=agreements, need=need), on)
    found = graph.cell("stop-smoking", area)
    assert found is not None
    return found


LEAD = "{responsibility: stop-smoking, at: easton, leads: easton-dph%s}"


@pytest.mark.parametrize(
    ("assignments", "state", "leads"),
    [
        ("[]", State.GAP, ()),
        (f"[{LEAD % ''}]", State.CLEAR, ("easton-dph",)),
        (f"[{LEAD % ', status: disputed'}]", State.CONTESTED, ("easton-dph",)),
        (f"[{LEAD % ', status: proposed'}]", State.PROPOSED, ()),
        (f"[{LEAD % ', from: 2026-07-02'}]", State.GAP, ()),
        (f"[{LEAD % ', from: 2026-07-01'}]", State.CLEAR, ("easton-dph",)),
        (f"[{LEAD % ', until: 2026-06-30'}]", State.GAP, ()),
        (f"[{LEAD % ', until: 2026-07-01'}]", State.CLEAR, ("easton-dph",)),
        ("[{responsibility: stop-smoking, at: easton, contributes: easton-dph}]", State.GAP, ()),
        (
            "[{responsibility: stop-smoking, at: easton, leads: [easton-dph, charity-lead]}]",
            State.CONTESTED,
            ("easton-dph", "charity-lead"),
        ),
        (
            "[{responsibility: stop-smoking, at: easton, leads: [easton-dph, charity-lead], joint: true}]",
            State.CLEAR,
            ("easton-dph", "charity-lead"),
        ),
        (
            f"[{LEAD % ', joint: true'}, {{responsibility: stop-smoking, at: easton, leads: charity-lead}}]",
            State.CONTESTED,
            ("easton-dph", "charity-lead"),
        ),
        (f"[{LEAD % ''}, {LEAD % ''}]", State.CLEAR, ("easton-dph",)),
        (
            "[{responsibility: stop-smoking, at: place, leads: 'kind:director-of-public-health'}]",
            State.CLEAR,
            ("easton-dph",),
        ),
        (
            "[{responsibility: stop-smoking, at: place, leads: 'type:upper-tier-council'}]",
            State.CLEAR,
            ("easton-council",),
        ),
        ("[{responsibility: stop-smoking, at: place, leads: 'type:icb'}]", State.GAP, ()),
        ("[{responsibility: stop-smoking, at: northshire, leads: northshire-icb}]", State.GAP, ()),
    ],
)
def test_state_and_leads(assignments: str, state: State, leads: tuple[str, ...]) -> None:
    found = cell(assignments)
    assert (found.state, found.leads) == (state, leads)


def test_what_is_said_of_an_area_replaces_what_is_said_of_its_level() -> None:
    level = "{responsibility: stop-smoking, at: place, leads: 'type:upper-tier-council', contributes: charity-lead}"
    area = "{responsibility: stop-smoking, at: easton, leads: easton-dph}"
    here = cell(f"[{level}, {area}]")
    assert (here.leads, here.contributes) == (("easton-dph",), ())
    assert cell(f"[{level}, {area}]", area="westby").leads == ("westby-council",)


def test_a_lead_that_has_ended_hands_back_to_what_is_said_of_the_level() -> None:
    text = WORLD.replace(
        "charity-lead: {{title: Charity lead}}", "charity-lead: {{title: Charity lead, until: 2026-01-31}}"
    )
    said = "[{responsibility: stop-smoking, at: place, leads: 'type:upper-tier-council'}, " + (
        "{responsibility: stop-smoking, at: easton, leads: charity-lead}]"
    )
    graph = build(text.format(assignments=said, agreements="{}", need=""))
    before = build(text.format(assignments=said, agreements="{}", need=""), date(2026, 1, 31))
    assert [one.leads for one in graph.needed] == [("easton-council",), ("westby-council",)]
    assert [one.leads for one in before.needed] == [("charity-lead",), ("westby-council",)]


def test_a_vacant_role_leads_a_vacant_cell_unless_somebody_else_leads_too() -> None:
    text = WORLD.replace("charity-lead: {{title: Charity lead}}", "charity-lead: {{title: Charity lead, vacant: true}}")
    alone = "[{responsibility: stop-smoking, at: easton, leads: charity-lead}]"
    shared = "[{responsibility: stop-smoking, at: easton, leads: [charity-lead, easton-dph], joint: true}]"
    states = [
        build(text.format(assignments=said, agreements="{}", need="")).needed[0].state for said in (alone, shared)
    ]
    assert states == [State.VACANT, State.CLEAR]


@pytest.mark.parametrize(
    ("lead", "agreements", "backed"),
    [
        ("", "{}", False),
        (", basis: law", "{}", True),
        (", basis: custom", "{}", False),
        (
            ", basis: deal",
            "{deal: {title: D, status: signed, covers: [{responsibility: stop-smoking, at: easton}]}}",
            True,
        ),
        (
            ", basis: deal",
            "{deal: {title: D, status: draft, covers: [{responsibility: stop-smoking, at: easton}]}}",
            False,
        ),
        (
            ", basis: deal",
            "{deal: {title: D, status: signed, covers: [{responsibility: stop-smoking, at: westby}]}}",
            False,
        ),
        (
            ", basis: deal",
            "{deal: {title: D, status: signed, covers: [{responsibility: stop-smoking, at: place}]}}",
            True,
        ),
        (
            ", basis: deal",
            "{deal: {title: D, status: signed, until: 2026-06-30, covers: [{responsibility: stop-smoking, at: easton}]}}",
            False,
        ),
        ("", "{deal: {title: D, status: agreed, covers: [{responsibility: stop-smoking, at: easton}]}}", True),
        (
            ", basis: claim",
            "{deal: {title: D, status: agreed, covers: [{responsibility: stop-smoking, at: easton}]}}",
            False,
        ),
        (
            ", basis: deal",
            "{deal: {title: D, status: signed, covers: [{responsibility: stop-smoking, at: easton, leads: charity-lead}]}}",
            False,
        ),
        (
            ", basis: claim",
            "{deal: {title: D, status: under-review, covers: [{responsibility: stop-smoking, at: easton, leads: easton-dph}]}}",
            True,
        ),
    ],
)
def test_a_lead_is_backed_by_law_or_by_an_agreement_that_covers_it_there(
    lead: str, agreements: str, backed: bool
) -> None:
    assert cell(f"[{LEAD % lead}]", agreements).backed is backed


@pytest.mark.parametrize(
    ("parties", "backed"),
    [("[easton-council]", True), ("[easton-dph]", True), ("[westby-council, northshire-icb]", False), ("[]", True)],
)
def test_an_agreement_that_names_no_lead_backs_its_parties_and_their_posts_only(parties: str, backed: bool) -> None:
    covers = "covers: [{responsibility: stop-smoking, at: easton}]"
    agreements = f"{{deal: {{title: D, status: signed, parties: {parties}, {covers}}}}}"
    assert cell(f"[{LEAD % ', basis: deal'}]", agreements).backed is backed


def test_a_lead_whose_organisation_the_law_names_is_backed() -> None:
    law = ", law: {kind: duty, holder: [upper-tier-council]}"
    assert cell(f"[{LEAD % ''}]", need=law).backed is True
    assert cell("[{responsibility: stop-smoking, at: easton, leads: charity-lead}]", need=law).backed is False


def test_a_joint_post_is_backed_by_its_bodies_in_force_only() -> None:
    text = WORLD.replace("area: westby}}", "area: westby, until: 2026-06-30}}").replace(
        "organisation: easton-council}}", "organisation: [westby-council, northshire-icb], area: easton}}"
    )
    law = ", law: {kind: duty, holder: [upper-tier-council]}"
    said = text.format(assignments=f"[{LEAD % ''}]", agreements="{}", need=law)
    backed = [build(said, day).needed[0].backed for day in (date(2026, 6, 30), date(2026, 7, 1))]
    assert backed == [True, False]


def test_needs_follow_levels_areas_and_types() -> None:
    def areas(need: str) -> list[str]:
        text = WORLD.format(assignments="[]", agreements="{}", need="").replace("needs_lead_at: [place]", need)
        return [one.area for one in build(text).needed]

    assert areas("needs_lead_at: [place]") == ["easton", "westby"]
    assert areas("needs_lead_at: [place, system]") == ["easton", "westby", "northshire"]
    assert areas("needs_lead_at: [place], needs_lead_in: [westby]") == ["westby"]
    assert areas("needs_lead_at: [place, system], needs_lead_where: [icb]") == ["northshire"]
    assert areas("needs_lead_at: []") == []


@pytest.mark.parametrize(
    ("ends", "follows", "expected"),
    [
        ("until: 2026-06-29", "", ["northshire"]),
        ("until: 2026-06-29, status: proposed", "", []),
        ("until: 2026-06-29, becomes: next", "next: {name: Next, type: icb, area: easton}", ["easton"]),
        ("until: 2026-06-29, becomes: next", "next: {name: Next, area: easton, until: 2026-06-29}", []),
        ("until: 2026-06-29, becomes: next", "next: {name: Next, area: easton, from: 2026-07-01}", ["northshire"]),
        ("until: 2026-06-29, becomes: next", "next: {name: Next, area: easton, status: proposed}", ["northshire"]),
        ("from: 2026-07-01", "", []),
    ],
)
def test_what_a_body_was_there_for_still_needs_a_lead_until_another_follows_it(
    ends: str, follows: str, expected: list[str]
) -> None:
    need = "needs_lead_at: [place, system], needs_lead_where: [icb]"
    text = WORLD.format(assignments="[]", agreements="{}", need="").replace("needs_lead_at: [place]", need)
    whole = re.sub(r"(northshire-icb: \{[^}]*)\}", rf"\1, {ends}}}\n  {follows}", text)
    assert whole != text
    assert [one.area for one in build(whole, date(2026, 6, 30)).needed] == expected


def test_a_place_within_two_systems_belongs_to_both_maps() -> None:
    text = WORLD.format(assignments="[]", agreements="{}", need="").replace("area: northshire}", "area: southmoor}", 1)
    assert [one.area for one in build(text).needed] == ["westby"]


def test_a_statement_where_no_lead_is_needed_is_kept_apart() -> None:
    graph = build(
        WORLD.format(
            assignments="[{responsibility: stop-smoking, at: northshire, leads: northshire-icb}]",
            agreements="{}",
            need="",
        )
    )
    assert [(one.area, one.needed) for one in graph.cells if one.leads] == [("northshire", False)]
    assert len(graph.needed) == 2


def test_edges_keep_the_place_of_what_says_so() -> None:
    graph = build(WORLD.format(assignments=f"\n- {LEAD % ''}", agreements="{}", need=""))
    edges = [edge for _, edge, target in graph.edges("role/easton-dph") if edge.kind == "leads"]
    assert [(edge.area, edge.place.file, edge.place.line, edge.place.column) for edge in edges] == [
        ("easton", "map.yaml", 25, 3)
    ]
    with pytest.raises(nx.NetworkXError):
        graph.network.add_node("other")


def test_an_agreement_of_a_body_that_has_ended_backs_no_joint_post() -> None:
    text = WORLD.replace("charity-lead: {{title: Charity lead}}", "charity-lead: {{title: L, organisation: [%s]}}")
    covers = "covers: [{responsibility: stop-smoking, at: easton}]"
    agreement = f"{{a: {{title: A, status: signed, parties: [westby-council], {covers}}}}}"
    said = "[{responsibility: stop-smoking, at: easton, leads: charity-lead}]"

    def backed(name: str) -> bool | None:
        world = text % "easton-council, westby-council"
        world = world.replace("{{name: Westby Council,", f"{{{{name: Westby Council, {name}")
        found = build(world.format(assignments=said, agreements=agreement, need="")).cell("stop-smoking", "easton")
        assert found is not None
        return found.backed

    assert backed("") is True
    assert backed("until: 2026-06-30,") is False


def test_an_agreement_everywhere_covers_an_area_without_a_level_once() -> None:
    assert said_at("easton", "") == ("easton", "")
    assert said_at("easton", "place") == ("easton", "place", "")


REPLACING = """{{
  old: {{title: Old, status: signed, covers: [{{responsibility: stop-smoking, at: easton, leads: easton-dph}}]}},
  new: {{title: New, status: {status}, supersedes: [old]{covers}}}}}"""


@pytest.mark.parametrize(
    ("status", "covers", "backed", "agreements"),
    [
        ("draft", "", True, ("old",)),
        ("signed", "", False, ()),
        ("signed", ", covers: [{responsibility: stop-smoking, at: easton, leads: easton-dph}]", True, ("new",)),
        ("signed, from: 2026-07-02", "", True, ("old",)),
    ],
)
def test_an_agreement_backs_nothing_once_one_in_force_replaces_it(
    status: str, covers: str, backed: bool, agreements: tuple[str, ...]
) -> None:
    found = cell(f"[{LEAD % ''}]", REPLACING.format(status=status, covers=covers))
    assert (found.backed, found.agreements) == (backed, agreements)


@pytest.mark.parametrize(
    ("dates", "area", "expected"),
    [
        ("", "", ["easton", "westby"]),
        (", until: 2026-06-30", "", ["easton"]),
        (", from: 2026-07-02", "", ["easton"]),
        (", until: 2026-06-30", ", area: westby", ["westby"]),
    ],
)
def test_a_joint_post_covers_the_areas_of_its_bodies_in_force(dates: str, area: str, expected: list[str]) -> None:
    text = WORLD.replace("type: unitary-council, area: westby", f"type: unitary-council, area: westby{dates}")
    text = text.replace("easton-dph: {{", "joint-dph: {{").replace(
        "organisation: easton-council", f"organisation: [easton-council, westby-council]{area}"
    )
    text = text.replace(
        "  westby-dph: {{title: DPH Westby, kind: director-of-public-health, organisation: westby-council}}\n", ""
    )
    said = "[{responsibility: stop-smoking, at: place, leads: 'kind:director-of-public-health'}]"
    graph = build(text.format(assignments=said, agreements="{}", need=""))
    assert [one.area for one in graph.cells if one.leads == ("joint-dph",)] == expected
    serves = [target.id for _, edge, target in graph.edges("role/joint-dph") if edge.kind == "serves"]
    assert serves == expected


@pytest.mark.parametrize(
    ("share", "least", "expected"),
    [
        ("0.09", "", ["easton"]),
        ("0.1", "", ["easton", "westby"]),
        ("0.09", "least_share: 0.05, ", ["easton", "westby"]),
        ("0.8", "least_share: 0.9, ", ["easton"]),
    ],
)
def test_an_area_of_which_little_lies_in_the_map_is_not_asked_about(
    share: str, least: str, expected: list[str]
) -> None:
    text = WORLD.replace("northshire: 0.8", f"northshire: {share}").replace("map: {{", f"map: {{{{{least}")
    graph = build(text.format(assignments="[]", agreements="{}", need=""))
    assert [one.area for one in graph.needed] == expected
