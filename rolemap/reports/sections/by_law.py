"""What the map records of an instrument that is law itself: nobody agrees or signs it, so there is nothing to draft."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.words import day, namer
from rolemap.graph import RoleGraph
from rolemap.model import Agreement
from rolemap.reports.blocks import Block, Bullets, Callout, Heading, Paragraph, Run, Tone, text
from rolemap.reports.sections.agreed import state
from rolemap.reports.words import agreement_kind, link


def title(graph: RoleGraph, one: Agreement) -> str:
    """Return what the summary is called."""
    return f"{'In force by law' if graph.view.in_use(one) else 'Law, not in force'}: {one.title}"


def opening(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield what it is, on which basis and from when, and whom it concerns."""
    basis = f": {one.legal_basis}" if one.legal_basis else ""
    words = (
        f"This is law, made by order and not by agreement{basis}. Nobody signs it, and the bodies it concerns cannot change it "
        "between them, so there is no memorandum to draft. This is a summary of what the map records; the text of the law "
        "decides."
    )
    yield Callout(Tone.NOTE, "Made by law, not to be signed", (Run(words),))
    if one.purpose:
        yield Heading(1, "Purpose")
        yield Paragraph(text(one.purpose))
    yield Heading(1, "Since when, and where its text is")
    facts = [("Kind", text(agreement_kind(graph, one))), ("State", text(state(graph, one)))]
    facts += [(word, text(day(when))) for word, when in (("From", one.start), ("Until", one.until)) if when]
    facts += [("Document", (link(address, address),)) for address in one.documents]
    yield Bullets(tuple((Run(f"{label}: ", bold=True), *runs) for label, runs in facts if runs))
    yield Heading(1, "Whom it concerns")
    name = namer(graph)
    found = tuple(text(name(party)) for party in one.parties)
    yield Bullets(found) if found else Paragraph(text("Nobody is recorded."))


def closing(one: Agreement) -> Iterator[Block]:
    """Yield what the map notes about it; nothing where it notes nothing."""
    if one.note:
        yield Heading(1, "Note")
        yield Paragraph(text(one.note))
