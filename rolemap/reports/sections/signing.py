"""Who signs an agreement: its parties, what has become of those that ended, and lines to sign on."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Agreement, Organisation
from rolemap.reports.blocks import Block, Bullets, Fillable, Paragraph, Signature, SignatureBlock, text

ENOUGH = 2
"""How many parties an agreement has at least."""

OTHER = "Another party, to be named"


def parties(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield the parties with what has become of them by the day, and room for one that the map does not name."""
    name = namer(graph)
    if not one.parties:
        yield Fillable("The parties", 4)
        return
    yield Bullets(tuple(text(f"{name(party)}{remark(graph, party)}") for party in one.parties))
    if len(one.parties) < ENOUGH:
        yield Paragraph(text("The map records only this one party."))
        yield Fillable("The other party or parties", 2)


def remark(graph: RoleGraph, party: str) -> str:
    """Return " (ended on 1 March 2026, followed by Easton Trust)" for a party not in force on the day, or nothing."""
    known = graph.landscape.party(party)
    if known is None or party in graph.view.active:
        return ""
    if known.start is not None and known.start > graph.on:
        return f" (begins on {day(known.start)})"
    if not over(graph, party):
        return " (only proposed)"
    said = f"ended on {day(known.until)}" if known.until and known.ended(graph.on) else "has ended"
    following = listed(map(namer(graph), successors(graph, party)), 4)
    return f" ({said}{f', followed by {following}' if following else ''})"


def over(graph: RoleGraph, party: str) -> bool:
    """Return whether a party has ended by the day: not in force then, and neither only proposed nor still to begin."""
    known = graph.landscape.party(party)
    if known is None or party in graph.view.active or known.status == "proposed":
        return False
    return known.start is None or known.start <= graph.on


def successors(graph: RoleGraph, party: str) -> tuple[str, ...]:
    """Return the bodies in force on the day that the map says follow a body that ended, through any that ended too."""
    found: dict[str, None] = {}
    seen, waiting = {party}, [party]
    while waiting:
        known = graph.landscape.party(waiting.pop(0))
        for id in known.becomes if isinstance(known, Organisation) else ():
            if id in seen:
                continue
            seen.add(id)
            if id in graph.view.active:
                found[id] = None
            else:
                waiting.append(id)
    return tuple(found)


def signatures(graph: RoleGraph, one: Agreement) -> Iterator[Block]:
    """Yield lines to sign on: for every party but those that ended, for who followed these, and for one not named."""
    name = namer(graph)
    gone = [party for party in one.parties if over(graph, party)]
    lines = [Signature(name(party)) for party in one.parties if party not in gone]
    follows: dict[str, list[str]] = {}
    for party in gone:
        for id in successors(graph, party):
            if id not in one.parties:
                follows.setdefault(id, []).append(name(party))
    for party in gone:
        yield Paragraph(text(_instead(graph, one, party)))
    lines += [Signature(f"{name(id)}, in place of {listed(places)}") for id, places in follows.items()]
    lines += [Signature(OTHER)] * max(0, ENOUGH - len(one.parties))
    if lines:
        yield SignatureBlock(tuple(lines))
    for party in gone:
        if not successors(graph, party):
            yield Fillable(f"Who signs in place of {name(party)}, if anybody")


def _instead(graph: RoleGraph, one: Agreement, party: str) -> str:
    """Return why a party that ended cannot sign, and who may in its place."""
    name = namer(graph)
    found = successors(graph, party)
    until = getattr(graph.landscape.party(party), "until", None)
    ended = f"{name(party)} ended{f' on {day(until)}' if until and until < graph.on else ''} and cannot sign."
    if not found:
        return f"{ended} The map does not say who followed it."
    already = [id for id in found if id in one.parties]
    if len(already) == len(found):
        return f"{ended} {listed(map(name, found))}, already a party, followed it."
    which = (
        "" if len(found) == 1 else f" Of these {counted(len(found), 'body', 'bodies')}, whoever took on its part signs."
    )
    return f"{ended} {listed(map(name, found))} followed it.{which}"
