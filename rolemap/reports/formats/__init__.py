"""How reports are written: one module for each format turns a document into bytes, and knows no other format."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from rolemap.reports.blocks import Document


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, what people call it, the ending of its files and their media type.

    `bulk` says that it holds the tables for other tools (`blocks.Table.bulk`) as well.

    Its module, `rolemap.reports.formats.<name>`, has `write(document) -> bytes` and is imported when first used, since
    some libraries take longer to import than a report to write.
    """

    name: str
    title: str
    ending: str
    media: str
    bulk: bool = False

    def write(self, document: Document) -> bytes:
        """Return the document in this format."""
        written: bytes = import_module(f"{__name__}.{self.name}").write(document)
        return written


OFFICE = "application/vnd.openxmlformats-officedocument"
"""How the media types of office documents begin."""

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("pdf", "PDF", ".pdf", "application/pdf"),
        Format("word", "Word", ".docx", f"{OFFICE}.wordprocessingml.document"),
        Format("excel", "Excel", ".xlsx", f"{OFFICE}.spreadsheetml.sheet", bulk=True),
        Format("slides", "Slides", ".pptx", f"{OFFICE}.presentationml.presentation"),
        Format("html", "Web page", ".html", "text/html"),
        Format("markdown", "Markdown", ".md", "text/markdown"),
        Format("csv", "CSV tables (zip)", ".zip", "application/zip", bulk=True),
        Format("json", "JSON", ".json", "application/json", bulk=True),
    )
}
"""Every format by name, in the order people are offered them."""


def format_for(ending: str) -> Format | None:
    """Return the format whose files end like this (".md"), whatever the case; None if there is none."""
    return next((one for one in FORMATS.values() if one.ending == ending.lower()), None)
