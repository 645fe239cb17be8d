"""axe-core on every page: nothing against WCAG 2.2 A and AA that rolemap's own code causes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.conftest import Open, in_scheme

AXE = Path(__file__).parent / "axe" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

VIEWS = (
    "/maps",
    "/",
    "/?square=stop-smoking@salford",
    "/?view=side-by-side&across=outbreak-management&square=outbreak-management@oldham",
    "/?view=who-with-whom&map=northshire&pair=easton-council~northshire-icb",
    "/?view=how-clear",
    "/map",
    "/gaps",
    "/parties",
    "/parties?party=oldham-dph",
    "/agreements?map=northshire&agreement=easton-section-75",
    "/glossary",
    "/whatif?remove=greater-manchester-icb",
    "/whatif?map=northshire&what-if-on=2027-04-01",
    "/whatif?map=northshire&changes=two&a=file:icb-merger&b=file:council-reorganisation",
    "/compare?map=northshire",
    "/compare?map=northshire&compare=changes&after=icb-merger",
    "/compare?compare=places",
    "/reports?report=role-page&about=oldham-dph",
    "/reports?map=northshire&leave-out=pictures&since=day&changed=icb-merger",
)

STREAMLITS_OWN = {
    "target-size": (
        'role="combobox"',
        "the box to type in, of Streamlit's multiselect, shrinks beside what is chosen; the whole field can be clicked",
    ),
}
"""By rule: a part of the element that Streamlit draws by itself, and why nothing of ours can change it."""


def violations(page: Page | Frame) -> list[dict[str, Any]]:
    """Return what axe-core finds against the standards, each with the elements it is about."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", STANDARDS
    )
    return list(found["violations"])


def ours(found: list[dict[str, Any]]) -> list[str]:
    """Return the violations that Streamlit does not cause, one line for each element."""
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:300]}"
        for one in found
        for node in one["nodes"]
        if one["id"] not in STREAMLITS_OWN or STREAMLITS_OWN[one["id"]][0] not in node["html"]
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_no_violation_of_ours(open_page: Open, view: str) -> None:
    page = open_page(view)
    if view == "/map":
        page.wait_for_selector(".picture[data-view]")
    for scheme in ("light", "dark"):
        assert ours(violations(in_scheme(page, scheme))) == [], scheme


@pytest.mark.parametrize("view", ["/?square=stop-smoking@salford", "/map", "/gaps", "/parties?party=oldham-dph"])
def test_a_page_that_begins_dark_and_on_a_tablet_is_as_good(open_page: Open, view: str) -> None:
    page = open_page(view, width=1024, scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1024
    assert ours(violations(in_scheme(page, "dark"))) == []
