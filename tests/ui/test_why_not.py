"""“Why isn't this shown?”: every filter by itself, in pairs and at random; days, areas and levels; and the page's buttons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest
import streamlit as st
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from rolemap import pipeline
from rolemap.graph import RoleGraph
from rolemap.reading.catalogues import CONFIGS
from rolemap.search import Kind
from rolemap.ui import maps, state
from rolemap.ui.filters import Filters, choices, matching
from rolemap.ui.search.absent import Subject
from rolemap.ui.search.whynot import NAMES, squares_of, why_not, without
from rolemap.ui.words import COUNTED
from tests.pictures.easton import EASTON
from tests.ui.test_app import opened, shown
from tests.ui.test_kept import linked
from tests.worlds import DAY, build

STOP_SMOKING = Subject(Kind.SQUARE, "stop-smoking", "salford")

HIDING = {
    "pillars": ("cross-cutting",),
    "levels": ("system",),
    "areas": ("oldham",),
    "states": ("gap",),
    "organisations": ("oldham-council",),
    "domains": ("health-protection",),
    "statutory": True,
    "text": "no such words",
}
"""Filters that each hide stop smoking in Salford."""


@pytest.fixture(autouse=True, scope="module")
def empty_caches() -> Iterator[None]:
    yield
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def graph() -> RoleGraph:
    return pipeline.analyse(CONFIGS / "examples" / "greater-manchester", DAY).graph


def world(text: str, on: date = DAY) -> RoleGraph:
    return build(EASTON + text, on)


def is_shown(graph: RoleGraph, filters: Filters, subject: Subject) -> bool:
    places = {(cell.responsibility, cell.area) for cell in squares_of(graph, subject)}
    return any((cell.responsibility, cell.area) in places for cell in matching(graph, filters))


def test_without_filters_it_is_shown(graph: RoleGraph) -> None:
    answer = why_not(graph, Filters(), STOP_SMOKING)
    assert answer.shown
    assert answer.reasons == ()
    assert answer.sentence == "“Commission stop smoking services” in Salford is shown: the square."


@pytest.mark.parametrize("name", HIDING)
def test_each_filter_that_hides_is_named(graph: RoleGraph, name: str) -> None:
    filters = Filters(**{name: HIDING[name]})  # type: ignore[arg-type]
    answer = why_not(graph, filters, STOP_SMOKING)
    assert not answer.shown
    assert answer.filters == (name,)
    assert NAMES[name] in answer.reasons[0].sentence


@pytest.mark.parametrize(("one", "other"), tuple(combinations(HIDING, 2)))
def test_two_filters_that_hide_are_both_named(graph: RoleGraph, one: str, other: str) -> None:
    filters = Filters(**{one: HIDING[one], other: HIDING[other]})  # type: ignore[arg-type]
    answer = why_not(graph, filters, STOP_SMOKING)
    assert set(answer.filters) == {one, other}


def test_a_filter_that_does_not_hide_is_not_named(graph: RoleGraph) -> None:
    filters = Filters(areas=("salford",), states=("gap",), levels=("place",))
    assert why_not(graph, filters, STOP_SMOKING).filters == ("states",)


def test_what_the_filter_lets_through_is_said_beside_what_this_is(graph: RoleGraph) -> None:
    answer = why_not(graph, Filters(areas=("oldham", "bury")), STOP_SMOKING)
    assert answer.reasons[0].sentence == "The filter Area lets through only Oldham or Bury; this is Salford."


def test_only_where_places_differ_is_named_too(graph: RoleGraph) -> None:
    alike = next(cell for cell in graph.needed if cell not in matching(graph, Filters(differ=True)))
    subject = Subject(Kind.SQUARE, alike.responsibility, alike.area)
    assert why_not(graph, Filters(differ=True), subject).filters == ("differ",)


@settings(max_examples=80, deadline=None)
@given(some.data())
def test_taking_the_named_filters_away_shows_it(graph: RoleGraph, data: some.DataObject) -> None:
    offered = choices(graph)

    def few(options: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(data.draw(some.lists(some.sampled_from(options), max_size=2, unique=True)))

    filters = Filters(
        pillars=few(offered.pillars),
        levels=few(offered.levels),
        areas=few(offered.areas),
        states=few(COUNTED),
        organisations=few(offered.organisations),
        domains=few(offered.domains),
        statutory=data.draw(some.booleans()),
        text=data.draw(some.sampled_from(("", "", "health", "salford", "xyzzy"))),
        differ=data.draw(some.booleans()),
    )
    cell = data.draw(some.sampled_from(graph.cells))
    subject = data.draw(
        some.sampled_from(
            [
                Subject(Kind.SQUARE, cell.responsibility, cell.area),
                Subject(Kind.RESPONSIBILITY, cell.responsibility),
                Subject(Kind.PLACE, cell.area),
                *(Subject(Kind.ROLE, lead) for lead in cell.leads),
                *(Subject(Kind.AGREEMENT, one) for one in cell.agreements),
            ]
        )
    )
    answer = why_not(graph, filters, subject)
    assert answer.shown == is_shown(graph, filters, subject)
    assume(not answer.shown)
    assert answer.filters
    assert is_shown(graph, without(filters, answer.filters), subject)


def sentences(graph: RoleGraph, subject: Subject) -> str:
    answer = why_not(graph, Filters(), subject)
    assert not answer.shown
    assert answer.reasons
    return " ".join(reason.sentence for reason in answer.reasons)


def test_a_place_outside_the_map_is_said_to_be_so(graph: RoleGraph) -> None:
    assert sentences(graph, Subject(Kind.SQUARE, "stop-smoking", "leeds")).endswith(
        "Leeds lies outside Greater Manchester, which this map is about."
    )


def test_a_level_without_need_is_said(graph: RoleGraph) -> None:
    said = sentences(graph, Subject(Kind.SQUARE, "stop-smoking", "greater-manchester"))
    assert "needs a lead at the level Place; Greater Manchester is of the level System" in said


def test_what_has_ended_names_the_day_to_look_at() -> None:
    found = world("  trust: {title: Old, until: 2025-03-31}\n")
    answer = why_not(found, Filters(), Subject(Kind.AGREEMENT, "trust"))
    assert answer.reasons[0].day == date(2025, 3, 31)
    assert answer.reasons[0].sentence == "“Old” ended on 31 March 2025."


def test_a_responsibility_that_begins_later_is_said_to_do_so() -> None:
    text = EASTON.replace("title: Parks,", "title: Parks, from: 2027-04-01,")
    answer = why_not(build(text, DAY), Filters(), Subject(Kind.SQUARE, "parks", "easton"))
    assert [(reason.sentence, reason.day) for reason in answer.reasons] == [
        ("“Parks” begins on 1 April 2027.", date(2027, 4, 1))
    ]


def test_a_responsibility_that_says_nothing_of_where_it_is_needed() -> None:
    text = EASTON.replace("  strategy: {", "  swimming: {title: Swimming}\n  strategy: {")
    assert "does not say where “Swimming” needs a lead" in sentences(
        build(text, DAY), Subject(Kind.RESPONSIBILITY, "swimming")
    )


def test_a_lead_needed_only_where_a_type_of_body_is() -> None:
    text = EASTON.replace("title: Parks,", "title: Parks, needs_lead_where: [council],")
    text = text.replace("name: Easton Council,", "name: Easton Council, type: council,").replace(
        "  - {responsibility: parks, at: westby, leads: westby-council, status: proposed}\n", ""
    )
    found = build("organisation_types: {council: {name: Council}}" + text, DAY)
    said = sentences(found, Subject(Kind.SQUARE, "parks", "westby"))
    assert "needs a lead only where there is a body of the type Council; Westby has none" in said


def test_a_body_that_has_ended_or_has_no_part() -> None:
    text = EASTON.replace(
        "  westby-council: {", "  gone: {name: Gone, until: 2020-01-01}\n  idle: {name: Idle}\n  westby-council: {"
    )
    found = build(text, DAY)
    assert "“Gone” ended on 1 January 2020." in sentences(found, Subject(Kind.ORGANISATION, "gone"))
    assert "Idle has no part in any responsibility" in sentences(found, Subject(Kind.ORGANISATION, "idle"))


def test_a_body_that_only_contributes_is_said_to_lead_on_nothing() -> None:
    text = EASTON.replace("leads: [easton-council, icb]", "leads: easton-council").replace(
        "leads: icb", "delivers: icb"
    )
    answer = why_not(build(text, DAY), Filters(), Subject(Kind.ORGANISATION, "icb"))
    assert answer.shown
    assert "It leads on none of them" in answer.sentence


def test_what_there_is_no_room_for_is_said(graph: RoleGraph) -> None:
    answer = why_not(graph, Filters(), STOP_SMOKING, columns=("oldham",))
    assert not answer.shown
    assert answer.reasons[0].area == "salford"


def test_the_page_answers_and_its_button_takes_just_that_filter_away() -> None:
    app = linked(pillar="cross-cutting", area="salford", missed="stop smoking salford")
    assert not app.exception
    said = " ".join(one.value for one in app.markdown).replace("\\", "")
    assert "is hidden by the filters" in said
    button = next(one for one in app.button if one.label == "Take the filter “Pillar” away")
    button.click().run()
    assert shown(app).endswith("Filters: area Salford.")
    assert "is shown" in " ".join(one.value for one in app.markdown)


def test_the_page_takes_all_filters_away_that_hide_it() -> None:
    app = linked(
        pillar="cross-cutting", area="oldham", statutory="yes", missed="stop smoking salford", state="gap,assumed"
    )
    next(one for one in app.button if one.key == "without-all").click().run()
    assert shown(app).endswith("Filters: state Gap or Assumed.")


def test_the_page_says_why_of_what_the_link_names() -> None:
    app = linked(missed="stop smoking leeds", why="square/stop-smoking@leeds")
    assert "Leeds lies outside" in " ".join(one.value for one in app.markdown)
    assert app.query_params["why"] == "square/stop-smoking@leeds"


def test_the_page_goes_to_the_day_on_which_it_is_shown() -> None:
    text = EASTON.replace("title: Parks,", "title: Parks, from: 2027-04-01,")
    found = maps.uploaded([("a.yaml", text.encode())])
    app = opened("leads.py", found.id, **{state.UPLOADS: {found.id: found}, state.MISSED: "parks easton"})
    next(one for one in app.button if one.label == "Show 1 April 2027").click().run()
    assert not app.exception
    assert app.session_state[state.ON] == date(2027, 4, 1)
    assert "“Parks” in Easton is shown" in " ".join(one.value for one in app.markdown).replace("\\", "")


def test_the_map_answers_too() -> None:
    app = linked("map.py", level="system", missed="salford")
    assert not app.exception
    assert any(one.label.startswith("Take the filter “Level” away") for one in app.button)


def test_nothing_known_by_the_words_is_said() -> None:
    app = linked(missed="xyzzy")
    assert any("know nothing by these words" in one.value for one in app.info)
