"""The squares that differ between two graphs, before and after: as a grid of symbols, and as a table of who leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rolemap.changes import CellChange, CellDifference, Comparison
from rolemap.findings.words import listed
from rolemap.graph import Cell
from rolemap.pictures.palette import STATES, state_key
from rolemap.reports.difference import TITLES, names
from rolemap.reports.difference_cells import Name
from rolemap.ui.leads.details import badge
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import table
from rolemap.ui.words import count, word

MOST_COLUMNS = 14
"""How many areas stand side by side in the grid; more would only be scrolled past."""

MOST_ROWS = 40
NOT_NEEDED = "not-needed"

SHORT: Mapping[CellChange, str] = {
    CellChange.OPENED: "no lead",
    CellChange.LAPSED: "nobody left",
    CellChange.CONTESTED: "contested",
    CellChange.VACANT: "vacant",
    CellChange.NEEDED: "new need",
    CellChange.PROPOSAL_GONE: "no proposal",
    CellChange.CLEARED: "clear",
    CellChange.MOVED: "other lead",
    CellChange.PASSED: "follows on",
    CellChange.LOST_BACKING: "not backed",
    CellChange.GAINED_BACKING: "backed",
    CellChange.PROPOSED: "proposed",
    CellChange.NEEDED_AND_LED: "new need",
    CellChange.NOT_NEEDED: "no need",
    CellChange.PARTS: "other help",
}
"""What became of a square, in the room there is in the grid."""


def key_of(cell: Cell | None) -> str:
    """Return the key of the state of a square as the grid shows it: "not-needed" where no lead is needed."""
    return state_key(cell) if cell and (cell.needed or cell.leads) else NOT_NEEDED


def grid(comparison: Comparison, before: str, after: str) -> Html:
    """Return the squares that differ as a grid: responsibilities down, areas across, the state before and after in each."""
    name = names(comparison)
    rows: dict[str, dict[str, CellDifference]] = defaultdict(dict)
    for one in comparison.cells:
        rows[one.responsibility][one.area] = one
    areas = _areas(comparison)
    shown, kept = areas[:MOST_COLUMNS], list(rows.items())[:MOST_ROWS]
    head = joined(html('<th scope="col">{name}</th>', name=name(area)) for area in shown)
    body = joined(_row(work, squares, shown, name) for work, squares in kept)
    return html(
        '{key}<div class="rm-scroll rm-turn-scroll" tabindex="0" role="region" aria-label="{label}">'
        '<table class="rm-table rm-turns">'
        "<caption>{caption}</caption>"
        '<thead><tr><th scope="col">Responsibility</th>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}',
        key=_key(comparison),
        label="Squares that differ, as a grid",
        caption=f"In each square: {before} → {after}",
        head=head,
        body=body,
        more=_left_out(len(areas) - len(shown), len(rows) - len(kept)),
    )


def _areas(comparison: Comparison) -> list[str]:
    """Return the areas of squares that differ, widest level first, then by name."""
    found = dict.fromkeys(one.area for one in comparison.cells)

    def place(area: str) -> tuple[int, str]:
        for landscape in (comparison.new.landscape, comparison.old.landscape):
            if area in landscape.areas:
                level = landscape.levels.get(landscape.areas[area].level)
                return (level.order if level else 0, landscape.title(area).casefold())
        return (0, area)

    return sorted(found, key=place)


def _row(work: str, squares: dict[str, CellDifference], areas: Sequence[str], name: Name) -> Html:
    cells = joined(_square(squares.get(area), name) for area in areas)
    return html('<tr><th scope="row">{work}</th>{cells}</tr>', work=name(work), cells=cells)


def _square(one: CellDifference | None, name: Name) -> Html:
    if one is None:
        return Html('<td class="rm-same">·</td>')
    said = f"{TITLES[one.change]}. Led by {_who(one.before, name)} before, by {_who(one.after, name)} after."
    return html(
        '<td title="{said}">{before}<span class="rm-turn" aria-hidden="true"> → </span><span class="rm-heard"> becomes </span>'
        '{after}<span class="rm-turn-word">{short}</span></td>',
        short=SHORT[one.change],
        said=said,
        before=_mark(key_of(one.before)),
        after=_mark(key_of(one.after)),
    )


def _mark(key: str) -> Html:
    return html(
        '<span class="rm-mark-box state-{key}"><span aria-hidden="true">{symbol}</span>'
        '<span class="rm-heard">{word}</span></span>',
        key=key,
        symbol=STATES[key].symbol,
        word=STATES[key].word,
    )


def _key(comparison: Comparison) -> Html:
    """Return what the symbols in the grid mean."""
    met = {key_of(cell) for one in comparison.cells for cell in (one.before, one.after)}
    marks = (html("<li>{mark} {word}</li>", mark=_mark(key), word=word(key)) for key in STATES if key in met)
    return html('<ul class="rm-legend rm-turn-key" aria-hidden="true">{marks}</ul>', marks=joined(marks))


def _left_out(areas: int, rows: int) -> Html:
    parts = [count(areas, "area")] if areas > 0 else []
    parts += [count(rows, "responsibility", "responsibilities")] if rows > 0 else []
    if not parts:
        return Html()
    return html(
        '<p class="rm-quiet">{more} more do not fit here; the table below and the download have them.</p>',
        more=" and ".join(parts),
    )


def _who(cell: Cell | None, name: Name) -> str:
    return listed(map(name, cell.leads), 4) if cell and cell.leads else "nobody"


def side_by_side(comparison: Comparison, before: str, after: str) -> Html:
    """Return a table with a row for each square that differs: state and who leads before, state and who would lead after."""
    name = names(comparison)
    rows = [
        (
            name(one.responsibility),
            name(one.area),
            _side(one.before, name),
            _side(one.after, name),
            TITLES[one.change],
        )
        for one in comparison.cells
    ]
    caption = count(len(rows), "square differs", "squares differ")
    return table(caption, ("Responsibility", "Area", before, after, "What became of it"), rows)


def _side(cell: Cell | None, name: Name) -> Html:
    key = key_of(cell)
    who = "" if key == NOT_NEEDED else _who(cell, name)
    return html('{badge} <span class="rm-who">{who}</span>', badge=badge(key), who=who)
