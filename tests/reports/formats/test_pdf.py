from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolemap.reports.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    Value,
    text,
)
from rolemap.reports.formats.pdf import write
from rolemap.reports.stretches import leading_in
from rolemap.reports.typesetting import FONTS, PLAIN, unshown
from tests.reports.formats import made


@pytest.fixture(scope="module")
def everything() -> bytes:
    return write(made.every_block())


@pytest.fixture(scope="module")
def hostile() -> bytes:
    return write(made.hostile())


def elements(pdf: bytes) -> list[tuple[str, str]]:
    """Return the kind and the alternative text of every element of the structure."""

    def walk(node: Any) -> Iterator[tuple[str, str]]:
        if isinstance(node, pikepdf.Array):
            for one in node:
                yield from walk(one)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield str(node["/S"]), str(node.get("/Alt", ""))
            if "/K" in node:
                yield from walk(node["/K"])

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(walk(opened.Root.StructTreeRoot["/K"]))


def count(pdf: bytes, kind: str) -> int:
    return sum(1 for name, _ in elements(pdf) if name == kind)


def words(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def squeezed(said: str) -> str:
    return re.sub(r"\s", "", said)


def test_it_says_it_is_accessible(everything: bytes) -> None:
    with pikepdf.open(io.BytesIO(everything)) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "en-GB"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        metadata = bytes(root.Metadata.read_bytes()).decode()
    assert re.search(r"pdfuaid:part>1<", metadata)
    assert "Who leads on what in Northshire" in metadata


def test_structure_counts_equal_the_blocks(everything: bytes) -> None:
    document = made.every_block()
    tables = [table for table in document.tables if not table.bulk]
    rows = sum(len(table.rows) + 1 for table in tables)
    assert count(everything, "/H1") == 4 + 1  # and "Contents"
    assert count(everything, "/H2") == 2
    assert count(everything, "/Table") == len(tables) == 3
    assert count(everything, "/TR") == rows
    assert count(everything, "/TH") == sum(len(table.columns) for table in tables)
    assert count(everything, "/TD") == sum(len(table.columns) * len(table.rows) for table in tables)
    assert count(everything, "/LI") >= 2


def test_a_picture_says_what_it_shows_and_stays_a_vector(everything: bytes) -> None:
    assert "Northshire Council leads on smoking." in [alt for _, alt in elements(everything)]
    assert not [image for page in pypdf.PdfReader(io.BytesIO(everything)).pages for image in page.images]


def test_bookmarks_are_the_headings(everything: bytes) -> None:
    def titles(items: Any) -> Iterator[str]:
        for item in items:
            yield from titles(item) if isinstance(item, list) else [item.title]

    found = list(titles(pypdf.PdfReader(io.BytesIO(everything)).outline))
    assert [squeezed(title) for title in found] == [
        squeezed(f"{heading.number}{heading.text}") for heading in made.every_block().headings
    ]


def test_every_page_says_what_it_is(everything: bytes) -> None:
    pages = pypdf.PdfReader(io.BytesIO(everything)).pages
    for at, page in enumerate(pages, 1):
        said = squeezed(page.extract_text())
        assert squeezed(f"Page {at} of {len(pages)}") in said
        assert squeezed("As at 1 July 2026") in said
        assert "3f9a1c07" in said
        assert squeezed("Made with rolemap") in said


def test_the_header_of_a_table_is_repeated_and_wide_tables_are_turned(everything: bytes) -> None:
    pages = pypdf.PdfReader(io.BytesIO(everything)).pages
    with_rows = [page for page in pages if "stop smoking services" in page.extract_text()]
    assert len(with_rows) > 1
    assert all("Responsibility" in page.extract_text() and "Places" in page.extract_text() for page in with_rows)
    turned = [page.mediabox.width > page.mediabox.height for page in pages]
    assert any(turned)
    assert [("Column 8" in page.extract_text()) for page in pages] == turned


def test_fonts_are_inside(everything: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(everything))
    fonts = [
        obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    assert all(any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")) for font in fonts)


def test_bulk_tables_and_speakers_notes_stay_out(everything: bytes) -> None:
    said = words(everything)
    assert "easton-dph" not in said
    assert "Ask who would be missed" not in said
    assert "Nothing to list." not in said


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(made.every_block()) == write(made.every_block())


@pytest.mark.parametrize(
    "name", ["formula", "plus", "at", "markup", "typst", "field", "escape", "web", "word", "path", "emoji", "combining"]
)
def test_hostile_words_survive(hostile: bytes, name: str) -> None:
    wanted = made.HOSTILE[name].replace("﷽", "")
    assert squeezed(wanted) in squeezed(words(hostile))


def test_right_to_left_words_survive_letter_by_letter(hostile: bytes) -> None:
    said = words(hostile)
    assert set(made.HOSTILE["arabic"] + made.HOSTILE["hebrew"]) - {" "} <= set(said)


def test_what_no_font_shows_is_replaced_and_said(hostile: bytes) -> None:
    said = words(hostile)
    assert "bell\N{REPLACEMENT CHARACTER} null\N{REPLACEMENT CHARACTER}" in said
    assert "About the characters" in said
    assert "U+0007" in said
    assert "U+E000" in said


def test_nothing_runs_off_a_page(hostile: bytes) -> None:
    for page in pypdf.PdfReader(io.BytesIO(hostile)).pages:
        seen: list[float] = []
        page.extract_text(
            visitor_text=lambda said, _cm, tm, _font, _size, seen=seen: seen.append(tm[4]) if said.strip() else None
        )
        assert max(seen) < page.mediabox.width - 40


def test_characters_taken_for_granted_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    every = "".join(chr(at) for at in range(0x20, 0x2E00) if PLAIN.match(chr(at))) + "\N{REPLACEMENT CHARACTER}"
    monkeypatch.setattr("rolemap.reports.typesetting.PLAIN", re.compile("(?!)"))
    assert unshown(every, system=False) == frozenset()


def test_unusual_documents_are_still_accessible() -> None:
    broken = Picture(
        name="p", caption="A picture", alt="It shows two bodies.", svg=made.SVG.replace("Smoking", "漢 A\ufe0f ﷽")
    )
    empty = Table(name="t", caption="No rows", columns=(Column("One"), Column("Two")), rows=())
    link = Paragraph((Run("nowhere", link="#nowhere"), Run("there", link="https://example.org/?a=1&b=2")))
    pdf = write(
        made.made(
            (Heading(3, "Deep", "", ""), broken, empty, link, Heading(1, "", "", "same"), Heading(4, "", "", "same"))
        )
    )
    assert "Nothing to list." in words(pdf)
    assert "nowhere" in words(pdf)
    links = [name for name, _ in elements(pdf) if name == "/Link"]
    assert links


@pytest.mark.parametrize("contents", [True, False])
def test_an_empty_report_is_one_page(contents: bool) -> None:
    pdf = write(made.made((), contents=contents))
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1


def test_a_report_of_wide_things_alone_begins_on_a_turned_page() -> None:
    document: Document = made.made((Heading(1, "Wide", "1", "w"), made.wide_table()), contents=False)
    pages = pypdf.PdfReader(io.BytesIO(write(document))).pages
    assert all(page.mediabox.width > page.mediabox.height for page in pages)
    assert text("x") == (Run("x"),)


def test_fonts_of_the_machine_help_where_ours_lack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "SourceSans3-Regular.otf").write_bytes((FONTS / "SourceSans3-Regular.otf").read_bytes())
    few = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(tmp_path)])
    many = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    monkeypatch.setattr("rolemap.reports.typesetting._fonts", lambda *, system: many if system else few)
    said = words(write(made.made((Paragraph(text("شكرا 漢")),))))
    assert set("شكرا") <= set(said)
    assert "\N{REPLACEMENT CHARACTER}" in said
    assert "U+6F22" in said
    assert "U+0634" not in said


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40))
def test_any_words_become_an_accessible_page(any_words: str) -> None:
    drawn = "".join(one for one in any_words if one.isprintable() and one not in "<&\ufffe\uffff")
    picture = Picture(name="p", caption=any_words, alt=any_words, svg=made.SVG.replace("Smoking", drawn))
    blocks = (Heading(1, any_words, "1", "a"), Paragraph(text(any_words)), picture)
    assert b"pdfuaid" in pikepdf.open(io.BytesIO(write(made.made(blocks, title=any_words)))).Root.Metadata.read_bytes()


