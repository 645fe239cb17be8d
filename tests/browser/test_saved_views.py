"""Saved views in Chromium: kept by the browser, opened whole, renamed, deleted and brought back; and nothing of them runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, in_scheme, settled
from tests.browser.test_accessibility import ours, violations

FILTERED = "/?area=salford&state=assumed&square=stop-smoking@salford&on=2026-07-01"
HOSTILE = "<img src=x onerror=window.hurt=1> **a** ‮b"


def panel(page: Page) -> Any:
    """Open the list of saved views, which is in the menu, and return it."""
    found = page.locator("details.saved")
    expand = page.get_by_test_id("stExpandSidebarButton")
    if expand.is_visible():
        expand.click()
        expect(expand).to_be_hidden()
        page.wait_for_timeout(400)
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def save(page: Page, name: str) -> None:
    found = panel(page)
    found.get_by_label("Save what you see as").fill(name)
    found.get_by_role("button", name="Save this view").click()
    expect(found.get_by_role("status")).to_contain_text("Saved as")


def kept(page: Page) -> list[dict[str, str]]:
    found = page.evaluate("window.localStorage.getItem('rolemap.views')")
    return list(json.loads(found)["views"]) if found else []


def test_a_view_survives_a_new_load_and_opens_its_page_its_filters_and_its_day(open_page: Open) -> None:
    page = open_page(FILTERED)
    save(page, "Salford, assumed")
    page.goto(page.url.split("/?")[0] + "/map?map=northshire&pillar=health-behaviours")
    settled(page)
    found = panel(page)
    expect(found.get_by_role("heading", name="Of other maps")).to_be_visible()
    found.get_by_role("button", name="Salford, assumed", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who leads on what")
    expect(page.locator(".st-key-shown")).to_contain_text("Filters: area Salford; state Assumed.")
    expect(page.locator(".rm-chosen")).to_contain_text("Greater Manchester")
    expect(page.locator(".rm-details h2")).to_contain_text("in Salford")
    settled(page)
    for part in ("area=salford", "state=assumed", "square=stop-smoking", "on=2026-07-01"):
        assert part in page.url
    assert "pillar" not in page.url
    assert "map=" not in page.url


def test_with_no_name_a_view_is_saved_under_the_name_in_the_box_and_that_is_said(open_page: Open) -> None:
    page = open_page(FILTERED)
    found = panel(page)
    expect(found.get_by_label("Save what you see as")).to_have_attribute("placeholder", "Who leads on what")
    found.get_by_role("button", name="Save this view").click()
    expect(found.get_by_role("status")).to_contain_text("Saved as “Who leads on what” in this browser, as no name")
    found.get_by_role("button", name="Save this view").click()
    expect(found.get_by_role("status")).to_contain_text("Saved as “Who leads on what (2)”")
    assert [one["name"] for one in kept(page)] == ["Who leads on what (2)", "Who leads on what"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/map?focus=organisation%2Fsalford-council&level=place&each=yes", "Level"),
        ("/gaps?theme=GAP&severity=error&area=oldham", "theme"),
        ("/whatif?remove=greater-manchester-icb", "have no lead any more"),
        ("/compare?compare=places&one=bolton&other=bury", "Bolton and Bury differ"),
    ],
)
def test_a_view_of_every_page_with_choices_opens_again(open_page: Open, path: str, said: str) -> None:
    page = open_page(path)
    before = page.locator("[data-testid=stMainBlockContainer]").inner_text()
    save(page, "Mine")
    address = page.url
    page.get_by_role("link", name="Words", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Words")
    settled(page)
    panel(page).get_by_role("button", name="Mine", exact=True).click()
    expect(page.locator("[data-testid=stMainBlockContainer]")).to_contain_text(re.compile(said, re.I))
    settled(page)
    expect(page.locator("[data-testid=stMainBlockContainer]")).to_have_text(
        re.compile(re.escape(before.splitlines()[0]))
    )
    assert sorted(page.url.split("?")[1].split("&")) == sorted(address.split("?")[1].split("&"))


def test_renamed_deleted_and_brought_back(open_page: Open) -> None:
    page = open_page("/?area=salford")
    save(page, "One")
    save(page, "One")
    found = panel(page)
    assert [one["name"] for one in kept(page)] == ["One (2)", "One"]
    found.get_by_role("button", name="Rename: One (2)").click()
    page.keyboard.type("Another")
    page.keyboard.press("Enter")
    expect(found.get_by_role("status")).to_contain_text("Now called “Another”")
    found.get_by_role("button", name="Delete: Another").click()
    expect(found.get_by_role("button", name="Undo")).to_be_focused()
    assert [one["name"] for one in kept(page)] == ["One"]
    page.keyboard.press("Enter")
    expect(found.get_by_role("status")).to_contain_text("“Another” is back")
    assert [one["name"] for one in kept(page)] == ["Another", "One"]


def test_the_link_is_copied_or_shown_where_copying_is_refused(open_page: Open) -> None:
    page = open_page("/gaps?theme=GAP&map=northshire")
    save(page, "Gaps")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
    panel(page).get_by_role("button", name="Copy link: Gaps").click()
    link = panel(page).get_by_label("Link to Gaps").input_value()
    page.goto(link)
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Gaps and overlaps")
    expect(page.locator(".st-key-shown")).to_contain_text("theme Gaps")
    expect(page.locator(".rm-chosen")).to_contain_text("Northshire")


def test_an_upload_says_it_has_no_link_and_its_views_wait_for_it(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/maps")
    text = "map: {title: Mine}\nareas: {a: {name: Alpha}}\nresponsibilities: {r: {title: Rest, needs_lead_in: [a]}}\n"
    page.locator("input[type=file]").first.set_input_files(
        files=[{"name": "mine.yaml", "mimeType": "text/yaml", "buffer": text.encode()}]
    )
    expect(page.locator(".rm-chosen strong")).to_have_text("Mine")
    settled(page)
    expect(panel(page).locator(".note")).to_contain_text("it has no link to send")
    save(page, "Of mine")
    expect(panel(page).get_by_role("button", name="Copy link")).to_have_count(0)
    page.reload()
    settled(page)
    expect(page.get_by_text("The map in this link is not open here.")).to_be_visible()
    found = panel(page)
    expect(found.get_by_role("button", name="Of mine", exact=True)).to_be_disabled()
    expect(found.locator(".about")).to_contain_text("an upload that is not open now")


def test_a_full_list_and_a_browser_that_keeps_nothing_are_said(open_page: Open) -> None:
    page = open_page("/")
    one = dict.fromkeys(("id", "name", "page", "address", "map", "title", "digest", "saved"), "x")
    whole = [{**one, "id": str(number), "page": ""} for number in range(100)]
    page.evaluate(
        "text => window.localStorage.setItem('rolemap.views', text)", json.dumps({"version": 1, "views": whole})
    )
    page.reload()
    settled(page)
    found = panel(page)
    found.get_by_label("Save what you see as").fill("One more")
    found.get_by_role("button", name="Save this view").click()
    expect(found.get_by_role("status")).to_contain_text("100 views are saved, which is the most")
    page.evaluate("window.localStorage.clear()")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    found.get_by_role("button", name="Save this view").click()
    expect(found.get_by_role("status")).to_contain_text("no room left")
    page.evaluate("() => { Storage.prototype.getItem = () => { throw new Error('blocked') } }")
    found.get_by_role("button", name="Save this view").click()
    expect(found.get_by_role("status")).to_contain_text("does not let pages keep anything")


def test_names_and_whatever_else_is_stored_stay_text(open_page: Open) -> None:
    page = open_page("/?area=salford")
    save(page, HOSTILE)
    one = dict.fromkeys(("id", "name", "page", "address", "map", "title", "digest", "saved"), HOSTILE)
    stored = {"version": 1, "views": [*kept(page), one, 3, None, {"name": "half"}]}
    page.evaluate("text => window.localStorage.setItem('rolemap.views', text)", json.dumps(stored))
    page.reload()
    settled(page)
    found = panel(page)
    expect(found.locator("li")).to_have_count(2)
    assert found.locator("li img, li b").count() == 0
    assert page.evaluate("window.hurt") is None
    page.evaluate("window.localStorage.setItem('rolemap.views', '{not json')")
    page.reload()
    settled(page)
    expect(panel(page).locator("li")).to_have_count(0)


@pytest.mark.parametrize(("width", "schemes"), [(1440, ("light", "dark")), (390, ("light",))])
def test_the_list_is_accessible_and_fits(open_page: Open, width: int, schemes: tuple[str, ...]) -> None:
    page = open_page("/?area=salford", width)
    save(page, "A view with a long name that has to wrap somewhere because it is so long")
    for scheme in schemes:
        assert ours(violations(in_scheme(page, scheme))) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
        box = panel(page).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
