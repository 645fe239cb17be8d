"""Everything known about what is chosen in the picture, as HTML: who it is, what it leads, with whom, on what authority."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rolemap.graph import Cell, RoleGraph
from rolemap.model import PARTS, Agreement, Part
from rolemap.pictures.palette import STATES, state_key
from rolemap.pictures.values import Shape
from rolemap.reports.sections.agreed import state_within
from rolemap.ui.leads.boardview import lead_text
from rolemap.ui.leads.details import PART_WORDS, badge, dates_of, kind_name, source_link
from rolemap.ui.safe import Html, anchor, html, joined
from rolemap.ui.words import count, long_date, word

MOST = 150
"""How many places or members are listed before the rest is only counted."""

HOW = {
    "line": "in line",
    "professional": "professionally",
    "statutory": "by law",
    "political": "politically",
    "dotted": "dotted line",
}


def shape_details(graph: RoleGraph, shape: Shape) -> Html:
    """Return everything known about a shape of the picture."""
    return html(
        '<section class="rm-details" aria-label="Details of what is chosen">{body}</section>', body=_body(graph, shape)
    )


def _body(graph: RoleGraph, shape: Shape) -> Html:
    if shape.kind == "agreement":
        return _agreement(graph, graph.landscape.agreements[_id(shape.stands_for[0])])
    if shape.kind in ("responsibility", "bundle"):
        return _places(graph, shape)
    if len(shape.stands_for) > 1:
        return _members(graph, shape)
    return party_details(graph, _id(shape.stands_for[0]))


def _id(key: str) -> str:
    return key.partition("/")[2]


def party_details(graph: RoleGraph, party: str) -> Html:
    """Return who a role or organisation is, its parts by state, its agreements and its lines of accountability."""
    landscape = graph.landscape
    role = landscape.roles.get(party)
    bodies = [landscape.title(id) for id in graph.organisations_of(party) if id != party]
    kind = kind_name(graph, role.kind if role else landscape.organisations[party].type)
    entry = landscape.party(party)
    areas = ", ".join(landscape.title(area) for area in entry.areas) if entry else ""
    facts = "; ".join(one for one in (kind, " and ".join(bodies), areas, dates_of(entry) if entry else "") if one)
    return joined(
        (
            html('<h2>{title}</h2><p class="rm-quiet">{facts}</p>', title=landscape.title(party), facts=facts),
            html("<p>{badge} {meaning}</p>", badge=badge("vacant"), meaning=STATES["vacant"].meaning)
            if role and role.vacant
            else Html(),
            _parts(graph, party),
            _roles(graph, party),
            _lines(graph, party),
            _agreements_of(graph, party),
            html('<p class="rm-quiet">{note}</p>', note=entry.note) if entry and entry.note else Html(),
            _sources(graph, entry.source if entry else ()),
        )
    )


def _parts(graph: RoleGraph, party: str) -> Html:
    cells = graph.cells_of(party)
    said = []
    for part in PARTS:
        found = [cell for cell in cells if party in cell.parties(part)]
        if found:
            head = html("{part} {number}", part=PART_WORDS[part], number=f"{len(found):,}")
            said.append(_folded(head, _cells(graph, found), opened=part is Part.LEADS))
    proposed = [cell for cell in graph.cells if party in cell.proposed_leads]
    if proposed:
        said.append(
            _folded(html("Proposed to lead {number}", number=len(proposed)), _cells(graph, proposed), opened=True)
        )
    return joined(said) or html("<p>{none}</p>", none="No part in any responsibility is recorded.")


def _folded(head: Html, body: Html, *, opened: bool) -> Html:
    start = Html("<details open>") if opened else Html("<details>")
    return html("{start}<summary>{head}</summary>{body}</details>", start=start, head=head, body=body)


def _cells(graph: RoleGraph, cells: list[Cell]) -> Html:
    """Return places as a list: state, responsibility, area."""
    rows = [
        html(
            '<li>{badge} {title} <span class="rm-quiet">in {area}</span></li>',
            badge=badge(state_key(cell)),
            title=graph.landscape.title(cell.responsibility),
            area=graph.landscape.title(cell.area),
        )
        for cell in cells[:MOST]
    ]
    return html('<ul class="rm-list">{rows}</ul>{more}', rows=joined(rows), more=_more(len(cells)))


def _more(number: int) -> Html:
    return html('<p class="rm-quiet">And {number} more.</p>', number=f"{number - MOST:,}") if number > MOST else Html()


def _roles(graph: RoleGraph, party: str) -> Html:
    if party not in graph.landscape.organisations:
        return Html()
    roles = [
        html("<li>{title} ({leads})</li>", title=graph.landscape.title(role), leads=_leads(graph, role))
        for role in graph.roles_in(party)
    ]
    return html('<h3>Its roles</h3><ul class="rm-list">{roles}</ul>', roles=joined(roles)) if roles else Html()


def _leads(graph: RoleGraph, party: str) -> str:
    number = sum(1 for cell in graph.cells_of(party) if party in cell.leads)
    return f"leads {number:,}" if number else "leads nothing recorded"


def _lines(graph: RoleGraph, party: str) -> Html:
    landscape = graph.landscape
    role = landscape.roles.get(party)
    up = [
        html("<li>To {who}, {how}</li>", who=landscape.title(line.to), how=HOW.get(line.how, line.how))
        for line in (role.accountable_to if role else ())
    ]
    down = [
        html("<li>From {who}, {how}</li>", who=_named(graph, one.id), how=HOW.get(line.how, line.how))
        for one in landscape.roles.values()
        for line in one.accountable_to
        if line.to == party and one.id in graph.view.active
    ]
    if not up and not down:
        return Html()
    return html('<h3>Lines of accountability</h3><ul class="rm-list">{lines}</ul>', lines=joined([*up, *down[:MOST]]))


def _named(graph: RoleGraph, party: str) -> str:
    bodies = [graph.landscape.title(id) for id in graph.organisations_of(party) if id != party]
    return ", ".join([graph.landscape.title(party), *bodies])


def _agreements_of(graph: RoleGraph, party: str) -> Html:
    found = [
        html(
            '<li>{title} <span class="rm-quiet">{status}</span></li>',
            title=one.title,
            status=state_within(graph, one),
        )
        for one in graph.landscape.agreements.values()
        if party in one.parties
    ]
    return html('<h3>Agreements</h3><ul class="rm-list">{found}</ul>', found=joined(found)) if found else Html()


def _members(graph: RoleGraph, shape: Shape) -> Html:
    rows = [
        html('<li>{name} <span class="rm-quiet">{leads}</span></li>', name=_named(graph, id), leads=_leads(graph, id))
        for id in map(_id, shape.stands_for[:MOST])
    ]
    return html(
        "<h2>{title}</h2><p>{number} drawn as one.</p><ul class='rm-list'>{rows}</ul>{more}",
        title=shape.title.partition("\n")[0],
        number=count(len(shape.stands_for), "role or organisation", "roles and organisations"),
        rows=joined(rows),
        more=_more(len(shape.stands_for)),
    )


def _places(graph: RoleGraph, shape: Shape) -> Html:
    """Return the places of a responsibility or a bundle: who leads in each area, with its state."""
    landscape = graph.landscape
    cells = [cell for cell in (graph.cell(*place) for place in shape.places) if cell is not None]
    head = html(
        '<h2>{title} <span class="rm-in">{level}</span></h2><p>{states}</p>',
        title=shape.title.partition("\n")[0],
        level=landscape.title(shape.level),
        states=joined((_counted(key, number) for key, number in shape.states), " "),
    )
    if shape.kind == "responsibility":
        note = landscape.responsibilities[cells[0].responsibility].scope_note if cells else ""
        quiet = html('<p class="rm-quiet">{note}</p>', note=note) if note else Html()
        return joined((head, quiet, _by_area(graph, cells[:MOST]), _more(len(cells))))
    groups = [
        _folded(html("{title}", title=landscape.title(id)), _by_area(graph, list(found)), opened=False)
        for id, found in groupby(cells, key=lambda cell: cell.responsibility)
    ]
    return joined((head, *groups))


def _counted(key: str, number: int) -> Html:
    look = STATES[key]
    return html(
        '<span class="rm-badge state-{key}">{symbol} {word} {number}</span>',
        key=key,
        symbol=look.symbol,
        word=word(key),
        number=f"{number:,}",
    )


def _by_area(graph: RoleGraph, cells: Iterable[Cell]) -> Html:
    rows = [
        html(
            '<li>{badge} <strong>{area}</strong><br>{leads} <span class="rm-quiet">{others}</span></li>',
            badge=badge(state_key(cell)),
            area=graph.landscape.title(cell.area),
            leads=lead_text(graph, cell),
            others=_others(graph, cell),
        )
        for cell in cells
    ]
    return html('<ul class="rm-list">{rows}</ul>', rows=joined(rows))


def _others(graph: RoleGraph, cell: Cell) -> str:
    said = []
    for part in PARTS[1:]:
        names = [graph.landscape.title(party) for party in cell.parties(part)]
        if names:
            said.append(f"{PART_WORDS[part]}: {', '.join(names)}")
    return ". ".join(said)


def _agreement(graph: RoleGraph, agreement: Agreement) -> Html:
    landscape = graph.landscape
    kinds = landscape.agreement_types
    facts = [
        kinds[agreement.type].name if agreement.type in kinds else "",
        state_within(graph, agreement),
        dates_of(agreement),
    ]
    facts.append(f"review {long_date(agreement.review)}" if agreement.review else "no review date is recorded")
    covers = [
        html(
            '<li>{title} <span class="rm-quiet">{where}</span></li>',
            title=landscape.title(cover.responsibility),
            where=landscape.title(agreement.where(cover)),
        )
        for cover in agreement.covers
    ]
    parties = [html("<li>{name}</li>", name=landscape.title(party)) for party in agreement.parties]
    documents = joined((anchor(url, "document") for url in agreement.documents), " ")
    return joined(
        (
            html(
                "<h2>{title}</h2><p class='rm-quiet'>{facts}</p>",
                title=agreement.title,
                facts="; ".join(filter(None, facts)),
            ),
            html("<p>{purpose}</p>", purpose=agreement.purpose) if agreement.purpose else Html(),
            html('<h3>Between</h3><ul class="rm-list">{parties}</ul>', parties=joined(parties)) if parties else Html(),
            html('<h3>Covers</h3><ul class="rm-list">{covers}</ul>', covers=joined(covers)) if covers else Html(),
            html("<h3>If it does not work</h3><p>{way}</p>", way=agreement.escalation)
            if agreement.escalation
            else Html(),
            html("<p>{documents}</p>", documents=documents) if documents else Html(),
            _sources(graph, agreement.source),
        )
    )


def _sources(graph: RoleGraph, sources: tuple[str, ...]) -> Html:
    links = [html("<li>{link}</li>", link=source_link(graph, source)) for source in sources]
    return html('<h3>Sources</h3><ul class="rm-list">{links}</ul>', links=joined(links)) if links else Html()
