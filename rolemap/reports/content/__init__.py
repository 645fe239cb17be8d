"""What reports say: one module for each kind of report builds a document from figures, and knows no format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rolemap.reports.blocks import Document
from rolemap.reports.content import (
    agreement_register,
    data,
    findings_list,
    full_report,
    functions_and_decisions,
    memorandum,
    organisation_page,
    role_page,
)
from rolemap.reports.figures import Figures
from rolemap.reports.sections.agreed import is_law


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of report: its name, what people call it, what it holds, and what it is about ("role", ...) if one thing.

    `sections` are the titles, by name, of those that `Figures.left_out` can leave out; empty where all belong together.
    `compares` says whether it tells what has changed since `Figures.earlier`.
    """

    name: str
    title: str
    holds: str
    build: Callable[[Figures], Document]
    about: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    compares: bool = False


def title_of(figures: Figures, kind: str) -> str:
    """Return what a report is called: the title of its kind, but of an agreement that is law not a draft."""
    one = figures.landscape.agreements.get(figures.about) if kind == "memorandum" else None
    return "Summary of law" if one is not None and is_law(figures.graph, one) else KINDS[kind].title


KINDS: dict[str, Kind] = {
    one.name: one
    for one in (
        Kind(
            "full-report",
            "Full report",
            "Who leads on what at every level, pictures, gaps, overlaps, agreements, load, words, sources and limits",
            full_report.build,
            sections={name: one.title for name, one in full_report.SECTIONS.items()},
            compares=True,
        ),
        Kind(
            "functions-and-decisions",
            "Functions and decisions map",
            "Each function in law: who holds it, whether it is reserved or delegated, by which instrument and limits",
            functions_and_decisions.build,
            compares=True,
        ),
        Kind(
            "findings-list",
            "Findings and questions",
            "The facilitator's sheet: every finding with its question and room for what was agreed",
            findings_list.build,
        ),
        Kind(
            "role-page", "My role on one page", "What one post leads, and on whose authority", role_page.build, "role"
        ),
        Kind(
            "organisation-page",
            "Organisation on one page",
            "What one body and its posts lead, its agreements, and what is worth settling",
            organisation_page.build,
            "organisation",
        ),
        Kind(
            "agreement-register",
            "Agreement register",
            "Every agreement: parties, what it covers, state, dates, money, and what is due",
            agreement_register.build,
        ),
        Kind(
            "memorandum",
            "Draft memorandum",
            "A draft to complete and sign for one agreement of the map; of what is law, a summary",
            memorandum.build,
            "agreement",
        ),
        Kind("data", "Data", "Every lead, statement, party, agreement and finding as tables", data.build),
    )
}
"""Every kind by name, in the order people are offered them."""
