"""The pages of a Word report: A4 upright or turned on its side, each with title, date, digest and page number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from textwrap import shorten

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.section import Section

from rolemap.model.words import day
from rolemap.reports.blocks import Document
from rolemap.reports.wordfile import xml

SHORT, LONG, MARGIN = 11906, 16838, 1134
"""The sides of A4 and the margin of 20 mm, in twentieths of a point."""

UPRIGHT, TURNED = SHORT - 2 * MARGIN, LONG - 2 * MARGIN
"""The width of the text of a page, in twentieths of a point."""


HEAD, FOOT = {False: 80, True: 130}, {False: 104, True: 160}
"""How many characters of the title leave room for the date at the head of an upright and of a turned page, and how many of
where the report comes from for the number of the page at its foot."""

REST = " …"
"""What stands for the rest of a title that is cut."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The properties of a section of upright pages and of one of turned pages, as XML."""

    upright: str
    turned: str

    def of(self, *, wide: bool) -> str:
        """Return the properties of turned pages if `wide`, else of upright ones."""
        return self.turned if wide else self.upright


def pages(word: WordDocument, document: Document) -> Pages:
    """Return the two kinds of page, having added their headers and footers to the Word file."""
    return Pages(_pages(word, document, wide=False), _pages(word, document, wide=True))


def describe(word: WordDocument, document: Document) -> None:
    """Say in the properties of the file what the report is."""
    about = word.core_properties
    about.title, about.subject, about.author = document.title[:255], document.subtitle[:255], ""
    about.comments = document.provenance[:255]
    about.created = about.modified = datetime.combine(document.on, time())
    about.language = document.language


def fill(word: WordDocument, content: str) -> None:
    """Put the content, as XML, in place of everything in the body."""
    body = word.element.body
    for child in list(body):
        body.remove(child)
    for child in list(parse_xml(f"<w:body {xml.NAMESPACES}>{content}</w:body>")):
        body.append(child)


def _pages(word: WordDocument, document: Document, *, wide: bool) -> str:
    section = word.add_section()
    title = _shortened(document.title, HEAD[wide])
    head = f"{xml.runs(title)}<w:r><w:tab/></w:r>{xml.runs(f'As at {day(document.on)}')}"
    foot = (
        f"{xml.runs(document.foot(FOOT[wide]))}<w:r><w:tab/></w:r>"
        f"{xml.runs('Page ')}{xml.field('PAGE', '1')}{xml.runs(' of ')}{xml.field('NUMPAGES', '1')}"
    )
    references = _edge(section, "header", head, wide) + _edge(section, "footer", foot, wide)
    paper = f'w:w="{LONG}" w:h="{SHORT}" w:orient="landscape"' if wide else f'w:w="{SHORT}" w:h="{LONG}"'
    top, bottom = (MARGIN + 200, MARGIN) if document.contents else (MARGIN, MARGIN - 300)
    sides = f'w:left="{MARGIN}" w:right="{MARGIN}" w:top="{top}" w:bottom="{bottom}"'
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {paper}/>'
        f'<w:pgMar {sides} w:header="600" w:footer="500" w:gutter="0"/></w:sectPr>'
    )


def _shortened(title: str, most: int) -> str:
    """Return a title in at most so many characters, cut after a word; within it where the first word alone is longer."""
    kept = shorten(title, most, placeholder=REST)
    return kept if kept != REST.strip() or len(title) <= most else f"{title.strip()[: most - len(REST)]}{REST}"


def _edge(section: Section, kind: str, content: str, wide: bool) -> str:
    """Return the reference to a header or a footer of its own with this content."""
    part = section.header if kind == "header" else section.footer
    part.is_linked_to_previous = False
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{TURNED if wide else UPRIGHT}"/></w:tabs>'
    made = xml.paragraph(content, kind.capitalize(), tabs)
    old = part.paragraphs[0]._p
    old.getparent().replace(old, parse_xml(made.replace("<w:p>", f"<w:p {xml.NAMESPACES}>", 1)))
    (id,) = section._sectPr.xpath(f"./w:{kind}Reference/@r:id")
    return f'<w:{kind}Reference w:type="default" r:id="{id}"/>'
