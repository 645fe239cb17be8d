"""What comes by itself by the day of a report is told apart from what the changes tried on its map do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from rolemap.pipeline import examine, what_if
from rolemap.reading import read
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.change_sets import read_change_sets
from rolemap.reports.blocks import Bullets, Callout, Paragraph, plain
from rolemap.reports.by_itself import TITLE
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.sections import deciding, health
from tests.reports.worlds import ON, example


def test_what_comes_by_itself_is_told_apart_from_what_the_changes_do() -> None:
    """The boards of Northshire end in 2027 whatever becomes of its councils in 2028."""
    landscape = read(CONFIGS / "examples" / "northshire")
    tried = read_change_sets([CONFIGS / "scenarios" / "northshire" / "council-reorganisation.yaml"], landscape, ON)
    on = date(2028, 4, 1)
    figures = Figures(what_if(landscape, tried, on), tried=tried, untried=landscape, today=ON)
    box = next(one for one in KINDS["findings-list"].build(figures).blocks if getattr(one, "title", "") == TITLE)
    assert isinstance(box, Callout)
    said = plain(box.runs)
    now, without = examine(landscape, ON).graph.needed, examine(landscape, on).graph.needed
    shown = [f"{len(cells)} ({sum(cell.sure for cell in cells)})" for cells in (now, without, figures.needed)]
    assert re.findall(r"\d+ \(\d+\)", said) == shown
    assert len(set(shown)) == 3
    assert "NHS Northshire Integrated Care Board ends on 31 March 2027" in said
    assert not re.search(r"at system level from \d+ to \d+", said), "what the board led still needs a lead"
    without_today = KINDS["findings-list"].build(replace(figures, today=None))
    box = next(one for one in without_today.blocks if getattr(one, "title", "") == TITLE)
    assert isinstance(box, Callout)
    assert re.findall(r"\d+ \(\d+\)", plain(box.runs)) == shown[1:]


def test_the_summary_names_fewer_decisions_where_changes_stand_before_it() -> None:
    tried = read_change_sets(
        [CONFIGS / "scenarios" / "northshire" / "icb-merger.yaml"], example("northshire").landscape, ON
    )
    lengths = []
    for figures in (Figures(example("northshire")), Figures(example("northshire"), tried=tried)):
        first, rest = deciding.urgent(figures, list(health.opening(figures)))
        assert isinstance(first, Bullets)
        assert isinstance(rest, Paragraph)
        more = len(figures.urgent()) - len(first.items)
        assert plain(rest.runs).startswith(f"{more} more" if more else "Each")
        lengths.append(sum(len(plain(item)) for item in first.items))
    assert lengths[1] < lengths[0]


def test_nothing_comes_by_itself_where_no_changes_are_tried() -> None:
    figures = Figures(example("northshire"), untried=example("northshire").landscape)
    assert not any(getattr(one, "title", "") == TITLE for one in KINDS["findings-list"].build(figures).blocks)


def test_a_meaning_stays_with_the_body_that_used_it() -> None:
    path = CONFIGS / "scenarios" / "greater-manchester" / "end-of-nhs-england.yaml"
    landscape = read(CONFIGS / "examples" / "greater-manchester")
    tried = read_change_sets([path], landscape, ON)
    figures = Figures(what_if(landscape, tried, date(2027, 4, 1)), tried=tried, untried=landscape)
    used, before = (
        [plain(row[2]) for one in KINDS["full-report"].build(of).tables if one.name == "Words" for row in one.rows]
        for of in (figures, Figures(example("greater-manchester")))
    )
    assert "NHS England (ended on 31 March 2027, followed by Department of Health and Social Care)" in used
    assert "Department of Health and Social Care" not in used
    assert "NHS England" in before
