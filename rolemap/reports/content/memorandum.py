"""A draft memorandum for one agreement: what the map records, room for what it does not, and lines to sign on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolemap.findings.papers import why_over
from rolemap.findings.words import day, listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Agreement, Cover
from rolemap.reports.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Fillable,
    Heading,
    Notes,
    Paragraph,
    Run,
    Table,
    Tone,
    text,
)
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import by_law, signing
from rolemap.reports.sections.agreed import amount, is_law
from rolemap.reports.sections.leading import alike
from rolemap.reports.words import agreement_kind, lower_first, party_words, place_words, upper_first

LEFT_OPEN = (
    ("Information sharing", "What information the parties share, under which agreement", 3),
    ("People and support", "Who gives staff, premises or goods, and how much", 3),
    ("How we will know it works", "Measures, and when they are looked at together", 3),
)
"""What every memorandum should say and no map records: heading, label and lines."""


BINDS = "yes"
"""How the field `binding` of a type of agreement begins that the law can enforce (docs/model.md, agreement_types)."""

TO_AGREE = "To be agreed"
"""What a draft says where the agreement names nobody."""

PERIODS = {"year": "a year", "month": "a month", "whole": "in all", "term": "over the whole term"}
"""What a sum of money is for, in the middle of a sentence; of another period see `_for_what_time`."""

A_PERIOD = re.compile("(?![aeiou])[a-z]+(?<!ly)")
"""A word before which "a" stands where it says for what time a sum is."""

SHOULD_HAVE = {
    "parties": "who its parties are",
    "purpose": "what it is for",
    "covers": "what it covers, and who leads on each",
    "funding": "what each party pays",
    "term": "how long it lasts",
    "until": "when it ends",
    "review": "when it is looked at again",
    "escalation": "who decides if the parties disagree",
    "reports_to": "to whom it reports",
    "signed": "who signed it, and when",
    "legal_basis": "the law it rests on",
    "delegates": "what is delegated, and whether it may be passed on",
    "documents": "where its text can be found",
}
"""What an agreement should have (fields of the map format), in words."""


def build(figures: Figures) -> Document:
    """Return the draft for the agreement `figures.about`; of what is law itself a summary, since nobody signs it.

    Raises KeyError if the map has no such agreement.
    """
    graph, one = figures.graph, figures.landscape.agreements[figures.about]
    if is_law(graph, one):
        return document(figures, "memorandum", by_law.title(graph, one), _summary(graph, one))
    draft = "Draft" if "memorandum" in one.title.lower() else "Draft memorandum"
    return document(figures, "memorandum", f"{draft}: {one.title}", _draft(graph, one))


def _summary(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield what the map records of an instrument that is law."""
    yield from by_law.opening(graph, one)
    if one.covers:
        yield Heading(1, "What it covers")
        yield _covered(graph, one, "What the law covers", "Not said")
        yield Notes("To ask the room: does everybody it concerns read it in this way?")
    if one.delegates:
        yield Heading(1, "Delegation")
        yield from _delegates(graph, one)
    if one.funding:
        yield Heading(1, "Money")
        yield from _money(graph, one)
    yield from by_law.closing(one)


