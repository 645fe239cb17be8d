"""The load of a role or organisation beside its peers: a bar for each, and the sentence that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from rolemap.exchange.tables import csv_text
from rolemap.graph import RoleGraph
from rolemap.model.words import namer_with_body
from rolemap.pictures.lengths import Length
from rolemap.ui.parties.party import leads_of_peers
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import section

MOST_BARS = 15
"""How many peers are drawn; more are counted in words."""


def lengths_of(graph: RoleGraph, party: str) -> tuple[list[Length], int]:
    """Return the bars of a party and its peers, the longest first, and how many more there are; none without peers."""
    found = leads_of_peers(graph, party)
    if len(found) < 2:
        return [], 0
    drawn = list(found)[:MOST_BARS]
    drawn = drawn if party in drawn else [*drawn[:-1], party]
    name = namer_with_body(graph.landscape)
    return [Length(name(id), found[id], own=id == party) for id in drawn], len(found) - len(drawn)


def load(graph: RoleGraph, party: str) -> Html:
    """Return how many squares a party leads on beside others of its kind, as a sentence and as bars with numbers."""
    drawn, more = lengths_of(graph, party)
    if not drawn:
        return Html()
    found = leads_of_peers(graph, party)
    others = [number for id, number in found.items() if id != party]
    most = max(found.values()) or 1
    rest = html('<p class="rm-quiet">And {more} more of this kind.</p>', more=more) if more else ""
    return section(
        "Load beside others of its kind",
        html("<p>{words}</p>", words=sentence(found[party], others)),
        html('<ul class="rm-bars">{bars}</ul>{rest}', bars=joined(_bar(one, most) for one in drawn), rest=rest),
    )


def load_sheet(drawn: Sequence[Length]) -> str:
    """Return the bars as CSV."""
    return csv_text(("Who", "Leads on"), ((one.name, str(one.number)) for one in drawn))


def sentence(own: int, others: list[int]) -> str:
    """Return what a party leads beside what others of its kind do; the middle is said where it is not the least."""
    middle = f"{median(others):g}"
    least, most = min(others), max(others)
    half = f", half of them {middle} or more" if median(others) > least else ""
    spread = f"{least:,} each" if least == most else f"from {least:,} to {most:,}{half}"
    spread = spread if len(others) > 2 else ""
    said = spread or " and ".join(f"{number:,}" for number in others)
    who = f"the {len(others)} others of its kind on the map lead" if len(others) > 1 else "the other of its kind leads"
    return f"It leads on {own:,}; {who} on {said}."


def _bar(one: Length, most: int) -> Html:
    return html(
        '<li class="{own}"><span class="rm-bar-name">{name}{mark}</span><span class="rm-bar-track" aria-hidden="true">'
        '<span style="width:{share}%"></span></span><span class="rm-bar-number">{number}</span></li>',
        own="rm-own" if one.own else "rm-other",
        name=one.name,
        mark=" (this one)" if one.own else "",
        share=round(100 * one.number / most),
        number=f"{one.number:,}",
    )
