"""The page Reports in a browser: choose, see the preview in its frame of its own, take the file away, open the link again."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import Open, in_scheme, settled
from tests.browser.test_accessibility import ours, violations
from tests.ui.hostile import HOSTILE


def preview(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title='Preview of the report']")


def test_a_report_is_chosen_seen_taken_away_and_opened_again(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/reports?map=northshire&on=2026-07-01")
    expect(preview(page).get_by_role("heading", level=1)).to_have_text("Who leads on what")
    page.get_by_text("Functions and decisions map", exact=True).click()
    expect(preview(page).get_by_role("heading", level=1)).to_have_text("Functions and decisions map")
    page.get_by_role("button", name="Make the PDF file").click()
    with page.expect_download() as found:
        page.get_by_role("button", name="Download (").click()
    assert found.value.suggested_filename == "northshire-functions-and-decisions-2026-07-01.pdf"
    found.value.save_as(tmp_path / "report.pdf")
    assert "Northshire" in pypdf.PdfReader(tmp_path / "report.pdf").pages[0].extract_text()
    page.get_by_role("radio", name="JSON").click()
    page.get_by_role("button", name="Make the JSON file").click()
    with page.expect_download() as found:
        page.get_by_role("button", name="Download (").click()
    found.value.save_as(tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text())["kind"] == "functions-and-decisions"
    said = page.locator(".rm-lead").inner_text()
    page.goto(page.url)
    settled(page)
    expect(page.locator(".rm-lead")).to_have_text(said)
    expect(page.get_by_role("button", name="Make the JSON file")).to_be_visible()


def test_sections_are_left_out_and_the_rest_is_numbered_through(open_page: Open) -> None:
    page = open_page("/reports?map=northshire")
    expect(preview(page).get_by_role("link", name="4 Pictures")).to_be_visible()
    page.get_by_text("Contents", exact=True).click()
    page.get_by_role("button", name="Pictures", exact=True).click()
    expect(preview(page).get_by_role("link", name="4 Gaps")).to_be_visible()
    assert "leave-out=pictures" in page.url


def test_the_preview_cannot_reach_the_app_and_its_links_stay_in_it(open_page: Open) -> None:
    page = open_page("/reports?map=northshire")
    preview(page).get_by_role("link", name="Gaps", exact=False).first.click()
    expect(preview(page).get_by_role("heading", name="Gaps", exact=False).first).to_be_in_viewport()
    expect(preview(page).get_by_role("heading", level=1)).to_have_text("Who leads on what")
    frame = page.frames[-1]
    assert frame.evaluate("origin") == "null"
    assert frame.evaluate("(() => { try { return parent.document.title } catch { return 'no' } })()") == "no"


def test_text_of_an_upload_stays_text_in_the_preview(open_page: Open) -> None:
    page = open_page("/maps")
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.locator("input[type=file]").set_input_files({"name": "mine.yaml", "mimeType": "text/yaml", "buffer": HOSTILE})
    expect(page.get_by_text("See who leads on what")).to_be_visible()
    page.get_by_role("link", name="Reports").click()
    expect(preview(page).get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    assert preview(page).locator("img, main script, [href^='javascript']").count() == 0


def test_a_page_of_one_body_leads_to_its_report(open_page: Open) -> None:
    page = open_page("/parties?map=northshire&party=easton-council")
    page.get_by_role("link", name="Print this, in any format").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports")
    expect(page.locator(".rm-lead")).to_contain_text("Organisation on one page for Easton Borough Council, Northshire")
    expect(preview(page).get_by_role("heading", level=1)).to_have_text("Easton Borough Council")


def test_no_grave_violation_in_the_preview(open_page: Open) -> None:
    page = open_page("/reports?map=northshire")
    for scheme in ("light", "dark"):
        in_scheme(page, scheme)
        expect(preview(page).get_by_role("heading", level=1)).to_be_visible()
        assert ours(violations(page.frames[-1])) == [], scheme


def test_what_a_report_is_compared_with_can_be_taken_back(open_page: Open) -> None:
    page = open_page("/reports?map=northshire&on=2026-07-01&since=day&since-on=2025-07-01")
    box = page.locator(".st-key-since")
    expect(box.get_by_role("combobox")).to_have_value("An earlier day of this map")
    expect(page.get_by_test_id("stMain")).to_contain_text("with what has changed since 1 July 2025")
    box.get_by_role("button", name="Clear value").click()
    expect(page.get_by_test_id("stMain")).not_to_contain_text("with what has changed since")
    expect(box.get_by_role("combobox")).to_have_value("")
