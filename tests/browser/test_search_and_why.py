"""Search and “Why isn't something shown?” in Chromium; Escape gives the focus back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, in_scheme, settled, still
from tests.browser.test_accessibility import ours, violations

FOCUSED = """() => {
  let at = document.activeElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at.dataset.square || at.className;
}"""


def look_for(page: Page, words: str) -> None:
    """Type words into the box in the menu, which on a phone has to be opened first."""
    box = page.get_by_role("textbox", name="Search this map")
    if page.viewport_size and page.viewport_size["width"] < 768:
        page.get_by_test_id("stExpandSidebarButton").click()
    box.fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    settled(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_stop_smoking_in_salford_is_three_words_and_a_click_away(open_page: Open, width: int) -> None:
    page = open_page("/gaps?theme=OVL", width)
    look_for(page, "smokng salford")
    expect(page.locator("main, [data-testid=stMain]").first).to_contain_text("“smokng” read as “smoking”")
    loads = page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Commission stop smoking services in Salford").click()
    expect(page.locator(".rm-details h2")).to_contain_text("in Salford")
    assert page.evaluate("window.stayed") is loads, "the page was not loaded again"
    assert "square=stop-smoking%40salford" in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")


def test_back_returns_to_what_was_found(open_page: Open) -> None:
    page = open_page("/")
    look_for(page, "DPH Oldham")
    page.get_by_role("link", name="Director of public health", exact=True).click()
    expect(page.locator("article.rm-onepage")).to_contain_text("Oldham")
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    settled(page)
    expect(page.locator(".rm-lead")).to_contain_text("“DPH Oldham”")


def test_a_search_is_kept_in_its_address(open_page: Open) -> None:
    page = open_page("/search?search=section+75&map=northshire")
    expect(page.get_by_role("heading", name=re.compile("Agreements"))).to_be_visible()
    expect(page.get_by_role("textbox", name="Search this map")).to_have_value("section 75")


def test_why_something_is_not_shown_and_the_button_that_shows_it(open_page: Open) -> None:
    page = open_page("/?area=oldham&pillar=cross-cutting")
    page.get_by_text("Why isn't something shown?").click()
    page.get_by_role("textbox", name="What do you miss?").fill("stop smoking salford")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The filter Pillar lets through only Cross-cutting")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Take all of these filters away").click()
    expect(page.get_by_text("“Commission stop smoking services” in Salford is shown")).to_be_visible()
    expect(page.locator("button.square[data-square='stop-smoking@salford']")).to_have_count(1)


@pytest.mark.parametrize("view", ["/search?search=health", "/?missed=stop+smoking+leeds&area=oldham"])
@pytest.mark.parametrize(("width", "schemes"), [(1440, ("light", "dark")), (390, ("light",))])
def test_both_are_accessible(open_page: Open, view: str, width: int, schemes: tuple[str, ...]) -> None:
    page = open_page(view, width)
    for scheme in schemes:
        assert ours(violations(in_scheme(page, scheme))) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")


@pytest.mark.parametrize("width", [1440, 390])
def test_escape_closes_the_details_and_gives_the_focus_back_to_the_square(open_page: Open, width: int) -> None:
    page = open_page("/?area=salford", width)
    square = page.locator("button.square").nth(1)
    name = square.get_attribute("data-square")
    for leave in ("Escape", "Enter"):
        square.click()
        expect(page.locator(".rm-details")).to_be_visible()
        settled(page)
        page.locator(".st-key-close-square button").focus()
        page.keyboard.press(leave)
        expect(page.locator(".rm-details")).to_have_count(0)
        settled(page)
        page.wait_for_function(f"({FOCUSED})() === {name!r}")


def test_escape_in_a_box_is_for_the_box(open_page: Open) -> None:
    page = open_page("/?square=stop-smoking@salford")
    page.get_by_role("combobox", name="Pillar").click()
    page.keyboard.press("Escape")
    settled(page)
    expect(page.locator(".rm-details")).to_be_visible()


def test_escape_closes_what_is_chosen_in_the_picture(open_page: Open) -> None:
    page = open_page("/map?shape=organisation%2Fsalford-council")
    page.wait_for_selector(".picture[data-view]")
    expect(page.locator(".rm-details")).to_be_visible()
    still(page)
    page.locator(".st-key-close-square button").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".rm-details")).to_have_count(0)
    page.wait_for_function(f"({FOCUSED})() === 'frame'")
