"""What if and Compare in a browser: the slider by keyboard, saving what is chosen and seeing two side by side, 390 pixels."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settled

ON = "on=2026-11-01"


def test_the_slider_goes_from_day_to_day_by_keyboard(open_page: Open) -> None:
    page = open_page(f"/whatif?map=northshire&{ON}")
    expect(page.get_by_text("move the slider to a later day")).to_be_visible()
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="What changes by itself by then")).to_be_visible()
    expect(page.locator(".rm-day")).to_contain_text("1 April 2027: NHS Northshire Integrated Care Board ends")
    expect(page.get_by_role("table", name=re.compile("In each square: 1 November 2026 → 1 April 2027"))).to_be_visible()
    settled(page)
    assert "what-if-on=2027-04-01" in page.url
    page.goto(page.url)
    settled(page)
    expect(page.get_by_role("heading", name="What changes by itself by then")).to_be_visible()
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("move the slider to a later day")).to_be_visible()


def save(page: Page, name: str) -> None:
    summary = page.locator("summary", has_text="Saved views")
    if not page.get_by_label("Save what you see as").is_visible():
        summary.click()
    page.get_by_label("Save what you see as").fill(name)
    page.get_by_role("button", name="Save this view").click()
    expect(page.get_by_role("link", name=name).or_(page.get_by_role("button", name=name)).first).to_be_visible()


def test_what_is_chosen_is_saved_and_seen_beside_a_shipped_change_set(open_page: Open) -> None:
    page = open_page(f"/whatif?map=northshire&{ON}&remove=northshire-icb")
    expect(page.get_by_role("heading", name="In short")).to_be_visible()
    save(page, "Without the board")
    page.reload()
    settled(page)
    page.get_by_role("radio", name="Two side by side").or_(page.get_by_role("button", name="Two side by side")).click()
    settled(page)
    for box, words in (("The first", "Without the board"), ("The second", "merger of two")):
        page.get_by_role("combobox", name=box).first.click()
        page.keyboard.type(words)
        page.get_by_role("option", name=re.compile(words)).first.click()
        settled(page)
    table = page.get_by_role("table", name="The two side by side")
    expect(table).to_contain_text("Agreements in use with a party that has gone")
    expect(page.get_by_role("heading", name="Only with “Without the board”")).to_be_visible()


@pytest.mark.parametrize(
    "view",
    [
        f"/whatif?map=northshire&{ON}&merge=easton-council,westby-council",
        f"/whatif?map=northshire&{ON}&changes=two&a=file:icb-merger&b=file:council-reorganisation",
        f"/compare?map=northshire&{ON}",
        f"/compare?map=northshire&{ON}&compare=changes&after=icb-merger",
    ],
)
def test_nothing_is_scrolled_sideways_on_a_phone(open_page: Open, view: str) -> None:
    page = open_page(view, width=390, height=800)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("one => one.scrollWidth - one.clientWidth") == 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_clarity_over_time_is_a_sentence_a_chart_and_a_table(open_page: Open) -> None:
    page = open_page(f"/compare?map=northshire&{ON}&then=2027-04-01")
    heading = page.get_by_role("heading", name="Clarity over time")
    expect(heading).to_be_visible()
    expect(
        page.get_by_text(re.compile(r"Clear and resting on law or agreement: .* on 1 November 2026, and")).last
    ).to_be_visible()
    assert page.locator(".rm-shares li").count() >= 4
    page.get_by_text(re.compile(r"The same in a table \(\d days\)")).click()
    expect(page.get_by_role("table", name="How clear the map is on each day")).to_be_visible()


CUT = """(all) => all.flatMap((one) => [...one.querySelectorAll("span")])
  .filter((one) => one.scrollWidth > one.clientWidth + 1).length"""
OFFERED = "(all) => all.map((one) => one.textContent)"


def offered(page: Page, words: str) -> list[str]:
    """Return what the box Remove offers for these words."""
    page.get_by_role("combobox", name="Remove").first.fill(words)
    page.wait_for_timeout(400)
    found: list[str] = page.get_by_role("option").evaluate_all(OFFERED)
    return found


def test_a_box_never_offers_another_place_for_the_one_typed(open_page: Open) -> None:
    page = open_page("/whatif")
    assert offered(page, "oldham director") == ["No results"]
    found = offered(page, "oldham")
    assert "Director of public health, Oldham Metropolitan Borough Council" in found
    assert all("Oldham" in name for name in found)
    assert offered(page, "icb")[0] == "NHS Greater Manchester Integrated Care Board (ICB)"


def test_what_is_chosen_is_read_to_its_end(open_page: Open) -> None:
    for width in (1440, 390):
        page = open_page("/whatif?remove=greater-manchester-icb,oldham-dph", width)
        chips = page.locator(".st-key-remove [data-tag]")
        expect(chips).to_have_count(2)
        assert chips.evaluate_all(CUT) == 0
