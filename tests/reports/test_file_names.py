"""The name of a file says what its report is limited to, so that a part is not taken for the whole."""

from __future__ import annotations

import pytest

from rolemap.graph import Wanted
from rolemap.reports.export import file_name
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
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
