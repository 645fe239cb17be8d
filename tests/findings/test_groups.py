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
    assert messages(WORLD, "GAP001") == [
        "No lead is recorded for Preventing falls in 2 of 3 at place level: Norton, Weston."
    ]


def test_one_role_and_many_responsibilities() -> None:
    assert messages(WORLD, "GAP002") == [
        "The lead is Director of public health, which is recorded as vacant, "
        "for 2 responsibilities: Alcohol harm, Preventing falls."
    ]


def test_several_areas_and_responsibilities_name_both() -> None:
    text = WORLD + "  - {responsibility: falls, at: weston, leads: dph}\n"
    assert messages(text, "GAP002")[0].endswith(
        "Alcohol harm (Easton), Preventing falls (Easton), Preventing falls (Weston)."
    )


def test_one_finding_speaks_for_itself() -> None:
    text = WORLD + "  - {responsibility: falls, at: weston, leads: dph}\n"
    assert messages(text, "GAP001") == ["No lead is recorded for Preventing falls in Norton."]
