from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from rolemap.pictures.charts import LETTERS, Line, squares
from rolemap.reports.blocks import (
    Block,
    Bullets,
    Callout,
    Chip,
    Column,
    Fillable,
    Heading,
    KeyFigure,
    KeyFigures,
    Notes,
    Paragraph,
    Picture,
    Run,
    Signature,
    SignatureBlock,
    Table,
    Tone,
    plain,
    text,
)
from rolemap.reports.deck.body import Slide, Words
from rolemap.reports.deck.plan import slides
from rolemap.reports.deck.tables import MOST_SLIDES, TABLE_LINES, Grid
from rolemap.reports.formats.slides import write
from rolemap.reports.typesetting import size
from tests.reports.formats import made


@pytest.fixture(scope="module")
def everything() -> Any:
    return pptx.Presentation(io.BytesIO(write(made.every_block())))


@pytest.fixture(scope="module")
def hostile() -> Any:
    return pptx.Presentation(io.BytesIO(write(made.hostile())))


def titles(file: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in file.slides]


def notes(slide: Any) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def words(slide: Any) -> str:
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join((*said, *cells)).replace("\x0b", "\n")


def test_each_block_has_a_slide_with_a_title(everything: Any) -> None:
    assert titles(everything) == [
        "Who leads on what in Northshire",
        "1 Summary",
        "1 Summary",
        "Question for the room",
        "Assumed",
        *(["Table 1. Who leads on what in Northshire"] * MOST_SLIDES),
        *(["Table 2. A table of eight columns"] * 3),
        "Figure 1. Who leads on smoking",
        "What was agreed",
        "4 Signatures",
    ]


def test_slides_are_wide_and_say_what_they_are(everything: Any) -> None:
    assert everything.slide_width / everything.slide_height == pytest.approx(16 / 9, abs=0.001)
    foot = " ".join(shape.text_frame.text for shape in everything.slide_master.shapes if shape.has_text_frame)
    assert "as at 1 July 2026" in foot
    assert "3f9a1c07" in foot
    assert 'type="slidenum"' in everything.slide_master.part.blob.decode()
    assert [one.name for one in everything.slide_layouts] == ["Title Slide", "Title and Content", "Title Only"]


def test_the_question_for_the_room_is_in_the_notes(everything: Any) -> None:
    by_title = {slide.shapes.title.text_frame.text: slide for slide in everything.slides}
    assert "Who should lead here?" in words(by_title["Question for the room"])
    assert notes(by_title["Question for the room"]) == "Who should lead here?\nAsk who would be missed."
    assert notes(by_title["4 Signatures"]) == ""


def test_tables_are_tables_and_say_what_is_left_out(everything: Any) -> None:
    shown = [shape.table for slide in everything.slides for shape in slide.shapes if shape.has_table]
    first = shown[0]
    assert first.first_row
    assert [cell.text for cell in first.rows[0].cells] == ["Responsibility", "Lead", "State", "Places"]
    assert [cell.text for cell in first.rows[1].cells][2:] == ["≈ assumed", "1"]
    rows = len(shown[0].rows) + len(shown[1].rows) - 2
    assert (
        f"{rows} of 60 rows are shown, those that are not clear first; the report as Word, PDF or Excel holds them all."
        in words(everything.slides[4 + MOST_SLIDES])
    )


def test_pictures_are_vectors_with_words(everything: Any) -> None:
    (shape,) = [shape for slide in everything.slides for shape in slide.shapes if shape.shape_type == 13]
    assert shape._element.nvPicPr.cNvPr.get("descr") == "Northshire Council leads on smoking."
    vectors = [part for part in everything.part.package.iter_parts() if part.content_type == "image/svg+xml"]
    assert [part.blob.decode() for part in vectors] == [made.SVG]


def test_nothing_stands_outside_its_slide(hostile: Any) -> None:
    for slide in hostile.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= hostile.slide_width
            assert shape.top + shape.height <= hostile.slide_height


@pytest.mark.parametrize(
    "name",
    [name for name in made.HOSTILE if name not in {"controls", "surrogates", "nothing", "lines", "long", "override"}],
)
def test_hostile_words_survive_exactly(hostile: Any, name: str) -> None:
    assert any(made.HOSTILE[name] in words(slide) for slide in hostile.slides)