def _draft(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    name = namer(graph)
    yield Callout(Tone.ATTENTION, "This is a draft", (Run(" ".join(_cautions(graph, one))),))
    if one.note:
        yield Callout(Tone.NOTE, "What the map notes", text(one.note))
    yield Heading(1, "The parties")
    yield from signing.parties(graph, one)
    yield Heading(1, "Purpose")
    yield from _said(one.purpose, "What the parties want to achieve together", 3)
    yield Heading(1, "Kind and legal basis")
    yield from _said(agreement_kind(graph, one), "What kind of agreement this is", 1)
    yield from _said(one.legal_basis, "The law it rests on, if any", 2)
    yield Heading(1, "What it covers, and who leads")
    yield from _covers(graph, one)
    yield Notes("To ask the parties: is this all, and does each of us agree who leads?")
    yield Heading(1, "Delegation")
    yield from _delegates(graph, one)
    yield Heading(1, "Money")
    yield from _money(graph, one)
    yield Heading(1, "Term and review")
    yield from _term(graph, one)
    yield Heading(1, "Reporting, and what happens if we disagree")
    yield from _said("; ".join(map(name, one.reports_to)), "To whom the parties report", 1, "Reports go to: ")
    yield from _said(
        one.escalation, "Who decides if the parties disagree, and in which order", 2, "If the parties disagree: "
    )
    for title, label, lines in LEFT_OPEN:
        yield Heading(1, title)
        yield Fillable(label, lines)
    yield from _prompts(graph, one)
    yield Heading(1, "Signatures")
    yield from _signed(graph, one)
    yield from signing.signatures(graph, one)


def _cautions(graph: RoleGraph, one: Agreement) -> Iterator[str]:
    """Yield what to know before the draft is used, as sentences."""
    yield (
        "Made from the map for the parties to complete and change. It is not legal advice, and nothing in it is agreed until "
        "the parties sign."
    )
    why = why_over(graph, one)
    if why:
        yield f"The agreement it is made from {why}: this would be one that follows it."
    kind = graph.landscape.agreement_types.get(one.type)
    never = not (one.signed or one.signed_on or one.status == "signed")
    unsigned = never and kind is not None and bool(kind.should_have) and "signed" not in kind.should_have
    if kind and unsigned:
        yield (
            f"What it is made from ({kind.name}) is of a kind that is often adopted or issued without signatures: sign this "
            "only to agree, beside it, who leads."
        )
    if kind and kind.binding.lower().startswith(BINDS):
        what = "It also" if unsigned else f"What it is made from ({kind.name})"
        yield f"{what} binds in law: this draft does not take the place of its legal text."


def _said(words: str, label: str, lines: int, before: str = "") -> Iterator[Block]:
    """Yield what the map records, or room to write it."""
    yield Paragraph(text(f"{before}{words}")) if words else Fillable(label, lines)


def _listed(words: list[str], label: str, lines: int) -> Iterator[Block]:
    yield Bullets(tuple(text(one) for one in words)) if words else Fillable(label, lines)


def _covers(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    if not one.covers:
        yield Fillable("Which responsibilities, in which areas, and who leads on each", 5)
        return
    yield _covered(graph, one, "What the memorandum covers", TO_AGREE)


def _covered(graph: RoleGraph, one: Agreement, caption: str, unsaid: str) -> Table:
    name, title = namer(graph), graph.landscape.title

    def leads(cover: Cover) -> str:
        said = upper_first(listed((party_words(graph, id, name) for id in cover.leads), 9)) or unsaid
        return f"{said}{_now(graph, one, cover)}" if said == TO_AGREE else said

    return Table(
        name="Covers",
        caption=caption,
        columns=(
            Column("Responsibility", 3),
            Column("Where", 1.5),
            Column("Who leads", 2.5),
            Column("Who answers for it", 2),
        ),
        rows=tuple(
            (
                text(title(cover.responsibility)),
                text(upper_first(place_words(graph, one.where(cover))) or unsaid),
                text(leads(cover)),
                text(listed((party_words(graph, id, name) for id in cover.accountable), 9) or unsaid),
            )
            for cover in one.covers
        ),
    )


def _now(graph: RoleGraph, one: Agreement, cover: Cover) -> str:
    """Return who leads by the map where the agreement names nobody: " (now: the council of each area)"; nothing if over."""
    where = one.where(cover)
    cells = (
        cell
        for cell in graph.cells
        if cell.responsibility == cover.responsibility
        and one.id in cell.agreements
        and where in (cell.area, cell.level)
    )
    found = alike(graph, cells)
    several = len(found) > 1
    places = (f"a{line.where[1:]}" if line.where.startswith("All ") else line.where for line in found)
    said = [
        f"{f'in {place}: ' if several else ''}{lower_first(line.leads)}"
        for line, place in zip(found, places, strict=True)
    ]
    return f" (now: {'; '.join(said)})" if said else ""


def _delegates(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    name = namer(graph)
    words = {None: "", True: " It may be passed on.", False: " It may not be passed on."}
    found = [f"{name(part.giver)} delegates to {name(part.to)}.{words[part.sub_delegation]}" for part in one.delegates]
    yield from _listed(
        found, "What is delegated, by whom and to whom, and whether it may be passed on (or: nothing)", 3
    )


def _money(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    name = namer(graph)
    found = []
    for part in one.funding:
        what = amount(part.amount, part.currency)
        sum_ = "An amount to be agreed" if isinstance(what, tuple) else what.shown
        words = [sum_, _for_what_time(part.period), f"from {name(part.giver)}" if part.giver else ""]
        words += [f"to {name(part.to)}" if part.to else "", "in a pooled fund" if part.pooled else ""]
        found.append(" ".join(word for word in words if word) + ".")
    yield from _listed(found, "What each party pays, when, and whether it is pooled (or: no money moves)", 3)


def _for_what_time(period: str) -> str:
    """Return what a sum is for in the middle of a sentence: "a quarter"; "monthly" and "per head" as the map says them."""
    alone = A_PERIOD.fullmatch(period)
    return PERIODS.get(period, f"a {period}" if alone else period)


def _term(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield the days and the term that the map records, and room for the rest.

    Days of an agreement that is over, and an end or a review that has passed, are not those of what follows it.
    """
    known = (("From", one.start), ("Until", one.until), ("Next review", one.review))
    over = why_over(graph, one)
    old = {label: when for label, when in known if when and (over or (label != "From" and when < graph.on))}
    found = [f"{label}: {day(when)}" for label, when in known if when and label not in old]
    found += [f"Term: {one.term}"] if one.term else []
    if found:
        yield Bullets(tuple(text(words) for words in found))
    for label, when in known:
        if label in old:
            yield Fillable(f"{label} ({day(old[label])} in the agreement this is made from)")
        elif not when and not (label == "Until" and one.term):
            yield Fillable(label)
    yield Fillable("How a party leaves, and with how much notice", 2)


def _signed(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield who is recorded as having signed the agreement before this draft."""
    name = namer(graph)
    found = [f"{name(party)} on {day(when)}" for party, when in one.signed.items()]
    found = found or ([f"all parties on {day(one.signed_on)}"] if one.signed_on else [])
    if found:
        yield Paragraph(
            text(f"The map records the agreement as signed by {listed(found, 9)}. This draft has not been signed.")
        )


def _prompts(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield what such an agreement should have, as its type says."""
    kind = graph.landscape.agreement_types.get(one.type)
    if kind and kind.should_have:
        yield Heading(1, "Before you sign")
        yield Paragraph(text(f"An agreement of this kind ({kind.name}) should have:"))
        yield Bullets(tuple(text(SHOULD_HAVE.get(words, words.replace("_", " "))) for words in kind.should_have))
