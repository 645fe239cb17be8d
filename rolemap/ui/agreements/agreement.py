"""Agreements as HTML: the register as a table, what is due, and everything about one with what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolemap.findings.papers import why_idle
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Agreement, Money
from rolemap.pictures.palette import state_key
from rolemap.reports.sections.agreed import covers, is_law, signatures, state
from rolemap.reports.words import agreement_kind
from rolemap.ui.agreements.due import ENDS, Due
from rolemap.ui.leads.details import badge, party_words, source_link
from rolemap.ui.safe import Html, anchor, html, joined
from rolemap.ui.tables import bullets, section, table
from rolemap.ui.words import count, long_date

HEAD = ("Agreement", "State", "Between", "Covers", "From", "Until", "Review", "Signed")
NOT_GIVEN = "not recorded"


def register(graph: RoleGraph, agreements: Sequence[Agreement]) -> Html:
    """Return the register as a table."""
    return table(f"The register: {count(len(agreements), 'agreement')}", HEAD, rows(graph, agreements))


def rows(graph: RoleGraph, agreements: Iterable[Agreement]) -> list[tuple[str, ...]]:
    """Return a row for each agreement under `HEAD`, in words."""
    name = namer(graph)
    return [
        (
            _title(graph, one),
            state(graph, one),
            listed(map(name, one.parties), 6) or NOT_GIVEN,
            covers(graph, one),
            long_date(one.start) if one.start else NOT_GIVEN,
            long_date(one.until) if one.until else one.term or "no end recorded",
            long_date(one.review) if one.review else NOT_GIVEN,
            signatures(graph, one),
        )
        for one in agreements
    ]


def _title(graph: RoleGraph, one: Agreement) -> str:
    kind = agreement_kind(graph, one)
    return one.title if not kind or kind.casefold() in one.title.casefold() else f"{one.title} ({kind})"


def due_table(graph: RoleGraph, found: Sequence[Due]) -> Html:
    """Return what falls due this year as a table, the earliest first."""
    named, name = graph.landscape.agreements, namer(graph)
    lines = [
        (
            named[one.agreement].title,
            "Ends" if one.what == ENDS else "Review",
            long_date(one.day),
            "Passed" if one.day < graph.on else f"In {count((one.day - graph.on).days, 'day')}",
            listed(map(name, named[one.agreement].parties), 4) or NOT_GIVEN,
        )
        for one in found
    ]
    caption = f"Reviews and ends to {long_date(graph.on.replace(month=12, day=31))}"
    return table(caption, ("Agreement", "What", "When", "Has it passed?", "Between"), lines)


def details(graph: RoleGraph, one: Agreement) -> Html:
    """Return everything about an agreement: facts, what it covers, what hangs on it, money, escalation, signatures."""
    return html(
        '<article class="rm-details rm-onepage"><h2>{title}</h2><p class="rm-quiet">{kind}</p>{purpose}{parts}</article>',
        title=one.title,
        kind=". ".join(part for part in (agreement_kind(graph, one), state(graph, one)) if part),
        purpose=html("<p>{purpose}</p>", purpose=one.purpose) if one.purpose else "",
        parts=joined(
            (_hangs(graph, one), _facts(graph, one), _covers(graph, one), _money(graph, one), _signed(graph, one))
        ),
    )


def resting_on(graph: RoleGraph, one: Agreement) -> tuple[Cell, ...]:
    """Return the squares with a lead that this agreement, in force, covers and that are backed."""
    return tuple(cell for cell in graph.needed if one.id in cell.agreements and cell.leads and cell.backed)


def alone(graph: RoleGraph, one: Agreement) -> tuple[Cell, ...]:
    """Return those of `resting_on` that no other agreement in force covers and whose lead no law holds."""
    laws = graph.landscape.responsibilities
    return tuple(
        cell
        for cell in resting_on(graph, one)
        if cell.agreements == (one.id,)
        and not laws[cell.responsibility].law.holder
        and all(said.basis != "law" for said in cell.candidates)
    )


def _hangs(graph: RoleGraph, one: Agreement) -> Html:
    found, only = resting_on(graph, one), set(alone(graph, one))
    if not graph.view.in_use(one):
        return section("What hangs on it", html("<p>{words}</p>", words=_idle(graph, one)))
    if not found:
        return section("What hangs on it", html("<p>No clear authority on the map rests on it.</p>"))
    words = (
        f"{count(len(found), 'square with a lead is', 'squares with a lead are')} covered by it; "
        f"{len(only):,} of them would rest on no other agreement and no law without it."
    )
    title = graph.landscape.title
    lines = [
        (
            title(cell.responsibility),
            title(cell.area),
            badge(state_key(cell)),
            listed(map(namer(graph), cell.leads)),
            "only this" if cell in only else "also the law or another agreement",
        )
        for cell in sorted(found, key=lambda cell: cell not in only)
    ]
    head = ("Responsibility", "Where", "State", "Who leads", "Rests on")
    return section("What hangs on it", html("<p>{words}</p>", words=words), table("Squares it covers", head, lines, 40))


def _idle(graph: RoleGraph, one: Agreement) -> str:
    """Return why nothing rests on an agreement, and which leads are still recorded as if they did."""
    said = f"It {why_idle(graph, one)}, so nothing rests on it."
    named = [cell for cell in graph.cells if any(said.leads and said.basis == one.id for said in cell.candidates)]
    if not named:
        return said
    title = graph.landscape.title
    where = listed((f"{title(cell.responsibility)} in {title(cell.area)}" for cell in named), 4)
    return f"{said} {count(len(named), 'lead is', 'leads are')} still recorded as resting on it: {where}."


def _facts(graph: RoleGraph, one: Agreement) -> Html:
    name = namer(graph)
    days = ((one.start, "From"), (one.until, "Until"), (one.review, "Review"))
    facts: list[tuple[str, object]] = [
        ("Between", bullets(map(name, one.parties)) or NOT_GIVEN),
        *((what, long_date(day) if day else NOT_GIVEN) for day, what in days),
        ("Term", one.term),
        ("Legal basis", one.legal_basis),
        ("Where", graph.landscape.title(one.area) if one.area else ""),
        ("Delegates", bullets(f"{name(part.giver)} to {name(part.to)}" for part in one.delegates)),
        ("If the parties disagree", one.escalation or NOT_GIVEN),
        ("Reports to", listed(map(name, one.reports_to))),
        ("Replaces", listed(map(name, one.supersedes))),
        ("Documents", joined((anchor(url, url) for url in one.documents), "<br>")),
        ("Sources", bullets(source_link(graph, source) for source in one.source)),
        ("Note", one.note),
    ]
    listed_facts = (html("<dt>{what}</dt><dd>{said}</dd>", what=what, said=said) for what, said in facts if said)
    return html('<h3>What it says</h3><dl class="rm-facts rm-wide">{facts}</dl>', facts=joined(listed_facts))


def _covers(graph: RoleGraph, one: Agreement) -> Html:
    title = graph.landscape.title
    lines = [
        (
            title(cover.responsibility),
            title(one.where(cover)) or "everywhere",
            listed((party_words(graph, lead) for lead in cover.leads), 6) or "not named",
        )
        for cover in one.covers
    ]
    if not lines:
        return section("Covers", html("<p>No responsibility is recorded as covered by it.</p>"))
    return section(
        "Covers", table(count(len(lines), "line"), ("Responsibility", "Where", "Who leads, by its words"), lines)
    )


def _money(graph: RoleGraph, one: Agreement) -> Html:
    title = graph.landscape.title
    lines = [
        (amount(sum_), title(sum_.giver) or NOT_GIVEN, title(sum_.to) or NOT_GIVEN, "yes" if sum_.pooled else "no")
        for sum_ in one.funding
    ]
    return section("Money", table("Sums it moves", ("Amount", "From", "To", "Pooled"), lines)) if lines else Html()


def amount(one: Money) -> str:
    """Return a sum of money in words: "£24,000,000 a year"."""
    if one.amount is None:
        return "amount not recorded"
    shown = f"{one.amount:,.2f}".removesuffix(".00")
    words = f"£{shown}" if one.currency == "GBP" else f"{shown} {one.currency}"
    return f"{words} a {one.period}" if one.period else words


def _signed(graph: RoleGraph, one: Agreement) -> Html:
    if is_law(graph, one):
        return section("Signatures", html("<p>It is law: nobody has to sign it.</p>"))
    if one.signed_on:
        return section("Signatures", html("<p>Signed by all on {day}.</p>", day=long_date(one.signed_on)))
    lines = [
        (namer(graph)(party), long_date(one.signed[party]) if party in one.signed else NOT_GIVEN)
        for party in one.parties
    ]
    return section("Signatures", table("Who has signed", ("Party", "Signed on"), lines)) if lines else Html()
