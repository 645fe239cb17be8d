"""The load of a role or organisation beside its peers: a bar for each, and the sentence that says the same."""

from __future__ import annotations

from statistics import median

from rolemap.findings.words import namer
from rolemap.graph import RoleGraph
from rolemap.ui.party import leads_of_peers
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import section

MOST_BARS = 15
"""How many peers are drawn; more are counted in words."""


def load(graph: RoleGraph, party: str) -> Html:
    """Return how many squares a party leads on beside others of its kind, as a sentence and as bars with numbers."""
    found = leads_of_peers(graph, party)
    others = [number for id, number in found.items() if id != party]
    if not others:
        return Html()
    most = max(found.values()) or 1
    drawn = list(found)[:MOST_BARS]
    drawn = drawn if party in drawn else [*drawn[:-1], party]
    bars = [_bar(namer(graph)(id), found[id], most, own=id == party) for id in drawn]
    more = len(found) - len(drawn)
    rest = html('<p class="rm-quiet">And {more} more of this kind.</p>', more=more) if more else ""
    words = html("<p>{words}</p>", words=_sentence(found[party], others))
    return section(
        "Load beside others of its kind",
        words,
        html('<ul class="rm-bars">{bars}</ul>{rest}', bars=joined(bars), rest=rest),
    )


def _sentence(own: int, others: list[int]) -> str:
    middle = f"{median(others):g}"
    spread = f"from {min(others):,} to {max(others):,}, half of them {middle} or more" if len(others) > 2 else ""
    said = spread or " and ".join(f"{number:,}" for number in others)
    who = f"the {len(others)} others of its kind on the map lead" if len(others) > 1 else "the other of its kind leads"
    return f"It leads on {own:,}; {who} on {said}."


def _bar(name: str, number: int, most: int, *, own: bool) -> Html:
    return html(
        '<li class="{own}"><span class="rm-bar-name">{name}{mark}</span><span class="rm-bar-track" aria-hidden="true">'
        '<span style="width:{share}%"></span></span><span class="rm-bar-number">{number}</span></li>',
        own="rm-own" if own else "rm-other",
        name=name,
        mark=" (this one)" if own else "",
        share=round(100 * number / most),
        number=f"{number:,}",
    )