def test_a_long_text_goes_over_several_slides_whole() -> None:
    planned = slides(made.made((Heading(1, "Long", "1", "a"), Paragraph(text(made.HOSTILE["long"])))))
    parts = [
        run.text for slide in planned if isinstance(slide.body, Words) for item, _ in slide.body.items for run in item
    ]
    assert len(planned) > 1
    assert "".join(parts) == made.HOSTILE["long"]


def test_what_slides_cannot_hold_is_replaced_and_said(hostile: Any) -> None:
    said = "\n".join(words(slide) for slide in hostile.slides)
    assert "bell\N{REPLACEMENT CHARACTER} null\N{REPLACEMENT CHARACTER}" in said
    assert "U+0007" in said


def test_bulk_tables_stay_out_and_no_link_appears(hostile: Any, everything: Any) -> None:
    assert not any("easton-dph" in words(slide) for slide in everything.slides)
    assert not [one for slide in hostile.slides for one in slide.part.rels.values() if one.is_external]


def test_a_cell_too_long_is_cut_and_whole_in_the_notes() -> None:
    table = Table(
        name="t",
        caption="Long",
        columns=(Column("One"), Column("Two")),
        rows=((text(made.HOSTILE["long"]), text("b")),),
    )
    (slide,) = slides(made.made((table,)))
    assert isinstance(slide.body, Grid)
    (run,) = slide.body.rows[0][0]  # type: ignore[misc]
    assert run.text.endswith("…")
    assert slide.notes == (f"In full: {made.HOSTILE['long']}",)


def test_titles_follow_the_headings() -> None:
    blocks = (
        Heading(1, "One", "1", "a"),
        Heading(2, "Two", "1.1", "b"),
        Heading(3, "Three", "", "c"),
        Bullets((text("x"),)),
        Notes("First"),
        Heading(2, "Bare", "1.2", "d"),
        Heading(1, "Last", "2", "e"),
        Callout(Tone.QUESTION, "", text("Who?")),
        Notes("Second"),
    )
    planned = slides(made.made(blocks))
    assert [(slide.title, slide.section) for slide in planned] == [
        ("Three", "1 One"),
        ("1.2 Bare", "1 One"),
        ("2 Last", "2 Last"),
    ]
    assert [slide.notes for slide in planned] == [("First",), (), ("Who?", "Second")]


def test_unusual_documents_open() -> None:
    assert titles(pptx.Presentation(io.BytesIO(write(made.made((), title=""))))) == ["—"]
    empty = Table(name="t", caption="No rows", columns=(Column("One"),), rows=())
    link = Paragraph((Run("there", link="https://example.org/"), Run("here", link="#x")))
    file = pptx.Presentation(io.BytesIO(write(made.made((empty, link, Notes("n")), title="T" * 400))))
    assert titles(file)[0] == "T" * 169 + "…"
    assert "Nothing to list." in words(file.slides[1])
    assert TABLE_LINES > 0


def test_long_titles_are_whole_in_the_notes() -> None:
    file = pptx.Presentation(io.BytesIO(write(made.made((Heading(1, "H" * 300, "1", "a"), Paragraph(text("x")))))))
    assert "H" * 300 in notes(file.slides[1])


def planned(*blocks: Block) -> tuple[Slide, ...]:
    return slides(made.made(blocks))


TABLE = Table(
    name="t", caption="Who leads", columns=(Column("A"),), rows=((text("x"),), (text("y"),)), number="Table 1"
)


def test_a_short_sentence_stands_over_the_table_it_leads_in() -> None:
    said = Paragraph(text("Of 7 leads needed, 5 are clear."))
    (one,) = planned(Heading(1, "Who leads", "1", "a"), said, Heading(2, "Wider determinants"), TABLE)
    assert (one.title, one.lead) == ("Table 1. Who leads", "Of 7 leads needed, 5 are clear.")


