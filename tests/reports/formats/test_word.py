from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from rolemap.reports.blocks import Bullets, Column, Heading, Paragraph, Run, Table, text
from rolemap.reports.formats.word import write
from tests.reports.formats import made


@pytest.fixture(scope="module")
def everything() -> WordDocument:
    return docx.Document(io.BytesIO(write(made.every_block())))


@pytest.fixture(scope="module")
def hostile() -> WordDocument:
    return docx.Document(io.BytesIO(write(made.hostile())))


def styled(word: WordDocument, name: str) -> list[str]:
    return [one.text for one in word.paragraphs if one.style is not None and one.style.name == name]


def body(word: WordDocument) -> str:
    return "\n".join(
        "".join(
            "\n" if node.tag == qn("w:br") else "\t" if node.tag == qn("w:tab") else node.text or ""
            for node in one.iter()
        )
        for one in word.element.body.iter(qn("w:p"))
    )


def test_headings_and_captions_are_real_styles(everything: WordDocument) -> None:
    document = made.every_block()
    assert styled(everything, "Title") == [document.title]
    for level in (1, 2):
        wanted = [f"{one.number}   {one.text}" for one in document.headings if one.level == level]
        assert styled(everything, f"Heading {level}") == wanted
    assert styled(everything, "Caption") == [
        "Table 1. Who leads on what in Northshire",
        "Table 2. A table of eight columns",
        "Figure 1. Who leads on smoking",
        "Table 3. The same as a table",
    ]
    assert styled(everything, "List Bullet") == ["First point", "Second clear"]


def test_tables_hold_every_row_and_repeat_their_header(everything: WordDocument) -> None:
    tables = [one for one in everything.tables if one._tbl.tblPr.style == "ReportTable"]
    wanted = [one for one in made.every_block().tables if not one.bulk]
    assert [len(one._tbl.tr_lst) for one in tables] == [len(one.rows) + 1 for one in wanted]
    for one, table in zip(tables, wanted, strict=True):
        assert one._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        assert [cell.text for cell in one.rows[0].cells] == [column.title for column in table.columns]
        assert one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == table.caption
    assert [cell.text.strip() for cell in tables[0].rows[1].cells] == [
        "Responsibility 1: stop smoking services and tobacco control",
        "Director of Public Health, Northshire Council",
        "≈ assumed",
        "1",
    ]


def test_pictures_are_vectors_with_words(everything: WordDocument) -> None:
    (shape,) = everything.inline_shapes
    assert shape._inline.docPr.get("descr") == "Northshire Council leads on smoking."
    vectors = [part for part in everything.part.package.iter_parts() if part.content_type == "image/svg+xml"]
    assert [part.blob.decode() for part in vectors] == [made.SVG]


def test_contents_are_a_field_over_links_that_lead_somewhere(everything: WordDocument) -> None:
    codes = [node.text for node in everything.element.body.iter(qn("w:instrText"))]
    first, *pages = codes
    assert first == ' TOC \\o "1-2" \\h \\z \\u '
    links = list(everything.element.body.iter(qn("w:hyperlink")))
    assert pages == [f" PAGEREF {one.get(qn('w:anchor'))} \\h " for one in links if one.xpath(".//w:instrText")]
    assert len(pages) == 6
    marks = {node.get(qn("w:name")) for node in everything.element.body.iter(qn("w:bookmarkStart"))}
    anchors = {node.get(qn("w:anchor")) for node in everything.element.body.iter(qn("w:hyperlink"))}
    assert anchors <= marks
    assert len(styled(everything, "toc 1")) == 4
    kinds = [node.get(qn("w:fldCharType")) for node in everything.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 6, "end"]


