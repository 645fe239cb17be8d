"""Short tables put together on one slide: only as many rows as there is room for under the title they share."""

from __future__ import annotations

import pytest

from rolemap.reports.blocks import Column, text
from rolemap.reports.slidebody import ONE_LINE, Slide
from rolemap.reports.slidejoin import BAND, joined
from rolemap.reports.slidetables import RAISED_LINES, TABLE_LINES, Grid


@pytest.mark.parametrize(
    ("section", "lead", "slides"),
    [("S" * ONE_LINE, "", 1), ("S" * (ONE_LINE + 1), "", 2), ("S" * ONE_LINE, "Words that lead in.", 2)],
)
def test_tables_share_a_slide_if_they_have_room_under_its_title(section: str, lead: str, slides: int) -> None:
    high = (TABLE_LINES + RAISED_LINES) / 4 - BAND
    grid = Grid((Column("A"),), (100.0,), ((text("x"),),), needed=high)
    found = joined([Slide("One", section, grid, lead=lead), Slide("Two", section, grid)], "Report")
    assert len(found) == slides
