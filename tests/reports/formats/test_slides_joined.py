"""Short tables put together on one slide: only as many rows as there is room for under the title they share."""

from __future__ import annotations

import pytest

from rolemap.reports.blocks import Chip, Column, Value, plain, text
from rolemap.reports.deck.body import ONE_LINE, Slide, Words
from rolemap.reports.deck.few import together
from rolemap.reports.deck.join import BAND, joined
from rolemap.reports.deck.tables import RAISED_LINES, TABLE_LINES, Grid


@pytest.mark.parametrize(
    ("section", "lead", "slides"),
    [("S" * ONE_LINE, "", 1), ("S" * (ONE_LINE + 1), "", 2), ("S" * ONE_LINE, "Words that lead in.", 2)],
)
def test_tables_share_a_slide_if_they_have_room_under_its_title(section: str, lead: str, slides: int) -> None:
    high = (TABLE_LINES + RAISED_LINES) / 4 - BAND
    grid = Grid((Column("A"),), (100.0,), ((text("x"),),), needed=high)
    found = joined([Slide("One", section, grid, lead=lead), Slide("Two", section, grid)], "Report")
    assert len(found) == slides


def row_of(*cells: Value, title: str = "Table 1. One", lead: str = "") -> Slide:
    columns = tuple(map(Column, ("No.", "What", "Until")[: len(cells)]))
    return Slide(title, "11 Decisions", Grid(columns, (10.0,) * len(cells), (cells,), needed=1), lead=lead)


def said(slide: Slide) -> list[str]:
    return [plain(item) for item, _ in slide.body.items] if isinstance(slide.body, Words) else []


def test_tables_of_one_row_are_said_in_words_and_share_a_slide() -> None:
    (one,) = together(
        [row_of(text("D1"), text("It is so."), lead="Due."), row_of(text("A gap"), text("x"), text("y"), title="Two")],
        "R",
    )
    assert one.title == "11 Decisions"
    assert said(one) == ["Table 1. One", "Due.", "D1 It is so.", "Two", "A gap", "What: x", "Until: y"]


@pytest.mark.parametrize("cell", [Chip("gap", "?", "gap"), (), text("a long text that is cut …")])
def test_a_row_with_a_state_or_cut_or_to_be_written_in_stays_a_table(cell: Value) -> None:
    (one,) = together([row_of(text("D1"), text("It is so."), cell)], "R")
    assert isinstance(one.body, Grid)
