"""Many findings that say the same are shown as one, with a list people can read."""

from rolemap.findings import grouped
from rolemap.pipeline import examine
from tests.worlds import DAY, landscape

WORLD = """\
map: {title: World}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}, weston: {name: Weston, level: place}, norton: {name: Norton, level: place}}
roles: {dph: {title: Director of public health, area: easton, vacant: true}}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place]}
  alcohol: {title: Alcohol harm, needs_lead_in: [easton]}
assignments:
  - {responsibility: falls, at: easton, leads: dph}
  - {responsibility: alcohol, at: easton, leads: dph}
"""


def messages(text: str, code: str) -> list[str]:
    analysis = examine(landscape(text), DAY)
    return [one.message for one in grouped(analysis.graph, analysis.findings) if one.first.code == code]


def test_one_responsibility_in_many_areas() -> None:
    assert messages(WORLD, "GAP001") == ["No lead is recorded for “Preventing falls” in 2 of 3 places: Weston, Norton."]


def test_one_role_and_many_responsibilities() -> None:
    assert messages(WORLD, "GAP002") == [
        "The lead is Director of public health, which is recorded as vacant, "
        "for 2 responsibilities: Alcohol harm; Preventing falls."
    ]


def test_several_areas_and_responsibilities_name_both() -> None:
    text = WORLD + "  - {responsibility: falls, at: weston, leads: dph}\n"
    assert messages(text, "GAP002")[0].endswith(
        "Alcohol harm (Easton); Preventing falls (Easton); Preventing falls (Weston)."
    )


def test_one_finding_speaks_for_itself() -> None:
    text = WORLD + "  - {responsibility: falls, at: weston, leads: dph}\n"
    assert messages(text, "GAP001") == ["No lead is recorded for “Preventing falls” in Norton."]


MANY = """\
map: {title: World, area: north}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
pillars: {care: {name: Care}}
areas:
  north: {name: North, level: system}
  easton: {name: Easton, level: place, within: [north]}
  weston: {name: Weston, level: place, within: [north]}
roles: {lead: {title: Lead, area: easton}}
responsibilities:
  a: {title: A, pillar: care, needs_lead_at: [place, system]}
  b: {title: B, pillar: care, needs_lead_at: [place, system]}
  c: {title: C, pillar: care, needs_lead_at: [place, system]}
  d: {title: D, needs_lead_at: [place]}
"""


def test_responsibilities_of_a_pillar_that_stand_alike_share_a_card() -> None:
    assert messages(MANY, "GAP001") == [
        "No lead is recorded in either of the 2 places for 3 responsibilities under Care: A; B; C.",
        "No lead is recorded in North for 3 responsibilities under Care: A; B; C.",
        "No lead is recorded for “D” in both places.",
    ]


def test_two_alike_keep_cards_of_their_own_and_ids_stay_one_for_each_place() -> None:
    text = MANY + "assignments: [{responsibility: a, at: easton, leads: lead}]\n"
    analysis = examine(landscape(text), DAY)
    groups = [one for one in grouped(analysis.graph, analysis.findings) if one.first.level == "place"]
    assert [[finding.id for finding in one.findings] for one in groups if one.first.code == "GAP001"] == [
        ["GAP001@a@weston"],
        ["GAP001@b@easton", "GAP001@b@weston"],
        ["GAP001@c@easton", "GAP001@c@weston"],
        ["GAP001@d@easton", "GAP001@d@weston"],
    ]
