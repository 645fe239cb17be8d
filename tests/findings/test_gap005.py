"""GAP005: the law names who must hold it, and no such body has a part there."""

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisation_types:
  county: {name: County council, levels: [place]}
  unitary: {name: Unitary council, holds: [county]}
  charity: {name: Charity}
role_kinds: {director: {title: Director of public health}}
organisations:
  easton-council: {name: Easton Council, type: unitary, area: easton}
  easton-care: {name: Easton Care, type: charity, area: easton}
roles:
  easton-officer: {title: Officer, organisation: easton-council}
  easton-director: {title: Director, kind: director, organisation: easton-care}
responsibilities:
  duty:
    title: The duty
    needs_lead_at: [place]
    law: {kind: duty, holder: [county]}
assignments:
  - {responsibility: duty, at: easton, leads: easton-care}
"""


def ids(text: str) -> list[str]:
    return [id for id, _ in findings(text, "GAP005")]


def test_led_by_another_without_the_holder() -> None:
    assert findings(WORLD, "GAP005") == [("GAP005@duty@easton", [21, 16, 10])]


@pytest.mark.parametrize("part", ["accountable", "delivers", "contributes"])
@pytest.mark.parametrize("party", ["easton-council", "easton-officer"])
def test_a_part_of_the_holder_or_its_officer_is_enough(part: str, party: str) -> None:
    assert ids(WORLD.replace("leads: easton-care", f"leads: easton-care, {part}: {party}")) == []


def test_to_be_informed_is_no_part() -> None:
    assert ids(WORLD.replace("leads: easton-care", "leads: easton-care, informed: easton-council")) == [
        "GAP005@duty@easton"
    ]


def test_a_role_kind_may_be_the_holder() -> None:
    text = WORLD.replace("holder: [county]", "holder: [director]")
    assert ids(text) == ["GAP005@duty@easton"]
    assert ids(text.replace("leads: easton-care", "leads: easton-director")) == []


@pytest.mark.parametrize(
    "law", ["{kind: power, holder: [county]}", "{kind: duty}", "{kind: duty, holder: [county], may_hold: [charity]}"]
)
def test_what_the_law_leaves_open(law: str) -> None:
    assert ids(WORLD.replace("{kind: duty, holder: [county]}", law)) == []


def test_an_agreement_with_the_holder_is_enough() -> None:
    text = (
        WORLD
        + """\
agreements:
  handed-over:
    title: Handed over
    status: STATUS
    parties: [easton-council, easton-care]
    covers: [{responsibility: duty, at: easton}]
"""
    )
    assert ids(text.replace("STATUS", "signed")) == []
    assert ids(text.replace("STATUS", "draft")) == ["GAP005@duty@easton"]


def test_no_such_body_at_a_level_that_has_them() -> None:
    text = WORLD.replace("type: unitary, area: easton", "area: easton")
    assert ids(text) == ["GAP005@duty@easton"]
    assert ids(text.replace("levels: [place]", "levels: []")) == []


def test_a_cell_without_anyone_is_left_to_gap001() -> None:
    text = WORLD[: WORLD.index("assignments")]
    assert [id for id, _ in findings(text, "GAP")] == ["GAP001@duty@easton"]
