"""Who holds functions and who exercises them, as a picture with its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rolemap.graph import RoleGraph
from rolemap.pictures.handing import Handing, handings
from rolemap.reports.blocks import Align, Column, Number, Picture, Shared, Table, Value, text
from rolemap.reports.sections.function_names import Names
from rolemap.reports.sections.functions import Function
from rolemap.reports.sections.holding import NOT_RECORDED, held_in_short
from rolemap.reports.words import NO_LEAD, short, upper_first

POOLED = (
    " “Of each area” stands for whichever body of these kinds the area has, over the whole level; which of them the law "
    "names for a function stands in the table of functions."
)


def picture(graph: RoleGraph, level: str, found: Sequence[Function], names: Names) -> Picture:
    """Return the functions at a level, in the words of its title, as lines from those who hold to those who exercise."""
    sums: Counter[tuple[str, str, bool]] = Counter()
    for one in found:
        name = names.alike(one)
        holder = held_in_short(graph, one.cell, one.held, name)
        exerciser = upper_first("; ".join(dict.fromkeys(map(name, one.cell.leads)))) or NO_LEAD
        sums[upper_first(holder if holder != NOT_RECORDED else "no holder recorded"), exerciser, one.backed] += 1
    lines = [Handing(*key, number) for key, number in sums.most_common()]
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            text(one.holder),
            text(one.exerciser),
            text("yes" if one.backed else "no"),
            Number(one.number, f"{one.number:,}"),
        )
        for one in lines
    )
    return Picture(
        name=short(f"Who exercises {level}"),
        caption=f"Who holds functions and who exercises them: {level}",
        alt="On the left who holds functions, on the right who exercises them. The numbers count functions in areas; "
        "a dashed line rests on neither law nor an instrument on record. The table says the same.",
        svg=handings(lines),
        table=Table(
            name=short(f"Who exercises {level}"),
            caption=f"Who holds and who exercises: {level}",
            columns=(
                Column("Held by", 3),
                Column("Exercised by", 3),
                Column("On record", 1),
                Column("Functions", 1, Align.RIGHT),
            ),
            rows=rows,
            note="On record: reserved to its holder, or resting on the law or on an instrument in force."
            + (POOLED if names.pooled else ""),
            wide=True,
            shared=Shared(
                "Who exercises", "Who holds functions and who exercises them, level by level", (("Level", text(level)),)
            ),
        ),
    )
