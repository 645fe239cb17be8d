"""Everything known about one square, as HTML: who leads and on what basis, the law, agreements, accounts, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolemap.findings import Finding
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph, authority
from rolemap.model import PARTS, Agreement, Assignment, Entry, Part
from rolemap.pictures.palette import STATES, state_key
from rolemap.problems import Location
from rolemap.reports.grounds import idle
from rolemap.reports.sections.agreed import state_within
from rolemap.ui.leads import onauthority
from rolemap.ui.safe import Html, anchor, html, joined
from rolemap.ui.words import CONFIDENCES, SEVERITIES, count, long_date, word

PART_WORDS: dict[Part, str] = {
    Part.LEADS: "Leads",
    Part.ACCOUNTABLE: "Accountable",
    Part.DELIVERS: "Delivers",
    Part.CONTRIBUTES: "Contributes",
    Part.CONSULTED: "Consulted before",
    Part.INFORMED: "Informed after",
}

BASES = {"law": "the law", "custom": "custom", "claim": "a claim, not agreed"}


def badge(key: str) -> Html:
    """Return the badge of a state: its symbol and word in its colours."""
    return html(
        '<span class="rm-badge state-{key}">{symbol} {word}</span>', key=key, symbol=STATES[key].symbol, word=word(key)
    )


def square_details(graph: RoleGraph, cell: Cell, findings: Iterable[Finding]) -> Html:
    """Return everything known about a square."""
    parts = [_heading(graph, cell), _who(graph, cell), _proposals(graph, cell), _findings_here(findings)]
    parts += [_law(graph, cell), _agreements(graph, cell), _statements(graph, cell)]
    return html('<section class="rm-details" aria-label="Details of the square">{parts}</section>', parts=joined(parts))


def nothing_said(graph: RoleGraph, opened: tuple[str, str]) -> Html:
    """Return what is shown of a square that the map does not have on this date."""
    responsibility, area = (graph.landscape.title(id) for id in opened)
    return html(
        '<section class="rm-details"><h2>{responsibility} <span class="rm-in">in {area}</span></h2>'
        "<p>Nothing is needed or said here on this date.</p></section>",
        responsibility=responsibility,
        area=area,
    )


def _heading(graph: RoleGraph, cell: Cell) -> Html:
    responsibility = graph.landscape.responsibilities[cell.responsibility]
    key = state_key(cell)
    extra = "" if cell.needed else " No lead is needed here, so this square is not counted."
    if cell.state == "contested" and cell.backed is False:
        extra += " Neither the law nor an agreement in force stands behind all of them."
    return html(
        '<h2>{title} <span class="rm-in">in {area}</span></h2><p>{badge} {meaning}{extra}</p>{scope}',
        title=responsibility.title,
        area=graph.landscape.title(cell.area),
        badge=badge(key),
        meaning=STATES[key].meaning,
        extra=extra,
        scope=html('<p class="rm-quiet">{note}</p>', note=responsibility.scope_note)
        if responsibility.scope_note
        else "",
    )


def _who(graph: RoleGraph, cell: Cell) -> Html:
    rows = []
    for part in PARTS:
        named = cell.parties(part)
        if named:
            people = [_party(graph, cell, part, party) for party in named]
            rows.append(html("<dt>{part}</dt><dd><ul>{people}</ul></dd>", part=PART_WORDS[part], people=joined(people)))
        elif part in (Part.LEADS, Part.ACCOUNTABLE, Part.DELIVERS):
            rows.append(html('<dt>{part}</dt><dd class="rm-quiet">nobody recorded</dd>', part=PART_WORDS[part]))
        if part is Part.LEADS:
            rows.append(onauthority.row(graph, cell))
    return html('<dl class="rm-facts">{rows}</dl>', rows=joined(rows))


def _party(graph: RoleGraph, cell: Cell, part: Part, party: str) -> Html:
    landscape = graph.landscape
    bodies = [landscape.title(id) for id in graph.organisations_of(party) if id != party]
    role = landscape.roles.get(party)
    notes = []
    if role is not None and role.vacant:
        notes.append("the post is vacant")
    if part is Part.LEADS:
        notes += _rests(graph, cell, party)
    return html(
        "<li>{name}{bodies}{notes}</li>",
        name=html("<strong>{name}</strong>", name=landscape.title(party))
        if part is Part.LEADS
        else landscape.title(party),
        bodies=f", {' and '.join(bodies)}" if bodies else "",
        notes=html('<br><span class="rm-quiet">{notes}</span>', notes="; ".join(notes)) if notes else "",
    )


def _rests(graph: RoleGraph, cell: Cell, lead: str) -> Iterator[str]:
    """Yield on what one lead rests: what backs it before what is only recorded, and of that why it does not."""
    found = authority(graph, cell, [lead])
    recorded = {one.basis for one in graph.naming(cell, Part.LEADS, lead)}
    shown = [id for id in found.backing if id in recorded]
    yield from (f"recorded as resting on {_basis(graph, id)}" for id in shown)
    if found.backing and not shown:
        yield f"rests on {listed((_basis(graph, id) for id in found.backing), 3)}, see below"
    also = "also " if found.backing and not shown else ""
    yield from (f"{also}recorded as resting on {_basis(graph, id)}" for id in found.given)
    if not found.backing and not found.given:
        yield "no basis is recorded"


def _basis(graph: RoleGraph, basis: str) -> str:
    """Return a basis in words; of an agreement that is not in force also why nothing rests on it."""
    if basis in BASES:
        return BASES[basis]
    why = idle(graph, basis)
    return f"the agreement “{graph.landscape.title(basis)}”{f', which {why}' if why else ''}"


def _proposals(graph: RoleGraph, cell: Cell) -> Html:
    if not cell.proposed_leads:
        return Html()
    names = " and ".join(graph.landscape.title(lead) for lead in cell.proposed_leads)
    return html("<h3>Proposed</h3><p>{names} would lead.</p>", names=names)


def _law(graph: RoleGraph, cell: Cell) -> Html:
    responsibility = graph.landscape.responsibilities[cell.responsibility]
    law = responsibility.law
    if not (law.kind or law.reference or law.holder or law.may_hold or law.delegated_by):
        return Html()
    said = [html("<p>{what}</p>", what=". ".join(part for part in (law.kind.capitalize(), law.reference) if part))]
    must = "Must be exercised by" if law.delegated_by else "Must be held by"
    parts = (("Delegated by", law.delegated_by), (must, law.holder), ("May be held by", law.may_hold))
    for verb, holders in parts:
        if holders:
            names = " or ".join(kind_name(graph, id) for id in holders)
            said.append(html("<p>{verb}: {names}.</p>", verb=verb, names=names))
    return html("<h3>{heading}</h3>{said}", heading=onauthority.heading(law), said=joined(said))


def kind_name(graph: RoleGraph, id: str) -> str:
    """Return the name of an organisation type or role kind, else the id."""
    landscape = graph.landscape
    if id in landscape.organisation_types:
        return landscape.organisation_types[id].name
    return landscape.role_kinds[id].title if id in landscape.role_kinds else id


def _agreements(graph: RoleGraph, cell: Cell) -> Html:
    if not cell.agreements:
        return Html()
    found = [_agreement(graph, graph.landscape.agreements[id]) for id in cell.agreements]
    return html('<h3>Agreements that cover this</h3><ul class="rm-list">{found}</ul>', found=joined(found))


def _agreement(graph: RoleGraph, agreement: Agreement) -> Html:
    kinds = graph.landscape.agreement_types
    facts = [
        kinds[agreement.type].name if agreement.type in kinds else "",
        state_within(graph, agreement),
    ]
    facts += [f"review {long_date(agreement.review)}" if agreement.review else "", dates_of(agreement)]
    parties = ", ".join(graph.landscape.title(party) for party in agreement.parties)
    documents = joined((anchor(url, "document") for url in agreement.documents), " ")
    return html(
        '<li><strong>{title}</strong><br><span class="rm-quiet">{facts}{parties}</span> {documents}</li>',
        title=agreement.title,
        facts="; ".join(fact for fact in facts if fact),
        parties=f". Between {parties}." if parties else "",
        documents=documents,
    )


def _findings_here(findings: Iterable[Finding]) -> Html:
    cards = [
        html(
            '<li><strong>{severity}.</strong> {message}<br><span class="rm-ask">For the room: {question}</span></li>',
            severity=SEVERITIES[finding.severity],
            message=finding.message,
            question=finding.question,
        )
        for finding in findings
    ]
    if not cards:
        return Html()
    return html('<h3>What rolemap notices here</h3><ul class="rm-list">{cards}</ul>', cards=joined(cards))


def _statements(graph: RoleGraph, cell: Cell) -> Html:
    responsibility = graph.landscape.responsibilities[cell.responsibility]
    said = [_statement(graph, one) for one in (*cell.candidates, *cell.proposed)]
    title = f"Where this is from: {count(len(said), 'statement')}"
    if len({one.said_by for one in cell.candidates}) > 1:
        title = f"Accounts that differ: {count(len(said), 'statement')}"
    said.append(html("<li>The responsibility itself{facts}</li>", facts=_origin(graph, responsibility)))
    return html('<h3>{title}</h3><ul class="rm-list">{said}</ul>', title=title, said=joined(said))


def _statement(graph: RoleGraph, one: Assignment) -> Html:
    landscape = graph.landscape
    who = landscape.title(one.said_by) if one.said_by else "The map"
    who = f"The shipped catalogue ({one.catalogue})" if one.catalogue and not one.said_by else who
    leads = " and ".join(party_words(graph, lead) for lead in one.leads)
    text = (
        f"says {leads} {'lead' if len(one.leads) > 1 else 'leads'}" if leads else "speaks of it without naming a lead"
    )
    facts = [one.status, "jointly" if one.joint else "", f"basis: {_basis(graph, one.basis)}" if one.basis else ""]
    kept = "; ".join(fact for fact in facts if fact)
    return html(
        "<li><strong>{who}</strong> {text}{facts}{origin}</li>",
        who=who,
        text=text,
        facts=f" ({kept})." if kept else ".",
        origin=_origin(graph, one),
    )


def party_words(graph: RoleGraph, party: str) -> str:
    """Return who is meant by a party or a pattern, in words: "whoever is director of public health there"."""
    kind, colon, id = party.partition(":")
    if not colon:
        return namer(graph)(party)
    name = kind_name(graph, id)
    return f"the {name[:1].lower() + name[1:]} of each area" if kind == "kind" else f"each {name} in its own area"


def _origin(graph: RoleGraph, entry: Entry) -> Html:
    facts: list[object] = [source_link(graph, source) for source in entry.source]
    facts += [CONFIDENCES.get(entry.confidence, ""), f"as at {entry.as_at}" if entry.as_at else "", dates_of(entry)]
    facts += [html("<code>{place}</code>", place=file_line(entry.place)) if entry.place.file else ""]
    note = html("<br>{note}", note=entry.note) if entry.note else Html()
    kept = joined((fact for fact in facts if fact), "; ")
    return html('<br><span class="rm-quiet">{facts}{note}</span>', facts=kept, note=note)


def source_link(graph: RoleGraph, source: str) -> Html:
    """Return a source as people read it: its title, as a link where it has an address; free text as it is."""
    known = graph.landscape.sources.get(source)
    if known is None:
        return anchor(source, source)
    label = ", ".join(part for part in (known.title, known.publisher, known.date) if part)
    return anchor(known.url, label)


def file_line(place: Location) -> str:
    """Return `file, line 12`, or the file alone."""
    return f"{place.file}, line {place.line}" if place.line else place.file


def dates_of(entry: Entry) -> str:
    """Return from when until when an entry holds, in words; empty where neither is said."""
    return " ".join(_dates(entry))


def _dates(entry: Entry) -> Iterator[str]:
    if entry.start:
        yield f"from {long_date(entry.start)}"
    if entry.until:
        yield f"until {long_date(entry.until)}"
