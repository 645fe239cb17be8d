from __future__ import annotations

import pytest

from rolemap.findings import grouped
from rolemap.pipeline import examine
from tests.findings.easton import END, WORLD, found, ids, ids_of_baseline, line, messages
from tests.worlds import DAY, findings, landscape

WORK = """\
assignments:
  - {responsibility: falls, at: easton, leads: easton-dph, consulted: [westby-dph, trust-lead], informed: northshire-icb}
"""


def test_everyone_in_this_world_has_a_part() -> None:
    assert ids(WORK, "LOAD004") == []


def test_a_role_without_a_part_is_noticed_at_itself() -> None:
    assert found("  spare: {title: Spare, organisation: easton-council}\n" + WORK, "LOAD004") == [
        ("LOAD004@spare", [END + 1])
    ]


def test_a_body_is_told_once_with_its_roles() -> None:
    text = WORK.replace(", trust-lead", "")
    assert found(text, "LOAD004") == [("LOAD004@easton-trust", [line("easton-trust")])]
    assert messages(text, "LOAD004") == [
        "prompt: No part in any responsibility is recorded for Easton Trust or for its 1 role on the map."
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "agreements: {paper: {title: Paper, parties: [easton-trust]}}\n",
        "agreements: {paper: {title: Paper, reports_to: trust-lead}}\n",
        "agreements: {paper: {title: Paper, covers: [{responsibility: falls, at: easton, leads: trust-lead}]}}\n",
        "funding: {fund: {title: Fund, holder: easton-trust}}\n",
        "objectives: {aim: {title: Aim, owner: trust-lead}}\n",
    ],
)
def test_being_named_by_another_entry_is_enough_for_the_body(rest: str) -> None:
    assert "LOAD004@easton-trust" not in ids(WORK.replace(", trust-lead", "") + rest, "LOAD004")


def test_a_proposed_lead_has_a_part() -> None:
    more = "  - {responsibility: smoking, at: easton, leads: trust-lead, status: proposed}\n"
    assert ids(WORK.replace(", trust-lead", "") + more, "LOAD004") == []


def test_a_role_that_others_answer_to_is_silent() -> None:
    line = ", accountable_to: [{role: chief, how: line}]"
    roles = (
        "  chief: {title: Chief, organisation: easton-council}\n"
        "  spare: {title: Spare, organisation: easton-council" + line + "}\n"
    )
    assert ids(roles + WORK, "LOAD004") == ["LOAD004@spare"]


@pytest.mark.parametrize("rest", [", until: 2026-06-30", ", from: 2026-08-01", ", status: proposed"])
def test_roles_not_in_force_are_silent(rest: str) -> None:
    assert ids("  spare: {title: Spare, organisation: easton-council" + rest + "}\n" + WORK, "LOAD004") == []


def test_a_map_that_says_nothing_yet_of_who_does_what_is_silent() -> None:
    assert ids("", "LOAD004") == []
    assert ids_of_baseline(WORK.replace(", trust-lead", ""), "LOAD004") == []


CHAIRS = "".join(f"  chair-{n}: {{title: Chair {n}, kind: chair, organisation: easton-council%s}}\n" for n in range(3))


def with_kind(more: str, roles: str = CHAIRS % ("", "", "")) -> str:
    return WORLD.replace("role_kinds: {", "role_kinds: {chair: {title: Chair of the board}, ") + roles + more


def test_a_kind_of_role_of_which_none_has_a_part_is_told_once() -> None:
    text = with_kind(WORK)
    assert findings(text, "LOAD004") == [("LOAD004@chair", [END + 1, END + 2, END + 3])]
    [message] = [one.message for one in examine(landscape(text), DAY).findings if one.code == "LOAD004"]
    assert (
        message == "No part in any responsibility is recorded for any of the 3 roles “Chair of the board” on the map."
    )


def test_where_one_of_a_kind_has_a_part_the_others_are_told_one_by_one() -> None:
    busy = with_kind(WORK.replace("informed:", "contributes: chair-0, informed:"))
    assert [id for id, _ in findings(busy, "LOAD004")] == ["LOAD004@chair-1", "LOAD004@chair-2"]


def test_two_of_a_kind_are_told_one_by_one_and_those_not_in_force_do_not_count() -> None:
    gone = CHAIRS % ("", "", ", until: 2026-06-30")
    assert [id for id, _ in findings(with_kind(WORK, gone), "LOAD004")] == ["LOAD004@chair-0", "LOAD004@chair-1"]


def test_a_kind_is_named_where_several_questions_share_a_card() -> None:
    analysis = examine(landscape(with_kind("  spare: {title: Spare, organisation: easton-council}\n" + WORK)), DAY)
    [group] = [one for one in grouped(analysis.graph, analysis.findings) if one.first.code == "LOAD004"]
    assert (
        group.message
        == "No part in any responsibility is recorded for 2 posts, kinds of post or bodies: Chair of the board, Spare."
    )
