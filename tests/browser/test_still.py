"""Nothing jumps: what people look at stays where it is when they filter and click; long names wrap; empty pages help."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settled, still

SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.shifts.push(one.value);
  }).observe({ type: "layout-shift" });
}"""
PARTS = "h1, .st-key-filters, .st-key-picture-filters, .st-key-desk, .st-key-boardside, [data-testid=stSidebar]"
PLACES = f"""() => [...document.querySelectorAll("{PARTS}")].map((one) => {{
  const box = one.getBoundingClientRect();
  return [one.className, Math.round(box.left), Math.round(box.top)];
}})"""
GOOD = 0.1
"""The most that a page may shift to count as still (web.dev: Cumulative Layout Shift)."""

Act = Callable[[Page], object]


def press(role: str, name: str) -> Act:
    return lambda page: page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]


def square(at: int) -> Act:
    return lambda page: page.locator("button.square").nth(at).click()


def shape(page: Page) -> None:
    page.locator(".frame").evaluate("(one) => one.focus({ preventScroll: true })")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


FILTERS = {
    "state": ("/", press("button", "? Gap")),
    "theme": ("/gaps", press("button", "Overlaps")),
    "state of the picture": ("/map", press("button", "≠ Contested")),
}
CLICKS = {
    "a square": ("/", square(2)),
    "another square": ("/?square=stop-smoking@salford", square(3)),
    "a shape": ("/map", shape),
}


def acted(open_page: Open, path: str, act: Act) -> tuple[Page, object]:
    """Return the page after the action, and where its fixed parts were before."""
    page = open_page(path)
    still(page)
    page.evaluate(SHIFTS)
    before = page.evaluate(PLACES)
    act(page)
    page.wait_for_timeout(300)
    settled(page)
    page.wait_for_timeout(300)
    return page, before


@pytest.mark.parametrize("what", FILTERS)
def test_a_filter_moves_nothing_that_stays(open_page: Open, what: str) -> None:
    page, before = acted(open_page, *FILTERS[what])
    expect(page.locator("[class*=st-key-shown]").get_by_role("button").first).to_be_visible()
    assert page.evaluate(PLACES) == before


@pytest.mark.parametrize("what", CLICKS)
def test_a_click_shifts_nothing(open_page: Open, what: str) -> None:
    page, before = acted(open_page, *CLICKS[what])
    expect(page.locator(".rm-details")).to_be_visible()
    assert page.evaluate(PLACES) == before
    assert sum(page.evaluate("shifts")) < GOOD


def test_a_long_name_wraps(open_page: Open) -> None:
    name = "Extraordinarily" + "long" * 30
    text = (
        f"map: {{title: {name}}}\nlevels: {{place: {{name: Place}}}}\nareas: {{easton: {{name: {name}, level: place}}}}\n"
        f"organisations: {{council: {{name: {name}, area: easton}}}}\n"
        f"responsibilities: {{work: {{title: {name}, needs_lead_at: [place]}}}}\n"
        "assignments: [{responsibility: work, at: easton, leads: council}]\n"
    )
    page = open_page("/maps", 390)
    page.locator("input[type=file]").first.set_input_files(
        {"name": "long.yaml", "mimeType": "application/yaml", "buffer": text.encode()}
    )
    page.get_by_text("See who leads on what").click()
    page.locator("button.square").first.click()
    expect(page.locator(".rm-details")).to_be_visible()
    wide = "() => [document.documentElement, document.querySelector('[data-testid=stMain]')]"
    assert page.evaluate(f"({wide})().every((one) => one.scrollWidth <= one.clientWidth + 1)")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/?find=nothing-has-this-word", "Clear them, or take one away"),
        ("/gaps?find=nothing-has-this-word", "Clear them, or take one away"),
        ("/map?find=nothing&area=salford&state=vacant", "Clear them, or take one away"),
        ("/parties", "Choose a role or an organisation"),
        ("/whatif", "Choose"),
        ("/agreements?map=one-council&find=nothing-has-this-word", "No agreement is shown"),
    ],
)
def test_an_empty_page_says_what_to_do(open_page: Open, path: str, words: str) -> None:
    expect(open_page(path).get_by_text(re.compile(words)).first).to_be_visible()


ROWS = """() => new Set([...document.querySelectorAll(".st-key-state button[aria-pressed]")]
  .map((one) => Math.round(one.getBoundingClientRect().top))).size"""


@pytest.mark.parametrize(("path", "work"), [("/", ".st-key-board"), ("/map", ".st-key-picture")])
def test_what_people_come_for_begins_in_the_upper_half(open_page: Open, path: str, work: str) -> None:
    page = open_page(path)
    still(page)
    box = page.locator(work).bounding_box()
    assert box is not None
    assert box["y"] < 430
    assert page.evaluate(ROWS) == 1


def test_on_a_phone_the_states_and_views_use_the_whole_width(open_page: Open) -> None:
    page = open_page("/", 390)
    still(page)
    assert page.evaluate(ROWS) == 2
    for view in ("Table", "Side by side", "Who works with whom", "How clear"):
        box = page.locator(".st-key-view").get_by_role("radio", name=view).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390


def test_a_newcomer_is_told_the_words_on_asking(open_page: Open) -> None:
    page = open_page("/")
    expect(page.get_by_text("a list of planned changes")).to_be_hidden()
    page.get_by_role("button", name="New here?").click()
    for words in (
        "of a place meet",
        "a group of responsibilities",
        "for which everything is shown",
        "a list of planned changes",
    ):
        expect(page.get_by_test_id("stPopoverBody").get_by_text(words).first).to_be_visible()


def test_a_box_left_keeps_its_height_so_that_a_click_below_it_lands(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_role("combobox", name="Area").click()
    for area in ("Oldham", "Salford"):
        page.keyboard.type(area)
        page.get_by_role("option", name=area, exact=True).click()
    page.keyboard.press("Escape")
    still(page)
    box, gap = page.locator(".st-key-area"), page.get_by_role("button", name="? Gap").first
    tall = box.bounding_box()
    gap.click(delay=150)
    expect(gap).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".st-key-shown")).to_contain_text("state Gap")
    assert box.bounding_box() == tall
