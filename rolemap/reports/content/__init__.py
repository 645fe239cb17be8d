"""What reports say: one module for each kind of report builds a document from figures, and knows no format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rolemap.reports.blocks import Document
from rolemap.reports.content import full_report
from rolemap.reports.figures import Figures


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of report: its name, what people call it, what it holds, and what it is about ("role", ...) if one thing."""

    name: str
    title: str
    holds: str
    build: Callable[[Figures], Document]
    about: str = ""


KINDS: dict[str, Kind] = {
    one.name: one
    for one in (
        Kind(
            "full-report",
            "Full report",
            "Who leads on what at every level, pictures, gaps, overlaps, agreements, load, words, sources and limits",
            full_report.build,
        ),
    )
}
"""Every kind by name, in the order people are offered them."""
