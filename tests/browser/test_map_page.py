"""The page Map in Chromium: it is drawn, a click or a key opens details, nothing jumps, nothing hostile runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from rolemap import pipeline
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.pictures.interactive import html
from rolemap.pictures.values import Drawing, Shape
from rolemap.reading.catalogues import CONFIGS
from tests.browser.conftest import Open, each_width, in_scheme, settled
from tests.pictures.easton import HOSTILE, hostile
from tests.worlds import build

PIXELS = """canvas => {
  const { width, height } = canvas;
  const data = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const colours = new Set();
  let filled = 0;
  for (let at = 0; at < data.length; at += 64) {
    if (data[at + 3]) filled += 1;
    colours.add((data[at] >> 4) * 256 + (data[at + 1] >> 4) * 16 + (data[at + 2] >> 4));
  }
  return [filled / (data.length / 64), colours.size];
}"""


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return draw(pipeline.analyse(CONFIGS / "examples" / "greater-manchester", date.today()).graph)


def drawn(page: Page) -> None:
    """Wait until the picture has been drawn."""
    settled(page)
    page.wait_for_selector(".picture[data-view]")
    page.wait_for_timeout(400)


def view(page: Page) -> tuple[float, float, float]:
    scale, x, y = (float(part) for part in (page.locator(".picture").get_attribute("data-view") or "").split())
    return scale, x, y


def spot(page: Page, shape: Shape) -> tuple[float, float]:
    """Return where on the screen the middle of a shape is."""
    page.locator(".frame").scroll_into_view_if_needed()
    box = page.locator(".frame canvas").bounding_box()
    assert box
    scale, x, y = view(page)
    return box["x"] + box["width"] / 2 + (shape.x - x) * scale, box["y"] + box["height"] / 2 + (shape.y - y) * scale


def click(page: Page, shape: Shape) -> None:
    page.mouse.click(*spot(page, shape))
    page.wait_for_selector(".rm-details")
    settled(page)


def shape_of(drawing: Drawing, key: str) -> Shape:
    return next(shape for shape in drawing.shapes if shape.key == key)


def test_the_picture_is_drawn_at_every_width_in_both_themes(open_page: Open) -> None:
    for page in each_width(open_page, "/map"):
        seen = []
        for scheme in ("light", "dark"):
            drawn(in_scheme(page, scheme))
            filled, colours = page.locator(".frame canvas").evaluate(PIXELS)
            assert filled > 0.3
            assert colours > 20
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
            seen.append(page.locator(".frame canvas").screenshot())
        assert seen[0] != seen[1], "it is drawn again in the other colours"


def test_a_click_opens_the_details_of_that_shape_and_moves_nothing(open_page: Open, drawing: Drawing) -> None:
    page = open_page("/map", height=1100)
    drawn(page)
    before = view(page)
    click(page, shape_of(drawing, "organisation/greater-manchester-icb"))
    expect(page.locator(".rm-details h2")).to_have_text("NHS Greater Manchester Integrated Care Board")
    expect(page.locator(".rm-details")).to_contain_text("Leads ")
    page.wait_for_timeout(400)
    assert view(page) == pytest.approx(before, abs=0.01)
    bundle = shape_of(drawing, "bundle/place/health-behaviours")
    click(page, bundle)
    expect(page.locator(".rm-details h2")).to_contain_text("Health behaviours")
    assert view(page) == pytest.approx(before, abs=0.01)


def test_zoom_and_choice_stay_through_a_rerun_and_a_link_opens_them_again(open_page: Open, drawing: Drawing) -> None:
    page = open_page("/map", height=1100)
    drawn(page)
    click(page, shape_of(drawing, "organisation/greater-manchester-icb"))
    page.get_by_role("button", name="Nearer").click()
    page.wait_for_timeout(300)
    before = view(page)
    page.get_by_text("The same in a table").click()
    page.locator("[data-testid=stToggle], [data-testid=stCheckbox]").first.wait_for()
    click(page, shape_of(drawing, "organisation/greater-manchester-icb"))
    assert view(page) == pytest.approx(before, abs=0.01)
    assert "shape=organisation" in page.url
    page.goto(page.url)
    drawn(page)
    expect(page.locator(".rm-details h2")).to_have_text("NHS Greater Manchester Integrated Care Board")
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".rm-details")).to_have_count(0)


def test_a_shape_that_was_closed_is_opened_again(open_page: Open, drawing: Drawing) -> None:
    page = open_page("/map")
    drawn(page)
    for _ in range(2):
        click(page, shape_of(drawing, "organisation/greater-manchester-icb"))
        expect(page.locator(".rm-details h2")).to_have_text("NHS Greater Manchester Integrated Care Board")
        page.get_by_role("button", name="Close").click()
        expect(page.locator(".rm-details")).to_have_count(0)


def test_a_shape_at_the_top_is_shown_without_a_blank_above_it(open_page: Open) -> None:
    page = open_page("/map?shape=organisation/nhs-england")
    drawn(page)
    scale, _, middle = view(page)
    height = page.locator(".frame").evaluate("(frame) => frame.clientHeight")
    assert middle - height / scale / 2 > -40


def test_the_keyboard_moves_and_chooses(open_page: Open) -> None:
    page = open_page("/map")
    drawn(page)
    frame = page.locator(".frame")
    frame.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    said = page.locator(".live").inner_text()
    assert said
    page.keyboard.press("Enter")
    expect(page.locator(".rm-details h2")).to_contain_text(said.split(".")[0])
    frame.focus()
    page.keyboard.press("Escape")
    expect(page.locator(".rm-details")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.locator(".frame:focus-within")).to_have_count(0)


def test_a_focus_dims_the_rest_and_is_in_the_address(open_page: Open, drawing: Drawing) -> None:
    page = open_page("/map", height=1100)
    drawn(page)
    click(page, shape_of(drawing, "organisation/greater-manchester-icb"))
    page.get_by_role("button", name="Focus the picture on this").click()
    expect(page.get_by_text("the rest is dimmed")).to_be_visible()
    assert "focus=organisation" in page.url
    page.goto(page.url)
    drawn(page)
    expect(page.get_by_text("the rest is dimmed")).to_be_visible()
    page.get_by_role("button", name="Show everything").click()
    expect(page.get_by_text("the rest is dimmed")).to_have_count(0)


def test_hostile_names_run_nothing_and_ask_for_nothing(open_page: Open, requested: list[str]) -> None:
    page = open_page("/maps")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "hostile.yaml", "mimeType": "application/yaml", "buffer": hostile().encode()}
    )
    settled(page)
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_url("**/map*")
    drawn(page)
    graph = build(hostile())
    for key in ("role/r", "organisation/o", "topic/place/s/1"):
        shape = shape_of(draw(graph), key)
        page.mouse.move(*spot(page, shape))
        page.wait_for_timeout(500)
        click(page, shape)
    expect(page.locator(".rm-details h2")).to_contain_text(HOSTILE[0])
    page.get_by_role("button", name="Focus the picture on this").click()
    drawn(page)
    assert page.evaluate("window.hurt") is None
    hosts = {urlsplit(url).hostname for url in requested if not url.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}


def test_the_stand_alone_file_opens_without_a_connection(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    trouble: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    file = tmp_path / "picture.html"
    file.write_text(html(draw(build(hostile()), Focus(about="organisation/o"))), encoding="utf-8")
    page.goto(file.as_uri())
    page.wait_for_timeout(500)
    filled, colours = page.locator("canvas").evaluate(PIXELS)
    assert filled > 0.15
    assert colours > 8
    box = page.locator("canvas").bounding_box()
    assert box
    for across in range(1, 10):
        for down in range(1, 6):
            page.mouse.move(box["x"] + box["width"] * across / 10, box["y"] + box["height"] * down / 6)
            page.wait_for_timeout(30)
    assert page.evaluate("window.hurt") is None
    assert trouble == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()
