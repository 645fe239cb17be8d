"""OVL007: many deliver, or most parties are consulted or informed."""

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: northshire}
levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}
organisation_types: {council: {name: Council}, practice: {name: Practice}}
responsibilities: {falls: {title: Preventing falls}}
assignments:
  - {responsibility: falls, at: northshire, PARTS}
areas:
  northshire: {name: Northshire, level: system}
"""


def world(parts: str) -> str:
    """Return a world with eight practices in Northshire, and six places in it with a council each."""
    places = "".join(f"  p{n}: {{name: P{n}, level: place, within: [northshire]}}\n" for n in range(6))
    practices = "".join(f"  o{n}: {{name: O{n}, type: practice, area: northshire}}\n" for n in range(8))
    councils = "".join(f"  c{n}: {{name: C{n}, type: council, area: p{n}}}\n" for n in range(6))
    return WORLD.replace("PARTS", parts) + places + "organisations:\n" + practices + councils


@pytest.mark.parametrize(
    "parts",
    [
        "delivers: [o0, o1, o2, o3, o4, o5]",
        "consulted: [o0, o1, o2], informed: [o3, o4, o5]",
        "informed: 'type:practice'",
    ],
)
def test_crowded(parts: str) -> None:
    assert findings(world(parts), "OVL007") == [("OVL007@falls@northshire", [6])]


@pytest.mark.parametrize(
    "parts",
    [
        "delivers: [o0, o1, o2, o3, o4]",
        "delivers: 'type:practice'",
        "delivers: [c0, c1, c2, c3, c4, c5]",
        "consulted: [o0, o1, o2, o3, o4]",
        "informed: [o0, o1, o2, o3, o4, o5], contributes: [c0, c1, c2]",
    ],
    ids=["five deliver", "a pattern is one", "councils of their own areas", "five are asked", "six of eleven"],
)
def test_not_crowded(parts: str) -> None:
    assert findings(world(parts), "OVL007") == []
