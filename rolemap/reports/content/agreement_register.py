"""The agreement register: every agreement with its parties, state, dates and money, and what is noticed about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolemap.findings.words import day, listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Agreement
from rolemap.reports.blocks import Block, Bullets, Document, Heading, Notes, Paragraph, Run, Text, text
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import agreed, noticed, sheets
from rolemap.reports.sections.signing import remark
from rolemap.reports.words import agreement_kind, link, party_words, place_words

MANY_COVERED = 4
"""From how many responsibilities on, covered in one place and in one way, the place is said once."""

MOST_SHOWN = 8
"""How many agreements are described one by one where there is little room."""


def build(figures: Figures) -> Document:
    """Return the register."""
    return document(figures, "agreement-register", "Register of agreements", _blocks(figures))


def _blocks(figures: Figures) -> Iterator[Block]:
    agreements = agreed.chosen(figures)
    yield Heading(1, "The register")
    yield from agreed.register(figures, agreements)
    yield Notes("To ask the room: which agreements that you work under are missing here?")
    if agreements:
        yield Heading(1, "Reviews and ends")
        yield from agreed.due(figures, agreements)
        yield Notes("To ask the room: who looks at each of these before its day?")
    if any(one.funding for one in agreements):
        yield Heading(1, "Money")
        yield from agreed.money(figures, agreements)
        yield Notes("To ask the room: is this what is paid, and by whom?")
    yield Heading(1, "What is noticed about agreements")
    yield from noticed.theme(figures, "AGR")
    if figures.themed("AGR"):
        yield Paragraph(text(noticed.NUMBERS), aside=True)
    if agreements:
        yield Heading(1, "Each agreement in full")
        shown = _foremost(figures, agreements)
        for one in agreements:
            yield Heading(2, one.title, detail=one.id not in shown)
            yield from details(figures.graph, one)
            yield Notes("To ask the room: is this still so, and who would notice if it were not?")
    if figures.bulk:
        yield from sheets.entries(figures, "agreements")


def _foremost(figures: Figures, agreements: Sequence[Agreement]) -> set[str]:
    """Return the agreements that are shown also where there is little room: those due first, then those with a finding."""
    due = sorted((when, one.id) for one in agreements for _, when in agreed.ends(figures, one))
    named = (found.entity for one in figures.groups for found in one.group.findings)
    known = {one.id for one in agreements}
    first = dict.fromkeys((*(id for _, id in due), *(id for id in named if id in known)))
    return set(list(first)[:MOST_SHOWN])


def details(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield everything recorded of one agreement, as a list of what is written and a list of what it covers."""
    if one.purpose:
        yield Paragraph(text(one.purpose if one.purpose.endswith(".") else f"{one.purpose}."))
    yield Bullets(tuple((Run(f"{label}: ", bold=True), *runs) for label, runs in _facts(graph, one) if runs))
    alike = _covered(graph, one)
    for (where, said), titles in alike.items():
        together = len(titles) >= MANY_COVERED
        if together:
            of = f" in {where}" if where else ""
            yield Paragraph(text(f"It covers{of}{said}:"))
            yield Bullets(tuple(map(text, titles)))
    rest = [
        f"{title}{f', {where}' if where else ''}{said}"
        for (where, said), titles in alike.items()
        if len(titles) < MANY_COVERED
        for title in titles
    ]
    if rest:
        yield Paragraph(text("It covers:" if len(rest) == sum(map(len, alike.values())) else "It also covers:"))
        yield Bullets(tuple(map(text, rest)))


def _facts(graph: RoleGraph, one: Agreement) -> Iterator[tuple[str, Text]]:
    name = namer(graph)
    title = graph.landscape.title
    yield "Kind", text(agreement_kind(graph, one))
    yield "State", text(agreed.state(graph, one))
    yield "Between", text("; ".join(f"{name(party)}{remark(graph, party)}" for party in one.parties))
    signed = [f"{name(party)}, {day(on)}" for party, on in one.signed.items()]
    yield "Signed", text("; ".join(signed) or (f"all parties, {day(one.signed_on)}" if one.signed_on else ""))
    for label, when in (("From", one.start), ("Until", one.until), ("Review", one.review)):
        yield label, text(day(when)) if when else ()
    yield "Term", text(one.term)
    yield "Legal basis", text(one.legal_basis)
    yield "Where", text(title(one.area))
    words = {None: "", True: ", may be passed on", False: ", may not be passed on"}
    handed = (f"{name(part.giver)} to {name(part.to)}{words[part.sub_delegation]}" for part in one.delegates)
    yield "Delegates", text("; ".join(handed))
    yield "If the parties disagree", text(one.escalation)
    yield "Reports to", text("; ".join(map(name, one.reports_to)))
    yield "Replaces", text("; ".join(map(title, one.supersedes)))
    yield "Documents", _documents(one)
    yield "Note", text(one.note)


def _documents(one: Agreement) -> Text:
    runs: list[Run] = []
    for document_ in one.documents:
        runs += [*([Run("; ")] if runs else []), link(document_, document_)]
    return tuple(runs)


def _covered(graph: RoleGraph, one: Agreement) -> dict[tuple[str, str], list[str]]:
    """Return the responsibilities an agreement covers by where it does and by whom it names for them, in words."""
    name = namer(graph)
    found: dict[tuple[str, str], list[str]] = {}
    for cover in one.covers:
        parts = (
            (cover.leads, "as lead" if len(cover.leads) == 1 else "as leads"),
            (cover.accountable, "to answer for it"),
        )
        named = [
            f"{listed((party_words(graph, party, name) for party in parties), 9)} {as_}"
            for parties, as_ in parts
            if parties
        ]
        said = f", with {', and '.join(named)}" if named else ""
        found.setdefault((place_words(graph, one.where(cover)), said), []).append(
            graph.landscape.title(cover.responsibility)
        )
    return found