def test_a_picture_no_typesetter_can_read_names_the_reason() -> None:
    broken = Picture(name="p", caption="Broken", alt="Nothing", svg="<svg")
    with pytest.raises(typst.TypstError, match="SVG"):
        write(made.made((broken,)))


def test_a_table_begins_with_two_rows_or_on_the_next_page() -> None:
    blocks: list[Block] = []
    for lines in range(30, 46):
        rows = tuple((text(f"first {lines}-{at}"), text("word " * 9)) for at in range(20))
        blocks += [Heading(1, f"Section {lines}"), *(Paragraph(text("A line.")) for _ in range(lines))]
        blocks += [table_of(f"Caption {lines}", rows), PageBreak()]
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(write(made.made(tuple(blocks))))).pages]
    begun = [(lines, page) for lines in range(30, 46) for page in pages if f"Caption {lines}" in page]
    assert len(begun) == 16
    assert all(f"first {lines}-1" in page for lines, page in begun)
    assert any(page.count("A line.") == 2 for _, page in begun), "none began on the next page: the test shows nothing"


def table_of(caption: str, rows: tuple[tuple[Value, ...], ...]) -> Table:
    return Table(name="t", caption=caption, columns=(Column("One", 1), Column("Two", 1)), rows=rows)


def test_a_short_list_stays_on_one_page_with_the_line_that_leads_it_in() -> None:
    blocks: list[Block] = []
    for lines in range(28, 44):
        blocks += [Heading(1, f"Section {lines}"), *(Paragraph(text("A line.")) for _ in range(lines))]
        blocks += [Paragraph(text(f"Lead {lines}:")), Bullets(tuple(text(f"item {lines}-{at}") for at in range(6)))]
        blocks += [PageBreak()]
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(write(made.made(tuple(blocks))))).pages]
    for lines in range(28, 44):
        (here,) = (page for page in pages if f"Lead {lines}:" in page)
        assert all(f"item {lines}-{at}" in here for at in range(6))
    assert any("Lead " in page and page.count("A line.") == 1 for page in pages), (
        "none was moved: the test shows nothing"
    )


def test_a_heading_and_two_paragraphs_stay_with_the_table_they_lead_in() -> None:
    told, asked, after = Paragraph(text("What this is.")), Paragraph(text("To ask.")), Paragraph(text("After."))
    rows = tuple((text(str(at)), text("words")) for at in range(3))
    found = list(leading_in((Heading(1, "Gaps"), told, asked, table_of("Caption", rows), after, after)))
    assert [block for block, leads in found if leads] == [told, asked]


@pytest.mark.parametrize("rows", range(16, 22))
def test_no_row_of_a_table_stands_alone_on_its_last_page(rows: int) -> None:
    document = made.made((Heading(1, "Rows"), made.table(rows)))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(write(document))).pages]
    held = [len(re.findall(r"^Responsibility \d+", page, re.MULTILINE)) for page in pages]
    assert sum(held) == rows, pages[-1]
    assert all(number != 1 for number in held)
