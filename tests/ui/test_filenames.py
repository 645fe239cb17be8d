"""Downloads are called by their map, by what they hold and by the day, in plain letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import streamlit as st

from rolemap.reports.export import safe_name
from rolemap.ui import state
from tests.ui.test_app import empty_caches, hostile, opened

__all__ = ["empty_caches"]

PLAIN = set("abcdefghijklmnopqrstuvwxyz0123456789-.")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that a page offers."""
    found: list[str] = []
    offer: Callable[..., Any] = st.download_button

    def noted(*given: Any, **named: Any) -> Any:
        found.append(named["file_name"])
        return offer(*given, **named)

    monkeypatch.setattr(st, "download_button", noted)
    return found


@pytest.mark.parametrize(
    ("page", "session", "name"),
    [
        ("leads.py", {}, "greater-manchester-who-leads-on-what-2026-07-01.csv"),
        ("map.py", {}, "greater-manchester-map-2026-07-01.png"),
        ("map.py", {}, "greater-manchester-map-2026-07-01.svg"),
        ("gaps.py", {}, "greater-manchester-gaps-and-overlaps-2026-07-01.csv"),
        ("glossary.py", {}, "greater-manchester-words-2026-07-01.csv"),
        ("agreements.py", {}, "greater-manchester-agreements-over-time-2026-07-01.svg"),
        ("compare.py", {state.OTHER_ON: "2027-04-01"}, "greater-manchester-compared-2026-07-01-2027-04-01.md"),
        (
            "compare.py",
            {state.COMPARED: "places", state.ONE_PLACE: "bolton", state.OTHER_PLACE: "bury"},
            "greater-manchester-bolton-and-bury-2026-07-01.csv",
        ),
        ("parties.py", {state.PARTY: "oldham-dph"}, "greater-manchester-squares-of-oldham-dph-2026-07-01.csv"),
        ("whatif.py", {state.REMOVED: "oldham-dph"}, "greater-manchester-what-if-2026-07-01.csv"),
    ],
)
def test_a_download_names_its_map_what_it_holds_and_the_day(
    names: list[str], page: str, session: dict[str, Any], name: str
) -> None:
    app = opened(page, **session)
    assert not app.exception
    assert name in names


@pytest.mark.parametrize("page", ["leads.py", "map.py", "glossary.py"])
def test_a_hostile_title_is_plain_letters_in_the_name(names: list[str], page: str) -> None:
    hostile(page)
    assert names
    assert all(set(name) <= PLAIN and len(name) < 120 for name in names)


def test_what_is_empty_or_holds_no_letters_is_left_out() -> None:
    assert safe_name(("", "../..", "Ärea 51/", date(2026, 7, 1).isoformat()), ".csv") == "area-51-2026-07-01.csv"
