"""What people see and do: pages at every width, nothing from elsewhere, squares, filters, uploads, keyboard."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WIDTHS, Open, each_width, settled
from tests.ui.hostile import HOSTILE

PATHS = (
    *("/", "/map", "/gaps", "/maps", "/parties?party=greater-manchester-icb", "/glossary"),
    *("/agreements?map=northshire&agreement=easton-section-75", "/whatif?remove=greater-manchester-icb"),
    *("/compare?map=northshire", "/compare?compare=places", "/search?search=health"),
    "/reports?map=northshire&leave-out=pictures&since=day&changed=icb-merger",
)


def too_wide(page: Page) -> list[str]:
    """Return what makes the page scroll sideways."""
    found: list[str] = page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
             .filter(one => one.scrollWidth > one.clientWidth + 1)
             .map(one => `${one.tagName} ${one.scrollWidth} > ${one.clientWidth}`)"""
    )
    return found


@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways_or_asks_anything_of_another_machine(
    open_page: Open, requested: list[str], path: str
) -> None:
    for page in each_width(open_page, path):
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert too_wide(page) == [], page.viewport_size
    page.wait_for_timeout(500)
    hosts = {urlsplit(url).hostname for url in requested if not url.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_a_square_shows_its_details_without_a_jump(open_page: Open, width: int) -> None:
    page = open_page("/", width)
    square = page.locator("button.square").first
    square.click()
    details = page.locator(".rm-details")
    expect(details).to_be_visible()
    expect(details.get_by_text("Leads", exact=True)).to_be_visible()
    expect(page.locator("button.square[aria-pressed=true]")).to_have_count(1)
    expect(square).to_be_in_viewport()
    expect(details.locator("h2")).to_be_in_viewport()
    assert too_wide(page) == []
    address = page.url
    assert "square=" in address
    page.get_by_role("button", name="Close").click()
    expect(details).to_have_count(0)
    page.goto(address)
    settled(page)
    expect(page.locator(".rm-details")).to_be_visible()


def test_the_open_square_is_not_hidden_by_its_details(open_page: Open) -> None:
    page = open_page("/?map=northshire")
    square = page.locator("tbody tr:has(.square) td:nth-child(6) .square").first
    square.click()
    expect(page.locator(".rm-details")).to_be_visible()
    page.wait_for_timeout(300)
    inside = page.locator(".scroller").evaluate("(one) => one.getBoundingClientRect().right")
    box = square.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= inside


def test_squares_are_reached_with_the_keyboard(open_page: Open) -> None:
    page = open_page("/")
    expect(page.locator("button.square[tabindex='0']")).to_have_count(1)
    page.locator("button.square[tabindex='0']").focus()
    first = page.evaluate(FOCUSED)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    moved = page.evaluate(FOCUSED)
    assert moved
    assert moved != first
    page.keyboard.press("Enter")
    expect(page.locator(".rm-details")).to_be_visible()
    expect(page.locator("button.square[aria-pressed=true]")).to_have_attribute("data-square", moved)


FOCUSED = """() => {
  let found = document.activeElement;
  while (found?.shadowRoot) found = found.shadowRoot.activeElement;
  return found?.dataset.square;
}"""


def test_filters_show_less_stay_on_the_way_and_are_in_the_address(open_page: Open) -> None:
    page = open_page("/")
    said = page.get_by_text(re.compile("responsibilities shown"))
    before = said.inner_text()
    page.get_by_role("button", name="? Gap").click()
    page.get_by_role("combobox", name="Level").click()
    page.get_by_role("option", name="System").click()
    expect(page.get_by_text("state Gap")).to_be_visible()
    expect(page.get_by_text("level System")).to_be_visible()
    assert said.inner_text() != before
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Gaps and overlaps").click()
    expect(page.get_by_text(re.compile("findings? shown"))).to_be_visible()
    expect(page.get_by_text("level System")).to_be_visible()
    page.get_by_role("link", name="Who leads on what").click()
    expect(page.get_by_text("state Gap")).to_be_visible()
    settled(page)
    page.reload()
    settled(page)
    expect(page.get_by_text("state Gap")).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_text("No filters")).to_be_visible()
    expect(said).to_contain_text(before.split(".")[0])


def test_on_a_phone_one_area_is_shown_at_a_time(open_page: Open) -> None:
    page = open_page("/", 390, 844)
    expect(page.locator("th.area")).to_have_count(1)
    page.get_by_label("Area shown").select_option(label="Bolton (Place)")
    expect(page.locator("th.area")).to_contain_text("Bolton")
    page.locator("button.square").nth(3).click()
    expect(page.locator(".rm-details")).to_contain_text("in Bolton")


def test_a_broken_upload_says_file_line_and_column_and_loses_nothing(open_page: Open) -> None:
    page = open_page("/maps")
    page.locator("input[type=file]").set_input_files(
        {"name": "mine.yaml", "mimeType": "text/yaml", "buffer": b"map:\n  title: Mine\nroles:\n  a: {titel: Boss}\n"}
    )
    expect(page.get_by_role("alert")).to_contain_text("cannot be read yet")
    expect(page.locator(".rm-problems li").first).to_contain_text("mine.yaml, line 4, column")
    expect(page.locator(".rm-problems pre").first).to_contain_text("a: {titel: Boss}")
    expect(page.locator(".rm-chosen")).to_contain_text("Greater Manchester")


def test_an_upload_is_opened_and_its_text_stays_text(open_page: Open) -> None:
    page = open_page("/maps")
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.locator("input[type=file]").set_input_files({"name": "mine.yaml", "mimeType": "text/yaml", "buffer": HOSTILE})
    expect(page.get_by_text("See who leads on what")).to_be_visible()
    page.get_by_text("See who leads on what").click()
    page.locator("button.square").first.click()
    expect(page.locator(".rm-details")).to_contain_text("<img src=x onerror=alert(5)>")
    page.get_by_role("link", name="Gaps and overlaps").click()
    expect(page.locator(".rm-card").first).to_be_visible()
    assert page.locator(".rm-card img, .rm-details img, .rm-chosen img, [href^='javascript']").count() == 0


def test_a_finding_opens_its_square_in_the_same_map(open_page: Open) -> None:
    page = open_page("/gaps?map=northshire&theme=GAP")
    page.get_by_role("link", name=re.compile("Open this square")).nth(2).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who leads on what")
    expect(page.locator(".rm-chosen")).to_contain_text("Northshire")
    expect(page.locator(".rm-details")).to_contain_text("What rolemap notices here")
    expect(page.locator("button.square[aria-pressed=true]")).to_be_in_viewport()


def test_findings_come_a_page_at_a_time(open_page: Open) -> None:
    page = open_page("/gaps")
    assert 0 < page.locator(".rm-card").count() <= 10
    first = page.locator(".rm-card h3").first.inner_text()
    page.get_by_role("button", name=re.compile("next", re.I)).first.click()
    expect(page.locator(".rm-card h3").first).not_to_have_text(first)
    page.locator(".rm-card summary").first.click()
    expect(page.locator(".rm-card details[open]").first).to_contain_text("How to settle it")


def test_a_shape_of_the_picture_opens_its_square_under_filters(open_page: Open) -> None:
    page = open_page("/map?map=northshire&state=contested&shape=topic/place/work-and-health/1")
    page.get_by_role("link", name="Open in Who leads on what").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who leads on what")
    expect(page.locator(".rm-details")).to_contain_text("in Norbridge")
