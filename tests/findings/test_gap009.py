"""GAP009: most places have a lead or an agreement, and a few do not."""

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: northshire}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
areas:
  northshire: {name: Northshire, level: system}
  a: {name: A, level: place, within: [northshire]}
  b: {name: B, level: place, within: [northshire]}
  c: {name: C, level: place, within: [northshire]}
  d: {name: D, level: place, within: [northshire]}
organisations: {trust: {name: Trust, area: northshire}}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place]}
assignments:
"""


def led(*areas: str) -> str:
    return WORLD + "".join(f"  - {{responsibility: falls, at: {area}, leads: trust}}\n" for area in areas)


def test_three_of_four() -> None:
    assert findings(led("a", "b", "c"), "GAP009") == [("GAP009@falls@northshire", [11, 13])]


@pytest.mark.parametrize("areas", ["ab", "abcd"], ids=["half of them", "all of them"])
def test_too_few_or_everywhere(areas: str) -> None:
    assert findings(led(*areas), "GAP009") == []


def test_three_areas_are_not_compared() -> None:
    text = led("a", "b").replace("  d: {name: D, level: place, within: [northshire]}\n", "")
    assert findings(text, "GAP009") == []


def test_a_map_without_an_area() -> None:
    assert [
        id for id, _ in findings(led("a", "b", "c").replace(", area: northshire}\nlevels", "}\nlevels"), "GAP009")
    ] == ["GAP009@falls"]


def test_agreements_in_three_of_four() -> None:
    text = led("a", "b", "c", "d") + "agreements:\n  deal:\n    title: Deal\n    status: signed\n    covers: [COVERS]\n"
    three = ", ".join(f"{{responsibility: falls, at: {area}}}" for area in "abc")
    assert [id for id, _ in findings(text.replace("COVERS", three), "GAP009")] == ["GAP009@falls@northshire"]
    assert findings(text.replace("COVERS", "{responsibility: falls, at: place}"), "GAP009") == []
