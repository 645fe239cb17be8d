"""The views of Who leads on what: places side by side, who works with whom, how clear; their words, counts and files."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rolemap.graph.alike import side_by_side
from rolemap.graph.together import ANY, together
from rolemap.pictures.heat import heat
from rolemap.pictures.palette import STATES
from rolemap.reports.sections import health
from rolemap.reports.sections.health import clarity
from rolemap.reports.typesetting import dots
from rolemap.ui import maps, rowsview, state
from rolemap.ui.filters import Filters, describe, differing_in, matching
from rolemap.ui.leads import across, bonds, clearview, pairsview, views
from rolemap.ui.leads.board import build_board, tally
from rolemap.ui.tables import MOST
from tests.reports.worlds import HOSTILE as NASTY
from tests.reports.worlds import example, small
from tests.ui.test_app import hostile, opened, shown, written

GRAPH = example("northshire").graph
OTHER = example("greater-manchester").graph
UNTITLED_MAP = b"""
levels: {place: {name: Place}}
areas: {easton: {name: Easton, level: place}, westby: {name: Westby, level: place}}
organisations: {c: {name: Council, area: easton}}
responsibilities: {r: {title: Stop smoking, needs_lead_at: [place]}}
assignments: [{responsibility: r, at: easton, leads: c}]
"""
EXAMPLES = ("greater-manchester", "northshire", "one-council", "one-region")


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def squares_of(responsibility: str, level: str = "") -> list:  # type: ignore[type-arg]
    return [one for one in GRAPH.cells if one.responsibility == responsibility and level in ("", one.level)]


# The page


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("view", list(views.VIEWS))
def test_every_view_opens_on_every_example(name: str, view: str) -> None:
    app = opened("leads.py", name, **{state.VIEW: view})
    assert not app.exception
    assert app.button_group(key=state.VIEW).value == view


@pytest.mark.parametrize("view", list(views.VIEWS))
def test_every_view_says_what_to_do_when_nothing_matches(view: str) -> None:
    app = opened(**{state.VIEW: view, state.TEXT: "no such words anywhere"})
    assert not app.exception
    assert any("No square matches these filters" in one.value for one in app.info)


@pytest.mark.parametrize("view", list(views.VIEWS))
def test_hostile_names_stay_text_in_every_view(view: str) -> None:
    app = hostile("leads.py", **{state.VIEW: view})
    assert not app.exception
    assert "<script>" not in written(app)
    assert "<img" not in written(app)


def test_the_view_is_in_the_address_but_for_the_table() -> None:
    app = opened()
    assert state.VIEW not in app.query_params
    app.button_group(key=state.VIEW).set_value(views.CLEAR).run()
    assert app.query_params[state.VIEW] == views.CLEAR
    app.button_group(key=state.VIEW).set_value(views.TABLE).run()
    assert state.VIEW not in app.query_params


def test_a_link_to_a_square_alone_opens_the_table() -> None:
    app = opened(**{state.VIEW: views.WORK})
    app.query_params.clear()
    app.query_params[state.SQUARE_IN_ADDRESS] = "stop-smoking@salford"
    app.run()
    assert app.button_group(key=state.VIEW).value == views.TABLE
    assert "Salford" in written(app)


def test_a_responsibility_is_offered_and_shown_in_every_place() -> None:
    app = opened(**{state.VIEW: views.SIDE})
    [first, *_] = [one for one in app.button if one.key and one.key.startswith("across-")]
    first.click().run()
    assert not app.exception
    chosen = app.selectbox(key=state.SIDE_BY_SIDE).value
    assert app.query_params[state.SIDE_BY_SIDE] == chosen
    assert "in " in written(app)
    [button] = [one for one in app.button if one.label == "Everything in these places"]
    button.click().run()
    assert app.button_group(key=state.VIEW).value == views.TABLE
    assert app.toggle(key=state.DIFFER).value is True
    assert "only where places differ" in shown(app)


def test_a_responsibility_that_the_filters_leave_out_says_so() -> None:
    app = opened(**{state.VIEW: views.SIDE, state.SIDE_BY_SIDE: "jlhws", state.LEVEL: ["system"]})
    assert any("leave out every place" in one.value for one in app.info)


def test_two_bodies_are_opened_by_name_and_closed() -> None:
    app = opened("leads.py", "northshire", **{state.VIEW: views.WORK})
    app.selectbox(key=state.BODY).set_value("northshire-icb").run()
    assert "works with 14 others" in written(app)
    app.selectbox(key=state.OTHER_BODY).set_value("easton-council").run()
    assert re.search(r"They share \d+ responsibilities in \d+ squares", written(app))
    assert app.query_params[state.PAIR] == "easton-council~northshire-icb"
    app.button(key="close-square").click().run()
    assert app.selectbox(key=state.OTHER_BODY).value is None
    assert "They share" not in written(app)


def test_a_body_that_works_with_nobody_on_what_counts_stays_chosen_and_is_said() -> None:
    app = opened("leads.py", "northshire", **{state.VIEW: views.WORK})
    app.selectbox(key=state.BODY).set_value("northshire-icb").run()
    app.multiselect(key=state.PILLAR).select("health-behaviours").run()
    app.button_group(key=state.GROUND).set_value(["both are recorded as leads"]).run()
    assert app.selectbox(key=state.BODY).value == app.query_params[state.BODY] == "northshire-icb"
    assert "shares no responsibility with another organisation here" in written(app)
    app.button_group(key=state.GROUND).set_value([]).run()
    assert "Northshire Integrated Care Board works with" in written(app)


def test_grounds_narrow_what_counts() -> None:
    app = opened("leads.py", "northshire", **{state.VIEW: views.WORK})
    whole = written(app)
    app.button_group(key=state.GROUND).set_value(["both are recorded as leads"]).run()
    assert not app.exception
    assert written(app) != whole


# What is said


def test_how_most_places_stand_is_said_in_a_sentence() -> None:
    found = side_by_side(GRAPH, squares_of("neighbourhood-health-plan", "place"))
    said = across.sentence(GRAPH, found[0])
    assert said.startswith("Place: in all 4 places the health and wellbeing board leads. 4 assumed. In 2 more no lead")
    [found] = side_by_side(OTHER, [one for one in OTHER.cells if one.responsibility == "jlhws"])
    said = across.sentence(OTHER, found)
    assert (
        said
        == "Place: in 9 of 10 places the unitary council leads; in 1 the health and wellbeing board leads. 10 clear."
    )


def test_those_that_differ_stand_first_and_are_marked_in_words() -> None:
    [found] = side_by_side(OTHER, [one for one in OTHER.cells if one.responsibility == "outbreak-management"])
    rows = across.rows(OTHER, found)
    assert [row.strong for row in rows] == [True, *[False] * 9]
    assert rows[0].cells[-1] == {"mark": "▲", "text": "other lead, other state"}
    assert rows[-1].cells[-1] == {"mark": "=", "text": "as most"}
    assert all(row.open.startswith("outbreak-management@") for row in rows)
    sent = rowsview.payload(rowsview.OpenTable("c", across.HEAD, rows))
    assert json.loads(json.dumps(sent)) == sent
    assert all(len(row["cells"]) == len(across.HEAD) - 1 for row in sent["rows"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_tables_hold_every_square_once(name: str) -> None:
    graph = example(name).graph
    for responsibility in list(dict.fromkeys(cell.responsibility for cell in graph.cells))[:12]:
        here = [cell for cell in graph.cells if cell.responsibility == responsibility]
        head, *body = lines(across.sheet(graph, side_by_side(graph, here)))
        assert tuple(head) == across.LINE
        title = graph.landscape.title
        assert sorted(line[2] for line in body) == sorted(title(cell.area) for cell in here)


def test_places_in_which_most_differ_are_offered_first() -> None:
    ranked = across.others(GRAPH, GRAPH.cells)
    assert [number for _, number, _ in ranked] == sorted((number for _, number, _ in ranked), reverse=True)
    assert all(0 < number < whole for _, number, whole in ranked)


def test_only_rows_in_which_places_differ_are_kept() -> None:
    filters = Filters(levels=("place",), differ=True)
    kept = {cell.responsibility for cell in matching(GRAPH, filters)}
    assert "sexual-health" in kept
    assert kept == differing_in(GRAPH, [one for one in GRAPH.cells if one.level == "place"], ())
    assert kept < {cell.responsibility for cell in matching(GRAPH, Filters(levels=("place",)))}
    assert describe(GRAPH, filters) == "level Place; only where places differ"
    assert build_board(GRAPH, filters).shown_rows == len(kept)


def test_of_chosen_areas_one_without_a_square_differs() -> None:
    two = ("easton", "westby")
    cells = [one for one in GRAPH.cells if one.area == "easton"][:1]
    assert differing_in(GRAPH, cells, two) == {cells[0].responsibility}
    assert differing_in(GRAPH, cells, ()) == set()


# Who works with whom


def test_the_grid_is_the_same_both_ways_and_its_table_says_the_same() -> None:
    found = together(GRAPH, GRAPH.cells)
    bodies = bonds.drawn(found, "")
    numbers = pairsview.numbers(found, bodies)
    assert all(numbers[a][b] == numbers[b][a] for a in range(len(bodies)) for b in range(len(bodies)))
    assert all(numbers[a][a] == 0 for a in range(len(bodies)))
    seen = bonds.Seen(GRAPH, GRAPH.cells, ANY, found)
    rows = bonds.rows(seen, bonds.ranked(found, ""))
    assert sum(int(row[2]) for row in rows) == sum(map(len, found.pairs.values()))
    assert seen.first_rows("") == rows[:MOST]
    assert [int(row[2]) for row in rows] == sorted((int(row[2]) for row in rows), reverse=True)
    body = lines(bonds.sheet(seen, ""))[1:]
    assert len(body) == sum(int(row[3].replace(",", "")) for row in rows)
    sent = pairsview.payload(GRAPH, found, bodies)
    assert json.loads(json.dumps(sent)) == sent


def test_what_the_grid_leaves_out_is_said() -> None:
    graph = example("greater-manchester").graph
    found = together(graph, graph.cells)
    assert len(bonds.drawn(found, "")) == bonds.MOST_DRAWN
    assert f"{len(found.bodies) - bonds.MOST_DRAWN} more are in the table" in bonds.left_out(found, "")
    first = bonds.drawn(found, "nhs-england")
    assert first[0] == "nhs-england"
    assert bonds.left_out(found, "nhs-england") == ""


# How clear


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("word", ["level", "pillar"])
def test_bars_count_every_square_once(name: str, word: str) -> None:
    graph = example(name).graph
    found = health.groups(graph.landscape, graph.needed, word)
    assert sum(len(cells) for _, cells in found) == len(graph.needed)
    html = clearview.bars(found)
    for group, cells in found:
        assert group.replace("&", "&amp;") in html
        assert f"({tally(cells).sure:,} of {len(cells):,})" in html
    for picture in clarity(graph.landscape, graph.needed):
        assert picture.table is not None
        head, rows = clearview.as_text(picture.table)
        last = rows[-1]
        assert int(last[1].replace(",", "")) == len(graph.needed)
        states = dict(zip(head[2 : 2 + len(STATES) - 1], last[2:], strict=False))
        assert sum(int(number.replace(",", "")) for number in states.values()) == len(graph.needed)


def test_the_clearest_and_the_least_clear_are_said() -> None:
    found = health.groups(GRAPH.landscape, GRAPH.needed, "level")
    said = clearview.sentence("level", found)
    assert said.startswith("Clearest is ")
    assert "; least clear is " in said
    assert clearview.sentence("level", found[:1]).startswith("All of it is at one level")


# Pictures as files


NAMES = st.lists(st.text(max_size=80), min_size=0, max_size=6)


@given(NAMES, st.integers(0, 2_000))
def test_a_grid_is_well_formed_and_writes_every_number(names: list[str], most: int) -> None:
    numbers = [[0 if a == b else (most + a + b) % 97 for b in range(len(names))] for a in range(len(names))]
    root = ElementTree.fromstring(heat(names, numbers))
    said = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    drawn = sorted(str(number) for row in numbers for number in row if number)
    squares = list(root.iter("{http://www.w3.org/2000/svg}rect"))
    assert len(squares) - 1 == len(drawn)
    assert all(number in said for number in drawn)


def test_pictures_become_dots_that_an_independent_reader_opens() -> None:
    graph = small(NASTY).graph
    found = together(graph, graph.cells)
    bodies = bonds.drawn(found, "")
    names = [graph.landscape.title(id) for id in bodies] or ["one", "other"]
    pictures = [heat(names, [[2] * len(names)] * len(names))]
    pictures += [picture.svg for picture in clarity(graph.landscape, graph.needed)]
    for svg in pictures:
        with Image.open(io.BytesIO(dots(svg))) as image:
            assert image.format == "PNG"
            assert image.width >= 1_000
            assert len(image.convert("L").getcolors(1_000_000) or []) > 3


def test_a_map_without_a_title_has_one_name_everywhere() -> None:
    found = maps.uploaded([("a.yaml", UNTITLED_MAP)])
    for page in ("leads.py", "maps.py", "parties.py", "compare.py"):
        app = opened(page, found.id, **{state.UPLOADS: {found.id: found}, state.PARTY: "c"})
        assert not app.exception
        assert "Untitled map" in written(app)
        assert "without a title" not in written(app)
        assert "Your map" not in written(app)


@pytest.mark.parametrize(
    ("page", "session", "what"),
    [
        ("map.py", {}, "picture"),
        ("leads.py", {}, "chart of totals"),
        ("leads.py", {state.VIEW: views.WORK}, "grid"),
        ("leads.py", {state.VIEW: views.CLEAR}, "chart by pillar"),
        ("agreements.py", {}, "line of years"),
        ("parties.py", {state.PARTY: "easton-director-of-public-health"}, "chart of load"),
    ],
)
def test_every_picture_is_offered_as_dots_and_as_vectors(page: str, session: dict[str, str], what: str) -> None:
    app = opened(page, "northshire", **session)
    assert not app.exception
    labels = [one.proto.label for one in app.get("download_button")]
    assert f"The {what} as PNG" in labels
    assert f"The {what} as SVG" in labels


@pytest.mark.parametrize(("chosen", "hidden"), [("assumed", False), ("contested", True)])
def test_an_open_square_that_the_filters_hide_says_so(chosen: str, hidden: bool) -> None:
    app = opened(**{state.OPEN: "stop-smoking@salford", state.STATE: [chosen]})
    assert not app.exception
    assert ["out of the table" in one.value for one in app.caption].count(True) == hidden
