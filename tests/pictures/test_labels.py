"""Words in shapes: plain, measured, wrapped."""

from __future__ import annotations

import pytest

from rolemap.pictures.labels import count, listed, plain, width, wrap


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ("null\x00 bell\x07 del\x7f next\x85line", "null bell del next line"),
        ("right \u202eleft\u202c \u2066isolated\u2069 \u200fmark", "right left isolated mark"),
        ("hid\u200bden \ufeffjoin\u2060er", "hidden joiner"),
        ("<b>stays</b> ‘as’ written – שלום", "<b>stays</b> ‘as’ written – שלום"),
    ],
)
def test_plain_keeps_words_and_drops_what_acts_on_others(text: str, kept: str) -> None:
    assert plain(text) == kept


def test_words_wrap_into_the_room_there_is() -> None:
    lines = wrap("Director of public health and communities", 150, 14, 3)
    assert lines == ("Director of public", "health and", "communities")
    assert all(width(line, 14) <= 150 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis_and_keeps_its_ending() -> None:
    lines = wrap("one two three four five six seven eight nine ten", 80, 14, 2, " ◆")
    assert len(lines) == 2
    assert lines[1].endswith("… ◆")
    assert width(lines[1].removesuffix(" ◆"), 14) <= 80


def test_an_ending_follows_where_there_is_room_and_begins_a_line_where_there_is_not() -> None:
    assert wrap("one two", 200, 14, 2, " × 10") == ("one two × 10",)
    assert wrap("one two", width("one two", 14), 14, 2, " × 10") == ("one two", "× 10")


@pytest.mark.parametrize("size", [8.0, 14.0])
def test_what_is_cut_is_the_longest_beginning_that_fits(size: float) -> None:
    text = "Wide and narrow, ill and iMmense " * 40
    (line,) = wrap(text, 120, size, most=1)
    kept = line.removesuffix("…")
    assert text.startswith(kept)
    assert width(line, size) <= 120 < width(text[: len(kept) + 2] + "…", size)


def test_a_long_word_is_cut_into_pieces() -> None:
    lines = wrap("x" * 200, 100, 14, 2)
    assert len(lines) == 2
    assert all(width(line, 14) <= 100 for line in lines)


def test_nothing_wraps_to_one_empty_line() -> None:
    assert wrap("", 100, 14) == ("",)


def test_wide_letters_take_more_room() -> None:
    assert width("健康", 14) > width("MW", 14) > width("ab", 14) > width("il", 14)


def test_counts_and_lists_read_as_english() -> None:
    assert count(1, "place") == "1 place"
    assert count(1200, "responsibility", "responsibilities") == "1,200 responsibilities"
    assert listed(["a", "b", "c"], most=2) == "a; b; and 1 more"
    assert listed([]) == ""
