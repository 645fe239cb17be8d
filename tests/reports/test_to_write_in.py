"""What is made to be written in has room for it, and what is data has none; a file for reading says where the data is."""

from __future__ import annotations

import io

import pypdf

from rolemap.reports.blocks import Document, Paragraph, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from tests.reports.worlds import example

BOX = "\N{BALLOT BOX}"


def built(kind: str, *, bulk: bool) -> Document:
    return KINDS[kind].build(Figures(example("greater-manchester"), bulk=bulk))


def test_every_question_has_a_box_to_tick_and_room_for_who_and_when_on_paper() -> None:
    found = [one for one in built("findings-list", bulk=False).tables if one.wide]
    assert found
    for table in found:
        titles = [column.title for column in table.columns]
        who = titles.index("Who, by when")
        assert all(plain(row[0]).endswith(f"\n{BOX}") for row in table.rows)
        assert {plain(row[who]) for row in table.rows} == {"Who:\n\nBy when:"}


def test_the_data_has_no_box() -> None:
    assert not any(BOX in plain(row[0]) for one in built("findings-list", bulk=True).tables for row in one.rows)


def test_data_for_reading_says_first_which_formats_hold_it_and_is_one_page() -> None:
    document = built("data", bulk=False)
    first = next(block for block in document.blocks if isinstance(block, Paragraph))
    assert (
        plain(first.runs)
        == "The data is in the files that Excel, CSV and JSON make; this page only says what they hold."
    )
    assert len(pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].write(document))).pages) == 1
