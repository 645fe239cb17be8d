"""Who signs, signs on one page: no page holds the lines of a single party, and no heading is parted from them."""

from __future__ import annotations

import io

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from rolemap.reports.blocks import Block, Bullets, Fillable, Heading, Paragraph, Signature, SignatureBlock, text
from rolemap.reports.formats import pdf, word
from rolemap.reports.stretches import ends, together
from tests.reports.formats import made


def draft(parties: int, lines: int) -> tuple[Block, ...]:
    """Return a page with some room to write, and lines for the parties after it."""
    signatures = SignatureBlock(tuple(Signature(f"Party number {at}") for at in range(1, parties + 1)))
    return (
        Heading(1, "Room"),
        Fillable("Room", lines),
        Heading(1, "Signatures"),
        Paragraph(text("As said.")),
        signatures,
    )


@pytest.mark.parametrize("lines", range(8, 30, 4))
def test_a_few_parties_sign_under_their_heading_on_one_page(lines: int) -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.write(made.made(draft(3, lines))))).pages]
    (at,) = (page for page in pages if "Party number 1" in page)
    assert "Party number 3" in at
    assert "As said." in at


def test_of_many_parties_none_signs_on_a_page_alone() -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.write(made.made(draft(15, 4))))).pages]
    signing = [page.count("Party number") for page in pages if "Party number" in page]
    assert sum(signing) == 15
    assert min(signing) >= 2


def test_together_keeps_everybody_once() -> None:
    assert together([1, 2, 3, 4], 4) == [[1, 2, 3, 4]]
    assert together([1, 2, 3, 4, 5], 4) == [[1, 2], [3], [4, 5]]
    assert together([1, 2, 3, 4, 5, 6], 4) == [[1, 2], [3], [4], [5, 6]]


def kept(blocks: tuple[Block, ...], style: str) -> list[bool]:
    """Return of each paragraph of a style in the Word file whether it stays on the page of what follows."""
    opened = docx.Document(io.BytesIO(word.write(made.made(blocks))))
    found = list(opened.element.body.iter(qn("w:p")))
    styles = {one.style_id for one in opened.styles if one.name == style}
    return [
        one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        for one in found
        if one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is not None
        and one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) in styles
    ]


def test_word_keeps_the_lines_of_a_few_parties_together() -> None:
    rooms = kept(draft(2, 1), "Room")[1:]
    assert rooms == [True] * 14 + [False] * 2


@pytest.mark.parametrize(
    ("items", "wanted"), [(1, [False]), (3, [True, True, False]), (5, [True, False, False, True, False])]
)
def test_word_leaves_no_item_of_a_list_alone(items: int, wanted: list[bool]) -> None:
    said = Bullets(tuple(text(f"Item {at}") for at in range(items)))
    assert kept((Heading(1, "List"), said), "List Bullet") == wanted


def test_a_table_of_one_row_has_no_row_that_stays() -> None:
    assert ends(1) == set()
    assert ends(2) == {0}
