"""The browser's Back and Forward in Chromium: one press for one step, with the filters and the map that were in use then."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settled


def follow(page: Page, title: str) -> None:
    """Follow a link of the menu."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settled(page)


def where(page: Page) -> tuple[str, dict[str, list[str]], str]:
    """Return the heading of the page, what its address says and the map in use."""
    settled(page)
    named = page.locator(".rm-chosen strong").inner_text()
    return page.get_by_role("heading", level=1).inner_text(), parse_qs(urlsplit(page.url).query), named


def test_a_link_of_the_menu_is_one_step_and_its_address_has_what_is_remembered(open_page: Open) -> None:
    page = open_page("/?area=salford")
    steps = [where(page)]
    for title in ("Map", "Gaps and overlaps", "Words", "Map"):
        follow(page, title)
        steps.append(where(page))
    assert steps[1][1] == {"area": ["salford"]}
    for step in reversed(steps[:-1]):
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text(step[0])
        assert where(page) == step
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Map")
    assert where(page) == steps[1]


def test_back_over_the_choice_of_another_map_has_the_map_before_in_use(open_page: Open) -> None:
    page = open_page("/maps")
    first = where(page)
    page.get_by_role("button", name="Open Northshire").click()
    expect(page.locator(".rm-chosen strong")).to_contain_text("Northshire")
    follow(page, "Agreements")
    assert where(page)[1] == {"map": ["northshire"]}
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Maps")
    assert where(page)[1:] == ({"map": ["northshire"]}, "Northshire (a made-up system)")
    page.go_back()
    expect(page.locator(".rm-chosen strong")).to_have_text(first[2])
    assert where(page) == first


def test_back_and_forward_pressed_at_once_leave_a_page_that_works(open_page: Open) -> None:
    """Streamlit gave such a page up in one of five tries, while it kept messages in the browser."""
    page = open_page("/")
    page.get_by_role("button", name="? Gap").first.click()
    page.wait_for_url("**/?state=gap")
    settled(page)
    page.locator("button.square").first.click()
    page.wait_for_url("**/?state=gap&square=**")
    settled(page)
    for _ in range(5):
        page.evaluate("() => { history.back(); history.back(); history.forward(); }")
        page.wait_for_timeout(400)
        settled(page)
        page.evaluate("() => history.forward()")
        page.wait_for_timeout(400)
        settled(page)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-connection-state", "CONNECTED")
    page.get_by_role("button", name="? Gap").first.click()
    expect(page.locator(".st-key-shown")).to_contain_text("No filters")
