"""The health of a map: one sentence, a few figures, and clarity by level and pillar as charts with their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolemap.findings.words import counted, day, listed
from rolemap.graph import Cell
from rolemap.model import Landscape, in_order
from rolemap.model.words import percent
from rolemap.pictures.charts import Bar, bars
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import (
    Align,
    Block,
    Column,
    KeyFigure,
    KeyFigures,
    Number,
    Paragraph,
    Picture,
    Shared,
    Table,
    Value,
    text,
)
from rolemap.reports.figures import COUNTED, Figures, states_of
from rolemap.reports.words import share

OPEN = ("contested", "vacant", "proposed", "gap")
BY = ("level", "pillar")
"""What clarity is told by."""

LABELS = {
    "clear": "clear, on law or agreement",
    "assumed": "assumed",
    "contested": "contested",
    "vacant": "with a vacant lead",
    "proposed": "only proposed",
    "gap": "without a lead",
}


def sentence(figures: Figures) -> str:
    """Return the health of the map in one or two sentences."""
    needed = len(figures.needed)
    if not needed:
        return f"On {day(figures.graph.on)} this map does not say yet where a lead is needed."
    counts = states_of(figures.needed)
    rest = [f"{counts[key]:,} {_said(key, counts[key])}" for key in COUNTED[1:] if counts[key]]
    said = f"On {day(figures.graph.on)}, {counted(needed, 'lead is', 'leads are')} needed"
    verbs = "is clear and rests" if counts["clear"] == 1 else "are clear and rest"
    clear = f"{counts['clear']:,} ({percent(counts['clear'], needed)}%) {verbs} on law or agreement"
    return f"{said}: one for each responsibility in each area that needs one. {clear}" + (
        f"; {listed(rest, 9)}." if rest else "."
    )


def _said(key: str, number: int) -> str:
    verb = "is" if number == 1 else "are"
    return {
        "assumed": f"{verb} assumed, with neither law nor agreement behind {'it' if number == 1 else 'them'}",
        "contested": f"{verb} contested",
        "vacant": f"{'has' if number == 1 else 'have'} a lead whose post is vacant",
        "proposed": f"{verb} only proposed",
        "gap": f"{'has' if number == 1 else 'have'} no lead recorded",
    }[key]


def key_figures(figures: Figures, *, explained: bool) -> KeyFigures:
    """Return how many leads are needed, and how many places are in each state that occurs, gaps always.

    `explained` says whether each has a note on what its state means.
    """
    needed = len(figures.needed)
    counts = states_of(figures.needed)
    items = [KeyFigure("leads needed", needed)]
    for key in COUNTED:
        if counts[key] or key in ("clear", "gap"):
            note = STATES[key].meaning if explained else ""
            items.append(KeyFigure(LABELS[key], counts[key], needed, note, key))
    return KeyFigures(tuple(items))


def charts(figures: Figures) -> Iterator[Block]:
    """Yield clarity by level and by pillar, as bars with the same in a table; nothing where no lead is needed."""
    yield from clarity(figures.landscape, figures.needed, told_by(figures))


def told_by(figures: Figures) -> tuple[str, ...]:
    """Return by what clarity is told: by level and pillar, but not by one of which there is only one."""
    several = (word for word in BY if len(groups(figures.landscape, figures.needed, word)) > 1)
    return tuple(several) or BY[:1]


def clarity(landscape: Landscape, cells: Iterable[Cell], words: Sequence[str] = BY) -> Iterator[Picture]:
    """Yield the same for some of the places of a map that need a lead, by each of these words."""
    here = list(cells)
    for word in words:
        found = groups(landscape, here, word)
        if found:
            yield _chart(word, found)


def groups(landscape: Landscape, cells: Iterable[Cell], word: str) -> list[tuple[str, list[Cell]]]:
    """Return places by "level" or by "pillar", by name and in the order of the map; those without one come last."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.level if word == "level" else cell.pillar, []).append(cell)
    section = landscape.levels if word == "level" else landscape.pillars
    return [(landscape.title(id) or f"No {word}", found[id]) for id in in_order(section, found)]


def _chart(word: str, found: Sequence[tuple[str, Sequence[Cell]]]) -> Picture:
    other = next(one for one in BY if one != word).capitalize()
    said = [(name, states_of(cells), share(sum(cell.sure for cell in cells), len(cells))) for name, cells in found]
    return Picture(
        name=f"clarity by {word}",
        caption=f"How clear it is who leads, by {word}",
        alt=f"Bars, one for each {word}. Clear and backed: "
        + listed((f"{name} {end}" for name, _, end in said), 9)
        + ". The table says the same.",
        svg=bars([Bar(name, counts, end) for name, counts, end in said]),
        table=Table(
            name=f"Clarity by {word}",
            caption=f"Leads needed by {word} and state",
            columns=(
                Column(word.capitalize(), 3),
                Column("Leads needed", 1, Align.RIGHT),
                *(Column(STATES[key].word.capitalize(), 1, Align.RIGHT) for key in COUNTED),
                Column("Share clear", 1, Align.RIGHT),
            ),
            rows=tuple(_line(name, cells) for name, cells in [*found, *_total(found)]),
            shared=Shared("Clarity", "Leads needed by level and by pillar, and their states", ((other, text("All")),)),
        ),
    )


def _total(found: Sequence[tuple[str, Sequence[Cell]]]) -> Iterator[tuple[str, list[Cell]]]:
    if len(found) > 1:
        yield "All", [cell for _, cells in found for cell in cells]


def _line(name: str, cells: Iterable[Cell]) -> tuple[Value, ...]:
    here = list(cells)
    counts = states_of(here)
    part = counts["clear"] / len(here)
    return (
        text(name),
        Number(len(here), f"{len(here):,}"),
        *(Number(counts[key], f"{counts[key]:,}") for key in COUNTED),
        Number(part, f"{percent(counts['clear'], len(here))}%", percent=True),
    )


def opening(figures: Figures) -> Iterator[Block]:
    """Yield the sentence and the figures a report begins with; the section on how to read it explains these."""
    info = figures.landscape.info
    if info.purpose:
        yield Paragraph(text(f"What this map is for: {info.purpose}{'' if info.purpose.endswith('.') else '.'}"))
    yield Paragraph(text(sentence(figures)))
    if figures.needed:
        yield key_figures(figures, explained="how-to-read" in figures.left_out)
