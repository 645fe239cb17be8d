"""The health of a map at a glance: counts in words, a bar of its states, and totals by pillar and level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rolemap.graph import Cell, RoleGraph
from rolemap.model import in_order
from rolemap.pictures.charts import Bar, bars
from rolemap.pictures.palette import STATES, state_key
from rolemap.reports.sections.health import BY, groups
from rolemap.ui.leads.board import Tally, tallies, tally
from rolemap.ui.remembered import remembered
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.words import COUNTED, count, long_date, share, word

ROOM_FOR_SYMBOL = 0.05
"""The share of a bar from which its symbol has room on a phone; the words under the bar have it in any case."""

NO_NEED = "This map does not say yet where a lead is needed."


def state_counts(cells: Iterable[Cell]) -> dict[str, int]:
    """Return how many squares that need a lead are in each state, in the order of the legend."""
    found = Counter(state_key(cell) for cell in cells if cell.needed)
    return {key: found[key] for key in COUNTED}


@remembered
def sentence(graph: RoleGraph) -> str:
    """Return the health of a map in one sentence."""
    counts = state_counts(graph.cells)
    needed = sum(counts.values())
    if not needed:
        return NO_NEED
    open_ones = [
        f"{counts[key]:,} {STATES[key].word}" for key in ("assumed", "contested", "vacant", "proposed") if counts[key]
    ]
    parts = [
        f"{counts['clear']:,} are clear and backed by law or agreement",
        *open_ones,
        f"{counts['gap']:,} not recorded",
    ]
    where = graph.landscape.info.name
    said = f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"In {where} on {long_date(graph.on)}, of {count(needed, 'lead')} needed, {said}."


def clarity(graph: RoleGraph) -> str:
    """Return the share of needed leads that are clear and backed, with its counts, as a sentence."""
    found = tally(graph.needed)
    return f"{share(found.sure, found.needed)} of the leads needed are clear and backed." if found.needed else NO_NEED


def bar(cells: Iterable[Cell]) -> Html:
    """Return a bar of the states with its legend: symbol, word and count of each state that occurs."""
    counts = {key: number for key, number in state_counts(cells).items() if number}
    parts = [
        html('<span class="rm-part state-{key}" style="flex-grow:{number}"></span>', key=key, number=number)
        for key, number in counts.items()
    ]
    return html(
        '<div class="rm-bar" aria-hidden="true">{parts}</div>{legend}', parts=joined(parts), legend=legend(counts)
    )


def share_bar(name: str, counts: Mapping[str, int], end: str) -> Html:
    """Return one bar of a list of bars: its parts with the symbols of their states, and all counts in words under it.

    `end` says how much of it is clear.
    """
    met = {key: number for key, number in counts.items() if number}
    whole = sum(met.values())
    parts = (
        html(
            '<span class="rm-share state-{key}" style="flex-grow:{number}">{symbol}</span>',
            key=key,
            number=number,
            symbol=STATES[key].symbol if number >= whole * ROOM_FOR_SYMBOL else "",
        )
        for key, number in met.items()
    )
    said = "; ".join(f"{STATES[key].symbol} {number:,} {STATES[key].word}" for key, number in met.items())
    return html(
        '<li><span class="rm-share-name">{name}</span><span class="rm-share-end">{end} clear</span>'
        '<span class="rm-share-bar" aria-hidden="true">{parts}</span><span class="rm-share-said">{said}</span></li>',
        name=name,
        end=end,
        parts=joined(parts),
        said=said or "nothing needs a lead",
    )


def chart(graph: RoleGraph, cells: Sequence[Cell]) -> str:
    """Return the same as SVG: a bar of the states of all squares that need a lead, and one for each level and pillar."""
    landscape = graph.landscape
    every = [("All", list(cells)), *(group for word in BY for group in groups(landscape, cells, word))]
    found = ((name, tally(here), state_counts(here)) for name, here in every)
    return bars([Bar(name, counts, share(one.sure, one.needed)) for name, one, counts in found if one.needed])


def legend(counts: dict[str, int]) -> Html:
    """Return each state with its count as a list of badges."""
    items = (
        html(
            '<li class="rm-badge state-{key}" title="{meaning}">{symbol} {word} <strong>{number}</strong></li>',
            key=key,
            meaning=STATES[key].meaning,
            symbol=STATES[key].symbol,
            word=word(key),
            number=f"{number:,}",
        )
        for key, number in counts.items()
    )
    return html('<ul class="rm-legend">{items}</ul>', items=joined(items))


def meanings_in_words() -> str:
    """Return what every state means, as Markdown."""
    return "\n".join(f"- **{look.symbol} {word(key)}.** {look.meaning}" for key, look in STATES.items())


def totals(graph: RoleGraph, cells: Iterable[Cell]) -> Html:
    """Return a table of clarity, with its counts, by pillar (rows) and level (columns)."""
    found = tallies(cells)
    landscape = graph.landscape
    pillars = (*in_order(landscape.pillars, {pillar for pillar, level in found if pillar and not level}), "")
    levels = (*in_order(landscape.levels, {level for pillar, level in found if level and not pillar}), "")
    head = joined(html('<th scope="col">{name}</th>', name=landscape.title(level) or "All levels") for level in levels)
    rows = joined(
        html(
            '<tr><th scope="row">{name}</th>{cells}</tr>',
            name=landscape.title(pillar) or "All pillars",
            cells=joined(_total(found.get((pillar, level))) for level in levels),
        )
        for pillar in pillars
    )
    return html(
        '<div class="rm-scroll" tabindex="0" role="region" aria-label="Clarity by pillar and level"><table class="rm-table">'
        "<caption>Clear and backed, of the squares where a lead is needed</caption>"
        '<thead><tr><th scope="col">Pillar</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>',
        head=head,
        rows=rows,
    )


def _total(found: Tally | None) -> Html:
    return html("<td>{share}</td>", share=share(found.sure, found.needed) if found else "none needed")
