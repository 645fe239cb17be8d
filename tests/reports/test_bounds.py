"""A report of a very large map lists what people can read, and says what it leaves out."""

from __future__ import annotations

from rolemap.reports.blocks import plain
from rolemap.reports.sections.bounds import MOST_LETTERS, MOST_ROWS, first_rows, within
from rolemap.reports.sections.leading import Alike, table
from rolemap.reports.words import chip


def test_few_rows_stay_as_they_are() -> None:
    assert first_rows([1] * MOST_ROWS) == ([1] * MOST_ROWS, "")


def test_of_many_rows_the_first_are_kept_and_the_rest_counted() -> None:
    rows, note = first_rows(list(range(1, 1501)))
    assert list(rows) == list(range(1, MOST_ROWS + 1))
    assert note.startswith(f"The first {MOST_ROWS} of 1,500 are listed.")


def test_a_long_item_ends_after_a_whole_name_and_says_so() -> None:
    words = "No lead is recorded in " + "; ".join(f"Area number {at}" for at in range(500))
    said = within(words)
    assert len(said) < MOST_LETTERS + 100
    assert said.partition(" …")[0] in words
    assert said.partition(" …")[0].rpartition(" ")[2].isdigit()
    assert "hold them all" in said
    assert within(words[:MOST_LETTERS]) == words[:MOST_LETTERS]


def test_a_table_of_leads_says_how_many_lines_it_leaves_out() -> None:
    lines = [Alike(f"Responsibility {at}", (), "", "Council", chip("clear"), "The law") for at in range(MOST_ROWS + 5)]
    found = table("t", "Who leads", lines, several=False)
    assert [plain(row[0]) for row in found.rows] == [line.responsibility for line in lines[:MOST_ROWS]]
    assert f"of {MOST_ROWS + 5} are listed" in found.note
    assert table("t", "Who leads", lines[:3], several=False).note == ""
