"""Reports as web pages, opened from disk in a real Chromium: no request, no sideways scrolling, no fault of the page."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from rolemap.reports.blocks import Document, Picture
from rolemap.reports.formats.html import write
from tests.browser.conftest import painted
from tests.reports.worlds import HOSTILE, documents, example, small

WIDTHS = (360, 800, 1440)


def cases() -> list[tuple[str, str, Document]]:
    maps = (("northshire", example("northshire")), ("hostile", small(HOSTILE)))
    return [(name, kind, document) for name, analysis in maps for kind, document in documents(analysis)]


def test_every_kind_opens_clean(window: BrowserContext, tmp_path: Path) -> None:
    for name, kind, document in cases():
        path = tmp_path / f"{name}-{kind}.html"
        path.write_bytes(write(document))
        page = window.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("dialog", lambda dialog: dialog.dismiss())
        for width in WIDTHS if kind in ("full-report", "role-page") else WIDTHS[:1]:
            page.set_viewport_size({"width": width, "height": 900})
            if not asked:
                page.goto(path.as_uri())
            assert fits(page), f"{name} {kind} at {width}: no sideways scrolling"
        assert asked == [path.as_uri()], f"{name} {kind}: asks for nothing but itself"
        assert said == [], f"{name} {kind}"
        page.close()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_on_light_and_dark(browser: Browser, tmp_path: Path, scheme: str) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(write(dict(documents(example("northshire")))["data"]))
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    inks = page.evaluate("[getComputedStyle(document.documentElement)].map(s => [s.color, s.backgroundColor])[0]")
    light = ["rgb(26, 26, 26)", "rgb(255, 255, 255)"]
    assert (inks == light) is (scheme == "light")
    page.close()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_report(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(write(dict(documents(example("northshire")))["full-report"]))
    page = browser.new_page()
    page.goto(path.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    page.close()


def test_a_page_about_one_post_prints_on_one_sheet(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "role.html"
    path.write_bytes(write(dict(documents(example("northshire")))["role-page"]))
    page = browser.new_page()
    page.goto(path.as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1
    page.close()


def test_paper_has_the_tables_that_the_screen_keeps_closed(browser: Browser, tmp_path: Path) -> None:
    document = dict(documents(example("northshire")))["functions-and-decisions"]
    path = tmp_path / "functions.html"
    path.write_bytes(write(document))
    page = browser.new_page()
    page.goto(path.as_uri())
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    said = " ".join(" ".join(one.extract_text().split()) for one in pages)
    tables = [block.table for block in document.blocks if isinstance(block, Picture) and block.table]
    assert len(tables) == 3
    assert all(table.caption in said for table in tables)
    assert "The same as a table" not in said
    page.close()


def test_choosing_a_shape_dims_what_it_is_not_tied_to(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(write(dict(documents(example("northshire")))["full-report"]))
    page = browser.new_page()
    page.goto(path.as_uri())
    picture = page.locator("figure", has=page.locator("g[data-id]")).first
    shapes = picture.locator("g[data-id]")
    assert picture.locator(".dim").count() == 0
    shapes.first.click()
    assert 0 < picture.locator("g.dim").count() < shapes.count() - 1
    assert shapes.first.get_attribute("aria-pressed") == "true"
    shapes.first.press("Enter")
    assert picture.locator(".dim").count() == 0
    page.close()


AT_THE_END = """() => {
  const table = document.getElementById("tried");
  table.scrollLeft = table.scrollWidth;
  return !table.classList.contains("cut");
}"""


def test_a_table_that_goes_on_to_the_right_says_so(browser: Browser, tmp_path: Path) -> None:
    """On a phone a table is cut at the edge of the screen: a line above it and its edge show that it scrolls."""
    path = tmp_path / "report.html"
    path.write_bytes(write(dict(documents(example("northshire")))["agreement-register"]))
    for width, cut in ((390, True), (1440, False)):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(path.as_uri())
        painted(page)
        assert page.locator(".sideways:visible").count() == page.locator(".cut").count()
        assert (page.locator(".cut").count() > 0) is cut
        if cut:
            page.locator(".cut").first.evaluate("one => { one.id = 'tried'; }")
            page.wait_for_function(AT_THE_END)
        page.close()
