"""The page Search: what is typed into the menu, grouped, with links that open each thing where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rolemap import pipeline
from rolemap.reading.catalogues import CONFIGS
from rolemap.search import Kind, build_index, entries, search
from rolemap.ui import state
from rolemap.ui.search import searchview
from tests.ui.test_app import DAY, hostile, opened, written
from tests.ui.test_kept import linked


@pytest.fixture(autouse=True, scope="module")
def empty_caches() -> Iterator[None]:
    yield
    st.cache_resource.clear()


def searched(words: str, **address: str) -> AppTest:
    return linked("search.py", search=words, on=DAY.isoformat(), **address)


def links(app: AppTest) -> list[tuple[str, str]]:
    """Return the words and the address of every link to something found."""
    found = [one.proto for one in app.main.get("page_link")]
    return [(one.label.replace("\\", ""), f"{one.page}?{one.query_string}") for one in found]


def test_a_search_in_the_menu_opens_the_page_with_the_words_in_the_address() -> None:
    app = opened()
    app.text_input(key=state.SEARCH).set_value("stop smoking salford").run()
    assert not app.exception
    assert app.title[0].value == "Search"
    assert app.query_params["search"] == "stop smoking salford"


def test_stop_smoking_in_salford_is_found_and_opens_its_square() -> None:
    app = searched("stop smoking salford")
    assert not app.exception
    label, address = links(app)[0]
    assert label == "Commission stop smoking services in Salford"
    for part in ("square=stop-smoking%40salford", "only=yes", "on=2026-07-01"):
        assert part in address
    assert "1 match for “stop smoking salford”" in written(app)
    assert "Salford City Council" in " ".join(one.value for one in app.caption)


def test_a_link_in_another_map_names_the_map() -> None:
    assert all("map=northshire" in address for _, address in links(searched("easton", map="northshire")))


def test_every_kind_of_thing_has_a_heading_with_its_number() -> None:
    app = searched("health")
    headings = [one.value for one in app.header]
    for kind in ("Responsibilities", "Roles", "Organisations", "Agreements", "Words", "Findings"):
        assert any(heading.startswith(f"{kind} (") for heading in headings), kind
    assert "add a word to see fewer" in written(app)


def test_how_many_there_are_is_said_where_only_the_first_are_shown() -> None:
    app = searched("salford health")
    assert "79 squares" in written(app)
    assert "Squares (79)" in [one.value for one in app.header]
    assert "The first 8 of 79: add a word to see fewer" in written(app)


def test_nothing_found_says_what_was_searched_and_what_to_try() -> None:
    app = searched("xyzzy")
    assert "Nothing that this map shows matches “xyzzy”" in written(app)
    assert "124 responsibilities" in app.info[0].value
    assert "Try fewer words" in app.info[0].value


def test_what_the_map_knows_but_does_not_show_is_said() -> None:
    app = searched("stop smoking leeds")
    label, address = next(one for one in links(app) if "in Leeds" in one[0])
    assert label == "Commission stop smoking services in Leeds"
    assert "why=square%2Fstop-smoking%40leeds" in address
    assert "Nothing has all of the words" in written(app)


def test_with_nothing_typed_the_page_says_how_to_search() -> None:
    assert "Search this map" in opened("search.py").info[0].value


@pytest.mark.parametrize("kind", [Kind.RESPONSIBILITY, Kind.PLACE, Kind.ROLE, Kind.ORGANISATION, Kind.AGREEMENT])
def test_what_is_found_is_shown_by_the_page_its_link_opens(kind: Kind) -> None:
    assert_shown(kind, "salford" if kind is not Kind.RESPONSIBILITY else "stop smoking")


@pytest.mark.parametrize(("kind", "words"), [(Kind.WORD, "population health"), (Kind.FINDING, "stop smoking")])
def test_words_and_findings_are_shown_by_the_page_their_link_opens(kind: Kind, words: str) -> None:
    assert_shown(kind, words)


def assert_shown(kind: Kind, words: str) -> None:
    found = pipeline.analyse(CONFIGS / "examples" / "greater-manchester", DAY)
    index = build_index(entries(found.graph, found.findings))
    group = next(group for group in search(found.graph, index, words).groups if group.kind is kind)
    page, address = searchview.link(found.graph, group.hits[0])
    app = linked("" if page == "leads.py" else page, on=DAY.isoformat(), **address)
    assert not app.exception
    assert not app.info
    said = written(app) + " ".join(one.value for one in (*app.markdown, *app.title))
    title = group.hits[0].entry.title if kind is not Kind.FINDING else "Commission stop smoking services"
    assert title in said.replace("\\", "")


def test_hostile_names_are_found_as_text() -> None:
    app = hostile("search.py", **{state.SEARCH: "img"})
    assert not app.exception
    assert links(app)
    for one in (*app.markdown, *app.caption):
        assert "<img" not in one.value.replace("\\<", "")
    assert all("<img" not in one.proto.label.replace("\\<", "") for one in app.main.get("page_link"))
