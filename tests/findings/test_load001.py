from __future__ import annotations

from tests import worlds

SETTINGS = "map: {{title: Load, area: northshire, settings: {{LOAD001: {{{settings}}}}}}}\n"


def world(leads: dict[str, int], settings: str = "", rest: str = "") -> str:
    """Return a system of places, each with a post of one kind that leads on so many things."""
    most = max(leads.values())
    lines = [
        SETTINGS.format(settings=settings),
        "levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}\n",
        "role_kinds: {dph: {title: Director}}\n",
        "areas:\n  northshire: {name: Northshire, level: system}\n",
        *(f"  {place}: {{name: {place}, level: place, within: [northshire]}}\n" for place in leads),
        "organisations:\n",
        *(f"  {place}-council: {{name: {place} council, area: {place}}}\n" for place in leads),
        "roles:\n",
        *(f"  {place}-dph: {{title: Director, kind: dph, organisation: {place}-council}}\n" for place in leads),
        "responsibilities:\n",
        *(f"  work-{number}: {{title: Work {number}, needs_lead_at: [place]}}\n" for number in range(most)),
        "assignments:\n",
        *(
            f"  - {{responsibility: work-{number}, at: {place}, leads: {place}-dph{rest}}}\n"
            for place, count in leads.items()
            for number in range(count)
        ),
    ]
    return "".join(lines)


def ids(text: str) -> list[str]:
    return [id for id, _ in worlds.findings(text, "LOAD001")]


def test_more_than_the_threshold_is_noticed_and_the_threshold_itself_is_not() -> None:
    assert ids(world({"aa": 15})) == []
    assert ids(world({"aa": 16})) == ["LOAD001@aa-dph"]


def test_the_role_comes_first_and_then_each_assignment() -> None:
    (_, lines), *_ = worlds.findings(world({"aa": 3}, "most_leads: 2"), "LOAD001")
    assert lines == [10, 16, 17, 18]


def test_the_threshold_is_the_maps_own() -> None:
    assert ids(world({"aa": 3}, "most_leads: 2")) == ["LOAD001@aa-dph"]
    assert ids(world({"aa": 16}, "most_leads: 20")) == []


def test_far_more_than_three_peers_is_noticed() -> None:
    assert ids(world({"aa": 7, "bb": 3, "cc": 3, "dd": 2})) == ["LOAD001@aa-dph"]
    assert ids(world({"aa": 6, "bb": 3, "cc": 3, "dd": 2})) == []


def test_two_peers_or_few_leads_are_not_compared() -> None:
    assert ids(world({"aa": 7, "bb": 1, "cc": 1})) == []
    assert ids(world({"aa": 4, "bb": 1, "cc": 1, "dd": 1})) == []


def test_proposed_leads_do_not_count() -> None:
    assert ids(world({"aa": 16}, rest=", status: proposed")) == []
