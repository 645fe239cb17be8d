"""Small documents made by hand: one with every kind of block, and one whose every text is hostile."""

from __future__ import annotations

from datetime import date

from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import (
    Align,
    Bullets,
    Callout,
    Chip,
    Column,
    Document,
    Fillable,
    Heading,
    KeyFigure,
    KeyFigures,
    Notes,
    Number,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Signature,
    SignatureBlock,
    Table,
    Tone,
    Value,
    When,
    text,
)

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="480" height="200" viewBox="0 0 480 200">
<rect x="10" y="20" width="200" height="60" rx="8" fill="#1F3A5F"/>
<text x="110" y="56" font-family="Source Sans 3" font-size="18" text-anchor="middle" fill="#FFFFFF">Northshire Council</text>
<path d="M210 50 L300 50" stroke="#0068A4" stroke-width="3"/>
<text x="310" y="56" font-family="Source Sans 3" font-size="18" fill="#1A1A1A">✓ Smoking</text></svg>"""

HOSTILE = {
    "formula": '=HYPERLINK("http://example.org","click")',
    "plus": "+1+cmd|' /C calc'!A0",
    "at": "@SUM(A1:A9)",
    "markup": "<script>alert(1)</script> & <b>not bold</b> &amp; ]]>",
    "typst": '#panic("read as source") $x$ *not bold* _no_ `raw` @ref <label> \\ #sys.inputs //',
    "field": '{ INCLUDETEXT "/etc/passwd" } {{ template }} ${x} %s',
    "escape": "_x0041_ and _x000D_ stay as they are",
    "web": "https://example.org/?a=1&b=2 mailto:a@example.org",
    "controls": "bell\x07 null\x00 escape\x1b[31m delete\x7f",
    "surrogates": "half \ud83d and other half \udc00",
    "nothing": "\ufffe\uffff",
    "arabic": "مجلس الصحة العامة يقود هنا",
    "hebrew": "מועצת הבריאות (ראשית)",
    "mixed": "Lead: مدير (director), 3 of 10",
    "override": "abc \u202edcba\u202c end \u2066x\u2069",
    "chinese": "公共卫生局 主任",
    "korean": "공중보건",
    "hindi": "स्वास्थ्य परिषद",
    "emoji": "👩🏽‍⚕️ ❤️ 🇬🇧 🧿 😀",
    "invisible": "a\u200bb\u200dc\ufeffd\u00ade",
    "combining": "e\u0301 Z\u0351\u0357\u0301 ﷽",
    "word": "W" * 300,
    "path": "/".join(["a-very-long-path-segment"] * 12),
    "lines": "one\ntwo\r\nthree\tfour\u2028five",
    "spaces": "  two  spaces  ",
    "private": "\ue000 \U000f0000",
    "long": "A long sentence about who leads on what. " * 60,
}
"""Texts by what is hostile about them."""


def chip(key: str) -> Chip:
    look = STATES[key]
    return Chip(look.word, look.symbol, key)


def table(rows: int = 60) -> Table:
    return Table(
        name="Who leads",
        caption="Who leads on what in Northshire",
        columns=(
            Column("Responsibility", 3),
            Column("Lead", 3),
            Column("State", 1.4),
            Column("Places", 1, Align.RIGHT),
        ),
        rows=tuple(
            (
                text(f"Responsibility {at}: stop smoking services and tobacco control"),
                text("Director of Public Health, Northshire Council"),
                chip(list(STATES)[at % 7]),
                Number(at, str(at)),
            )
            for at in range(1, rows + 1)
        ),
        note="Only what is in force on the day the map is as at.",
        number="Table 1",
    )


def wide_table() -> Table:
    columns = tuple(Column(f"Column {at}") for at in range(1, 9))
    cells: tuple[Value, ...] = (
        text("Public health grant"),
        When(date(2026, 3, 1), "1 March 2026"),
        Number(0.73, "73%", percent=True),
        *(text("Commissioning and contract management") for _ in range(5)),
    )
    return Table(name="Wide", caption="A table of eight columns", columns=columns, rows=(cells,) * 12, number="Table 2")


def bulk_table() -> Table:
    return Table(
        name="Assignments",
        caption="One row for each assignment",
        columns=(Column("role"), Column("responsibility")),
        rows=((text("easton-dph"), text("smoking")),),
        bulk=True,
    )


def picture() -> Picture:
    rows = ((text("Northshire Council"), text("Smoking")),)
    beside = Table(
        name="Picture 1",
        caption="The same as a table",
        columns=(Column("Lead"), Column("Responsibility")),
        rows=rows,
        number="Table 3",
    )
    return Picture(
        name="leads",
        caption="Who leads on smoking",
        alt="Northshire Council leads on smoking.",
        svg=SVG,
        table=beside,
        width=0.8,
        number="Figure 1",
    )


def every_block() -> Document:
    return made(
        (
            Heading(1, "Summary", "1", "summary"),
            Paragraph(
                (
                    Run("34 of 135 "),
                    Run("are clear", bold=True),
                    Run("; see "),
                    Run("the table", link="#leads"),
                    Run("."),
                )
            ),
            KeyFigures(
                (
                    KeyFigure("places with a clear lead", 34, 135, "on law or agreement", "clear"),
                    KeyFigure("places without a lead", 12, 135, state="gap"),
                    KeyFigure("agreements due for review", 3),
                    KeyFigure("posts vacant", 1, state="vacant"),
                )
            ),
            Bullets((text("First point"), (Run("Second "), Run("clear", state="clear")))),
            Callout(Tone.QUESTION, "Question for the room", text("Who should lead here?")),
            Callout(Tone.ATTENTION, "Assumed", text("Neither law nor an agreement stands behind it.")),
            Notes("Ask who would be missed."),
            Heading(1, "Who leads", "2", "leads"),
            Heading(2, "At place level", "2.1", "place"),
            table(),
            Heading(2, "Instruments", "2.2", "instruments"),
            wide_table(),
            Heading(1, "Pictures", "3", "pictures"),
            picture(),
            bulk_table(),
            PageBreak(),
            Heading(1, "Signatures", "4", "signatures"),
            Fillable("What was agreed", 3),
            SignatureBlock((Signature("Northshire Council", date(2026, 4, 1)), Signature("Northshire ICB"))),
        )
    )


def hostile() -> Document:
    rows = tuple((text(name), text(words)) for name, words in HOSTILE.items())
    return made(
        (
            *(Heading(1, words[:80], f"{at}", f"h{at}") for at, words in enumerate(HOSTILE.values(), 1)),
            *(Paragraph(text(words)) for words in HOSTILE.values()),
            Bullets(tuple(text(words) for words in HOSTILE.values())),
            Table(
                name="[bad]:*?/\\' name of a sheet",
                caption="Texts of a hostile map",
                columns=(Column("Kind", 1), Column("Text =1+1", 2)),
                rows=rows,
                number="Table 1",
            ),
            Callout(Tone.NOTE, HOSTILE["markup"], text(HOSTILE["typst"])),
            Notes(HOSTILE["controls"]),
        ),
        title=HOSTILE["typst"],
    )


def made(
    blocks: tuple[object, ...], title: str = "Who leads on what in Northshire", *, contents: bool = True
) -> Document:
    return Document(
        title=title,
        subtitle="Full report",
        kind="full-report",
        on=date(2026, 7, 1),
        digest="3f9a1c07",
        provenance="Northshire, as at 1 July 2026. Made with rolemap 0.1.0; digest of the map 3f9a1c07.",
        map_title="Northshire",
        blocks=blocks,  # type: ignore[arg-type]
        contents=contents,
    )
