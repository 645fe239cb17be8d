"""The stand-alone file: it loads nothing, and nothing a map says is markup or script in it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.pictures.interactive import html
from rolemap.pictures.legend import entries, legend
from rolemap.pictures.scene import scene, words
from tests.pictures.easton import EASTON, HOSTILE, hostile
from tests.worlds import build


class Tags(HTMLParser):
    """Every tag with its attributes, and the text of every script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.scripts and not self.scripts[-1]:
            self.scripts[-1] = data


@pytest.fixture(scope="module")
def page() -> str:
    return html(draw(build(EASTON)))


@pytest.fixture(scope="module")
def hostile_page() -> str:
    return html(draw(build(hostile()), Focus(about="organisation/o")))


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    tags = Tags(page).found
    assert not [attrs for _, attrs in tags if attrs.get("src") or attrs.get("href")]
    assert "bootstrap" not in page
    assert "cdnjs" not in page
    assert "jsdelivr" not in page
    assert not re.search(r"url\(\s*['\"]?(?!data:|['\"]?data:)", page)


def test_only_the_scripts_of_the_file_may_run(page: str) -> None:
    tags = Tags(page)
    [policy] = [attrs["content"] for tag, attrs in tags.found if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert "default-src 'none'" in policy
    scripts = policy.partition("script-src ")[2].partition(";")[0]
    assert "unsafe" not in scripts
    assert "http" not in policy
    allowed = set(re.findall(r"'sha256-([^']+)'", scripts))
    assert allowed == {b64encode(sha256(script.encode()).digest()).decode() for script in tags.scripts}
    assert not [name for _, attrs in tags.found for name in attrs if name.startswith("on")]


def test_a_page_in_english_with_a_title_and_an_encoding(page: str) -> None:
    tags = Tags(page).found
    assert ("html", {"lang": "en"}) in tags
    assert ("meta", {"charset": "utf-8"}) in tags
    assert "<title>Northshire</title>" in page
    assert [tag for tag, _ in tags].count("h1") == 3  # two empty ones of PyVis, hidden, and ours
    assert "<h1>Northshire</h1>" in page


def test_the_picture_is_said_in_words_too(page: str) -> None:
    assert "<td>NHS Northshire</td><td>leads, assumed (1)</td><td>Prevention strategy</td>" in page
    assert "The same in words (7 lines)" in page


def test_hostile_titles_stay_text(hostile_page: str, page: str) -> None:
    harmless, tags = Tags(page).found, Tags(hostile_page).found
    kinds = {tag for tag, _ in harmless}
    assert {tag for tag, _ in tags} <= kinds
    assert [tag for tag, _ in tags].count("script") == [tag for tag, _ in harmless].count("script")
    for text in HOSTILE[:2]:
        assert text not in hostile_page
    assert "showPopup(nodeId) {" not in hostile_page, "PyVis sets tooltips as markup once a title holds href"
    for hidden in "\u202e\u200b\x85":
        assert hostile_page.count(hidden) == page.count(hidden), "vis-network itself has some"


def test_a_scene_names_no_ids_of_the_map() -> None:
    drawing = draw(build(EASTON), Focus(about="role/easton-dph"))
    assert "easton-dph" not in str(scene(drawing))
    assert "core-offer" not in str(scene(drawing))


def test_dimmed_shapes_are_fainter_on_light_and_dark() -> None:
    drawing = draw(build(EASTON), Focus(about="role/easton-dph"))
    nodes = {node["id"]: node for node in scene(drawing)["nodes"]}
    [faint] = [shape for shape in drawing.shapes if shape.title.startswith("Westby Council")]
    [bright] = [shape for shape in drawing.shapes if shape.title.startswith("Easton Council")]
    assert (
        sum(bytes.fromhex(nodes[faint.id]["fill"][0][1:])) > sum(bytes.fromhex(nodes[bright.id]["fill"][0][1:])) + 300
    )
    assert (
        sum(bytes.fromhex(nodes[faint.id]["fill"][1][1:])) < sum(bytes.fromhex(nodes[bright.id]["fill"][1][1:])) - 300
    )


def test_the_legend_has_what_is_drawn_and_nothing_else() -> None:
    drawing = draw(build(EASTON), Focus(areas=("westby",)))
    kinds, states, lines = entries(drawing)
    assert [look.key for look in kinds] == ["organisation", "role", "responsibility"]
    assert [look.key for look in states] == ["vacant", "proposed"]
    assert [look.key for look in lines] == ["leads", "proposed"]
    assert "proposed to lead" in legend(drawing)
    assert "contested" not in legend(drawing)


def test_every_line_is_a_row_of_the_table() -> None:
    drawing = draw(build(EASTON))
    rows = words(drawing)
    assert len(rows) == len(drawing.lines)
    assert ("Director of public health", "leads (1)", "Stop smoking services") in rows
