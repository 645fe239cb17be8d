"""GAP007: a pillar has nothing led in an area."""

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
pillars: {behaviours: {name: Behaviours}, places: {name: Places}}
areas: {easton: {name: Easton, level: place}}
organisations: {council: {name: Council, area: easton}}
responsibilities:
  stop-smoking: {title: Stop smoking services, pillar: behaviours, needs_lead_at: [place]}
  healthy-weight: {title: Healthy weight, pillar: behaviours, needs_lead_at: [place]}
  housing: {title: Housing, pillar: places, needs_lead_at: [place]}
  no-pillar: {title: No pillar, needs_lead_at: [place]}
  no-pillar-either: {title: No pillar either, needs_lead_at: [place]}
"""


def test_a_pillar_with_several_needs_and_no_lead() -> None:
    # Housing is the only need of its pillar, which GAP001 tells already.
    assert findings(WORLD, "GAP007") == [("GAP007@behaviours@easton", [3, 7, 8])]


def test_one_lead_in_the_pillar_is_enough() -> None:
    text = WORLD + "assignments:\n  - {responsibility: stop-smoking, at: easton, leads: council}\n"
    assert findings(text, "GAP007") == []


def test_a_proposed_lead_is_not() -> None:
    text = WORLD + "assignments:\n  - {responsibility: stop-smoking, at: easton, leads: council, status: proposed}\n"
    assert [id for id, _ in findings(text, "GAP007")] == ["GAP007@behaviours@easton"]
