from __future__ import annotations

import re

import pytest

from rolemap.pictures.charts import Line, squares
from rolemap.reports.blocks import Picture, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from tests.reports.worlds import documents, example


@pytest.mark.parametrize("name", ["greater-manchester", "northshire", "surrey", "one-council"])
def test_no_name_is_cut_in_the_pictures_of_a_report(name: str) -> None:
    pictures = [block for _, one in documents(example(name)) for block in one.blocks if isinstance(block, Picture)]
    assert len(pictures) > 3
    assert [said for one in pictures for said in re.findall(r"<text[^>]*>([^<]*…)</text>", one.svg)] == []


def test_long_names_of_columns_take_two_lines_where_there_is_room() -> None:
    few = squares(["Bournemouth, Christchurch and Poole", "Dorset"], [Line("Work", ("clear", "gap"))])
    assert re.findall(r">([^<]*(?:Bournemouth|Poole)[^<]*)<", few) == ["Bournemouth, Christchurch", "and Poole"]
    many = squares(["Bournemouth, Christchurch and Poole"] * 20, [Line("Work", ("clear",) * 20)])
    assert many.count("…") == 20


def test_the_table_of_a_picture_has_no_column_without_words() -> None:
    (drawn,) = (
        block
        for block in KINDS["full-report"].build(Figures(example("surrey"))).blocks
        if isinstance(block, Picture) and block.name == "network"
    )
    assert drawn.table is not None
    assert [column.title for column in drawn.table.columns] == ["Who", "Level", "Leads on"]
    assert all(len(row) == 3 for row in drawn.table.rows)


def test_a_line_to_one_thing_has_no_number_in_words() -> None:
    found = [
        block.table
        for block in KINDS["full-report"].build(Figures(example("northshire"))).blocks
        if isinstance(block, Picture) and block.name == "network"
    ]
    system, *_, neighbourhood = [[plain(cell) for row in one.rows for cell in row] for one in found if one is not None]
    assert "Cross-cutting (6); Health behaviours and lifestyles (2)" in system
    assert "Improve access to green and blue space (assumed)" in neighbourhood
    assert not any("(1)" in said for said in neighbourhood)
