"""What is drawn, what is gathered, dimmed and left out, and where it goes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

import pytest

from rolemap import pipeline
from rolemap.graph import RoleGraph
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.pictures.layout import Block, Box, Level, lay_out
from rolemap.pictures.values import Drawing, Shape
from rolemap.reading.catalogues import CONFIGS
from tests.pictures.easton import EASTON, large
from tests.worlds import DAY, build

EXAMPLE = CONFIGS / "examples" / "greater-manchester"

FOCI = {
    "everything": Focus(),
    "each one": Focus(gather=False, limit=1000),
    "an organisation": Focus(about="organisation/bolton-council"),
    "a role": Focus(about="role/manchester-dph"),
    "an agreement": Focus(about="agreement/fairer-health-for-all"),
    "a pillar": Focus(pillars=("health-behaviours",)),
    "a level": Focus(levels=("system",)),
    "an area": Focus(areas=("bolton",)),
    "gaps": Focus(states=("gap",)),
    "few": Focus(limit=25),
}


@pytest.fixture(scope="module")
def manchester() -> RoleGraph:
    return pipeline.analyse(EXAMPLE, DAY).graph


@pytest.fixture(scope="module")
def easton() -> RoleGraph:
    return build(EASTON)


def named(drawing: Drawing, start: str) -> Shape:
    found = [shape for shape in drawing.shapes if shape.title.startswith(start)]
    assert len([shape for shape in found if not shape.dimmed]) <= 1
    return min(found, key=lambda shape: shape.dimmed)


def between(drawing: Drawing, who: str, what: str) -> list[tuple[str, int]]:
    ends = named(drawing, who).id, named(drawing, what).id
    return [(line.kind, line.strength) for line in drawing.lines if (line.source, line.target) == ends]


def test_levels_are_bands_the_widest_on_top(easton: RoleGraph) -> None:
    drawing = draw(easton)
    assert [band.name for band in drawing.bands] == ["System", "Place"]
    system, place = (band.place for band in drawing.bands)
    assert system.y + system.height < place.y
    for shape in drawing.shapes:
        band = next(band.place for band in drawing.bands if band.level == shape.level)
        assert band.x < shape.x - shape.width / 2
        assert shape.x + shape.width / 2 < band.x + band.width
        assert band.y < shape.y - shape.height / 2
        assert shape.y + shape.height / 2 < band.y + band.height


def test_ids_say_nothing(easton: RoleGraph) -> None:
    drawing = draw(easton)
    assert [shape.id for shape in drawing.shapes] == [f"n{number}" for number in range(1, len(drawing.shapes) + 1)]


def test_lines_say_who_leads_and_how_sure_that_is(easton: RoleGraph) -> None:
    drawing = draw(easton, Focus(areas=("easton",)))
    assert between(drawing, "Director", "Stop smoking") == [("leads", 1)]
    assert between(drawing, "NHS Northshire", "Stop smoking") == [("contributes", 1)]
    assert between(drawing, "Easton Council", "Parks") == [("leads-contested", 1)]
    westby = draw(easton, Focus(areas=("westby",)))
    assert between(westby, "Westby Council", "Parks") == [("proposed", 1)]
    assert between(westby, "Director", "Stop smoking") == [("leads", 1)]
    assert between(draw(easton), "NHS Northshire", "Prevention") == [("leads-assumed", 1)]


def test_a_vacant_post_says_so_in_words_and_by_symbol(easton: RoleGraph) -> None:
    post = named(draw(easton, Focus(areas=("westby",))), "Director")
    assert post.label.startswith("○ ")
    assert "The post is vacant." in post.title
    assert post.state == "vacant"


def test_states_of_places_are_counted(easton: RoleGraph) -> None:
    drawing = draw(easton)
    assert named(drawing, "Stop smoking").states == (("clear", 1), ("vacant", 1))
    assert named(drawing, "Parks").states == (("contested", 1), ("proposed", 1))
    assert named(drawing, "Parks").label.endswith("≠ 1  → 1")
    assert named(drawing, "Prevention").state == "assumed"


def test_roles_stand_under_their_organisation_in_a_frame(easton: RoleGraph) -> None:
    drawing = draw(easton)
    council, post = (
        one for one in drawing.shapes if {"role/easton-dph", "organisation/easton-council"} & {*one.stands_for}
    )
    assert council.kind == "organisation"
    assert post.x == council.x
    assert 0 < post.y - council.y < 100
    frames = [frame.place for frame in drawing.frames]
    assert any(frame.y < council.y and post.y < frame.y + frame.height for frame in frames)


def test_what_is_far_from_the_focus_is_dimmed_not_hidden(easton: RoleGraph) -> None:
    drawing = draw(easton, Focus(about="role/easton-dph"))
    assert not named(drawing, "Director of public health\nEaston").dimmed
    assert not named(drawing, "Stop smoking").dimmed
    assert named(drawing, "Westby Council").dimmed
    lit = {shape.id for shape in drawing.shapes if not shape.dimmed}
    assert all(line.dimmed or {line.source, line.target} <= lit for line in drawing.lines)
    assert any(line.kind == "answers-to" for line in drawing.lines)
    assert "the rest is dimmed" in drawing.sentence
    assert drawing.title == "Director of public health, Easton Council · Northshire"


def test_an_agreement_shows_its_parties_and_marks_what_it_covers(easton: RoleGraph) -> None:
    drawing = draw(easton, Focus(about="agreement/core-offer"))
    assert named(drawing, "Core offer").kind == "agreement"
    assert between(drawing, "NHS Northshire", "Core offer") == [("agreement", 1)]
    assert named(drawing, "Stop smoking").label.endswith("◆")
    assert named(drawing, "Parks").dimmed


def test_many_far_from_the_focus_are_one_dimmed_shape() -> None:
    drawing = draw(build(large(12, 50)), Focus(about="role/d3"))
    assert not named(drawing, "Responsibility number 7").dimmed
    far = named(drawing, "Other responsibilities")
    assert far.dimmed
    assert far.weight == 11 * 50
    assert far.label.splitlines()[1] == "50 responsibilities"


def test_a_focus_that_is_not_there_draws_everything(easton: RoleGraph) -> None:
    drawing = draw(easton, Focus(about="role/nobody"))
    assert drawing.shapes == draw(easton).shapes
    assert "dimmed" not in drawing.sentence


def test_filters_leave_out_and_are_named(easton: RoleGraph) -> None:
    drawing = draw(easton, Focus(pillars=("places",), states=("contested",)))
    topics = [shape for shape in drawing.shapes if shape.kind == "responsibility"]
    assert [shape.stands_for for shape in topics] == [("responsibility/parks",)]
    assert drawing.sentence.endswith("Filters: Places; contested.")
    assert "1 of 3 responsibilities shown" in drawing.sentence


def test_nothing_matching_is_an_empty_drawing(easton: RoleGraph) -> None:
    drawing = draw(easton, Focus(states=("gap",)))
    assert drawing.shapes == drawing.lines == drawing.bands == ()
    assert drawing.height == 0


def test_those_alike_are_gathered_where_there_are_many() -> None:
    graph = build(large(12, 50))
    drawing = draw(graph)
    assert named(drawing, "Director × 12").weight == 600
    assert named(drawing, "Council × 12").kind == "organisation"
    assert [shape.kind for shape in drawing.shapes].count("bundle") == 2
    assert drawing.left_out == 0
    each = draw(graph, Focus(gather=False))
    assert len([shape for shape in each.shapes if shape.kind == "role"]) == 12
    assert len([shape for shape in each.shapes if shape.kind == "responsibility"]) == 50


def test_what_there_is_no_room_for_is_counted() -> None:
    graph = build(large(12, 50))
    drawing = draw(graph, Focus(gather=False, limit=40))
    assert len(drawing.shapes) == 40
    assert drawing.left_out == 24 + 50 - 40
    assert "34 shapes left out for want of room" in drawing.sentence


def test_no_drawing_has_more_than_a_thousand_shapes() -> None:
    drawing = draw(build(large(4, 1100)), Focus(gather=False, limit=5000))
    assert len(drawing.shapes) == 1000
    assert drawing.left_out == 108
    assert "108 shapes left out" in drawing.sentence


def test_a_thousand_boxes_are_laid_out_in_less_than_a_second() -> None:
    actors = tuple(Block((Box(f"a{n}", 200, 40),), weight=n) for n in range(400))
    topics = tuple(Block(tuple(Box(f"t{p}-{n}", 250, 40) for n in range(120)), heading=str(p)) for p in range(5))
    leads = {f"a{n}": [f"t{n % 5}-{m}" for m in range(120)] for n in range(400)}
    started = time.perf_counter()
    places = lay_out([Level("place", actors, topics)], leads)
    assert time.perf_counter() - started < 1
    assert len(places.boxes) == 1000


@pytest.mark.parametrize("focus", FOCI.values(), ids=FOCI)
def test_no_two_shapes_overlap(manchester: RoleGraph, focus: Focus) -> None:
    drawing = draw(manchester, focus)
    assert drawing.shapes
    for one, other in combinations(drawing.shapes, 2):
        apart = (
            abs(one.x - other.x) >= (one.width + other.width) / 2
            or abs(one.y - other.y) >= (one.height + other.height) / 2
        )
        assert apart, (one.title, other.title)
    assert len(drawing.shapes) <= focus.limit


def test_the_overview_of_a_city_region_fits_a_projector(manchester: RoleGraph) -> None:
    drawing = draw(manchester)
    assert len(drawing.shapes) <= 60
    assert drawing.width <= 1150
    assert drawing.height <= 1300


SCRIPT = """
from datetime import date
from rolemap import pipeline
from rolemap.pictures.drawing import draw
from tests.pictures.test_drawing import EXAMPLE, FOCI
graph = pipeline.analyse(EXAMPLE, date(2026, 7, 1)).graph
print([draw(graph, focus).revision for focus in FOCI.values()])
"""


def test_the_same_map_gives_the_same_picture_in_every_run(manchester: RoleGraph) -> None:
    here = str([draw(manchester, focus).revision for focus in FOCI.values()])
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
        )
        assert run.stdout.strip() == here
