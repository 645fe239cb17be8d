"""GAP004: someone leads, no one delivers or contributes."""

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton, until: 2026-12-31}}
roles: {easton-dph: {title: Director of public health, area: easton}}
responsibilities:
  tobacco: {title: Tobacco control, needs_lead_at: [place]}
  stop-smoking: {title: Stop smoking services, part_of: tobacco}
assignments:
"""


def ids(text: str) -> list[str]:
    return [id for id, _ in findings(text, "GAP004")]


def test_a_lead_alone() -> None:
    text = WORLD + "  - {responsibility: tobacco, at: easton, leads: easton-dph}\n"
    assert findings(text, "GAP004") == [("GAP004@tobacco@easton", [10])]


def test_delivered_or_contributed_to() -> None:
    for part in ("delivers", "contributes"):
        assert (
            ids(WORLD + f"  - {{responsibility: tobacco, at: easton, leads: easton-dph, {part}: easton-council}}\n")
            == []
        )


def test_delivered_by_nobody_in_force() -> None:
    world = WORLD.replace("2026-12-31", "2026-06-30")
    assert ids(world + "  - {responsibility: tobacco, at: easton, leads: easton-dph, delivers: easton-council}\n") == [
        "GAP004@tobacco@easton"
    ]


def test_by_law_is_left_alone() -> None:
    assert ids(WORLD + "  - {responsibility: tobacco, at: easton, leads: easton-dph, basis: law}\n") == []


def test_a_part_that_is_delivered_is_enough() -> None:
    text = WORLD + (
        "  - {responsibility: tobacco, at: easton, leads: easton-dph}\n"
        "  - {responsibility: stop-smoking, at: easton, delivers: easton-council}\n"
    )
    assert ids(text) == []


def test_a_map_that_hardly_records_delivery_gets_one_question() -> None:
    numbers = range(6)
    text = WORLD.replace("assignments:\n", "") + "".join(f"  r{n}: {{title: R{n}}}\n" for n in numbers)
    text += "assignments:\n" + "".join(
        f"  - {{responsibility: r{n}, at: easton, leads: easton-dph}}\n" for n in numbers
    )
    assert ids(text) == ["GAP004@easton"]
    settings = "map: {settings: {GAP004: {least_recorded: 0}}, "
    assert ids(text.replace("map: {", settings)) == [f"GAP004@r{n}@easton" for n in numbers]


def test_where_a_body_leads_with_nothing_behind_it_that_question_comes_first() -> None:
    text = WORLD + "  - {responsibility: tobacco, at: easton, leads: easton-council}\n"
    told = {id[:6] for id, _ in findings(text) if id.endswith("@tobacco@easton")}
    assert "AGR001" in told
    assert "GAP004" not in told
    paper = "agreements: {a: {title: A, status: agreed, covers: [{responsibility: tobacco, at: easton}]}}\n"
    assert ids(text + paper) == ["GAP004@tobacco@easton"]
    assert ids(text.replace("needs_lead_at: [place]", "note: A")) == ["GAP004@tobacco@easton"]
