"""The styles of a Word report: real, named styles, so that a council can restyle a whole report in one place."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from rolemap.reports.wordfile.xml import NAMESPACES

FONT = "Arial"
"""A font that every office program has, and that English public bodies use in their own documents."""

NAVY, GREY, BLACK = "1F3A5F", "595959", "1A1A1A"

NORMAL = 10.5
"""The size of running text in points; larger text shrinks most where room is short."""

LOOKS: tuple[tuple[str, float, str, bool, float, float], ...] = (
    ("Normal", NORMAL, BLACK, False, 0, 6),
    ("Title", 25, NAVY, True, 0, 4),
    ("Subtitle", 13, GREY, False, 0, 10),
    ("Heading 1", 18, NAVY, True, 22, 8),
    ("Heading 2", 13.5, NAVY, True, 16, 6),
    ("Heading 3", 11.5, NAVY, True, 12, 4),
    ("Heading 4", 10.5, NAVY, True, 10, 4),
    ("Caption", 9.5, BLACK, True, 8, 4),
    ("List Bullet", 10.5, BLACK, False, 0, 1),
    ("Header", 8.5, GREY, False, 0, 0),
    ("Footer", 8, GREY, False, 0, 0),
    ("Contents Heading", 18, NAVY, True, 16, 8),
    ("toc 1", 10.5, BLACK, True, 3, 1),
    ("toc 2", 10.5, BLACK, False, 0, 1),
    ("Table Text", 9, BLACK, False, 2, 2),
    ("Table Heading", 9, NAVY, True, 2, 2),
    ("Table Note", 8.5, GREY, False, 3, 10),
    ("Key Figure", 20, NAVY, True, 4, 0),
    ("Label", 10.5, BLACK, True, 10, 4),
    ("Room", 10.5, BLACK, False, 11, 2),
    ("Gap", 4, BLACK, False, 0, 3),
    ("Section End", 1, BLACK, False, 0, 0),
)
"""Name, size in points, colour, whether bold, and the space before and after in points."""

CROWDED: tuple[tuple[str, float, str, bool, float, float], ...] = (
    ("toc 1", 9.5, BLACK, True, 2, 0),
    ("toc 2", 9.5, BLACK, False, 0, 0),
)
"""The same of contents that would end on another page by a few lines."""

BOXES = {"note": ("F5F7FA", GREY), "question": ("E3ECF7", NAVY), "attention": ("FFF1B8", "A68700")}
"""Fill and edge of each tone of callout."""

TABLE = f"""<w:style {NAMESPACES} w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="B4BAC3"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="B4BAC3"/></w:tblBorders>
<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{NAVY}"/>
</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E3ECF7"/></w:tcPr></w:tblStylePr></w:style>"""

PLAIN = f"""<w:style {NAMESPACES} w:type="table" w:customStyle="1" w:styleId="ReportGrid"><w:name w:val="Report Grid"/>
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="113" w:type="dxa"/>
<w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"""

LINES = f"""<w:style {NAMESPACES} w:type="table" w:customStyle="1" w:styleId="ReportLines"><w:name w:val="Report Lines"/>
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/></w:tblBorders></w:tblPr></w:style>"""


def set_styles(word: WordDocument, language: str, scale: float = 1, *, crowded: bool = False) -> Mapping[str, str]:
    """Give the document the styles of a report, in the language of its words; return the id of each style by name.

    With a `scale` below one all is smaller, so that a page takes more; in `crowded` contents so are the entries.
    """
    for name, full, colour, bold, before, after in (*LOOKS, *(CROWDED if crowded else ())):
        size = full * scale * (scale if full > NORMAL else 1)
        style = _style(word, name)
        style.font.size, style.font.bold, style.font.italic = Pt(round(size * 2) / 2), bold, False
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before * scale**5),
            Pt(after * scale**5),
        )
        _set_font(style)
    for tone, (fill, edge) in BOXES.items():
        _set_box(_style(word, f"Callout {tone}"), fill, edge)
    _style(word, "toc 2").paragraph_format.left_indent = Pt(12)
    for name in ("Caption", "Label", "Contents Heading"):
        _style(word, name).paragraph_format.keep_with_next = True
    for xml in (TABLE, PLAIN, LINES):
        word.styles.element.append(parse_xml(xml))
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    return {style.name: style.style_id for style in word.styles if style.name}


def _style(word: WordDocument, name: str) -> ParagraphStyle:
    found = next((style for style in word.styles if style.name == name and isinstance(style, ParagraphStyle)), None)
    if found is None:
        added = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(added, ParagraphStyle)  # noqa: S101
        found = added
        found.base_style = word.styles["Normal"]
    return found


def _set_font(style: ParagraphStyle) -> None:
    """Name the font for every script; the template's theme would otherwise win, and so would its lines and tabs."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
    for tag in ("w:pBdr", "w:tabs"):
        for old in style.element.findall(f"{qn('w:pPr')}/{qn(tag)}"):
            old.getparent().remove(old)


def _set_box(style: ParagraphStyle, fill: str, edge: str) -> None:
    style.paragraph_format.keep_together = True
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(6)
    style.paragraph_format.space_after = Pt(0)
    properties = style.element.get_or_add_pPr()
    border = (
        f'<w:pBdr {NAMESPACES}><w:top w:val="single" w:sz="4" w:space="4" w:color="{fill}"/>'
        f'<w:left w:val="single" w:sz="36" w:space="6" w:color="{edge}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{fill}"/></w:pBdr>'
    )
    shade = f'<w:shd {NAMESPACES} w:val="clear" w:color="auto" w:fill="{fill}"/>'
    for xml in (border, shade):
        properties.insert_element_before(parse_xml(xml), "w:tabs", "w:spacing", "w:ind")