def test_a_long_sentence_has_its_own_slide() -> None:
    said = Paragraph(text("words " * 60))
    first, second = planned(Heading(1, "Who leads", "1", "a"), said, TABLE)
    assert (first.lead, second.lead) == ("", "")
    assert plain(first.body.items[0][0]).startswith("words")  # type: ignore[union-attr, index]


def test_details_are_left_to_the_report_which_is_said_in_the_notes() -> None:
    columns = (Column("A"), Column("Dates", detail=True), Column("B"))
    table = Table(name="t", caption="c", columns=columns, rows=((text("a"), text("2026"), text("b")),) * 2)
    (one,) = planned(table)
    assert [column.title for column in one.body.columns] == ["A", "B"]  # type: ignore[union-attr]
    assert [plain(cell) for cell in one.body.rows[0]] == ["a", "b"]  # type: ignore[union-attr]
    assert "The report also has: dates." in one.notes


def test_the_words_of_a_tall_picture_stand_beside_it() -> None:
    tall = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="200" viewBox="0 0 100 200"></svg>'
    shown = pptx.Presentation(
        io.BytesIO(write(made.made((Picture(name="p", caption="c", alt="Seven gaps.", svg=tall),))))
    )
    slide = shown.slides[1]
    (picture,) = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    (beside,) = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text == "Seven gaps."]
    assert beside.left + beside.width <= picture.left


def test_words_that_announce_a_list_stand_with_its_first_item() -> None:
    before = tuple(text(f"Item {at} " + "words " * 18) for at in range(5))
    after = (text("The first thing " + "words " * 18), text("The second"))
    found = planned(Heading(1, "One", "1", "a"), Bullets(before), Paragraph(text("It covers:")), Bullets(after))
    pages = [[plain(item) for item, _ in one.body.items] for one in found]  # type: ignore[union-attr, misc]
    assert sum(map(len, pages)) == 8
    assert all(page[-1] != "It covers:" for page in pages)


def test_seven_figures_stand_on_one_slide() -> None:
    (one,) = planned(KeyFigures(tuple(KeyFigure(f"figure {at}", at) for at in range(7))))
    assert len(one.body.items) == 7  # type: ignore[union-attr]


def test_a_cut_cell_ends_with_a_whole_word_and_the_notes_name_its_row() -> None:
    long = "Agree and publish " * 60
    rows = (("A1", long), ("A2", "Short"), ("A3", long))
    columns = (Column("Number", 1), Column("What", 1), Column("Whom", 1), Column("Where", 1))
    made_of = tuple((text(name), text(said), text(""), text("")) for name, said in rows)
    (slide,) = planned(Heading(1, "Findings"), Table(name="t", caption="Findings", columns=columns, rows=made_of))
    assert isinstance(slide.body, Grid)
    cut = [plain(row[1]) for row in slide.body.rows if plain(row[1]).endswith("…")]
    assert len(cut) == 2
    assert {one.removesuffix(" …").split()[-1] for one in cut} <= {"Agree", "and", "publish"}
    (full,) = (note for note in slide.notes if note.startswith("In full: "))
    assert "A1 – Agree and publish" in full
    assert "A3 – Agree and publish" in full
    assert "A2" not in full


def test_what_is_open_comes_first_where_a_table_does_not_fit() -> None:
    states = [Chip("clear", "✓", "clear")] * 40 + [Chip("gap", "?", "gap")] * 2
    rows = tuple((text(f"row {at}"), state) for at, state in enumerate(states))
    table = Table(name="t", caption="Who leads", columns=(Column("What"), Column("State")), rows=rows)
    (one,) = planned(table)
    assert isinstance(one.body, Grid)
    assert [plain(row[0]) for row in one.body.rows[:3]] == ["row 40", "row 41", "row 0"]
    assert "of 42 rows are shown, those that are not clear first;" in one.body.rest


def rows_of(number: int, lines: int = 1, state: str = "") -> Table:
    """Return a table of so many rows, each of so many lines."""
    words = "\n".join(["line"] * lines)
    chip = Chip(state, "✓", state) if state else text("x")
    rows = tuple((text(f"row {at}"), text(words), chip) for at in range(number))
    return Table(name="t", caption="Rows", columns=(Column("What"), Column("How"), Column("State")), rows=rows)


