"""A post or a body on one page is one page, also where it leads on very much, and says what it leaves out."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest

from rolemap.pipeline import what_if
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.change_sets import read_change_sets
from rolemap.reports.blocks import Bullets, Callout, Chip, Document, KeyFigures, Paragraph, Table, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from rolemap.reports.sections.noticed import brief
from tests.reports.worlds import example, small

LARGE = [
    ("greater-manchester", "organisation-page", "greater-manchester-icb"),
    ("greater-manchester", "organisation-page", "bolton-council"),
    ("northshire", "organisation-page", "northshire-icb"),
    ("northshire", "organisation-page", "easton-council"),
    ("northshire", "organisation-page", "marlshire-council"),
    ("northshire", "role-page", "easton-director-of-public-health"),
]


def built(name: str, kind: str, about: str) -> Document:
    return KINDS[kind].build(Figures(example(name), about=about, bulk=False))


@pytest.mark.parametrize(("name", "kind", "about"), LARGE)
def test_it_is_one_page(name: str, kind: str, about: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].write(built(name, kind, about)))).pages
    assert len(pages) == 1


def leads_table(document: Document) -> Table:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def test_a_body_of_many_leads_names_them_all_where_the_page_has_room() -> None:
    """Thirty-seven leads of a board and its posts have room if said by state and lead: every one is on the page."""
    table = leads_table(built(*LARGE[0]))
    words = " ".join(plain(row[1]) for row in table.rows)
    graph = example("greater-manchester").graph
    own = {"greater-manchester-icb", *graph.roles_in("greater-manchester-icb")}
    led = {cell.responsibility for cell in graph.cells if not own.isdisjoint(cell.leads)}
    assert [id for id in led if graph.landscape.title(id) not in words] == []
    assert "not named" not in table.note
    states = [row[0].key for row in table.rows if isinstance(row[0], Chip)]
    assert states[0] == "contested"
    assert states[-1] == "clear"


@pytest.mark.parametrize("at", [2, 3, 4])
def test_what_is_left_out_is_counted(at: int) -> None:
    """What has no room is a count, of what is clear alone; with what is named it makes all."""
    document = built(*LARGE[at])
    table = leads_table(document)
    (tiles,) = (block for block in document.blocks if isinstance(block, KeyFigures))
    counts = {one.label: one.number for one in tiles.items}
    assert table.note.endswith("are not named here: see “Who leads on what” in the full report.")
    left, whole = int(table.note.split()[0]), int(table.note.split()[2])
    assert 0 < left <= counts["clear"]
    assert whole == counts["leads"] + counts.get("more, where no lead is needed", 0)
    assert left < whole / 2
    titles = {one.title for one in example(LARGE[at][0]).graph.landscape.responsibilities.values()}
    named = " ".join(plain(row[1]) for row in table.rows)
    assert whole - left >= sum(title in named for title in titles) > (whole - left) / 2


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


def said(document: Document) -> list[str]:
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(plain(block.runs))
        elif isinstance(block, Bullets):
            found += [plain(item) for item in block.items]
    return found


def test_a_body_reads_what_is_noticed_of_itself_and_not_of_others_like_it() -> None:
    words = " ".join(said(built("greater-manchester", "organisation-page", "the-christie")))
    assert "No part in any responsibility is recorded for The Christie NHS Foundation Trust." in words
    assert "Bolton" not in words


def test_where_nothing_is_led_there_is_no_share_of_nothing() -> None:
    (tiles,) = (
        block
        for block in built("northshire", "organisation-page", "northshire-fire-and-rescue").blocks
        if isinstance(block, KeyFigures)
    )
    assert [(one.label, one.number, one.of) for one in tiles.items] == [("leads", 0, None)]


def test_posts_of_one_name_are_told_apart_by_their_areas() -> None:
    found = small(
        "areas: {e: {name: Easton}, w: {name: Westby}}\norganisations: {o: {name: Board, area: [e, w]}}\n"
        "roles:\n  d: {title: Place director, organisation: o, area: e}\n"
        "  f: {title: Place director, organisation: o, area: w}\n  g: {title: Treasurer, organisation: o}\n"
        "levels: {l: {name: L, order: 1}}\nresponsibilities: {r: {title: R, needs_lead_in: e}}\n"
        "assignments: [{responsibility: r, at: e, leads: d}]\n"
    )
    (words,) = (
        words
        for words in said(KINDS["organisation-page"].build(Figures(found, about="o", bulk=False)))
        if words.startswith("Place director")
    )
    assert words == (
        "Place director (Board) for Easton (1 lead); Place director (Board) for Westby (0 leads); Treasurer (0 leads)."
    )


def test_agreements_without_a_review_date_are_said_to_be_so_once() -> None:
    (words,) = (
        words
        for words in said(built("greater-manchester", "role-page", "gm-active-travel-commissioner"))
        if "review date" in words
    )
    assert words.count("review date") == 1
    assert words.startswith("Without a review date: ")


def test_a_title_in_quotation_marks_is_not_cut() -> None:
    words = "Several leads are recorded for “Integrate work and health support (WorkWell, accelerators)” here: A; B; C."
    assert brief(words, 60).endswith("accelerators)” …")
    assert brief(words, 200) == words
    assert len(brief("word " * 100, 60)) <= 62


def test_it_is_one_page_with_a_box_on_changes_that_were_tried_too() -> None:
    on = date(2027, 4, 1)
    landscape = example("northshire").landscape
    sets = read_change_sets([CONFIGS / "scenarios" / "northshire" / "icb-merger.yaml"], landscape, on)
    figures = Figures(what_if(landscape, sets, on), about="northshire-and-southmoor-icb", tried=sets, untried=landscape)
    document = KINDS["organisation-page"].build(figures)
    assert any(isinstance(block, Callout) for block in document.blocks)
    assert len(pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].write(document))).pages) == 1
    settled = [plain(item) for block in document.blocks if isinstance(block, Bullets) for item in block.items]
    (vacant,) = (words for words in settled if words.startswith("G11 "))
    assert "recorded as vacant, for 5 responsibilities. Until" in vacant
    (passed,) = (words for words in settled if words.startswith("A1 "))
    assert "does not allow to be passed on. Which power" in passed
