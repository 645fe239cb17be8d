"""What has changed of functions since an earlier map: who holds and exercises them, by which instrument, and their state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolemap.findings.words import counted, day, listed, namer
from rolemap.pictures.palette import STATES, state_key
from rolemap.reports.blocks import Block, Column, Notes, Paragraph, Table, text
from rolemap.reports.digest import SHOWN
from rolemap.reports.figures import Figures
from rolemap.reports.sections.changed import MOST_AREAS, MOST_CHANGES
from rolemap.reports.sections.functions import exercised, functions, instruments_of
from rolemap.reports.sections.holding import held_by
from rolemap.reports.words import upper_first

Said = dict[str, str]
"""What is said of a function in one area, by the heading it is said under."""

NOT_THERE = "No function on that map and day"


def changed(figures: Figures) -> Iterator[Block]:
    """Yield what has changed of functions since the earlier analysis; nothing where none was given."""
    if figures.earlier is None:
        return
    before = Figures(figures.earlier, figures.wanted)
    then, now = _said(before), _said(figures)
    found = [key for key in dict.fromkeys((*now, *then)) if then.get(key) != now.get(key)]
    came, went = (sum(key not in other for key in one) for one, other in ((now, then), (then, now)))
    earlier = f"{before.map_title}, as at {day(before.graph.on)} (digest {before.digest[:SHOWN]})"
    yield Paragraph(
        text(
            f"The earlier map is {earlier}. Counted once in each area, it has {counted(len(then), 'function')} and this one "
            f"{len(now):,}: {came:,} came, {went:,} went, and of the others {len(found) - came - went:,} changed."
        )
    )
    here = {area for _, area in then} & {area for _, area in now}
    yield from _areas("new", [_title(before, figures, area) for _, area in now if area not in here])
    yield from _areas("gone", [_title(before, figures, area) for _, area in then if area not in here])
    found = [key for key in found if key[1] in here]
    if not found:
        return
    yield Table(
        name="Changed functions",
        caption="Functions that came, went or changed",
        columns=(Column("Function", 2.4), Column("Area", 1.2), Column("Then", 3), Column("Now", 3)),
        rows=tuple(
            (
                text(_title(before, figures, key[0])),
                text(_title(before, figures, key[1])),
                text(_words(then.get(key), now.get(key))),
                text(_words(now.get(key), then.get(key))),
            )
            for key in found[:MOST_CHANGES]
        ),
        note=f"The first {MOST_CHANGES} of {len(found):,} are listed." if len(found) > MOST_CHANGES else "",
        wide=True,
    )
    yield Notes("To ask the room: was each of these decided, and is the decision on record?")


def _areas(word: str, areas: Sequence[str]) -> Iterator[Block]:
    """Yield in a sentence which areas only one of the maps has functions in; `areas` has the area of each function."""
    names = list(dict.fromkeys(areas))
    if names:
        said = f"{counted(len(names), 'area is', 'areas are')} {word}, with {counted(len(areas), 'function')}"
        yield Paragraph(text(f"{said}, not compared one by one: {listed(names, MOST_AREAS)}."))


def _said(figures: Figures) -> dict[tuple[str, str], Said]:
    """Return what is said of every function, by responsibility and area."""
    graph, name = figures.graph, namer(figures.graph)
    return {
        (one.cell.responsibility, one.cell.area): {
            "Held by": upper_first(held_by(graph, one.cell, one.held, name)),
            "How": exercised(one, name),
            "Instrument": instruments_of(graph, one) or "none recorded",
            "State": STATES[state_key(one.cell)].word,
        }
        for one in functions(figures)
    }


def _words(one: Said | None, other: Said | None) -> str:
    """Return what is said of a function on one side as far as the other side says otherwise, a line for each."""
    if one is None:
        return NOT_THERE
    return "\n".join(f"{label}: {words}" for label, words in one.items() if other is None or other[label] != words)


def _title(before: Figures, after: Figures, id: str) -> str:
    title = after.landscape.title(id)
    return title if title != id else before.landscape.title(id)