@pytest.mark.parametrize(
    ("number", "lines", "shown"),
    [(13, 2, [7, 6]), (5, 4, [3, 2]), (14, 1, [14]), (11, 3, [4, 4, 3]), (12, 3, [4, 4, 4])],
)
def test_rows_are_shared_out_evenly_and_one_or_two_are_not_left_out(number: int, lines: int, shown: list[int]) -> None:
    found = planned(rows_of(number, lines))
    grids = [one.body for one in found if isinstance(one.body, Grid)]
    assert [len(grid.rows) for grid in grids] == shown
    assert [grid.rest for grid in grids] == [""] * len(shown)


def test_more_rows_are_left_out_and_counted() -> None:
    *_, last = planned(rows_of(13, 3))
    assert isinstance(last.body, Grid)
    assert last.body.rest.startswith("10 of 13 rows are shown;")


def test_the_foremost_rows_are_all_shown() -> None:
    found = planned(replace(rows_of(30, 3), foremost=17))
    shown = [plain(row[0]) for one in found if isinstance(one.body, Grid) for row in one.body.rows]
    assert shown == [f"row {at}" for at in range(len(shown))]
    assert 17 <= len(shown) < 23


def test_a_table_that_is_clear_throughout_fills_one_slide() -> None:
    (one,) = planned(rows_of(40, 2, "clear"))
    assert isinstance(one.body, Grid)
    assert one.body.rest.startswith(f"{len(one.body.rows)} of 40 rows are shown, as all are clear;")


def test_rows_stand_within_their_slide_under_a_title_of_one_line_or_two() -> None:
    for caption in ("Short", "A caption so long that it takes two lines over the table that it belongs to, " * 2):
        table = replace(rows_of(40, 2), caption=caption)
        file = pptx.Presentation(io.BytesIO(write(made.made((table,)))))
        shown = [(slide, shape) for slide in file.slides for shape in slide.shapes if shape.has_table]
        assert len(shown) == MOST_SLIDES
        for slide, shape in shown:
            high = sum(0.2667 * len(row.cells[1].text.split("\x0b")) + 0.06 for row in shape.table.rows)
            assert Emu(shape.top).inches + high <= 6.7
            assert Emu(slide.shapes.title.top).inches + (0.45 if caption == "Short" else 0.8) <= Emu(shape.top).inches


def test_notes_that_come_before_anything_is_shown_belong_to_the_next_slide() -> None:
    found = planned(
        *(Heading(1, "One", "1", "a"), TABLE),
        *(Heading(1, "Two", "2", "b"), Notes("Of two"), Paragraph(text("words " * 60)), Notes("Of two also")),
        *(Heading(1, "Three", "3", "c"), Notes("Of nothing")),
    )
    assert [(one.title, one.notes) for one in found] == [
        ("Table 1. Who leads", ()),
        ("2 Two", ("Of two", "Of two also")),
        ("3 Three", ("Of nothing",)),
    ]