def test_pages_are_a4_and_say_what_they_are(everything: WordDocument) -> None:
    sizes = {(round(one.page_width.mm), round(one.page_height.mm)) for one in everything.sections}
    assert sizes == {(210, 297), (297, 210)}
    for section in everything.sections:
        assert "As at 1 July 2026" in section.header.paragraphs[0].text
        foot = "".join(node.text or "" for node in section.footer._element.iter(qn("w:t")))
        assert foot == "Northshire, as at 1 July 2026. Made with rolemap 0.1.0; digest of the map 3f9a1c07.Page 1 of 1"
    assert everything.core_properties.title == made.every_block().title
    assert everything.core_properties.author == ""


def test_a_long_head_and_foot_leave_room_for_the_date_and_the_number_of_the_page() -> None:
    blocks = (
        Paragraph(text("x")),
        replace(next(one for one in made.every_block().tables if one.name == "Wide"), wide=True),
    )
    long = replace(
        made.made(blocks),
        title="Draft memorandum on " * 20,
        provenance=f"Northshire, {'with changes tried on it, ' * 20}as at.",
    )
    word = docx.Document(io.BytesIO(write(long)))
    assert len({one.page_width for one in word.sections}) == 2
    for section in word.sections:
        letters = (section.page_width.pt - section.left_margin.pt - section.right_margin.pt) / 4
        head, foot = (part.paragraphs[0].text.split("\t") for part in (section.header, section.footer))
        assert head[1] == "As at 1 July 2026"
        assert len(head[0]) + len(head[1]) < letters
        assert foot[0].endswith("… Digest of the map 3f9a1c07.")
        assert len(foot[0]) + len("Page 100 of 100") < letters


@pytest.mark.parametrize(("number", "points"), [(30, 10.5), (44, 9.5), (90, 10.5)])
def test_contents_that_would_end_on_another_page_by_a_few_lines_are_smaller(number: int, points: float) -> None:
    headings = [Heading(2, f"Agreement {at}", f"5.{at}", f"a{at}") for at in range(number)]
    word = docx.Document(io.BytesIO(write(made.made(headings))))
    assert word.styles["toc 2"].font.size.pt == points
    assert len(styled(word, "toc 2")) == number


def test_signatures_and_room_to_write(everything: WordDocument) -> None:
    lines = [one for one in everything.tables if one._tbl.tblPr.style == "ReportLines"]
    assert [len(one.rows) for one in lines] == [3, 4, 4]
    assert [row.cells[0].text for row in lines[1].rows] == ["Name", "Position", "Signature", "Date"]
    assert [one.rows[3].cells[1].text for one in lines[1:]] == ["1 April 2026", ""]


@pytest.mark.parametrize(
    "name", [name for name in made.HOSTILE if name not in {"controls", "surrogates", "nothing", "lines", "override"}]
)
def test_hostile_words_survive_exactly(hostile: WordDocument, name: str) -> None:
    cells = {row.cells[0].text: row.cells[1].text for row in hostile.tables[-1].rows}
    assert cells[name] == made.HOSTILE[name]


def test_what_word_cannot_hold_is_replaced_and_said(hostile: WordDocument) -> None:
    cells = {row.cells[0].text: row.cells[1].text for row in hostile.tables[-1].rows}
    assert cells["controls"].startswith("bell\N{REPLACEMENT CHARACTER} null\N{REPLACEMENT CHARACTER}")
    assert cells["surrogates"] == "half \N{REPLACEMENT CHARACTER} and other half \N{REPLACEMENT CHARACTER}"
    assert cells["lines"].startswith("one\ntwo\nthree\tfour")
    assert cells["override"] == "abc \ufffddcba\ufffd end \ufffdx\ufffd"
    assert "U+0007" in body(hostile)
    assert "U+202E" in body(hostile)


def test_only_the_fields_we_wrote(hostile: WordDocument) -> None:
    codes = [node.text or "" for node in hostile.element.body.iter(qn("w:instrText"))]
    assert codes[0] == ' TOC \\o "1-2" \\h \\z \\u '
    assert all(re.fullmatch(r" PAGEREF _Toc\d{6} \\h ", code) for code in codes[1:])
    assert not list(hostile.element.body.iter(qn("w:fldSimple")))
    assert not [one for one in hostile.part.rels.values() if one.is_external]


