"""The app started with a folder: it opens on that map, reads it again when a file changes, and says what is wrong."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from rolemap.problems import Location, Problem
from rolemap.reading.limits import LOCAL
from rolemap.ui import maps, state
from rolemap.ui.state import Refused
from tests.ui.test_app import opened, written

TEXT = """map: {title: %s}
levels: {place: {name: Place}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
responsibilities: {stop-smoking: {title: Stop smoking, needs_lead_at: [place]}}
"""


@pytest.fixture(autouse=True)
def empty_caches() -> Iterator[None]:
    """Forget after each test, not after the file: every test has another folder, of which the same is remembered."""
    yield
    st.cache_resource.clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "map.yaml").write_text(TEXT % "Easton as it is")
    monkeypatch.setenv(maps.SETTING, str(tmp_path))
    return tmp_path


def test_the_app_opens_on_the_folder_and_reads_it_again(folder: Path) -> None:
    app = opened()
    assert "Opened from a folder" in written(app)
    assert "Easton as it is" in written(app)
    (folder / "map.yaml").write_text(TEXT % "Easton as it will be")
    time.sleep(1.1)
    assert "Easton as it will be" in written(app.run())


@pytest.mark.skipif(sys.platform == "win32", reason="needs links of Unix")
def test_a_linked_file_that_changes_is_read_again_and_a_lock_of_an_editor_is_passed_over(folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-outside"
    outside.mkdir()
    (outside / "map.yaml").write_text(TEXT % "Easton as it is")
    (folder / "map.yaml").unlink()
    (folder / "linked").symlink_to(outside)
    (folder / ".#map.yaml").symlink_to("nobody@nowhere.1234")
    before = maps.stamp(maps.OPENED)
    assert "Easton as it is" in written(opened())
    (outside / "map.yaml").write_text(TEXT % "Easton as it will be")
    assert maps.stamp(maps.OPENED) != before


def test_the_folder_is_the_first_of_the_maps_and_the_examples_stay(folder: Path) -> None:
    assert maps.known() == (maps.OPENED, *maps.examples())
    app = opened("maps.py")
    assert [one.value for one in app.header][:2] == ["Opened from a folder", "Examples"]
    app.button(key=f"use-{maps.FIRST}").click().run()
    assert "Shipped example" in written(app)
    assert not app.exception


def test_a_folder_has_the_limits_of_a_map_of_ones_own(folder: Path) -> None:
    found = maps.example(maps.OPENED)
    assert not found.shipped
    assert found.limits == LOCAL


@pytest.mark.parametrize("page", ["leads.py", "maps.py"])
def test_what_is_wrong_with_the_folder_is_said_with_file_and_line(folder: Path, page: str) -> None:
    (folder / "map.yaml").write_text("map: {title: Easton}\nroles: {a: {titel: Boss}}\n")
    app = opened(page)
    assert not app.exception
    assert "map.yaml, line 2" in written(app)


@pytest.mark.parametrize("page", ["leads.py", "maps.py"])
def test_a_folder_that_is_not_there_is_said_and_an_example_can_be_opened(folder: Path, page: str) -> None:
    (folder / "map.yaml").unlink()
    folder.rmdir()
    app = opened(page)
    assert not app.exception
    assert folder.name in written(app)
    if page == "maps.py":
        app.button(key=f"use-{maps.FIRST}").click().run()
        assert "Shipped example" in written(app)


def test_what_is_wrong_with_an_upload_is_said_where_the_folder_cannot_be_read_either(folder: Path) -> None:
    (folder / "map.yaml").write_text("roles: {a: {titel: Boss}}\n")
    wrong = Problem(Location("mine.yaml", 7, 1), "unknown-field", "Unknown.")
    refused = Refused(("mine.yaml",), (), (wrong,))
    app = opened("maps.py", **{state.REFUSED: refused})
    assert not app.exception
    assert [one.value for one in app.title] == ["Maps"]
    assert "mine.yaml, line 7" in written(app)
    assert "The map in use cannot be read either" in written(app)


def test_maps_can_be_chosen_where_neither_a_link_nor_the_folder_can_be_opened(folder: Path) -> None:
    (folder / "map.yaml").write_text("roles: {a: {titel: Boss}}\n")
    app = opened("maps.py", **{state.MISSING: "gone"})
    assert [one.value for one in app.title] == ["Maps"]
    assert app.button(key=f"use-{maps.FIRST}")


def test_the_folder_can_be_named_when_the_app_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(maps.SETTING, raising=False)
    monkeypatch.setattr(sys, "argv", ["app.py", "my-map"])
    assert maps.opened() == Path("my-map")
    monkeypatch.setattr(sys, "argv", ["pytest", "my-map"])
    assert maps.opened() is None