def test_squares_are_parted_so_that_their_letters_can_be_read() -> None:
    svg = squares(
        [f"Area {at}" for at in range(10)], [Line(f"Responsibility {at}", ("clear",) * 10) for at in range(25)]
    )
    picture = Picture(name="p", caption="At a glance", alt="All clear.", svg=svg)
    file = pptx.Presentation(io.BytesIO(write(made.made((picture,)))))
    shown = [shape for slide in file.slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert len(shown) == 2
    for shape in shown:
        assert Emu(shape.width).pt / size(svg)[0] * LETTERS >= 10
        assert Emu(shape.top + shape.height).inches <= 7
    assert [notes(slide) for slide in list(file.slides)[1:]] == ["All clear.", "All clear."]
    vectors = [part.blob.decode() for part in file.part.package.iter_parts() if part.content_type == "image/svg+xml"]
    assert sorted(name for one in vectors for name in re.findall(r"Responsibility \d+", one)) == sorted(
        f"Responsibility {at}" for at in range(25)
    )


def test_what_is_to_be_filled_in_stands_together() -> None:
    asked = [
        block for at in range(9) for block in (Heading(1, f"Part {at}", f"{at}", f"a{at}"), Fillable(f"Thing {at}"))
    ]
    blocks = (Heading(1, "Known", "", "k"), Paragraph(text("words " * 60)), *asked, Heading(1, "End", "", "e"), TABLE)
    file = pptx.Presentation(io.BytesIO(write(made.made(blocks))))
    assert titles(file)[1:] == ["Known", "To fill in", "To fill in", "Table 1. Who leads"]
    tables = [shape.table for slide in list(file.slides)[2:4] for shape in slide.shapes if shape.has_table]
    cells = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    assert cells == [[f"{at} Part {at}", f"Thing {at}", ""] for at in range(9)]
    assert "2 of 2" in words(file.slides[3])


def test_short_tables_of_a_section_share_a_slide_and_keep_their_captions() -> None:
    first, second = (replace(rows_of(2), caption=f"Part {at}", number=f"Table {at}") for at in (1, 2))
    blocks = (Heading(1, "Gaps", "5", "g"), first, Notes("One"), second, Notes("Two"))
    file = pptx.Presentation(io.BytesIO(write(made.made(blocks))))
    assert titles(file)[1:] == ["5 Gaps"]
    (table,) = [shape.table for shape in file.slides[1].shapes if shape.has_table]
    column = [table.cell(at, 0) for at in range(len(table.rows))]
    assert [cell.text for cell in column] == [
        "What",
        "Table 1. Part 1",
        "row 0",
        "row 1",
        "Table 2. Part 2",
        "row 0",
        "row 1",
    ]
    assert [(cell.is_merge_origin, cell.span_width) for cell in column][1] == (True, 3)
    assert notes(file.slides[1]) == "One\nTwo"


def test_a_table_over_several_slides_is_joined_with_no_other() -> None:
    first = replace(rows_of(13, 2), caption="Long", number="Table 1")
    second = replace(rows_of(1), caption="Short", number="Table 2")
    found = planned(Heading(1, "Gaps", "5", "g"), first, second)
    assert [(one.title, one.part) for one in found] == [
        ("Table 1. Long", "1 of 2"),
        ("Table 1. Long", "2 of 2"),
        ("Table 2. Short", ""),
    ]


def test_sections_of_a_line_or_two_share_a_slide_under_their_headings() -> None:
    (one,) = planned(
        *(Heading(1, "Answers to", "", "a"), Bullets((text("Council"),)), Notes("Who?")),
        *(Heading(1, "Agreements", "", "b"), Paragraph(text("None."))),
    )
    assert isinstance(one.body, Words)
    assert [plain(item) for item, _ in one.body.items] == ["Answers to", "Council", "Agreements", "None."]
    assert (one.title, one.notes) == ("Who leads on what in Northshire", ("Who?",))


def test_a_sentence_after_a_table_stands_under_it() -> None:
    (one,) = planned(Heading(1, "Words", "1", "a"), TABLE, Paragraph(text("Nothing further is noticed.")))
    assert isinstance(one.body, Grid)
    assert one.body.rest == "Nothing further is noticed."


def test_a_detail_is_left_out_and_named_on_the_last_slide() -> None:
    found = planned(
        Heading(1, "Each in full", "1", "a"),
        *(Heading(2, "Kept", "1.1", "b"), Paragraph(text("Kept words"))),
        *(Heading(2, "Left", "1.2", "c", detail=True), Paragraph(text("Left words")), Notes("Left note")),
        *(Heading(2, "Left too", "1.3", "d", detail=True), TABLE),
        *(Heading(1, "Files", "2", "e", detail=True), Heading(2, "Below", "2.1", "f"), TABLE),
    )
    assert [one.title for one in found] == ["1.1 Kept", "In the report, not on these slides"]
    assert [plain(item) for item, _ in found[-1].body.items[1:]] == [  # type: ignore[union-attr, index]
        "1 Each in full: 2 of 3 parts",
        "2 Files",
    ]
    assert all("Left note" not in one.notes for one in found)


def test_a_section_of_nothing_but_details_has_no_empty_slide() -> None:
    found = planned(Heading(1, "All", "1", "a"), Heading(2, "Left", "1.1", "b", detail=True), Paragraph(text("x")))
    assert [one.title for one in found] == ["In the report, not on these slides"]


def test_a_picture_that_nobody_could_read_becomes_its_table_or_words() -> None:
    large = '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1200" viewBox="0 0 1000 1200"></svg>'
    with_table, without = planned(
        Picture(name="p", caption="Who leads", alt="Seven gaps.", svg=large, table=TABLE, number="Picture 1"),
        Picture(name="p", caption="Who leads", alt="Seven gaps.", svg=large),
    )
    assert isinstance(with_table.body, Grid)
    assert with_table.title == "Picture 1. Who leads, in words"
    assert with_table.notes[0] == "Seven gaps."
    assert isinstance(without.body, Words)
    assert plain(without.body.items[0][0]) == "Seven gaps."


def test_many_parties_sign_on_several_slides() -> None:
    parties = tuple(Signature(f"Council {at}") for at in range(11))
    found = planned(Heading(1, "Signatures", "1", "a"), SignatureBlock(parties))
    assert [len(one.body.parties) for one in found] == [6, 5]  # type: ignore[union-attr]


def test_words_over_two_slides_are_shared_out_evenly() -> None:
    found = planned(Heading(1, "Parties", "1", "a"), Bullets(tuple(text(f"Council {at}") for at in range(11))))
    assert min(len(one.body.items) for one in found) > 3  # type: ignore[union-attr, arg-type]


def test_a_question_belongs_to_what_stands_before_it() -> None:
    found = planned(Heading(1, "Load", "1", "a"), TABLE, Notes("First"), TABLE, Notes("Second"))
    assert [one.notes for one in found] == [("First",), ("Second",)]


def test_what_became_a_gap_comes_before_what_became_clear() -> None:
    columns = (Column("What"), Column("Then"), Column("Now"))
    better = [(text(f"A {at}"), Chip("gap", "?", "gap"), Chip("clear", "✓", "clear")) for at in range(80)]
    worse = (text("Worse"), Chip("clear", "✓", "clear"), Chip("gap", "?", "gap"))
    table = Table(name="t", caption="Changes", columns=columns, rows=(*better, worse), number="Table 1")
    first = planned(Heading(1, "Changes", "1", "a"), table)[0].body
    assert isinstance(first, Grid)
    assert plain(first.rows[0][0]) == "Worse"


def test_a_cut_word_keeps_its_hyphen_and_no_space_comes_in() -> None:
    words = " ".join(["a multi-agency whole-system approach"] * 40)
    table = Table(
        name="t",
        caption="Long",
        columns=(Column("What"), Column("Who")),
        rows=((text(words), text("x")),),
        number="Table 1",
    )
    first = planned(Heading(1, "Long", "1", "a"), table)[0].body
    assert isinstance(first, Grid)
    shown = plain(first.rows[0][0])
    assert shown.endswith("…")
    assert "- " not in shown


def test_wide_letters_take_more_lines() -> None:
    for said, lines in (("illness " * 12, 2), ("WWWWWWW " * 12, 3), ("漢字漢字漢字漢 " * 12, 4)):
        table = Table(name="t", caption="c", columns=(Column("A"), Column("B")), rows=((text(said), text(said)),) * 2)
        (one,) = planned(table)
        assert isinstance(one.body, Grid)
        assert 2 * lines <= one.body.needed <= 2 * (lines + 1.25)


def test_slides_of_one_title_that_do_not_follow_each_other_are_no_parts() -> None:
    same = replace(TABLE, caption="Leads", number="")
    found = planned(Heading(1, "A", "1", "a"), same, Heading(1, "B", "2", "b"), Paragraph(text("words " * 60)), same)
    assert [(one.title, one.part) for one in found] == [("Leads", ""), ("2 B", ""), ("Leads", "")]


def test_lines_of_different_sections_do_not_share_a_slide() -> None:
    found = planned(
        *(Heading(1, "Decisions", "11", "a"), Paragraph(text("None."))),
        *(Heading(1, "Sources", "12", "b"), Heading(2, "Made", "12.1", "c"), Paragraph(text("By us."))),
    )
    assert [(one.title, one.section) for one in found] == [("11 Decisions", ""), ("12.1 Made", "12 Sources")]
