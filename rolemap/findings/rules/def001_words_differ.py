"""DEF001: a term in use has definitions that differ between parties."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, place, said_locally
from rolemap.findings.words import listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Definition, Term


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every term in force of which different parties in force use different definitions."""
    graph = evidence.graph
    name = namer(graph)
    for term in graph.landscape.glossary.values():
        used = _used(graph, term) if term.in_force(graph.on) else []
        parties = tuple(dict.fromkeys(party for _, users in used for party in users))
        if len({_plain(definition.text) for definition, _ in used}) < 2 or len(parties) < 2:
            continue
        yield Noticed(
            message=f"{listed(name(party) for party in parties)} use different definitions of “{term.title or term.id}”.",
            places=(
                place(term, "the term"),
                *(
                    Place(definition.place, f"as {listed(name(party) for party in users)} say")
                    for definition, users in used
                ),
            ),
            entity=term.id,
            parties=parties,
            severity=Severity.PROMPT if term.catalogue else None,
        )


def _used(graph: RoleGraph, term: Term) -> list[tuple[Definition, tuple[str, ...]]]:
    """Return the definitions that parties use, each with those parties."""
    found = [(one, tuple(party for party in one.used_by if _counts(graph, term, party))) for one in term.definitions]
    return [(definition, users) for definition, users in found if users]


def _counts(graph: RoleGraph, term: Term, party: str) -> bool:
    """Return whether a party uses a term here: in force, and for a catalogue's term a party the map itself speaks of."""
    known = graph.landscape.party(party)
    if known is None or party not in graph.view.active:
        return False
    if not term.catalogue or not known.catalogue:
        return True
    return any(said_locally(cell) for cell in graph.cells_of(party))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


RULE = Rule(
    code="DEF001",
    name="words-differ",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="K",
    looks_for=(
        "A term of the glossary with two or more definitions in different words, used by different parties of this map. "
        "Definitions that no party is recorded as using are left alone, and so are those of a catalogue whose users the map "
        "gives no part."
    ),
    why=(
        "People agree on who leads and mean different work. The King's Fund (Public health and population health: leading "
        "together, 2024) found clarity over concepts the most contentious issue: not that one side is wrong, but that "
        "disagreement left unspoken causes confusion and mistrust."
    ),
    example="""\
map: {title: A word with two meanings, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}, easton-trust: {name: Easton Trust, area: easton}}
glossary:
  population-health:
    title: Population health
    definitions:
      - {text: The health of everyone who lives in Easton., used_by: [easton-council]}
      - {text: The health of the patients on our lists., used_by: [easton-trust]}
""",
    settle="Agree one definition for joint work, or record that both are used and what each is used for.",
    not_when="The parties know that they differ and it changes nothing they do together: then accept the finding and say so.",
    question="When each of you uses this word, what is in it and what is not?",
    check=check,
)
