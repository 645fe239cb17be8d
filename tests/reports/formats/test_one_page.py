"""A post or a body on one page is one page, also where it leads on very much, and says what it leaves out."""

from __future__ import annotations

import io

import pypdf
import pytest

from rolemap.reports.blocks import Chip, Document, KeyFigures, Table, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from tests.reports.worlds import example

LARGE = [
    ("greater-manchester", "organisation-page", "greater-manchester-icb"),
    ("greater-manchester", "organisation-page", "bolton-council"),
    ("northshire", "organisation-page", "northshire-icb"),
    ("northshire", "organisation-page", "easton-council"),
    ("northshire", "organisation-page", "marlshire-council"),
    ("northshire", "role-page", "easton-director-of-public-health"),
]


def built(name: str, kind: str, about: str) -> Document:
    return KINDS[kind].build(Figures(example(name), about=about))


@pytest.mark.parametrize(("name", "kind", "about"), LARGE)
def test_it_is_one_page(name: str, kind: str, about: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].write(built(name, kind, about)))).pages
    assert len(pages) == 1


def test_what_is_left_out_is_counted() -> None:
    """Every responsibility that the body or its posts lead is named, or counted as one more."""
    (table,) = (block for block in built(*LARGE[0]).blocks if isinstance(block, Table))
    at = [column.title for column in table.columns].index("Responsibilities")
    named = [title for row in table.rows for title in plain(row[at]).split("; ")]
    assert table.note.endswith("more, see “Who leads on what” in the full report.")
    left = int(table.note.partition(" ")[0])
    shown = sum(not title.startswith("and ") for title in named)
    in_rows = sum(int(title.split()[1]) for title in named if title.startswith("and "))
    assert 0 < in_rows <= left
    graph = example("greater-manchester").graph
    own = {"greater-manchester-icb", *graph.roles_in("greater-manchester-icb")}
    led = {cell.responsibility for cell in graph.cells if not own.isdisjoint(cell.leads)}
    assert shown + left >= len(led)


def test_nothing_is_left_out_where_there_is_room() -> None:
    """Seven leads leave a third of a page empty if one is dropped: every one is named, and as many assumed as counted."""
    document = built("greater-manchester", "role-page", "oldham-dph")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    (tiles,) = (block for block in document.blocks if isinstance(block, KeyFigures))
    counts = {one.label: one.number for one in tiles.items}
    assert table.note == ""
    titles = [title for row in table.rows for title in plain(row[0]).split("; ")]
    assert len(titles) == counts["leads"]
    assumed = [row for row in table.rows if isinstance(row[1], Chip) and row[1].key == "assumed"]
    assert sum(len(plain(row[0]).split("; ")) for row in assumed) == counts["assumed"] > 0
    assert len(pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].write(document))).pages) == 1
