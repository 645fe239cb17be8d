"""Five questions a new user has, answered by using the app as they would: menu, search boxes, squares."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settled


def choose(page: Page, box: str, words: str, option: str | re.Pattern[str]) -> None:
    """Type words into a search box and take an option."""
    page.get_by_role("combobox", name=box).first.click()
    page.keyboard.type(words)
    page.get_by_role("option", name=option).first.click()


def to(page: Page, name: str) -> None:
    """Go to a page by the menu."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    settled(page)


def test_who_leads_on_stop_smoking_in_salford_and_on_whose_authority(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_role("textbox", name="Filter by words").fill("stop smoking")
    page.keyboard.press("Enter")
    choose(page, "Area", "Salford", "Salford")
    page.keyboard.press("Escape")
    expect(page.locator("th.area")).to_have_count(1)
    page.locator("button.square").first.click()
    details = page.locator(".rm-details")
    expect(details.locator("h2")).to_contain_text("in Salford")
    expect(details.locator("h2")).to_contain_text(re.compile("stop smoking", re.I))
    expect(details.locator(".rm-facts")).to_contain_text("Salford City Council")
    expect(details.locator(".rm-facts")).to_contain_text(re.compile("rest(s|ing) on"))
    expect(details.locator("dt", has_text="On whose authority")).to_be_visible()
    expect(details.locator(".rm-facts")).to_contain_text(
        "Custom only: no law and no agreement in force names this lead."
    )
    expect(details.get_by_role("heading", name="What law or policy says")).to_be_visible()


def test_what_would_be_without_a_lead_if_the_integrated_care_board_were_removed(open_page: Open) -> None:
    page = open_page("/")
    to(page, "What if")
    choose(
        page, "Remove", "integrated care board", re.compile(r"^NHS Greater Manchester Integrated Care Board \(ICB\)$")
    )
    page.keyboard.press("Escape")
    expect(page.get_by_text(re.compile(r"\d+ have no lead any more"))).to_be_visible()
    opened = page.locator("details.rm-change").first
    expect(opened.locator("h3")).to_contain_text("No lead any more")
    expect(opened).to_contain_text("Prepare the five-year joint forward plan in Greater Manchester.")
    expect(page.get_by_text("Agreements in use with a party that has gone")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Download the change set")).click()
    assert "- remove: greater-manchester-icb" in download.value.path().read_text()
    address = page.url
    assert "remove=greater-manchester-icb" in address
    page.goto(address)
    settled(page)
    expect(page.get_by_text(re.compile(r"\d+ have no lead any more"))).to_be_visible()


def test_which_agreements_need_review_this_year(open_page: Open) -> None:
    page = open_page("/?map=northshire")
    to(page, "Agreements")
    expect(page.locator(".rm-lead")).to_contain_text(re.compile(r"\d+ agreements? needs? review by the end of \d{4}"))
    expect(page.get_by_role("heading", name=re.compile(r"Due by the end of \d{4}"))).to_be_visible()
    table = page.get_by_role("table", name=re.compile("Reviews and ends to 31 December"))
    first, second = page.locator("h2").nth(0), page.locator("h2").nth(1)
    assert "Due by the end of" in first.inner_text()
    assert "One agreement" in second.inner_text()
    expect(table.or_(page.get_by_text("Nothing falls due this year")).first).to_be_visible()


def test_what_the_director_of_public_health_of_oldham_leads(open_page: Open) -> None:
    page = open_page("/")
    to(page, "Roles and organisations")
    choose(page, "Find one of", "director of public health oldham", re.compile("Oldham"))
    article = page.locator("article.rm-onepage")
    expect(article).to_contain_text("Oldham Metropolitan Borough Council")
    expect(article).to_contain_text(re.compile(r"leads on \d+ responsibilities in Oldham"))
    table = article.get_by_role("table", name=re.compile("Leads on"))
    expect(table.get_by_role("row").nth(1)).to_contain_text("The law: NHS Act 2006")
    assert "party=oldham-dph" in page.url
    expect(page.get_by_role("button", name="Download one page as PDF")).to_be_visible()


def test_how_two_places_differ(open_page: Open) -> None:
    page = open_page("/")
    to(page, "Compare")
    page.get_by_role("radio", name="Two places").click()
    choose(page, "One place", "Salford", "Salford")
    choose(page, "Another place", "Oldham", "Oldham")
    expect(page.get_by_text(re.compile(r"Salford and Oldham differ in \d+ of \d+ responsibilities"))).to_be_visible()
    table = page.get_by_role("table").first
    expect(table).to_contain_text("Salford City Council")
    expect(table).to_contain_text("Director of public health")
    to(page, "Who leads on what")
    page.get_by_role("combobox", name="Area").click()
    for area in ("Salford", "Oldham"):
        page.keyboard.type(area)
        page.get_by_role("option", name=area, exact=True).click()
    expect(page.locator("th.area")).to_have_count(2)
