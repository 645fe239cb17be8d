"""On whose authority the leads of a square act, in one line: the law or agreement they rest on, or plainly that none does."""

from __future__ import annotations

from collections.abc import Sequence

from rolemap.findings.words import listed
from rolemap.graph import Cell, RoleGraph, authority
from rolemap.model import Law
from rolemap.reports.grounds import NOTHING, grounds
from rolemap.reports.words import BASES
from rolemap.ui.safe import Html, html

SAID_BY = {"policy": "policy", "contract": "the contract"}
"""What a reference is called that is no law, by its kind."""

UNAGREED = {"custom": "custom", "claim": "a claim"}
"""The bases that nobody agreed, in words."""

MOST = 4
"""How many bases are named in the line."""


def row(graph: RoleGraph, cell: Cell) -> Html:
    """Return the line as a term and what is said of it; nothing where nobody leads."""
    if not cell.leads:
        return Html()
    return html("<dt>On whose authority</dt><dd>{said}</dd>", said=in_words(graph, cell))


def in_words(graph: RoleGraph, cell: Cell) -> str:
    """Return on what the leads of a square rest, as a sentence; where it is neither law nor an agreement, that it is not."""
    found = authority(graph, cell)
    law = graph.landscape.responsibilities[cell.responsibility].law
    if found.backing:
        said = listed((_named(law, words) for words in grounds(graph, cell)), MOST)
        return f"{said[:1].upper()}{said[1:]}."
    these = "these leads" if len(cell.leads) > 1 else "this lead"
    more = [words for words in grounds(graph, cell) if words.lower() not in (*BASES.values(), NOTHING.lower())]
    said = f"{_only(found.given)}: no law and no agreement in force names {these}."
    return f"{said} {'; '.join(more)}." if more else said


def heading(law: Law) -> str:
    """Return what stands above the reference of a responsibility: what it is, since a policy is no law but may cite one."""
    said_by = "law or policy" if law.kind == "policy" else SAID_BY.get(law.kind, BASES["law"])
    return f"What {said_by} says"


def _named(law: Law, words: str) -> str:
    if words.lower() != BASES["law"]:
        return words
    name = SAID_BY.get(law.kind, BASES["law"])
    return f"{name} ({law.reference})" if law.reference else name


def _only(given: Sequence[str]) -> str:
    """Return in short what the map gives as basis where nothing backs the leads."""
    if not given:
        return NOTHING
    said = listed([UNAGREED[id] for id in given if id in UNAGREED], MOST)
    return f"{said[:1].upper()}{said[1:]} only" if said else "Nothing in force"
