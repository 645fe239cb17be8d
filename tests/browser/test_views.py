"""The views of Who leads on what in Chromium: reached by the switch and by a link, by mouse and by keys; files that open."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, each_width, in_scheme, settled

PAIR = "/?view=who-with-whom&map=northshire&pair=easton-council~northshire-icb"


def choose(page: Page, view: str) -> None:
    page.get_by_role("radio", name=view).or_(page.get_by_role("button", name=view, exact=True)).first.click()
    settled(page)


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def saved(page: Page, label: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("view", ["view=side-by-side&across=jlhws", PAIR[2:], "view=how-clear"])
def test_no_view_makes_the_page_scroll_sideways(open_page: Open, view: str) -> None:
    for page in each_width(open_page, f"/?{view}"):
        for scheme in ("light", "dark"):
            wide, inside = in_scheme(page, scheme).evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
            assert wide <= inside, (page.viewport_size, scheme)


def test_one_responsibility_is_compared_across_places_and_a_square_opened_by_keys(open_page: Open) -> None:
    page = open_page()
    choose(page, "Side by side")
    page.get_by_role("button", name="Prepare the joint local health and wellbeing strategy").click()
    settled(page)
    said = page.locator(".rm-lead").nth(1)
    expect(said).to_contain_text(
        "in 9 of 10 places the unitary council leads; in 1 the health and wellbeing board leads"
    )
    assert asked(page)["view"] == ["side-by-side"]
    assert asked(page)["across"] == ["jlhws"]
    rows = page.locator(".rows tbody tr")
    expect(rows).to_have_count(10)
    expect(rows.first).to_contain_text("Oldham")
    expect(rows.first).to_contain_text("other lead")
    rows.first.get_by_role("button").focus()
    page.wait_for_timeout(400)
    before = rows.first.bounding_box()
    page.keyboard.press("Enter")
    expect(page.locator(".rm-details h2")).to_contain_text("in Oldham")
    settled(page)
    after = rows.first.bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=1), "nothing jumps"
    assert asked(page)["square"] == ["jlhws@oldham"]
    link = open_page(f"/?{urlsplit(page.url).query}")
    expect(link.locator(".rm-details h2")).to_contain_text("in Oldham")
    expect(link.locator(".rows tbody tr")).to_have_count(10)
    body = list(csv.reader(io.StringIO(saved(page, "Download 10 places as CSV").decode("utf-8-sig"))))
    assert len(body) == 11


def test_what_two_bodies_share_is_found_by_mouse_and_by_keys(open_page: Open) -> None:
    page = open_page("/?view=who-with-whom&map=northshire")
    square = page.locator('[data-pair="easton-council~northshire-icb"]').first
    square.click()
    expect(page.locator(".rm-details h2")).to_contain_text("Easton Borough Council")
    expect(page.locator(".rm-details")).to_contain_text("They share 52 responsibilities")
    settled(page)
    assert asked(page)["pair"] == ["easton-council~northshire-icb"]
    expect(square).to_have_attribute("aria-pressed", "true")
    square.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
    reached = page.evaluate("() => document.activeElement.shadowRoot?.activeElement?.dataset.pair ?? ''")
    assert "~" in (reached or page.evaluate("() => document.activeElement.dataset.pair ?? ''"))
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".rm-details")).to_have_count(0)
    assert "pair" not in asked(page)


def test_pictures_are_saved_as_files_that_others_open(open_page: Open) -> None:
    page = open_page("/?view=how-clear")
    root = ElementTree.fromstring(saved(page, "The chart by level as SVG"))
    assert any("Greater Manchester, as at" in (one.text or "") for one in root.iter("{http://www.w3.org/2000/svg}text"))
    with Image.open(io.BytesIO(saved(page, "The chart by level as PNG"))) as image:
        assert (image.format, image.width >= 1_400) == ("PNG", True)
    page = open_page("/map")
    page.wait_for_selector(".picture[data-view]")
    assert ElementTree.fromstring(saved(page, "The picture as SVG")).tag.endswith("svg")
    with Image.open(io.BytesIO(saved(page, "The picture as PNG"))) as image:
        assert image.height > 800
    assert saved(page, "The numbers as CSV").decode("utf-8-sig").startswith("Who,Part,In")


def test_only_rows_in_which_chosen_places_differ_are_shown(open_page: Open) -> None:
    page = open_page("/?area=oldham,salford&differ=yes")
    expect(page.locator(".st-key-shown")).to_contain_text("only where places differ")
    heads = page.locator(".board th.area")
    expect(heads).to_have_count(2)
    shown = page.locator(".board th.responsibility").count()
    page = open_page("/?area=oldham,salford")
    expect(page.locator(".board th.area")).to_have_count(2)
    assert 0 < shown < page.locator(".board th.responsibility").count()


def test_a_square_that_two_bodies_share_opens_in_the_table(open_page: Open) -> None:
    page = open_page(PAIR)
    page.get_by_text("Open a square").click()
    page.get_by_role("button", name="in Easton").first.click()
    expect(page.locator(".board")).to_be_visible()
    expect(page.locator(".rm-details h2")).to_contain_text("in Easton")
    settled(page)
    assert "view" not in asked(page)
