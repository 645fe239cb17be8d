from __future__ import annotations

import re
from xml.etree import ElementTree

from rolemap.pictures.charts import Line, bars, squares
from rolemap.pictures.parts import parted
from rolemap.reports.typesetting import size

NASTY = "<!--row 9--> & <script> \N{HEBREW LETTER ALEF}"


def board(lines: int) -> str:
    return squares(["Easton", NASTY], [Line(f"Row {at} {NASTY}", ("clear", "gap")) for at in range(lines)])


def test_the_parts_hold_every_row_once_and_each_the_head() -> None:
    parts = parted(board(25), 300)
    assert len(parts) > 2
    said = ["".join(ElementTree.fromstring(part).itertext()) for part in parts]
    assert [int(row) for part in said for row in re.findall(r"Row (\d+)", part)] == list(range(25))
    assert all("Easton" in part for part in said)
    assert all(size(part)[1] <= 300 for part in parts)


def test_the_parts_are_about_as_long_as_each_other() -> None:
    rows = [part.count("Row ") for part in parted(board(25), 420)]
    assert max(rows) - min(rows) <= 2


def test_each_part_draws_its_rows_under_its_head() -> None:
    first, second = parted(board(8), 220)[:2]
    (moved,) = set(re.findall(r"translate\(0 (-[\d.]+)\)", second))
    top = min(float(y) for y in re.findall(r'<rect x="401" y="([\d.]+)"', second)) + float(moved)
    assert top == min(float(y) for y in re.findall(r'<rect x="401" y="([\d.]+)"', first))


def test_what_fits_or_has_no_rows_is_left_as_it_is() -> None:
    assert parted(board(3), 300) == (board(3),)
    assert parted(bars([]), 5) == (bars([]),)
    assert parted("<svg/>", 5) == ("<svg/>",)
    assert parted(squares([], []), 5) == (squares([], []),)
