"""What stands aside on slides: the notes have it, and the last slide names what is only in the report."""

from __future__ import annotations

import io
from dataclasses import replace

import pptx

from rolemap.pictures.charts import Line, squares
from rolemap.reports.blocks import Block, Chip, Column, Heading, Notes, Paragraph, Picture, Table, Text, plain, text
from rolemap.reports.deck.body import Slide, Words
from rolemap.reports.deck.plan import slides
from rolemap.reports.deck.tables import Grid
from rolemap.reports.formats.slides import write
from tests.reports.formats import made

GAP, CLEAR = Chip("gap", "?", "gap"), Chip("clear", "✓", "clear")

COLUMNS = (Column("What"), Column("Rests on", detail=True, spoken=True), Column("State"))

LARGE = '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="3000" viewBox="0 0 1000 3000"></svg>'


def planned(*blocks: Block) -> tuple[Slide, ...]:
    return slides(made.made(blocks))


def leads(clear: int, gaps: int) -> Table:
    rest: Text = text("The law")
    rows = [(text(f"Clear {at}"), rest, CLEAR) for at in range(clear)] + [
        (text(f"Gap {at}"), (), GAP) for at in range(gaps)
    ]
    return Table(name="t", caption="Leads", columns=COLUMNS, rows=tuple(rows), number="Table 7", aside=True, brief=True)


def glance(svg: str = "") -> Picture:
    drawn = svg or squares(["A", "B"], [Line("One", ("clear", "gap"))])
    return Picture(name="p", caption="At a glance", alt="Squares.", svg=drawn, number="Picture 3")


def test_of_a_picture_and_a_long_table_the_picture_is_shown_and_the_notes_tell_what_is_open() -> None:
    (one,) = planned(Heading(1, "Leads", "1", "a"), glance(), leads(30, 2), Notes("Who?"))
    assert isinstance(one.body, Picture)
    assert one.notes == (
        "Squares.",
        "What is open, of Table 7, Leads, in the report:\nGap 0 – gap\nGap 1 – gap",
        "Who?",
    )


def test_a_table_with_nothing_open_is_only_named() -> None:
    (one,) = planned(Heading(1, "Leads", "1", "a"), glance(), leads(30, 0))
    assert one.notes[1:] == ("The report also has Table 7, Leads.",)


def test_a_short_table_is_shown_and_the_notes_name_the_picture() -> None:
    (one,) = planned(Heading(1, "Leads", "1", "a"), glance(), leads(2, 2))
    assert isinstance(one.body, Grid)
    assert [plain(row[0]) for row in one.body.rows] == ["Clear 0", "Clear 1", "Gap 0", "Gap 1"]
    assert one.notes == ("Rests on: The law (Clear 0; Clear 1)", "The report also shows this as Picture 3.")


def test_a_long_table_whose_picture_nobody_could_read_has_a_slide() -> None:
    (one,) = planned(Heading(1, "Leads", "1", "a"), glance(LARGE), leads(30, 2))
    assert isinstance(one.body, Grid)
    assert [plain(row[0]) for row in one.body.rows[:2]] == ["Gap 0", "Gap 1"]


def test_what_is_open_and_has_no_room_is_told_in_the_notes() -> None:
    (one,) = planned(Heading(1, "Leads", "1", "a"), replace(leads(5, 38), aside=False))
    assert isinstance(one.body, Grid)
    (said,) = [note for note in one.notes if note.startswith("Not on the slide:")]
    assert [*(plain(row[0]) for row in one.body.rows), *said.replace(" – gap", "").split("\n")[1:]] == [
        f"Gap {at}" for at in range(38)
    ]


def test_pictures_nobody_could_read_are_named_on_the_last_slide() -> None:
    pictures = (Heading(1, "Pictures", "4", "p"), glance(LARGE), Notes("Who is missing?"))
    found = planned(*pictures, Heading(1, "Gaps", "5", "g"), replace(leads(1, 1), aside=False))
    assert [one.title for one in found] == ["Table 7. Leads", "In the report, not on these slides"]
    assert isinstance(found[1].body, Words)
    assert [plain(item) for item, _ in found[1].body.items[1:]] == ["4 Pictures"]


def test_a_paragraph_aside_is_told_in_the_notes() -> None:
    table = replace(leads(1, 1), aside=False)
    (one,) = planned(Heading(1, "Leads", "1", "a"), table, Paragraph(text("How to read the numbers."), aside=True))
    assert one.notes[-1] == "How to read the numbers."


def test_a_sentence_leads_in_the_next_table_where_its_own_is_aside() -> None:
    (one,) = planned(
        *(
            Heading(1, "Agreements", "7", "a"),
            Paragraph(text("38 are recorded.")),
            leads(1, 1),
            Notes("Which is missing?"),
        ),
        *(Heading(2, "Due", "7.1", "b"), replace(leads(1, 0), aside=False, number="Table 8")),
    )
    assert (one.title, one.lead) == ("Table 8. Leads", "38 are recorded.")
    assert one.notes[:2] == ("The report also has Table 7, Leads.", "Which is missing?")


def test_a_long_cell_is_whole_where_the_slide_has_room_for_it() -> None:
    words = " ".join(["a responsibility of many"] * 30)
    table = Table(name="t", caption="c", columns=(Column("State"), Column("What")), rows=((CLEAR, text(words)),))
    (alone,) = planned(table)
    assert isinstance(alone.body, Grid)
    assert plain(alone.body.rows[0][1]) == words
    (first, *_) = planned(replace(table, rows=table.rows * 6))
    assert isinstance(first.body, Grid)
    assert plain(first.body.rows[0][1]).endswith("…")


def test_the_question_for_the_room_comes_first_in_the_notes() -> None:
    asked = Notes("To ask the room: who?")
    blocks = (Heading(1, "Leads", "1", "a"), replace(leads(1, 1), aside=False), asked)
    shown = pptx.Presentation(io.BytesIO(write(made.made(blocks)))).slides[1]
    assert shown.notes_slide.notes_text_frame is not None
    assert shown.notes_slide.notes_text_frame.text.startswith("To ask the room: who?\nRests on: ")
