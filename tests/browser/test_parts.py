"""Choosing something runs that part of a page again and neither menu nor frame, unless these have to say something else."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import Open, settled


def told(page: Page, element: bool = False) -> list[str]:
    """Return the kinds of what the server tells the browser from now on, or of its elements; the list grows."""
    kinds: list[str] = []

    def read(frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            message = ForwardMsg()
            message.ParseFromString(frame)
            kinds.append((message.delta.new_element if element else message).WhichOneof("type") or "")

    page.on("websocket", lambda socket: socket.on("framereceived", read))
    page.reload()
    settled(page)
    return kinds


def test_a_filter_and_a_square_run_only_their_part_and_are_in_the_address(open_page: Open) -> None:
    page = open_page("/")
    kinds = told(page)
    assert "navigation" in kinds
    kinds.clear()
    page.get_by_role("button", name="? Gap").first.click()
    expect(page.locator(".st-key-shown")).to_contain_text("state Gap")
    page.wait_for_url(re.compile("state=gap"))
    page.locator("button.square").nth(2).click()
    expect(page.locator(".st-key-side h2")).to_be_visible()
    page.wait_for_url(re.compile("square="))
    settled(page)
    assert "delta" in kinds
    assert "navigation" not in kinds
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".st-key-shown")).to_contain_text("No filters")
    page.go_back()
    settled(page)
    expect(page.locator(".st-key-shown")).to_contain_text("state Gap")


def test_another_day_chosen_on_the_page_is_the_day_in_the_menu(open_page: Open) -> None:
    page = open_page("/?on=2015-01-01&missed=easton+section+75&map=northshire&why=agreement/easton-section-75")
    page.get_by_role("button", name="Show 1 April 2025").click()
    page.wait_for_url(re.compile("on=2025-04-01"))
    settled(page)
    expect(page.get_by_test_id("stSidebar").get_by_test_id("stDateInput")).to_contain_text(
        re.compile(r"01\D*04\D*2025")
    )
    expect(page.locator("h1")).to_have_text("Who leads on what")


def test_what_was_chosen_in_a_part_is_kept_on_other_pages(open_page: Open) -> None:
    page = open_page("/gaps")
    page.get_by_role("combobox", name="Level").click()
    page.get_by_role("option", name="Place").click()
    expect(page.locator(".st-key-shown")).to_contain_text("level Place")
    page.keyboard.press("Escape")
    settled(page)
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Map", exact=True).click()
    expect(page.locator("h1")).to_have_text("Map")
    page.wait_for_url(re.compile("level=place"))


def test_a_filter_sends_no_filter_again_and_what_takes_it_away_empties_its_box(open_page: Open) -> None:
    page = open_page("/")
    kinds = told(page, element=True)
    kinds.clear()
    gap = page.get_by_role("button", name="? Gap").first
    gap.click()
    expect(page.locator(".st-key-shown")).to_contain_text("state Gap")
    settled(page)
    assert "bidi_component" in kinds  # the board
    assert not {"multiselect", "button_group", "checkbox"} & set(kinds)
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".st-key-shown")).to_contain_text("No filters")
    expect(gap).to_have_attribute("aria-pressed", "false")


def test_a_square_found_by_name_runs_only_the_board(open_page: Open) -> None:
    page = open_page("/")
    kinds = told(page, element=True)
    page.get_by_role("button", name="Find a square").click()
    kinds.clear()
    page.get_by_role("combobox", name="Responsibility").click()
    page.get_by_role("option").first.click()
    expect(page.locator(".st-key-side h2")).to_be_visible()
    page.wait_for_url(re.compile("square="))
    settled(page)
    assert "download_button" not in kinds


def test_what_is_chosen_in_a_view_is_shown_in_its_boxes_after_another_view(open_page: Open) -> None:
    page = open_page("/?missed=salford")
    page.get_by_role("radio", name="Who works with whom").click()
    together = page.get_by_role("button", name="Lead together")
    together.click()
    page.wait_for_url(re.compile("ground="))
    page.get_by_role("radio", name="Table").click()
    expect(page.get_by_role("textbox", name="What do you miss?")).to_have_value("salford")
    page.get_by_role("radio", name="Who works with whom").click()
    expect(together).to_have_attribute("aria-pressed", "true")


def test_choices_made_quickly_one_after_another_all_stay(open_page: Open) -> None:
    page = open_page("/")
    states = page.locator(".st-key-state button[aria-pressed]")
    differ = page.locator(".st-key-differ")
    for one in (states.nth(0), states.nth(1), differ.locator("label").first, states.nth(2)):
        one.click()
    expect(page.locator(".st-key-shown")).to_contain_text("Clear or Assumed or Contested")
    settled(page)
    expect(page.locator(".st-key-state button[aria-pressed=true]")).to_have_count(3)
    expect(differ.get_by_role("switch")).to_be_checked()
    expect(page.locator(".st-key-shown")).to_contain_text("only where places differ")
