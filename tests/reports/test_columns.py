from __future__ import annotations

from datetime import date

import pytest

from rolemap.reports.blocks import Chip, Column, Table, When, text
from rolemap.reports.columns import AIR, WORD, fitted


def table(*columns: tuple[float, str, str]) -> Table:
    return Table(
        name="t",
        caption="t",
        columns=tuple(Column(title, width) for width, title, _ in columns),
        rows=(tuple(text(words) for _, _, words in columns),),
    )


LONG = "words " * 40


def test_short_text_gives_its_room_to_long_text() -> None:
    short, long = fitted(table((1, "No", "G1"), (1, "What", LONG)), 100)
    assert short == pytest.approx(2 + AIR)
    assert long == pytest.approx(100 - 2 - AIR)


def test_the_more_a_column_says_the_wider_it_becomes() -> None:
    widths = fitted(table((1, "A", "x"), (1, "B", LONG), (1, "C", LONG * 4)), 90)
    assert widths[0] == pytest.approx(1 + AIR)
    assert 1.3 < widths[2] / widths[1] < 4
    assert sum(widths) == pytest.approx(90)


def test_empty_columns_stay_as_wide_as_asked() -> None:
    assert fitted(table((1, "No", "G1"), (2, "What was agreed", ""), (1, "To ask", LONG)), 80)[1] == pytest.approx(40)


def test_the_heading_of_an_empty_column_is_not_broken() -> None:
    _, empty = fitted(table((9, "Agreement", LONG), (0.1, "Pooled", "")), 60)
    assert empty == pytest.approx(len("Pooled") + AIR)


def test_a_column_has_room_for_its_words() -> None:
    narrow, wide = fitted(table((0.1, "Responsibility", "x"), (5, "B", LONG)), 60)
    assert narrow == pytest.approx(len("Responsibility") + AIR)
    assert narrow + wide == pytest.approx(60)


def test_too_many_columns_share_what_there_is() -> None:
    widths = fitted(table(*((1.0, "W" * 40, "x") for _ in range(12))), 60)
    assert widths == pytest.approx([5] * 12)
    assert WORD + AIR > 5


def test_all_short_columns_keep_their_shares() -> None:
    assert fitted(table((1, "A", "x"), (1, "B", "y")), 40) == pytest.approx([20, 20])
    assert fitted(Table(name="t", caption="t", columns=(), rows=()), 40) == []


def test_a_state_needs_room_for_its_frame() -> None:
    chips = Table(
        name="t", caption="t", columns=(Column("S"), Column("T")), rows=((Chip("clear", "✓", "clear"), text(LONG)),)
    )
    assert fitted(chips, 100)[0] == pytest.approx(len("✓ clear") + 4 + AIR)


def test_day_and_month_of_a_date_stand_on_one_line() -> None:
    day = When(date(2026, 9, 30), "30 September 2026")
    row = (*(text("words " * 60) for _ in range(6)), day)
    full = Table(name="t", caption="c", columns=tuple(Column(str(at)) for at in range(7)), rows=(row,))
    assert fitted(full, 100)[6] >= len("30 September")


def test_of_many_columns_the_one_that_makes_rows_high_gets_room_that_others_do_not_need() -> None:
    """Two columns are empty in nine rows of ten and ask for as much as the one whose text is long in every row."""
    titles = ("Function", "Law", "Held by", "How", "Reports to", "Dates", "Source")
    row = ("A function", "An Act", "A body " * 20, "Led by a body", "", "", "S1")
    other = ("A function", "An Act", "A body", "Led by a body", "A board of people " * 2, "From a day " * 2, "S1")
    made = Table(
        name="t",
        caption="t",
        columns=tuple(Column(title, 2) for title in titles),
        rows=tuple(tuple(map(text, said)) for said in (*[row] * 9, other)),
    )
    widths = fitted(made, 120)
    assert sum(widths) == pytest.approx(120)
    assert widths[2] == max(widths)
    assert widths[2] > 2 * widths[4]
    assert widths[4] >= len("Reports") + AIR


def test_where_all_text_has_room_on_one_line_each_heading_has_too() -> None:
    widths = fitted(
        table((4, "Post", "Director of public health " * 2), (1, "Open without it", "7"), (1, "Leads", "4")), 110
    )
    assert widths[0] >= 52 + AIR
    assert widths[1] >= len("Open without it") + AIR
    assert sum(widths) == pytest.approx(110)


def test_a_heading_is_broken_where_a_long_text_needs_the_room() -> None:
    assert fitted(table((4, "What", LONG), (1, "Open without it", "7")), 60)[1] < len("Open without it") + AIR
