"""Rows on pages: no more pages than needed, every row once and in order, and no page much fuller than another."""

from __future__ import annotations

import pytest

from rolemap.pictures.pages import even, filled


@pytest.mark.parametrize(
    ("highs", "room", "pages"),
    [
        ([], (100.0, 100.0), []),
        ([30.0] * 4, (120.0, 120.0), [[0, 1, 2, 3]]),
        ([30.0] * 4, (90.0, 90.0), [[0, 1], [2, 3]]),
        ([30.0] * 4, (30.0, 90.0), [[0], [1, 2, 3]]),
        ([300.0, 10.0], (90.0, 90.0), [[0], [1]]),
        ([80.0, 20.0, 20.0, 20.0, 20.0, 20.0], (110.0, 110.0), [[0, 1], [2, 3, 4, 5]]),
    ],
)
def test_rows_stand_on_few_pages_evenly(highs: list[float], room: tuple[float, float], pages: list[list[int]]) -> None:
    assert even(highs, room) == pages
    assert len(filled(highs, room)) == len(pages)
    assert [at for page in filled(highs, room) for at in page] == list(range(len(highs)))
