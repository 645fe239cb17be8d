"""CSV that opens safely: every text comes back as one cell and none begins as a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolemap.exchange.tables import RISKY, csv_text, safe_cell

ANY_TEXT = st.text(st.characters() | st.sampled_from("=+-@\t\r\n\"',; \u00a0\ufeff＝"))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@given(st.lists(st.lists(ANY_TEXT, min_size=2, max_size=4), max_size=4))
def test_every_text_comes_back_as_one_cell(rows: list[list[str]]) -> None:
    assert cells(csv_text(["a", "b"], rows)) == [["a", "b"], *([safe_cell(cell) for cell in row] for row in rows)]


@given(ANY_TEXT)
def test_no_cell_begins_as_a_formula_and_nothing_unseen_stays(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(RISKY)
    assert not cell.strip().strip("\ufeff\u200b").startswith(RISKY)
    assert all(character.isprintable() or character in "\n\r\t" or not character.isascii() for character in cell)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_text_stays_as_it_is_but_for_the_apostrophe(text: str) -> None:
    assert safe_cell(text) in (text, f"'{text}")


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5", "@sum(a1)", " =1", "\t=1", "＝1", "\ufeff=1", "\n=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Stop smoking", "1+1", "a=b", "'quoted'", "NHS – England"])
def test_other_text_stays(text: str) -> None:
    assert safe_cell(text) == text


def test_control_characters_are_shown() -> None:
    assert safe_cell("a\x1b[2Jb\0") == "a�[2Jb�"


def test_a_header_is_as_safe_as_any_row() -> None:
    [head] = list(csv.reader(io.StringIO(csv_text(["=1+1"], []))))
    assert head == ["'=1+1"]
