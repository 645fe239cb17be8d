"""The same responsibility in several places: what is usual, what stands otherwise, and that nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rolemap.graph import RoleGraph
from rolemap.graph.alike import Alike, differing, kinds_of_leads, plain_kinds, side_by_side
from tests.worlds import build

NAMES = ("ashby", "bexton", "corley", "dunham", "easton")
LEADS = ("council", "director", "both", "nobody")


def world(*leads: str) -> RoleGraph:
    """Return a map of towns where stop smoking is led by the council, its director, both, or nobody."""
    towns = NAMES[: len(leads)]
    said = {"council": "{}-council", "director": "{}-director", "both": "{0}-council, {0}-director"}
    lines = ["levels: {system: {name: System, order: 1}, place: {name: Place, order: 2}}", "areas:"]
    lines += ["  shire: {name: Shire, level: system}"]
    lines += [f"  {town}: {{name: {town.title()}, level: place, within: [shire]}}" for town in towns]
    lines += ["organisations:"]
    lines += [f"  {town}-council: {{name: {town.title()} Council, type: council, area: {town}}}" for town in towns]
    lines += ["organisation_types: {council: {name: Council}}", "role_kinds: {director: {title: Director}}", "roles:"]
    lines += [f"  {town}-director: {{title: D, kind: director, organisation: {town}-council}}" for town in towns]
    lines += ["responsibilities: {smoking: {title: Stop smoking, needs_lead_at: [system, place]}}", "assignments:"]
    lines += ["  - {responsibility: smoking, at: shire, informed: ashby-council}"]
    lines += [
        f"  - {{responsibility: smoking, at: {town}, leads: [{said[lead].format(town)}], basis: law}}"
        for town, lead in zip(towns, leads, strict=True)
        if lead in said
    ]
    return build("\n".join(lines))


def places(graph: RoleGraph) -> Alike:
    system, place = side_by_side(graph, graph.cells)
    assert (system.level, len(system.standings)) == ("system", 1)
    return place


def test_what_most_places_have_is_usual_and_the_others_differ() -> None:
    found = places(world("director", "director", "council", "director"))
    assert found.usual == ("director",)
    assert found.kinds == ((("director",), 3), (("council",), 1))
    assert [one.cell.area for one in found.standings if one.other_lead] == ["corley"]
    assert not any(one.other_state for one in found.standings)


def test_a_place_without_a_lead_differs_in_lead_and_state() -> None:
    found = places(world("director", "director", "nobody"))
    [other] = [one for one in found.standings if one.differs]
    assert (other.cell.area, other.kinds, other.other_lead, other.other_state) == ("corley", (), True, True)


def test_where_two_answers_are_equally_common_none_is_usual() -> None:
    graph = world("director", "council")
    found = places(graph)
    assert found.usual is None
    assert not any(one.other_lead for one in found.standings)
    assert differing(graph, [one.cell for one in found.standings])


def test_the_same_post_in_each_place_is_the_same_kind() -> None:
    graph = world("director", "director")
    cells = [cell for cell in graph.cells if cell.level == "place"]
    assert {cell.leads for cell in cells} == {("ashby-director",), ("bexton-director",)}
    assert set(kinds_of_leads(graph, cells)) == {("director",)}
    assert not differing(graph, cells)


def test_a_place_that_needs_no_lead_is_not_compared() -> None:
    graph = build("""\
levels: {place: {name: Place}}
areas: {easton: {name: Easton, level: place}, westby: {name: Westby, level: place}, hill: {name: Hill, level: place}}
organisation_types: {county: {name: County}, unitary: {name: Unitary, holds: [county]}, district: {name: District}}
organisations:
  e: {name: E, type: county, area: easton}
  w: {name: W, type: unitary, area: westby}
  h: {name: H, type: district, area: hill}
responsibilities:
  smoking: {title: S, needs_lead_at: [place], needs_lead_where: [county], law: {kind: duty, holder: county, reference: An Act}}
assignments:
  - {responsibility: smoking, at: easton, leads: e, basis: law}
  - {responsibility: smoking, at: westby, leads: w, basis: law}
  - {responsibility: smoking, at: hill, contributes: h}
""")
    [found] = side_by_side(graph, graph.cells)
    assert [(one.cell.area, one.counted, one.differs) for one in found.standings] == [
        ("easton", True, False),
        ("westby", True, False),
        ("hill", False, False),
    ]
    assert found.kinds == ((("county",), 2),), "beside a county, a unitary council counts as one"
    assert plain_kinds(graph, found.standings[1].cell) == ("unitary",)
    assert kinds_of_leads(graph, [found.standings[1].cell]) == [("unitary",)], "by itself it is what it is"
    assert not differing(graph, graph.cells)


@given(st.lists(st.sampled_from(LEADS), min_size=1, max_size=5))
def test_every_square_is_counted_once(leads: list[str]) -> None:
    graph = world(*leads)
    found = places(graph)
    assert [one.cell for one in found.standings] == [cell for cell in graph.cells if cell.level == "place"]
    assert all(one.counted for one in found.standings)
    assert sum(number for _, number in found.kinds) == len(leads)
    alike = [one for one in found.standings if one.kinds == found.usual]
    assert found.usual is None or sum(one.other_lead for one in found.standings) == len(leads) - len(alike)
    assert found.usual is None or len(alike) == max(number for _, number in found.kinds)