def test_words_from_right_to_left_are_marked(hostile: WordDocument) -> None:
    marked = [
        "".join(node.text or "" for node in run.iter(qn("w:t")))
        for run in hostile.element.body.iter(qn("w:r"))
        if run.rPr is not None and run.rPr.find(qn("w:rtl")) is not None
    ]
    assert made.HOSTILE["arabic"] in marked
    assert "مدير" in marked


def test_bulk_tables_and_speakers_notes_stay_out(everything: WordDocument) -> None:
    assert "easton-dph" not in body(everything)
    assert "Ask who would be missed" not in body(everything)


def test_unusual_documents_open() -> None:
    empty = Table(name="t", caption="No rows", columns=(Column("One"), Column("Two")), rows=())
    link = Paragraph((Run("nowhere", link="#nowhere"), Run("there", link="https://example.org/?a=1&b=2")))
    word = docx.Document(io.BytesIO(write(made.made((Heading(3, "Deep"), empty, link, Paragraph(text("")))))))
    assert "Nothing to list." in body(word)
    assert [one.target_ref for one in word.part.rels.values() if one.is_external] == ["https://example.org/?a=1&b=2"]
    assert docx.Document(io.BytesIO(write(made.made(())))).paragraphs[0].text == "Who leads on what in Northshire"


def test_every_part_is_known_to_the_package() -> None:
    with zipfile.ZipFile(io.BytesIO(write(made.every_block()))) as package:
        assert package.testzip() is None
        assert "word/media/vector1.svg" in package.namelist()
        assert "image/svg+xml" in package.read("[Content_Types].xml").decode()


def test_no_row_of_a_long_table_stands_alone_and_its_note_stays_with_the_last() -> None:
    rows = tuple((text(f"row {at}"),) for at in range(40))
    table = Table(name="t", caption="Long", columns=(Column("One"),), rows=rows, note="A note.")
    (shown,) = docx.Document(io.BytesIO(write(made.made((table,))))).tables
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next is True for row in shown.rows]
    assert [at for at, keeps in enumerate(kept) if keeps] == [0, 1, 39, 40]


@pytest.mark.parametrize(
    ("title", "begins"), [("W" * 300, "W" * 60), (f"Long {'W' * 300}", "Long"), ("Short", "Short")]
)
def test_the_head_of_a_page_says_what_has_room_of_a_title(title: str, begins: str) -> None:
    word = docx.Document(io.BytesIO(write(made.made((Paragraph(text("Words.")),), title=title))))
    for section in word.sections:
        head = section.header.paragraphs[0].text.split("\t")[0]
        assert head.startswith(begins)
        assert len(head) <= 130


def test_words_after_a_list_stand_apart_from_it() -> None:
    listed = Bullets((text("One"), text("Two")))
    blocks = (Heading(1, "Head"), Paragraph(text("Before.")), listed, Paragraph(text("After.")))
    word = docx.Document(io.BytesIO(write(made.made(blocks))))
    before = {one.text: one.paragraph_format.space_before for one in word.paragraphs}
    assert before["Before."] is None
    assert before["After."] == Pt(6)


def test_the_end_of_a_section_is_the_one_paragraph_after_its_last_table() -> None:
    """An empty paragraph more may need a page of its own where the table fills its page."""
    wide = replace(made.wide_table(), note="")
    blocks = (Heading(1, "Wide"), wide, Heading(1, "After"), Paragraph(text("Upright.")))
    word = docx.Document(io.BytesIO(write(made.made(blocks))))
    (table,) = (one for one in word.tables if one._tbl.tblPr.style == "ReportTable")
    after = table._tbl.getnext()
    assert after.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
