"""What reports say: one module for each kind of report builds a document from figures, and knows no format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rolemap.reports.blocks import Document
from rolemap.reports.content import full_report, functions_and_decisions
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
        Kind(
            "functions-and-decisions",
            "Functions and decisions map",
            "Each function in law: who holds it, whether it is reserved or delegated, by which instrument and limits",
            functions_and_decisions.build,
        ),
    )
}
"""Every kind by name, in the order people are offered them."""
