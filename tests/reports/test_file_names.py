"""The name of a file says what its report is limited to, so that a part is not taken for the whole."""

from __future__ import annotations

from time import perf_counter

import pytest

from rolemap.graph import Wanted
from rolemap.reports.export import file_name, without_brackets
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from rolemap.reports.sections.agreed import is_law
from tests.reports.worlds import example


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (Wanted(), "greater-manchester-findings-list-2026-11-21.pdf"),
        (Wanted(areas=frozenset({"oldham"})), "greater-manchester-oldham-findings-list-2026-11-21.pdf"),
        (
            Wanted(levels=frozenset({"place"}), pillars=frozenset({"health-behaviours"})),
            "greater-manchester-place-health-behaviours-findings-list-2026-11-21.pdf",
        ),
        (
            Wanted(areas=frozenset({"oldham", "bury", "bolton"})),
            "greater-manchester-3-areas-findings-list-2026-11-21.pdf",
        ),
    ],
)
def test_a_limited_report_is_named_so(wanted: Wanted, name: str) -> None:
    assert file_name(Figures(example("greater-manchester"), wanted), "findings-list", FORMATS["pdf"]) == name


def test_a_summary_of_law_is_not_called_a_memorandum() -> None:
    analysis = example("greater-manchester")
    graph = analysis.graph
    law = next(id for id, one in graph.landscape.agreements.items() if is_law(graph, one))
    name = file_name(Figures(analysis, about=law), "memorandum", FORMATS["pdf"])
    assert name.endswith("-summary-of-law-2026-11-21.pdf")
    other = next(id for id, one in graph.landscape.agreements.items() if not is_law(graph, one))
    assert "-memorandum-2026" in file_name(Figures(analysis, about=other), "memorandum", FORMATS["pdf"])


def test_what_the_title_of_a_map_has_in_brackets_is_not_in_the_name() -> None:
    name = file_name(Figures(example("northshire")), "findings-list", FORMATS["pdf"])
    assert name == "northshire-findings-list-2026-11-21.pdf"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Northshire (draft)", "Northshire"),
        ("Northshire  (a draft)  for all", "Northshire for all"),
        ("Northshire (draft), 2026", "Northshire, 2026"),
        ("(draft)", "(draft)"),
        ("Northshire (draft", "Northshire (draft"),
    ],
)
def test_what_a_title_says_in_brackets_is_left_out(title: str, said: str) -> None:
    assert without_brackets(title) == said


@pytest.mark.parametrize("run", [" ", "(", "()", "\t("])
def test_a_title_of_very_many_marks_takes_no_time(run: str) -> None:
    start = perf_counter()
    without_brackets(f"x{run * 40_000}x")
    assert perf_counter() - start < 0.3
