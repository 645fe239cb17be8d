"""A new map reads at once, is filled in for the area asked for, and refuses areas that will not do with a way on."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from rolemap.findings import grouped
from rolemap.graph import State
from rolemap.model import Landscape
from rolemap.pipeline import examine
from rolemap.problems import InvalidMap
from rolemap.reading import read_files
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.files import SourceFile
from rolemap.writing.start import start, templates

ON = date(2026, 11, 21)
AREAS = {
    "single-council-system": ("gloucestershire-system", "somerset-system"),
    "multi-council-system": ("greater-manchester", "derby-and-derbyshire"),
    "devolved-city-region": ("south-yorkshire", "west-yorkshire-combined-authority-area"),
    "region": ("north-west", "east-midlands"),
    "council": ("salford", "essex"),
}
STARTS = [(template, area) for template, areas in AREAS.items() for area in ("", *areas)]
EXAMPLE = re.compile(r"^#(?= {2,})", re.MULTILINE)
MOST_GROUPS = 20


@cache
def files(template: str, area: str) -> dict[str, str]:
    return start(template, area, ON)


def landscape(texts: dict[str, str]) -> Landscape:
    return read_files([SourceFile(name, text.encode()) for name, text in texts.items() if name.endswith(".yaml")])


@cache
def begun(template: str, area: str) -> Landscape:
    return landscape(files(template, area))


def test_every_template_is_a_folder_and_every_folder_a_template() -> None:
    assert {one.name for one in templates()} == {path.name for path in (CONFIGS / "templates").iterdir()}
    assert set(AREAS) == {one.name for one in templates()}


@pytest.mark.parametrize(("template", "area"), STARTS)
def test_a_new_map_reads_and_shows_what_the_law_says_and_what_is_open(template: str, area: str) -> None:
    found = begun(template, area)
    assert not any("{{" in text for name, text in files(template, area).items() if name.endswith(".yaml"))
    analysis = examine(found, ON)
    states = {cell.state for cell in analysis.graph.needed}
    assert states == {State.CLEAR, State.GAP}
    assert all(cell.backed for cell in analysis.graph.needed if cell.leads)
    assert {finding.code for finding in analysis.findings} <= {"GAP001", "GAP007", "GAP009", "LOAD004", "DEF001"}
    assert len(grouped(analysis.graph, analysis.findings)) <= MOST_GROUPS


@pytest.mark.parametrize(("template", "area"), STARTS)
def test_every_example_in_a_comment_may_be_used_as_it_stands(template: str, area: str) -> None:
    used = {name: EXAMPLE.sub("", text) for name, text in files(template, area).items()}
    found = landscape(used)
    assert used != files(template, area)
    assert len(found.agreements) > len(begun(template, area).agreements)


def test_the_posts_of_the_area_are_written_with_their_lines() -> None:
    found = begun("multi-council-system", "greater-manchester")
    directors = [id for id, role in found.roles.items() if role.kind == "director-of-public-health"]
    assert len(directors) == 10
    salford = found.roles["salford-director-of-public-health"]
    assert salford.organisations == ("salford-council",)
    assert [(line.to, line.how) for line in salford.accountable_to] == [("salford-council-chief-executive", "line")]
    chair = found.roles["greater-manchester-icb-chair"]
    assert [(line.to, line.how) for line in chair.accountable_to] == [("dhsc", "statutory")]
    member = found.roles["salford-council-cabinet-member-health"]
    assert [(line.to, line.how) for line in member.accountable_to] == [("salford-council", "political")]


def test_a_post_that_two_bodies_share_is_one_joint_post() -> None:
    found = begun("region", "east-midlands")
    director = found.roles["east-midlands-nhse-regional-director-of-public-health"]
    assert set(director.organisations) == {"nhs-england-midlands", "ohid-east-midlands"}
    assert director.areas == ("east-midlands",)


def test_an_area_may_be_named_as_people_know_it() -> None:
    assert files("multi-council-system", "Greater  manchester") == files("multi-council-system", "greater-manchester")
    assert files("council", "KINGSTON UPON HULL") == files("council", "kingston-upon-hull")


def test_posts_leave_out_what_the_catalogue_adds_to_an_area() -> None:
    found = begun("devolved-city-region", "west-yorkshire-combined-authority-area")
    assert "west-yorkshire-combined-authority-mayor" in found.roles


def test_a_district_gets_the_posts_a_district_has() -> None:
    found = landscape(start("council", "adur", ON))
    assert set(found.roles) == {"adur-environmental-health-manager", "adur-housing-director"}


def test_a_county_council_gets_its_own_posts_and_not_those_of_its_districts() -> None:
    found = begun("council", "essex")
    assert {role.organisations for role in found.roles.values()} == {("essex-council",)}


def test_a_map_without_an_area_is_about_a_made_up_one() -> None:
    found = begun("multi-council-system", "")
    assert found.info.area == "anyshire"
    assert [id for id, one in found.organisations.items() if not one.catalogue and one.type == "unitary-council"] == [
        "anytown-council",
        "anyford-council",
    ]


def test_the_schema_comes_along_so_that_editors_check_while_typing() -> None:
    found = files("council", "salford")
    assert found["map.schema.json"] == (CONFIGS / "schema" / "map.schema.json").read_text("utf-8")
    assert all(
        text.startswith("# yaml-language-server: $schema=map.schema.json\n")
        for name, text in found.items()
        if name.endswith(".yaml")
    )


@pytest.mark.parametrize(
    ("template", "area", "words"),
    [
        ("single-council", "", ["no template", '"single-council-system"']),
        ("multi-council-system", "grater-manchester", ["no area", '"greater-manchester"']),
        ("council", "zzz", ["no area", "adur"]),
        ("multi-council-system", "bolton", ["place level", "greater-manchester", "use council"]),
        ("multi-council-system", "sussex", ["ended on 31 March 2026", '"surrey-and-sussex"']),
        ("single-council-system", "greater-manchester", ["10 councils", '"multi-council-system"']),
        ("multi-council-system", "gloucestershire-system", ["one council", '"single-council-system"']),
        ("devolved-city-region", "cheshire-and-merseyside", ["no strategic authority", '"multi-council-system"']),
        ("devolved-city-region", "north-west", ["no strategic authority", '"region"']),
        ("region", "west-yorkshire-combined-authority-area", ["nine regions", '"devolved-city-region"']),
    ],
)
def test_what_will_not_do_is_refused_with_what_would(template: str, area: str, words: list[str]) -> None:
    with pytest.raises(InvalidMap) as caught:
        start(template, area, ON)
    for word in words:
        assert word in str(caught.value)


def test_an_area_that_has_not_begun_is_refused() -> None:
    with pytest.raises(InvalidMap, match="not in force yet"):
        start("multi-council-system", "surrey-and-sussex", date(2025, 1, 1))
