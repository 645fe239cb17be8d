"""GAP010: led and delivered, and nobody is consulted or informed."""

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {council: {name: Council, area: easton}, trust: {name: Trust, area: easton}}
responsibilities:
  falls: {title: Preventing falls}
  alcohol: {title: Alcohol harm}
assignments:
  - {responsibility: falls, at: easton, leads: council, delivers: trust}
"""


def alcohol(parts: str) -> str:
    return WORLD + f"  - {{responsibility: alcohol, at: easton, leads: council, delivers: trust, {parts}}}\n"


def test_nobody_asked_or_told_where_others_are() -> None:
    assert findings(alcohol("consulted: trust"), "GAP010") == [("GAP010@falls@easton", [9])]


def test_a_map_that_does_not_record_it_is_left_alone() -> None:
    assert findings(WORLD, "GAP010") == []


def test_somebody_told() -> None:
    text = alcohol("consulted: trust").replace("delivers: trust}", "delivers: trust, informed: council}")
    assert findings(text, "GAP010") == []


def test_a_lead_without_delivery_is_left_to_gap004() -> None:
    assert findings(alcohol("consulted: trust").replace(", delivers: trust}", "}"), "GAP010") == []
