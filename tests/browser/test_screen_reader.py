"""What a screen reader is told, page by page: landmarks, headings in order, names of what can be used, what has changed.

It reads the accessibility tree that Chromium builds (docs/accessibility.md says how to look at it by hand).
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settled, still

VIEWS = {
    "/maps": "Maps",
    "/?square=stop-smoking@salford": "Who leads on what",
    "/map?shape=organisation/greater-manchester-icb": "Map",
    "/gaps": "Gaps and overlaps",
    "/parties?party=oldham-dph": "Roles and organisations",
    "/agreements?map=northshire&agreement=easton-section-75": "Agreements",
    "/glossary": "Words",
    "/whatif?remove=greater-manchester-icb": "What if",
    "/compare?compare=places": "Compare",
    "/search?find=salford": "Search",
    "/reports": "Reports",
}
"""Every page as it is used, with its heading."""

NAMED = re.compile(
    r"^\s*- (?:'|\")?(button|link|combobox|textbox|switch|checkbox|radio|slider|table|region|application)\b(.*)$"
)
LEVELS = """() => [...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, h4, h5, h6)')]
  .map((one) => +one.tagName[1])"""


def tree(page: Page) -> str:
    """Return the accessibility tree of the page, one line for each element."""
    return page.locator("body").aria_snapshot()


@pytest.mark.parametrize("view", VIEWS)
def test_each_page_has_landmarks_headings_in_order_and_a_name_for_everything(open_page: Open, view: str) -> None:
    page = open_page(view)
    if view.startswith("/map?"):
        page.wait_for_selector(".picture[data-view]")
    still(page)
    found = tree(page)
    assert re.search(r'- region "Sidebar"', found)
    assert re.search(r'- navigation "App pages"', found)
    assert len(re.findall(r"^- main", found, re.MULTILINE)) == 1
    assert f'heading "{VIEWS[view]}" [level=1]' in found
    unnamed = [line.strip() for line in found.splitlines() if (one := NAMED.match(line)) and '"' not in one[2]]
    assert unnamed == []
    levels: list[int] = page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(one, two) for one, two in pairwise(levels) if two > one + 1] == []


def test_a_square_says_what_it_is_about_who_leads_and_how_it_stands(open_page: Open) -> None:
    page = open_page("/?find=stop+smoking&area=salford")
    table = page.get_by_role("table", name=re.compile("Who leads on what in Greater Manchester, as at"))
    expect(table.get_by_role("columnheader", name=re.compile("Salford"))).to_be_visible()
    expect(table.get_by_role("rowheader", name=re.compile("stop smoking", re.I)).first).to_be_visible()
    square = table.get_by_role(
        "button", name=re.compile(r"stop smoking.*, Salford, assumed, Salford City Council", re.I)
    )
    expect(square.first).to_have_attribute("aria-pressed", "false")


def test_a_square_is_chosen_by_keyboard_and_what_opens_is_said(open_page: Open) -> None:
    page = open_page("/")
    page.locator("button.square[tabindex='0']").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    said = page.evaluate(
        "document.activeElement.shadowRoot?.activeElement?.ariaLabel ?? document.activeElement.ariaLabel"
    )
    assert said.count(", ") >= 3
    page.keyboard.press("Enter")
    details = page.get_by_role("region", name="Details of the square")
    expect(details).to_be_visible()
    expect(page.locator(".board .live")).to_have_text(f"{said}. Its details follow the table.")
    expect(page.get_by_role("button", name=said, pressed=True)).to_have_count(1)
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("Enter")
    expect(details).to_have_count(0)
    expect(page.locator(".board .live")).to_have_text("The details are closed.")
    expect(page.get_by_role("button", name=said, pressed=False)).to_be_focused()


def test_a_shape_is_chosen_by_keyboard_and_what_it_is_is_said(open_page: Open) -> None:
    page = open_page("/map")
    page.wait_for_selector(".picture[data-view]")
    picture = page.get_by_role("application", name=re.compile("Greater Manchester.*roles and organisations"))
    picture.focus()
    page.keyboard.press("ArrowDown")
    said = page.locator(".picture .live").inner_text()
    assert said
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Details of what is chosen")).to_be_visible()
    expect(page.locator(".picture .live")).to_contain_text("Chosen: ")


def test_a_filter_says_how_much_is_left(open_page: Open) -> None:
    page = open_page("/gaps")
    toolbar = page.get_by_role("toolbar", name="Theme")
    toolbar.get_by_role("button", name="Overlaps").focus()
    page.keyboard.press("Enter")
    settled(page)
    status = page.locator(".st-key-shown")
    expect(status).to_contain_text("theme Overlaps")
    expect(page.get_by_role("article").first.get_by_role("heading", level=3)).to_be_visible()


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(open_page: Open) -> None:
    page = open_page("/gaps")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('[data-testid=stMain]')")
