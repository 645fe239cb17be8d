"""GAP006: led at a wider and at a narrower level, open in between."""

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: midshire}
levels: {region: {name: Region, order: 1}, system: {name: System, order: 2}, place: {name: Place, order: 3}}
areas:
  midshire: {name: Midshire, level: region}
  northshire: {name: Northshire, level: system, within: [midshire]}
  southshire: {name: Southshire, level: system, within: [midshire]}
  easton: {name: Easton, level: place, within: [northshire]}
organisations:
  office: {name: Office, area: midshire}
  council: {name: Council, area: easton}
  board: {name: Board, area: northshire}
responsibilities:
  tobacco: {title: Tobacco control, needs_lead_at: [region, system, place]}
assignments:
  - {responsibility: tobacco, at: midshire, leads: office}
  - {responsibility: tobacco, at: easton, leads: council}
"""


def test_open_between_two_led_levels() -> None:
    # Southshire is open too, but nothing is led inside it.
    assert findings(WORLD, "GAP006") == [("GAP006@tobacco@northshire", [15, 16, 13])]


def test_a_proposed_lead_in_between_is_still_open() -> None:
    text = WORLD + "  - {responsibility: tobacco, at: northshire, leads: board, status: proposed}\n"
    assert [id for id, _ in findings(text, "GAP006")] == ["GAP006@tobacco@northshire"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at: midshire, leads: office}", "at: midshire, leads: office, until: 2026-06-30}"),
        ("at: easton, leads: council}", "at: easton, leads: council, from: 2026-07-02}"),
        ("[region, system, place]", "[region, place]"),
        ("at: easton, leads: council}", "at: northshire, leads: board}"),
    ],
    ids=["wider ended", "narrower not begun", "none needed in between", "led in between"],
)
def test_no_level_is_skipped(old: str, new: str) -> None:
    assert findings(WORLD.replace(old, new), "GAP006") == []
